//! Any byte stream, split anywhere. The decoder returns the frames and errors that a plain walk over the headers finds, and
//! held frames do not change.
//!
//! The input is a byte of options, a byte `n`, `n % 16` bytes that define the split of the stream, and the stream.
#![no_main]

use examples::sv2::{Sv2, Sv2Ref};
use libfuzzer_sys::fuzz_target;
use pool_codec::error::{FrameError, HoldError};
use pool_codec::pool::AcquireError;
use pool_codec::{DecodeFrame, EncodeFrame, FrameDecoder, FrameSet, Header, Held, Overflow, Pool, PoolConfig, SizeClass, Sv2Header, UnknownFrames};

/// The pools: that of the set, one with a window of 256 bytes and a single slot for longer payloads, and the same without
/// the heap.
static POOLS: [Pool; 3] = [
    Pool::new(&Sv2::POOL_CONFIG),
    Pool::new(&SMALL),
    Pool::new(&SMALL.with_overflow(Overflow::Fail)),
];

const SMALL: PoolConfig = PoolConfig::new()
    .with_class(SizeClass::MIN, 2)
    .with_class(SizeClass::for_len(256), 2)
    .with_class(SizeClass::for_len(8192), 1);

#[derive(Debug, Clone, PartialEq)]
enum Event {
    /// The offset of the header in the stream, and the length of the frame.
    Frame(usize, usize),
    Error(FrameError),
}

fuzz_target!(|input: &[u8]| {
    let [options, count, rest @ ..] = input else { return };
    let Some((pattern, stream)) = rest.split_at_checked(usize::from(count % 16)) else { return };
    let pool = &POOLS[usize::from(options % 3)];
    let unknown = [UnknownFrames::Reject, UnknownFrames::Skip, UnknownFrames::Keep]
        [usize::from(options / 3 % 3)];
    let (expected, missing) = walk(stream, unknown);
    for pattern in [&[], pattern] {
        let mut run = Run { pool, stream, held: Vec::new(), holds: options & 0x80 != 0 };
        assert_eq!(run.events(pattern, unknown, missing), expected);
        run.release();
        let in_use = pool.stats().classes().map(|class| class.in_use).sum::<usize>();
        assert_eq!(in_use, 0, "every slot is released");
    }
});

/// Returns the events of the stream, and the number of bytes that are missing at its end.
fn walk(stream: &[u8], unknown: UnknownFrames) -> (Vec<Event>, usize) {
    let (mut events, mut start) = (Vec::new(), 0);
    while let Some(header) = stream.get(start..start + Sv2Header::SIZE) {
        let header = Sv2Header::decode(header).expect("six bytes are a header");
        let (id, len, offset) = (header.id(), header.payload_len(), start as u64);
        let end = start + Sv2Header::SIZE + len;
        let max = match (Sv2::message(id), unknown) {
            (Some(message), _) => message.max_size,
            (None, UnknownFrames::Keep) => Sv2::MAX_SIZE,
            (None, UnknownFrames::Skip) => usize::MAX,
            (None, _) => {
                events.push(Event::Error(FrameError::UnknownId { id, name: None, len, offset }));
                usize::MAX
            }
        };
        if len > max {
            let name = Sv2::message(id).map(|message| message.name);
            events.push(Event::Error(FrameError::TooLarge { id, name, len, max, offset }));
        } else if end <= stream.len()
            && (Sv2::message(id).is_some() || unknown == UnknownFrames::Keep)
        {
            events.push(Event::Frame(start, end - start));
        }
        if end > stream.len() {
            return (events, end - stream.len());
        }
        start = end;
    }
    let unread = stream.len() - start;
    (events, if unread == 0 { 0 } else { Sv2Header::SIZE - unread })
}

struct Run<'a> {
    pool: &'a Pool,
    stream: &'a [u8],
    held: Vec<(usize, Held<Sv2>)>,
    holds: bool,
}

impl Run<'_> {
    /// Returns the events of the stream, which is fed in pieces. The lower bits of each byte of the pattern are the length
    /// of a piece, and the upper bit postpones the search for frames.
    fn events(&mut self, pattern: &[u8], unknown: UnknownFrames, missing: usize) -> Vec<Event> {
        let mut decoder = FrameDecoder::<Sv2>::new(self.pool).with_unknown_frames(unknown);
        let (mut events, mut fed, mut pieces) = (Vec::new(), 0, pattern.iter().cycle());
        loop {
            while self.next(&mut decoder, &mut events) {}
            if fed == self.stream.len() {
                break;
            }
            loop {
                let piece = pieces.next().copied();
                let most = piece.map_or(usize::MAX, |piece| usize::from(piece & 0x7F) + 1);
                let window = self.window(&mut decoder);
                let len = most.min(window).min(self.stream.len() - fed);
                let window = decoder.window().expect("it is there");
                window[..len].copy_from_slice(&self.stream[fed..fed + len]);
                decoder.commit(len);
                fed += len;
                if len == 0 || piece.is_none_or(|piece| piece & 0x80 == 0) {
                    break;
                }
            }
        }
        assert_eq!(decoder.missing(), missing);
        assert!(decoder.offset() <= self.stream.len() as u64);
        events
    }

    /// Returns the length of the window. Drops the held frames if they prevent it from having a slot.
    fn window(&mut self, decoder: &mut FrameDecoder<Sv2>) -> usize {
        if let Ok(window) = decoder.window() {
            return window.len();
        }
        self.release();
        decoder.window().expect("only held frames keep it from having a slot").len()
    }

    /// Adds the next event, if there is one.
    fn next(&mut self, decoder: &mut FrameDecoder<Sv2>, events: &mut Vec<Event>) -> bool {
        match decoder.advance() {
            Ok(false) => return false,
            Ok(true) => events.push(self.frame(decoder)),
            Err(FrameError::Acquire(AcquireError::Exhausted { .. })) if !self.held.is_empty() => {
                self.release();
            }
            Err(error) => events.push(Event::Error(error)),
        }
        true
    }

    fn frame(&mut self, decoder: &mut FrameDecoder<Sv2>) -> Event {
        let view = decoder.current().expect("there is one");
        let (start, len) = (view.offset() as usize, view.as_bytes().len());
        assert_eq!(view.as_bytes(), &self.stream[start..start + len]);
        let payload = &self.stream[start + Sv2Header::SIZE..start + len];
        assert_eq!(view.payload(), payload);
        let decoded = Sv2Ref::decode_frame(view.id(), payload).err();
        assert_eq!(view.borrow::<Sv2>().err(), decoded);
        if self.holds {
            match view.hold::<Sv2>() {
                Ok(held) => {
                    assert_eq!(decoded, None);
                    self.held.push((start + Sv2Header::SIZE, held));
                }
                Err(HoldError::Decode(error)) => assert_eq!(Some(error), decoded),
                Err(error) => assert!(matches!(error, HoldError::Acquire(_)), "{error}"),
            }
        }
        Event::Frame(start, len)
    }

    /// Checks the held frames against the stream and drops them.
    fn release(&mut self) {
        for (start, held) in self.held.drain(..) {
            let payload = &self.stream[start..][..held.payload().len()];
            assert_eq!(held.payload(), payload);
            let header = Sv2Header::decode(&self.stream[start - Sv2Header::SIZE..start]);
            let id = header.expect("six bytes are a header").id();
            let fresh = Sv2Ref::decode_frame(id, payload).expect("decoded when it was held");
            assert_eq!(encoded(held.get()), encoded(&fresh));
        }
    }
}

fn encoded(message: &impl EncodeFrame) -> Vec<u8> {
    let mut out = vec![0; message.payload_len()];
    let len = message.encode_payload(&mut out).expect("a decoded message encodes");
    assert_eq!(len, out.len());
    out
}
