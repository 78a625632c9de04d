//! Methods of features that are off. They cannot be called, and the compiler names the feature instead of reporting
//! that no such method exists.

#[cfg(not(feature = "bytes"))]
pub(crate) mod bytes {
    use crate::codec::Covariant;
    use crate::framing::Held;

    /// Implemented for no type: a bound on it is the error.
    #[diagnostic::on_unimplemented(
        message = "`Held::into_bytes_of` needs the feature `bytes`",
        label = "the feature `bytes` is off",
        note = "enable it in `Cargo.toml`, as in `pool-codec = {{ version = \"..\", features = [\"bytes\"] }}`"
    )]
    pub trait Bytes {}

    impl<F: Covariant> Held<F> {
        #[doc(hidden)]
        pub fn into_bytes_of(self, _: impl for<'a> FnOnce(&'a F::Ref<'a>) -> &'a [u8])
        where
            for<'a> &'a Self: Bytes,
        {
        }
    }
}

#[cfg(not(feature = "metrics"))]
pub(crate) mod metrics {
    use crate::framing::TrafficStats;

    /// Implemented for no type: a bound on it is the error.
    #[diagnostic::on_unimplemented(
        message = "`TrafficStats::publish` needs the feature `metrics`",
        label = "the feature `metrics` is off",
        note = "enable it in `Cargo.toml`, as in `pool-codec = {{ version = \"..\", features = [\"metrics\"] }}`"
    )]
    pub trait Metrics {}

    impl TrafficStats {
        #[doc(hidden)]
        pub fn publish(&self)
        where
            for<'a> &'a Self: Metrics,
        {
        }
    }
}

#[cfg(all(feature = "service", not(feature = "tokio")))]
pub(crate) mod tokio {
    use crate::frame::FrameSet;
    use crate::service::Service;

    /// Implemented for no type: a bound on it is the error.
    #[diagnostic::on_unimplemented(
        message = "readers and writers over tokio need the feature `tokio`",
        label = "the feature `tokio` is off",
        note = "enable it in `Cargo.toml`, as in `pool-codec = {{ version = \"..\", features = [\"tokio\"] }}`"
    )]
    pub trait Tokio {}

    impl<S: FrameSet> Service<S> {
        #[doc(hidden)]
        pub fn tokio_reader<R>(&self, _: R)
        where
            for<'a> &'a Self: Tokio,
        {
        }

        #[doc(hidden)]
        pub fn tokio_writer<W>(&self, _: W)
        where
            for<'a> &'a Self: Tokio,
        {
        }
    }
}
