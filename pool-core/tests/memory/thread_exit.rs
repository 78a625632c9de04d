//! The exit of threads: buffers and pools in their thread-locals, dropped before and after the thread
//! abandons its shards.

use std::cell::RefCell;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Barrier, Mutex};
use std::thread;

use pool_core::{Clear, Overflow, Pool, PoolConfig, PooledBuf, SizeClass};
use pool_dev::allocator::{PerThread, Since};

const CLASSES: [SizeClass; 3] =
    [SizeClass::MIN, SizeClass::for_len(8192), SizeClass::for_len(64 << 10)];
const CAPACITY: usize = 20;

fn pools() -> Vec<Pool> {
    let mut config = PoolConfig::new();
    for class in CLASSES {
        config = config.with_class(class, CAPACITY);
    }
    [Overflow::Fail, Overflow::Wait]
        .into_iter()
        .flat_map(|policy| {
            [Clear::Never, Clear::OnRelease]
                .map(|clear| config.with_overflow(policy).with_clear(clear))
        })
        .map(|config| Pool::new(&config))
        .collect()
}

/// Checks that every slot is free, and that one thread can acquire all of them.
fn all_there(pool: &Pool) {
    assert!(pool.stats().classes().all(|class| class.in_use == 0), "{}", pool.stats());
    for class in CLASSES {
        let all: Vec<_> = (0..CAPACITY).map(|_| pool.acquire(class.bytes()).unwrap()).collect();
        assert!(pool.acquire(class.bytes()).is_err());
        drop(all);
    }
    // So that the next thread can acquire them, too.
    pool.flush_thread();
}

/// A closure that runs when the thread that stored it exits.
#[derive(Default)]
struct AtExit(RefCell<Option<Box<dyn FnOnce()>>>);

impl Drop for AtExit {
    fn drop(&mut self) {
        if let Some(body) = self.0.take() {
            body();
        }
    }
}

// Touched before and after a thread first acquires. In whatever order destructors run, one of these runs
// before the pool's own destructor, and the other one after it.
thread_local! {
    static EARLY: AtExit = AtExit::default();
    static LATE: AtExit = AtExit::default();
}

fn at_exit(place: &'static thread::LocalKey<AtExit>, body: impl FnOnce() + 'static) {
    place.with(|at| *at.0.borrow_mut() = Some(Box::new(body)));
}

/// Runs `first` on a thread between the registration of two destructors that both run `last`.
fn with_destructors(
    pool: &Pool,
    first: impl FnOnce(&Pool) + Send + 'static,
    last: impl Fn(&Pool) + Clone + Send + 'static,
) {
    let ran = Arc::new(AtomicUsize::new(0));
    let destructor = || {
        let (pool, last, ran) = (pool.clone(), last.clone(), Arc::clone(&ran));
        move || {
            last(&pool);
            ran.fetch_add(1, Ordering::Relaxed);
        }
    };
    let (early, late, pool) = (destructor(), destructor(), pool.clone());
    let thread = thread::spawn(move || {
        at_exit(&EARLY, early);
        first(&pool);
        at_exit(&LATE, late);
    });
    thread.join().unwrap();
    assert_eq!(ran.load(Ordering::Relaxed), 2);
}

#[test]
fn destructors_acquire_and_release() {
    for pool in pools() {
        let some = |pool: &Pool| {
            for class in CLASSES {
                let mut bufs = [(); 7].map(|()| pool.acquire(class.bytes()).unwrap());
                for (mark, buf) in bufs.iter_mut().enumerate() {
                    buf.fill(mark as u8);
                }
                for (mark, buf) in bufs.iter().enumerate() {
                    assert!(buf.iter().all(|&byte| byte == mark as u8));
                }
            }
        };
        with_destructors(&pool, some, some);
        all_there(&pool);
        // This thread uses the pool only in its destructors.
        with_destructors(&pool, |_| (), some);
        all_there(&pool);
    }
}

#[test]
fn destructors_get_every_slot() {
    for pool in pools() {
        let all = |pool: &Pool| {
            for class in CLASSES {
                let bufs: Vec<_> =
                    std::iter::from_fn(|| pool.acquire(class.bytes()).ok()).collect();
                assert_eq!(bufs.len(), CAPACITY);
                pool.flush_thread();
            }
        };
        with_destructors(&pool, all, all);
        all_there(&pool);
    }
}

#[test]
fn buffers_in_thread_locals_go_back() {
    thread_local! {
        static BEFORE: RefCell<Vec<PooledBuf>> = const { RefCell::new(Vec::new()) };
        static AFTER: RefCell<Vec<PooledBuf>> = const { RefCell::new(Vec::new()) };
    }
    for pool in pools() {
        let handle = pool.clone();
        let thread = thread::spawn(move || {
            BEFORE.with_borrow(|bufs| assert!(bufs.is_empty()));
            for class in CLASSES {
                let acquire = || handle.acquire(class.bytes()).unwrap();
                BEFORE.with_borrow_mut(|bufs| bufs.extend([(); 5].map(|()| acquire())));
                AFTER.with_borrow_mut(|bufs| bufs.extend([(); 5].map(|()| acquire())));
            }
        });
        thread.join().unwrap();
        all_there(&pool);
    }
}

#[test]
fn a_panicking_thread_frees_everything() {
    for pool in pools() {
        let handle = pool.clone();
        let thread = thread::spawn(move || {
            let _held = CLASSES.map(|class| handle.acquire(class.bytes()).unwrap());
            std::panic::resume_unwind(Box::new(()));
        });
        assert!(thread.join().is_err());
        all_there(&pool);
    }
}

/// The last handle is dropped in a destructor, with buffers that outlive it.
#[test]
fn the_last_handle_may_go_at_the_very_end() {
    for late in [false, true] {
        let place = if late { &LATE } else { &EARLY };
        for pool in pools() {
            let (send, receive) = std::sync::mpsc::channel();
            let thread = thread::spawn(move || {
                EARLY.with(|_| ());
                let buf = pool.acquire(1).unwrap();
                send.send(pool.acquire(60_000).unwrap()).unwrap();
                send.send(pool.acquire(1).unwrap()).unwrap();
                at_exit(place, move || {
                    drop(pool);
                    drop(buf);
                });
            });
            thread.join().unwrap();
            receive.into_iter().for_each(|mut buf| buf.fill(1));
        }
    }
}

/// A thread's memberships are freed when it exits, whether their pools are alive or not.
#[test]
fn a_thread_leaves_no_memory_behind() {
    struct Checks(RefCell<Option<(Since, Arc<AtomicUsize>)>>);
    impl Drop for Checks {
        fn drop(&mut self) {
            let (start, result) = self.0.take().unwrap();
            let freed = usize::from(start.grown() <= 0);
            result.fetch_add(freed + 1, Ordering::Relaxed);
        }
    }
    thread_local! {
        // Its destructor is registered first. On platforms where it also runs first, it sees nothing.
        static CHECKS: Checks = const { Checks(RefCell::new(None)) };
    }
    let pools = pools();
    for pool in &pools {
        drop(pool.acquire(1).unwrap());
    }
    let result = Arc::new(AtomicUsize::new(0));
    thread::scope(|scope| {
        let result = Arc::clone(&result);
        let thread = scope.spawn(|| {
            CHECKS.with(|checks| *checks.0.borrow_mut() = Some((PerThread::start(), result)));
            for pool in &pools {
                drop(pool.acquire(1).unwrap());
            }
        });
        // Unlike the end of a scope, this waits for the destructors.
        thread.join().unwrap();
    });
    if cfg!(target_os = "linux") {
        assert_eq!(result.load(Ordering::Relaxed), 2);
    }
}

/// A thread that joins another pool leaves the closed ones.
#[test]
fn records_of_closed_pools_do_not_pile_up() {
    let config = PoolConfig::new().with_class(SizeClass::MIN, 10);
    let place: Mutex<Option<Pool>> = Mutex::new(None);
    let turn = Barrier::new(2);
    thread::scope(|scope| {
        scope.spawn(|| {
            for _ in 0..100 {
                turn.wait();
                drop(place.lock().unwrap().take());
                turn.wait();
            }
        });
        let mut grew = Vec::with_capacity(100);
        for _ in 0..100 {
            let start = PerThread::start();
            let pool = Pool::new(&config);
            drop(pool.acquire(1).unwrap());
            *place.lock().unwrap() = Some(pool);
            // Closed and freed there, so that this thread does not notice.
            turn.wait();
            turn.wait();
            grew.push(start.grown() - config.footprint() as isize);
        }
        assert!(grew[0] > 0, "the record of the first pool");
        assert!(grew[1..].iter().all(|&bytes| bytes <= 0), "{grew:?}");
    });
}
