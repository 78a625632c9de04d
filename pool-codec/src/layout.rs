//! Layouts: how a type is encoded, and how a field encodes a foreign type.
//!
//! Each type implements [`Encode<L>`](Encode), [`Decode<L>`](Decode) and [`Borrow<L>`](Borrow) for every layout
//! `L` that it can be encoded in. The message around a value decides the layout: it is [`Own`] by default, and
//! [`Prefixed<u64>`](Prefixed) for `#[frame(len = u64)]`. The traits that users of a type call, such as
//! [`Encodable`](crate::Encodable), have no layout parameter.
//!
//! A foreign type does not implement these traits. If a field has an attribute for a foreign type, the derive
//! uses one of these types in its place:
//!
//! | type | encodes | bytes |
//! |---|---|---|
//! | [`MaxLen<T, N>`](MaxLen) | `String`, `Vec<E>`, maps, sets and others | the same as `Str<N>` and `Seq<E, N>` |
//! | [`MaxBytes<T, N>`](MaxBytes) | `Vec<u8>`, and others | the same as `Bytes<N>` |
//! | [`Rest<T, N>`](Rest), [`RestItems<T, N>`](RestItems) | the last field of a message, such as `Vec<u8>` | the content |
//! | [`Terminated<T, N>`](Terminated), [`TerminatedItems<T, N, ..>`](TerminatedItems) | `String`, `Vec<u8>`, `Vec<E>` | the content, and a NUL or other bytes |
//! | [`Counted<T, N>`](Counted), [`CountedBytes<T, N>`](CountedBytes) | `Vec<T>` and others | the content |
//! | [`Delimited<T>`](Delimited) | any `T` | its length, and those of `T` |
//! | [`Checked<T, C>`](Checked) | any `T` | those of `T`, and a [`Checksum`] of them |
//! | [`When<T>`](When) | `Option<T>` | those of `T`, or none |
//! | [`Padded<T, N>`](Padded) | any `T` | `N` zero bytes, and those of `T` |
//! | [`Magic<BITS, LEN>`](Magic) | `()` | constant bytes |
//! | [`In<T, L>`](In) | any `T` in the layout `L` | those of `T` there |
//! | [`As<T, U>`](As) | a number of type `T` as a `U` | the same as `U` |
//! | [`With<T, A>`](With) | any `T` that `A` adapts | the same as `A::Wire` |
//!
//! They nest like the types that they replace: `Option<MaxLen<String, 9>>` encodes an `Option<String>`.
//!
//! ```
//! use pool_codec::layout::{Decode, Encode, MaxLen, Prefixed};
//! use pool_codec::{Decoder, Encoder};
//!
//! type Name = Option<MaxLen<String, 9>>;
//! let value = Some("ab".to_owned());
//!
//! let mut out = [0; 5];
//! <Name as Encode<Prefixed<u16>>>::encode_to(&value, &mut Encoder::new(&mut out)).unwrap();
//! assert_eq!(out, *b"\x01\x02\x00ab");
//! assert_eq!(<Name as Decode<Prefixed<u16>>>::decode_from(&mut Decoder::new(&out)).unwrap(), value);
//! assert_eq!(<Name as Encode<Prefixed<u16>>>::ENCODING.max_size(), 1 + 2 + 9);
//! ```

mod adapter;
mod as_type;
mod checked;
mod checksum;
mod constant;
mod counted;
mod delimited;
mod max_bytes;
mod max_len;
mod padded;
mod rest;
mod summed;
mod terminated;
mod terminated_items;
mod unix_time;
mod when;
mod with;
mod within;

pub use crate::codec::{
    BigEndian, Bincode1, Bincode2, Bitcoin, Borrow, Borsh, Compact, CompactSize, Decode, Encode,
    Layout, Leb128, Lenient, LittleEndian, Own, Postcard, Prefixed, Quic, QuicVarint, Scale,
    ShortVec, Sink, Solana, Varint,
};
pub use adapter::Adapter;
pub use as_type::As;
pub use checked::Checked;
pub use checksum::{Checksum, Crc32, checksum};
pub use constant::Magic;
#[doc(hidden)]
pub use constant::{magic_bits, magic_len};
#[doc(hidden)]
pub use counted::Count;
pub use counted::{Counted, CountedBytes, DecodeCounted};
pub use delimited::Delimited;
pub use max_bytes::MaxBytes;
pub use max_len::{Ascending, Distinct, EntryRule, LastWins, MaxLen};
pub use padded::Padded;
#[doc(hidden)]
pub use padded::{Before, padding};
pub use rest::{Rest, RestItems};
pub use terminated::Terminated;
pub use terminated_items::TerminatedItems;
pub use unix_time::{UnixMicros, UnixMillis, UnixNanos, UnixSecs, UnixTime};
pub use when::When;
pub use with::With;

pub use crate::codec::fields::BitField;
pub use crate::wire::Switch;
pub use within::In;

#[cfg(feature = "bitflags")]
pub use crate::foreign::FlagBits;
#[cfg(feature = "chrono")]
pub(crate) use unix_time::NANOS_PER_SEC;
