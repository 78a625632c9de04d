//! Headers that decode and cannot be encoded, and payloads whose checksum a header cannot express. Neither is a panic.

use pool_codec::error::{FrameError, SendError};
use pool_codec::layout::{Adapter, Checksum, Leb128};
use pool_codec::{
    Frame, FrameDecoder, FrameEncoder, FrameReader, FrameSet, Header, Pool, ReadError,
    read_frame_pooled,
};

/// The default of its second field is too long for its bound.
#[derive(Debug, Clone, Copy, PartialEq, Default, Frame)]
#[frame(max_size = 6, layout = Leb128)]
struct Extension {
    first: u32,
    #[frame(default = 70_000)]
    second: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame, Header)]
struct Extended {
    #[header(id)]
    id: u8,
    #[header(len)]
    len: u32,
    #[frame(delimited)]
    extension: Extension,
}

/// Accepts what it does not send.
struct Level;

impl Adapter<u8> for Level {
    type Wire = u8;

    fn to_wire(value: &u8) -> Result<u8, &'static str> {
        if *value <= 3 { Ok(*value) } else { Err("only levels up to 3 are sent") }
    }

    fn from_wire(wire: u8) -> Result<u8, &'static str> {
        Ok(wire)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Frame, Header)]
struct Leveled {
    #[header(id)]
    id: u8,
    #[header(len)]
    len: u32,
    #[frame(with = Level)]
    level: u8,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1, borrow)]
struct Blob {
    #[frame(rest, max_len = 40_000)]
    content: Vec<u8>,
}

#[derive(Debug, FrameSet)]
#[frames(header = Extended, borrow)]
enum ExtendedSet {
    Blob(Blob),
}

#[derive(Debug, FrameSet)]
#[frames(header = Leveled, borrow)]
enum LeveledSet {
    Blob(Blob),
}

/// Every way of reading refuses the header, with the same reason.
fn refused<S: FrameSet>(header: &[u8]) {
    let pool = Pool::new(&S::POOL_CONFIG);
    for len in [100_u32, 20_000] {
        let mut bytes = header.to_vec();
        bytes[1..5].copy_from_slice(&len.to_le_bytes());
        bytes.resize(header.len() + len as usize, 7);
        let check = |error: FrameError| {
            assert!(error.to_string().contains("cannot be encoded again"), "{error}");
        };
        match FrameReader::<_, S>::new(&bytes[..], &pool).read() {
            Err(ReadError::Frame(error)) => check(error),
            other => panic!("{other:?}"),
        }
        match read_frame_pooled::<S>(&mut &bytes[..], &pool) {
            Err(ReadError::Frame(error)) => check(error),
            other => panic!("{other:?}"),
        }
        let mut decoder = FrameDecoder::<S>::new(&pool);
        let window = decoder.window().unwrap();
        let count = window.len().min(bytes.len());
        window[..count].copy_from_slice(&bytes[..count]);
        decoder.commit(count);
        check(decoder.next_frame().err().unwrap());
    }
    assert!(pool.stats().classes().all(|class| class.in_use == 0));
}

#[test]
fn a_header_that_cannot_be_encoded_again_is_refused() {
    refused::<ExtendedSet>(&[1, 0, 0, 0, 0, 5, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F]);
    refused::<LeveledSet>(&[1, 0, 0, 0, 0, 9]);
}

#[derive(Default)]
struct Xor(u8);

impl Checksum for Xor {
    type Sum = u8;

    fn update(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |sum, byte| sum ^ byte);
    }

    fn finish(self) -> u8 {
        self.0
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Frame, Header)]
struct Summed {
    #[header(len)]
    len: u16,
    #[header(checksum = Xor)]
    #[frame(range = 0..=0xFE)]
    sum: u8,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 0, borrow)]
struct Sums {
    #[frame(rest, max_len = 20_000)]
    content: Vec<u8>,
}

#[derive(Debug, FrameSet)]
#[frames(header = Summed, borrow)]
enum SummedSet {
    Sums(Sums),
}

#[test]
fn a_checksum_that_the_header_cannot_express_is_an_error() {
    let pool = Pool::new(&SummedSet::POOL_CONFIG);
    // In a batch, and in a slot of its own.
    for len in [1_usize, 19_999] {
        let mut encoder = FrameEncoder::<SummedSet>::new(&pool);
        for last in [0xFF_u8, 0xFE] {
            let mut content = vec![0; len];
            content[len - 1] = last;
            match encoder.push(&Sums { content }) {
                Ok(true) => assert_eq!(last, 0xFE),
                Err(SendError::Encode(error)) => {
                    assert!(last == 0xFF && error.to_string().contains("header"), "{error}");
                }
                other => panic!("{other:?}"),
            }
        }
        let sent: usize = encoder.unsent().iter().map(|bytes| bytes.len()).sum();
        assert_eq!(sent, 3 + len, "only the second frame is there");
    }
}
