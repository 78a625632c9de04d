//! Waiting for a buffer: [`Pool::acquire_timeout`] and the future [`Acquire`].

use core::borrow::Borrow;
use core::fmt;
use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll};
#[cfg(not(loom))]
use core::{pin::pin, task::Waker, time::Duration};
#[cfg(not(loom))]
use std::time::Instant;

use crate::buf::PooledBuf;
use crate::error::AcquireError;
use crate::pool::Pool;
use crate::pool::acquire::granted;
use crate::pool::bitmap::{Bitmap, WordSlot};
use crate::pool::class::Class;
use crate::pool::thread;
use crate::pool::wait::{JoinOutcome, Ticket, WaitQueue};

impl Pool {
    /// Like [`acquire`](Self::acquire), but if the policy of the class is
    /// [`Overflow::Wait`](crate::Overflow::Wait), waits up to `timeout` for a slot. Waiters are served in
    /// FIFO order, whether they wait here or in [`acquire_async`](Self::acquire_async). Under other
    /// policies this call does not wait.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use core::time::Duration;
    /// use pool_codec::{Overflow, Pool, PoolConfig, SizeClass};
    ///
    /// let pool = Pool::new(&PoolConfig::new().with_class(SizeClass::MIN, 1).with_overflow(Overflow::Wait));
    /// let only = pool.acquire(100)?;
    /// assert!(pool.acquire_timeout(100, Duration::from_millis(1)).is_err());
    ///
    /// let other = std::thread::spawn({
    ///     let pool = pool.clone();
    ///     move || pool.acquire_timeout(100, Duration::from_secs(60)).map(|buf| buf.len())
    /// });
    /// drop(only);
    /// assert_eq!(other.join().ok(), Some(Ok(100)));
    /// # Ok::<(), pool_codec::AcquireError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`acquire`](Self::acquire). Under [`Overflow::Wait`](crate::Overflow::Wait)
    /// [`AcquireError::Exhausted`] means that the timeout expired.
    #[cfg(not(loom))]
    pub fn acquire_timeout(
        &self,
        len: usize,
        timeout: Duration,
    ) -> Result<PooledBuf, AcquireError> {
        let Some((class, (bitmap, _))) = self.waiting_class(len) else { return self.acquire(len) };
        if let Some(slot) = bitmap.take(thread::number()) {
            // SAFETY: just taken, of the class that serves the length; the pool is borrowed, so alive.
            return unsafe { buffer(class, slot, len) };
        }
        let mut acquire = pin!(self.acquire_async(len));
        let deadline = Instant::now().checked_add(timeout);
        let (parker, unparker) = parking::pair();
        let waker = Waker::from(unparker);
        let mut context = Context::from_waker(&waker);
        loop {
            if let Poll::Ready(result) = acquire.as_mut().poll(&mut context) {
                return result;
            }
            // A deadline that an `Instant` cannot represent never comes.
            let woken = match deadline {
                Some(deadline) => parker.park_deadline(deadline),
                None => {
                    parker.park();
                    true
                }
            };
            if !woken {
                return acquire.time_out();
            }
        }
    }

    /// Like [`acquire`](Self::acquire), but if the policy of the class is
    /// [`Overflow::Wait`](crate::Overflow::Wait), waits for a slot: see [`Acquire`].
    ///
    /// # Errors
    ///
    /// The future resolves to the errors of [`acquire`](Self::acquire), but to
    /// [`AcquireError::Exhausted`] only under [`Overflow::Fail`](crate::Overflow::Fail).
    pub fn acquire_async(&self, len: usize) -> Acquire<&Self> {
        Acquire::new(self, len)
    }

    /// Like [`acquire_async`](Self::acquire_async), but the future owns a handle. It is `'static`, so it
    /// can be stored together with its place in the queue.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::{Acquire, Overflow, Pool, PoolConfig, SizeClass};
    ///
    /// let pool = Pool::new(&PoolConfig::new().with_class(SizeClass::MIN, 1).with_overflow(Overflow::Wait));
    /// let waiting: Acquire<Pool> = pool.clone().acquire_owned(100);
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`acquire_async`](Self::acquire_async).
    pub fn acquire_owned(self, len: usize) -> Acquire<Self> {
        Acquire::new(self, len)
    }

    /// The class that serves `len`, its bitmap and its queue, if requests of that class may wait.
    fn waiting_class(&self, len: usize) -> Option<(&Class, (&Bitmap, &WaitQueue))> {
        let len = u32::try_from(len).ok()?;
        let shared = self.shared_or_create()?;
        // SAFETY: from `Shared::create`, and this handle keeps it alive (I1).
        let class = unsafe { shared.as_ref() }.class_for(len)?;
        Some((class, class.queue()?))
    }
}

/// A future that resolves to a buffer: see [`Pool::acquire_async`] and [`Pool::acquire_owned`].
///
/// It is ready at once if there is a free slot, or if the policy of the class is not
/// [`Overflow::Wait`](crate::Overflow::Wait). Otherwise it joins a FIFO queue when it is first polled. It
/// works with any executor, and can be dropped at any time: its place in the queue, or a slot that was
/// granted to it and that it has not returned yet, goes to the next waiter. A future that is leaked in
/// the queue ([`core::mem::forget`]) keeps the slot that it is granted.
///
/// ```
/// # use pool_core as pool_codec;
/// use pool_codec::{Overflow, Pool, PoolConfig, SizeClass};
/// # fn block_on<F: Future>(future: F) -> F::Output {
/// #     let mut future = std::pin::pin!(future);
/// #     let mut context = std::task::Context::from_waker(std::task::Waker::noop());
/// #     loop {
/// #         if let std::task::Poll::Ready(output) = future.as_mut().poll(&mut context) {
/// #             break output;
/// #         }
/// #         std::thread::yield_now();
/// #     }
/// # }
///
/// let pool = Pool::new(&PoolConfig::new().with_class(SizeClass::MIN, 1).with_overflow(Overflow::Wait));
/// let only = pool.acquire(100)?;
/// std::thread::spawn(move || drop(only));
/// let next = block_on(async { pool.acquire_async(100).await })?;
/// assert!(next.is_pooled());
/// # Ok::<(), pool_codec::AcquireError>(())
/// ```
#[must_use = "a future does nothing unless it is polled"]
pub struct Acquire<P: Borrow<Pool>> {
    /// A `&Pool` or a `Pool`: the two functions that make the future allow nothing else, so every borrow
    /// yields the same pool.
    pool: P,
    len: usize,
    /// The place in the queue of the class that serves `len`.
    ticket: Option<Ticket>,
}

impl<P: Borrow<Pool>> Acquire<P> {
    fn new(pool: P, len: usize) -> Self {
        Self { pool, len, ticket: None }
    }

    /// Stops waiting, and returns the slot if one was granted in the meantime.
    #[cfg(not(loom))]
    fn time_out(&mut self) -> Result<PooledBuf, AcquireError> {
        match self.leave(true) {
            Some(result) => result,
            None => self.pool.borrow().acquire(self.len),
        }
    }

    /// Leaves the queue, and returns the buffer that was granted, if any. A caller that does not `keep`
    /// it drops it.
    fn leave(&mut self, keep: bool) -> Option<Result<PooledBuf, AcquireError>> {
        let ticket = self.ticket.take()?;
        let (class, (_, queue)) = self.pool.borrow().waiting_class(self.len)?;
        // SAFETY: every borrow yields the pool whose queue the ticket came from.
        let slot = unsafe { queue.leave(ticket, keep) }?;
        // SAFETY: the slot was granted to this ticket; the pool is borrowed, so alive.
        Some(unsafe { buffer(class, slot, self.len) })
    }

    fn poll_slot(&mut self, context: &mut Context<'_>) -> Poll<Result<PooledBuf, AcquireError>> {
        let pool = self.pool.borrow();
        let Some((class, (bitmap, queue))) = pool.waiting_class(self.len) else {
            return Poll::Ready(pool.acquire(self.len));
        };
        let slot = if self.ticket.is_some() {
            // SAFETY: every borrow yields the pool whose queue the ticket came from.
            match unsafe { queue.poll(&mut self.ticket, context.waker()) } {
                Some(slot) => slot,
                None => return Poll::Pending,
            }
        } else {
            let number = thread::number();
            match bitmap.take(number) {
                Some(slot) => slot,
                None => match queue.join(bitmap, number, context.waker()) {
                    JoinOutcome::Taken(slot) => slot,
                    JoinOutcome::Queued(ticket) => {
                        self.ticket = Some(ticket);
                        return Poll::Pending;
                    }
                    JoinOutcome::OutOfMemory => {
                        return Poll::Ready(Err(AcquireError::OutOfMemory { len: self.len }));
                    }
                },
            }
        };
        // SAFETY: just taken, or granted to this ticket; the pool is borrowed, so alive.
        Poll::Ready(unsafe { buffer(class, slot, self.len) })
    }
}

/// Makes a buffer over a slot that was taken or granted.
///
/// # Safety
///
/// * As for [`granted`].
unsafe fn buffer(class: &Class, slot: WordSlot, len: usize) -> Result<PooledBuf, AcquireError> {
    // SAFETY: by the caller's contract.
    let slot = unsafe { granted(class, slot, len) }?;
    // SAFETY: taken just now; the class serves the length, so it fits in 32 bits.
    Ok(unsafe { PooledBuf::from_raw_slot(slot, len as u32) })
}

impl<P: Borrow<Pool> + Unpin> Future for Acquire<P> {
    type Output = Result<PooledBuf, AcquireError>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        self.get_mut().poll_slot(context)
    }
}

impl<P: Borrow<Pool>> Drop for Acquire<P> {
    fn drop(&mut self) {
        drop(self.leave(false));
    }
}

impl<P: Borrow<Pool>> fmt::Debug for Acquire<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Acquire")
            .field("len", &self.len)
            .field("queued", &self.ticket.is_some())
            .finish_non_exhaustive()
    }
}
