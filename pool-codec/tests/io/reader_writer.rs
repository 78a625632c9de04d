//! Readers and writers with the traits of `std::io`: waiting for slots, iterators, streams that would block, and
//! partial writes.

use core::time::Duration;
use std::collections::VecDeque;
use std::io::{self, ErrorKind, IoSlice, Read, Write};
use std::time::Instant;

use crate::market::{Blob, Set, Tick, in_use};
use pool_codec::error::{FrameError, SendError};
use pool_codec::pool::AcquireError;
use pool_codec::{
    FrameReader, FrameSet, FrameWriter, Overflow, Pool, PoolConfig, RawFrame, ReadError, SizeClass,
    TlvHeader, WriteError,
};

const WINDOW: SizeClass = SizeClass::for_len(16 << 10);
const SHORT: Duration = Duration::from_millis(30);
const LONG: Duration = Duration::from_secs(60);

fn tick(price: u64) -> Set {
    Set::Tick(Tick { price, venue: "XNAS".parse().unwrap() })
}

fn blob(len: usize) -> Set {
    Set::Blob(Blob { content: vec![0xAB; len].try_into().unwrap() })
}

fn pool() -> Pool {
    Pool::new(&Set::POOL_CONFIG)
}

/// A pool with one slot per class, and the policy to wait.
fn waiting() -> Pool {
    let mut config = Set::POOL_CONFIG;
    for (class, _) in Set::POOL_CONFIG.classes() {
        config = config.with_class(class, 1);
    }
    Pool::new(&config.with_overflow(Overflow::Wait))
}

fn stream(messages: &[Set]) -> Vec<u8> {
    let mut writer = FrameWriter::<_, TlvHeader>::new(Vec::new(), &pool());
    for message in messages {
        writer.send(message).unwrap();
    }
    writer.flush().unwrap();
    writer.get_ref().clone()
}

/// A stream with a list of results for its reads.
struct Script(VecDeque<Result<Vec<u8>, ErrorKind>>);

impl Script {
    fn new(steps: impl IntoIterator<Item = Result<Vec<u8>, ErrorKind>>) -> Self {
        Self(steps.into_iter().collect())
    }
}

impl Read for Script {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        match self.0.pop_front() {
            None => Ok(0),
            Some(Err(kind)) => Err(kind.into()),
            Some(Ok(mut bytes)) => {
                let count = bytes.len().min(out.len());
                out[..count].copy_from_slice(&bytes[..count]);
                if count < bytes.len() {
                    self.0.push_front(Ok(bytes.split_off(count)));
                }
                Ok(count)
            }
        }
    }
}

fn lacks_a_slot(error: &ReadError) -> bool {
    matches!(error, ReadError::Frame(FrameError::Acquire(AcquireError::Exhausted { .. })))
}

#[test]
fn a_read_waits_for_a_slot_and_then_times_out() {
    let pool = waiting();
    let bytes = stream(&[tick(1)]);
    let window = pool.acquire(WINDOW.bytes()).unwrap();
    let mut reader = FrameReader::<_, Set>::new(&bytes[..], &pool).with_slot_timeout(SHORT);
    for _ in 0..2 {
        let begin = Instant::now();
        let error = reader.read().unwrap_err();
        assert!(begin.elapsed() >= SHORT);
        assert!(lacks_a_slot(&error) && !error.is_fatal(), "{error}");
        assert_eq!(reader.get_ref().len(), bytes.len(), "nothing is read in the meantime");
    }
    drop(window);
    assert_eq!(reader.read().unwrap().unwrap().decode::<Set>().unwrap(), tick(1));
}

#[test]
fn a_read_continues_when_a_slot_is_released() {
    let pool = waiting();
    let bytes = stream(&[blob(20_000), tick(1)]);
    let (window, large) = (pool.acquire(WINDOW.bytes()).unwrap(), pool.acquire(20_000).unwrap());
    let thread = std::thread::spawn(move || {
        std::thread::sleep(SHORT);
        drop(window);
        std::thread::sleep(SHORT);
        drop(large);
    });
    let begin = Instant::now();
    let mut reader = FrameReader::<_, Set>::new(&bytes[..], &pool).with_slot_timeout(LONG);
    let held = reader.read_held::<Set>().unwrap().unwrap();
    assert!(begin.elapsed() < LONG / 2, "the read is woken and does not time out");
    thread.join().unwrap();
    assert_eq!(held.into_owned(), blob(20_000));
    assert_eq!(reader.read_message::<Set>().unwrap(), Some(tick(1)));
}

#[test]
fn a_frame_that_could_not_be_held_is_still_the_next() {
    let pool = waiting();
    let bytes = stream(&[tick(1), tick(2), tick(3)]);
    let mut reader = FrameReader::<_, Set>::new(&bytes[..], &pool).with_slot_timeout(SHORT);
    let first = reader.read_held::<Set>().unwrap().unwrap();
    for _ in 0..2 {
        let begin = Instant::now();
        assert!(lacks_a_slot(&reader.read_held::<Set>().unwrap_err()));
        assert!(begin.elapsed() >= SHORT);
    }
    assert_eq!(reader.read_message::<Set>().unwrap(), Some(tick(2)), "decoding needs no slot");
    drop(first);
    assert_eq!(reader.read_held::<Set>().unwrap().unwrap().into_owned(), tick(3));
}

#[test]
fn a_send_waits_for_a_slot_and_then_times_out() {
    let pool = waiting();
    let mut writer = FrameWriter::<_, TlvHeader>::new(Vec::new(), &pool).with_slot_timeout(SHORT);
    for (message, len) in [(tick(1), WINDOW.bytes()), (blob(20_000), 20_000)] {
        let slot = pool.acquire(len).unwrap();
        let begin = Instant::now();
        let error = writer.send(&message).unwrap_err();
        assert!(begin.elapsed() >= SHORT);
        let lacks =
            matches!(error, WriteError::Send(SendError::Acquire(AcquireError::Exhausted { .. })));
        assert!(lacks, "{error}");
        drop(slot);
        writer.send(&message).unwrap();
    }
    writer.flush().unwrap();
    assert_eq!(writer.get_ref(), &stream(&[tick(1), blob(20_000)]));
    assert_eq!(in_use(&pool), 0);
}

/// Good frames, with an unknown, an oversized and a malformed frame between them.
fn good_and_bad() -> Vec<u8> {
    let mut bytes = stream(&[tick(1)]);
    bytes.extend([9, 0, 1, 0, 0, 0, 7]);
    bytes.extend([1, 0, 30, 0, 0, 0]);
    bytes.extend([7; 30]);
    bytes.extend([1, 0, 2, 0, 0, 0, 7, 7]);
    bytes.extend(stream(&[tick(2)]));
    bytes
}

/// Returns the results of an iterator, as one letter each.
fn letters<T>(items: impl Iterator<Item = Result<T, ReadError>>) -> String {
    items
        .map(|item| match item {
            Ok(_) => 'm',
            Err(ReadError::Frame(FrameError::UnknownId { offset: 19, .. })) => 'u',
            Err(ReadError::Frame(FrameError::TooLarge { offset: 26, .. })) => 'l',
            Err(ReadError::Decode { offset: 62, .. }) => 'd',
            Err(ReadError::UnexpectedEof { offset: 70, .. }) => 'e',
            Err(ReadError::Io(_)) => 'i',
            Err(error) => panic!("{error}"),
        })
        .collect()
}

#[test]
fn iterators_continue_after_passing_errors_and_end_after_fatal_ones() {
    let pool = pool();
    let bytes = good_and_bad();
    let cut = &bytes[..bytes.len() - 1];
    let io = |kind| Script::new([Ok(bytes.clone()), Err(kind), Ok(stream(&[tick(3)]))]);

    assert_eq!(letters(FrameReader::<_, Set>::new(&bytes[..], &pool).messages::<Set>()), "muldm");
    assert_eq!(
        letters(FrameReader::<_, Set>::new(&bytes[..], &pool).held_frames::<Set>()),
        "muldm"
    );
    assert_eq!(letters(FrameReader::<_, Set>::new(cut, &pool).messages::<Set>()), "mulde");
    assert_eq!(letters(FrameReader::<_, Set>::new(cut, &pool).held_frames::<Set>()), "mulde");
    for kind in [ErrorKind::WouldBlock, ErrorKind::TimedOut] {
        let mut reader = FrameReader::<_, Set>::new(io(kind), &pool);
        assert_eq!(letters(reader.messages::<Set>()), "muldmim");
        let mut reader = FrameReader::<_, Set>::new(io(kind), &pool);
        assert_eq!(letters(reader.held_frames::<Set>()), "muldmim");
    }
    for kind in [ErrorKind::ConnectionReset, ErrorKind::Other] {
        let mut reader = FrameReader::<_, Set>::new(io(kind), &pool);
        assert_eq!(letters(reader.messages::<Set>()), "muldmi");
        let mut reader = FrameReader::<_, Set>::new(io(kind), &pool);
        assert_eq!(letters(reader.held_frames::<Set>()), "muldmi");
    }
    let mut reader = FrameReader::<_, Set>::new(io(ErrorKind::Other), &pool);
    let mut messages = reader.messages::<Set>();
    assert_eq!(messages.by_ref().count(), 6);
    assert!(messages.next().is_none() && messages.next().is_none(), "the iterator is fused");
    assert_eq!(in_use(&pool), 0);
}

#[test]
fn a_stream_that_would_block_holds_a_slot_only_for_a_partial_frame() {
    let pool = pool();
    let bytes = stream(&[tick(1), blob(20_000)]);
    let blocks = || Err(ErrorKind::WouldBlock);
    let script = Script::new([
        blocks(),
        Ok(bytes[..19].to_vec()),
        blocks(),
        Ok(bytes[19..22].to_vec()),
        blocks(),
        Ok(bytes[22..10_000].to_vec()),
        blocks(),
        Ok(bytes[10_000..].to_vec()),
        blocks(),
    ]);
    let mut reader = FrameReader::<_, Set>::new(script, &pool);
    let slots = [0, 0, 1, 1, 0];
    let mut slots = slots.iter();
    let mut read = Vec::new();
    loop {
        match reader.read_message::<Set>() {
            Ok(Some(message)) => read.push(message),
            Ok(None) => break,
            Err(ReadError::Io(error)) => {
                assert_eq!(error.kind(), ErrorKind::WouldBlock);
                assert_eq!(in_use(&pool), *slots.next().unwrap(), "{} are left", slots.len());
            }
            Err(error) => panic!("{error}"),
        }
    }
    assert!(slots.next().is_none());
    assert_eq!(read, [tick(1), blob(20_000)]);
}

#[test]
fn buffered_frames_are_read_without_the_stream() {
    let pool = pool();
    let (bytes, next) = (good_and_bad(), stream(&[tick(3)]));
    let first = [&bytes[..], &next[..3]].concat();
    let mut reader =
        FrameReader::<_, Set>::new(Script::new([Ok(first), Ok(next[3..].to_vec())]), &pool);
    assert!(reader.read_buffered().unwrap().is_none(), "nothing is buffered before the first read");
    assert_eq!(in_use(&pool), 0);
    assert_eq!(reader.read().unwrap().unwrap().offset(), 0);
    let mut seen = String::new();
    loop {
        match reader.read_buffered() {
            Ok(None) => break,
            Ok(Some(frame)) => seen.push(if frame.decode::<Set>().is_ok() { 'm' } else { 'd' }),
            Err(error) => seen.push_str(&letters(core::iter::once(Err::<(), _>(error)))),
        }
        assert_eq!(reader.get_ref().0.len(), 1, "the stream is not read");
    }
    assert_eq!(seen, "uldm");
    assert_eq!(reader.read_message::<Set>().unwrap(), Some(tick(3)));
    assert!(reader.read_buffered().unwrap().is_none());
}

/// A stream that accepts `most` bytes per call and records the number of slices. The next value of the list is then
/// `most`.
#[derive(Debug, Default)]
struct Taker {
    bytes: Vec<u8>,
    most: VecDeque<Result<usize, ErrorKind>>,
    slices: Vec<usize>,
}

impl Write for Taker {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_vectored(&[IoSlice::new(bytes)])
    }

    fn write_vectored(&mut self, slices: &[IoSlice<'_>]) -> io::Result<usize> {
        self.slices.push(slices.len());
        let most = self.most.pop_front().unwrap_or(Ok(usize::MAX))?;
        let bytes: Vec<u8> = slices.iter().flat_map(|slice| slice.iter().copied()).collect();
        let count = bytes.len().min(most);
        self.bytes.extend(&bytes[..count]);
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_large_frame_is_written_with_those_before_it() {
    let pool = pool();
    let messages = [tick(1), tick(2), blob(20_000)];
    let expected = stream(&messages);
    // The write is cut nowhere, in the batch, at its end, in the header and the payload of the large frame, and before
    // its last byte.
    for (cut, slices) in [
        (usize::MAX, vec![2]),
        (5, vec![2, 2]),
        (38, vec![2, 1]),
        (41, vec![2, 1]),
        (10_000, vec![2, 1]),
        (expected.len() - 1, vec![2, 1]),
    ] {
        let stream = Taker { most: [Ok(cut)].into(), ..Taker::default() };
        let mut writer = FrameWriter::<_, TlvHeader>::new(stream, &pool);
        for message in &messages {
            writer.send(message).unwrap();
        }
        assert!(writer.get_ref().slices.is_empty(), "nothing must be written yet");
        writer.flush().unwrap();
        assert!(writer.get_ref().bytes == expected, "cut at {cut}");
        assert_eq!(writer.get_ref().slices, slices, "cut at {cut}");
        assert_eq!(in_use(&pool), 0);
    }
}

#[test]
fn a_stream_that_accepts_nothing_is_an_error_and_loses_nothing() {
    let pool = pool();
    let messages = [tick(1), blob(20_000), tick(2)];
    let steps = [
        Ok(0),
        Ok(3),
        Ok(0),
        Err(ErrorKind::Interrupted),
        Ok(30),
        Err(ErrorKind::TimedOut),
        Ok(usize::MAX),
        Ok(0),
    ];
    let stream_of = Taker { most: steps.into(), ..Taker::default() };
    let mut writer = FrameWriter::<_, TlvHeader>::new(stream_of, &pool);
    let mut kinds = Vec::new();
    for message in &messages {
        while let Err(error) = writer.send(message) {
            let WriteError::Io(error) = error else { panic!("{error}") };
            kinds.push(error.kind());
        }
    }
    while let Err(error) = writer.flush() {
        let WriteError::Io(error) = error else { panic!("{error}") };
        kinds.push(error.kind());
    }
    let zero = ErrorKind::WriteZero;
    assert_eq!(kinds, [zero, zero, ErrorKind::TimedOut, zero]);
    assert!(writer.get_ref().bytes == stream(&messages));
    assert_eq!(in_use(&pool), 0);
}

#[test]
fn a_dropped_writer_flushes_once_and_releases_its_slots() {
    let pool = pool();
    let mut taker = Taker { most: [Err(ErrorKind::BrokenPipe)].into(), ..Taker::default() };
    for expected in [Vec::new(), stream(&[tick(1), blob(20_000)])] {
        let mut writer = FrameWriter::<_, TlvHeader>::new(&mut taker, &pool);
        writer.send(&tick(1)).unwrap();
        writer.send(&blob(20_000)).unwrap();
        assert_eq!(in_use(&pool), 2);
        drop(writer);
        assert_eq!(in_use(&pool), 0);
        assert!(taker.bytes == expected);
    }
}

#[test]
fn a_held_frame_is_forwarded_unchanged() {
    let pool = pool();
    let sent = [tick(1), blob(40), blob(19_000)];
    let bytes = stream(&sent);
    let mut reader = FrameReader::<_, Set>::new(&bytes[..], &pool);
    let mut writer = FrameWriter::<_, TlvHeader>::new(Vec::new(), &pool);
    for held in reader.held_frames::<Set>() {
        writer.send(&held.unwrap()).unwrap();
    }
    writer.flush().unwrap();
    assert!(*writer.get_ref() == bytes);
}

#[test]
fn bytes_after_a_handshake_are_handed_over() {
    let pool = pool();
    let mut bytes = stream(&[tick(1)]);
    let frame = bytes.len();
    bytes.extend(b"GET / HTTP/1.1");
    let mut reader = FrameReader::<_, Set>::new(&bytes[..], &pool);
    assert!(reader.read().unwrap().is_some());
    let (_, decoder) = reader.into_parts();
    assert_eq!(decoder.buffered(), &bytes[frame..]);

    // This also works after a refused frame.
    bytes.splice(frame..frame, [99, 0, 3, 0, 0, 0, 0xEE, 0xEE, 0xEE]);
    let mut reader = FrameReader::<_, Set>::new(&bytes[..], &pool);
    assert!(reader.read().unwrap().is_some());
    assert!(reader.read().is_err());
    let (_, decoder) = reader.into_parts();
    assert_eq!(decoder.buffered(), b"GET / HTTP/1.1");
}

#[test]
fn a_partial_frame_is_distinguished_from_silence() {
    let pool = pool();
    let bytes = stream(&[tick(1)]);
    let cut = [&bytes[..], &bytes[..7]].concat();
    let mut reader = FrameReader::<_, Set>::new(&cut[..], &pool);
    assert_eq!(reader.missing(), 0);
    assert!(reader.read().unwrap().is_some());
    assert_eq!(reader.missing(), 0);
    assert!(reader.read().is_err());
    assert_eq!(reader.missing(), bytes.len() - 7);
}

#[test]
fn stream_errors_convert_to_io_errors() {
    let read = |bytes: &[u8]| {
        let mut reader = FrameReader::<_, Set>::new(bytes, &pool());
        io::Error::from(reader.read_message::<Set>().unwrap_err())
    };
    let [unknown, malformed, cut] =
        [&[99, 0, 0, 0, 0, 0][..], &[1, 0, 1, 0, 0, 0, 7], &[1, 0]].map(read);
    assert_eq!(unknown.kind(), ErrorKind::InvalidData);
    assert_eq!(malformed.kind(), ErrorKind::InvalidData);
    assert_eq!(cut.kind(), ErrorKind::UnexpectedEof);
    assert_eq!(cut.to_string(), "the stream ends inside the frame at byte 0: 4 bytes are missing");
    let reset = ReadError::Io(ErrorKind::ConnectionReset.into());
    assert_eq!(io::Error::from(reset).kind(), ErrorKind::ConnectionReset);

    let none = PoolConfig::new().with_class(SizeClass::MIN, 1).with_overflow(Overflow::Fail);
    let pool = Pool::new(&none);
    let _only = pool.acquire(1).unwrap();
    let mut writer = FrameWriter::<_, TlvHeader>::new(Vec::new(), &pool);
    let error = writer.send(&tick(1)).unwrap_err();
    assert!(error.is_exhausted() && !error.is_fatal() && !error.is_timeout(), "{error}");
    assert_eq!(io::Error::from(error).kind(), ErrorKind::OutOfMemory);
    let long = RawFrame { id: u32::MAX, payload: Vec::new() };
    let error = writer.send(&long).unwrap_err();
    assert_eq!(io::Error::from(error).kind(), ErrorKind::InvalidInput);
}
