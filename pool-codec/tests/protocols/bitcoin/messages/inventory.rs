//! Announcements of and requests for blocks and transactions by their hashes.

use pool_codec::Frame;
use pool_codec::layout::Bitcoin;

use super::{Hash, id};

/// The most items of a list.
const MAX_ITEMS: usize = 50_000;

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(borrow, copy, layout = Bitcoin, tag = u32)]
pub(crate) enum Item {
    #[frame(tag = 1)]
    Transaction(Hash),
    #[frame(tag = 2)]
    Block(Hash),
    #[frame(tag = 4)]
    CompactBlock(Hash),
    #[frame(tag = 5)]
    TransactionByWtxid(Hash),
    #[frame(tag = 0x4000_0001)]
    WitnessTransaction(Hash),
    #[frame(tag = 0x4000_0002)]
    WitnessBlock(Hash),
    #[frame(other)]
    Other(u32, Hash),
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = id("inv"), borrow, layout = Bitcoin)]
pub(crate) struct Inv {
    #[frame(max_len = MAX_ITEMS)]
    pub(crate) items: Vec<Item>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = id("getdata"), borrow, layout = Bitcoin)]
pub(crate) struct GetData {
    #[frame(max_len = MAX_ITEMS)]
    pub(crate) items: Vec<Item>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = id("notfound"), borrow, layout = Bitcoin)]
pub(crate) struct NotFound {
    #[frame(max_len = MAX_ITEMS)]
    pub(crate) items: Vec<Item>,
}
