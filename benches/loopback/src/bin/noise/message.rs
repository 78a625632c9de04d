//! The message that is sent, in the types of both libraries. Its bytes are the same.

use binary_sv2::{B064K, Deserialize, Serialize};
use pool_codec::{Bytes, Frame, FrameSet, Pool, PoolConfig, Sv2Header};
use pool_noise::Session;

/// Returns the bytes behind the number and the prefix of a payload of `len` bytes.
pub(crate) fn body(len: usize) -> Vec<u8> {
    vec![0xA5; len.saturating_sub(6)]
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
