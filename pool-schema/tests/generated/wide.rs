// @generated from `wide.toml`, by pool-schema. Change the schema, not this file.

use pool_codec::prelude::*;
use pool_codec::{Seq, Str, TlvHeader};

pub use std::net::Ipv4Addr as Address;

#[derive(Debug, Clone, PartialEq, Eq, Frame)]
#[frame(len = auto)]
pub struct Narrow {
    pub name: Str<20>,
}

/// A transfer.
#[derive(Debug, Clone, PartialEq, Eq, Frame)]
#[frame(id = 19, len = u64)]
pub struct Transfer {
    pub memo: Str<300>,
    pub parts: Seq<Narrow, 9>,
}

#[derive(Debug, Clone, PartialEq, Eq, Frame)]
#[frame(id = 20, tag = u32, len = u64)]
pub enum Signal {
    #[frame(tag = 0)]
    On,
    #[frame(tag = 1)]
    Off { reason: Str<9> },
}

#[derive(Debug, Clone, PartialEq, Eq, FrameSet)]
#[frames(header = TlvHeader)]
pub enum Wide {
    Transfer(Transfer),
    Signal(Signal),
}
