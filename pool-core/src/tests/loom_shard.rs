//! One shard alone, whose owners are numbers: exclusive slots, and what passes with the ownership.

use core::ptr::NonNull;
use loom::sync::Arc;
use loom::thread;
use std::vec;
use std::vec::Vec;

use super::check_within;
use super::tenants::Tenants;
use crate::SizeClass;
use crate::pool::shard::{Popped, Shard};
use crate::pool::storage;

/// A shard and what its slots guard.
struct Guarded {
    shard: Shard,
    tenants: Tenants,
    /// Where the payloads are; nothing accesses them.
    block: Vec<u8>,
}

impl Guarded {
    fn new(capacity: usize) -> Arc<Self> {
        // Nothing here asks a shard for its pool.
        let shard = Shard::new(NonNull::dangling(), SizeClass::MIN, false, 0, capacity);
        let block = vec![0; capacity * storage::stride(SizeClass::MIN)];
        Arc::new(Self { shard, tenants: Tenants::new(capacity), block })
    }

    /// Owned by `tag`, with all of its slots out.
    fn all_out(capacity: usize, tag: usize) -> Arc<Self> {
        let this = Self::new(capacity);
        assert!(this.claim(tag));
        for slot in 0..capacity as u8 {
            assert_eq!(this.take().unwrap().slot, slot);
        }
        this
    }

    fn claim(&self, tag: usize) -> bool {
        self.shard.claim(tag, NonNull::from(self.block.as_slice()).cast())
    }

    fn give_up(&self, tag: usize) {
        // SAFETY: the models call this on the thread that claimed with this tag.
        assert_eq!(unsafe { self.shard.give_up(tag) }, 0, "owed with an open pool");
    }

    /// What an owner does for a slot.
    fn take(&self) -> Option<Popped> {
        // SAFETY: the models call this on the thread that owns the shard.
        unsafe { self.shard.collect() };
        // SAFETY: as above.
        let popped = unsafe { self.shard.pop() };
        // SAFETY: as above.
        popped.or_else(|| unsafe { self.shard.carve() })
    }

    fn enter(&self, slot: u8) -> u32 {
        self.tenants.enter(slot)
    }

    fn release_local(&self, slot: u8) {
        // SAFETY: the models call this on the owner's thread, for a slot that is out.
        unsafe { Shard::release_local(NonNull::from(&self.shard), slot) };
    }

    fn release_remote(&self, slot: u8) {
        // SAFETY: the models call this for a slot that is out.
        assert!(!unsafe { Shard::release_remote(NonNull::from(&self.shard), slot) });
    }

    /// Takes what is left and returns how many there were.
    fn take_all(&self) -> usize {
        let left = (0..).map_while(|_| self.take());
        left.inspect(|taken| _ = self.enter(taken.slot)).count()
    }
}

/// Runs `body` on a thread of its own.
fn spawn<T: 'static>(
    shared: &Arc<Guarded>,
    body: impl FnOnce(&Guarded) -> T + 'static,
) -> thread::JoinHandle<T> {
    let shared = Arc::clone(shared);
    thread::spawn(move || body(&shared))
}

/// I2, I3: slots released by another thread while the owner collects: each tenant sees what the previous
/// one wrote, and no slot is lost or doubled.
#[test]
fn a_remote_release_happens_before_the_owners_next_tenant() {
    loom::model(|| {
        let shared = Guarded::all_out(2, 8);
        let other = spawn(&shared, |shared| {
            for slot in 0..2 {
                shared.enter(slot);
                shared.release_remote(slot);
            }
        });
        for _ in 0..2 {
            if let Some(taken) = shared.take() {
                shared.enter(taken.slot);
                shared.release_local(taken.slot);
            }
        }
        other.join().unwrap();
        assert_eq!(shared.take_all(), 2);
    });
}

/// I2, I3: what one thread gives back goes to the owner or to the thread that steals, not to both.
#[test]
fn a_remote_release_is_collected_or_stolen() {
    check_within(3, || {
        let shared = Guarded::all_out(1, 8);
        let releaser = spawn(&shared, |shared| {
            shared.enter(0);
            shared.release_remote(0);
        });
        let thief = spawn(&shared, |shared| {
            let stolen = shared.shard.steal();
            stolen.inspect(|&slot| assert_eq!(shared.enter(slot), 2))
        });
        let taken = shared.take();
        taken.inspect(|taken| assert_eq!(shared.enter(taken.slot), 2));
        releaser.join().unwrap();
        let stolen = thief.join().unwrap();
        assert!(taken.is_none() || stolen.is_none());
        let left = shared.take_all();
        assert_eq!(left + usize::from(taken.is_some()) + usize::from(stolen.is_some()), 1);
    });
}

/// I2, I3: a stolen slot goes round: stolen, given back, and collected by the owner.
#[test]
fn a_stolen_slot_comes_back_to_the_owner() {
    loom::model(|| {
        let shared = Guarded::all_out(2, 8);
        // The first one is there from the start; the second is this thread's.
        shared.enter(0);
        shared.release_remote(0);
        let thief = spawn(&shared, |shared| {
            shared.enter(1);
            shared.release_remote(1);
            if let Some(slot) = shared.shard.steal() {
                shared.enter(slot);
                shared.release_remote(slot);
            }
        });
        if let Some(taken) = shared.take() {
            shared.enter(taken.slot);
            shared.release_local(taken.slot);
        }
        thief.join().unwrap();
        assert_eq!(shared.take_all(), 2);
    });
}

/// I2: two threads steal from one mask.
#[test]
fn a_slot_is_stolen_once() {
    loom::model(|| {
        let shared = Guarded::all_out(2, 8);
        shared.release_remote(0);
        shared.release_remote(1);
        let steal = |shared: &Guarded| {
            let slot = shared.shard.steal();
            slot.inspect(|&slot| assert_eq!(shared.enter(slot), 1)).is_some()
        };
        let thief = spawn(&shared, steal);
        assert!(steal(&shared), "one each");
        assert!(thief.join().unwrap(), "one each");
        assert_eq!(shared.take_all(), 0);
    });
}

/// I1: of two threads that claim, one becomes the owner.
#[test]
fn a_shard_is_claimed_once() {
    loom::model(|| {
        let shared = Guarded::new(1);
        let run = |shared: &Guarded, tag| {
            let claimed = shared.claim(tag);
            if claimed {
                let taken = shared.take().unwrap();
                assert_eq!(shared.enter(taken.slot), 1);
            }
            claimed
        };
        let other = spawn(&shared, move |shared| run(shared, 16));
        let mine = run(&shared, 8);
        assert_ne!(mine, other.join().unwrap());
    });
}

/// I1, I3: with the ownership pass the stack, what was carved, and what the tenants wrote.
#[test]
fn the_next_owner_sees_what_the_last_one_left() {
    loom::model(|| {
        let shared = Guarded::new(2);
        assert!(shared.claim(8));
        let other = spawn(&shared, |shared| {
            if !shared.shard.looks_claimable() || !shared.claim(16) {
                return false;
            }
            // From the stack, then one that was never out.
            assert_eq!(shared.take().map(|taken| shared.enter(taken.slot)), Some(2));
            assert_eq!(shared.take().map(|taken| shared.enter(taken.slot)), Some(1));
            assert!(shared.take().is_none());
            true
        });
        let taken = shared.take().unwrap();
        shared.enter(taken.slot);
        shared.release_local(taken.slot);
        shared.give_up(8);
        if !other.join().unwrap() {
            assert!(shared.claim(24));
            assert_eq!(shared.take_all(), 2);
        }
    });
}

/// I1: the ownership passes through two threads, in whatever order.
#[test]
fn owners_take_turns() {
    check_within(3, || {
        let shared = Guarded::new(1);
        let run = |shared: &Guarded, tag| {
            if !shared.claim(tag) {
                return 0;
            }
            let taken = shared.take().unwrap();
            shared.enter(taken.slot);
            shared.release_local(taken.slot);
            shared.give_up(tag);
            1
        };
        let others = [16, 24].map(|tag| spawn(&shared, move |shared| run(shared, tag)));
        let mut tenants = run(&shared, 8);
        for other in others {
            tenants += other.join().unwrap();
        }
        assert!(shared.claim(32));
        assert_eq!(shared.enter(shared.take().unwrap().slot), tenants + 1);
    });
}

/// I2, I3: a slot given back to a shard without an owner goes to who claims or to who steals.
#[test]
fn a_claim_races_with_a_steal() {
    check_within(3, || {
        let shared = Guarded::all_out(1, 8);
        shared.give_up(8);
        let thief = spawn(&shared, |shared| {
            shared.shard.steal().inspect(|&slot| assert_eq!(shared.enter(slot), 2)).is_some()
        });
        let claimer = spawn(&shared, |shared| {
            let taken = (shared.shard.looks_claimable() && shared.claim(16)).then(|| shared.take());
            taken.flatten().inspect(|taken| assert_eq!(shared.enter(taken.slot), 2)).is_some()
        });
        shared.enter(0);
        shared.release_remote(0);
        let (stolen, claimed) = (thief.join().unwrap(), claimer.join().unwrap());
        assert!(!(stolen && claimed));
        // `take` belongs to the owner, who may be gone, but not here.
        let left = shared.take_all();
        assert_eq!(left + usize::from(stolen) + usize::from(claimed), 1);
    });
}
