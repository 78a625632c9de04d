//! The traits of ciphers, and the lengths of what they seal.

use pool_core::{PoolConfig, PooledBuf};
use thiserror::Error;

use crate::frame::window::MAX_WINDOW;
use crate::frame::{FrameSet, Header};

/// How a cipher divides the bytes of a stream into blocks.
///
/// The header of a frame is one block. The payload is as many blocks as it needs, and none if it is empty.
pub trait Blocks {
    /// The length of the MAC behind each block, in bytes: at least one. A header and its MAC have at most
    /// [`PooledBuf::HEADER_ROOM`](crate::PooledBuf::HEADER_ROOM) bytes, otherwise readers and writers fail to compile.
    const MAC: usize;

    /// The length of the longest block without its MAC, in bytes: at least 16 KiB, otherwise readers and writers fail to
    /// compile. So a frame in the window of a reader has one block of payload.
    const MAX_BLOCK: usize;
}

/// Seals the blocks that a [`SealedEncoder`](crate::sealed::SealedEncoder) sends.
///
/// The encoder seals each block once, in the order of the stream, so a cipher can count them for its nonces.
pub trait Seal: Blocks {
    /// Encrypts `block` in place, and writes [`MAC`](Blocks::MAC) bytes to `mac`.
    ///
    /// # Errors
    ///
    /// Fails if the keys must not seal another block. The encoder then accepts no more frames.
    fn seal(&mut self, block: &mut [u8], mac: &mut [u8]) -> Result<(), CipherError>;
}

/// Opens the blocks that a [`SealedDecoder`](crate::sealed::SealedDecoder) receives.
///
/// The decoder opens each block once, in the order of the stream, or skips it.
pub trait Open: Blocks {
    /// Verifies `block` against the [`MAC`](Blocks::MAC) bytes of `mac`, and decrypts it in place.
    ///
    /// # Errors
    ///
    /// Fails if the block was not sealed with the same keys at the same position of the stream. The decoder then never
    /// calls the cipher again, and does not show the bytes, whatever they are now.
    fn open(&mut self, block: &mut [u8], mac: &[u8]) -> Result<(), CipherError>;

    /// Passes over `count` blocks that the decoder drops because the limits reject their frame. They are not verified, and
    /// no byte of them is used.
    fn skip(&mut self, count: u64);
}

/// A cipher could not open or seal a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the cipher cannot process the block")]
pub struct CipherError;

/// The number of blocks of a payload of `len` bytes.
pub(super) const fn block_count<C: Blocks>(len: usize) -> usize {
    len.div_ceil(checked_block::<C>())
}

/// The length of a payload of `len` bytes with its MACs.
pub(crate) const fn sealed_len<C: Blocks>(len: usize) -> usize {
    len.saturating_add(block_count::<C>(len).saturating_mul(C::MAC))
}

/// The length of a header with its MAC, checked when the program is built.
pub(crate) const fn sealed_header<H: Header, C: Blocks>() -> usize {
    const {
        assert!(H::SHORTEST == H::SIZE, "a sealed header has a fixed length");
        assert!(C::MAC > 0, "a block has a MAC");
        assert!(
            H::SIZE + C::MAC <= PooledBuf::HEADER_ROOM,
            "a header and its MAC do not fit into a slot's header room"
        );
        H::SIZE + C::MAC
    }
}

const fn checked_block<C: Blocks>() -> usize {
    const {
        assert!(C::MAX_BLOCK >= MAX_WINDOW, "the blocks of a cipher have at least 16 KiB");
        C::MAX_BLOCK
    }
}

/// Adds to `config` the class that the longest payload of `S` needs if it is sealed by `C`. With its MACs, a payload may be
/// too long for the class that holds it in plain text.
///
/// ```
/// # #[cfg(feature = "derive")] {
/// use pool_codec::sealed::{self, Blocks};
/// use pool_codec::{Bytes, Frame, FrameSet, PoolConfig, SizeClass, Sv2Header};
///
/// #[derive(Debug, Frame)]
/// #[frame(id = 7)]
/// struct Blob { content: Bytes<32_766> }
///
/// #[derive(Debug, FrameSet)]
/// #[frames(header = Sv2Header)]
/// enum Set { Blob(Blob) }
///
/// struct Noise;
///
/// impl Blocks for Noise {
///     const MAC: usize = 16;
///     const MAX_BLOCK: usize = 65_519;
/// }
///
/// const CONFIG: PoolConfig = sealed::pool_config::<Set, Noise>(&Set::POOL_CONFIG);
/// assert_eq!(Set::POOL_CONFIG.largest_class(), Some(SizeClass::for_len(32 << 10)));
/// assert_eq!(CONFIG.largest_class(), Some(SizeClass::for_len(64 << 10)));
/// # }
/// ```
#[must_use]
pub const fn pool_config<S: FrameSet, C: Blocks>(config: &PoolConfig) -> PoolConfig {
    let longest = sealed_len::<C>(S::MAX_SIZE);
    if config.serves(longest) { *config } else { config.with_message(longest, longest, None) }
}
