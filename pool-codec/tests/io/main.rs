//! Readers and writers with the traits of `std::io`.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::std_instead_of_core,
    clippy::unwrap_used,
    reason = "a test may panic, and reads best as plain std"
)]

mod hostile_streams;
#[path = "../market/mod.rs"]
mod market;
mod one_shot;
mod reader_writer;
mod sealed;
#[path = "../toy_cipher/mod.rs"]
mod toy_cipher;
mod traffic;
mod typed_writer;
mod wrong_pool;
