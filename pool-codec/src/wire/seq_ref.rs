//! The borrowed form of a sequence (WIRE.md section 4).

use core::fmt;
use core::hash::{Hash, Hasher};

use alloc::vec::Vec;

use crate::codec::encode::encoded_items_len;
use crate::codec::encoder::append;
use crate::codec::prefix::write_checked_prefix;
use crate::codec::slots;
use crate::codec::{
    Borrow, Decode, DecodeError, Decoder, Encode, EncodeError, EncodeErrorKind, Facts, Layout, Own,
    Schema, Sink, TooLong,
};
use crate::wire::bytes::check_len;
use crate::wire::seq::items;

mod body;
mod check;
mod ends;
mod iter;
mod shared;

use body::{Body, Elements};
use check::CheckElements;
pub use iter::SeqIter;

/// A sequence in the decoder's input, or a slice of owned elements: the borrowed form of [`Seq`](crate::Seq).
///
/// `T` is the owned element type, and `L` is the layout of the elements and of their count.
///
/// Elements of a fixed size are read in place, by index. Other elements are checked once, when the sequence is
/// decoded. The iterator then reads them again, one after another.
///
/// Two sequences are equal if their elements are equal, and are encoded from their elements. So a sequence behaves like
/// the owned one, even if the input contains bytes that encoding does not produce (WIRE.md section 2).
///
/// ```
/// use pool_codec::{Decodable, Encodable, SeqRef};
///
/// let path = SeqRef::<u16, 255>::decode(&[2, 1, 0, 2, 0]).unwrap();
/// assert_eq!(path.len(), 2);
/// assert_eq!(path.get(1), Some(2));
/// assert!(path.iter().eq([1, 2]));
///
/// // A slice can be sent without copying it to a `Seq` first.
/// let slice = SeqRef::<u16, 255>::new(&[1, 2]).unwrap();
/// assert_eq!(slice, path);
/// assert_eq!(slice.encode_to_vec().unwrap(), [2, 1, 0, 2, 0]);
/// ```
pub struct SeqRef<'decoder, T, const MAX: usize, L = Own> {
    elements: Elements<'decoder, T, L>,
}

impl<'decoder, T, const MAX: usize, L> SeqRef<'decoder, T, MAX, L> {
    /// Wraps `elements` without copying them, so that a borrowed message can be encoded from them.
    ///
    /// # Errors
    ///
    /// Returns [`TooLong`] if there are more than `MAX` elements.
    #[inline]
    pub const fn new(elements: &'decoder [T]) -> Result<Self, TooLong> {
        match check_len::<MAX>(elements.len()) {
            Ok(()) => Ok(Self::from_slice(elements)),
            Err(error) => Err(error),
        }
    }

    /// Returns the borrowed form of a vector. The vector may be longer than its field allows: encoding reports that.
    #[inline]
    pub(crate) const fn from_slice(elements: &'decoder [T]) -> Self {
        Self { elements: Elements::new(Body::Slice(elements)) }
    }

    /// Returns the number of elements.
    #[inline]
    #[must_use]
    pub const fn len(&self) -> usize {
        match self.elements.body {
            Body::Encoded { count, .. } => count,
            Body::Slice(elements) => elements.len(),
        }
    }

    /// Returns whether there are no elements.
    #[inline]
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns the bytes of the elements as they were decoded, without the count. Returns `None` for a slice of owned
    /// elements.
    #[inline]
    #[must_use]
    pub const fn as_bytes(&self) -> Option<&'decoder [u8]> {
        match self.elements.body {
            Body::Encoded { bytes, .. } => Some(bytes),
            Body::Slice(_) => None,
        }
    }
}

impl<'decoder, T, const MAX: usize, L> SeqRef<'decoder, T, MAX, L>
where
    L: Layout,
    T: Borrow<L, Value = T> + Decode<'decoder, L>,
{
    /// Calls `each` with owned copies of the elements, one after another.
    #[cfg(any(feature = "arrayvec", feature = "smallvec"))]
    pub(crate) fn for_each_owned(&self, mut each: impl FnMut(T)) {
        match self.elements.body {
            Body::Encoded { count, bytes } => {
                let mut decoder = Decoder::new(bytes);
                for _ in 0..count {
                    // They were checked when they were decoded.
                    let Ok(element) = T::decode_from(&mut decoder) else { break };
                    each(element);
                }
            }
            Body::Slice(elements) => {
                elements.iter().for_each(|element| each(T::own(&T::lend(element))));
            }
        }
    }

    /// Copies the elements into owned values.
    #[must_use]
    pub fn to_vec(&self) -> Vec<T> {
        match self.elements.body {
            Body::Encoded { count, bytes } => {
                let (mut elements, mut decoder) = (Vec::with_capacity(count), Decoder::new(bytes));
                let decoded = slots::extend(&mut elements, count, |slots| {
                    T::decode_slots(&mut decoder, slots)
                });
                debug_assert!(
                    decoded.is_ok(),
                    "the elements were checked when the sequence was decoded"
                );
                elements
            }
            Body::Slice(elements) => {
                elements.iter().map(|element| T::own(&T::lend(element))).collect()
            }
        }
    }
}

impl<'decoder, T, const MAX: usize, L> SeqRef<'decoder, T, MAX, L>
where
    L: Layout,
    T: Borrow<L, Value = T>,
{
    /// Encodes borrowed elements into `buffer`, and returns the sequence of them. The content of `buffer` is replaced.
    ///
    /// ```
    /// use pool_codec::{Encodable, SeqRef, Str, StrRef};
    ///
    /// let input = String::from("a,bc");
    /// let names: Vec<_> = input.split(',').map(|name| StrRef::new(name).unwrap()).collect();
    /// let mut buffer = Vec::new();
    /// let sequence = SeqRef::<Str<9>, 255>::from_borrowed(&names, &mut buffer).unwrap();
    /// assert_eq!(sequence.encode_to_vec().unwrap(), b"\x02\x01a\x02bc");
    /// ```
    ///
    /// # Errors
    ///
    /// Returns [`TooLong`](crate::error::EncodeErrorKind::TooLong) if there are more than `MAX` elements, and
    /// [`InvalidValue`](crate::error::EncodeErrorKind::InvalidValue) if an element breaks a rule that is only checked
    /// on decode, such as `validate`. The other errors are those of encoding an element.
    pub fn from_borrowed<'a>(
        elements: &[T::Ref<'a>],
        buffer: &'decoder mut Vec<u8>,
    ) -> Result<Self, EncodeError>
    where
        T: CheckElements<'decoder, L>,
        T::Ref<'a>: Encode<L, Value = T::Ref<'a>>,
    {
        check_len::<MAX>(elements.len())
            .map_err(|long| EncodeError::new(EncodeErrorKind::TooLong(long)))?;
        buffer.clear();
        let len = encoded_items_len::<T::Ref<'a>, L>(elements);
        append(buffer, len, |encoder| <T::Ref<'a>>::encode_items(elements, encoder))?;
        let (count, bytes) = (elements.len(), &*buffer);
        T::check_elements(count, bytes)
            .map_err(|reason| EncodeError::new(EncodeErrorKind::InvalidValue { reason }))?;
        Ok(Self { elements: Elements::new(Body::Encoded { count, bytes }) })
    }
}

impl<'decoder, T, const MAX: usize, L> SeqRef<'decoder, T, MAX, L>
where
    L: Layout,
    T: Borrow<L, Value = T, Ref<'decoder>: Decode<'decoder, L, Value = T::Ref<'decoder>>>,
{
    /// Returns the element at `index`. This takes constant time if all elements have the same size. Otherwise it reads
    /// all elements before it.
    #[inline]
    #[must_use]
    pub fn get(&self, index: usize) -> Option<T::Ref<'decoder>> {
        let (count, bytes) = match self.elements.body {
            Body::Encoded { count, bytes } => (count, bytes),
            Body::Slice(elements) => {
                return elements.get(index).map(T::lend);
            }
        };
        if index >= count {
            return None;
        }
        let Some(size) = (const { T::ENCODING.fixed_size() }) else {
            return self.iter().nth(index);
        };
        let rest = bytes.get(index.saturating_mul(size)..)?;
        <T::Ref<'decoder>>::decode_from(&mut Decoder::new(rest)).ok()
    }

    /// Reads `count` elements, without the count before them.
    #[inline(always)]
    pub(crate) fn read_elements(
        count: usize,
        decoder: &mut Decoder<'decoder>,
    ) -> Result<Self, DecodeError> {
        let start = decoder.rest();
        if const { <T::Ref<'decoder>>::FACTS.plain } {
            let size = const { <T::Ref<'decoder>>::ENCODING.min_size() };
            let bytes = decoder.take(count.saturating_mul(size))?;
            return Ok(Self { elements: Elements::new(Body::Encoded { count, bytes }) });
        }
        for _ in 0..count {
            <T::Ref<'decoder>>::decode_from(decoder)?;
        }
        let read = start.len().saturating_sub(decoder.rest().len());
        let bytes = start.get(..read).unwrap_or(start);
        Ok(Self { elements: Elements::new(Body::Encoded { count, bytes }) })
    }

    /// Writes the elements, without the count before them.
    #[inline(always)]
    pub(crate) fn write_elements<S: Sink>(&self, sink: &mut S) -> Result<(), S::Error> {
        match self.elements.body {
            Body::Encoded { bytes, .. } => {
                if const { <T::Ref<'decoder>>::FACTS.canonical } {
                    return sink.put(bytes);
                }
                let fixed = const { T::ENCODING.fixed_size().is_some() };
                if fixed && sink.count(bytes.len()) {
                    return Ok(());
                }
                self.iter().try_for_each(|element| <T::Ref<'decoder>>::encode_to(&element, sink))
            }
            Body::Slice(elements) => T::encode_items(elements, sink),
        }
    }

    /// Returns an iterator that reads the elements one after another.
    #[inline]
    #[must_use]
    pub const fn iter(&self) -> SeqIter<'decoder, T, L> {
        SeqIter::new(self.elements.body)
    }
}

impl<'decoder, const N: usize, const MAX: usize, L> SeqRef<'decoder, [u8; N], MAX, L> {
    /// Returns the elements as a slice of the input, such as the hashes of a merkle path.
    ///
    /// ```
    /// use pool_codec::{Decodable, SeqRef};
    ///
    /// let pairs = SeqRef::<[u8; 2], 255>::decode(&[2, 1, 2, 3, 4]).unwrap();
    /// assert_eq!(pairs.as_arrays(), &[[1, 2], [3, 4]]);
    /// ```
    #[inline]
    #[must_use]
    pub const fn as_arrays(&self) -> &'decoder [[u8; N]] {
        const { assert!(N > 0, "a sequence of empty arrays has no slice") };
        match self.elements.body {
            Body::Encoded { bytes, .. } => bytes.as_chunks().0,
            Body::Slice(elements) => elements,
        }
    }
}

impl<T, const MAX: usize, L> Clone for SeqRef<'_, T, MAX, L> {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T, const MAX: usize, L> Copy for SeqRef<'_, T, MAX, L> {}

impl<T, const MAX: usize, L> Default for SeqRef<'_, T, MAX, L> {
    fn default() -> Self {
        Self::from_slice(&[])
    }
}

/// Compares the elements by their own `PartialEq`, as an owned sequence does.
impl<'decoder, T, const MAX: usize, L> PartialEq for SeqRef<'decoder, T, MAX, L>
where
    L: Layout,
    T: Borrow<L, Value = T>,
    T::Ref<'decoder>: Decode<'decoder, L, Value = T::Ref<'decoder>> + PartialEq,
{
    fn eq(&self, other: &Self) -> bool {
        if self.len() != other.len() {
            return false;
        }
        match (self.elements.body, other.elements.body) {
            (Body::Encoded { bytes, .. }, Body::Encoded { bytes: other, .. })
                if const { <T::Ref<'decoder>>::FACTS.bitwise } =>
            {
                bytes == other
            }
            _ => self.iter().eq(other),
        }
    }
}

impl<'decoder, T, const MAX: usize, L> Eq for SeqRef<'decoder, T, MAX, L>
where
    L: Layout,
    T: Borrow<L, Value = T>,
    T::Ref<'decoder>: Decode<'decoder, L, Value = T::Ref<'decoder>> + Eq,
{
}

/// Hashes the elements one by one. A vector of integers hashes all its bytes at once: the hashes are equal unless the
/// hasher takes note of where one write ends and the next begins, as that of the standard library does not.
impl<'decoder, T, const MAX: usize, L> Hash for SeqRef<'decoder, T, MAX, L>
where
    L: Layout,
    T: Borrow<L, Value = T>,
    T::Ref<'decoder>: Decode<'decoder, L, Value = T::Ref<'decoder>> + Hash,
{
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.len().hash(state);
        self.iter().for_each(|element| element.hash(state));
    }
}

impl<'decoder, T, const MAX: usize, L> fmt::Debug for SeqRef<'decoder, T, MAX, L>
where
    L: Layout,
    T: Borrow<L, Value = T>,
    T::Ref<'decoder>: Decode<'decoder, L, Value = T::Ref<'decoder>> + fmt::Debug,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self).finish()
    }
}

/// A sequence is `Copy`, so iterating over it by value leaves it usable.
///
/// ```
/// use pool_codec::{Decodable, SeqRef};
///
/// let path = SeqRef::<u16, 255>::decode(&[2, 1, 0, 2, 0]).unwrap();
/// let mut sum = 0;
/// for element in path {
///     sum += element;
/// }
/// assert_eq!(sum, 3);
/// ```
impl<'decoder, T, const MAX: usize, L> IntoIterator for SeqRef<'decoder, T, MAX, L>
where
    L: Layout,
    T: Borrow<L, Value = T, Ref<'decoder>: Decode<'decoder, L, Value = T::Ref<'decoder>>>,
{
    type Item = T::Ref<'decoder>;
    type IntoIter = SeqIter<'decoder, T, L>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<'decoder, T, const MAX: usize, L> IntoIterator for &SeqRef<'decoder, T, MAX, L>
where
    L: Layout,
    T: Borrow<L, Value = T, Ref<'decoder>: Decode<'decoder, L, Value = T::Ref<'decoder>>>,
{
    type Item = T::Ref<'decoder>;
    type IntoIter = SeqIter<'decoder, T, L>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// A sequence carries its own layout `L`, so its encoding is the same in every layout `M`.
impl<'decoder, M: Layout, T, L: Layout, const MAX: usize> Encode<M> for SeqRef<'decoder, T, MAX, L>
where
    T: Borrow<L, Value = T>,
    T::Ref<'decoder>: Decode<'decoder, L, Value = T::Ref<'decoder>>,
{
    type Value = Self;
    const ENCODING: &'static Schema = &items::schema::<T, L, MAX>().borrowed();

    #[inline]
    fn encode_to<S: Sink>(value: &Self, sink: &mut S) -> Result<(), S::Error> {
        write_checked_prefix::<L, MAX, S>(value.len(), sink)?;
        value.write_elements(sink)
    }
}

impl<'decoder, M: Layout, T, L: Layout, const MAX: usize> Decode<'decoder, M>
    for SeqRef<'decoder, T, MAX, L>
where
    T: Borrow<L, Value = T>,
    T::Ref<'decoder>: Decode<'decoder, L, Value = T::Ref<'decoder>>,
{
    const FACTS: Facts = <T::Ref<'decoder>>::FACTS.prefixed::<L>();

    #[inline(always)]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
        let count = items::read_count::<T, L, MAX>(decoder)?;
        Self::read_elements(count, decoder)
    }
}
