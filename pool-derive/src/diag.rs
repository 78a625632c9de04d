//! Every error text and its place.

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use syn::{Error, Expr, Ident, Type};

/// Errors of one input, reported together.
#[derive(Default)]
pub(crate) struct Errors {
    all: Option<Error>,
}

impl Errors {
    pub(crate) fn push(&mut self, error: impl Into<Error>) {
        let error = error.into();
        match &mut self.all {
            Some(all) => all.combine(error),
            None => self.all = Some(error),
        }
    }

    /// The value; an error is kept and gives `None`.
    pub(crate) fn handle<T, E: Into<Error>>(&mut self, result: Result<T, E>) -> Option<T> {
        result.map_err(|error| self.push(error)).ok()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.all.is_none()
    }

    /// One `compile_error!` for each.
    pub(crate) fn into_tokens(self) -> TokenStream {
        self.all.map(Error::into_compile_error).unwrap_or_default()
    }
}

/// An error on all of `place`: what is wrong, and the way out.
fn at(place: impl ToTokens, what: &str, help: &str) -> Error {
    Error::new_spanned(place, format_args!("{what}\nhelp: {help}"))
}

/// As [`at`], where only a span is known.
fn at_span(span: Span, what: &str, help: &str) -> Error {
    Error::new(span, format_args!("{what}\nhelp: {help}"))
}

// Shapes of `Frame`.

pub(crate) fn frame_on_union(union: &syn::Token![union]) -> Error {
    at(
        union,
        "`Frame` cannot be derived for a union",
        "use a struct; an enum without fields is also fine",
    )
}

pub(crate) fn frame_on_tuple_struct(name: &Ident, fields: &syn::FieldsUnnamed) -> Error {
    at(
        fields,
        "`Frame` cannot be derived for a tuple struct",
        &format!(
            "name the fields, as in `struct {name} {{ value: .. }}`; errors and hex dumps show the names"
        ),
    )
}

pub(crate) fn frame_on_unit_struct(name: &Ident) -> Error {
    at(
        name,
        "`Frame` cannot be derived for a unit struct",
        &format!("write `struct {name} {{}}` for a message without fields"),
    )
}

pub(crate) fn frame_on_generics(params: impl ToTokens) -> Error {
    at(
        params,
        "`Frame` cannot be derived for a generic type",
        "write one struct for each type that goes over the wire",
    )
}

pub(crate) fn frame_on_lifetime(param: &syn::LifetimeParam) -> Error {
    at(
        param,
        &format!(
            "the type borrows through `{}`, but `Frame` derives from the owned form",
            param.lifetime
        ),
        "write owned types; `#[frame(borrow)]` generates the borrowed form",
    )
}

// Keys.

pub(crate) fn not_a_list(meta: &syn::Meta, name: &str) -> Error {
    at(
        meta,
        "the attribute has no list of keys",
        &format!("write the keys in parentheses, as in `#[{name}(..)]`"),
    )
}

pub(crate) fn attribute_without_meaning(path: &syn::Path) -> Error {
    at(
        path,
        "`#[frame(..)]` has no keys here",
        "remove it; keys go on the type and, in structs, on its fields",
    )
}

pub(crate) fn key_on_enum(key: impl ToTokens, name: &str, kind: &Ident) -> Error {
    at(
        key,
        &format!("`{name}` does not apply to the enum `{kind}`"),
        "an enum without fields is a part of messages; put it into a struct to send it",
    )
}

pub(crate) fn tag_on_struct(key: impl ToTokens, name: &Ident) -> Error {
    at(
        key,
        &format!("`tag` does not apply to the struct `{name}`"),
        "only an enum has a tag; remove it",
    )
}

pub(crate) fn tag_is_not_an_integer(value: &Expr, name: &Ident) -> Error {
    at(
        value,
        &format!("`tag` of `{name}` is not an unsigned integer type"),
        "write `u8`, `u16`, `u32` or `u64`",
    )
}

pub(crate) fn id_too_large(id: &Expr) -> Error {
    at(
        id,
        "`id` does not fit into a `u32`",
        "an id is the header's identifying bits, at most `0xFFFF_FFFF`",
    )
}

pub(crate) fn capacity_without_id(key: impl ToTokens, name: &Ident) -> Error {
    at(
        key,
        &format!("`capacity` needs an `id`: `{name}` is a part and takes no slots of its own"),
        "add `id = ..`, or remove `capacity`",
    )
}

// Fields.

pub(crate) fn field_borrows(field: &str, owner: &str, ty: &Type) -> Error {
    at(
        ty,
        &format!("field `{field}` borrows, but `Frame` derives from the owned form"),
        &format!("write the owned type; `#[frame(borrow)]` generates `{owner}Ref<'decoder>`"),
    )
}

pub(crate) fn recursive(owner: &str, ty: &Type) -> Error {
    at(
        ty,
        &format!("`{owner}` contains itself, so it has no largest wire size"),
        "break the circle: send the inner value as a message of its own, or name it by an index",
    )
}

pub(crate) fn max_len_does_not_apply(field: &str, key: impl ToTokens) -> Error {
    at(
        key,
        &format!("`max_len` does not apply to field `{field}`"),
        "it bounds a `String`, `Vec<u8>` or `Vec<T>`; other types carry their bound, as in `Str<255>`",
    )
}

const MAX_LEN_OR_COPY: &str = "`max_len` bounds a `String` or `Vec`, which is borrowed from the input; \
                               `copy` keeps a type that is `Copy`";

pub(crate) fn max_len_with_copy(field: &str, key: impl ToTokens) -> Error {
    at(key, &format!("`max_len` and `copy` cannot both be set on field `{field}`"), MAX_LEN_OR_COPY)
}

pub(crate) fn copy_with_max_len(field: &str, copy: Span) -> Error {
    at_span(
        copy,
        &format!("`max_len` and `copy` cannot both be set on field `{field}`"),
        MAX_LEN_OR_COPY,
    )
}

// Enums without data.

pub(crate) fn part_without_variants(name: &Ident) -> Error {
    at(
        name,
        "`Frame` cannot be derived for an enum without variants",
        "add a variant, as in `First = 0`",
    )
}

pub(crate) fn variant_with_fields(variant: &Ident, fields: &syn::Fields) -> Error {
    at(
        fields,
        &format!("variant `{variant}` has fields, but `Frame` derives for enums without fields"),
        "put the fields into a struct; an enum of whole messages derives `FrameSet`",
    )
}

pub(crate) fn missing_discriminant(variant: &Ident) -> Error {
    at(
        variant,
        &format!("variant `{variant}` has no discriminant"),
        &format!("write the number that stands for it on the wire, as in `{variant} = 0`"),
    )
}

pub(crate) fn discriminant_is_not_a_literal(variant: &Ident, value: &Expr) -> Error {
    at(
        value,
        &format!("the discriminant of `{variant}` is not an integer literal"),
        "write a number of 0 or more; the wire format is fixed by the source text",
    )
}

pub(crate) fn discriminant_too_large(
    variant: &Ident,
    value: impl ToTokens,
    tag: &Ident,
    wider: Option<&str>,
) -> Error {
    let help = match wider {
        Some(wider) => format!("use a smaller number, or a wider tag: `#[frame(tag = {wider})]`"),
        None => "use a smaller number; the widest tag is `u64`".into(),
    };
    at(
        value,
        &format!("the discriminant of `{variant}` does not fit into the tag's type `{tag}`"),
        &help,
    )
}

pub(crate) fn duplicate_discriminant(first: &Ident, second: &Ident, value: impl ToTokens) -> Error {
    at(
        value,
        &format!("`{first}` and `{second}` have the same discriminant"),
        "give each variant a number of its own",
    )
}

// Sets.

pub(crate) fn set_on_other_shape(keyword: impl ToTokens, shape: &str) -> Error {
    at(
        keyword,
        &format!("`FrameSet` cannot be derived for a {shape}"),
        "use an enum with one variant for each message, as in `Open(Open)`; a single message derives `Frame`",
    )
}

pub(crate) fn set_on_generics(params: impl ToTokens) -> Error {
    at(
        params,
        "`FrameSet` cannot be derived for a generic enum",
        "name the messages' types in the variants",
    )
}

pub(crate) fn set_without_messages(name: &Ident) -> Error {
    at(
        name,
        &format!("the set `{name}` has no messages"),
        "add a variant for each message, as in `Open(Open)`",
    )
}

pub(crate) fn set_without_header(name: &Ident) -> Error {
    at(
        name,
        &format!("the set `{name}` has no header"),
        "add `#[frames(header = Sv2Header)]`, or `TlvHeader`, or a `Header` of your own",
    )
}

pub(crate) fn frame_args_on_set(path: &syn::Path) -> Error {
    at(path, "`FrameSet` does not read `#[frame(..)]` here", "write `#[frames(..)]` on the enum")
}

pub(crate) fn set_variant_shape(variant: &Ident, fields: &syn::Fields) -> Error {
    let what = format!("variant `{variant}` does not hold exactly one message");
    let help =
        format!("write one unnamed field with the message's type, as in `{variant}(Message)`");
    match fields {
        syn::Fields::Unit => at(variant, &what, &help),
        syn::Fields::Unnamed(fields) if fields.unnamed.is_empty() => at(variant, &what, &help),
        fields => at(fields, &what, &help),
    }
}

pub(crate) fn set_variant_type(variant: &Ident, ty: &Type) -> Error {
    at(
        ty,
        &format!("variant `{variant}` does not hold a message"),
        "name the type of a message, without lifetimes; `#[frames(borrow)]` generates the borrowed form",
    )
}

pub(crate) fn set_discriminant(variant: &Ident, value: &Expr) -> Error {
    at(
        value,
        &format!("variant `{variant}` has a discriminant"),
        "remove it; the id of a frame is on the message, in `#[frame(id = ..)]`",
    )
}

pub(crate) fn two_others(span: Span) -> Error {
    at_span(
        span,
        "more than one variant is marked `other`",
        "keep one: all frames of unknown id go there",
    )
}
