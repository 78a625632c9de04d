//! The constants of a type that can be encoded.

use crate::codec::encode::Encode;
use crate::codec::layout::Own;
use crate::codec::schema::Schema;

/// A type that can be encoded. All sizes are in bytes.
///
/// Never implement this trait by hand: every type that implements [`Encode`](crate::layout::Encode) has it. The
/// wire types of this crate implement `Encode`, and `#[derive(Frame)]` implements it.
///
/// | type | bytes |
/// |---|---|
/// | integers, floats, `U24`, `U48`, `NonZero<T>` | their width, little-endian |
/// | `Be<T>` | the width of `T`, big-endian |
/// | `bool`, `LowBitBool` | 1 |
/// | `char` | 1 to 4, UTF-8 |
/// | `[T; N]`, tuples | the elements |
/// | `()`, `PhantomData<T>` | none |
/// | `Box<T>`, `Rc<T>`, `Arc<T>` | the same as `T` |
/// | `Duration`, `IpAddr`, `Range<T>`, `Result<T, E>` and others | see WIRE.md, section 11 |
/// | `Bytes<N>`, `ByteStr<N>`, `Str<N>`, `Seq<T, N>` | the length, in the fewest bytes from 1 to 4 that can hold `N`; then the content |
/// | `Tlvs<N>` | types, lengths and values up to the end of the payload |
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
pub trait Wire: Sized + Encode<Own, Value = Self> {
    /// The length of the shortest encoding that is decoded. Fields that can be absent count as absent; encoding writes them.
    const MIN_SIZE: usize;

    /// The length of the longest encoding, which some value reaches. It saturates at `usize::MAX`.
    const MAX_SIZE: usize;

    /// The largest number of heap bytes that a decoded value holds. It is 0 for borrowed forms and saturates at
    /// `usize::MAX`. It does not include the default values of fields that are not on the wire.
    const MAX_HEAP: usize;

    /// The number of bytes that may follow the message and are ignored, because a later version may add fields.
    /// They are not part of [`MAX_SIZE`](Self::MAX_SIZE), and are only ignored at the end of a payload.
    const MAX_TRAILING: usize;

    /// The schema of the encoding, for tools such as hex dumps, inspectors and documentation.
    const SCHEMA: &'static Schema;
}

#[diagnostic::do_not_recommend]
impl<T: Encode<Own, Value = T>> Wire for T {
    const MIN_SIZE: usize = T::ENCODING.min_size();
    const MAX_SIZE: usize = T::ENCODING.max_size();
    const MAX_HEAP: usize = T::ENCODING.max_heap();
    const MAX_TRAILING: usize = T::ENCODING.max_trailing();
    const SCHEMA: &'static Schema = T::ENCODING;
}
