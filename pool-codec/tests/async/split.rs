//! However a stream is split into reads, every kind of reader returns the same frames, and the same errors at the same
//! offsets.

use core::pin::Pin;
use core::task::{Context, Poll};
use std::io::{self, Read};

use bytes::BytesMut;
use futures::StreamExt;
use futures::executor::block_on;
use pool_codec::error::HoldError;
use pool_codec::tokio::{FrameCodec, FrameReader};
use pool_codec::{
    FrameDecoder, FrameReader as StdReader, FrameSet, Header, Held, Pool, ReadError, UnknownFrames,
    ZeroCopy,
};
use proptest::prelude::*;
use tokio::io::{AsyncRead, ReadBuf};
use tokio_util::codec::{Decoder, FramedRead};

use super::in_use;
use super::marked::{Event, HEADER, MARK, Marked, Marker, model, text};

/// A stream that returns as many bytes per call as `sizes` says. A size of 0 is pending every other time.
struct Chunks<'a> {
    rest: &'a [u8],
    sizes: Vec<usize>,
    next: usize,
}

impl<'a> Chunks<'a> {
    fn new(rest: &'a [u8], sizes: &[usize]) -> Self {
        Self { rest, sizes: sizes.to_vec(), next: 0 }
    }

    /// Returns the next bytes, at most `room`.
    fn chunk(&mut self, room: usize) -> Option<&'a [u8]> {
        let size = self.sizes[self.next % self.sizes.len()];
        self.next += 1;
        if size == 0 && !self.next.is_multiple_of(2) && !self.rest.is_empty() {
            return None;
        }
        let (chunk, rest) = self.rest.split_at(size.max(1).min(room).min(self.rest.len()));
        self.rest = rest;
        Some(chunk)
    }
}

impl Read for Chunks<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let chunk = self.chunk(out.len()).ok_or(io::ErrorKind::WouldBlock)?;
        out[..chunk.len()].copy_from_slice(chunk);
        Ok(chunk.len())
    }
}

impl AsyncRead for Chunks<'_> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        out: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        match self.chunk(out.remaining()) {
            Some(chunk) => out.put_slice(chunk),
            None => {
                context.waker().wake_by_ref();
                return Poll::Pending;
            }
        }
        Poll::Ready(Ok(()))
    }
}

/// Collects the results of `next` until the stream ends, and checks that it stays ended.
fn collect(mut next: impl FnMut(usize) -> Result<Option<Marked>, ReadError>) -> Vec<Event> {
    let mut events = Vec::new();
    let mut turn = 0;
    loop {
        turn += 1;
        match next(turn) {
            Ok(Some(message)) => events.push(Ok(message)),
            Ok(None) => {
                assert!(next(turn + 1).unwrap().is_none(), "nothing follows the end");
                return events;
            }
            Err(ReadError::Io(error)) => assert_eq!(error.kind(), io::ErrorKind::WouldBlock),
            Err(error) => {
                let fatal = error.is_fatal();
                events.push(Err(text(&error)));
                if fatal {
                    let again = next(turn + 1).unwrap_err();
                    assert_eq!(text(&again), text(&error), "a fatal error repeats");
                    return events;
                }
            }
        }
    }
}

fn owned(held: Held<Marked>) -> Marked {
    Marked::from_borrowed(held.get())
}

fn of_decoder(bytes: &[u8], sizes: &[usize], unknown: UnknownFrames, pool: &Pool) -> Vec<Event> {
    let mut decoder = FrameDecoder::<Marked>::new(pool).with_unknown_frames(unknown);
    let mut chunks = Chunks::new(bytes, sizes);
    collect(|turn| {
        loop {
            if turn % 2 == 0 {
                if let Some(held) = decoder.next_held::<Marked>()? {
                    let offset = decoder.offset();
                    return match held {
                        Ok(held) => Ok(Some(owned(held))),
                        Err(HoldError::Decode(error)) => Err(ReadError::Decode { error, offset }),
                        Err(error) => panic!("{error}"),
                    };
                }
            } else if let Some(frame) = decoder.next_frame()? {
                let offset = frame.offset();
                let message = frame.decode().map_err(|error| ReadError::Decode { error, offset });
                return message.map(Some);
            }
            let window = decoder.window()?;
            let Some(chunk) = chunks.chunk(window.len()) else { continue };
            window[..chunk.len()].copy_from_slice(chunk);
            decoder.commit(chunk.len());
            if chunk.is_empty() {
                return match decoder.missing() {
                    0 => Ok(None),
                    missing => Err(ReadError::UnexpectedEof { offset: decoder.offset(), missing }),
                };
            }
        }
    })
}

fn of_std(bytes: &[u8], sizes: &[usize], unknown: UnknownFrames, pool: &Pool) -> Vec<Event> {
    let chunks = Chunks::new(bytes, sizes);
    let mut reader = StdReader::<_, Marked>::new(chunks, pool).with_unknown_frames(unknown);
    collect(|turn| match turn % 4 {
        0 => reader.read_message(),
        1 => Ok(reader.read_held()?.map(owned)),
        way => {
            let frame = if way == 2 { reader.read_buffered()? } else { None };
            let frame = match frame {
                Some(_) => reader.current(),
                None => reader.read()?,
            };
            let Some(frame) = frame else { return Ok(None) };
            let offset = frame.offset();
            frame.decode().map(Some).map_err(|error| ReadError::Decode { error, offset })
        }
    })
}

fn of_tokio(bytes: &[u8], sizes: &[usize], unknown: UnknownFrames, pool: &Pool) -> Vec<Event> {
    let chunks = Chunks::new(bytes, sizes);
    let mut reader = FrameReader::<_, Marked>::new(chunks, pool).with_unknown_frames(unknown);
    collect(|turn| match turn % 3 {
        0 => block_on(reader.read_message()),
        1 => Ok(block_on(reader.read_held())?.map(owned)),
        _ => {
            let Some(frame) = block_on(reader.read())? else { return Ok(None) };
            let offset = frame.offset();
            frame.decode().map(Some).map_err(|error| ReadError::Decode { error, offset })
        }
    })
}

/// Runs the codec without a `FramedRead`.
fn of_codec(bytes: &[u8], sizes: &[usize], mut codec: FrameCodec<Marked>) -> Vec<Event> {
    let mut chunks = Chunks::new(bytes, sizes);
    let mut source = BytesMut::new();
    let mut at_end = false;
    collect(|_| {
        loop {
            if at_end {
                return codec.decode_eof(&mut source);
            }
            if let Some(message) = codec.decode(&mut source)? {
                return Ok(Some(message));
            }
            let Some(chunk) = chunks.chunk(usize::MAX) else { continue };
            source.extend_from_slice(chunk);
            at_end = chunk.is_empty();
        }
    })
}

/// Runs the codec in a `FramedRead`. After an error, that returns `None` and continues if it is polled again. But after
/// the end of its stream, it does not continue with its buffered bytes after an error.
fn of_framed(bytes: &[u8], sizes: &[usize], codec: FrameCodec<Marked>) -> Vec<Event> {
    let mut frames = FramedRead::new(Chunks::new(bytes, sizes), codec);
    let mut events = Vec::new();
    let mut failed = false;
    block_on(async {
        loop {
            match frames.next().await {
                Some(Ok(message)) => events.push(Ok(message)),
                Some(Err(error)) => {
                    events.push(Err(text(&error)));
                    if error.is_fatal() {
                        return events;
                    }
                    failed = true;
                    continue;
                }
                None if failed => {}
                None => return events,
            }
            failed = false;
        }
    })
}

/// Returns how many of `events` a `FramedRead` returns in any case. If its stream has ended, these are all events up to
/// the second error.
fn certain(events: &[Event]) -> usize {
    let errors = events.iter().enumerate().filter(|(_, event)| event.is_err());
    errors.map(|(index, _)| index + 1).nth(1).unwrap_or(events.len())
}

fn piece() -> impl Strategy<Value = Vec<u8>> {
    let framed = |id: u16, payload: Vec<u8>| {
        let mut bytes = vec![0; HEADER];
        Marker { id, len: payload.len() as u32 }.encode(&mut bytes);
        bytes.extend(payload);
        bytes
    };
    let len = prop_oneof![
        4 => 0..300_usize,
        1 => 16_350..16_400_usize,
        1 => Just(70_000_usize),
        1 => Just(100_000),
    ];
    prop_oneof![
        8 => any::<u64>().prop_map(move |price| {
            let mut payload = price.to_le_bytes().to_vec();
            payload.extend(b"\x04XNAS");
            framed(1, payload)
        }),
        6 => len.prop_map(move |len| {
            let mut payload = (len as u32).to_le_bytes()[..3].to_vec();
            payload.resize(3 + len, len as u8);
            framed(2, payload)
        }),
        // An unknown id, a payload that is too long, a malformed payload, and an invalid header.
        2 => (3..u16::MAX, 0..20_000_usize).prop_map(move |(id, len)| framed(id, vec![7; len])),
        2 => (30..40_000_usize).prop_map(move |len| framed(1, vec![MARK; len])),
        2 => prop::collection::vec(any::<u8>(), 0..29).prop_map(move |payload| framed(1, payload)),
        1 => (0..20_000_usize).prop_map(move |len| framed(2, vec![0xFF; len])),
        1 => prop::collection::vec(any::<u8>(), 1..10),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn any_split_gives_the_same_frames_and_errors(
        pieces in prop::collection::vec(piece(), 0..12),
        cut in prop_oneof![2 => Just(0), 1 => 0..=30_usize, 1 => 0..=100_000_usize],
        sizes in prop::collection::vec(prop_oneof![1 => Just(0), 3 => 1..60_usize, 1 => 60..40_000_usize], 1..40),
        unknown in prop_oneof![Just(UnknownFrames::Reject), Just(UnknownFrames::Skip), Just(UnknownFrames::Keep)],
    ) {
        let mut bytes = pieces.concat();
        bytes.truncate(bytes.len().saturating_sub(cut));
        let pool = Pool::new(&Marked::POOL_CONFIG);
        let expected = model(&bytes, unknown);
        let codec = || FrameCodec::<Marked>::new().with_unknown_frames(unknown);

        prop_assert_eq!(&of_decoder(&bytes, &sizes, unknown, &pool), &expected);
        prop_assert_eq!(&of_std(&bytes, &sizes, unknown, &pool), &expected);
        prop_assert_eq!(&of_tokio(&bytes, &sizes, unknown, &pool), &expected);
        prop_assert_eq!(&of_codec(&bytes, &sizes, codec()), &expected);
        let framed = of_framed(&bytes, &sizes, codec());
        prop_assert!(framed.len() >= certain(&expected), "{} of {}", framed.len(), expected.len());
        prop_assert_eq!(&framed, &expected[..framed.len()]);
        prop_assert_eq!(in_use(&pool), 0);
    }
}
