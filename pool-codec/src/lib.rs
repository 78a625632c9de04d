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
mod fields;
mod frame;
mod framing;
mod inspect;
#[cfg(feature = "std")]
mod io;
pub mod layout;
pub mod prelude;
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
use __private as private;

pub use bill::MemoryBill;
pub use codec::{Decodable, Decoder};
pub use codec::{DecodeError, DecodeErrorKind, EncodeError, EncodeErrorKind, TooLong};
pub use codec::{Encodable, Encoder};
pub use codec::{Field, Schema, Variant};
pub use fields::{FieldVisitor, Fields};
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
pub use wire::{
    Be, Bytes, BytesRef, Covariant, Lend, LowBitBool, Seq, SeqIter, SeqRef, Str, StrRef, U24, Wire,
    ZeroCopy,
};

#[cfg(all(feature = "derive", feature = "service"))]
pub use pool_derive::service_config;
#[cfg(feature = "derive")]
pub use pool_derive::{Frame, FrameSet};
