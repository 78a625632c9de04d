//! From one sealed frame to the next.

use core::ops::ControlFlow;

use crate::frame::header::{Front, front_header};
use crate::frame::window::MAX_WINDOW;
use crate::frame::{FrameSet, Header};
use crate::framing::decoder::{InWindow, State};
use crate::framing::error::FrameError;
use crate::framing::limits::Disposition;
use crate::framing::scan::{SkippedFrame, verify};
use crate::framing::sealed::blocks::{Open, block_count, sealed_header, sealed_len};
use crate::framing::sealed::decoder::{Arriving, SealedDecoder};

impl<S: FrameSet, C: Open> SealedDecoder<S, C> {
    /// Moves to the next frame, and opens it. Returns `true` if it is complete, and `false` if more bytes are needed.
    ///
    /// # Errors
    ///
    /// See [`FrameError`], which states for each error how the next call continues.
    pub fn advance(&mut self) -> Result<bool, FrameError> {
        match self.advance_by_state() {
            Ok(complete) => {
                if complete {
                    self.frames.recorder.frame();
                }
                Ok(complete)
            }
            Err(error) => Err(self.frames.recorder.rejected(error)),
        }
    }

    fn advance_by_state(&mut self) -> Result<bool, FrameError> {
        self.check_forged()?;
        self.frames.unheld = false;
        self.frames.end_current();
        loop {
            let step = match &self.frames.state {
                State::Window => {
                    self.pass_macs();
                    self.open_frame()?
                }
                State::Filling { .. } => self.open_block()?,
                #[cfg(feature = "compio")]
                State::Lent { .. } => return Ok(false),
                State::InSlot { .. } => return Ok(true),
                State::Skip(_) => match self.frames.drop_skipped() {
                    true => ControlFlow::Continue(()),
                    false => ControlFlow::Break(false),
                },
                State::Broken(error) => {
                    return Err(FrameError::Header { error: *error, offset: self.frames.offset });
                }
            };
            if let ControlFlow::Break(complete) = step {
                return Ok(complete);
            }
        }
    }

    /// Moves behind the MACs of the frame that has ended.
    fn pass_macs(&mut self) {
        self.frames.start = self.frames.start.saturating_add(self.trailing);
        self.frames.offset = self.frames.offset.saturating_add(self.uncounted as u64);
        (self.trailing, self.uncounted) = (0, 0);
    }

    /// Opens the frame at the start of the unread bytes if all of it has arrived. Breaks the search with whether it has,
    /// or changes the state and continues.
    fn open_frame(&mut self) -> Result<ControlFlow<bool>, FrameError> {
        let front = match self.header {
            Some(front) => front,
            None => match self.open_header()? {
                ControlFlow::Continue(front) => front,
                ControlFlow::Break(step) => return Ok(step),
            },
        };
        let payload = front.header.payload_len();
        let total = sealed_header::<S::Header, C>().saturating_add(sealed_len::<C>(payload));
        if let Some(frame) = self.frames.unread_mut().get_mut(..total) {
            let (header, sealed) = frame.split_at_mut(sealed_header::<S::Header, C>());
            let (block, mac) = sealed.split_at_mut(payload);
            if payload > 0 && self.cipher.open(block, mac).is_err() {
                return Err(self.forge());
            }
            // Over the MAC, so that header and payload are one piece.
            header.copy_within(..front.size(), C::MAC);
            let len = front.size().saturating_add(payload);
            return self.complete(front, len, total).map(|()| ControlFlow::Break(true));
        }
        if total > self.frames.window_len().min(MAX_WINDOW) {
            self.move_to_slot(front)?;
            return Ok(ControlFlow::Continue(()));
        }
        Ok(ControlFlow::Break(false))
    }

    /// Opens the header at the start of the unread bytes, and applies the limits. Breaks with the next step if there is no
    /// frame to deliver behind it.
    fn open_header(
        &mut self,
    ) -> Result<ControlFlow<ControlFlow<bool>, Front<S::Header>>, FrameError> {
        const INCOMPLETE: ControlFlow<bool> = ControlFlow::Break(false);
        let offset = self.frames.offset;
        let unread = self.frames.unread_mut();
        let Some(sealed) = unread.get_mut(..sealed_header::<S::Header, C>()) else {
            return Ok(ControlFlow::Break(INCOMPLETE));
        };
        let (header, mac) = sealed.split_at_mut(S::Header::SIZE);
        if self.cipher.open(header, mac).is_err() {
            return Err(self.forge());
        }
        let front = match front_header::<S::Header>(header) {
            Ok(Some(front)) => front,
            // Never: the header has its one length.
            Ok(None) => return Ok(ControlFlow::Break(INCOMPLETE)),
            Err(error) => {
                self.frames.state = State::Broken(error);
                return Ok(ControlFlow::Break(ControlFlow::Continue(())));
            }
        };
        let rejected = match self.frames.limits.disposition::<S>(&front.header, offset) {
            Ok(Disposition::Deliver) => {
                self.header = Some(front);
                return Ok(ControlFlow::Continue(front));
            }
            Ok(Disposition::Skip) => None,
            Err(error) => Some(error),
        };
        let payload = front.header.payload_len();
        self.cipher.skip(block_count::<C>(payload) as u64);
        let total = sealed_header::<S::Header, C>().saturating_add(sealed_len::<C>(payload));
        self.frames.state = State::Skip(SkippedFrame::new(total, offset));
        match rejected {
            None => Ok(ControlFlow::Break(ControlFlow::Continue(()))),
            Some(error) => Err(error),
        }
    }

    /// Makes the opened frame of `len` bytes, `total` bytes on the wire, at the start of the unread bytes the current one.
    fn complete(
        &mut self,
        front: Front<S::Header>,
        len: usize,
        total: usize,
    ) -> Result<(), FrameError> {
        self.header = None;
        let macs = total.saturating_sub(len);
        let trailing = macs.saturating_sub(C::MAC);
        let frames = &mut self.frames;
        let is_last = total == frames.unread().len();
        self.uncounted = macs;
        frames.start = frames.start.saturating_add(C::MAC);
        if is_last {
            // The decoder of plain frames then sees a window that ends with the frame.
            frames.end = frames.end.saturating_sub(trailing);
        } else {
            self.trailing = trailing;
        }
        let frame = frames.unread().get(..len).unwrap_or_default();
        if let Err(error) = verify::<S>(&front.header, front.payload_of(frame), frames.offset) {
            frames.state = State::Skip(SkippedFrame::new(len, frames.offset));
            return Err(error);
        }
        frames.current = Some(InWindow { front, len });
        Ok(())
    }

    /// Gives a slot to the payload of the last frame in the window, of which less than a block has arrived.
    fn move_to_slot(&mut self, front: Front<S::Header>) -> Result<(), FrameError> {
        let start = self.frames.start;
        // The payload begins behind the MAC of the header.
        self.frames.start = start.saturating_add(C::MAC);
        let payload = front.header.payload_len();
        if let Err(error) = self.frames.move_to_slot(front, sealed_len::<C>(payload)) {
            self.frames.start = start;
            return Err(error);
        }
        self.arriving = Arriving { payload, opened: 0 };
        (self.header, self.uncounted) = (None, C::MAC);
        Ok(())
    }

    /// Opens the block in progress of a payload in its own slot.
    fn open_block(&mut self) -> Result<ControlFlow<bool>, FrameError> {
        let Arriving { payload, opened } = self.arriving;
        let State::Filling { front, slot, filled } = &mut self.frames.state else {
            return Ok(ControlFlow::Continue(()));
        };
        let front = *front;
        let end = self.arriving.block_end::<C>();
        let sealed = end.saturating_add(C::MAC);
        if *filled < sealed {
            return Ok(ControlFlow::Break(false));
        }
        let block = slot.get_mut(opened..sealed).unwrap_or_default();
        let (block, mac) = block.split_at_mut(end.saturating_sub(opened));
        if self.cipher.open(block, mac).is_err() {
            return Err(self.forge());
        }
        // The next block is read over the MAC.
        *filled = end;
        self.arriving.opened = end;
        self.uncounted = self.uncounted.saturating_add(C::MAC);
        if end < payload {
            return Ok(ControlFlow::Break(false));
        }
        slot.truncate(payload);
        let start = self.frames.offset.saturating_sub(front.size() as u64);
        let verified = verify::<S>(&front.header, slot, start);
        self.frames.finish_slot();
        if let Err(error) = verified {
            self.frames.end_current();
            return Err(error);
        }
        Ok(ControlFlow::Continue(()))
    }

    /// Ends the stream at a block that is not authentic, and releases all slots.
    #[cold]
    fn forge(&mut self) -> FrameError {
        let offset = self.offset();
        self.forged = Some(offset);
        self.frames.end_of_stream();
        (self.header, self.trailing, self.uncounted) = (None, 0, 0);
        FrameError::Forged { offset }
    }
}
