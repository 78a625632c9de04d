//! The model of a header: the input of `#[derive(Header)]` as the rules and the emitter see it.

use proc_macro2::{Ident, Span};
use syn::{Attribute, Expr, Member, Path, Type};

use crate::attrs::{self, Keyed};

/// The fields before a payload.
pub(crate) struct Header<'a> {
    pub(crate) name: &'a Ident,
    pub(crate) label: String,
    pub(crate) forwarded: Vec<Attribute>,
    pub(crate) fields: Vec<HeaderField<'a>>,
}

impl<'a> Header<'a> {
    /// The fields whose role `select` accepts.
    pub(crate) fn with_role<'s, R>(
        &'s self,
        select: impl Fn(&'s Role) -> Option<R>,
    ) -> impl Iterator<Item = (&'s HeaderField<'a>, R)> {
        self.fields
            .iter()
            .flat_map(move |field| field.roles.iter().map(move |role| (field, role)))
            .filter_map(move |(field, role)| Some((field, select(role)?)))
    }

    /// The field with the id.
    pub(crate) fn id(&self) -> Option<&HeaderField<'a>> {
        let id = |role: &Role| matches!(role, Role::Id(_)).then_some(());
        self.with_role(id).map(|(field, ())| field).next()
    }

    /// The field with the length.
    pub(crate) fn len(&self) -> Option<(&HeaderField<'a>, &LenRole)> {
        self.with_role(|role| if let Role::Len(len) = role { Some(len) } else { None }).next()
    }

    /// The lints that the impls must not report.
    pub(crate) fn allowed(&self) -> Vec<Attribute> {
        let of_fields = self.fields.iter().map(|field| &field.forwarded);
        attrs::allowed([&self.forwarded].into_iter().chain(of_fields))
    }
}

/// A field of a header.
pub(crate) struct HeaderField<'a> {
    pub(crate) member: Member,
    /// The name in schemas and errors.
    pub(crate) label: String,
    pub(crate) ty: &'a Type,
    pub(crate) forwarded: Vec<Attribute>,
    /// The number of bits, if the fields are bits of an integer.
    pub(crate) bits: Option<Expr>,
    /// What the keys of the field say. The rules allow one.
    pub(crate) roles: Vec<Role>,
}

/// The meaning of a field for the framing.
pub(crate) enum Role {
    /// The span of `id`.
    Id(Span),
    Len(LenRole),
    Version(Box<VersionRole>),
    /// A checksum of the payload.
    Checksum(Keyed<Path>),
    /// The span of `correlation`: a reply repeats the value.
    Correlation(Span),
    /// The value in a new header.
    Default(Keyed<Expr>),
}

impl Role {
    pub(crate) fn span(&self) -> Span {
        use syn::spanned::Spanned as _;
        match self {
            Self::Id(span) | Self::Correlation(span) => *span,
            Self::Len(len) => len.span,
            Self::Version(version) => version.key.span(),
            Self::Checksum(keyed) => keyed.key.span(),
            Self::Default(keyed) => keyed.key.span(),
        }
    }
}

/// The versions that are accepted, from `first` to `last`.
pub(crate) struct VersionRole {
    pub(crate) key: Path,
    pub(crate) first: Expr,
    pub(crate) last: Expr,
}

/// The length of the payload.
pub(crate) struct LenRole {
    /// The span of `len`.
    pub(crate) span: Span,
    pub(crate) counts: Counts,
    /// The longest payload.
    pub(crate) max: Option<Expr>,
}

/// The bytes that a length counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Counts {
    Payload,
    /// The fields after the length, and the payload.
    Rest,
    /// The header and the payload.
    Frame,
}
