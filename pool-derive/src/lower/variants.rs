//! Lowers the variants of an enum.

use proc_macro2::{Ident, Span};
use syn::spanned::Spanned as _;
use syn::{Expr, LitInt};

use crate::attrs::{self, Keyed, TypeArgs, VariantArgs};
use crate::diag::{self, Errors};
use crate::lower::literal::integer;
use crate::lower::{Lower, align, integer_type};
use crate::model::{Number, Tag, TagSource, Variant, VariantTag};
use crate::names;

/// The type of the tag. By default the layout decides, and without one it is `u8`.
pub(crate) fn tag(name: &Ident, args: &TypeArgs, errors: &mut Errors) -> Tag {
    let ident = |name| Ident::new(name, Span::call_site());
    if args.untagged.is_present() {
        return Tag { ty: ident("u32"), size: 0, source: TagSource::Size };
    }
    let source = TagSource::Type;
    match args.tag.as_ref().map(|arg| integer_type(name, "tag", &arg.value, errors)) {
        None if args.layout.is_some() => {
            Tag { ty: ident("u32"), size: 4, source: TagSource::Layout }
        }
        None => Tag { ty: ident("u8"), size: 1, source },
        Some(Some((ty, size))) => Tag { ty, size, source },
        // The widest type, so that no tag is also reported as too large.
        Some(None) => Tag { ty: ident("u8"), size: 8, source },
    }
}

pub(crate) fn variant<'a>(
    lower: &Lower<'a, '_>,
    tag_type: &Tag,
    index: usize,
    original: &'a syn::Variant,
    errors: &mut Errors,
) -> Variant<'a> {
    let ident = &original.ident;
    let before = errors.count();
    let args: VariantArgs = attrs::read(&original.attrs, "frame", errors);
    let attrs_are_valid = errors.count() == before;
    let label = names::label(ident);
    let mut fields = lower.fields(&format!("{label}."), &original.fields, errors);
    // The first field of `other` is the tag.
    let behind_tag = fields.list.get_mut(usize::from(args.other.is_present())..);
    align::pad(behind_tag.unwrap_or_default(), Some(tag_type), lower);
    let discriminant = original.discriminant.as_ref().map(|(_, value)| value);
    let tag = match args.other.is_present() {
        _ if tag_type.source == TagSource::Size => {
            let other = args.other.is_present().then(|| args.other.span());
            let spans =
                [args.tag.as_ref().map(|tag| tag.key.span()), discriminant.map(Expr::span), other];
            for span in spans.into_iter().flatten() {
                errors.push(diag::tag_without_a_tag(ident, span));
            }
            VariantTag::Number(Number::index(ident, index))
        }
        true => {
            if let Some(key) = &args.tag {
                errors.push(diag::other_with_tag(ident, &key.key));
            }
            if let Some(value) = discriminant {
                errors.push(diag::other_with_tag(ident, value));
            }
            VariantTag::Other(args.other.span())
        }
        // If a key is misspelt, it may be `tag`: do not report it as missing too.
        false if !attrs_are_valid && args.tag.is_none() && discriminant.is_none() => {
            VariantTag::Number(Number::unknown(ident))
        }
        false => VariantTag::Number(number(ident, args.tag.as_ref(), discriminant, errors)),
    };
    let forwarded = attrs::forwarded(&original.attrs);
    Variant { ident, label, forwarded, discriminant, tag, fields }
}

/// The tag of a variant. Mistakes are recorded in `errors`.
fn number(
    ident: &Ident,
    tag: Option<&Keyed<Expr>>,
    discriminant: Option<&Expr>,
    errors: &mut Errors,
) -> Number {
    let value = match (tag, discriminant) {
        (Some(tag), Some(discriminant)) => {
            errors.push(diag::tag_and_discriminant(ident, &tag.key));
            errors.push(diag::tag_and_discriminant(ident, discriminant));
            &tag.value
        }
        (Some(tag), None) => &tag.value,
        (None, Some(discriminant)) => discriminant,
        (None, None) => {
            errors.push(diag::missing_tag(ident));
            return Number::unknown(ident);
        }
    };
    let Some(literal) = integer(value) else {
        errors.push(diag::tag_is_not_a_literal(ident, value));
        return Number::unknown(ident);
    };
    // A literal that overflows `u128` is too large for every tag. The rule `tags_fit` reports it.
    let value = literal.base10_parse().unwrap_or(Number::TOO_LARGE);
    Number { literal: LitInt::new(&value.to_string(), literal.span()), value }
}

impl Number {
    /// The index of a variant of an enum without a tag.
    fn index(variant: &Ident, index: usize) -> Self {
        let literal = LitInt::new(&index.to_string(), variant.span());
        Self { literal, value: index as u128 }
    }

    /// A tag that all rules ignore, because an error about it is recorded already.
    fn unknown(variant: &Ident) -> Self {
        Self { literal: LitInt::new("0", variant.span()), value: Self::UNKNOWN }
    }

    /// The value of a tag that is missing or invalid.
    pub(crate) const UNKNOWN: u128 = u128::MAX;
    /// The value of a literal that overflows `u128`.
    const TOO_LARGE: u128 = u128::MAX - 1;
}
