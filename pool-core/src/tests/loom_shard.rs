//! One shard alone, whose owners are numbers: exclusive slots, and the data that passes with ownership.

use core::ptr::NonNull;
use loom::sync::Arc;
use loom::thread;
use std::vec;
use std::vec::Vec;

use super::check_within;
use super::tenants::Tenants;
use crate::SizeClass;
use crate::pool::shard::{RemoteRelease, Shard, ShardSlot};
use crate::slot;

/// A shard, and the data that its slots guard.
struct Guarded {
    shard: Shard,
    tenants: Tenants,
    /// The payloads; the models do not access them.
    block: Vec<u8>,
}

impl Guarded {
    fn new(capacity: usize) -> Arc<Self> {
        // No model here follows a shard's pointer to its pool.
        let shard = Shard::new(NonNull::dangling(), SizeClass::MIN, false, 0, capacity);
        let block = vec![0; capacity * slot::stride(SizeClass::MIN)];
        Arc::new(Self { shard, tenants: Tenants::new(capacity), block })
    }

    /// A shard owned by `tag`, with all of its slots in use.
    fn all_in_use(capacity: usize, tag: usize) -> Arc<Self> {
        let this = Self::new(capacity);
        assert!(this.claim(tag));
        for slot in 0..capacity as u8 {
            assert_eq!(this.take().unwrap().index, slot);
        }
        this
    }

    fn claim(&self, tag: usize) -> bool {
        self.shard.claim(tag, NonNull::from(self.block.as_slice()).cast())
    }

    fn abandon(&self, tag: usize) {
        // SAFETY: the models call this on the thread that claimed with this tag.
        assert_eq!(unsafe { self.shard.abandon(tag) }, 0, "owed with an open pool");
    }

    /// Takes a slot as an owner does.
    fn take(&self) -> Option<ShardSlot> {
        // SAFETY: the models call this on the thread that owns the shard.
        unsafe { self.shard.collect() };
        // SAFETY: as above.
        let listed = unsafe { self.shard.pop() };
        // SAFETY: as above.
        listed.or_else(|| unsafe { self.shard.take_fresh() })
    }

    fn enter(&self, slot: u8) -> u32 {
        self.tenants.enter(slot)
    }

    fn release_local(&self, slot: u8) {
        // SAFETY: the models call this on the owner's thread, for a slot in use.
        unsafe { Shard::release_local(NonNull::from(&self.shard), slot) };
    }

    fn release_remote(&self, slot: u8) {
        // SAFETY: the models call this for a slot in use.
        let released = unsafe { Shard::release_remote(NonNull::from(&self.shard), slot) };
        assert_eq!(released, RemoteRelease::Free);
    }

    /// Takes all remaining slots and returns their number.
    fn take_all(&self) -> usize {
        let left = (0..).map_while(|_| self.take());
        left.inspect(|taken| _ = self.enter(taken.index)).count()
    }
}

/// Runs `body` on its own thread.
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
        let shared = Guarded::all_in_use(2, 8);
        let other = spawn(&shared, |shared| {
            for slot in 0..2 {
                shared.enter(slot);
                shared.release_remote(slot);
            }
        });
        for _ in 0..2 {
            if let Some(taken) = shared.take() {
                shared.enter(taken.index);
                shared.release_local(taken.index);
            }
        }
        other.join().unwrap();
        assert_eq!(shared.take_all(), 2);
    });
}

/// I2, I3: a slot that one thread releases goes to the owner or to the thread that steals, not to both.
#[test]
fn a_remote_release_is_collected_or_stolen() {
    check_within(3, || {
        let shared = Guarded::all_in_use(1, 8);
        let releaser = spawn(&shared, |shared| {
            shared.enter(0);
            shared.release_remote(0);
        });
        let thief = spawn(&shared, |shared| {
            let stolen = shared.shard.steal();
            stolen.inspect(|&slot| assert_eq!(shared.enter(slot), 2))
        });
        let taken = shared.take();
        taken.inspect(|taken| assert_eq!(shared.enter(taken.index), 2));
        releaser.join().unwrap();
        let stolen = thief.join().unwrap();
        assert!(taken.is_none() || stolen.is_none());
        let left = shared.take_all();
        assert_eq!(left + usize::from(taken.is_some()) + usize::from(stolen.is_some()), 1);
    });
}

/// I2, I3: a slot is stolen, released again, and collected by the owner.
#[test]
fn a_stolen_slot_comes_back_to_the_owner() {
    loom::model(|| {
        let shared = Guarded::all_in_use(2, 8);
        // Slot 0 is in the mask from the start; the other thread releases slot 1.
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
            shared.enter(taken.index);
            shared.release_local(taken.index);
        }
        thief.join().unwrap();
        assert_eq!(shared.take_all(), 2);
    });
}

/// I2: two threads steal from one mask.
#[test]
fn a_slot_is_stolen_once() {
    loom::model(|| {
        let shared = Guarded::all_in_use(2, 8);
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
                assert_eq!(shared.enter(taken.index), 1);
            }
            claimed
        };
        let other = spawn(&shared, move |shared| run(shared, 16));
        let mine = run(&shared, 8);
        assert_ne!(mine, other.join().unwrap());
    });
}

/// I1, I3: the next owner sees the stack, the fresh index and the tenants' writes.
#[test]
fn the_next_owner_sees_what_the_last_one_left() {
    loom::model(|| {
        let shared = Guarded::new(2);
        assert!(shared.claim(8));
        let other = spawn(&shared, |shared| {
            if !shared.shard.looks_claimable() || !shared.claim(16) {
                return false;
            }
            // The first slot comes from the stack, the second is fresh.
            assert_eq!(shared.take().map(|taken| shared.enter(taken.index)), Some(2));
            assert_eq!(shared.take().map(|taken| shared.enter(taken.index)), Some(1));
            assert!(shared.take().is_none());
            true
        });
        let taken = shared.take().unwrap();
        shared.enter(taken.index);
        shared.release_local(taken.index);
        shared.abandon(8);
        if !other.join().unwrap() {
            assert!(shared.claim(24));
            assert_eq!(shared.take_all(), 2);
        }
    });
}

/// I1: the ownership passes through two threads, in either order.
#[test]
fn owners_take_turns() {
    check_within(3, || {
        let shared = Guarded::new(1);
        let run = |shared: &Guarded, tag| {
            if !shared.claim(tag) {
                return 0;
            }
            let taken = shared.take().unwrap();
            shared.enter(taken.index);
            shared.release_local(taken.index);
            shared.abandon(tag);
            1
        };
        let others = [16, 24].map(|tag| spawn(&shared, move |shared| run(shared, tag)));
        let mut tenants = run(&shared, 8);
        for other in others {
            tenants += other.join().unwrap();
        }
        assert!(shared.claim(32));
        assert_eq!(shared.enter(shared.take().unwrap().index), tenants + 1);
    });
}

/// I2, I3: a slot released to a shard without an owner goes to the thread that claims the shard or to the
/// thread that steals.
#[test]
fn a_claim_races_with_a_steal() {
    check_within(3, || {
        let shared = Guarded::all_in_use(1, 8);
        shared.abandon(8);
        let thief = spawn(&shared, |shared| {
            shared.shard.steal().inspect(|&slot| assert_eq!(shared.enter(slot), 2)).is_some()
        });
        let claimer = spawn(&shared, |shared| {
            let taken = (shared.shard.looks_claimable() && shared.claim(16)).then(|| shared.take());
            taken.flatten().inspect(|taken| assert_eq!(shared.enter(taken.index), 2)).is_some()
        });
        shared.enter(0);
        shared.release_remote(0);
        let (stolen, claimed) = (thief.join().unwrap(), claimer.join().unwrap());
        assert!(!(stolen && claimed));
        // Only an owner may call `take`. No other thread is left, so this thread may act as the owner.
        let left = shared.take_all();
        assert_eq!(left + usize::from(stolen) + usize::from(claimed), 1);
    });
}
