//! Frames from streams: any split, any error, and any order of calls.

use std::io::{self, Read};

use pool_codec::error::{FrameError, HoldError};
use pool_codec::pool::AcquireError;
use pool_codec::{
    Bytes, Frame, FrameDecoder, FrameReader, FrameSet, FrameWriter, Overflow, Pool, PoolConfig,
    RawFrame, ReadError, Str, TlvHeader, UnknownFrames, WriteError,
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
    content: Bytes<100_000>,
}

/// A set that rejects unknown ids.
#[derive(Debug, Clone, PartialEq, FrameSet)]
#[frames(header = TlvHeader, borrow)]
enum Closed {
    Tick(Tick),
    Blob(Blob),
}

/// A set that keeps unknown ids.
#[derive(Debug, Clone, PartialEq, FrameSet)]
#[frames(header = TlvHeader, borrow)]
enum Open {
    Tick(Tick),
    Blob(Blob),
    #[frame(other)]
    Unknown(RawFrame),
}

fn tick(price: u64) -> Tick {
    Tick { price, venue: "XNAS".parse().unwrap() }
}

fn blob(len: usize) -> Blob {
    Blob { content: vec![0xAB; len].try_into().unwrap() }
}

fn pool() -> Pool {
    Pool::new(&Open::POOL_CONFIG)
}

fn stream(messages: &[Open]) -> Vec<u8> {
    let mut writer = FrameWriter::<_, TlvHeader>::new(Vec::new(), &pool());
    for message in messages {
        writer.send(message).unwrap();
    }
    writer.flush().unwrap();
    writer.get_ref().clone()
}

fn message() -> impl Strategy<Value = Open> {
    prop_oneof![
        4 => any::<u64>().prop_map(|price| Open::Tick(tick(price))),
        2 => prop_oneof![0..200_usize, 3_900..4_300_usize, Just(70_000), Just(100_000)].prop_map(|len| Open::Blob(blob(len))),
        1 => (3..60_000_u32, prop::collection::vec(any::<u8>(), 0..100))
            .prop_map(|(id, payload)| Open::Unknown(RawFrame { id, payload })),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// The same frames come, however the stream is split into reads and however each frame is used.
    #[test]
    fn any_split_gives_the_same_frames(
        messages in prop::collection::vec(message(), 0..12),
        sizes in prop::collection::vec(prop_oneof![3 => 1..60_usize, 1 => 60..9_000_usize], 1..40),
        holds in prop::collection::vec(any::<bool>(), 1..9),
    ) {
        let pool = pool();
        let bytes = stream(&messages);
        let mut decoder = FrameDecoder::<Open>::new(&pool);
        let mut sizes = sizes.iter().cycle();
        let mut holds = holds.iter().cycle();
        let (mut rest, mut read, mut kept) = (&bytes[..], Vec::new(), Vec::new());
        loop {
            while let Some(frame) = decoder.next_frame().unwrap() {
                let owned: Open = frame.decode().unwrap();
                prop_assert_eq!(frame.as_bytes(), &stream(core::slice::from_ref(&owned))[..]);
                if *holds.next().unwrap() {
                    kept.push((read.len(), frame.hold::<Open>().unwrap()));
                }
                read.push(owned);
            }
            if rest.is_empty() {
                break;
            }
            let window = decoder.window().unwrap();
            prop_assert!(!window.is_empty());
            let count = rest.len().min(window.len()).min(*sizes.next().unwrap());
            window[..count].copy_from_slice(&rest[..count]);
            decoder.commit(count);
            rest = &rest[count..];
        }
        prop_assert_eq!(decoder.missing(), 0);
        prop_assert_eq!(decoder.offset(), if read.is_empty() { 0 } else { decoder.offset() });
        prop_assert_eq!(&read, &messages);
        for (index, held) in kept {
            prop_assert_eq!(&held.into_owned(), &messages[index]);
        }
    }

    #[test]
    fn garbage_never_panics(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let pool = pool();
        let mut reader = FrameReader::<_, Closed>::new(&bytes[..], &pool);
        for _ in 0..bytes.len() + 1 {
            match reader.read() {
                Ok(None) | Err(ReadError::UnexpectedEof { .. }) => break,
                Ok(Some(frame)) => drop(frame.decode::<Closed>()),
                Err(error) => drop(error.to_string()),
            }
        }
    }
}

#[test]
fn a_declared_length_takes_no_memory() {
    let pool = pool();
    let mut decoder = FrameDecoder::<Open>::new(&pool);
    // A tick of at most 29 bytes declares 4 GiB - 1, and a good frame follows.
    let mut bytes = vec![1, 0, 0xFF, 0xFF, 0xFF, 0xFF];
    let window = decoder.window().unwrap();
    window[..6].copy_from_slice(&bytes);
    decoder.commit(6);
    let in_use = |pool: &Pool| pool.stats().classes().map(|class| class.in_use).sum::<usize>();
    assert_eq!(in_use(&pool), 1, "the window");
    let error = decoder.next_frame().unwrap_err();
    assert_eq!(
        error,
        FrameError::TooLarge { id: 1, name: Some("Tick"), len: 0xFFFF_FFFF, max: 29, offset: 0 }
    );
    assert_eq!(in_use(&pool), 1);
    assert_eq!(decoder.missing(), 0xFFFF_FFFF);

    // The payload is skipped in the window as it arrives.
    bytes = vec![0; 1000];
    for _ in 0..100 {
        let window = decoder.window().unwrap();
        window[..1000].copy_from_slice(&bytes);
        decoder.commit(1000);
        assert!(decoder.next_frame().unwrap().is_none());
    }
    assert_eq!(decoder.missing(), 0xFFFF_FFFF - 100_000);
    assert_eq!(pool.stats().jumbo(), 0);
}

#[test]
fn the_frame_after_an_oversized_one_is_read() {
    let pool = pool();
    let mut bytes = vec![1, 0, 30, 0, 0, 0];
    bytes.extend([7; 30]);
    bytes.extend(stream(&[Open::Tick(tick(5))]));
    let mut reader = FrameReader::<_, Closed>::new(&bytes[..], &pool);
    let error = reader.read().unwrap_err();
    assert!(matches!(
        error,
        ReadError::Frame(FrameError::TooLarge { id: 1, len: 30, max: 29, offset: 0, .. })
    ));
    let frame = reader.read().unwrap().unwrap();
    assert_eq!((frame.offset(), frame.decode::<Tick>().unwrap()), (36, tick(5)));
    assert!(reader.read().unwrap().is_none());
}

#[test]
fn the_end_inside_a_skipped_frame_is_reported_at_its_start() {
    let pool = pool();
    let mut bytes = stream(&[Open::Tick(tick(1))]);
    bytes.extend([1, 0, 0, 0, 1, 0, 7, 7, 7]);
    let mut reader = FrameReader::<_, Closed>::new(&bytes[..], &pool);
    assert_eq!(reader.read().unwrap().unwrap().id(), 1);
    assert!(matches!(
        reader.read(),
        Err(ReadError::Frame(FrameError::TooLarge { offset: 19, .. }))
    ));
    let error = reader.read().unwrap_err();
    assert!(matches!(error, ReadError::UnexpectedEof { offset: 19, missing: 65_533 }), "{error}");
}

#[test]
fn a_borrowed_message_outlives_its_view() {
    fn next<'a>(reader: &'a mut FrameReader<&[u8], Closed>) -> BlobRef<'a> {
        reader.read().unwrap().unwrap().into_borrowed::<Blob>().unwrap()
    }
    let pool = pool();
    let bytes = stream(&[Open::Blob(blob(10)), Open::Blob(blob(50_000))]);
    let mut reader = FrameReader::<_, Closed>::new(&bytes[..], &pool);
    assert_eq!(next(&mut reader).content.len(), 10);
    assert_eq!(next(&mut reader).content.len(), 50_000);
    assert!(reader.read().unwrap().is_none());
}

#[test]
fn unknown_ids_are_rejected_skipped_or_kept() {
    let pool = pool();
    let unknown = RawFrame { id: 99, payload: vec![1, 2, 3] };
    let bytes = stream(&[Open::Unknown(unknown.clone()), Open::Tick(tick(5))]);

    let mut reader = FrameReader::<_, Closed>::new(&bytes[..], &pool);
    let error = reader.read().unwrap_err();
    assert!(matches!(
        error,
        ReadError::Frame(FrameError::UnknownId { id: 99, name: None, len: 3, offset: 0 })
    ));
    assert_eq!(reader.read().unwrap().unwrap().id(), 1);

    let mut reader =
        FrameReader::<_, Closed>::new(&bytes[..], &pool).with_unknown_frames(UnknownFrames::Skip);
    assert_eq!(reader.read().unwrap().unwrap().id(), 1);

    let mut reader = FrameReader::<_, Open>::new(&bytes[..], &pool);
    assert_eq!(
        reader.read().unwrap().unwrap().decode::<Open>().unwrap(),
        Open::Unknown(unknown.clone())
    );

    let mut reader =
        FrameReader::<_, Closed>::new(&bytes[..], &pool).with_unknown_frames(UnknownFrames::Keep);
    let frame = reader.read().unwrap().unwrap();
    assert_eq!(frame.decode::<RawFrame>().unwrap(), unknown);
    assert!(frame.decode::<Closed>().is_err());
    // A kept frame is at most as long as the longest message of the set.
    let mut long = vec![99, 0];
    long.extend(200_000_u32.to_le_bytes());
    let mut reader = FrameReader::<_, Open>::new(&long[..], &pool);
    assert!(matches!(
        reader.read().unwrap_err(),
        ReadError::Frame(FrameError::TooLarge { id: 99, .. })
    ));
}

#[test]
fn the_end_inside_a_frame_is_an_error() {
    let pool = pool();
    let bytes = stream(&[Open::Tick(tick(1)), Open::Blob(blob(5000))]);
    for end in 0..bytes.len() {
        let mut reader = FrameReader::<_, Closed>::new(&bytes[..end], &pool);
        let first = reader.read().map(|frame| frame.map(|frame| frame.id()));
        match (end, first) {
            (0, first) => assert!(matches!(first, Ok(None))),
            (1..19, first) => {
                assert!(matches!(first, Err(ReadError::UnexpectedEof { offset: 0, .. })), "{end}")
            }
            (19, first) => {
                assert!(matches!(first, Ok(Some(1))));
                assert!(reader.read().unwrap().is_none());
            }
            (_, first) => {
                assert!(matches!(first, Ok(Some(1))));
                let error = reader.read().unwrap_err();
                assert!(
                    matches!(error, ReadError::UnexpectedEof { offset: 19, missing } if missing > 0),
                    "{end}"
                );
            }
        }
    }
}

/// A stream that would block after every byte.
struct Hesitant<'a>(&'a [u8], bool);

impl Read for Hesitant<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        self.1 = !self.1;
        if self.1 {
            return Err(io::ErrorKind::WouldBlock.into());
        }
        let count = self.0.len().min(1);
        self.0.read(&mut out[..count])
    }
}

#[test]
fn a_read_that_would_block_loses_nothing() {
    let pool = pool();
    let messages = [Open::Tick(tick(1)), Open::Blob(blob(5000)), Open::Tick(tick(2))];
    let bytes = stream(&messages);
    let mut reader = FrameReader::<_, Open>::new(Hesitant(&bytes, false), &pool);
    let mut read = Vec::new();
    loop {
        match reader.read() {
            Ok(Some(frame)) => read.push(frame.decode::<Open>().unwrap()),
            Ok(None) => break,
            Err(ReadError::Io(error)) => assert_eq!(error.kind(), io::ErrorKind::WouldBlock),
            Err(error) => panic!("{error}"),
        }
    }
    assert_eq!(read, messages);
}

#[test]
fn the_wrong_message_is_an_error_and_the_frame_stays() {
    let pool = pool();
    let bytes = stream(&[Open::Tick(tick(1)), Open::Blob(blob(50_000))]);
    let mut reader = FrameReader::<_, Closed>::new(&bytes[..], &pool);
    let frame = reader.read().unwrap().unwrap();
    assert!(frame.borrow::<Blob>().is_err());
    assert!(matches!(frame.hold::<Blob>(), Err(HoldError::Decode(_))));
    assert_eq!(reader.current().unwrap().decode::<Tick>().unwrap(), tick(1));

    let frame = reader.read().unwrap().unwrap();
    assert!(matches!(frame.hold::<Tick>(), Err(HoldError::Decode(_))));
    let held = reader.current().unwrap().hold::<Blob>().unwrap();
    assert!(reader.current().is_none(), "the slot has moved to the held message");
    assert!(reader.read().unwrap().is_none());
    assert_eq!(held.get().content.len(), 50_000);
}

#[test]
fn an_exhausted_pool_loses_nothing() {
    // There is one slot for the window and one for a large payload.
    let config =
        PoolConfig::new().with_message(128, 128, Some(1)).with_message(100_003, 100_003, Some(1));
    let pool = Pool::new(&config.with_overflow(Overflow::Fail));
    let bytes = stream(&[Open::Blob(blob(90_000)), Open::Blob(blob(80_000))]);
    let mut reader = FrameReader::<_, Closed>::new(&bytes[..], &pool);
    let held = reader.read().unwrap().unwrap().hold::<Blob>().unwrap();
    for _ in 0..3 {
        let error = reader.read().unwrap_err();
        assert!(
            matches!(error, ReadError::Frame(FrameError::Acquire(AcquireError::Exhausted { .. }))),
            "{error}"
        );
    }
    drop(held);
    let frame = reader.read().unwrap().unwrap();
    assert_eq!(frame.borrow::<Blob>().unwrap().content.len(), 80_000);
}

#[test]
fn held_messages_outlive_reader_and_pool_and_cross_threads() {
    let pool = pool();
    let bytes = stream(&[Open::Tick(tick(1)), Open::Blob(blob(50_000))]);
    let mut reader = FrameReader::<_, Open>::new(&bytes[..], &pool);
    let small = reader.read().unwrap().unwrap().hold::<Tick>().unwrap();
    let large = reader.read().unwrap().unwrap().hold::<Open>().unwrap();
    drop((reader, pool));
    let thread = std::thread::spawn(move || {
        assert_eq!(small.get().venue, "XNAS");
        small.into_owned()
    });
    assert_eq!(thread.join().unwrap(), tick(1));
    assert!(matches!(large.get(), OpenRef::Blob(blob) if blob.content.len() == 50_000));
}

/// A stream that accepts at most three bytes at a time, and fails every other call.
#[derive(Default)]
struct Reluctant(Vec<u8>, bool);

impl io::Write for Reluctant {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.1 = !self.1;
        if self.1 {
            return Err(io::ErrorKind::WouldBlock.into());
        }
        let count = bytes.len().min(3);
        self.0.extend(&bytes[..count]);
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_write_that_would_block_loses_and_repeats_nothing() {
    let pool = pool();
    let messages = [
        Open::Tick(tick(1)),
        Open::Blob(blob(4090)),
        Open::Blob(blob(10_000)),
        Open::Tick(tick(2)),
        Open::Blob(blob(0)),
    ];
    let mut writer = FrameWriter::<_, TlvHeader>::new(Reluctant::default(), &pool);
    for message in &messages {
        while let Err(error) = writer.send(message) {
            assert!(matches!(error, WriteError::Io(_)), "{error}");
        }
    }
    while writer.flush().is_err() {}
    assert_eq!(writer.get_ref().0, stream(&messages));
}

/// The decoder then holds only the slot of the frame.
#[test]
fn a_complete_frame_leaves_no_window() {
    let pool = pool();
    let bytes = stream(&[Open::Blob(blob(70_000))]);
    let mut decoder = FrameDecoder::<Open>::new(&pool);
    let mut rest = &bytes[..];
    while !rest.is_empty() {
        let window = decoder.window().unwrap();
        let count = window.len().min(rest.len());
        window[..count].copy_from_slice(&rest[..count]);
        decoder.commit(count);
        rest = &rest[count..];
        if !rest.is_empty() {
            assert!(!decoder.advance().unwrap());
        }
    }
    assert!(decoder.window().unwrap().is_empty());
    decoder.commit(0);
    let frame = decoder.next_frame().unwrap().unwrap();
    assert_eq!(frame.decode::<Blob>().unwrap(), blob(70_000));
}
