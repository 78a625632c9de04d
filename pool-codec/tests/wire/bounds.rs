//! Bounded values keep their bound, whatever they are made from, and never encode to more than `MAX_SIZE` bytes.

use core::fmt::Debug;

use pool_codec::error::{EncodeErrorKind, TooLong};
use pool_codec::prelude::*;
use pool_codec::{Bytes, BytesRef, EncodeError, LowBitBool, Seq, SeqRef, Str, StrRef, U24};
use proptest::prelude::*;

/// A message of standard types, which can be longer than the fields allow.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct Lender {
    #[frame(max_len = 3)]
    list: Vec<u16>,
    #[frame(max_len = 3)]
    texts: Box<[Str<3>]>,
    #[frame(max_len = 3)]
    text: String,
    #[frame(max_len = 3)]
    blob: Vec<u8>,
}

/// Fields with the same bounds. The last two would be read from what is too much in the first.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct Bounded {
    list: Seq<u16, 3>,
    texts: Seq<Str<3>, 3>,
    number: u16,
    last: Bytes<40>,
}

fn lender(len: usize) -> Lender {
    Lender {
        list: (0..).take(len).collect(),
        texts: vec![Str::from_borrowed(&StrRef::new("abc").unwrap()); len].into(),
        text: "x".repeat(len),
        blob: vec![7; len],
    }
}

fn is_too_long(result: Result<Vec<u8>, EncodeError>, len: usize) -> bool {
    let Err(error) = result else { return false };
    error.kind() == EncodeErrorKind::TooLong(TooLong { len, max: 3 })
}

#[test]
fn a_vector_that_is_too_long_lends_no_bounded_sequence() {
    let lender = lender(258);
    let LenderRef { list, texts, .. } = lender.as_borrowed();
    assert_eq!(Seq::try_from(list), Err(TooLong { len: 258, max: 3 }));
    assert_eq!(Seq::try_from(texts), Err(TooLong { len: 258, max: 3 }));
    assert!(is_too_long(list.encode_to_vec(), 258) && is_too_long(texts.encode_to_vec(), 258));
    let borrowed = BoundedRef { list, texts, number: 1, last: BytesRef::default() };
    assert!(is_too_long(borrowed.encode_to_vec(), 258));
    // Each field alone.
    for field in 0..4 {
        let mut long = self::lender(3);
        match field {
            0 => long.list.push(4),
            1 => long.texts = vec![Str::default(); 4].into(),
            2 => long.text.push('4'),
            _ => long.blob.push(4),
        }
        assert!(is_too_long(long.encode_to_vec(), 4));
        assert!(is_too_long(long.as_borrowed().encode_to_vec(), 4));
    }
}

#[test]
#[should_panic(expected = "a vector that exceeds its bound")]
fn a_sequence_that_is_too_long_is_not_copied() {
    let lender = lender(258);
    let LenderRef { list, texts, .. } = lender.as_borrowed();
    let _ = BoundedRef { list, texts, number: 1, last: BytesRef::default() }.into_owned();
}

/// Checks that `value` encodes to at most `MAX_SIZE` bytes, which decode to `value`.
fn fits<T>(value: T)
where
    T: Encodable + ZeroCopy + for<'d> Decodable<'d> + Debug + PartialEq,
    for<'d> T::Ref<'d>: Encodable + Decodable<'d>,
{
    let bytes = value.encode_to_vec().unwrap();
    assert!(bytes.len() <= T::MAX_SIZE, "{value:?}");
    assert_eq!(T::decode(&bytes).as_ref(), Ok(&value));
    assert_eq!(value.as_borrowed().encode_to_vec().unwrap(), bytes);
    assert_eq!(T::from_borrowed(&value.as_borrowed()), value);
    assert_eq!(T::from_borrowed(&T::Ref::decode(&bytes).unwrap()), value);
}

proptest! {
    /// Every public way to make a bounded value from content of any length.
    #[test]
    fn every_way_to_make_a_value_keeps_its_bound(
        content in prop::collection::vec(any::<u8>(), 0..9),
        text in "[a-z漢]{0,4}",
        number in prop_oneof![0..9_u32, (1_u32 << 24) - 3..(1 << 24) + 3],
    ) {
        let words: Vec<u16> = content.iter().copied().map(u16::from).collect();
        let sequences = [
            Seq::new(words.clone()),
            Seq::try_from(words.clone()),
            SeqRef::<u16, 3>::new(&words).and_then(Seq::try_from),
            SeqRef::<u16, 3>::new(&words).map(|borrowed| Seq::from_borrowed(&borrowed)),
            Seq::try_from(Lender { list: words.clone(), ..lender(0) }.as_borrowed().list),
            words.iter().try_fold(Seq::default(), |mut seq, word| seq.push(*word).map(|()| seq)),
        ];
        for sequence in sequences {
            prop_assert_eq!(sequence.is_ok(), words.len() <= 3);
            let Ok(sequence) = sequence else { continue };
            fits::<Seq<u16, 3>>(sequence.clone());
            let last = Bytes::from([1, 2]);
            fits(Bounded { list: sequence, texts: Seq::default(), number: 1, last });
        }
        let mut buffer = Vec::new();
        let copied = SeqRef::<u16, 3>::from_borrowed(&words, &mut buffer);
        prop_assert_eq!(copied.is_ok(), words.len() <= 3);
        copied.into_iter().for_each(|copied| fits::<Seq<u16, 3>>(copied.try_into().unwrap()));

        for bytes in [
            Bytes::new(&content),
            Bytes::try_from(&content[..]),
            Bytes::try_from(content.clone()),
            BytesRef::new(&content).map(Bytes::from),
            BytesRef::try_from(&content[..]).map(|borrowed| Bytes::from_borrowed(&borrowed)),
        ] {
            prop_assert_eq!(bytes.is_ok(), content.len() <= 3);
            bytes.into_iter().for_each(fits::<Bytes<3>>);
        }
        for string in [
            Str::new(&text),
            text.parse(),
            Str::try_from(&text[..]),
            Str::try_from(text.clone()),
            StrRef::new(&text).map(Str::from),
            StrRef::try_from(&text[..]).map(|borrowed| Str::from_borrowed(&borrowed)),
        ] {
            prop_assert_eq!(string.is_ok(), text.len() <= 3);
            string.into_iter().for_each(fits::<Str<3>>);
        }
        for small in [U24::new(number), U24::try_from(number).ok()] {
            prop_assert_eq!(small.is_some(), number < 1 << 24);
            small.into_iter().for_each(fits::<U24>);
        }
        fits(Seq::<u16, 3>::default());
        fits(Seq::<u16, 3>::from([1, 2, 3]));
        fits((Bytes::<3>::default(), Bytes::<3>::from([1, 2, 3]), Str::<3>::default()));
        fits((LowBitBool::from(number % 2 == 0), U24::default(), U24::MAX, U24::from(u16::MAX)));
    }

    /// A value keeps its bounds when it is refilled, even if that fails.
    #[test]
    fn a_refilled_value_keeps_its_bound(bytes in prop::collection::vec(0..6_u8, 0..30)) {
        let mut value = Bounded {
            list: Seq::from([1, 2, 3]),
            texts: Seq::from(["a", "b"].map(|text| text.parse().unwrap())),
            number: 1,
            last: Bytes::from([1; 40]),
        };
        let _ = value.decode_into(&bytes);
        fits(value);
    }
}

#[derive(Debug, Default, PartialEq, Frame)]
struct Spare {
    #[frame(max_len = 10)]
    bytes: Vec<u8>,
    #[frame(max_len = 10)]
    text: String,
    #[frame(max_len = 4)]
    numbers: Vec<u32>,
    list: Seq<u32, 4>,
}

#[test]
fn a_refilled_value_keeps_no_block_above_its_bound() {
    let mut value = Spare {
        bytes: Vec::with_capacity(400),
        text: String::with_capacity(400),
        numbers: Vec::with_capacity(100),
        list: Seq::new(Vec::with_capacity(100)).unwrap(),
    };
    let bytes = b"\x02ab\x02cd\x01\0\0\0\0\x01\0\0\0\0";
    value.decode_into(bytes).unwrap();
    assert_eq!(value, Spare::decode(bytes).unwrap());
    let Spare { bytes, text, numbers, list } = value;
    let list = list.into_vec();
    let heap = bytes.capacity() + text.capacity() + 4 * numbers.capacity() + 4 * list.capacity();
    assert!(heap <= Spare::MAX_HEAP, "{heap} bytes, but at most {}", Spare::MAX_HEAP);
}
