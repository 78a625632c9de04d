use pool_codec::{Arena, Pool, PoolConfig};

static POOL: Pool = Pool::new(&PoolConfig::new());

fn main() {
    let arena = Arena::new(&POOL, 8 << 10);
    std::thread::scope(|scope| {
        scope.spawn(|| arena.alloc_str("alice").is_ok());
        scope.spawn(|| arena.alloc_str("bob").is_ok());
    });
}
