//! Reads the declaration of one service from a text.

use toml::de::{DeTable, DeValue};

use crate::declaration::Declaration;
use crate::diagnostics::Diagnostics;
use crate::error::{FileError, FileErrorKind, FileErrors};
use crate::nearest::Nearest;
use crate::service_table::{KEYS, SIZE_KEYS, declaration, size_key};
use crate::table::{Entry, entries, list};

/// Reads the declaration of `service` from the TOML in `text`. `file` is the name that the errors show.
///
/// Tables other than `[service.NAME]` belong to the program and are ignored. Other services are ignored, too.
///
/// # Errors
///
/// Fails if the text is not TOML, if it has no such service, or if the service has a key or a value that is not
/// allowed. Returns all errors, in the order of the text. See [`FileErrorKind`].
pub fn read(text: &str, file: Option<&str>, service: &str) -> Result<Declaration, FileErrors> {
    read_one(text, file, Some(service))
}

/// Reads the declaration of the only service in `text`.
///
/// # Errors
///
/// Fails as [`read`] does, and if there is not exactly one service.
pub fn read_only(text: &str) -> Result<Declaration, FileErrors> {
    read_one(text, None, None)
}

/// Reads the declaration of `service`, or of the only service.
fn read_one(
    text: &str,
    file: Option<&str>,
    service: Option<&str>,
) -> Result<Declaration, FileErrors> {
    let mut diagnostics = Diagnostics::new(text, file);
    let document = match DeTable::parse(text) {
        Ok(document) => document,
        Err(error) => {
            let place = error.span().map(|span| diagnostics.place(span));
            let what = format!("not TOML: {}", error.message());
            return Err(FileError::new(FileErrorKind::Syntax, place, what, "").into());
        }
    };
    let document = document.get_ref();
    for entry in entries(document).iter().filter(|entry| SIZE_KEYS.contains(&entry.key)) {
        size_key(entry, &mut diagnostics);
    }
    let Some(services) = document.get("service") else {
        let service = service.unwrap_or("NAME");
        if let Some(meant) = misspelt_service(&entries(document)) {
            diagnostics.push(
                FileErrorKind::UnknownService,
                meant.key_span.clone(),
                format!("services are tables of `service`, not of `{}`", meant.key),
                format!("write `[service.{service}]`"),
            );
            return diagnostics.finish(None);
        }
        return Err(unknown_service(service, file, &[]).into());
    };
    let DeValue::Table(services) = services.get_ref() else {
        diagnostics.wrong_type("service", services, "a table for each service: `[service.NAME]`");
        return diagnostics.finish(None);
    };
    let services = entries(services);
    if let Some(entry) = services.iter().find(|entry| is_of_a_service(entry)) {
        diagnostics.push(
            FileErrorKind::UnknownService,
            entry.key_span.clone(),
            format!("`{}` is a key of `service` itself", entry.key),
            format!("give the service a name: `[service.{}]`", service.unwrap_or("NAME")),
        );
        return diagnostics.finish(None);
    }
    let found = match (service, &*services) {
        (Some(name), services) => services.iter().find(|entry| entry.key == name),
        (None, [only]) => Some(only),
        (None, _) => None,
    };
    let Some(found) = found else {
        let names: Vec<&str> = services.iter().map(|entry| entry.key).collect();
        return Err(match service {
            Some(name) => unknown_service(name, file, &names),
            None => not_one_service(&names),
        }
        .into());
    };
    let declaration = declaration(found, &mut diagnostics);
    diagnostics.finish(declaration)
}

/// Returns whether the entry belongs in the table of a service.
fn is_of_a_service(entry: &Entry<'_, '_>) -> bool {
    let is_key = KEYS.contains(&entry.key) || SIZE_KEYS.contains(&entry.key);
    is_key && !matches!(entry.value.get_ref(), DeValue::Table(_))
}

/// Returns the table whose name is a misspelt `service`.
fn misspelt_service<'e, 't, 'i>(document: &'e [Entry<'t, 'i>]) -> Option<&'e Entry<'t, 'i>> {
    let is_meant = |key: &str| Nearest::to(key).offer("service").found().is_some();
    let is_table = |value: &DeValue<'_>| matches!(value, DeValue::Table(_));
    document.iter().find(|entry| is_meant(entry.key) && is_table(entry.value.get_ref()))
}

fn unknown_service(name: &str, file: Option<&str>, known: &[&str]) -> FileError {
    let what = match file {
        Some(file) => format!("`{file}` has no service `{name}`"),
        None => format!("the text has no service `{name}`"),
    };
    let nearest = known.iter().fold(Nearest::to(name), |nearest, known| nearest.offer(known));
    let help = match (nearest.found(), known) {
        (_, []) => format!("add `[service.{name}]` and below it `messages = [\"..\"]`"),
        (Some(meant), _) => format!("did you mean `{meant}`? it has {}", list(known)),
        (None, _) => format!("it has {}", list(known)),
    };
    FileError::new(FileErrorKind::UnknownService, None, what, help)
}

fn not_one_service(known: &[&str]) -> FileError {
    let what = format!("the text has {} services", known.len());
    FileError::new(FileErrorKind::UnknownService, None, what, "write one `[service.NAME]`")
}
