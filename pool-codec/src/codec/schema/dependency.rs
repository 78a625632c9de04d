//! Fields that depend on the value of an earlier field.

use super::condition::{Condition, SWITCHES};
use super::node::Field;
use crate::codec::const_fmt::fail;

impl Field {
    /// Lets the conditions of later fields test the field under the slot `switch`.
    ///
    /// # Panics
    ///
    /// Panics at compile time if the slot is above 7.
    #[doc(hidden)]
    #[must_use]
    pub const fn switches(mut self, switch: usize) -> Self {
        if switch >= SWITCHES {
            fail(&["the conditions of `when` test more than 8 fields of one type"]);
        }
        self.switch = Some(switch);
        self
    }

    /// Makes the field conditional: it has no bytes unless the condition holds.
    #[doc(hidden)]
    #[must_use]
    pub const fn when(mut self, condition: Condition) -> Self {
        self.condition = Some(condition);
        self
    }

    /// Takes the length or the count of the field from the field with the slot `switch`.
    #[doc(hidden)]
    #[must_use]
    pub const fn counted(mut self, switch: usize) -> Self {
        self.count = Some(switch);
        self
    }

    /// Returns the slot under which the conditions of later fields know the value of the field.
    #[must_use]
    pub(crate) const fn switch(&self) -> Option<usize> {
        self.switch
    }

    /// Returns the slot of the field that has the length or the count of this one, as with `#[frame(count = ..)]`.
    #[must_use]
    pub(crate) const fn count(&self) -> Option<usize> {
        self.count
    }

    /// Returns whether another field has the length or the count of this one.
    #[must_use]
    pub const fn is_counted(&self) -> bool {
        self.count.is_some()
    }

    /// Returns the condition under which the field is present, as with `#[frame(when = ..)]`. Otherwise it has no bytes.
    #[must_use]
    pub const fn condition(&self) -> Option<Condition> {
        self.condition
    }
}
