use pool_codec::{Arena, Pool, PoolConfig};

static POOL: Pool = Pool::new(&PoolConfig::new());

fn main() {
    let arena = Arena::new(&POOL, 8 << 10);
    let name: &mut &str = {
        let short = String::from("alice");
        arena.alloc(&*short).unwrap()
    };
    println!("{name}");
}
