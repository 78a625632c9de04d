//! What a thread knows of the pools it uses: which shards it owns.
//!
//! ```text
//!  Thread (thread-local, no destructor)     Member: one pool        ring of own shards, by class
//!  | id | members          |-------------> | pool id | rings |-----> current -> shard -> ... -.
//!       | recent[pool, class] |---------------------------------------^----------------------'
//! ```
//!
//! The thread-local has no destructor, so that reading it is one instruction and works until the very
//! end of a thread. A second one, touched when a thread first claims something, gives everything back
//! when the thread exits. What comes later finds no members and takes slots one at a time.
//!
//! # Invariants
//!
//! * I1: `Member`s are made, linked, used and freed by their own thread.
//! * I2: the shards in a member's rings, and those in `recent`, are owned by this thread, or were closed
//!   with their pool.
//! * I3: a member holds one reference to its pool's `Away`. Its pool and its shards may be gone; they
//!   are used only by who has a handle of that pool, or has entered `Away`. Ids of pools are never
//!   reused, so a member of a dead pool is not mistaken for one of a living pool.

mod member;
mod source;

use alloc::alloc::alloc;
use alloc::boxed::Box;
use core::alloc::Layout;
use core::cell::Cell;
use core::ptr::{self, NonNull};
use core::sync::atomic::{AtomicUsize, Ordering};

pub(crate) use self::member::{BYTES_PER_POOL, Member};
pub(crate) use self::source::Source;
use super::away::Away;
use super::shard::{Popped, Shard};
use crate::size_class::SizeClass;

/// Pools whose shards a thread finds at once; with more, those whose ids collide take turns.
const RECENT_POOLS: usize = 8;
/// Numbers set aside for the classes of a pool.
const CLASSES: usize = 8;
const RECENT: usize = RECENT_POOLS * CLASSES;

// The class behind the last one stands for "not sharded": nothing is ever found under it.
const _: () = assert!(SizeClass::SHARDED < CLASSES);

/// Ids of the threads of models.
#[cfg(loom)]
static NEXT_ID: AtomicUsize = AtomicUsize::new(8);

/// Numbers of threads that asked for one.
static NEXT_NUMBER: AtomicUsize = AtomicUsize::new(1);

#[derive(Debug)]
struct Thread {
    /// A model's threads may have one address after another without what orders them elsewhere, the
    /// end of one before the start of the other; so they have ids that are not used again.
    #[cfg(loom)]
    id: usize,
    /// Zero until the thread needs one.
    number: Cell<usize>,
    /// I1.
    members: Cell<*const Member>,
    /// Copies of `current` of the rings, by [`key`].
    recent: [Recent; RECENT],
}

/// The shard that served one class of one pool last.
#[derive(Debug)]
struct Recent {
    key: Cell<u64>,
    shard: Cell<*const Shard>,
}

/// A class of a pool, as one number. Unique, because classes are below [`CLASSES`].
#[inline(always)]
fn key(pool: u64, class: u8) -> u64 {
    pool.wrapping_mul(CLASSES as u64).wrapping_add(class.into())
}

/// The key of nothing: pools do not reach it.
const NO_KEY: u64 = u64::MAX;

impl Thread {
    const fn new() -> Self {
        Self {
            #[cfg(loom)]
            id: 0,
            number: Cell::new(0),
            members: Cell::new(ptr::null()),
            recent: [const { Recent { key: Cell::new(NO_KEY), shard: Cell::new(ptr::null()) } };
                RECENT],
        }
    }

    #[inline(always)]
    fn recent(&self, key: u64) -> Option<&Recent> {
        self.recent.get(key as usize % RECENT)
    }

    /// The shard of a ring that serves from now on.
    fn serve_from(&self, pool: u64, class: usize, shard: NonNull<Shard>) {
        let key = key(pool, class as u8);
        if let Some(recent) = self.recent(key) {
            recent.key.set(key);
            recent.shard.set(shard.as_ptr());
        }
    }

    /// Nothing of `pool` serves from now on.
    fn serve_nothing_of(&self, pool: u64) {
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
    fn id(&self) -> usize {
        #[cfg(loom)]
        return self.id;
        #[cfg(not(loom))]
        ptr::from_ref(self).addr()
    }

    fn number(&self) -> usize {
        // A model must do the same each time.
        if self.number.get() == 0 && cfg!(not(loom)) {
            // Relaxed: only to tell threads apart.
            self.number.set(NEXT_NUMBER.fetch_add(1, Ordering::Relaxed));
        }
        self.number.get()
    }
}

#[cfg(not(loom))]
std::thread_local! {
    static THREAD: Thread = const { Thread::new() };
    static EXIT: Exit = const { Exit };
}

/// Gives back what the thread owns, in its destructor.
#[cfg(not(loom))]
struct Exit;

#[cfg(not(loom))]
impl Drop for Exit {
    fn drop(&mut self) {
        THREAD.with(Thread::exit);
    }
}

/// Makes sure that the thread gives back what it owns when it exits. Returns `false` if it is too late.
#[cfg(not(loom))]
fn will_exit() -> bool {
    EXIT.try_with(|_| ()).is_ok()
}

// loom drops a thread's locals together, so that one cannot use another.
#[cfg(loom)]
loom::thread_local! {
    static THREAD: Thread = {
        let mut thread = Thread::new();
        // Relaxed: only unique.
        thread.id = NEXT_ID.fetch_add(8, Ordering::Relaxed);
        thread
    };
}

#[cfg(loom)]
impl Drop for Thread {
    fn drop(&mut self) {
        self.exit();
    }
}

#[cfg(loom)]
fn will_exit() -> bool {
    THREAD.try_with(|_| ()).is_ok()
}

fn with_thread<T>(body: impl FnOnce(&Thread) -> T) -> Option<T> {
    THREAD.try_with(body).ok()
}

/// The calling thread's id: the address of its thread-local, which no other living thread has. It is a
/// multiple of 8. A later thread may have it again, when this one has given back all that it owned.
#[inline(always)]
pub(crate) fn id() -> usize {
    THREAD.try_with(Thread::id).unwrap_or(0)
}

/// A number for the calling thread, to spread threads over words.
pub(crate) fn number() -> usize {
    with_thread(Thread::number).unwrap_or(0)
}

/// Takes a slot from the shard that served this thread last: the fast path.
///
/// # Safety
///
/// * If a pool has the id `pool`, a handle keeps it alive during the call.
#[inline(always)]
pub(crate) unsafe fn pop(pool: u64, class: u8) -> Option<Popped> {
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

impl Thread {
    /// The thread's record of a pool, made if there is none. `None` if that cannot be.
    fn member(&self, source: &Source<'_>) -> Option<&Member> {
        self.find(source.id).or_else(|| self.join(source))
    }

    fn find(&self, pool: u64) -> Option<&Member> {
        let mut next = self.members.get();
        // SAFETY: null, or a member of this thread (I1).
        while let Some(member) = unsafe { next.as_ref() } {
            if member.pool == pool {
                return Some(member);
            }
            next = member.next.get();
        }
        None
    }

    #[cold]
    fn join(&self, source: &Source<'_>) -> Option<&Member> {
        if !will_exit() {
            return None;
        }
        self.forget_closed();
        // SAFETY: `Member` is not zero-sized.
        let place = NonNull::new(unsafe { alloc(Layout::new::<Member>()) })?.cast::<Member>();
        // SAFETY: the pool is alive, and holds a reference.
        unsafe { source.away.as_ref() }.add_ref();
        let member = Member {
            pool: source.id,
            shared: source.pool,
            away: source.away,
            rings: Default::default(),
            // Read after the allocation, which may have come back here.
            next: Cell::new(self.members.get()),
        };
        // SAFETY: freshly allocated with the layout of `Member`.
        unsafe { place.write(member) };
        self.members.set(place.as_ptr());
        // SAFETY: a member of this thread (I1).
        Some(unsafe { place.as_ref() })
    }

    /// Forgets the pools that are closed, and with them what kept their memory.
    fn forget_closed(&self) {
        // SAFETY: the member's reference keeps its `Away` alive (I3).
        self.forget(|member| unsafe { member.away.as_ref() }.is_closed());
    }

    /// Gives back the shards of those members that `which` picks, and frees the members.
    fn forget(&self, which: impl Fn(&Member) -> bool) {
        let mut link = &self.members;
        // SAFETY: null, or a member of this thread (I1).
        while let Some(member) = unsafe { link.get().as_ref() } {
            if !which(member) {
                link = &member.next;
                continue;
            }
            self.serve_nothing_of(member.pool);
            let unlinked = link.replace(member.next.get()).cast_mut();
            member.give_up_all(self.id());
            // SAFETY: the member owns a reference (I3), which ends here.
            unsafe { Away::drop_ref(member.away) };
            // SAFETY: allocated in `join` with the layout of `Member`, and not linked any more.
            drop(unsafe { Box::from_raw(unlinked) });
            // From the start: freeing memory may have come back here, if the allocator uses a pool, and
            // have freed what `link` is in.
            link = &self.members;
        }
    }

    fn exit(&self) {
        self.forget(|_| true);
    }
}

/// Gives back what the calling thread owns of a pool.
pub(crate) fn flush(pool: u64) {
    with_thread(|thread| thread.forget(|member| member.pool == pool));
}
