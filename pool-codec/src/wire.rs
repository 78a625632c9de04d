//! What every wire type has: bounds of its encoded size, known to the compiler.

use crate::Schema;

mod array;
mod be;
mod bool;
mod boxed;
mod bytes;
mod char;
mod float;
mod int;
mod non_zero;
mod option;
mod seq;
mod seq_ref;
mod str;
mod tuple;
mod u24;
mod unit;

pub use self::be::Be;
pub use self::bool::LowBitBool;
pub use self::bytes::{Bytes, BytesRef};
pub use self::seq::Seq;
pub use self::seq_ref::{SeqIter, SeqRef};
pub use self::str::{Str, StrRef};
pub use self::u24::U24;
pub use crate::codec::zero_copy::{Covariant, Lend, ZeroCopy};

pub(crate) use self::str::read_text;
pub(crate) use crate::codec::zero_copy::own_borrowed_form;

/// A type with a place on the wire.
///
/// Implemented by the wire types of this crate and by `#[derive(Frame)]`; a hand-written
/// implementation is rarely needed. All sizes are in bytes.
///
/// | type | bytes |
/// |---|---|
/// | integers, floats, `U24`, `NonZero<T>` | their width, little-endian |
/// | `Be<T>` | the width of `T`, big-endian |
/// | `bool`, `LowBitBool` | 1 |
/// | `char` | 1 to 4, UTF-8 |
/// | `[T; N]`, tuples | the elements |
/// | `()`, `PhantomData<T>` | none |
/// | `Box<T>` | those of `T` |
/// | `Bytes<N>`, `Str<N>`, `Seq<T, N>` | the length in 1, 2, 3 or 4 bytes, the fewest that hold `N`; then the content |
/// | `Option<T>` | 0; or 1 and the value |
/// | struct | its fields |
/// | enum | the variant's number, in the width of its `tag`; then the variant's fields |
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
    /// `usize::MAX`. Not counted is what the defaults of fields that are not on the wire hold.
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

    /// Bytes that may follow the message and are ignored: what a later version of it may add. They are
    /// not part of [`MAX_SIZE`](Self::MAX_SIZE), and count only behind a whole payload.
    const MAX_TRAILING: usize = 0;

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
