//! Readers and writers with streams and messages that lie or panic.

use std::io::{self, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::market::{Blob, Set, in_use};
use pool_codec::{
    EncodeError, EncodeFrame, FrameReader, FrameSet, FrameWriter, Pool, PoolConfig, PooledFrame,
    RawFrame, SizeClass, TlvHeader,
};

/// A stream that claims more, fewer or no bytes.
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
        // Ids that no message has.
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
fn a_stream_that_claims_too_many_bytes_causes_a_panic() {
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
    for seed in 0..200_usize {
        let pool = Pool::new(&Set::POOL_CONFIG);
        let claims = (0..seed % 9).map(|call| (seed * 7 + call * call) % 5).collect();
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
        type Message = Self;

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

/// A hand-written encoding that is shorter than its declared length.
struct Short;

impl EncodeFrame for Short {
    type Message = Set;

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
fn a_short_encoding_is_not_sent() {
    let config =
        PoolConfig::new().with_class(SizeClass::MIN, 1).with_class(SizeClass::for_len(4096), 1);
    let pool = Pool::new(&config);
    for len in [128, 4096] {
        pool.acquire(len).unwrap().fill(b'S');
    }
    let sent = PooledFrame::<Set>::encode(&Short, &pool);
    assert!(
        sent.is_err() || !sent.unwrap().as_bytes().contains(&b'S'),
        "the bytes of a previous tenant"
    );
    let mut writer = FrameWriter::<_, TlvHeader>::new(Vec::new(), &pool);
    let sent = writer.send(&Short);
    writer.flush().unwrap();
    assert!(sent.is_err() || !writer.get_ref().contains(&b'S'), "the bytes of a previous tenant");
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
