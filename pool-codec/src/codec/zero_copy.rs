//! The borrowed form of a type, and the ways to it.

use crate::framing::Held;

/// An owned type that has a borrowed form: `Foo` and `FooRef<'decoder>`.
///
/// `#[frame(borrow)]` implements it; so do all wire types, where fixed-size ones are their own
/// borrowed form.
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
    note = "name the owned type: `borrow::<Foo>()`, not `borrow::<FooRef>()`"
)]
pub trait ZeroCopy: Sized + 'static {
    /// The borrowed form: variable-length fields point into the decoder's input.
    type Ref<'decoder>;

    /// Copies a borrowed form into an owned value.
    fn from_borrowed(borrowed: &Self::Ref<'_>) -> Self;

    /// The borrowed form of an owned value, pointing into it.
    fn as_borrowed(&self) -> Self::Ref<'_>;
}

/// What can show a message `F` in its borrowed form: `Foo`, `FooRef<'_>` and [`Held<Foo>`](Held).
///
/// Derived with `#[frame(borrow)]`. A handler that takes `&impl Lend<Foo>` is written once for all of them.
///
/// ```
/// # #[cfg(feature = "derive")] {
/// use pool_codec::prelude::*;
/// use pool_codec::Str;
///
/// #[derive(Debug, Frame)]
/// #[frame(id = 7, borrow)]
/// struct Hello { name: Str<40> }
///
/// fn greet(hello: &impl Lend<Hello>) -> String {
///     let hello = hello.lend();
///     format!("hello {}", hello.name)
/// }
///
/// let hello = Hello { name: "alice".parse().unwrap() };
/// assert_eq!(greet(&hello), "hello alice");
/// # }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot lend `{F}`",
    label = "not `{F}` in one of its forms",
    note = "`Lend<Foo>` is implemented by `Foo`, by `FooRef<'_>` and by `Held<Foo>`",
    note = "name the owned type: `Lend<Foo>`, not `Lend<FooRef<'_>>`",
    note = "a form with a field of a generic type, or with `invariant`, has a lifetime that cannot be shortened, and so does not lend"
)]
pub trait Lend<F: ZeroCopy> {
    /// The borrowed form, for as long as `self` is borrowed.
    fn lend(&self) -> F::Ref<'_>;
}

impl<F: ZeroCopy> Lend<F> for F {
    #[inline]
    fn lend(&self) -> F::Ref<'_> {
        self.as_borrowed()
    }
}

impl<F: Covariant> Lend<F> for Held<F>
where
    for<'d> F::Ref<'d>: Copy,
{
    #[inline]
    fn lend(&self) -> F::Ref<'_> {
        *self.get()
    }
}

/// A [`ZeroCopy`] type whose borrowed form may be held beside the buffer it points into.
///
/// Derived by `#[derive(Frame)]` and `#[derive(FrameSet)]` with `borrow`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be held",
    label = "cannot be held",
    note = "derive `Frame` with `#[frame(borrow)]`, or `FrameSet` with `#[frames(borrow)]`",
    note = "a form with a field of a generic type, or with `invariant`, has a lifetime that cannot be shortened, and so cannot be held"
)]
pub trait Covariant: ZeroCopy {
    /// Shortens the lifetime of a borrowed form. The body is always the argument itself, which
    /// compiles only if the form is covariant; [`Held`] relies on that.
    fn shorten<'short, 'long: 'short>(
        borrowed: &'short Self::Ref<'long>,
    ) -> &'short Self::Ref<'short>;
}

/// Implements [`ZeroCopy`] for types that are their own borrowed form, and have bytes of their own in every
/// message.
macro_rules! own_borrowed_form {
    ($($ty:ty),* $(,)?) => {$(
        impl $crate::ZeroCopy for $ty {
            type Ref<'decoder> = $ty;

            #[inline]
            fn from_borrowed(borrowed: &$ty) -> $ty {
                *borrowed
            }

            #[inline]
            fn as_borrowed(&self) -> $ty {
                *self
            }
        }

        impl $crate::layout::OwnLayout for $ty {}
    )*};
}
pub(crate) use own_borrowed_form;
