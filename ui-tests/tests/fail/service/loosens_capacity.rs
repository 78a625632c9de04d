use pool_codec::service::ServiceConfig;
use pool_codec::{Frame, FrameSet, service_config, TlvHeader};

#[derive(Frame)]
#[frame(id = 1)]
struct SwapEvent {
    amount: u64,
}

#[derive(Frame)]
#[frame(id = 2)]
struct PoolStateUpdate {
    reserves: [u64; 20],
}

#[derive(FrameSet)]
#[frames(header = TlvHeader)]
enum Market {
    SwapEvent(SwapEvent),
    PoolStateUpdate(PoolStateUpdate),
}

const ADAPTER: ServiceConfig = service_config!(Market, "services.toml", "greedy");

fn main() {}
