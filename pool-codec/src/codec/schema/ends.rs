//! The schemas of values that end without a length of their own, or that are behind one or behind other bytes.

use super::checks;
use super::int_encoding::IntEncoding;
use super::integers::Integers;
use super::node::{Kind, Schema};
use super::sizes::Sizes;
use crate::codec::const_fmt::{Decimal, fail};
use crate::codec::prefix::Prefix;

impl Schema {
    /// Creates the schema of a value behind its length.
    pub(crate) const fn delimited(value: &'static Self, prefix: Prefix) -> Self {
        let sizes = Sizes {
            min: value.sizes.min.saturating_add(match prefix.encoding {
                IntEncoding::Varint { varint, .. } => varint.len(value.sizes.min as u128),
                _ => prefix.min,
            }),
            max: value.sizes.max.saturating_add(prefix.max),
            integers: value.sizes.integers | Integers::of_prefix(prefix.encoding, prefix.max),
            ..value.sizes
        };
        let mut schema = Self::of(Kind::Delimited { prefix: prefix.max, value }, sizes);
        schema.prefix = prefix.encoding;
        schema
    }

    /// Creates the schema of at most `max` bytes or bytes of text up to the end of the payload.
    pub(crate) const fn rest(element: &'static Self, max: usize) -> Self {
        Self::new(Kind::Rest { max, element }, 0, max)
    }

    /// Creates the schema of at most `max` elements up to the end of the payload. Each takes `block` bytes of heap.
    ///
    /// # Panics
    ///
    /// Panics at compile time if [`seq`](Self::seq) panics.
    #[track_caller]
    pub(crate) const fn rest_items(element: &'static Self, max: usize, block: usize) -> Self {
        if element.sizes.min == 0 {
            fail(&["an element of a sequence must take at least one byte"]);
        }
        checks::element(element);
        let sizes = Sizes { min: 0, ..element.sizes.times(max, block) };
        Self::of(Kind::Rest { max, element }, sizes).replaced()
    }

    /// Creates the schema of at most `max` bytes or bytes of text, and the bytes `end`.
    ///
    /// # Panics
    ///
    /// Panics at compile time if `end` is empty.
    #[track_caller]
    pub(crate) const fn terminated(element: &'static Self, max: usize, end: &'static [u8]) -> Self {
        check_terminator(end);
        let longest = max.saturating_add(end.len());
        Self::new(Kind::Terminated { max, element, end }, end.len(), longest)
    }

    /// Creates the schema of at most `max` elements and the bytes `end`. Each element takes `block` bytes of heap.
    ///
    /// # Panics
    ///
    /// Panics at compile time if `end` is empty, if it is longer than an element, or if [`seq`](Self::seq) panics.
    #[track_caller]
    pub(crate) const fn terminated_items(
        element: &'static Self,
        max: usize,
        end: &'static [u8],
        block: usize,
    ) -> Self {
        check_terminator(end);
        checks::element(element);
        if element.sizes.min < end.len() {
            fail(&[
                "the bytes that end the elements are ",
                Decimal::new(end.len()).as_str(),
                ", but the shortest element has ",
                Decimal::new(element.sizes.min).as_str(),
                "\nhelp: write as many bytes as stand in the place of an element, or fewer",
            ]);
        }
        let all = element.sizes.times(max, block);
        let sizes = Sizes { min: end.len(), max: all.max.saturating_add(end.len()), ..all };
        Self::of(Kind::Terminated { max, element, end }, sizes).replaced()
    }

    /// Creates the schema of `padding` zero bytes and a value. Without them, it is that of the value.
    pub(crate) const fn padded(value: &'static Self, padding: usize) -> Self {
        if padding == 0 {
            return *value;
        }
        let sizes = Sizes {
            min: value.sizes.min.saturating_add(padding),
            max: value.sizes.max.saturating_add(padding),
            ..value.sizes
        };
        Self::of(Kind::Padded { padding, value }, sizes)
    }

    /// Creates the schema of constant bytes.
    pub(crate) const fn constant(bytes: &'static [u8]) -> Self {
        Self::new(Kind::Constant { bytes }, bytes.len(), bytes.len())
    }

    /// Returns the encoding of the length or the count in front of a byte string, a text or a sequence, or of the tag of
    /// an enum. Other types have none.
    #[inline]
    #[must_use]
    pub const fn prefix_encoding(&self) -> IntEncoding {
        self.prefix
    }
}

/// Fails the build if a value without a length ends with no bytes.
#[track_caller]
const fn check_terminator(end: &[u8]) {
    if end.is_empty() {
        fail(&["a field that is `terminated` ends with at least one byte"]);
    }
}
