//! What the handles of a pool and its buffers share, and how it ends.
//!
//! # Teardown
//!
//! A buffer holds no reference count: that would cost two contended operations per buffer. It holds
//! its slot, and the pool is freed when all slots are home after the last handle is gone.
//!
//! ```text
//!  last handle                               a buffer, dropped on another thread
//!  -----------                               -----------------------------------
//!  for each word and shard:                  set the slot's bit
//!     set CLOSED                                CLOSED not seen -> done, touches nothing more
//!     home += free slots seen                   CLOSED seen     -> away -= 1
//!  away -= home + 1                                last one home frees
//!     last one home frees
//! ```
//!
//! A shard's owner releases without an atomic operation that could see `CLOSED`: see
//! [`Shard::close`](super::shard::Shard::close) for how its slots are counted.
//!
//! # Invariants
//!
//! * I1: `Shared` lives from `create` until the one `come_home` that ends with nothing away.
//! * I2: a handle counted in `handles` keeps it alive: only the last one closes, and `away` holds one
//!   token for the closing handle, which it hands in after its last access.
//! * I3: a slot that is out keeps it alive until its release: `away` starts at the number of slots plus
//!   one, and a slot's token is handed in once: by the close if the slot was home, by its release if
//!   it was out, or by the owner of its shard, when that gives the shard up, if the two overlapped.
//!   A release that does not hand in must not touch the pool after the operation that ends it: from
//!   then on the pool may be gone.
//! * I4: every access happens before the free. A handle's: by the AcqRel chain on `handles`, then the
//!   close. A release's that does not hand in: its Release pairs with an Acquire of the close. All
//!   others: by the AcqRel chain on `away`.
//! * I5: nothing acquires from a closed pool: acquiring takes a live handle. So no storage is created
//!   while the pool closes, and a class that was never used has all its slots home.

use alloc::alloc::alloc;
use alloc::boxed::Box;
use core::alloc::Layout;
use core::array;
use core::ptr::NonNull;
use core::sync::atomic;

use super::alive::Alive;
use super::away::Away;
use super::class::Class;
use super::home::{Home, Taken};
use super::stats::{ClassStats, PoolStats};
#[cfg(feature = "std")]
use super::{bitmap::Bit, home::owner_tag, thread::Member};
use crate::config::PoolConfig;
use crate::error::AcquireError;
use crate::heap;
use crate::policy::Clear;
use crate::size_class::SizeClass;
use crate::sync::{AtomicU64, AtomicUsize, Ordering};

/// What the shared state takes, without what its classes take.
pub(crate) const BYTES: usize = size_of::<Shared>() + super::away::BYTES;

/// More handles than this are a leak: the count must not wrap.
const MAX_HANDLES: usize = isize::MAX as usize;

/// Ids of pools, from 1, never reused; a `u64` does not wrap.
static NEXT_POOL: atomic::AtomicU64 = atomic::AtomicU64::new(1);

/// The state behind a [`Pool`](crate::Pool)'s handles and buffers.
#[derive(Debug)]
pub(crate) struct Shared {
    id: u64,
    classes: [Class; SizeClass::POOLED],
    /// [`PoolConfig::serves`].
    serves: [u8; SizeClass::POOLED],
    clear: bool,
    /// Handles that share this; the pool closes when it drops to zero.
    handles: AtomicUsize,
    /// Its reference is this pool's.
    away: NonNull<Away>,
    jumbo: AtomicU64,
    alive: Alive,
}

// SAFETY: what `away` points to is `Sync` and lives as long as this; the rest is `Send` by itself.
unsafe impl Send for Shared {}
// SAFETY: as above, and `Sync` by itself.
unsafe impl Sync for Shared {}

impl Shared {
    /// The state of a new pool with one handle, or `None` if there is no memory for it.
    pub(super) fn create(config: &PoolConfig) -> Option<NonNull<Self>> {
        // SAFETY: `Shared` is not zero-sized.
        let place = unsafe { alloc(Layout::new::<Self>()) };
        let place = NonNull::new(place)?.cast::<Self>();
        let Some(shared) = Self::try_new(place, config) else {
            // SAFETY: allocated above with this layout, and nothing refers to it: the parts that had
            // its address are gone.
            unsafe { alloc::alloc::dealloc(place.as_ptr().cast(), Layout::new::<Self>()) };
            return None;
        };
        // SAFETY: freshly allocated with the layout of `Shared`.
        unsafe { place.write(shared) };
        Some(place)
    }

    /// The state of a new pool that will lie at `place`.
    fn try_new(place: NonNull<Self>, config: &PoolConfig) -> Option<Self> {
        let mut complete = true;
        let classes = array::from_fn(|index| {
            let class = SizeClass::from_index(index);
            let made = complete.then(|| Class::try_new(place, class, config)).flatten();
            complete = made.is_some();
            made.unwrap_or_else(|| Class::empty(class))
        });
        if !complete {
            return None;
        }
        let slots = config.classes().map(|(_, capacity)| capacity).fold(0, usize::saturating_add);
        Some(Self {
            // Relaxed: only unique.
            id: NEXT_POOL.fetch_add(1, atomic::Ordering::Relaxed),
            classes,
            serves: config.serves(),
            clear: config.clear() == Clear::OnRelease,
            handles: AtomicUsize::new(1),
            away: Away::create(slots)?,
            jumbo: AtomicU64::new(0),
            alive: Alive::new(),
        })
    }

    /// The pool's number, which no other pool has or had.
    pub(super) fn id(&self) -> u64 {
        self.id
    }

    /// The class that serves `len` bytes, if there is one.
    pub(super) fn class_for(&self, len: u32) -> Option<&Class> {
        let served = *self.serves.get(SizeClass::for_len(len as usize).index())?;
        self.class(served.into())
    }

    /// The class at `index`; `None` behind the last one.
    fn class(&self, index: usize) -> Option<&Class> {
        self.classes.get(index)
    }

    /// Counts one more handle.
    ///
    /// # Panics
    ///
    /// If there are more than `isize::MAX`.
    pub(super) fn add_handle(&self) {
        // Relaxed: the new handle is made from one that is alive, as with `Arc`.
        let before = self.handles.fetch_add(1, Ordering::Relaxed);
        if before >= MAX_HANDLES {
            // Relaxed: undoes the line above.
            self.handles.fetch_sub(1, Ordering::Relaxed);
            panic!("a pool has at most {MAX_HANDLES} handles");
        }
    }

    /// Takes a slot of the class that serves `len` bytes, or what the overflow policy says.
    ///
    /// # Safety
    ///
    /// * `shared` came from [`Shared::create`];
    /// * a handle keeps it alive during the call (I2).
    #[inline]
    pub(super) unsafe fn acquire(shared: NonNull<Self>, len: u32) -> Result<Taken, AcquireError> {
        // SAFETY: alive during the call, by the caller's contract.
        let this = unsafe { shared.as_ref() };
        this.alive.used();
        let Some(class) = this.class_for(len) else {
            return this.acquire_jumbo(len);
        };
        // SAFETY: the class is this pool's, which is alive.
        match unsafe { class.take(shared) } {
            Some(taken) => Ok(taken),
            None => class.overflow(len, this.clear),
        }
    }

    #[cold]
    fn acquire_jumbo(&self, len: u32) -> Result<Taken, AcquireError> {
        let taken = heap::acquire(len as usize, len, self.clear)?;
        // Relaxed: a statistic.
        self.jumbo.fetch_add(1, Ordering::Relaxed);
        Ok(taken)
    }

    /// What a thread's record of the pool is made of.
    #[cfg(feature = "std")]
    pub(super) fn member_of(&self) -> (u64, NonNull<Away>, bool) {
        (self.id, self.away, self.clear)
    }

    /// The payload of a slot that is out: see [`Class::payload`].
    ///
    /// # Safety
    ///
    /// * `slot` of `home` is out, of this pool.
    pub(super) unsafe fn payload(
        shared: NonNull<Self>,
        home: NonNull<Home>,
        slot: u8,
    ) -> Option<NonNull<u8>> {
        // SAFETY: the slot is out, so the pool is alive (I3).
        let this = unsafe { shared.as_ref() };
        // SAFETY: a home outlives its slots that are out.
        let class = this.class(unsafe { home.as_ref() }.class().index())?;
        // SAFETY: by the caller's contract.
        unsafe { class.payload(home, slot) }
    }

    /// `count` tokens come home; frees the pool if they are the last.
    ///
    /// # Safety
    ///
    /// * `shared` came from [`Shared::create`], and the tokens, which are the caller's, keep it alive;
    /// * the caller does not use it again.
    pub(crate) unsafe fn come_home(shared: NonNull<Self>, count: usize) {
        // SAFETY: the tokens keep it alive (I3).
        let this = unsafe { shared.as_ref() };
        this.alive.used();
        // SAFETY: the pool's reference keeps it alive as long as the pool.
        if unsafe { this.away.as_ref() }.come_home(count) {
            // SAFETY: from `create`, and this is the call that came home last (I1).
            unsafe { Self::free(shared) };
        }
    }

    /// Drops a handle; the last one closes the pool.
    ///
    /// # Safety
    ///
    /// * `shared` came from [`Shared::create`];
    /// * the caller owns one of the counted handles, and does not use `shared` again.
    pub(super) unsafe fn drop_handle(shared: NonNull<Self>) {
        // SAFETY: the caller's handle keeps it alive (I2).
        let this = unsafe { shared.as_ref() };
        // AcqRel: pairs with itself. Release: what this handle acquired and created happens before
        // the close; Acquire: in the last one, everything other handles did has happened.
        if this.handles.fetch_sub(1, Ordering::AcqRel) != 1 {
            return;
        }
        this.alive.used();
        // What this thread owns it need not find out about later.
        #[cfg(feature = "std")]
        super::thread::flush(this.id);
        // SAFETY: the pool's reference keeps it alive as long as the pool.
        unsafe { this.away.as_ref() }.close();
        let home = this.classes.iter().map(Class::close).fold(0, usize::wrapping_add);
        // One more: the token of the closing handle (I2).
        // SAFETY: from `create`; the tokens are the closing handle's and those of what was home.
        unsafe { Self::come_home(shared, home.wrapping_add(1)) };
    }

    /// Gives back the shards that a thread owns, and returns how many slots it owes to `away`.
    #[cfg(feature = "std")]
    pub(super) fn give_up_shards(&self, member: &Member, id: usize) -> usize {
        self.alive.used();
        let tag = owner_tag(id, self.clear);
        let give_up = |(index, class): (usize, &Class)| match class.shards() {
            // SAFETY: the shards are those of this pool and class, and live as long as `self`.
            Some(shards) => unsafe { member.give_up(index, shards, tag) },
            None => 0,
        };
        self.classes.iter().enumerate().map(give_up).fold(0, usize::wrapping_add)
    }

    /// Hands a slot to the first that waits for one of its class, or gives it back.
    ///
    /// # Safety
    ///
    /// * `bit` is out, of this pool and `class`, and not accessed any more; it ends here.
    #[cfg(feature = "std")]
    pub(super) unsafe fn hand_over(shared: NonNull<Self>, class: SizeClass, bit: Bit) {
        // SAFETY: the slot is out, so the pool is alive (I3).
        let this = unsafe { shared.as_ref() };
        let Some(class) = this.class(class.index()) else { return };
        // SAFETY: the pool's reference keeps it alive as long as the pool.
        let away = unsafe { this.away.as_ref() };
        // Once handed over, the slot may come home and the pool go while this is still in it.
        let entered = away.enter();
        debug_assert!(entered, "a slot that is out is away");
        // SAFETY: by the caller's contract; entered, so the pool stays alive.
        let handed = unsafe { class.hand_over(bit) };
        // A slot that went back to a closed pool has its token to hand in, too.
        let tokens = if matches!(handed, Err(true)) { 2_usize } else { 1 };
        // SAFETY: entered above; the second token is the slot's.
        unsafe { Self::come_home(shared, tokens) };
        // Last: it is foreign code, which may panic.
        if let Ok(waker) = handed {
            waker.wake();
        }
    }

    /// # Safety
    ///
    /// * `shared` came from [`Shared::create`];
    /// * nobody uses it any more.
    #[cold]
    pub(super) unsafe fn free(shared: NonNull<Self>) {
        // SAFETY: not freed yet, and the caller alone uses it.
        let this = unsafe { shared.as_ref() };
        this.alive.ends();
        let away = this.away;
        // SAFETY: allocated in `create` by the global allocator with the layout of `Shared`, written
        // there, and owned by the caller alone.
        drop(unsafe { Box::from_raw(shared.as_ptr()) });
        // SAFETY: the reference was the pool's, which is gone.
        unsafe { Away::drop_ref(away) };
    }

    /// Reserves and touches the slots of every class.
    pub(super) fn prefault(&self) -> Result<(), AcquireError> {
        self.classes.iter().try_for_each(Class::prefault)
    }

    /// A snapshot of the counters.
    pub(super) fn stats(&self) -> PoolStats {
        self.alive.used();
        let classes = array::from_fn(|index| match self.class(index) {
            Some(class) => class.stats(),
            None => ClassStats::unused(SizeClass::from_index(index), 0),
        });
        // Relaxed: a statistic.
        PoolStats::new(classes, self.jumbo.load(Ordering::Relaxed))
    }
}

/// A model fails if an operation on these is not ordered before the memory ends (I4).
#[cfg(loom)]
impl Drop for Shared {
    fn drop(&mut self) {
        self.handles.with_mut(|_| ());
        self.jumbo.with_mut(|_| ());
    }
}
