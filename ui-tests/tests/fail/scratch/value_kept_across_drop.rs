use pool_codec::{Arena, Pool, PoolConfig};

static POOL: Pool = Pool::new(&PoolConfig::new());

fn main() {
    let arena = Arena::new(&POOL, 8 << 10);
    let name = arena.alloc_str("alice").unwrap();
    drop(arena);
    println!("{name}");
}
