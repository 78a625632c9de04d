//! Sequences: an element count and that many elements (WIRE.md section 4).

use core::fmt;
use core::ops::Deref;

use alloc::vec::Vec;

use pool_core::keeps;

use crate::Schema;
use crate::decode::{Decodable, Decoder};
use crate::encode::{Encodable, Encoder};
use crate::error::{DecodeError, EncodeError, TooLong};
use crate::private::ArrayElement;
use crate::wire::bytes::check_len;
use crate::wire::prefix::{checked_prefix_size, read_prefix, write_prefix};
use crate::wire::{SeqRef, Wire, ZeroCopy};

/// An owned sequence of at most `MAX` elements of any wire type.
///
/// The bound is checked when the value is made or grows, so encoding cannot fail on length. Decoding
/// never reserves more than the bytes that have arrived can fill. Elements take at least one byte each: a
/// sequence of `[u8; 0]` does not compile.
///
/// ```compile_fail,E0080
/// use pool_codec::{Decodable, Seq};
///
/// let _ = Seq::<[u8; 0], 255>::decode(&[255]);
/// ```
///
/// ```
/// use pool_codec::{Encodable, Seq};
///
/// let mut ids = Seq::<u32, 3>::new(vec![1, 2]).unwrap();
/// ids.push(3).unwrap();
/// assert_eq!(ids.push(4).unwrap_err().max, 3);
/// assert_eq!(ids.encoded_len(), 1 + 3 * 4);
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Seq<T, const MAX: usize>(Vec<T>);

impl<T, const MAX: usize> Seq<T, MAX> {
    /// The largest number of elements.
    pub const MAX_LEN: usize = MAX;

    /// Wraps `elements`.
    ///
    /// # Errors
    ///
    /// If there are more than `MAX`.
    pub fn new(elements: Vec<T>) -> Result<Self, TooLong> {
        check_len::<MAX>(elements.len())?;
        Ok(Self(elements))
    }

    /// Appends an element.
    ///
    /// # Errors
    ///
    /// If there are `MAX` elements already; the sequence stays as it is.
    pub fn push(&mut self, element: T) -> Result<(), TooLong> {
        check_len::<MAX>(self.0.len().saturating_add(1))?;
        self.0.push(element);
        Ok(())
    }

    /// Removes all elements and keeps the heap block.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// The elements.
    #[must_use]
    pub fn as_slice(&self) -> &[T] {
        &self.0
    }

    /// The elements, as a vector.
    #[must_use]
    pub fn into_vec(self) -> Vec<T> {
        self.0
    }
}

impl<T: Wire, const MAX: usize> Wire for Seq<T, MAX> {
    const MIN_SIZE: usize = {
        // Otherwise a few bytes could declare any number of elements, and the work to go with them.
        assert!(T::MIN_SIZE > 0, "the elements of a sequence take at least one byte each");
        checked_prefix_size(MAX)
    };
    const MAX_SIZE: usize = Self::MIN_SIZE.saturating_add(T::MAX_SIZE.saturating_mul(MAX));
    const MAX_HEAP: usize = size_of::<T>().saturating_add(T::MAX_HEAP).saturating_mul(MAX);
    const MAX_OVERHEAD: usize = size_of::<T>().saturating_add(T::MAX_OVERHEAD).saturating_mul(MAX);
    const HEAP_PER_BYTE: usize =
        size_of::<T>().div_ceil(T::MIN_SIZE).saturating_add(T::HEAP_PER_BYTE);
    const SCHEMA: &'static Schema = &Schema::Seq { max: MAX, element: T::SCHEMA };
}

impl<T: Encodable, const MAX: usize> Encodable for Seq<T, MAX> {
    #[inline]
    fn encoded_len(&self) -> usize {
        Self::MIN_SIZE.saturating_add(T::encoded_items_len(&self.0))
    }

    #[inline]
    fn encode_to(&self, encoder: &mut Encoder<'_>) -> Result<(), EncodeError> {
        write_prefix::<MAX>(self.0.len(), encoder)?;
        T::encode_items(&self.0, encoder)
    }
}

/// Reads the count and checks that the input can hold so many elements, before anything is reserved.
#[inline(always)]
pub(super) fn read_count<T: Wire, const MAX: usize>(
    decoder: &mut Decoder<'_>,
) -> Result<usize, DecodeError> {
    // Forces the check of the element's size.
    const { Seq::<T, MAX>::MIN_SIZE };
    let count = read_prefix::<MAX>(decoder)?;
    let needed = count.saturating_mul(T::MIN_SIZE);
    if needed > decoder.rest().len() {
        return Err(decoder.unexpected_end(needed));
    }
    Ok(count)
}

/// Reads a count and the elements.
#[inline(always)]
pub(super) fn read_vec<'decoder, T: Decodable<'decoder>, const MAX: usize>(
    decoder: &mut Decoder<'decoder>,
) -> Result<Vec<T>, DecodeError> {
    let count = read_count::<T, MAX>(decoder)?;
    let mut elements = Vec::with_capacity(count);
    T::decode_items(decoder, count, &mut elements)?;
    Ok(elements)
}

/// Replaces `elements` by the decoded ones, reusing its heap blocks and those of its elements.
#[inline]
pub(super) fn refill_vec<'decoder, T: Decodable<'decoder>, const MAX: usize>(
    elements: &mut Vec<T>,
    decoder: &mut Decoder<'decoder>,
) -> Result<(), DecodeError> {
    let count = read_count::<T, MAX>(decoder)?;
    if T::MAX_HEAP == 0 {
        elements.clear();
    } else {
        elements.truncate(count);
        elements.iter_mut().try_for_each(|element| element.refill_from(decoder))?;
    }
    if !keeps(
        elements.capacity().saturating_mul(size_of::<T>()),
        count.saturating_mul(size_of::<T>()),
    ) {
        elements.shrink_to(count);
    }
    let missing = count.saturating_sub(elements.len());
    elements.reserve_exact(missing);
    T::decode_items(decoder, missing, elements)
}

impl<'decoder, T: Decodable<'decoder>, const MAX: usize> Decodable<'decoder> for Seq<T, MAX> {
    #[inline(always)]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
        read_vec::<T, MAX>(decoder).map(Self)
    }

    #[inline]
    fn refill_from(&mut self, decoder: &mut Decoder<'decoder>) -> Result<(), DecodeError> {
        refill_vec::<T, MAX>(&mut self.0, decoder)
    }
}

impl<T, const MAX: usize> ZeroCopy for Seq<T, MAX>
where
    T: for<'decoder> Decodable<'decoder>,
{
    type Ref<'decoder> = SeqRef<'decoder, T, MAX>;

    fn from_borrowed(borrowed: &SeqRef<'_, T, MAX>) -> Self {
        Self(borrowed.to_vec())
    }
}

impl<T, const MAX: usize> ArrayElement for Seq<T, MAX> {}

impl<T, const MAX: usize> From<SeqRef<'_, T, MAX>> for Seq<T, MAX>
where
    T: for<'decoder> Decodable<'decoder>,
{
    fn from(borrowed: SeqRef<'_, T, MAX>) -> Self {
        Self::from_borrowed(&borrowed)
    }
}

impl<T, const MAX: usize> TryFrom<Vec<T>> for Seq<T, MAX> {
    type Error = TooLong;

    fn try_from(elements: Vec<T>) -> Result<Self, TooLong> {
        Self::new(elements)
    }
}

impl<T, const MAX: usize, const N: usize> From<[T; N]> for Seq<T, MAX> {
    /// Takes an array; one that is longer than `MAX` does not compile.
    fn from(elements: [T; N]) -> Self {
        const { assert!(N <= MAX, "the array is longer than the sequence's bound") };
        Self(elements.into())
    }
}

impl<T, const MAX: usize> Default for Seq<T, MAX> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T, const MAX: usize> Deref for Seq<T, MAX> {
    type Target = [T];
    #[inline]
    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<T, const MAX: usize> AsRef<[T]> for Seq<T, MAX> {
    fn as_ref(&self) -> &[T] {
        &self.0
    }
}

impl<T: fmt::Debug, const MAX: usize> fmt::Debug for Seq<T, MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<T, const MAX: usize> IntoIterator for Seq<T, MAX> {
    type Item = T;
    type IntoIter = alloc::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a, T, const MAX: usize> IntoIterator for &'a Seq<T, MAX> {
    type Item = &'a T;
    type IntoIter = core::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}
