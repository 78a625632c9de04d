//! Models: every interleaving of a few threads, explored by loom.
//!
//! ```text
//! RUSTFLAGS="--cfg loom" cargo test -p pool-core --release --lib loom
//! ```
//!
//! In a model a thread abandons its shards when it ends, but `join` may return before that. So a model must
//! not assume anything about the shards of a thread that it joined. `.ci/mutants` shows that the models
//! fail when an ordering is weakened.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a model may panic"
)]

mod loom_bitmap;
mod loom_close;
mod loom_drained;
mod loom_pool;
mod loom_shard;
mod loom_teardown;
mod loom_wait;
mod tenants;

/// Explores only the interleavings with at most `preemptions`. With three threads there are too many
/// interleavings to explore all, and most bugs need no more than two preemptions.
fn check_within(preemptions: usize, model: impl Fn() + Sync + Send + 'static) {
    let mut builder = loom::model::Builder::new();
    builder.preemption_bound = Some(preemptions);
    builder.check(model);
}
