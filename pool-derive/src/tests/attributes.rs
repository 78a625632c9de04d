//! The tables of attributes: they list the keys that the receivers read, and the guide has the same text.

use std::collections::BTreeSet;
use std::path::Path;

const FRAME: &str = include_str!("../attributes/frame.md");
const FRAME_SET: &str = include_str!("../attributes/frame_set.md");
const RUST: &str = include_str!("../attributes/rust.md");

/// The tables, and the receiver of the keys in the rows of each kind.
const RECEIVERS: [(&str, &str, &str); 5] = [
    (FRAME, "type", "TypeArgs"),
    (FRAME, "variant", "VariantArgs"),
    (FRAME, "field", "FieldArgs"),
    (FRAME_SET, "set", "SetArgs"),
    (FRAME_SET, "variant", "SetVariantArgs"),
];

/// The keys in the rows of `table` whose first cell is `on`.
fn documented(table: &str, on: &str) -> BTreeSet<String> {
    let rows = table.lines().filter_map(|line| line.strip_prefix(&format!("| {on} | ")));
    let attributes = rows.filter_map(|row| row.split(" | ").next());
    // Every second piece is between backticks.
    let keys = attributes.flat_map(|cell| cell.split('`').skip(1).step_by(2));
    keys.map(|key| key.split([' ', '(']).next().unwrap_or_default().to_owned()).collect()
}

/// The keys that the struct `receiver` in `attrs.rs` reads: its fields.
fn read(receiver: &str) -> BTreeSet<String> {
    let file = syn::parse_file(include_str!("../attrs.rs")).expect("the file is Rust");
    let receivers = file.items.iter().filter_map(|item| match item {
        syn::Item::Struct(item) if item.ident == receiver => Some(&item.fields),
        _ => None,
    });
    let keys = receivers.flatten().filter_map(|field| field.ident.as_ref());
    // A keyword, which no field can be called.
    keys.map(|key| key.to_string().replace("krate", "crate")).collect()
}

#[test]
fn the_tables_list_the_keys_that_are_read() {
    for (table, on, receiver) in RECEIVERS {
        assert_eq!(documented(table, on), read(receiver), "rows `{on}`, and `{receiver}`");
    }
}

#[test]
fn the_guide_has_the_tables() {
    let guide = Path::new(env!("CARGO_MANIFEST_DIR")).join("../GUIDE.md");
    let guide = std::fs::read_to_string(guide).expect("the guide can be read");
    for table in [FRAME, FRAME_SET, RUST] {
        assert!(guide.contains(table), "GUIDE.md lacks the table of `src/attributes`:\n{table}");
    }
}
