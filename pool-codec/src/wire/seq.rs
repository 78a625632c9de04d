//! Sequences: an element count and that many elements (WIRE.md section 4).

use core::fmt;
use core::ops::Deref;

use alloc::vec::Vec;

use crate::codec::decode::{Decodable, Decoder};
use crate::codec::encode::Encoder;
use crate::codec::error::{DecodeError, EncodeError, TooLong};
use crate::layout::max_len::items;
use crate::layout::{
    BorrowAs, DecodeAs, EncodeAs, Layout, LenPrefix, MaxLen, Nested, Prefixed, WireAs, container,
    same_wire,
};
use crate::private::ArrayElement;
use crate::wire::bytes::check_len;
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

container!(Seq<T, MAX>, [], [T, const MAX: usize], [T]);

impl<T, L: Layout + WireAs<T>, const MAX: usize> WireAs<Seq<T, MAX>> for Nested<L> {
    same_wire!(MaxLen<MAX, L>, Vec<T>);
}

impl<T, L: Layout + EncodeAs<T>, const MAX: usize> EncodeAs<Seq<T, MAX>> for Nested<L> {
    #[inline]
    fn encoded_len(value: &Seq<T, MAX>) -> usize {
        items::items_len::<T, L, MAX>(&value.0)
    }

    #[inline]
    fn encode(value: &Seq<T, MAX>, encoder: &mut Encoder<'_>) -> Result<(), EncodeError> {
        items::write_items::<T, L, MAX>(&value.0, encoder)
    }
}

impl<'decoder, T, L, const MAX: usize> DecodeAs<'decoder, Seq<T, MAX>> for Nested<L>
where
    L: Layout + DecodeAs<'decoder, T>,
{
    #[inline(always)]
    fn decode(decoder: &mut Decoder<'decoder>) -> Result<Seq<T, MAX>, DecodeError> {
        items::read_vec::<T, L, MAX>(decoder).map(Seq)
    }

    #[inline]
    fn refill(value: &mut Seq<T, MAX>, decoder: &mut Decoder<'decoder>) -> Result<(), DecodeError> {
        items::refill_vec::<T, L, MAX>(&mut value.0, decoder)
    }
}

impl<T, const MAX: usize> ZeroCopy for Seq<T, MAX>
where
    T: Wire + ZeroCopy + for<'decoder> Decodable<'decoder>,
{
    type Ref<'decoder> = SeqRef<'decoder, T, MAX>;

    fn from_borrowed(borrowed: &SeqRef<'_, T, MAX>) -> Self {
        Self(borrowed.to_vec())
    }

    #[inline]
    fn as_borrowed(&self) -> SeqRef<'_, T, MAX> {
        SeqRef::from_slice(&self.0)
    }
}

impl<T: 'static, P: LenPrefix, const MAX: usize> BorrowAs<Seq<T, MAX>> for Prefixed<P>
where
    Self: BorrowAs<T> + for<'decoder> DecodeAs<'decoder, T>,
{
    type Ref<'decoder> = SeqRef<'decoder, T, MAX, Self>;

    fn from_borrowed(borrowed: &SeqRef<'_, T, MAX, Self>) -> Seq<T, MAX> {
        Seq(borrowed.to_vec())
    }

    #[inline]
    fn as_borrowed(value: &Seq<T, MAX>) -> SeqRef<'_, T, MAX, Self> {
        SeqRef::from_slice(&value.0)
    }
}

impl<T, const MAX: usize> ArrayElement for Seq<T, MAX> {}

impl<T, L, const MAX: usize> From<SeqRef<'_, T, MAX, L>> for Seq<T, MAX>
where
    L: Layout + BorrowAs<T> + for<'decoder> DecodeAs<'decoder, T>,
{
    fn from(borrowed: SeqRef<'_, T, MAX, L>) -> Self {
        Self(borrowed.to_vec())
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
