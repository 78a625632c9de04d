#![doc = include_str!("../README.md")]
#![no_std]
// docs.rs labels items with the features that they need.
#![cfg_attr(docsrs, feature(doc_cfg))]
// The docs link to items that need `std`. The build with all features checks the links.
#![cfg_attr(not(feature = "std"), allow(rustdoc::broken_intra_doc_links, reason = "needs `std`"))]
#![deny(unsafe_code)]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

#[cfg(feature = "arbitrary")]
pub mod arbitrary;
mod bill;
#[cfg(feature = "bytes")]
mod bytes;
mod codec;
mod disabled_features;
mod foreign;
mod frame;
mod framing;
mod inspect;
#[cfg(feature = "std")]
pub mod io;
pub mod layout;
pub mod opening;
pub mod prelude;
#[cfg(feature = "serde")]
mod serde;
#[cfg(feature = "service")]
pub mod service;
#[cfg(feature = "tokio")]
pub mod tokio;
mod wire;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;

/// Errors in detail: the reasons behind [`DecodeError`] and [`EncodeError`], and the errors of frames.
pub mod error {
    #[cfg(feature = "arena")]
    pub use pool_core::ArenaError;
    #[cfg(feature = "interner")]
    pub use pool_core::InternError;
    #[cfg(feature = "slab")]
    pub use pool_core::SlabError;

    #[cfg(feature = "arena")]
    pub use crate::codec::DecodeInError;
    pub use crate::codec::{DecodeError, DecodeErrorKind, EncodeError, EncodeErrorKind, TooLong};
    pub use crate::frame::{HeaderError, PoolMismatch};
    pub use crate::framing::{FrameError, HoldError, SendError, UndecodedError};
    #[cfg(feature = "std")]
    pub use crate::io::{OpenError, ReadError, WriteError};
    pub use crate::opening::{OpeningError, SetMismatch};
}

/// The buffer pool: its configuration, its buffers and its statistics.
pub mod pool {
    #[cfg(feature = "std")]
    pub use pool_core::Acquire;
    #[cfg(feature = "bytes")]
    pub use pool_core::BufView;
    pub use pool_core::{
        AcquireError, ClassStats, Clear, Ladder, Overflow, Pool, PoolConfig, PoolStats, PooledBuf,
        SizeClass,
    };
    #[cfg(feature = "arena")]
    pub use pool_core::{Arena, ArenaError};

    pub use crate::frame::assert_serves;
}

/// Encodings as data, and values that are read by them, for inspectors, loggers and documentation.
pub mod schema {
    pub use crate::codec::{Condition, Digest, Field, IntEncoding, Kind, Schema, Variant};
    pub use crate::inspect::{Content, NamedValues, Value, Values};
}

/// Counts of what readers receive and reject, for metrics and logs.
pub mod traffic {
    pub use crate::framing::{Rejected, Traffic, TrafficStats};
}

#[cfg(feature = "derive")]
#[doc = include_str!("../GUIDE.md")]
pub mod guide {}

pub use bill::MemoryBill;
pub use codec::{
    Covariant, Decodable, DecodeError, Decoder, Encodable, EncodeError, Encoder, HeaderNumber,
    Wire, ZeroCopy,
};
pub use frame::{
    Carries, DecodeFrame, EncodeFrame, Frame, FrameSet, Header, MessageInfo, Outgoing, RawFrame,
    RawFrameRef, Sv2Header, TlvHeader,
};
pub use framing::{
    FrameDecoder, FrameEncoder, FrameView, Held, HeldMessage, MappedHeld, PooledFrame,
    UnknownFrames,
};
#[cfg(feature = "std")]
pub use io::{FrameReader, FrameWriter, ReadError, WriteError, read_frame_pooled};
pub use layout::Adapter;
#[cfg(feature = "arena")]
pub use pool_core::{Arena, ArenaError};
#[cfg(feature = "interner")]
pub use pool_core::{InternError, Interned, Interner};
pub use pool_core::{Overflow, Pool, PoolConfig, PooledBuf, SizeClass};
#[cfg(feature = "slab")]
pub use pool_core::{Slab, SlabError, SlabKey};
pub use wire::{
    ArrayRef, AsciiDec, AsciiHex, Be, ByteStr, ByteStrRef, Bytes, BytesRef, EntriesIter,
    EntriesRef, FixedStr, I24, LowBitBool, Padding, Seq, SeqIter, SeqRef, Str, StrRef, Tlv,
    TlvIter, Tlvs, TlvsRef, U24, U40, U48, U56,
};

#[cfg(all(feature = "derive", feature = "service"))]
pub use pool_derive::service_config;
#[cfg(feature = "derive")]
pub use pool_derive::{Frame, FrameSet, Header};
