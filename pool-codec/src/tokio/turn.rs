//! A place in the queue for a slot.

use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll, ready};

use pool_core::{Acquire, AcquireError, Overflow, Pool, PooledBuf};

/// The place of the call that last lacked a slot, kept if that is cancelled, for when it is made again.
#[derive(Debug, Default)]
pub(super) struct Turn(Option<Place>);

#[derive(Debug)]
struct Place {
    acquire: Acquire<Pool>,
    /// Bytes of the slot.
    len: usize,
}

impl Turn {
    /// Waits for the slot that `pool` lacks, in the queue; `lack` itself if its policy is not to wait.
    pub(super) fn poll_slot(
        &mut self,
        context: &mut Context<'_>,
        pool: &Pool,
        lack: AcquireError,
    ) -> Poll<Result<PooledBuf, AcquireError>> {
        let AcquireError::Exhausted { len, class, .. } = lack else {
            return Poll::Ready(Err(lack));
        };
        if pool.config().overflow_of(class) != Overflow::Wait {
            return Poll::Ready(Err(lack));
        }
        let place = match self.0.take() {
            Some(place) if place.len == len => place,
            _ => Place { acquire: pool.clone().acquire_owned(len), len },
        };
        self.0 = Some(place);
        self.poll(context).map(|slot| slot.unwrap_or(Err(lack)))
    }

    /// The slot, if one is waited for.
    pub(super) fn poll(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<PooledBuf, AcquireError>>> {
        let Some(place) = &mut self.0 else { return Poll::Ready(None) };
        let slot = ready!(Pin::new(&mut place.acquire).poll(context));
        self.0 = None;
        Poll::Ready(Some(slot))
    }

    /// Leaves the queue: no slot is wanted any more.
    pub(super) fn leave(&mut self) {
        self.0 = None;
    }
}
