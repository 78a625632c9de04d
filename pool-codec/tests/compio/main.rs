//! Readers and writers with the traits of compio: cancelled calls, slow and broken streams, and pools without a free slot.
//! The streams are ours, so no runtime is needed. `examples/tests/compio.rs` runs them over sockets.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::std_instead_of_core,
    clippy::unwrap_used,
    reason = "a test may panic, and reads best as plain std"
)]

mod cancel;
mod errors;
#[path = "../feed/mod.rs"]
mod feed;
mod lengths;
mod sealed;
mod streams;
#[path = "../toy_cipher/mod.rs"]
mod toy_cipher;
mod waiting;
mod writing;

use feed::*;
