//! The operations: the columns of a table.

use core::fmt;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Operation {
    /// Encode into a slice that has room.
    EncodeSlice,
    /// Clear a buffer and append the encoding. The buffer grows once.
    EncodeReused,
    /// Encode into a new buffer, and drop it.
    EncodeFresh,
    /// Decode the owned form and drop it.
    Owned,
    /// Decode into an owned form that exists.
    Refill,
    /// Decode the borrowed form of the whole input.
    Borrow,
    /// Decode the borrowed form of the front of the input.
    Prefix,
    /// Borrow, and read all fields and elements.
    Read,
}

impl Operation {
    pub(crate) const ALL: [Self; 8] = [
        Self::EncodeSlice,
        Self::EncodeReused,
        Self::EncodeFresh,
        Self::Owned,
        Self::Refill,
        Self::Borrow,
        Self::Prefix,
        Self::Read,
    ];
}

/// The name for filters, tables and the plot.
impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::EncodeSlice => "encode",
            Self::EncodeReused => "encode, reused",
            Self::EncodeFresh => "encode, new",
            Self::Owned => "owned",
            Self::Refill => "refilled",
            Self::Borrow => "borrowed",
            Self::Prefix => "prefix",
            Self::Read => "read",
        })
    }
}
