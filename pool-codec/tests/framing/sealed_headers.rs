//! Sealed frames whose header is wrong, or does not match its payload: sealed by a peer that has the keys.

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
