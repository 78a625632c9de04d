//! The lower limit: it copies the payload from the stream to a buffer that it reuses, and keeps the id only.

use std::io::Read;

use crate::contender::Contender;
use crate::stream::Repeat;

pub(crate) struct Copies {
    stream: Repeat,
    payload: Vec<u8>,
}

impl Contender for Copies {
    type Kept = (u32, usize);

    fn new(stream: Repeat) -> Self {
        Self { stream, payload: Vec::new() }
    }

    #[inline(always)]
    fn next(&mut self) -> (u32, usize) {
        let mut header = [0; 6];
        self.stream.read_exact(&mut header).expect("reads");
        let [_, _, _, a, b, c] = header;
        let len = u32::from_le_bytes([a, b, c, 0]) as usize;
        self.payload.resize(len, 0);
        self.stream.read_exact(&mut self.payload).expect("reads");
        let id = self.payload.first_chunk().expect("the payload begins with the id");
        // The id, the root and the prefix of the suffix precede it.
        (u32::from_le_bytes(*id), len - 4 - 32 - 3)
    }

    fn seen(kept: &mut (u32, usize)) -> (u32, usize) {
        *kept
    }
}
