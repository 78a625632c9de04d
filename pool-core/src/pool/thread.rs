//! A thread's own data: its id, its memberships, and a cache of the shards that served it last.
//!
//! ```text
//!  Thread (thread-local, no destructor)     Membership: one pool     ring of own shards, by class
//!  | id | memberships[pool] |------------> | pool id | rings |------> current -> shard -> ... -.
//!       | recent[pool, class] |---------------------------------------^----------------------'
//! ```
//!
//! The thread-local has no destructor, so reading it is one instruction, and it stays valid until the very
//! end of a thread. [`registry`](super::registry) has a second thread-local with a destructor, which
//! abandons the thread's shards when the thread exits.
//!
//! # Invariants
//!
//! * I1: `memberships` has this thread's [`Membership`](super::membership::Membership)s.
//! * I2: the shards in `recent` are owned by this thread, or were closed with their pool.

use core::cell::Cell;
use core::ptr::{self, NonNull};
use core::sync::atomic::{AtomicUsize, Ordering};

use super::membership_table::MembershipTable;
use super::shard::{Shard, ShardSlot};
use crate::size_class::SizeClass;

/// The number of pools whose shards a thread finds with one lookup. With more pools, those whose ids
/// collide evict each other.
const RECENT_POOLS: usize = 8;
/// The number of keys set aside for the classes of a pool.
const CLASSES: usize = 8;
const RECENT: usize = RECENT_POOLS * CLASSES;

// The index after the last sharded class means "not sharded": no lookup ever finds it.
const _: () = assert!(SizeClass::SHARDED < CLASSES);

/// The next id of a model's thread.
#[cfg(loom)]
static NEXT_ID: AtomicUsize = AtomicUsize::new(8);

/// The next thread number.
static NEXT_NUMBER: AtomicUsize = AtomicUsize::new(1);

/// The data of one thread.
#[derive(Debug)]
pub(super) struct Thread {
    /// Two threads of a model may have the same address one after the other, without the
    /// synchronisation that orders real threads: the end of one before the start of the other. So they
    /// have ids that are never reused.
    #[cfg(loom)]
    id: usize,
    /// Zero until the thread asks for its number.
    number: Cell<usize>,
    /// I1.
    pub(super) memberships: MembershipTable,
    /// Copies of `current` of the rings, by [`key`] (I2).
    recent: [RecentShard; RECENT],
}

/// The shard that last served one class of one pool.
#[derive(Debug)]
struct RecentShard {
    key: Cell<u64>,
    shard: Cell<*const Shard>,
}

/// The key of a class of a pool. It is unique, because class indices are below [`CLASSES`].
#[inline(always)]
fn key(pool: u64, class: u8) -> u64 {
    pool.wrapping_mul(CLASSES as u64).wrapping_add(class.into())
}

/// The key of an empty entry: no pool id reaches it.
const NO_KEY: u64 = u64::MAX;

impl Thread {
    const fn new() -> Self {
        Self {
            #[cfg(loom)]
            id: 0,
            number: Cell::new(0),
            memberships: MembershipTable::new(),
            recent: [const { RecentShard { key: Cell::new(NO_KEY), shard: Cell::new(ptr::null()) } };
                RECENT],
        }
    }

    #[inline(always)]
    fn recent(&self, key: u64) -> Option<&RecentShard> {
        self.recent.get(key as usize % RECENT)
    }

    /// Makes `shard` the one that the fast path uses for `class` of `pool`.
    pub(super) fn set_recent(&self, pool: u64, class: usize, shard: NonNull<Shard>) {
        let key = key(pool, class as u8);
        if let Some(recent) = self.recent(key) {
            recent.key.set(key);
            recent.shard.set(shard.as_ptr());
        }
    }

    /// Removes the shards of `pool` from the fast path.
    pub(super) fn clear_recent(&self, pool: u64) {
        for key in (0..CLASSES as u8).map(|class| key(pool, class)) {
            if let Some(recent) = self.recent(key)
                && recent.key.get() == key
            {
                recent.key.set(NO_KEY);
            }
        }
    }

    /// See [`id`].
    #[inline(always)]
    pub(super) fn id(&self) -> usize {
        #[cfg(loom)]
        return self.id;
        #[cfg(not(loom))]
        ptr::from_ref(self).addr()
    }

    fn number(&self) -> usize {
        // A model must behave the same each time it runs.
        if self.number.get() == 0 && cfg!(not(loom)) {
            // Relaxed: it only has to be unique.
            self.number.set(NEXT_NUMBER.fetch_add(1, Ordering::Relaxed));
        }
        self.number.get()
    }
}

#[cfg(not(loom))]
std::thread_local! {
    static THREAD: Thread = const { Thread::new() };
}

// With loom, `registry` implements `Drop` for it: loom drops a thread's locals together, so one
// thread-local cannot use another in its destructor.
#[cfg(loom)]
loom::thread_local! {
    static THREAD: Thread = {
        let mut thread = Thread::new();
        // Relaxed: it only has to be unique.
        thread.id = NEXT_ID.fetch_add(8, Ordering::Relaxed);
        thread
    };
}

/// Calls `body` with the calling thread's data. Returns `None` if that is gone, which happens only in
/// models.
pub(super) fn with<T>(body: impl FnOnce(&Thread) -> T) -> Option<T> {
    THREAD.try_with(body).ok()
}

/// The calling thread's id: the address of its thread-local, which no other living thread has. It is a
/// multiple of 8. A later thread may have the same id, once this one has abandoned all its shards.
#[inline(always)]
pub(crate) fn id() -> usize {
    THREAD.try_with(Thread::id).unwrap_or(0)
}

/// A number for the calling thread, to spread threads over words.
pub(crate) fn number() -> usize {
    with(Thread::number).unwrap_or(0)
}

/// Takes a slot from the shard that served this thread last: the fast path.
///
/// # Safety
///
/// * If a pool has the id `pool`, a handle keeps it alive during the call.
#[inline(always)]
pub(crate) unsafe fn pop(pool: u64, class: u8) -> Option<ShardSlot> {
    let take = |thread: &Thread| {
        let key = key(pool, class);
        let recent = thread.recent(key)?;
        if recent.key.get() != key {
            return None;
        }
        // SAFETY: the key is this pool's, which is alive by the caller's contract (I2).
        let shard = unsafe { &*recent.shard.get() };
        // SAFETY: this thread owns it (I2): with a handle alive, its pool is not closed.
        unsafe { shard.pop() }
    };
    THREAD.try_with(take).ok()?
}
