//! The layouts of an encoding: the type parameter of [`Encode`](crate::layout::Encode) and related traits.

use core::marker::PhantomData;

use crate::codec::varint::Varint;

/// A layout: the properties of an encoding that the message around a value decides.
///
/// [`Own`], [`Prefixed`] and the layouts of other ecosystems implement it. A type whose bytes do not depend on the message
/// around it has the same [`Encode<L>`](crate::layout::Encode) implementation for every layout `L`. All types that derive
/// [`Frame`](crate::Frame) are of this kind.
///
/// `#[frame(layout = L)]` on a type selects any layout, also one of your own:
///
/// ```
/// # #[cfg(feature = "derive")] {
/// use core::net::IpAddr;
/// use pool_codec::layout::Layout;
/// use pool_codec::prelude::*;
///
/// /// Lengths and tags have two bytes.
/// struct Short;
///
/// impl Layout for Short {
///     const LEN_WIDTH: Option<usize> = Some(2);
///     const TAG_WIDTH: usize = 2;
/// }
///
/// #[derive(Debug, Frame)]
/// #[frame(layout = Short)]
/// struct Peer {
///     address: IpAddr,
///     #[frame(max_len = 9)]
///     name: String,
/// }
///
/// let peer = Peer { address: [127, 0, 0, 1].into(), name: "a".into() };
/// assert_eq!(peer.encode_to_vec().unwrap(), b"\0\0\x7F\0\0\x01\x01\0a");
/// # }
/// ```
///
/// ```
/// use pool_codec::layout::{Layout, Own, Prefixed};
///
/// assert_eq!(Own::LEN_WIDTH, None);
/// assert_eq!(<Prefixed<u64>>::LEN_WIDTH, Some(8));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a layout",
    label = "not a layout",
    note = "use `Own`, `Prefixed<P>` where `P` is `u8`, `u16`, `u32` or `u64`, or a layout such as `Bincode1`"
)]
pub trait Layout: 'static {
    /// The width of length prefixes in bytes: 1, 2, 4 or 8. `None` selects the fewest bytes, from 1 to 4, that
    /// can hold the bound.
    const LEN_WIDTH: Option<usize>;

    /// Whether the most significant byte of numbers, lengths and tags of a fixed width comes first.
    const BIG_ENDIAN: bool = false;

    /// The encoding of integers of more than 8 bits. `None` if they have the width of their type.
    const NUMBERS: Option<Varint> = None;

    /// The encoding of length prefixes, in the place of `LEN_WIDTH`.
    const LENGTHS: Option<Varint> = None;

    /// The encoding of tags, in the place of `TAG_WIDTH`, which is then 4.
    const TAGS: Option<Varint> = None;

    /// Whether an encoding of variable width may be longer than necessary. It may then have as many bytes as that of the
    /// largest number of its type, or of the bound of its length.
    const LENIENT: bool = false;

    /// Whether a `char` is a text with a length prefix.
    const CHAR_PREFIXED: bool = false;

    /// The width in bytes of the tags of enums: of those in the standard library, such as `Result`, and of derived ones
    /// that select the layout with `#[frame(layout = ..)]` and have no `tag`. It is 1, 2 or 4.
    const TAG_WIDTH: usize = 1;

    /// Whether the tag of `Err` is 0 and that of `Ok` is 1. Otherwise it is the reverse.
    const ERR_FIRST: bool = false;

    /// The width of `usize` and `isize` in bytes: 2, 4 or 8. `None` if they have no encoding.
    const WORD_WIDTH: Option<usize> = None;
}

/// The default layout. Length prefixes have the fewest bytes, from 1 to 4, that can hold the bound.
///
/// ```
/// use pool_codec::{Bytes, Wire};
///
/// assert_eq!(Bytes::<255>::MIN_SIZE, 1);
/// assert_eq!(Bytes::<256>::MIN_SIZE, 2);
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Own;

impl Layout for Own {
    const LEN_WIDTH: Option<usize> = None;
}

/// The layout whose length prefixes are as wide as `P`, which is `u8`, `u16`, `u32` or `u64`.
///
/// `#[frame(len = P)]` on a message uses this layout for its fields and the values inside them. A field whose
/// type derives `Frame` keeps its own layout.
///
/// A prefix that cannot hold a bound does not compile:
///
/// ```compile_fail,E0080
/// use pool_codec::layout::{Encode, Prefixed};
///
/// let _ = <pool_codec::Str<300> as Encode<Prefixed<u8>>>::ENCODING.max_size();
/// ```
///
/// Neither does a part with other prefixes, even if it is the argument of a `transparent` type:
///
/// ```compile_fail,E0080
/// use pool_codec::prelude::*;
///
/// #[derive(Frame)]
/// struct Name { text: pool_codec::Str<9> }
///
/// #[derive(Frame)]
/// #[frame(len = u64, transparent)]
/// struct Only<T>(T);
///
/// let _ = <Only<Name>>::decode_prefix(&[0]).is_ok();
/// ```
///
/// ```compile_fail,E0080
/// # use pool_codec::prelude::*;
/// # #[derive(Frame)]
/// # struct Name { text: pool_codec::Str<9> }
/// # #[derive(Frame)]
/// # #[frame(len = u64, transparent)]
/// # struct Only<T>(T);
/// use pool_codec::Encoder;
/// use pool_codec::layout::{Encode, Own};
///
/// let only = Only(Name { text: pool_codec::Str::default() });
/// let _ = <Only<Name> as Encode<Own>>::encode_to(&only, &mut Encoder::new(&mut [0; 8])).is_ok();
/// ```
///
/// ```
/// use pool_codec::layout::{Encode, Prefixed};
///
/// assert_eq!(<pool_codec::Str<300> as Encode<Prefixed<u64>>>::ENCODING.max_size(), 8 + 300);
/// ```
#[derive(Debug)]
pub struct Prefixed<P>(PhantomData<P>);

macro_rules! prefixes {
    ($($ty:ty)*) => {$(
        impl Layout for Prefixed<$ty> {
            const LEN_WIDTH: Option<usize> = Some(size_of::<$ty>());
        }
    )*};
}
prefixes!(u8 u16 u32 u64);
