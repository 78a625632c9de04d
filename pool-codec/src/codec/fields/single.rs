//! A function for a single field, which needs no cursor.

/// The value of a type that is its own borrowed form.
#[inline(always)]
pub const fn copied<T: Copy>(value: &T) -> T {
    *value
}
