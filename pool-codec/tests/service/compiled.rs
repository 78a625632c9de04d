//! Services that are declared at compile time.

use pool_codec::service::{Service, ServiceConfig};
use pool_codec::{Overflow, Pool, PoolConfig, SizeClass, service_config};

use crate::market::Market;

const ADAPTER: ServiceConfig =
    service_config!(Market, "tests/service/market.toml", "polygon-adapter");
const CONFIG: PoolConfig = ADAPTER.pool_config::<Market>();
const _: () = assert!(CONFIG.footprint() <= 1 << 20);
const _: () =
    assert!(ADAPTER.pool_config::<Market>().footprint() < Market::POOL_CONFIG.footprint());
static POOL: Pool = Pool::new(&ADAPTER.pool_config::<Market>());

use pool_codec::FrameSet as _;

#[test]
fn the_compiler_and_the_program_read_the_same() {
    let text = include_str!("market.toml");
    for (compiled, name) in [
        (ADAPTER, "polygon-adapter"),
        (service_config!(Market, "tests/service/market.toml", "archive"), "archive"),
    ] {
        let read = ServiceConfig::from_toml(text, name).unwrap();
        assert_eq!((&compiled.name, compiled.overflow), (&read.name, read.overflow));
        assert_eq!(compiled.buffer_pool_enabled, read.buffer_pool_enabled);
        let names = |config: &ServiceConfig| -> Vec<_> {
            config.messages.iter().map(|m| (m.name.clone(), m.capacity)).collect()
        };
        assert_eq!(names(&compiled), names(&read));
        assert_eq!(compiled.pool_config::<Market>(), read.pool_config::<Market>());
    }
}

#[test]
fn a_static_pool() {
    assert_eq!(POOL.config().overflow(), Overflow::Fail);
    assert_eq!(POOL.config().capacity(SizeClass::MIN), 1024);
    let service = Service::<Market>::on(&ADAPTER, &POOL).unwrap();
    let held = service.pool().acquire(10).unwrap();
    assert_eq!(POOL.stats().classes().map(|class| class.in_use).sum::<usize>(), 1);
    drop(held);
}
