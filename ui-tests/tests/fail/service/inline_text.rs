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

const KEYS: ServiceConfig = service_config!(Market, { service.a = { messages = ["X", 3], "é" = 1, sizes = [] } });
const SYNTAX: ServiceConfig = service_config!(Market, {
    [service.a]
    messages = ["SwapEvent" "PoolStateUpdate"]
});
const TWO: ServiceConfig = service_config!(Market, {
    [service.a]
    [service.b]
});
const EMPTY: ServiceConfig = service_config!(Market, {});

macro_rules! through {
    ($name:literal) => {
        service_config!(Market, { service.a.messages = [$name] })
    };
}
const THROUGH: ServiceConfig = through!("SwapEvent");

fn main() {}
