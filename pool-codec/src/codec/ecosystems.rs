//! The layouts of other ecosystems, and those in which all integers have one encoding of variable width.

use crate::codec::layout::Layout;
use crate::codec::varint::Varint;

macro_rules! layouts {
    ($($(#[$doc:meta])* $name:ident { $($key:ident: $ty:ty = $value:expr),* };)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy)]
        pub struct $name;

        impl Layout for $name {
            $(const $key: $ty = $value;)*
        }
    )*};
}
layouts! {
    /// The layout of bincode 1.3 with `bincode::serialize`, and of wincode with its default configuration.
    ///
    /// Lengths, `usize` and `isize` have 8 bytes, and tags have 4.
    ///
    /// ```
    /// use pool_codec::layout::{Bincode1, Encode};
    ///
    /// assert_eq!(<Result<u8, u16> as Encode<Bincode1>>::ENCODING.max_size(), 4 + 2);
    /// assert_eq!(<pool_codec::Str<9> as Encode<Bincode1>>::ENCODING.max_size(), 8 + 9);
    /// ```
    Bincode1 {
        LEN_WIDTH: Option<usize> = Some(8), TAG_WIDTH: usize = 4, WORD_WIDTH: Option<usize> = Some(8)
    };

    /// The layout of bincode 2 with `bincode::config::standard()`: integers of more than 8 bits, lengths and tags are
    /// [`Varint::Bincode`].
    ///
    /// ```
    /// use pool_codec::layout::{Bincode2, Encode};
    ///
    /// assert_eq!(<u32 as Encode<Bincode2>>::ENCODING.max_size(), 5);
    /// assert_eq!(<pool_codec::Str<300> as Encode<Bincode2>>::ENCODING.max_size(), 3 + 300);
    /// ```
    Bincode2 {
        LEN_WIDTH: Option<usize> = None, NUMBERS: Option<Varint> = Some(Varint::Bincode),
        LENGTHS: Option<Varint> = Some(Varint::Bincode), TAGS: Option<Varint> = Some(Varint::Bincode),
        TAG_WIDTH: usize = 4, WORD_WIDTH: Option<usize> = Some(8)
    };

    /// The layout of borsh 1.
    ///
    /// Lengths have 4 bytes, tags 1, and `usize` and `isize` 8. The tag of `Err` is 0.
    ///
    /// ```
    /// use pool_codec::layout::{Borsh, Encode};
    ///
    /// assert_eq!(<Result<u8, u16> as Encode<Borsh>>::ENCODING.max_size(), 1 + 2);
    /// assert_eq!(<pool_codec::Str<9> as Encode<Borsh>>::ENCODING.max_size(), 4 + 9);
    /// ```
    Borsh {
        LEN_WIDTH: Option<usize> = Some(4), ERR_FIRST: bool = true, WORD_WIDTH: Option<usize> = Some(8)
    };

    /// The layout of postcard 1: integers of more than 8 bits, lengths and tags are [`Varint::Leb128`], and a `char` is a
    /// text.
    ///
    /// ```
    /// use pool_codec::layout::{Encode, Postcard};
    ///
    /// assert_eq!(<u32 as Encode<Postcard>>::ENCODING.max_size(), 5);
    /// assert_eq!(<pool_codec::Str<300> as Encode<Postcard>>::ENCODING.max_size(), 2 + 300);
    /// ```
    Postcard {
        LEN_WIDTH: Option<usize> = None, NUMBERS: Option<Varint> = Some(Varint::Leb128),
        LENGTHS: Option<Varint> = Some(Varint::Leb128), TAGS: Option<Varint> = Some(Varint::Leb128),
        CHAR_PREFIXED: bool = true, TAG_WIDTH: usize = 4, WORD_WIDTH: Option<usize> = Some(8)
    };

    /// The layout of Bitcoin's messages: lengths are [`Varint::CompactSize`], and numbers are little-endian.
    Bitcoin { LEN_WIDTH: Option<usize> = None, LENGTHS: Option<Varint> = Some(Varint::CompactSize) };

    /// The layout of Solana's transactions: lengths are [`Varint::ShortVec`]. Otherwise it is that of
    /// [`Bincode1`].
    Solana {
        LEN_WIDTH: Option<usize> = None, LENGTHS: Option<Varint> = Some(Varint::ShortVec),
        TAG_WIDTH: usize = 4, WORD_WIDTH: Option<usize> = Some(8)
    };

    /// The layout of QUIC's frames: lengths and tags are [`Varint::Quic`], and numbers are big-endian.
    /// [`QuicVarint`] is for fields that are integers of variable width.
    Quic {
        LEN_WIDTH: Option<usize> = None, BIG_ENDIAN: bool = true,
        LENGTHS: Option<Varint> = Some(Varint::Quic), TAGS: Option<Varint> = Some(Varint::Quic),
        TAG_WIDTH: usize = 4
    };

    /// The layout of SCALE: lengths are [`Varint::Compact`], and numbers are little-endian. [`Compact`] is for
    /// fields of type `Compact<T>` there.
    Scale { LEN_WIDTH: Option<usize> = None, LENGTHS: Option<Varint> = Some(Varint::Compact) };

    /// The layout in which integers of more than 8 bits, lengths and tags are [`Varint::Leb128`].
    Leb128 {
        LEN_WIDTH: Option<usize> = None, NUMBERS: Option<Varint> = Some(Varint::Leb128),
        LENGTHS: Option<Varint> = Some(Varint::Leb128), TAGS: Option<Varint> = Some(Varint::Leb128),
        TAG_WIDTH: usize = 4, WORD_WIDTH: Option<usize> = Some(8)
    };

    /// The layout in which integers of more than 8 bits, lengths and tags are [`Varint::CompactSize`].
    CompactSize {
        LEN_WIDTH: Option<usize> = None, NUMBERS: Option<Varint> = Some(Varint::CompactSize),
        LENGTHS: Option<Varint> = Some(Varint::CompactSize),
        TAGS: Option<Varint> = Some(Varint::CompactSize), TAG_WIDTH: usize = 4,
        WORD_WIDTH: Option<usize> = Some(8)
    };

    /// The layout in which integers of more than 8 bits and lengths are [`Varint::ShortVec`].
    ShortVec {
        LEN_WIDTH: Option<usize> = None, NUMBERS: Option<Varint> = Some(Varint::ShortVec),
        LENGTHS: Option<Varint> = Some(Varint::ShortVec), TAG_WIDTH: usize = 4,
        WORD_WIDTH: Option<usize> = Some(2)
    };

    /// The layout in which integers of more than 8 bits, lengths and tags are [`Varint::Quic`].
    QuicVarint {
        LEN_WIDTH: Option<usize> = None, BIG_ENDIAN: bool = true,
        NUMBERS: Option<Varint> = Some(Varint::Quic), LENGTHS: Option<Varint> = Some(Varint::Quic),
        TAGS: Option<Varint> = Some(Varint::Quic), TAG_WIDTH: usize = 4,
        WORD_WIDTH: Option<usize> = Some(8)
    };

    /// The layout in which integers of more than 8 bits, lengths and tags are [`Varint::Compact`].
    Compact {
        LEN_WIDTH: Option<usize> = None, NUMBERS: Option<Varint> = Some(Varint::Compact),
        LENGTHS: Option<Varint> = Some(Varint::Compact), TAGS: Option<Varint> = Some(Varint::Compact),
        TAG_WIDTH: usize = 4, WORD_WIDTH: Option<usize> = Some(8)
    };
}
