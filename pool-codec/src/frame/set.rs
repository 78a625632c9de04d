//! Sets of messages: everything that one connection may carry.

use pool_core::PoolConfig;

use crate::codec::Digest;
use crate::codec::error::{DecodeError, DecodeErrorKind, EncodeError, EncodeErrorKind};
use crate::frame::header::Header;
use crate::frame::message::{DecodeFrame, EncodeFrame};
use crate::frame::message_info::MessageInfo;
use crate::frame::outgoing::Outgoing;

/// An enum of messages: everything that one connection may carry, checked by the compiler.
///
/// Derive it with `#[derive(FrameSet)]`. Every variant holds one message, and ids are unique. A variant marked
/// `#[frame(other)]` keeps frames of unknown id.
///
/// ```
/// # #[cfg(feature = "derive")] {
/// use pool_codec::{Frame, FrameSet, Pool, RawFrame, Str, TlvHeader};
///
/// #[derive(Debug, Frame)]
/// #[frame(id = 7)]
/// struct Hello { name: Str<255> }
///
/// #[derive(Debug, FrameSet)]
/// #[frames(header = TlvHeader)]
/// enum Chat { Hello(Hello), #[frame(other)] Unknown(RawFrame) }
///
/// static POOL: Pool = Pool::new(&Chat::POOL_CONFIG);
///
/// assert_eq!(Chat::MAX_SIZE, 256);
/// assert_eq!(Chat::message(7).map(|message| message.name), Some("Hello"));
/// // Classes of 128 and 256 bytes, because a name may be short or long, and the class of the window.
/// assert_eq!(Chat::POOL_CONFIG.classes().count(), 3);
/// # }
/// ```
///
/// [`MemoryBill::of`](crate::MemoryBill::of) sums up the memory that connections of a set need.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a set of messages",
    label = "not a set",
    note = "a reader is typed by the set: an enum of the messages that may come, with `#[derive(FrameSet)]`"
)]
pub trait FrameSet: Outgoing + EncodeFrame + for<'decoder> DecodeFrame<'decoder> {
    /// The header before each payload.
    type Header: Header;

    /// The name of the enum.
    const NAME: &'static str;

    /// The messages, in the order of the variants.
    const MESSAGES: &'static [MessageInfo];

    /// Whether a variant keeps frames of unknown id.
    const KEEPS_UNKNOWN: bool;

    /// The ids that no message may have, as ranges that include both ends: `#[frames(reserved = ..)]`.
    const RESERVED: &'static [(u32, u32)] = &[];

    /// The digest of everything that two peers must agree on: the messages' ids and encodings, and the sizes and limits
    /// of the header. Equal sets have equal digests, in whatever order they list their messages. Names and docs do not
    /// matter, nor do the rules by which a type rejects values: `range`, `validate` and `with`.
    ///
    /// [`Opening`](crate::opening::Opening) compares the digests of two peers when they connect.
    const DIGEST: Digest = MessageInfo::set_digest(
        Self::MESSAGES,
        <Self::Header as Header>::SIZE,
        <Self::Header as Header>::MAX_ID,
        <Self::Header as Header>::MAX_PAYLOAD,
    );

    /// The length of the longest payload of any message, in bytes. It never exceeds what the header can
    /// express.
    const MAX_SIZE: usize = MessageInfo::longest(Self::MESSAGES);

    /// The configuration of a pool for these messages.
    ///
    /// It has every class that a message can need: one class for a message of fixed size, and for any other
    /// message all classes from its shortest to its longest payload. It also has the class of the windows in
    /// which readers and writers collect small frames: 8 KiB if no payload exceeds 2 KiB, otherwise 16 KiB.
    const POOL_CONFIG: PoolConfig = MessageInfo::pool_config(Self::MESSAGES);

    /// Returns the message with this id, if the set has one.
    fn message(id: u32) -> Option<&'static MessageInfo>;
}

/// The error of a set that does not keep unknown frames.
#[doc(hidden)]
#[cold]
#[inline(never)]
#[must_use]
pub const fn unknown_id(id: u32) -> DecodeError {
    DecodeError::new(DecodeErrorKind::UnknownId { id }, 0)
}

/// Encodes the payload of a set's variant for unknown frames.
///
/// # Errors
///
/// Fails if the set has a message with the id of the frame: a peer would receive that message. The other errors are those
/// of the frame.
#[doc(hidden)]
pub fn encode_other<S: FrameSet>(
    frame: &impl EncodeFrame,
    out: &mut [u8],
) -> Result<usize, EncodeError> {
    if S::message(frame.frame_id()).is_some() {
        let reason = "the id of an unknown frame belongs to a message of the set";
        return Err(EncodeError::new(EncodeErrorKind::InvalidValue { reason }));
    }
    frame.encode_payload(out)
}

/// A message of at most this many bytes is decoded in the code of its set.
const INLINE: usize = 1024;

/// Decodes a message of a set with `decode`, and wraps it in its variant. The stack that a large message takes is not
/// part of the frame of the caller, which also decodes the small messages.
///
/// # Errors
///
/// The errors are those of `decode`.
#[doc(hidden)]
#[inline(always)]
pub fn decode_variant<'decoder, T, S>(
    payload: &'decoder [u8],
    decode: impl FnOnce(&'decoder [u8]) -> Result<T, DecodeError>,
    wrap: impl FnOnce(T) -> S,
) -> Result<S, DecodeError> {
    let decoded = || decode(payload).map(wrap);
    if const { size_of::<T>() <= INLINE } { decoded() } else { apart(decoded) }
}

#[inline(never)]
fn apart<R>(call: impl FnOnce() -> R) -> R {
    call()
}
