//! `service_config!`: from a file, read when the program is built, to a constant.

use std::path::{Path, PathBuf};

use syn::parse::{Parse, ParseStream};
use syn::{LitStr, Token, Type};

use crate::diag::{self, Errors};

/// `service_config!(Set, "services.toml", "adapter")`, perhaps with `crate = path` behind it.
pub(crate) struct Invocation {
    pub(crate) set: Type,
    pub(crate) file: LitStr,
    service: LitStr,
    pub(crate) krate: Option<syn::Path>,
}

impl Parse for Invocation {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let set = input.parse()?;
        input.parse::<Token![,]>()?;
        let file = input.parse()?;
        input.parse::<Token![,]>()?;
        let service = input.parse()?;
        let mut krate = None;
        if input.parse::<Option<Token![,]>>()?.is_some() && !input.is_empty() {
            input.parse::<Token![crate]>()?;
            input.parse::<Token![=]>()?;
            krate = Some(input.call(syn::Path::parse_mod_style)?);
            input.parse::<Option<Token![,]>>()?;
        }
        if input.is_empty() {
            Ok(Self { set, file, service, krate })
        } else {
            Err(input.error("unexpected token"))
        }
    }
}

/// What the file declares. Without `root` paths are relative to where the compiler runs.
pub(crate) fn read(
    invocation: &Invocation,
    root: Option<&Path>,
    errors: &mut Errors,
) -> Option<pool_service::Declaration> {
    let file = invocation.file.value();
    let path = root.map_or_else(|| PathBuf::from(&file), |root| root.join(&file));
    let text = std::fs::read_to_string(path)
        .map_err(|error| diag::service_file_unreadable(&invocation.file, &error));
    let text = errors.handle(text)?;
    let service = invocation.service.value();
    match pool_service::read(&text, Some(&file), &service) {
        Ok(declaration) => Some(declaration),
        Err(found) => {
            for error in found {
                let unknown = error.kind() == pool_service::FileErrorKind::UnknownService;
                let place = if unknown { &invocation.service } else { &invocation.file };
                errors.push(diag::service_file(place, &error));
            }
            None
        }
    }
}
