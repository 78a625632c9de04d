//! Fields of `other` that depend on its tag (WIRE.md section 13).

use pool_codec::prelude::*;
use pool_codec::schema::Value;

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
enum Counted {
    #[frame(tag = 0)]
    Nothing,
    #[frame(other)]
    Items {
        count: u8,
        #[frame(count = count, max_len = 9)]
        items: Vec<u8>,
    },
}

#[test]
fn the_tag_of_other_is_a_count() {
    let value = Counted::Items { count: 2, items: vec![7, 8] };
    assert_eq!(value.encode_to_vec().unwrap(), [2, 7, 8]);
    assert_eq!(Counted::decode(&[2, 7, 8]), Ok(value));
}

#[test]
fn a_wrong_count_is_refused_on_encode() {
    assert!(Counted::Items { count: 3, items: vec![7, 8] }.encode_to_vec().is_err());
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(borrow)]
enum Optional {
    #[frame(tag = 0)]
    Nothing,
    #[frame(other)]
    Item {
        flags: u8,
        #[frame(when = flags & 1)]
        item: Option<u8>,
    },
}

#[test]
fn the_tag_of_other_is_a_condition() {
    let value = Optional::Item { flags: 2, item: None };
    assert_eq!(value.encode_to_vec().unwrap(), [2]);
    assert_eq!(Optional::decode(&[2]), Ok(value));
    let value = Optional::Item { flags: 3, item: Some(7) };
    assert_eq!(value.encode_to_vec().unwrap(), [3, 7]);
    assert_eq!(Optional::decode(&[3, 7]), Ok(value));
}

#[test]
fn the_schema_knows_the_tag() {
    for (schema, bytes) in [
        (Counted::SCHEMA, &[2, 7, 8][..]),
        (Counted::SCHEMA, &[0]),
        (Optional::SCHEMA, &[2]),
        (Optional::SCHEMA, &[3, 7]),
    ] {
        let value = Value::new(schema, bytes).unwrap();
        assert_eq!(value.as_bytes(), bytes);
        let short = &bytes[..bytes.len() - 1];
        assert!(Value::new(schema, short).is_err());
    }
    assert!(Value::new(Optional::SCHEMA, &[2, 7]).is_err());
    let value = Value::new(Counted::SCHEMA, &[2, 7, 8]).unwrap();
    assert_eq!(value.to_string(), "Items (2) { items: 0708 }");
}

#[test]
fn both_forms_agree() {
    assert_eq!(CountedRef::decode(&[2, 7, 8]), Ok(CountedRef::Items { count: 2, items: &[7, 8] }));
    assert_eq!(OptionalRef::decode(&[3, 7]).unwrap().encode_to_vec().unwrap(), [3, 7]);
    let mut value = Counted::Items { count: 1, items: vec![5] };
    value.decode_into(&[2, 7, 8]).unwrap();
    assert_eq!(value, Counted::Items { count: 2, items: vec![7, 8] });
}

/// The tag, a field that is tested and one that has a count.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(tag = u16)]
enum Mixed {
    #[frame(other)]
    Any {
        tag: u16,
        count: u8,
        #[frame(count = count, max_len = 9)]
        items: Vec<u8>,
        #[frame(when = tag == 0x0102)]
        extra: Option<u8>,
    },
}

#[test]
fn the_tag_and_other_fields() {
    let value = Mixed::Any { tag: 0x0102, count: 1, items: vec![7], extra: Some(8) };
    assert_eq!(Mixed::decode(&[2, 1, 1, 7, 8]), Ok(value.clone()));
    assert_eq!(value.encode_to_vec().unwrap(), [2, 1, 1, 7, 8]);
    assert!(Value::new(Mixed::SCHEMA, &[2, 1, 1, 7, 8]).is_ok());
    assert!(Value::new(Mixed::SCHEMA, &[1, 1, 1, 7]).is_ok());
    let error = Mixed::decode(&[2, 1, 1, 7]).unwrap_err();
    assert!(error.explain(&[2, 1, 1, 7]).to_string().contains("extra"));
}
