//! Exactly one frame of a stream, without any I/O.

use pool_core::{Pool, PooledBuf};

use crate::frame::header::{Front, header_size, least_header, longest_header};
use crate::frame::{FrameSet, Header};
use crate::framing::error::FrameError;
use crate::framing::limits::Limits;
use crate::framing::pooled::PooledFrame;
use crate::framing::scan::{Scan, missing, scan, verify};
use crate::framing::slots::Slots;

/// Reads the header of one frame, then its payload into a slot.
pub(crate) struct OneFrameDecoder<S: FrameSet> {
    limits: Limits,
    slots: Slots,
    header: [u8; PooledBuf::HEADER_ROOM],
    payload: Option<(S::Header, PooledBuf)>,
    /// The number of bytes that have arrived: of the payload if it has a slot, otherwise of the header.
    filled: usize,
}

impl<S: FrameSet> OneFrameDecoder<S> {
    pub(crate) fn new(pool: &Pool) -> Self {
        const { longest_header::<S::Header>() };
        Self {
            limits: Limits::of::<S>(),
            slots: Slots::new(pool),
            header: [0; PooledBuf::HEADER_ROOM],
            payload: None,
            filled: 0,
        }
    }

    /// Provides the slot that the pool did not have.
    pub(crate) fn provide_slot(&mut self, slot: PooledBuf) {
        self.slots.provide(slot);
    }

    /// Returns the buffer for the next bytes of the frame. It is empty once the frame is complete.
    pub(crate) fn window(&mut self) -> Result<&mut [u8], FrameError> {
        if self.filled == 0 && self.payload.is_none() {
            self.limits.check_pool::<S>(self.slots.pool().config())?;
        }
        if self.payload.is_none()
            && let Some(Front { header, .. }) = self.read_header()?
        {
            let mut slot = self.slots.acquire(header.payload_len())?;
            header.encode(slot.header_mut(header_size(&header)));
            self.payload = Some((header, slot));
            self.filled = 0;
        }
        let bytes = match &mut self.payload {
            Some((_, slot)) => slot.get_mut(self.filled..),
            None => self.header.get_mut(self.filled..least_header::<S::Header>(self.filled)),
        };
        Ok(bytes.unwrap_or_default())
    }

    fn read_header(&self) -> Result<Option<Front<S::Header>>, FrameError> {
        match scan::<S>(&self.limits, self.arrived_header(), 0) {
            Scan::Incomplete => Ok(None),
            Scan::Frame(front) => Ok(Some(front)),
            Scan::Malformed(error) => Err(FrameError::Header { error, offset: 0 }),
            // The limits of a set reject every frame that they drop.
            Scan::Dropped(_, error) => error.map_or(Ok(None), Err),
        }
    }

    fn arrived_header(&self) -> &[u8] {
        self.header.get(..self.filled).unwrap_or_default()
    }

    /// Declares that `count` bytes were written to the front of the [`window`](Self::window).
    #[track_caller]
    pub(crate) fn commit(&mut self, count: usize) {
        let room = match &self.payload {
            Some((_, slot)) => slot.len(),
            None => least_header::<S::Header>(self.filled),
        };
        assert!(
            count <= room.saturating_sub(self.filled),
            "more bytes committed than the window has"
        );
        self.filled = self.filled.saturating_add(count);
    }

    /// Returns the number of bytes, as far as is known, that the frame still needs. Zero before its first byte.
    pub(crate) fn missing(&self) -> usize {
        match &self.payload {
            Some((_, slot)) => slot.len().saturating_sub(self.filled),
            None => missing::<S::Header>(self.arrived_header()),
        }
    }

    /// Takes the frame, if its payload has a slot.
    pub(crate) fn take_frame(&mut self) -> Result<Option<PooledFrame<S>>, FrameError> {
        let Some((header, slot)) = self.payload.take() else { return Ok(None) };
        verify::<S>(&header, &slot, 0)?;
        Ok(Some(PooledFrame::new(header, slot)))
    }
}
