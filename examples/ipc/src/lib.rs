//! Messages between the processes of one machine, in shared memory, through iceoryx2.
//!
//! ```text
//!  Publisher --loan, encode in place--> sample of at most S::MAX_SIZE bytes --> Subscriber --> borrowed in place
//! ```
//!
//! A sample is the payload of a frame, and its [`Envelope`] has the message's id. The compiler's `MAX_SIZE` is the size of
//! the samples and [`Limits`] their number, so the memory of all samples is known before the first process starts:
//! [`Limits::memory`]. All processes must have the same messages and limits, which are attributes of the feed.
//!
//! Processes that share memory trust each other. A publisher that writes to a sample after sending it can change what a
//! subscriber reads meanwhile. Use sockets between processes that do not.

mod error;
mod feed;
mod opening;
mod publisher;
mod subscriber;

pub use error::IpcError;
pub use feed::{Envelope, Feed, Limits};
pub use publisher::Publisher;
pub use subscriber::{Sample, Subscriber};
