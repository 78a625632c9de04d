//! How a type is laid out, and how a field lays out a foreign type.
//!
//! Each type implements [`Encode<L>`](Encode), [`Decode<L>`](Decode) and [`Borrow<L>`](Borrow) for the layouts
//! `L` that it can be encoded in. The layout is what the message around a value decides: [`Own`] by default, and
//! [`Prefixed<u64>`](Prefixed) for `#[frame(len = u64)]`. The traits that users of a type call, such as
//! [`Encodable`](crate::Encodable), have no such parameter.
//!
//! A foreign type does not implement them. Where a field has a rule for one, the derive names a type that does:
//!
//! | type | describes | bytes |
//! |---|---|---|
//! | [`MaxLen<T, N>`](MaxLen) | `String`, `Vec<E>`, .. | those of `Str<N>` and `Seq<E, N>` |
//! | [`MaxBytes<T, N>`](MaxBytes) | `Vec<u8>`, .. | those of `Bytes<N>` |
//! | [`With<T, A>`](With) | the `T` that `A` adapts | those of `A::Wire` |
//!
//! They nest like the types that they stand for: `Option<MaxLen<String, 9>>` describes an `Option<String>`.
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
mod max_bytes;
mod max_len;
mod with;

pub use crate::codec::{Borrow, Decode, Encode, Layout, Own, Prefixed, Sink};
pub use adapter::Adapter;
pub use max_bytes::MaxBytes;
pub use max_len::MaxLen;
pub use with::With;
