//! The error of decoding in an arena.

use pool_core::ArenaError;
use thiserror::Error;

use super::decode::DecodeError;

/// The reason why a message was not decoded in an arena.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum DecodeInError {
    /// The payload is malformed or belongs to another message. A copy of it stays in the arena until the next reset.
    #[error(transparent)]
    Decode(#[from] DecodeError),
    /// There is no room for the payload in the arena.
    #[error(transparent)]
    Arena(#[from] ArenaError),
}
