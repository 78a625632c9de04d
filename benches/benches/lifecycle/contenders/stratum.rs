//! `codec_sv2` with its buffer pool, and `binary_sv2`. A message that borrows cannot be kept with its frame, so the frame
//! is kept after the message was decoded from it, as in the report.

use std::io::Read;

use binary_sv2::{B016M, Deserialize, Serialize, U256};
use codec_sv2::{Decoded, Decoder, SerializedFrame};
use core::hint::black_box;

use crate::contender::Contender;
use crate::stream::Repeat;

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Job<'decoder> {
    channel_id: u32,
    merkle_root: U256<'decoder>,
    suffix: B016M<'decoder>,
}

/// Reads the next frame, as the example of the crate does.
#[inline(always)]
fn next(stream: &mut Repeat, decoder: &mut Decoder) -> SerializedFrame {
    loop {
        stream.read_exact(decoder.writable()).expect("reads");
        if let Decoded::Frame(frame) = decoder.next_frame().expect("is a frame") {
            return frame;
        }
    }
}

fn decode(frame: &mut SerializedFrame) -> Job<'_> {
    binary_sv2::from_bytes(frame.payload()).expect("decodes")
}

pub(crate) struct Holds(Repeat, Decoder);

impl Contender for Holds {
    type Kept = SerializedFrame;

    fn new(stream: Repeat) -> Self {
        Self(stream, Decoder::new())
    }

    #[inline(always)]
    fn next(&mut self) -> SerializedFrame {
        let mut frame = next(&mut self.0, &mut self.1);
        black_box(&decode(&mut frame));
        frame
    }

    fn seen(kept: &mut SerializedFrame) -> (u32, usize) {
        let job = decode(kept);
        (job.channel_id, job.suffix.as_bytes().len())
    }
}

pub(crate) struct Owns(Repeat, Decoder);

impl Contender for Owns {
    type Kept = JobOwned;

    fn new(stream: Repeat) -> Self {
        Self(stream, Decoder::new())
    }

    #[inline(always)]
    fn next(&mut self) -> JobOwned {
        decode(&mut next(&mut self.0, &mut self.1)).into_owned()
    }

    fn seen(kept: &mut JobOwned) -> (u32, usize) {
        (kept.channel_id, kept.suffix.as_bytes().len())
    }
}
