//! A market-data feed: swaps and states of the pools of an exchange, in TLV frames.

use pool_codec::{Frame, FrameSet, TlvHeader};

/// An account or a token: 20 bytes.
pub type Address = [u8; 20];

/// A 256-bit number, big-endian.
pub type U256 = [u8; 32];

/// The borrowed form of [`Address`].
pub type AddressRef<'decoder> = &'decoder Address;

/// The borrowed form of [`U256`].
pub type U256Ref<'decoder> = &'decoder U256;

/// Somebody swapped one token for the other: 84 bytes, class 128.
#[derive(Debug, Clone, PartialEq, Eq, Frame)]
#[frame(id = 1, borrow)]
pub struct SwapEvent {
    /// The pool it happened in.
    pub pool_address: Address,
    /// What went in.
    pub amount_in: U256,
    /// What came out.
    pub amount_out: U256,
}

/// What a pool holds after a block: 180 bytes, class 256.
#[derive(Debug, Clone, PartialEq, Eq, Frame)]
#[frame(id = 2, borrow)]
pub struct PoolStateUpdate {
    /// The pool.
    pub pool_address: Address,
    /// Its first token.
    pub token0: Address,
    /// Its second token.
    pub token1: Address,
    /// How much of the first it holds.
    pub reserve0: U256,
    /// How much of the second it holds.
    pub reserve1: U256,
    /// The square root of the price.
    pub sqrt_price: U256,
    /// The active liquidity.
    pub liquidity: u64,
    /// The block.
    pub block: u64,
    /// When it was seen, in nanoseconds since 1970.
    pub timestamp: u64,
}

/// Everything the feed carries.
#[derive(Debug, Clone, PartialEq, Eq, FrameSet)]
#[frames(header = TlvHeader, borrow)]
pub enum Market {
    /// A swap.
    SwapEvent(SwapEvent),
    /// A state.
    PoolStateUpdate(PoolStateUpdate),
}

// The sizes that the feed's design names.
const _: () = assert!(SwapEvent::SIZE_CLASS.bytes() == 128 && Market::MAX_SIZE == 180);
