//! The codec for tokio-util's `Framed`.

use core::fmt;
use core::marker::PhantomData;

use ::bytes::{Buf, BytesMut};
use pool_core::AcquireError;
use tokio_util::codec::{Decoder, Encoder};

use crate::frame::header::{Front, header_size, longest_header};
use crate::frame::{Carries, EncodeFrame, FrameSet, Header};
use crate::framing::{
    DeclaredIds, FrameError, Limits, Scan, SendError, SkippedFrame, UnknownFrames, header_of,
    missing, scan, verify, write_payload,
};
use crate::io::source::end_of_stream;
use crate::io::{ReadError, WriteError};

/// Decodes the frames of a set and encodes any frame, as tokio-util's `Decoder` and `Encoder`. Use it with `Framed`.
///
/// `Framed` reads into a buffer of its own. The buffer grows with the bytes that have arrived, up to twice the longest
/// frame of the set; a declared length allocates nothing.
///
/// `Framed` ends after every error, even after one behind which this codec could continue. If it is polled again, it
/// reads from the stream before it looks at the frames in its buffer. Therefore treat an error as the end of the
/// stream, and set [`UnknownFrames::Skip`] if unknown frames are no errors. Or use
/// [`FrameReader`](super::FrameReader): it continues after errors, uses pooled buffers only, and waits for a slot, which
/// a codec cannot.
///
/// The codec encodes the set and each of its messages. A call without a message has to name a type, for example
/// `SinkExt::<Tick>::close(&mut framed)`.
///
/// ```
/// # #[cfg(feature = "derive")] {
/// use futures::{SinkExt, StreamExt};
/// use pool_codec::tokio::FrameCodec;
/// use pool_codec::{Frame, FrameSet, TlvHeader};
/// use tokio_util::codec::Framed;
///
/// #[derive(Debug, PartialEq, Frame)]
/// #[frame(id = 7)]
/// struct Tick { price: u16 }
///
/// #[derive(Debug, PartialEq, FrameSet)]
/// #[frames(header = TlvHeader)]
/// enum Market { Tick(Tick) }
///
/// # futures::executor::block_on(async {
/// let (near, far) = tokio::io::duplex(64);
/// let mut near = Framed::new(near, FrameCodec::<Market>::new());
/// let mut far = Framed::new(far, FrameCodec::<Market>::new());
/// near.send(Tick { price: 1 }).await?;
/// assert_eq!(far.next().await.transpose()?, Some(Market::Tick(Tick { price: 1 })));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// # }).unwrap();
/// # }
/// ```
pub struct FrameCodec<S: FrameSet> {
    limits: Limits,
    /// The number of bytes from the start of the stream to the front of the buffer.
    offset: u64,
    /// The frame that is being dropped.
    skipped: Option<SkippedFrame>,
    set: PhantomData<fn() -> S>,
}

/// The header of a complete frame, and the length of the frame in bytes.
type Complete<H> = (Front<H>, usize);

impl<S: FrameSet> FrameCodec<S> {
    /// Creates a codec at the start of a stream.
    ///
    /// Unknown frames are kept if the set has a variant for them, otherwise rejected.
    #[must_use]
    pub fn new() -> Self {
        const { longest_header::<S::Header>() };
        Self { limits: Limits::of::<S>(), offset: 0, skipped: None, set: PhantomData }
    }

    /// Sets the treatment of frames of unknown id. By default they are kept if the set has a variant for them,
    /// otherwise rejected.
    #[must_use]
    pub fn with_unknown_frames(mut self, unknown: UnknownFrames) -> Self {
        self.limits.set_unknown(unknown);
        self
    }

    /// Treats all ids but these as unknown, see
    /// [`FrameDecoder::with_declared_ids`](crate::FrameDecoder::with_declared_ids).
    #[must_use]
    pub fn with_declared_ids(mut self, ids: &[u32]) -> Self {
        self.limits.set_declared::<S>(DeclaredIds::new(ids));
        self
    }

    /// Returns the header and the length of the complete frame at the front of `source`.
    fn front(&mut self, source: &mut BytesMut) -> Result<Option<Complete<S::Header>>, FrameError> {
        loop {
            if let Some(skipped) = &mut self.skipped {
                let dropped = skipped.drop_from(source.len());
                let done = skipped.left() == 0;
                self.consume(source, dropped);
                if !done {
                    return Ok(None);
                }
                self.skipped = None;
            }
            match scan::<S>(&self.limits, source, self.offset) {
                Scan::Incomplete => return Ok(None),
                Scan::Frame(front) => {
                    let total = front.frame_len();
                    let Some(frame) = source.get(..total) else { return Ok(None) };
                    let payload = front.payload_of(frame);
                    if let Err(error) = verify::<S>(&front.header, payload, self.offset) {
                        self.skipped = Some(SkippedFrame::new(total, self.offset));
                        return Err(error);
                    }
                    return Ok(Some((front, total)));
                }
                Scan::Dropped(skipped, error) => {
                    self.skipped = Some(skipped);
                    if let Some(error) = error {
                        return Err(error);
                    }
                }
                Scan::Malformed(error) => {
                    // The header stays, so that the next call fails with the same error. Later bytes must not
                    // accumulate behind it.
                    source.truncate(longest_header::<S::Header>());
                    return Err(FrameError::Header { error, offset: self.offset });
                }
            }
        }
    }

    fn consume(&mut self, source: &mut BytesMut, count: usize) {
        source.advance(count);
        self.offset = self.offset.saturating_add(count as u64);
    }

    /// Returns the result for a stream that ends where `source` does.
    fn end(&self, source: &BytesMut) -> Result<Option<S>, ReadError> {
        // Skipped frames consume all bytes that arrive.
        let (offset, missing) = match &self.skipped {
            Some(skipped) => (skipped.offset(), skipped.left()),
            None => (self.offset, missing::<S::Header>(source)),
        };
        end_of_stream(missing, offset).map(|()| None)
    }
}

impl<S: FrameSet> Decoder for FrameCodec<S> {
    type Item = S;
    type Error = ReadError;

    fn decode(&mut self, source: &mut BytesMut) -> Result<Option<S>, ReadError> {
        let Some((front, total)) = self.front(source)? else { return Ok(None) };
        let offset = self.offset;
        let payload = front.payload_of(source.get(..total).unwrap_or_default());
        let message = S::decode_frame(front.header.id(), payload);
        self.consume(source, total);
        message.map(Some).map_err(|error| ReadError::Decode { error, offset })
    }

    fn decode_eof(&mut self, source: &mut BytesMut) -> Result<Option<S>, ReadError> {
        match self.decode(source)? {
            Some(message) => Ok(Some(message)),
            None => self.end(source),
        }
    }
}

impl<S: FrameSet + Carries<T::Message>, T: EncodeFrame> Encoder<T> for FrameCodec<S> {
    type Error = WriteError;

    fn encode(&mut self, frame: T, out: &mut BytesMut) -> Result<(), WriteError> {
        Ok(encode::<S>(&frame, out)?)
    }
}

/// Appends a frame to `out`. On an error, `out` is unchanged.
fn encode<S: FrameSet>(frame: &impl EncodeFrame, out: &mut BytesMut) -> Result<(), SendError> {
    let mut header = header_of::<S::Header, S>(frame)?;
    let len = header.payload_len();
    if u32::try_from(len).is_err() {
        // The same limit as for a pool's buffers.
        return Err(AcquireError::TooLong { len }.into());
    }
    let start = out.len();
    let payload = start.saturating_add(header_size(&header));
    let mut tail = TruncateOnDrop { keep: start, out };
    tail.out.resize(payload.saturating_add(len), 0);
    let (_, frame_out) = tail.out.split_at_mut(start);
    let (head, payload_out) = frame_out.split_at_mut(payload.saturating_sub(start));
    write_payload(&mut header, frame, payload_out)?;
    header.encode(head);
    tail.keep = tail.out.len();
    Ok(())
}

/// Truncates `out` to `keep` bytes when it is dropped, so also if a hand-written `encode_payload` panics.
struct TruncateOnDrop<'a> {
    out: &'a mut BytesMut,
    keep: usize,
}

impl Drop for TruncateOnDrop<'_> {
    fn drop(&mut self) {
        self.out.truncate(self.keep);
    }
}

impl<S: FrameSet> Default for FrameCodec<S> {
    fn default() -> Self {
        Self::new()
    }
}

impl<S: FrameSet> fmt::Debug for FrameCodec<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FrameCodec")
            .field("set", &S::NAME)
            .field("offset", &self.offset)
            .finish_non_exhaustive()
    }
}
