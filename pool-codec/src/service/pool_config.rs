//! From a declaration to the configuration of a pool.

use alloc::boxed::Box;

use pool_core::PoolConfig;

use crate::frame::FrameSet;
use crate::service::config::ServiceConfig;
use crate::service::error::ServiceError;
use crate::service::rules;
use crate::service::set_facts::SetFacts;
use crate::service::text::fail;

impl ServiceConfig {
    /// Reads the declaration of `service` from the TOML in `text`.
    ///
    /// Tables other than `[service.NAME]` belong to the program and are ignored. Only
    /// [`Service::new`](crate::service::Service::new) knows the set, and checks whether the messages exist.
    ///
    /// # Errors
    ///
    /// Returns [`ServiceError::File`] if the text is not TOML, has no such service, or contains a key or a value of the
    /// service that is not allowed.
    pub fn from_toml(text: &str, service: &str) -> Result<Self, ServiceError> {
        let read = pool_service::read(text, None, service)
            .map_err(|errors| ServiceError::File(Box::new(errors.first)))?;
        Ok(Self {
            name: read.name.into(),
            messages: read.messages.into(),
            buffer_pool_enabled: read.buffer_pool_enabled,
            overflow: read.overflow,
        })
    }

    /// Returns the configuration of the service's pool.
    ///
    /// It has the classes of the declared messages, with the slots that the message types request or fewer, and the
    /// class of the windows of readers and writers. With `buffer_pool_enabled = false` it has no class.
    ///
    /// ```
    /// # #[cfg(feature = "derive")] {
    /// use pool_codec::service::ServiceConfig;
    /// use pool_codec::{Frame, FrameSet, Pool, PoolConfig, service_config, TlvHeader};
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
    /// Panics if [`Service::new`](crate::service::Service::new) would return an error. In a constant this is a compile-time
    /// error.
    #[must_use]
    #[track_caller]
    pub const fn pool_config<S: FrameSet>(&self) -> PoolConfig {
        match rules::pool_config(SetFacts::of::<S>(), self, None) {
            Ok(config) => config,
            Err(violation) => fail(SetFacts::of::<S>(), self, violation),
        }
    }

    /// Like [`pool_config`](Self::pool_config), but starts from the program's configuration `base` and not from the
    /// message types. The capacities and policies of `base` apply where the service does not tighten them.
    ///
    /// # Panics
    ///
    /// Panics as [`pool_config`](Self::pool_config) does, and if the declaration is looser than `base`.
    #[must_use]
    #[track_caller]
    pub const fn pool_config_within<S: FrameSet>(&self, base: &PoolConfig) -> PoolConfig {
        match rules::pool_config(SetFacts::of::<S>(), self, Some(base)) {
            Ok(config) => config,
            Err(violation) => fail(SetFacts::of::<S>(), self, violation),
        }
    }
}
