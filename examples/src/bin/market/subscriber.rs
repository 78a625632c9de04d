//! The subscriber, which counts swaps in place and holds the states in their slots.

use core::fmt;
use std::collections::HashMap;

use examples::market::{Address, Market, MarketRef, PoolStateUpdate};
use pool_codec::service::Service;
use pool_codec::{Frame, Held};
use tokio::io::AsyncRead;
use tokio_util::sync::CancellationToken;

/// The events that a subscriber received.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    swaps: u64,
    states: u64,
    /// The last state of each pool, held in the slot that it was read into or copied to.
    latest: HashMap<Address, Held<PoolStateUpdate>>,
}

impl Seen {
    pub(crate) fn events(&self) -> u64 {
        self.swaps.saturating_add(self.states)
    }
}

/// Reads events until the publisher ends the stream, or until `stop`.
pub(crate) async fn subscribe(
    stream: impl AsyncRead + Unpin,
    service: &Service<Market>,
    stop: CancellationToken,
) -> anyhow::Result<Seen> {
    let mut reader = service.tokio_reader(stream);
    let mut seen = Seen::default();
    while let Some(next) = stop.run_until_cancelled(reader.read()).await {
        let Some(frame) = next? else { break };
        if frame.id() == PoolStateUpdate::ID {
            // With `Overflow::Wait`, the reader waits for a slot and reads nothing in the meantime.
            let slot = service.pool().acquire_async(frame.payload().len()).await?;
            let state: Held<PoolStateUpdate> = frame.hold_in(slot)?;
            seen.states = seen.states.saturating_add(1);
            seen.latest.insert(*state.get().pool_address, state);
        } else if let MarketRef::SwapEvent(_) = frame.borrow::<Market>()? {
            seen.swaps = seen.swaps.saturating_add(1);
        }
    }
    Ok(seen)
}

impl fmt::Display for Seen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let block = self.latest.values().map(|state| state.get().block).max().unwrap_or_default();
        write!(
            f,
            "{} swaps, {} states of {} pools up to block {block}",
            self.swaps,
            self.states,
            self.latest.len()
        )
    }
}
