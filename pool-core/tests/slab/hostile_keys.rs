//! Keys that a slab must not know.

use pool_core::{Pool, Slab, SlabKey};
use proptest::prelude::*;

use crate::STRICT;

#[test]
fn a_key_is_unknown_to_every_other_slab() {
    let pool = Pool::new(&STRICT);
    let mut slabs: Vec<Slab<64, _>> = (0..20).map(|_| Slab::new(&pool, 300)).collect();
    let keys: Vec<Vec<SlabKey>> = slabs
        .iter_mut()
        .map(|slab| (0..150).map(|_| slab.insert(b"mine").unwrap()).collect())
        .collect();
    for (owner, slab) in slabs.iter_mut().enumerate() {
        for (other, keys) in keys.iter().enumerate().filter(|(other, _)| *other != owner) {
            assert!(
                keys.iter().all(|&key| slab.get(key).is_none() && !slab.remove(key)),
                "{other} in {owner}"
            );
        }
        assert_eq!(slab.len(), 150);
    }
}

#[test]
fn the_keys_of_a_slab_that_is_gone_are_unknown_to_the_one_in_its_slots() {
    let pool = Pool::new(&STRICT);
    let mut before = Slab::<64, _>::new(&pool, 100);
    let keys: Vec<_> = (0..100).map(|_| before.insert(b"before").unwrap()).collect();
    let address = before.get(keys[0]).unwrap().as_ptr();
    drop(before);
    let mut after = Slab::<64, _>::new(&pool, 100);
    let first = after.insert(b"after").unwrap();
    assert_eq!(after.get(first).unwrap().as_ptr(), address, "the slot is the same");
    assert!(keys.iter().all(|&key| after.get(key).is_none()));
    assert_eq!(after.iter().count(), 1);
}

#[test]
fn a_stale_key_stays_stale_for_as_long_as_its_block_is_reused() {
    let pool = Pool::new(&STRICT);
    let mut slab = Slab::<8, _>::new(&pool, 1);
    let mut stale = Vec::new();
    for round in 0..200_000_u64 {
        let key = slab.insert(&round.to_le_bytes()).unwrap();
        if round % 1000 == 0 {
            stale.push(key);
        }
        assert!(slab.remove(key));
    }
    let now = slab.insert(b"now").unwrap();
    assert!(stale.iter().all(|&key| key != now && slab.get(key).is_none()));
}

proptest! {
    /// No integer reaches memory that is not a block, or a block without its key.
    #[test]
    fn forged_keys_are_unknown(bits in any::<u64>(), place in 0_u64..1 << 24, count in 0_usize..150) {
        let pool = Pool::new(&STRICT);
        let mut slab = Slab::<64, _>::new(&pool, 120);
        let keys: Vec<_> = (0..count).filter_map(|_| slab.insert(b"x").ok()).collect();
        let stamps = keys.iter().map(|key| key.to_bits() >> 24);
        let forged = stamps.map(|stamp| stamp << 24 | place).chain([bits, place, bits << 24]);
        for bits in forged {
            let Some(key) = SlabKey::from_bits(bits) else { continue };
            prop_assert_eq!(slab.get(key).is_some(), keys.contains(&key));
            prop_assert!(keys.contains(&key) || !slab.remove(key));
        }
    }
}

#[test]
fn keys_survive_as_integers() {
    let pool = Pool::new(&STRICT);
    let mut slab = Slab::<64, _>::new(&pool, 1000);
    for _ in 0..500 {
        let key = slab.insert(b"x").unwrap();
        assert_eq!(SlabKey::from_bits(key.to_bits()), Some(key));
    }
    assert_eq!(SlabKey::from_bits(0), None);
    assert_eq!(size_of::<Option<SlabKey>>(), 8);
}
