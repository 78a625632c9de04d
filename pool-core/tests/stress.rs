//! Everything at once: threads that start and exit, buffers that move between threads, panics, and pools
//! that are replaced. A tracker checks that no slot has two tenants, and that no slot is lost.

#![cfg(all(feature = "std", not(loom)))]
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::std_instead_of_core,
    clippy::unwrap_used,
    reason = "a test may panic, and reads best as plain std"
)]

use std::collections::HashSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use pool_core::{Clear, Overflow, Pool, PoolConfig, PooledBuf, SizeClass};
use pool_dev::executor::poll;

#[path = "support/watchdog.rs"]
mod watchdog;

use watchdog::Watchdog;

const ROOM: usize = PooledBuf::HEADER_ROOM;
const STRIPES: usize = 64;

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A cheap source of random choices.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }
}

/// The payloads in use, by address.
struct Tracker {
    stripes: [Mutex<HashSet<usize>>; STRIPES],
    tags: AtomicU64,
    wrong: AtomicUsize,
}

/// A buffer that the tracker has recorded. All parts that it can write carry a mark.
struct Held {
    buf: PooledBuf,
    tag: u64,
    tracker: Arc<Tracker>,
}

impl Tracker {
    fn new() -> Arc<Self> {
        Arc::new(Self {
            stripes: [(); STRIPES].map(|()| Mutex::default()),
            tags: AtomicU64::new(1),
            wrong: AtomicUsize::new(0),
        })
    }

    fn stripe(&self, address: usize) -> MutexGuard<'_, HashSet<usize>> {
        lock(&self.stripes[(address >> 6) % STRIPES])
    }

    fn holds(self: &Arc<Self>, mut buf: PooledBuf) -> Held {
        let address = buf.as_ptr().addr();
        if !self.stripe(address).insert(address) {
            self.wrong.fetch_add(1, Ordering::Relaxed);
        }
        let tag = self.tags.fetch_add(1, Ordering::Relaxed);
        buf.header_mut(ROOM)
            .chunks_exact_mut(8)
            .for_each(|part| part.copy_from_slice(&tag.to_le_bytes()));
        mark(&mut buf, tag);
        Held { buf, tag, tracker: Arc::clone(self) }
    }

    fn finds_nothing_wrong(&self) {
        assert_eq!(self.wrong.load(Ordering::Relaxed), 0, "slots with two tenants");
        assert!(self.stripes.iter().all(|stripe| lock(stripe).is_empty()));
    }
}

/// The positions of a payload that carry a mark: both ends, and one in each page.
fn marked(len: usize) -> impl Iterator<Item = usize> {
    let places = (0..len / 8).step_by(512).chain((len / 8).checked_sub(1));
    places.map(|place| place * 8)
}

fn mark(payload: &mut [u8], tag: u64) {
    for place in marked(payload.len()) {
        payload[place..place + 8].copy_from_slice(&tag.to_le_bytes());
    }
}

impl Held {
    fn is_intact(&self) -> bool {
        let tag = self.tag.to_le_bytes();
        let room = &self.buf.with_header(ROOM)[..ROOM];
        room.chunks_exact(8).all(|part| part == tag)
            && marked(self.buf.len()).all(|place| self.buf[place..place + 8] == tag)
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        let address = self.buf.as_ptr().addr();
        let known = self.tracker.stripe(address).remove(&address);
        if !known || !self.is_intact() {
            self.tracker.wrong.fetch_add(1, Ordering::Relaxed);
        }
    }
}

/// Lengths of five classes, two of which all threads share, and one beyond the largest class.
const LENS: [usize; 8] = [8, 100, 128, 1000, 9000, 20_000, 64 << 10, 70_000];

fn config(dice: &mut Dice) -> PoolConfig {
    let mut config = PoolConfig::new()
        .with_class(SizeClass::MIN, 1 + dice.below(150))
        .with_class(SizeClass::for_len(1024), 1 + dice.below(70))
        .with_class(SizeClass::for_len(16 << 10), 1 + dice.below(40))
        .with_class(SizeClass::for_len(64 << 10), 1 + dice.below(4))
        .with_overflow([Overflow::Heap, Overflow::Fail, Overflow::Wait][dice.below(3)])
        .with_clear([Clear::Never, Clear::Never, Clear::OnRelease][dice.below(3)]);
    if dice.below(3) == 0 {
        config = config.with_class(SizeClass::for_len(8192), 9);
    }
    if dice.below(3) == 0 {
        config = config.with_overflow_of(SizeClass::MIN, Overflow::Wait);
    }
    config
}

/// The state that all threads share.
struct World {
    tracker: Arc<Tracker>,
    pools: [Mutex<Pool>; 4],
    /// Pools that were replaced, which the test checks at the end.
    retired: Mutex<Vec<Pool>>,
    mailboxes: [Mutex<Vec<Held>>; 8],
    seeds: AtomicU64,
    end: Instant,
}

impl World {
    fn new(time: Duration) -> Arc<Self> {
        let mut dice = Dice(7);
        Arc::new(Self {
            tracker: Tracker::new(),
            pools: [(); 4].map(|()| Mutex::new(Pool::new(&config(&mut dice)))),
            retired: Mutex::default(),
            mailboxes: [(); 8].map(|()| Mutex::default()),
            seeds: AtomicU64::new(1),
            end: Instant::now() + time,
        })
    }

    fn dice(&self) -> Dice {
        let mut dice = Dice(self.seeds.fetch_add(1, Ordering::Relaxed).wrapping_mul(0x9E37_79B9));
        dice.below(1);
        dice
    }

    fn pool(&self, dice: &mut Dice) -> Pool {
        lock(&self.pools[dice.below(4)]).clone()
    }

    fn acquire(&self, pool: &Pool, dice: &mut Dice) -> Option<Held> {
        let len = LENS[dice.below(LENS.len())];
        let got = match dice.below(10) {
            0 => pool.acquire_timeout(len, Duration::from_micros(dice.below(200) as u64)).ok(),
            1 => {
                // Dropped unless it is ready soon.
                let mut future = pool.acquire_async(len);
                (0..dice.below(4)).find_map(|_| match poll(&mut future, std::task::Waker::noop()) {
                    std::task::Poll::Ready(got) => got.ok(),
                    std::task::Poll::Pending => None,
                })
            }
            _ => pool.acquire(len).ok(),
        };
        got.map(|buf| self.tracker.holds(buf))
    }

    /// The work of one thread, or a part of it.
    fn live(&self, steps: usize) {
        let mut dice = self.dice();
        let mut pool = self.pool(&mut dice);
        let mut held = Vec::new();
        for _ in 0..steps {
            match dice.below(64) {
                0..20 => held.extend(self.acquire(&pool, &mut dice)),
                20..40 if !held.is_empty() => drop(held.swap_remove(dice.below(held.len()))),
                40..44 => lock(&self.mailboxes[dice.below(8)]).extend(held.pop()),
                44..48 => held.extend(lock(&self.mailboxes[dice.below(8)]).pop()),
                48..52 => pool = self.pool(&mut dice),
                52 => pool.flush_thread(),
                53 => held.clear(),
                54 => {
                    // A burst, so that a thread claims several shards.
                    let burst: Vec<_> =
                        (0..80).filter_map(|_| self.acquire(&pool, &mut dice)).collect();
                    held.extend(burst.into_iter().take(5));
                }
                55 if dice.below(4) == 0 => {
                    let new = Pool::new(&config(&mut dice));
                    let old = std::mem::replace(&mut *lock(&self.pools[dice.below(4)]), new);
                    match dice.below(8) {
                        0 => lock(&self.retired).push(old),
                        _ => drop(old),
                    }
                }
                56 if dice.below(16) == 0 => {
                    let letters = std::mem::take(&mut *lock(&self.mailboxes[dice.below(8)]));
                    drop(letters);
                }
                57 if dice.below(8) == 0 => std::panic::resume_unwind(Box::new("on purpose")),
                58 => thread::yield_now(),
                _ => assert!(held.iter().take(3).all(Held::is_intact)),
            }
            held.truncate(200);
        }
    }

    fn is_over(&self) -> bool {
        Instant::now() >= self.end
    }
}

/// Checks that this thread can acquire every slot of every class, and no more.
fn nothing_is_lost(pool: &Pool) {
    let stats = pool.stats();
    assert!(stats.classes().all(|class| class.in_use == 0), "{stats}");
    for (class, capacity) in pool.config().classes() {
        let more = || pool.acquire(class.bytes()).ok().filter(PooledBuf::is_pooled);
        let all: Vec<_> = std::iter::from_fn(more).collect();
        assert_eq!(all.len(), capacity, "{class}\n{stats}");
    }
}

#[test]
fn a_storm_loses_no_slot_and_shares_none() {
    let _watchdog = Watchdog::new("a_storm_loses_no_slot_and_shares_none");
    let world = World::new(Duration::from_secs(3));
    let residents: Vec<_> = (0..3)
        .map(|_| {
            let world = Arc::clone(&world);
            // The body panics, and the thread continues.
            thread::spawn(move || {
                while !world.is_over() {
                    let _ended = catch_unwind(AssertUnwindSafe(|| world.live(500)));
                }
            })
        })
        .collect();
    while !world.is_over() {
        let visitors: Vec<_> = (0..6)
            .map(|_| {
                let world = Arc::clone(&world);
                thread::spawn(move || world.live(200))
            })
            .collect();
        for visitor in visitors {
            let _ended = visitor.join();
        }
    }
    for resident in residents {
        resident.join().unwrap();
    }

    for mailbox in &world.mailboxes {
        lock(mailbox).clear();
    }
    world.tracker.finds_nothing_wrong();
    lock(&world.retired).iter().for_each(nothing_is_lost);
    world.pools.iter().for_each(|pool| nothing_is_lost(&lock(pool)));
}

/// One pool and two threads that own all shards and exchange buffers: each release races with a collection or
/// a steal of the same slot.
#[test]
fn crossing_buffers_keep_to_their_slots() {
    let _watchdog = Watchdog::new("crossing_buffers_keep_to_their_slots");
    for (capacity, clear) in [(2, Clear::Never), (16, Clear::OnRelease), (130, Clear::Never)] {
        let config = PoolConfig::new().with_class(SizeClass::MIN, capacity).with_clear(clear);
        let pool = Pool::new(&config.with_overflow(Overflow::Fail));
        let tracker = Tracker::new();
        let boxes: [Mutex<Vec<Held>>; 3] = [(); 3].map(|()| Mutex::default());
        let end = Instant::now() + Duration::from_millis(600);
        thread::scope(|scope| {
            let threads = [0, 1, 2].map(|mine| {
                let (pool, tracker, boxes) = (&pool, &tracker, &boxes);
                scope.spawn(move || {
                    while Instant::now() < end {
                        for _ in 0..50 {
                            if let Ok(buf) = pool.acquire(128) {
                                lock(&boxes[(mine + 1) % 3]).push(tracker.holds(buf));
                            }
                            let received = lock(&boxes[mine]).pop();
                            drop(received);
                        }
                    }
                })
            });
            // Unlike the end of a scope, this waits until the threads have abandoned their shards.
            threads.into_iter().for_each(|thread| thread.join().unwrap());
        });
        boxes.into_iter().for_each(drop);
        tracker.finds_nothing_wrong();
        let stats = *pool.stats().class(SizeClass::MIN).unwrap();
        assert!(stats.remote_releases <= stats.hits && stats.steals <= stats.remote_releases);
        let reader = thread::spawn(move || nothing_is_lost(&pool));
        reader.join().unwrap();
    }
}
