//! The bitmap alone: exclusive slots, and the writes that a release publishes.

use core::ptr::NonNull;
use loom::sync::Arc;
use loom::thread;
use std::vec::Vec;

use super::check_within;
use super::tenants::Tenants;
use crate::SizeClass;
use crate::pool::bitmap::{Bitmap, WordSlot, release_unless_drained};

/// A bitmap, and the data that its slots guard.
struct Guarded {
    bitmap: Bitmap,
    tenants: Tenants,
}

impl Guarded {
    fn new(capacity: usize) -> Self {
        // No model here follows a word's pointer to its pool.
        let bitmap = Bitmap::try_new(NonNull::dangling(), SizeClass::MIN, capacity, false).unwrap();
        Self { bitmap, tenants: Tenants::new(capacity) }
    }

    fn enter(&self, slot: WordSlot) -> u32 {
        self.tenants.enter(slot.number() as u8)
    }

    fn release(&self, slot: WordSlot) {
        // SAFETY: the slot was taken, and is released once.
        let released = unsafe { release_unless_drained(slot.word, slot.index) };
        // SAFETY: the slot is still in use if the word is drained.
        let closed = released.unwrap_or_else(|| unsafe { self.bitmap.reopen(slot) });
        assert!(!closed);
    }

    /// Takes a slot, starting at word `start`, uses it and releases it. Returns whether there was one.
    fn visit(&self, start: usize) -> bool {
        let taken = self.bitmap.take(start);
        if let Some(slot) = taken {
            self.enter(slot);
            self.release(slot);
        }
        taken.is_some()
    }

    fn in_use(&self) -> usize {
        self.bitmap.counts().0
    }
}

/// I1: no two threads hold one slot, and each tenant sees what the previous one wrote.
#[test]
fn a_slot_has_one_tenant_at_a_time() {
    check_within(4, || {
        let shared = Arc::new(Guarded::new(1));
        let run = |shared: &Guarded| (0..2).filter(|_| shared.visit(0)).count() as u32;
        let other = thread::spawn({
            let shared = Arc::clone(&shared);
            move || run(&shared)
        });
        let served = run(&shared) + other.join().unwrap();
        let slot = shared.bitmap.take(0).unwrap();
        assert_eq!(shared.enter(slot), served + 1);
    });
}

/// I1: with three threads and two slots there are never more than two tenants, and all slots are free at
/// the end.
#[test]
fn no_more_tenants_than_slots() {
    check_within(3, || {
        let shared = Arc::new(Guarded::new(2));
        let others: Vec<_> = (0..2)
            .map(|_| {
                let shared = Arc::clone(&shared);
                thread::spawn(move || shared.visit(0))
            })
            .collect();
        shared.visit(0);
        for other in others {
            other.join().unwrap();
        }
        assert_eq!(shared.in_use(), 0);
    });
}

/// I3: a slot released on another thread: the next tenant sees what the last one wrote.
#[test]
fn a_release_happens_before_the_next_take() {
    loom::model(|| {
        let shared = Arc::new(Guarded::new(1));
        let held = shared.bitmap.take(0).unwrap();
        let other = thread::spawn({
            let shared = Arc::clone(&shared);
            move || {
                shared.enter(held);
                shared.release(held);
            }
        });
        if let Some(slot) = shared.bitmap.take(0) {
            assert_eq!(shared.enter(slot), 2);
        }
        other.join().unwrap();
    });
}

/// With slots in two words, the search past a thread's own word finds a slot that is free all the time.
#[test]
fn a_free_slot_is_found_behind_the_hint() {
    loom::model(|| {
        let shared = Arc::new(Guarded::new(2));
        let first = shared.bitmap.take(0).unwrap();
        let other = thread::spawn({
            let shared = Arc::clone(&shared);
            move || shared.visit(0)
        });
        shared.release(first);
        assert!(shared.visit(0), "of two slots one or both are free");
        assert!(other.join().unwrap());
        assert_eq!(shared.in_use(), 0);
    });
}

/// I6: of two releases of one drained word, one is over. Its slot is found, although the other release may be the one
/// that reopens the word and counts it.
#[test]
fn one_of_two_releases_is_over() {
    check_within(2, || {
        // Two slots in each of eight words.
        let shared = Arc::new(Guarded::new(16));
        let held: Vec<_> = (0..16).map(|_| shared.bitmap.take(0).unwrap()).collect();
        assert!(shared.bitmap.take(0).is_none(), "the words are drained");
        let release = |number: usize| {
            let (shared, slot) = (Arc::clone(&shared), held[number]);
            thread::spawn(move || shared.release(slot))
        };
        let word = held[0].word;
        let neighbour = (1..16).find(|&number| held[number].word == word).unwrap();
        let (unjoined, joined) = (release(0), release(neighbour));
        joined.join().unwrap();
        assert!(shared.bitmap.take(0).is_some());
        unjoined.join().unwrap();
    });
}

/// I6: a slot that is released while another thread finds no slot, and drains the words, is not lost. The
/// thread that released it finds it at once.
#[test]
fn a_release_is_found_after_a_refusal() {
    loom::model(|| {
        let shared = Arc::new(Guarded::new(2));
        let held = [(); 2].map(|()| shared.bitmap.take(0).unwrap());
        let other = thread::spawn({
            let shared = Arc::clone(&shared);
            move || shared.visit(0)
        });
        held.into_iter().for_each(|slot| shared.release(slot));
        assert!(shared.visit(0), "the other thread has at most one of two");
        other.join().unwrap();
        let all = [(); 2].map(|()| shared.bitmap.take(0).unwrap());
        assert!(shared.bitmap.take(0).is_none());
        all.into_iter().for_each(|slot| shared.release(slot));
        assert_eq!(shared.in_use(), 0);
    });
}

/// I6: two threads release slots of one drained word: one of them reopens it, and both slots are found.
#[test]
fn two_releases_reopen_a_word_once() {
    loom::model(|| {
        let shared = Arc::new(Guarded::new(3));
        let [first, second, _third] = [(); 3].map(|()| shared.bitmap.take(0).unwrap());
        assert_eq!(first.word, second.word);
        assert!(shared.bitmap.take(0).is_none());
        let other = thread::spawn({
            let shared = Arc::clone(&shared);
            move || shared.release(first)
        });
        shared.release(second);
        assert!(shared.visit(0), "a slot is free");
        other.join().unwrap();
        let _both = [(); 2].map(|()| shared.bitmap.take(0).unwrap());
        assert!(shared.bitmap.take(0).is_none());
        assert!(
            shared.bitmap.is_drained(),
            "the count of open words is exact when no thread uses it"
        );
    });
}
