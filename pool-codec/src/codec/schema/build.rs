//! The `const` functions that schemas are made by.

use pool_core::SizeClass;

use super::checks;
use super::node::{Field, Kind, Schema, Variant};
use super::sizes::Sizes;
use crate::codec::const_fmt::{Decimal, fail};

impl Schema {
    /// The stand-in for the schema of a type that does not compile. Its size is not 0, which a sequence refuses for
    /// its elements.
    #[doc(hidden)]
    pub const UNKNOWN: Self = Self::new(Kind::Opaque, 1, 1);

    /// The schema of a hand-written type whose bytes have a meaning of their own: its shortest and its longest
    /// encoding, in bytes. A decoded value holds no heap unless [`with_max_heap`](Self::with_max_heap) says
    /// otherwise.
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

    /// A kind of one of its encodings, which may reject some of the bytes.
    pub(crate) const fn new(kind: Kind, min_size: usize, max_size: usize) -> Self {
        let sizes = Sizes { min: min_size, max: max_size, plain: false, ..Sizes::NONE };
        Self { kind, sizes, max_trailing: 0 }
    }

    /// The schema with at most `max_heap` bytes of heap for a decoded value.
    #[must_use]
    pub const fn with_max_heap(mut self, max_heap: usize) -> Self {
        self.sizes.heap = max_heap;
        self.sizes.overhead = max_heap;
        self.sizes.heap_per_byte = if max_heap == 0 { 0 } else { usize::MAX };
        self
    }

    /// The schema of text or bytes whose content may lie on the heap, and nothing else does.
    pub(crate) const fn with_content(mut self, max_heap: usize) -> Self {
        self.sizes.heap = max_heap;
        self.sizes.overhead = 0;
        self.sizes.heap_per_byte = if max_heap == 0 { 0 } else { 1 };
        self
    }

    /// The schema of a value in a heap block of `block` bytes.
    pub(crate) const fn boxed(mut self, block: usize) -> Self {
        self.sizes = self.sizes.times(1, block);
        self
    }

    /// The schema of the borrowed form, which holds no heap.
    #[must_use]
    pub const fn borrowed(&self) -> Self {
        let sizes = Sizes { heap: 0, overhead: 0, heap_per_byte: 0, ..self.sizes };
        Self { sizes, ..*self }
    }

    /// A kind of which any `size` bytes decode.
    pub(crate) const fn plain(kind: Kind, size: usize) -> Self {
        Self {
            kind,
            sizes: Sizes { min: size, max: size, plain: true, ..Sizes::NONE },
            max_trailing: 0,
        }
    }

    /// The schema of a type that rejects some of the bytes that its fields accept.
    ///
    /// ```
    /// use pool_codec::Wire;
    /// use pool_codec::schema::Schema;
    ///
    /// const EVEN: Schema = u16::SCHEMA.ruled();
    /// assert!(u16::SCHEMA.is_plain() && !EVEN.is_plain());
    /// ```
    #[must_use]
    pub const fn ruled(mut self) -> Self {
        self.sizes.plain = false;
        self
    }

    pub(crate) const fn array(element: &'static Self, len: usize) -> Self {
        let sizes = element.sizes.times(len, 0);
        Self { kind: Kind::Array { len, element }, sizes, max_trailing: 0 }
    }

    pub(crate) const fn option(value: &'static Self) -> Self {
        let sizes =
            Sizes { min: 1, max: value.sizes.max.saturating_add(1), plain: false, ..value.sizes };
        Self { kind: Kind::Option { value }, sizes, max_trailing: 0 }
    }

    pub(crate) const fn bytes(max: usize, prefix: usize) -> Self {
        Self::new(Kind::Bytes { max, prefix }, prefix, prefix.saturating_add(max))
    }

    pub(crate) const fn text(max: usize, prefix: usize) -> Self {
        Self::new(Kind::Str { max, prefix }, prefix, prefix.saturating_add(max))
    }

    /// A count of `prefix` bytes and at most `max` elements, of which each takes `block` bytes of heap.
    ///
    /// # Panics
    ///
    /// At compile time, if an element takes no bytes, or may lack its last fields.
    #[track_caller]
    pub(crate) const fn seq(
        element: &'static Self,
        max: usize,
        prefix: usize,
        block: usize,
    ) -> Self {
        // Otherwise a few bytes could declare any number of elements, and the work to go with them.
        if element.sizes.min == 0 {
            fail(&[
                "an element of a sequence takes at least one byte\nhelp: if only the number of elements matters, \
                 send that number",
            ]);
        }
        checks::element(element);
        let all = element.sizes.times(max, block);
        let sizes = Sizes { min: prefix, max: all.max.saturating_add(prefix), plain: false, ..all };
        Self { kind: Kind::Seq { max, prefix, element }, sizes, max_trailing: 0 }
    }

    pub(crate) const fn tuple(fields: &'static [Field]) -> Self {
        Self { kind: Kind::Tuple { fields }, sizes: Sizes::of_fields(fields), max_trailing: 0 }
    }

    /// The schema of a struct.
    ///
    /// # Panics
    ///
    /// At compile time, if a field that may end early is not at the end, or the size overflows.
    #[must_use]
    #[track_caller]
    pub const fn record(name: &'static str, fields: &'static [Field]) -> Self {
        checks::ends(name, fields);
        let sizes = Sizes::of_fields(fields);
        Self { kind: Kind::Struct { name, fields }, sizes, max_trailing: 0 }
    }

    /// The schema of an enum with a discriminant of `tag` bytes.
    ///
    /// # Panics
    ///
    /// As [`record`](Self::record), of each variant.
    #[must_use]
    #[track_caller]
    pub const fn enumeration(
        name: &'static str,
        tag: usize,
        variants: &'static [Variant],
        other: Option<&'static Variant>,
    ) -> Self {
        let mut rest = variants;
        while let [variant, tail @ ..] = rest {
            checks::ends(name, variant.fields);
            rest = tail;
        }
        if let Some(other) = other {
            checks::ends(name, other.fields);
        }
        let sizes = Sizes::of_variants(tag, variants, other);
        Self { kind: Kind::Enum { name, tag, variants, other }, sizes, max_trailing: 0 }
    }

    /// The schema of a message whose longest encoding is `limit` bytes, which is less than its fields allow.
    ///
    /// # Panics
    ///
    /// At compile time, if no value fits into `limit`, or `limit` is no tighter than the fields.
    #[must_use]
    #[track_caller]
    pub const fn with_max_size(mut self, limit: usize) -> Self {
        let Sizes { min, max, .. } = self.sizes;
        let name = self.label();
        if limit < min {
            fail(&[
                "`max_size` of `",
                name,
                "` is ",
                Decimal::new(limit).as_str(),
                ", but its shortest encoding is ",
                Decimal::new(min).as_str(),
                " bytes\nhelp: no value fits; raise it to at least ",
                Decimal::new(min).as_str(),
            ]);
        }
        if limit > max {
            fail(&[
                "`max_size` of `",
                name,
                "` is ",
                Decimal::new(limit).as_str(),
                ", but its fields allow only ",
                Decimal::new(max).as_str(),
                " bytes\nhelp: `max_size` tightens a bound and never loosens one; remove it",
            ]);
        }
        self.sizes.max = limit;
        self.ruled()
    }

    /// The schema of a message that up to `max_trailing` bytes may follow.
    #[must_use]
    pub const fn with_trailing(mut self, max_trailing: usize) -> Self {
        self.max_trailing = max_trailing;
        self
    }

    /// The schema of a message that as many bytes may follow as its size class has room for.
    #[must_use]
    pub const fn with_trailing_room(self) -> Self {
        let max = self.sizes.max;
        self.with_trailing(SizeClass::for_len(max).bytes().saturating_sub(max))
    }

    /// The schema of a message, whose size is a number that a pool can work with.
    ///
    /// # Panics
    ///
    /// At compile time, if the size overflows `usize`. On 32-bit targets it saturates instead: the header's
    /// limit is the tighter one there.
    #[must_use]
    #[track_caller]
    pub const fn checked(self) -> Self {
        if usize::BITS >= 64 && self.sizes.max == usize::MAX {
            fail(&[
                "the max wire size of `",
                self.label(),
                "` overflows\nhelp: tighten it with `#[frame(max_size = N)]`",
            ]);
        }
        self
    }

    const fn label(&self) -> &'static str {
        match self.name() {
            Some(name) => name,
            None => "the type",
        }
    }
}

impl Variant {
    /// A variant with its discriminant and the fields behind it.
    #[must_use]
    pub const fn new(name: &'static str, tag: u64, fields: &'static [Field]) -> Self {
        Self { name, tag, fields }
    }
}

impl Field {
    /// A field by its name and its encoding. In a variant, the variant's name and a dot come first.
    ///
    /// ```
    /// use pool_codec::schema::Field;
    /// use pool_codec::Wire;
    ///
    /// let field = Field::new("Circle.radius", u16::SCHEMA);
    /// assert_eq!((field.name(), field.label()), ("radius", "Circle.radius"));
    /// ```
    #[must_use]
    pub const fn new(label: &'static str, schema: &'static Schema) -> Self {
        Self { label, optional: false, schema }
    }

    /// The field, absent where the input ends before it.
    #[must_use]
    pub const fn optional(mut self) -> Self {
        self.optional = true;
        self
    }
}
