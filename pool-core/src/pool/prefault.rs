//! One prefault at a time: threads that prefault a pool at once would each take its memory, and all but one
//! give it back.

use core::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::thread;

/// Held by the thread that prefaults. It serves all pools, because it must be there before the state of a pool
/// is, and a static one costs no pool anything.
static TURN: Mutex<()> = Mutex::new(());

/// The id of the thread that prefaults, or zero.
static HOLDER: AtomicUsize = AtomicUsize::new(0);

/// The right to prefault, until it is dropped.
#[derive(Debug)]
pub(super) struct Turn(Option<MutexGuard<'static, ()>>);

impl Turn {
    /// Waits for the other threads that prefault.
    pub(super) fn take() -> Self {
        let id = thread::id();
        // A call from within the allocator, which this thread calls to prefault, has its turn already.
        // Relaxed: it is this thread's id only if this thread wrote it.
        if HOLDER.load(Ordering::Relaxed) == id {
            return Self(None);
        }
        let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        // Relaxed: see above.
        HOLDER.store(id, Ordering::Relaxed);
        Self(Some(turn))
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        if self.0.is_some() {
            // Relaxed: see `take`.
            HOLDER.store(0, Ordering::Relaxed);
        }
    }
}
