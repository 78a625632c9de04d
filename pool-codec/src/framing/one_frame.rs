//! One frame and not a byte more, without any I/O.

use pool_core::{Pool, PooledBuf};

use crate::frame::FrameSet;
use crate::frame::header::{Header, header_size};
use crate::framing::error::FrameError;
use crate::framing::limits::{Limits, Verdict};
use crate::framing::pooled::PooledFrame;
use crate::framing::slots::Slots;

/// Reads the header of a frame, then its payload into a slot.
pub(crate) struct OneFrame<S: FrameSet> {
    limits: Limits,
    slots: Slots,
    header: [u8; PooledBuf::HEADER_ROOM],
    payload: Option<(S::Header, PooledBuf)>,
    /// Bytes of the header, or of the payload if there is one, that have arrived.
    filled: usize,
}

impl<S: FrameSet> OneFrame<S> {
    const HEADER: usize = header_size::<S::Header>();

    pub(crate) fn new(pool: &Pool) -> Self {
        Self {
            limits: Limits::of::<S>(),
            slots: Slots::new(pool),
            header: [0; PooledBuf::HEADER_ROOM],
            payload: None,
            filled: 0,
        }
    }

    #[cfg(feature = "tokio")]
    pub(crate) fn slots(&mut self) -> &mut Slots {
        &mut self.slots
    }

    /// Where the frame's next bytes go; empty once it is complete.
    pub(crate) fn window(&mut self) -> Result<&mut [u8], FrameError> {
        if self.payload.is_none() && self.filled == Self::HEADER {
            let bytes = self.header.get(..Self::HEADER).unwrap_or_default();
            let header = S::Header::decode(bytes)
                .map_err(|error| FrameError::Header { error, offset: 0 })?;
            let (id, len) = (header.id(), header.payload_len());
            if self.limits.judge::<S>(&header, 0)? == Verdict::Skip {
                return Err(FrameError::UnknownId { id, name: None, len, offset: 0 });
            }
            let mut slot = self.slots.acquire(len)?;
            header.encode(slot.header_mut(Self::HEADER));
            self.payload = Some((header, slot));
            self.filled = 0;
        }
        let bytes = match &mut self.payload {
            Some((_, slot)) => slot.get_mut(self.filled..),
            None => self.header.get_mut(self.filled..Self::HEADER),
        };
        Ok(bytes.unwrap_or_default())
    }

    /// Declares that `count` bytes of the [`window`](Self::window) are there.
    #[track_caller]
    pub(crate) fn commit(&mut self, count: usize) {
        let room = match &self.payload {
            Some((_, slot)) => slot.len(),
            None => Self::HEADER,
        };
        assert!(
            count <= room.saturating_sub(self.filled),
            "more bytes committed than the window has"
        );
        self.filled = self.filled.saturating_add(count);
    }

    /// Bytes that the frame still needs, as far as is known: none before its first.
    pub(crate) fn missing(&self) -> usize {
        match &self.payload {
            Some((_, slot)) => slot.len().saturating_sub(self.filled),
            None if self.filled == 0 => 0,
            None => Self::HEADER.saturating_sub(self.filled),
        }
    }

    /// The frame, if its payload has a slot.
    pub(crate) fn finish(self) -> Option<PooledFrame<S>> {
        self.payload.map(|(header, slot)| PooledFrame::new(header, slot))
    }
}
