//! The model of a message or a part: the input of `#[derive(Frame)]` as the rules and the emitters see it.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens as _, quote};
use syn::spanned::Spanned as _;
use syn::{Attribute, Expr, Generics, LitInt, Member, Path, Type, Visibility};

use crate::attrs::{self, DefaultArg, Keyed, TerminatedArg};
use crate::lower::condition::Condition;
use crate::paths::Paths;

pub(crate) mod header;
pub(crate) mod set;

/// A struct or enum with `#[derive(Frame)]`.
pub(crate) struct Model<'a> {
    pub(crate) name: &'a Ident,
    pub(crate) label: String,
    pub(crate) vis: &'a Visibility,
    pub(crate) forwarded: Vec<Attribute>,
    /// The generics, with `Self` replaced.
    pub(crate) generics: Generics,
    pub(crate) id: Option<Keyed<Expr>>,
    pub(crate) capacity: Option<Keyed<Expr>>,
    pub(crate) max_size: Option<Keyed<Expr>>,
    pub(crate) trailing: Option<Keyed<Trailing>>,
    pub(crate) transparent: Option<Span>,
    /// The function that validates a decoded value.
    pub(crate) validate: Option<Path>,
    /// The keys of enums, here to reject them on structs.
    pub(crate) tag: Option<Keyed<Expr>>,
    /// The span of `untagged`: an enum has no tag, and its variants are known by their sizes.
    pub(crate) untagged: Option<Span>,
    pub(crate) reserved: Option<Keyed<Vec<ReservedRange>>>,
    /// The layout of the fields, as a type of the library.
    pub(crate) layout: TokenStream,
    /// The layout of the prefixes that `len` declares.
    pub(crate) len: Option<Len>,
    /// The integer whose bits the fields are.
    pub(crate) bits: Option<Bits>,
    /// The byte order, here to check the word.
    pub(crate) endian: Option<Keyed<Path>>,
    /// The spans of `layout` and `len`, if both are set.
    pub(crate) conflicting_layout: Option<(Span, Span)>,
    pub(crate) borrowed: Option<BorrowedForm>,
    /// The span of `invariant`, which says that the borrowed form's lifetime cannot be shortened.
    pub(crate) invariant: Option<Span>,
    /// The traits that `derive` adds to the borrowed form.
    pub(crate) derives: Option<Keyed<Vec<Path>>>,
    pub(crate) body: Body<'a>,
}

/// The integer that the fields are packed into.
pub(crate) struct Bits {
    pub(crate) key: Path,
    pub(crate) integer: Ident,
    /// The width in bits.
    pub(crate) size: u32,
}

/// The fields or the variants of a type.
pub(crate) enum Body<'a> {
    Struct(Fields<'a>),
    Enum(Enum<'a>),
}

/// The layout of length prefixes.
pub(crate) struct Len {
    /// The span of the value of `len`.
    pub(crate) at: Span,
    pub(crate) width: LenWidth,
}

/// The width of all prefixes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LenWidth {
    /// Each is as narrow as its bound.
    Auto,
    /// A number of bytes.
    Bytes(usize),
    /// The layout of the fields decides.
    OfLayout,
}

/// The number of bytes that may follow a message.
pub(crate) enum Trailing {
    /// The rest of the message's size class.
    UpToSizeClass,
    /// A fixed number.
    Bytes(Box<Expr>),
}

/// An enum: a tag, then the fields of a variant.
pub(crate) struct Enum<'a> {
    pub(crate) tag: Tag,
    pub(crate) variants: Vec<Variant<'a>>,
}

impl<'a> Enum<'a> {
    /// The variants that have a tag of their own, with the tag.
    pub(crate) fn tagged(&self) -> impl Iterator<Item = (&Variant<'a>, &Number)> {
        self.variants.iter().filter_map(|variant| match &variant.tag {
            VariantTag::Number(number) => Some((variant, number)),
            VariantTag::Other(_) => None,
        })
    }

    /// The variant that receives unknown tags.
    pub(crate) fn other(&self) -> Option<&Variant<'a>> {
        self.variants.iter().find(|variant| matches!(variant.tag, VariantTag::Other(_)))
    }

    /// Whether a variant has fields on the wire after the tag.
    pub(crate) fn has_data(&self) -> bool {
        self.variants.iter().any(|variant| variant.body().next().is_some())
    }
}

/// The integer type of an enum's tag.
pub(crate) struct Tag {
    pub(crate) ty: Ident,
    /// The width in bytes.
    pub(crate) size: usize,
    pub(crate) source: TagSource,
}

/// What determines the encoding of a tag.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum TagSource {
    /// The type of the tag.
    Type,
    /// The layout. The type is then `u32`.
    Layout,
    /// There is no tag: the variant is known by its size, and the number is its index, a `u32`.
    Size,
}

impl Tag {
    /// The type that encodes the tag.
    pub(crate) fn codec(&self, paths: &Paths) -> TokenStream {
        let private = paths.private();
        match self.source {
            TagSource::Type => self.ty.to_token_stream(),
            TagSource::Layout => quote!(#private::LayoutTag),
            TagSource::Size => quote!(#private::BySize<Self>),
        }
    }

    /// The largest value.
    pub(crate) fn max(&self) -> u128 {
        match self.size {
            1 => u8::MAX.into(),
            2 => u16::MAX.into(),
            4 => u32::MAX.into(),
            _ => u64::MAX.into(),
        }
    }
}

/// A variant of an enum.
pub(crate) struct Variant<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) label: String,
    pub(crate) forwarded: Vec<Attribute>,
    /// The value after `=`, which the standard derives compare and hash.
    pub(crate) discriminant: Option<&'a Expr>,
    pub(crate) tag: VariantTag,
    pub(crate) fields: Fields<'a>,
}

/// The tag of a variant.
pub(crate) enum VariantTag {
    Number(Number),
    /// Any unknown tag, stored in the first field. The span of `other`.
    Other(Span),
}

/// The value of a tag.
pub(crate) struct Number {
    /// A literal without a suffix, with the span of the user's literal.
    pub(crate) literal: LitInt,
    pub(crate) value: u128,
}

impl<'a> Variant<'a> {
    /// The field that stores an unknown tag.
    pub(crate) fn tag_field(&self) -> Option<&Field<'a>> {
        self.fields.list.first().filter(|_| matches!(self.tag, VariantTag::Other(_)))
    }

    /// The fields on the wire after the tag.
    pub(crate) fn body(&self) -> impl Iterator<Item = &Field<'a>> {
        let tag_fields = usize::from(matches!(self.tag, VariantTag::Other(_)));
        self.fields.list.iter().skip(tag_fields).filter(|field| field.skip.is_none())
    }
}

/// Tags or ids that must not be used, from `first` to `last`.
pub(crate) struct ReservedRange {
    pub(crate) first: u128,
    pub(crate) last: u128,
}

/// The fields of a struct or a variant.
pub(crate) struct Fields<'a> {
    pub(crate) style: Style,
    pub(crate) list: Vec<Field<'a>>,
}

/// The syntax of a list of fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    Named,
    Tuple,
    Unit,
}

/// A field of a struct or a variant.
pub(crate) struct Field<'a> {
    pub(crate) original: &'a syn::Field,
    /// Whether the attributes have no errors. If they have, a key that seems missing may be misspelt.
    pub(crate) attrs_are_valid: bool,
    pub(crate) member: Member,
    /// The name in schemas and errors. In an enum the variant's name and a dot come first.
    pub(crate) label: String,
    pub(crate) forwarded: Vec<Attribute>,
    /// The type, with `Self` replaced.
    pub(crate) ty: Type,
    /// The type that implements `Encode` for the field: its own, or a wrapper for `max_len` or `with`.
    pub(crate) codec: TokenStream,
    pub(crate) max_len: Option<Keyed<Expr>>,
    /// The rule for the entries of a map or set.
    pub(crate) entries: Option<Keyed<Path>>,
    /// The field begins at a multiple of this number.
    pub(crate) align: Option<Keyed<Expr>>,
    /// The name and the value of the const with the number of bytes before it.
    pub(crate) padding: Option<(Ident, TokenStream)>,
    /// The span of `rest`: the field takes the rest of the payload.
    pub(crate) rest: Option<Span>,
    /// The bytes that end the field.
    pub(crate) terminated: Option<Keyed<TerminatedArg>>,
    /// The span of `delimited`: the field is behind its length.
    pub(crate) delimited: Option<Span>,
    /// The checksum after the field.
    pub(crate) checksum: Option<Keyed<Path>>,
    /// The constant bytes of a `()`.
    pub(crate) magic: Option<Keyed<Expr>>,
    /// The number of bits, in a type with `bits`.
    pub(crate) bits: Option<Keyed<Expr>>,
    /// The value of `when`.
    pub(crate) when: Option<Keyed<Expr>>,
    /// The test in it, if it is one.
    pub(crate) condition: Option<Condition>,
    /// The field that has the length or the count of this one.
    pub(crate) count: Option<Keyed<Path>>,
    /// The layout of the field alone.
    pub(crate) layout: Option<Keyed<Path>>,
    pub(crate) endian: Option<Keyed<Path>>,
    pub(crate) with: Option<Keyed<Path>>,
    /// The adapter of the innermost types.
    pub(crate) with_each: Option<Keyed<Path>>,
    /// The integer type of a `usize` or `isize` on the wire.
    pub(crate) width: Option<Keyed<Path>>,
    /// The span of `borrow`, which names the borrowed form of the field's type.
    pub(crate) borrow: Option<Span>,
    pub(crate) copy: Option<Span>,
    /// The span of `skip`, which takes the field off the wire.
    pub(crate) skip: Option<Span>,
    /// The value of a field that is absent from the wire.
    pub(crate) default: Option<Keyed<DefaultArg>>,
    pub(crate) range: Option<Keyed<Expr>>,
    /// The field in the borrowed form.
    pub(crate) borrowed: BorrowedField,
}

impl Field<'_> {
    /// The spans of all keys of the field.
    pub(crate) fn keys(&self) -> impl Iterator<Item = Span> {
        let max_len = self.max_len.as_ref().map(|keyed| keyed.key.span());
        let entries = self.entries.as_ref().map(|keyed| keyed.key.span());
        let with = self.with.as_ref().map(|keyed| keyed.key.span());
        let with_each = self.with_each.as_ref().map(|keyed| keyed.key.span());
        let width = self.width.as_ref().map(|keyed| keyed.key.span());
        let default = self.default.as_ref().map(|keyed| keyed.key.span());
        let range = self.range.as_ref().map(|keyed| keyed.key.span());
        let layout = self.layout.as_ref().map(|keyed| keyed.key.span());
        let endian = self.endian.as_ref().map(|keyed| keyed.key.span());
        let checksum = self.checksum.as_ref().map(|keyed| keyed.key.span());
        let magic = self.magic.as_ref().map(|keyed| keyed.key.span());
        let when = self.when.as_ref().map(|keyed| keyed.key.span());
        let count = self.count.as_ref().map(|keyed| keyed.key.span());
        let bits = self.bits.as_ref().map(|keyed| keyed.key.span());
        let align = self.align.as_ref().map(|keyed| keyed.key.span());
        let terminated = self.terminated.as_ref().map(|keyed| keyed.key.span());
        let shape = [count, bits, self.rest, terminated, self.delimited, checksum, magic, when];
        let keys = [
            max_len,
            entries,
            align,
            layout,
            endian,
            with,
            with_each,
            width,
            self.borrow,
            self.copy,
            self.skip,
        ];
        keys.into_iter().chain(shape).chain([default, range]).flatten()
    }

    /// Whether the input may end before the field.
    pub(crate) fn optional(&self) -> bool {
        self.default.is_some() && self.skip.is_none()
    }
}

/// A field of the borrowed form.
pub(crate) struct BorrowedField {
    pub(crate) ty: TokenStream,
    /// The type that implements `Encode` for the field.
    pub(crate) codec: TokenStream,
    /// The type whose `Borrow` converts the field, if it is not the codec of the owned form.
    pub(crate) converter: Option<TokenStream>,
    pub(crate) lifetime_use: LifetimeUse,
    /// Whether the type is a projection, `<T as Borrow<L>>::Ref`, which makes the form invariant.
    pub(crate) projected: bool,
    /// Whether the field has the same type in both forms, so that it is copied.
    pub(crate) unchanged: bool,
    /// The element types of sequences that depend on a type parameter. `SeqRef` keeps the owned element type.
    pub(crate) elements: Vec<Type>,
}

/// Whether a field of the borrowed form uses `'decoder`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum LifetimeUse {
    Never,
    /// The name ends in `Ref` and takes the lifetime, but may be an alias that does not use it.
    Maybe,
    Always,
}

/// The borrowed form of a type.
pub(crate) struct BorrowedForm {
    pub(crate) name: Ident,
    /// The span of `borrow` or `copy`.
    pub(crate) key: Span,
    pub(crate) shape: FormShape,
}

/// The kind of item that the borrowed form is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FormShape {
    /// A type of its own.
    Type,
    /// A type with a hidden marker field, because no other field is known to use `'decoder`.
    TypeWithMarker,
    /// An alias of the owned type, which is `Copy` and has nothing to borrow.
    Alias,
}

impl<'a> Model<'a> {
    /// All fields, including skipped ones.
    pub(crate) fn fields(&self) -> impl Iterator<Item = &Field<'a>> {
        let (fields, variants) = match &self.body {
            Body::Struct(fields) => (Some(fields), None),
            Body::Enum(body) => (None, Some(&body.variants)),
        };
        let of_variants = variants.into_iter().flatten().flat_map(|variant| &variant.fields.list);
        fields.into_iter().flat_map(|fields| &fields.list).chain(of_variants)
    }

    /// The lints that the impls must not report.
    pub(crate) fn allowed(&self) -> Vec<Attribute> {
        let variants = match &self.body {
            Body::Struct(_) => None,
            Body::Enum(body) => Some(&body.variants),
        };
        let of_variants = variants.into_iter().flatten().map(|variant| &variant.forwarded);
        let of_fields = self.fields().map(|field| &field.forwarded);
        attrs::allowed([&self.forwarded].into_iter().chain(of_variants).chain(of_fields))
    }

    /// Whether a layout other than those of `len` sets the encoding of all integers.
    pub(crate) fn in_named_layout(&self) -> bool {
        self.len.as_ref().is_some_and(|len| len.width == LenWidth::OfLayout)
    }

    /// Whether `len` sets the width of all prefixes.
    pub(crate) fn prefixed(&self) -> bool {
        self.len.as_ref().is_some_and(|len| len.width != LenWidth::Auto)
    }

    /// Whether the borrowed form's lifetime can be shortened.
    pub(crate) fn covariant(&self) -> bool {
        self.invariant.is_none() && !self.fields().any(|field| field.borrowed.projected)
    }
}
