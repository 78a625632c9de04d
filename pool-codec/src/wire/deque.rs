//! Double-ended queues, which are encoded as sequences (WIRE.md section 4).

use alloc::collections::{VecDeque, vec_deque};

use crate::codec::borrow::ArrayElement;
use crate::codec::{Borrow, Encode, Layout, Sink};
use crate::wire::collection::{Collection, LendEntries};

impl<T: Encode<L>, L: Layout> Collection<L> for VecDeque<T> {
    type Entry = T;
    type Value = VecDeque<T::Value>;

    fn with_room(count: usize) -> Self::Value {
        VecDeque::with_capacity(count)
    }

    fn count(deque: &Self::Value) -> usize {
        deque.len()
    }

    fn write<S: Sink>(deque: &Self::Value, sink: &mut S) -> Result<(), S::Error> {
        let (front, back) = deque.as_slices();
        T::encode_items(front, sink)?;
        T::encode_items(back, sink)
    }
}

impl<T, L: Layout> LendEntries<L> for VecDeque<T>
where
    T: Borrow<L, Value = T> + 'static,
{
    type Refs<'a> = core::iter::Map<vec_deque::Iter<'a, T>, fn(&'a T) -> T::Ref<'a>>;

    fn refs(&self) -> Self::Refs<'_> {
        self.iter().map(T::lend)
    }

    fn may_follow<'a>(_: &T::Ref<'a>, _: &T::Ref<'a>) -> bool {
        true
    }

    fn push(&mut self, element: T) {
        self.push_back(element);
    }
}

impl<T> ArrayElement for VecDeque<T> {}
