//! Adapters, which encode types of other crates.

use crate::codec::{Decodable, Wire};

/// Converts a `T` that is not a wire type to a wire type and back.
///
/// Implement it for a type of your own, once for each type that it adapts, and name it at a field:
/// `#[frame(with = Millis)]`. The derive calls the methods.
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
    note = "implement `Adapter<{T}>` for `{Self}`",
    note = "if `{Self}` adapts what is inside an `Option`, array or sequence, write `#[frame(with_each = {Self})]`"
)]
pub trait Adapter<T> {
    /// The wire type that stands for a `T`.
    type Wire: for<'decoder> Decodable<'decoder>;

    /// The largest number of heap bytes that a decoded `T` holds. Override it if that is more than for the wire type.
    const MAX_HEAP: usize = <Self::Wire as Wire>::MAX_HEAP;

    /// Converts a value to its wire form.
    ///
    /// # Errors
    ///
    /// Returns the reason if the value has no wire form. Encoding then fails with
    /// [`InvalidValue`](crate::error::EncodeErrorKind::InvalidValue).
    fn to_wire(value: &T) -> Result<Self::Wire, &'static str>;

    /// Converts a wire form to a value.
    ///
    /// # Errors
    ///
    /// Returns the reason if no value has this wire form. Decoding then fails with
    /// [`InvalidValue`](crate::error::DecodeErrorKind::InvalidValue) at the offset of the value.
    fn from_wire(wire: Self::Wire) -> Result<T, &'static str>;
}
