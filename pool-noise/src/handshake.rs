//! The handshake, without any I/O.
//!
//! ```text
//!  initiator                                                     responder
//!     | -- hello: ephemeral key (64) ------------------------------> |
//!     | <- reply: ephemeral key (64), static key (64 + 16),          |
//!     |           certificate (74 + 16) ---------------------------- |
//! ```
//!
//! `initiator` and `responder` compute the messages, and `exchange` moves their bytes.

mod exchange;
mod initiator;
mod messages;
mod responder;

pub use exchange::{Handshake, Step};
pub use initiator::Initiator;
pub use messages::{HELLO_LEN, REPLY_LEN};
pub use responder::Responder;
