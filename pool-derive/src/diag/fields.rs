//! Errors about fields.

use proc_macro2::Span;
use quote::ToTokens;
use syn::{Error, Expr, Type};

use super::errors::{at, at_span};

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
        &format!("`{owner}` contains itself, so its wire size is unbounded"),
        "break the cycle: refer to the inner value by an index, or send it in a message of its own",
    )
}

pub(crate) fn max_len_does_not_apply(field: &str, key: impl ToTokens) -> Error {
    at(
        key,
        &format!("`max_len` does not apply to field `{field}`"),
        "`max_len` bounds a `String`, `CString`, `Vec<T>`, `VecDeque<T>`, `BinaryHeap<T>`, a map, a set, a pointer to \
         text or elements such as `Box<str>`, or an `Option` of one of them; write the type out, because the derive does \
         not see through an alias; other types have a bound of their own, as in `Str<255>`",
    )
}

pub(crate) fn without_bound(field: &str, ty: &Type) -> Error {
    let ty_source = source(ty);
    at(
        ty,
        &format!("`{ty_source}` in field `{field}` has no bounded wire size"),
        "bound it with `#[frame(max_len = N)]`, or use a type such as `Str<N>`, `Bytes<N>` or `Seq<T, N>`",
    )
}

pub(crate) fn platform_sized(field: &str, ty: &Type) -> Error {
    at(
        ty,
        &format!("`{}` in field `{field}` has a different width on each platform", source(ty)),
        "add `#[frame(width = u32)]`, or use an integer of fixed width, such as `u32` or `u64`",
    )
}

/// A type as the user writes it, without the spaces of its token stream.
fn source(ty: &Type) -> String {
    ty.to_token_stream().to_string().replace(' ', "")
}

/// `inside` is the number of types inside the field's type that need a bound, if `max_len` can list their bounds.
pub(crate) fn element_without_bound(field: &str, element: &Type, inside: Option<usize>) -> Error {
    let bounded = "a bounded type, as in `Vec<Str<255>>`";
    let help = match inside {
        Some(inside) => {
            let bounds = vec!["N"; inside.saturating_add(1)].join(", ");
            format!(
                "write `max_len = [{bounds}]`, with a bound for each type that needs one in the order of the source, or \
                 use {bounded}"
            )
        }
        None => format!("use {bounded}"),
    };
    at(element, &format!("`{}` inside field `{field}` has no bound", source(element)), &help)
}

pub(crate) fn bound_of_nothing(field: &str, bound: &Expr) -> Error {
    at(
        bound,
        &format!("no type inside field `{field}` needs this bound"),
        "remove it; text, bytes, sequences, maps and sets of the standard library need one each, in the order of the \
         source, and other types have a bound of their own",
    )
}

pub(crate) fn bounded_element_borrowed(field: &str, bound: &Expr) -> Error {
    at(
        bound,
        &format!(
            "the types inside field `{field}` get their bounds here, so they cannot be borrowed"
        ),
        "use types with a bound of their own, as in `Seq<Str<32>, 100>`, or remove `borrow`",
    )
}

pub(crate) fn entries_is_not_a_rule(value: impl ToTokens) -> Error {
    at(
        value,
        "`entries` is not a rule for the entries of a map or set",
        "write `ascending`, `distinct`, or `last_wins`, with which the last of equal keys counts",
    )
}

pub(crate) fn entries_do_not_apply(field: &str, key: impl ToTokens) -> Error {
    at(
        key,
        &format!("`entries` does not apply to field `{field}`"),
        "remove it; it is for a `BTreeMap`, `BTreeSet`, `HashMap` or `HashSet` with `max_len`",
    )
}

pub(crate) fn unordered_entries(field: &str, span: impl ToTokens) -> Error {
    at(
        span,
        &format!("the entries of field `{field}` may have any order, so they cannot be borrowed"),
        "add `entries = ascending` if peers write the entries in the order of their keys, or remove `borrow`",
    )
}

pub(crate) fn heap_borrowed(field: &str, ty: &Type) -> Error {
    at(
        ty,
        &format!(
            "the elements of field `{field}` change their order in a heap, so they cannot be borrowed"
        ),
        "remove `borrow`, or use a `Vec<T>` and make a heap of it",
    )
}

pub(crate) fn adapted_part_borrowed(field: &str, name: &str, key: impl ToTokens) -> Error {
    at(
        key,
        &format!("`{name}` adapts the parts of field `{field}`, so they cannot be borrowed"),
        "remove `borrow`, or implement `Encode`, `Decode` and `Borrow` for a type of your own around the part",
    )
}

pub(crate) fn when_does_not_apply(field: &str, key: impl ToTokens) -> Error {
    at(
        key,
        &format!("`when` does not apply to field `{field}`"),
        "it is for an `Option` on the wire without a `default`",
    )
}

pub(crate) fn when_is_not_a_test(value: &Expr) -> Error {
    at(
        value,
        "`when` is not a test of another field",
        "write `when = flag`, `when = flags & 0x01` or `when = kind == 3`",
    )
}

pub(crate) fn count_does_not_apply(field: &str, key: impl ToTokens) -> Error {
    at(
        key,
        &format!("`count` does not apply to field `{field}`"),
        "it is for a `String`, `Vec<u8>` or `Vec<T>` with `max_len`, without another key for its length",
    )
}

pub(crate) fn when_tests_no_field(key: &str, field: impl ToTokens) -> Error {
    let name = field.to_token_stream().to_string();
    at(
        field,
        &format!("`{name}` is not an earlier field that is always present"),
        &format!("`{key}` names a field of the same struct or variant that comes before it"),
    )
}

pub(crate) fn tests_an_adapted_field(key: &str, field: impl ToTokens) -> Error {
    let name = field.to_token_stream().to_string();
    at(
        field,
        &format!(
            "`{name}` has an adapter, so its value is not the number on the wire that `{key}` means"
        ),
        "write the type of the wire for that field, and convert the value where it is used",
    )
}

pub(crate) fn end_does_not_apply(field: &str, name: &str, at: Span) -> Error {
    let then = match name {
        "terminated" => {
            "; for a `Vec<T>`, write the bytes that end the elements, as in `terminated = [0xFF, 0xFF]`"
        }
        _ => "",
    };
    at_span(
        at,
        &format!("`{name}` does not apply to field `{field}`"),
        &format!("it is for a `String`, `Vec<u8>` or `Vec<T>` with `max_len`{then}"),
    )
}

pub(crate) fn magic_does_not_apply(field: &str, ty: &Type) -> Error {
    at(
        ty,
        &format!("field `{field}` has a constant, so it stores nothing"),
        "write `()` as its type; to store a constant, use `range = 7..=7`",
    )
}

pub(crate) fn align_in_generic(key: impl ToTokens, owner: &impl ToTokens) -> Error {
    let owner = owner.to_token_stream();
    at(
        key,
        &format!("the parameters of `{owner}` may change the offset of this field"),
        "write a type without parameters, or pad it with a `Padding<N>` field",
    )
}

pub(crate) fn align_behind_condition(key: impl ToTokens, conditional: &str) -> Error {
    at(
        key,
        &format!(
            "the offset of this field is unknown, because `{conditional}` before it may be absent"
        ),
        "move the field before it, or remove `align`",
    )
}

pub(crate) fn width_does_not_apply(field: &str, key: impl ToTokens) -> Error {
    at(
        key,
        &format!("`width` does not apply to field `{field}`"),
        "remove it; it is for `usize` and `isize`, also in options, arrays and sequences",
    )
}

pub(crate) fn conflict(field: &str, first: &str, second: &str, span: Span) -> Error {
    let help = match (first, second) {
        ("max_len", "copy") => {
            "remove `copy`; it is for types that are `Copy`, and a `String` or `Vec` is not"
        }
        ("max_len", "with") => {
            "write `with_each` to adapt each element, or remove `max_len`: the adapter's `Wire` type sets the bound of \
             what `with` adapts, as in `Str<255>`"
        }
        ("with", "with_each" | "width") | ("with_each", "width") => {
            "remove one of them; both decide what the field is on the wire"
        }
        ("with" | "with_each" | "width", "copy") => {
            "remove `copy`; a field with an adapter has the same type in both forms"
        }
        ("align", "when" | "count") => {
            "remove `align`; give the field a struct that pads it, or a `Padding<N>` field before it"
        }
        ("rest", _) => "remove one of them; each decides where the field ends",
        ("magic", _) => "remove it; a constant has the same type in both forms",
        (first, "borrow") if first != "skip" => {
            "remove `borrow`; the other key already decides what the field is in the borrowed form"
        }
        _ => "remove one of them; a skipped field is not on the wire",
    };
    at_span(span, &format!("`{first}` and `{second}` cannot both be set on field `{field}`"), help)
}

pub(crate) fn default_is_not_last(field: &str, key: impl ToTokens) -> Error {
    at(
        key,
        &format!("field `{field}` has a `default`, but a field without one follows it"),
        "only the last fields can be absent: move the field to the end, or give the fields after it a default",
    )
}

pub(crate) fn default_in_variant(field: &str, key: impl ToTokens) -> Error {
    at(
        key,
        &format!("field `{field}` of a variant cannot have a `default`"),
        "add a variant with the new field, or move the fields into a struct with defaults",
    )
}

pub(crate) fn default_of_borrowed(field: &str, value: &Expr) -> Error {
    at(
        value,
        &format!("field `{field}` borrows from the input, so it cannot have a default value"),
        "write `default` without a value for an empty field, or make the field an `Option`",
    )
}
