//! The wire types, one per file.

mod array;
mod array_ref;
mod be;
mod bool;
mod boxed;
mod byte;
pub(crate) mod bytes;
mod char;
mod float;
mod int;
mod non_zero;
mod option;
pub(crate) mod seq;
mod seq_ref;
mod str;
mod tuple;
mod u24;
mod unit;

pub use self::array_ref::{ArrayRef, BoxedArray};
pub use self::be::Be;
pub use self::bool::LowBitBool;
pub use self::boxed::boxed_array;
pub use self::bytes::{Bytes, BytesRef};
pub use self::seq::Seq;
pub use self::seq_ref::{SeqIter, SeqRef};
pub use self::str::{Str, StrRef};
pub use self::u24::U24;

pub(crate) use self::str::read_text;
