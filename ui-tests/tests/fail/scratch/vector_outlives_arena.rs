use allocator_api2::vec::Vec;
use pool_codec::{Arena, Pool, PoolConfig};

static POOL: Pool = Pool::new(&PoolConfig::new());

fn main() {
    let names = {
        let arena = Arena::new(&POOL, 8 << 10);
        let mut names = Vec::new_in(&arena);
        names.push("alice");
        names
    };
    println!("{names:?}");
}
