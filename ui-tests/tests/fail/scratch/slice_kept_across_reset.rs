use pool_codec::{Arena, Pool, PoolConfig};

static POOL: Pool = Pool::new(&PoolConfig::new());

fn main() {
    let mut arena = Arena::new(&POOL, 8 << 10);
    let ids = arena.alloc_slice_copy(&[1, 2]).unwrap();
    arena.reset();
    println!("{ids:?}");
}
