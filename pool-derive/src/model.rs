//! The checked input, as the emitters see it.

use proc_macro2::{Ident, Span, TokenStream};
use syn::{Attribute, Expr, LitInt, Type, Visibility};

use crate::attrs::Keyed;

/// What `#[derive(Frame)]` is on.
#[expect(clippy::large_enum_variant, reason = "there is one in an expansion")]
pub(crate) enum Model<'a> {
    Message(Message<'a>),
    Part(Part<'a>),
}

/// A struct.
pub(crate) struct Message<'a> {
    pub(crate) name: &'a Ident,
    pub(crate) label: String,
    pub(crate) vis: &'a Visibility,
    pub(crate) forwarded: Vec<&'a Attribute>,
    pub(crate) id: Option<Keyed<Expr>>,
    pub(crate) capacity: Option<Keyed<Expr>>,
    pub(crate) max_size: Option<Keyed<Expr>>,
    /// A key that only enums have.
    pub(crate) tag: Option<Keyed<Expr>>,
    /// The borrowed form's name, if one is asked for.
    pub(crate) borrowed: Option<Ident>,
    pub(crate) fields: Vec<Field<'a>>,
}

/// A field of a struct.
pub(crate) struct Field<'a> {
    pub(crate) original: &'a syn::Field,
    pub(crate) ident: &'a Ident,
    pub(crate) label: String,
    pub(crate) forwarded: Vec<&'a Attribute>,
    /// Its type, with `Self` written out.
    pub(crate) ty: Type,
    pub(crate) max_len: Option<Keyed<Expr>>,
    pub(crate) copy: Option<Span>,
    /// Its place in the borrowed form.
    pub(crate) borrowed: Borrowed,
}

/// A field of the borrowed form.
pub(crate) struct Borrowed {
    pub(crate) ty: TokenStream,
    /// Whether it points into the input, so that its type names `'decoder`.
    pub(crate) points: bool,
    pub(crate) to_owned: ToOwned,
}

/// How a field of the borrowed form becomes one of the owned form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ToOwned {
    /// It is the same value.
    Copy,
    /// By the type's own `ZeroCopy`.
    ZeroCopy,
    /// `&str` to `String`.
    Text,
    /// `&[u8]` to `Vec<u8>`.
    Bytes,
    /// `SeqRef` to `Vec`.
    Seq,
}

/// An enum without data.
pub(crate) struct Part<'a> {
    pub(crate) name: &'a Ident,
    pub(crate) vis: &'a Visibility,
    /// With `borrow`: the other name of the enum, which is its own borrowed form.
    pub(crate) borrowed: Option<Ident>,
    pub(crate) label: String,
    pub(crate) tag: Tag,
    pub(crate) variants: Vec<PartVariant<'a>>,
}

/// The integer that stands for a variant on the wire.
pub(crate) struct Tag {
    pub(crate) ty: Ident,
    /// In bytes.
    pub(crate) size: usize,
}

impl Tag {
    /// The largest discriminant.
    pub(crate) fn max(&self) -> u128 {
        match self.size {
            1 => u8::MAX.into(),
            2 => u16::MAX.into(),
            4 => u32::MAX.into(),
            _ => u64::MAX.into(),
        }
    }
}

/// A variant of an enum without data.
pub(crate) struct PartVariant<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) label: String,
    /// The discriminant, without a suffix, at its place.
    pub(crate) value: LitInt,
    pub(crate) number: u128,
}

/// An enum of messages.
pub(crate) struct Set<'a> {
    pub(crate) name: &'a Ident,
    pub(crate) label: String,
    pub(crate) vis: &'a Visibility,
    pub(crate) forwarded: Vec<&'a Attribute>,
    pub(crate) header: TokenStream,
    /// The borrowed form's name, if one is asked for.
    pub(crate) borrowed: Option<Ident>,
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

    /// Number of variants marked `other`.
    pub(crate) fn others(&self) -> usize {
        self.variants.iter().filter(|variant| variant.other.is_some()).count()
    }
}

/// A variant of an enum of messages.
pub(crate) struct SetVariant<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) forwarded: Vec<&'a Attribute>,
    pub(crate) ty: &'a Type,
    pub(crate) borrowed_ty: TokenStream,
    /// The const that holds its message's id.
    pub(crate) id: Ident,
    /// Whether it keeps frames of unknown id, and where that is said.
    pub(crate) other: Option<Span>,
}
