//! Framing without I/O: the decoder, the encoder, headers and held frames.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::std_instead_of_core,
    clippy::unwrap_used,
    reason = "a test may panic, and reads best as plain std"
)]

#[cfg(feature = "derive")]
mod headers;
mod hostile_calls;
mod hostile_decoder;
#[cfg(feature = "bytes")]
mod hostile_headers;
mod hostile_held;
mod mapped;
#[path = "../market/mod.rs"]
mod market;
#[cfg(feature = "derive")]
mod sealed;
mod streams;
#[path = "../toy_cipher/mod.rs"]
mod toy_cipher;
