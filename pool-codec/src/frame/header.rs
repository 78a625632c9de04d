//! What precedes a payload on the wire.

use core::fmt;

use pool_core::PooledBuf;

mod sv2;
mod tlv;

pub use sv2::Sv2Header;
pub use tlv::TlvHeader;

/// The bytes before a payload: an id and the payload's length.
///
/// Implement it for a protocol's own header; [`Sv2Header`] and [`TlvHeader`] are the models. The
/// framing never trusts the length: the set's limit for the id is checked before memory is taken.
///
/// ```
/// use pool_codec::{Header, HeaderError};
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
    note = "use `Sv2Header` or `TlvHeader`, or implement `Header` for your own",
    note = "a writer is typed by the header; that of a set is `<Set as FrameSet>::Header`"
)]
pub trait Header: Copy + fmt::Debug + 'static {
    /// Its length in bytes: at least 1, at most [`PooledBuf::HEADER_ROOM`]. Others do not compile.
    const SIZE: usize;

    /// The largest id it can express.
    const MAX_ID: u32;

    /// The longest payload it can express, in bytes.
    const MAX_PAYLOAD: usize;

    /// The header of a payload, if the id and the length can be expressed.
    fn new(id: u32, payload_len: usize) -> Option<Self>;

    /// Reads a header; `bytes` has length [`SIZE`](Self::SIZE).
    ///
    /// # Errors
    ///
    /// If the bytes are not a header at all, such as a wrong magic number. The stream is then out of
    /// step: nothing after it can be read.
    fn decode(bytes: &[u8]) -> Result<Self, HeaderError>;

    /// Writes the header; `out` has length [`SIZE`](Self::SIZE).
    fn encode(&self, out: &mut [u8]);

    /// The identifying bits, as one integer.
    fn id(&self) -> u32;

    /// The payload's length, in bytes.
    fn payload_len(&self) -> usize;
}

/// `H::SIZE`, checked by the compiler: a frame needs a header, and a slot has room for no longer one.
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

/// Bytes that are not a header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeaderError {
    /// The rule they break.
    pub reason: &'static str,
}

impl fmt::Display for HeaderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not a frame header: {}", self.reason)
    }
}

impl core::error::Error for HeaderError {}

/// A header slice of the wrong length: the caller's mistake, not the peer's.
const WRONG_SIZE: HeaderError = HeaderError { reason: "the slice does not have the header's size" };
