//! The encoding of a type: its description, and how a value is written.

use crate::codec::layout::Layout;
use crate::codec::schema::Schema;
use crate::codec::sink::{Length, Sink};

/// A type's encoding in the layout `L`: its description, and how a value is written.
///
/// Everything with a place on the wire implements it. `#[derive(Frame)]` does, for every layout; a hand-written
/// type implements it for every layout too, unless its bytes depend on the layout. Users of a type call
/// [`Wire`](crate::Wire) and [`Encodable`](crate::Encodable), which follow from it.
///
/// The type that implements the trait describes the encoding, and [`Value`](Self::Value) is the type of the
/// values. The two are the same for wire types. They differ where a field says how a foreign type is laid out:
/// [`MaxLen<String, 9>`](crate::layout::MaxLen) describes a `String`.
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
    note = "or derive `Frame` for your own type, or adapt a foreign one with `#[frame(with = ..)]`",
    note = "a type written by hand implements `Encode<L>` for each layout `L` that it is used in"
)]
pub trait Encode<L: Layout> {
    /// The type of the values.
    type Value;

    /// The description of the encoding, from which its sizes follow.
    ///
    /// A type that takes over the schema of another, or of its fields, but whose
    /// [`decode_from`](crate::layout::Decode::decode_from) rejects some of the bytes, has to add
    /// [`ruled`](Schema::ruled). Otherwise the borrowed form of a sequence may skip the check of its elements.
    const ENCODING: &'static Schema;

    /// Writes `value` to an [`Encoder`](crate::Encoder), or counts its bytes: whichever the sink does.
    ///
    /// # Errors
    ///
    /// If the output is too small, a `String` or `Vec` exceeds its field's bound, the message its `max_size`, or
    /// a value breaks a rule of its field or its adapter. Counting does not fail.
    fn encode_to<S: Sink>(value: &Self::Value, sink: &mut S) -> Result<(), S::Error>;

    /// Writes all of `items`. The bulk form, which numbers override.
    #[doc(hidden)]
    #[inline]
    fn encode_items<S: Sink>(items: &[Self::Value], sink: &mut S) -> Result<(), S::Error> {
        if let Some(size) = const { Self::ENCODING.fixed_size() }
            && sink.count(items.len().saturating_mul(size))
        {
            return Ok(());
        }
        items.iter().try_for_each(|item| Self::encode_to(item, sink))
    }
}

/// The exact length of a value's encoding, in bytes.
#[inline(always)]
pub(crate) fn encoded_len<T: Encode<L>, L: Layout>(value: &T::Value) -> usize {
    let mut length = Length::default();
    let Ok(()) = T::encode_to(value, &mut length);
    length.bytes()
}

/// The length of all `items` together, in bytes.
#[inline]
pub(crate) fn encoded_items_len<T: Encode<L>, L: Layout>(items: &[T::Value]) -> usize {
    let mut length = Length::default();
    let Ok(()) = T::encode_items(items, &mut length);
    length.bytes()
}
