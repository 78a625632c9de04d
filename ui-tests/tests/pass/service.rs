//! The file of a service, read where no item has its usual name.
#![no_implicit_prelude]
#![forbid(unsafe_code)]
#![deny(warnings)]

mod deep {
    pub(crate) use ::pool_codec as renamed;
}

/// Shadows the name of the library.
mod pool_codec {}

use deep::renamed::{Frame, FrameSet, service_config};

#[derive(Frame)]
#[frame(id = 1, crate = deep::renamed)]
struct SwapEvent {
    amount: u64,
}

#[derive(Frame)]
#[frame(id = 2, crate = deep::renamed)]
struct PoolStateUpdate {
    reserves: [u64; 20],
}

mod sets {
    use super::{PoolStateUpdate, SwapEvent, deep};

    #[derive(deep::renamed::FrameSet)]
    #[frames(header = deep::renamed::TlvHeader, crate = deep::renamed)]
    pub(crate) enum Market {
        SwapEvent(SwapEvent),
        PoolStateUpdate(PoolStateUpdate),
    }
}

/// Shadow the names that the expansion might use.
#[expect(dead_code, non_camel_case_types, reason = "only their names matter")]
mod shadows {
    pub(crate) struct Some;
    pub(crate) struct None;
    pub(crate) struct Cow;
    pub(crate) struct Overflow;
    pub(crate) struct Place;
    pub(crate) struct u8;
    pub(crate) struct usize;
    pub(crate) struct str;
}

mod hostile {
    use super::deep::renamed::service::ServiceConfig;
    use super::deep::renamed::{Pool, PoolConfig, service_config};
    use super::sets;
    #[expect(unused_imports, reason = "if one were used, it would be the wrong one")]
    use super::shadows::*;

    pub(crate) const ADAPTER: ServiceConfig = service_config!(
        sets::Market,
        "services.toml",
        "polygon-adapter",
        crate = super::deep::renamed,
    );
    pub(crate) const CONFIG: PoolConfig = ADAPTER.pool_config::<sets::Market>();
    pub(crate) static POOL: Pool = Pool::new(&ADAPTER.pool_config::<sets::Market>());

    /// A service in the text of the program.
    pub(crate) const INLINE: ServiceConfig = service_config!(sets::Market, {
        # A comment.
        [service.archive]
        messages = ["PoolStateUpdate"]
        overflow = "fail"
        capacity = { PoolStateUpdate = 0x10 }
    }, crate = super::deep::renamed);
}
use hostile::{ADAPTER, CONFIG, INLINE, POOL};

const _: () = ::core::assert!(CONFIG.footprint() <= 1 << 20);
const _: () = ::core::assert!(CONFIG.covers(&INLINE.pool_config::<sets::Market>()));

fn main() {
    // The macro also works outside of constants.
    let config =
        service_config!(sets::Market, "services.toml", "polygon-adapter", crate = deep::renamed);
    ::std::assert!(config == ADAPTER);
    ::std::assert!(POOL.config() == &CONFIG);
    ::std::assert!(<sets::Market as FrameSet>::POOL_CONFIG.covers(&CONFIG));
}
