//! Reads the table of one service, key by key.

use std::borrow::Cow;
use std::collections::HashMap;

use pool_core::Overflow;
use toml::Spanned;
use toml::de::{DeInteger, DeValue};

use crate::declaration::{Declaration, DeclaredMessage};
use crate::diagnostics::Diagnostics;
use crate::error::FileErrorKind;
use crate::nearest::Nearest;
use crate::table::{Entry, entries, list};

/// The keys of a service's table.
pub(crate) const KEYS: [&str; 4] = ["messages", "buffer_pool_enabled", "overflow", "capacity"];

/// Keys with which other configurations set sizes and numbers of buffers.
pub(crate) const SIZE_KEYS: [&str; 16] = [
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

const SIZE_HELP: &str = "remove it; sizes come from the message types. To lower the number of buffers of a \
                         message, write `capacity = { Message = 16 }`";

/// The values of the key `overflow`.
const OVERFLOW_WORDS: [(&str, Overflow); 3] =
    [("heap", Overflow::Heap), ("fail", Overflow::Fail), ("wait", Overflow::Wait)];

pub(crate) fn size_key(entry: &Entry<'_, '_>, diagnostics: &mut Diagnostics<'_>) {
    let what = format!("`{}` would set sizes or buffers by hand", entry.key);
    diagnostics.push(FileErrorKind::Size, entry.key_span.clone(), what, SIZE_HELP);
}

pub(crate) fn declaration(
    service: &Entry<'_, '_>,
    diagnostics: &mut Diagnostics<'_>,
) -> Option<Declaration> {
    let DeValue::Table(table) = service.value.get_ref() else {
        let key = format!("service.{}", service.key);
        diagnostics.wrong_type(&key, service.value, "a table with `messages = [\"..\"]`");
        return None;
    };
    let table = entries(table);
    let value = |key: &str| table.iter().find(|entry| entry.key == key);
    for entry in table.iter().filter(|entry| !KEYS.contains(&entry.key)) {
        unknown_key(service.key, entry, diagnostics);
    }
    // A misspelt key is reported already, so `messages` may be present under another name.
    let misspelt = table.iter().any(|entry| !KEYS.contains(&entry.key));
    let mut declared = match value("messages") {
        Some(entry) => messages(service, entry, diagnostics),
        None if misspelt => Vec::new(),
        None => {
            no_messages(service, service.key_span.clone(), diagnostics);
            Vec::new()
        }
    };
    if let Some(entry) = value("capacity") {
        capacities(service.key, entry, &mut declared, diagnostics);
    }
    let enabled = value("buffer_pool_enabled").map(|entry| enabled(entry, diagnostics));
    let buffer_pool_enabled = enabled.unwrap_or(true);
    let overflow = value("overflow").and_then(|entry| {
        let found = overflow(entry, diagnostics)?;
        if !buffer_pool_enabled && found != Overflow::Heap {
            diagnostics.push(
                FileErrorKind::Conflict,
                entry.key_span.clone(),
                "without a pool all buffers come from the heap, regardless of `overflow`",
                "remove `overflow`, or `buffer_pool_enabled = false`",
            );
        }
        Some(found)
    });
    let name = service.key.to_owned();
    Some(Declaration { name, messages: declared, buffer_pool_enabled, overflow })
}

fn unknown_key(service: &str, entry: &Entry<'_, '_>, diagnostics: &mut Diagnostics<'_>) {
    if SIZE_KEYS.contains(&entry.key) {
        size_key(entry, diagnostics);
        return;
    }
    let nearest = KEYS.iter().fold(Nearest::to(entry.key), |nearest, key| nearest.offer(key));
    let help = match nearest.found() {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("a service has {}", list(&KEYS)),
    };
    diagnostics.push(
        FileErrorKind::UnknownKey,
        entry.key_span.clone(),
        format!("unknown key `{}` of service `{service}`", entry.key),
        help,
    );
}

fn no_messages(
    service: &Entry<'_, '_>,
    span: core::ops::Range<usize>,
    diagnostics: &mut Diagnostics<'_>,
) {
    diagnostics.push(
        FileErrorKind::NoMessages,
        span,
        format!("service `{}` declares no messages", service.key),
        "list the messages that it reads or sends, as in `messages = [\"SwapEvent\"]`",
    );
}

fn messages(
    service: &Entry<'_, '_>,
    entry: &Entry<'_, '_>,
    diagnostics: &mut Diagnostics<'_>,
) -> Vec<DeclaredMessage> {
    const NEEDED: &str = "the names of messages, as in `messages = [\"SwapEvent\"]`";
    let DeValue::Array(names) = entry.value.get_ref() else {
        diagnostics.wrong_type("messages", entry.value, NEEDED);
        return Vec::new();
    };
    let mut declared: Vec<DeclaredMessage> = Vec::new();
    for (index, item) in names.iter().enumerate() {
        let DeValue::String(name) = item.get_ref() else {
            diagnostics.wrong_type(&format!("messages[{index}]"), item, NEEDED);
            continue;
        };
        let name: Cow<'static, str> = Cow::Owned(name.clone().into_owned());
        let place = Some(diagnostics.place(item.span()));
        declared.push(DeclaredMessage { name, capacity: None, place, capacity_place: None });
    }
    if names.is_empty() {
        no_messages(service, entry.value.span(), diagnostics);
    }
    declared
}

fn capacities(
    service: &str,
    entry: &Entry<'_, '_>,
    declared: &mut [DeclaredMessage],
    diagnostics: &mut Diagnostics<'_>,
) {
    let DeValue::Table(table) = entry.value.get_ref() else {
        let needed = "the number of buffers of each message, as in `capacity = { SwapEvent = 16 }`";
        diagnostics.wrong_type("capacity", entry.value, needed);
        return;
    };
    let names: Vec<Cow<'static, str>> =
        declared.iter().map(|message| message.name.clone()).collect();
    let names: Vec<&str> = names.iter().map(|name| &**name).collect();
    // Of messages that are declared twice the first one counts.
    let index: HashMap<&str, usize> =
        names.iter().enumerate().rev().map(|(index, name)| (*name, index)).collect();
    for entry in entries(table) {
        let count = capacity(&entry, diagnostics);
        let found = index.get(entry.key).and_then(|index| declared.get_mut(*index));
        if let Some(message) = found {
            message.capacity = count;
            message.capacity_place = Some(diagnostics.place(entry.value.span()));
            continue;
        }
        let known: &[&str] = if diagnostics.are_many() { &[] } else { &names };
        let nearest =
            known.iter().fold(Nearest::to(entry.key), |nearest, name| nearest.offer(name));
        let help = match nearest.found() {
            Some(near) => format!("`messages` has `{near}`: one of the two is misspelt"),
            None => format!(
                "add it to `messages`, or remove it; the declared messages are {}",
                list(&names)
            ),
        };
        diagnostics.push(
            FileErrorKind::WrongValue,
            entry.key_span.clone(),
            format!("`capacity` of `{}`, which service `{service}` does not declare", entry.key),
            help,
        );
    }
}

/// Reads a number of buffers, which is at least one.
fn capacity(entry: &Entry<'_, '_>, diagnostics: &mut Diagnostics<'_>) -> Option<usize> {
    let DeValue::Integer(integer) = entry.value.get_ref() else {
        let key = format!("capacity.{}", entry.key);
        diagnostics.wrong_type(&key, entry.value, "a number of buffers, such as 16");
        return None;
    };
    let count = count(integer);
    if count.is_none() {
        diagnostics.push(
            FileErrorKind::WrongValue,
            entry.value.span(),
            format!("the capacity of `{}` is not a number of buffers", entry.key),
            "write at least 1, or turn the pool off with `buffer_pool_enabled = false`",
        );
    }
    count
}

fn count(integer: &DeInteger<'_>) -> Option<usize> {
    let digits = integer.as_str();
    // A number that exceeds a `usize` is rejected later, because it exceeds the capacity of the message type.
    let number = match i128::from_str_radix(digits, integer.radix()) {
        Ok(number) => number,
        Err(_) if digits.starts_with('-') => i128::MIN,
        Err(_) => i128::MAX,
    };
    (number >= 1).then(|| usize::try_from(number).unwrap_or(usize::MAX))
}

fn enabled(entry: &Entry<'_, '_>, diagnostics: &mut Diagnostics<'_>) -> bool {
    if let DeValue::Boolean(enabled) = entry.value.get_ref() {
        return *enabled;
    }
    diagnostics.wrong_type(entry.key, entry.value, "`true` or `false`");
    true
}

fn overflow(entry: &Entry<'_, '_>, diagnostics: &mut Diagnostics<'_>) -> Option<Overflow> {
    let needed = list(&OVERFLOW_WORDS.map(|(word, _)| word)).replace('`', "\"");
    let DeValue::String(word) = entry.value.get_ref() else {
        diagnostics.wrong_type(entry.key, entry.value, &format!("one of {needed}"));
        return None;
    };
    let known = OVERFLOW_WORDS.into_iter().find(|(known, _)| known == word);
    if known.is_none() {
        unknown_word(word, entry.value, &needed, diagnostics);
    }
    known.map(|(_, overflow)| overflow)
}

fn unknown_word(
    word: &str,
    value: &Spanned<DeValue<'_>>,
    needed: &str,
    diagnostics: &mut Diagnostics<'_>,
) {
    let words = OVERFLOW_WORDS.iter();
    let nearest = words.fold(Nearest::to(word), |nearest, (known, _)| nearest.offer(known));
    let help = match nearest.found() {
        Some(meant) => format!("did you mean \"{meant}\"?"),
        None => format!("write one of {needed}"),
    };
    let what = format!("`overflow` cannot be \"{word}\"");
    diagnostics.push(FileErrorKind::WrongValue, value.span(), what, help);
}
