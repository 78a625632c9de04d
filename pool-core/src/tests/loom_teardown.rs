//! The close protocol alone: slots of both kinds, the outstanding count, and memory that is freed once.

use core::ptr::NonNull;
use loom::cell::UnsafeCell;
use loom::sync::Arc;
use loom::sync::atomic::Ordering;
use loom::thread::{self, JoinHandle};
use std::vec::Vec;

use super::check_within;
use crate::SizeClass;
use crate::pool::bitmap::{Bitmap, WordSlot, release_unless_drained};
use crate::pool::outstanding::Outstanding;
use crate::pool::shard::{Drained, RemoteRelease, Shard};

/// The parts of [`Shared`](crate::pool::shared::Shared), with a cell in place of the memory: loom reports
/// an access that is not ordered before the free.
struct Model {
    bitmaps: Vec<Bitmap>,
    shard: Shard,
    outstanding: Outstanding,
    /// How often the pool was freed. Every use of the pool reads it, and the free writes it.
    freed: UnsafeCell<u32>,
}

// SAFETY: `freed` is accessed in the order that the models check.
unsafe impl Sync for Model {}
// SAFETY: as above.
unsafe impl Send for Model {}

/// The thread that owns the shard.
const OWNER: usize = 8;

impl Model {
    /// A pool with bitmaps of these capacities and a shard of `shard` slots.
    fn new(capacities: &[usize], shard: usize) -> Arc<Self> {
        // No model here follows a pointer to the pool or to a payload.
        let pool = NonNull::dangling();
        let bitmap = |&slots: &usize| Bitmap::try_new(pool, SizeClass::MIN, slots, false).unwrap();
        Arc::new(Self {
            bitmaps: capacities.iter().map(bitmap).collect(),
            shard: Shard::new(pool, SizeClass::MIN, false, 0, shard),
            outstanding: Outstanding::new(capacities.iter().sum::<usize>() + shard),
            freed: UnsafeCell::new(0),
        })
    }

    /// A shard that has an owner, with all of its `slots` in use.
    fn owned(slots: usize) -> Arc<Self> {
        let this = Self::new(&[], slots);
        assert!(this.shard.claim(OWNER, NonNull::dangling()));
        for _ in 0..slots {
            // SAFETY: claimed above, by this thread.
            assert!(unsafe { this.shard.take_fresh() }.is_some());
        }
        this
    }

    fn touch(&self) {
        // SAFETY: loom checks that no write is concurrent.
        self.freed.with(|freed| assert_eq!(unsafe { *freed }, 0, "used after the free"));
    }

    fn decrement(&self, count: usize) {
        self.touch();
        if self.outstanding.decrement(count) {
            // SAFETY: loom checks that no other access is concurrent.
            self.freed.with_mut(|freed| unsafe { *freed += 1 });
        }
    }

    fn release(&self, slot: WordSlot) {
        self.touch();
        // SAFETY: the models release a slot that they took, once.
        if unsafe { release_unless_drained(slot.word, slot.index) }.unwrap() {
            self.decrement(1);
        }
    }

    /// Releases a slot of the shard as the thread of `tag` does.
    fn release_on(&self, tag: usize, index: u8) {
        self.touch();
        let shard = NonNull::from(&self.shard);
        if self.shard.origin.owner.load(Ordering::Relaxed) == tag {
            // SAFETY: the tag is this thread's, and the models release a slot in use, once.
            unsafe { Shard::release_local(shard, index) };
            return;
        }
        // SAFETY: the models release a slot in use, once.
        let released = unsafe { Shard::release_remote(shard, index) };
        if released == RemoteRelease::Drained {
            self.touch();
            self.shard.reopen(&self.outstanding);
            self.touch();
        }
        if released != RemoteRelease::Free {
            self.decrement(1);
        }
    }

    /// Abandons the shard as the owner does when it exits.
    fn exit(&self) {
        if self.outstanding.enter() {
            self.touch();
            // SAFETY: the models call this on the owner's thread, once; entered, so it is alive.
            let owed = unsafe { self.shard.abandon(OWNER) };
            self.decrement(owed + 1);
        }
    }

    fn close(&self) {
        let mut free = 0;
        for bitmap in &self.bitmaps {
            self.touch();
            free += bitmap.close();
        }
        self.touch();
        free += self.shard.close();
        self.decrement(free + 1);
    }

    /// How often the pool was freed. Call this after every thread has been joined.
    fn freed(&self) -> u32 {
        // SAFETY: loom checks that no write is concurrent.
        self.freed.with(|freed| unsafe { *freed })
    }
}

/// Runs `body` on its own thread.
fn spawn(model: &Arc<Model>, body: impl FnOnce(&Model) + 'static) -> JoinHandle<()> {
    let model = Arc::clone(model);
    thread::spawn(move || body(&model))
}

/// For each pair of `in_use`, the index of a bitmap and a number of its slots, one thread releases those
/// slots while the handle closes.
fn close_races_with(capacities: &'static [usize], in_use: &'static [(usize, usize)]) {
    loom::model(move || {
        let model = Model::new(capacities, 0);
        let threads: Vec<_> = in_use
            .iter()
            .map(|&(class, count)| {
                let slots: Vec<_> =
                    (0..count).map(|_| model.bitmaps[class].take(0).unwrap()).collect();
                spawn(&model, |model| slots.into_iter().for_each(|slot| model.release(slot)))
            })
            .collect();
        model.close();
        threads.into_iter().for_each(|thread| thread.join().unwrap());
        assert_eq!(model.freed(), 1);
    });
}

/// The only slot is in use, so the close finds no free slot, and only its own part of the count keeps the
/// pool alive while it walks.
#[test]
fn close_with_every_slot_in_use() {
    close_races_with(&[1], &[(0, 1)]);
}

/// Two words: one slot is free, and the other is being released.
#[test]
fn close_with_one_slot_in_use() {
    close_races_with(&[2], &[(0, 1)]);
}

/// Two words, both of whose slots are being released.
#[test]
fn close_with_slots_of_two_words_in_use() {
    close_races_with(&[2], &[(0, 2)]);
}

/// Two threads release slots of one word while the pool closes.
#[test]
fn close_with_slots_in_use_on_two_threads() {
    check_within(3, || {
        let model = Model::new(&[9], 0);
        // Word 0 has two of the nine.
        let [one, two] = [0, 0].map(|_| model.bitmaps[0].take(0).unwrap());
        assert_eq!(one.word, two.word);
        let threads = [one, two].map(|slot| spawn(&model, move |model| model.release(slot)));
        model.close();
        threads.into_iter().for_each(|thread| thread.join().unwrap());
        assert_eq!(model.freed(), 1);
    });
}

/// The close walks two classes, and slots of both are in use.
#[test]
fn close_with_slots_of_two_classes_in_use() {
    close_races_with(&[1, 1], &[(0, 1), (1, 1)]);
}

/// `accounted`: the owner releases without an atomic operation that sees the close, and exits.
#[test]
fn close_with_a_local_release() {
    loom::model(|| {
        let model = Model::owned(1);
        let closer = spawn(&model, Model::close);
        model.release_on(OWNER, 0);
        model.exit();
        closer.join().unwrap();
        assert_eq!(model.freed(), 1);
    });
}

/// `accounted`: two local releases, of which the close may see none, one or both.
#[test]
fn close_with_two_local_releases() {
    loom::model(|| {
        let model = Model::owned(2);
        let closer = spawn(&model, Model::close);
        model.release_on(OWNER, 0);
        model.release_on(OWNER, 1);
        model.exit();
        closer.join().unwrap();
        assert_eq!(model.freed(), 1);
    });
}

/// `accounted`: the owner releases one slot, and another thread releases the other.
#[test]
fn close_with_a_local_and_a_remote_release() {
    check_within(3, || {
        let model = Model::owned(2);
        let closer = spawn(&model, Model::close);
        let other = spawn(&model, |model| model.release_on(16, 1));
        model.release_on(OWNER, 0);
        model.exit();
        closer.join().unwrap();
        other.join().unwrap();
        assert_eq!(model.freed(), 1);
    });
}

/// The owner exits while its slot is in use; another thread releases it.
#[test]
fn close_while_the_owner_exits_with_a_slot_in_use() {
    check_within(3, || {
        let model = Model::owned(1);
        let closer = spawn(&model, Model::close);
        let other = spawn(&model, |model| model.release_on(16, 0));
        model.exit();
        closer.join().unwrap();
        other.join().unwrap();
        assert_eq!(model.freed(), 1);
    });
}

/// The shard is drained: the release that sees it subtracts its slot, and the close does not count it.
#[test]
fn close_with_a_release_to_a_drained_shard() {
    loom::model(|| {
        let model = Model::owned(2);
        assert_eq!(model.shard.drain(), Drained::Now);
        let closer = spawn(&model, Model::close);
        let other = spawn(&model, |model| model.release_on(16, 0));
        closer.join().unwrap();
        other.join().unwrap();
        model.release_on(16, 1);
        model.exit();
        assert_eq!(model.freed(), 1);
    });
}

/// Two threads release to a drained shard: one of them reopens it, which frees both slots, and the other may
/// not have subtracted its own yet.
#[test]
fn close_with_two_releases_to_a_drained_shard() {
    check_within(2, || {
        let model = Model::owned(2);
        assert_eq!(model.shard.drain(), Drained::Now);
        let others = [0, 1].map(|slot| spawn(&model, move |model| model.release_on(16, slot)));
        model.close();
        others.into_iter().for_each(|other| other.join().unwrap());
        model.exit();
        assert_eq!(model.freed(), 1);
    });
}

/// Two threads release to a drained shard. This one takes a slot as soon as there is one, releases it again and
/// drops the last handle.
#[test]
fn close_after_a_slot_of_a_drained_shard_was_stolen() {
    check_within(2, || {
        let model = Model::owned(2);
        assert_eq!(model.shard.drain(), Drained::Now);
        let others = [0, 1].map(|slot| spawn(&model, move |model| model.release_on(16, slot)));
        if let Some(stolen) = model.shard.steal() {
            _ = model.shard.drain();
            model.release_on(24, stolen);
        }
        model.close();
        others.into_iter().for_each(|other| other.join().unwrap());
        model.exit();
        assert_eq!(model.freed(), 1);
    });
}

/// The owner exits with one slot on its stack, and the close counts it.
#[test]
fn close_while_the_owner_abandons() {
    loom::model(|| {
        let model = Model::owned(2);
        model.release_on(OWNER, 0);
        let closer = spawn(&model, Model::close);
        model.exit();
        model.release_on(OWNER, 1);
        closer.join().unwrap();
        assert_eq!(model.freed(), 1);
    });
}
