//! The expansion of `service_config!`: the constant, and the checks against the set.

use pool_service::{Declaration, DeclaredMessage, Overflow, Place};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;
use syn::LitStr;

use crate::names::{self, item};
use crate::paths::{Paths, respan};
use crate::service::{Invocation, Source};

/// A constant expression of type `ServiceConfig`.
pub(crate) fn emit(
    invocation: &Invocation,
    declaration: &Declaration,
    paths: &Paths,
) -> TokenStream {
    let private = paths.absolute();
    let set = &invocation.set;
    let (facts, config) = (item("__SET"), item("__SERVICE"));
    let track = invocation.source.file().map(|file| track_file(file, paths));
    let value = value(&invocation.source, declaration, paths);
    let declared = declaration.messages.iter().enumerate();
    let checks = declared.map(|(index, declared)| check(invocation, index, declared, paths));
    let checked = (0..declaration.messages.len()).map(names::check_const);
    quote! {{
        #track
        const #facts: #private::SetFacts = #private::SetFacts::of::<#set>();
        #value
        #(#checks)*
        // The constant evaluates the checks, so its uses do not report the same errors again.
        #(let () = #checked;)*
        #config
    }}
}

/// Makes the package depend on the file, so that it is rebuilt when the file changes.
fn track_file(file: &LitStr, paths: &Paths) -> TokenStream {
    let private = paths.absolute();
    let path = if std::path::Path::new(&file.value()).is_absolute() {
        quote!(#file)
    } else {
        quote!(#private::concat!(#private::env!("CARGO_MANIFEST_DIR"), "/", #file))
    };
    quote!(const _: () = #private::built_from(#private::include_bytes!(#path));)
}

/// The consts with the declared configuration.
fn value(source: &Source, declaration: &Declaration, paths: &Paths) -> TokenStream {
    let private = paths.absolute();
    let (config, messages) = (item("__SERVICE"), item("__MESSAGES"));
    let name = &declaration.name;
    let declared = declaration.messages.iter().map(|declared| message(source, declared, paths));
    let enabled = declaration.buffer_pool_enabled;
    let overflow = declaration.overflow.map(|policy| {
        let policy = policy_of(policy);
        quote!(#private::Overflow::#policy)
    });
    let overflow = option(overflow, paths);
    quote! {
        const #messages: &[#private::DeclaredMessage] = &[#(#declared),*];
        const #config: #private::ServiceConfig = #private::ServiceConfig {
            name: #private::Cow::Borrowed(#name),
            messages: #private::Cow::Borrowed(#messages),
            buffer_pool_enabled: #enabled,
            overflow: #overflow,
        };
    }
}

fn policy_of(policy: Overflow) -> Ident {
    item(match policy {
        Overflow::Fail => "Fail",
        Overflow::Wait => "Wait",
        // The only other policy that a declaration can name.
        _ => "Heap",
    })
}

fn message(source: &Source, declared: &DeclaredMessage, paths: &Paths) -> TokenStream {
    let private = paths.absolute();
    let name = &declared.name;
    // For an inline declaration the compiler shows the source itself.
    let known = |place: &Option<Place>| {
        let place = place.as_ref().filter(|_| source.file().is_some()).map(|place| {
            let (at, snippet) = (place.at(), place.snippet());
            quote!(#private::Place::known(#at, #snippet))
        });
        option(place, paths)
    };
    let (place, capacity_place) = (known(&declared.place), known(&declared.capacity_place));
    let capacity = declared.capacity.map(|capacity| {
        let capacity = Literal::usize_unsuffixed(capacity);
        quote!(#capacity)
    });
    let capacity = option(capacity, paths);
    quote!(#private::DeclaredMessage::found(#name, #place, #capacity, #capacity_place))
}

fn option(tokens: Option<TokenStream>, paths: &Paths) -> TokenStream {
    let private = paths.absolute();
    match tokens {
        Some(tokens) => quote!(#private::Some(#tokens)),
        None => quote!(#private::None),
    }
}

/// The check of one message. Each message has its own, so that all mistakes are reported.
fn check(
    invocation: &Invocation,
    index: usize,
    declared: &DeclaredMessage,
    paths: &Paths,
) -> TokenStream {
    let (private, facts, config) = (paths.absolute(), item("__SET"), item("__SERVICE"));
    let number = Literal::usize_unsuffixed(index);
    let call = quote!(#private::check_declared(#facts, &#config, #number));
    let call = respan(call, invocation.source.span_of(declared.place.as_ref()));
    let checked = names::check_const(index);
    quote!(const #checked: () = #call;)
}
