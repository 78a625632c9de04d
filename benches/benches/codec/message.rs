//! The messages: one table each.

use core::fmt;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Message {
    SwapEvent,
    SetupConnection,
    Job,
    OrderBook,
    /// A byte string of this length.
    Blob(usize),
    /// A sequence of `u64` with this number of bytes.
    Integers(usize),
}

impl Message {
    pub(crate) const ALL: [Self; 10] = [
        Self::SwapEvent,
        Self::SetupConnection,
        Self::Job,
        Self::OrderBook,
        Self::Blob(64),
        Self::Blob(1 << 10),
        Self::Blob(64 << 10),
        Self::Blob(48 << 20),
        Self::Integers(1 << 10),
        Self::Integers(64 << 10),
    ];

    /// The messages of the plot.
    pub(crate) const SMALL: [Self; 4] =
        [Self::SwapEvent, Self::SetupConnection, Self::Job, Self::OrderBook];
}

/// Formats a number of bytes.
struct Size(usize);

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            bytes @ ..1024 => write!(f, "{bytes} B"),
            bytes @ ..0x10_0000 => write!(f, "{} KiB", bytes >> 10),
            bytes => write!(f, "{} MiB", bytes >> 20),
        }
    }
}

/// The name for filters and tables.
impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SwapEvent => f.write_str("SwapEvent"),
            Self::SetupConnection => f.write_str("SetupConnection"),
            Self::Job => f.write_str("NewExtendedMiningJob"),
            Self::OrderBook => f.write_str("OrderBook"),
            Self::Blob(bytes) => write!(f, "bytes {}", Size(*bytes)),
            Self::Integers(bytes) => write!(f, "integers {}", Size(*bytes)),
        }
    }
}
