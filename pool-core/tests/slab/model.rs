//! Any sequence of calls agrees with a model.

use std::collections::HashMap;

use pool_core::{Pool, Slab, SlabError, SlabKey};
use pool_dev::allocator::PerThread;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::{STRICT, in_use};

#[derive(Clone, Debug)]
enum Step {
    Insert(Vec<u8>),
    InsertWith(usize, u8),
    Remove(usize),
    Change(usize, u8),
}

fn step(longest: usize) -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => vec(any::<u8>(), 0..longest).prop_map(Step::Insert),
        1 => (0..longest, any::<u8>()).prop_map(|(len, byte)| Step::InsertWith(len, byte)),
        2 => any::<usize>().prop_map(Step::Remove),
        1 => (any::<usize>(), any::<u8>()).prop_map(|(which, byte)| Step::Change(which, byte)),
    ]
}

fn run<const N: usize>(capacity: usize, steps: &[Step]) {
    let pool = Pool::new(&STRICT);
    let mut slab = Slab::<N, _>::new(&pool, capacity);
    assert_eq!(slab.capacity(), capacity);
    let mut model: HashMap<SlabKey, (Vec<u8>, *const u8)> = HashMap::new();
    let (mut keys, mut stale) = (Vec::new(), Vec::new());
    for step in steps {
        match step {
            Step::Insert(_) | Step::InsertWith(..) => {
                let (content, result) = match step {
                    Step::Insert(content) => (content.clone(), slab.insert(content)),
                    Step::InsertWith(len, byte) => {
                        (vec![*byte; *len], slab.insert_with(*len, |buf| buf.fill(*byte)))
                    }
                    _ => unreachable!(),
                };
                match result {
                    Ok(key) => {
                        let address = slab.get(key).unwrap().as_ptr();
                        assert!(model.insert(key, (content, address)).is_none(), "keys are new");
                        keys.push(key);
                    }
                    Err(SlabError::TooLong { len, max }) => {
                        assert!(len > N && (len, max) == (content.len(), N));
                    }
                    Err(SlabError::Full { .. }) => assert_eq!(model.len(), capacity),
                    Err(error) => panic!("{error}"),
                }
            }
            Step::Remove(which) if !keys.is_empty() => {
                let key = keys.swap_remove(which % keys.len());
                assert!(slab.remove(key) && !slab.remove(key));
                model.remove(&key);
                stale.push(key);
            }
            Step::Change(which, byte) if !keys.is_empty() => {
                let key = keys[which % keys.len()];
                slab.get_mut(key).unwrap().fill(*byte);
                model.get_mut(&key).unwrap().0.fill(*byte);
            }
            Step::Remove(_) | Step::Change(..) => {}
        }
        assert_eq!((slab.len(), slab.is_empty()), (model.len(), model.is_empty()));
    }
    for (key, (content, address)) in &model {
        let found = slab.get(*key).unwrap();
        assert_eq!((found, found.as_ptr()), (&content[..], *address), "it never moves");
    }
    for key in stale {
        assert!(slab.get(key).is_none() && slab.get_mut(key).is_none());
    }
    let all: HashMap<_, _> = slab.iter().map(|(key, bytes)| (key, bytes.to_vec())).collect();
    assert_eq!(all, model.into_iter().map(|(key, (content, _))| (key, content)).collect());
    drop(slab);
    assert_eq!(in_use(&pool), 0);
}

proptest! {
    #[test]
    fn random_use_agrees_with_a_model(
        capacity in 0_usize..200,
        small in vec(step(20), 0..300),
        large in vec(step(1500), 0..50),
    ) {
        run::<1>(capacity, &small);
        run::<16>(capacity, &small);
        run::<1000>(capacity, &large);
    }
}

#[test]
fn a_slab_that_has_its_blocks_allocates_nothing() {
    let pool = Pool::new(&STRICT);
    pool.prefault().unwrap();
    drop(pool.acquire(1).unwrap());
    let start = PerThread::start();
    let mut slab = Slab::<64, _>::new(&pool, 1000);
    for round in 0..3 {
        let keys: [SlabKey; 1000] = std::array::from_fn(|_| slab.insert(b"hello").unwrap());
        assert_eq!(slab.insert(b"one more"), Err(SlabError::Full { capacity: 1000 }));
        assert!(keys.iter().all(|&key| slab.get(key) == Some(b"hello") && slab.remove(key)));
        // 102 blocks of 80 bytes in each slot of 8 KiB, and the table.
        assert_eq!((in_use(&pool), round < 3), (1000_usize.div_ceil(102) + 1, true));
    }
    assert_eq!(start.calls(), 0);
}
