//! The message in a set of ours, and in the types of the published roles. Its bytes are the same.

use binary_sv2::{B064K, Deserialize, Serialize};
use loopback::message::{Message, MessageRef};
use pool_codec::{FrameSet, Pool, PoolConfig, Sv2Header};
use pool_noise::Session;

#[derive(Debug, FrameSet)]
#[frames(header = Sv2Header, borrow)]
pub(crate) enum Set {
    Message(Message),
}

const CONFIG: PoolConfig = Session::pool_config::<Set>(&Set::POOL_CONFIG);

pub(crate) static POOL: Pool = Pool::new(&CONFIG);

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Published<'decoder> {
    pub(crate) number: u32,
    pub(crate) body: B064K<'decoder>,
}
