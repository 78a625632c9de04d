//! The number of errors of an input, and its fallback impls. `ui-tests` has the texts and spans.

use super::expand;
use super::inputs::Derive::{self, Frame, FrameSet, Header};

/// The number of errors, and whether fallback impls follow them.
fn outcome(derive: Derive, input: &str) -> (usize, bool) {
    let file: syn::File = syn::parse2(expand(derive, input)).expect("errors and impls are items");
    let errors = file.items.iter().filter(|item| matches!(item, syn::Item::Macro(_))).count();
    let impls = file.items.iter().any(|item| matches!(item, syn::Item::Const(_)));
    (errors, impls)
}

#[test]
fn errors_of_all_places_are_reported_together() {
    let input = "#[frame(idd = 4, tag = u8, capacity = 2)]
                 struct Foo { #[frame(max_len = 4, copy)] a: u8, b: &'static str, c: Option<Foo> }";
    // The misspelt key, `tag`, `capacity` without an id, `max_len` on `u8`, the conflict at both keys,
    // the reference, and the recursion.
    assert_eq!(outcome(Frame, input), (8, true));
    let input = "#[frames(header = Sv2Header, borow)]
                 enum Set { A, B(B, B), C(u8) = 3, #[frame(other)] D(D), #[frame(other)] E(E) }";
    // The misspelt key, two shapes, the discriminant, and `other` twice.
    assert_eq!(outcome(FrameSet, input), (6, true));
}

#[test]
fn a_misspelt_key_does_not_hide_the_others() {
    // `header` is present, so no error says that it is missing.
    assert_eq!(
        outcome(FrameSet, "#[frames(header = Sv2Header, borow)] enum Set { A(A) }"),
        (1, true)
    );
    assert_eq!(outcome(FrameSet, "#[frames(haeder = Sv2Header)] enum Set { A(A) }"), (1, true));
    assert_eq!(
        outcome(Frame, "#[frame(id = 4, capcity = 2, borrow)] struct Foo { a: u8 }"),
        (1, true)
    );
}

#[test]
fn every_shape_has_fallback_impls() {
    for input in [
        "union A { a: u8 }",
        "#[frame(tag = u8)] struct A(u8);",
        "#[frame(idd = 1)] struct A;",
        "struct A<'a, T, const N: usize> { a: &'a [T; N] }",
        "#[frame(borrow, idd = 1)] enum A<T> { #[frame(tag = 1)] A(T), B(Str<4>) }",
    ] {
        let (errors, impls) = outcome(Frame, input);
        assert!(errors > 0 && impls, "{input}");
    }
    for input in ["union A { a: u8 }", "struct A(u8);", "struct A;", "enum A {}"] {
        let (errors, impls) = outcome(Header, input);
        assert!(errors > 0 && impls, "{input}");
    }
    for input in [
        "union A { a: u8 }",
        "struct A(u8);",
        "enum A {}",
        "#[frames(header = H)] enum A<T> { A(T) }",
    ] {
        let (errors, impls) = outcome(FrameSet, input);
        assert!(errors > 0 && impls, "{input}");
    }
}

#[test]
fn only_a_default_is_text() {
    let input = r#"#[frame(id = "1", max_size = "64", capacity = "2", trailing = "4", len = "u16", crate = "::x")]
                   struct A { #[frame(max_len = "8")] a: String, #[frame(range = "1..=5")] b: u8,
                              #[frame(with = "C")] c: u8 }"#;
    assert_eq!(outcome(Frame, input), (9, true));
    let input = r#"#[frame(tag = "u8", reserved = "[3]")] enum A { #[frame(tag = "1")] B }"#;
    assert_eq!(outcome(Frame, input).0, 3, "{input}");
    assert_eq!(outcome(FrameSet, r#"#[frames(header = "H")] enum A { A(A) }"#), (1, true));
    let input = r#"struct A { #[frame(with = C, default = "text")] a: Text }"#;
    assert_eq!(outcome(Frame, input).0, 0);
}

#[test]
fn an_item_that_is_not_a_type_is_a_syntax_error() {
    assert_eq!(outcome(Frame, "fn foo() {}"), (1, false));
}

#[test]
fn broken_attributes_are_errors() {
    for input in [
        "#[frame] struct A { a: u8 }",
        "#[frame = 3] struct A { a: u8 }",
        "#[frame(id = )] struct A { a: u8 }",
        "#[frame(id)] struct A { a: u8 }",
        "#[frame(id = 1, id = 2)] struct A { a: u8 }",
        "#[frame(borrow = true)] struct A { a: u8 }",
        "#[frame(1)] struct A { a: u8 }",
        "struct A { #[frame(max_len)] a: String }",
        "#[frame(tag = i8)] enum A { B = 0 }",
        "enum A { #[frame(othr)] B = 0 }",
    ] {
        assert_eq!(outcome(Frame, input), (1, true), "{input}");
    }
}
