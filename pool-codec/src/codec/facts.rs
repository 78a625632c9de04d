//! What is known about all encodings of a type, so that the values of a sequence can be handled together.

use crate::codec::layout::Layout;

/// Facts about the encoding of a type: the const [`Decode::FACTS`](crate::layout::Decode::FACTS).
///
/// They are not part of the [`Schema`](crate::schema::Schema), because a hand-written type may reuse the schema of
/// another type and still reject some of its bytes, or write other bytes than it reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    /// Every encoding has the same length, and every byte string of that length decodes.
    pub(crate) plain: bool,
    /// A decoded value encodes as the bytes that it was decoded from.
    pub(crate) canonical: bool,
    /// Two values are equal if and only if their encodings are equal.
    pub(crate) bitwise: bool,
}

impl Facts {
    /// Nothing is known.
    pub const NONE: Self = Self { plain: false, canonical: false, bitwise: false };

    /// All facts hold, as for integers.
    pub(crate) const ALL: Self = Self { plain: true, canonical: true, bitwise: true };

    /// A type that rejects some byte strings, or whose encodings differ in length.
    pub(crate) const CHECKED: Self = Self { plain: false, ..Self::ALL };

    /// Returns the facts about a struct, from those about its fields. It may have a `PartialEq` of its own.
    #[must_use]
    pub const fn of_fields(fields: &[Self]) -> Self {
        Self { bitwise: false, ..Self::of_parts(fields) }
    }

    /// Returns the facts about parts one after another.
    pub(crate) const fn of_parts(parts: &[Self]) -> Self {
        let (mut rest, mut all) = (parts, Self::ALL);
        while let [part, tail @ ..] = rest {
            all = Self {
                plain: all.plain && part.plain,
                canonical: all.canonical && part.canonical,
                bitwise: all.bitwise && part.bitwise,
            };
            rest = tail;
        }
        all
    }

    /// Returns the facts about a type with a length prefix in the layout `L`.
    pub(crate) const fn prefixed<L: Layout>(self) -> Self {
        self.behind(L::LENIENT && L::LENGTHS.is_some())
    }

    /// Returns the facts about an enum whose tag is encoded as the layout `L` says.
    #[must_use]
    pub const fn tagged<L: Layout>(self) -> Self {
        self.behind(L::LENIENT && (L::TAGS.is_some() || L::NUMBERS.is_some()))
    }

    /// Returns the facts about a type behind a number, which has several encodings if it is `lenient`. Values that are
    /// equal may then have different bytes.
    const fn behind(self, lenient: bool) -> Self {
        Self {
            plain: false,
            canonical: self.canonical && !lenient,
            bitwise: self.bitwise && !lenient,
        }
    }

    /// Returns the facts about a struct whose fields are bits of an integer with the facts `self`. The fields tell whether
    /// each of their values has `one_pattern` of bits.
    #[must_use]
    pub const fn of_bits(self, one_pattern: &[bool]) -> Self {
        let (mut rest, mut canonical) = (one_pattern, self.canonical);
        while let [one_pattern, tail @ ..] = rest {
            canonical = canonical && *one_pattern;
            rest = tail;
        }
        Self { plain: false, canonical, bitwise: false }
    }

    /// Returns the facts about a type that rejects some of the bytes, or has other bytes before or after them.
    #[must_use]
    pub const fn checked(self) -> Self {
        Self { plain: false, ..self }
    }
}
