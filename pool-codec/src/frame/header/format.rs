//! The trait of frame headers.

use core::fmt;

use pool_core::PooledBuf;
use thiserror::Error;

/// The header before a payload: an id and the length of the payload.
///
/// Implement it for the header of your protocol, on the model of [`Sv2Header`](crate::Sv2Header) and
/// [`TlvHeader`](crate::TlvHeader). The framing never trusts the length: it checks the set's limit for the id
/// before it allocates memory.
///
/// ```
/// use pool_codec::error::HeaderError;
/// use pool_codec::Header;
///
/// /// One byte of type, two of length, big-endian.
/// #[derive(Debug, Clone, Copy)]
/// struct Short { kind: u8, len: u16 }
///
/// impl Header for Short {
///     const SIZE: usize = 3;
///     const MAX_ID: u32 = 0xFF;
///     const MAX_PAYLOAD: usize = 0xFFFF;
///
///     fn new(id: u32, payload_len: usize) -> Option<Self> {
///         Some(Self { kind: id.try_into().ok()?, len: payload_len.try_into().ok()? })
///     }
///     fn decode(bytes: &[u8]) -> Result<Self, HeaderError> {
///         match bytes {
///             [kind, high, low] => Ok(Self { kind: *kind, len: u16::from_be_bytes([*high, *low]) }),
///             _ => Err(HeaderError { reason: "a header is three bytes" }),
///         }
///     }
///     fn encode(&self, out: &mut [u8]) {
///         let [high, low] = self.len.to_be_bytes();
///         out.copy_from_slice(&[self.kind, high, low]);
///     }
///     fn id(&self) -> u32 { self.kind.into() }
///     fn payload_len(&self) -> usize { self.len.into() }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a frame header",
    label = "not a header",
    note = "use `Sv2Header` or `TlvHeader`, or implement `Header` for your own"
)]
pub trait Header: Copy + fmt::Debug + 'static {
    /// The length of the header, in bytes: from 1 to [`PooledBuf::HEADER_ROOM`]. Any other value fails to
    /// compile.
    const SIZE: usize;

    /// The largest id that the header can express.
    const MAX_ID: u32;

    /// The longest payload that the header can express, in bytes.
    const MAX_PAYLOAD: usize;

    /// Creates the header of a payload of `payload_len` bytes. Returns `None` if the header cannot express the id
    /// or the length.
    fn new(id: u32, payload_len: usize) -> Option<Self>;

    /// Reads a header. The length of `bytes` is [`SIZE`](Self::SIZE).
    ///
    /// # Errors
    ///
    /// Fails if the bytes are not a header, for example because a magic number is wrong. The position of the
    /// next frame is then unknown, and nothing after these bytes can be read.
    fn decode(bytes: &[u8]) -> Result<Self, HeaderError>;

    /// Writes the header. The length of `out` is [`SIZE`](Self::SIZE).
    ///
    /// # Panics
    ///
    /// May panic if `out` has another length.
    fn encode(&self, out: &mut [u8]);

    /// Returns the identifying bits, as one integer.
    fn id(&self) -> u32;

    /// Returns the length of the payload, in bytes.
    fn payload_len(&self) -> usize;
}

/// `H::SIZE`, checked when the program is built: a header has at least one byte and fits into the header room
/// of a slot.
pub(crate) const fn header_size<H: Header>() -> usize {
    const {
        assert!(H::SIZE > 0, "a header has at least one byte");
        assert!(
            H::SIZE <= PooledBuf::HEADER_ROOM,
            "the header does not fit into a slot's header room"
        );
        H::SIZE
    }
}

/// The error for bytes that are not a header.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not a frame header: {reason}")]
pub struct HeaderError {
    /// The rule that the bytes break.
    pub reason: &'static str,
}

/// The error for a slice of the wrong length, which is a mistake of the caller and not of the peer.
pub(super) const WRONG_SIZE: HeaderError =
    HeaderError { reason: "the slice does not have the header's size" };
