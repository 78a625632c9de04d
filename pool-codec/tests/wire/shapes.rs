//! Fields that end without a length of their own, constants, and values behind their length (WIRE.md section 13).

use pool_codec::error::{DecodeErrorKind, TooLong};
use pool_codec::layout::Leb128;
use pool_codec::prelude::*;
use pool_codec::schema::{Content, Value};
use pool_codec::{Padding, Str};
use proptest::prelude::*;

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct Chunk {
    #[frame(magic = b"RIFF")]
    magic: (),
    kind: u8,
    gap: Padding<3>,
    #[frame(terminated, max_len = 5)]
    name: String,
    #[frame(terminated, max_len = 5)]
    blob: Option<Vec<u8>>,
    #[frame(delimited)]
    header: Header,
    #[frame(rest, max_len = 9)]
    data: Vec<u8>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct Header {
    version: u16,
    title: Str<9>,
    #[frame(default)]
    flags: u8,
}

fn chunk() -> impl Strategy<Value = Chunk> {
    let blob = prop::option::of(prop::collection::vec(1..=u8::MAX, 0..=5));
    let texts = ("[a-z]{0,5}", "[a-z]{0,9}");
    let data = prop::collection::vec(any::<u8>(), 0..=9);
    (any::<(u8, u16, u8)>(), blob, texts, data).prop_map(
        |((kind, version, flags), blob, (name, title), data)| Chunk {
            magic: (),
            kind,
            gap: Padding,
            name,
            blob,
            header: Header { version, title: title.parse().unwrap(), flags },
            data,
        },
    )
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow, layout = Leb128)]
struct Elements {
    id: u32,
    #[frame(rest, max_len = 4)]
    items: Vec<(u16, Str<5>)>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct Note {
    level: u8,
    #[frame(rest, max_len = 6)]
    text: String,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct Hashes {
    #[frame(rest, max_len = 3)]
    all: Vec<[u8; 4]>,
}

#[test]
fn golden_bytes() {
    let chunk = Chunk {
        magic: (),
        kind: 7,
        gap: Padding,
        name: "ab".into(),
        blob: Some(vec![1, 2]),
        header: Header { version: 1, title: "t".parse().unwrap(), flags: 9 },
        data: b"rest".to_vec(),
    };
    let bytes = b"RIFF\x07\0\0\0ab\0\x01\x01\x02\0\x05\x01\0\x01t\x09rest";
    assert_eq!(chunk.encode_to_vec().unwrap(), bytes);
    assert_eq!(Chunk::decode(bytes).as_ref(), Ok(&chunk));
    // 4 + 1 + 3 + 1 + 1 + 1 + 3 + 0; 4 + 1 + 3 + 6 + 7 + 1 + 13 + 9
    assert_eq!((Chunk::MIN_SIZE, Chunk::MAX_SIZE), (14, 44));
    assert_eq!(Chunk::MAX_HEAP, 5 + 5 + 9);
    // The header of an older peer.
    let older = b"RIFF\x07\0\0\0ab\0\0\x04\x01\0\x01trest";
    assert_eq!(Chunk::decode(older).unwrap().header.flags, 0);
    assert_eq!(ChunkRef::decode(older).unwrap().data, b"rest");

    let value = Value::new(Chunk::SCHEMA, bytes).unwrap();
    let Content::Struct(fields) = value.content() else { panic!() };
    let shown: Vec<_> = fields.map(|(name, value)| (name, value.content())).collect();
    assert_eq!(shown[0], ("magic", Content::Bytes(b"RIFF")));
    assert_eq!(shown[3], ("name", Content::Str("ab")));
    assert!(matches!(shown[5], ("header", Content::Struct(_))));
    assert_eq!(shown[6], ("data", Content::Bytes(b"rest")));

    let note = Note { level: 1, text: "ab".into() };
    assert_eq!(note.encode_to_vec().unwrap(), b"\x01ab");
    assert_eq!((Note::MIN_SIZE, Note::MAX_SIZE), (1, 7));
    let items = vec![(1, "a".parse().unwrap()), (300, Str::default())];
    let elements = Elements { id: 300, items };
    assert_eq!(elements.encode_to_vec().unwrap(), [0xAC, 2, 1, 1, b'a', 0xAC, 2, 0]);
    assert_eq!((Elements::MIN_SIZE, Elements::MAX_SIZE), (1, 5 + 4 * (3 + 6)));
    let hashes = HashesRef::decode(b"aaaabbbb").unwrap();
    assert_eq!(hashes.all.as_arrays(), [*b"aaaa", *b"bbbb"]);
    let value = Value::new(Hashes::SCHEMA, b"aaaabbbb").unwrap();
    let Content::Struct(mut fields) = value.content() else { panic!() };
    let Some((_, all)) = fields.next() else { panic!() };
    assert!(matches!(all.content(), Content::Items(items) if items.len() == 2));
}

#[test]
fn errors_name_the_field_and_the_offset() {
    let refused = |bytes: &[u8]| {
        let error = Chunk::decode(bytes).unwrap_err();
        assert_eq!(ChunkRef::decode(bytes).unwrap_err(), error);
        assert!(!error.explain(bytes).to_string().is_empty());
        error.to_string()
    };
    assert_eq!(
        refused(b"RIFX\x07\0\0\0ab\0\0\x04\x01\0\x01t"),
        "`Chunk.magic`: the bytes are not those of the constant (at byte 0)"
    );
    assert_eq!(
        refused(b"RIFF\x07\0\x01\0ab\0\0\x04\x01\0\x01t"),
        "`Chunk.gap`: the padding is not zero (at byte 5)"
    );
    assert_eq!(
        refused(b"RIFF\x07\0\0\0abcdef\0\0\x04\x01\0\x01t"),
        "`Chunk.name`: length 6 exceeds the maximum of 5 (at byte 8)"
    );
    assert_eq!(
        refused(b"RIFF\x07\0\0\0abc"),
        "`Chunk.name`: the input ends early: 4 bytes needed, 3 left (at byte 8)"
    );
    assert_eq!(
        refused(b"RIFF\x07\0\0\0a\xFF\0\0\x04\x01\0\x01t"),
        "`Chunk.name`: the text is not UTF-8 (at byte 9)"
    );
    assert_eq!(
        refused(b"RIFF\x07\0\0\0\0\0\x06\x01\0\x01t\x09!"),
        "`Chunk.header`: 1 bytes are left after the last field (at byte 16)"
    );
    assert_eq!(
        refused(b"RIFF\x07\0\0\0\0\0\x02\x01\0\x01t"),
        "`Chunk.header.title`: the input ends early: 1 bytes needed, 0 left (at byte 13)"
    );
    assert_eq!(
        refused(b"RIFF\x07\0\0\0\0\0\x0E"),
        "`Chunk.header`: length 14 exceeds the maximum of 13 (at byte 10)"
    );
    assert_eq!(
        refused(b"RIFF\x07\0\0\0\0\0\x03\x01\0\0ten bytes.."),
        "`Chunk.data`: length 11 exceeds the maximum of 9 (at byte 14)"
    );
    let error = Hashes::decode(b"aaaabb").unwrap_err();
    assert_eq!(
        error.to_string(),
        "`Hashes.all`: the input ends early: 4 bytes needed, 2 left (at byte 4)"
    );
    assert_eq!(HashesRef::decode(b"aaaabb").unwrap_err(), error);
    let error = Hashes::decode(&[0; 16]).unwrap_err();
    assert_eq!(error.kind(), DecodeErrorKind::TooLong(TooLong { len: 4, max: 3 }));

    let chunk = Chunk::decode(b"RIFF\x07\0\0\0\0\0\x03\x01\0\0").unwrap();
    let nul = Chunk { name: "a\0b".into(), ..chunk.clone() };
    assert!(nul.encode_to_vec().unwrap_err().to_string().starts_with("`Chunk.name`: "));
    let long = Chunk { data: vec![0; 10], ..chunk };
    assert!(long.encode_to_vec().is_err() && long.as_borrowed().encode_to_vec().is_err());
}

/// A list of types, lengths and values, whose unknown entries are kept.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct Hello {
    version: u8,
    #[frame(rest, max_len = 20)]
    extensions: Vec<Extension>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
enum Extension {
    #[frame(tag = 1)]
    Name(#[frame(delimited)] Str<9>),
    #[frame(tag = 2)]
    Limits {
        #[frame(delimited)]
        limits: (u16, u16),
    },
    #[frame(tag = 3)]
    Peers(#[frame(delimited)] Peers),
    #[frame(other)]
    Unknown(u8, pool_codec::Bytes<255>),
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct Peers {
    #[frame(rest, max_len = 3)]
    all: Vec<[u8; 4]>,
}

#[test]
fn unknown_entries_of_a_list_are_kept() {
    let bytes = b"\x01\x02\x04\x05\0\x06\0\x09\x03abc\x01\x03\x02hi\x03\x08aaaabbbb";
    let hello = Hello::decode(bytes).unwrap();
    assert_eq!(
        hello.extensions,
        [
            Extension::Limits { limits: (5, 6) },
            Extension::Unknown(9, b"abc"[..].try_into().unwrap()),
            Extension::Name("hi".parse().unwrap()),
            Extension::Peers(Peers { all: vec![*b"aaaa", *b"bbbb"] }),
        ]
    );
    assert_eq!(hello.encode_to_vec().unwrap(), bytes);
    let borrowed = HelloRef::decode(bytes).unwrap();
    assert_eq!(borrowed.encode_to_vec().unwrap(), bytes);
    assert_eq!(borrowed.into_owned(), hello);
    assert!(Value::new(Hello::SCHEMA, bytes).is_ok());
    let error = Hello::decode(b"\x01\x02\x05\x05\0\x06\0\0").unwrap_err();
    assert_eq!(error.offset(), 2);
}

/// Checks both forms, a refilled value and the schema against each other.
fn agree<T>(old: &T, bytes: &[u8])
where
    T: Encodable + ZeroCopy + Clone + PartialEq + core::fmt::Debug + for<'d> Decodable<'d>,
    for<'d> T::Ref<'d>: Decodable<'d> + Encodable,
{
    let (owned, borrowed) = (T::decode(bytes), T::Ref::decode(bytes));
    let mut refilled = old.clone();
    assert_eq!(refilled.decode_into(bytes).err(), owned.as_ref().err().copied());
    match (owned, borrowed) {
        (Ok(owned), Ok(borrowed)) => {
            assert_eq!((&refilled, &T::from_borrowed(&borrowed)), (&owned, &owned));
            assert!(Value::new(T::SCHEMA, bytes).is_ok());
            let encoded = owned.encode_to_vec().unwrap();
            assert_eq!(borrowed.encode_to_vec().unwrap(), encoded);
            assert_eq!(owned.as_borrowed().encode_to_vec().unwrap(), encoded);
            assert_eq!(
                (owned.encoded_len(), borrowed.encoded_len()),
                (encoded.len(), encoded.len())
            );
            assert!((T::MIN_SIZE..=T::MAX_SIZE).contains(&encoded.len()));
        }
        (Err(owned), Err(borrowed)) => {
            assert_eq!(owned, borrowed);
            assert!(owned.offset() <= bytes.len());
            assert!(!owned.explain(bytes).to_string().is_empty());
        }
        (owned, borrowed) => panic!("{owned:?} against {:?}", borrowed.is_ok()),
    }
}

proptest! {
    #[test]
    fn decode_inverts_encode_in_both_forms(value in chunk(), other in chunk()) {
        let bytes = value.encode_to_vec().unwrap();
        prop_assert_eq!(&Chunk::decode(&bytes).unwrap(), &value);
        agree(&other, &bytes);
        for len in 0..bytes.len() {
            agree(&other, &bytes[..len]);
        }
    }

    #[test]
    fn damaged_bytes_give_the_same_error_in_both_forms(
        value in chunk(),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
        bytes in prop::collection::vec(0..12_u8, 0..40),
    ) {
        let mut damaged = value.encode_to_vec().unwrap();
        for (at, byte) in damage {
            let at = at.index(damaged.len());
            damaged[at] = byte;
        }
        agree(&value, &damaged);
        agree(&Note { level: 1, text: "a".into() }, &bytes);
        agree(&Elements { id: 1, items: vec![(1, Str::default())] }, &bytes);
        agree(&Hashes { all: Vec::new() }, &bytes);
        agree(&Hello { version: 1, extensions: vec![Extension::Unknown(9, [1].into())] }, &bytes);
    }
}
