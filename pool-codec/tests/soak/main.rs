//! A thousand connections on one pool, whose peers misbehave at random, for 5 seconds or `POOL_SOAK_SECONDS`.
//!
//! No frame is lost or torn, every slot is released, and the process grows by at most 16 MiB. `POOL_SOAK_GROWTH` sets
//! this limit in KiB for sanitizers, whose own memory grows.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::std_instead_of_core,
    clippy::unwrap_used,
    reason = "a test may panic, and reads best as plain std"
)]

mod peer;
mod server;
mod traffic;

use core::time::Duration;
use std::sync::mpsc;
use std::time::Instant;

use pool_codec::{FrameSet, Held, Overflow, Pool, PoolConfig, SizeClass};
use tokio::io::duplex;
use tokio::runtime::Builder;
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

use peer::{End, listen, misbehave};
use server::{Tally, serve};
use traffic::{Random, Traffic};

const CONNECTIONS: u64 = 1000;

/// Returns the number in an environment variable.
fn setting(name: &str, default: u64) -> u64 {
    std::env::var(name).map_or(default, |text| text.parse().unwrap())
}

/// The KiB by which the peak of the last third may exceed the peak before it. In a run of a minute or more, the earlier
/// peak is that of the first third; in a short one that of the first two, because a busy machine needs as long for the
/// caches of the threads and of the allocator to fill. The peaks of this many tasks and of the allocator differ by 3 to
/// 4 MiB. If each connection lost a window, the last third of 5 seconds would add 30 MiB. If each lost the smallest
/// slot, 180 seconds would add 25 MiB.
const GROWTH: u64 = 16 << 10;

/// The bytes that are in flight on a connection, in each direction.
const PIPE: usize = 2048;

/// A pool with every policy, and too few slots in every class. A task that waits for a slot must not hold a slot that
/// others wait for. So only payloads with a slot of their own wait. Windows and batches, which are held in the
/// meantime, do not.
const CONFIG: PoolConfig = Traffic::POOL_CONFIG
    .with_overflow(Overflow::Heap)
    .with_class(SizeClass::MIN, 256)
    .with_overflow_of(SizeClass::MIN, Overflow::Fail)
    .with_class(SizeClass::for_len(16 << 10), 64)
    .with_class(SizeClass::for_len(32 << 10), 4)
    .with_overflow_of(SizeClass::for_len(32 << 10), Overflow::Wait)
    .with_class(SizeClass::for_len(64 << 10), 4)
    .with_overflow_of(SizeClass::for_len(64 << 10), Overflow::Wait);

/// Runs one connection, with one task for each side.
async fn connect(
    pool: Pool,
    connection: u64,
    until: Instant,
    elsewhere: mpsc::Sender<Held<Traffic>>,
) -> Tally {
    let (up, down) = (duplex(PIPE), duplex(PIPE));
    let client = misbehave(up.0, connection, Random(connection), until);
    let client = tokio::spawn(client);
    let listener = tokio::spawn(listen(down.0, pool.clone(), connection));
    let streams = (up.1, down.1);
    let server = serve(streams, pool, connection, Random(!connection), elsewhere);
    let (tally, end) = tokio::spawn(server).await.unwrap();
    let (sent, left) = client.await.unwrap();
    let heard = listener.await.unwrap();
    if end == End::Other {
        assert!(tally.frames <= sent + 8);
    } else {
        assert_eq!((tally.frames, end), (sent, left), "connection {connection}");
    }
    if end == End::Clean {
        assert_eq!(heard, tally.replies);
    } else {
        assert!(heard <= tally.replies);
    }
    tally
}

/// Returns the resident KiB of the process, or 0 if the system does not report them.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.trim().strip_suffix(" kB")?.parse().ok()).unwrap_or(0)
}

/// Returns the peak of the resident KiB until `until`.
async fn most_resident(until: Instant) -> u64 {
    let mut most = 0;
    while Instant::now() < until {
        most = most.max(resident());
        sleep(Duration::from_millis(50)).await;
    }
    most
}

#[test]
fn a_thousand_connections_leave_nothing_behind() {
    let seconds = setting("POOL_SOAK_SECONDS", 5);
    let pool = Pool::new(&CONFIG);
    let runtime = Builder::new_multi_thread().worker_threads(4).enable_time().build().unwrap();
    let (elsewhere, bin) = mpsc::channel();
    let thread = std::thread::spawn(move || bin.into_iter().for_each(drop::<Held<Traffic>>));

    let begin = Instant::now();
    let until = begin + Duration::from_secs(seconds);
    let all = async {
        let mut tasks = JoinSet::new();
        for first in 0..CONNECTIONS {
            let (pool, elsewhere) = (pool.clone(), elsewhere.clone());
            tasks.spawn(async move {
                let mut total = Tally::default();
                let mut connection = first;
                while Instant::now() < until {
                    let tally = connect(pool.clone(), connection, until, elsewhere.clone()).await;
                    total.add(&tally);
                    connection += CONNECTIONS;
                }
                total
            });
        }
        let third = Duration::from_secs(seconds) / 3;
        let warm = most_resident(if seconds < 60 { until - third } else { begin + third }).await;
        most_resident(until - third).await;
        let last = most_resident(until).await;
        let mut total = Tally::default();
        while let Some(tally) = tasks.join_next().await {
            total.add(&tally.unwrap());
        }
        (total, warm, last)
    };
    let limit = Duration::from_secs(seconds + 60);
    let (total, warm, last) =
        runtime.block_on(async { timeout(limit, all).await }).expect("no connection hangs");
    drop((runtime, elsewhere));
    thread.join().unwrap();

    let stats = pool.stats();
    println!("{total:?}\nresident KiB: at most {warm} at first, {last} in the last third\n{stats}");
    assert!(total.connections >= CONNECTIONS);
    for class in stats.classes() {
        assert_eq!(class.in_use, 0, "{stats}");
    }
    assert!(
        last < warm + setting("POOL_SOAK_GROWTH", GROWTH),
        "resident: {warm} KiB, then {last} KiB"
    );
}
