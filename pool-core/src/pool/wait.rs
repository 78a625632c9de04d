//! Waiting for a slot: a queue, first come, first served.
//!
//! A release that sees `WAITING` in its word does not free its slot but hands it to the first in the
//! queue, under the queue's lock. So a slot that comes back while anybody queues cannot be taken by
//! who comes later, nobody starves, and there is no moment between "no slot" and "asleep" in which a
//! release could be missed.
//!
//! ```text
//!  waiter                                   release
//!  ------                                   -------
//!  lock                                     word has no WAITING -> compare-exchange, done
//!   queue empty: WAITING into every word    word has WAITING    -> lock
//!                take again (see I1)                                queue empty: give back as usual
//!   join the queue                                                  else: slot to the first one;
//!  unlock, sleep                                                          was it the last? clear WAITING
//!                                                               unlock, wake it
//! ```
//!
//! # Invariants
//!
//! * I1: `WAITING` is in every word of the class, or in the course of being set, exactly while `queue` is
//!   not empty; it changes under the lock. A slot freed before `WAITING` came into its word is found by
//!   the second look, which comes after; one freed later is handed over, because the exchange that
//!   would free it fails on the changed word. So while anybody queues, no slot is free.
//! * I2: a ticket is in `queue`, or in `granted` with a slot that is out for its holder, or done.
//! * I3: no waker is called or dropped under the lock: it is foreign code, and may come back here.

use alloc::collections::VecDeque;
use alloc::vec::Vec;
use core::mem;
use core::task::Waker;

use super::bitmap::{Bit, Bitmap};
use crate::sync::{Mutex, MutexGuard};

#[derive(Debug)]
struct Waiter {
    ticket: u64,
    waker: Waker,
}

/// The most bytes that a waiter takes: an entry in each list of a gate, four of each for the first one, or three for
/// each when the lists move to twice as large ones.
pub(crate) const BYTES: usize = 4 * (size_of::<Waiter>() + size_of::<(u64, Bit)>());

/// So many entries are kept for the next who wait.
const KEPT: usize = 16;

#[derive(Debug, Default)]
struct Gate {
    /// I1.
    queue: VecDeque<Waiter>,
    /// I2. Has room for all of the queue, so that a release never allocates.
    granted: Vec<(u64, Bit)>,
    /// The number of the last ticket.
    tickets: u64,
    /// Slots that were handed over and kept, ever.
    handed_over: u64,
}

/// The queue of one class.
#[derive(Debug)]
pub(crate) struct WaitQueue {
    gate: Mutex<Gate>,
}

/// What became of a wish to wait.
#[derive(Debug)]
pub(crate) enum Joined {
    /// There was a slot after all.
    Taken(Bit),
    /// The ticket to ask with.
    Queued(u64),
    /// There is no memory for one more in the queue.
    OutOfMemory,
}

impl WaitQueue {
    pub(crate) fn new() -> Self {
        Self { gate: Mutex::new(Gate::default()) }
    }

    fn lock(&self) -> MutexGuard<'_, Gate> {
        // Nothing below panics between two states, so the state of a poisoned lock is good.
        self.gate.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// Joins the queue, unless a slot has come back meanwhile.
    pub(crate) fn join(&self, bitmap: &Bitmap, start: usize, waker: &Waker) -> Joined {
        let waker = waker.clone();
        let mut gate = self.lock();
        let wanted = gate.queue.len().saturating_add(1);
        if gate.queue.try_reserve(1).is_err() || gate.granted.try_reserve(wanted).is_err() {
            drop(gate);
            return Joined::OutOfMemory;
        }
        if gate.queue.is_empty() {
            bitmap.set_waiting();
            if let Some(bit) = bitmap.take(start) {
                bitmap.clear_waiting();
                drop(gate);
                return Joined::Taken(bit);
            }
        }
        gate.tickets = gate.tickets.wrapping_add(1);
        let ticket = gate.tickets;
        gate.queue.push_back(Waiter { ticket, waker });
        Joined::Queued(ticket)
    }

    /// The slot of `ticket`, if it has been granted one; otherwise `waker` is who will be woken.
    pub(crate) fn poll(&self, ticket: u64, waker: &Waker) -> Option<Bit> {
        let mut gate = self.lock();
        if let Some(bit) = gate.redeem(ticket) {
            return Some(bit);
        }
        let waiter = gate.queue.iter_mut().find(|waiter| waiter.ticket == ticket)?;
        if waiter.waker.will_wake(waker) {
            return None;
        }
        drop(gate);
        // Cloning is foreign code, too. Nobody else changes this ticket's waker meanwhile.
        let mut waker = waker.clone();
        let mut gate = self.lock();
        let granted = gate.redeem(ticket);
        if let Some(waiter) = gate.queue.iter_mut().find(|waiter| waiter.ticket == ticket) {
            mem::swap(&mut waiter.waker, &mut waker);
        }
        drop(gate);
        granted
    }

    /// Gives a ticket up. Returns its slot if it had been granted one, which the caller `keeps`, or
    /// gives back as if it had never been handed over.
    pub(crate) fn leave(&self, bitmap: &Bitmap, ticket: u64, keeps: bool) -> Option<Bit> {
        let mut gate = self.lock();
        let granted = gate.redeem(ticket);
        if granted.is_some() && !keeps {
            gate.handed_over = gate.handed_over.wrapping_sub(1);
        }
        let position = gate.queue.iter().position(|waiter| waiter.ticket == ticket);
        let waiter = position.and_then(|position| gate.queue.remove(position));
        if waiter.is_some() && gate.queue.is_empty() {
            bitmap.clear_waiting();
        }
        gate.free_if_idle();
        drop(gate);
        drop(waiter);
        granted
    }

    /// Hands a slot to the first in the queue, and returns who is to be woken. If nobody queues any
    /// more, gives the slot back, and returns whether the pool has been closed.
    ///
    /// # Safety
    ///
    /// * As for [`bitmap::release`](super::bitmap::release); the pool stays alive during the call.
    pub(crate) unsafe fn hand_over(&self, bitmap: &Bitmap, bit: Bit) -> Result<Waker, bool> {
        let mut gate = self.lock();
        let Some(first) = gate.queue.pop_front() else {
            // Under the lock: who joined before the slot is free would miss it (I1).
            // SAFETY: by the caller's contract.
            return Err(unsafe { super::bitmap::release(bit.word, bit.slot) });
        };
        gate.granted.push((first.ticket, bit));
        gate.handed_over = gate.handed_over.wrapping_add(1);
        if gate.queue.is_empty() {
            bitmap.clear_waiting();
        }
        Ok(first.waker)
    }

    /// How many tickets there were, and how many slots were handed over.
    pub(crate) fn counts(&self) -> (u64, u64) {
        let gate = self.lock();
        (gate.tickets, gate.handed_over)
    }
}

impl Gate {
    fn redeem(&mut self, ticket: u64) -> Option<Bit> {
        let position = self.granted.iter().position(|&(granted, _)| granted == ticket)?;
        let (_, bit) = self.granted.swap_remove(position);
        self.free_if_idle();
        Some(bit)
    }

    /// Gives long lists back once nobody waits: else each class would keep those of its busiest hour.
    fn free_if_idle(&mut self) {
        if self.queue.is_empty() && self.granted.is_empty() && self.queue.capacity() > KEPT {
            *self = Self { queue: VecDeque::new(), granted: Vec::new(), ..*self };
        }
    }
}
