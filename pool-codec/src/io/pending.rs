//! The reason why a call is pending.

use core::task::Poll;

use crate::io::progress::Progress;

/// The reason why a call is pending. Its waker is registered there.
pub(crate) enum PendingOn {
    Stream,
    Slot,
}

/// Returns a [`Poll`] as the progress of a step.
pub(crate) fn as_progress<T>(poll: Poll<T>, reason: PendingOn) -> Progress<T, PendingOn> {
    match poll {
        Poll::Ready(result) => Ok(result),
        Poll::Pending => Err(reason),
    }
}
