//! The borrowed form of an array in a box (WIRE.md section 4).

use alloc::boxed::Box;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::marker::PhantomData;

use crate::codec::borrow::ArrayElement;
use crate::codec::{
    Borrow, Decode, DecodeError, Decoder, Encode, Facts, Layout, Own, Schema, Sink,
};
use crate::wire::seq_ref::{SeqIter, SeqRef};

/// An array in the decoder's input, or a reference to an owned array: the borrowed form of a field `Box<[T; N]>`.
///
/// It is as small as a slice, whatever `N` is. `T` is the owned element type, and `L` is the layout of the elements, which
/// are read as those of a [`SeqRef`].
///
/// ```
/// use pool_codec::{ArrayRef, Decodable, Encodable};
///
/// let levels = ArrayRef::<u16, 3>::decode(&[1, 0, 2, 0, 3, 0]).unwrap();
/// assert_eq!((levels.get(2), levels.get(3)), (Some(3), None));
/// assert!(levels.iter().eq([1, 2, 3]));
///
/// let lent = ArrayRef::<u16, 3>::new(&[1, 2, 3]);
/// assert_eq!(lent, levels);
/// assert_eq!(lent.encode_to_vec().unwrap(), [1, 0, 2, 0, 3, 0]);
/// ```
pub struct ArrayRef<'decoder, T, const N: usize, L = Own> {
    /// `N` elements.
    elements: SeqRef<'decoder, T, N, L>,
}

impl<'decoder, T, const N: usize, L> ArrayRef<'decoder, T, N, L> {
    /// Refers to an owned array.
    #[inline]
    #[must_use]
    pub const fn new(array: &'decoder [T; N]) -> Self {
        Self { elements: SeqRef::from_slice(array) }
    }

    /// Returns the number of elements, `N`.
    #[inline]
    #[must_use]
    pub const fn len(&self) -> usize {
        N
    }

    /// Returns whether there are no elements.
    #[inline]
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        N == 0
    }

    /// Returns the bytes of the elements as they were decoded. Returns `None` for an owned array.
    #[inline]
    #[must_use]
    pub const fn as_bytes(&self) -> Option<&'decoder [u8]> {
        self.elements.as_bytes()
    }
}

impl<'decoder, T, const N: usize, L> ArrayRef<'decoder, T, N, L>
where
    L: Layout,
    T: Borrow<L, Value = T> + Decode<'decoder, L>,
{
    /// Copies the elements into an owned array.
    #[must_use]
    pub fn to_boxed(&self) -> Box<[T; N]> {
        match self.elements.to_vec().into_boxed_slice().try_into() {
            Ok(array) => array,
            Err(_) => unreachable!("there are `N` elements"),
        }
    }
}

impl<'decoder, T, const N: usize, L> ArrayRef<'decoder, T, N, L>
where
    L: Layout,
    T: Borrow<L, Value = T, Ref<'decoder>: Decode<'decoder, L, Value = T::Ref<'decoder>>>,
{
    /// Returns the element at `index`. This takes constant time if all elements have the same size. Otherwise it reads
    /// all elements before it.
    #[inline]
    #[must_use]
    pub fn get(&self, index: usize) -> Option<T::Ref<'decoder>> {
        self.elements.get(index)
    }

    /// Returns an iterator that reads the elements one after another.
    #[inline]
    #[must_use]
    pub const fn iter(&self) -> SeqIter<'decoder, T, L> {
        self.elements.iter()
    }
}

impl<'decoder, const M: usize, const N: usize, L> ArrayRef<'decoder, [u8; M], N, L> {
    /// Returns the elements as a slice of the input.
    #[inline]
    #[must_use]
    pub const fn as_arrays(&self) -> &'decoder [[u8; M]] {
        self.elements.as_arrays()
    }
}

impl<'decoder, T, const N: usize, L> From<&'decoder [T; N]> for ArrayRef<'decoder, T, N, L> {
    fn from(array: &'decoder [T; N]) -> Self {
        Self::new(array)
    }
}

impl<T, const N: usize, L> Clone for ArrayRef<'_, T, N, L> {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T, const N: usize, L> Copy for ArrayRef<'_, T, N, L> {}

/// Compares the elements by their own `PartialEq`, as arrays do.
impl<'decoder, T, const N: usize, L> PartialEq for ArrayRef<'decoder, T, N, L>
where
    L: Layout,
    T: Borrow<L, Value = T>,
    T::Ref<'decoder>: Decode<'decoder, L, Value = T::Ref<'decoder>> + PartialEq,
{
    fn eq(&self, other: &Self) -> bool {
        self.elements == other.elements
    }
}

impl<'decoder, T, const N: usize, L> Eq for ArrayRef<'decoder, T, N, L>
where
    L: Layout,
    T: Borrow<L, Value = T>,
    T::Ref<'decoder>: Decode<'decoder, L, Value = T::Ref<'decoder>> + Eq,
{
}

/// Hashes the elements one by one, as a [`SeqRef`] does.
impl<'decoder, T, const N: usize, L> Hash for ArrayRef<'decoder, T, N, L>
where
    L: Layout,
    T: Borrow<L, Value = T>,
    T::Ref<'decoder>: Decode<'decoder, L, Value = T::Ref<'decoder>> + Hash,
{
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.elements.hash(state);
    }
}

impl<'decoder, T, const N: usize, L> fmt::Debug for ArrayRef<'decoder, T, N, L>
where
    L: Layout,
    T: Borrow<L, Value = T>,
    T::Ref<'decoder>: Decode<'decoder, L, Value = T::Ref<'decoder>> + fmt::Debug,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.elements.fmt(f)
    }
}

impl<'decoder, T, const N: usize, L> IntoIterator for ArrayRef<'decoder, T, N, L>
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

impl<'decoder, T, const N: usize, L> IntoIterator for &ArrayRef<'decoder, T, N, L>
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

/// An array carries its own layout `L`, so its encoding is the same in every layout `M`.
impl<'decoder, M: Layout, T, L: Layout, const N: usize> Encode<M> for ArrayRef<'decoder, T, N, L>
where
    T: Borrow<L, Value = T>,
    T::Ref<'decoder>: Decode<'decoder, L, Value = T::Ref<'decoder>>,
{
    type Value = Self;
    const ENCODING: &'static Schema = &Schema::array(T::ENCODING, N).borrowed();

    #[inline]
    fn encode_to<S: Sink>(value: &Self, sink: &mut S) -> Result<(), S::Error> {
        value.elements.write_elements(sink)
    }
}

impl<'decoder, M: Layout, T, L: Layout, const N: usize> Decode<'decoder, M>
    for ArrayRef<'decoder, T, N, L>
where
    T: Borrow<L, Value = T>,
    T::Ref<'decoder>: Decode<'decoder, L, Value = T::Ref<'decoder>>,
{
    const FACTS: Facts = <T::Ref<'decoder>>::FACTS;

    #[inline(always)]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
        // As the owned form does, so that both have the same errors.
        let min = const { <Self as Encode<M>>::ENCODING.min_size() };
        if decoder.rest().len() < min {
            return Err(decoder.unexpected_end(min));
        }
        SeqRef::read_elements(N, decoder).map(|elements| Self { elements })
    }
}

/// Converts a field `Box<[T; N]>` to its borrowed form and back. The derive names it.
///
/// The `Borrow` of the type itself makes an array of borrowed forms, as that of all boxes, because it cannot know that
/// the box contains an array.
#[derive(Debug)]
pub struct BoxedArray<T, const N: usize>(PhantomData<T>);

impl<T: Encode<L>, L: Layout, const N: usize> Encode<L> for BoxedArray<T, N> {
    type Value = Box<[T::Value; N]>;
    const ENCODING: &'static Schema = <Box<[T; N]> as Encode<L>>::ENCODING;

    #[inline]
    fn encode_to<S: Sink>(value: &Self::Value, sink: &mut S) -> Result<(), S::Error> {
        <Box<[T; N]> as Encode<L>>::encode_to(value, sink)
    }
}

impl<T, L: Layout, const N: usize> Borrow<L> for BoxedArray<T, N>
where
    T: Borrow<L, Value = T> + for<'decoder> Decode<'decoder, L> + 'static,
{
    type Ref<'decoder> = ArrayRef<'decoder, T, N, L>;

    #[inline]
    fn own(borrowed: &ArrayRef<'_, T, N, L>) -> Box<[T; N]> {
        borrowed.to_boxed()
    }

    #[inline]
    fn lend(value: &Box<[T; N]>) -> ArrayRef<'_, T, N, L> {
        ArrayRef::new(value)
    }
}

impl<T, const N: usize> ArrayElement for BoxedArray<T, N> {}
