//! Sealed frames, and the set and the streams that their tests share.

mod decoding;
mod encoding;
mod headers;
mod memory;
mod tampering;

use pool_codec::error::FrameError;
use pool_codec::sealed::{self, Blocks, SealedDecoder, SealedEncoder};
use pool_codec::{Frame, FrameSet, Pool, Str, Sv2Header};

use crate::market::in_use;
use crate::toy_cipher::Toy;

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1, borrow)]
struct Tick {
    price: u64,
    venue: Str<20>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 2, borrow)]
struct Blob {
    #[frame(max_len = 131_100)]
    content: Vec<u8>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 3, borrow)]
struct Ping;

#[derive(Debug, Clone, PartialEq, FrameSet)]
#[frames(header = Sv2Header, borrow)]
enum Set {
    Tick(Tick),
    Blob(Blob),
    Ping(Ping),
}

/// The header and its MAC.
const HEADER: usize = 6 + Toy::MAC;

fn tick(price: u64) -> Set {
    Set::Tick(Tick { price, venue: "XNAS".parse().unwrap() })
}

/// A message whose payload has `len` bytes: three of them are the prefix.
fn blob(len: usize) -> Set {
    Set::Blob(Blob { content: (0..len - 3).map(|index| index as u8).collect() })
}

fn pool() -> Pool {
    Pool::new(&sealed::pool_config::<Set, Toy>(&Set::POOL_CONFIG))
}

/// The length of a payload of `len` bytes on the wire.
fn sealed_len(len: usize) -> usize {
    len + len.div_ceil(Toy::MAX_BLOCK) * Toy::MAC
}

type Decoder = SealedDecoder<Set, Toy>;

type Encoder<P = Set> = SealedEncoder<P, Toy>;

/// Sends everything, `step` bytes at a time.
fn drain<P: pool_codec::Outgoing>(encoder: &mut Encoder<P>, step: usize, out: &mut Vec<u8>) {
    while encoder.unsent_len() > 0 {
        let [first, second] = encoder.unsent();
        assert!(!first.is_empty());
        let bytes: Vec<u8> = first.iter().chain(second).copied().take(step).collect();
        out.extend(&bytes);
        encoder.sent(bytes.len());
    }
    assert_eq!(encoder.unsent(), [&[][..]; 2]);
}

/// The bytes of the messages on the wire.
fn stream(messages: &[Set]) -> Vec<u8> {
    let pool = pool();
    let mut encoder = Encoder::<Set>::new(&pool, Toy::new());
    let mut bytes = Vec::new();
    for message in messages {
        while !encoder.push(message).unwrap() {
            drain(&mut encoder, 4_000, &mut bytes);
        }
    }
    drain(&mut encoder, usize::MAX, &mut bytes);
    assert_eq!(in_use(&pool), 0);
    bytes
}

/// Adds `bytes` to the decoder, which has room for them after each step of `advance`.
fn feed(
    decoder: &mut Decoder,
    bytes: &[u8],
    mut found: impl FnMut(&mut Decoder),
) -> Result<(), FrameError> {
    let mut rest = bytes;
    loop {
        while decoder.advance()? {
            found(decoder);
        }
        if rest.is_empty() {
            return Ok(());
        }
        let window = decoder.window()?;
        let count = window.len().min(rest.len());
        assert!(count > 0);
        window[..count].copy_from_slice(&rest[..count]);
        decoder.commit(count);
        rest = &rest[count..];
    }
}

fn decode(bytes: &[&[u8]]) -> Vec<Set> {
    let pool = pool();
    let mut decoder = Decoder::new(&pool, Toy::new());
    let mut messages = Vec::new();
    for bytes in bytes {
        feed(&mut decoder, bytes, |decoder| {
            messages.push(decoder.current().unwrap().decode().unwrap());
        })
        .unwrap();
    }
    assert_eq!(decoder.missing(), 0);
    assert_eq!(decoder.offset(), bytes.iter().map(|bytes| bytes.len() as u64).sum::<u64>());
    decoder.release();
    assert_eq!(in_use(&pool), 0);
    messages
}
