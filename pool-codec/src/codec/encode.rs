//! The trait of types that have an encoding in a layout.

use crate::codec::layout::Layout;
use crate::codec::schema::Schema;
use crate::codec::sink::{Length, Sink};

/// The encoding of a type in the layout `L`: its schema, and the code that writes a value.
///
/// Every type that can be encoded implements it. `#[derive(Frame)]` implements it for every layout. A type that
/// is written by hand also implements it for every layout, unless its bytes depend on the layout. Users of a
/// type call [`Wire`](crate::Wire) and [`Encodable`](crate::Encodable), which this trait provides.
///
/// The implementing type describes the encoding, and [`Value`](Self::Value) is the type of the values. For wire
/// types the two are the same. They differ where a field describes the encoding of a foreign type:
/// [`MaxLen<String, 9>`](crate::layout::MaxLen) encodes a `String`.
///
/// ```
/// use pool_codec::layout::{Encode, Layout, Sink};
/// use pool_codec::schema::Schema;
/// use pool_codec::{Encodable, Wire};
///
/// /// Two bytes that say "v1".
/// #[derive(Debug)]
/// struct Magic;
///
/// impl<L: Layout> Encode<L> for Magic {
///     type Value = Self;
///     const ENCODING: &'static Schema = &Schema::opaque(2, 2);
///
///     fn encode_to<S: Sink>(_: &Self, sink: &mut S) -> Result<(), S::Error> {
///         sink.put(b"v1")
///     }
/// }
///
/// assert_eq!(Magic::MAX_SIZE, 2);
/// assert_eq!(Magic.encode_to_vec().unwrap(), b"v1");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no bounded wire size",
    label = "not a wire type",
    note = "use a bounded type such as `Str<N>`, `Bytes<N>` or `Seq<T, N>`",
    note = "or bound a `String` or `Vec<T>` field with `#[frame(max_len = N)]`",
    note = "or derive `Frame` for your own type, or adapt a foreign type with `#[frame(with = ..)]`",
    note = "a hand-written type must implement `Encode<L>` for each layout `L` that it is used in"
)]
pub trait Encode<L: Layout> {
    /// The type of the values.
    type Value;

    /// The schema of the encoding, which also defines its sizes.
    ///
    /// It may be the schema of another type, even if [`decode_from`](crate::layout::Decode::decode_from) rejects
    /// some of the bytes that the other type accepts.
    const ENCODING: &'static Schema;

    /// Writes `value` to `sink`, which is an [`Encoder`](crate::Encoder) or counts bytes.
    ///
    /// # Errors
    ///
    /// Returns an error if the output is too small, if a `String` or `Vec` exceeds the bound of its field, if the
    /// message exceeds its `max_size`, or if a value breaks a rule of its field or its adapter. Counting never
    /// fails.
    fn encode_to<S: Sink>(value: &Self::Value, sink: &mut S) -> Result<(), S::Error>;

    /// Writes all of `items`. Numbers override this bulk form.
    #[doc(hidden)]
    #[inline]
    fn encode_items<S: Sink>(items: &[Self::Value], sink: &mut S) -> Result<(), S::Error> {
        match const { Self::ENCODING.fixed_size() } {
            Some(size) => sink.put_fixed(items, size, Self::encode_to),
            None => sink.put_all(items, Self::encode_to),
        }
    }

    /// Writes an array. `u8` overrides it with a copy of fixed length.
    #[doc(hidden)]
    #[inline(always)]
    fn encode_array<S: Sink, const N: usize>(
        items: &[Self::Value; N],
        sink: &mut S,
    ) -> Result<(), S::Error> {
        Self::encode_items(items, sink)
    }
}

/// Returns the exact length of a value's encoding, in bytes.
#[inline(always)]
pub(crate) fn encoded_len<T: Encode<L>, L: Layout>(value: &T::Value) -> usize {
    let mut length = Length::default();
    let Ok(()) = T::encode_to(value, &mut length);
    length.bytes()
}

/// Returns the length of the encodings of all `items` together, in bytes.
#[inline]
pub(crate) fn encoded_items_len<T: Encode<L>, L: Layout>(items: &[T::Value]) -> usize {
    let mut length = Length::default();
    let Ok(()) = T::encode_items(items, &mut length);
    length.bytes()
}
