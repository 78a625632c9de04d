//! The second thread.

use core::sync::atomic::{AtomicUsize, Ordering};
use std::sync::LazyLock;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

type Job = Box<dyn FnOnce() + Send>;

/// One thread for the whole run, which sleeps while it has nothing to do. A contender builds its state per thread once,
/// as in a server, and not at the start of every measurement.
static PEER: LazyLock<Sender<Job>> = LazyLock::new(|| {
    let (jobs, inbox) = channel::<Job>();
    thread::spawn(move || inbox.into_iter().for_each(|job| job()));
    jobs
});

/// Runs `job` on the second thread.
pub(crate) fn spawn<T: Send + 'static>(job: impl FnOnce() -> T + Send + 'static) -> Receiver<T> {
    let (done, result) = channel();
    let job = Box::new(move || drop(done.send(job())));
    PEER.send(job).expect("the second thread lives as long as the program");
    result
}

/// Lets two threads start at the same time.
pub(crate) struct Start(AtomicUsize);

impl Start {
    pub(crate) fn new() -> Self {
        Self(AtomicUsize::new(0))
    }

    /// Waits until both threads have arrived.
    pub(crate) fn wait(&self) {
        // Release pairs with Acquire: each thread sees what the other did before it arrived.
        self.0.fetch_add(1, Ordering::AcqRel);
        spin(|| (self.0.load(Ordering::Acquire) == 2).then_some(()));
    }
}

/// Retries until it succeeds. It yields the core from time to time, because there may be only one.
#[inline(always)]
pub(crate) fn spin<T>(mut attempt: impl FnMut() -> Option<T>) -> T {
    loop {
        for _ in 0..10_000 {
            if let Some(value) = attempt() {
                return value;
            }
            core::hint::spin_loop();
        }
        thread::yield_now();
    }
}
