//! Closures that panic, or that use the arena while it calls them.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

use pool_core::{Arena, Pool};

use crate::{STRICT, in_use};

#[test]
fn a_panic_while_a_slice_is_filled_loses_only_its_memory() {
    let pool = Pool::new(&STRICT);
    let mut arena = Arena::new(&pool, 64 << 10);
    let before = arena.alloc_str("before").unwrap();
    let filled = catch_unwind(AssertUnwindSafe(|| {
        let fill = |index| if index == 500 { panic!("halfway") } else { index };
        arena.alloc_slice_fill_with(1000, fill).map(|slice| slice.len())
    }));
    assert!(filled.is_err());
    let after = arena.alloc_slice_copy(&[7_u8; 100]).unwrap();
    assert_eq!((&*before, after.iter().all(|&byte| byte == 7)), ("before", true));
    assert!(arena.allocated() >= 8000, "what was reserved stays reserved until the reset");
    arena.reset();
    assert_eq!(arena.allocated(), 0);
}

#[test]
fn a_panic_releases_an_arena() {
    let pool = Pool::new(&STRICT);
    let caught = catch_unwind(AssertUnwindSafe(|| {
        let arena = Arena::new(&pool, 64 << 10);
        arena.alloc_slice_copy(&[1_u8; 20_000]).unwrap();
        arena.alloc_slice_copy(&[1_u8; 20_000]).unwrap();
        assert_eq!(in_use(&pool), 2);
        panic!("with an arena");
    }));
    assert!(caught.is_err());
    assert_eq!(in_use(&pool), 0);
}

#[test]
fn a_closure_may_allocate_in_the_arena_that_calls_it() {
    #[derive(Clone, Copy)]
    struct Node<'a> {
        name: &'a str,
        children: &'a [Node<'a>],
    }

    fn tree<'a>(arena: &'a Arena<&Pool>, depth: usize) -> Node<'a> {
        let name = arena.alloc_str(&"x".repeat(depth * 11)).unwrap();
        let children = arena
            .alloc_slice_fill_with(if depth == 0 { 0 } else { 3 }, |_| tree(arena, depth - 1))
            .unwrap();
        Node { name, children }
    }

    fn check(node: &Node<'_>, depth: usize) -> usize {
        assert_eq!(node.name, "x".repeat(depth * 11));
        1 + node.children.iter().map(|child| check(child, depth - 1)).sum::<usize>()
    }

    let pool = Pool::new(&STRICT);
    let mut arena = Arena::new(&pool, 256 << 10);
    for _ in 0..3 {
        // More than a chunk, so that the arena grows while slices are half full.
        assert_eq!(check(&tree(&arena, 6), 6), 1093);
        assert!(arena.capacity() > 32 << 10);
        arena.reset();
    }
}

#[test]
fn an_element_that_is_made_while_others_are_is_not_its_neighbour() {
    let pool = Pool::new(&STRICT);
    let arena = Arena::new(&pool, 64 << 10);
    let inner: Cell<Option<&mut [u64]>> = Cell::new(None);
    let outer = arena
        .alloc_slice_fill_with(100, |index| {
            inner.set(Some(arena.alloc_slice_copy(&[u64::MAX; 3]).unwrap()));
            index as u64
        })
        .unwrap();
    inner.take().unwrap().fill(0);
    assert!(outer.iter().enumerate().all(|(index, &value)| value == index as u64));
}

#[test]
fn values_may_refer_to_values() {
    let pool = Pool::new(&STRICT);
    let arena = Arena::new(&pool, 64 << 10);
    // A list whose nodes change each other through shared references.
    struct Node<'a> {
        count: Cell<u32>,
        next: Cell<Option<&'a Node<'a>>>,
    }
    let new = || &*arena.alloc(Node { count: Cell::new(0), next: Cell::new(None) }).unwrap();
    let (first, second) = (new(), new());
    first.next.set(Some(second));
    second.next.set(Some(first));
    let mut node = first;
    for _ in 0..10 {
        node.count.set(node.count.get() + 1);
        node = node.next.get().unwrap();
    }
    assert_eq!((first.count.get(), second.count.get()), (5, 5));
}
