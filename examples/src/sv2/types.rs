//! The data types of Stratum V2 (specification section 3.1), in both forms.

use pool_codec::{ByteStr, ByteStrRef, Bytes, BytesRef, Seq, SeqRef, Str, StrRef, Tlvs, TlvsRef};

pub type U256 = [u8; 32];
pub type U256Ref<'decoder> = &'decoder [u8; 32];

pub type Str0255 = Str<255>;
pub type Str0255Ref<'decoder> = StrRef<'decoder, 255>;

/// A `STR0_255` that the specification calls an unconstrained sequence of bytes.
pub type ByteStr0255 = ByteStr<255>;
pub type ByteStr0255Ref<'decoder> = ByteStrRef<'decoder, 255>;

/// The TLVs of extensions behind a message, such as the 37 bytes that tell a worker's shares apart (extension 0x0002). They
/// are little-endian, as the published roles write them.
pub type Extensions = Tlvs<256>;
pub type ExtensionsRef<'decoder> = TlvsRef<'decoder, 256>;

pub type B032 = Bytes<32>;
pub type B032Ref<'decoder> = BytesRef<'decoder, 32>;

pub type B0255 = Bytes<255>;
pub type B0255Ref<'decoder> = BytesRef<'decoder, 255>;

pub type B064K = Bytes<0xFFFF>;
pub type B064KRef<'decoder> = BytesRef<'decoder, 0xFFFF>;

pub type B016M = Bytes<0xFF_FFFF>;

pub type Seq0255<T> = Seq<T, 255>;
pub type Seq0255Ref<'decoder, T> = SeqRef<'decoder, T, 255>;

pub type Seq064K<T> = Seq<T, 0xFFFF>;
pub type Seq064KRef<'decoder, T> = SeqRef<'decoder, T, 0xFFFF>;
