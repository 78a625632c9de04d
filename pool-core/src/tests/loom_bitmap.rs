//! The bitmap alone: exclusive slots, and what a release publishes.

use loom::cell::UnsafeCell;
use loom::sync::Arc;
use loom::thread;
use std::vec::Vec;

use crate::pool::bitmap::{Bitmap, release};

/// A bitmap and what its slots guard; loom reports any access that is not exclusive or not ordered.
struct Guarded {
    bitmap: Bitmap,
    slots: Vec<UnsafeCell<u32>>,
}

// SAFETY: a cell is accessed by the thread that holds its slot, which is what the models check.
unsafe impl Sync for Guarded {}
// SAFETY: as above.
unsafe impl Send for Guarded {}

impl Guarded {
    fn new(capacity: usize) -> Self {
        let slots = (0..capacity).map(|_| UnsafeCell::new(0)).collect();
        Self { bitmap: Bitmap::try_new(capacity).unwrap(), slots }
    }

    fn add_one(&self, slot: u32) -> u32 {
        self.slots[slot as usize].with_mut(|value| {
            // SAFETY: the caller holds the slot; loom checks that nobody else accesses it.
            let value = unsafe { &mut *value };
            *value += 1;
            *value
        })
    }

    fn put_back(&self, slot: u32) {
        let (word, bit) = self.bitmap.place(slot).unwrap();
        assert!(!release(word, bit));
    }
}

/// I1: no two threads hold one slot, and each tenant sees what the previous one wrote.
#[test]
fn a_slot_has_one_tenant_at_a_time() {
    loom::model(|| {
        let shared = Arc::new(Guarded::new(1));
        let run = |shared: Arc<Guarded>| {
            let mut served = 0;
            for _ in 0..2 {
                if let Some(slot) = shared.bitmap.acquire() {
                    shared.add_one(slot);
                    shared.put_back(slot);
                    served += 1;
                }
            }
            served
        };
        let other = thread::spawn({
            let shared = Arc::clone(&shared);
            move || run(shared)
        });
        let served = run(Arc::clone(&shared)) + other.join().unwrap();
        let slot = shared.bitmap.acquire().unwrap();
        assert_eq!(shared.add_one(slot), served + 1);
    });
}

/// I1: three threads, two slots: never more than two tenants, and all slots are back at the end.
#[test]
fn no_more_tenants_than_slots() {
    // Three threads explode; two preemptions show what loom's authors found most bugs with.
    let mut model = loom::model::Builder::new();
    model.preemption_bound = Some(2);
    model.check(|| {
        let shared = Arc::new(Guarded::new(2));
        let run = |shared: Arc<Guarded>| {
            if let Some(slot) = shared.bitmap.acquire() {
                shared.add_one(slot);
                shared.put_back(slot);
            }
        };
        let others: Vec<_> = (0..2)
            .map(|_| {
                let shared = Arc::clone(&shared);
                thread::spawn(move || run(shared))
            })
            .collect();
        run(Arc::clone(&shared));
        for other in others {
            other.join().unwrap();
        }
        assert_eq!(shared.bitmap.free(), 2);
    });
}

/// A buffer released on another thread: the next tenant reads what the last one wrote.
#[test]
fn a_release_happens_before_the_next_acquire() {
    loom::model(|| {
        let shared = Arc::new(Guarded::new(1));
        let held = shared.bitmap.acquire().unwrap();
        let other = thread::spawn({
            let shared = Arc::clone(&shared);
            move || {
                shared.add_one(held);
                shared.put_back(held);
            }
        });
        if let Some(slot) = shared.bitmap.acquire() {
            assert_eq!(shared.add_one(slot), 2);
        }
        other.join().unwrap();
    });
}

/// Slots of two words: the search past the hint finds a slot that is free all the time.
#[test]
fn a_free_slot_is_found_behind_the_hint() {
    loom::model(|| {
        let shared = Arc::new(Guarded::new(64));
        // Fills the first word, so that its last slot moves the hint to the second.
        for _ in 0..63 {
            shared.bitmap.acquire().unwrap();
        }
        let other = thread::spawn({
            let shared = Arc::clone(&shared);
            move || {
                if let Some(slot) = shared.bitmap.acquire() {
                    shared.add_one(slot);
                    shared.put_back(slot);
                }
            }
        });
        shared.put_back(7);
        let slot = shared.bitmap.acquire().unwrap();
        shared.add_one(slot);
        shared.put_back(slot);
        other.join().unwrap();
        assert_eq!(shared.bitmap.free(), 2);
    });
}
