//! What does an encrypted frame cost over a socket, compared with the stream of the published Stratum V2 roles?
//!
//! Client and server are two threads with a runtime each, joined by TCP on loopback. In a stream, the client sends frame
//! after frame and the server answers the last one. In a round trip, it answers each. The contenders take turns.

mod message;
mod ours;
mod published;

use std::time::Instant;

use anyhow::{Context, ensure};
use clap::Parser;
use loopback::{Contender, Round};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::Builder;

/// Compares encrypted connections over loopback.
#[derive(Parser)]
struct Args {
    /// The number of frames of a stream. A tenth of them is sent as round trips.
    #[arg(long, default_value_t = 100_000)]
    frames: u32,
    /// The number of rounds in which the contenders take turns. The median counts.
    #[arg(long, default_value_t = 5, value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..))]
    rounds: usize,
}

/// A connection that sends and receives numbers, each in a message of its size.
trait Connection: Sized {
    async fn connect(stream: TcpStream, len: usize) -> anyhow::Result<Self>;
    async fn accept(stream: TcpStream, len: usize) -> anyhow::Result<Self>;
    /// Sends a message, perhaps with the next ones.
    async fn send(&mut self, number: u32) -> anyhow::Result<()>;
    /// Returns when all messages are written.
    async fn flush(&mut self) -> anyhow::Result<()>;
    /// Receives a message and returns its number.
    async fn receive(&mut self) -> anyhow::Result<u32>;
}

fn main() -> anyhow::Result<()> {
    let Args { frames, rounds } = Args::parse();
    let contenders: [Contender<'_>; 3] = [
        ("ours, a flush at the end", &|len| measure::<ours::Batched>(len, frames)),
        ("ours, a flush for each frame", &|len| measure::<ours::Flushed>(len, frames)),
        ("stratum-apps 0.8", &|len| measure::<published::Published>(len, frames)),
    ];
    loopback::compare(&contenders, rounds)
}

fn measure<C: Connection>(len: usize, frames: u32) -> anyhow::Result<Round> {
    let listener = std::net::TcpListener::bind("127.0.0.1:0")?;
    listener.set_nonblocking(true)?;
    let address = listener.local_addr()?;
    let trips = (frames / 10).max(1);
    std::thread::scope(|scope| {
        let server = scope.spawn(move || {
            Builder::new_current_thread().enable_all().build()?.block_on(async {
                let (stream, _) = TcpListener::from_std(listener)?.accept().await?;
                stream.set_nodelay(true)?;
                serve(C::accept(stream, len).await?, frames, trips).await
            })
        });
        let client = Builder::new_current_thread().enable_all().build()?.block_on(async {
            let stream = TcpStream::connect(address).await?;
            stream.set_nodelay(true)?;
            drive(C::connect(stream, len).await?, frames, trips).await
        });
        let served = server.join().ok().context("the server has panicked")?;
        // If both have failed, the client's error tells more.
        let round = client?;
        served.map(|()| round)
    })
}

async fn serve<C: Connection>(mut connection: C, frames: u32, trips: u32) -> anyhow::Result<()> {
    for number in 0..frames {
        ensure!(connection.receive().await? == number, "a wrong number");
    }
    connection.send(frames).await?;
    connection.flush().await?;
    for _ in 0..trips {
        let number = connection.receive().await?;
        connection.send(number).await?;
        connection.flush().await?;
    }
    Ok(())
}

async fn drive<C: Connection>(mut connection: C, frames: u32, trips: u32) -> anyhow::Result<Round> {
    let start = Instant::now();
    for number in 0..frames {
        connection.send(number).await?;
    }
    connection.flush().await?;
    ensure!(connection.receive().await? == frames, "a wrong answer");
    let elapsed = start.elapsed();
    let mut latencies = Vec::new();
    for number in 0..trips {
        let start = Instant::now();
        connection.send(number).await?;
        connection.flush().await?;
        ensure!(connection.receive().await? == number, "a wrong answer");
        latencies.push(start.elapsed());
    }
    Round::new(frames, elapsed, latencies)
}
