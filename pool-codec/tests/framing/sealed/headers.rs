//! Sealed frames whose header is wrong, or does not match its payload: sealed by a peer that has the keys.

use core::cell::Cell;

use pool_codec::error::{FrameError, HeaderError};
use pool_codec::layout::Crc32;
use pool_codec::sealed::{self, Blocks, Seal, SealedDecoder, SealedEncoder};
use pool_codec::{Frame, FrameEncoder, FrameSet, Header, Pool};

use crate::market::in_use;
use crate::toy_cipher::Toy;

#[derive(Debug, Clone, Copy, Frame, Header)]
struct Checked {
    #[frame(magic = [0xAB, 0xCD])]
    magic: (),
    #[header(id)]
    kind: u8,
    #[header(len)]
    len: u32,
    #[header(checksum = Crc32)]
    sum: u32,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1)]
struct Data {
    #[frame(max_len = 90_000)]
    bytes: Vec<u8>,
}

#[derive(Debug, Clone, PartialEq, FrameSet)]
#[frames(header = Checked)]
enum Set {
    Data(Data),
}

fn data(len: usize) -> Data {
    Data { bytes: vec![7; len] }
}

/// The frame in plain text.
fn plain(message: &Data, pool: &Pool) -> Vec<u8> {
    let mut encoder = FrameEncoder::<Set>::new(pool);
    assert!(encoder.push(message).unwrap());
    let bytes = encoder.unsent().concat();
    encoder.sent(bytes.len());
    bytes
}

/// Seals a frame as it is, with a header of 11 bytes.
fn seal(frame: &[u8], cipher: &mut Toy) -> Vec<u8> {
    let (header, payload) = frame.split_at(11);
    let mut bytes = Vec::new();
    for block in [header].into_iter().chain(payload.chunks(Toy::MAX_BLOCK)) {
        let (mut block, mut mac) = (block.to_vec(), [0; 16]);
        cipher.seal(&mut block, &mut mac).unwrap();
        bytes.extend(block);
        bytes.extend(mac);
    }
    bytes
}

fn pool() -> Pool {
    Pool::new(&sealed::pool_config::<Set, Toy>(&Set::POOL_CONFIG))
}

/// The results of a decoder that is given the bytes.
fn decode(bytes: &[u8], pool: &Pool) -> Vec<Result<Data, FrameError>> {
    let mut decoder = SealedDecoder::<Set, _>::new(pool, Toy::new());
    let (mut rest, mut results) = (bytes, Vec::new());
    loop {
        match decoder.next_frame() {
            Ok(Some(frame)) => results.push(Ok(frame.decode().unwrap())),
            Ok(None) if rest.is_empty() => break,
            Ok(None) => {
                let window = decoder.window().unwrap();
                let count = window.len().min(rest.len());
                window[..count].copy_from_slice(&rest[..count]);
                decoder.commit(count);
                rest = &rest[count..];
            }
            Err(error) => {
                let fatal = error.is_fatal();
                results.push(Err(error));
                if fatal {
                    break;
                }
            }
        }
    }
    if results.iter().all(|result| !matches!(result, Err(error) if error.is_fatal())) {
        assert_eq!((decoder.missing(), decoder.offset()), (0, bytes.len() as u64));
    }
    results
}

/// A wrong checksum is not a wrong MAC: the frame is dropped, and the next one is read.
#[test]
fn a_wrong_checksum_is_an_error_of_its_frame() {
    let pool = pool();
    for len in [0, 10, 12_000, 70_000] {
        let (mut cipher, mut bytes) = (Toy::new(), Vec::new());
        bytes.extend(seal(&plain(&data(5), &pool), &mut cipher));
        let offset = bytes.len() as u64;
        let mut wrong = plain(&data(len), &pool);
        *wrong.last_mut().unwrap() ^= 1;
        bytes.extend(seal(&wrong, &mut cipher));
        bytes.extend(seal(&plain(&data(6), &pool), &mut cipher));
        let results = decode(&bytes, &pool);
        let [Ok(first), Err(FrameError::Corrupt { offset: at, .. }), Ok(last)] = &results[..]
        else {
            panic!("{results:?}")
        };
        assert_eq!((first, *at, last), (&data(5), offset, &data(6)));
    }
    assert_eq!(in_use(&pool), 0);
}

/// Bytes that are authentic but no header: nothing behind them can be read.
#[test]
fn a_malformed_header_is_fatal() {
    let pool = pool();
    let (mut cipher, mut bytes) = (Toy::new(), Vec::new());
    bytes.extend(seal(&plain(&data(5), &pool), &mut cipher));
    let start = bytes.len() as u64;
    let mut wrong = plain(&data(8), &pool);
    wrong[0] ^= 1;
    bytes.extend(seal(&wrong, &mut cipher));
    let results = decode(&bytes, &pool);
    let [Ok(_), Err(FrameError::Header { error: HeaderError { .. }, offset })] = &results[..]
    else {
        panic!("{results:?}")
    };
    assert_eq!(*offset, start);
    assert_eq!(in_use(&pool), 0);
}

/// The encoder completes the checksum before it seals the header.
#[test]
fn checksums_are_sealed() {
    let pool = pool();
    for len in [10, 70_000] {
        let mut encoder = SealedEncoder::<Set, _>::new(&pool, Toy::new());
        assert!(encoder.push(&data(len)).unwrap());
        let mut bytes: Vec<u8> = Vec::new();
        while encoder.unsent_len() > 0 {
            let [piece, _] = encoder.unsent();
            bytes.extend(piece);
            encoder.sent(piece.len());
        }
        assert_eq!(bytes, seal(&plain(&data(len), &pool), &mut Toy::new()));
    }
}

thread_local! {
    /// The calls of `Liar::payload_len` so far, and the one of them in a period that returns another length.
    static CALLS: Cell<[usize; 3]> = const { Cell::new([0; 3]) };
}

/// A header whose length changes between calls.
#[derive(Debug, Clone, Copy)]
struct Liar {
    len: u16,
}

impl Header for Liar {
    const SIZE: usize = 2;
    const MAX_ID: u32 = 1;
    const MAX_PAYLOAD: usize = 0xFFFF;

    fn new(_: u32, payload_len: usize) -> Option<Self> {
        Some(Self { len: payload_len.try_into().ok()? })
    }

    fn decode(bytes: &[u8]) -> Result<Self, HeaderError> {
        let len = bytes.try_into().map_err(|_| HeaderError { reason: "two bytes" })?;
        Ok(Self { len: u16::from_le_bytes(len) })
    }

    fn encode(&self, out: &mut [u8]) {
        out.copy_from_slice(&self.len.to_le_bytes());
    }

    fn id(&self) -> u32 {
        1
    }

    fn payload_len(&self) -> usize {
        let [calls, period, lie] = CALLS.get();
        CALLS.set([calls + 1, period, lie]);
        match calls % period {
            0 => lie,
            _ => self.len.into(),
        }
    }
}

#[derive(Debug, Clone, PartialEq, FrameSet)]
#[frames(header = Liar)]
enum Lies {
    Data(Data),
}

/// Whatever a hand-written header says, nothing panics, and no slot is lost.
#[test]
fn a_header_that_lies_about_its_length_does_no_harm() {
    let pool = Pool::new(&sealed::pool_config::<Lies, Toy>(&Lies::POOL_CONFIG));
    CALLS.set([1, usize::MAX, 0]);
    let mut encoder = SealedEncoder::<Lies, _>::new(&pool, Toy::new());
    let mut honest = Vec::new();
    for len in [5, 100, 40_000, 7] {
        assert!(encoder.push(&data(len)).unwrap());
        while encoder.unsent_len() > 0 {
            let [piece, _] = encoder.unsent();
            honest.extend_from_slice(piece);
            encoder.sent(piece.len());
        }
    }
    drop(encoder);
    for (period, lie) in
        (1..12).flat_map(|period| [0, 1, 50, 60_000, 1 << 40].map(|lie| (period, lie)))
    {
        for first in 0..period {
            CALLS.set([first, period, lie]);
            let mut encoder = SealedEncoder::<Lies, _>::new(&pool, Toy::new());
            for len in [5, 100, 40_000] {
                let _ = encoder.push(&data(len));
                let _ = encoder.unsent();
            }
            drop(encoder);
            CALLS.set([first, period, lie]);
            let mut decoder = SealedDecoder::<Lies, _>::new(&pool, Toy::new());
            let mut rest = &honest[..];
            while let Ok(window) = decoder.window() {
                let count = window.len().min(rest.len());
                window[..count].copy_from_slice(&rest[..count]);
                if count == 0 {
                    break;
                }
                decoder.commit(count);
                rest = &rest[count..];
                for _ in 0..9 {
                    if let Ok(Some(frame)) = decoder.next_frame() {
                        let _ = frame.payload().len();
                    }
                }
                let _ = (decoder.missing(), decoder.offset());
            }
            drop(decoder);
            assert_eq!(in_use(&pool), 0, "{period} {lie} {first}");
        }
    }
}
