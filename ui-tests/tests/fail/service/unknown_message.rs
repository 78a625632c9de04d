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

const ADAPTER: ServiceConfig = service_config!(Market, "services.toml", "misspelt");
// The uses of the config do not repeat the error.
const CONFIG: pool_codec::PoolConfig = ADAPTER.pool_config::<Market>();
const _: () = assert!(CONFIG.footprint() < 1 << 20);

fn main() {}
