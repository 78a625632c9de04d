//! Closures that panic, slabs that move between threads, and blocks that are used after their removal.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

use pool_core::{Pool, Slab};

use crate::{STRICT, in_use};

#[test]
fn a_panic_while_a_block_is_written_leaves_it_vacant() {
    let pool = Pool::new(&STRICT);
    let mut slab = Slab::<64, _>::new(&pool, 2);
    let kept = slab.insert(b"kept").unwrap();
    for _ in 0..10 {
        let caught = catch_unwind(AssertUnwindSafe(|| {
            slab.insert_with(64, |buf| {
                buf.fill(7);
                panic!("halfway");
            })
        }));
        assert!(caught.is_err());
    }
    assert_eq!((slab.len(), slab.iter().count()), (1, 1));
    let new = slab.insert(b"new").unwrap();
    assert_eq!((slab.get(kept), slab.get(new)), (Some(&b"kept"[..]), Some(&b"new"[..])));
}

#[test]
fn content_is_never_longer_than_it_was_written() {
    let pool = Pool::new(&STRICT);
    let mut slab = Slab::<64, _>::new(&pool, 1);
    let secret = slab.insert(&[0xAA; 64]).unwrap();
    slab.remove(secret);
    let short = slab.insert(b"x").unwrap();
    assert_eq!(slab.get(short), Some(&b"x"[..]));
    assert_eq!(slab.get_mut(short).unwrap().len(), 1);
    slab.remove(short);
    let empty = slab.insert(b"").unwrap();
    assert_eq!(slab.get(empty), Some(&b""[..]));
}

#[test]
fn slabs_are_send_and_sync() {
    fn assert_both<T: Send + Sync>() {}
    assert_both::<Slab<64>>();
    assert_both::<Slab<64, Pool>>();

    let pool = Pool::new(&STRICT);
    let mut slab = Slab::<64, _>::new(&pool, 1000);
    let keys: Vec<_> = (0..500_u32).map(|i| slab.insert(&i.to_le_bytes()).unwrap()).collect();
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                for (i, &key) in keys.iter().enumerate() {
                    assert_eq!(slab.get(key), Some(&(i as u32).to_le_bytes()[..]));
                }
            });
        }
    });
    // Its slots are released on another thread.
    thread::scope(|scope| scope.spawn(move || drop(slab)).join().unwrap());
    assert_eq!(in_use(&pool), 0);
}

#[test]
fn a_slab_can_own_its_pool() {
    let mut slab = Slab::<64, Pool>::new(Pool::new(&STRICT), 10);
    let key = slab.insert(b"hello").unwrap();
    let moved = Box::new(slab);
    assert_eq!(thread::spawn(move || moved.get(key).map(<[u8]>::len)).join().unwrap(), Some(5));
}

#[test]
fn a_panic_releases_a_slab() {
    let pool = Pool::new(&STRICT);
    let caught = catch_unwind(AssertUnwindSafe(|| {
        let mut slab = Slab::<64, _>::new(&pool, 1000);
        slab.insert(b"hello").unwrap();
        panic!("with a slab");
    }));
    assert!(caught.is_err());
    assert_eq!(in_use(&pool), 0);
}

#[test]
#[cfg(debug_assertions)]
fn a_removal_overwrites_the_block() {
    let pool = Pool::new(&STRICT);
    let mut slab = Slab::<64, _>::new(&pool, 1);
    let key = slab.insert(&[1; 64]).unwrap();
    slab.remove(key);
    let mut found = Vec::new();
    slab.insert_with(64, |buf| found.extend_from_slice(buf)).unwrap();
    assert_eq!(found, [0xDD; 64]);
}

#[test]
#[cfg(asan)]
fn only_content_can_be_used() {
    unsafe extern "C" {
        fn __asan_address_is_poisoned(address: *const std::ffi::c_void) -> std::ffi::c_int;
    }
    // SAFETY: the function reads only the shadow of the address.
    let poisoned = |address: *const u8| unsafe { __asan_address_is_poisoned(address.cast()) } != 0;

    let pool = Pool::new(&STRICT);
    let mut slab = Slab::<64, _>::new(&pool, 10);
    let key = slab.insert(&[1; 40]).unwrap();
    let start = slab.get(key).unwrap().as_ptr();
    assert!(!poisoned(start) && !poisoned(start.wrapping_add(39)));
    assert!(poisoned(start.wrapping_add(40)), "behind the content");
    slab.remove(key);
    assert!(poisoned(start) && poisoned(start.wrapping_add(39)), "after a removal");
    drop(slab);
    assert!(!poisoned(start) && !poisoned(start.wrapping_add(63)), "a slot of the pool again");
}
