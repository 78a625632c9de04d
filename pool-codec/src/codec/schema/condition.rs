//! When a field is present: a test of another field.

/// The number of fields of one record that conditions can test.
pub(crate) const SWITCHES: usize = 8;

/// A test of a number: some of its bits, or its value. See [`Field::condition`](crate::schema::Field::condition).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Condition {
    /// The slot of the field that is tested.
    pub(super) switch: usize,
    pub(super) test: Test,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Test {
    /// One of these bits is set.
    Bits(u64),
    /// The number has this value.
    Equals(u64),
}

impl Condition {
    /// The condition that one of `bits` is set in the field with the slot `switch`.
    #[doc(hidden)]
    #[must_use]
    pub const fn bits(switch: usize, bits: u64) -> Self {
        Self { switch, test: Test::Bits(bits) }
    }

    /// The condition that the field with the slot `switch` has the value `number`.
    #[doc(hidden)]
    #[must_use]
    pub const fn equals(switch: usize, number: u64) -> Self {
        Self { switch, test: Test::Equals(number) }
    }

    /// Returns whether the condition holds for the value of the field that it tests.
    #[inline(always)]
    #[must_use]
    pub const fn holds(&self, number: u64) -> bool {
        match self.test {
            Test::Bits(bits) => number & bits != 0,
            Test::Equals(value) => number == value,
        }
    }

    /// Returns whether the condition holds for the values of all tested fields.
    pub(crate) fn holds_for(&self, switches: &[u64; SWITCHES]) -> bool {
        self.holds(switches.get(self.switch).copied().unwrap_or_default())
    }
}
