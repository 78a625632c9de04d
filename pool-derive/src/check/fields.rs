//! The rules for fields.

use quote::ToTokens;

use crate::attrs::{DefaultArg, Keyed, TerminatedArg};
use crate::diag::{self, Errors};
use crate::lower::codec::Endian;
use crate::lower::leaf::{leaves, without_bound};
use crate::lower::max_len::Kind;
use crate::lower::{max_len, type_syntax};
use crate::model::{Field, Fields, FormShape, LifetimeUse, Model};

pub(super) fn check(model: &Model<'_>, field: &Field<'_>, errors: &mut Errors) {
    for rule in [
        is_owned,
        is_finite,
        max_len_applies,
        standard_types_have_bounds,
        integers_have_a_fixed_width,
        elements_have_bounds,
        elements_with_bounds_are_not_borrowed,
        entries_are_of_a_map,
        entries_can_be_borrowed,
        heaps_are_not_borrowed,
        adapted_parts_are_not_borrowed,
        widths_are_of_words,
        endian_is_a_byte_order,
        ends_apply,
        magic_is_of_a_unit,
        offsets_are_known,
        one_codec,
        skipped_is_not_on_the_wire,
        default_exists_in_both_forms,
    ] {
        rule(model, field, errors);
    }
}

fn is_owned(model: &Model<'_>, field: &Field<'_>, errors: &mut Errors) {
    if field.skip.is_none() && type_syntax::borrows(&field.ty) {
        errors.push(diag::field_borrows(&field.label, &model.label, &field.original.ty));
    }
}

fn is_finite(model: &Model<'_>, field: &Field<'_>, errors: &mut Errors) {
    if field.skip.is_none()
        && field.with.is_none()
        && type_syntax::names_type(&field.ty, model.name)
    {
        errors.push(diag::recursive(&model.label, &field.original.ty));
    }
}

fn max_len_applies(_: &Model<'_>, field: &Field<'_>, errors: &mut Errors) {
    match &field.max_len {
        // A type that borrows is an error already.
        Some(max_len)
            if max_len::bounded(&field.ty).is_none() && !type_syntax::borrows(&field.ty) =>
        {
            errors.push(diag::max_len_does_not_apply(&field.label, &max_len.key));
        }
        _ => {}
    }
}

/// Otherwise the compiler would report the type once for each trait.
fn standard_types_have_bounds(_: &Model<'_>, field: &Field<'_>, errors: &mut Errors) {
    let bounded = field.max_len.is_some() || field.with.is_some() || field.skip.is_some();
    if bounded || !field.attrs_are_valid || !max_len::is_standard(&field.ty) {
        return;
    }
    if let Some(standard) = max_len::bounded(&field.ty) {
        errors.push(diag::without_bound(&field.label, standard.inner));
    }
}

/// Otherwise the compiler would report the type once for each trait.
fn integers_have_a_fixed_width(model: &Model<'_>, field: &Field<'_>, errors: &mut Errors) {
    let adapted = field.with.is_some() || field.with_each.is_some() || field.width.is_some();
    let on_wire = !adapted && field.skip.is_none() && field.attrs_are_valid;
    // A layout may define the width.
    let defined = model.in_named_layout() || field.layout.is_some();
    if on_wire && !defined && type_syntax::is_platform_sized(&field.ty) {
        errors.push(diag::platform_sized(&field.label, &field.original.ty));
    }
}

/// `max_len` has a bound for each type that needs one.
fn elements_have_bounds(model: &Model<'_>, field: &Field<'_>, errors: &mut Errors) {
    let Some(max_len) = &field.max_len else { return };
    if max_len::bounded(&field.ty).is_none() {
        return;
    }
    let (_, given) = max_len::bounds(&max_len.value);
    let adapted = field.with_each.is_some() || field.width.is_some();
    let needed = without_bound(max_len::content(&field.ty), adapted);
    if let Some(element) = needed.get(given.len()) {
        // A list of bounds is no help with `borrow`.
        let bounds = Some(needed.len()).filter(|_| !is_borrowed(model));
        errors.push(diag::element_without_bound(&field.label, element, bounds));
    }
    if let Some(bound) = given.get(needed.len()) {
        errors.push(diag::bound_of_nothing(&field.label, bound));
    }
}

/// A borrowed sequence reads its elements by their own type, which has no bound.
fn elements_with_bounds_are_not_borrowed(
    model: &Model<'_>,
    field: &Field<'_>,
    errors: &mut Errors,
) {
    let Some(max_len) = field.max_len.as_ref().filter(|_| is_borrowed(model)) else { return };
    let (_, given) = max_len::bounds(&max_len.value);
    if let Some(bound) = given.first().filter(|_| field.skip.is_none()) {
        errors.push(diag::bounded_element_borrowed(&field.label, bound));
    }
}

fn entries_are_of_a_map(_: &Model<'_>, field: &Field<'_>, errors: &mut Errors) {
    let Some(entries) = &field.entries else { return };
    let word = entries.value.get_ident().map(ToString::to_string).unwrap_or_default();
    if !["ascending", "distinct", "last_wins"].contains(&word.as_str()) {
        errors.push(diag::entries_is_not_a_rule(&entries.value));
    }
    let kind = max_len::bounded(&field.ty).map(|bounded| bounded.kind);
    if !matches!(kind, Some(Kind::Entries)) || is_named(&field.ty, &["VecDeque"]) {
        errors.push(diag::entries_do_not_apply(&field.label, &entries.key));
    }
}

/// A heap keeps its elements in another order than the input.
fn heaps_are_not_borrowed(model: &Model<'_>, field: &Field<'_>, errors: &mut Errors) {
    let heap = field.max_len.is_some() && is_named(&field.ty, &["BinaryHeap"]);
    if is_borrowed(model) && heap && field.skip.is_none() {
        errors.push(diag::heap_borrowed(&field.label, &field.original.ty));
    }
}

/// The borrowed form checks the keys without memory, so they have to ascend.
fn entries_can_be_borrowed(model: &Model<'_>, field: &Field<'_>, errors: &mut Errors) {
    if !is_borrowed(model) || field.max_len.is_none() || field.skip.is_some() {
        return;
    }
    let hashed = is_named(&field.ty, &["HashMap", "HashSet"]);
    match &field.entries {
        None if hashed => errors.push(diag::unordered_entries(&field.label, &field.original.ty)),
        Some(entries) if !entries.value.is_ident("ascending") => {
            errors.push(diag::unordered_entries(&field.label, &entries.value));
        }
        _ => {}
    }
}

/// Whether the type, or the one inside its `Option`, has one of `names`.
fn is_named(ty: &syn::Type, names: &[&str]) -> bool {
    let last = type_syntax::path(max_len::content(ty)).and_then(|path| path.segments.last());
    last.is_some_and(|last| names.iter().any(|name| last.ident == name))
}

/// Whether there is a borrowed form of its own.
fn is_borrowed(model: &Model<'_>) -> bool {
    model.borrowed.as_ref().is_some_and(|form| form.shape != FormShape::Alias)
}

/// A borrowed sequence reads its elements by their own type, which an adapted element does not have.
fn adapted_parts_are_not_borrowed(model: &Model<'_>, field: &Field<'_>, errors: &mut Errors) {
    if !is_borrowed(model) || field.max_len.is_none() {
        return;
    }
    let with = field.with_each.as_ref().map(|with| ("with_each", &with.key));
    let width = field.width.as_ref().map(|width| ("width", &width.key));
    for (name, key) in with.into_iter().chain(width) {
        errors.push(diag::adapted_part_borrowed(&field.label, name, key));
    }
}

/// `rest` and `terminated` replace the length of text, bytes or a `Vec`.
fn ends_apply(_: &Model<'_>, field: &Field<'_>, errors: &mut Errors) {
    let kind = max_len::bounded(&field.ty).filter(|_| field.max_len.is_some());
    let applies = |seq| match kind.as_ref().map(|bounded| &bounded.kind) {
        Some(Kind::Text | Kind::Bytes) => is_named(&field.ty, &["String", "Vec"]),
        Some(Kind::Seq(_)) => seq && is_named(&field.ty, &["Vec"]),
        _ => false,
    };
    if let Some(rest) = field.rest.filter(|_| !applies(true)) {
        errors.push(diag::end_does_not_apply(&field.label, "rest", rest));
    }
    let terminated = field.terminated.as_ref();
    let at = terminated.map(|terminated| diag::span_of(&terminated.key));
    // A NUL ends no elements, which may begin with one.
    let nul = matches!(terminated, Some(Keyed { value: TerminatedArg::Nul, .. }));
    if let Some(at) = at.filter(|_| !applies(!nul)) {
        errors.push(diag::end_does_not_apply(&field.label, "terminated", at));
    }
    conflicts(field, &[("rest", field.rest), ("terminated", at)], errors);
}

fn magic_is_of_a_unit(_: &Model<'_>, field: &Field<'_>, errors: &mut Errors) {
    let Some(magic) = &field.magic else { return };
    let unit = matches!(type_syntax::ungrouped(&field.ty), syn::Type::Tuple(tuple) if tuple.elems.is_empty());
    if !unit {
        errors.push(diag::magic_does_not_apply(&field.label, &field.original.ty));
    }
    let [_, with, with_each, width, copy, borrow] = codec_keys(field);
    let magic = ("magic", Some(diag::span_of(&magic.key)));
    let skip = ("skip", field.skip);
    conflicts(field, &[magic, with, with_each, width, copy, borrow, skip], errors);
}

/// The padding before a field is a constant of the type. See `lower/align.rs`.
fn offsets_are_known(model: &Model<'_>, field: &Field<'_>, errors: &mut Errors) {
    let Some(align) = &field.align else { return };
    if model.generics.type_params().next().is_some()
        || model.generics.const_params().next().is_some()
    {
        errors.push(diag::align_in_generic(&align.key, model.name));
    }
    let key = |key: Option<&syn::Path>| key.map(diag::span_of);
    let at = ("align", Some(diag::span_of(&align.key)));
    let when = ("when", key(field.when.as_ref().map(|when| &when.key)));
    let count = ("count", key(field.count.as_ref().map(|count| &count.key)));
    conflicts(field, &[at, when, count, ("skip", field.skip)], errors);
}

/// A field that may be absent has no length, so no offset after it is known.
pub(super) fn alignments_are_before_conditions(fields: &Fields<'_>, errors: &mut Errors) {
    let mut conditional = None;
    for field in &fields.list {
        let depends = field.when.is_some() || field.count.is_some() || field.skip.is_some();
        let align = field.align.as_ref().filter(|_| !depends);
        if let (Some(align), Some(conditional)) = (align, conditional) {
            errors.push(diag::align_behind_condition(&align.key, conditional));
        }
        if field.when.is_some() {
            conditional = Some(&field.label);
        }
    }
}

fn endian_is_a_byte_order(_: &Model<'_>, field: &Field<'_>, errors: &mut Errors) {
    if let Some(endian) =
        field.endian.as_ref().filter(|endian| Endian::new(&endian.value).is_none())
    {
        errors.push(diag::not_a_byte_order(&endian.value));
    }
}

fn widths_are_of_words(_: &Model<'_>, field: &Field<'_>, errors: &mut Errors) {
    let Some(width) = &field.width else { return };
    if !leaves(&field.ty).iter().all(type_syntax::is_platform_sized) {
        errors.push(diag::width_does_not_apply(&field.label, &width.key));
    }
}

/// `max_len`, `with`, `copy` and `borrow` exclude each other: each decides what the field is in the borrowed form.
fn one_codec(_: &Model<'_>, field: &Field<'_>, errors: &mut Errors) {
    let [max_len, with, with_each, width, copy, borrow] = codec_keys(field);
    conflicts(field, &[max_len, with, copy, borrow], errors);
    // The parts of a field with `max_len` can be adapted.
    if with_each.1.or(width.1).is_some() {
        conflicts(field, &[with, with_each, width, copy, borrow], errors);
    }
}

/// The keys that decide what a field is on the wire or in the borrowed form.
fn codec_keys(field: &Field<'_>) -> [(&'static str, Option<proc_macro2::Span>); 6] {
    [
        ("max_len", field.max_len.as_ref().map(|max_len| diag::span_of(&max_len.key))),
        ("with", field.with.as_ref().map(|with| diag::span_of(&with.key))),
        ("with_each", field.with_each.as_ref().map(|with| diag::span_of(&with.key))),
        ("width", field.width.as_ref().map(|width| diag::span_of(&width.key))),
        ("copy", field.copy),
        ("borrow", field.borrow),
    ]
}

/// Reports the first two of `keys` that are set, once at each key.
fn conflicts(
    field: &Field<'_>,
    keys: &[(&'static str, Option<proc_macro2::Span>)],
    errors: &mut Errors,
) {
    let mut set = keys.iter().filter_map(|(key, span)| Some((*key, (*span)?)));
    if let (Some((first, first_at)), Some((second, second_at))) = (set.next(), set.next()) {
        errors.push(diag::conflict(&field.label, first, second, first_at));
        errors.push(diag::conflict(&field.label, first, second, second_at));
    }
}

fn skipped_is_not_on_the_wire(_: &Model<'_>, field: &Field<'_>, errors: &mut Errors) {
    let layout = ("layout", field.layout.as_ref().map(|layout| diag::span_of(&layout.key)));
    let endian = ("endian", field.endian.as_ref().map(|endian| diag::span_of(&endian.key)));
    let range = ("range", field.range.as_ref().map(|range| diag::span_of(&range.key)));
    let delimited = ("delimited", field.delimited);
    let checksum = ("checksum", field.checksum.as_ref().map(|sum| diag::span_of(&sum.key)));
    let keys = [layout, endian, delimited, checksum, range];
    for (name, at) in codec_keys(field).into_iter().chain(keys) {
        if field.skip.is_some() && at.is_some() {
            conflicts(field, &[("skip", field.skip), (name, at)], errors);
        }
    }
}

/// A default value is owned. The borrowed form would need a `'static` value in its place.
fn default_exists_in_both_forms(model: &Model<'_>, field: &Field<'_>, errors: &mut Errors) {
    let Some(default) = field.default.as_ref().filter(|_| field.optional()) else { return };
    let has_form = model.borrowed.as_ref().is_some_and(|form| form.shape != FormShape::Alias);
    // The form of a byte array can refer to a constant.
    let bytes = type_syntax::byte_array(&field.ty).is_some();
    let borrows = field.borrowed.lifetime_use == LifetimeUse::Always && !bytes;
    if let (DefaultArg::Value(value), true, true) = (&default.value, has_form, borrows) {
        errors.push(diag::default_of_borrowed(&field.label, value));
    }
}

/// Whether an earlier field of the struct or variant is called `name` and is always on the wire.
/// Fails unless `name`, which the key `key` of a field tests, is an earlier field that has its number on the wire.
fn tests_earlier_field(
    fields: &Fields<'_>,
    index: usize,
    key: &str,
    name: &impl ToTokens,
    errors: &mut Errors,
) {
    let text = name.to_token_stream().to_string();
    let earlier = fields.list.iter().take(index).find(|earlier| {
        let named = matches!(&earlier.member, syn::Member::Named(member) if *member == text);
        named && earlier.skip.is_none() && earlier.when.is_none() && earlier.count.is_none()
    });
    match earlier {
        None => errors.push(diag::when_tests_no_field(key, name)),
        // A reader that has only the schema sees the number on the wire.
        Some(field) if field.with.is_some() || field.with_each.is_some() => {
            errors.push(diag::tests_an_adapted_field(key, name));
        }
        Some(_) => {}
    }
}

/// A count is an earlier field of the same struct or variant.
pub(super) fn counts_are_earlier_fields(fields: &Fields<'_>, errors: &mut Errors) {
    for (index, field) in fields.list.iter().enumerate() {
        let Some(count) = &field.count else { continue };
        let bounded = max_len::bounded(&field.ty).filter(|_| field.max_len.is_some());
        let applies = bounded.is_some_and(|bounded| {
            let kind = matches!(bounded.kind, Kind::Text | Kind::Bytes | Kind::Seq(_));
            kind && is_named(bounded.inner, &["String", "Vec"])
        });
        let alone = field.rest.is_none() && field.terminated.is_none() && field.when.is_none();
        let optional = type_syntax::optional(&field.ty).is_some() || field.optional();
        let inside = field.delimited.is_none() && field.checksum.is_none();
        let inside = inside && field.layout.is_none() && field.endian.is_none();
        if !applies || !alone || optional || !inside || field.skip.is_some() {
            errors.push(diag::count_does_not_apply(&field.label, &count.key));
        }
        tests_earlier_field(fields, index, "count", &count.value, errors);
    }
}

/// A condition tests an earlier field of the same struct or variant.
pub(super) fn conditions_test_earlier_fields(fields: &Fields<'_>, errors: &mut Errors) {
    for (index, field) in fields.list.iter().enumerate() {
        let Some(when) = &field.when else { continue };
        if field.skip.is_some()
            || field.default.is_some()
            || type_syntax::optional(&field.ty).is_none()
        {
            errors.push(diag::when_does_not_apply(&field.label, &when.key));
        }
        let Some(condition) = &field.condition else {
            errors.push(diag::when_is_not_a_test(&when.value));
            continue;
        };
        tests_earlier_field(fields, index, "when", &condition.field, errors);
    }
}

/// Older messages end early, so only the last fields can be absent.
pub(super) fn defaults_are_last(fields: &Fields<'_>, errors: &mut Errors) {
    let on_wire = || fields.list.iter().filter(|field| field.skip.is_none());
    let required = on_wire().enumerate().filter(|(_, field)| !field.optional());
    let Some((last_required, _)) = required.last() else { return };
    for field in on_wire().take(last_required) {
        if let Some(default) = &field.default {
            errors.push(diag::default_is_not_last(&field.label, &default.key));
        }
    }
}
