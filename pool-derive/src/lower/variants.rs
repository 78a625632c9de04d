//! From the variants of an enum to the model.

use proc_macro2::{Ident, Span};
use syn::{Expr, LitInt};

use crate::attrs::{self, Keyed, VariantArgs};
use crate::diag::{self, Errors};
use crate::lower::literal::integer;
use crate::lower::{Lower, integer_type};
use crate::model::{Number, Tag, Variant, VariantTag};
use crate::names;

/// The tag's type, a byte unless said otherwise.
pub(crate) fn tag(name: &Ident, arg: Option<&Keyed<Expr>>, errors: &mut Errors) -> Tag {
    let default = || Ident::new("u8", Span::call_site());
    match arg.map(|arg| integer_type(name, "tag", &arg.value, errors)) {
        None => Tag { ty: default(), size: 1 },
        Some(Some((ty, size))) => Tag { ty, size },
        // The widest, so that no tag is reported as too large as well.
        Some(None) => Tag { ty: default(), size: 8 },
    }
}

pub(crate) fn variant<'a>(
    lower: &Lower<'a, '_>,
    original: &'a syn::Variant,
    errors: &mut Errors,
) -> Variant<'a> {
    let ident = &original.ident;
    let before = errors.count();
    let args: VariantArgs = attrs::read(&original.attrs, "frame", errors);
    let keys_are_right = errors.count() == before;
    let label = names::label(ident);
    let fields = lower.fields(&format!("{label}."), &original.fields, errors);
    let discriminant = original.discriminant.as_ref().map(|(_, value)| value);
    let tag = match args.other.is_present() {
        true => {
            if let Some(key) = &args.tag {
                errors.push(diag::other_with_tag(ident, &key.key));
            }
            if let Some(value) = discriminant {
                errors.push(diag::other_with_tag(ident, value));
            }
            VariantTag::Other(args.other.span())
        }
        // A tag with a misspelt key is not missing.
        false if !keys_are_right && args.tag.is_none() && discriminant.is_none() => {
            VariantTag::Number(Number::unknown(ident))
        }
        false => VariantTag::Number(number(ident, args.tag.as_ref(), discriminant, errors)),
    };
    Variant { ident, label, forwarded: attrs::forwarded(&original.attrs), tag, fields }
}

/// The number that stands for a variant; what is wrong with it goes to `errors`.
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
    // More than 64 bits are too large for every tag; the check reports it.
    let value = literal.base10_parse().unwrap_or(Number::TOO_LARGE);
    Number { literal: LitInt::new(&value.to_string(), literal.span()), value }
}

impl Number {
    /// One that no rule finds fault with, for a variant whose number is reported already.
    fn unknown(variant: &Ident) -> Self {
        Self { literal: LitInt::new("0", variant.span()), value: Self::UNKNOWN }
    }

    /// Of a variant without a number.
    pub(crate) const UNKNOWN: u128 = u128::MAX;
    /// Of a variant with a number of more than 128 bits.
    const TOO_LARGE: u128 = u128::MAX - 1;
}
