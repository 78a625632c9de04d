#![doc = include_str!("../README.md")]
#![no_std]
#![deny(unsafe_code)]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

mod adapter;
mod bill;
#[cfg(feature = "bytes")]
mod bytes;
mod const_fmt;
mod decode;
mod encode;
mod error;
mod explain;
mod fields;
mod frame;
mod framing;
mod header;
#[cfg(feature = "std")]
mod io;
pub mod layout;
pub mod prelude;
mod raw;
mod schema;
#[cfg(feature = "service")]
mod service;
mod sizes;
#[cfg(feature = "tokio")]
pub mod tokio;
mod value;
mod wire;
mod zero_copy;

#[cfg(feature = "derive")]
#[doc = include_str!("../GUIDE.md")]
pub mod guide {}

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
use __private as private;

pub use adapter::Adapter;
pub use bill::MemoryBill;
pub use decode::{Decodable, Decoder};
pub use encode::{Encodable, Encoder};
pub use error::{DecodeError, DecodeErrorKind, EncodeError, EncodeErrorKind, TooLong};
pub use fields::{FieldVisitor, Fields};
pub use frame::{DecodeFrame, EncodeFrame, Frame, FrameSet, MessageInfo};
pub use framing::{
    FrameDecoder, FrameEncoder, FrameError, FrameView, Held, HoldError, PooledFrame, SendError,
    UnknownFrames,
};
pub use header::{Header, HeaderError, Sv2Header, TlvHeader};
#[cfg(feature = "std")]
pub use io::{
    FrameReader, FrameWriter, HeldFrames, Messages, ReadError, WriteError, read_frame_pooled,
};
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
pub use raw::{RawFrame, RawFrameRef};
pub use schema::{Field, Schema, Variant};
#[cfg(feature = "service")]
pub use service::{Service, ServiceConfig, ServiceError};
pub use value::{Content, NamedValues, Value, Values};
pub use wire::{
    Be, Bytes, BytesRef, Covariant, Lend, LowBitBool, Seq, SeqIter, SeqRef, Str, StrRef, U24, Wire,
    ZeroCopy,
};

#[cfg(all(feature = "derive", feature = "service"))]
pub use pool_derive::service_config;
#[cfg(feature = "derive")]
pub use pool_derive::{Frame, FrameSet};
