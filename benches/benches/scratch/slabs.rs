//! Blocks of one size: insert, get, remove.

use core::hint::black_box;

use pool_core::Slab;
use slotmap::{DefaultKey, SlotMap};

use crate::row::{Group, row};
use crate::{POOL, heap};

/// The blocks that are in use while one more comes and goes.
const RESIDENT: usize = 100;

pub(crate) fn groups() -> Vec<Group> {
    vec![churn::<64>(64), churn::<1024>(256), churn::<1024>(1024)]
}

/// Content of `len` bytes in blocks of `N`. Those whose blocks are arrays copy all of an array.
fn churn<const N: usize>(len: usize) -> Group {
    let content: Vec<u8> = (0..len).map(|i| i.wrapping_mul(7) as u8).collect();
    let array = || {
        let mut array = [0; N];
        array[..len].copy_from_slice(&content);
        array
    };
    let mut rows = Vec::new();

    let (mut ours, bytes) = (Slab::<N>::new(&POOL, 200), content.clone());
    (0..RESIDENT).for_each(|_| _ = ours.insert(&bytes).expect("there is room"));
    rows.push(row("**pool-core**", move || {
        let key = ours.insert(black_box(&bytes[..])).expect("there is room");
        black_box(ours.get(black_box(key)).expect("it was inserted"));
        assert!(ours.remove(key));
    }));

    let (mut slab, bytes) = (slab::Slab::<[u8; N]>::with_capacity(200), array());
    (0..RESIDENT).for_each(|_| _ = slab.insert(bytes));
    rows.push(row("slab", move || {
        let key = slab.insert(*black_box(&bytes));
        black_box(slab.get(black_box(key)).expect("it was inserted"));
        black_box(slab.remove(key));
    }));

    let (mut map, bytes) = (SlotMap::<DefaultKey, [u8; N]>::with_capacity(200), array());
    (0..RESIDENT).for_each(|_| _ = map.insert(bytes));
    rows.push(row("slotmap", move || {
        let key = map.insert(*black_box(&bytes));
        black_box(map.get(black_box(key)).expect("it was inserted"));
        black_box(map.remove(key));
    }));

    let (sharded, bytes) = (sharded_slab::Slab::<[u8; N]>::new(), array());
    (0..RESIDENT).for_each(|_| _ = sharded.insert(bytes));
    rows.push(row("sharded-slab", move || {
        let key = sharded.insert(*black_box(&bytes)).expect("there is room");
        black_box(&sharded.get(black_box(key)).expect("it was inserted"));
        assert!(sharded.remove(key));
    }));

    heap::each(|name, allocator| {
        rows.push(row(name, allocator.copied(content.clone())));
    });
    Group { name: format!("slab, {len} B in blocks of {N}"), rows }
}
