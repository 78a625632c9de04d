use pool_codec::{Arena, Pool, PoolConfig};

static POOL: Pool = Pool::new(&PoolConfig::new());

fn main() {
    let mut arena = Arena::new(&POOL, 8 << 10);
    let mut other = Arena::new(&POOL, 8 << 10);
    let name = arena.alloc_str("alice").unwrap();
    std::mem::swap(&mut arena, &mut other);
    drop(other);
    println!("{name}");
}
