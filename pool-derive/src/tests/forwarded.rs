//! Which of Rust's own attributes the borrowed form repeats, and which the impls take over: the rows of
//! `attributes/rust.md`.

use quote::ToTokens as _;
use syn::{Attribute, File, Item};

use super::expand;
use super::inputs::Derive::{Frame, FrameSet};

/// An attribute, what the borrowed form has of it, and what the impls have of it.
const ROWS: [(&str, &str, &str); 13] = [
    ("#[doc(alias = \"x\")]", "#[doc(alias = \"x\")]", ""),
    ("#[must_use]", "#[must_use]", ""),
    ("#[non_exhaustive]", "#[non_exhaustive]", ""),
    ("#[deprecated = \"use B\"]", "#[deprecated = \"use B\"]", "#[allow(deprecated)]"),
    ("#[allow(deprecated)]", "#[allow(deprecated)]", "#[allow(deprecated)]"),
    ("#[expect(clippy::pedantic)]", "#[allow(clippy::pedantic)]", "#[allow(clippy::pedantic)]"),
    ("#[warn(unused)]", "", ""),
    ("#[deny(unused)]", "", ""),
    ("#[forbid(unused)]", "", ""),
    ("#[derive(Hash)]", "", ""),
    ("#[repr(C)]", "", ""),
    ("#[rustfmt::skip]", "", ""),
    ("#[serde(default)]", "", ""),
];

fn text(attrs: &[Attribute]) -> String {
    attrs.iter().map(|attr| attr.to_token_stream().to_string().replace(' ', "")).collect()
}

/// The attributes of the borrowed form, of its only variant or its first field, and of the const block.
fn attributes(file: &File) -> [String; 3] {
    let [mut form, mut member, mut block] = [const { String::new() }; 3];
    for item in &file.items {
        match item {
            Item::Struct(item) => {
                form = text(&item.attrs);
                member = text(&item.fields.iter().next().expect("a field").attrs);
            }
            Item::Enum(item) => {
                form = text(&item.attrs);
                member = text(&item.variants.first().expect("a variant").attrs);
            }
            Item::Const(item) => block = text(&item.attrs),
            _ => {}
        }
    }
    [form, member, block]
}

#[test]
fn every_attribute_is_where_the_table_says() {
    for (attr, on_form, on_impls) in ROWS {
        let [on_form, on_impls] = [on_form, on_impls].map(|text| text.replace(' ', ""));
        let on_type = [
            (Frame, format!("#[frame(borrow)] {attr} struct A {{ a: Str<4> }}")),
            (Frame, format!("#[frame(borrow)] {attr} enum A {{ #[frame(tag = 1)] B(Str<4>) }}")),
            (FrameSet, format!("#[frames(header = H, borrow)] {attr} enum A {{ B(B) }}")),
        ];
        let on_member = [
            (Frame, format!("#[frame(borrow)] struct A {{ {attr} a: Str<4> }}")),
            (Frame, format!("#[frame(borrow)] enum A {{ {attr} #[frame(tag = 1)] B(Str<4>) }}")),
            (FrameSet, format!("#[frames(header = H, borrow)] enum A {{ {attr} B(B) }}")),
        ];
        for (place, inputs) in [on_type, on_member].into_iter().enumerate() {
            for (derive, input) in inputs {
                let file = syn::parse2(expand(derive, &input)).expect("the expansion is items");
                let found = attributes(&file);
                let has = |found: &str, expected: &str| match expected {
                    "" => !found.contains(&attr.replace(' ', "")),
                    expected => found.contains(expected),
                };
                assert!(has(&found[place], &on_form), "the form of {input}: {}", found[place]);
                assert_eq!(found[2], on_impls, "the impls of {input}");
            }
        }
    }
}
