//! Constants that large values start from, so that they are decoded in place.
//!
//! A value that is built from its fields passes through the stack, several times without optimization. A large one is
//! therefore copied from a constant to the place where it is needed, and refilled there, which needs no more stack.

use core::mem::ManuallyDrop;

/// Any value of a type that a constant can contain: the const [`Decode::BLANK`](crate::layout::Decode::BLANK).
///
/// It is not dropped.
#[derive(Debug)]
pub struct Blank<V>(ManuallyDrop<V>);

impl<V> Blank<V> {
    /// Wraps a value.
    pub const fn new(value: V) -> Self {
        Self(ManuallyDrop::new(value))
    }

    /// Returns the value.
    pub const fn value(self) -> V {
        ManuallyDrop::into_inner(self.0)
    }
}

/// A type of elements that have a constant.
pub(crate) trait Element {
    /// The type of the values.
    type Value;

    /// The constant, if there is one.
    const BLANK: Option<Blank<Self::Value>>;
}
