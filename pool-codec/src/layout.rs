//! How a field is laid out where that is not its type's own way.
//!
//! A wire type such as [`Str<N>`](crate::Str) says all of its bytes itself. A *layout* is a type that says it
//! of another type: `#[frame(len = u64)]`, `#[frame(max_len = N)]` and `#[frame(with = A)]` become the layouts
//! [`Prefixed<u64>`](Prefixed), [`MaxLen<N, L>`](MaxLen) and [`With<A, L>`](With). The derive names them;
//! code by hand can as well.
//!
//! | layout | of | bytes |
//! |---|---|---|
//! | [`Own`] | every wire type | its own |
//! | [`Prefixed<P>`](Prefixed) | every wire type | length prefixes as wide as `P`, here and in what it contains, up to types with a layout of their own |
//! | [`MaxLen<N, L>`](MaxLen) | `String`, `Vec<T>`, .. | those of `Str<N>` and `Seq<T, N>` under `L` |
//! | [`MaxBytes<N, L>`](MaxBytes) | `Vec<u8>`, .. | those of `Bytes<N>` under `L` |
//! | [`With<A, L>`](With) | whatever `A` adapts | those of `A::Wire` under `L` |
//!
//! ```
//! use pool_codec::layout::{DecodeAs, EncodeAs, Prefixed, WireAs};
//! use pool_codec::{Decoder, Encoder, Str};
//!
//! type Layout = Prefixed<u16>;
//! let value = Some(Str::<9>::new("ab").unwrap());
//!
//! let mut out = [0; 5];
//! <Layout as EncodeAs<Option<Str<9>>>>::encode(&value, &mut Encoder::new(&mut out)).unwrap();
//! assert_eq!(out, *b"\x01\x02\x00ab");
//! assert_eq!(<Layout as DecodeAs<Option<Str<9>>>>::decode(&mut Decoder::new(&out)).unwrap(), value);
//! assert_eq!(<Layout as WireAs<Option<Str<9>>>>::MAX_SIZE, 1 + 2 + 9);
//! ```

use core::marker::PhantomData;

use alloc::vec::Vec;

use crate::Schema;
use crate::codec::decode::{Decoder, array_of};
use crate::codec::encode::Encoder;
use crate::codec::error::{DecodeError, EncodeError};

mod adapter;
mod coded;
mod container;
mod max_bytes;
pub(crate) mod max_len;
mod own;
mod prefix;
mod with;

pub use adapter::Adapter;
pub use coded::Coded;
pub use max_bytes::MaxBytes;
pub use max_len::MaxLen;
pub use prefix::{LenPrefix, Smallest};
pub use with::With;

pub(crate) use container::{Nested, container, same_wire};
pub(crate) use prefix::{prefix_width, read_prefix, write_prefix};

/// A layout of wire types: how wide the length prefixes are.
///
/// Implemented by [`Own`] and [`Prefixed`].
///
/// ```
/// use pool_codec::layout::{Layout, LenPrefix, Own, Prefixed};
///
/// assert_eq!(<Own as Layout>::Len::WIDTH, None);
/// assert_eq!(<Prefixed<u64> as Layout>::Len::WIDTH, Some(8));
/// ```
pub trait Layout: 'static {
    /// The width of length prefixes.
    type Len: LenPrefix;
}

/// Each type's own layout: that of its [`Wire`](crate::Wire), [`Encodable`](crate::Encodable),
/// [`Decodable`](crate::Decodable) and [`ZeroCopy`](crate::ZeroCopy).
///
/// ```
/// use pool_codec::layout::{EncodeAs, Own};
///
/// assert_eq!(<Own as EncodeAs<u32>>::encoded_len(&7), 4);
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Own;

impl Layout for Own {
    type Len = Smallest;
}

/// Length prefixes as wide as `P`: `u8`, `u16`, `u32` or `u64`. What `#[frame(len = P)]` on a message does to
/// its fields, and to what these contain; a type that is an [`OwnLayout`] stays as it is.
///
/// A prefix that cannot hold a bound does not compile:
///
/// ```compile_fail,E0080
/// use pool_codec::layout::{Prefixed, WireAs};
///
/// let _ = <Prefixed<u8> as WireAs<pool_codec::Str<300>>>::MAX_SIZE;
/// ```
///
/// ```
/// use pool_codec::layout::{Prefixed, WireAs};
///
/// assert_eq!(<Prefixed<u64> as WireAs<pool_codec::Str<300>>>::MAX_SIZE, 8 + 300);
/// ```
#[derive(Debug)]
pub struct Prefixed<P>(PhantomData<P>);

impl<P: LenPrefix> Layout for Prefixed<P> {
    type Len = P;
}

/// A layout of `T`: the bounds of its size, as [`Wire`](crate::Wire) has them for a type's own layout.
///
/// ```
/// use pool_codec::layout::{MaxLen, Own, WireAs};
///
/// assert_eq!(<MaxLen<255, Own> as WireAs<String>>::MAX_SIZE, 1 + 255);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{T}` cannot be laid out with this `len` or `max_len`",
    label = "no such layout",
    note = "`max_len` bounds `String`, `Vec<T>`, `Box<str>`, `Box<[T]>` or an `Option` of these",
    note = "with `len`, derive `Frame` for the types inside, or implement `OwnLayout` for a hand-written one",
    note = "with `len`, a `Box` holds a number or a derived type; what else is in one needs no box"
)]
pub trait WireAs<T> {
    /// The length of the shortest encoding.
    const MIN_SIZE: usize;

    /// The length of the longest encoding; some value attains it. Saturates at `usize::MAX`.
    const MAX_SIZE: usize;

    /// The most heap bytes that one decoded value holds. Zero for borrowed forms. Saturates at
    /// `usize::MAX`.
    const MAX_HEAP: usize;

    /// Of [`MAX_HEAP`](Self::MAX_HEAP), the part that is not the content of text and byte strings: their
    /// sum is bounded by the input's length too. Saturates at `usize::MAX`.
    const MAX_OVERHEAD: usize = Self::MAX_HEAP;

    /// The most heap bytes that one byte of encoding leads to, rounded up: what bounds a decoded value
    /// of a short input. `usize::MAX` if nothing is known of it.
    const HEAP_PER_BYTE: usize = if Self::MAX_HEAP == 0 { 0 } else { usize::MAX };

    /// Whether all encodings have one length and every byte string of that length decodes. A
    /// sequence of plain elements is checked in one comparison.
    const PLAIN: bool = false;

    /// A description of the encoding, for tools: hex dumps, inspectors, documentation.
    const SCHEMA: &'static Schema;
}

/// A layout of `T` that encodes: what [`Encodable`](crate::Encodable) is for a type's own layout.
///
/// ```
/// use pool_codec::Encoder;
/// use pool_codec::layout::{EncodeAs, MaxLen, Own};
///
/// let mut out = [0; 3];
/// MaxLen::<255, Own>::encode(&"ab", &mut Encoder::new(&mut out)).unwrap();
/// assert_eq!(out, *b"\x02ab");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{T}` cannot be laid out with this `len` or `max_len`",
    label = "no such layout",
    note = "`max_len` bounds `String`, `Vec<T>`, `Box<str>`, `Box<[T]>` or an `Option` of these",
    note = "with `len`, derive `Frame` for the types inside, or implement `OwnLayout` for a hand-written one",
    note = "with `len`, a `Box` holds a number or a derived type; what else is in one needs no box"
)]
pub trait EncodeAs<T>: WireAs<T> {
    /// The exact length of the value's encoding, in bytes.
    fn encoded_len(value: &T) -> usize;

    /// Writes the value at the cursor.
    ///
    /// # Errors
    ///
    /// As [`Encodable::encode_to`](crate::Encodable::encode_to).
    fn encode(value: &T, encoder: &mut Encoder<'_>) -> Result<(), EncodeError>;

    /// Writes all of `items`.
    #[doc(hidden)]
    #[inline]
    fn encode_items(items: &[T], encoder: &mut Encoder<'_>) -> Result<(), EncodeError> {
        items.iter().try_for_each(|item| Self::encode(item, encoder))
    }

    /// The length of all `items` together.
    #[doc(hidden)]
    #[inline]
    fn items_len(items: &[T]) -> usize {
        if Self::MIN_SIZE == Self::MAX_SIZE {
            return items.len().saturating_mul(Self::MIN_SIZE);
        }
        items.iter().fold(0, |len, item| len.saturating_add(Self::encoded_len(item)))
    }
}

/// A layout of `T` that decodes: what [`Decodable`](crate::Decodable) is for a type's own layout.
///
/// ```
/// use pool_codec::Decoder;
/// use pool_codec::layout::{DecodeAs, MaxLen, Own};
///
/// type Layout = MaxLen<255, Own>;
/// let text = <Layout as DecodeAs<String>>::decode(&mut Decoder::new(b"\x02ab")).unwrap();
/// assert_eq!(text, "ab");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{T}` cannot be laid out with this `len` or `max_len`",
    label = "no such layout",
    note = "`max_len` bounds `String`, `Vec<T>`, `Box<str>`, `Box<[T]>` or an `Option` of these",
    note = "with `len`, derive `Frame` for the types inside, or implement `OwnLayout` for a hand-written one",
    note = "with `len`, a `Box` holds a number or a derived type; what else is in one needs no box"
)]
pub trait DecodeAs<'decoder, T>: WireAs<T> {
    /// Reads a value at the cursor.
    ///
    /// # Errors
    ///
    /// If the bytes at the cursor are not an encoding of `T` in this layout.
    fn decode(decoder: &mut Decoder<'decoder>) -> Result<T, DecodeError>;

    /// Reads a value at the cursor into `value`, reusing the heap blocks that it has.
    ///
    /// # Errors
    ///
    /// As [`decode`](Self::decode). Parts before the one that failed are already replaced.
    #[inline]
    fn refill(value: &mut T, decoder: &mut Decoder<'decoder>) -> Result<(), DecodeError> {
        *value = Self::decode(decoder)?;
        Ok(())
    }

    /// Appends `count` values to `values`.
    #[doc(hidden)]
    #[inline]
    fn decode_items(
        decoder: &mut Decoder<'decoder>,
        count: usize,
        values: &mut Vec<T>,
    ) -> Result<(), DecodeError> {
        for _ in 0..count {
            values.push(Self::decode(decoder)?);
        }
        Ok(())
    }

    /// Appends `count` arrays of `N` values to `arrays`.
    #[doc(hidden)]
    #[inline]
    fn decode_arrays<const N: usize>(
        decoder: &mut Decoder<'decoder>,
        count: usize,
        arrays: &mut Vec<[T; N]>,
    ) -> Result<(), DecodeError> {
        for _ in 0..count {
            arrays.push(Self::decode_array(decoder)?);
        }
        Ok(())
    }

    /// Reads `N` values.
    #[doc(hidden)]
    #[inline]
    fn decode_array<const N: usize>(
        decoder: &mut Decoder<'decoder>,
    ) -> Result<[T; N], DecodeError> {
        array_of(decoder, Self::MIN_SIZE, Self::decode)
    }
}

/// A layout of `T` under which it has a borrowed form: what [`ZeroCopy`](crate::ZeroCopy) is for a type's own
/// layout.
///
/// ```
/// use pool_codec::layout::{BorrowAs, MaxLen, Own};
///
/// type Layout = MaxLen<255, Own>;
/// let owned = "ab".to_owned();
/// let borrowed: &str = Layout::as_borrowed(&owned);
/// assert_eq!(<Layout as BorrowAs<String>>::from_borrowed(&borrowed), owned);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{T}` cannot be laid out with this `len` or `max_len`",
    label = "no such layout",
    note = "`max_len` bounds `String`, `Vec<T>`, `Box<str>`, `Box<[T]>` or an `Option` of these",
    note = "with `len`, derive `Frame` for the types inside, or implement `OwnLayout` for a hand-written one",
    note = "with `len`, a `Box` holds a number or a derived type; what else is in one needs no box"
)]
pub trait BorrowAs<T>: WireAs<T> {
    /// The borrowed form: variable-length parts point into the decoder's input.
    type Ref<'decoder>;

    /// Copies a borrowed form into an owned value.
    fn from_borrowed(borrowed: &Self::Ref<'_>) -> T;

    /// The borrowed form of an owned value, pointing into it.
    fn as_borrowed(value: &T) -> Self::Ref<'_>;
}

/// A type whose bytes do not depend on the message around it: `#[frame(len = ..)]` there does not change
/// them.
///
/// Implemented by everything that derives [`Frame`](crate::Frame), which has attributes of its own, and by
/// the wire types without length prefixes. A hand-written [`Wire`](crate::Wire) type implements it to be a
/// field of a message with `len`.
///
/// ```
/// use pool_codec::layout::OwnLayout;
///
/// fn fixed<T: OwnLayout>() {}
/// fixed::<u32>();
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be laid out with `len`",
    label = "its layout may depend on `len`",
    note = "derive `Frame` for it: `len` does not reach into types with attributes of their own",
    note = "or implement `OwnLayout` for a hand-written wire type",
    note = "or bound a `String` or `Vec<T>` field with `#[frame(max_len = N)]`"
)]
pub trait OwnLayout {}
