//! Functions for a single field, which need no cursor.

use crate::codec::encode::Encode;
use crate::codec::error::EncodeErrorKind;
use crate::codec::layout::{Layout, Own};
use crate::codec::schema::Field;
use crate::codec::sink::Sink;

/// Describes a field by its label and the type of its encoding.
#[must_use]
pub const fn field<T: Encode<L>, L: Layout>(label: &'static str) -> Field {
    Field::new(label, T::ENCODING)
}

/// Makes the compiler evaluate the schema of a type, so that it reports the mistakes in it.
#[track_caller]
pub const fn check<T: Encode<Own>>() {
    let _ = T::ENCODING;
}

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
