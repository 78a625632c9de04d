//! Functions for a single field, which need no cursor.

use crate::codec::error::EncodeErrorKind;
use crate::codec::sink::Sink;

/// The value of a type that is its own borrowed form.
#[inline(always)]
pub const fn copied<T: Copy>(value: &T) -> T {
    *value
}

/// Refuses the value of a transparent type unless `valid` returns true.
///
/// # Errors
///
/// Returns [`InvalidValue`](EncodeErrorKind::InvalidValue) with the reason.
#[inline(always)]
pub fn check_value<S: Sink>(
    sink: &mut S,
    valid: impl FnOnce() -> bool,
    reason: &'static str,
) -> Result<(), S::Error> {
    sink.check(|| (!valid()).then_some(EncodeErrorKind::InvalidValue { reason }))
}
