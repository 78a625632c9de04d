//! Streams of frames: read in pieces in both ways, and written.

use core::fmt::Debug;
use std::io::{self, Read};

use pool_codec::error::FrameError;
use pool_codec::{
    Carries, DecodeError, EncodeFrame, FrameDecoder, FrameReader, FrameSet, FrameWriter, Pool,
    ReadError,
};

/// Why a frame was not read.
#[derive(Debug)]
pub(crate) enum Refused {
    Frame(FrameError),
    Payload(DecodeError),
}

/// A frame that was read, as its header and its message.
pub(crate) type Reading<S> = Result<(<S as FrameSet>::Header, S), Refused>;

/// A stream that returns at most some bytes with each read.
struct Pieces<'a> {
    bytes: &'a [u8],
    piece: usize,
}

impl Read for Pieces<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let len = buffer.len().min(self.piece);
        self.bytes.read(&mut buffer[..len])
    }
}

/// Reads a stream in pieces up to its end or a fatal error. Returns the frames and whether the stream ended inside a
/// frame. A decoder and a reader have to agree.
pub(crate) fn read<S: FrameSet + Debug>(bytes: &[u8], piece: usize) -> (Vec<Reading<S>>, bool) {
    let pool = Pool::new(&S::POOL_CONFIG);
    let decoded = decode::<S>(&pool, bytes, piece);
    let mut reader = FrameReader::<_, S>::new(Pieces { bytes, piece }, &pool);
    let mut frames = Vec::new();
    let is_cut = loop {
        match reader.read() {
            Ok(Some(frame)) => {
                frames.push(frame.decode().map(|it| (frame.header(), it)).map_err(Refused::Payload))
            }
            Ok(None) => break false,
            Err(ReadError::Frame(error)) => {
                let is_fatal = error.is_fatal();
                frames.push(Err(Refused::Frame(error)));
                if is_fatal {
                    break false;
                }
            }
            Err(_) => break true,
        }
    };
    assert_eq!(format!("{:?}", (&frames, is_cut)), format!("{decoded:?}"));
    (frames, is_cut)
}

fn decode<S: FrameSet>(pool: &Pool, bytes: &[u8], piece: usize) -> (Vec<Reading<S>>, bool) {
    let mut decoder = FrameDecoder::<S>::new(pool);
    let (mut rest, mut frames) = (bytes, Vec::new());
    loop {
        match decoder.next_frame() {
            Ok(Some(frame)) => {
                frames.push(frame.decode().map(|it| (frame.header(), it)).map_err(Refused::Payload))
            }
            Ok(None) if rest.is_empty() => return (frames, decoder.missing() > 0),
            Ok(None) => {
                let window = decoder.window().unwrap();
                let len = window.len().min(piece).min(rest.len());
                let (now, later) = rest.split_at(len);
                window[..len].copy_from_slice(now);
                decoder.commit(len);
                rest = later;
            }
            Err(error) => {
                let is_fatal = error.is_fatal();
                frames.push(Err(Refused::Frame(error)));
                if is_fatal {
                    return (frames, false);
                }
            }
        }
    }
}

/// Reads the messages of a stream in which all frames are right.
pub(crate) fn messages<S: FrameSet + Debug>(bytes: &[u8], piece: usize) -> Vec<S> {
    let (frames, is_cut) = read::<S>(bytes, piece);
    assert!(!is_cut);
    frames.into_iter().map(|frame| frame.unwrap().1).collect()
}

/// Writes messages as frames. `amend` sets fields of the header of the message with an index.
pub(crate) fn write<S>(messages: &[S], amend: impl Fn(usize, &mut S::FrameHeader)) -> Vec<u8>
where
    S: FrameSet + Carries<<S as EncodeFrame>::Message>,
{
    let pool = Pool::new(&S::POOL_CONFIG);
    let mut writer = FrameWriter::<_, S>::new(Vec::new(), &pool);
    for (index, message) in messages.iter().enumerate() {
        writer.send_with(message, |header| amend(index, header)).unwrap();
    }
    writer.flush().unwrap();
    writer.get_ref().clone()
}
