//! Methods of features that are off. They cannot be called, and the compiler names the feature instead of reporting
//! that no such method exists.

/// Implemented for no type: a bound on it is the error.
#[diagnostic::on_unimplemented(
    message = "`PoolStats::publish` needs the feature `metrics`",
    label = "the feature `metrics` is off",
    note = "enable it in `Cargo.toml`, as in `pool-codec = {{ version = \"..\", features = [\"metrics\"] }}`"
)]
pub trait Metrics {}

impl crate::PoolStats {
    #[doc(hidden)]
    pub fn publish<N>(&self, _: N)
    where
        for<'a> &'a Self: Metrics,
    {
    }
}
