//! The server, with one task per connection and one pool for all of them.

use core::fmt;
use core::sync::atomic::{AtomicU64, Ordering};
use std::sync::Arc;

use examples::sv2::Sv2;
use pool_codec::tokio::{FrameReader, FrameWriter};
use pool_codec::{Pool, RawFrameRef, Sv2Header};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

/// The statistics of a server.
#[derive(Debug, Default)]
pub(crate) struct Served {
    connections: AtomicU64,
    frames: AtomicU64,
    refused: AtomicU64,
}

/// Accepts connections until `stop`. Each connection then answers the frames that it has read. Returns when all
/// connections have ended.
pub(crate) async fn serve(
    listener: TcpListener,
    pool: &'static Pool,
    connections: usize,
    stop: CancellationToken,
) -> Arc<Served> {
    let served = Arc::new(Served::default());
    let places = Arc::new(Semaphore::new(connections));
    let tasks = TaskTracker::new();
    while let Some(Ok(place)) = stop.run_until_cancelled(places.clone().acquire_owned()).await {
        let accepted = match stop.run_until_cancelled(listener.accept()).await {
            Some(Ok((stream, peer))) => (stream, peer),
            Some(Err(error)) => {
                eprintln!("cannot accept a connection: {error}");
                continue;
            }
            None => break,
        };
        let (served, stop) = (served.clone(), stop.clone());
        tasks.spawn(async move {
            let (stream, peer) = accepted;
            served.connections.fetch_add(1, Ordering::Relaxed);
            if let Err(error) = echo(stream, pool, &served, &stop).await {
                eprintln!("{peer}: {error}");
            }
            drop(place);
        });
    }
    tasks.close();
    tasks.wait().await;
    served
}

/// Sends every frame back until the peer closes the connection, or until `stop`.
async fn echo(
    stream: TcpStream,
    pool: &Pool,
    served: &Served,
    stop: &CancellationToken,
) -> anyhow::Result<()> {
    let (receive, send) = stream.into_split();
    let mut reader = FrameReader::<_, Sv2>::new(receive, pool);
    let mut writer = FrameWriter::<_, Sv2Header>::new(send, pool);
    loop {
        // Sends the answers to all buffered frames before it waits for more.
        let next = match reader.read_buffered() {
            Ok(None) => {
                writer.flush().await?;
                match stop.run_until_cancelled(reader.read()).await {
                    Some(next) => next,
                    None => break,
                }
            }
            next => next,
        };
        match next {
            Ok(None) => break,
            Ok(Some(frame)) => match frame.borrow::<Sv2>() {
                Ok(_) => {
                    writer.send(&RawFrameRef { id: frame.id(), payload: frame.payload() }).await?;
                    served.frames.fetch_add(1, Ordering::Relaxed);
                }
                Err(error) => served.refuse(&error.explain(frame.payload())),
            },
            Err(error) if error.is_fatal() => return Err(error.into()),
            Err(error) => served.refuse(&error),
        }
    }
    writer.shutdown().await?;
    Ok(())
}

impl Served {
    fn refuse(&self, error: &impl fmt::Display) {
        eprintln!("refused: {error}");
        self.refused.fetch_add(1, Ordering::Relaxed);
    }
}

impl fmt::Display for Served {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
        write!(
            f,
            "{} connections served: {} frames sent back, {} refused",
            count(&self.connections),
            count(&self.frames),
            count(&self.refused)
        )
    }
}
