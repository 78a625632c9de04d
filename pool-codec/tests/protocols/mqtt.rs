//! The packets of MQTT 5, beside those of the crate `mqtt-proto`.
//!
//! The types are the bodies of packets. The fixed header before each of them has the packet's type, four flags and the
//! length of the body as a variable byte integer. [`peer`] gives it to the crate.

mod examples;
mod messages;
mod peer;
mod random;
mod values;
