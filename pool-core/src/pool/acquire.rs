//! Waiting for a buffer.

use core::borrow::Borrow;
use core::fmt;
use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll};
#[cfg(not(loom))]
use core::{pin::pin, task::Waker, time::Duration};
#[cfg(not(loom))]
use std::time::Instant;

use super::bitmap::Bitmap;
use super::class::Class;
use super::wait::{Joined, WaitQueue};
use super::{Pool, thread};
use crate::buf::PooledBuf;
use crate::error::AcquireError;

impl Pool {
    /// Like [`acquire`](Self::acquire), but waits up to `timeout` for a slot where the policy of the
    /// class is [`Overflow::Wait`](crate::Overflow::Wait). Who waits longest is served first, whether
    /// it waits here or in [`acquire_async`](Self::acquire_async). Under other policies nothing is waited
    /// for.
    ///
    /// ```
    /// use core::time::Duration;
    /// use pool_core::{Overflow, Pool, PoolConfig, SizeClass};
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
    /// # Ok::<(), pool_core::AcquireError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`acquire`](Self::acquire); [`AcquireError::Exhausted`] means that the time was up.
    #[cfg(not(loom))]
    pub fn acquire_timeout(
        &self,
        len: usize,
        timeout: Duration,
    ) -> Result<PooledBuf, AcquireError> {
        let Some((class, (bitmap, _))) = self.waiting_class(len) else { return self.acquire(len) };
        if let Some(bit) = bitmap.take(thread::number()) {
            // SAFETY: just taken, of the class that serves the length; the pool is borrowed, so alive.
            return unsafe { class.granted(bit, len) };
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
            // A time that cannot be told is as good as for ever.
            let woken = match deadline {
                Some(deadline) => parker.park_deadline(deadline),
                None => {
                    parker.park();
                    true
                }
            };
            if !woken {
                return acquire.give_up();
            }
        }
    }

    /// Like [`acquire`](Self::acquire), but waits for a slot where the policy of the class is
    /// [`Overflow::Wait`](crate::Overflow::Wait): see [`Acquire`].
    ///
    /// # Errors
    ///
    /// The future's output is an error as for [`acquire`](Self::acquire);
    /// [`AcquireError::Exhausted`] only under [`Overflow::Fail`](crate::Overflow::Fail).
    pub fn acquire_async(&self, len: usize) -> Acquire<&Self> {
        Acquire::new(self, len)
    }

    /// [`acquire_async`](Self::acquire_async) with a handle of its own: the future is `'static`, so it can be
    /// kept beside the pool it waits for, and its place in the queue with it.
    ///
    /// ```
    /// use pool_core::{Acquire, Overflow, Pool, PoolConfig, SizeClass};
    ///
    /// let pool = Pool::new(&PoolConfig::new().with_class(SizeClass::MIN, 1).with_overflow(Overflow::Wait));
    /// let waiting: Acquire<Pool> = pool.clone().acquire_owned(100);
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`acquire_async`](Self::acquire_async).
    pub fn acquire_owned(self, len: usize) -> Acquire<Self> {
        Acquire::new(self, len)
    }

    /// The class that serves `len`, its slots and its queue, if requests of that class may wait.
    fn waiting_class(&self, len: usize) -> Option<(&Class, (&Bitmap, &WaitQueue))> {
        let len = u32::try_from(len).ok()?;
        let shared = self.shared_or_create()?;
        // SAFETY: from `Shared::create`, and this handle keeps it alive (I1).
        let class = unsafe { shared.as_ref() }.class_for(len)?;
        Some((class, class.queue()?))
    }
}

/// A future of a buffer: see [`Pool::acquire_async`].
///
/// Ready at once if there is a slot, and where the policy of the class is not
/// [`Overflow::Wait`](crate::Overflow::Wait). Otherwise it joins a queue when it is first polled, and is
/// served in turn. It needs no particular executor, and may be dropped at any time: its place in the
/// queue, or the slot that it had been given but had not taken yet, goes to the next. Forgotten in the
/// queue ([`core::mem::forget`]), it keeps the slot that it will be given.
///
/// ```
/// use pool_core::{Overflow, Pool, PoolConfig, SizeClass};
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
/// # Ok::<(), pool_core::AcquireError>(())
/// ```
#[must_use = "a future does nothing unless it is polled"]
pub struct Acquire<P: Borrow<Pool>> {
    /// A `&Pool` or a `Pool`, by the two functions that make the future: the same one at every borrow.
    pool: P,
    len: usize,
    /// The place in the queue of the class that serves `len`.
    ticket: Option<u64>,
}

impl<P: Borrow<Pool>> Acquire<P> {
    pub(super) fn new(pool: P, len: usize) -> Self {
        Self { pool, len, ticket: None }
    }

    /// Ends the waiting: with the slot, if there is one by now.
    #[cfg(not(loom))]
    pub(super) fn give_up(&mut self) -> Result<PooledBuf, AcquireError> {
        match self.leave(true) {
            Some(result) => result,
            None => self.pool.borrow().acquire(self.len),
        }
    }

    /// Leaves the queue; returns what it had been given, which the caller `keeps` or gives back.
    fn leave(&mut self, keeps: bool) -> Option<Result<PooledBuf, AcquireError>> {
        let ticket = self.ticket.take()?;
        let (class, (bitmap, queue)) = self.pool.borrow().waiting_class(self.len)?;
        let bit = queue.leave(bitmap, ticket, keeps)?;
        // SAFETY: the slot was granted to this ticket; the pool is borrowed, so alive.
        Some(unsafe { class.granted(bit, self.len) })
    }

    fn poll_slot(&mut self, context: &mut Context<'_>) -> Poll<Result<PooledBuf, AcquireError>> {
        let pool = self.pool.borrow();
        let Some((class, (bitmap, queue))) = pool.waiting_class(self.len) else {
            return Poll::Ready(pool.acquire(self.len));
        };
        let bit = if let Some(ticket) = self.ticket {
            let Some(bit) = queue.poll(ticket, context.waker()) else { return Poll::Pending };
            self.ticket = None;
            bit
        } else {
            let number = thread::number();
            match bitmap.take(number) {
                Some(bit) => bit,
                None => match queue.join(bitmap, number, context.waker()) {
                    Joined::Taken(bit) => bit,
                    Joined::Queued(ticket) => {
                        self.ticket = Some(ticket);
                        return Poll::Pending;
                    }
                    Joined::OutOfMemory => {
                        return Poll::Ready(Err(AcquireError::OutOfMemory { len: self.len }));
                    }
                },
            }
        };
        // SAFETY: just taken, or granted to this ticket; the pool is borrowed, so alive.
        Poll::Ready(unsafe { class.granted(bit, self.len) })
    }
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
