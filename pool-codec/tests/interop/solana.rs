//! The lengths of Solana's transactions, as `solana-short-vec` has them, in the bytes of bincode.

use bincode::Options as _;
use pool_codec::Frame;
use pool_codec::layout::{ShortVec, Solana};
use proptest::prelude::*;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::codec::{Codec, differential};
use crate::values::list;

struct Other;

impl<T: Serialize + DeserializeOwned> Codec<T> for Other {
    fn serialize(value: &T) -> Vec<u8> {
        bincode::serialize(value).unwrap()
    }

    fn deserialize(bytes: &[u8]) -> Option<T> {
        bincode::DefaultOptions::new().with_fixint_encoding().deserialize(bytes).ok()
    }
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow, layout = Solana)]
struct Message {
    signers: u8,
    #[frame(max_len = 4)]
    keys: Vec<[u8; 32]>,
    #[frame(max_len = 300)]
    data: Vec<u8>,
    #[frame(layout = ShortVec)]
    short: u16,
    slot: u64,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Theirs {
    signers: u8,
    #[serde(with = "solana_short_vec")]
    keys: Vec<[u8; 32]>,
    #[serde(with = "solana_short_vec")]
    data: Vec<u8>,
    #[serde(with = "short")]
    short: u16,
    slot: u64,
}

/// A number like a length.
mod short {
    use serde::{Deserialize as _, Deserializer, Serialize as _, Serializer};
    use solana_short_vec::ShortU16;

    pub(super) fn serialize<S: Serializer>(number: &u16, to: S) -> Result<S::Ok, S::Error> {
        ShortU16(*number).serialize(to)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<u16, D::Error> {
        ShortU16::deserialize(from).map(|number| number.0)
    }
}

impl From<Message> for Theirs {
    fn from(ours: Message) -> Self {
        let Message { signers, keys, data, short, slot } = ours;
        Self { signers, keys, data, short, slot }
    }
}

fn message() -> impl Strategy<Value = Message> {
    (any::<(u8, u16, u64)>(), list(any::<[u8; 32]>(), 4), list(any::<u8>(), 300)).prop_map(
        |((signers, short, slot), keys, data)| Message { signers, keys, data, short, slot },
    )
}

differential!(Other, message: Message as super::Theirs = super::message(););
