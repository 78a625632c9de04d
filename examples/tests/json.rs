//! Tests JSON for kinds of values that no message of the capture has.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use examples::json;
use pool_codec::schema::Value;
use pool_codec::schema::{Field, Schema, Variant};
use pool_codec::{Be, Wire};
use serde_json::json;

#[test]
fn tuples_characters_and_enums_with_data() {
    static SHAPE: Schema = Schema::enumeration(
        "Shape",
        1,
        &[
            Variant::new("Circle", 1, &[Field::new("Circle.radius", u16::SCHEMA)]),
            Variant::new("Empty", 2, &[]),
        ],
        None,
    );
    let json = |schema, bytes| json::value(&Value::new(schema, bytes).unwrap());
    assert_eq!(
        json(&SHAPE, &[1, 7, 0]),
        json!({ "tag": 1, "variant": "Circle", "fields": { "radius": 7 } })
    );
    assert_eq!(json(&SHAPE, &[2]), json!(2));
    assert_eq!(json(<(u8, Be<u16>)>::SCHEMA, &[1, 2, 3]), json!([1, 0x0203]));
    assert_eq!(json(<()>::SCHEMA, &[]), json!([]));
    assert_eq!(json(char::SCHEMA, "ß".as_bytes()), json!("c39f"));
}

#[test]
fn what_a_terminal_acts_on_is_escaped() {
    let hostile =
        "\u{1b}]0;x\u{7}\u{7f}\u{9b}\u{ad}\u{202e}\u{2066}\u{61c}\u{feff}\u{e0041}\"\\\n'é";
    let value = json!({ hostile: [hostile, 1] });
    let text = json::printable(&value);
    let escaped = concat!(
        r"\u001b]0;x\u0007\u007f\u009b\u00ad\u202e\u2066\u061c\ufeff\udb40\udc41",
        r#"\"\\\n'é"#
    );
    assert_eq!(text, format!(r#"{{"{escaped}":["{escaped}",1]}}"#));
    // It is the same value.
    assert_eq!(serde_json::from_str::<serde_json::Value>(&text).unwrap(), value);
    assert_eq!(json::printable(&json!("plain: 'ü' {}")), "\"plain: 'ü' {}\"");
}
