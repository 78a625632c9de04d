//! Types of other crates on the wire.

use crate::codec::{Decodable, Wire};

/// How a `T` that is not a wire type goes over the wire: `#[frame(with = Millis)]` on a field.
///
/// Implemented by a type of the user's for each type it adapts; the derive calls it.
///
/// ```
/// use core::time::Duration;
/// use pool_codec::Adapter;
///
/// /// A duration as whole milliseconds.
/// struct Millis;
///
/// impl Adapter<Duration> for Millis {
///     type Wire = u64;
///
///     fn to_wire(value: &Duration) -> Result<u64, &'static str> {
///         value.as_millis().try_into().map_err(|_| "the duration exceeds 2^64 milliseconds")
///     }
///
///     fn from_wire(wire: u64) -> Result<Duration, &'static str> {
///         Ok(Duration::from_millis(wire))
///     }
/// }
///
/// assert_eq!(Millis::to_wire(&Duration::from_secs(2)), Ok(2_000));
/// assert!(Millis::to_wire(&Duration::MAX).is_err());
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not adapt `{T}`",
    label = "not an adapter of `{T}`",
    note = "implement `Adapter<{T}>` for `{Self}`"
)]
pub trait Adapter<T> {
    /// What is on the wire.
    type Wire: for<'decoder> Decodable<'decoder>;

    /// The most heap bytes that a decoded `T` holds. Override it if that is more than the wire type's.
    const MAX_HEAP: usize = <Self::Wire as Wire>::MAX_HEAP;

    /// The wire form of a value.
    ///
    /// # Errors
    ///
    /// The reason why it has none: [`InvalidValue`](crate::error::EncodeErrorKind::InvalidValue).
    fn to_wire(value: &T) -> Result<Self::Wire, &'static str>;

    /// The value of a wire form.
    ///
    /// # Errors
    ///
    /// The reason why there is none: [`InvalidValue`](crate::error::DecodeErrorKind::InvalidValue), at the
    /// value's offset.
    fn from_wire(wire: Self::Wire) -> Result<T, &'static str>;
}
