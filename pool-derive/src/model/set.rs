//! The model of a set: the input of `#[derive(FrameSet)]` as the rules and the emitters see it.

use proc_macro2::{Ident, Span, TokenStream};
use syn::{Attribute, Expr, Path, Type, Visibility};

use crate::attrs::{self, Keyed};
use crate::model::ReservedRange;

/// An enum of messages.
pub(crate) struct Set<'a> {
    pub(crate) name: &'a Ident,
    pub(crate) label: String,
    pub(crate) vis: &'a Visibility,
    pub(crate) forwarded: Vec<Attribute>,
    pub(crate) header: TokenStream,
    /// The longest payload that the set accepts.
    pub(crate) max_payload: Option<Keyed<Expr>>,
    pub(crate) reserved: Option<Keyed<Vec<ReservedRange>>>,
    /// The borrowed form's name, with `borrow`.
    pub(crate) borrowed: Option<Ident>,
    /// The span of `invariant`, which says that the borrowed form's lifetime cannot be shortened.
    pub(crate) invariant: Option<Span>,
    /// The traits that `derive` adds to the borrowed form.
    pub(crate) derives: Option<Keyed<Vec<Path>>>,
    pub(crate) variants: Vec<SetVariant<'a>>,
    /// The number of variants in the source, including invalid ones, which `variants` leaves out.
    pub(crate) variant_count: usize,
}

impl<'a> Set<'a> {
    /// The variants that hold a message of the set.
    pub(crate) fn messages(&self) -> impl Iterator<Item = &SetVariant<'a>> {
        self.variants.iter().filter(|variant| variant.other.is_none())
    }

    /// The variant that receives frames with an unknown id.
    pub(crate) fn other(&self) -> Option<&SetVariant<'a>> {
        self.variants.iter().find(|variant| variant.other.is_some())
    }

    /// The lints that the impls must not report.
    pub(crate) fn allowed(&self) -> Vec<Attribute> {
        let of_variants = self.variants.iter().map(|variant| &variant.forwarded);
        attrs::allowed([&self.forwarded].into_iter().chain(of_variants))
    }

    /// The number of variants marked `other`.
    pub(crate) fn others(&self) -> usize {
        self.variants.iter().filter(|variant| variant.other.is_some()).count()
    }
}

/// A variant of an enum of messages.
pub(crate) struct SetVariant<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) forwarded: Vec<Attribute>,
    pub(crate) ty: &'a Type,
    /// The type, without a box around it.
    pub(crate) message: &'a Type,
    pub(crate) borrowed_ty: TokenStream,
    /// The const with the id of the message.
    pub(crate) id: Ident,
    /// The span of `other`, which makes the variant receive frames with an unknown id.
    pub(crate) other: Option<Span>,
}
