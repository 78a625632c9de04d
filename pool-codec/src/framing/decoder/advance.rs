//! From one frame to the next.

use super::{FrameDecoder, InWindow, State};
use crate::frame::FrameSet;
use crate::frame::header::{Header, HeaderError};
use crate::framing::error::FrameError;
use crate::framing::limits::Verdict;

impl<S: FrameSet> FrameDecoder<S> {
    /// Goes to the next frame: true if it is there, false if more bytes are needed.
    ///
    /// # Errors
    ///
    /// See [`FrameError`], which says for each case where the stream stands afterwards.
    #[inline]
    pub fn advance(&mut self) -> Result<bool, FrameError> {
        if self.advance_in_window() { Ok(true) } else { self.advance_by_state() }
    }

    /// Goes to the next frame if it is complete in the window and breaks no rule: the usual case, small enough
    /// for callers to have it inline. If not, nothing has changed.
    #[inline]
    pub(crate) fn advance_in_window(&mut self) -> bool {
        if !matches!(self.state, State::Window) || self.unheld {
            return false;
        }
        // None of the sums can wrap: the current frame lies between `start` and `end`.
        let given_up = self.current.map_or(0, |current| current.len);
        let start = self.start.wrapping_add(given_up);
        let unread = self.window.as_deref().and_then(|window| window.get(start..self.end));
        let Some((head, payload)) = unread.and_then(|unread| unread.split_at_checked(Self::HEADER))
        else {
            return false;
        };
        let Ok(header) = S::Header::decode(head) else { return false };
        let len = header.payload_len();
        if len > payload.len() || !self.limits.deliver::<S>(&header) {
            return false;
        }
        self.start = start;
        self.offset = self.offset.wrapping_add(given_up as u64);
        self.current = Some(InWindow { header, len: Self::HEADER.wrapping_add(len) });
        true
    }

    #[inline(never)]
    fn advance_by_state(&mut self) -> Result<bool, FrameError> {
        self.unheld = false;
        self.give_up();
        loop {
            match &mut self.state {
                State::Window => match self.read_header()? {
                    Some(ready) => return Ok(ready),
                    None => continue,
                },
                State::Filling { slot, filled, .. } if *filled < slot.len() => return Ok(false),
                State::Filling { .. } => self.finish_slot(),
                State::InSlot { .. } => return Ok(true),
                State::Skip { left, .. } => {
                    let dropped = (*left).min(self.end.saturating_sub(self.start));
                    *left = left.saturating_sub(dropped);
                    let done = *left == 0;
                    self.consume(dropped);
                    if !done {
                        return Ok(false);
                    }
                    self.state = State::Window;
                }
                State::Broken(error) => {
                    return Err(FrameError::Header { error: *error, offset: self.offset });
                }
            }
        }
    }

    /// Looks at the header at the start of the unread bytes. `Some(ready)` ends the search for a
    /// frame; `None` means that the state has changed.
    fn read_header(&mut self) -> Result<Option<bool>, FrameError> {
        let header = match self.peek_header() {
            None => return Ok(Some(false)),
            Some(Ok(header)) => header,
            Some(Err(error)) => {
                self.state = State::Broken(error);
                return Ok(None);
            }
        };
        let len = header.payload_len();
        match self.limits.judge::<S>(&header, self.offset) {
            Ok(Verdict::Deliver) => {}
            Ok(Verdict::Skip) => {
                self.skip(len);
                return Ok(None);
            }
            Err(error) => {
                self.skip(len);
                return Err(error);
            }
        }
        let total = Self::HEADER.saturating_add(len);
        if self.end.saturating_sub(self.start) >= total {
            self.current = Some(InWindow { header, len: total });
            return Ok(Some(true));
        }
        if total > self.window.as_ref().map_or(0, |window| window.len()) {
            self.move_to_slot(header, len)?;
            return Ok(None);
        }
        Ok(Some(false))
    }

    pub(super) fn peek_header(&self) -> Option<Result<S::Header, HeaderError>> {
        let unread = self.window.as_ref()?.get(self.start..self.end)?;
        Some(S::Header::decode(unread.get(..Self::HEADER)?))
    }

    /// Gives a payload of `len` bytes, of the last frame in the window, a slot, and moves there what has arrived of it.
    pub(super) fn move_to_slot(&mut self, header: S::Header, len: usize) -> Result<(), FrameError> {
        let arrived = self.start.saturating_add(Self::HEADER)..self.end;
        let filled = arrived.len();
        let mut slot = match self.window.take_if(|window| len <= window.len()) {
            // The window itself: a reader that has a slot must not wait for another one of the same class.
            Some(mut window) => {
                window.copy_within(arrived, 0);
                window.truncate(len);
                window
            }
            None => {
                let mut slot = self.slots.acquire(len)?;
                let arrived = self.window.as_ref().and_then(|window| window.get(arrived));
                if let (Some(front), Some(arrived)) = (slot.get_mut(..filled), arrived) {
                    front.copy_from_slice(arrived);
                }
                slot
            }
        };
        header.encode(slot.header_mut(Self::HEADER));
        // Not `filled`: the offset stays at the payload until the whole frame is given up.
        self.consume(Self::HEADER);
        (self.start, self.end) = (0, 0);
        self.state = State::Filling { header, slot, filled };
        Ok(())
    }

    /// The payload in the slot is complete.
    pub(super) fn finish_slot(&mut self) {
        self.state = match core::mem::replace(&mut self.state, State::Window) {
            State::Filling { header, slot, .. } => State::InSlot { header, slot: Some(slot) },
            state => state,
        };
    }

    /// Drops the header at the start of the unread bytes and then a payload of `len` bytes.
    fn skip(&mut self, len: usize) {
        let start = self.offset;
        self.consume(Self::HEADER);
        self.state = State::Skip { left: len, start };
    }

    /// Goes past the current frame, if there is one.
    pub(super) fn give_up(&mut self) {
        if let Some(current) = self.current.take() {
            self.consume(current.len);
        }
        if let State::InSlot { header, .. } = &self.state {
            self.offset = self.offset.saturating_add(header.payload_len() as u64);
            self.state = State::Window;
        }
    }

    fn consume(&mut self, count: usize) {
        self.start = self.start.saturating_add(count);
        self.offset = self.offset.saturating_add(count as u64);
    }
}
