//! Drained shards: no search misses a slot whose release is over, and every slot is counted once.

use core::ptr::NonNull;
use loom::sync::Arc;
use loom::thread;

use super::check_within;
use super::tenants::Tenants;
use crate::SizeClass;
use crate::pool::outstanding::Outstanding;
use crate::pool::shard::{RemoteRelease, Shard};
use crate::pool::shards::Shards;
use crate::storage::Storage;

/// The shards of a class, and the data that its slots guard.
struct Model {
    shards: Shards,
    storage: Storage,
    outstanding: Outstanding,
    tenants: Tenants,
    slots: usize,
}

/// The thread that owns the shards at first.
const OWNER: usize = 8;

type Slot = (NonNull<Shard>, u8);

/// A slot that moves to another thread.
struct Moved(Slot);

// SAFETY: the shard is `Sync`, and the models keep it alive.
unsafe impl Send for Moved {}

impl Model {
    /// Shards of `slots` slots, and those slots, which are all in use.
    fn in_use(slots: usize) -> (Arc<Self>, impl Iterator<Item = Moved>) {
        // No model here follows a shard's pointer to its pool.
        let shards = Shards::try_new(NonNull::dangling(), SizeClass::MIN, slots, false).unwrap();
        let this = Arc::new(Self {
            shards,
            storage: Storage::new(SizeClass::MIN, slots as u32),
            outstanding: Outstanding::new(slots),
            tenants: Tenants::new(slots),
            slots,
        });
        let mut taken = std::vec::Vec::new();
        while let Some(shard) = this.claim(OWNER) {
            taken.extend(core::iter::from_fn(|| this.take_owned(shard)).map(Moved));
        }
        assert_eq!(taken.len(), slots);
        (this, taken.into_iter())
    }

    fn claim(&self, tag: usize) -> Option<NonNull<Shard>> {
        self.shards.claim(tag, &self.storage, self.storage.block().unwrap(), usize::MAX)
    }

    /// Takes a slot of a shard as its owner does.
    fn take_owned(&self, shard: NonNull<Shard>) -> Option<Slot> {
        // SAFETY: one of `self.shards`.
        let this = unsafe { shard.as_ref() };
        // SAFETY: the models call this on the thread that owns the shard.
        unsafe { this.collect() };
        // SAFETY: as above.
        let listed = unsafe { this.pop() };
        // SAFETY: as above.
        let slot = listed.or_else(|| unsafe { this.take_fresh() })?;
        self.enter((shard, slot.index));
        Some((shard, slot.index))
    }

    /// Takes a slot as a thread without shards does.
    fn steal(&self) -> Option<Slot> {
        let (shard, index) = self.shards.steal(usize::MAX)?;
        let slot = (NonNull::from(shard), index);
        self.enter(slot);
        Some(slot)
    }

    fn enter(&self, (shard, index): Slot) {
        // SAFETY: one of `self.shards`.
        self.tenants.enter(unsafe { shard.as_ref() }.number(index) as u8);
    }

    fn drain(&self) {
        self.shards.drain(usize::MAX, &self.outstanding);
    }

    /// Releases a slot as a thread that does not own its shard does.
    fn release(&self, slot: Slot) {
        self.enter(slot);
        let (shard, index) = slot;
        // SAFETY: the models release a slot in use, once.
        if unsafe { Shard::release_remote(shard, index) } == RemoteRelease::Drained {
            // SAFETY: one of `self.shards`.
            self.shards.reopen(unsafe { shard.as_ref() }, &self.outstanding);
            assert!(!self.outstanding.decrement(1), "no handle is gone");
        }
    }

    /// Abandons a shard as its owner does when it exits.
    fn abandon(&self, shard: NonNull<Shard>) {
        // SAFETY: one of `self.shards`; the models call this on the owner's thread, once.
        let owed = unsafe { self.shards.abandon(shard.as_ref(), OWNER, &self.outstanding) };
        assert_eq!(owed, 0, "owed with an open pool");
    }

    /// Takes all remaining slots, of which there are `free`, and checks the outstanding count. The other threads
    /// have been joined.
    fn finish(&self, free: usize) {
        let stolen = core::iter::from_fn(|| self.steal()).count();
        let claimed = core::iter::from_fn(|| self.claim(16).and_then(|it| self.take_owned(it)));
        assert_eq!(stolen + claimed.count(), free);
        assert!(self.outstanding.decrement(self.slots + 1), "a slot was not counted once");
    }
}

/// Runs `body` on its own thread.
fn spawn<T: 'static>(
    model: &Arc<Model>,
    body: impl FnOnce(&Model) -> T + 'static,
) -> thread::JoinHandle<T> {
    let model = Arc::clone(model);
    thread::spawn(move || body(&model))
}

/// A search marks the shard while its slot is released: the next search finds the slot.
#[test]
fn a_release_is_found_while_a_search_drains() {
    loom::model(|| {
        let (model, mut slots) = Model::in_use(1);
        let slot = slots.next().unwrap();
        let drainer = spawn(&model, Model::drain);
        model.release(slot.0);
        assert!(model.steal().is_some(), "its release is over");
        drainer.join().unwrap();
        model.finish(0);
    });
}

/// Two threads release to a shard that is drained. A search that follows either of them finds a slot.
#[test]
fn a_release_after_a_reopening_is_found() {
    check_within(3, || {
        let (model, mut slots) = Model::in_use(3);
        model.drain();
        assert_eq!(model.shards.open(), 0);
        // The first shard has two of the three slots.
        let [one, two] = [slots.next().unwrap(), slots.next().unwrap()];
        assert_eq!(one.0.0, two.0.0);
        let other = spawn(&model, move |model| {
            // The whole slot, which may move.
            let one = one;
            model.release(one.0);
        });
        model.release(two.0);
        assert!(model.steal().is_some(), "its release is over");
        other.join().unwrap();
        model.finish(1);
    });
}

/// A release, and a search that takes a slot and marks the shard: no slot is lost or counted twice.
#[test]
fn slots_are_counted_once_while_a_search_drains() {
    check_within(2, || {
        let (model, mut slots) = Model::in_use(3);
        let [one, two] = [slots.next().unwrap(), slots.next().unwrap()];
        model.drain();
        let other = spawn(&model, |model| {
            let stolen = model.steal();
            model.drain();
            stolen.is_some()
        });
        model.release(one.0);
        model.release(two.0);
        let stolen = other.join().unwrap();
        model.finish(2 - usize::from(stolen));
    });
}

/// A thread exits with a slot on its stack while a search marks its shard: the next search finds the slot.
#[test]
fn the_slots_of_a_thread_that_exits_are_found_while_a_search_drains() {
    check_within(3, || {
        let (model, mut slots) = Model::in_use(1);
        let (shard, index) = slots.next().unwrap().0;
        // SAFETY: this thread owns the shard; the slot is in use.
        unsafe { Shard::release_local(shard, index) };
        let drainer = spawn(&model, Model::drain);
        model.abandon(shard);
        assert_ne!(model.shards.open(), 0, "the exit is over");
        let claimed = model.claim(16).expect("the exit is over");
        assert!(model.take_owned(claimed).is_some());
        drainer.join().unwrap();
        model.finish(0);
    });
}

/// A thread gives up its empty shard while its slot is released.
#[test]
fn a_shard_is_given_up_while_its_slot_is_released() {
    loom::model(|| {
        let (model, mut slots) = Model::in_use(1);
        let slot = slots.next().unwrap();
        let shard = slot.0.0;
        let other = spawn(&model, move |model| {
            let slot = slot;
            model.release(slot.0);
            let open = model.shards.open();
            assert_ne!(open, 0, "its release is over");
        });
        // SAFETY: one of the model's shards, which this thread owns.
        let gave_up = unsafe { model.shards.give_up(shard.as_ref(), OWNER) };
        other.join().unwrap();
        if gave_up {
            let claimed = model.claim(16).expect("its release is over");
            assert!(model.take_owned(claimed).is_some());
        } else {
            assert!(model.take_owned(shard).is_some());
        }
        model.finish(0);
    });
}

/// A thread releases through the mask of the shard that it gave up, while another thread claims or steals.
#[test]
fn a_shard_that_was_given_up_is_claimed() {
    check_within(3, || {
        let (model, mut slots) = Model::in_use(1);
        let slot = slots.next().unwrap();
        // SAFETY: one of the model's shards, which this thread owns.
        assert!(unsafe { model.shards.give_up(slot.0.0.as_ref(), OWNER) });
        let other = spawn(&model, |model| {
            let claimed = model.claim(16).and_then(|shard| model.take_owned(shard));
            claimed.or_else(|| model.steal()).is_some()
        });
        model.release(slot.0);
        let taken = other.join().unwrap();
        // Only an owner may call `take_owned`, and the other thread is gone.
        model.finish(usize::from(!taken));
    });
}
