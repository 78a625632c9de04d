//! Layouts that are another layout, except for one property.

use core::marker::PhantomData;

use crate::codec::layout::{Layout, Own};
use crate::codec::varint::Varint;

/// Implements [`Layout`] with the properties of `L`, except for `$key`.
macro_rules! modifiers {
    ($($(#[$doc:meta])* $name:ident<L $(= $default:ty)?>: $big:expr, $lenient:expr;)*) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $name<L $(= $default)?>(PhantomData<L>);

        impl<L: Layout> Layout for $name<L> {
            const LEN_WIDTH: Option<usize> = L::LEN_WIDTH;
            const BIG_ENDIAN: bool = $big;
            const NUMBERS: Option<Varint> = L::NUMBERS;
            const LENGTHS: Option<Varint> = L::LENGTHS;
            const TAGS: Option<Varint> = L::TAGS;
            const LENIENT: bool = $lenient;
            const CHAR_PREFIXED: bool = L::CHAR_PREFIXED;
            const TAG_WIDTH: usize = L::TAG_WIDTH;
            const ERR_FIRST: bool = L::ERR_FIRST;
            const WORD_WIDTH: Option<usize> = L::WORD_WIDTH;
        }
    )*};
}
modifiers! {
    /// The layout `L` with big-endian numbers, lengths and tags, as in `#[frame(endian = big)]`.
    ///
    /// ```
    /// use pool_codec::Encoder;
    /// use pool_codec::layout::{BigEndian, Encode};
    ///
    /// let mut out = [0; 2];
    /// <u16 as Encode<BigEndian>>::encode_to(&0x0102, &mut Encoder::new(&mut out)).unwrap();
    /// assert_eq!(out, [1, 2]);
    /// ```
    BigEndian<L = Own>: true, L::LENIENT;

    /// The layout `L` with little-endian numbers, lengths and tags, as in `#[frame(endian = little)]`.
    LittleEndian<L = Own>: false, L::LENIENT;

    /// The layout `L`, but integers of variable width may be longer than necessary, as in `#[frame(lenient)]`. They are
    /// encoded in the shortest form.
    ///
    /// ```
    /// use pool_codec::Decoder;
    /// use pool_codec::layout::{Decode, Leb128, Lenient};
    ///
    /// let bytes = [0x81, 0x00];
    /// assert!(<u32 as Decode<'_, Leb128>>::decode_from(&mut Decoder::new(&bytes)).is_err());
    /// assert_eq!(<u32 as Decode<'_, Lenient<Leb128>>>::decode_from(&mut Decoder::new(&bytes)), Ok(1));
    /// ```
    Lenient<L>: L::BIG_ENDIAN, true;
}
