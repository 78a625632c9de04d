//! The traits, cursors, schemas and errors that everything else builds on.

pub(crate) mod blank;
pub(crate) mod bools;
pub(crate) mod borrow;
pub(crate) mod const_fmt;
pub(crate) mod decodable;
pub(crate) mod decode;
pub(crate) mod decoder;
pub(crate) mod ecosystems;
pub(crate) mod encodable;
pub(crate) mod encode;
pub(crate) mod encoder;
pub(crate) mod error;
pub(crate) mod facts;
pub(crate) mod fields;
pub(crate) mod header_number;
pub(crate) mod integers;
pub(crate) mod layout;
pub(crate) mod layout_modifiers;
pub(crate) mod native;
pub(crate) mod output;
pub(crate) mod prefix;
pub(crate) mod schema;
pub(crate) mod sink;
pub(crate) mod slots;
pub(crate) mod tag;
pub(crate) mod terminator;
pub(crate) mod varint;
pub(crate) mod wire;

pub use blank::Blank;
pub use borrow::{Borrow, Covariant, ZeroCopy};
pub use decodable::Decodable;
pub use decode::Decode;
pub use decoder::Decoder;
pub use ecosystems::{
    Bincode1, Bincode2, Bitcoin, Borsh, Compact, CompactSize, Leb128, Postcard, Quic, QuicVarint,
    Scale, ShortVec, Solana,
};
pub use encodable::Encodable;
pub use encode::Encode;
pub use encoder::Encoder;
#[cfg(feature = "arena")]
pub use error::DecodeInError;
pub use error::{DecodeError, DecodeErrorKind, EncodeError, EncodeErrorKind, TooLong};
pub use facts::Facts;
pub use header_number::HeaderNumber;
pub use layout::{Layout, Own, Prefixed};
pub use layout_modifiers::{BigEndian, Lenient, LittleEndian};
pub use schema::{Condition, Digest, Field, IntEncoding, Kind, Schema, Variant};
pub use sink::Sink;
pub use varint::Varint;
pub use wire::Wire;

pub(crate) use slots::Slots;
