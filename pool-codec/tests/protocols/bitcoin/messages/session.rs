//! Messages about the connection itself.

use pool_codec::Frame;
use pool_codec::layout::Bitcoin;

use super::{Address, AddressRef, Hash, HashRef, id};

/// `version`. Peers older than version 70001 end it before `relay`; the crate refuses that, and so does this type.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = id("version"), borrow, layout = Bitcoin)]
pub(crate) struct Version {
    pub(crate) version: u32,
    pub(crate) services: u64,
    pub(crate) timestamp: i64,
    pub(crate) receiver: Address,
    pub(crate) sender: Address,
    pub(crate) nonce: u64,
    #[frame(max_len = 256)]
    pub(crate) user_agent: String,
    pub(crate) start_height: i32,
    pub(crate) relay: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(id = id("verack"), borrow, layout = Bitcoin)]
pub(crate) struct Verack;

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(id = id("sendheaders"), borrow, layout = Bitcoin)]
pub(crate) struct SendHeaders;

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(id = id("wtxidrelay"), borrow, layout = Bitcoin)]
pub(crate) struct WtxidRelay;

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(id = id("sendaddrv2"), borrow, layout = Bitcoin)]
pub(crate) struct SendAddrV2;

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(id = id("getaddr"), borrow, layout = Bitcoin)]
pub(crate) struct GetAddr;

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(id = id("mempool"), borrow, layout = Bitcoin)]
pub(crate) struct MemPool;

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(id = id("ping"), borrow, layout = Bitcoin)]
pub(crate) struct Ping {
    pub(crate) nonce: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(id = id("pong"), borrow, layout = Bitcoin)]
pub(crate) struct Pong {
    pub(crate) nonce: u64,
}

/// All bitcoins that there will be, in satoshis.
const MAX_MONEY: i64 = 2_100_000_000_000_000;

/// `feefilter`, in satoshis for 1000 virtual bytes.
#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(id = id("feefilter"), borrow, layout = Bitcoin)]
pub(crate) struct FeeFilter {
    #[frame(range = 0..=MAX_MONEY)]
    pub(crate) fee_rate: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(id = id("sendcmpct"), borrow, layout = Bitcoin)]
pub(crate) struct SendCmpct {
    pub(crate) high_bandwidth: bool,
    pub(crate) version: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(borrow, layout = Bitcoin)]
pub(crate) enum RejectCode {
    #[frame(tag = 0x01)]
    Malformed,
    #[frame(tag = 0x10)]
    Invalid,
    #[frame(tag = 0x11)]
    Obsolete,
    #[frame(tag = 0x12)]
    Duplicate,
    #[frame(tag = 0x40)]
    NonStandard,
    #[frame(tag = 0x41)]
    Dust,
    #[frame(tag = 0x42)]
    Fee,
    #[frame(tag = 0x43)]
    Checkpoint,
}

/// `reject` about a block or a transaction.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = id("reject"), borrow, layout = Bitcoin)]
pub(crate) struct Reject {
    #[frame(max_len = 12)]
    pub(crate) command: String,
    pub(crate) code: RejectCode,
    #[frame(max_len = 111)]
    pub(crate) reason: String,
    pub(crate) hash: Hash,
}
