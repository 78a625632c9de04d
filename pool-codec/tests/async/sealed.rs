//! Encrypted streams over tokio: every future is polled once and dropped, at every byte of the stream.

use core::task::Poll;

use pool_codec::error::FrameError;
use pool_codec::sealed::{self, SealedDecoder, SealedEncoder};
use pool_codec::tokio::{FrameReader, FrameWriter};
use pool_codec::{FrameSet, Pool, ReadError};

use crate::toy_cipher::Toy;
use crate::{Drip, Market, Sip, blob, in_use, messages, once, tick};

type Reader = FrameReader<Drip, Market, SealedDecoder<Market, Toy>>;

fn pool() -> Pool {
    Pool::new(&sealed::pool_config::<Market, Toy>(&Market::POOL_CONFIG))
}

fn reader(bytes: Vec<u8>, pool: &Pool) -> Reader {
    Reader::with_decoder(Drip::new(bytes), SealedDecoder::new(pool, Toy::new()))
}

/// Writes one byte at a time and cancels every call.
fn stream(messages: &[Market], pool: &Pool) -> Vec<u8> {
    let encoder = SealedEncoder::<Market, _>::new(pool, Toy::new());
    let mut writer = FrameWriter::with_encoder(Sip::default(), encoder);
    for message in messages {
        while once(writer.send(message)).map(Result::unwrap).is_pending() {}
    }
    while once(writer.shutdown()).map(Result::unwrap).is_pending() {}
    assert_eq!((writer.unwritten(), in_use(pool)), (0, 0));
    writer.into_inner().bytes
}

#[test]
fn cancelled_calls_lose_nothing() {
    let pool = pool();
    let bytes = stream(&messages(), &pool);
    let mut reader = reader(bytes.clone(), &pool);
    let (mut read, mut cancelled) = (Vec::new(), 0);
    for turn in 0_u64.. {
        let found = match turn % 2 {
            0 => once(reader.read_message::<Market>()),
            _ => once(reader.read_held::<Market>())
                .map(|held| held.map(|held| held.map(|held| held.into_owned()))),
        };
        match found {
            Poll::Ready(message) => match message.unwrap() {
                Some(message) => read.push(message),
                None => break,
            },
            Poll::Pending => {
                cancelled += 1;
                assert_eq!(reader.missing() == 0, in_use(&pool) == 0);
            }
        }
    }
    assert!(read == messages(), "{} frames", read.len());
    assert_eq!(cancelled, bytes.len() + 1, "one for every byte, and one for the end");
    drop(reader);
    assert_eq!(in_use(&pool), 0);
}

#[test]
fn a_forged_block_ends_the_reader() {
    let pool = pool();
    let mut bytes = stream(&[tick(1), blob(100_000)], &pool);
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    let mut reader = reader(bytes, &pool);
    let mut read = || loop {
        if let Poll::Ready(found) = once(reader.read_message::<Market>()) {
            return found;
        }
    };
    assert_eq!(read().unwrap(), Some(tick(1)));
    let offset = 22 + 13 + 16;
    for _ in 0..2 {
        let error = read().unwrap_err();
        assert!(
            matches!(error, ReadError::Frame(FrameError::Forged { offset: at }) if at == offset)
        );
        assert_eq!(in_use(&pool), 0);
    }
}
