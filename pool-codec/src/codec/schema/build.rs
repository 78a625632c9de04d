//! The `const` functions that build schemas.

use pool_core::SizeClass;

use super::checks;
use super::node::{Field, Kind, Schema, Variant};
use super::sizes::Sizes;
use crate::codec::const_fmt::{Decimal, fail};

impl Schema {
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
        Self::sized(kind, Sizes { min: min_size, max: max_size, ..Sizes::NONE })
    }

    const fn sized(kind: Kind, sizes: Sizes) -> Self {
        Self { kind, sizes, max_trailing: 0, docs: "", reserved: &[] }
    }

    /// Creates the schema of a kind, with the sizes that follow from its parts. It is the schema of the borrowed form,
    /// whose values hold no heap memory.
    ///
    /// Tools use it for types that are known only at run time. [`Kind::Opaque`] gets the sizes of
    /// [`opaque(0, usize::MAX)`](Self::opaque).
    ///
    /// ```
    /// use pool_codec::schema::{Kind, Schema};
    /// use pool_codec::{Str, Wire};
    ///
    /// const NAME: Schema = Schema::of_kind(Kind::Str { max: 20, prefix: 1 });
    /// assert_eq!(NAME, *Str::<20>::SCHEMA);
    /// ```
    ///
    /// # Panics
    ///
    /// Panics if the derive would refuse the type: if an element of a sequence takes no bytes, or if a field can be
    /// absent that is not at the end.
    #[must_use]
    #[track_caller]
    pub const fn of_kind(kind: Kind) -> Self {
        let schema = match kind {
            Kind::Uint { size, .. } | Kind::Int { size, .. } | Kind::Float { size, .. } => {
                Self::new(kind, size, size)
            }
            Kind::Bool { .. } => Self::new(kind, 1, 1),
            Kind::Char => Self::new(kind, 1, 4),
            Kind::Array { len, element } => Self::array(element, len),
            Kind::Bytes { max, prefix } => Self::bytes(max, prefix),
            Kind::Str { max, prefix } => Self::text(max, prefix),
            Kind::Seq { max, prefix, element } => Self::seq(element, max, prefix, 0),
            Kind::Option { value } => Self::option(value),
            Kind::Tuple { fields } => Self::tuple(fields),
            Kind::Struct { name, fields } => Self::record(name, fields),
            Kind::Enum { name, tag, variants, other } => {
                Self::enumeration(name, tag, variants, other)
            }
            Kind::Opaque => Self::opaque(0, usize::MAX),
        };
        schema.borrowed()
    }

    /// Sets the largest number of heap bytes that a decoded value holds.
    #[must_use]
    pub const fn with_max_heap(mut self, max_heap: usize) -> Self {
        self.sizes.heap = max_heap;
        self.sizes.overhead = max_heap;
        self.sizes.heap_per_byte = if max_heap == 0 { 0 } else { usize::MAX };
        self.sizes.whole = true;
        self.sizes.adapted = 0;
        self
    }

    /// Sets the largest number of heap bytes that a value holds which an adapter makes of the wire form `self`.
    pub(crate) const fn adapted(self, max_heap: usize) -> Self {
        let Sizes { heap, adapted, .. } = self.sizes;
        let mut schema = self.with_max_heap(max_heap);
        schema.sizes.adapted = heap.saturating_add(adapted);
        schema
    }

    /// Sets the largest number of heap bytes for text or bytes, where only the content is on the heap.
    pub(crate) const fn with_content(mut self, max_heap: usize) -> Self {
        self.sizes.heap = max_heap;
        self.sizes.overhead = 0;
        self.sizes.heap_per_byte = if max_heap == 0 { 0 } else { 1 };
        self
    }

    /// Returns the schema of the value in a heap block of `block` bytes.
    pub(crate) const fn boxed(mut self, block: usize) -> Self {
        let Sizes { boxes, element, whole, .. } = self.sizes;
        let boxes = boxes.saturating_add(block);
        self.sizes = Sizes { boxes, element, whole, ..self.sizes.times(1, block) };
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
            adapted: 0,
            ..self.sizes
        };
        Self { sizes, ..*self }
    }

    pub(crate) const fn array(element: &'static Self, len: usize) -> Self {
        let sizes = element.sizes.times(len, 0);
        Self::sized(Kind::Array { len, element }, sizes)
    }

    pub(crate) const fn option(value: &'static Self) -> Self {
        let max = value.sizes.max.saturating_add(1);
        let sizes = Sizes { min: 1, max, ..value.sizes.times(1, 0) };
        Self::sized(Kind::Option { value }, sizes)
    }

    pub(crate) const fn bytes(max: usize, prefix: usize) -> Self {
        Self::prefixed(Kind::Bytes { max, prefix }, max, prefix)
    }

    pub(crate) const fn text(max: usize, prefix: usize) -> Self {
        Self::prefixed(Kind::Str { max, prefix }, max, prefix)
    }

    /// A prefix of `prefix` bytes, and at most `max` bytes.
    const fn prefixed(kind: Kind, max: usize, prefix: usize) -> Self {
        let mut schema = Self::new(kind, prefix, prefix.saturating_add(max));
        schema.sizes.prefixes = checks::width_bit(prefix);
        schema
    }

    /// Creates the schema of a count of `prefix` bytes and at most `max` elements. Each element takes `block` bytes
    /// of heap.
    ///
    /// # Panics
    ///
    /// Panics at compile time if an element takes no bytes, or if its last fields may be absent.
    #[track_caller]
    pub(crate) const fn seq(
        element: &'static Self,
        max: usize,
        prefix: usize,
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
            min: prefix,
            max: all.max.saturating_add(prefix),
            element: block,
            prefixes: all.prefixes | checks::width_bit(prefix),
            ..all
        };
        Self::sized(Kind::Seq { max, prefix, element }, sizes)
    }

    pub(crate) const fn tuple(fields: &'static [Field]) -> Self {
        Self::sized(Kind::Tuple { fields }, Sizes::of_fields(fields))
    }

    /// Creates the schema of a struct.
    ///
    /// # Panics
    ///
    /// Panics at compile time if a field that may end early is not at the end.
    #[must_use]
    #[track_caller]
    pub const fn record(name: &'static str, fields: &'static [Field]) -> Self {
        checks::ends(name, fields);
        let sizes = Sizes::of_fields(fields);
        Self::sized(Kind::Struct { name, fields }, sizes)
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
        let mut rest = variants;
        while let [variant, tail @ ..] = rest {
            checks::ends(name, variant.fields);
            rest = tail;
        }
        if let Some(other) = other {
            checks::ends(name, other.fields);
        }
        let sizes = Sizes::of_variants(tag, variants, other);
        Self::sized(Kind::Enum { name, tag, variants, other }, sizes)
    }

    /// Limits the longest encoding of a message to `limit` bytes, which is at most what its fields allow.
    ///
    /// # Panics
    ///
    /// Panics at compile time if no value fits into `limit`, or if `limit` is larger than the fields allow.
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
            checks::prefixes(&self, width);
        }
        self.sizes.prefixes = 0;
        self
    }

    /// Lets up to `max_trailing` bytes follow the message.
    #[must_use]
    pub const fn with_trailing(mut self, max_trailing: usize) -> Self {
        self.max_trailing = max_trailing;
        self
    }

    /// Lets as many bytes follow the message as its size class has room for.
    #[must_use]
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

impl Variant {
    /// Creates a variant with its discriminant and the fields that follow it.
    #[must_use]
    pub const fn new(name: &'static str, tag: u64, fields: &'static [Field]) -> Self {
        Self { name, tag, fields, docs: "" }
    }

    /// Sets the doc comment of the variant.
    #[must_use]
    pub const fn with_docs(mut self, docs: &'static str) -> Self {
        self.docs = docs;
        self
    }
}

impl Field {
    /// Creates a field from its label and its encoding. The label is the name of the field. In a variant, the name
    /// of the variant and a dot come before it.
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
        Self { label, optional: false, schema, docs: "", range: "" }
    }

    /// Makes the field optional: it is absent if the input ends before it.
    #[must_use]
    pub const fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// Sets the doc comment of the field.
    #[must_use]
    pub const fn with_docs(mut self, docs: &'static str) -> Self {
        self.docs = docs;
        self
    }

    /// Sets the range of values that decoding accepts, as Rust source.
    #[must_use]
    pub const fn with_range(mut self, range: &'static str) -> Self {
        self.range = range;
        self
    }
}
