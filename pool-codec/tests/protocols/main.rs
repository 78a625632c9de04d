//! Messages of three protocols, described with the derive and compared with published crates that nobody wrote for this
//! library: Bitcoin with `bitcoin`, ITCH with `itchy`, and MQTT with `mqtt-proto`.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::std_instead_of_core,
    clippy::unwrap_used,
    reason = "a test may panic, and reads best as plain std"
)]

mod bitcoin;
mod itch;
mod judge;
mod mqtt;
#[path = "../outcome/mod.rs"]
mod outcome;
mod streams;
