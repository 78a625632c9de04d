//! The miner, the upstream and the template provider over Noise. The two sides have a pool each, and both are empty at the
//! end.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod failures;
mod mining;
mod templates;
mod work;

use core::net::{Ipv4Addr, SocketAddr};
use core::time::Duration;
use std::sync::Arc;
use std::time::SystemTime;

use examples::roles::POOL_CONFIG;
use examples::roles::link::NoiseLink;
use examples::roles::miner::{ChannelKind, Options};
use examples::roles::setup;
use examples::roles::upstream::{Settings, Upstream};
use examples::roles::work::Hash;
use pool_codec::Pool;
use pool_noise::{Authority, AuthorityKey};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

/// Longer than any of these tests takes.
const LONG: Duration = Duration::from_secs(60);

fn in_use(pool: &Pool) -> usize {
    pool.stats().classes().map(|class| class.in_use).sum()
}

async fn listener() -> (TcpListener, SocketAddr) {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let address = listener.local_addr().unwrap();
    (listener, address)
}

/// An upstream on a free port.
struct Served {
    upstream: Arc<Upstream>,
    pool: Pool,
    address: SocketAddr,
    key: AuthorityKey,
    stop: CancellationToken,
    task: JoinHandle<()>,
}

impl Served {
    async fn new(target: Hash, shares_per_job: u32) -> Self {
        let authority = Authority::generate().unwrap();
        let keys = authority.issue(SystemTime::now(), Duration::from_secs(3600)).unwrap();
        let settings = Settings { keys: Some(keys), target, shares_per_job, within: LONG };
        let pool = Pool::new(&POOL_CONFIG);
        let upstream = Upstream::new(settings, &pool);
        let (listener, address) = listener().await;
        let stop = CancellationToken::new();
        let task = tokio::spawn(upstream.clone().serve(listener, stop.clone()));
        Self { upstream, pool, address, key: authority.public_key(), stop, task }
    }

    async fn connect(&self, pool: &Pool) -> NoiseLink {
        let stream = TcpStream::connect(self.address).await.unwrap();
        NoiseLink::connect(stream, Some(self.key), pool, LONG).await.unwrap()
    }

    async fn end(self) {
        self.stop.cancel();
        self.task.await.unwrap();
        assert_eq!(in_use(&self.pool), 0, "the upstream's slots");
    }
}

fn options(kind: ChannelKind, shares: u64) -> Options {
    Options {
        kind,
        user: "alice.rig1".parse().unwrap(),
        hash_rate: 1000.0,
        extensions: vec![setup::WORKER_TRACKING],
        shares: Some(shares),
        // So few that the miner has to change the time or the extranonce.
        nonces: 20,
        within: LONG,
        patience: LONG,
    }
}
