//! The frames of a reader as a `Stream`.

use core::fmt;
use core::marker::PhantomData;
use core::pin::Pin;
use core::task::{Context, Poll, ready};

use ::tokio::io::AsyncRead;
use futures_core::Stream;
use futures_core::stream::FusedStream;

use super::reader::FrameReader;
use crate::frame::{DecodeFrame, FrameSet};
use crate::framing::Held;
use crate::io::error::ReadError;
use crate::wire::Covariant;

impl<R: AsyncRead + Unpin, S: FrameSet> FrameReader<R, S> {
    /// The messages that come, each with its slot, as a [`Stream`].
    ///
    /// A frame that cannot be read or decoded is an error; the stream goes on with the next one, and ends after
    /// an error that is [fatal](ReadError::is_fatal).
    ///
    /// ```
    /// # #[cfg(feature = "derive")] {
    /// # use pool_codec::{Frame, FrameSet, Pool, TlvHeader};
    /// # use pool_codec::tokio::FrameReader;
    /// # #[derive(Debug, PartialEq, Frame)]
    /// # #[frame(id = 7, borrow)]
    /// # struct Tick { price: u16 }
    /// # #[derive(Debug, FrameSet)]
    /// # #[frames(header = TlvHeader, borrow)]
    /// # enum Market { Tick(Tick) }
    /// # static POOL: Pool = Pool::new(&Market::POOL_CONFIG);
    /// use futures::TryStreamExt;
    ///
    /// # futures::executor::block_on(async {
    /// let stream = &[7, 0, 2, 0, 0, 0, 1, 0, 7, 0, 2, 0, 0, 0, 2, 0][..];
    /// let mut ticks = FrameReader::<_, Market>::new(stream, &POOL).into_held_frames::<Tick>();
    /// while let Some(tick) = ticks.try_next().await? {
    ///     assert!(tick.get().price <= 2);
    /// }
    /// # Ok::<(), pool_codec::ReadError>(())
    /// # }).unwrap();
    /// # }
    /// ```
    pub fn into_held_frames<F>(self) -> HeldStream<R, S, F>
    where
        F: Covariant,
        for<'d> F::Ref<'d>: DecodeFrame<'d>,
    {
        HeldStream { reader: self, over: false, message: PhantomData }
    }
}

/// A stream of held messages: see [`FrameReader::into_held_frames`].
pub struct HeldStream<R, S: FrameSet, F> {
    reader: FrameReader<R, S>,
    over: bool,
    message: PhantomData<fn() -> F>,
}

impl<R, S: FrameSet, F> HeldStream<R, S, F> {
    /// The reader, which is where the stream is.
    pub fn get_ref(&self) -> &FrameReader<R, S> {
        &self.reader
    }

    /// The reader, which goes on where the stream is.
    pub fn into_inner(self) -> FrameReader<R, S> {
        self.reader
    }
}

impl<R: AsyncRead + Unpin, S: FrameSet, F> Stream for HeldStream<R, S, F>
where
    F: Covariant,
    for<'d> F::Ref<'d>: DecodeFrame<'d>,
{
    type Item = Result<Held<F>, ReadError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if self.over {
            return Poll::Ready(None);
        }
        let item = ready!(self.reader.poll_held(context)).transpose();
        self.over = match &item {
            Some(Err(error)) => error.is_fatal(),
            Some(Ok(_)) => false,
            None => true,
        };
        Poll::Ready(item)
    }
}

impl<R: AsyncRead + Unpin, S: FrameSet, F> FusedStream for HeldStream<R, S, F>
where
    F: Covariant,
    for<'d> F::Ref<'d>: DecodeFrame<'d>,
{
    fn is_terminated(&self) -> bool {
        self.over
    }
}

impl<R: fmt::Debug, S: FrameSet, F> fmt::Debug for HeldStream<R, S, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("HeldStream").field(&self.reader).finish()
    }
}
