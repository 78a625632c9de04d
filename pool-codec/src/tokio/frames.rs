//! Streams of the messages of a reader.

use core::fmt;
use core::marker::PhantomData;
use core::pin::Pin;
use core::task::{Context, Poll, ready};

use ::tokio::io::AsyncRead;
use futures_core::Stream;
use futures_core::stream::FusedStream;

use crate::codec::Covariant;
use crate::frame::{DecodeFrame, FrameSet};
use crate::framing::{FrameDecoder, Held, StreamDecoder};
use crate::io::ReadError;
use crate::io::fuse::Fuse;
use crate::tokio::reader::FrameReader;

impl<R: AsyncRead + Unpin, S: FrameSet, D: StreamDecoder<Set = S>> FrameReader<R, S, D> {
    /// Turns the reader into a [`Stream`] of held messages, each with its slot.
    ///
    /// A frame that cannot be read or decoded is an error, and the stream continues with the next frame. It ends with
    /// the reader's stream, or after an error that is [fatal](ReadError::is_fatal).
    ///
    /// An error that is not about a frame does not end it either: while the pool has no slot, or a stream would block, each
    /// call returns the same error again. See [`ReadError::is_exhausted`](crate::ReadError::is_exhausted).
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
    pub fn into_held_frames<F>(self) -> HeldFrames<R, S, F, D>
    where
        F: Covariant,
        for<'d> F::Ref<'d>: DecodeFrame<'d>,
    {
        HeldFrames { reader: self, fuse: Fuse::default(), message: PhantomData }
    }
}

/// A stream of held messages: see [`FrameReader::into_held_frames`].
pub struct HeldFrames<R, S: FrameSet, F, D = FrameDecoder<S>> {
    reader: FrameReader<R, S, D>,
    fuse: Fuse,
    message: PhantomData<fn() -> F>,
}

impl<R, S: FrameSet, F, D> HeldFrames<R, S, F, D> {
    /// Returns a reference to the reader.
    pub fn get_ref(&self) -> &FrameReader<R, S, D> {
        &self.reader
    }

    /// Returns the reader, which continues at the position of the stream.
    pub fn into_inner(self) -> FrameReader<R, S, D> {
        self.reader
    }
}

impl<R: AsyncRead + Unpin, S: FrameSet, F, D: StreamDecoder<Set = S>> Stream
    for HeldFrames<R, S, F, D>
where
    F: Covariant,
    for<'d> F::Ref<'d>: DecodeFrame<'d>,
{
    type Item = Result<Held<F>, ReadError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if self.fuse.is_done() {
            return Poll::Ready(None);
        }
        let read = ready!(self.reader.poll_held(context));
        Poll::Ready(self.fuse.item(read))
    }
}

impl<R: AsyncRead + Unpin, S: FrameSet, F, D: StreamDecoder<Set = S>> FusedStream
    for HeldFrames<R, S, F, D>
where
    F: Covariant,
    for<'d> F::Ref<'d>: DecodeFrame<'d>,
{
    fn is_terminated(&self) -> bool {
        self.fuse.is_done()
    }
}

impl<R: fmt::Debug, S: FrameSet, F, D: fmt::Debug> fmt::Debug for HeldFrames<R, S, F, D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("HeldFrames").field(&self.reader).finish()
    }
}
