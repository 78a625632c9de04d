//! Errors, each with a way out.

use pool_codec::EncodeError;
use thiserror::Error;

/// An error of a publisher or a subscriber.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum IpcError {
    /// The feed cannot be opened.
    #[error(
        "the feed `{name}` cannot be opened: {reason}\nhelp: all its processes need the same messages and limits, and /dev/shm room for their memory"
    )]
    Open {
        /// The name of the feed.
        name: String,
        /// The error of iceoryx2.
        reason: String,
    },
    /// The feed has no room for another publisher, subscriber or process.
    #[error(
        "the feed `{name}` has no room for another {port}\nhelp: end one of them, or give all processes higher limits"
    )]
    Full {
        /// The name of the feed.
        name: String,
        /// `publisher`, `subscriber` or `process`.
        port: &'static str,
    },
    /// The message cannot be encoded. Nothing was sent.
    #[error(transparent)]
    Encode(#[from] EncodeError),
    /// The bytes are longer than any message. Nothing was sent.
    #[error(
        "{len} bytes are no message of the feed `{name}`, which have at most {max}\nhelp: publish the payload of a message"
    )]
    TooLong {
        /// The name of the feed.
        name: String,
        /// The number of bytes.
        len: usize,
        /// The set's `MAX_SIZE`.
        max: usize,
    },
    /// Some subscribers may not have the message.
    #[error(
        "the feed `{name}` may not have sent {message} to all subscribers: {reason}\nhelp: if it must not be lost, send it again; some may get it twice"
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
        "the feed `{name}` cannot receive a sample: {reason}\nhelp: hold at most two samples of a publisher, and try again"
    )]
    Unreceived {
        /// The name of the feed.
        name: String,
        /// The error of iceoryx2.
        reason: String,
    },
}
