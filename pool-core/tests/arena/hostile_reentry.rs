//! Code of the user that an arena calls while it takes or releases a slot, and that uses the same arena.

use std::borrow::Borrow;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use pool_core::{Arena, Pool};

use crate::{STRICT, in_use};

/// A handle of a pool that allocates in the arena that asks for the pool.
struct Reentrant(Rc<Inside>);

struct Inside {
    pool: Pool,
    arena: RefCell<Weak<Arena<Reentrant>>>,
    /// The size of the allocation, if there is to be one.
    armed: Cell<Option<usize>>,
    made: Cell<usize>,
}

impl Borrow<Pool> for Reentrant {
    fn borrow(&self) -> &Pool {
        if let Some(size) = self.0.armed.take()
            && let Some(arena) = self.0.arena.borrow().upgrade()
            && let Ok(bytes) = arena.alloc_slice_fill_with(size, |_| 7_u8)
        {
            assert!(bytes.iter().all(|&byte| byte == 7));
            self.0.made.set(self.0.made.get() + 1);
        }
        &self.0.pool
    }
}

#[test]
fn the_handle_of_the_pool_may_use_the_arena() {
    for limit in [8 << 10, 20_000, 64 << 10] {
        for (inner, outer) in [(100, 100), (100, 9000), (9000, 100), (8192, 8192), (20_000, 20_000)]
        {
            let inside = Rc::new(Inside {
                pool: Pool::new(&STRICT),
                arena: RefCell::default(),
                armed: Cell::new(None),
                made: Cell::new(0),
            });
            let arena = Rc::new(Arena::new(Reentrant(Rc::clone(&inside)), limit));
            *inside.arena.borrow_mut() = Rc::downgrade(&arena);
            let mut all: Vec<(&mut [u8], u8)> = Vec::new();
            for round in 0..6 {
                inside.armed.set(Some(inner));
                if let Ok(bytes) = arena.alloc_slice_fill_with(outer, |_| round) {
                    all.push((bytes, round));
                }
                assert!(arena.capacity() <= limit, "{} of {limit}", arena.capacity());
                assert!(arena.allocated() <= arena.capacity());
            }
            assert!(limit < 20_000 || inside.made.get() > 0);
            assert!(all.iter().all(|(bytes, round)| bytes.iter().all(|byte| byte == round)));
            inside.armed.set(None);
            drop(arena);
            assert_eq!(in_use(&inside.pool), 0);
        }
    }
}

/// The release of a slot wakes whoever waits for it.
#[cfg(feature = "std")]
#[test]
fn a_waker_may_use_the_arena_whose_slot_woke_it() {
    use std::sync::Arc;
    use std::task::{Wake, Waker};

    use pool_core::{Overflow, PoolConfig, SizeClass};
    use pool_dev::executor::poll;

    thread_local! {
        static ARENA: RefCell<Option<Rc<Arena<Pool>>>> = const { RefCell::new(None) };
        static WOKEN: Cell<usize> = const { Cell::new(0) };
    }

    struct Uses;

    impl Wake for Uses {
        fn wake(self: Arc<Self>) {
            let arena = ARENA.with_borrow(Clone::clone).unwrap();
            // It fits a class that is free, while the arena is in the middle of an allocation.
            let bytes = arena.alloc_slice_fill_with(10_000, |_| 7_u8).unwrap();
            assert!(bytes.iter().all(|&byte| byte == 7));
            WOKEN.set(WOKEN.get() + 1);
        }
    }

    let class = |bytes| SizeClass::for_len(bytes);
    let config = PoolConfig::new()
        .with_class(class(8 << 10), 1)
        .with_class(class(16 << 10), 2)
        .with_class(class(64 << 10), 2)
        .with_overflow(Overflow::Wait);
    let pool = Pool::new(&config);
    // An arena with an empty chunk, and a request that waits for its slot.
    let arena = pool_dev::executor::block_on(Arena::acquire_async(pool.clone(), 40_000)).unwrap();
    ARENA.set(Some(Rc::new(arena)));
    let arena = ARENA.with_borrow(Clone::clone).unwrap();
    let mut waiting = pool.acquire_async(8 << 10);
    assert!(poll(&mut waiting, &Waker::from(Arc::new(Uses))).is_pending());
    // It needs the whole limit, so the chunk is released, and the waker takes a part of the limit.
    assert!(arena.alloc_slice_fill_with(40_000, |_| 1_u8).is_err());
    assert_eq!((WOKEN.get(), arena.allocated()), (1, 10_000));
    let rest = arena.alloc_slice_fill_with(20_000, |_| 2_u8).unwrap();
    assert!(arena.capacity() <= 40_000 && rest.iter().all(|&byte| byte == 2));
    drop(waiting);
    ARENA.set(None);
    drop(arena);
    assert_eq!(in_use(&pool), 0);
}
