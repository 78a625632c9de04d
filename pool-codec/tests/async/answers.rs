//! Connections that answer the frames that they read, on pools with a single slot of each class.

use core::time::Duration;

use pool_codec::tokio::{FrameReader, FrameWriter};
use pool_codec::{Pool, TlvHeader};
use tokio::io::DuplexStream;
use tokio::task::{JoinSet, yield_now};
use tokio::time::timeout;

use super::backpressure::waiting;
use super::{Market, blob, in_use, tick};

const CONNECTIONS: usize = 64;
/// A timeout that is far longer than the test takes.
const HANG: Duration = Duration::from_secs(30);

fn messages(count: u64) -> Vec<Market> {
    (0..count).map(|number| if number % 5 == 4 { blob(20_000) } else { tick(number) }).collect()
}

/// Sends `messages` in groups and checks that they come back.
async fn ask(stream: DuplexStream, messages: Vec<Market>, at_once: usize) {
    let (receive, send) = tokio::io::split(stream);
    let pool = super::pool();
    let mut reader = FrameReader::<_, Market>::new(receive, &pool);
    let mut writer = FrameWriter::<_, TlvHeader>::new(send, &pool);
    for some in messages.chunks(at_once) {
        for message in some {
            writer.send(message).await.unwrap();
        }
        writer.flush().await.unwrap();
        for message in some {
            assert!(reader.read_message::<Market>().await.unwrap().as_ref() == Some(message));
        }
    }
    writer.shutdown().await.unwrap();
    assert!(reader.read().await.unwrap().is_none());
}

async fn answer(stream: DuplexStream, receives: Pool, sends: Pool) {
    let (receive, send) = tokio::io::split(stream);
    let mut reader = FrameReader::<_, Market>::new(receive, &receives);
    let mut writer = FrameWriter::<_, TlvHeader>::new(send, &sends);
    while let Some(message) = reader.read_message::<Market>().await.unwrap() {
        // Lets all other tasks run.
        yield_now().await;
        writer.send(&message).await.unwrap();
        writer.flush().await.unwrap();
    }
    writer.shutdown().await.unwrap();
}

/// Runs all connections at once. Each has its own buffer, which holds all requests.
async fn serve(receives: &Pool, sends: &Pool, messages: &[Market], at_once: usize) {
    let mut tasks = JoinSet::new();
    for _ in 0..CONNECTIONS {
        let (near, far) = tokio::io::duplex(1 << 20);
        tasks.spawn(ask(near, messages.to_vec(), at_once));
        tasks.spawn(answer(far, receives.clone(), sends.clone()));
    }
    timeout(HANG, tasks.join_all()).await.expect("the connections deadlock");
    assert_eq!((in_use(receives), in_use(sends)), (0, 0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_frame_at_a_time_is_answered_with_a_single_slot() {
    let pool = waiting();
    serve(&pool, &pool, &messages(10), 1).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn readers_and_writers_with_separate_pools_do_not_deadlock() {
    serve(&waiting(), &waiting(), &messages(20), 20).await;
}
