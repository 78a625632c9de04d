#![doc = include_str!("../README.md")]
#![no_std]
#![deny(unsafe_code)]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

mod bill;
#[cfg(feature = "bytes")]
mod bytes;
mod codec;
mod frame;
mod framing;
mod inspect;
#[cfg(feature = "std")]
mod io;
pub mod layout;
pub mod prelude;
/// Encodings described as data.
pub mod schema {
    pub use crate::codec::{Field, Kind, Schema, Variant};
}
#[cfg(feature = "service")]
mod service;
#[cfg(feature = "tokio")]
pub mod tokio;
mod wire;

#[cfg(feature = "derive")]
#[doc = include_str!("../GUIDE.md")]
pub mod guide {}

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;

pub use bill::MemoryBill;
pub use codec::{
    Covariant, Decodable, DecodeError, DecodeErrorKind, Decoder, Encodable, EncodeError,
    EncodeErrorKind, Encoder, Schema, TooLong, Wire, ZeroCopy,
};
pub use frame::{DecodeFrame, EncodeFrame, Frame, FrameSet, MessageInfo};
pub use frame::{Header, HeaderError, Sv2Header, TlvHeader};
pub use frame::{RawFrame, RawFrameRef};
pub use framing::{
    FrameDecoder, FrameEncoder, FrameError, FrameView, Held, HoldError, PooledFrame, SendError,
    UndecodedError, UnknownFrames,
};
pub use inspect::{Content, NamedValues, Value, Values};
#[cfg(feature = "std")]
pub use io::{
    FrameReader, FrameWriter, HeldFrames, Messages, ReadError, WriteError, read_frame_pooled,
};
pub use layout::Adapter;
#[cfg(feature = "std")]
pub use pool_core::Acquire;
#[cfg(feature = "bytes")]
pub use pool_core::BufView;
pub use pool_core::{
    AcquireError, ClassStats, Clear, Ladder, Overflow, Pool, PoolConfig, PoolStats, PooledBuf,
    SizeClass,
};
#[cfg(feature = "service")]
pub use pool_service::{DeclaredMessage, FileError, FileErrorKind, Place};
#[cfg(feature = "service")]
pub use service::{Service, ServiceConfig, ServiceError};
pub use wire::{Be, Bytes, BytesRef, LowBitBool, Seq, SeqIter, SeqRef, Str, StrRef, U24};

#[cfg(all(feature = "derive", feature = "service"))]
pub use pool_derive::service_config;
#[cfg(feature = "derive")]
pub use pool_derive::{Frame, FrameSet};
