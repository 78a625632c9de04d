//! A list of waiters, linked through their own entries: joining, leaving and granting take the same time
//! however many wait, and none of them allocates.
//!
//! # Invariants
//!
//! * I1: an [`Entry`] is accessed by code that has `&mut WaitList` of the list it was last pushed to, and
//!   otherwise only by the owner of its [`Ticket`], if it was never pushed.
//! * I2: an entry whose place is [`Place::Queued`] is in the list: `previous` and `next` are its neighbours,
//!   or `None` at the ends, where `first` and `last` refer to it. All other entries are in no list.
//! * I3: a ticket owns its entry, which came from [`Ticket::allocate`]. The entry of a ticket that is lost
//!   with [`core::mem::forget`] is never freed, so the list may still refer to it.

use alloc::alloc::alloc;
use alloc::boxed::Box;
use core::alloc::Layout;
use core::mem;
use core::ptr::NonNull;
use core::task::Waker;

use crate::pool::bitmap::WordSlot;

/// One request's place in the queue.
#[derive(Debug)]
pub(super) struct Entry {
    previous: Option<NonNull<Self>>,
    next: Option<NonNull<Self>>,
    place: Place,
}

/// The stages of a request.
#[derive(Debug)]
enum Place {
    /// In no list.
    Idle,
    /// In the list (I2).
    Queued(Waker),
    /// A slot that is in use for the request.
    Granted(WordSlot),
}

/// The ownership of an entry (I3). Dropping a ticket leaks the entry: a queue takes its tickets back.
#[derive(Debug)]
pub(crate) struct Ticket(NonNull<Entry>);

// SAFETY: an entry is accessed under the lock of its queue (I1), and wakers and slots are `Send`.
unsafe impl Send for Ticket {}
// SAFETY: a `&Ticket` gives access to nothing.
unsafe impl Sync for Ticket {}

impl Ticket {
    /// Allocates an entry, or returns `None` if there is no memory.
    pub(super) fn allocate() -> Option<Self> {
        // SAFETY: `Entry` is not zero-sized.
        let place = NonNull::new(unsafe { alloc(Layout::new::<Entry>()) })?.cast::<Entry>();
        // SAFETY: freshly allocated with the layout of `Entry`.
        unsafe { place.write(Entry { previous: None, next: None, place: Place::Idle }) };
        Some(Self(place))
    }

    /// Frees the entry.
    ///
    /// # Safety
    ///
    /// * The entry is in no list.
    pub(super) unsafe fn free(self) {
        // SAFETY: allocated with the layout of `Entry`, and owned by this ticket (I3); no list refers to it
        // (I2).
        drop(unsafe { Box::from_raw(self.0.as_ptr()) });
    }
}

/// The requests that wait, in the order in which they came.
#[derive(Debug, Default)]
pub(super) struct WaitList {
    first: Option<NonNull<Entry>>,
    last: Option<NonNull<Entry>>,
}

// SAFETY: the list accesses its entries only through `&mut self` (I1), and wakers and slots are `Send`.
unsafe impl Send for WaitList {}

impl WaitList {
    pub(super) fn is_empty(&self) -> bool {
        self.first.is_none()
    }

    /// Appends the entry of a ticket.
    ///
    /// # Safety
    ///
    /// * The entry is in no list.
    pub(super) unsafe fn push(&mut self, ticket: &Ticket, waker: Waker) {
        let entry = ticket.0;
        let before = self.last.replace(entry);
        // SAFETY: alive (I3), and not accessed by others: it is in no list (I1).
        unsafe { entry.write(Entry { previous: before, next: None, place: Place::Queued(waker) }) };
        match before {
            // SAFETY: in the list (I2), so alive (I3), and `self` is exclusive (I1).
            Some(before) => unsafe { &mut *before.as_ptr() }.next = Some(entry),
            None => self.first = Some(entry),
        }
    }

    /// Grants `slot` to the first request, if there is one, and returns the waker to wake.
    pub(super) fn grant(&mut self, slot: WordSlot) -> Option<Waker> {
        let first = self.first?;
        // SAFETY: in the list (I2).
        unsafe { self.unlink(first, Place::Granted(slot)) }
    }

    /// Takes the slot that was granted to a request, whose entry is then idle.
    ///
    /// # Safety
    ///
    /// * The entry of `ticket` was pushed to this list.
    pub(super) unsafe fn redeem(&mut self, ticket: &Ticket) -> Option<WordSlot> {
        // SAFETY: alive (I3), and of this list, which is exclusive (I1).
        let entry = unsafe { &mut *ticket.0.as_ptr() };
        let Place::Granted(slot) = entry.place else { return None };
        entry.place = Place::Idle;
        Some(slot)
    }

    /// The waker of a request that is still in the list.
    ///
    /// # Safety
    ///
    /// * As for [`redeem`](Self::redeem).
    pub(super) unsafe fn waker(&mut self, ticket: &Ticket) -> Option<&mut Waker> {
        // SAFETY: alive (I3), and of this list, which is exclusive (I1).
        match &mut unsafe { &mut *ticket.0.as_ptr() }.place {
            Place::Queued(waker) => Some(waker),
            Place::Idle | Place::Granted(_) => None,
        }
    }

    /// Removes a request from the list and returns its waker, if the request is in the list.
    ///
    /// # Safety
    ///
    /// * As for [`redeem`](Self::redeem).
    pub(super) unsafe fn remove(&mut self, ticket: &Ticket) -> Option<Waker> {
        // SAFETY: by the caller's contract.
        unsafe { self.waker(ticket) }?;
        // SAFETY: its place is `Queued`, so it is in the list (I2).
        unsafe { self.unlink(ticket.0, Place::Idle) }
    }

    /// Takes an entry out of the list, and returns its waker.
    ///
    /// # Safety
    ///
    /// * The entry is in this list.
    unsafe fn unlink(&mut self, entry: NonNull<Entry>, place: Place) -> Option<Waker> {
        let unlinked = Entry { previous: None, next: None, place };
        // SAFETY: in the list, so alive (I3), and `self` is exclusive (I1).
        let entry = mem::replace(unsafe { &mut *entry.as_ptr() }, unlinked);
        match entry.previous {
            // SAFETY: in the list (I2), as above.
            Some(previous) => unsafe { &mut *previous.as_ptr() }.next = entry.next,
            None => self.first = entry.next,
        }
        match entry.next {
            // SAFETY: in the list (I2), as above.
            Some(next) => unsafe { &mut *next.as_ptr() }.previous = entry.previous,
            None => self.last = entry.previous,
        }
        match entry.place {
            Place::Queued(waker) => Some(waker),
            Place::Idle | Place::Granted(_) => None,
        }
    }
}
