//! Encrypted streams: every future is polled once and dropped, before every byte of the stream.

use core::task::Poll;

use pool_codec::compio::{FrameReader, FrameWriter};
use pool_codec::error::{FrameError, ReadError};
use pool_codec::sealed::{self, SealedDecoder, SealedEncoder};
use pool_codec::{FrameSet, Pool};
use pool_dev::executor::once;

use crate::streams::{Drip, Sip};
use crate::toy_cipher::Toy;
use crate::{Market, blob, in_use, messages, tick};

fn pool() -> Pool {
    Pool::new(&sealed::pool_config::<Market, Toy>(&Market::POOL_CONFIG))
}

fn stream(messages: &[Market], pool: &Pool, piece: usize) -> Vec<u8> {
    let encoder = SealedEncoder::<Market, _>::new(pool, Toy::new());
    let sip = Sip::new(piece);
    let mut writer = FrameWriter::with_encoder(sip.clone(), encoder);
    for message in messages {
        while once(writer.send(message)).map(Result::unwrap).is_pending() {}
    }
    while once(writer.shutdown()).map(Result::unwrap).is_pending() {}
    assert_eq!((writer.unwritten(), in_use(pool)), (0, 0));
    sip.bytes.take()
}

#[test]
fn cancelled_calls_lose_nothing() {
    let pool = pool();
    for piece in [1, 100, 70_000] {
        let bytes = stream(&messages(), &pool, piece);
        let decoder = SealedDecoder::<Market, _>::new(&pool, Toy::new());
        let mut reader =
            FrameReader::<_, Market, _>::with_decoder(Drip::new(bytes, piece), decoder);
        let mut found = Vec::new();
        for turn in 0_u64.. {
            let polled = match turn % 2 {
                0 => once(reader.read_message::<Market>()),
                _ => once(reader.read_held::<Market>())
                    .map(|held| held.map(|held| held.map(|held| held.into_owned()))),
            };
            match polled {
                Poll::Ready(message) => match message.unwrap() {
                    Some(message) => found.push(message),
                    None => break,
                },
                Poll::Pending => {}
            }
        }
        assert!(found == messages(), "{} frames in pieces of {piece}", found.len());
        drop(reader);
        assert_eq!(in_use(&pool), 0);
    }
}

#[test]
fn a_forged_block_ends_the_reader() {
    let pool = pool();
    let mut bytes = stream(&[tick(1), blob(100_000)], &pool, 1000);
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    let decoder = SealedDecoder::<Market, _>::new(&pool, Toy::new());
    let mut reader = FrameReader::<_, Market, _>::with_decoder(Drip::new(bytes, 1000), decoder);
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
