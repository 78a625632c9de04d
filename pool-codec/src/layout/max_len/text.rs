//! Standard texts whose field sets a bound: `#[frame(max_len = N)]` on `String`.

use alloc::boxed::Box;
use alloc::string::String;

use pool_core::__private::keeps;

use crate::codec::prefix::{prefix, write_checked_prefix};
use crate::codec::{
    Blank, Borrow, Decode, DecodeError, Decoder, Encode, Facts, Layout, Schema, Sink,
};
use crate::layout::MaxLen;
use crate::wire::read_text;

/// Implements `Encode`, which is the same for owned and borrowed forms.
macro_rules! text {
    ($($ty:ty, $heap:expr;)*) => {$(
        impl<'decoder, L: Layout, const N: usize> Encode<L> for MaxLen<$ty, N> {
            type Value = $ty;
            const ENCODING: &'static Schema =
                &Schema::text(N, prefix::<L>(N)).with_content($heap);

            #[inline(always)]
            fn encode_to<S: Sink>(value: &$ty, sink: &mut S) -> Result<(), S::Error> {
                write_checked_prefix::<L, N, S>(value.len(), sink)?;
                sink.put(value.as_bytes())
            }
        }
    )*};
}
text! {
    String, N;
    Box<str>, N;
    &'decoder str, 0;
}

impl<'decoder, L: Layout, const N: usize> Decode<'decoder, L> for MaxLen<&'decoder str, N> {
    const FACTS: Facts = Facts::CHECKED.prefixed::<L>();

    #[inline(always)]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<&'decoder str, DecodeError> {
        Ok(read_text::<L, N>(decoder)?.as_str())
    }
}

impl<'decoder, L: Layout, const N: usize> Decode<'decoder, L> for MaxLen<String, N> {
    const FACTS: Facts = Facts::CHECKED.prefixed::<L>();
    const BLANK: Option<Blank<String>> = Some(Blank::new(String::new()));

    #[inline]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<String, DecodeError> {
        Ok(read_text::<L, N>(decoder)?.as_str().into())
    }

    #[inline]
    fn refill_from(value: &mut String, decoder: &mut Decoder<'decoder>) -> Result<(), DecodeError> {
        refill_string::<N>(value, read_text::<L, N>(decoder)?.as_str());
        Ok(())
    }
}

impl<'decoder, L: Layout, const N: usize> Decode<'decoder, L> for MaxLen<Box<str>, N> {
    const FACTS: Facts = Facts::CHECKED.prefixed::<L>();

    #[inline]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Box<str>, DecodeError> {
        Ok(read_text::<L, N>(decoder)?.as_str().into())
    }

    #[inline]
    fn refill_from(
        value: &mut Box<str>,
        decoder: &mut Decoder<'decoder>,
    ) -> Result<(), DecodeError> {
        let text = read_text::<L, N>(decoder)?.as_str();
        // The block is kept if the length is the same as before. A box has no spare capacity, and an allocator may take
        // a second block to shrink one. The old block is released before a new one is taken.
        let mut string = core::mem::take(value).into_string();
        if string.len() != text.len() {
            string = String::new();
        }
        refill_string::<N>(&mut string, text);
        *value = string.into_boxed_str();
        Ok(())
    }
}

#[inline]
fn refill_string<const N: usize>(value: &mut String, text: &str) {
    value.clear();
    // A block of more than `N` bytes comes from the user, and exceeds the bound of the message.
    let fits = (text.len()..=N).contains(&value.capacity());
    if !fits || !keeps(value.capacity(), text.len()) {
        // The old block is released before a new one is taken.
        *value = String::new();
    }
    value.reserve_exact(text.len());
    value.push_str(text);
}

/// Implements `Borrow` for the owned forms, which both are borrowed as `&str`.
macro_rules! borrowed {
    ($($ty:ty),*) => {$(
        impl<L: Layout, const N: usize> Borrow<L> for MaxLen<$ty, N> {
            type Ref<'decoder> = &'decoder str;

            #[inline]
            fn own(borrowed: &&str) -> $ty {
                (*borrowed).into()
            }

            #[inline]
            fn lend(value: &$ty) -> &str {
                value
            }
        }
    )*};
}
borrowed!(String, Box<str>);
