//! Ends a test that hangs.

use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

/// Aborts the process if it is not dropped within two minutes.
pub(crate) struct Watchdog {
    _alive: Sender<()>,
}

impl Watchdog {
    pub(crate) fn new(test: &'static str) -> Self {
        let (alive, ends) = mpsc::channel::<()>();
        thread::spawn(move || {
            if ends.recv_timeout(Duration::from_secs(100)) == Err(RecvTimeoutError::Timeout) {
                eprintln!("`{test}` hangs");
                std::process::abort();
            }
        });
        Self { _alive: alive }
    }
}
