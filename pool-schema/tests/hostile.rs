//! Locks and schema files that somebody wrote to do harm.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use core::fmt::Write as _;

use pool_schema::{CompileError, JsonError, Schema, SchemaErrorKind};
use serde_json::{Value, json};

/// A lock with one message, and an enum.
fn lock() -> Value {
    json!({
        "pool_schema": 1,
        "name": "Market",
        "header": {
            "name": "TlvHeader", "size": 6, "max_id": 65535, "max_payload": 4_294_967_295_u64,
            "layout": { "id": [0, 1], "length": [2, 3, 4, 5] }
        },
        "reserved": [[9, 9]],
        "messages": [{ "id": 1, "name": "Tick", "type": "Tick" }],
        "types": [
            { "name": "Tick", "struct": { "fields": [
                { "name": "side", "type": "Side", "optional": true, "default": "9", "range": "1..=9" }
            ] } },
            { "name": "Side", "enum": { "tag": 1, "reserved": [[7, 8]], "variants": [
                { "name": "Bid", "tag": 0, "fields": [{ "name": "0", "type": "u8" }] },
                { "name": "Ask", "tag": 1 }
            ] } },
            { "name": "Hash", "alias": { "type": "u8", "path": "my::Hash" } }
        ]
    })
}

/// The place of the rule that the lock breaks with this change.
fn place(pointer: &str, value: Value) -> String {
    let mut lock = lock();
    *lock.pointer_mut(pointer).unwrap() = value;
    let error = Schema::from_json(&lock.to_string()).unwrap_err();
    assert!(!error.to_string().contains("evil\n"), "{error}");
    match error {
        JsonError::Invalid { place, .. } => place,
        error => panic!("{pointer}: {error}"),
    }
}

#[test]
fn from_json_applies_the_rules_of_schema_files() {
    Schema::from_json(&lock().to_string()).unwrap();
    // The parser of Rust is recursive.
    let deep = "a<".repeat(100_000);
    let evil = "X\nos.execute('evil\n')--";
    for (pointer, value, expected) in [
        ("/name", json!(evil), "name"),
        ("/name", json!("X // evil"), "name"),
        ("/header/name", json!(evil), "header.name"),
        ("/header/size", json!(1_u64 << 40), "header.size"),
        ("/header/layout/id", json!([6]), "header.layout.id"),
        ("/header/layout/id", json!([]), "header.layout.id"),
        ("/header/layout/length", json!([2, 9]), "header.layout.length"),
        ("/messages", json!([]), "messages"),
        ("/messages/0/name", json!(evil), "messages[0].name"),
        ("/messages/0/type", json!("Opaque<9, 0>"), "messages[0].type"),
        ("/messages/0/id", json!(70_000), "messages[0].id"),
        ("/messages/0/id", json!(9), "messages[0].id"),
        ("/reserved/0", json!([9, 8]), "reserved[0]"),
        ("/types/0/name", json!(evil), "types[0].name"),
        ("/types/0/struct/fields/0/range", json!("1..)"), "types[0].struct.fields[0].range"),
        ("/types/0/struct/fields/0/default", json!(deep), "types[0].struct.fields[0].default"),
        ("/types/2/alias/path", json!(deep), "types[2].alias.path"),
        ("/header/name", json!(deep), "header.name"),
        ("/types/1/enum/reserved/0", json!([1, 1]), "types[1].enum.variants[1].tag"),
        ("/types/0/name", json!("Side"), "types[1].name"),
        ("/types/0/struct/fields/0/name", json!("7"), "types[0].struct.fields[0].name"),
        (
            "/types/0/struct/fields/0/type",
            json!("[Opaque<18446744073709551615, 0>; 2]"),
            "types[0].struct.fields[0].type",
        ),
        ("/types/1/enum/tag", json!(3), "types[1].enum.tag"),
        ("/types/1/enum/variants/0/tag", json!(256), "types[1].enum.variants[0].tag"),
        ("/types/1/enum/variants/1/tag", json!(0), "types[1].enum.variants[1].tag"),
        ("/types/1/enum/variants/1/name", json!("Bid"), "types[1].enum.variants[1].name"),
        ("/types/1/enum/variants/0/fields/0/type", json!("Tick"), "types"),
    ] {
        assert_eq!(place(pointer, value), expected, "{pointer}");
    }
    let twice = json!([
        { "id": 1, "name": "Tick", "type": "Tick" }, { "id": 1, "name": "Tock", "type": "Tick" }
    ]);
    assert_eq!(place("/messages", twice), "messages[1].id");
}

#[test]
fn names_do_not_end_comments() {
    let mut schema = Schema::from_json(&lock().to_string()).unwrap();
    let source = schema.to_rust("a\nfn evil() {}.yaml").unwrap();
    assert!(!source.contains("\nfn evil"), "{source}");
    schema.name = "X\rY\nos.execute('evil')--".into();
    let lua = schema.dissector(&[]).unwrap();
    assert!(!lua.contains("\nos.execute") && !lua.contains('\r'), "{lua}");
}

/// A schema file whose types `A0`, `A1` .. each use the next one.
fn chain(len: usize, ty: impl Fn(usize) -> String, last: &str) -> String {
    let mut text = "messages: { M: { fields: { x: A0 } } }\ntypes:\n".to_owned();
    for index in 0..len {
        writeln!(text, "  A{index}: {}", ty(index.saturating_add(1))).unwrap();
    }
    writeln!(text, "  A{len}: {last}").unwrap();
    text
}

#[test]
fn types_do_not_expand_exponentially() {
    for text in [
        chain(30, |next| format!("{{ fields: {{ a: A{next}, b: A{next} }} }}"), "{ fields: [] }"),
        chain(20, |next| format!("\"(A{next}, A{next})\""), "\"()\""),
        // The encoding of one part is unknown.
        chain(30, |next| format!("\"(A{next}, A{next})\""), "my::Address"),
        // A chain that nests too deep for recursion.
        chain(5_000, |next| format!("{{ fields: {{ a: A{next} }} }}"), "u8"),
        chain(5_000, |next| format!("\"Option<A{next}>\""), "u8"),
    ] {
        let error = Schema::from_yaml(&text).unwrap_err().first;
        assert_eq!(error.kind(), SchemaErrorKind::WrongValue, "{error}");
        assert!(error.to_string().contains("contains too many types"), "{error}");
    }
    let shared = chain(12, |next| format!("{{ fields: {{ a: A{next}, b: A{next} }} }}"), "u8");
    let schema = Schema::from_yaml(&shared).unwrap();
    assert!(schema.changes_since(&schema).is_empty());
}

#[test]
fn locks_nest_at_most_64_definitions() {
    let lock = |len: usize| {
        let mut lock = lock();
        let types = lock["types"].as_array_mut().unwrap();
        types[0]["struct"]["fields"][0]["type"] = json!("A0");
        for index in 0..len {
            let ty = if index + 1 == len { "u8".to_owned() } else { format!("A{}", index + 1) };
            let fields = json!([{ "name": "x", "type": ty }]);
            types.push(json!({ "name": format!("A{index}"), "struct": { "fields": fields } }));
        }
        Schema::from_json(&lock.to_string())
    };
    assert!(lock(63).unwrap().compile().is_ok());
    assert!(matches!(lock(64), Err(JsonError::Invalid { .. })));
    assert!(matches!(lock(20_000), Err(JsonError::Invalid { .. })));
}

#[test]
fn schemas_in_code_are_checked_on_compilation() {
    let mut schema = Schema::from_json(&lock().to_string()).unwrap();
    for index in 0..20_000 {
        let mut next = schema.types[1].clone();
        next.name = format!("A{index}");
        next.shape = pool_schema::Shape::Alias {
            ty: Some(format!("[A{}; 2]", index + 1).parse().unwrap()),
            path: None,
        };
        schema.types.push(next);
    }
    assert!(matches!(schema.compile(), Err(CompileError::TooLong { .. })));
}
