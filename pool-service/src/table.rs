//! The entries of a TOML table.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value, and the place of its key.
pub(crate) struct Entry<'t, 'i> {
    pub(crate) key: &'t str,
    pub(crate) key_span: core::ops::Range<usize>,
    pub(crate) value: &'t Spanned<DeValue<'i>>,
}

/// Returns the entries in the order of the text.
pub(crate) fn entries<'t, 'i>(table: &'t DeTable<'i>) -> Vec<Entry<'t, 'i>> {
    let mut entries: Vec<Entry<'t, 'i>> = table
        .iter()
        .map(|(key, value)| Entry { key: key.get_ref(), key_span: key.span(), value })
        .collect();
    entries.sort_by_key(|entry| entry.key_span.start);
    entries
}

/// Returns the names in backticks, separated by commas. Of many names it returns the first ones.
pub(crate) fn list(names: &[&str]) -> String {
    const MAX: usize = 20;
    let shown: Vec<String> = names.iter().take(MAX).map(|name| format!("`{name}`")).collect();
    match names.len().saturating_sub(MAX) {
        0 => shown.join(", "),
        more => format!("{}, and {more} more", shown.join(", ")),
    }
}
