//! `Serialize` and `Deserialize` of the wire types, and `Serialize` of [`Value`](crate::schema::Value).
//!
//! Formats for people get numbers, text, and bytes as hexadecimal digits. Compact formats get bytes as bytes. A value that
//! is deserialized keeps its bound, as one that is decoded does.

mod bytes;
mod number;
mod seq;
mod text;
mod tlvs;
mod value;
