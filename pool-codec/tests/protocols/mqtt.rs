//! The packets of MQTT 5, beside those of the crate `mqtt-proto`.
//!
//! The bodies are in [`messages`], and the fixed header before each of them in [`header`]: the packet's type, four flags
//! and the length of the body.

mod examples;
mod header;
mod messages;
mod peer;
mod random;
mod set;
mod streams;
mod values;
