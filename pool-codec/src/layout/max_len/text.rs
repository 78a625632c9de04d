//! Text with a bound: `String`, `Box<str>`, `&str`.

use alloc::boxed::Box;
use alloc::string::String;

use pool_core::__private::keeps;

use crate::Schema;
use crate::decode::Decoder;
use crate::encode::Encoder;
use crate::error::{DecodeError, EncodeError};
use crate::layout::max_len::check_bound;
use crate::layout::{
    BorrowAs, DecodeAs, EncodeAs, Layout, MaxLen, WireAs, prefix_width, write_prefix,
};
use crate::wire::read_text;

/// Owned and borrowed forms encode alike.
macro_rules! text {
    ($($ty:ty, $heap:expr;)*) => {$(
        impl<'decoder, L: Layout, const N: usize> WireAs<$ty> for MaxLen<N, L> {
            const MIN_SIZE: usize = prefix_width::<L::Len>(N);
            const MAX_SIZE: usize = prefix_width::<L::Len>(N).saturating_add(N);
            const MAX_HEAP: usize = $heap;
            const MAX_OVERHEAD: usize = 0;
            const HEAP_PER_BYTE: usize = if $heap == 0 { 0 } else { 1 };
            const SCHEMA: &'static Schema =
                &Schema::Str { max: N, prefix: prefix_width::<L::Len>(N) };
        }

        impl<'decoder, L: Layout, const N: usize> EncodeAs<$ty> for MaxLen<N, L> {
            #[inline(always)]
            fn encoded_len(value: &$ty) -> usize {
                prefix_width::<L::Len>(N).saturating_add(value.len())
            }

            #[inline(always)]
            fn encode(value: &$ty, encoder: &mut Encoder<'_>) -> Result<(), EncodeError> {
                check_bound::<N>(value.len())?;
                write_prefix::<L::Len, N>(value.len(), encoder)?;
                encoder.put(value.as_bytes())
            }
        }
    )*};
}
text! {
    String, N;
    Box<str>, N;
    &'decoder str, 0;
}

impl<'decoder, L: Layout, const N: usize> DecodeAs<'decoder, &'decoder str> for MaxLen<N, L> {
    #[inline(always)]
    fn decode(decoder: &mut Decoder<'decoder>) -> Result<&'decoder str, DecodeError> {
        Ok(read_text::<L::Len, N>(decoder)?.as_str())
    }
}

impl<'decoder, L: Layout, const N: usize> DecodeAs<'decoder, String> for MaxLen<N, L> {
    #[inline]
    fn decode(decoder: &mut Decoder<'decoder>) -> Result<String, DecodeError> {
        Ok(read_text::<L::Len, N>(decoder)?.as_str().into())
    }

    #[inline]
    fn refill(value: &mut String, decoder: &mut Decoder<'decoder>) -> Result<(), DecodeError> {
        refill_string(value, read_text::<L::Len, N>(decoder)?.as_str());
        Ok(())
    }
}

impl<'decoder, L: Layout, const N: usize> DecodeAs<'decoder, Box<str>> for MaxLen<N, L> {
    #[inline]
    fn decode(decoder: &mut Decoder<'decoder>) -> Result<Box<str>, DecodeError> {
        Ok(read_text::<L::Len, N>(decoder)?.as_str().into())
    }

    #[inline]
    fn refill(value: &mut Box<str>, decoder: &mut Decoder<'decoder>) -> Result<(), DecodeError> {
        let text = read_text::<L::Len, N>(decoder)?.as_str();
        // Keeps its block where the length is as before; a box has no room to spare.
        let mut string = core::mem::take(value).into_string();
        refill_string(&mut string, text);
        *value = string.into_boxed_str();
        Ok(())
    }
}

#[inline]
fn refill_string(value: &mut String, text: &str) {
    value.clear();
    if !keeps(value.capacity(), text.len()) {
        value.shrink_to(0);
    }
    value.reserve_exact(text.len());
    value.push_str(text);
}

impl<L: Layout, const N: usize> BorrowAs<String> for MaxLen<N, L> {
    type Ref<'decoder> = &'decoder str;

    #[inline]
    fn from_borrowed(borrowed: &&str) -> String {
        (*borrowed).into()
    }

    #[inline]
    fn as_borrowed(value: &String) -> &str {
        value
    }
}

impl<L: Layout, const N: usize> BorrowAs<Box<str>> for MaxLen<N, L> {
    type Ref<'decoder> = &'decoder str;

    #[inline]
    fn from_borrowed(borrowed: &&str) -> Box<str> {
        (*borrowed).into()
    }

    #[inline]
    fn as_borrowed(value: &Box<str>) -> &str {
        value
    }
}
