//! Types that implement the traits by hand, and reject some of the bytes of the schema that they reuse.

use core::marker::PhantomData;

use pool_codec::error::{DecodeError, DecodeErrorKind, EncodeErrorKind};
use pool_codec::layout::{Borrow, Decode, Encode, Layout, Sink};
use pool_codec::prelude::*;
use pool_codec::schema::Schema;
use pool_codec::{Decoder, Seq, SeqRef};

use crate::hostile_types::attack;

/// An even number: the bytes of a `u16`, of which it rejects some.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Even(u16);

impl<L: Layout> Encode<L> for Even {
    type Value = Self;
    const ENCODING: &'static Schema = <u16 as Encode<L>>::ENCODING;

    fn encode_to<S: Sink>(value: &Self, sink: &mut S) -> Result<(), S::Error> {
        <u16 as Encode<L>>::encode_to(&value.0, sink)
    }
}

impl<'decoder, L: Layout> Decode<'decoder, L> for Even {
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
        let odd = decoder.error(DecodeErrorKind::InvalidValue { reason: "odd" });
        let number = <u16 as Decode<'decoder, L>>::decode_from(decoder)?;
        if number % 2 == 0 { Ok(Self(number)) } else { Err(odd) }
    }
}

impl<L: Layout> Borrow<L> for Even {
    type Ref<'decoder> = Self;

    fn own(borrowed: &Self) -> Self {
        *borrowed
    }

    fn lend(value: &Self) -> Self {
        *value
    }
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct Evens {
    numbers: Seq<Even, 4>,
    pairs: Seq<(Even, u16), 2>,
}

#[test]
fn a_sequence_checks_elements_that_reuse_a_schema() {
    let evens = |numbers: &[u16]| {
        let numbers: Vec<_> = numbers.iter().copied().map(Even).collect();
        Evens { numbers: numbers.try_into().unwrap(), pairs: [(Even(2), 5)].into() }
    };
    attack(&evens(&[2, 4, 6]), &evens(&[8]));
    assert!(EvensRef::decode(&[2, 2, 0, 3, 0, 0]).is_err(), "the 3 is odd");
    assert!(EvensRef::decode(&[0, 1, 3, 0, 5, 0]).is_err(), "the 3 is odd");
}

/// A derived part, whose borrowed form is written by hand and rejects some of the bytes of the owned form.
#[derive(Debug, Clone, PartialEq, Frame)]
struct Part {
    number: u16,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct PartRef<'decoder>(Even, PhantomData<&'decoder ()>);

impl<L: Layout> Encode<L> for PartRef<'_> {
    type Value = Self;
    const ENCODING: &'static Schema = <Even as Encode<L>>::ENCODING;

    fn encode_to<S: Sink>(value: &Self, sink: &mut S) -> Result<(), S::Error> {
        <Even as Encode<L>>::encode_to(&value.0, sink)
    }
}

impl<'decoder, L: Layout> Decode<'decoder, L> for PartRef<'decoder> {
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
        let even = <Even as Decode<'decoder, L>>::decode_from(decoder)?;
        Ok(Self(even, PhantomData))
    }
}

impl<L: Layout> Borrow<L> for Part {
    type Ref<'decoder> = PartRef<'decoder>;

    fn own(borrowed: &PartRef<'_>) -> Self {
        Self { number: borrowed.0.0 }
    }

    fn lend(value: &Self) -> PartRef<'_> {
        PartRef(Even(value.number), PhantomData)
    }
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct Whole {
    part: Part,
}

#[test]
fn a_borrowed_sequence_checks_what_only_the_borrowed_form_rejects() {
    let (even, odd) = ([2, 2, 0, 4, 0], [2, 2, 0, 3, 0]);
    assert_eq!(Seq::<Whole, 4>::decode(&odd).unwrap().len(), 2);
    let whole = SeqRef::<Whole, 4>::decode(&even).unwrap();
    assert_eq!(whole.iter().count(), 2);
    assert!(SeqRef::<Whole, 4>::decode(&odd).is_err(), "the 3 is odd");
}

/// A type whose encodings are longer than its schema says.
struct Liar;

impl<L: Layout> Encode<L> for Liar {
    type Value = Self;
    const ENCODING: &'static Schema = &Schema::opaque(0, 3);

    fn encode_to<S: Sink>(_: &Self, sink: &mut S) -> Result<(), S::Error> {
        sink.put(&[7; 4])
    }
}

#[test]
fn no_encoding_is_longer_than_its_bound() {
    let error = Liar.encode(&mut [0; 9]).unwrap_err();
    assert_eq!(error.kind(), EncodeErrorKind::TooLarge { size: 4, max: 3 });
}
