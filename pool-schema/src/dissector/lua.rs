//! Tables in Lua source.

use core::fmt;

/// A table constructor that is under construction.
pub(super) struct Table {
    entries: Vec<String>,
}

impl Table {
    pub(super) const fn new() -> Self {
        Self { entries: Vec::new() }
    }

    pub(super) fn text(&mut self, key: &str, value: &str) {
        self.entries.push(format!("{key} = {}", quoted(value)));
    }

    pub(super) fn number(&mut self, key: &str, value: u64) {
        // Lua counts with doubles where its integers end, and no frame is as long.
        self.entries.push(format!("{key} = {}", value.min(1 << 53)));
    }

    pub(super) fn flag(&mut self, key: &str) {
        self.entries.push(format!("{key} = true"));
    }

    /// A list of values that are Lua source.
    pub(super) fn list(&mut self, key: &str, values: impl Iterator<Item = String>) {
        let values = values.collect::<Vec<_>>().join(", ");
        self.entries.push(format!("{key} = {{{values}}}"));
    }

    pub(super) fn table(&mut self, key: &str, fill: impl FnOnce(&mut Self)) {
        self.nested(key.to_owned(), fill);
    }

    /// A table under a key that is Lua source.
    pub(super) fn table_at(&mut self, key: &str, fill: impl FnOnce(&mut Self)) {
        self.nested(format!("[{key}]"), fill);
    }

    pub(super) fn table_at_text(&mut self, key: &str, fill: impl FnOnce(&mut Self)) {
        self.nested(format!("[{}]", quoted(key)), fill);
    }

    /// A list of tables.
    pub(super) fn tables<T>(&mut self, key: &str, items: &[T], fill: impl Fn(&T, &mut Self)) {
        let mut list = Self::new();
        for item in items {
            let mut table = Self::new();
            fill(item, &mut table);
            list.entries.push(table.to_string());
        }
        self.entries.push(format!("{key} = {list}"));
    }

    fn nested(&mut self, key: String, fill: impl FnOnce(&mut Self)) {
        let mut table = Self::new();
        fill(&mut table);
        self.entries.push(format!("{key} = {table}"));
    }
}

/// Short tables take one line.
impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line = self.entries.join(", ");
        if line.len() <= 90 && !line.contains('\n') {
            return write!(f, "{{ {line} }}");
        }
        let lines = self.entries.join(",\n").replace('\n', "\n  ");
        write!(f, "{{\n  {lines},\n}}")
    }
}

/// Text in quotes. Bytes other than printable ASCII are escaped.
fn quoted(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b'"' | b'\\' => format!("\\{}", char::from(byte)),
        b' '..=b'~' => char::from(byte).to_string(),
        byte => format!("\\{byte:03}"),
    };
    format!("\"{}\"", text.bytes().map(byte).collect::<String>())
}
