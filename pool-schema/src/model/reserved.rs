//! Numbers that must not be used.

use serde::{Deserialize, Serialize};

/// Numbers that must not be used, from `first` to `last`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "(u64, u64)", into = "(u64, u64)")]
pub struct Reserved {
    /// The first number.
    pub first: u64,
    /// The last number.
    pub last: u64,
}

impl Reserved {
    /// Returns whether the number is one of those.
    #[must_use]
    pub fn contains(&self, number: u64) -> bool {
        (self.first..=self.last).contains(&number)
    }
}

impl From<(u64, u64)> for Reserved {
    fn from((first, last): (u64, u64)) -> Self {
        Self { first, last }
    }
}

impl From<Reserved> for (u64, u64) {
    fn from(Reserved { first, last }: Reserved) -> Self {
        (first, last)
    }
}
