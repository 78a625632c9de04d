use pool_codec::{Pool, PoolConfig, Slab};

static POOL: Pool = Pool::new(&PoolConfig::new());

fn main() {
    let mut slab = Slab::<64>::new(&POOL, 100);
    let key = slab.insert(b"alice").unwrap();
    let name = slab.get(key).unwrap();
    slab.remove(key);
    println!("{name:?}");
}
