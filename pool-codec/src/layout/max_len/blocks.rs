//! The heap memory of the standard library's trees and hash tables.
//!
//! The standard library does not document it, so these are upper bounds, which the tests of memory compare with what is
//! allocated.

use core::mem::MaybeUninit;

/// The keys in a node of a `BTreeMap`.
const CAPACITY: usize = 11;

/// The fewest keys in a node that is not the root.
const FEWEST: usize = 5;

/// A node of a `BTreeMap` without children.
#[expect(dead_code, reason = "only its size counts")]
struct Leaf<K, V> {
    parent: Option<core::ptr::NonNull<()>>,
    parent_index: MaybeUninit<u16>,
    len: u16,
    keys: [MaybeUninit<K>; CAPACITY],
    values: [MaybeUninit<V>; CAPACITY],
}

/// A node of a `BTreeMap` with children.
#[repr(C)]
struct Internal<K, V> {
    data: Leaf<K, V>,
    children: [*const (); CAPACITY + 1],
}

/// The most bytes of the nodes of a `BTreeMap` with at most `count` entries.
pub(super) const fn tree<K, V>(count: usize) -> usize {
    let leaf = size_of::<Leaf<K, V>>();
    if count <= CAPACITY {
        return if count == 0 { 0 } else { leaf };
    }
    // The root has at least one key, and the other nodes `FEWEST`.
    let others = count.saturating_sub(1) / FEWEST;
    // The root has at least two children, and the other nodes with children one more than they have keys.
    let internal = (others.saturating_sub(2) / (FEWEST + 1)).saturating_add(1);
    let leaves = others.saturating_add(1).saturating_sub(internal);
    leaves.saturating_mul(leaf).saturating_add(internal.saturating_mul(size_of::<Internal<K, V>>()))
}

/// The bytes in a group of control bytes, on the machines where it is widest.
#[cfg(feature = "std")]
const GROUP: usize = 16;

/// The most bytes of a hash table that was made for at most `count` entries of type `T`.
#[cfg(feature = "std")]
pub(super) const fn table<T>(count: usize) -> usize {
    if count == 0 {
        return 0;
    }
    let size = size_of::<T>();
    let least = match size {
        0..=1 => 14,
        2..=3 => 7,
        _ => 3,
    };
    let count = if count < least { least } else { count };
    let buckets = match count {
        0..=3 => 4,
        4..=7 => 8,
        8..=14 => 16,
        _ => match (count.saturating_mul(8) / 7).checked_next_power_of_two() {
            Some(buckets) => buckets,
            None => return usize::MAX,
        },
    };
    let align = if align_of::<T>() > GROUP { align_of::<T>() } else { GROUP };
    match buckets.saturating_mul(size).checked_next_multiple_of(align) {
        Some(entries) => entries.saturating_add(buckets).saturating_add(GROUP),
        None => usize::MAX,
    }
}
