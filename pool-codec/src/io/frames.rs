//! Iterators over the messages of a reader.

use core::fmt;
use core::iter::FusedIterator;
use core::marker::PhantomData;
use std::io::Read;

use crate::codec::Covariant;
use crate::frame::{DecodeFrame, FrameSet};
use crate::framing::{FrameDecoder, Held, StreamDecoder};
use crate::io::error::ReadError;
use crate::io::fuse::Fuse;
use crate::io::reader::FrameReader;

impl<R: Read, S: FrameSet, D: StreamDecoder<Set = S>> FrameReader<R, S, D> {
    /// Returns an iterator over owned messages of one type, or over the set itself.
    ///
    /// A frame that cannot be read or decoded is an error, and the iterator continues with the next frame. It ends
    /// with the stream, or after an error that is [fatal](ReadError::is_fatal).
    ///
    /// An error that is not about a frame does not end it either: while the pool has no slot, or a stream would block, each
    /// call returns the same error again. See [`ReadError::is_exhausted`](crate::ReadError::is_exhausted).
    ///
    /// ```
    /// # #[cfg(feature = "derive")] {
    /// # use pool_codec::{Frame, FrameReader, FrameSet, Pool, TlvHeader};
    /// # #[derive(Debug, PartialEq, Frame)]
    /// # #[frame(id = 7)]
    /// # struct Tick { price: u16 }
    /// # #[derive(Debug, FrameSet)]
    /// # #[frames(header = TlvHeader)]
    /// # enum Market { Tick(Tick) }
    /// # static POOL: Pool = Pool::new(&Market::POOL_CONFIG);
    /// let stream = &[7, 0, 2, 0, 0, 0, 1, 0, 7, 0, 2, 0, 0, 0, 2, 0][..];
    /// let mut reader = FrameReader::<_, Market>::new(stream, &POOL);
    /// let ticks: Vec<Tick> = reader.messages().collect::<Result<_, _>>()?;
    /// assert_eq!(ticks, [Tick { price: 1 }, Tick { price: 2 }]);
    /// # }
    /// # Ok::<(), pool_codec::ReadError>(())
    /// ```
    pub fn messages<T>(&mut self) -> Messages<'_, R, S, T, D>
    where
        T: for<'d> DecodeFrame<'d>,
    {
        Messages { reader: self, fuse: Fuse::default(), message: PhantomData }
    }

    /// Returns an iterator over held messages, each with its slot. It treats errors as [`messages`](Self::messages)
    /// does.
    ///
    /// ```
    /// # #[cfg(feature = "derive")] {
    /// # use pool_codec::{Frame, FrameReader, FrameSet, Held, Pool, TlvHeader};
    /// # #[derive(Debug, PartialEq, Frame)]
    /// # #[frame(id = 7, borrow)]
    /// # struct Tick { price: u16 }
    /// # #[derive(Debug, FrameSet)]
    /// # #[frames(header = TlvHeader, borrow)]
    /// # enum Market { Tick(Tick) }
    /// # static POOL: Pool = Pool::new(&Market::POOL_CONFIG);
    /// let stream = &[7, 0, 2, 0, 0, 0, 1, 0, 7, 0, 2, 0, 0, 0, 2, 0][..];
    /// let mut reader = FrameReader::<_, Market>::new(stream, &POOL);
    /// let held: Vec<Held<Tick>> = reader.held_frames().collect::<Result<_, _>>()?;
    /// assert_eq!(held[1].get().price, 2);
    /// # }
    /// # Ok::<(), pool_codec::ReadError>(())
    /// ```
    pub fn held_frames<F>(&mut self) -> HeldFrames<'_, R, S, F, D>
    where
        F: Covariant,
        for<'d> F::Ref<'d>: DecodeFrame<'d>,
    {
        HeldFrames { reader: self, fuse: Fuse::default(), message: PhantomData }
    }
}

/// An iterator over owned messages: see [`FrameReader::messages`].
pub struct Messages<'r, R, S: FrameSet, T, D = FrameDecoder<S>> {
    reader: &'r mut FrameReader<R, S, D>,
    fuse: Fuse,
    message: PhantomData<fn() -> T>,
}

impl<R: Read, S: FrameSet, T, D: StreamDecoder<Set = S>> Iterator for Messages<'_, R, S, T, D>
where
    T: for<'d> DecodeFrame<'d>,
{
    type Item = Result<T, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.fuse.is_done() {
            return None;
        }
        self.fuse.item(self.reader.read_message())
    }
}

/// An iterator over held messages: see [`FrameReader::held_frames`].
pub struct HeldFrames<'r, R, S: FrameSet, F, D = FrameDecoder<S>> {
    reader: &'r mut FrameReader<R, S, D>,
    fuse: Fuse,
    message: PhantomData<fn() -> F>,
}

impl<R: Read, S: FrameSet, F, D: StreamDecoder<Set = S>> Iterator for HeldFrames<'_, R, S, F, D>
where
    F: Covariant,
    for<'d> F::Ref<'d>: DecodeFrame<'d>,
{
    type Item = Result<Held<F>, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.fuse.is_done() {
            return None;
        }
        self.fuse.item(self.reader.read_held())
    }
}

impl<R: fmt::Debug, S: FrameSet, T, D: fmt::Debug> fmt::Debug for Messages<'_, R, S, T, D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Messages").field(&self.reader).finish()
    }
}

impl<R: fmt::Debug, S: FrameSet, F, D: fmt::Debug> fmt::Debug for HeldFrames<'_, R, S, F, D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("HeldFrames").field(&self.reader).finish()
    }
}

impl<R: Read, S: FrameSet, T, D: StreamDecoder<Set = S>> FusedIterator for Messages<'_, R, S, T, D> where
    T: for<'d> DecodeFrame<'d>
{
}

impl<R: Read, S: FrameSet, F, D: StreamDecoder<Set = S>> FusedIterator
    for HeldFrames<'_, R, S, F, D>
where
    F: Covariant,
    for<'d> F::Ref<'d>: DecodeFrame<'d>,
{
}
