//! Message sets of other protocols, ported from their public descriptions as their users would write them.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::std_instead_of_core,
    clippy::unwrap_used,
    reason = "a test may panic, and reads best as plain std"
)]

mod bincode_solana;
mod borsh_near;
mod rest;
mod round_trip;
mod tlv_ieee1905;
