//! The spans that "go to definition" uses: each name of the borrowed form has the span of the user's name.

use syn::{Fields, Item};

use super::inputs::{ALL, Derive};

/// The names of a type, its variants and its fields, with their positions. Skipped fields are only in the owned
/// form, and hidden fields have no counterpart in the source.
fn names(item: &Item) -> Vec<(String, (usize, usize))> {
    let mut names = Vec::new();
    let mut add = |ident: &syn::Ident| {
        let start = ident.span().start();
        names.push((ident.to_string(), (start.line, start.column)));
    };
    let fields = |fields: &Fields, add: &mut dyn FnMut(&syn::Ident)| {
        for field in fields {
            let hidden = field.attrs.iter().any(|attr| {
                let text = quote::quote!(#attr).to_string();
                text.contains("hidden") || text.contains("skip")
            });
            if let Some(ident) = field.ident.as_ref().filter(|_| !hidden) {
                add(ident);
            }
        }
    };
    match item {
        Item::Struct(item) => {
            add(&item.ident);
            fields(&item.fields, &mut add);
        }
        Item::Enum(item) => {
            add(&item.ident);
            for variant in &item.variants {
                add(&variant.ident);
                fields(&variant.fields, &mut add);
            }
        }
        _ => {}
    }
    names
}

#[test]
fn the_borrowed_form_has_the_spans_of_the_type() {
    let mut checked = 0;
    for (name, derive, input) in ALL {
        let Derive::Frame = derive else { continue };
        let tokens: proc_macro2::TokenStream = input.parse().expect("the input is tokens");
        let written: Item = syn::parse2(tokens.clone()).expect("the input is an item");
        let expansion: syn::File =
            syn::parse2(crate::expand::frame(tokens)).expect("the expansion is items");
        let form =
            expansion.items.iter().find(|item| matches!(item, Item::Struct(_) | Item::Enum(_)));
        let Some(form) = form else { continue };
        for ((ours, place), (theirs, expected)) in names(form).iter().zip(names(&written)) {
            assert!(
                ours.contains(theirs.trim_start_matches("r#")),
                "{ours} for {theirs} in {name}"
            );
            assert_eq!(*place, expected, "{ours} in {name}");
            checked += 1;
        }
        assert_eq!(names(form).len(), names(&written).len(), "{name}");
    }
    assert!(checked > 20, "{checked} names");
}

#[test]
fn errors_of_a_field_are_reported_on_its_type() {
    let tokens = "struct Foo { a: u8, name: Foreign }".parse().expect("the input is tokens");
    let expansion: syn::File =
        syn::parse2(crate::expand::frame(tokens)).expect("the expansion is items");
    let text = expansion.items.iter().flat_map(|item| places_of(&quote::quote!(#item), "Foreign"));
    let places: std::collections::HashSet<_> = text.collect();
    assert_eq!(places, [26].into());
}

/// The columns of each `ident`.
fn places_of(tokens: &proc_macro2::TokenStream, ident: &str) -> Vec<usize> {
    let tokens = tokens.clone().into_iter();
    let places = tokens.flat_map(|token| match token {
        proc_macro2::TokenTree::Group(group) => places_of(&group.stream(), ident),
        proc_macro2::TokenTree::Ident(other) if other == ident => {
            vec![other.span().start().column]
        }
        _ => Vec::new(),
    });
    places.collect()
}
