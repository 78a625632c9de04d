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
#[cfg(feature = "compio")]
pub mod compio;
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

/// Encrypted streams: frames that a cipher seals, in the slots of the pool.
///
/// A cipher implements [`Seal`](sealed::Seal) and [`Open`](sealed::Open), which say how it divides bytes into blocks.
/// [`SealedDecoder`](sealed::SealedDecoder) and [`SealedEncoder`](sealed::SealedEncoder) do the rest without any I/O, and
/// readers and writers take them in place of the plain ones. The crate `pool-noise` has the cipher and the handshake of
/// Stratum V2.
///
/// ```
/// # #[cfg(all(feature = "derive", feature = "std"))] {
/// use pool_codec::sealed::{Blocks, CipherError, Open, Seal, SealedDecoder, SealedEncoder};
/// use pool_codec::{Frame, FrameReader, FrameSet, FrameWriter, Pool, TlvHeader};
///
/// #[derive(Debug, PartialEq, Frame)]
/// #[frame(id = 7)]
/// struct Tick { price: u16 }
///
/// #[derive(Debug, FrameSet)]
/// #[frames(header = TlvHeader)]
/// enum Market { Tick(Tick) }
///
/// /// Not a cipher: it only shows the shape of one.
/// struct Toy { key: u8 }
///
/// impl Blocks for Toy {
///     const MAC: usize = 1;
///     const MAX_BLOCK: usize = 1 << 14;
/// }
///
/// impl Seal for Toy {
///     fn seal(&mut self, block: &mut [u8], mac: &mut [u8]) -> Result<(), CipherError> {
///         block.iter_mut().for_each(|byte| *byte ^= self.key);
///         mac.fill(block.iter().fold(self.key, |sum, byte| sum.wrapping_add(*byte)));
///         Ok(())
///     }
/// }
///
/// impl Open for Toy {
///     fn open(&mut self, block: &mut [u8], mac: &[u8]) -> Result<(), CipherError> {
///         let sum = block.iter().fold(self.key, |sum, byte| sum.wrapping_add(*byte));
///         block.iter_mut().for_each(|byte| *byte ^= self.key);
///         if mac == [sum] { Ok(()) } else { Err(CipherError) }
///     }
///     fn skip(&mut self, _: u64) {}
/// }
///
/// static POOL: Pool = Pool::new(&Market::POOL_CONFIG);
///
/// let encoder = SealedEncoder::<Market, _>::new(&POOL, Toy { key: 0xAA });
/// let mut writer = FrameWriter::<_, Market, _>::with_encoder(Vec::new(), encoder);
/// writer.send(&Tick { price: 5 })?;
/// writer.flush()?;
/// let bytes = writer.get_ref().clone();
/// assert_eq!(bytes.len(), 6 + 1 + 2 + 1);
///
/// let decoder = SealedDecoder::<Market, _>::new(&POOL, Toy { key: 0xAA });
/// let mut reader = FrameReader::<_, Market, _>::with_decoder(&bytes[..], decoder);
/// assert_eq!(reader.read_message::<Tick>()?, Some(Tick { price: 5 }));
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub mod sealed {
    pub use crate::framing::sealed::{
        Blocks, CipherError, Open, Seal, SealedDecoder, SealedEncoder, pool_config,
    };
    #[cfg(feature = "std")]
    pub use crate::framing::{StreamDecoder, StreamEncoder};
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
