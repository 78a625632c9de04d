//! Blocks and their headers.

use pool_codec::Frame;
use pool_codec::layout::Bitcoin;

use super::{Hash, HashRef, MAX_BLOCK, Transaction, id};

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(borrow, layout = Bitcoin)]
pub(crate) struct BlockHeader {
    pub(crate) version: i32,
    pub(crate) previous: Hash,
    pub(crate) merkle_root: Hash,
    pub(crate) time: u32,
    pub(crate) bits: u32,
    pub(crate) nonce: u32,
}

/// A header as a block without transactions.
#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(borrow, layout = Bitcoin)]
pub(crate) struct HeaderOnly {
    pub(crate) header: BlockHeader,
    #[frame(magic = b"\0")]
    pub(crate) transactions: (),
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = id("headers"), borrow, layout = Bitcoin)]
pub(crate) struct Headers {
    #[frame(max_len = 2000)]
    pub(crate) headers: Vec<HeaderOnly>,
}

/// The shortest transaction, in bytes: one input and one output without scripts.
const MIN_TRANSACTION: usize = 60;

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = id("block"), borrow, layout = Bitcoin, max_size = MAX_BLOCK)]
pub(crate) struct Block {
    pub(crate) header: BlockHeader,
    #[frame(max_len = MAX_BLOCK / MIN_TRANSACTION)]
    pub(crate) transactions: Vec<Transaction>,
}
