//! Waiting for a slot: a FIFO queue beside the bitmap of a class.
//!
//! A release that sees `DRAINED` in its word does not free its slot. It hands the slot to the first waiter,
//! under the queue's lock. So a request that comes later cannot take a slot that is released while others
//! wait, no waiter starves, and there is no moment between "no slot" and "asleep" in which a release could be
//! missed.
//!
//! ```text
//!  waiter                                   release
//!  ------                                   -------
//!  lock                                     word is not drained -> compare-exchange, done
//!   queue empty: take again (see I1),       word is drained     -> lock
//!                which drains each word                             queue empty: reopen the word
//!   join the queue                                                  else: slot to the first waiter
//!  unlock, sleep                                                  unlock, wake it
//! ```
//!
//! # Invariants
//!
//! * I1: while the queue is not empty, every word of the class is drained. A waiter joins an empty queue only
//!   after a `take` found no slot and drained the words; words are reopened only under the lock, and only
//!   while the queue is empty. So while threads wait, no slot is free.
//! * I2: a [`Ticket`] is queued, or it is granted a slot that is in use for its holder, or it is done.
//! * I3: no foreign code is called under the lock: no waker is cloned, woken or dropped, and the allocator is
//!   not called. It may use the pool, and so come back here.

mod list;

use core::mem;
use core::task::Waker;

pub(crate) use self::list::Ticket;
use self::list::{Entry, WaitList};
use super::bitmap::{Bitmap, WordSlot};
use crate::sync::{Mutex, MutexGuard};

/// The bytes that one waiter takes: its entry.
pub(crate) const BYTES: usize = size_of::<Entry>();

/// The number of idle entries that a queue keeps for the next waiters.
pub(crate) const SPARE: usize = 8;

#[derive(Debug, Default)]
struct QueueState {
    /// I1, I2.
    list: WaitList,
    /// Idle entries.
    spare: Spare,
    /// The number of requests that joined the queue.
    waits: u64,
    /// The number of slots that were handed over and kept.
    handed_over: u64,
}

/// The queue of one class's waiters.
#[derive(Debug)]
pub(crate) struct WaitQueue {
    state: Mutex<QueueState>,
}

/// The result of joining the queue.
#[derive(Debug)]
pub(crate) enum JoinOutcome {
    /// A slot was free after all.
    Taken(WordSlot),
    /// The request has this ticket.
    Queued(Ticket),
    /// There is no memory for one more waiter.
    OutOfMemory,
}

impl WaitQueue {
    pub(crate) fn new() -> Self {
        Self { state: Mutex::new(QueueState::default()) }
    }

    fn lock(&self) -> MutexGuard<'_, QueueState> {
        // Nothing below panics between two states, so the state of a poisoned lock is valid.
        self.state.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// Joins the queue, unless a slot was released in the meantime.
    pub(crate) fn join(&self, bitmap: &Bitmap, start: usize, waker: &Waker) -> JoinOutcome {
        let waker = waker.clone();
        let spare = self.lock().spare.pop();
        let Some(ticket) = spare.or_else(Ticket::allocate) else { return JoinOutcome::OutOfMemory };
        let mut state = self.lock();
        if state.list.is_empty()
            && let Some(slot) = bitmap.take(start)
        {
            drop(state);
            self.put_back(ticket);
            return JoinOutcome::Taken(slot);
        }
        state.waits = state.waits.wrapping_add(1);
        // SAFETY: allocated just now, or idle.
        unsafe { state.list.push(&ticket, waker) };
        JoinOutcome::Queued(ticket)
    }

    /// Returns the slot granted to a ticket, which is then done, if there is one. Otherwise `waker` will be
    /// woken.
    ///
    /// # Safety
    ///
    /// * If there is a ticket, it came from [`join`](Self::join) of this queue.
    pub(crate) unsafe fn poll(
        &self,
        place: &mut Option<Ticket>,
        waker: &Waker,
    ) -> Option<WordSlot> {
        let ticket = place.as_ref()?;
        let mut state = self.lock();
        // SAFETY: pushed by `join`.
        let mut granted = unsafe { state.list.redeem(ticket) };
        // SAFETY: as above.
        let current = unsafe { state.list.waker(ticket) };
        let outdated = current.is_some_and(|current| !current.will_wake(waker));
        drop(state);
        if outdated {
            let mut waker = waker.clone();
            let mut state = self.lock();
            // SAFETY: as above.
            granted = unsafe { state.list.redeem(ticket) };
            // No other thread changed this ticket's waker in the meantime.
            // SAFETY: as above.
            if let Some(current) = unsafe { state.list.waker(ticket) } {
                mem::swap(current, &mut waker);
            }
            drop(state);
        }
        let slot = granted?;
        place.take().into_iter().for_each(|ticket| self.put_back(ticket));
        Some(slot)
    }

    /// Leaves the queue. Returns the slot that was granted to the ticket, if any. A caller that does not
    /// `keep` the slot releases it, and it does not count as handed over.
    ///
    /// # Safety
    ///
    /// * `ticket` came from [`join`](Self::join) of this queue.
    pub(crate) unsafe fn leave(&self, ticket: Ticket, keep: bool) -> Option<WordSlot> {
        let mut state = self.lock();
        // SAFETY: pushed by `join`.
        let granted = unsafe { state.list.redeem(&ticket) };
        if granted.is_some() && !keep {
            state.handed_over = state.handed_over.wrapping_sub(1);
        }
        // SAFETY: as above.
        let waker = unsafe { state.list.remove(&ticket) };
        drop(state);
        drop(waker);
        self.put_back(ticket);
        granted
    }

    /// Hands a slot to the first waiter, and returns the waker to wake. If no thread waits any more,
    /// frees the slot, and returns whether the pool has been closed as the error.
    ///
    /// # Safety
    ///
    /// * As for [`Bitmap::reopen`]; the pool stays alive during the call.
    pub(crate) unsafe fn hand_over(&self, bitmap: &Bitmap, slot: WordSlot) -> Result<Waker, bool> {
        let mut state = self.lock();
        let Some(waker) = state.list.grant(slot) else {
            // Under the lock: a waiter that joined before the slot is free would miss it (I1).
            // SAFETY: by the caller's contract.
            return Err(unsafe { bitmap.reopen(slot) });
        };
        state.handed_over = state.handed_over.wrapping_add(1);
        Ok(waker)
    }

    /// Keeps or frees the entry of a ticket that is done.
    fn put_back(&self, ticket: Ticket) {
        let surplus = self.lock().spare.push(ticket);
        if let Some(ticket) = surplus {
            // SAFETY: done, so in no list.
            unsafe { ticket.free() };
        }
    }

    /// The number of requests that joined, and of slots handed over.
    pub(crate) fn counts(&self) -> (u64, u64) {
        let state = self.lock();
        (state.waits, state.handed_over)
    }
}

/// Idle entries for the next waiters, so that a queue that is short most of the time rarely allocates.
#[derive(Debug, Default)]
struct Spare([Option<Ticket>; SPARE]);

impl Spare {
    fn pop(&mut self) -> Option<Ticket> {
        self.0.iter_mut().find_map(Option::take)
    }

    /// Keeps an idle entry, or returns it if there are enough.
    fn push(&mut self, ticket: Ticket) -> Option<Ticket> {
        match self.0.iter_mut().find(|place| place.is_none()) {
            Some(place) => place.replace(ticket),
            None => Some(ticket),
        }
    }
}

impl Drop for Spare {
    fn drop(&mut self) {
        while let Some(ticket) = self.pop() {
            // SAFETY: idle, so in no list.
            unsafe { ticket.free() };
        }
    }
}
