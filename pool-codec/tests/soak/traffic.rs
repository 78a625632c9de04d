//! The traffic of a connection, which both sides know in advance.

use core::time::Duration;

use pool_codec::{Bytes, Encodable, Frame, FrameSet, Str, TlvHeader};
use tokio::time::sleep;

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1, borrow)]
pub(super) struct Tick {
    pub(super) connection: u64,
    pub(super) number: u64,
    pub(super) venue: Str<20>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 2, borrow)]
pub(super) struct Blob {
    pub(super) connection: u64,
    pub(super) number: u64,
    pub(super) content: Bytes<60_000>,
}

#[derive(Debug, Clone, PartialEq, FrameSet)]
#[frames(header = TlvHeader, borrow)]
pub(super) enum Traffic {
    Tick(Tick),
    Blob(Blob),
}

/// The random numbers of SplitMix64.
pub(super) struct Random(pub(super) u64);

impl Random {
    pub(super) fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % end
    }

    pub(super) fn one_in(&mut self, end: u64) -> bool {
        self.below(end) == 0
    }

    pub(super) async fn pause(&mut self, millis: u64) {
        match self.below(millis) {
            0 => tokio::task::yield_now().await,
            some => sleep(Duration::from_millis(some)).await,
        }
    }
}

/// Returns the frame with the given number. Both sides know its content.
pub(super) fn nth(connection: u64, number: u64) -> Traffic {
    let mut random = Random(connection ^ (number << 40));
    let len = match random.below(200) {
        0 => 17_000 + random.below(43_000),
        1..20 => random.below(4000),
        _ => {
            let venue = "XNASDAQ-XNYSE-XLON!!"[..random.below(21) as usize].parse().unwrap();
            return Traffic::Tick(Tick { connection, number, venue });
        }
    };
    let content = vec![(connection ^ number) as u8; len as usize].try_into().unwrap();
    Traffic::Blob(Blob { connection, number, content })
}

/// A reply of the server. It is small, so it fits into the batch and needs no slot that others wait for.
pub(super) fn reply(connection: u64, number: u64) -> Traffic {
    if number % 16 == 15 {
        let content = vec![number as u8; 3000].try_into().unwrap();
        return Traffic::Blob(Blob { connection, number, content });
    }
    Traffic::Tick(Tick { connection, number, venue: "reply".parse().unwrap() })
}

pub(super) fn frame(id: u16, len: u32, payload: &[u8]) -> Vec<u8> {
    let mut bytes = id.to_le_bytes().to_vec();
    bytes.extend(len.to_le_bytes());
    bytes.extend(payload);
    bytes
}

pub(super) fn whole(id: u16, payload: &[u8]) -> Vec<u8> {
    frame(id, payload.len() as u32, payload)
}

pub(super) fn good(connection: u64, number: u64) -> Vec<u8> {
    match nth(connection, number) {
        Traffic::Tick(tick) => whole(1, &tick.encode_to_vec().unwrap()),
        Traffic::Blob(blob) => whole(2, &blob.encode_to_vec().unwrap()),
    }
}

/// The fault of a frame after which the stream continues.
pub(super) fn bad(random: &mut Random) -> Vec<u8> {
    let len = random.below(3000) as usize;
    match random.below(3) {
        0 => whole(3 + random.below(60_000) as u16, &vec![0xAB; len]),
        // The payload is longer than a tick can be.
        1 => whole(1, &vec![0xAB; 38 + len]),
        // The text is longer than its bound, and longer than the payload.
        _ => whole(1, &[0xFF; 30]),
    }
}
