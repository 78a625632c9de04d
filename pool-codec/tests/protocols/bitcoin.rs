//! Bitcoin's messages between peers, beside those of the crate `bitcoin`.
//!
//! The payloads are in [`messages`]. The header before each payload has the network, the command, the length and a
//! checksum. It is not one of ours: [`peer`] writes it for the crate, which reads whole messages only.

mod history;
mod messages;
mod peer;
mod random;
mod values;
