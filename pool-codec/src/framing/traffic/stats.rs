//! A snapshot of counters.

use alloc::sync::Arc;
use alloc::vec::Vec;

/// The counts of a [`Traffic`](super::Traffic) at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrafficStats {
    /// The name of the readers.
    pub(super) reader: Arc<str>,
    pub(super) frames: u64,
    pub(super) bytes: u64,
    pub(super) rejected: Vec<Rejected>,
}

impl TrafficStats {
    /// Returns the number of frames that passed the limits and the checksum of the header. Their payloads may be
    /// malformed.
    #[must_use]
    pub fn frames(&self) -> u64 {
        self.frames
    }

    /// Returns the number of bytes that were read from the streams, headers and dropped frames included.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Returns the rejections that happened, by message and reason, in the order of the set. Those of unknown messages are
    /// the last ones.
    pub fn rejected(&self) -> impl ExactSizeIterator<Item = Rejected> {
        self.rejected.iter().copied()
    }

    /// Publishes the counts through the program's `metrics` recorder, labelled with the name of the readers. Call it
    /// periodically.
    ///
    /// | metric | kind | labels |
    /// |---|---|---|
    /// | `frame_reader_frames`, `frame_reader_bytes` | counter | `reader` |
    /// | `frame_reader_rejected` | counter | `reader`, `message` (empty if unknown), `reason` |
    #[cfg(feature = "metrics")]
    pub fn publish(&self) {
        use metrics::{SharedString, counter};

        let reader = SharedString::from(Arc::clone(&self.reader));
        counter!("frame_reader_frames", "reader" => reader.clone()).absolute(self.frames);
        counter!("frame_reader_bytes", "reader" => reader.clone()).absolute(self.bytes);
        for Rejected { message, reason, count } in self.rejected() {
            let labels = [
                ("reader", reader.clone()),
                ("message", SharedString::from(message.unwrap_or_default())),
                ("reason", SharedString::from(reason)),
            ];
            counter!("frame_reader_rejected", &labels).absolute(count);
        }
    }
}

/// The number of frames that were rejected for one reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rejected {
    /// The name of the message. `None` if no message of the set has the id, or the header is malformed.
    pub message: Option<&'static str>,
    /// The name of the variant of [`FrameError`](crate::error::FrameError) or
    /// [`DecodeErrorKind`](crate::error::DecodeErrorKind).
    pub reason: &'static str,
    /// The number of rejections. Each call that fails counts, so a frame may be counted more than once.
    pub count: u64,
}
