//! Text that may have bytes which are not UTF-8 (WIRE.md section 3).

use pool_codec::error::TooLong;
use pool_codec::prelude::*;
use pool_codec::schema::{Content, Digest, Value};
use pool_codec::{ByteStr, ByteStrRef, Bytes, Str};
use proptest::prelude::*;

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct Open {
    user: ByteStr<255>,
    others: Option<[ByteStr<40>; 2]>,
}

fn text(content: &[u8]) -> ByteStr<255> {
    ByteStr::new(content).unwrap()
}

#[test]
fn golden_bytes() {
    let open = Open { user: text(b"caf\xE9"), others: None };
    let bytes = b"\x04caf\xE9\0";
    assert_eq!(open.encode_to_vec().unwrap(), bytes);
    assert_eq!(Open::decode(bytes).unwrap(), open);
    assert_eq!(OpenRef::decode(bytes).unwrap().user.as_bytes(), b"caf\xE9");
    assert_eq!((Open::MIN_SIZE, Open::MAX_SIZE, Open::MAX_HEAP), (2, 256 + 1 + 2 * 41, 255 + 80));
    // They are the bytes of a byte string, and a peer may call them that.
    assert_eq!(Digest::of(ByteStr::<255>::SCHEMA), Digest::of(Bytes::<255>::SCHEMA));
    assert_eq!(ByteStr::<255>::SCHEMA.to_string(), "byte str[0..=255]");
}

#[test]
fn whatever_a_terminal_could_act_on_is_escaped() {
    let shown = |content: &[u8]| {
        let (owned, lent) = (text(content), ByteStrRef::<255>::new(content).unwrap());
        assert_eq!(owned.to_string(), lent.to_string());
        assert_eq!(format!("{owned:?}"), format!("{lent:?}"));
        let bytes = owned.encode_to_vec().unwrap();
        let value = Value::new(ByteStr::<255>::SCHEMA, &bytes).unwrap();
        assert_eq!(value.to_string(), format!("{owned:?}"));
        assert_eq!(value.content(), Content::Bytes(content));
        (owned.to_string(), format!("{owned:?}"))
    };
    let same = |text: &str| (text.to_owned(), format!("\"{text}\""));
    assert_eq!(shown(b"miner.1"), same("miner.1"));
    assert_eq!(shown("naïve ☃".as_bytes()), same("naïve ☃"));
    assert_eq!(shown(b"caf\xE9"), same(r"caf\xE9"));
    assert_eq!(shown(b"\x1B]0;x\x07\n\0"), same(r"\u{1b}]0;x\u{7}\n\0"));
    assert_eq!(shown("a\u{202E}b\u{2066}\u{200B}".as_bytes()), same(r"a\u{202e}b\u{2066}\u{200b}"));
    assert_eq!(shown(b"\\xE9"), same(r"\\xE9"));
    assert_eq!(shown(b"\xE2\x98"), same(r"\xE2\x98"));
    assert_eq!(shown(b"it's \"x\""), (r#"it's "x""#.into(), r#""it's \"x\"""#.into()));
    // Tools cut long text, but no character.
    let long = text("é".repeat(33).as_bytes()).encode_to_vec().unwrap();
    let value = Value::new(ByteStr::<255>::SCHEMA, &long).unwrap();
    assert_eq!(value.to_string(), format!("\"{}\".. (66 bytes)", "é".repeat(32)));
    let odd = text(format!("x{}", "é".repeat(33)).as_bytes()).encode_to_vec().unwrap();
    let value = Value::new(ByteStr::<255>::SCHEMA, &odd).unwrap();
    assert_eq!(value.to_string(), format!("\"x{}\".. (67 bytes)", "é".repeat(31)));
}

#[test]
fn text_converts_in_both_directions() {
    let user: ByteStr<255> = "miner.1".parse().unwrap();
    assert_eq!(user, "miner.1");
    assert_eq!(user.to_str(), Ok("miner.1"));
    assert_eq!(ByteStr::from(Str::<255>::new("miner.1").unwrap()), user);
    assert_eq!("ab".parse::<ByteStr<1>>(), Err(TooLong { len: 2, max: 1 }));
    assert_eq!(ByteStrRef::<1>::new(b"ab"), Err(TooLong { len: 2, max: 1 }));
    assert!(text(b"\xFF").to_str().is_err());
}

proptest! {
    #[test]
    fn any_bytes_are_kept_in_both_forms(
        user in prop::collection::vec(any::<u8>(), 0..=255),
        other in prop::option::of(prop::collection::vec(any::<u8>(), 0..=40)),
    ) {
        let others = other.map(|other| [ByteStr::new(&other).unwrap(), ByteStr::default()]);
        let value = Open { user: text(&user), others };
        let bytes = value.encode_to_vec().unwrap();
        prop_assert_eq!(bytes.len(), value.encoded_len());
        prop_assert_eq!(&Open::decode(&bytes).unwrap(), &value);
        let borrowed = OpenRef::decode(&bytes).unwrap();
        prop_assert_eq!(&borrowed, &value.as_borrowed());
        prop_assert_eq!(borrowed.encode_to_vec().unwrap(), bytes.clone());
        prop_assert_eq!(&borrowed.into_owned(), &value);
        let mut refilled = Open { user: ByteStr::default(), others: None };
        refilled.decode_into(&bytes).unwrap();
        prop_assert_eq!(&refilled, &value);
        for len in 0..bytes.len() {
            prop_assert!(Open::decode(&bytes[..len]).is_err());
        }
        // What is shown is UTF-8 without control characters, and tells the bytes apart.
        let shown = value.user.to_string();
        prop_assert!(!shown.chars().any(char::is_control));
    }
}
