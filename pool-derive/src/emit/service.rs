//! `service_config!`: the constant, and the checks that need the set.

use pool_service::{Declaration, DeclaredMessage, OnExhaustion, Place};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::names::item;
use crate::paths::{Paths, respan};
use crate::service::Invocation;

/// A const expression of the type `ServiceConfig`. What is wrong with a message is reported at the file's
/// path: no compiler shows a place in a file that is not Rust, so the text has it.
pub(crate) fn emit(
    invocation: &Invocation,
    declaration: &Declaration,
    paths: &Paths,
) -> TokenStream {
    let private = paths.private();
    let (config, messages) = (item("__SERVICE"), item("__MESSAGES"));
    let name = &declaration.name;
    let declared = declaration.messages.iter().map(|declared| message(declared, paths));
    let enabled = declaration.buffer_pool_enabled;
    let overflow = declaration.overflow.map_or_else(
        || quote!(#private::None),
        |policy| {
            let policy = item(match policy {
                OnExhaustion::Heap => "Heap",
                OnExhaustion::Fail => "Fail",
                OnExhaustion::Wait => "Wait",
            });
            quote!(#private::Some(#private::Overflow::#policy))
        },
    );
    let file = &invocation.file;
    let path = if std::path::Path::new(&file.value()).is_absolute() {
        quote!(#file)
    } else {
        quote!(#private::concat!(#private::env!("CARGO_MANIFEST_DIR"), "/", #file))
    };
    let checks = (0..declaration.messages.len()).map(|index| check(invocation, index, paths));
    quote! {{
        // Built again when the file changes.
        const _: () = #private::built_from(#private::include_bytes!(#path));
        const #messages: &[#private::DeclaredMessage] = &[#(#declared),*];
        const #config: #private::ServiceConfig = #private::ServiceConfig {
            name: #private::Cow::Borrowed(#name),
            messages: #private::Cow::Borrowed(#messages),
            buffer_pool_enabled: #enabled,
            overflow: #overflow,
        };
        #(#checks)*
        #config
    }}
}

fn message(declared: &DeclaredMessage, paths: &Paths) -> TokenStream {
    let private = paths.private();
    let name = &declared.name;
    let option = |tokens: Option<TokenStream>| match tokens {
        Some(tokens) => quote!(#private::Some(#tokens)),
        None => quote!(#private::None),
    };
    let known = |place: &Place| {
        let (at, snippet) = (place.at(), place.snippet());
        quote!(#private::Place::known(#at, #snippet))
    };
    let capacity = option(declared.capacity.map(|capacity| {
        let capacity = Literal::usize_unsuffixed(capacity);
        quote!(#capacity)
    }));
    let place = option(declared.place.as_ref().map(known));
    let capacity_place = option(declared.capacity_place.as_ref().map(known));
    quote!(#private::DeclaredMessage::found(#name, #place, #capacity, #capacity_place))
}

/// Each message has a check of its own, so that all that are unknown are reported.
fn check(invocation: &Invocation, index: usize, paths: &Paths) -> TokenStream {
    let (private, set, config) = (paths.private(), &invocation.set, item("__SERVICE"));
    let (front, index) = (quote!(#private::check_declared::), Literal::usize_unsuffixed(index));
    let span = invocation.file.span();
    let (front, back) = (respan(front, span), respan(quote!((&#config, #index)), span));
    quote!(const _: () = #front <#set> #back;)
}
