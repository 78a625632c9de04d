//! The close protocol alone: bitmaps, the count of what is away, and memory that is freed once.

use loom::cell::UnsafeCell;
use loom::sync::Arc;
use loom::thread;
use std::vec::Vec;

use crate::pool::away::Away;
use crate::pool::bitmap::{Bitmap, release};

/// What [`Shared`](crate::pool::shared::Shared) is made of, with cells in place of memory: loom reports
/// an access that is not ordered before the free.
struct Model {
    bitmaps: Vec<Bitmap>,
    away: Away,
    /// How often the pool was freed. Read by everyone who still uses it, written by whoever frees it.
    freed: UnsafeCell<u32>,
}

// SAFETY: `freed` is accessed in the order the models check.
unsafe impl Sync for Model {}
// SAFETY: as above.
unsafe impl Send for Model {}

impl Model {
    fn new(capacities: &[usize]) -> Self {
        Self {
            bitmaps: capacities.iter().map(|&slots| Bitmap::try_new(slots).unwrap()).collect(),
            away: Away::new(capacities.iter().sum()),
            freed: UnsafeCell::new(0),
        }
    }

    fn touch(&self) {
        // SAFETY: loom checks that no write is concurrent.
        self.freed.with(|freed| assert_eq!(unsafe { *freed }, 0, "used after the free"));
    }

    fn free(&self) {
        // SAFETY: loom checks that no other access is concurrent.
        self.freed.with_mut(|freed| unsafe { *freed += 1 });
    }

    fn release(&self, class: usize, slot: u32) {
        self.touch();
        let (word, bit) = self.bitmaps[class].place(slot).unwrap();
        if release(word, bit) {
            self.touch();
            if self.away.come_home(1) {
                self.free();
            }
        }
    }

    fn close(&self) {
        let mut home = 0;
        for bitmap in &self.bitmaps {
            self.touch();
            home += bitmap.close();
        }
        self.touch();
        if self.away.come_home(home + 1) {
            self.free();
        }
    }

    fn freed(&self) -> u32 {
        // SAFETY: called when every thread has been joined.
        self.freed.with(|freed| unsafe { *freed })
    }
}

/// `out` slots of each class are held by a thread of their own while the handle closes.
fn close_races_with(capacities: &'static [usize], out: &'static [(usize, usize)]) {
    loom::model(move || {
        let model = Arc::new(Model::new(capacities));
        let threads: Vec<_> = out
            .iter()
            .map(|&(class, count)| {
                let slots: Vec<_> =
                    (0..count).map(|_| model.bitmaps[class].acquire().unwrap()).collect();
                let model = Arc::clone(&model);
                thread::spawn(move || slots.into_iter().for_each(|slot| model.release(class, slot)))
            })
            .collect();
        model.close();
        for thread in threads {
            thread.join().unwrap();
        }
        assert_eq!(model.freed(), 1);
    });
}

/// I3: the only slot is out, so the close finds nothing home, and its own token is all that keeps the
/// pool alive while it walks.
#[test]
fn close_with_every_slot_out() {
    close_races_with(&[1], &[(0, 1)]);
}

/// I3: some slots are home, one is on its way.
#[test]
fn close_with_one_slot_out() {
    close_races_with(&[3], &[(0, 1)]);
}

/// I2, I4: two threads give slots back, one after the other, while the pool closes.
#[test]
fn close_with_slots_out_on_two_threads() {
    close_races_with(&[3], &[(0, 2), (0, 1)]);
}

/// I2: the close walks two classes, and slots of both are out.
#[test]
fn close_with_slots_of_two_classes_out() {
    close_races_with(&[1, 1], &[(0, 1), (1, 1)]);
}

/// Two words in one class.
#[test]
fn close_with_slots_of_two_words_out() {
    close_races_with(&[64], &[(0, 64)]);
}
