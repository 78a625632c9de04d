//! The borrowed form of a type, and the conversions between it and the owned form.

#[cfg(feature = "arena")]
use pool_core::{Arena, Pool};

#[cfg(feature = "arena")]
use crate::codec::decodable::Decodable;
use crate::codec::encode::Encode;
#[cfg(feature = "arena")]
use crate::codec::error::DecodeInError;
use crate::codec::layout::{Layout, Own};

/// An owned type that has a borrowed form in the layout `L`.
///
/// `#[frame(borrow)]` implements this trait, and every wire type implements it. A type of a fixed size is its
/// own borrowed form. Users of a type call [`ZeroCopy`], which this trait provides.
///
/// ```
/// use pool_codec::layout::{Borrow, MaxLen, Own};
///
/// let owned = "ab".to_owned();
/// let borrowed: &str = <MaxLen<String, 255> as Borrow<Own>>::lend(&owned);
/// assert_eq!(<MaxLen<String, 255> as Borrow<Own>>::own(&borrowed), owned);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no borrowed form",
    label = "no borrowed form",
    note = "add `borrow` to its `#[frame(..)]` attribute, or mark a field of a `Copy` type `#[frame(copy)]`"
)]
pub trait Borrow<L: Layout>: Encode<L> {
    /// The borrowed form. Its variable-length parts point into the decoder's input.
    type Ref<'decoder>;

    /// Copies a borrowed form into an owned value.
    fn own(borrowed: &Self::Ref<'_>) -> Self::Value;

    /// Returns the borrowed form of an owned value. It points into that value.
    fn lend(value: &Self::Value) -> Self::Ref<'_>;
}

/// An owned type that has a borrowed form: `Foo` and `FooRef<'decoder>`.
///
/// Every wire type implements it, and so does every message or set that is derived with `borrow`.
///
/// ```
/// use pool_codec::{Str, StrRef, ZeroCopy};
///
/// let bytes = *b"\x04pool";
/// let borrowed: StrRef<'_, 255> = pool_codec::Decodable::decode(&bytes).unwrap();
/// let owned: Str<255> = ZeroCopy::from_borrowed(&borrowed);
/// assert_eq!(owned, "pool");
/// assert_eq!(owned.as_borrowed(), borrowed);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no borrowed form",
    label = "no borrowed form",
    note = "add `borrow` to its `#[frame(..)]` attribute, or mark a field of a `Copy` type `#[frame(copy)]`",
    note = "pass the owned type, as in `borrow::<Foo>()`, not the borrowed form"
)]
pub trait ZeroCopy: Sized + 'static {
    /// The borrowed form. Its variable-length fields point into the decoder's input.
    type Ref<'decoder>;

    /// Copies a borrowed form into an owned value.
    fn from_borrowed(borrowed: &Self::Ref<'_>) -> Self;

    /// Returns the borrowed form of an owned value. It points into that value.
    fn as_borrowed(&self) -> Self::Ref<'_>;

    /// Copies `bytes` into an arena and decodes the borrowed form of all of them there. The result does not depend on
    /// `bytes`; it lives until the arena is reset or dropped.
    ///
    /// Frames have methods of the same name, which also check the id.
    ///
    /// ```
    /// use pool_codec::{Arena, Pool, PoolConfig, Str, StrRef, ZeroCopy};
    ///
    /// let pool = Pool::new(&PoolConfig::new());
    /// let arena = Arena::new(&pool, 8 << 10);
    /// let input = b"\x04pool".to_vec();
    /// let name: StrRef<'_, 255> = Str::<255>::decode_in(&input, &arena)?;
    /// drop(input);
    /// assert_eq!(name, "pool");
    /// # Ok::<(), pool_codec::error::DecodeInError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Fails if there is no room in the arena, or if `bytes` is not an encoding of this type.
    #[cfg(feature = "arena")]
    #[inline]
    fn decode_in<'arena>(
        bytes: &[u8],
        arena: &'arena Arena<impl core::borrow::Borrow<Pool>>,
    ) -> Result<Self::Ref<'arena>, DecodeInError>
    where
        Self::Ref<'arena>: Decodable<'arena>,
    {
        let bytes = arena.alloc_slice_copy(bytes)?;
        Ok(<Self::Ref<'arena> as Decodable<'arena>>::decode(bytes)?)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Borrow<Own, Value = T> + 'static> ZeroCopy for T {
    type Ref<'decoder> = <T as Borrow<Own>>::Ref<'decoder>;

    #[inline(always)]
    fn from_borrowed(borrowed: &<T as Borrow<Own>>::Ref<'_>) -> Self {
        T::own(borrowed)
    }

    #[inline(always)]
    fn as_borrowed(&self) -> <T as Borrow<Own>>::Ref<'_> {
        T::lend(self)
    }
}

/// A [`ZeroCopy`] type whose borrowed form can be held together with the buffer that it points into.
///
/// `#[derive(Frame)]` and `#[derive(FrameSet)]` implement it if they have the `borrow` attribute.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be held",
    label = "cannot be held",
    note = "derive `Frame` with `#[frame(borrow)]`, or `FrameSet` with `#[frames(borrow)]`",
    note = "the lifetime of a form with `invariant` or with a generic field cannot be shortened, so the form cannot be held"
)]
pub trait Covariant: ZeroCopy {
    /// Shortens the lifetime of a borrowed form. The body is always the argument itself, which compiles only if
    /// the form is covariant. [`Held`](crate::Held) relies on that.
    fn shorten<'short, 'long: 'short>(
        borrowed: &'short Self::Ref<'long>,
    ) -> &'short Self::Ref<'short>;
}

/// An element type for which the borrowed form of an array is an array of borrowed forms: all types but `u8`.
#[doc(hidden)]
pub trait ArrayElement {}

/// Implements [`Borrow`] for types that are their own borrowed form.
macro_rules! own_borrowed_form {
    (generic [$($params:tt)*] $ty:ty) => {
        impl<L: $crate::codec::Layout, $($params)*> $crate::codec::Borrow<L> for $ty {
            type Ref<'decoder> = $ty;

            #[inline]
            fn own(borrowed: &$ty) -> $ty {
                *borrowed
            }

            #[inline]
            fn lend(value: &$ty) -> $ty {
                *value
            }
        }
    };
    ($($ty:ty),* $(,)?) => {$(
        $crate::codec::borrow::own_borrowed_form!(generic [] $ty);
    )*};
}
pub(crate) use own_borrowed_form;
