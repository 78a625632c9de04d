//! Schema files: their mistakes, and texts that are no schemas.
#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::std_instead_of_core,
    reason = "a test may panic, and reads best as plain std"
)]

use pool_schema::{Schema, SchemaErrorKind, Shape, Type};
use proptest::prelude::*;

/// All mistakes at once, each with a place and a way out. `BLESS=1` writes the expected text.
#[test]
fn mistakes() {
    let text = Schema::read_file("tests/files/mistakes.yaml").unwrap_err().to_string() + "\n";
    if std::env::var_os("BLESS").is_some() {
        std::fs::write("tests/files/mistakes.txt", &text).unwrap();
    }
    assert_eq!(text, std::fs::read_to_string("tests/files/mistakes.txt").unwrap());
}

#[track_caller]
fn only_error(text: &str, kind: SchemaErrorKind, what: &str) {
    let errors = Schema::from_yaml(text).unwrap_err();
    assert!(errors.others.is_empty(), "{errors}");
    assert_eq!(errors.first.kind(), kind, "{errors}");
    assert!(errors.to_string().contains(what), "{errors}");
}

#[test]
fn rules_about_the_whole_schema() {
    use SchemaErrorKind::{Duplicate, Recursive, Syntax, WrongValue};
    // A comment is no part of a name, although the parser of Rust skips it.
    for name in ["X // a", "X /* a */", "", "X Y"] {
        let text = format!("messages: [{{ name: '{name}', fields: [] }}]");
        let errors = Schema::from_yaml(&text).unwrap_err();
        assert!(errors.first.to_string().contains("is not a name in Rust"), "{errors}");
    }
    only_error(
        "types: { A: { fields: { b: B } }, B: { fields: { a: 'Option<A>' } } }\nmessages: { M: { fields: { a: A } } }",
        Recursive,
        "contains itself",
    );
    only_error(
        "types: { A: { fields: [] } }\nmessages: { M: { fields: { a: 'Seq<A, 9>' } } }",
        WrongValue,
        "takes no bytes",
    );
    only_error(
        "messages: { M: { fields: { a: { type: u8, default: 1 }, b: u8 } } }",
        WrongValue,
        "can be absent, but is not at the end",
    );
    only_error(
        "messages: { M: { fields: { a: u8, b: { type: '[u8; 0]', optional: true }, c: { type: 'Opaque<0, 9>', optional: true } } } }",
        WrongValue,
        "can have no bytes",
    );
    only_error("messages: { M: { max_size: 1, fields: { a: u16 } } }", WrongValue, "2 to 2 bytes");
    // The encoder writes the optional field.
    only_error(
        "messages: { M: { max_size: 2, fields: { a: u16, b: { type: u8, optional: true } } } }",
        WrongValue,
        "3 to 3 bytes",
    );
    only_error(
        "messages: { M: { fields: { a: Str<2000000> } } }",
        WrongValue,
        "max_payload: 1048576",
    );
    only_error(
        "types: { M: u8 }\nmessages: { M: { fields: [] } }",
        Duplicate,
        "two types have the name `M`",
    );
    only_error("a: &x [1]\nb: *x", Syntax, "aliases are not supported");
    only_error("messages: {\n", Syntax, "not YAML");
    only_error("", Syntax, "the file is empty");
    only_error(&"[".repeat(100_000), Syntax, "not YAML");
    only_error(&format!("a: {}{}", "[".repeat(40), "]".repeat(40)), Syntax, "levels deep");
    only_error(
        "messages: { M: { fields: { a: '\u{1b}]0;x' } } }",
        SchemaErrorKind::TypeSyntax,
        r"\u{1b}",
    );
}

#[test]
fn types_that_rust_cannot_express() {
    use SchemaErrorKind::WrongValue;
    let field = |ty: &str, what: &str| {
        only_error(&format!("messages: {{ M: {{ fields: {{ a: '{ty}' }} }} }}"), WrongValue, what);
    };
    for (ty, what) in [("Be<u24>", "`[u8; 3]`"), ("Be<u40>", "`u40`"), ("Seq<Be<i24>, 4>", "`i24`")]
    {
        field(ty, what);
    }
    field("Be<u8>", "a single byte has no order");
    field("Str<300, u8>", "a bound of at most 255");
    field("Option<Bytes<70000, u16>>", "a prefix of 16 bits");
    field("(u8,u8,u8,u8,u8,u8,u8,u8,u8,u8,u8,u8,u8)", "at most 12");
    only_error(
        "len: u8\nmessages: { M: { fields: { a: 'Str<300>' } } }",
        WrongValue,
        "cannot express the bound 300",
    );
}

#[test]
fn names_that_mean_something_else() {
    use SchemaErrorKind::{Duplicate, WrongValue};
    let names = "char u8 bool U24 U64 uint8 Option LowBitBool Str Bytes Seq Be RawFrame TlvHeader pool_codec Box String \
                 Vec FixedStr Opaque usize None NonZeroU8 Duration";
    for name in names.split_whitespace() {
        let part = format!(
            "types: {{ {name}: {{ fields: {{ a: u8 }} }} }}\nmessages: {{ M: {{ fields: [] }} }}"
        );
        let message = format!("messages: {{ {name}: {{ fields: [] }} }}");
        let set = format!("name: {name}\nmessages: {{ M: {{ fields: [] }} }}");
        let errors = |text: &str| Schema::from_yaml(text).unwrap_err().to_string();
        assert!(errors(&part).contains("is the name of another type"), "{name}");
        assert!(errors(&message).contains("is the name of another type"), "{name}");
        if name != "Duration" {
            only_error(&set, WrongValue, "is the name of another type");
        }
    }
    Schema::from_yaml("types: { Duration: u64 }\nmessages: { M: { fields: { a: Duration } } }")
        .unwrap();
    let message = |name: &str, rest: &str| {
        format!("name: M\n{rest}\nmessages: {{ {name}: {{ fields: [] }} }}")
    };
    only_error(&message("M", ""), Duplicate, "the set has a name, too");
    only_error(&message("MRef", ""), Duplicate, "`MRef` is the borrowed form of `M`");
    only_error(&message("Unknown", "keep_unknown: true"), Duplicate, "rename the message");
    only_error(
        "types: { FooRef: u8 }\nmessages: { Foo: { fields: { a: FooRef } } }",
        Duplicate,
        "the borrowed form of `Foo`",
    );
    only_error(
        "types: { uint160: u8, U160: u8 }\nmessages: { M: { fields: [] } }",
        Duplicate,
        "two types have the name `U160`",
    );
    let owned =
        "borrow: false\ntypes: { FooRef: u8 }\nmessages: { Foo: { fields: { a: FooRef } } }";
    Schema::from_yaml(owned).unwrap();
}

#[test]
fn forms_that_do_not_exist() {
    use SchemaErrorKind::Conflict;
    for ty in ["P", "[P; 2]", "Option<P>", "Seq<P, 4>", "Pair"] {
        let text = format!(
            "types: {{ P: {{ borrow: false, fields: {{ a: u8 }} }}, Pair: '(P, P)' }}\nmessages: {{ M: {{ fields: {{ a: '{ty}' }} }} }}"
        );
        only_error(&text, Conflict, "same value on both");
    }
    let default = |rest: &str| {
        format!(
            "messages: {{ M: {{ {rest} fields: {{ a: {{ type: Str<9>, default: 'text()' }} }} }} }}"
        )
    };
    only_error(&default(""), Conflict, "`optional: true` without `default`");
    let alias = default("").replace("Str<9>", "U256");
    only_error(&alias, Conflict, "`optional: true` without `default`");
    Schema::from_yaml(&default("borrow: false,")).unwrap();
}

#[test]
fn ranges_and_defaults() {
    let of = |ty: &str, key: &str, source: &str| {
        format!(
            "types: {{ Price: u8, Side: [A, B] }}\nmessages: {{ M: {{ fields: {{ a: {{ type: '{ty}', {key}: \"{source}\" }} }} }} }}"
        )
    };
    for (ty, key, source, what) in [
        ("u8", "range", "9..=3", "contains no value"),
        ("u8", "range", "3..3", "contains no value"),
        ("u8", "range", "..0", "contains no value"),
        ("i8", "range", "1..=-1", "contains no value"),
        ("Be<u16>", "range", "Be(9)..=Be(3)", "contains no value"),
        ("u8", "range", "300..", "`300` is not a value of `u8`"),
        ("Price", "range", "..=256", "`256` is not a value of `u8`"),
        ("u8", "range", "-1..", "`-1` is not a value of `u8`"),
        ("u8", "range", "1_u16..", "is not a value of `u8`"),
        ("u8", "range", "1.5..", "is not a value of `u8`"),
        ("Be<u16>", "range", "1..=9", "`Be(1)`"),
        ("Be<u16>", "range", "Be(70000)..", "`70000` is not a value of `u16`"),
        ("Be<f32>", "range", "1.0..", "`Be(1.0)`"),
        ("u24", "range", "1..", "`U24::from(1_u8)`"),
        ("f32", "range", "1..=9", "`1.0`"),
        ("char", "range", "1..", "`'a'`"),
        ("Str<9>", "range", "1..", "`range` on the type `Str<9>`"),
        ("Option<u8>", "range", "1..", "`range` on the type `Option<u8>`"),
        ("[u8; 4]", "range", "1..", "`range` on the type `[u8; 4]`"),
        ("Side", "range", "0..", "`range` on the type `Side`"),
        ("bool", "range", "false..", "`range` on the type `bool`"),
        ("u8", "default", "300", "`300` is not a value of `u8`"),
        ("f64", "default", "1", "`1.0`"),
        ("Be<u32>", "default", "1", "`Be(1)`"),
    ] {
        only_error(&of(ty, key, source), SchemaErrorKind::WrongValue, what);
    }
    for (ty, key, source) in [
        ("u8", "range", "1..=255"),
        ("u8", "range", "..=0"),
        ("i8", "range", "-128..=127"),
        ("u128", "range", "1..=340282366920938463463374607431768211455"),
        ("u16", "range", "LOW..=9"),
        ("Be<u16>", "range", "Be(1)..=Be(9)"),
        ("f32", "range", "-1.5..=9.0"),
        ("char", "range", "'a'..='z'"),
        ("u24", "range", "U24::from(1_u8).."),
        ("Price", "default", "0xFF"),
        ("i64", "default", "-1"),
        ("Option<u8>", "default", "Some(1)"),
        ("Be<u32>", "default", "Be(1)"),
    ] {
        Schema::from_yaml(&of(ty, key, source)).unwrap();
    }
}

#[test]
fn numbers_in_other_notations() {
    use SchemaErrorKind::WrongValue;
    let id = |id: &str| format!("messages: {{ M: {{ id: {id}, fields: [] }} }}");
    for (text, number) in [("0b11", 3), ("0o17", 15), ("0x1F", 31), ("1_000", 1000)] {
        assert_eq!(Schema::from_yaml(&id(text)).unwrap().messages[0].id, number);
    }
    only_error(&id("-1"), WrongValue, "the id is -1");
    only_error(&id("-1"), WrongValue, "from 0 to ");
}

#[test]
fn limits_of_sets() {
    use SchemaErrorKind::{Conflict, WrongValue};
    only_error(
        "messages: { M: { capacity: 16777217, fields: [] } }",
        WrongValue,
        "at most 16777216",
    );
    only_error(
        "max_payload: 3\nmessages: { M: { fields: { a: u64 } } }",
        WrongValue,
        "at least 8 bytes",
    );
    only_error("reserved: [4294967296]\nmessages: { M: { fields: [] } }", WrongValue, "4294967295");
    only_error(
        "messages: { M: { variants: [A], other: { name: B, fields: { tag: u8 } } } }",
        Conflict,
        "rename it",
    );
    only_error(
        "messages: { M: { variants: [A], other: A } }",
        SchemaErrorKind::Duplicate,
        "two variants have the name `A`",
    );
    let path =
        format!("types: {{ A: 'a{}' }}\nmessages: {{ M: {{ fields: [] }} }}", "::b".repeat(99));
    only_error(&path, WrongValue, "at most 200 characters");
}

/// A chain of parts, each of which has the fields `names` of the next.
fn chain(len: usize, names: &[&str]) -> String {
    let field = |name: &&str, index| format!("{name}: T{}", index + 1);
    let fields = |index| names.iter().map(|name| field(name, index)).collect::<Vec<_>>().join(", ");
    let part = |index| format!("  T{index}: {{ fields: {{ {} }} }}\n", fields(index));
    let parts: String = (0..len).map(part).collect();
    format!(
        "types:\n{parts}  T{len}: u8\nmessages: {{ M: {{ fields: {{ a: 'Option<T{len}>' }} }} }}"
    )
}

#[test]
fn definitions_in_each_other() {
    use SchemaErrorKind::WrongValue;
    let (one, two): (&[&str], &[&str]) = (&["a"], &["a", "b"]);
    only_error(&chain(1000, one), WrongValue, "contains too many types in each other");
    let schema = Schema::from_yaml(&chain(62, one).replace("u8", "'[u8; 4]'")).unwrap();
    schema.to_rust("chain.yaml").unwrap();
    only_error(&chain(1000, two), WrongValue, "contains too many types");
    only_error(&chain(40, two), WrongValue, "contains too many types");
    Schema::from_yaml(&chain(10, two)).unwrap().to_rust("chain.yaml").unwrap();
    let errors =
        Schema::from_yaml(&(chain(1000, two).replace("T1000: u8", "T1000: T0"))).unwrap_err();
    assert_eq!(errors.first.kind(), SchemaErrorKind::Recursive);
}

#[test]
fn many_errors_end_the_search_for_similar_names() {
    let message = |index| format!("  M{index}: {{ fields: {{ a: Unknown{index} }} }}\n");
    let text: String = (0..20_000).map(message).collect();
    let errors = Schema::from_yaml(&format!("messages:\n{text}")).unwrap_err();
    assert_eq!(errors.iter().count(), 100);
}

/// The forms that projects use today.
#[test]
fn the_map_form_without_messages() {
    let schema = Schema::from_yaml(
        r#"
V2Swap: {type_id: 19, domain: market_data, fields: {pool_address: "[u8; 20]", amount0_in: U256, timestamp_ns: u64, symbol: FixedStr<16>, path: "FixedVec<Address, 4>"}}
"#,
    )
    .unwrap();
    let [message] = &*schema.messages else { panic!() };
    assert_eq!((message.id, &*message.name), (19, "V2Swap"));
    let types: Vec<String> = schema
        .definition("V2Swap")
        .unwrap()
        .fields()
        .iter()
        .map(|field| field.ty.to_string())
        .collect();
    assert_eq!(types, ["[u8; 20]", "U256", "u64", "FixedStr<16>", "Seq<Address, 4>"]);
    assert_eq!(schema.compile().unwrap().message(19).unwrap().max_size, 20 + 32 + 8 + 16 + 1 + 80);
}

#[test]
fn every_number_type_of_contracts() {
    for (name, size) in [
        ("uint8", 1),
        ("uint24", 3),
        ("uint128", 16),
        ("uint160", 20),
        ("int40", 5),
        ("int56", 7),
        ("int256", 32),
        ("bytes32", 32),
    ] {
        let text = format!("messages: {{ M: {{ fields: {{ a: {name} }} }} }}");
        let schema = Schema::from_yaml(&text).unwrap();
        assert_eq!(schema.compile().unwrap().max_size(), size, "{name}");
    }
    only_error("messages: { M: { fields: { a: uint7 } } }", SchemaErrorKind::UnknownType, "`U7`");
}

#[test]
fn numbering_without_ids() {
    let text = "reserved: [2]\nmessages: [{ name: A, fields: [] }, { name: B, fields: [] }, { name: C, id: 9, fields: [] }, { name: D, fields: [] }]";
    let ids = |schema: Schema| schema.messages.iter().map(|message| message.id).collect::<Vec<_>>();
    assert_eq!(ids(Schema::from_yaml(text).unwrap()), [1, 3, 9, 10]);
}

#[test]
fn a_described_header() {
    let text = "
header: { rust: my::Short, size: 3, id: [0], length: [2, 1], length_includes: 3 }
messages: { A: { fields: { x: 'my_type' } } }
types: { my_type: my::Type }";
    let schema = Schema::from_yaml(text).unwrap();
    assert_eq!((schema.header.max_id, schema.header.max_payload), (0xFF, 0xFFFF - 3));
    assert!(
        matches!(&schema.types[0].shape, Shape::Alias { ty: None, path: Some(path) } if path == "my::Type")
    );
    assert!(schema.compile().unwrap_err().to_string().contains("known only to the compiler"));
}

#[test]
fn json_round_trips_and_has_a_version() {
    let schema = Schema::read_file("tests/files/everything.yaml").unwrap();
    let json = schema.to_json();
    assert_eq!(Schema::from_json(&json).unwrap(), schema);
    let newer = json.replace("\"pool_schema\": 1", "\"pool_schema\": 2");
    let error = Schema::from_json(&newer).unwrap_err();
    assert!(error.to_string().contains("version 2"), "{error}");
    assert!(Schema::from_json("{").is_err());
}

proptest! {
    #[test]
    fn any_text_is_an_error_or_a_schema(text in "\\PC{0,200}") {
        let _ = (Schema::from_yaml(&text), Schema::from_toml(&text), Schema::from_json(&text));
        let _ = text.parse::<Type>();
    }

    /// Words of schema files in any arrangement.
    #[test]
    fn words_in_any_order(words in prop::collection::vec(prop::sample::select(vec![
        "messages:", "types:", "fields:", "name:", "A", "u8", "{", "}", "[", "]", ",", ": ", "\n", "\n  ", "- ", "id:", "1",
        "'Str<9>'", "variants:", "tag:", "other:", "default:", "range:", "1..=9", "header:", "sv2", "trailing:", "allow",
    ]), 0..40)) {
        let _ = Schema::from_yaml(&words.concat());
    }

    #[test]
    fn types_round_trip(text in "(u8|Be<u16>|[a-z]{1,3}|Str<[1-9][0-9]{0,5}>|Option<i32>|\\[u8; 4\\]|Seq<(u8|T), 300>|\\(u8, f64\\)|\\(u8,\\))") {
        let ty: Type = text.parse().unwrap();
        prop_assert_eq!(ty.to_string(), text);
    }

    /// A changed character of a schema file does not cause a panic, and errors have places in the text.
    #[test]
    fn damaged_files(at in 0..1900_usize, byte in prop::sample::select(b"\n :{}[]<>'\"0aZ-,#&*!|".to_vec())) {
        let mut bytes = include_bytes!("files/everything.yaml").to_vec();
        let at = at % bytes.len();
        bytes[at] = byte;
        if let Ok(schema) = Schema::from_yaml(&String::from_utf8(bytes).unwrap()) {
            let _ = schema.to_rust("everything.yaml");
        }
    }
}
