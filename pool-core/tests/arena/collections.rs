//! Collections of other crates in an arena.

use std::alloc::Layout;
use std::cell::Cell;
use std::ptr::NonNull;

use allocator_api2::alloc::Allocator;
use allocator_api2::boxed::Box;
use allocator_api2::vec::Vec;
use hashbrown::HashMap;
use pool_core::{Arena, Pool};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::{STRICT, in_use};

#[test]
fn a_vector_at_the_end_grows_in_place() {
    let pool = Pool::new(&STRICT);
    let arena = Arena::new(&pool, 64 << 10);
    let mut numbers = Vec::new_in(&arena);
    numbers.push(0_u64);
    let address = numbers.as_ptr();
    numbers.extend(1..1000);
    assert_eq!(numbers.as_ptr(), address);
    assert!(numbers.iter().copied().eq(0..1000));
    numbers.truncate(10);
    numbers.shrink_to_fit();
    assert_eq!((arena.allocated(), numbers.as_ptr()), (80, address));
    drop(numbers);
    assert_eq!((arena.allocated(), arena.high_water()), (0, 8000));
}

#[test]
fn a_vector_that_is_not_at_the_end_moves() {
    let pool = Pool::new(&STRICT);
    let arena = Arena::new(&pool, 64 << 10);
    let mut numbers = Vec::new_in(&arena);
    let mut others: std::vec::Vec<&mut u32> = std::vec::Vec::new();
    for i in 0..2000_u32 {
        numbers.push(i);
        others.push(arena.alloc(i).unwrap());
    }
    others.iter_mut().for_each(|other| **other += 1);
    assert!(numbers.iter().copied().eq(0..2000));
    assert!(others.iter().zip(1..).all(|(found, i)| **found == i));
}

#[test]
fn maps_and_boxes_live_in_an_arena() {
    let pool = Pool::new(&STRICT);
    let mut arena = Arena::new(&pool, 256 << 10);
    for _ in 0..3 {
        let mut map = HashMap::new_in(&arena);
        for i in 0..500_u32 {
            map.insert(i, Box::new_in(i * 2, &arena));
        }
        map.retain(|i, _| i % 2 == 0);
        assert!((0..500).all(|i| map.get(&i).is_some_and(|v| **v == i * 2) == (i % 2 == 0)));
        drop(map);
        arena.reset();
    }
    drop(arena);
    assert_eq!(in_use(&pool), 0);
}

/// Counts how many of it were dropped.
#[derive(Clone)]
struct Counted<'a>(&'a Cell<usize>);

impl Drop for Counted<'_> {
    fn drop(&mut self) {
        self.0.set(self.0.get() + 1);
    }
}

#[test]
fn elements_of_a_collection_are_dropped_with_it() {
    let pool = Pool::new(&STRICT);
    let mut arena = Arena::new(&pool, 64 << 10);
    let dropped = Cell::new(0);
    let mut all = Vec::new_in(&arena);
    all.resize(100, Counted(&dropped));
    assert_eq!(dropped.get(), 0);
    drop(all);
    assert_eq!(dropped.get(), 100);
    // A forgotten one loses its elements, and the arena its memory until the reset.
    let mut forgotten = Vec::new_in(&arena);
    forgotten.push(Counted(&dropped));
    std::mem::forget(forgotten);
    arena.reset();
    arena.alloc_slice_copy(&[0xFF_u8; 1000]).unwrap();
    drop(arena);
    assert_eq!(dropped.get(), 100);
}

#[test]
fn a_full_arena_is_an_error_of_try_reserve() {
    let pool = Pool::new(&STRICT);
    let arena = Arena::new(&pool, 8 << 10);
    let mut numbers: Vec<u64, _> = Vec::new_in(&arena);
    numbers.try_reserve_exact(1000).unwrap();
    numbers.extend(0..1000);
    assert!(numbers.try_reserve_exact(100).is_err() && numbers.try_reserve(usize::MAX).is_err());
    assert!(numbers.iter().copied().eq(0..1000));
    let mut map: HashMap<u64, u64, _, _> = HashMap::new_in(&arena);
    assert!(map.try_reserve(1000).is_err() && map.try_reserve(usize::MAX / 2).is_err());
}

#[test]
fn a_block_without_bytes_gives_nothing_back() {
    let pool = Pool::new(&STRICT);
    let arena = Arena::new(&pool, 8 << 10);
    let empty = (&arena).allocate(Layout::from_size_align(0, 1).unwrap()).unwrap();
    let kept = arena.alloc_slice_copy(&[7_u8; 8]).unwrap();
    let after = (&arena).allocate(Layout::from_size_align(0, 8).unwrap()).unwrap();
    // SAFETY: it came from `allocate` with this layout.
    unsafe { (&arena).deallocate(empty.cast(), Layout::from_size_align(0, 1).unwrap()) };
    // SAFETY: as above.
    unsafe { (&arena).deallocate(after.cast(), Layout::from_size_align(0, 8).unwrap()) };
    assert_eq!((&*kept, arena.allocated()), (&[7; 8][..], 8));
}

#[derive(Clone, Debug)]
enum Step {
    Allocate(usize, u32),
    Resize(usize, usize, u32),
    Deallocate(usize),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        2 => (0_usize..300, 0_u32..9).prop_map(|(size, align)| Step::Allocate(size, align)),
        2 => (any::<usize>(), 0_usize..600, 0_u32..9)
            .prop_map(|(which, size, align)| Step::Resize(which, size, align)),
        1 => any::<usize>().prop_map(Step::Deallocate),
    ]
}

fn holds(block: NonNull<[u8]>, seed: u8, len: usize) -> bool {
    // SAFETY: the first `len` bytes were written.
    let bytes = unsafe { std::slice::from_raw_parts(block.cast::<u8>().as_ptr(), len) };
    bytes.iter().all(|&byte| byte == seed)
}

proptest! {
    /// Blocks keep their bytes and stay apart, in whatever order they grow, shrink and end.
    #[test]
    fn the_allocator_agrees_with_a_model(steps in vec(step(), 0..120)) {
        let pool = Pool::new(&STRICT);
        let arena = Arena::new(&pool, 32 << 10);
        let allocator = &arena;
        let mut live: std::vec::Vec<(NonNull<[u8]>, Layout, u8)> = std::vec::Vec::new();
        for (seed, step) in (1_u8..).zip(steps) {
            let fill = |block: NonNull<[u8]>| {
                // SAFETY: the block is valid for writes.
                unsafe { block.cast::<u8>().write_bytes(seed, block.len()) };
            };
            match step {
                Step::Allocate(size, align) => {
                    let layout = Layout::from_size_align(size, 1 << align).unwrap();
                    if let Ok(block) = allocator.allocate(layout) {
                        prop_assert_eq!(block.len(), size);
                        fill(block);
                        live.push((block, layout, seed));
                    }
                }
                Step::Resize(which, size, align) if !live.is_empty() => {
                    let index = which % live.len();
                    let (block, old, before) = live[index];
                    let new = Layout::from_size_align(size, 1 << align).unwrap();
                    let resized = if size >= old.size() {
                        // SAFETY: the block is live, and the new one is not smaller.
                        unsafe { allocator.grow(block.cast(), old, new) }
                    } else {
                        // SAFETY: the block is live, and the new one is smaller.
                        unsafe { allocator.shrink(block.cast(), old, new) }
                    };
                    if let Ok(block) = resized {
                        prop_assert_eq!(block.len(), size);
                        prop_assert!(holds(block, before, size.min(old.size())));
                        fill(block);
                        live[index] = (block, new, seed);
                    }
                }
                Step::Deallocate(which) if !live.is_empty() => {
                    let (block, layout, seed) = live.swap_remove(which % live.len());
                    prop_assert!(holds(block, seed, layout.size()));
                    // SAFETY: the block is live, and not used again.
                    unsafe { allocator.deallocate(block.cast(), layout) };
                }
                Step::Resize(..) | Step::Deallocate(_) => {}
            }
            for &(block, layout, seed) in &live {
                prop_assert!(holds(block, seed, layout.size()));
                prop_assert_eq!(block.cast::<u8>().addr().get() % layout.align(), 0);
            }
            let sum: usize = live.iter().map(|(_, layout, _)| layout.size()).sum();
            prop_assert!(sum <= arena.allocated() && arena.allocated() <= arena.high_water());
        }
    }
}
