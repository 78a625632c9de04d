//! Borrowed sequences of encoded elements and of slices, and types that lend a borrowed form.

use pool_codec::error::{EncodeErrorKind, TooLong};
use pool_codec::layout::Prefixed;
use pool_codec::prelude::*;
use pool_codec::{ArrayRef, Bytes, Held, Pool, RawFrame, Seq, SeqRef, Str, TlvHeader};

#[test]
fn both_bodies_agree() {
    let owned = vec![Str::<9>::try_from("ab").unwrap(), "".parse().unwrap(), "ß".parse().unwrap()];
    let bytes = Seq::<_, 5>::new(owned.clone()).unwrap().encode_to_vec().unwrap();
    let encoded = SeqRef::<Str<9>, 5>::decode(&bytes).unwrap();
    let slice = SeqRef::<Str<9>, 5>::new(&owned).unwrap();
    for sequence in [encoded, slice] {
        assert_eq!((sequence.len(), sequence.is_empty()), (3, false));
        assert_eq!(sequence.get(2).unwrap(), "ß");
        assert!(sequence.get(3).is_none());
        assert_eq!(sequence.iter().len(), 3);
        let mut iter = sequence.iter();
        iter.next();
        assert!(iter.clone().eq(["", "ß"].map(|text| pool_codec::StrRef::new(text).unwrap())));
        assert_eq!(format!("{iter:?}"), "SeqIter { left: 2, .. }");
        assert_eq!(sequence.to_vec(), owned);
        assert_eq!(Seq::try_from(sequence).unwrap().as_slice(), owned);
        assert_eq!(format!("{sequence:?}"), r#"["ab", "", "ß"]"#);
        assert_eq!(
            (sequence.encoded_len(), sequence.encode_to_vec().unwrap()),
            (bytes.len(), bytes.clone())
        );
        assert_eq!((sequence, sequence), (encoded, slice));
    }
    assert_eq!(encoded.as_bytes(), Some(&bytes[1..]));
    assert_eq!(slice.as_bytes(), None);
}

#[test]
fn sequences_are_equal_if_their_elements_are() {
    let one = [1_u16, 2];
    let (bytes, others) = ([2, 1, 0, 2, 0], [[1, 0, 3, 0], [2, 0, 1, 0]]);
    let encoded = SeqRef::<u16, 9>::decode(&bytes).unwrap();
    assert_eq!(SeqRef::new(&one).unwrap(), encoded);
    assert_eq!(SeqRef::<_, 9>::new(&one).unwrap(), SeqRef::new(&[1, 2]).unwrap());
    assert_ne!(SeqRef::new(&[1]).unwrap(), encoded);
    assert_ne!(SeqRef::<u16, 9>::new(&one).unwrap(), SeqRef::new(&[1, 3]).unwrap());
    for other in others {
        let bytes = [&[2][..], &other].concat();
        let other = SeqRef::<u16, 9>::decode(&bytes).unwrap();
        assert_ne!(SeqRef::new(&one).unwrap(), other);
        assert_ne!(other, SeqRef::new(&one).unwrap());
    }
    // The numbers are compared and not the bits, as in the owned form.
    let nan = [f32::NAN];
    assert_ne!(SeqRef::<_, 9>::new(&nan).unwrap(), SeqRef::new(&nan).unwrap());
    assert_eq!(SeqRef::<_, 9>::new(&[0.0_f32]).unwrap(), SeqRef::new(&[-0.0]).unwrap());
    // Elements with different lengths, whose boundaries move.
    let text = |parts: [&str; 2]| parts.map(|part| Str::<9>::try_from(part).unwrap());
    assert_ne!(
        SeqRef::<_, 9>::new(&text(["a", "bc"])).unwrap(),
        SeqRef::new(&text(["ab", "c"])).unwrap(),
    );
    assert_eq!(SeqRef::<u16, 9>::default(), SeqRef::decode(&[0]).unwrap());
}

#[test]
fn both_bodies_of_an_array_agree() {
    let owned = Box::new(["ab", "", "ß"].map(|text| Str::<9>::try_from(text).unwrap()));
    let bytes = owned.encode_to_vec().unwrap();
    let encoded = ArrayRef::<Str<9>, 3>::decode(&bytes).unwrap();
    for array in [encoded, ArrayRef::from(&*owned)] {
        assert_eq!((array.len(), array.is_empty(), array.iter().len()), (3, false, 3));
        assert_eq!((&*array.get(2).unwrap(), array.get(3)), ("ß", None));
        assert!(array.into_iter().eq(&array));
        assert_eq!((array.to_boxed(), format!("{array:?}")), (owned.clone(), format!("{owned:?}")));
        assert_eq!(array.encode_to_vec().unwrap(), bytes);
        assert_eq!(array, encoded);
    }
    assert_eq!(
        (encoded.as_bytes(), ArrayRef::<_, 3>::new(&owned).as_bytes()),
        (Some(&bytes[..]), None)
    );
    assert_ne!(ArrayRef::<u8, 2>::new(&[1, 2]), ArrayRef::new(&[1, 3]));
    for len in 0..bytes.len() {
        let error = ArrayRef::<Str<9>, 3>::decode(&bytes[..len]).unwrap_err();
        assert_eq!(error, <Box<[Str<9>; 3]>>::decode(&bytes[..len]).unwrap_err());
    }
}

#[test]
fn a_slice_keeps_its_bound() {
    assert_eq!(SeqRef::<u8, 2>::new(&[1, 2, 3]).unwrap_err(), TooLong { len: 3, max: 2 });
    let owned = [[1_u8, 2], [3, 4]];
    let slice = SeqRef::<_, 9>::new(&owned).unwrap();
    assert_eq!(slice.as_arrays(), &owned);
    assert_eq!(slice.get(1), Some(&[3, 4]));
    let error = slice.encode(&mut [0; 3]).unwrap_err();
    assert!(matches!(error.kind(), EncodeErrorKind::BufferTooSmall { .. }));
}

#[test]
fn a_borrowed_sequence_is_as_large_as_its_slices() {
    assert_eq!(size_of::<SeqRef<'_, Str<9>, 9>>(), 3 * size_of::<usize>());
    assert_eq!(size_of::<SeqRef<'_, [u8; 32], 9, Prefixed<u64>>>(), 3 * size_of::<usize>());
}

/// Compiles only if the form is covariant in its lifetime.
fn shorter<'short, 'long: 'short>(
    sequence: SeqRef<'long, Str<9>, 9>,
    _: &'short str,
) -> SeqRef<'short, Str<9>, 9> {
    sequence
}

#[test]
fn a_borrowed_sequence_lives_as_long_as_its_input() {
    let bytes = b"\x01\x02ab".to_vec();
    let text = {
        let sequence = SeqRef::<Str<9>, 9>::decode(&bytes).unwrap();
        let local = String::new();
        assert_eq!(shorter(sequence, &local).len(), 1);
        sequence.get(0).unwrap().as_str()
    };
    assert_eq!(text, "ab");
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 7, borrow)]
struct Hello {
    name: Str<40>,
    ids: Seq<u32, 9>,
    #[frame(max_len = 40)]
    text: String,
}

#[derive(Debug, FrameSet)]
#[frames(header = TlvHeader, borrow)]
enum Set {
    Hello(Hello),
}

/// A handler of every form.
fn describe(hello: HelloRef<'_>) -> String {
    format!("{} {:?} {}", hello.name, hello.ids, hello.text)
}

#[test]
fn a_handler_takes_every_form_of_a_message() {
    static POOL: Pool = Pool::new(&Set::POOL_CONFIG);
    let owned = Hello { name: "alice".parse().unwrap(), ids: Seq::from([1, 2]), text: "hi".into() };
    let bytes = owned.encode_to_vec().unwrap();
    let borrowed = HelloRef::decode(&bytes).unwrap();
    let mut slot = POOL.acquire(bytes.len()).unwrap();
    slot.copy_from_slice(&bytes);
    let Ok(held) = Held::<Hello>::decode(7, slot) else { panic!("decodes") };
    for described in [describe(owned.as_borrowed()), describe(borrowed), describe(*held.get())] {
        assert_eq!(described, "alice [1, 2] hi");
    }
    // The borrowed form of an owned message equals that of its bytes, and is sent in the same way.
    let lent = owned.as_borrowed();
    assert_eq!(lent, borrowed);
    assert_eq!(lent.encode_to_vec().unwrap(), bytes);
    assert_eq!(lent.into_owned(), owned);
    assert_eq!(lent.text.as_ptr(), owned.text.as_ptr());
    let set = Set::Hello(owned.clone());
    assert!(matches!(set.as_borrowed(), SetRef::Hello(hello) if hello == borrowed));
}

#[test]
fn owned_forms_lend() {
    let ids = Seq::<u32, 9>::from([1, 2, 3]);
    assert_eq!(ids.as_borrowed().iter().sum::<u32>(), 6);
    let frame = RawFrame { id: 1, payload: vec![1, 2] };
    assert_eq!(frame.as_borrowed().payload.as_ptr(), frame.payload.as_ptr());
    let blob = Bytes::<99>::from([7; 40]);
    assert_eq!(ZeroCopy::as_borrowed(&blob).as_slice().as_ptr(), blob.as_ptr());
}

fn even(number: &Ruled) -> Result<(), &'static str> {
    if number.0.is_multiple_of(2) { Ok(()) } else { Err("the number is odd") }
}

/// A part with a rule that only decoding checks.
#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(copy, validate = even)]
struct Ruled(u8);

#[test]
fn a_sequence_of_borrowed_elements_holds_only_those_that_decode() {
    let mut buffer = Vec::new();
    let good = SeqRef::<Ruled, 9>::from_borrowed(&[Ruled(2), Ruled(4)], &mut buffer).unwrap();
    assert!(good.iter().eq([Ruled(2), Ruled(4)]));

    let mut buffer = Vec::new();
    let elements = [Ruled(2), Ruled(3), Ruled(4)];
    let bad = SeqRef::<Ruled, 9>::from_borrowed(&elements, &mut buffer);
    let error = bad.map(|sequence| sequence.to_vec()).unwrap_err();
    assert_eq!(error.kind(), EncodeErrorKind::InvalidValue { reason: "the number is odd" });
}
