//! An error that hands the input back.

use core::error::Error;
use core::fmt;

use crate::codec::error::DecodeError;
use crate::framing::error::HoldError;

/// The error of a call that takes a buffer or a frame by value and cannot decode it or, with `E` other than
/// [`DecodeError`], cannot find room for it.
///
/// It returns the input to the caller, for example to forward the frame or to decode it as another message.
/// `?` converts the error into a [`DecodeError`] or another `E`, and releases the input.
///
/// ```
/// # #[cfg(feature = "derive")] {
/// # use pool_codec::error::{DecodeErrorKind, UndecodedError};
/// # use pool_codec::{Frame, FrameSet, Pool, PooledFrame, TlvHeader};
/// # #[derive(Debug, Clone, PartialEq, Frame)]
/// # #[frame(id = 7, borrow)]
/// # struct Tick { price: u16 }
/// # #[derive(Debug, Clone, PartialEq, Frame)]
/// # #[frame(id = 8, borrow)]
/// # struct Quote { price: u16 }
/// # #[derive(Debug, FrameSet)]
/// # #[frames(header = TlvHeader, borrow)]
/// # enum Market { Tick(Tick), Quote(Quote) }
/// # static POOL: Pool = Pool::new(&Market::POOL_CONFIG);
/// let frame = PooledFrame::<Market>::encode(&Quote { price: 5 }, &POOL)?;
/// let error = frame.hold::<Tick>().unwrap_err();
/// assert_eq!(error.error().kind(), DecodeErrorKind::WrongId { expected: 7, found: 8 });
///
/// let held = error.into_input().hold::<Quote>()?;
/// assert_eq!(held.get().price, 5);
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct UndecodedError<T, E = DecodeError> {
    input: T,
    error: E,
}

impl<T, E> UndecodedError<T, E> {
    #[inline(always)]
    pub(super) fn new(input: T, error: E) -> Self {
        Self { input, error }
    }

    /// Returns the error.
    #[must_use]
    pub fn error(&self) -> &E {
        &self.error
    }

    /// Returns the buffer or the frame that was not decoded.
    #[must_use]
    pub fn input(&self) -> &T {
        &self.input
    }

    /// Takes the error and drops the input.
    #[inline]
    #[must_use]
    pub fn into_error(self) -> E {
        self.error
    }

    /// Takes the buffer or the frame that was not decoded.
    #[must_use]
    pub fn into_input(self) -> T {
        self.input
    }

    /// Takes both.
    #[inline(always)]
    #[must_use]
    pub fn into_parts(self) -> (T, E) {
        (self.input, self.error)
    }
}

/// Shows the error; the input may not implement [`fmt::Debug`].
impl<T, E: fmt::Debug> fmt::Debug for UndecodedError<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UndecodedError").field("error", &self.error).finish_non_exhaustive()
    }
}

impl<T, E: fmt::Display> fmt::Display for UndecodedError<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.error.fmt(f)
    }
}

impl<T, E: Error> Error for UndecodedError<T, E> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        // The text is that of the error, so its source is, too.
        self.error.source()
    }
}

impl<T> From<UndecodedError<T>> for DecodeError {
    fn from(error: UndecodedError<T>) -> Self {
        error.error
    }
}

impl<T> From<UndecodedError<T>> for HoldError {
    fn from(error: UndecodedError<T>) -> Self {
        Self::Decode(error.error)
    }
}

#[cfg(feature = "arena")]
impl<T> From<UndecodedError<T, Self>> for crate::codec::DecodeInError {
    fn from(error: UndecodedError<T, Self>) -> Self {
        error.error
    }
}

#[cfg(feature = "arena")]
impl<T> From<UndecodedError<T, Self>> for pool_core::ArenaError {
    fn from(error: UndecodedError<T, Self>) -> Self {
        error.error
    }
}
