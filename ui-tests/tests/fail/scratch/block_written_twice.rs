use pool_codec::{Pool, PoolConfig, Slab};

static POOL: Pool = Pool::new(&PoolConfig::new());

// Two writers of one block.
fn main() {
    let mut slab = Slab::<64>::new(&POOL, 100);
    let key = slab.insert(b"alice").unwrap();
    let (one, two) = (slab.get_mut(key).unwrap(), slab.get_mut(key).unwrap());
    one[0] = two[0];
}
