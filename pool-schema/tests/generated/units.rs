// @generated from `units.yaml`, by pool-schema. Change the schema, not this file.

use pool_codec::prelude::*;
use pool_codec::TlvHeader;

#[derive(Debug, Clone, PartialEq, Eq, Frame)]
#[frame(id = 1, borrow)]
pub struct Ping;

#[derive(Debug, Clone, PartialEq, Eq, Frame)]
#[frame(id = 2, borrow)]
pub struct Pong;

#[derive(Debug, Clone, PartialEq, Eq, FrameSet)]
#[frames(header = TlvHeader, borrow)]
pub enum Units {
    Ping(Ping),
    Pong(Pong),
}
