//! A place in a pool's queue of waiters.

use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll, ready};

use pool_core::{Acquire, AcquireError, Overflow, Pool, PooledBuf};

use crate::io::pending::PendingOn;
use crate::io::progress::Progress;

/// The place in the queue of the call that last needed a slot. It outlives a call that is cancelled, for the next one.
#[derive(Debug, Default)]
pub(crate) struct SlotWaiter(Option<Waiter>);

#[derive(Debug)]
struct Waiter {
    acquire: Acquire<Pool>,
    /// The length of the slot, in bytes.
    len: usize,
}

impl SlotWaiter {
    /// Waits in the queue for the slot that `pool` did not have. Returns `error` if the policy is not to wait.
    pub(crate) fn poll_acquire(
        &mut self,
        context: &mut Context<'_>,
        pool: &Pool,
        error: AcquireError,
    ) -> Poll<Result<PooledBuf, AcquireError>> {
        let AcquireError::Exhausted { len, class, .. } = error else {
            return Poll::Ready(Err(error));
        };
        if pool.config().overflow_of(class) != Overflow::Wait {
            return Poll::Ready(Err(error));
        }
        let waiter = match self.0.take() {
            Some(waiter) if waiter.len == len => waiter,
            _ => Waiter { acquire: pool.clone().acquire_owned(len), len },
        };
        self.0 = Some(waiter);
        self.poll(context).map(|slot| slot.unwrap_or(Err(error)))
    }

    /// Returns the slot, if an earlier call waits for one.
    pub(crate) fn poll(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<PooledBuf, AcquireError>>> {
        let Some(waiter) = &mut self.0 else { return Poll::Ready(None) };
        let slot = ready!(Pin::new(&mut waiter.acquire).poll(context));
        self.0 = None;
        Poll::Ready(Some(slot))
    }

    /// Ends the poll of a call, which stays in the queue only if it is pending on its slot.
    pub(crate) fn finish<T>(&mut self, progress: Progress<T, PendingOn>) -> Poll<T> {
        if !matches!(progress, Err(PendingOn::Slot)) {
            self.cancel();
        }
        progress.map_or(Poll::Pending, Poll::Ready)
    }

    /// Leaves the queue.
    pub(crate) fn cancel(&mut self) {
        self.0 = None;
    }
}
