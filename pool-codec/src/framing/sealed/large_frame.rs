//! A sealed frame in a slot of its own.
//!
//! The payload is contiguous in the slot, because it was encoded in one piece. The MACs of its blocks lie behind it:
//!
//! ```text
//!  header room      slot
//!  .. header MAC |  block 0 | block 1 | .. | MAC 0 | MAC 1 | ..
//! ```
//!
//! On the wire, each MAC follows its block. So a frame of several blocks is sent in parts: the header with block 0, then
//! MAC 0, block 1 and so on. A frame of one block is one part.

use core::ops::Range;

use pool_core::PooledBuf;

use crate::framing::sealed::blocks::{Blocks, CipherError, Seal, block_count, sealed_len};

pub(super) struct LargeFrame {
    slot: PooledBuf,
    /// The length of the header with its MAC, in the header room, in bytes.
    header: usize,
    /// The length of the payload, in bytes.
    payload: usize,
    /// The number of bytes that are sent, in the order of the wire.
    sent: usize,
}

impl LargeFrame {
    /// Seals a header, which lies in the last `header` bytes of the header room before room for its MAC, and a payload of
    /// `payload` bytes at the front of the slot. The slot has room for its MACs.
    pub(super) fn seal<C: Seal>(
        mut slot: PooledBuf,
        header: usize,
        payload: usize,
        cipher: &mut C,
    ) -> Result<Self, CipherError> {
        let (head, mac) = slot.header_mut(header).split_at_mut(header.saturating_sub(C::MAC));
        cipher.seal(head, mac)?;
        let (blocks, macs) = slot.split_at_mut(payload);
        for (block, mac) in blocks.chunks_mut(C::MAX_BLOCK).zip(macs.chunks_mut(C::MAC)) {
            cipher.seal(block, mac)?;
        }
        Ok(Self { slot, header, payload, sent: 0 })
    }

    /// The next unsent bytes in the order of the wire: the rest of a part and the part behind it.
    pub(super) fn unsent<C: Blocks>(&self) -> [&[u8]; 2] {
        let part = self.part_at::<C>(self.sent);
        let next = self.part_at::<C>(self.sent.saturating_add(part.len()));
        [part, next]
    }

    pub(super) fn unsent_len<C: Blocks>(&self) -> usize {
        self.len::<C>().saturating_sub(self.sent)
    }

    pub(super) fn sent(&mut self, count: usize) {
        self.sent = self.sent.saturating_add(count);
    }

    fn len<C: Blocks>(&self) -> usize {
        self.header.saturating_add(sealed_len::<C>(self.payload))
    }

    /// The bytes from `position` of the wire to the end of the part that it lies in.
    fn part_at<C: Blocks>(&self, position: usize) -> &[u8] {
        let bytes = self.slot.with_header(self.header);
        bytes.get(self.range_at::<C>(position)).unwrap_or_default()
    }

    /// Where in the slot, header included, those bytes lie.
    fn range_at<C: Blocks>(&self, position: usize) -> Range<usize> {
        // The MAC of a single block lies behind it, as on the wire.
        let first = match self.payload <= C::MAX_BLOCK {
            true => self.len::<C>(),
            false => self.header.saturating_add(C::MAX_BLOCK),
        };
        if position < first {
            return position..first;
        }
        // Every block but the last is followed by one MAC, so blocks and MACs alternate in steps of constant length.
        let in_payload = position.saturating_sub(self.header);
        let step = C::MAX_BLOCK.saturating_add(C::MAC);
        let index = in_payload.checked_div(step).unwrap_or(0);
        let offset = in_payload.saturating_sub(index.saturating_mul(step));
        if index >= block_count::<C>(self.payload) {
            return 0..0;
        }
        let start = index.saturating_mul(C::MAX_BLOCK);
        let end = start.saturating_add(C::MAX_BLOCK).min(self.payload);
        let block = end.saturating_sub(start);
        let range = if offset < block {
            start.saturating_add(offset)..end
        } else {
            let macs = self.payload.saturating_add(index.saturating_mul(C::MAC));
            let passed = offset.saturating_sub(block);
            macs.saturating_add(passed)..macs.saturating_add(C::MAC)
        };
        range.start.saturating_add(self.header)..range.end.saturating_add(self.header)
    }
}
