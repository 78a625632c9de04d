//! Calls of a reader and of a decoder in any order, cancelled or not, while other users take slots of the pool.

use core::pin::Pin;
use core::task::{Context, Poll};
use std::io;

use ::bytes::BytesMut;
use pool_codec::error::HeaderError;
use pool_codec::tokio::{FrameCodec, FrameReader};
use pool_codec::{
    Bytes, Frame, FrameDecoder, FrameSet, FrameWriter, Header, Overflow, Pool, RawFrame, ReadError,
    Str, UnknownFrames, ZeroCopy,
};
use pool_dev::executor::once;
use proptest::prelude::*;
use tokio::io::{AsyncRead, ReadBuf};
use tokio_util::codec::Decoder as _;

/// A header with a mark, an id of one byte, and a length of two bytes.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Marked {
    id: u8,
    len: u16,
}

impl Header for Marked {
    const SIZE: usize = 4;
    const MAX_ID: u32 = 0xFF;
    const MAX_PAYLOAD: usize = 0xFFFF;

    fn new(id: u32, payload_len: usize) -> Option<Self> {
        Some(Self { id: id.try_into().ok()?, len: payload_len.try_into().ok()? })
    }

    fn decode(bytes: &[u8]) -> Result<Self, HeaderError> {
        match *bytes {
            [0xA5, id, low, high] => Ok(Self { id, len: u16::from_le_bytes([low, high]) }),
            _ => Err(HeaderError { reason: "the mark is missing" }),
        }
    }

    fn encode(&self, out: &mut [u8]) {
        let [low, high] = self.len.to_le_bytes();
        out.copy_from_slice(&[0xA5, self.id, low, high]);
    }

    fn id(&self) -> u32 {
        self.id.into()
    }

    fn payload_len(&self) -> usize {
        self.len.into()
    }
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1, borrow)]
struct Tick {
    price: u64,
    venue: Str<20>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 2, borrow)]
struct Blob {
    content: Bytes<20_000>,
}

#[derive(Debug, Clone, PartialEq, FrameSet)]
#[frames(header = Marked, borrow)]
enum Set {
    Tick(Tick),
    Blob(Blob),
    #[frame(other)]
    Other(RawFrame),
}

/// A stream in pieces. An empty piece is pending, or would block.
#[derive(Debug, Clone)]
struct Pieces {
    bytes: Vec<u8>,
    cuts: Vec<usize>,
}

impl Pieces {
    fn next(&mut self, room: usize) -> Option<Vec<u8>> {
        let cut = self.cuts.pop().unwrap_or(usize::MAX);
        if cut == 0 {
            return None;
        }
        let count = cut.min(room).min(self.bytes.len());
        Some(self.bytes.drain(..count).collect())
    }
}

impl AsyncRead for Pieces {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        out: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        assert!(out.remaining() > 0, "a read with an empty buffer");
        let Some(piece) = self.next(out.remaining()) else {
            context.waker().wake_by_ref();
            return Poll::Pending;
        };
        out.put_slice(&piece);
        Poll::Ready(Ok(()))
    }
}

fn in_use(pool: &Pool) -> usize {
    pool.stats().classes().map(|class| class.in_use).sum()
}

fn stream() -> impl Strategy<Value = Vec<u8>> {
    let frame = prop_oneof![
        6 => any::<u64>().prop_map(|price| Set::Tick(Tick { price, venue: "XNAS".parse().unwrap() })),
        1 => (0_usize..20_001).prop_map(|len| {
            Set::Blob(Blob { content: vec![7; len].try_into().unwrap() })
        }),
        2 => (3_u32..6, 0_usize..300).prop_map(|(id, len)| {
            Set::Other(RawFrame { id, payload: vec![9; len] })
        }),
        1 => (20_000_usize..65_536).prop_map(|len| {
            Set::Other(RawFrame { id: 9, payload: vec![9; len] })
        }),
    ];
    let damage = prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..4);
    (prop::collection::vec(frame, 0..12), damage, any::<Option<prop::sample::Index>>()).prop_map(
        |(frames, damage, cut)| {
            let pool = Pool::new(&Set::POOL_CONFIG);
            let mut writer = FrameWriter::<_, Marked>::new(Vec::new(), &pool);
            for frame in &frames {
                writer.send(frame).unwrap();
            }
            writer.flush().unwrap();
            let mut bytes = writer.get_ref().clone();
            if !bytes.is_empty() {
                for (index, byte) in damage {
                    *index.get_mut(&mut bytes) = byte;
                }
                if let Some(cut) = cut {
                    bytes.truncate(cut.index(bytes.len()));
                }
            }
            bytes
        },
    )
}

fn pieces() -> impl Strategy<Value = Pieces> {
    let cut = prop_oneof![Just(0), 1_usize..8, 1_usize..200, 1_usize..20_000];
    (stream(), prop::collection::vec(cut, 0..60)).prop_map(|(bytes, cuts)| Pieces { bytes, cuts })
}

/// Collects the results of `next` as text, until the end or until it needs more bytes.
fn all(mut next: impl FnMut() -> Result<Option<Set>, ReadError>, out: &mut Vec<String>) {
    loop {
        match next() {
            Ok(None) => return,
            Ok(Some(message)) => out.push(format!("{message:?}")),
            Err(error) => {
                out.push(format!("{error:?}"));
                if error.is_fatal() {
                    return;
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// A reader and a codec with the same declared messages give the same results for every stream. Neither returns a
    /// message that is not declared, whatever happens to unknown ones.
    #[test]
    fn what_is_not_declared_does_not_come(
        bytes in stream(),
        only in prop::collection::vec(prop_oneof![Just(1_u32), Just(2), Just(4), Just(500)], 0..4),
        unknown in prop::option::of(prop::sample::select(vec![
            UnknownFrames::Reject, UnknownFrames::Skip, UnknownFrames::Keep,
        ])),
        chunk in prop_oneof![1_usize..20, 100_usize..30_000],
    ) {
        let pool = Pool::new(&Set::POOL_CONFIG);
        let mut decoder = FrameDecoder::<Set>::new(&pool).with_declared_ids(&only);
        let mut codec = FrameCodec::<Set>::new().with_declared_ids(&only);
        if let Some(unknown) = unknown {
            decoder = decoder.with_unknown_frames(unknown);
            codec = codec.with_unknown_frames(unknown);
        }
        let mut reader = pool_codec::FrameReader::with_decoder(&bytes[..], decoder);
        let (mut read, mut decoded, mut source) = (Vec::new(), Vec::new(), BytesMut::new());
        all(|| reader.read_message(), &mut read);
        for part in bytes.chunks(chunk) {
            source.extend_from_slice(part);
            all(|| codec.decode(&mut source), &mut decoded);
            if decoded.last().is_some_and(|last| last.starts_with("Frame(Header")) {
                break;
            }
        }
        if decoded.last().is_none_or(|last| !last.starts_with("Frame(Header")) {
            all(|| codec.decode_eof(&mut source), &mut decoded);
        }
        prop_assert_eq!(&read, &decoded);
        for (id, start) in [(1, "Tick("), (2, "Blob(")] {
            let comes = read.iter().any(|message| message.starts_with(start));
            prop_assert!(!comes || only.contains(&id), "{read:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// Every frame comes once and in order, whichever call reads it, however often a call is cancelled, and whatever
    /// slots other users take in the meantime.
    #[test]
    fn ways_to_read_may_be_mixed(
        cuts in prop::collection::vec(prop_oneof![Just(0), 1_usize..40, 1_usize..20_000], 0..60),
        larges in prop::collection::vec(any::<bool>(), 1..30),
        calls in prop::collection::vec(0..8_u8, 0..200),
        waits in any::<bool>(),
    ) {
        let policy = if waits { Overflow::Wait } else { Overflow::Fail };
        let mut config = Set::POOL_CONFIG.with_overflow(policy);
        for (class, _) in Set::POOL_CONFIG.classes() {
            config = config.with_class(class, 1);
        }
        let pool = Pool::new(&config);
        let frames: Vec<Set> = larges.iter().enumerate().map(|(number, &large)| match large {
            true => {
                let mut content = (number as u64).to_le_bytes().to_vec();
                content.resize(18_000, 7);
                Set::Blob(Blob { content: content.try_into().unwrap() })
            }
            false => Set::Tick(Tick { price: (number as u64), venue: "XNAS".parse().unwrap() }),
        }).collect();
        let mut writer = FrameWriter::<_, Marked>::new(Vec::new(), &pool);
        for frame in &frames {
            writer.send(frame).unwrap();
        }
        writer.flush().unwrap();
        let pieces = Pieces { bytes: writer.get_ref().clone(), cuts };
        let mut reader = FrameReader::<_, Set>::new(pieces, &pool);
        let (mut held, mut taken, mut seen, mut over) = (Vec::new(), Vec::new(), Vec::new(), false);
        let exhausted = |error: ReadError| {
            assert!(!waits && matches!(error, ReadError::Frame(_)), "{error}");
            None
        };
        let calls = calls.into_iter().map(Some).chain(core::iter::repeat(None));
        for call in calls {
            if over {
                break;
            }
            let came: Option<Option<Set>> = match call {
                Some(0) => match once(reader.read()) {
                    Poll::Pending => None,
                    Poll::Ready(Ok(frame)) => Some(frame.map(|frame| frame.decode().unwrap())),
                    Poll::Ready(Err(error)) => exhausted(error),
                },
                Some(1) => match once(reader.read_message::<Set>()) {
                    Poll::Pending => None,
                    Poll::Ready(Ok(message)) => Some(message),
                    Poll::Ready(Err(error)) => exhausted(error),
                },
                Some(2 | 3) => match once(reader.read_held::<Set>()) {
                    Poll::Pending => None,
                    Poll::Ready(Ok(Some(message))) => {
                        let copy = Set::from_borrowed(message.get());
                        held.push(message);
                        Some(Some(copy))
                    }
                    Poll::Ready(Ok(None)) => Some(None),
                    Poll::Ready(Err(error)) => exhausted(error),
                },
                Some(4) => reader.read_buffered().unwrap().map(|frame| Some(frame.decode().unwrap())),
                Some(5) => {
                    held.pop();
                    None
                }
                Some(6) => {
                    taken.extend(pool.acquire(16 << 10));
                    taken.extend(pool.acquire(20_000));
                    None
                }
                Some(_) => taken.pop().and(None),
                // All slots are released at the end.
                None => {
                    held.clear();
                    taken.clear();
                    match once(reader.read_message::<Set>()) {
                        Poll::Pending => None,
                        Poll::Ready(message) => Some(message.unwrap()),
                    }
                }
            };
            match came {
                None => {}
                Some(Some(message)) => seen.push(message),
                Some(None) => over = true,
            }
        }
        prop_assert_eq!(seen, frames);
        drop((reader, held, taken));
        prop_assert_eq!(in_use(&pool), 0);
    }

    /// Calls of a decoder in any order do not panic, return frames in order, and hold at most a window and a frame.
    #[test]
    fn a_decoder_takes_any_order_of_calls(pieces in pieces(), calls in prop::collection::vec(0..9_u8, 0..200)) {
        let pool = Pool::new(&Set::POOL_CONFIG);
        let mut decoder = FrameDecoder::<Set>::new(&pool);
        let (mut pieces, mut offset) = (pieces, 0);
        for call in calls {
            match call {
                0..=2 => {
                    let window = decoder.window().unwrap();
                    let piece = pieces.next(window.len()).unwrap_or_default();
                    window[..piece.len()].copy_from_slice(&piece);
                    decoder.commit(piece.len());
                }
                3 => drop(decoder.advance()),
                4 => drop(decoder.next_held::<Set>()),
                5 => drop(decoder.current().map(|frame| frame.hold::<Set>())),
                6 => drop(decoder.current().map(|frame| frame.into_pooled())),
                7 => decoder.release(),
                _ => {
                    let slot = pool.acquire(100).unwrap();
                    decoder.provide_slot(slot);
                }
            }
            prop_assert!(decoder.offset() >= offset, "offsets never decrease");
            offset = decoder.offset();
            prop_assert!(in_use(&pool) <= 2);
            let _ = (decoder.missing(), decoder.needed_slot(), format!("{decoder:?}"));
            if let Some(frame) = decoder.current() {
                prop_assert_eq!(frame.as_bytes().len(), 4 + frame.payload().len());
                prop_assert_eq!(frame.payload().len(), frame.header().payload_len());
                prop_assert_eq!(frame.offset(), offset);
            }
        }
        drop(decoder);
        prop_assert_eq!(in_use(&pool), 0);
    }
}
