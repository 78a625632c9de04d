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

const MISSPELT: ServiceConfig = service_config!(Market, {
    [service.polygon-adapter]
    messages = ["PoolStateUpdate", "SwapEvnt", "PoolStateUpdate"]
});
const GREEDY: ServiceConfig = service_config!(Market, {
    # The maximum is the capacity of the type.
    [service.a]
    messages = [
        "SwapEvent"
    ]
    capacity.SwapEvent = 1025
});

fn main() {}
