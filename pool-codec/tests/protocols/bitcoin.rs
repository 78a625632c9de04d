//! Bitcoin's messages between peers, beside those of the crate `bitcoin`.
//!
//! The payloads are in [`messages`], and the header before each of them in [`header`]. The crate reads and writes whole
//! messages only.

mod header;
mod history;
mod messages;
mod peer;
mod random;
mod set;
mod streams;
mod values;
