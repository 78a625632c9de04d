//! The checked input, as the emitters see it.

use proc_macro2::{Ident, Span, TokenStream};
use syn::spanned::Spanned as _;
use syn::{Attribute, Expr, Generics, LitInt, Member, Path, Type, Visibility};

use crate::attrs::{self, DefaultArg, Keyed};

/// What `#[derive(Frame)]` is on.
pub(crate) struct Model<'a> {
    pub(crate) name: &'a Ident,
    pub(crate) label: String,
    pub(crate) vis: &'a Visibility,
    pub(crate) forwarded: Vec<Attribute>,
    /// With `Self` written out.
    pub(crate) generics: Generics,
    pub(crate) id: Option<Keyed<Expr>>,
    pub(crate) capacity: Option<Keyed<Expr>>,
    pub(crate) max_size: Option<Keyed<Expr>>,
    pub(crate) trailing: Option<Keyed<Trailing>>,
    pub(crate) transparent: Option<Span>,
    /// The function that a decoded value is handed to.
    pub(crate) validate: Option<Path>,
    /// Keys that a rule may find misplaced.
    pub(crate) tag: Option<Keyed<Expr>>,
    pub(crate) reserved: Option<Keyed<Vec<Reserved>>>,
    /// The layout of the fields, a type of the library.
    pub(crate) layout: TokenStream,
    /// Whether `len` asks for it.
    pub(crate) prefixed: bool,
    pub(crate) borrowed: Option<BorrowedForm>,
    /// Whether the user says that the form's lifetime cannot be shortened, and where.
    pub(crate) invariant: Option<Span>,
    /// Traits to derive for the borrowed form besides its own.
    pub(crate) derives: Option<Keyed<Vec<Path>>>,
    pub(crate) body: Body<'a>,
}

/// What the type is made of.
pub(crate) enum Body<'a> {
    Struct(Fields<'a>),
    Enum(Enum<'a>),
}

/// How many bytes may follow a message.
pub(crate) enum Trailing {
    /// As many as the message's size class has room for.
    Room,
    /// So many.
    Bytes(Box<Expr>),
}

/// An enum: a tag, then the fields of a variant.
pub(crate) struct Enum<'a> {
    pub(crate) tag: Tag,
    pub(crate) variants: Vec<Variant<'a>>,
}

impl<'a> Enum<'a> {
    /// The variants that a tag of their own stands for.
    pub(crate) fn tagged(&self) -> impl Iterator<Item = (&Variant<'a>, &Number)> {
        self.variants.iter().filter_map(|variant| match &variant.tag {
            VariantTag::Number(number) => Some((variant, number)),
            VariantTag::Other(_) => None,
        })
    }

    /// The variant that keeps unknown tags.
    pub(crate) fn other(&self) -> Option<&Variant<'a>> {
        self.variants.iter().find(|variant| matches!(variant.tag, VariantTag::Other(_)))
    }

    /// Whether some variant has fields on the wire behind the tag.
    pub(crate) fn has_data(&self) -> bool {
        self.variants.iter().any(|variant| variant.body().next().is_some())
    }
}

/// The integer that stands for a variant on the wire.
pub(crate) struct Tag {
    pub(crate) ty: Ident,
    /// In bytes.
    pub(crate) size: usize,
}

impl Tag {
    /// The largest tag.
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
    pub(crate) tag: VariantTag,
    pub(crate) fields: Fields<'a>,
}

/// What a variant is known by.
pub(crate) enum VariantTag {
    Number(Number),
    /// It keeps unknown tags, in its first field. Where that is said.
    Other(Span),
}

/// A variant's tag.
pub(crate) struct Number {
    /// Without a suffix, at its place.
    pub(crate) literal: LitInt,
    pub(crate) value: u128,
}

impl<'a> Variant<'a> {
    /// The field that keeps an unknown tag.
    pub(crate) fn tag_field(&self) -> Option<&Field<'a>> {
        self.fields.list.first().filter(|_| matches!(self.tag, VariantTag::Other(_)))
    }

    /// The fields on the wire behind the tag.
    pub(crate) fn body(&self) -> impl Iterator<Item = &Field<'a>> {
        let kept = usize::from(matches!(self.tag, VariantTag::Other(_)));
        self.fields.list.iter().skip(kept).filter(|field| field.skip.is_none())
    }
}

/// Tags that are not to be used, from the first to the last.
pub(crate) struct Reserved {
    pub(crate) first: u128,
    pub(crate) last: u128,
}

/// The fields of a struct or a variant.
pub(crate) struct Fields<'a> {
    pub(crate) style: Style,
    pub(crate) list: Vec<Field<'a>>,
}

/// How fields are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    Named,
    Tuple,
    Unit,
}

/// A field of a struct or a variant.
pub(crate) struct Field<'a> {
    pub(crate) original: &'a syn::Field,
    /// Whether its attributes are free of errors, so that a missing key is really missing.
    pub(crate) keys_are_right: bool,
    pub(crate) member: Member,
    /// Its name on the wire: in a variant, with the variant's.
    pub(crate) label: String,
    pub(crate) forwarded: Vec<Attribute>,
    /// Its type, with `Self` written out.
    pub(crate) ty: Type,
    /// The type that describes its encoding: its own, unless `max_len` or `with` say otherwise.
    pub(crate) codec: TokenStream,
    pub(crate) max_len: Option<Keyed<Expr>>,
    pub(crate) with: Option<Keyed<Path>>,
    pub(crate) copy: Option<Span>,
    /// Whether it is not on the wire, and where that is said.
    pub(crate) skip: Option<Span>,
    /// Its value where the wire has none.
    pub(crate) default: Option<Keyed<DefaultArg>>,
    pub(crate) range: Option<Keyed<Expr>>,
    /// Its place in the borrowed form.
    pub(crate) borrowed: Borrowed,
}

impl Field<'_> {
    /// The places of all keys that it has.
    pub(crate) fn keys(&self) -> impl Iterator<Item = Span> {
        let max_len = self.max_len.as_ref().map(|keyed| keyed.key.span());
        let with = self.with.as_ref().map(|keyed| keyed.key.span());
        let default = self.default.as_ref().map(|keyed| keyed.key.span());
        let range = self.range.as_ref().map(|keyed| keyed.key.span());
        [max_len, with, self.copy, self.skip, default, range].into_iter().flatten()
    }

    /// Whether the input may end before it.
    pub(crate) fn optional(&self) -> bool {
        self.default.is_some() && self.skip.is_none()
    }
}

/// A field of the borrowed form.
pub(crate) struct Borrowed {
    pub(crate) ty: TokenStream,
    /// The type that describes its encoding.
    pub(crate) codec: TokenStream,
    pub(crate) points: Points,
    /// Whether its type is found through a trait, so that the form is invariant.
    pub(crate) projected: bool,
    /// Whether it is the same value in both forms.
    pub(crate) same: bool,
    /// The types of elements that depend on a type parameter, in a form that does not.
    pub(crate) elements: Vec<Type>,
}

/// Whether a field of the borrowed form names `'decoder`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Points {
    No,
    /// By an alias that may leave it unused.
    Maybe,
    Yes,
}

/// The borrowed form of a type.
pub(crate) struct BorrowedForm {
    pub(crate) name: Ident,
    /// The key that asks for it.
    pub(crate) key: Span,
    pub(crate) shape: FormShape,
}

/// What the borrowed form is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FormShape {
    /// A type like the owned one.
    Type,
    /// The same, with a hidden field that names `'decoder`, because no other surely does.
    Marked,
    /// Another name of the owned type, which has nothing to borrow and is `Copy`.
    Alias,
}

impl<'a> Model<'a> {
    /// All fields, skipped ones too.
    pub(crate) fn fields(&self) -> impl Iterator<Item = &Field<'a>> {
        let (fields, variants) = match &self.body {
            Body::Struct(fields) => (Some(fields), None),
            Body::Enum(body) => (None, Some(&body.variants)),
        };
        let of_variants = variants.into_iter().flatten().flat_map(|variant| &variant.fields.list);
        fields.into_iter().flat_map(|fields| &fields.list).chain(of_variants)
    }

    /// Whether the type or something in it is deprecated.
    pub(crate) fn deprecated(&self) -> bool {
        let variants = match &self.body {
            Body::Struct(_) => None,
            Body::Enum(body) => Some(&body.variants),
        };
        let of_variants = variants.into_iter().flatten().map(|variant| &variant.forwarded);
        let of_fields = self.fields().map(|field| &field.forwarded);
        let mut all = of_variants.chain(of_fields).chain([&self.forwarded]);
        all.any(|attrs| attrs::deprecated(attrs))
    }

    /// Whether the borrowed form's lifetime can be shortened.
    pub(crate) fn covariant(&self) -> bool {
        self.invariant.is_none() && !self.fields().any(|field| field.borrowed.projected)
    }
}

/// An enum of messages.
pub(crate) struct Set<'a> {
    pub(crate) name: &'a Ident,
    pub(crate) label: String,
    pub(crate) vis: &'a Visibility,
    pub(crate) forwarded: Vec<Attribute>,
    pub(crate) header: TokenStream,
    pub(crate) reserved: Option<Keyed<Vec<Reserved>>>,
    /// The borrowed form's name, if one is asked for.
    pub(crate) borrowed: Option<Ident>,
    /// Whether the user says that the form's lifetime cannot be shortened, and where.
    pub(crate) invariant: Option<Span>,
    /// Traits to derive for the borrowed form besides its own.
    pub(crate) derives: Option<Keyed<Vec<Path>>>,
    pub(crate) variants: Vec<SetVariant<'a>>,
    /// Number of variants in the source, with those that are wrong.
    pub(crate) written: usize,
}

impl<'a> Set<'a> {
    /// The variants that hold a message of the set.
    pub(crate) fn messages(&self) -> impl Iterator<Item = &SetVariant<'a>> {
        self.variants.iter().filter(|variant| variant.other.is_none())
    }

    /// The variant that keeps frames of unknown id.
    pub(crate) fn other(&self) -> Option<&SetVariant<'a>> {
        self.variants.iter().find(|variant| variant.other.is_some())
    }

    /// Whether the set or something in it is deprecated.
    pub(crate) fn deprecated(&self) -> bool {
        let of_variants = self.variants.iter().map(|variant| &variant.forwarded);
        of_variants.chain([&self.forwarded]).any(|attrs| attrs::deprecated(attrs))
    }

    /// Number of variants marked `other`.
    pub(crate) fn others(&self) -> usize {
        self.variants.iter().filter(|variant| variant.other.is_some()).count()
    }
}

/// A variant of an enum of messages.
pub(crate) struct SetVariant<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) forwarded: Vec<Attribute>,
    pub(crate) ty: &'a Type,
    pub(crate) borrowed_ty: TokenStream,
    /// The const that holds its message's id.
    pub(crate) id: Ident,
    /// Whether it keeps frames of unknown id, and where that is said.
    pub(crate) other: Option<Span>,
}
