use pool_codec::{Arena, Pool, PoolConfig};

static POOL: Pool = Pool::new(&PoolConfig::new());

// The closure of a slice cannot reset the arena that it fills.
fn main() {
    let mut arena = Arena::new(&POOL, 8 << 10);
    let ids = arena.alloc_slice_fill_with(2, |index| {
        arena.reset();
        index
    });
    println!("{ids:?}");
}
