//! Messages that travel in frames of their own, and sets of them.

use pool_core::{PoolConfig, SizeClass};

use crate::bill::MemoryBill;
use crate::codec::const_fmt::Decimal;
use crate::codec::schema::heap_within;
use crate::codec::{Decodable, DecodeError, Encodable, EncodeError, Schema};
use crate::frame::header::Header;
use crate::framing::window_for;

/// A message with a frame id. Both forms of a message implement it.
///
/// Derived by `#[derive(Frame)]` with `#[frame(id = ..)]`. A type without an id is a part: it nests in
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
    /// The header's identifying bits.
    const ID: u32;

    /// The owned form's name.
    const NAME: &'static str;

    /// Slots of each of its size classes that the message asks for; by default the class decides.
    const CAPACITY: Option<usize> = None;

    /// The smallest pool class that holds [`Wire::MAX_SIZE`](crate::Wire::MAX_SIZE) and what may follow it.
    const SIZE_CLASS: SizeClass =
        SizeClass::for_len(Self::MAX_SIZE.saturating_add(Self::MAX_TRAILING));
}

/// What can be sent as one frame: a message in either form, a set of messages, a [`RawFrame`], and, sent on as it
/// came, a [`PooledFrame`] or what is [`Held`].
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
    /// The frame's id.
    fn frame_id(&self) -> u32;

    /// The payload's exact length, in bytes.
    fn payload_len(&self) -> usize;

    /// Writes the payload to the front of `out` and returns its length in bytes.
    ///
    /// # Errors
    ///
    /// If `out` is too small, or a field exceeds its bound.
    fn encode_payload(&self, out: &mut [u8]) -> Result<usize, EncodeError>;
}

/// What can be made from a frame: a message in either form, a set of messages, a [`RawFrame`].
///
/// [`RawFrame`]: crate::RawFrame
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be made from a frame",
    label = "not a frame",
    note = "derive `Frame` with `#[frame(id = ..)]` for it, or `FrameSet` for an enum of messages"
)]
pub trait DecodeFrame<'decoder>: Sized {
    /// Decodes the payload of a frame.
    ///
    /// # Errors
    ///
    /// If the frame has another message's id, or its payload is malformed.
    fn decode_frame(id: u32, payload: &'decoder [u8]) -> Result<Self, DecodeError>;
}

/// What a [`FrameSet`] knows of one of its messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct MessageInfo {
    /// The frame id.
    pub id: u32,
    /// The message's name.
    pub name: &'static str,
    /// The shortest payload, in bytes.
    pub min_size: usize,
    /// The longest payload, in bytes, with what may follow the message; at most what the header can
    /// express, and 2^32 - 1.
    pub max_size: usize,
    /// The most heap bytes that one value decoded from such a payload holds.
    pub max_heap: usize,
    /// The smallest pool class that holds `max_size`.
    pub size_class: SizeClass,
    /// The message's own `capacity`, if it has one.
    pub capacity: Option<usize>,
    /// The payload's encoding, as data: [`Value`](crate::Value) reads a payload by it.
    pub schema: &'static Schema,
}

impl MessageInfo {
    /// The facts about `F` under header `H`.
    ///
    /// # Panics
    ///
    /// At compile time, if `H` cannot express the id or even the shortest payload of `F`.
    #[must_use]
    #[track_caller]
    pub const fn of<F: Frame, H: Header>() -> Self {
        if F::ID > H::MAX_ID {
            crate::codec::const_fmt::fail(&[
                "the id of `",
                F::NAME,
                "` exceeds what the header can express\nhelp: an id is the header's identifying bits, as one integer",
            ]);
        }
        if F::MIN_SIZE > H::MAX_PAYLOAD {
            crate::codec::const_fmt::fail(&[
                "no payload of `",
                F::NAME,
                "` is short enough for the header\nhelp: use a header with a wider length field",
            ]);
        }
        // What the header can express, and a pool can give.
        let limit = if H::MAX_PAYLOAD as u64 <= u32::MAX as u64 {
            H::MAX_PAYLOAD
        } else {
            u32::MAX as usize
        };
        let payload = F::MAX_SIZE.saturating_add(F::MAX_TRAILING);
        let max_size = if payload < limit { payload } else { limit };
        Self {
            id: F::ID,
            name: F::NAME,
            min_size: F::MIN_SIZE,
            max_size,
            // What follows the message takes none.
            max_heap: heap_within(
                F::SCHEMA,
                if F::MAX_SIZE < max_size { F::MAX_SIZE } else { max_size },
            ),
            size_class: SizeClass::for_len(max_size),
            capacity: F::CAPACITY,
            schema: F::SCHEMA,
        }
    }
}

/// An enum of messages: everything one connection may carry, checked by the compiler.
///
/// Derived by `#[derive(FrameSet)]`. Every variant holds one message; ids are unique; `#[frame(other)]`
/// marks the variant that keeps frames of unknown id.
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
/// // Classes of 128 and 256 bytes, since a name may be short or long, and the window's.
/// assert_eq!(Chat::POOL_CONFIG.classes().count(), 3);
/// # }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a set of messages",
    label = "not a set",
    note = "a reader is typed by the set: an enum of the messages that may come, with `#[derive(FrameSet)]`"
)]
pub trait FrameSet: EncodeFrame + for<'decoder> DecodeFrame<'decoder> {
    /// What precedes each payload.
    type Header: Header;

    /// The enum's name.
    const NAME: &'static str;

    /// The messages, in the order of the variants.
    const MESSAGES: &'static [MessageInfo];

    /// Whether a variant keeps frames of unknown id.
    const KEEPS_UNKNOWN: bool;

    /// The longest payload of any message, in bytes; at most what the header can express.
    const MAX_SIZE: usize = max_size(Self::MESSAGES);

    /// A pool for these messages: every class that one of them can need, and one for the windows that small
    /// frames share on their way in and out: 8 KiB if no payload is above 2 KiB, else 16 KiB. A message of one
    /// size registers one class, another the ladder from its shortest to its longest payload.
    const POOL_CONFIG: PoolConfig = pool_config(Self::MESSAGES);

    /// What so many connections of this set take at most, on a pool of [`POOL_CONFIG`](Self::POOL_CONFIG); to
    /// be printed. For another config, or to check it in a `const`: [`MemoryBill::new`].
    fn memory_bill(connections: usize) -> MemoryBill
    where
        Self: Sized,
    {
        MemoryBill::new::<Self>(&Self::POOL_CONFIG, connections)
    }

    /// The message with this id, if the set has one.
    fn message(id: u32) -> Option<&'static MessageInfo>;
}

const fn max_size(messages: &[MessageInfo]) -> usize {
    let (mut rest, mut max) = (messages, 0);
    while let [message, tail @ ..] = rest {
        if message.max_size > max {
            max = message.max_size;
        }
        rest = tail;
    }
    max
}

const fn pool_config(messages: &[MessageInfo]) -> PoolConfig {
    let window = window_for(max_size(messages));
    let (mut rest, mut config) = (messages, PoolConfig::new().with_message(window, window, None));
    while let [message, tail @ ..] = rest {
        config = config.with_message(message.min_size, message.max_size, message.capacity);
        rest = tail;
    }
    config
}

/// Fails the build if two messages have one id. Called by `#[derive(FrameSet)]`.
#[doc(hidden)]
#[track_caller]
pub const fn check_ids(set: &str, messages: &[MessageInfo]) {
    let mut rest = messages;
    while let [first, tail @ ..] = rest {
        let mut others = tail;
        while let [other, more @ ..] = others {
            if first.id == other.id {
                crate::codec::const_fmt::fail(&[
                    "`",
                    first.name,
                    "` and `",
                    other.name,
                    "` have the same frame id in `",
                    set,
                    "`\nhelp: give each message of a set its own `#[frame(id = ..)]`",
                ]);
            }
            others = more;
        }
        rest = tail;
    }
}

/// Fails the build if a message of the set has an id in one of the `reserved` ranges, whose ends belong to
/// them. Called by `#[derive(FrameSet)]`.
#[doc(hidden)]
#[track_caller]
pub const fn check_reserved(set: &str, messages: &[MessageInfo], reserved: &[(u32, u32)]) {
    let mut rest = messages;
    while let [message, tail @ ..] = rest {
        let mut ranges = reserved;
        while let [(first, last), more @ ..] = ranges {
            if *first <= message.id && message.id <= *last {
                crate::codec::const_fmt::fail(&[
                    "the id of `",
                    message.name,
                    "`, ",
                    Decimal::new(message.id as usize).as_str(),
                    ", is reserved in `",
                    set,
                    "`\nhelp: give the message another `#[frame(id = ..)]`",
                ]);
            }
            ranges = more;
        }
        rest = tail;
    }
}

impl<F: Frame> EncodeFrame for F {
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
    #[inline]
    fn decode_frame(id: u32, payload: &'decoder [u8]) -> Result<Self, DecodeError> {
        if id != F::ID {
            return Err(wrong_id(F::ID, id, F::SCHEMA));
        }
        F::decode(payload)
    }
}

#[cold]
#[inline(never)]
pub(crate) const fn wrong_id(expected: u32, found: u32, message: &'static Schema) -> DecodeError {
    DecodeError::new(crate::DecodeErrorKind::WrongId { expected, found }, 0).in_message(message)
}

/// The error of a set that keeps no unknown frames.
#[doc(hidden)]
#[cold]
#[inline(never)]
#[must_use]
pub const fn unknown_id(id: u32) -> DecodeError {
    DecodeError::new(crate::DecodeErrorKind::UnknownId { id }, 0)
}
