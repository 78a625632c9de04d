use pool_codec::{Arena, Pool, PoolConfig};

static POOL: Pool = Pool::new(&PoolConfig::new());

static ARENA: Arena = Arena::new(&POOL, 8 << 10);

fn main() {
    ARENA.alloc_str("alice").unwrap();
}
