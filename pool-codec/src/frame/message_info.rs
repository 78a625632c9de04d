//! The facts that a set knows about each of its messages.

use pool_core::{PoolConfig, SizeClass};

use crate::codec::const_fmt::{Decimal, fail};
use crate::codec::schema::refilled_within;
use crate::codec::{Digest, Schema};
use crate::frame::header::Header;
use crate::frame::message::Frame;
use crate::frame::window::window_for;

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
    /// exceeds what the header can express, the set's `max_payload`, nor 2^32 - 1.
    pub max_size: usize,
    /// The maximum heap memory, in bytes, that one value decoded from such a payload holds.
    pub max_heap: usize,
    /// The maximum heap memory, in bytes, that a value holds which is decoded and then refilled from such payloads
    /// ([`decode_into`](crate::Decodable::decode_into)), valid or not, also while it is refilled.
    ///
    /// It is the sum of what each part can hold on its own, because payloads that are malformed behind one field can
    /// fill one field after another. An enum that changes its variant, a field with an adapter and an absent field with a
    /// default have their old and their new value at once, which is added for the largest of them.
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
    /// Panics if `H` cannot express the id or even the shortest payload of `F`, or if the longest payload exceeds
    /// [`SizeClass::MAX_POOLED`]: no pool has a slot for it, and no footprint includes it. In a constant this is a
    /// compile-time error.
    #[must_use]
    #[track_caller]
    pub const fn of<F: Frame, H: Header>() -> Self {
        let info = Self::of_at_most::<F, H>(usize::MAX);
        if !info.size_class.is_pooled() {
            fail(&[
                "a payload of `",
                F::NAME,
                "` may have ",
                Decimal::new(info.max_size).as_str(),
                " bytes, but a pool has no slot of more than ",
                Decimal::new(SizeClass::MAX_POOLED.bytes()).as_str(),
                "\nhelp: reduce its maximum lengths, or set the longest payload that you accept, for example ",
                "`#[frames(max_payload = 1 << 20)]`; payloads above 1 MiB come from the heap",
            ]);
        }
        info
    }

    /// Like [`of`](Self::of), for sets with `max_payload`: longer payloads than `max_payload` bytes are rejected, and
    /// it may exceed [`SizeClass::MAX_POOLED`].
    ///
    /// # Panics
    ///
    /// Panics if `H` cannot express the id, or if even the shortest payload of `F` exceeds `max_payload` or what `H`
    /// can express. In a constant this is a compile-time error.
    #[must_use]
    #[track_caller]
    pub const fn of_at_most<F: Frame, H: Header>(max_payload: usize) -> Self {
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
        if F::MIN_SIZE > max_payload {
            fail(&[
                "no payload of `",
                F::NAME,
                "` is as short as the set's `max_payload`\nhelp: its shortest has ",
                Decimal::new(F::MIN_SIZE).as_str(),
                " bytes",
            ]);
        }
        let limit = min(H::MAX_PAYLOAD, max_payload);
        Self { capacity: F::CAPACITY, ..Self::of_schema(F::ID, F::NAME, F::SCHEMA, limit) }
    }

    /// Collects the facts about a message that is known only by its schema, in a set whose header and `max_payload`
    /// permit payloads of up to `limit` bytes.
    ///
    /// ```
    /// use pool_codec::{MessageInfo, Str, Wire};
    ///
    /// const HELLO: MessageInfo = MessageInfo::of_schema(7, "Hello", Str::<200>::SCHEMA, 1 << 16);
    /// assert_eq!((HELLO.min_size, HELLO.max_size, HELLO.size_class.bytes()), (1, 201, 256));
    /// ```
    #[must_use]
    pub const fn of_schema(
        id: u32,
        name: &'static str,
        schema: &'static Schema,
        limit: usize,
    ) -> Self {
        // A pool's buffers have at most 2^32 - 1 bytes.
        let limit = min(limit, u32::MAX as usize);
        let max_size = min(schema.max_size().saturating_add(schema.max_trailing()), limit);
        // Trailing bytes are ignored and take no heap memory.
        let encoding = min(schema.max_size(), max_size);
        Self {
            id,
            name,
            min_size: schema.min_size(),
            max_size,
            max_heap: schema.heap_within(encoding),
            max_refilled_heap: refilled_within(schema, encoding),
            size_class: SizeClass::for_len(max_size),
            capacity: None,
            schema,
        }
    }

    /// Returns the digest of the id and of the encoding. See [`Digest`].
    #[must_use]
    pub const fn digest(&self) -> Digest {
        Digest::of_message(self.id, self.schema)
    }

    /// Returns the digest of a set with these messages and a header of `size` bytes that can express ids up to `max_id` and
    /// payloads up to `max_payload` bytes. [`FrameSet::DIGEST`](crate::FrameSet::DIGEST) is that of a set.
    #[must_use]
    pub const fn set_digest(
        messages: &[Self],
        size: usize,
        max_id: u32,
        max_payload: usize,
    ) -> Digest {
        let (mut rest, mut digest) = (messages, Digest::of_header(size, max_id, max_payload));
        // The sum does not depend on the order of the messages.
        while let [message, tail @ ..] = rest {
            digest = digest.with(message.digest());
            rest = tail;
        }
        digest
    }

    /// Returns the length of the longest payload of any of the messages, in bytes.
    pub(crate) const fn longest(messages: &[Self]) -> usize {
        let (mut rest, mut max) = (messages, 0);
        while let [message, tail @ ..] = rest {
            if message.max_size > max {
                max = message.max_size;
            }
            rest = tail;
        }
        max
    }

    /// Returns the configuration of a pool for these messages.
    /// [`FrameSet::POOL_CONFIG`](crate::FrameSet::POOL_CONFIG) is that of a set.
    #[must_use]
    pub const fn pool_config(messages: &[Self]) -> PoolConfig {
        let window = window_for(Self::longest(messages));
        let (mut rest, mut config) =
            (messages, PoolConfig::new().with_message(window, window, None));
        while let [message, tail @ ..] = rest {
            config = config.with_message(message.min_size, message.max_size, message.capacity);
            rest = tail;
        }
        config
    }
}

/// [`Ord::min`] in a `const fn`.
const fn min(a: usize, b: usize) -> usize {
    if a < b { a } else { b }
}
