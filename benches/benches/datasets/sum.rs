//! The *read* operation: it adds up all fields and elements of a value, in every form.

use benches::sum::{bytes, total};
use pool_codec::layout::{Borrow, Decode, Layout};
use pool_codec::{Bytes, BytesRef, Seq, SeqRef, Str, StrRef};
use rkyv::option::ArchivedOption;
use rkyv::string::ArchivedString;
use rkyv::tuple::{ArchivedTuple2, ArchivedTuple3};
use rkyv::vec::ArchivedVec;
use zerocopy::little_endian::F32;

use crate::sets::mesh::TriangleBytes;

/// A value whose parts can be added up. All forms of a value have the same sum.
pub(crate) trait Sum {
    fn sum(&self) -> u64;
}

/// Implements [`Sum`] for types with an expression.
macro_rules! sum {
    ($($ty:ty)*: $value:ident => $sum:expr) => {$(
        impl Sum for $ty {
            #[inline(always)]
            fn sum(&self) -> u64 {
                let $value = self;
                $sum
            }
        }
    )*};
}

sum! { u8 i8 u16 i16 u32 i32 i64 bool: value => *value as u64 }
sum! { u64: value => *value }
sum! { f32: value => value.to_bits().into() }
sum! { f64: value => value.to_bits() }
sum! { F32: value => value.get().sum() }
sum! { &str String ArchivedString: value => bytes(value.as_bytes()) }
sum! { &[u8]: value => bytes(value) }
sum! { &[TriangleBytes]: value => all(value.iter()) }
sum! {
    rkyv::rend::u16_le rkyv::rend::i16_le rkyv::rend::u32_le rkyv::rend::i32_le
    rkyv::rend::u64_le rkyv::rend::i64_le rkyv::rend::f32_le rkyv::rend::f64_le:
    value => value.to_native().sum()
}

/// Adds up elements.
#[inline(always)]
fn all<'a, T: Sum + 'a>(elements: impl IntoIterator<Item = &'a T>) -> u64 {
    total(elements.into_iter().map(T::sum))
}

impl<T: Sum> Sum for Vec<T> {
    #[inline(always)]
    fn sum(&self) -> u64 {
        all(self)
    }
}

impl<T: Sum> Sum for ArchivedVec<T> {
    #[inline(always)]
    fn sum(&self) -> u64 {
        all(self.iter())
    }
}

impl<T: Sum, const N: usize> Sum for [T; N] {
    #[inline(always)]
    fn sum(&self) -> u64 {
        all(self)
    }
}

impl<T: Sum> Sum for Option<T> {
    #[inline(always)]
    fn sum(&self) -> u64 {
        self.as_ref().map_or(0, T::sum)
    }
}

impl<T: Sum> Sum for ArchivedOption<T> {
    #[inline(always)]
    fn sum(&self) -> u64 {
        self.as_ref().map_or(0, T::sum)
    }
}

impl<A: Sum, B: Sum> Sum for (A, B) {
    #[inline(always)]
    fn sum(&self) -> u64 {
        total([self.0.sum(), self.1.sum()])
    }
}

impl<A: Sum, B: Sum, C: Sum> Sum for (A, B, C) {
    #[inline(always)]
    fn sum(&self) -> u64 {
        total([self.0.sum(), self.1.sum(), self.2.sum()])
    }
}

impl<A: Sum, B: Sum> Sum for ArchivedTuple2<A, B> {
    #[inline(always)]
    fn sum(&self) -> u64 {
        total([self.0.sum(), self.1.sum()])
    }
}

impl<A: Sum, B: Sum, C: Sum> Sum for ArchivedTuple3<A, B, C> {
    #[inline(always)]
    fn sum(&self) -> u64 {
        total([self.0.sum(), self.1.sum(), self.2.sum()])
    }
}

impl<const MAX: usize> Sum for Str<MAX> {
    #[inline(always)]
    fn sum(&self) -> u64 {
        bytes(self.as_bytes())
    }
}

impl<const MAX: usize> Sum for StrRef<'_, MAX> {
    #[inline(always)]
    fn sum(&self) -> u64 {
        bytes(self.as_bytes())
    }
}

impl<const MAX: usize> Sum for Bytes<MAX> {
    #[inline(always)]
    fn sum(&self) -> u64 {
        bytes(self)
    }
}

impl<const MAX: usize> Sum for BytesRef<'_, MAX> {
    #[inline(always)]
    fn sum(&self) -> u64 {
        bytes(self)
    }
}

impl<T: Sum, const MAX: usize> Sum for Seq<T, MAX> {
    #[inline(always)]
    fn sum(&self) -> u64 {
        all(self.iter())
    }
}

impl<'d, T, const MAX: usize, L> Sum for SeqRef<'d, T, MAX, L>
where
    L: Layout,
    T: Borrow<L, Value = T>,
    T::Ref<'d>: Decode<'d, L, Value = T::Ref<'d>> + Sum,
{
    #[inline(always)]
    fn sum(&self) -> u64 {
        total(self.iter().map(|element| element.sum()))
    }
}

/// Implements [`Sum`] for all forms of a struct, by its fields.
macro_rules! fields {
    (@ $form:ty, ($($field:ident)*)) => {
        impl $crate::sum::Sum for $form {
            #[inline(always)]
            fn sum(&self) -> u64 {
                benches::sum::total([$($crate::sum::Sum::sum(&self.$field)),*])
            }
        }
    };
    ([$($form:ty),* $(,)?] $fields:tt) => {$(
        $crate::sum::fields! { @ $form, $fields }
    )*};
}
pub(crate) use fields;
