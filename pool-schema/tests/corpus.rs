//! Seed frames: what they claim is what decoding shows.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use pool_codec::schema::Value;
use pool_schema::{Header, Schema};

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
        let is_valid = tables.message(id).is_some_and(|info| {
            len == payload.len() && len <= info.max_size && Value::new(info.schema, payload).is_ok()
        });
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
