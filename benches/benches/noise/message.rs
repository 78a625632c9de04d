//! The message that is sent, in the types of both libraries. Its bytes are the same.

use binary_sv2::{B064K, Deserialize, Serialize};
use pool_codec::{Bytes, Frame, FrameSet, Pool, Sv2Header};

/// The length of the payload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Size {
    Small,
    Large,
}

impl Size {
    pub(crate) const ALL: [Self; 2] = [Self::Small, Self::Large];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Small => "100 B",
            Self::Large => "4 KiB",
        }
    }

    pub(crate) fn payload(self) -> usize {
        match self {
            Self::Small => 100,
            Self::Large => 4096,
        }
    }

    /// The bytes behind the number and the prefix.
    pub(crate) fn body(self) -> Vec<u8> {
        vec![0xA5; self.payload() - 6]
    }
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1, borrow)]
pub(crate) struct Ours {
    pub(crate) number: u32,
    pub(crate) body: Bytes<4096>,
}

#[derive(Debug, FrameSet)]
#[frames(header = Sv2Header, borrow)]
pub(crate) enum Set {
    Ours(Ours),
}

pub(crate) static POOL: Pool = Pool::new(&Set::POOL_CONFIG);

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Theirs<'decoder> {
    pub(crate) number: u32,
    pub(crate) body: B064K<'decoder>,
}
