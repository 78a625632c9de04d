use pool_codec::{Interner, Pool, PoolConfig};

static POOL: Pool = Pool::new(&PoolConfig::new());

fn main() {
    let interner = Interner::new(&POOL, 100, 1000);
    let topic = interner.intern("blocks").unwrap();
    let bytes: &[u8] = &topic;
    drop(topic);
    println!("{bytes:?}");
}
