//! The `const` functions that build schemas.

use pool_core::SizeClass;

use super::checks::{self, Owner};
use super::fold::Tag;
use super::int_encoding::IntEncoding;
use super::integers::{self, Integers};
use super::node::{Field, Kind, Schema, Variant};
use super::sizes::Sizes;
use crate::codec::const_fmt::{Decimal, fail};
use crate::codec::layout::Layout;
use crate::codec::prefix::Prefix;

impl Schema {
    /// The prefix of a value whose length or count is in another field.
    pub(crate) const COUNTED: Prefix =
        Prefix { min: 0, max: 0, encoding: IntEncoding::LittleEndian };

    /// The schema of a type that does not compile. Its size is not 0, because a sequence refuses elements of size
    /// 0.
    #[doc(hidden)]
    pub const UNKNOWN: Self = Self::new(Kind::Opaque, 1, 1);

    /// Creates the schema of a hand-written type whose bytes only that type understands. The arguments are the
    /// lengths of its shortest and its longest encoding, in bytes.
    ///
    /// A decoded value holds no heap memory, unless [`with_max_heap`](Self::with_max_heap) is called.
    ///
    /// ```
    /// use pool_codec::schema::Schema;
    ///
    /// const REST: Schema = Schema::opaque(0, 1_000).with_max_heap(1_000);
    /// assert_eq!((REST.min_size(), REST.max_size(), REST.max_heap()), (0, 1_000, 1_000));
    /// ```
    #[must_use]
    pub const fn opaque(min_size: usize, max_size: usize) -> Self {
        Self::new(Kind::Opaque, min_size, max_size)
    }

    /// Creates the schema of a kind whose values hold no heap memory.
    pub(crate) const fn new(kind: Kind, min_size: usize, max_size: usize) -> Self {
        Self::of(kind, Sizes { min: min_size, max: max_size, ..Sizes::NONE })
    }

    /// Creates a schema without a prefix.
    pub(super) const fn of(kind: Kind, sizes: Sizes) -> Self {
        Self {
            kind,
            sizes,
            max_trailing: 0,
            prefix: IntEncoding::LittleEndian,
            docs: "",
            reserved: &[],
        }
    }

    /// Excludes contents of less than `len` bytes.
    pub(crate) const fn with_min_content(mut self, len: usize) -> Self {
        self.sizes.min = self.sizes.min.saturating_add(len);
        self
    }

    /// Returns the schema of the borrowed form, which holds no heap memory.
    #[must_use]
    pub const fn borrowed(&self) -> Self {
        let sizes = Sizes {
            heap: 0,
            overhead: 0,
            heap_per_byte: 0,
            boxes: 0,
            element: 0,
            whole: false,
            shared: false,
            adapted: 0,
            ..self.sizes
        };
        Self { sizes, ..*self }
    }

    #[track_caller]
    pub(crate) const fn array(element: &'static Self, len: usize) -> Self {
        checks::array(element, len);
        let sizes = element.sizes.times(len, 0);
        Self::of(Kind::Array { len, element }, sizes)
    }

    pub(crate) const fn option(value: &'static Self) -> Self {
        let max = value.sizes.max.saturating_add(1);
        let sizes = Sizes { min: 1, max, ..value.sizes.times(1, 0) };
        Self::of(Kind::Option { value }, sizes)
    }

    pub(crate) const fn bytes(max: usize, prefix: Prefix) -> Self {
        Self::prefixed(Kind::Bytes { max, prefix: prefix.max, text: false }, max, prefix)
    }

    /// Lets tools show a byte string as text. Other schemas stay as they are.
    pub(crate) const fn shown_as_text(mut self) -> Self {
        if let Kind::Bytes { text, .. } = &mut self.kind {
            *text = true;
        }
        self
    }

    pub(crate) const fn text(max: usize, prefix: Prefix) -> Self {
        Self::prefixed(Kind::Str { max, prefix: prefix.max }, max, prefix)
    }

    /// A prefix and at most `max` bytes.
    const fn prefixed(kind: Kind, max: usize, prefix: Prefix) -> Self {
        let mut schema = Self::new(kind, prefix.min, prefix.max.saturating_add(max));
        schema.sizes.integers = Integers::of_prefix(prefix.encoding, prefix.max);
        schema.prefix = prefix.encoding;
        schema
    }

    /// Creates the schema of a count and at most `max` elements. Each element takes `block` bytes of heap.
    ///
    /// # Panics
    ///
    /// Panics at compile time if an element takes no bytes, or if its last fields may be absent.
    #[track_caller]
    pub(crate) const fn seq(
        element: &'static Self,
        max: usize,
        prefix: Prefix,
        block: usize,
    ) -> Self {
        // Otherwise a few bytes could declare any number of elements and cause unbounded work.
        if element.sizes.min == 0 {
            fail(&[
                "an element of a sequence must take at least one byte\nhelp: if only the number of elements \
                 matters, use an integer field",
            ]);
        }
        checks::element(element);
        let all = element.sizes.times(max, block);
        let sizes = Sizes {
            min: prefix.min,
            max: all.max.saturating_add(prefix.max),
            element: block,
            integers: all.integers | Integers::of_prefix(prefix.encoding, prefix.max),
            ..all
        };
        let mut schema = Self::of(Kind::Seq { max, prefix: prefix.max, element }, sizes);
        schema.prefix = prefix.encoding;
        schema
    }

    #[track_caller]
    pub(crate) const fn tuple(fields: &'static [Field]) -> Self {
        checks::ends(Owner::TUPLE, fields);
        Self::of(Kind::Tuple { fields }, Sizes::of_fields(fields))
    }

    /// Creates the schema of a value and its checksum.
    #[track_caller]
    pub(crate) const fn with_checksum(fields: &'static [Field; 2]) -> Self {
        checks::before_checksum(fields[0].schema);
        Self::tuple(fields)
    }

    /// Creates the schema of a struct.
    ///
    /// # Panics
    ///
    /// Panics at compile time if a field that may end early is not at the end, or if a field that may be absent could also
    /// be present without bytes.
    #[must_use]
    #[track_caller]
    pub const fn record(name: &'static str, fields: &'static [Field]) -> Self {
        checks::ends(Owner::named(name), fields);
        Self::of(Kind::Struct { name, fields }, Sizes::of_fields(fields))
    }

    /// Creates the schema of an enum with a discriminant of `tag` bytes.
    ///
    /// # Panics
    ///
    /// Panics at compile time if [`record`](Self::record) would panic for the fields of a variant.
    #[must_use]
    #[track_caller]
    pub const fn enumeration(
        name: &'static str,
        tag: usize,
        variants: &'static [Variant],
        other: Option<&'static Variant>,
    ) -> Self {
        let tag = Tag { min: tag, max: tag, encoding: IntEncoding::LittleEndian };
        Self::tagged(name, tag, variants, other)
    }

    /// Creates the schema of an enum with a discriminant of any encoding.
    #[track_caller]
    pub(crate) const fn tagged(
        name: &'static str,
        tag: Tag,
        variants: &'static [Variant],
        other: Option<&'static Variant>,
    ) -> Self {
        let mut rest = variants;
        while let [variant, tail @ ..] = rest {
            checks::ends(Owner::named(name), variant.fields);
            rest = tail;
        }
        if let Some(other) = other {
            checks::ends(Owner::named(name), other.fields);
        }
        let sizes = Sizes::of_variants(tag, variants, other);
        let mut schema = Self::of(Kind::Enum { name, tag: tag.max, variants, other }, sizes);
        schema.prefix = tag.encoding;
        schema
    }

    /// Returns the length of the shortest encoding that is written, in bytes. Unlike [`min_size`](Self::min_size), it counts
    /// the fields that may be absent.
    #[doc(hidden)]
    #[must_use]
    pub const fn min_written_size(&self) -> usize {
        checks::shortest_written(self)
    }

    /// Limits the longest encoding of a message to `limit` bytes, which is at most what its fields allow.
    ///
    /// # Panics
    ///
    /// Panics at compile time if no value fits into `limit`, or if `limit` is larger than the fields allow.
    #[must_use]
    #[track_caller]
    pub const fn with_max_size(mut self, limit: usize) -> Self {
        // Optional fields are always written.
        let (min, max) = (self.min_written_size(), self.sizes.max);
        let name = self.label();
        if limit < min {
            fail(&[
                "`max_size` of `",
                name,
                "` is ",
                Decimal::new(limit).as_str(),
                ", but its shortest encoding is ",
                Decimal::new(min).as_str(),
                " bytes\nhelp: raise it to at least ",
                Decimal::new(min).as_str(),
            ]);
        }
        if limit > max {
            fail(&[
                "`max_size` of `",
                name,
                "` is ",
                Decimal::new(limit).as_str(),
                ", but its longest encoding is only ",
                Decimal::new(max).as_str(),
                " bytes\nhelp: remove it; `max_size` can only lower the bound",
            ]);
        }
        self.sizes.max = limit;
        self
    }

    /// Declares the layout of the length prefixes: `#[frame(len = ..)]`. They are `width` bytes wide. For `len = auto`,
    /// `width` is `None` and each has the fewest bytes that hold its bound. A message with another `len` may then
    /// contain the type.
    ///
    /// # Panics
    ///
    /// Panics at compile time if a part that declares no layout has prefixes of another width.
    #[must_use]
    #[track_caller]
    pub const fn with_len(mut self, width: Option<usize>) -> Self {
        if let Some(width) = width {
            integers::prefixes(&self, width);
        }
        self.sizes.integers = 0;
        self
    }

    /// Declares the layout of all integers: `#[frame(layout = ..)]`. A message with another layout may then contain the
    /// type.
    ///
    /// # Panics
    ///
    /// Panics at compile time if a part that declares no layout has integers with another encoding.
    #[must_use]
    #[track_caller]
    pub const fn with_layout<L: Layout>(mut self) -> Self {
        integers::layout::<L>(&self);
        self.sizes.integers = 0;
        self
    }

    /// Lets up to `max_trailing` bytes follow the message.
    ///
    /// # Panics
    ///
    /// Panics at compile time if the message takes the rest of the payload, which these bytes would be a part of.
    #[must_use]
    #[track_caller]
    pub const fn with_trailing(mut self, max_trailing: usize) -> Self {
        if checks::takes_rest(&self) {
            fail(&[
                "`",
                self.label(),
                "` takes the rest of the payload, so no bytes can follow it\nhelp: remove `trailing`",
            ]);
        }

        self.max_trailing = max_trailing;
        self
    }

    /// Lets as many bytes follow the message as its size class has room for.
    ///
    /// # Panics
    ///
    /// Panics at compile time if [`with_trailing`](Self::with_trailing) panics.
    #[must_use]
    #[track_caller]
    pub const fn with_trailing_room(self) -> Self {
        let max = self.sizes.max;
        self.with_trailing(SizeClass::for_len(max).bytes().saturating_sub(max))
    }

    /// Sets the doc comment of the type.
    #[must_use]
    pub const fn with_docs(mut self, docs: &'static str) -> Self {
        self.docs = docs;
        self
    }

    /// Sets the discriminants of an enum that must not be used, as ranges that include both ends.
    #[must_use]
    pub const fn with_reserved(mut self, reserved: &'static [(u64, u64)]) -> Self {
        self.reserved = reserved;
        self
    }

    /// Checks that the size of a message does not overflow.
    ///
    /// # Panics
    ///
    /// Panics at compile time if the size overflows `usize`. On 32-bit targets the size saturates instead, because
    /// the limit of the header is tighter there.
    #[must_use]
    #[track_caller]
    pub const fn checked(self) -> Self {
        if usize::BITS >= 64 && self.sizes.max == usize::MAX {
            fail(&[
                "the max wire size of `",
                self.label(),
                "` overflows `usize`\nhelp: lower the bounds of its fields, or set `#[frame(max_size = N)]`",
            ]);
        }
        self
    }

    pub(super) const fn label(&self) -> &'static str {
        match self.name() {
            Some(name) => name,
            None => "the type",
        }
    }
}
