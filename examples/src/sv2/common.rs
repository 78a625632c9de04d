//! Messages of every Stratum V2 connection (specification section 3).

use pool_codec::Frame;

use super::types::*;

/// The protocol that a connection uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Frame)]
#[frame(tag = u8, borrow)]
pub enum Protocol {
    MiningProtocol = 0,
    JobDeclarationProtocol = 1,
    TemplateDistributionProtocol = 2,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 0x00, borrow)]
pub struct SetupConnection {
    pub protocol: Protocol,
    pub min_version: u16,
    pub max_version: u16,
    pub flags: u32,
    pub endpoint_host: Str0255,
    pub endpoint_port: u16,
    pub vendor: Str0255,
    pub hardware_version: Str0255,
    pub firmware: Str0255,
    pub device_id: Str0255,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 0x01, borrow)]
pub struct SetupConnectionSuccess {
    pub used_version: u16,
    pub flags: u32,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 0x02, borrow)]
pub struct SetupConnectionError {
    pub flags: u32,
    pub error_code: Str0255,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 0x800003, borrow)]
pub struct ChannelEndpointChanged {
    pub channel_id: u32,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 0x04, borrow)]
pub struct Reconnect {
    pub new_host: Str0255,
    pub new_port: u16,
}
