//! The layouts of an encoding: the type parameter of [`Encode`](crate::layout::Encode) and related traits.

use core::marker::PhantomData;

/// A layout: the properties of an encoding that the message around a value decides.
///
/// [`Own`] and [`Prefixed`] implement it. A type whose bytes do not depend on the message around it has the same
/// [`Encode<L>`](crate::layout::Encode) implementation for every layout `L`. All types that derive
/// [`Frame`](crate::Frame) are of this kind.
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
    note = "use `Own`, or `Prefixed<P>` where `P` is `u8`, `u16`, `u32` or `u64`"
)]
pub trait Layout: 'static {
    /// The width of length prefixes in bytes: 1, 2, 4 or 8. `None` selects the fewest bytes, from 1 to 4, that
    /// can hold the bound.
    const LEN_WIDTH: Option<usize>;
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
