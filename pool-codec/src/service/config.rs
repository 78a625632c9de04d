//! What one service declares, as a value that can also be a constant.

use alloc::borrow::Cow;
use alloc::boxed::Box;

use pool_core::{Overflow, PoolConfig};
use pool_service::{DeclaredMessage, OnExhaustion};

use crate::frame::FrameSet;
use crate::service::error::ServiceError;
use crate::service::rules::{self, SetFacts};
use crate::service::text;

/// What one service declares: the messages it handles, and limits that are tighter than what their types
/// ask for. Sizes are not among it: they come from the types.
///
/// Read from TOML at run time, by [`from_toml`](Self::from_toml), or when the program is built, by
/// [`service_config!`](crate::service_config); or made by hand.
///
/// ```toml
/// [service.polygon-adapter]
/// messages = ["SwapEvent", "PoolStateUpdate"]
/// buffer_pool_enabled = true                      # the default
/// overflow = "fail"                               # or "wait", "heap"; by default the program's
/// capacity = { PoolStateUpdate = 16 }             # at most so many buffers of each of its size classes
/// ```
///
/// ```
/// use pool_codec::{Overflow, ServiceConfig};
///
/// let text = r#"
///     [service.polygon-adapter]
///     messages = ["SwapEvent", "PoolStateUpdate"]
///     overflow = "fail"
/// "#;
/// let config = ServiceConfig::from_toml(text, "polygon-adapter")?;
/// assert_eq!(config.messages[0].name, "SwapEvent");
/// assert_eq!((config.buffer_pool_enabled, config.overflow), (true, Some(Overflow::Fail)));
/// # Ok::<(), pool_codec::ServiceError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceConfig {
    /// The service's name.
    pub name: Cow<'static, str>,
    /// What it handles: reads, sends or both.
    pub messages: Cow<'static, [DeclaredMessage]>,
    /// Whether its buffers come from a pool. Without one they come from the heap; that no frame is longer than
    /// its message allows holds all the same.
    pub buffer_pool_enabled: bool,
    /// What happens when the pool's buffers are out; by default, what the program says.
    pub overflow: Option<Overflow>,
}

impl ServiceConfig {
    /// What `text` declares for `service`.
    ///
    /// Tables other than `[service.NAME]` are the program's own and are not looked at. Whether the messages
    /// exist is checked when the set is known: by [`Service::new`](crate::Service::new).
    ///
    /// # Errors
    ///
    /// [`ServiceError::File`] if the text is not TOML, has no such service, or says of it what cannot be said.
    pub fn from_toml(text: &str, service: &str) -> Result<Self, ServiceError> {
        let read = pool_service::read(text, None, service)
            .map_err(|errors| ServiceError::File(Box::new(errors.first)))?;
        Ok(Self {
            name: read.name.into(),
            messages: read.messages.into(),
            buffer_pool_enabled: read.buffer_pool_enabled,
            overflow: read.overflow.map(policy),
        })
    }

    /// The pool of the service: the classes of its messages, with what their types ask for or less, and the
    /// class of the window of readers and writers. With `buffer_pool_enabled = false`, no class at all.
    ///
    /// ```
    /// # #[cfg(feature = "derive")] {
    /// use pool_codec::{Frame, FrameSet, Pool, PoolConfig, ServiceConfig, TlvHeader, service_config};
    ///
    /// #[derive(Debug, Frame)]
    /// #[frame(id = 1)]
    /// struct SwapEvent { amount: u64 }
    ///
    /// #[derive(Debug, Frame)]
    /// #[frame(id = 2)]
    /// struct PoolStateUpdate { reserves: [u64; 20] }
    ///
    /// #[derive(Debug, FrameSet)]
    /// #[frames(header = TlvHeader)]
    /// enum Market { SwapEvent(SwapEvent), PoolStateUpdate(PoolStateUpdate) }
    ///
    /// const ADAPTER: ServiceConfig =
    ///     service_config!(Market, "tests/service/market.toml", "polygon-adapter");
    /// const CONFIG: PoolConfig = ADAPTER.pool_config::<Market>();
    /// const _: () = assert!(CONFIG.footprint() <= 1 << 20);
    /// static POOL: Pool = Pool::new(&CONFIG);
    /// # }
    /// ```
    ///
    /// # Panics
    ///
    /// If the declaration breaks a rule that [`Service::new`](crate::Service::new) has an error for; in a
    /// `const` this is a compile-time error.
    #[must_use]
    #[track_caller]
    pub const fn pool_config<S: FrameSet>(&self) -> PoolConfig {
        match rules::pool_config(SetFacts::of::<S>(), self, None) {
            Ok(config) => config,
            Err(mistake) => text::fail(SetFacts::of::<S>(), self, mistake),
        }
    }

    /// As [`pool_config`](Self::pool_config), starting from what the program says, `base`, and not from the
    /// message types: its capacities and policies hold where the service does not tighten them.
    ///
    /// # Panics
    ///
    /// As [`pool_config`](Self::pool_config), and if the declaration is looser than `base`.
    #[must_use]
    #[track_caller]
    pub const fn pool_config_within<S: FrameSet>(&self, base: &PoolConfig) -> PoolConfig {
        match rules::pool_config(SetFacts::of::<S>(), self, Some(base)) {
            Ok(config) => config,
            Err(mistake) => text::fail(SetFacts::of::<S>(), self, mistake),
        }
    }

    pub(super) const fn name(&self) -> &str {
        match &self.name {
            Cow::Borrowed(name) => name,
            Cow::Owned(name) => name.as_str(),
        }
    }

    pub(super) const fn declared(&self) -> &[DeclaredMessage] {
        match &self.messages {
            Cow::Borrowed(messages) => messages,
            Cow::Owned(messages) => messages.as_slice(),
        }
    }
}

const fn policy(word: OnExhaustion) -> Overflow {
    match word {
        OnExhaustion::Heap => Overflow::Heap,
        OnExhaustion::Fail => Overflow::Fail,
        OnExhaustion::Wait => Overflow::Wait,
    }
}
