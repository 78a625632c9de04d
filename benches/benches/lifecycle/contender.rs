//! What is compared.

use core::fmt;

use crate::stream::Repeat;

/// The length of the coinbase suffix of the message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Suffix {
    Short,
    Long,
}

impl Suffix {
    pub(crate) const ALL: [Self; 2] = [Self::Short, Self::Long];

    pub(crate) const fn bytes(self) -> usize {
        match self {
            Self::Short => 64,
            Self::Long => 1_000_000,
        }
    }
}

/// The name for filters and tables.
impl fmt::Display for Suffix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Short => "64 B",
            Self::Long => "1 MB",
        })
    }
}

/// A reader of frames, and what it keeps of each of them.
pub(crate) trait Contender: 'static {
    type Kept;

    fn new(stream: Repeat) -> Self;

    /// Reads the next frame, decodes its message, and returns what a program keeps.
    fn next(&mut self) -> Self::Kept;

    /// Returns the id and the length of the suffix of a message, for the check.
    fn seen(kept: &mut Self::Kept) -> (u32, usize);
}
