//! Services: programs that say in a file which messages they handle.
//!
//! ```text
//!  TOML --pool_service::read--> Declaration --> ServiceConfig --rules.rs--> PoolConfig, ids --> Service
//!   \                                              ^   names are checked against the set;
//!    `--service_config!, when it is built ---------'   nothing can be loosened
//! ```

mod checked;
mod config;
mod error;
mod rules;
mod text;

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;
use std::io::{Read, Write};

#[cfg(feature = "tokio")]
use ::tokio::io::{AsyncRead, AsyncWrite};
use pool_core::{Pool, PoolConfig};

pub use self::checked::{built_from, check_declared};
pub use self::config::ServiceConfig;
pub use self::error::ServiceError;
pub use self::rules::SetFacts;
use crate::bill::MemoryBill;
use crate::frame::{FrameSet, MessageInfo};
use crate::framing::{DeclaredIds, FrameDecoder, FrameEncoder};
use crate::io::{FrameReader, FrameWriter};

/// What a service handles, checked against its set, with the pool that this needs.
///
/// ```
/// # #[cfg(feature = "derive")] {
/// use pool_codec::{Frame, FrameSet, Service, ServiceConfig, TlvHeader};
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
/// // The memory of what the service does not handle is not in its bill.
/// assert!(service.pool_config().footprint() < Market::POOL_CONFIG.footprint());
/// let mut writer = service.writer(Vec::new());
/// writer.send(&SwapEvent { amount: 7 }).unwrap();
/// # }
/// ```
pub struct Service<S: FrameSet> {
    name: Arc<str>,
    pool: Pool,
    messages: Arc<[MessageInfo]>,
    /// One list for all readers and writers.
    declared: DeclaredIds,
    set: PhantomData<fn() -> S>,
}

impl<S: FrameSet> Service<S> {
    /// The service that `config` declares, with a pool of its own of
    /// [`ServiceConfig::pool_config`].
    ///
    /// # Errors
    ///
    /// [`UnknownMessage`](ServiceError::UnknownMessage) and
    /// [`DuplicateMessage`](ServiceError::DuplicateMessage) for names;
    /// [`Capacity`](ServiceError::Capacity) if the file gives a message more buffers than its type;
    /// [`NoPool`](ServiceError::NoPool) if `overflow` limits a pool that is turned off.
    pub fn new(config: &ServiceConfig) -> Result<Self, ServiceError> {
        Self::start(config, None)
    }

    /// As [`new`](Self::new), starting from what the program says and not from the message types: `base`'s
    /// capacities and policies hold where the service does not tighten them. Classes that no declared
    /// message needs are left out.
    ///
    /// ```
    /// # #[cfg(feature = "derive")] {
    /// # use pool_codec::{Frame, FrameSet, Overflow, Service, ServiceConfig, SizeClass, TlvHeader};
    /// # #[derive(Debug, Frame)]
    /// # #[frame(id = 1)]
    /// # struct SwapEvent { amount: u64 }
    /// # #[derive(Debug, FrameSet)]
    /// # #[frames(header = TlvHeader)]
    /// # enum Market { SwapEvent(SwapEvent) }
    /// let base = Market::POOL_CONFIG.with(SizeClass::MIN, 64).overflow(Overflow::Fail);
    /// let text = "[service.adapter]\nmessages = ['SwapEvent']\ncapacity.SwapEvent = 16";
    /// let config = ServiceConfig::from_toml(text, "adapter").unwrap();
    /// let service = Service::<Market>::within(&config, &base).unwrap();
    /// assert_eq!(service.pool_config().capacity(SizeClass::MIN), 16);
    /// assert_eq!(service.pool_config().overflow_policy(), Overflow::Fail);
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// As [`new`](Self::new); [`LoosensOverflow`](ServiceError::LoosensOverflow) or
    /// [`NoPool`](ServiceError::NoPool) if the service would take from the heap what `base` does not.
    pub fn within(config: &ServiceConfig, base: &PoolConfig) -> Result<Self, ServiceError> {
        Self::start(config, Some(base))
    }

    /// The service on a pool that there is already: a static one, or one that services share. With
    /// `buffer_pool_enabled = false` the pool is not used.
    ///
    /// # Errors
    ///
    /// As [`new`](Self::new); [`OtherPool`](ServiceError::OtherPool) if the pool's config does not cover
    /// [`ServiceConfig::pool_config`], or falls back to the heap where that does not.
    pub fn on(config: &ServiceConfig, pool: &Pool) -> Result<Self, ServiceError> {
        let mut service = Self::start(config, None)?;
        if let Some(class) = rules::lacks(pool.config(), service.pool_config()) {
            return Err(ServiceError::OtherPool {
                service: String::from(config.name()),
                class,
                capacity: pool.config().capacity(class),
                needed: service.pool_config().capacity(class),
            });
        }
        if config.buffer_pool_enabled {
            service.pool = pool.clone();
        }
        Ok(service)
    }

    fn start(config: &ServiceConfig, base: Option<&PoolConfig>) -> Result<Self, ServiceError> {
        let set = SetFacts::of::<S>();
        let refused = |mistake| ServiceError::new(set, config, mistake);
        let pool = rules::pool_config(set, config, base).map_err(refused)?;
        let messages = (0..config.declared().len())
            .map(|index| Ok(*rules::message(set, config, base, index).map_err(refused)?.1))
            .collect::<Result<Arc<[MessageInfo]>, ServiceError>>()?;
        Ok(Self {
            name: config.name().into(),
            pool: Pool::new(&pool),
            declared: DeclaredIds::new(
                &messages.iter().map(|message| message.id).collect::<Vec<_>>(),
            ),
            messages,
            set: PhantomData,
        })
    }

    /// The service's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Where its buffers come from.
    #[must_use]
    pub fn pool(&self) -> &Pool {
        &self.pool
    }

    /// What its pool holds.
    #[must_use]
    pub fn pool_config(&self) -> &PoolConfig {
        self.pool.config()
    }

    /// What so many of its connections cost, which read and write what it declares; it can be printed.
    #[must_use]
    pub fn memory_bill(&self, connections: usize) -> MemoryBill {
        let longest = self.messages.iter().map(|message| message.max_size).max();
        MemoryBill::new::<S>(self.pool_config(), connections).up_to::<S>(longest.unwrap_or(0))
    }

    /// The messages that it handles, as they are declared.
    #[must_use]
    pub fn messages(&self) -> &[MessageInfo] {
        &self.messages
    }

    /// A decoder on the service's pool, to which messages that the service does not declare are unknown: what
    /// happens to their frames, [`with_unknown_frames`](FrameDecoder::with_unknown_frames) says.
    #[must_use]
    pub fn decoder(&self) -> FrameDecoder<S> {
        FrameDecoder::new(&self.pool).with_declared(self.declared.clone())
    }

    /// A reader on the service's pool, to which messages that the service does not declare are unknown. If the service
    /// is to wait for buffers, say how long with [`with_slot_timeout`](FrameReader::with_slot_timeout).
    pub fn reader<R: Read>(&self, stream: R) -> FrameReader<R, S> {
        FrameReader::with_decoder(stream, self.decoder())
    }

    /// An encoder on the service's pool, which refuses messages that the service does not declare.
    #[must_use]
    pub fn encoder(&self) -> FrameEncoder<S::Header> {
        FrameEncoder::new(&self.pool).with_declared(self.declared.clone())
    }

    /// A writer on the service's pool, which refuses messages that the service does not declare. If the service is to
    /// wait for buffers, say how long with [`with_slot_timeout`](FrameWriter::with_slot_timeout).
    pub fn writer<W: Write>(&self, stream: W) -> FrameWriter<W, S::Header> {
        FrameWriter::with_encoder(stream, self.encoder())
    }

    /// As [`reader`](Self::reader), over tokio's traits.
    #[cfg(feature = "tokio")]
    pub fn tokio_reader<R: AsyncRead + Unpin>(&self, stream: R) -> crate::tokio::FrameReader<R, S> {
        crate::tokio::FrameReader::with_decoder(stream, self.decoder())
    }

    /// As [`writer`](Self::writer), over tokio's traits.
    #[cfg(feature = "tokio")]
    pub fn tokio_writer<W>(&self, stream: W) -> crate::tokio::FrameWriter<W, S::Header>
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
