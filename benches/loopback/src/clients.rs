//! The clients, which are the same for all servers.

use core::net::SocketAddr;
use core::time::Duration;
use std::time::Instant;

use anyhow::{Context, ensure};
use pool_codec::tokio::{FrameReader, FrameWriter};
use tokio::net::TcpStream;
use tokio::runtime::Builder;

use crate::Best;
use crate::frames::{POOL, Quote, Quotes};

/// Sends `frames` frames over all connections together, each after the answer to the one before it.
pub(crate) fn run(address: SocketAddr, connections: usize, frames: usize) -> anyhow::Result<Best> {
    let runtime = Builder::new_current_thread().enable_io().build()?;
    runtime.block_on(async {
        let mut streams = Vec::new();
        for _ in 0..connections {
            let stream = TcpStream::connect(address).await?;
            stream.set_nodelay(true)?;
            streams.push(stream);
        }
        let start = Instant::now();
        let each = (frames / connections).max(1);
        let tasks: Vec<_> =
            streams.into_iter().map(|stream| tokio::spawn(client(stream, each))).collect();
        let mut latencies = Vec::with_capacity(frames);
        for task in tasks {
            latencies.extend(task.await??);
        }
        let elapsed = start.elapsed();
        latencies.sort_unstable();
        let index = latencies.len().saturating_mul(999) / 1000;
        let p999 = latencies.get(index.min(latencies.len() - 1)).context("no frames")?;
        Ok(Best {
            frames_per_second: latencies.len() as f64 / elapsed.as_secs_f64(),
            p999_us: p999.as_secs_f64() * 1e6,
        })
    })
}

async fn client(stream: TcpStream, frames: usize) -> anyhow::Result<Vec<Duration>> {
    let (read, write) = stream.into_split();
    let mut reader = FrameReader::<_, Quotes>::new(read, &POOL);
    let mut writer = FrameWriter::<_, Quotes>::new(write, &POOL);
    let mut latencies = Vec::with_capacity(frames);
    for number in 0..frames as u64 {
        let start = Instant::now();
        writer.send(&Quote { number, content: [7; 92] }).await?;
        writer.flush().await?;
        let frame = reader.read().await?.context("the server has closed the connection")?;
        ensure!(frame.borrow::<Quote>()?.number == number, "a wrong answer");
        latencies.push(start.elapsed());
    }
    writer.shutdown().await?;
    Ok(latencies)
}
