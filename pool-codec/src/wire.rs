//! What every wire type has: bounds of its encoded size, known to the compiler.

use crate::Schema;

mod array;
mod bool;
mod bounded;
mod bytes;
mod float;
mod int;
mod option;
mod prefix;
mod seq;
mod seq_ref;
mod str;
mod u24;

pub use self::bool::LowBitBool;
pub use self::bytes::{Bytes, BytesRef};
pub use self::seq::Seq;
pub use self::seq_ref::{SeqIter, SeqRef};
pub use self::str::{Str, StrRef};
pub use self::u24::U24;

pub(crate) use self::prefix::prefix_size;

// Public only for expansions, through `__private`.
pub use self::bounded::{
    Bounded, BoundedDecode, BoundedValue, MaxLen, bytes_to_vec, seq_to_vec, str_to_string,
};

/// A type with a place on the wire.
///
/// Implemented by the wire types of this crate and by `#[derive(Frame)]`; a hand-written
/// implementation is rarely needed. All sizes are in bytes.
///
/// | type | bytes |
/// |---|---|
/// | integers, floats, `U24` | their width, little-endian |
/// | `bool`, `LowBitBool` | 1 |
/// | `[T; N]` | the elements |
/// | `Bytes<N>`, `Str<N>`, `Seq<T, N>` | the length in 1, 2, 3 or 4 bytes, the fewest that hold `N`; then the content |
/// | `Option<T>` | 0; or 1 and the value |
/// | struct | its fields |
/// | enum without data | its number, in the width of its `tag` |
///
/// ```
/// use pool_codec::{Bytes, Str, Wire};
///
/// assert_eq!((u32::MIN_SIZE, u32::MAX_SIZE), (4, 4));
/// assert_eq!((Str::<255>::MIN_SIZE, Str::<255>::MAX_SIZE), (1, 256));
/// assert_eq!(Bytes::<65_535>::MAX_SIZE, 2 + 65_535);
/// assert_eq!(<Option<u32>>::MAX_SIZE, 5);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no bounded wire size",
    label = "not a wire type",
    note = "use a bounded type such as `Str<N>`, `Bytes<N>` or `Seq<T, N>`",
    note = "or bound a `String` or `Vec<T>` field with `#[frame(max_len = N)]`",
    note = "or derive `Frame` for your own type"
)]
pub trait Wire {
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

/// The most heap bytes that a value of `T` decoded from at most `len` bytes holds.
pub(crate) const fn heap_within<T: Wire>(len: usize) -> usize {
    let by_rate = T::HEAP_PER_BYTE.saturating_mul(len);
    let by_content = T::MAX_OVERHEAD.saturating_add(len);
    let tighter = if by_rate < by_content { by_rate } else { by_content };
    if tighter < T::MAX_HEAP { tighter } else { T::MAX_HEAP }
}

/// An owned type that has a borrowed form: `Foo` and `FooRef<'decoder>`.
///
/// `#[frame(borrow)]` implements it; so do all wire types, where fixed-size ones are their own
/// borrowed form.
///
/// ```
/// use pool_codec::{Str, StrRef, ZeroCopy};
///
/// let bytes = *b"\x04pool";
/// let borrowed: StrRef<'_, 255> = pool_codec::Decodable::decode(&bytes).unwrap();
/// let owned: Str<255> = ZeroCopy::from_borrowed(&borrowed);
/// assert_eq!(owned, "pool");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no borrowed form",
    label = "no borrowed form",
    note = "add `borrow` to its `#[frame(..)]` attribute, or mark a field of a `Copy` type `#[frame(copy)]`",
    note = "name the owned type: `borrow::<Foo>()`, not `borrow::<FooRef>()`"
)]
pub trait ZeroCopy: Sized {
    /// The borrowed form: variable-length fields point into the decoder's input.
    type Ref<'decoder>;

    /// Copies a borrowed form into an owned value.
    fn from_borrowed(borrowed: &Self::Ref<'_>) -> Self;
}

/// A [`ZeroCopy`] type whose borrowed form may be held beside the buffer it points into.
///
/// Derived by `#[derive(Frame)]` and `#[derive(FrameSet)]` with `borrow`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be held",
    label = "cannot be held",
    note = "derive `Frame` with `#[frame(borrow)]`, or `FrameSet` with `#[frames(borrow)]`"
)]
pub trait Covariant: ZeroCopy {
    /// Shortens the lifetime of a borrowed form. The body is always the argument itself, which
    /// compiles only if the form is covariant; [`Held`](crate::Held) relies on that.
    fn shorten<'short, 'long: 'short>(
        borrowed: &'short Self::Ref<'long>,
    ) -> &'short Self::Ref<'short>;
}

/// Implements [`ZeroCopy`] for types that are their own borrowed form.
macro_rules! own_borrowed_form {
    ($($ty:ty),* $(,)?) => {$(
        impl $crate::ZeroCopy for $ty {
            type Ref<'decoder> = $ty;
            #[inline]
            fn from_borrowed(borrowed: &$ty) -> $ty {
                *borrowed
            }
        }
    )*};
}
pub(crate) use own_borrowed_form;
