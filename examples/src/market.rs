//! A market-data feed: swaps and states of the pools of an exchange, in TLV frames.

pub mod demo;

use pool_codec::{Frame, FrameSet, TlvHeader};

/// An account or a token: 20 bytes.
pub type Address = [u8; 20];

/// A 256-bit number, big-endian.
pub type U256 = [u8; 32];

/// The borrowed form of [`Address`].
pub type AddressRef<'decoder> = &'decoder Address;

/// The borrowed form of [`U256`].
pub type U256Ref<'decoder> = &'decoder U256;

/// A swap of one token for another: 84 bytes, class 128.
#[derive(Debug, Clone, PartialEq, Eq, Frame)]
#[frame(id = 1, borrow)]
pub struct SwapEvent {
    /// The pool of the swap.
    pub pool_address: Address,
    /// The amount that was paid in.
    pub amount_in: U256,
    /// The amount that was paid out.
    pub amount_out: U256,
}

/// The state of a pool after a block: 180 bytes, class 256.
#[derive(Debug, Clone, PartialEq, Eq, Frame)]
#[frame(id = 2, borrow)]
pub struct PoolStateUpdate {
    /// The pool.
    pub pool_address: Address,
    /// The first token of the pool.
    pub token0: Address,
    /// The second token of the pool.
    pub token1: Address,
    /// The amount of the first token in the pool.
    pub reserve0: U256,
    /// The amount of the second token in the pool.
    pub reserve1: U256,
    /// The square root of the price.
    pub sqrt_price: U256,
    /// The active liquidity.
    pub liquidity: u64,
    /// The block.
    pub block: u64,
    /// The time of the observation, in nanoseconds since 1970.
    pub timestamp: u64,
}

/// Any message of the feed.
#[derive(Debug, Clone, PartialEq, Eq, FrameSet)]
#[frames(header = TlvHeader, borrow)]
pub enum Market {
    /// A swap.
    SwapEvent(SwapEvent),
    /// The state of a pool.
    PoolStateUpdate(PoolStateUpdate),
}

// The sizes that the design of the feed specifies.
const _: () = assert!(SwapEvent::SIZE_CLASS.bytes() == 128 && Market::MAX_SIZE == 180);
