//! Sequences without a count in front: of a known number of elements, up to constant bytes, or up to the end of the
//! input.

use super::body::{Body, Elements};
use crate::codec::{Borrow, Decode, DecodeError, DecodeErrorKind, Decoder, Layout, TooLong};
use crate::wire::SeqRef;

impl<'decoder, T, const MAX: usize, L> SeqRef<'decoder, T, MAX, L>
where
    L: Layout,
    T: Borrow<L, Value = T, Ref<'decoder>: Decode<'decoder, L, Value = T::Ref<'decoder>>>,
{
    /// Reads `count` elements.
    pub(crate) fn read_counted(
        count: usize,
        decoder: &mut Decoder<'decoder>,
    ) -> Result<Self, DecodeError> {
        let start = decoder.rest();
        for _ in 0..count {
            <T::Ref<'decoder>>::decode_from(decoder)?;
        }
        let read = start.len().saturating_sub(decoder.rest().len());
        let bytes = start.get(..read).unwrap_or(start);
        Ok(Self { elements: Elements::new(Body::Encoded { count, bytes }) })
    }

    /// Reads the elements up to the bytes `end` in the place of one.
    pub(crate) fn read_until(
        end: &[u8],
        decoder: &mut Decoder<'decoder>,
    ) -> Result<Self, DecodeError> {
        let (start, mut count) = (*decoder, 0_usize);
        while !decoder.rest().starts_with(end) {
            <T::Ref<'decoder>>::decode_from(decoder)?;
            count = count.saturating_add(1);
            if count > MAX {
                let long = TooLong { len: count, max: MAX };
                return Err(start.error(DecodeErrorKind::TooLong(long)));
            }
        }
        let read = decoder.offset().saturating_sub(start.offset());
        let bytes = start.rest().get(..read).unwrap_or(start.rest());
        Ok(Self { elements: Elements::new(Body::Encoded { count, bytes }) })
    }

    /// Reads the elements up to the end of the input.
    pub(crate) fn read_rest(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
        let start = *decoder;
        let long = |len| Err(start.error(DecodeErrorKind::TooLong(TooLong { len, max: MAX })));
        let bytes = start.rest();
        let mut count = 0_usize;
        if let Some(size) = const { T::ENCODING.fixed_size() } {
            count = bytes.len().checked_div(size).unwrap_or_default();
            if count > MAX {
                return long(count);
            }
            count = 0;
        }
        while !decoder.rest().is_empty() {
            <T::Ref<'decoder>>::decode_from(decoder)?;
            count = count.saturating_add(1);
            if count > MAX {
                return long(count);
            }
        }
        Ok(Self { elements: Elements::new(Body::Encoded { count, bytes }) })
    }
}
