//! The facts that a set knows about each of its messages.

use pool_core::SizeClass;

use crate::codec::Schema;
use crate::codec::const_fmt::fail;
use crate::codec::schema::{heap_within, refilled_within};
use crate::frame::header::Header;
use crate::frame::message::Frame;

/// The facts that a [`FrameSet`](crate::FrameSet) knows about one of its messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct MessageInfo {
    /// The frame id.
    pub id: u32,
    /// The name of the message.
    pub name: &'static str,
    /// The length of the shortest payload, in bytes.
    pub min_size: usize,
    /// The length of the longest payload, in bytes, including the bytes that may follow the message. It never
    /// exceeds what the header can express, nor 2^32 - 1.
    pub max_size: usize,
    /// The maximum heap memory, in bytes, that one value decoded from such a payload holds.
    pub max_heap: usize,
    /// The maximum heap memory, in bytes, that a value holds which is refilled from such payloads
    /// ([`decode_into`](crate::Decodable::decode_into)), also while it is refilled.
    pub max_refilled_heap: usize,
    /// The smallest pool class that holds `max_size` bytes.
    pub size_class: SizeClass,
    /// The `capacity` that the message itself requests, if any.
    pub capacity: Option<usize>,
    /// The encoding of the payload, as data. [`Value`](crate::schema::Value) reads a payload by it.
    pub schema: &'static Schema,
}

impl MessageInfo {
    /// Collects the facts about `F` under the header `H`.
    ///
    /// # Panics
    ///
    /// Panics if `H` cannot express the id or even the shortest payload of `F`. In a constant this is a
    /// compile-time error.
    #[must_use]
    #[track_caller]
    pub const fn of<F: Frame, H: Header>() -> Self {
        if F::ID > H::MAX_ID {
            fail(&[
                "the id of `",
                F::NAME,
                "` exceeds what the header can express\nhelp: an id is the header's identifying bits, as one integer",
            ]);
        }
        if F::MIN_SIZE > H::MAX_PAYLOAD {
            fail(&[
                "no payload of `",
                F::NAME,
                "` is short enough for the header\nhelp: use a header with a wider length field",
            ]);
        }
        // The header's limit, and that of a pool's buffers.
        let limit = if H::MAX_PAYLOAD as u64 <= u32::MAX as u64 {
            H::MAX_PAYLOAD
        } else {
            u32::MAX as usize
        };
        let payload = F::MAX_SIZE.saturating_add(F::MAX_TRAILING);
        let max_size = if payload < limit { payload } else { limit };
        // Trailing bytes are ignored and take no heap memory.
        let encoding = if F::MAX_SIZE < max_size { F::MAX_SIZE } else { max_size };
        Self {
            id: F::ID,
            name: F::NAME,
            min_size: F::MIN_SIZE,
            max_size,
            max_heap: heap_within(F::SCHEMA, encoding),
            max_refilled_heap: refilled_within(F::SCHEMA, encoding),
            size_class: SizeClass::for_len(max_size),
            capacity: F::CAPACITY,
            schema: F::SCHEMA,
        }
    }
}
