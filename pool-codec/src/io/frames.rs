//! The frames of a reader, one after the other, decoded.

use core::fmt;
use core::marker::PhantomData;
use std::io::Read;

use crate::frame::{DecodeFrame, FrameSet};
use crate::framing::Held;
use crate::io::error::ReadError;
use crate::io::reader::FrameReader;
use crate::wire::Covariant;

impl<R: Read, S: FrameSet> FrameReader<R, S> {
    /// The messages that come, owned: of one type, or the set itself.
    ///
    /// A frame that cannot be read or decoded is an error; the iterator goes on with the next one, and ends
    /// after an error that is [fatal](ReadError::is_fatal).
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
    pub fn messages<T>(&mut self) -> Messages<'_, R, S, T>
    where
        T: for<'d> DecodeFrame<'d>,
    {
        Messages { reader: self, over: false, message: PhantomData }
    }

    /// The messages that come, each with its slot. Errors are as in [`messages`](Self::messages).
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
    pub fn held_frames<F>(&mut self) -> HeldFrames<'_, R, S, F>
    where
        F: Covariant,
        for<'d> F::Ref<'d>: DecodeFrame<'d>,
    {
        HeldFrames { reader: self, over: false, message: PhantomData }
    }
}

/// One step of an iterator that ends for good where the stream does.
fn step<T>(
    over: &mut bool,
    read: impl FnOnce() -> Result<Option<T>, ReadError>,
) -> Option<Result<T, ReadError>> {
    if *over {
        return None;
    }
    let item = read().transpose();
    *over = match &item {
        Some(Err(error)) => error.is_fatal(),
        Some(Ok(_)) => false,
        None => true,
    };
    item
}

/// An iterator over owned messages: see [`FrameReader::messages`].
pub struct Messages<'r, R, S: FrameSet, T> {
    reader: &'r mut FrameReader<R, S>,
    over: bool,
    message: PhantomData<fn() -> T>,
}

impl<R: Read, S: FrameSet, T> Iterator for Messages<'_, R, S, T>
where
    T: for<'d> DecodeFrame<'d>,
{
    type Item = Result<T, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        step(&mut self.over, || self.reader.read_message())
    }
}

/// An iterator over held messages: see [`FrameReader::held_frames`].
pub struct HeldFrames<'r, R, S: FrameSet, F> {
    reader: &'r mut FrameReader<R, S>,
    over: bool,
    message: PhantomData<fn() -> F>,
}

impl<R: Read, S: FrameSet, F> Iterator for HeldFrames<'_, R, S, F>
where
    F: Covariant,
    for<'d> F::Ref<'d>: DecodeFrame<'d>,
{
    type Item = Result<Held<F>, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        step(&mut self.over, || self.reader.read_held())
    }
}

impl<R: fmt::Debug, S: FrameSet, T> fmt::Debug for Messages<'_, R, S, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Messages").field(&self.reader).finish()
    }
}

impl<R: fmt::Debug, S: FrameSet, F> fmt::Debug for HeldFrames<'_, R, S, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("HeldFrames").field(&self.reader).finish()
    }
}
