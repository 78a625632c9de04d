//! Messages that travel in frames of their own.

use alloc::boxed::Box;

use pool_core::SizeClass;

use crate::codec::Decodable;
use crate::codec::Encodable;
use crate::codec::error::{DecodeError, DecodeErrorKind, EncodeError};
use crate::frame::header::Header;

/// A message with a frame id. Both the owned and the borrowed form of a message implement it.
///
/// Derive it with `#[derive(Frame)]` and `#[frame(id = ..)]`. A type without an id is a part: it nests in
/// messages and cannot be sent on its own.
///
/// ```
/// use pool_codec::{Frame, Str, Wire};
///
/// /// Closes a channel.
/// #[derive(Debug, Clone, PartialEq, Frame)]
/// #[frame(id = 0x800018)]
/// struct CloseChannel {
///     channel_id: u32,
///     reason_code: Str<255>,
/// }
///
/// assert_eq!(CloseChannel::ID, 0x800018);
/// assert_eq!(CloseChannel::NAME, "CloseChannel");
/// assert_eq!((CloseChannel::MIN_SIZE, CloseChannel::MAX_SIZE), (5, 260));
/// assert_eq!(CloseChannel::SIZE_CLASS.bytes(), 512);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no frame id",
    label = "a part, not a message",
    note = "add `id = ..` to its `#[frame(..)]` attribute to send it on its own",
    note = "a set has no id of its own: use `decode`, or match on `frame.id()` and refill one message"
)]
pub trait Frame: Encodable {
    /// The owned form.
    type Owned: ?Sized;

    /// The identifying bits of the header, as one integer.
    const ID: u32;

    /// The name of the owned form.
    const NAME: &'static str;

    /// The number of slots that the message requests in each of its size classes. By default the class
    /// decides.
    const CAPACITY: Option<usize> = None;

    /// The smallest pool class that holds [`Wire::MAX_SIZE`](crate::Wire::MAX_SIZE) plus
    /// [`Wire::MAX_TRAILING`](crate::Wire::MAX_TRAILING) bytes.
    const SIZE_CLASS: SizeClass =
        SizeClass::for_len(Self::MAX_SIZE.saturating_add(Self::MAX_TRAILING));
}

/// A value that can be sent as one frame.
///
/// Messages implement it in both forms, and so do sets of messages and [`RawFrame`]. [`PooledFrame`] and
/// [`Held`] implement it too: they forward a frame without encoding it again.
///
/// [`RawFrame`]: crate::RawFrame
/// [`PooledFrame`]: crate::PooledFrame
/// [`Held`]: crate::Held
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent as a frame",
    label = "not a frame",
    note = "derive `Frame` with `#[frame(id = ..)]` for it, or `FrameSet` for an enum of messages"
)]
pub trait EncodeFrame {
    /// The type by which a set knows the frame: the owned form of a message, or a set.
    /// See [`Carries`](crate::Carries).
    type Message: ?Sized;

    /// Returns the frame id.
    fn frame_id(&self) -> u32;

    /// Returns the exact length of the payload, in bytes.
    fn payload_len(&self) -> usize;

    /// Writes the payload to the front of `out` and returns its length, in bytes.
    ///
    /// # Errors
    ///
    /// Fails if `out` is too short or a field exceeds its bound.
    fn encode_payload(&self, out: &mut [u8]) -> Result<usize, EncodeError>;

    /// Returns the header with which the frame is sent: a new one, or that with which a [`PooledFrame`] arrived. `None`
    /// if the header type cannot express the id or the length.
    ///
    /// [`PooledFrame`]: crate::PooledFrame
    #[inline]
    fn frame_header<H: Header>(&self) -> Option<H>
    where
        Self: Sized,
    {
        H::new(self.frame_id(), self.payload_len())
    }
}

/// A value that can be decoded from one frame: a message in either form, a set of messages, or a [`RawFrame`].
///
/// [`RawFrame`]: crate::RawFrame
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be made from a frame",
    label = "not a frame",
    note = "derive `Frame` with `#[frame(id = ..)]` for it, or `FrameSet` for an enum of messages"
)]
pub trait DecodeFrame<'decoder>: Sized {
    /// Decodes the payload of a frame with this id.
    ///
    /// # Errors
    ///
    /// Fails if the id belongs to another message or the payload is malformed.
    fn decode_frame(id: u32, payload: &'decoder [u8]) -> Result<Self, DecodeError>;
}

impl<F: Frame> EncodeFrame for F {
    type Message = F::Owned;

    #[inline]
    fn frame_id(&self) -> u32 {
        F::ID
    }

    #[inline]
    fn payload_len(&self) -> usize {
        self.encoded_len()
    }

    #[inline]
    fn encode_payload(&self, out: &mut [u8]) -> Result<usize, EncodeError> {
        self.encode(out)
    }
}

impl<'decoder, F: Frame + Decodable<'decoder>> DecodeFrame<'decoder> for F {
    #[inline(always)]
    fn decode_frame(id: u32, payload: &'decoder [u8]) -> Result<Self, DecodeError> {
        check_id::<F>(id)?;
        F::decode(payload)
    }
}

/// A message in a heap block. A large one is decoded there, and does not pass through the stack.
#[diagnostic::do_not_recommend]
impl<F: Frame> Frame for Box<F> {
    type Owned = F::Owned;
    const ID: u32 = F::ID;
    const NAME: &'static str = F::NAME;
    const CAPACITY: Option<usize> = F::CAPACITY;
    const SIZE_CLASS: SizeClass = F::SIZE_CLASS;
}

/// Fails if `id` is not that of `F`.
#[inline(always)]
pub(crate) fn check_id<F: Frame>(id: u32) -> Result<(), DecodeError> {
    if id == F::ID {
        return Ok(());
    }
    let kind = DecodeErrorKind::WrongId { expected: F::ID, found: id };
    Err(DecodeError::new(kind, 0).in_message(F::SCHEMA))
}
