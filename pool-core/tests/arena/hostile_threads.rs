//! Arenas that move: to other threads, into each other's place, and into oblivion.

use std::cell::Cell;
use std::mem;
use std::thread;

use pool_core::{Arena, Pool};

use crate::{STRICT, in_use};

fn assert_send<T: Send>() {}

#[test]
fn arenas_are_send() {
    assert_send::<Arena>();
    assert_send::<Arena<&Pool>>();
    assert_send::<Arena<Pool>>();
}

#[test]
fn slots_are_released_on_another_thread() {
    let pool = Pool::new(&STRICT);
    for _ in 0..100 {
        let arena = Arena::new(&pool, 64 << 10);
        // A chunk of a class with owners, and one of a class that all threads share.
        arena.alloc_slice_copy(&[1_u8; 8 << 10]).unwrap();
        arena.alloc_slice_copy(&[2_u8; 16 << 10]).unwrap();
        thread::scope(|scope| scope.spawn(move || drop(arena)).join().unwrap());
    }
    assert_eq!(in_use(&pool), 0);
}

#[test]
fn a_value_that_is_not_send_stays_behind_unused() {
    let counter = Cell::new(0);
    let pool = Pool::new(&STRICT);
    let mut arena = Arena::new(&pool, 64 << 10);
    // `&Cell<i32>` is not `Send`, and the arena that holds one is: no code can reach it on the other thread.
    arena.alloc(&counter).unwrap().set(1);
    let back = thread::scope(|scope| {
        let other = scope.spawn(move || {
            let _ = arena.alloc_str("elsewhere").unwrap();
            arena.reset();
            arena
        });
        other.join().unwrap()
    });
    assert_eq!((counter.get(), back.allocated()), (1, 0));
}

#[test]
fn arenas_change_places() {
    let pool = Pool::new(&STRICT);
    let mut first = Arena::new(&pool, 64 << 10);
    let mut second = Arena::new(&pool, 1000);
    first.alloc_slice_copy(&[1_u8; 20_000]).unwrap();
    second.alloc_slice_copy(&[2_u8; 500]).unwrap();
    mem::swap(&mut first, &mut second);
    assert_eq!((first.allocated(), second.allocated()), (500, 20_000));
    first.reset();
    let text = second.alloc_str("still here").unwrap();
    drop(first);
    assert_eq!(&*text, "still here");
    drop(mem::replace(&mut second, Arena::new(&pool, 0)));
    assert_eq!(in_use(&pool), 0);
}

#[test]
fn a_forgotten_arena_keeps_its_slots_and_its_values() {
    let pool = Pool::new(&STRICT);
    let leaked = Box::into_raw(Box::new(Arena::new(pool.clone(), 64 << 10)));
    // SAFETY: the box is alive until the end of the test.
    let arena: &'static Arena<Pool> = unsafe { &*leaked };
    let text: &'static str = arena.alloc_str("for good").unwrap();
    drop(pool.acquire(1).unwrap());
    assert_eq!((text, in_use(&pool)), ("for good", 1));
    mem::forget(Arena::new(&pool, 0));
    // For the leak check of AddressSanitizer.
    // SAFETY: from `into_raw`, and neither `arena` nor `text` is used again.
    drop(unsafe { Box::from_raw(leaked) });
    assert_eq!(in_use(&pool), 0);
}

#[test]
fn allocations_outlive_the_last_handle_of_the_pool() {
    // The buffers keep their memory, whatever happens to handles.
    let pool = Pool::new(&STRICT);
    let arena = Arena::new(pool.clone(), 64 << 10);
    let text = arena.alloc_str("hello").unwrap();
    drop(pool);
    assert_eq!(text, "hello");
}
