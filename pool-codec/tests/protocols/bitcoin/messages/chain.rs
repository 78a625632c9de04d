//! Requests for parts of the chain.

use pool_codec::Frame;
use pool_codec::layout::Bitcoin;

use super::{Hash, HashRef, id};

/// The most hashes of a locator.
const MAX_LOCATOR: usize = 101;

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = id("getblocks"), borrow, layout = Bitcoin)]
pub(crate) struct GetBlocks {
    pub(crate) version: u32,
    #[frame(max_len = MAX_LOCATOR)]
    pub(crate) locator: Vec<Hash>,
    pub(crate) stop: Hash,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = id("getheaders"), borrow, layout = Bitcoin)]
pub(crate) struct GetHeaders {
    pub(crate) version: u32,
    #[frame(max_len = MAX_LOCATOR)]
    pub(crate) locator: Vec<Hash>,
    pub(crate) stop: Hash,
}
