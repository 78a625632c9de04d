//! bincode 2 with `bincode::config::standard()`: integers of variable width.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::codec::Codec;
use crate::varints::varints;

struct Other;

impl<T: Serialize + DeserializeOwned> Codec<T> for Other {
    fn serialize(value: &T) -> Vec<u8> {
        bincode2::serde::encode_to_vec(value, bincode2::config::standard()).unwrap()
    }

    fn deserialize(bytes: &[u8]) -> Option<T> {
        // Without a limit, it would allocate as much as a length declares.
        let config = bincode2::config::standard().with_limit::<65_536>();
        let (value, read) = bincode2::serde::decode_from_slice(bytes, config).ok()?;
        (read == bytes.len()).then_some(value)
    }
}

varints!(Other, layout: Bincode2);
