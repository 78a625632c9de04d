//! Models: every interleaving of a few threads, explored by loom.
//!
//! ```text
//! RUSTFLAGS="--cfg loom" cargo test -p pool-core --release --lib loom
//! ```

#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a model may panic"
)]

mod loom_bitmap;
mod loom_pool;
mod loom_teardown;
