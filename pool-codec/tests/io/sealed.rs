//! Encrypted streams over `std::io`.

use std::io::{self, Read};

use pool_codec::error::FrameError;
use pool_codec::sealed::{self, SealedDecoder, SealedEncoder};
use pool_codec::traffic::Traffic;
use pool_codec::{FrameReader, FrameSet, FrameWriter, Held, Pool, ReadError};

use crate::market::{Blob, Set, Tick, in_use};
use crate::toy_cipher::Toy;

type Reader<R> = FrameReader<R, Set, SealedDecoder<Set, Toy>>;
type Writer<W> = FrameWriter<W, Set, SealedEncoder<Set, Toy>>;

fn pool() -> Pool {
    Pool::new(&sealed::pool_config::<Set, Toy>(&Set::POOL_CONFIG))
}

fn reader<R: Read>(stream: R, pool: &Pool) -> Reader<R> {
    Reader::with_decoder(stream, SealedDecoder::new(pool, Toy::new()))
}

fn messages() -> Vec<Set> {
    let tick = |price| Set::Tick(Tick { price, venue: "XNAS".parse().unwrap() });
    let blob = |len| Set::Blob(Blob { content: vec![0xAB; len].try_into().unwrap() });
    vec![tick(1), blob(0), blob(16_300), tick(2), blob(20_000), blob(17_000), tick(3)]
}

fn stream(messages: &[Set], pool: &Pool) -> Vec<u8> {
    let mut writer = Writer::with_encoder(Vec::new(), SealedEncoder::new(pool, Toy::new()));
    for message in messages {
        writer.send(message).unwrap();
    }
    writer.flush().unwrap();
    assert_eq!(writer.unwritten(), 0);
    writer.get_ref().clone()
}

/// A stream that times out before every read, and returns at most `step` bytes.
struct Slow<'a> {
    bytes: &'a [u8],
    step: usize,
    late: bool,
}

impl Read for Slow<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        self.late = !self.late;
        if self.late {
            return Err(io::ErrorKind::TimedOut.into());
        }
        let count = out.len().min(self.step);
        self.bytes.read(&mut out[..count])
    }
}

#[test]
fn every_way_to_read() {
    let pool = pool();
    let bytes = stream(&messages(), &pool);
    let read: Vec<Set> = reader(&bytes[..], &pool).messages().collect::<Result<_, _>>().unwrap();
    assert_eq!(read, messages());
    let held: Vec<Held<Set>> =
        reader(&bytes[..], &pool).held_frames().collect::<Result<_, _>>().unwrap();
    assert_eq!(in_use(&pool), messages().len());
    let read: Vec<Set> = held.into_iter().map(Held::into_owned).collect();
    assert_eq!(read, messages());

    let traffic = Traffic::<Set>::new("sealed");
    let mut reader = reader(&bytes[..], &pool).with_traffic(&traffic);
    let mut read = Vec::new();
    while let Some(frame) = reader.read().unwrap() {
        read.push(frame.decode::<Set>().unwrap());
        while let Some(frame) = reader.read_buffered().unwrap() {
            read.push(frame.decode::<Set>().unwrap());
        }
    }
    assert_eq!(read, messages());
    drop(reader);
    assert_eq!(traffic.stats().frames(), messages().len() as u64);
    assert_eq!(traffic.stats().bytes(), bytes.len() as u64);
    assert_eq!(in_use(&pool), 0);
}

/// After a time-out nothing is lost, no block is opened twice, and an idle reader holds no slot.
#[test]
fn time_outs_lose_nothing() {
    let pool = pool();
    let bytes = stream(&messages(), &pool);
    for step in [1, 7, 1_000, 100_000] {
        let mut reader = reader(Slow { bytes: &bytes, step, late: false }, &pool);
        let mut read = Vec::new();
        loop {
            match reader.read_message::<Set>() {
                Ok(Some(message)) => read.push(message),
                Ok(None) => break,
                Err(error) => {
                    assert!(error.is_timeout(), "{error}");
                    assert_eq!(reader.missing() == 0, in_use(&pool) == 0);
                }
            }
        }
        assert_eq!(read, messages());
    }
    assert_eq!(in_use(&pool), 0);
}

/// A stream that ends anywhere but between frames is an error that says where.
#[test]
fn a_stream_that_is_cut_is_an_error() {
    let pool = pool();
    let bytes = stream(&messages()[..2], &pool);
    let tick = 22 + 13 + 16;
    for end in 0..bytes.len() {
        let mut reader = reader(&bytes[..end], &pool);
        let error = reader.messages::<Set>().find_map(Result::err);
        match (end, error) {
            (0, None) => {}
            (end, None) => assert_eq!(end, tick),
            (end, Some(ReadError::UnexpectedEof { offset, missing })) => {
                let start = if end < tick { 0 } else { tick };
                assert_eq!(offset, start as u64);
                assert!((1..=bytes.len() - end).contains(&missing), "{end}");
            }
            (_, Some(error)) => panic!("{error}"),
        }
        drop(reader);
        assert_eq!(in_use(&pool), 0);
    }
}

#[test]
fn a_forged_block_ends_the_reader() {
    let pool = pool();
    let mut bytes = stream(&messages(), &pool);
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    let traffic = Traffic::<Set>::new("sealed");
    let mut reader = reader(&bytes[..], &pool).with_traffic(&traffic);
    let items: Vec<_> = reader.messages::<Set>().collect();
    assert_eq!(items.len(), messages().len());
    let Some(Err(error)) = items.last() else { panic!("accepted") };
    assert!(error.is_fatal());
    let offset = (bytes.len() - 22 - 13 - 16) as u64;
    assert!(matches!(error, ReadError::Frame(FrameError::Forged { offset: at }) if *at == offset));
    assert!(reader.read().unwrap_err().is_fatal());
    let rejected: Vec<_> =
        traffic.stats().rejected().map(|item| (item.reason, item.count)).collect();
    assert_eq!(rejected, [("Forged", 2)]);
    assert_eq!(in_use(&pool), 0);
}
