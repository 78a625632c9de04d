//! The Rust code of schemas: as expected, and equal to the schema once it is compiled.
#![allow(
    clippy::unwrap_used,
    clippy::std_instead_of_core,
    reason = "a test may panic, and reads best as plain std"
)]

use std::path::Path;

use pool_codec::{FrameSet, Wire};
use pool_schema::{RustError, Schema, Shape};

#[rustfmt::skip]
#[path = "generated/everything.rs"]
#[allow(dead_code, unreachable_pub, reason = "the code is as a library has it")]
mod everything;
#[rustfmt::skip]
#[path = "generated/parts.rs"]
#[allow(unused_imports, dead_code, unreachable_pub, reason = "the code is as a library has it")]
mod parts;
#[rustfmt::skip]
#[path = "generated/plain.rs"]
#[allow(unused_imports, dead_code, unreachable_pub, reason = "the code is as a library has it")]
mod plain;
#[rustfmt::skip]
#[path = "generated/units.rs"]
#[allow(unused_imports, dead_code, unreachable_pub, reason = "the code is as a library has it")]
mod units;
#[rustfmt::skip]
#[path = "generated/wide.rs"]
#[allow(unused_imports, unreachable_pub, reason = "the code is as a library has it")]
mod wide;

fn read(file: &str) -> Schema {
    Schema::read_file(Path::new("tests/files").join(file)).unwrap_or_else(|error| panic!("{error}"))
}

/// `BLESS=1` writes the expected code. It is compiled as a part of this test.
#[test]
fn the_code_is_as_expected() {
    for (file, expected) in [
        ("everything.yaml", "everything.rs"),
        ("parts.yaml", "parts.rs"),
        ("plain.yaml", "plain.rs"),
        ("units.yaml", "units.rs"),
        ("wide.toml", "wide.rs"),
    ] {
        let source = read(file).to_rust(file).unwrap();
        let path = Path::new("tests/generated").join(expected);
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&path, &source).unwrap();
        }
        assert_eq!(std::fs::read_to_string(&path).unwrap(), source, "{file}");
    }
}

/// The schema without what only files have, in the order of the names.
fn comparable(schema: &Schema) -> Schema {
    let mut schema = schema.without_aliases();
    schema.docs.clear();
    // It limits no message of this set, so the compiler does not see it.
    schema.max_payload = None;
    schema.types.sort_by(|one, other| one.name.cmp(&other.name));
    for definition in &mut schema.types {
        definition.borrow = false;
        if let Shape::Struct { fields } = &mut definition.shape {
            fields.iter_mut().for_each(|field| field.default = None);
        }
    }
    schema
}

/// What the compiler makes of the code is what the file says: names, docs, types, bounds, tags, ids and rules.
#[test]
fn compiled_code_has_the_schema_of_the_file() {
    let file = read("everything.yaml");
    let compiled = Schema::of::<everything::Everything>();
    assert_eq!(comparable(&compiled), comparable(&file));
    assert_eq!(file.digest().unwrap(), everything::Everything::DIGEST);
    let tables = file.compile().unwrap();
    for (ours, theirs) in tables.messages().iter().zip(everything::Everything::MESSAGES) {
        assert_eq!(ours.schema, theirs.schema, "{}", ours.name);
        assert_eq!(
            (ours.id, ours.min_size, ours.max_size, ours.size_class, ours.capacity),
            (theirs.id, theirs.min_size, theirs.max_size, theirs.size_class, theirs.capacity),
            "{}",
            ours.name
        );
    }
    assert_eq!(*tables.pool_config(), everything::Everything::POOL_CONFIG);
}

#[test]
fn wide_prefixes_are_those_of_the_file() {
    assert_eq!(read("wide.toml").digest().unwrap(), wide::Wide::DIGEST);
    assert_eq!(wide::Transfer::MIN_SIZE, 8 + 8);
    assert_eq!(wide::Narrow::MIN_SIZE, 1);
    assert_eq!(wide::Signal::MIN_SIZE, 4);
}

/// Sets of which no form, or only some forms, point into the input.
#[test]
fn sets_without_borrowed_forms() {
    assert_eq!(read("parts.yaml").digest().unwrap(), parts::Parts::DIGEST);
    assert_eq!(read("plain.yaml").digest().unwrap(), plain::Plain::DIGEST);
    assert_eq!(read("units.yaml").digest().unwrap(), units::Units::DIGEST);
    assert_eq!(plain::ChoiceRef::Yes, plain::Choice::Yes);
}

#[test]
fn the_borrowed_forms_exist() {
    let order = everything::OrderRef::<'static> {
        kind: everything::KindRef::Market,
        owner: &[1; 20],
        amount: &[2; 32],
        letter: 'x',
        delta: pool_codec::Be(-1),
        content: pool_codec::BytesRef::new(b"abc").unwrap(),
    };
    assert_eq!(order.into_owned().content.as_slice(), b"abc");
}

#[test]
fn what_the_derives_cannot_express() {
    let mixed = "messages: { A: { fields: { x: 'Str<9, u64>', y: 'Str<9, u32>' } } }";
    let error = Schema::from_yaml(mixed).unwrap().to_rust("a.yaml").unwrap_err();
    assert_eq!(error, RustError::PrefixWidths { name: "A".into() });
    let opaque = "messages: { A: { fields: { x: 'Opaque<0, 9>' } } }";
    let error = Schema::from_yaml(opaque).unwrap().to_rust("a.yaml").unwrap_err();
    assert_eq!(error, RustError::Opaque { name: "A".into() });
}
