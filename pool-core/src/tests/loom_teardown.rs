//! The close protocol alone: slots of both kinds, the count of what is away, and memory that is freed
//! once.

use core::ptr::NonNull;
use loom::cell::UnsafeCell;
use loom::sync::Arc;
use loom::sync::atomic::Ordering;
use loom::thread::{self, JoinHandle};
use std::vec::Vec;

use super::check_within;
use crate::SizeClass;
use crate::pool::away::Away;
use crate::pool::bitmap::{Bit, Bitmap, release};
use crate::pool::shard::Shard;

/// What [`Shared`](crate::pool::shared::Shared) is made of, with a cell in place of the memory: loom
/// reports an access that is not ordered before the free.
struct Model {
    bitmaps: Vec<Bitmap>,
    shard: Shard,
    away: Away,
    /// How often the pool was freed. Read by everyone who still uses it, written by whoever frees it.
    freed: UnsafeCell<u32>,
}

// SAFETY: `freed` is accessed in the order the models check.
unsafe impl Sync for Model {}
// SAFETY: as above.
unsafe impl Send for Model {}

/// The thread that owns the shard.
const OWNER: usize = 8;

impl Model {
    /// A pool with these bitmaps and a shard of so many slots.
    fn new(capacities: &[usize], shard: usize) -> Arc<Self> {
        // Nothing here asks for the pool, or for a payload.
        let pool = NonNull::dangling();
        let bitmap =
            |&slots: &usize| Bitmap::try_new(pool, SizeClass::MIN, slots, false, false).unwrap();
        Arc::new(Self {
            bitmaps: capacities.iter().map(bitmap).collect(),
            shard: Shard::new(pool, SizeClass::MIN, false, 0, shard),
            away: Away::new(capacities.iter().sum::<usize>() + shard),
            freed: UnsafeCell::new(0),
        })
    }

    /// A shard of so many slots that has an owner, all of them out.
    fn owned(slots: usize) -> Arc<Self> {
        let this = Self::new(&[], slots);
        assert!(this.shard.claim(OWNER, NonNull::dangling()));
        for _ in 0..slots {
            // SAFETY: claimed above, by this thread.
            assert!(unsafe { this.shard.carve() }.is_some());
        }
        this
    }

    fn touch(&self) {
        // SAFETY: loom checks that no write is concurrent.
        self.freed.with(|freed| assert_eq!(unsafe { *freed }, 0, "used after the free"));
    }

    fn come_home(&self, count: usize) {
        self.touch();
        if self.away.come_home(count) {
            // SAFETY: loom checks that no other access is concurrent.
            self.freed.with_mut(|freed| unsafe { *freed += 1 });
        }
    }

    fn release(&self, bit: Bit) {
        self.touch();
        // SAFETY: the models release a slot that they took, once.
        if unsafe { release(bit.word, bit.slot) } {
            self.come_home(1);
        }
    }

    /// What a release of a shard's slot does on the thread of `tag`.
    fn release_on(&self, tag: usize, slot: u8) {
        self.touch();
        let shard = NonNull::from(&self.shard);
        if self.shard.home.owner.load(Ordering::Relaxed) == tag {
            // SAFETY: the tag is this thread's, and the models release a slot that is out, once.
            unsafe { Shard::release_local(shard, slot) };
            return;
        }
        // SAFETY: the models release a slot that is out, once.
        if unsafe { Shard::release_remote(shard, slot) } {
            self.come_home(1);
        }
    }

    /// What the owner does when it exits.
    fn exit(&self) {
        if self.away.enter() {
            self.touch();
            // SAFETY: the models call this on the owner's thread, once; entered, so it is alive.
            let owed = unsafe { self.shard.give_up(OWNER) };
            self.come_home(owed + 1);
        }
    }

    fn close(&self) {
        let mut home = 0;
        for bitmap in &self.bitmaps {
            self.touch();
            home += bitmap.close();
        }
        self.touch();
        home += self.shard.close();
        self.come_home(home + 1);
    }

    /// How often the pool was freed, for who has joined every thread.
    fn freed(&self) -> u32 {
        // SAFETY: loom checks that no write is concurrent.
        self.freed.with(|freed| unsafe { *freed })
    }
}

/// Runs `body` on a thread of its own.
fn spawn(model: &Arc<Model>, body: impl FnOnce(&Model) + 'static) -> JoinHandle<()> {
    let model = Arc::clone(model);
    thread::spawn(move || body(&model))
}

/// So many slots of each bitmap are held by a thread of their own while the handle closes.
fn close_races_with(capacities: &'static [usize], out: &'static [(usize, usize)]) {
    loom::model(move || {
        let model = Model::new(capacities, 0);
        let threads: Vec<_> = out
            .iter()
            .map(|&(class, count)| {
                let bits: Vec<_> =
                    (0..count).map(|_| model.bitmaps[class].take(0).unwrap()).collect();
                spawn(&model, |model| bits.into_iter().for_each(|bit| model.release(bit)))
            })
            .collect();
        model.close();
        threads.into_iter().for_each(|thread| thread.join().unwrap());
        assert_eq!(model.freed(), 1);
    });
}

/// The only slot is out, so the close finds nothing home, and its own token is all that keeps the pool
/// alive while it walks.
#[test]
fn close_with_every_slot_out() {
    close_races_with(&[1], &[(0, 1)]);
}

/// Two words: a slot is home, one is on its way.
#[test]
fn close_with_one_slot_out() {
    close_races_with(&[2], &[(0, 1)]);
}

/// Two words, both of whose slots are on their way.
#[test]
fn close_with_slots_of_two_words_out() {
    close_races_with(&[2], &[(0, 2)]);
}

/// Two threads give slots of one word back, one of them two, while the pool closes.
#[test]
fn close_with_slots_out_on_two_threads() {
    check_within(3, || {
        let model = Model::new(&[9], 0);
        // Word 0 has two of the nine.
        let [one, two] = [0, 0].map(|_| model.bitmaps[0].take(0).unwrap());
        assert_eq!(one.word, two.word);
        let threads = [one, two].map(|bit| spawn(&model, move |model| model.release(bit)));
        model.close();
        threads.into_iter().for_each(|thread| thread.join().unwrap());
        assert_eq!(model.freed(), 1);
    });
}

/// The close walks two classes, and slots of both are out.
#[test]
fn close_with_slots_of_two_classes_out() {
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

/// `accounted`: a slot is with the owner, one comes home on another thread.
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

/// The owner exits while its slot is out; it comes home on another thread.
#[test]
fn close_while_the_owner_exits_with_a_slot_out() {
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

/// The owner exits with its slots home, and the close sees what it has kept.
#[test]
fn close_while_the_owner_gives_up() {
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
