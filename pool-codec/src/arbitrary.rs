//! Arbitrary values within the bounds of their types, for fuzzers and property tests.
//!
//! The wire types implement [`Arbitrary`](::arbitrary::Arbitrary). [`message`] makes any message from its schema, also one
//! with `max_len` and `range`, and [`encoding`] its bytes. With the feature `proptest`, `messages` is a strategy.

mod sampler;
mod wire;

use alloc::vec::Vec;

use ::arbitrary::{Error, Result, Unstructured};
#[cfg(feature = "proptest")]
use ::proptest::prelude::{Strategy, any, prop};
pub use sampler::{Extent, encoding, integer_bounds};

use crate::codec::Decodable;

/// Makes a message from arbitrary bytes.
///
/// ```
/// # #[cfg(feature = "derive")] {
/// use arbitrary::Unstructured;
/// use pool_codec::arbitrary::message;
/// use pool_codec::{Frame, Str};
///
/// #[derive(Debug, PartialEq, Frame)]
/// struct Order {
///     #[frame(range = 1..=100)]
///     amount: u32,
///     #[frame(max_len = 8)]
///     note: String,
/// }
///
/// let mut bytes = Unstructured::new(b"the bytes of a fuzzer, or of a random generator");
/// let order: Order = message(&mut bytes).unwrap();
/// assert!((1..=100).contains(&order.amount) && order.note.len() <= 8);
/// # }
/// ```
///
/// # Errors
///
/// Fails if a rule that only Rust code knows, such as `validate` or an adapter, rejects the value and the shortest one.
pub fn message<T: for<'decoder> Decodable<'decoder>>(bytes: &mut Unstructured<'_>) -> Result<T> {
    let any: Vec<u8> = encoding(T::SCHEMA, Extent::Any, bytes)?;
    if let Ok(message) = T::decode(&any) {
        return Ok(message);
    }
    // A rule rejects it, for example the order of the entries of a map. The shortest value often satisfies it.
    let shortest = encoding(T::SCHEMA, Extent::Shortest, bytes)?;
    T::decode(&shortest).map_err(|_| Error::IncorrectFormat)
}

/// A strategy for messages. They shrink to short ones.
///
/// ```
/// # #[cfg(feature = "derive")] {
/// use pool_codec::prelude::*;
/// use pool_codec::arbitrary::messages;
/// use pool_codec::{Seq, Str};
/// use proptest::prelude::*;
///
/// #[derive(Debug, PartialEq, Frame)]
/// struct Book { name: Str<20>, levels: Seq<(u64, u32), 9> }
///
/// proptest!(|(book in messages::<Book>())| {
///     prop_assert_eq!(Book::decode(&book.encode_to_vec().unwrap()).unwrap(), book);
/// });
/// # }
/// ```
#[cfg(feature = "proptest")]
pub fn messages<T>() -> impl Strategy<Value = T>
where
    T: for<'decoder> Decodable<'decoder> + core::fmt::Debug,
{
    let bytes = prop::collection::vec(any::<u8>(), 0..1024);
    bytes.prop_filter_map("a rule of the type rejects the value", |bytes| {
        message(&mut Unstructured::new(&bytes)).ok()
    })
}
