//! Elements up to constant bytes in the place of one: `#[frame(terminated = BYTES, max_len = N)]` on a `Vec<T>` (WIRE.md
//! section 13).

use core::marker::PhantomData;

use alloc::vec::Vec;

use super::Magic;
use super::checksum::Checksum;
use super::summed::sum_of;
use crate::codec::terminator::LONGEST;
use crate::codec::{
    Blank, Borrow, Decode, DecodeError, DecodeErrorKind, Decoder, Encode, EncodeErrorKind, Facts,
    Layout, Schema, Sink, TooLong,
};
use crate::wire::SeqRef;

/// The encoding of a `Vec<E>` of at most `N` elements, and the `LEN` bytes that end it. As in [`Magic`], they are those
/// of `BITS`, the lowest first. They stand in the place of an element, so no element begins with them.
///
/// It is apart from [`Terminated`](crate::layout::Terminated) because that finds the bytes anywhere in the content.
///
/// ```
/// use pool_codec::Decoder;
/// use pool_codec::layout::{Decode, Own, TerminatedItems};
///
/// type Ids = TerminatedItems<Vec<u16>, 9, 0xFFFF, 2>;
/// let mut decoder = Decoder::new(&[1, 0, 2, 0xFF, 0xFF, 0xFF, 7]);
/// assert_eq!(<Ids as Decode<'_, Own>>::decode_from(&mut decoder).unwrap(), [1, 0xFF02]);
/// assert_eq!(decoder.rest(), [7]);
/// ```
#[derive(Debug)]
pub struct TerminatedItems<T, const N: usize, const BITS: u128, const LEN: usize>(PhantomData<T>);

/// Keeps the first bytes of an encoding, as a checksum does.
#[derive(Default)]
struct Head {
    bytes: [u8; LONGEST],
    len: usize,
}

impl Checksum for Head {
    type Sum = [u8; LONGEST];

    fn update(&mut self, bytes: &[u8]) {
        let free = self.bytes.get_mut(self.len..).unwrap_or_default();
        free.iter_mut().zip(bytes).for_each(|(free, byte)| *free = *byte);
        self.len = self.len.saturating_add(bytes.len()).min(LONGEST);
    }

    fn finish(self) -> [u8; LONGEST] {
        self.bytes
    }
}

/// The reason to refuse elements, of which `T` encodes each one.
#[inline]
fn fault<'a, T: Encode<L, Value: 'a>, L: Layout>(
    mut elements: impl ExactSizeIterator<Item = &'a T::Value>,
    max: usize,
    end: &[u8],
) -> Option<EncodeErrorKind> {
    let len = elements.len();
    if len > max {
        return Some(EncodeErrorKind::TooLong(TooLong { len, max }));
    }
    let ends = elements.any(|element| sum_of::<T, L, Head>(element).starts_with(end));
    let reason = "an element begins with the bytes that end the elements";
    ends.then_some(EncodeErrorKind::InvalidValue { reason })
}

impl<T: Encode<L>, L: Layout, const N: usize, const BITS: u128, const LEN: usize> Encode<L>
    for TerminatedItems<Vec<T>, N, BITS, LEN>
{
    type Value = Vec<T::Value>;
    const ENCODING: &'static Schema =
        &Schema::terminated_items(T::ENCODING, N, Magic::<BITS, LEN>::BYTES, size_of::<T::Value>());

    #[inline]
    fn encode_to<S: Sink>(value: &Vec<T::Value>, sink: &mut S) -> Result<(), S::Error> {
        let end = Magic::<BITS, LEN>::BYTES;
        sink.check(|| fault::<T, L>(value.iter(), N, end))?;
        T::encode_items(value, sink)?;
        sink.put(end)
    }
}

impl<'decoder, T, L: Layout, const N: usize, const BITS: u128, const LEN: usize> Decode<'decoder, L>
    for TerminatedItems<Vec<T>, N, BITS, LEN>
where
    T: Decode<'decoder, L>,
{
    const FACTS: Facts = T::FACTS.checked();
    const BLANK: Option<Blank<Vec<T::Value>>> = Some(Blank::new(Vec::new()));

    #[inline]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Vec<T::Value>, DecodeError> {
        // Evaluates the compile-time checks of the element.
        const {
            let _ = Self::ENCODING;
        };
        let end = Magic::<BITS, LEN>::BYTES;
        // The elements are counted first, so that exactly their memory is reserved.
        let (mut count, mut ahead) = (0_usize, *decoder);
        while !ahead.rest().starts_with(end) {
            T::decode_from(&mut ahead)?;
            count = count.saturating_add(1);
            if count > N {
                return Err(decoder.error(DecodeErrorKind::TooLong(TooLong { len: count, max: N })));
            }
        }
        let mut elements = Vec::with_capacity(count);
        for _ in 0..count {
            elements.push(T::decode_from(decoder)?);
        }
        decoder.take(LEN)?;
        Ok(elements)
    }
}

impl<'decoder, T, L: Layout, M: Layout, const N: usize, const BITS: u128, const LEN: usize>
    Encode<M> for TerminatedItems<SeqRef<'decoder, T, N, L>, N, BITS, LEN>
where
    T: Borrow<L, Value = T>,
    T::Ref<'decoder>: Decode<'decoder, L, Value = T::Ref<'decoder>>,
{
    type Value = SeqRef<'decoder, T, N, L>;
    const ENCODING: &'static Schema =
        &Schema::terminated_items(T::ENCODING, N, Magic::<BITS, LEN>::BYTES, 0).borrowed();

    #[inline]
    fn encode_to<S: Sink>(value: &SeqRef<'decoder, T, N, L>, sink: &mut S) -> Result<(), S::Error> {
        let end = Magic::<BITS, LEN>::BYTES;
        sink.check(|| {
            let long = TooLong { len: value.len(), max: N };
            match value.len() > N {
                true => Some(EncodeErrorKind::TooLong(long)),
                false => value.iter().find_map(|element| {
                    fault::<T::Ref<'decoder>, L>([&element].into_iter(), 1, end)
                }),
            }
        })?;
        value.iter().try_for_each(|element| <T::Ref<'decoder>>::encode_to(&element, sink))?;
        sink.put(end)
    }
}

impl<'decoder, T, L: Layout, M: Layout, const N: usize, const BITS: u128, const LEN: usize>
    Decode<'decoder, M> for TerminatedItems<SeqRef<'decoder, T, N, L>, N, BITS, LEN>
where
    T: Borrow<L, Value = T>,
    T::Ref<'decoder>: Decode<'decoder, L, Value = T::Ref<'decoder>>,
{
    const FACTS: Facts = <T::Ref<'decoder>>::FACTS.checked();

    #[inline]
    fn decode_from(
        decoder: &mut Decoder<'decoder>,
    ) -> Result<SeqRef<'decoder, T, N, L>, DecodeError> {
        let elements = SeqRef::read_until(Magic::<BITS, LEN>::BYTES, decoder)?;
        decoder.take(LEN)?;
        Ok(elements)
    }
}

impl<T, L: Layout, const N: usize, const BITS: u128, const LEN: usize> Borrow<L>
    for TerminatedItems<Vec<T>, N, BITS, LEN>
where
    T: Borrow<L, Value = T> + for<'decoder> Decode<'decoder, L> + 'static,
{
    type Ref<'decoder> = SeqRef<'decoder, T, N, L>;

    #[inline]
    fn own(borrowed: &SeqRef<'_, T, N, L>) -> Vec<T> {
        borrowed.to_vec()
    }

    #[inline]
    fn lend(value: &Vec<T>) -> SeqRef<'_, T, N, L> {
        SeqRef::from_slice(value)
    }
}
