//! The facts about a set that the rules need.

use crate::frame::{FrameSet, MessageInfo};

/// The facts about a set that the rules need.
#[derive(Debug, Clone, Copy)]
pub struct SetFacts {
    pub(super) name: &'static str,
    pub(super) messages: &'static [MessageInfo],
}

impl SetFacts {
    /// Returns the facts about `S`.
    #[must_use]
    pub const fn of<S: FrameSet>() -> Self {
        Self { name: S::NAME, messages: S::MESSAGES }
    }
}
