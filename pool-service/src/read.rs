//! From a text to what it says of one service.

use std::borrow::Cow;

use toml::Spanned;
use toml::de::{DeInteger, DeTable, DeValue};

use crate::declaration::{Declaration, DeclaredMessage, OnExhaustion};
use crate::error::{FileError, FileErrorKind, FileErrors};
use crate::nearest::Nearest;
use crate::table::{Entry, Mistakes, entries};

/// What may stand in a service's table.
const KEYS: [&str; 4] = ["messages", "buffer_pool_enabled", "overflow", "capacity"];

/// What other configurations set sizes and numbers of buffers with.
const SIZE_KEYS: [&str; 16] = [
    "buffer_pool",
    "buffer_size",
    "buffer_sizes",
    "buffers",
    "capacities",
    "class",
    "classes",
    "max_len",
    "max_size",
    "min_size",
    "pool_size",
    "size",
    "size_class",
    "size_classes",
    "sizes",
    "slots",
];

const SIZE_HELP: &str = "remove it; sizes come from the message types. To lower how many buffers a message \
                         may have, write `capacity = { Message = 16 }`";

/// What `text`, the content of `file`, says of `service`.
///
/// Tables other than `[service.NAME]` are the program's own and are not looked at, nor are other services.
///
/// # Errors
///
/// All mistakes, in the order of the text: it is no TOML, has no such service, or the service has a key or a
/// value that is not allowed. See [`FileErrorKind`].
pub fn read(text: &str, file: Option<&str>, service: &str) -> Result<Declaration, FileErrors> {
    read_one(text, file, Some(service))
}

/// What `text` says of its only service.
///
/// # Errors
///
/// As [`read`]; also if there is more than one service.
pub fn read_only(text: &str) -> Result<Declaration, FileErrors> {
    read_one(text, None, None)
}

/// What `text` says of `service`, or of the only one.
fn read_one(
    text: &str,
    file: Option<&str>,
    service: Option<&str>,
) -> Result<Declaration, FileErrors> {
    let mut mistakes = Mistakes::new(text, file);
    let document = match DeTable::parse(text) {
        Ok(document) => document,
        Err(error) => {
            let place = error.span().map(|span| mistakes.place(span));
            let what = format!("not TOML: {}", error.message());
            return Err(FileError::new(FileErrorKind::Syntax, place, what, "").into());
        }
    };
    let document = document.get_ref();
    for entry in entries(document).iter().filter(|entry| SIZE_KEYS.contains(&entry.key)) {
        size_key(entry, &mut mistakes);
    }
    let Some(services) = document.get("service") else {
        let service = service.unwrap_or("NAME");
        if let Some(meant) = misspelt_service(&entries(document)) {
            mistakes.push(
                FileErrorKind::UnknownService,
                meant.key_span.clone(),
                format!("services are tables of `service`, not of `{}`", meant.key),
                format!("write `[service.{service}]`"),
            );
            return mistakes.finish(None);
        }
        return Err(unknown_service(service, file, &[]).into());
    };
    let DeValue::Table(services) = services.get_ref() else {
        mistakes.wrong_type("service", services, "a table for each service: `[service.NAME]`");
        return mistakes.finish(None);
    };
    let services = entries(services);
    if let Some(entry) = services.iter().find(|entry| is_of_a_service(entry)) {
        mistakes.push(
            FileErrorKind::UnknownService,
            entry.key_span.clone(),
            format!("`{}` stands in `service` itself", entry.key),
            format!("give the service a name: `[service.{}]`", service.unwrap_or("NAME")),
        );
        return mistakes.finish(None);
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
    let declaration = declaration(found, &mut mistakes);
    mistakes.finish(declaration)
}

/// Whether it belongs into the table of a service, and is none.
fn is_of_a_service(entry: &Entry<'_, '_>) -> bool {
    let is_key = KEYS.contains(&entry.key) || SIZE_KEYS.contains(&entry.key);
    is_key && !matches!(entry.value.get_ref(), DeValue::Table(_))
}

/// The table that was to be `service`.
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

/// Names in backticks.
fn list(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

fn size_key(entry: &Entry<'_, '_>, mistakes: &mut Mistakes<'_>) {
    let what = format!("`{}` would set sizes or buffers by hand", entry.key);
    mistakes.push(FileErrorKind::Size, entry.key_span.clone(), what, SIZE_HELP);
}

fn declaration(service: &Entry<'_, '_>, mistakes: &mut Mistakes<'_>) -> Option<Declaration> {
    let DeValue::Table(table) = service.value.get_ref() else {
        let key = format!("service.{}", service.key);
        mistakes.wrong_type(&key, service.value, "a table with `messages = [\"..\"]`");
        return None;
    };
    let table = entries(table);
    let value = |key: &str| table.iter().find(|entry| entry.key == key);
    for entry in table.iter().filter(|entry| !KEYS.contains(&entry.key)) {
        unknown_key(service.key, entry, mistakes);
    }
    // A misspelt key is not missing.
    let misspelt = table.iter().any(|entry| !KEYS.contains(&entry.key));
    let mut declared = match value("messages") {
        Some(entry) => messages(service, entry, mistakes),
        None if misspelt => Vec::new(),
        None => {
            no_messages(service, service.key_span.clone(), mistakes);
            Vec::new()
        }
    };
    if let Some(entry) = value("capacity") {
        capacities(service.key, entry, &mut declared, mistakes);
    }
    let enabled = value("buffer_pool_enabled").map(|entry| enabled(entry, mistakes));
    let buffer_pool_enabled = enabled.unwrap_or(true);
    let overflow = value("overflow").and_then(|entry| {
        let found = overflow(entry, mistakes)?;
        if !buffer_pool_enabled && found != OnExhaustion::Heap {
            mistakes.push(
                FileErrorKind::Conflict,
                entry.key_span.clone(),
                "without a pool all buffers come from the heap, whatever `overflow` says",
                "remove `overflow`, or `buffer_pool_enabled = false`",
            );
        }
        Some(found)
    });
    let name = service.key.to_owned();
    Some(Declaration { name, messages: declared, buffer_pool_enabled, overflow })
}

fn unknown_key(service: &str, entry: &Entry<'_, '_>, mistakes: &mut Mistakes<'_>) {
    if SIZE_KEYS.contains(&entry.key) {
        size_key(entry, mistakes);
        return;
    }
    let nearest = KEYS.iter().fold(Nearest::to(entry.key), |nearest, key| nearest.offer(key));
    let help = match nearest.found() {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("a service has {}", list(&KEYS)),
    };
    mistakes.push(
        FileErrorKind::UnknownKey,
        entry.key_span.clone(),
        format!("unknown key `{}` of service `{service}`", entry.key),
        help,
    );
}

fn no_messages(
    service: &Entry<'_, '_>,
    span: core::ops::Range<usize>,
    mistakes: &mut Mistakes<'_>,
) {
    mistakes.push(
        FileErrorKind::NoMessages,
        span,
        format!("service `{}` declares no messages", service.key),
        "name what it reads and sends, as in `messages = [\"SwapEvent\"]`",
    );
}

fn messages(
    service: &Entry<'_, '_>,
    entry: &Entry<'_, '_>,
    mistakes: &mut Mistakes<'_>,
) -> Vec<DeclaredMessage> {
    const NEEDED: &str = "the names of messages, as in `messages = [\"SwapEvent\"]`";
    let DeValue::Array(names) = entry.value.get_ref() else {
        mistakes.wrong_type("messages", entry.value, NEEDED);
        return Vec::new();
    };
    let mut declared: Vec<DeclaredMessage> = Vec::new();
    for (index, item) in names.iter().enumerate() {
        let DeValue::String(name) = item.get_ref() else {
            mistakes.wrong_type(&format!("messages[{index}]"), item, NEEDED);
            continue;
        };
        let name: Cow<'static, str> = Cow::Owned(name.clone().into_owned());
        let place = Some(mistakes.place(item.span()));
        declared.push(DeclaredMessage { name, capacity: None, place, capacity_place: None });
    }
    if names.is_empty() {
        no_messages(service, entry.value.span(), mistakes);
    }
    declared
}

fn capacities(
    service: &str,
    entry: &Entry<'_, '_>,
    declared: &mut [DeclaredMessage],
    mistakes: &mut Mistakes<'_>,
) {
    let DeValue::Table(table) = entry.value.get_ref() else {
        let needed =
            "how many buffers each message may have, as in `capacity = { SwapEvent = 16 }`";
        mistakes.wrong_type("capacity", entry.value, needed);
        return;
    };
    for entry in entries(table) {
        let count = capacity(&entry, mistakes);
        if let Some(message) = declared.iter_mut().find(|message| message.name == entry.key) {
            message.capacity = count;
            message.capacity_place = Some(mistakes.place(entry.value.span()));
            continue;
        }
        let names: Vec<&str> = declared.iter().map(|message| &*message.name).collect();
        let nearest =
            names.iter().fold(Nearest::to(entry.key), |nearest, name| nearest.offer(name));
        let help = match nearest.found() {
            Some(near) => format!("`messages` has `{near}`: one of the two is misspelt"),
            None => format!("add it to `messages`, or remove it; declared are {}", list(&names)),
        };
        mistakes.push(
            FileErrorKind::WrongValue,
            entry.key_span.clone(),
            format!("`capacity` of `{}`, which service `{service}` does not declare", entry.key),
            help,
        );
    }
}

/// A count of buffers: at least one.
fn capacity(entry: &Entry<'_, '_>, mistakes: &mut Mistakes<'_>) -> Option<usize> {
    let DeValue::Integer(integer) = entry.value.get_ref() else {
        let key = format!("capacity.{}", entry.key);
        mistakes.wrong_type(&key, entry.value, "a count of buffers, such as 16");
        return None;
    };
    let count = count(integer);
    if count.is_none() {
        mistakes.push(
            FileErrorKind::WrongValue,
            entry.value.span(),
            format!("the capacity of `{}` is not a count of buffers", entry.key),
            "write at least 1; for no pool at all, `buffer_pool_enabled = false`",
        );
    }
    count
}

fn count(integer: &DeInteger<'_>) -> Option<usize> {
    let digits = integer.as_str();
    // What a `usize` cannot hold is refused later, as more than the message types give.
    let number = match i128::from_str_radix(digits, integer.radix()) {
        Ok(number) => number,
        Err(_) if digits.starts_with('-') => i128::MIN,
        Err(_) => i128::MAX,
    };
    (number >= 1).then(|| usize::try_from(number).unwrap_or(usize::MAX))
}

fn enabled(entry: &Entry<'_, '_>, mistakes: &mut Mistakes<'_>) -> bool {
    if let DeValue::Boolean(enabled) = entry.value.get_ref() {
        return *enabled;
    }
    mistakes.wrong_type(entry.key, entry.value, "`true` or `false`");
    true
}

fn overflow(entry: &Entry<'_, '_>, mistakes: &mut Mistakes<'_>) -> Option<OnExhaustion> {
    let needed = list(&OnExhaustion::WORDS.map(|(word, _)| word)).replace('`', "\"");
    let DeValue::String(word) = entry.value.get_ref() else {
        mistakes.wrong_type(entry.key, entry.value, &format!("one of {needed}"));
        return None;
    };
    let known = OnExhaustion::WORDS.into_iter().find(|(known, _)| known == word);
    if known.is_none() {
        unknown_word(word, entry.value, &needed, mistakes);
    }
    known.map(|(_, overflow)| overflow)
}

fn unknown_word(
    word: &str,
    value: &Spanned<DeValue<'_>>,
    needed: &str,
    mistakes: &mut Mistakes<'_>,
) {
    let words = OnExhaustion::WORDS.iter();
    let nearest = words.fold(Nearest::to(word), |nearest, (known, _)| nearest.offer(known));
    let help = match nearest.found() {
        Some(meant) => format!("did you mean \"{meant}\"?"),
        None => format!("write one of {needed}"),
    };
    let what = format!("`overflow` cannot be \"{word}\"");
    mistakes.push(FileErrorKind::WrongValue, value.span(), what, help);
}
