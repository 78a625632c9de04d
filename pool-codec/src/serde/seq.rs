//! Sequences.

use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;

use ::serde::de::{Error, SeqAccess, Visitor};
use ::serde::ser::SerializeTuple as _;
use ::serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::codec::{Borrow, Decode, Layout};
use crate::wire::{ArrayRef, Seq, SeqRef};

/// The most bytes that are reserved for elements before they are there.
const MAX_RESERVED: usize = 4096;

impl<T: Serialize, const MAX: usize> Serialize for Seq<T, MAX> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.as_slice())
    }
}

impl<'decoder, T, L: Layout, const MAX: usize> Serialize for SeqRef<'decoder, T, MAX, L>
where
    T: Borrow<L, Value = T>,
    T::Ref<'decoder>: Decode<'decoder, L, Value = T::Ref<'decoder>> + Serialize,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

/// As serde serializes an array.
impl<'decoder, T, L: Layout, const N: usize> Serialize for ArrayRef<'decoder, T, N, L>
where
    T: Borrow<L, Value = T>,
    T::Ref<'decoder>: Decode<'decoder, L, Value = T::Ref<'decoder>> + Serialize,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut tuple = serializer.serialize_tuple(N)?;
        for element in self {
            tuple.serialize_element(&element)?;
        }
        tuple.end()
    }
}

impl<'de, T: Deserialize<'de>, const MAX: usize> Deserialize<'de> for Seq<T, MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Elements<T, const MAX: usize>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>, const MAX: usize> Visitor<'de> for Elements<T, MAX> {
            type Value = Seq<T, MAX>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "at most {MAX} elements")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Seq<T, MAX>, A::Error> {
                let reserved = MAX_RESERVED.checked_div(size_of::<T>()).unwrap_or(0).min(MAX);
                let mut elements = Vec::with_capacity(seq.size_hint().unwrap_or(0).min(reserved));
                while let Some(element) = seq.next_element()? {
                    if elements.len() == MAX {
                        return Err(A::Error::invalid_length(MAX.saturating_add(1), &self));
                    }
                    elements.push(element);
                }
                Seq::new(elements).map_err(A::Error::custom)
            }
        }

        deserializer.deserialize_seq(Elements(PhantomData))
    }
}
