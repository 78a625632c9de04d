//! All names that expansions define.

use proc_macro2::{Ident, Span};
use quote::format_ident;
use syn::Member;
use syn::ext::IdentExt as _;

/// The name of the borrowed form of `owned`. It has the span of `owned`, so "go to definition" leads there.
pub(crate) fn borrowed_form(owned: &Ident) -> Ident {
    format_ident!("{}Ref", owned.unraw(), span = owned.span())
}

/// The name as schemas and error messages show it: without `r#`.
pub(crate) fn label(ident: &Ident) -> String {
    ident.unraw().to_string()
}

/// The local variable of a field.
pub(crate) fn local(index: usize) -> Ident {
    format_ident!("__field_{index}", span = Span::call_site())
}

/// The local variable of the tag of `other`.
pub(crate) fn tag() -> Ident {
    Ident::new("__tag", Span::call_site())
}

/// The local variable of the same field in the other operand of `==`.
pub(crate) fn other_local(local: &Ident) -> Ident {
    format_ident!("{local}_of_other", span = Span::call_site())
}

/// The const with the id of a set's message.
pub(crate) fn id_const(index: usize) -> Ident {
    format_ident!("__ID_{index}", span = Span::call_site())
}

/// The const with the number of bytes before a field with `align`.
pub(crate) fn padding_const(index: usize) -> Ident {
    format_ident!("__PADDING_{index}", span = Span::call_site())
}

/// The const whose evaluation fails if a service's message breaks a rule.
#[cfg(feature = "service")]
pub(crate) fn check_const(index: usize) -> Ident {
    format_ident!("__CHECKED_{index}", span = Span::call_site())
}

/// A name that resolves at the call site.
pub(crate) fn item(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

/// The name of a borrowed form's marker field. It differs from the names of all `fields`.
pub(crate) fn marker_field(fields: &[&Member]) -> Ident {
    let mut name = String::from("__decoder");
    while fields.iter().any(|field| matches!(field, Member::Named(ident) if *ident == name)) {
        name.push('_');
    }
    item(&name)
}
