//! The wire types, one per file.

mod array;
mod array_ref;
mod ascii;
mod be;
mod bool;
mod boxed;
mod byte;
mod byte_str;
pub(crate) mod bytes;
mod char;
mod collection;
mod cow;
mod deque;
mod entries_ref;
mod fixed_str;
mod float;
mod int;
mod map;
mod net;
mod non_zero;
mod odd_int;
mod option;
mod ordering;
mod padding;
mod parts;
mod range;
mod result;
pub(crate) mod seq;
mod seq_ref;
mod set;
mod shared;
mod str;
mod switch;
mod time;
mod tlvs;
mod tuple;
mod unit;
mod word;
mod wrapping;

pub use self::array_ref::{ArrayRef, BoxedArray};
pub use self::ascii::{AsciiDec, AsciiHex};
pub use self::be::Be;
pub use self::bool::LowBitBool;
pub use self::boxed::boxed_array;
pub use self::byte_str::{ByteStr, ByteStrRef};
pub use self::bytes::{Bytes, BytesRef};
pub use self::entries_ref::{EntriesIter, EntriesRef};
pub use self::fixed_str::FixedStr;
pub use self::odd_int::{I24, U24, U40, U48, U56};
pub use self::padding::Padding;
pub use self::seq::Seq;
pub use self::seq_ref::{SeqIter, SeqRef};
pub use self::str::{Str, StrRef};
pub use self::switch::Switch;
pub use self::tlvs::{Tlv, TlvIter, Tlvs, TlvsRef};

pub(crate) use self::byte_str::escape;
pub(crate) use self::collection::{Keyed, Rule, read as read_entries, write as write_entries};
pub(crate) use self::fixed_str::trimmed;
#[cfg(any(
    feature = "alloy-primitives",
    feature = "primitive-types",
    feature = "rust_decimal",
    feature = "uuid"
))]
pub(crate) use self::parts::parts;
pub(crate) use self::str::read_text;
