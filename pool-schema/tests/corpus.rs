//! Seed frames: what they claim is what decoding shows.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use pool_codec::schema::Value;
use pool_schema::{Header, Schema, Shape};

#[test]
fn seeds_are_what_they_claim() {
    let schema = Schema::read_file("tests/files/everything.yaml").unwrap();
    let tables = schema.compile().unwrap();
    let layout = schema.header.layout.clone().unwrap();
    let seeds = schema.corpus(7).unwrap();
    let of = |name: &str| seeds.iter().filter(move |seed| seed.name.starts_with(name)).count();
    for message in &schema.messages {
        assert!(of(&message.name) >= 3, "{}", message.name);
    }
    for seed in &seeds {
        let (id, len) = layout.decode(&seed.frame).unwrap();
        let payload = &seed.frame[6..];
        let is_valid = match tables.message(id) {
            Some(info) => {
                let is_whole = len == payload.len() && len <= info.max_size;
                is_whole && Value::new(info.schema, payload).is_ok()
            }
            None => schema.keeps_unknown && len == payload.len(),
        };
        assert_eq!(is_valid, seed.is_valid, "{}", seed.name);
    }
    let valid = seeds.iter().filter(|seed| seed.is_valid).count();
    assert!(valid >= 10 && seeds.len() - valid >= 10, "{valid} of {}", seeds.len());
    assert_eq!(schema.corpus(7).unwrap(), seeds);
    assert_ne!(schema.corpus(8).unwrap(), seeds);
}

#[test]
fn headers_round_trip() {
    for header in [Header::tlv(), Header::sv2()] {
        let layout = header.layout.unwrap();
        for (id, len) in [(0, 0), (1, 70_000), (header.max_id, 0xFF_FFFF)] {
            let bytes = layout.encode(header.size, id, len).unwrap();
            assert_eq!(layout.decode(&bytes), Some((id, len)));
            assert_eq!(layout.decode(&bytes[..3]), None);
        }
        assert_eq!(layout.encode(header.size, u32::MAX, 0), None);
    }
    let bytes = Header::sv2().layout.unwrap().encode(6, 0x80_00_15, 45).unwrap();
    assert_eq!(bytes, [0x00, 0x80, 0x15, 0x2D, 0, 0]);
}

/// The seeds of a message with these fields.
fn seeds(text: &str) -> Vec<pool_schema::Seed> {
    let seeds = Schema::from_yaml(text).unwrap().corpus(1).unwrap();
    assert!(seeds.iter().all(|seed| seed.frame.len() <= (512 << 10)), "{text}");
    seeds
}

#[test]
fn enormous_messages_have_few_seeds() {
    for (ty, samples) in [
        ("[u8; 100000000000]", 0),
        ("[E; 1000000000000]", 0),
        ("[[E; 1000000]; 1000000]", 0),
        ("Seq<[u8; 100000000000], 9>", 4),
        ("Option<[u8; 100000000000]>", 1),
        ("Seq<Option<[u8; 1000]>, 1000000>", 1),
        ("Wide", 0),
        ("Seq<u64, 1000000>", 7),
        ("Bytes<100000000>", 7),
    ] {
        // Files refuse some of these types, but locks and code do not.
        let mut schema = Schema::from_yaml(
            "types: { E: { fields: [] }, Wide: { variants: { A: 0, B: { fields: [\"Seq<u64, 1000000000>\"] } } } }\n\
             messages: { A: { fields: { x: u8 } } }",
        )
        .unwrap();
        schema.max_payload = Some(1000);
        for definition in &mut schema.types {
            match &mut definition.shape {
                Shape::Struct { fields } if definition.name == "A" => {
                    fields[0].ty = ty.parse().unwrap()
                }
                Shape::Enum { variants, .. } => {
                    variants[0].fields = variants[1].fields.clone();
                    variants[0].fields[0].ty = "[u8; 1000000000]".parse().unwrap();
                }
                _ => {}
            }
        }
        let seeds = schema.corpus(1).unwrap();
        assert!(seeds.iter().all(|seed| seed.frame.len() <= (512 << 10)), "{ty}");
        let count = seeds.iter().filter(|seed| seed.name.starts_with("A-")).count();
        assert!(count >= samples && (samples > 0 || count == 0), "{ty}: {count}");
    }
    // The optional field is present in the shortest sample.
    seeds(
        "max_payload: 1000\nmessages: { A: { fields: [{ name: x, type: u8 }, \
         { name: y, type: \"[u8; 1000000000]\", optional: true }] } }",
    );
}

#[test]
fn headers_of_any_size_take_little_memory() {
    let layout = Header::tlv().layout.unwrap();
    assert_eq!(layout.encode(1 << 40, 1, 1), None);
    let mut schema = Schema::from_yaml("messages: { A: { fields: { x: u8 } } }").unwrap();
    schema.header.size = 1 << 40;
    schema.messages[0].ty = "Opaque<18446744073709551615, 0>".parse().unwrap();
    assert!(schema.corpus(1).is_err() || schema.corpus(1).unwrap().is_empty());
}

#[test]
fn seeds_outside_ranges_are_not_valid() {
    for ty in ["u8", "u128", "f64"] {
        let range = if ty == "f64" { "0.0..=100.0" } else { "1..=100" };
        let text = format!(
            "types: {{ P: {{ fields: [{{ name: y, type: {ty}, range: {range} }}] }} }}\n\
             messages: {{ A: {{ fields: {{ x: \"[P; 2]\" }} }} }}"
        );
        let seeds = seeds(&text);
        let ones = seeds.iter().find(|seed| seed.name == "A-ones").unwrap();
        assert!(!ones.is_valid, "{ty}");
        for seed in seeds.iter().filter(|seed| ty == "f64" && seed.is_valid) {
            let (numbers, _) = seed.frame[6..].as_chunks::<8>();
            let is_within = |bytes: &[u8; 8]| (0.0..=100.0).contains(&f64::from_le_bytes(*bytes));
            assert!(numbers.iter().all(is_within), "{}", seed.name);
        }
    }
}

#[test]
fn frames_of_unknown_ids_are_valid_if_the_set_keeps_them() {
    for keeps in [false, true] {
        let seeds =
            seeds(&format!("keep_unknown: {keeps}\nmessages: {{ A: {{ fields: {{ x: u8 }} }} }}"));
        let unknown = seeds.iter().find(|seed| seed.name == "header-unknown-id").unwrap();
        assert_eq!(unknown.is_valid, keeps);
    }
}
