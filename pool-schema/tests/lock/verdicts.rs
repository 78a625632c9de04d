//! Single changes, and how they are sorted.

use pool_schema::{Impact, Reading, Schema};

fn schema(yaml: &str) -> Schema {
    Schema::from_yaml(&format!("name: Market\n{yaml}")).unwrap_or_else(|error| panic!("{error}"))
}

/// The verdict about two bodies of the same message.
#[track_caller]
fn fields(old: &str, new: &str, impact: Impact, old_reads: Reading, new_reads: Reading) {
    let of = |fields: &str| schema(&format!("messages: {{ Tick: {{ {fields} }} }}"));
    let changes = of(new).changes_since(&of(old));
    let found = (changes.impact().unwrap(), changes.old_reads(), changes.new_reads());
    assert_eq!(found, (impact, old_reads, new_reads), "{changes}");
}

#[test]
fn rows_of_the_guide() {
    use Impact::{Breaks, Compatible, Names};
    use Reading::{All, Some, Wrong};
    // A new field at the end with `default`, and `trailing` on the old side.
    let old = "trailing: allow, fields: { price: u64 }";
    let new = "trailing: allow, fields: { price: u64, venue: { type: Str<20>, optional: true } }";
    fields(old, new, Compatible, Some, All);
    fields("fields: { price: u64 }", &new.replace("allow", "0"), Breaks, Wrong, All);
    fields(old, "trailing: allow, fields: { price: u64, size: u32 }", Breaks, Some, Wrong);
    // A larger and a smaller maximum.
    fields("fields: { x: Str<20> }", "fields: { x: Str<200> }", Compatible, Some, All);
    fields("fields: { x: Str<200> }", "fields: { x: Str<20> }", Compatible, All, Some);
    fields("fields: { x: 'Seq<u8, 9>' }", "fields: { x: 'Seq<u8, 8>' }", Compatible, All, Some);
    fields(
        "fields: { x: Str<200> }",
        "max_size: 100, fields: { x: Str<200> }",
        Compatible,
        All,
        Some,
    );
    // Another prefix width, type, order, or a field in the middle.
    fields("fields: { x: Str<255> }", "fields: { x: Str<256> }", Breaks, Wrong, Wrong);
    fields("fields: { x: u32 }", "fields: { x: i32 }", Breaks, Wrong, Wrong);
    fields("fields: { x: u32 }", "fields: { x: Be<u32> }", Breaks, Wrong, Wrong);
    fields("fields: { x: u8, y: u8 }", "fields: { y: u8, x: u8 }", Breaks, Wrong, Wrong);
    fields("fields: { x: u8, y: u8 }", "fields: { x: u8, z: u8, y: u8 }", Breaks, Wrong, Wrong);
    // A range.
    let ranged = "fields: { x: { type: u8, range: 1..=9 } }";
    fields("fields: { x: u8 }", ranged, Compatible, All, Some);
    fields(ranged, "fields: { x: u8 }", Compatible, Some, All);
    // Names and docs.
    fields("fields: { x: u8 }", "fields: { y: u8 }", Names, All, All);
    fields("fields: { x: u8 }", "docs: A tick., fields: { x: u8 }", Names, All, All);
}

#[test]
fn enums() {
    use Impact::{Breaks, Compatible};
    use Reading::{All, Some, Wrong};
    let kept = "other: Unknown";
    fields("variants: [A, B]", "variants: [A, B, C]", Breaks, Wrong, All);
    fields("variants: [A, B, C]", "variants: [A, B]", Breaks, All, Wrong);
    fields(
        &format!("variants: [A], {kept}"),
        &format!("variants: [A, B], {kept}"),
        Compatible,
        All,
        All,
    );
    fields("variants: [A]", &format!("variants: [A], {kept}"), Compatible, Some, All);
    fields(&format!("variants: [A], {kept}"), "variants: [A]", Breaks, All, Wrong);
    let filled = "variants: { A: 0, B: { tag: 1, fields: [u8] } }, other: { name: Unknown, fields: [Bytes<9>] }";
    fields(&format!("variants: [A], {kept}"), filled, Breaks, Wrong, Wrong);
    fields("variants: [A, B]", "tag: u16, variants: [A, B]", Breaks, Wrong, Wrong);
    fields("variants: { A: 0, B: 1 }", "variants: { A: 0, B: 2 }", Breaks, Wrong, Wrong);
}

/// What a name stands for has moved: each side takes one for the other, although all encodings are equal.
#[test]
fn names_in_the_place_of_others() {
    use Impact::{Breaks, Names};
    use Reading::{All, Wrong};
    fields("variants: [X, Y]", "variants: { X: 1, Y: 0 }", Breaks, Wrong, Wrong);
    let kept = "other: Unknown";
    fields(
        &format!("variants: [Bid, Ask], {kept}"),
        &format!("variants: [Both, Bid, Ask], {kept}"),
        Breaks,
        Wrong,
        Wrong,
    );
    fields("variants: [X, Y]", "variants: [X, Z]", Names, All, All);
    fields("fields: { x: u8 }", "trailing: allow, fields: { y: u8, x: u8 }", Breaks, Wrong, Wrong);
    let messages = |names: &str| {
        let list = names.split(' ').map(|name| format!("{name}: {{ fields: {{ x: u8 }} }}"));
        schema(&format!("messages: {{ {} }}", list.collect::<Vec<_>>().join(", ")))
    };
    let ids = |a: u8, b: u8| {
        schema(&format!(
            "messages: {{ A: {{ id: {a}, fields: [] }}, B: {{ id: {b}, fields: [] }} }}"
        ))
    };
    for (old, new) in [
        (ids(1, 2), ids(2, 1)),
        (messages("Buy Sell"), messages("Cancel Buy Sell")),
        (messages("Cancel Buy Sell"), messages("Buy Sell")),
    ] {
        let changes = new.changes_since(&old);
        assert_eq!(changes.impact(), Some(Breaks), "{changes}");
        assert!(changes.to_string().contains("in place of"), "{changes}");
    }
    assert_eq!(messages("Buy Sold").changes_since(&messages("Buy Sell")).impact(), Some(Names));
}

#[test]
fn messages_that_one_side_lacks() {
    let set = |kept: bool, names: &str| {
        schema(&format!("keep_unknown: {kept}\nmessages: {{ A: {{ fields: [] }}{names} }}"))
    };
    let more = ", B: { fields: [] }";
    let verdict = |kept, old: &str, new: &str| {
        let changes = set(kept, new).changes_since(&set(kept, old));
        (changes.impact().unwrap(), changes.old_reads(), changes.new_reads())
    };
    assert_eq!(verdict(false, "", more), (Impact::Compatible, Reading::Some, Reading::All));
    assert_eq!(verdict(true, "", more), (Impact::Compatible, Reading::All, Reading::All));
    assert_eq!(verdict(false, more, "").0, Impact::Breaks);
    assert_eq!(verdict(true, more, ""), (Impact::Compatible, Reading::All, Reading::All));
}

#[test]
fn growth_that_no_old_peer_accepts() {
    use Impact::{Breaks, Compatible};
    use Reading::{All, Some, Wrong};
    let with = |ty: &str| {
        format!("trailing: 4, fields: {{ a: u8, b: {{ type: '{ty}', optional: true }} }}")
    };
    fields("trailing: 4, fields: { a: u8 }", &with("[u8; 20]"), Breaks, Wrong, All);
    fields("trailing: 4, fields: { a: u8 }", &with("[u8; 4]"), Compatible, Some, All);
    fields("trailing: 4, fields: { a: u8 }", &with("Str<20>"), Compatible, Some, All);
    fields(&with("(u32, u8)"), "trailing: 4, fields: { a: u8 }", Breaks, All, Wrong);
}

#[test]
fn ranges_and_defaults() {
    use Impact::{Breaks, Compatible};
    use Reading::{All, Some, Wrong};
    let ranged = |range: &str| format!("fields: {{ x: {{ type: u8, range: {range} }} }}");
    fields(&ranged("1..=5"), &ranged("6..=9"), Breaks, Wrong, Wrong);
    fields(&ranged("1..=5"), &ranged("5.."), Compatible, Some, Some);
    fields(&ranged("1..=5"), &ranged("1..6"), Compatible, All, All);
    let default = |value: &str| format!("fields: {{ x: {{ type: u8, default: '{value}' }} }}");
    fields(&default("5"), &default("9"), Compatible, All, All);
}

#[test]
fn parts_and_messages() {
    let with =
        |parts: &str, messages: &str| schema(&format!("types: {parts}\nmessages: {messages}"));
    let messages =
        "{ A: { fields: { level: Level } }, B: { fields: { levels: 'Seq<Level, 9>' } } }";
    let old = with("{ Level: { fields: { price: u32 } } }", messages);
    let new = with("{ Level: { fields: { price: u64 } } }", messages);
    let changes = new.changes_since(&old);
    // A part that two messages contain is reported once.
    assert_eq!(
        changes.iter().filter(|change| change.place == "Level.price").count(),
        1,
        "{changes}"
    );

    let two =
        schema("reserved: [7]\nmessages: { A: { id: 1, fields: [] }, B: { id: 2, fields: [] } }");
    let other = schema(
        "messages: { A: { id: 3, fields: [] }, C: { id: 7, fields: [] }, D: { id: 8, fields: [] } }",
    );
    let text = other.changes_since(&two).to_string();
    for line in [
        "A: the id was 0x1, is 0x3",
        "B: is gone, with the id 0x2",
        "C: has the id 0x7, which was reserved",
        "D: is new, with the id 0x8",
    ] {
        assert!(text.contains(line), "{line} in {text}");
    }
    assert!(two.changes_since(&two).is_empty());
    assert_eq!(two.changes_since(&two).to_string(), "no differences");
}

#[test]
fn memory_has_bytes_before_and_after() {
    let of = |len: u32| schema(&format!("messages: {{ Tick: {{ fields: {{ x: Str<{len}> }} }} }}"));
    let text = of(250).changes_since(&of(100)).to_string();
    let line = "Tick: class of 256 bytes, was 128; the longest payload has 251 bytes, was 101";
    assert!(text.contains(line), "{text}");
    assert!(text.contains("memory only"), "{text}");
    assert!(text.contains("Market: the pool takes"), "{text}");
    let capacity =
        |slots: u32| schema(&format!("messages: {{ T: {{ capacity: {slots}, fields: [] }} }}"));
    let changes = capacity(5000).changes_since(&capacity(10));
    assert_eq!(changes.impact(), Some(Impact::Memory), "{changes}");
}

/// The message that a failing test shows.
#[test]
fn a_message_worth_showing() {
    let old = schema(
        "messages: { SwapEvent: { fields: { pool: Address, amount_in: u32, note: Str<20> } } }",
    );
    let new = schema(
        "messages: { SwapEvent: { fields: { pool: Address, amount_in: u64, note: Str<200> } } }",
    );
    let text = new.changes_since(&old).to_string();
    // The pool's own bookkeeping depends on the platform.
    let (text, pool) = text.rsplit_once("\n").unwrap();
    assert!(pool.starts_with("  Market: the pool takes "), "{pool}");
    assert_eq!(
        text,
        "breaks peers\n  \
         SwapEvent.amount_in: was u32, is u64\n    \
         each side rejects or misreads this field of the other, and everything after it\n\
         compatible, within these bounds\n  \
         SwapEvent.note: at most 200 bytes, was 20\n    \
         an old peer rejects more than 20 bytes\n\
         memory only\n  \
         SwapEvent: class of 256 bytes, was 128; the longest payload has 229 bytes, was 45"
    );
}
