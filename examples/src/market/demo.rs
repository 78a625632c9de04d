//! What the programs of the feed publish and print.

use std::io::Write;

use crate::market::{MarketRef, PoolStateUpdate};

/// Returns a state of a pool after the given block.
#[must_use]
pub fn state(block: u64) -> PoolStateUpdate {
    PoolStateUpdate {
        pool_address: [1; 20],
        token0: [2; 20],
        token1: [3; 20],
        reserve0: [4; 32],
        reserve1: [5; 32],
        sqrt_price: [6; 32],
        liquidity: 7,
        block,
        timestamp: block,
    }
}

/// Describes a message in a line.
#[must_use]
pub fn describe(market: &MarketRef<'_>) -> String {
    match market {
        MarketRef::SwapEvent(swap) => format!("swap in pool {:?}", &swap.pool_address[..4]),
        MarketRef::PoolStateUpdate(state) => format!("block {}", state.block),
    }
}

/// Prints a line at once, also to a pipe. Ends the program if nobody reads its output.
pub fn print_line(line: &str) {
    let mut out = std::io::stdout().lock();
    if writeln!(out, "{line}").and_then(|()| out.flush()).is_err() {
        std::process::exit(1);
    }
}
