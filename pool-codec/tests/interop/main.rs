//! Compares our bytes with those of bincode 1.3 and 2, wincode, borsh, postcard, SCALE and Solana, for every shape that both sides have
//! (WIRE.md, "Other ecosystems' bytes").
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::std_instead_of_core,
    clippy::unwrap_used,
    reason = "a test may panic, and reads best as plain std"
)]

mod bincode;
mod bincode2;
mod borsh;
mod codec;
#[path = "../outcome/mod.rs"]
mod outcome;
mod postcard;
mod scale;
mod shapes;
mod solana;
mod standard;
mod values;
mod varints;
mod wincode;
