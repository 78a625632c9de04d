//! The market-data feed between many processes, over a nats-server with JetStream.
//!
//! ```text
//!  publisher --slot as payload--> market.SwapEvent        --> stream MARKET --> consumer `name` --ack--> progress
//!  publisher -------------------> market.PoolStateUpdate  -'                        |
//!                                                                                   | a payload that does not decode
//!                                                             stream DEAD   <-------' with its `explain`
//! ```
//!
//! The subject names the message, so the payload is the payload of a frame, without its header. A publisher encodes into a
//! slot of its pool, which becomes the client's `Bytes` without a copy. A consumer decodes the borrowed form from the bytes
//! that the client has received.

mod consumer;
mod error;
mod publisher;
mod server;

pub use consumer::{Consumer, Received};
pub use error::FleetError;
pub use publisher::Publisher;
pub use server::{DEAD, Fleet, Limits};
