//! A service that is ready to read and write.

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;
use std::io::{Read, Write};

#[cfg(feature = "tokio")]
use ::tokio::io::{AsyncRead, AsyncWrite};
use pool_core::{Pool, PoolConfig};

use crate::bill::MemoryBill;
use crate::frame::{FrameSet, MessageInfo};
use crate::framing::{DeclaredIds, FrameDecoder, FrameEncoder};
use crate::io::{FrameReader, FrameWriter};
use crate::service::config::ServiceConfig;
use crate::service::error::ServiceError;
use crate::service::rules;
use crate::service::set_facts::SetFacts;

/// A service: the messages that it handles, checked against its set, and the pool that they need.
///
/// ```
/// # #[cfg(feature = "derive")] {
/// use pool_codec::service::{Service, ServiceConfig};
/// use pool_codec::{Frame, FrameSet, TlvHeader};
///
/// #[derive(Debug, Frame)]
/// #[frame(id = 1)]
/// struct SwapEvent { amount: u64 }
///
/// #[derive(Debug, Frame)]
/// #[frame(id = 2)]
/// struct Snapshot { reserves: [u64; 10_000] }
///
/// #[derive(Debug, FrameSet)]
/// #[frames(header = TlvHeader)]
/// enum Market { SwapEvent(SwapEvent), Snapshot(Snapshot) }
///
/// let text = "[service.adapter]\nmessages = ['SwapEvent']";
/// let config = ServiceConfig::from_toml(text, "adapter").unwrap();
/// let service = Service::<Market>::new(&config).unwrap();
///
/// // Messages that the service does not handle need no memory.
/// assert!(service.pool_config().footprint() < Market::POOL_CONFIG.footprint());
/// let mut writer = service.writer(Vec::new());
/// writer.send(&SwapEvent { amount: 7 }).unwrap();
/// # }
/// ```
pub struct Service<S: FrameSet> {
    name: Arc<str>,
    pool: Pool,
    messages: Arc<[MessageInfo]>,
    /// The ids of the messages, shared by all readers and writers.
    declared: DeclaredIds,
    set: PhantomData<fn() -> S>,
}

impl<S: FrameSet> Service<S> {
    /// Creates the service that `config` declares, with a pool of its own. The pool's configuration is
    /// [`ServiceConfig::pool_config`].
    ///
    /// # Errors
    ///
    /// - [`UnknownMessage`](ServiceError::UnknownMessage) if the set has no message of a declared name.
    /// - [`DuplicateMessage`](ServiceError::DuplicateMessage) if a name is declared twice.
    /// - [`Capacity`](ServiceError::Capacity) if a capacity is zero or exceeds that of the message type.
    /// - [`NoPool`](ServiceError::NoPool) if `overflow` limits a pool that is turned off.
    /// - [`NoClass`](ServiceError::NoClass) if no class holds a message and `overflow` forbids the heap.
    pub fn new(config: &ServiceConfig) -> Result<Self, ServiceError> {
        Self::start(config, None)
    }

    /// Like [`new`](Self::new), but the pool's configuration starts from the program's `base` and not from the message
    /// types. The capacities and policies of `base` apply where the service does not tighten them. The pool has no
    /// class that no declared message needs.
    ///
    /// ```
    /// # #[cfg(feature = "derive")] {
    /// # use pool_codec::service::{Service, ServiceConfig};
    /// # use pool_codec::{Frame, FrameSet, Overflow, SizeClass, TlvHeader};
    /// # #[derive(Debug, Frame)]
    /// # #[frame(id = 1)]
    /// # struct SwapEvent { amount: u64 }
    /// # #[derive(Debug, FrameSet)]
    /// # #[frames(header = TlvHeader)]
    /// # enum Market { SwapEvent(SwapEvent) }
    /// let base = Market::POOL_CONFIG.with_class(SizeClass::MIN, 64).with_overflow(Overflow::Fail);
    /// let text = "[service.adapter]\nmessages = ['SwapEvent']\ncapacity.SwapEvent = 16";
    /// let config = ServiceConfig::from_toml(text, "adapter").unwrap();
    /// let service = Service::<Market>::within(&config, &base).unwrap();
    /// assert_eq!(service.pool_config().capacity(SizeClass::MIN), 16);
    /// assert_eq!(service.pool_config().overflow(), Overflow::Fail);
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// Fails as [`new`](Self::new) does. Returns [`LoosensOverflow`](ServiceError::LoosensOverflow) or
    /// [`NoPool`](ServiceError::NoPool) if the service falls back to the heap and `base` does not, and
    /// [`NoClass`](ServiceError::NoClass) if `base` lacks the class of a declared message, also with
    /// `buffer_pool_enabled = false`.
    pub fn within(config: &ServiceConfig, base: &PoolConfig) -> Result<Self, ServiceError> {
        Self::start(config, Some(base))
    }

    /// Creates the service on an existing pool: a static one, or one that several services share. With
    /// `buffer_pool_enabled = false` the service does not use the pool.
    ///
    /// # Errors
    ///
    /// Fails as [`new`](Self::new) does. Returns [`OtherPool`](ServiceError::OtherPool) if the pool's configuration
    /// does not cover [`ServiceConfig::pool_config`], or falls back to the heap where that does not, and
    /// [`NoClass`](ServiceError::NoClass) if a payload may be longer than its largest class and it forbids the heap.
    pub fn on(config: &ServiceConfig, pool: &Pool) -> Result<Self, ServiceError> {
        let mut service = Self::start(config, None)?;
        if let Some(class) = rules::first_lacking(pool.config(), service.pool_config()) {
            return Err(ServiceError::OtherPool {
                service: String::from(config.name()),
                class,
                capacity: pool.config().capacity(class),
                needed: service.pool_config().capacity(class),
            });
        }
        if config.buffer_pool_enabled {
            // The pool may be stricter than the service needs, and refuse what no class holds.
            let longest = service.messages.iter().max_by_key(|message| message.max_size);
            if let Some(message) = longest
                && !pool.config().serves(message.max_size)
            {
                return Err(ServiceError::NoClass {
                    service: String::from(config.name()),
                    message: message.name,
                    longest: message.max_size,
                    largest: pool.config().largest_class(),
                });
            }
            service.pool = pool.clone();
        }
        Ok(service)
    }

    /// Creates the service that `config` declares for a connection of two sets: this one is for the messages that it
    /// reads, for example, and `Out` for those that it sends. Both share one pool.
    ///
    /// A declared message belongs to each set that has it. A message that neither has is reported as unknown to `Out`.
    ///
    /// ```
    /// # #[cfg(feature = "derive")] {
    /// # use pool_codec::service::{Service, ServiceConfig};
    /// # use pool_codec::{Frame, FrameSet, TlvHeader};
    /// # #[derive(Debug, PartialEq, Frame)]
    /// # #[frame(id = 1)]
    /// # struct Ask { symbol: u32 }
    /// # #[derive(Debug, PartialEq, Frame)]
    /// # #[frame(id = 2)]
    /// # struct Price { cents: u64 }
    /// # #[derive(Debug, FrameSet)]
    /// # #[frames(header = TlvHeader)]
    /// # enum Requests { Ask(Ask) }
    /// # #[derive(Debug, FrameSet)]
    /// # #[frames(header = TlvHeader)]
    /// # enum Replies { Price(Price) }
    /// let text = "[service.quotes]\nmessages = ['Ask', 'Price']";
    /// let config = ServiceConfig::from_toml(text, "quotes").unwrap();
    /// let (requests, replies) = Service::<Requests>::divided::<Replies>(&config).unwrap();
    /// assert_eq!((requests.messages()[0].name, replies.messages()[0].name), ("Ask", "Price"));
    /// let mut writer = replies.writer(Vec::new());
    /// writer.send(&Price { cents: 5 }).unwrap();
    /// # let _ = requests.reader(&[][..]);
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// Fails as [`new`](Self::new) does.
    pub fn divided<Out: FrameSet>(
        config: &ServiceConfig,
    ) -> Result<(Self, Service<Out>), ServiceError> {
        let has = |messages: &[MessageInfo], name: &str| {
            messages.iter().any(|message| message.name == name)
        };
        let only = |is_of: &dyn Fn(&str) -> bool| {
            let messages: Vec<_> =
                config.messages.iter().filter(|message| is_of(&message.name)).cloned().collect();
            ServiceConfig { messages: messages.into(), ..config.clone() }
        };
        let mut read = Self::start(&only(&|name| has(S::MESSAGES, name)), None)?;
        let written = only(&|name| has(Out::MESSAGES, name) || !has(S::MESSAGES, name));
        let mut written = Service::<Out>::start(&written, None)?;
        let pool = Pool::new(&read.pool_config().merge(written.pool_config()));
        read.pool = pool.clone();
        written.pool = pool;
        Ok((read, written))
    }

    fn start(config: &ServiceConfig, base: Option<&PoolConfig>) -> Result<Self, ServiceError> {
        let set = SetFacts::of::<S>();
        let refused = |violation| ServiceError::new(set, config, violation);
        let pool = rules::pool_config(set, config, base).map_err(refused)?;
        let messages = (0..config.declared().len())
            .map(|index| Ok(*rules::message(set, config, base, index).map_err(refused)?.1))
            .collect::<Result<Arc<[MessageInfo]>, ServiceError>>()?;
        Ok(Self {
            name: config.name().into(),
            pool: Pool::new(&pool),
            declared: DeclaredIds::of_service(
                config.name(),
                &messages.iter().map(|message| message.id).collect::<Vec<_>>(),
            ),
            messages,
            set: PhantomData,
        })
    }

    /// Returns the name of the service.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the pool from which the buffers come.
    #[must_use]
    pub fn pool(&self) -> &Pool {
        &self.pool
    }

    /// Returns the configuration of the pool.
    #[must_use]
    pub fn pool_config(&self) -> &PoolConfig {
        self.pool.config()
    }

    /// Returns the memory bill of `connections` that read and write the declared messages.
    #[must_use]
    pub fn memory_bill(&self, connections: usize) -> MemoryBill {
        let longest = self.messages.iter().map(|message| message.max_size).max();
        MemoryBill::new::<S>(self.pool_config(), connections)
            .with_longest_payload::<S>(longest.unwrap_or(0))
    }

    /// Returns the declared messages, in the order of the declaration.
    #[must_use]
    pub fn messages(&self) -> &[MessageInfo] {
        &self.messages
    }

    /// Creates a decoder on the service's pool. It treats messages that the service does not declare as unknown, see
    /// [`with_unknown_frames`](FrameDecoder::with_unknown_frames).
    #[must_use]
    pub fn decoder(&self) -> FrameDecoder<S> {
        FrameDecoder::new(&self.pool).with_declared(self.declared.clone())
    }

    /// Creates a reader on the service's pool. It treats messages that the service does not declare as unknown.
    ///
    /// A reader waits for a slot only after [`with_slot_timeout`](FrameReader::with_slot_timeout).
    pub fn reader<R: Read>(&self, stream: R) -> FrameReader<R, S> {
        FrameReader::with_decoder(stream, self.decoder())
    }

    /// Creates an encoder on the service's pool. It rejects messages that the service does not declare.
    #[must_use]
    pub fn encoder(&self) -> FrameEncoder<S> {
        FrameEncoder::new(&self.pool).with_declared(self.declared.clone())
    }

    /// Creates a writer on the service's pool. The compiler rejects messages that the set does not have, and the writer
    /// those that the service does not declare.
    ///
    /// A writer waits for a slot only after [`with_slot_timeout`](FrameWriter::with_slot_timeout).
    pub fn writer<W: Write>(&self, stream: W) -> FrameWriter<W, S> {
        FrameWriter::with_encoder(stream, self.encoder())
    }

    /// Creates a [`reader`](Self::reader) over tokio's traits.
    #[cfg(feature = "tokio")]
    pub fn tokio_reader<R: AsyncRead + Unpin>(&self, stream: R) -> crate::tokio::FrameReader<R, S> {
        crate::tokio::FrameReader::with_decoder(stream, self.decoder())
    }

    /// Creates a [`writer`](Self::writer) over tokio's traits.
    #[cfg(feature = "tokio")]
    pub fn tokio_writer<W>(&self, stream: W) -> crate::tokio::FrameWriter<W, S>
    where
        W: AsyncWrite + Unpin,
    {
        crate::tokio::FrameWriter::with_encoder(stream, self.encoder())
    }
}

impl<S: FrameSet> Clone for Service<S> {
    fn clone(&self) -> Self {
        Self {
            name: self.name.clone(),
            pool: self.pool.clone(),
            messages: self.messages.clone(),
            declared: self.declared.clone(),
            set: PhantomData,
        }
    }
}

impl<S: FrameSet> fmt::Debug for Service<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Service")
            .field("name", &self.name)
            .field("set", &S::NAME)
            .field("messages", &self.messages)
            .finish_non_exhaustive()
    }
}
