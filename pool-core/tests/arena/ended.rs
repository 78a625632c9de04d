//! Memory whose allocations ended: overwritten in debug builds, poisoned for AddressSanitizer.

use pool_core::{Arena, Pool};

use crate::STRICT;

/// The byte that debug builds write.
const RELEASED: u8 = 0xDD;

#[test]
#[cfg(debug_assertions)]
fn a_dropped_arena_overwrites_its_slots() {
    let pool = Pool::new(&STRICT);
    let arena = Arena::new(&pool, 8 << 10);
    let address = arena.alloc_slice_copy(&[1_u8; 8 << 10]).unwrap().as_ptr();
    drop(arena);
    let buf = pool.acquire(8 << 10).unwrap();
    assert_eq!(buf.as_ptr(), address, "the slot that was released last is acquired first");
    assert!(buf.iter().all(|&byte| byte == RELEASED));
}

#[test]
#[cfg(debug_assertions)]
fn a_reset_overwrites_what_was_allocated() {
    use std::alloc::Layout;

    let pool = Pool::new(&STRICT);
    let mut arena = Arena::new(&pool, 64 << 10);
    let address = arena.alloc_slice_copy(&[1_u8; 1000]).unwrap().as_ptr();
    arena.reset();
    let bytes = arena.alloc_uninit(Layout::new::<[u8; 1000]>()).unwrap();
    assert_eq!(bytes.as_ptr().cast(), address);
    // SAFETY: the reset has written them.
    assert!(bytes.iter().all(|byte| unsafe { byte.assume_init() } == RELEASED));

    // So does one that releases chunks, in the one that it keeps.
    arena.reset();
    arena.alloc_slice_copy(&[1_u8; 8 << 10]).unwrap();
    let address = arena.alloc_slice_copy(&[1_u8; 16 << 10]).unwrap().as_ptr();
    arena.reset();
    let bytes = arena.alloc_uninit(Layout::new::<[u8; 16 << 10]>()).unwrap();
    assert_eq!(bytes.as_ptr().cast(), address);
    // SAFETY: as above.
    assert!(bytes.iter().all(|byte| unsafe { byte.assume_init() } == RELEASED));
}

#[test]
#[cfg(asan)]
fn only_what_is_allocated_can_be_used() {
    unsafe extern "C" {
        fn __asan_address_is_poisoned(address: *const std::ffi::c_void) -> std::ffi::c_int;
    }
    // SAFETY: the function reads only the shadow of the address.
    let poisoned = |address: *const u8| unsafe { __asan_address_is_poisoned(address.cast()) } != 0;

    let pool = Pool::new(&STRICT);
    let mut arena = Arena::new(&pool, 64 << 10);
    let start = arena.alloc_slice_copy(&[1_u8; 1000]).unwrap().as_ptr();
    assert!(!poisoned(start) && !poisoned(start.wrapping_add(999)));
    assert!(poisoned(start.wrapping_add(1000)), "behind the last allocation");
    arena.reset();
    assert!(poisoned(start) && poisoned(start.wrapping_add(999)), "after a reset");
    arena.alloc(1_u8).unwrap();
    assert!(!poisoned(start) && poisoned(start.wrapping_add(1)));
    drop(arena);
    assert!(!poisoned(start) && !poisoned(start.wrapping_add(1000)), "a slot of the pool again");
}
