//! The frame decoder with calls in any order, and with headers that lie.

use core::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::market::{Blob, Set, Tick, in_use};
use pool_codec::error::{FrameError, HeaderError};
use pool_codec::pool::Clear;
use pool_codec::{
    DecodeError, DecodeFrame, EncodeError, EncodeFrame, FrameDecoder, FrameSet, Header,
    MessageInfo, Outgoing, Overflow, Pool, PoolConfig, RawFrame, SizeClass, UnknownFrames, Wire,
};
use proptest::prelude::*;

#[derive(Debug, Clone)]
enum Call {
    Window,
    Write(usize),
    Advance,
    Current,
    Hold,
    HoldTheWrong,
    Borrow,
    Ask,
}

fn call() -> impl Strategy<Value = Call> {
    prop_oneof![
        1 => Just(Call::Window),
        4 => prop_oneof![1..20_usize, 1..6000_usize].prop_map(Call::Write),
        6 => Just(Call::Advance),
        1 => Just(Call::Current),
        1 => Just(Call::Hold),
        1 => Just(Call::HoldTheWrong),
        1 => Just(Call::Borrow),
        1 => Just(Call::Ask),
    ]
}

/// Reads a stream in the simplest way, into frames and errors for ids and lengths.
fn frames_of(stream: &[u8]) -> Vec<(usize, u32, Result<Vec<u8>, bool>)> {
    let (mut frames, mut at) = (Vec::new(), 0);
    while let Some([id, zero, a, b, c, d]) =
        stream.get(at..at + 6).map(|header| *header.first_chunk().unwrap())
    {
        let (id, len) = (u32::from(id) | u32::from(zero) << 8, u32::from_le_bytes([a, b, c, d]));
        let (start, len) = (at + 6, len as usize);
        let max = match id {
            1 => Tick::MAX_SIZE,
            2 => Blob::MAX_SIZE,
            _ => 0,
        };
        let content = if max == 0 || len > max { Err(max == 0) } else { Ok(len) };
        match content {
            Ok(len) => match stream.get(start..start + len) {
                Some(payload) => frames.push((at, id, Ok(payload.to_vec()))),
                None => break,
            },
            Err(unknown) => frames.push((at, id, Err(unknown))),
        }
        at = start + len;
    }
    frames
}

/// Generates frames. Some have an id or a length that the set does not allow, and some are malformed.
fn hostile_stream() -> impl Strategy<Value = Vec<u8>> {
    let frame = (0..4_u8, prop_oneof![0..40_usize, 3900..4300_usize, Just(20_002), Just(20_003)]);
    prop::collection::vec(frame, 0..8).prop_map(|frames| {
        let mut stream = Vec::new();
        for (id, len) in frames {
            stream.extend([id, 0]);
            stream.extend((len as u32).to_le_bytes());
            stream.extend(std::iter::repeat_n(id ^ 0x5A, len));
        }
        stream
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    /// Whatever the order of calls, each committed frame comes once, in order, and with its bytes on the wire. A held
    /// frame keeps its bytes.
    #[test]
    fn any_order_of_calls_gives_the_same_frames(
        stream in hostile_stream(),
        calls in prop::collection::vec(call(), 1..60),
        fails in any::<bool>(),
    ) {
        let config = PoolConfig::new().with_class(SizeClass::for_len(4096), 2).with_message(0, 32_768, Some(2));
        let config = config.with_overflow(if fails { Overflow::Fail } else { Overflow::Heap });
        let pool = Pool::new(&config);
        let mut decoder = FrameDecoder::<Set>::new(&pool);
        let (mut rest, mut seen, mut held) = (&stream[..], Vec::new(), Vec::new());
        let every = calls.iter().chain([Call::Write(6000), Call::Advance, Call::Advance].iter().cycle());
        for (step, call) in every.enumerate() {
            if step > calls.len() {
                held.clear();
                if seen.len() >= frames_of(&stream).len() || step > calls.len() + 300 {
                    break;
                }
            }
            match call {
                Call::Window => drop(decoder.window().map(|window| window.len())),
                Call::Write(count) => {
                    let Ok(window) = decoder.window() else { continue };
                    let count = rest.len().min(window.len()).min(*count);
                    window[..count].copy_from_slice(&rest[..count]);
                    rest = &rest[count..];
                    decoder.commit(count);
                }
                Call::Advance => match decoder.advance() {
                    Ok(true) => {
                        let frame = decoder.current().unwrap();
                        let bytes = frame.as_bytes().to_vec();
                        prop_assert_eq!(&bytes[6..], frame.payload());
                        let at = frame.offset() as usize;
                        prop_assert_eq!(&bytes[..], &stream[at..at + bytes.len()]);
                        seen.push((at, frame.id(), Ok(frame.payload().to_vec())));
                    }
                    Ok(false) => {}
                    Err(FrameError::UnknownId { id, offset, .. }) => {
                        seen.push((offset as usize, id, Err(true)));
                    }
                    Err(FrameError::TooLarge { id, offset, .. }) => {
                        seen.push((offset as usize, id, Err(false)));
                    }
                    Err(error) => prop_assert!(fails && matches!(error, FrameError::Acquire(_))),
                },
                Call::Current => drop(decoder.current().map(|frame| frame.decode::<Set>())),
                Call::Hold => {
                    let frame = decoder.current().map(|frame| frame.hold::<RawFrame>());
                    if let Some(Ok(frame)) = frame {
                        held.push((seen.len() - 1, frame));
                    }
                }
                Call::HoldTheWrong => {
                    if let Some(frame) = decoder.current() {
                        prop_assert!(frame.hold::<Blob>().is_err());
                        prop_assert!(decoder.current().is_some());
                    }
                }
                Call::Borrow => {
                    if let Some(frame) = decoder.current() {
                        prop_assert_eq!(frame.borrow::<RawFrame>().unwrap().payload, frame.payload());
                    }
                }
                Call::Ask => drop((decoder.missing(), decoder.offset(), format!("{decoder:?}"))),
            }
            for (index, frame) in &held {
                prop_assert_eq!(frame.get().payload, seen[*index].2.as_deref().unwrap());
            }
        }
        prop_assert_eq!(seen, frames_of(&stream));
        drop(decoder);
        prop_assert_eq!(in_use(&pool), 0);
    }
}

// ---- headers, sets and frames that lie ----

std::thread_local! {
    static RANDOM: Cell<u64> = const { Cell::new(0x9E37_79B9_7F4A_7C15) };
}

fn random(below: u64) -> u64 {
    let mut x = RANDOM.get();
    x ^= x << 13;
    x ^= x >> 7;
    x ^= x << 17;
    RANDOM.set(x);
    x % below
}

/// A header that gives a different answer at each call, and panics from time to time.
#[derive(Debug, Clone, Copy)]
struct Liar<const N: usize>;

impl<const N: usize> Header for Liar<N> {
    const SIZE: usize = N;
    const MAX_ID: u32 = 3;
    const MAX_PAYLOAD: usize = 9;

    fn new(_: u32, _: usize) -> Option<Self> {
        Some(Self)
    }

    fn decode(bytes: &[u8]) -> Result<Self, HeaderError> {
        assert_eq!(bytes.len(), N);
        assert_ne!(random(40), 0);
        Ok(Self)
    }

    fn encode(&self, out: &mut [u8]) {
        assert_eq!(out.len(), N);
        assert_ne!(random(10), 0);
    }

    fn id(&self) -> u32 {
        random(4) as u32
    }

    fn payload_len(&self) -> usize {
        match random(60) {
            0 => usize::MAX,
            1 => usize::MAX - N,
            2 => u32::MAX as usize,
            3..10 => 0,
            10..20 => 4000 + random(300) as usize,
            _ => random(300) as usize,
        }
    }
}

#[derive(Debug)]
struct Lies<const N: usize>;

impl<const N: usize> EncodeFrame for Lies<N> {
    type Message = Self;

    fn frame_id(&self) -> u32 {
        random(9) as u32
    }

    fn payload_len(&self) -> usize {
        Liar::<N>.payload_len()
    }

    fn encode_payload(&self, out: &mut [u8]) -> Result<usize, EncodeError> {
        assert_ne!(random(10), 0);
        out.fill(1);
        Ok(random(u64::MAX) as usize)
    }
}

impl<const N: usize> DecodeFrame<'_> for Lies<N> {
    fn decode_frame(_: u32, _: &[u8]) -> Result<Self, DecodeError> {
        Ok(Self)
    }
}

impl<const N: usize> Outgoing for Lies<N> {
    type FrameHeader = Liar<N>;
}

impl<const N: usize> FrameSet for Lies<N> {
    type Header = Liar<N>;
    const NAME: &'static str = "Lies";
    const MESSAGES: &'static [MessageInfo] = &[];
    const KEEPS_UNKNOWN: bool = true;
    const MAX_SIZE: usize = 9000;

    fn message(_: u32) -> Option<&'static MessageInfo> {
        None
    }
}

fn lie<const N: usize>() -> usize {
    let config =
        PoolConfig::new().with_class(SizeClass::MIN, 2).with_class(SizeClass::for_len(8192), 1);
    let pool = Pool::new(&config.with_jumbo_overflow(Overflow::Heap));
    let unknown = if random(3) == 0 { UnknownFrames::Skip } else { UnknownFrames::Keep };
    let mut decoder = FrameDecoder::<Lies<N>>::new(&pool).with_unknown_frames(unknown);
    let mut frames = 0;
    for _ in 0..60 {
        let _ = catch_unwind(AssertUnwindSafe(|| {
            if random(20) == 0 {
                decoder.commit(random(300) as usize);
            }
            let window = decoder.window().unwrap().len();
            decoder.commit(window - random(1 + window as u64) as usize);
            while decoder.advance() == Ok(true) {
                let frame = decoder.current().unwrap();
                assert_eq!(frame.as_bytes().len(), N + frame.payload().len());
                frames += 1;
                if random(3) == 0 {
                    let len = frame.payload().len();
                    assert_eq!(frame.hold::<RawFrame>().unwrap().payload().len(), len);
                }
            }
            let _ = (decoder.missing(), decoder.offset());
        }));
    }
    drop(decoder);
    assert_eq!(in_use(&pool), 0);
    frames
}

#[test]
fn headers_that_lie_and_panic_break_nothing() {
    let frames: usize = (0..40).map(|_| lie::<1>() + lie::<6>() + lie::<64>()).sum();
    assert!(frames > 100, "{frames}");
}

/// A payload fits into the window, but not together with its header. The window becomes its slot, so one slot is
/// enough, and the decoder reports the right offset for each byte.
#[test]
fn a_window_that_becomes_the_slot_loses_and_leaks_no_byte() {
    const WINDOW: usize = 8192;
    let config = PoolConfig::new().with_class(SizeClass::for_len(WINDOW), 1);
    let config = config.with_jumbo_overflow(Overflow::Heap);
    let pool = Pool::new(&config.with_overflow(Overflow::Fail).with_clear(Clear::OnRelease));
    let frame = |id: u8, len: usize| {
        let len_bytes = u32::try_from(len).unwrap().to_le_bytes();
        [&[id, 0][..], &len_bytes, &vec![0xA5; len]].concat()
    };
    for len in WINDOW - 7..=WINDOW {
        let bytes = [frame(1, 9), frame(2, len), frame(1, 10)].concat();
        let starts = [0, 15, 21 + len, bytes.len()];
        for first in (1..40).chain(WINDOW - 1..WINDOW + 30) {
            let mut decoder = FrameDecoder::<Set>::new(&pool);
            let (mut fed, mut seen, mut piece) = (0, 0, first);
            while seen < 3 {
                while decoder.advance().unwrap() {
                    let (start, end) = (starts[seen], starts[seen + 1]);
                    let frame = decoder.current().unwrap();
                    assert_eq!(
                        (frame.offset(), frame.as_bytes()),
                        (start as u64, &bytes[start..end])
                    );
                    assert_eq!((decoder.offset(), decoder.missing()), (start as u64, 0));
                    assert_eq!(decoder.buffered(), &bytes[end..fed]);
                    seen += 1;
                }
                let of_frame = fed - starts[seen];
                let needed = match (of_frame, starts.get(seen + 1)) {
                    (0, _) | (_, None) => 0,
                    (1..6, _) => 6 - of_frame,
                    (_, Some(end)) => end - fed,
                };
                assert_eq!((decoder.offset(), decoder.missing()), (starts[seen] as u64, needed));
                let window = decoder.window().unwrap();
                let count = window.len().min(bytes.len() - fed).min(piece);
                window[..count].copy_from_slice(&bytes[fed..fed + count]);
                decoder.commit(count);
                (fed, piece) = (fed + count, WINDOW);
            }
            drop(decoder);
            let slot = pool.acquire(WINDOW).unwrap();
            assert!(
                slot.with_header(8).iter().all(|byte| *byte == 0),
                "the bytes of the window are cleared"
            );
        }
    }
}
