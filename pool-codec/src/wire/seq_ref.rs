//! The borrowed form of a sequence (WIRE.md section 4).

use core::fmt;
use core::iter::FusedIterator;
use core::marker::PhantomData;

use alloc::vec::Vec;

use crate::Schema;
use crate::decode::{Decodable, Decoder};
use crate::encode::{Encodable, Encoder};
use crate::error::{DecodeError, EncodeError};
use crate::wire::prefix::write_prefix;
use crate::wire::seq::read_count;
use crate::wire::{Seq, Wire, ZeroCopy};

/// A sequence in the decoder's input: the borrowed form of [`Seq`]. `T` is the owned element type.
///
/// Elements of one size are read in place by index; others are checked once when the sequence is
/// decoded and read again, one after another, by the iterator.
///
/// Two sequences are equal if their encodings are.
///
/// ```
/// use pool_codec::{Decodable, SeqRef};
///
/// let path = SeqRef::<u16, 255>::decode(&[2, 1, 0, 2, 0]).unwrap();
/// assert_eq!(path.len(), 2);
/// assert_eq!(path.get(1), Some(2));
/// assert!(path.iter().eq([1, 2]));
/// ```
pub struct SeqRef<'decoder, T, const MAX: usize> {
    count: usize,
    /// The elements' encodings, without the count.
    body: &'decoder [u8],
    element: PhantomData<fn() -> T>,
}

impl<'decoder, T, const MAX: usize> SeqRef<'decoder, T, MAX> {
    /// The number of elements.
    #[inline]
    #[must_use]
    pub const fn len(&self) -> usize {
        self.count
    }

    /// Whether there are no elements.
    #[inline]
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The elements' encodings, without the count prefix.
    #[inline]
    #[must_use]
    pub const fn as_bytes(&self) -> &'decoder [u8] {
        self.body
    }
}

impl<'decoder, T: Decodable<'decoder>, const MAX: usize> SeqRef<'decoder, T, MAX> {
    /// The elements as owned values.
    #[must_use]
    pub fn to_vec(&self) -> Vec<T> {
        let mut elements = Vec::with_capacity(self.count);
        let decoded = T::decode_items(&mut Decoder::new(self.body), self.count, &mut elements);
        debug_assert!(decoded.is_ok(), "the elements were checked when the sequence was decoded");
        elements
    }
}

impl<'decoder, T, const MAX: usize> SeqRef<'decoder, T, MAX>
where
    T: Wire + ZeroCopy<Ref<'decoder>: Decodable<'decoder>>,
{
    /// The element at `index`: at once if all elements have one size, else by reading those before it.
    #[inline]
    #[must_use]
    pub fn get(&self, index: usize) -> Option<T::Ref<'decoder>> {
        if index >= self.count {
            return None;
        }
        if T::MIN_SIZE != T::MAX_SIZE {
            return self.iter().nth(index);
        }
        let rest = self.body.get(index.saturating_mul(T::MIN_SIZE)..)?;
        T::Ref::decode_from(&mut Decoder::new(rest)).ok()
    }

    /// Reads the elements one after another.
    #[inline]
    #[must_use]
    pub const fn iter(&self) -> SeqIter<'decoder, T> {
        SeqIter { decoder: Decoder::new(self.body), left: self.count, element: PhantomData }
    }
}

impl<'decoder, const N: usize, const MAX: usize> SeqRef<'decoder, [u8; N], MAX> {
    /// The elements as a slice in the input, such as the hashes of a merkle path.
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
        self.body.as_chunks().0
    }
}

/// Iterator over the elements of a [`SeqRef`].
pub struct SeqIter<'decoder, T> {
    decoder: Decoder<'decoder>,
    left: usize,
    element: PhantomData<fn() -> T>,
}

impl<'decoder, T> Iterator for SeqIter<'decoder, T>
where
    T: ZeroCopy<Ref<'decoder>: Decodable<'decoder>>,
{
    type Item = T::Ref<'decoder>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        self.left = self.left.checked_sub(1)?;
        // The elements were checked when the sequence was decoded: this does not fail.
        T::Ref::decode_from(&mut self.decoder).ok()
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl<'decoder, T> ExactSizeIterator for SeqIter<'decoder, T> where
    T: ZeroCopy<Ref<'decoder>: Decodable<'decoder>>
{
}
impl<'decoder, T> FusedIterator for SeqIter<'decoder, T> where
    T: ZeroCopy<Ref<'decoder>: Decodable<'decoder>>
{
}

impl<T, const MAX: usize> Clone for SeqRef<'_, T, MAX> {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T, const MAX: usize> Copy for SeqRef<'_, T, MAX> {}

impl<T, const MAX: usize> Default for SeqRef<'_, T, MAX> {
    fn default() -> Self {
        Self { count: 0, body: &[], element: PhantomData }
    }
}

impl<T, const MAX: usize> PartialEq for SeqRef<'_, T, MAX> {
    fn eq(&self, other: &Self) -> bool {
        self.count == other.count && self.body == other.body
    }
}

impl<T, const MAX: usize> Eq for SeqRef<'_, T, MAX> {}

impl<T> Clone for SeqIter<'_, T> {
    fn clone(&self) -> Self {
        Self { decoder: self.decoder, left: self.left, element: PhantomData }
    }
}

impl<'decoder, T, const MAX: usize> fmt::Debug for SeqRef<'decoder, T, MAX>
where
    T: Wire + ZeroCopy<Ref<'decoder>: Decodable<'decoder> + fmt::Debug>,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self).finish()
    }
}

impl<T> fmt::Debug for SeqIter<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SeqIter").field("left", &self.left).finish_non_exhaustive()
    }
}

impl<'decoder, T, const MAX: usize> IntoIterator for &SeqRef<'decoder, T, MAX>
where
    T: Wire + ZeroCopy<Ref<'decoder>: Decodable<'decoder>>,
{
    type Item = T::Ref<'decoder>;
    type IntoIter = SeqIter<'decoder, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T: Wire, const MAX: usize> Wire for SeqRef<'_, T, MAX> {
    const MIN_SIZE: usize = Seq::<T, MAX>::MIN_SIZE;
    const MAX_SIZE: usize = Seq::<T, MAX>::MAX_SIZE;
    const MAX_HEAP: usize = 0;
    const SCHEMA: &'static Schema = Seq::<T, MAX>::SCHEMA;
}

impl<T: Wire, const MAX: usize> Encodable for SeqRef<'_, T, MAX> {
    #[inline]
    fn encoded_len(&self) -> usize {
        Self::MIN_SIZE.saturating_add(self.body.len())
    }

    #[inline]
    fn encode_to(&self, encoder: &mut Encoder<'_>) -> Result<(), EncodeError> {
        write_prefix::<MAX>(self.count, encoder)?;
        encoder.put(self.body)
    }
}

impl<'decoder, T, const MAX: usize> Decodable<'decoder> for SeqRef<'decoder, T, MAX>
where
    T: Wire + ZeroCopy<Ref<'decoder>: Decodable<'decoder>>,
{
    #[inline(always)]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
        let count = read_count::<T, MAX>(decoder)?;
        let start = decoder.rest();
        if T::PLAIN {
            let body = decoder.take(count.saturating_mul(T::MIN_SIZE))?;
            return Ok(Self { count, body, element: PhantomData });
        }
        for _ in 0..count {
            T::Ref::decode_from(decoder)?;
        }
        let read = start.len().saturating_sub(decoder.rest().len());
        Ok(Self { count, body: start.get(..read).unwrap_or(start), element: PhantomData })
    }
}
