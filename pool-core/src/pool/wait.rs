//! Waiting for a slot: a FIFO queue beside the bitmap of a class.
//!
//! A release that sees `WAITING` in its word does not free its slot. It hands the slot to the first
//! waiter, under the queue's lock. So a request that comes later cannot take a slot that is released
//! while others wait, no waiter starves, and there is no moment between "no slot" and "asleep" in which
//! a release could be missed.
//!
//! ```text
//!  waiter                                   release
//!  ------                                   -------
//!  lock                                     word has no WAITING -> compare-exchange, done
//!   queue empty: set WAITING in each word   word has WAITING    -> lock
//!                take again (see I1)                                queue empty: free the slot as usual
//!   join the queue                                                  else: slot to the first waiter;
//!  unlock, sleep                                                          was it the last? clear WAITING
//!                                                               unlock, wake it
//! ```
//!
//! # Invariants
//!
//! * I1: `WAITING` is set in every word of the class, or is being set, exactly while `queue` is not
//!   empty; it changes under the lock. A slot freed before `WAITING` reached its word is found by the
//!   second `take`, which comes after. One freed later is handed over, because the exchange that would
//!   free it fails on the changed word. So while threads wait, no slot is free.
//! * I2: a ticket is in `queue`, or in `granted` with a slot that is in use for its holder, or done.
//! * I3: no waker is called or dropped under the lock: it is foreign code, and may call back.

use alloc::collections::VecDeque;
use alloc::vec::Vec;
use core::mem;
use core::task::Waker;

use super::bitmap::{self, Bitmap, WordSlot};
use crate::sync::{Mutex, MutexGuard};

#[derive(Debug)]
struct Waiter {
    ticket: u64,
    waker: Waker,
}

/// The most bytes that one waiter takes: an entry in each list. A list allocates four entries for the first
/// waiter, and when it grows, its old and its new block together have three entries per waiter.
pub(crate) const BYTES: usize = 4 * (size_of::<Waiter>() + size_of::<(u64, WordSlot)>());

/// Lists of up to this many entries keep their memory when no thread waits.
const RETAINED: usize = 16;

#[derive(Debug, Default)]
struct QueueState {
    /// I1.
    queue: VecDeque<Waiter>,
    /// I2. Has room for all of the queue, so that a release never allocates.
    granted: Vec<(u64, WordSlot)>,
    /// The number of the last ticket; tickets count from 1.
    tickets: u64,
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
    Queued(u64),
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
        let mut state = self.lock();
        let wanted = state.queue.len().saturating_add(1);
        if state.queue.try_reserve(1).is_err() || state.granted.try_reserve(wanted).is_err() {
            drop(state);
            return JoinOutcome::OutOfMemory;
        }
        if state.queue.is_empty() {
            bitmap.set_waiting();
            if let Some(slot) = bitmap.take(start) {
                bitmap.clear_waiting();
                drop(state);
                return JoinOutcome::Taken(slot);
            }
        }
        state.tickets = state.tickets.wrapping_add(1);
        let ticket = state.tickets;
        state.queue.push_back(Waiter { ticket, waker });
        JoinOutcome::Queued(ticket)
    }

    /// Returns the slot granted to `ticket`, if there is one. Otherwise `waker` will be woken.
    pub(crate) fn poll(&self, ticket: u64, waker: &Waker) -> Option<WordSlot> {
        let mut state = self.lock();
        if let Some(slot) = state.redeem(ticket) {
            return Some(slot);
        }
        let waiter = state.queue.iter_mut().find(|waiter| waiter.ticket == ticket)?;
        if waiter.waker.will_wake(waker) {
            return None;
        }
        drop(state);
        // Cloning is foreign code, too. No other thread changes this ticket's waker in the meantime.
        let mut waker = waker.clone();
        let mut state = self.lock();
        let granted = state.redeem(ticket);
        if let Some(waiter) = state.queue.iter_mut().find(|waiter| waiter.ticket == ticket) {
            mem::swap(&mut waiter.waker, &mut waker);
        }
        drop(state);
        granted
    }

    /// Leaves the queue. Returns the slot that was granted to the ticket, if any. A caller that does not
    /// `keep` the slot releases it, and it does not count as handed over.
    pub(crate) fn leave(&self, bitmap: &Bitmap, ticket: u64, keep: bool) -> Option<WordSlot> {
        let mut state = self.lock();
        let granted = state.redeem(ticket);
        if granted.is_some() && !keep {
            state.handed_over = state.handed_over.wrapping_sub(1);
        }
        let position = state.queue.iter().position(|waiter| waiter.ticket == ticket);
        let waiter = position.and_then(|position| state.queue.remove(position));
        if waiter.is_some() && state.queue.is_empty() {
            bitmap.clear_waiting();
        }
        state.free_if_idle();
        drop(state);
        drop(waiter);
        granted
    }

    /// Hands a slot to the first waiter, and returns the waker to wake. If no thread waits any more,
    /// frees the slot, and returns whether the pool has been closed as the error.
    ///
    /// # Safety
    ///
    /// * As for [`bitmap::release`]; the pool stays alive during the call.
    pub(crate) unsafe fn hand_over(&self, bitmap: &Bitmap, slot: WordSlot) -> Result<Waker, bool> {
        let mut state = self.lock();
        let Some(first) = state.queue.pop_front() else {
            // Under the lock: a waiter that joined before the slot is free would miss it (I1).
            // SAFETY: by the caller's contract.
            return Err(unsafe { bitmap::release(slot.word, slot.index) });
        };
        state.granted.push((first.ticket, slot));
        state.handed_over = state.handed_over.wrapping_add(1);
        if state.queue.is_empty() {
            bitmap.clear_waiting();
        }
        Ok(first.waker)
    }

    /// The number of tickets, and of slots handed over.
    pub(crate) fn counts(&self) -> (u64, u64) {
        let state = self.lock();
        (state.tickets, state.handed_over)
    }
}

impl QueueState {
    /// Removes and returns the slot granted to `ticket`.
    fn redeem(&mut self, ticket: u64) -> Option<WordSlot> {
        let position = self.granted.iter().position(|&(granted, _)| granted == ticket)?;
        let (_, slot) = self.granted.swap_remove(position);
        self.free_if_idle();
        Some(slot)
    }

    /// Frees long lists once no thread waits. Otherwise each class would keep those of its busiest hour.
    fn free_if_idle(&mut self) {
        if self.queue.is_empty() && self.granted.is_empty() && self.queue.capacity() > RETAINED {
            *self = Self { queue: VecDeque::new(), granted: Vec::new(), ..*self };
        }
    }
}
