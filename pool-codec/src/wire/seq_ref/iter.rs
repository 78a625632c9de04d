//! Iteration over a borrowed sequence.

use core::fmt;
use core::iter::FusedIterator;
use core::marker::PhantomData;

use crate::codec::decode::plain_size;
use crate::codec::{Borrow, Decode, Decoder, Layout, Own};
use crate::wire::seq_ref::body::Body;

/// An iterator over the elements of a [`SeqRef`](crate::SeqRef).
///
/// ```
/// use pool_codec::{Decodable, SeqRef};
///
/// let path = SeqRef::<u16, 255>::decode(&[2, 1, 0, 2, 0]).unwrap();
/// let mut elements = path.iter();
/// assert_eq!((elements.len(), elements.next()), (2, Some(1)));
/// ```
pub struct SeqIter<'decoder, T, L = Own> {
    left: Left<'decoder, T>,
    layout: PhantomData<fn() -> L>,
}

/// The elements that are left.
enum Left<'decoder, T> {
    Encoded { decoder: Decoder<'decoder>, count: usize },
    Slice(&'decoder [T]),
}

impl<'decoder, T, L> SeqIter<'decoder, T, L> {
    #[inline]
    pub(super) const fn new(body: Body<'decoder, T>) -> Self {
        let left = match body {
            Body::Encoded { count, bytes } => Left::Encoded { decoder: Decoder::new(bytes), count },
            Body::Slice(elements) => Left::Slice(elements),
        };
        Self { left, layout: PhantomData }
    }

    const fn left(&self) -> usize {
        match &self.left {
            Left::Encoded { count, .. } => *count,
            Left::Slice(elements) => elements.len(),
        }
    }
}

impl<'decoder, T, L> Iterator for SeqIter<'decoder, T, L>
where
    L: Layout,
    T: Borrow<L, Value = T, Ref<'decoder>: Decode<'decoder, L, Value = T::Ref<'decoder>>>,
{
    type Item = T::Ref<'decoder>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        match &mut self.left {
            Left::Encoded { decoder, count } => {
                if let Some(size) = const { plain_size::<T::Ref<'decoder>, L>() } {
                    // The length of the input says whether there is another element.
                    *count = count.saturating_sub(1);
                    let element = decoder.take(size).ok()?;
                    return <T::Ref<'decoder>>::decode_from(&mut Decoder::new(element)).ok();
                }
                *count = count.checked_sub(1)?;
                // This does not fail, because the elements were checked when the sequence was decoded.
                <T::Ref<'decoder>>::decode_from(decoder).ok()
            }
            Left::Slice(elements) => {
                let (first, rest) = elements.split_first()?;
                *elements = rest;
                Some(T::lend(first))
            }
        }
    }

    /// Finds out where the elements are once, and not for each element.
    #[inline]
    fn fold<A, F: FnMut(A, Self::Item) -> A>(self, start: A, mut step: F) -> A {
        match self.left {
            Left::Encoded { mut decoder, count } => {
                let mut all = start;
                if let Some(size) = const { plain_size::<T::Ref<'decoder>, L>() } {
                    for element in decoder.rest().chunks_exact(size) {
                        let Ok(element) =
                            <T::Ref<'decoder>>::decode_from(&mut Decoder::new(element))
                        else {
                            break;
                        };
                        all = step(all, element);
                    }
                    return all;
                }
                for _ in 0..count {
                    let Ok(element) = <T::Ref<'decoder>>::decode_from(&mut decoder) else { break };
                    all = step(all, element);
                }
                all
            }
            Left::Slice(elements) => elements.iter().map(T::lend).fold(start, step),
        }
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left(), Some(self.left()))
    }
}

impl<'decoder, T, L> ExactSizeIterator for SeqIter<'decoder, T, L>
where
    L: Layout,
    T: Borrow<L, Value = T, Ref<'decoder>: Decode<'decoder, L, Value = T::Ref<'decoder>>>,
{
}
impl<'decoder, T, L> FusedIterator for SeqIter<'decoder, T, L>
where
    L: Layout,
    T: Borrow<L, Value = T, Ref<'decoder>: Decode<'decoder, L, Value = T::Ref<'decoder>>>,
{
}

impl<T, L> Clone for SeqIter<'_, T, L> {
    fn clone(&self) -> Self {
        let left = match self.left {
            Left::Encoded { decoder, count } => Left::Encoded { decoder, count },
            Left::Slice(elements) => Left::Slice(elements),
        };
        Self { left, layout: PhantomData }
    }
}

impl<T, L> fmt::Debug for SeqIter<'_, T, L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SeqIter").field("left", &self.left()).finish_non_exhaustive()
    }
}
