//! From one frame to the next.

use core::ops::ControlFlow;

use crate::frame::header::{Front, header_size, usual_header};
use crate::frame::{FrameSet, Header};
use crate::framing::decoder::{FrameDecoder, InWindow, State};
use crate::framing::error::FrameError;
use crate::framing::scan::{Scan, SkippedFrame, scan, verify};
use crate::framing::view::FrameView;

impl<S: FrameSet> FrameDecoder<S> {
    /// Calls [`advance`](Self::advance) and returns the frame that it has found. `None` means that more bytes are
    /// needed.
    ///
    /// # Errors
    ///
    /// Fails as [`advance`](Self::advance) does.
    pub fn next_frame(&mut self) -> Result<Option<FrameView<'_, S>>, FrameError> {
        Ok(if self.advance()? { self.current() } else { None })
    }

    /// Moves to the next frame. Returns `true` if it is complete, and `false` if more bytes are needed.
    ///
    /// # Errors
    ///
    /// See [`FrameError`], which states for each error how the next call continues.
    #[inline]
    pub fn advance(&mut self) -> Result<bool, FrameError> {
        if self.advance_in_window() {
            return Ok(true);
        }
        match self.advance_by_state() {
            Ok(complete) => {
                if complete {
                    self.recorder.frame();
                }
                Ok(complete)
            }
            Err(error) => Err(self.recorder.rejected(error)),
        }
    }

    /// Moves to the next frame if it is complete in the window and violates no limit. That is the usual case, and
    /// small enough to be inlined into callers. Otherwise nothing changes.
    #[inline(always)]
    pub(crate) fn advance_in_window(&mut self) -> bool {
        if !matches!(self.state, State::Window) || self.unheld {
            return false;
        }
        // None of the sums can wrap: the current frame lies between `start` and `end`.
        let passed = self.current.map_or(0, |current| current.len);
        let start = self.start.wrapping_add(passed);
        let unread = self.window.as_deref().and_then(|window| window.get(start..self.end));
        let Some(unread) = unread else { return false };
        let Some(front) = usual_header::<S::Header>(unread) else { return false };
        // A sum that wraps is no range.
        let total = front.size().wrapping_add(front.header.payload_len());
        let Some(payload) = unread.get(front.size()..total) else { return false };
        if !self.limits.admits::<S>(&front.header) || front.header.verify(payload).is_err() {
            return false;
        }
        self.start = start;
        self.offset = self.offset.wrapping_add(passed as u64);
        self.current = Some(InWindow { front, len: total });
        self.recorder.frame();
        true
    }

    #[inline(never)]
    fn advance_by_state(&mut self) -> Result<bool, FrameError> {
        self.unheld = false;
        self.end_current();
        loop {
            match &mut self.state {
                State::Window => match self.read_header()? {
                    ControlFlow::Break(complete) => return Ok(complete),
                    ControlFlow::Continue(()) => continue,
                },
                State::Filling { slot, filled, .. } if *filled < slot.len() => return Ok(false),
                State::Filling { front, slot, .. } => {
                    let start = self.offset.saturating_sub(front.size() as u64);
                    let verified = verify::<S>(&front.header, slot, start);
                    self.finish_slot();
                    if let Err(error) = verified {
                        self.end_current();
                        return Err(error);
                    }
                }
                #[cfg(feature = "compio")]
                State::Lent { .. } => return Ok(false),
                State::InSlot { .. } => return Ok(true),
                State::Skip(_) => {
                    if !self.drop_skipped() {
                        return Ok(false);
                    }
                }
                State::Broken(error) => {
                    return Err(FrameError::Header { error: *error, offset: self.offset });
                }
            }
        }
    }

    /// Drops the unread bytes of the frame that is being skipped. Returns whether all of it is dropped.
    pub(super) fn drop_skipped(&mut self) -> bool {
        let State::Skip(frame) = &mut self.state else { return true };
        let dropped = frame.drop_from(self.end.saturating_sub(self.start));
        let done = frame.left() == 0;
        self.consume(dropped);
        if done {
            self.state = State::Window;
        }
        done
    }

    /// Looks at the header at the start of the unread bytes. Breaks the search with whether a frame is complete,
    /// or changes the state and continues.
    fn read_header(&mut self) -> Result<ControlFlow<bool>, FrameError> {
        let front = match scan::<S>(&self.limits, self.unread(), self.offset) {
            Scan::Incomplete => return Ok(ControlFlow::Break(false)),
            Scan::Malformed(error) => {
                self.state = State::Broken(error);
                return Ok(ControlFlow::Continue(()));
            }
            Scan::Dropped(frame, error) => {
                self.state = State::Skip(frame);
                return error.map_or(Ok(ControlFlow::Continue(())), Err);
            }
            Scan::Frame(front) => front,
        };
        let total = front.frame_len();
        if let Some(frame) = self.unread().get(..total) {
            if let Err(error) = verify::<S>(&front.header, front.payload_of(frame), self.offset) {
                self.state = State::Skip(SkippedFrame::new(total, self.offset));
                return Err(error);
            }
            self.current = Some(InWindow { front, len: total });
            return Ok(ControlFlow::Break(true));
        }
        if total > self.window.as_ref().map_or(0, |window| window.len()) {
            self.move_to_slot(front, front.header.payload_len())?;
            return Ok(ControlFlow::Continue(()));
        }
        Ok(ControlFlow::Break(false))
    }

    /// Gives a slot to a payload of `len` bytes, which belongs to the last frame in the window, and moves its
    /// arrived bytes there.
    pub(super) fn move_to_slot(
        &mut self,
        front: Front<S::Header>,
        len: usize,
    ) -> Result<(), FrameError> {
        let arrived = self.start.saturating_add(front.size())..self.end;
        let filled = arrived.len();
        let mut slot = match self.window.take_if(|window| len <= window.len()) {
            // The window becomes the slot: a reader that holds a slot must not wait for another of the same class.
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
        front.header.encode(slot.header_mut(header_size(&front.header)));
        // The payload is not consumed: the offset stays at its start until the frame ends.
        self.consume(front.size());
        (self.start, self.end) = (0, 0);
        self.state = State::Filling { front, slot, filled };
        Ok(())
    }

    /// Changes the state for a payload that is complete in its slot.
    pub(super) fn finish_slot(&mut self) {
        self.state = match core::mem::replace(&mut self.state, State::Window) {
            State::Filling { front, slot, .. } => State::InSlot { front, slot: Some(slot) },
            state => state,
        };
    }
}
