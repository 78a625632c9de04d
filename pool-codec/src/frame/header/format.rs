//! The trait of frame headers.

use core::fmt;

use thiserror::Error;

/// The header before a payload: an id and the length of the payload.
///
/// [`Sv2Header`](crate::Sv2Header) and [`TlvHeader`](crate::TlvHeader) are part of the library. For the header of another
/// protocol derive it with `#[derive(Frame, Header)]`, or implement it by hand. The framing never trusts the length: it
/// checks the set's limit for the id before it allocates memory.
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
    note = "use `Sv2Header` or `TlvHeader`, or add `#[derive(Frame, Header)]` to a struct of your own"
)]
pub trait Header: Copy + fmt::Debug + 'static {
    /// The length of the longest header, in bytes: from 1 to [`PooledBuf::HEADER_ROOM`](crate::PooledBuf::HEADER_ROOM). Any other value fails to
    /// compile.
    const SIZE: usize;

    /// The length of the shortest header, in bytes: from 1 to [`SIZE`](Self::SIZE). Where it is less, also implement
    /// [`decode_prefix`](Self::decode_prefix) and [`size`](Self::size).
    const SHORTEST: usize = Self::SIZE;

    /// The largest id that the header can express.
    const MAX_ID: u32;

    /// The longest payload that the header can express, in bytes.
    const MAX_PAYLOAD: usize;

    /// Creates the header of a payload of `payload_len` bytes. Returns `None` if the header cannot express the id
    /// or the length.
    fn new(id: u32, payload_len: usize) -> Option<Self>;

    /// Reads a header. The length of `bytes` is that of the header. A header that it returns has to be
    /// [valid](Self::is_valid), because a frame that is kept has its header encoded again.
    ///
    /// # Errors
    ///
    /// Fails if the bytes are not a header, for example because a magic number is wrong. The position of the
    /// next frame is then unknown, and nothing after these bytes can be read.
    fn decode(bytes: &[u8]) -> Result<Self, HeaderError>;

    /// Reads the header at the front of `bytes`, and returns it with its length in bytes. `None` means that more bytes
    /// are needed. By default a header has [`SIZE`](Self::SIZE) bytes.
    ///
    /// # Errors
    ///
    /// Fails as [`decode`](Self::decode) does.
    #[inline(always)]
    fn decode_prefix(bytes: &[u8]) -> Result<Option<(Self, usize)>, HeaderError> {
        match bytes.get(..Self::SIZE) {
            Some(header) => match Self::decode(header) {
                Ok(header) => Ok(Some((header, Self::SIZE))),
                Err(error) => Err(error),
            },
            None => Ok(None),
        }
    }

    /// Writes the header. The length of `out` is [`size`](Self::size).
    ///
    /// # Panics
    ///
    /// May panic if `out` has another length, or the header is not [valid](Self::is_valid).
    fn encode(&self, out: &mut [u8]);

    /// Returns the length of the header as [`encode`](Self::encode) writes it, in bytes. By default it is
    /// [`SIZE`](Self::SIZE).
    #[inline]
    fn size(&self) -> usize {
        Self::SIZE
    }

    /// Returns the identifying bits, as one integer.
    fn id(&self) -> u32;

    /// Returns the length of the payload, in bytes.
    fn payload_len(&self) -> usize;

    /// Returns whether [`encode`](Self::encode) can express all fields. By default it can. Headers that
    /// [`new`](Self::new) returns are valid, and senders check those that a caller has changed.
    #[inline]
    fn is_valid(&self) -> bool {
        true
    }

    /// Completes the header of a frame that is sent with what depends on the payload, such as a checksum. The id, the
    /// lengths and the size must stay as they are.
    #[inline]
    fn seal(&mut self, payload: &[u8]) {
        let _ = payload;
    }

    /// Checks a payload that has arrived against the header, for example its checksum.
    ///
    /// # Errors
    ///
    /// Fails if they do not match. The frame is dropped with
    /// [`FrameError::Corrupt`](crate::error::FrameError::Corrupt), and the frames behind it can be read.
    #[inline]
    fn verify(&self, payload: &[u8]) -> Result<(), HeaderError> {
        let _ = payload;
        Ok(())
    }

    /// Copies from the header of a request what its reply repeats, such as a correlation id. By default nothing.
    #[inline]
    fn reply_to(&mut self, request: &Self) {
        let _ = request;
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
