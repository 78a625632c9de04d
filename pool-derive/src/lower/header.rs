//! `#[derive(Header)]`: lowers the input to the model.

use syn::{Data, DeriveInput, Expr, ExprRange, Fields, Index, Member, RangeLimits};

use crate::attrs::{self, FieldArgs, HeaderFieldArgs, Keyed};
use crate::diag::{self, Errors};
use crate::model::header::{Counts, Header, HeaderField, LenRole, Role, VersionRole};
use crate::names;

/// Lowers a struct and records mistakes in `errors`. `None` if the input is not a struct.
pub(crate) fn header<'a>(input: &'a DeriveInput, errors: &mut Errors) -> Option<Header<'a>> {
    if !input.generics.params.is_empty() {
        errors.push(diag::header_on_generics(&input.generics.params));
    }
    for attr in input.attrs.iter().filter(|attr| attr.path().is_ident("header")) {
        errors.push(diag::header_args_on_type(attr.path()));
    }
    let data = match &input.data {
        Data::Struct(data) => data,
        Data::Enum(data) => {
            errors.push(diag::header_on_other_shape(data.enum_token, "enum"));
            return None;
        }
        Data::Union(data) => {
            errors.push(diag::header_on_other_shape(data.union_token, "union"));
            return None;
        }
    };
    if let Fields::Unit = data.fields {
        errors.push(diag::header_without_len(&input.ident));
        return None;
    }
    let fields = data.fields.iter().enumerate();
    Some(Header {
        name: &input.ident,
        label: names::label(&input.ident),
        forwarded: attrs::forwarded(&input.attrs),
        fields: fields.map(|(index, field)| self::field(index, field, errors)).collect(),
    })
}

fn field<'a>(index: usize, original: &'a syn::Field, errors: &mut Errors) -> HeaderField<'a> {
    let args: HeaderFieldArgs = attrs::read(&original.attrs, "header", errors);
    // `derive(Frame)` reports mistakes in these.
    let frame: FieldArgs = attrs::read(&original.attrs, "frame", &mut Errors::default());
    let (member, label) = match &original.ident {
        Some(ident) => (Member::Named(ident.clone()), names::label(ident)),
        None => (Member::Unnamed(Index::from(index)), index.to_string()),
    };
    HeaderField {
        member,
        label,
        ty: &original.ty,
        forwarded: attrs::forwarded(&original.attrs),
        bits: frame.bits.map(|bits| bits.value),
        roles: roles(args, errors),
    }
}

fn roles(args: HeaderFieldArgs, errors: &mut Errors) -> Vec<Role> {
    let mut roles = Vec::new();
    if args.id.is_present() {
        roles.push(Role::Id(args.id.span()));
    }
    let counts = args.counts.as_ref().map(|counts| self::counts(counts, errors));
    if args.len.is_present() {
        roles.push(Role::Len(LenRole {
            span: args.len.span(),
            counts: counts.unwrap_or(Counts::Payload),
            max: args.max.map(|max| max.value),
        }));
    } else {
        let keys = [args.counts.map(|counts| counts.key), args.max.map(|max| max.key)];
        for key in keys.into_iter().flatten() {
            errors.push(diag::header_key_without_len(&key));
        }
    }
    roles.extend(args.version.map(|version| self::version(version, errors)));
    roles.extend(args.checksum.map(Role::Checksum));
    if args.correlation.is_present() {
        roles.push(Role::Correlation(args.correlation.span()));
    }
    roles.extend(args.default.map(Role::Default));
    roles
}

fn counts(counts: &Keyed<syn::Path>, errors: &mut Errors) -> Counts {
    let word = |word| counts.value.is_ident(word);
    if word("rest") {
        return Counts::Rest;
    }
    if word("frame") {
        return Counts::Frame;
    }
    if !word("payload") {
        errors.push(diag::header_counts(&counts.value));
    }
    Counts::Payload
}

fn version(version: Keyed<Expr>, errors: &mut Errors) -> Role {
    let Keyed { key, value } = version;
    if let Expr::Range(range) = &value {
        if let ExprRange {
            start: Some(first),
            end: Some(last),
            limits: RangeLimits::Closed(_),
            ..
        } = range
        {
            let (first, last) = ((**first).clone(), (**last).clone());
            return Role::Version(Box::new(VersionRole { key, first, last }));
        }
        errors.push(diag::header_version_range(range));
    }
    Role::Version(Box::new(VersionRole { key, first: value.clone(), last: value }))
}
