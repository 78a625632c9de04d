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

const NO_SERVICE: ServiceConfig = service_config!(Market, "services.toml");
const NO_LITERAL: ServiceConfig = service_config!(Market, FILE, "polygon-adapter");
const TOO_MANY: ServiceConfig = service_config!(Market, "services.toml", "polygon-adapter", "archive");

fn main() {}
