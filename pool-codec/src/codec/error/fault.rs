//! The parts that decode and encode errors have in common.

use super::place::Place;
use crate::codec::schema::Schema;

/// A reason and its place. Cold functions create it, so the optimizer does not look into it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fault<K> {
    pub(super) kind: K,
    pub(super) place: Place,
}

/// The part of an error that tells it from a value in a `Result`. It is stored where the error is returned, so
/// that the optimizer knows it is an error and keeps its path apart from that of values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Mark {
    Error,
}

impl<K: Copy> Fault<K> {
    #[cold]
    #[inline(never)]
    pub(super) const fn new(kind: K, offset: usize) -> Self {
        Self { kind, place: Place::at(offset) }
    }

    #[cold]
    #[inline(never)]
    pub(super) const fn in_field(mut self, field: &'static str, message: &'static Schema) -> Self {
        self.place = self.place.in_field(field).in_message(message);
        self
    }

    #[cold]
    #[inline(never)]
    pub(super) const fn in_message(mut self, message: &'static Schema) -> Self {
        self.place = self.place.in_message(message);
        self
    }

    /// Adds the name of the field `index` of the variant `variant` of the message.
    #[cold]
    #[inline(never)]
    pub(super) fn labelled(self, message: &'static Schema, variant: usize, index: usize) -> Self {
        match message.fields_of(variant).get(index) {
            Some(field) => self.in_field(field.label(), message),
            None => self.in_message(message),
        }
    }
}

/// The methods of an error that is a [`Fault`] and a [`Mark`].
macro_rules! located {
    ($error:ident, $kind:ident) => {
        impl $error {
            /// Adds the name of the field and of the message around it. An inner field that was named earlier stays.
            #[inline(always)]
            #[must_use]
            pub const fn in_field(self, field: &'static str, message: &'static Schema) -> Self {
                Self { fault: self.fault.in_field(field, message), mark: Mark::Error }
            }

            /// Adds the name of the message.
            #[inline(always)]
            #[must_use]
            pub const fn in_message(self, message: &'static Schema) -> Self {
                Self { fault: self.fault.in_message(message), mark: Mark::Error }
            }

            /// Adds the name of the field `index` of the variant `variant` of the message.
            #[inline(always)]
            pub(crate) fn labelled(
                self,
                message: &'static Schema,
                variant: usize,
                index: usize,
            ) -> Self {
                Self { fault: self.fault.labelled(message, variant, index), mark: Mark::Error }
            }

            /// Returns the reason.
            #[must_use]
            pub const fn kind(&self) -> $kind {
                self.fault.kind
            }

            /// Returns the innermost named field that contains the error. It is in the message or in a part of it.
            #[must_use]
            pub const fn field(&self) -> Option<&'static str> {
                self.fault.place.field
            }

            /// Returns the name of the outermost message.
            #[must_use]
            pub const fn message(&self) -> Option<&'static str> {
                self.fault.place.message()
            }
        }

        impl core::error::Error for $error {}
    };
}
pub(super) use located;
