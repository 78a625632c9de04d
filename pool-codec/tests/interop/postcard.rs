//! postcard 1: integers of variable width.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::codec::Codec;
use crate::varints::varints;

struct Other;

impl<T: Serialize + DeserializeOwned> Codec<T> for Other {
    fn serialize(value: &T) -> Vec<u8> {
        postcard::to_allocvec(value).unwrap()
    }

    fn deserialize(bytes: &[u8]) -> Option<T> {
        let (value, rest) = postcard::take_from_bytes(bytes).ok()?;
        rest.is_empty().then_some(value)
    }
}

varints!(Other, layout: Postcard);
