//! What may go wrong, and how to go on.

use pool_codec::EncodeError;
use thiserror::Error;

/// An error of a publisher or a subscriber.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum IpcError {
    /// The feed cannot be opened.
    #[error(
        "the feed `{name}` cannot be opened: {reason}\nhelp: all its processes need the same messages and limits; /dev/shm needs room for their memory"
    )]
    Open {
        /// The name of the feed.
        name: String,
        /// The error of iceoryx2.
        reason: String,
    },
    /// The feed has no room for another publisher or subscriber.
    #[error(
        "the feed `{name}` has no room for another {port}: {reason}\nhelp: end one of them, or give all processes higher limits"
    )]
    Port {
        /// The name of the feed.
        name: String,
        /// `publisher` or `subscriber`.
        port: &'static str,
        /// The error of iceoryx2.
        reason: String,
    },
    /// The message cannot be encoded. Nothing was sent.
    #[error(transparent)]
    Encode(#[from] EncodeError),
    /// The message was not sent.
    #[error(
        "the feed `{name}` did not send {message}: {reason}\nhelp: a subscriber may have ended; send it again"
    )]
    Unsent {
        /// The name of the feed.
        name: String,
        /// The name of the message.
        message: String,
        /// The error of iceoryx2.
        reason: String,
    },
    /// The next sample cannot be received.
    #[error(
        "the feed `{name}` gives no sample: {reason}\nhelp: drop the samples that you hold, at most two at a time"
    )]
    Unreceived {
        /// The name of the feed.
        name: String,
        /// The error of iceoryx2.
        reason: String,
    },
}
