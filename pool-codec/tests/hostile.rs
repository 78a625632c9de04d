//! Attacks on the framing: headers, streams and messages that lie or panic, and calls in any order.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::std_instead_of_core,
    clippy::unwrap_used,
    reason = "a test may panic"
)]

use core::cell::Cell;
use core::sync::atomic::{AtomicUsize, Ordering};
use std::io::{self, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::thread;

use pool_codec::{
    Bytes, Content, Covariant, Decodable, DecodeError, DecodeErrorKind, DecodeFrame, Encodable,
    EncodeError, EncodeFrame, Frame, FrameDecoder, FrameError, FrameReader, FrameSet, FrameWriter,
    Header, HeaderError, Held, MessageInfo, Overflow, Pool, PoolConfig, RawFrame, Schema, Seq,
    SizeClass, Str, TlvHeader, U24, UnknownFrames, Value, Wire, ZeroCopy, encode_frame,
};
use proptest::prelude::*;

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
#[frames(header = TlvHeader, borrow)]
enum Set {
    Tick(Tick),
    Blob(Blob),
}

fn in_use(pool: &Pool) -> usize {
    pool.stats().classes().map(|class| class.in_use).sum()
}

// ---- a form that does everything safe code can do to a `Held` ----

#[derive(Debug)]
struct Evil;

/// Reads its bytes through a closure, also while it is dropped. The first byte says what it does.
struct EvilRef<'decoder> {
    bytes: &'decoder [u8],
    sum: Box<dyn Fn() -> usize + Send + Sync + 'decoder>,
    inner: Option<Box<Held<Evil>>>,
}

const HARMLESS: u8 = 0;
const PANIC_IN_DECODE: u8 = 1;
const PANIC_IN_DROP: u8 = 2;
const PANIC_IN_FROM_BORROWED: u8 = 3;
const PANIC_IN_SHORTEN: u8 = 4;
const HOLD_ANOTHER: u8 = 5;
const KEEP_ANOTHER: u8 = 6;
const REFUSE: u8 = 7;

static KEPT: Mutex<Vec<Held<Evil>>> = Mutex::new(Vec::new());
static READ_IN_DROP: AtomicUsize = AtomicUsize::new(0);
static SMALL: Pool = Pool::new(&PoolConfig::new().with(SizeClass::MIN, 2));

impl Drop for EvilRef<'_> {
    fn drop(&mut self) {
        READ_IN_DROP.fetch_add((self.sum)() + self.bytes.len(), Ordering::Relaxed);
        assert_ne!(self.bytes.first(), Some(&PANIC_IN_DROP));
    }
}

impl ZeroCopy for Evil {
    type Ref<'decoder> = EvilRef<'decoder>;

    fn from_borrowed(borrowed: &EvilRef<'_>) -> Self {
        assert_ne!(borrowed.bytes.first(), Some(&PANIC_IN_FROM_BORROWED));
        Self
    }
}

impl Covariant for Evil {
    fn shorten<'short, 'long: 'short>(borrowed: &'short EvilRef<'long>) -> &'short EvilRef<'short> {
        assert_ne!(borrowed.bytes.first(), Some(&PANIC_IN_SHORTEN));
        borrowed
    }
}

impl<'decoder> DecodeFrame<'decoder> for EvilRef<'decoder> {
    fn decode_frame(_: u32, payload: &'decoder [u8]) -> Result<Self, DecodeError> {
        let mut inner = None;
        match payload.first() {
            Some(&PANIC_IN_DECODE) => panic!(),
            Some(&HOLD_ANOTHER) => inner = harmless(payload.len()).map(Box::new),
            Some(&KEEP_ANOTHER) => KEPT.lock().unwrap().extend(harmless(payload.len())),
            Some(&REFUSE) => {
                return Err(DecodeError::new(DecodeErrorKind::InvalidUtf8, usize::MAX));
            }
            _ => {}
        }
        let sum = Box::new(move || payload.iter().map(|byte| usize::from(*byte)).sum());
        Ok(Self { bytes: payload, sum, inner })
    }
}

fn harmless(len: usize) -> Option<Held<Evil>> {
    let mut buf = SMALL.acquire(len).unwrap();
    buf.fill(HARMLESS);
    Held::decode(0, buf).ok()
}

#[test]
fn a_held_form_may_panic_anywhere_and_reads_its_bytes_to_the_end() {
    let pool = Pool::new(&PoolConfig::new().with(SizeClass::MIN, 3));
    let mut helds = Vec::new();
    for (kind, len) in (0..=REFUSE).flat_map(|kind| [(kind, 1), (kind, 128), (kind, 5000)]) {
        let mut buf = pool.acquire(len).unwrap();
        buf.fill(kind);
        match catch_unwind(AssertUnwindSafe(|| Held::<Evil>::decode(0, buf))) {
            Ok(Ok(held)) => helds.push(held),
            Ok(Err((buf, error))) => {
                assert_eq!((kind, buf.len()), (REFUSE, len));
                assert!(!error.explain(&buf).to_string().is_empty());
            }
            Err(_) => assert_eq!(kind, PANIC_IN_DECODE),
        }
    }
    drop(pool);
    for held in &helds {
        let got = catch_unwind(AssertUnwindSafe(|| {
            let form = held.get();
            let inner = form.inner.as_ref().map_or(0, |inner| (inner.get().sum)());
            (form.sum)() + inner
        }));
        match got {
            Ok(sum) => assert_eq!(sum, held.payload().iter().map(|b| usize::from(*b)).sum()),
            Err(_) => assert_eq!(held.payload()[0], PANIC_IN_SHORTEN),
        }
    }
    for (index, held) in helds.into_iter().enumerate() {
        let kind = held.payload()[0];
        let panicked = match index % 3 {
            0 => catch_unwind(AssertUnwindSafe(|| drop(held))).is_err(),
            1 => catch_unwind(AssertUnwindSafe(|| held.into_owned())).is_err(),
            _ => thread::spawn(move || drop(held)).join().is_err(),
        };
        assert_eq!(panicked, kind == PANIC_IN_DROP || index % 3 == 1 && (3..5).contains(&kind));
    }
    assert_eq!(KEPT.lock().unwrap().len(), 3);
    KEPT.lock().unwrap().clear();
    assert_eq!(in_use(&SMALL), 0);
    assert!(READ_IN_DROP.load(Ordering::Relaxed) > 0);
}

// ---- calls in any order ----

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

/// What a stream holds, read the naive way: frames, and errors for ids and lengths.
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

/// Frames, some with an id or a length that the set does not allow, some malformed.
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

    /// Whatever is called in whatever order, each frame of what was committed comes once, in order,
    /// with the bytes it had on the wire, and a held one keeps them.
    #[test]
    fn any_order_of_calls_gives_the_same_frames(
        stream in hostile_stream(),
        calls in prop::collection::vec(call(), 1..60),
        fails in any::<bool>(),
    ) {
        let config = PoolConfig::new().with(SizeClass::for_len(4096), 2).with_message(0, 32_768, Some(2));
        let config = config.overflow(if fails { Overflow::Fail } else { Overflow::Heap });
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

/// Says something else at each call, and panics now and then.
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
    let config = PoolConfig::new().with(SizeClass::MIN, 2).with(SizeClass::for_len(8192), 1);
    let pool = Pool::new(&config);
    let unknown = if random(3) == 0 { UnknownFrames::Skip } else { UnknownFrames::Keep };
    let mut decoder = FrameDecoder::<Lies<N>>::new(&pool).unknown_frames(unknown);
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

/// Claims more, fewer or no bytes than it was given.
struct LyingStream(Vec<usize>);

impl LyingStream {
    fn claim(&mut self, len: usize) -> io::Result<usize> {
        match self.0.pop() {
            Some(0) => Err(io::ErrorKind::WouldBlock.into()),
            Some(1) => Ok(len + 1),
            Some(2) => Ok(usize::MAX),
            Some(3) => Ok(len / 2),
            Some(_) => Ok(len),
            None => Ok(0),
        }
    }
}

impl Read for LyingStream {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        // Ids of no message.
        out.fill(0xFF);
        self.claim(out.len())
    }
}

impl Write for LyingStream {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.claim(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_reader_that_claims_too_much_panics_and_takes_nothing_over() {
    let pool = Pool::new(&Set::POOL_CONFIG);
    let mut reader = FrameReader::<_, Set>::new(LyingStream(vec![4, 2, 1]), &pool);
    for _ in 0..2 {
        assert!(catch_unwind(AssertUnwindSafe(|| drop(reader.read()))).is_err());
        assert_eq!(reader.offset(), 0);
    }
    assert!(reader.read().is_err());
}

#[test]
fn a_writer_that_claims_too_much_sends_nothing_twice() {
    for seed in 0..200 {
        let pool = Pool::new(&Set::POOL_CONFIG);
        let claims = (0..seed % 9).map(|_| random(5) as usize).collect();
        let mut writer = FrameWriter::<_, TlvHeader>::new(LyingStream(claims), &pool);
        for len in [0, 10, 4000, 4090, 20_000, 3] {
            let blob = Blob { content: vec![1; len].try_into().unwrap() };
            let _ = writer.send(&blob);
            let _ = writer.flush();
        }
        drop(writer);
        assert_eq!(in_use(&pool), 0);
    }
}

#[test]
fn a_panic_while_sending_leaves_the_frames_before_it() {
    struct Panics;
    impl EncodeFrame for Panics {
        fn frame_id(&self) -> u32 {
            9
        }
        fn payload_len(&self) -> usize {
            100
        }
        fn encode_payload(&self, out: &mut [u8]) -> Result<usize, EncodeError> {
            out.fill(0xEE);
            panic!()
        }
    }
    let pool = Pool::new(&Set::POOL_CONFIG);
    let mut writer = FrameWriter::<_, TlvHeader>::new(Vec::new(), &pool);
    let raw = |id| RawFrame { id, payload: vec![1] };
    writer.send(&raw(7)).unwrap();
    assert!(catch_unwind(AssertUnwindSafe(|| drop(writer.send(&Panics)))).is_err());
    writer.send(&raw(8)).unwrap();
    writer.flush().unwrap();
    assert_eq!(writer.get_ref(), &[7, 0, 1, 0, 0, 0, 1, 8, 0, 1, 0, 0, 0, 1]);
}

// ---- bytes ----

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(tag = u16)]
enum Kind {
    First = 0,
    Last = 65535,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct Inner {
    number: U24,
    text: Str<5>,
    maybe: Option<Str<3>>,
    #[frame(copy)]
    kind: Kind,
}

/// The degenerate bounds: lengths, counts and arrays of nothing, and sequences in sequences.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct Edges {
    no_text: Str<0>,
    no_bytes: Bytes<0>,
    no_array: [u8; 0],
    no_texts: [Str<9>; 0],
    none: Seq<u64, 0>,
    nothings: [[u8; 0]; 3],
    nested: Seq<Seq<Seq<Str<3>, 3>, 300>, 70_000>,
    inner: Seq<Inner, 4>,
    twice: Option<Option<Seq<u16, 0>>>,
    #[frame(max_len = 0)]
    no_string: String,
    #[frame(max_len = 300)]
    inners: Vec<Inner>,
    tail: bool,
}

/// Visits all that a value shows, and counts it.
fn walk(value: Value<'_>) -> usize {
    1 + match value.content() {
        Content::Items(items) => {
            assert_eq!(items.clone().count(), items.len());
            items.map(walk).sum()
        }
        Content::Struct(fields) => fields.map(|(_, value)| walk(value)).sum(),
        Content::Option(Some(value)) => walk(value),
        _ => 0,
    }
}

proptest! {
    /// Both forms and the schema agree on any bytes; an error can be shown on any bytes.
    #[test]
    fn any_bytes_give_one_answer(
        mut bytes in prop::collection::vec(prop_oneof![4 => Just(0), 3 => 0..4_u8, 1 => any::<u8>()], 0..120),
        terminator in 0..3_u8,
    ) {
        bytes.push(terminator);
        let (owned, borrowed) = (Edges::decode(&bytes), EdgesRef::decode(&bytes));
        let value = Value::new(Edges::SCHEMA, &bytes);
        match (owned, borrowed) {
            (Ok(owned), Ok(borrowed)) => {
                prop_assert_eq!(&owned, &borrowed.into_owned());
                prop_assert_eq!(&owned.encode_to_vec().unwrap(), &bytes);
                prop_assert_eq!(&borrowed.encode_to_vec().unwrap(), &bytes);
                prop_assert!(walk(value.unwrap()) >= 12);
            }
            (Err(owned), Err(borrowed)) => {
                prop_assert_eq!(owned, borrowed);
                prop_assert!(value.is_err());
                prop_assert!(owned.offset() <= bytes.len());
                for part in [&bytes[..], &bytes[..bytes.len() / 2], &[]] {
                    prop_assert!(!owned.explain(part).to_string().is_empty());
                }
            }
            (owned, borrowed) => prop_assert!(false, "{owned:?} and {borrowed:?}"),
        }
    }
}

// ---- what broke once ----

/// A hand-written encoding that is shorter than it said.
struct Short;

impl EncodeFrame for Short {
    fn frame_id(&self) -> u32 {
        9
    }

    fn payload_len(&self) -> usize {
        100
    }

    fn encode_payload(&self, out: &mut [u8]) -> Result<usize, EncodeError> {
        out[0] = 1;
        Ok(1)
    }
}

#[test]
fn what_an_encoding_leaves_out_is_not_sent() {
    let config = PoolConfig::new().with(SizeClass::MIN, 1).with(SizeClass::for_len(4096), 1);
    let pool = Pool::new(&config);
    for len in [128, 4096] {
        pool.acquire(len).unwrap().fill(b'S');
    }
    let sent = encode_frame::<TlvHeader>(&pool, &Short);
    assert!(sent.is_err() || !sent.unwrap().contains(&b'S'), "a previous tenant's bytes");
    let mut writer = FrameWriter::<_, TlvHeader>::new(Vec::new(), &pool);
    let sent = writer.send(&Short);
    writer.flush().unwrap();
    assert!(sent.is_err() || !writer.get_ref().contains(&b'S'), "a previous tenant's bytes");
}

#[test]
fn a_stream_that_panics_is_not_written_to_again() {
    struct Panics;
    impl Write for Panics {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            panic!()
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let pool = Pool::new(&Set::POOL_CONFIG);
    let sent = catch_unwind(AssertUnwindSafe(|| {
        let mut writer = FrameWriter::<_, TlvHeader>::new(Panics, &pool);
        writer.send(&RawFrame { id: 7, payload: vec![1] }).unwrap();
        writer.flush().unwrap();
    }));
    assert!(sent.is_err());
    assert_eq!(in_use(&pool), 0);
}

#[test]
fn encoding_leaves_the_output_behind_it_alone() {
    let text = Str::<20>::new("hi").unwrap();
    let mut out = [0xEE; 64];
    let written = text.encode(&mut out).unwrap();
    assert!(out[written..].iter().all(|byte| *byte == 0xEE));
}

#[test]
fn a_bound_that_leaves_one_size_holds_on_encode() {
    #[derive(Debug, Frame)]
    #[frame(max_size = 1)]
    struct Tightest {
        text: Str<20>,
    }
    let value = Tightest { text: "hello".parse().unwrap() };
    assert!(value.encode(&mut [0; 64]).is_err());
}

#[test]
fn elements_without_bytes_cost_no_time() {
    // No type has such a schema: `Seq` does not compile with elements of no bytes.
    static NOTHINGS: Schema =
        Schema::Seq { max: 0xFFFF_FFFF, element: &Schema::Array { len: 0, element: u8::SCHEMA } };
    assert!(Value::new(&NOTHINGS, &[0xFF; 4]).is_ok());
}

#[test]
fn schemas_made_by_hand_do_no_harm() {
    static LIST: Schema = Schema::Option { value: &LIST };
    assert!(Value::new(&LIST, &[1; 1 << 16]).is_err());
    assert!(Value::new(&LIST, &[1, 1, 1, 0]).is_ok());
    assert!(Value::new(&Schema::Bytes { max: usize::MAX }, &[1, 0, 0, 0, 7]).is_ok());
}

#[test]
fn a_value_keeps_the_bound_of_its_message() {
    #[derive(Debug, Frame)]
    #[frame(max_size = 4)]
    struct Tight {
        text: Str<20>,
    }
    assert!(Value::new(Tight::SCHEMA, b"\x03abc").is_ok());
    let error = Value::new(Tight::SCHEMA, b"\x04abcd").unwrap_err();
    assert_eq!(error.kind(), Tight::decode(b"\x04abcd").unwrap_err().kind());
}
