//! The message that is sent, in the types of both libraries. Its bytes are the same.

use binary_sv2::{B064K, Deserialize, Serialize};
use pool_codec::{Bytes, Frame, FrameSet, Pool, PoolConfig, Sv2Header};
use pool_noise::Session;

/// The length of the payload.
#[derive(Clone, Copy)]
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

    /// The bytes behind the number and the prefix.
    pub(crate) fn body(self) -> Vec<u8> {
        match self {
            Self::Small => vec![0xA5; 94],
            Self::Large => vec![0xA5; 4090],
        }
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

const CONFIG: PoolConfig = Session::pool_config::<Set>(&Set::POOL_CONFIG);

pub(crate) static POOL: Pool = Pool::new(&CONFIG);

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Published<'decoder> {
    pub(crate) number: u32,
    pub(crate) body: B064K<'decoder>,
}
