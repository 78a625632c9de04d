//! Frames whose headers may be invalid, and the expected results of a stream of them.

use pool_codec::error::{FrameError, HeaderError};
use pool_codec::{DecodeFrame, FrameSet, Header, ReadError, UnknownFrames, Wire};

use super::{Blob, BlobRef, Tick, TickRef};

/// A header with a marker, the id, and the length of the payload.
#[derive(Debug, Clone, Copy)]
pub(super) struct Marker {
    pub(super) id: u16,
    pub(super) len: u32,
}

pub(super) const MARK: u8 = 0xA5;
pub(super) const HEADER: usize = 7;
const NO_MARK: HeaderError = HeaderError { reason: "no marker" };

impl Header for Marker {
    const SIZE: usize = HEADER;
    const MAX_ID: u32 = 0xFFFF;
    const MAX_PAYLOAD: usize = 0xFFFF_FFFF;

    fn new(id: u32, len: usize) -> Option<Self> {
        Some(Self { id: id.try_into().ok()?, len: len.try_into().ok()? })
    }

    fn decode(bytes: &[u8]) -> Result<Self, HeaderError> {
        match *bytes {
            [MARK, i, j, a, b, c, d] => {
                Ok(Self { id: u16::from_le_bytes([i, j]), len: u32::from_le_bytes([a, b, c, d]) })
            }
            _ => Err(NO_MARK),
        }
    }

    fn encode(&self, out: &mut [u8]) {
        out[0] = MARK;
        out[1..3].copy_from_slice(&self.id.to_le_bytes());
        out[3..].copy_from_slice(&self.len.to_le_bytes());
    }

    fn id(&self) -> u32 {
        self.id.into()
    }

    fn payload_len(&self) -> usize {
        self.len as usize
    }
}

#[derive(Debug, Clone, PartialEq, FrameSet)]
#[frames(header = Marker, borrow)]
pub(super) enum Marked {
    Tick(Tick),
    Blob(Blob),
}

/// A message, or the text of an error with all its fields.
pub(super) type Event = Result<Marked, String>;

pub(super) fn text(error: &ReadError) -> String {
    format!("{error:?}")
}

/// Returns the expected results of a stream, according to the documentation.
pub(super) fn model(bytes: &[u8], unknown: UnknownFrames) -> Vec<Event> {
    let mut events = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let (rest, offset) = (&bytes[at..], at as u64);
        let Some(head) = rest.get(..HEADER) else {
            let missing = HEADER - rest.len();
            events.push(Err(text(&ReadError::UnexpectedEof { offset, missing })));
            break;
        };
        let Ok(header) = Marker::decode(head) else {
            let error = FrameError::Header { error: NO_MARK, offset };
            events.push(Err(text(&error.into())));
            break;
        };
        let (id, len) = (header.id(), header.payload_len());
        let max = match id {
            1 => Some((Some("Tick"), Tick::MAX_SIZE)),
            2 => Some((Some("Blob"), Blob::MAX_SIZE)),
            _ if unknown == UnknownFrames::Keep => Some((None, Blob::MAX_SIZE)),
            _ => None,
        };
        let mut deliver = false;
        match max {
            Some((name, max)) if len > max => {
                let error = FrameError::TooLarge { id, name, len, max, offset };
                events.push(Err(text(&error.into())));
            }
            None if unknown == UnknownFrames::Reject => {
                events
                    .push(Err(text(&FrameError::UnknownId { id, name: None, len, offset }.into())));
            }
            None => {}
            Some(_) => deliver = true,
        }
        let Some(payload) = rest.get(HEADER..HEADER + len) else {
            let missing = HEADER + len - rest.len();
            events.push(Err(text(&ReadError::UnexpectedEof { offset, missing })));
            break;
        };
        if deliver {
            let message = Marked::decode_frame(id, payload);
            events.push(message.map_err(|error| text(&ReadError::Decode { error, offset })));
        }
        at += HEADER + len;
    }
    events
}
