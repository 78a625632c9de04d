//! Models: every interleaving of a few threads, explored by loom.
//!
//! ```text
//! RUSTFLAGS="--cfg loom" cargo test -p pool-core --release --lib loom
//! ```
//!
//! In a model a thread gives back what it owns at its end, after whoever joins it has gone on: so
//! nothing follows about its shards from the join. `.ci/mutants` shows that the models fail when an
//! ordering is weakened.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a model may panic"
)]

mod loom_bitmap;
mod loom_close;
mod loom_pool;
mod loom_shard;
mod loom_teardown;
mod loom_wait;
mod tenants;

/// A model of which only the interleavings with up to `preemptions` are explored: with three threads all
/// of them are too many, and most bugs take two preemptions.
fn check_within(preemptions: usize, model: impl Fn() + Sync + Send + 'static) {
    let mut builder = loom::model::Builder::new();
    builder.preemption_bound = Some(preemptions);
    builder.check(model);
}
