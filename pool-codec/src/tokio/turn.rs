//! A place in the queue for a slot.

use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll};

use pool_core::{Acquire, AcquireError, Overflow, Pool, PooledBuf};

/// The place, kept while the calls that wait come and go.
#[derive(Debug, Default)]
pub(super) struct Turn(Option<Acquire<Pool>>);

impl Turn {
    /// Joins the queue for `len` bytes of `pool`; false if its policy is not to wait.
    pub(super) fn join(&mut self, pool: &Pool, error: AcquireError) -> bool {
        let AcquireError::Exhausted { len, class, .. } = error else { return false };
        if pool.config().overflow_policy_of(class) != Overflow::Wait {
            return false;
        }
        self.0 = Some(pool.clone().acquire_owned(len));
        true
    }

    /// The slot, if one was waited for.
    pub(super) fn poll(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<PooledBuf, AcquireError>>> {
        let Some(acquire) = &mut self.0 else { return Poll::Ready(None) };
        let slot = Pin::new(acquire).poll(context);
        if slot.is_ready() {
            self.0 = None;
        }
        slot.map(Some)
    }
}
