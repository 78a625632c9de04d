//! From tokens to tokens: parse, lower, check, emit.

use proc_macro2::TokenStream;
use syn::DeriveInput;

use crate::attrs::{self, SetArgs, TypeArgs};
use crate::diag::Errors;
use crate::paths::Paths;
#[cfg(feature = "service")]
use crate::service;
use crate::{check, emit, lower};

/// The expansion of `#[derive(Frame)]`.
pub(crate) fn frame(input: TokenStream) -> TokenStream {
    let input: DeriveInput = match syn::parse2(input) {
        Ok(input) => input,
        Err(error) => return error.into_compile_error(),
    };
    let mut errors = Errors::default();
    let args: TypeArgs = attrs::read(&input.attrs, "frame", &mut errors);
    let paths = Paths::new(args.krate.as_ref());
    let model = lower::frame(&input, args, &paths, &mut errors);
    if let Some(model) = &model {
        check::frame(model, &mut errors);
    }
    match model {
        Some(model) if errors.is_empty() => emit::frame(&model, &paths),
        model => emit::fallback::frame(&input, model.as_ref(), &paths, errors),
    }
}

/// The expansion of `#[derive(Header)]`.
pub(crate) fn header(input: TokenStream) -> TokenStream {
    let input: DeriveInput = match syn::parse2(input) {
        Ok(input) => input,
        Err(error) => return error.into_compile_error(),
    };
    let mut errors = Errors::default();
    // `derive(Frame)` reports mistakes in these.
    let args: TypeArgs = attrs::read(&input.attrs, "frame", &mut Errors::default());
    let paths = Paths::new(args.krate.as_ref());
    let model = lower::header::header(&input, &mut errors);
    if let Some(model) = &model {
        check::header(model, &mut errors);
    }
    match model {
        Some(model) if errors.is_empty() => emit::header::emit(&model, &paths),
        _ => emit::fallback::header(&input, &paths, errors),
    }
}

/// The expansion of `service_config!(..)`. `root` is the package's folder.
#[cfg(feature = "service")]
pub(crate) fn service_config(input: TokenStream, root: Option<&std::path::Path>) -> TokenStream {
    let invocation: service::Invocation = match syn::parse2(input) {
        Ok(invocation) => invocation,
        Err(error) => return error.into_compile_error(),
    };
    let mut errors = Errors::default();
    match service::read(&invocation.source, root, &mut errors) {
        Some(declaration) if errors.is_empty() => {
            let paths = Paths::new(invocation.krate.as_ref());
            emit::service::emit(&invocation, &declaration, &paths)
        }
        // A block that diverges has any type, so the user gets no second error about the type.
        _ => {
            let errors = errors.into_tokens();
            quote::quote!({ #errors })
        }
    }
}

/// The expansion of `#[derive(FrameSet)]`.
pub(crate) fn frame_set(input: TokenStream) -> TokenStream {
    let input: DeriveInput = match syn::parse2(input) {
        Ok(input) => input,
        Err(error) => return error.into_compile_error(),
    };
    let mut errors = Errors::default();
    let args: SetArgs = attrs::read(&input.attrs, "frames", &mut errors);
    let paths = Paths::new(args.krate.as_ref());
    let model = lower::set::frame_set(&input, args, &paths, &mut errors);
    if let Some(model) = &model {
        check::frame_set(model, &mut errors);
    }
    match model {
        Some(model) if errors.is_empty() => emit::frame_set::emit(&model, &paths),
        model => emit::fallback::frame_set(&input, model.as_ref(), &paths, errors),
    }
}
