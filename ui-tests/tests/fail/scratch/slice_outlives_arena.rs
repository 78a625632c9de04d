use pool_codec::{Arena, Pool, PoolConfig};

static POOL: Pool = Pool::new(&PoolConfig::new());

fn copy(ids: &[u64]) -> &[u64] {
    let arena = Arena::new(&POOL, 8 << 10);
    arena.alloc_slice_copy(ids).unwrap()
}

fn main() {
    copy(&[1]);
}
