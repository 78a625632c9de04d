//! Counts of what readers receive and reject.

mod stats;

use alloc::boxed::Box;
use alloc::sync::Arc;
use core::fmt;
use core::marker::PhantomData;
use core::sync::atomic::{AtomicU64, Ordering};

use crate::frame::FrameSet;

pub use stats::{Rejected, TrafficStats};

/// The reasons of rejections, as [`Rejected::reason`] names them: those of frames, then those of payloads.
const REASONS: [&str; 14] = [
    "Header",
    "Forged",
    "Corrupt",
    "TooLarge",
    "UnknownId",
    "UnexpectedEnd",
    "TrailingBytes",
    "TooLong",
    "InvalidBool",
    "InvalidOption",
    "UnknownTag",
    "InvalidUtf8",
    "InvalidValue",
    "WrongId",
];

/// Counts the frames and bytes that readers of the set `S` receive, and what they reject, by message and reason.
///
/// One `Traffic` serves one reader or several, such as all connections of a listener: its clones share the counters.
/// Pass it to [`FrameReader::with_traffic`](crate::FrameReader::with_traffic) or
/// [`FrameDecoder::with_traffic`](crate::FrameDecoder::with_traffic). A reader adds to the counters after each read
/// from its stream and when it is dropped. In between, it counts frames in a field of its own. Rejections are counted
/// as they happen: those of the limits by every reader, and payloads that do not decode by the methods of a reader that
/// decode, such as `read_message` and `read_held`. For an error of a [`FrameView`](crate::FrameView) call
/// [`count_undecoded`](crate::FrameReader::count_undecoded).
///
/// With the feature `metrics`, [`TrafficStats::publish`] passes the counts to the program's recorder. With the feature
/// `tracing`, each rejection is an event of the target `pool_codec::traffic`: of level `DEBUG`, or `WARN` if the reader
/// cannot continue. It has the fields `reader`, `reason`,
/// `frame` (the name of the message), `offset` and `error`.
///
/// It allocates only when it is made: 14 counters of 8 bytes for each message of the set, and 14 for unknown
/// messages.
///
/// ```
/// # #[cfg(all(feature = "derive", feature = "std"))] {
/// use pool_codec::traffic::Traffic;
/// use pool_codec::{Frame, FrameReader, FrameSet, Pool, TlvHeader};
///
/// #[derive(Debug, Frame)]
/// #[frame(id = 7)]
/// struct Tick { price: u16 }
///
/// #[derive(Debug, FrameSet)]
/// #[frames(header = TlvHeader)]
/// enum Market { Tick(Tick) }
///
/// static POOL: Pool = Pool::new(&Market::POOL_CONFIG);
///
/// // A tick, a frame of an unknown message, and a tick that is too short.
/// let stream = b"\x07\0\x02\0\0\0\x05\0\x09\0\0\0\0\0\x07\0\x01\0\0\0\x05";
/// let traffic = Traffic::<Market>::new("upstream");
/// let mut reader = FrameReader::<_, Market>::new(&stream[..], &POOL).with_traffic(&traffic);
/// for _ in 0..3 {
///     let _ = reader.read_message::<Market>();
/// }
/// drop(reader);
///
/// let stats = traffic.stats();
/// assert_eq!((stats.frames(), stats.bytes()), (2, 21));
/// let rejected: Vec<_> = stats.rejected().map(|r| (r.message, r.reason, r.count)).collect();
/// assert_eq!(rejected, [(Some("Tick"), "UnexpectedEnd", 1), (None, "UnknownId", 1)]);
/// # }
/// ```
pub struct Traffic<S> {
    counters: Arc<Counters>,
    set: PhantomData<fn() -> S>,
}

struct Counters {
    name: Arc<str>,
    frames: AtomicU64,
    bytes: AtomicU64,
    /// A row of [`REASONS`] for each message, and one for unknown messages.
    rejected: Box<[[AtomicU64; REASONS.len()]]>,
}

impl<S: FrameSet> Traffic<S> {
    /// Creates counters that are zero. The name of the readers is their label in metrics and events.
    #[must_use]
    pub fn new(name: &str) -> Self {
        let rows = S::MESSAGES.len().saturating_add(1);
        let counters = Counters {
            name: name.into(),
            frames: AtomicU64::new(0),
            bytes: AtomicU64::new(0),
            rejected: (0..rows).map(|_| [const { AtomicU64::new(0) }; REASONS.len()]).collect(),
        };
        Self { counters: Arc::new(counters), set: PhantomData }
    }

    /// Returns the name of the readers.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.counters.name
    }

    /// Returns the counts so far. Frames that readers have received since they last read from their streams are missing.
    #[must_use]
    pub fn stats(&self) -> TrafficStats {
        let names = S::MESSAGES.iter().map(|message| Some(message.name)).chain([None]);
        let rows = self.counters.rejected.iter().zip(names);
        let rejected = rows.flat_map(|(row, message)| {
            row.iter().zip(REASONS).map(move |(count, reason)| Rejected {
                message,
                reason,
                count: count.load(Ordering::Relaxed),
            })
        });
        TrafficStats {
            reader: Arc::clone(&self.counters.name),
            frames: self.counters.frames.load(Ordering::Relaxed),
            bytes: self.counters.bytes.load(Ordering::Relaxed),
            rejected: rejected.filter(|rejected| rejected.count > 0).collect(),
        }
    }

    pub(super) fn add(&self, frames: u64, bytes: u64) {
        self.counters.frames.fetch_add(frames, Ordering::Relaxed);
        self.counters.bytes.fetch_add(bytes, Ordering::Relaxed);
    }

    /// Counts a rejection of the message with this id, if the id is known.
    pub(super) fn reject(&self, id: Option<u32>, reason: &'static str) {
        let message = |id| S::MESSAGES.iter().position(|message| message.id == id);
        let row = id.and_then(message).unwrap_or(S::MESSAGES.len());
        let column = REASONS.iter().position(|known| *known == reason);
        let count = column.and_then(|column| self.counters.rejected.get(row)?.get(column));
        if let Some(count) = count {
            count.fetch_add(1, Ordering::Relaxed);
        }
    }
}

impl<S> Clone for Traffic<S> {
    fn clone(&self) -> Self {
        Self { counters: Arc::clone(&self.counters), set: PhantomData }
    }
}

impl<S: FrameSet> fmt::Debug for Traffic<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Traffic")
            .field("name", &self.name())
            .field("stats", &self.stats())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::REASONS;
    use crate::codec::{DecodeErrorKind, TooLong};

    #[test]
    fn every_kind_of_error_has_a_place() {
        for kind in [
            DecodeErrorKind::UnexpectedEnd { needed: 1, available: 0 },
            DecodeErrorKind::TrailingBytes { count: 1 },
            DecodeErrorKind::TooLong(TooLong { len: 2, max: 1 }),
            DecodeErrorKind::TooLarge { size: 2, max: 1 },
            DecodeErrorKind::InvalidBool { byte: 2 },
            DecodeErrorKind::InvalidOption { byte: 2 },
            DecodeErrorKind::UnknownTag { tag: 2 },
            DecodeErrorKind::InvalidUtf8,
            DecodeErrorKind::InvalidValue { reason: "" },
            DecodeErrorKind::WrongId { expected: 1, found: 2 },
            DecodeErrorKind::UnknownId { id: 1 },
        ] {
            assert!(REASONS.contains(&kind.name()), "{}", kind.name());
        }
    }
}
