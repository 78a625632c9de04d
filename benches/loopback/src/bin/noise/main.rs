//! What does an encrypted frame cost over a socket, compared with the stream of the published Stratum V2 roles?
//!
//! Client and server are two threads with a runtime each, joined by TCP on loopback. In a stream, the client sends frame
//! after frame and the server answers the last one. In a round trip, it answers each. The contenders take turns.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "a benchmark may panic, and its counts are small"
)]

mod message;
mod ours;
mod published;

use core::time::Duration;
use std::time::Instant;

use anyhow::{Context, ensure};
use clap::Parser;
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::Builder;

use crate::message::Size;

/// Compares encrypted connections over loopback.
#[derive(Parser)]
struct Args {
    /// The number of frames of a stream. A tenth of them is sent as round trips.
    #[arg(long, default_value_t = 100_000)]
    frames: u32,
    /// The number of rounds in which the contenders take turns. The median counts.
    #[arg(long, default_value_t = 5)]
    rounds: usize,
}

/// A connection that sends and receives numbers, each in a message of its size.
trait Connection: Sized {
    async fn connect(stream: TcpStream, size: Size) -> anyhow::Result<Self>;
    async fn accept(stream: TcpStream, size: Size) -> anyhow::Result<Self>;
    /// Sends a message, perhaps with the next ones.
    async fn send(&mut self, number: u32) -> anyhow::Result<()>;
    /// Returns when all messages are written.
    async fn flush(&mut self) -> anyhow::Result<()>;
    /// Receives a message and returns its number.
    async fn receive(&mut self) -> anyhow::Result<u32>;
}

/// One round of a contender.
#[derive(Clone, Copy)]
struct Round {
    /// Frames per second.
    stream: f64,
    /// The median round trip.
    median: Duration,
    /// The round trip that one of a thousand exceeds.
    p999: Duration,
}

type Measure = fn(Size, u32) -> anyhow::Result<Round>;

const CONTENDERS: [(&str, Measure); 3] = [
    ("ours, a flush at the end", measure::<ours::Batched>),
    ("ours, a flush for each frame", measure::<ours::Flushed>),
    ("stratum-apps 0.8", measure::<published::Published>),
];

fn main() -> anyhow::Result<()> {
    let args = Args::parse();
    println!("| message | connection | frames/s | round trip, us | p99.9, us |");
    println!("|---|---|---|---|---|");
    for size in Size::ALL {
        let mut rounds = CONTENDERS.map(|_| Vec::new());
        for _ in 0..args.rounds {
            for ((_, measure), rounds) in CONTENDERS.iter().zip(&mut rounds) {
                rounds.push(measure(size, args.frames)?);
            }
        }
        for ((name, _), rounds) in CONTENDERS.iter().zip(rounds) {
            println!(
                "| {} | {name} | {:.0} | {:.1} | {:.1} |",
                size.name(),
                median(rounds.iter().map(|round| round.stream)),
                median(rounds.iter().map(|round| round.median.as_secs_f64() * 1e6)),
                median(rounds.iter().map(|round| round.p999.as_secs_f64() * 1e6)),
            );
        }
    }
    Ok(())
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<_> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

fn measure<C: Connection>(size: Size, frames: u32) -> anyhow::Result<Round> {
    let listener = std::net::TcpListener::bind("127.0.0.1:0")?;
    listener.set_nonblocking(true)?;
    let address = listener.local_addr()?;
    let trips = (frames / 10).max(1);
    std::thread::scope(|scope| {
        let server = scope.spawn(move || {
            Builder::new_current_thread().enable_all().build()?.block_on(async {
                let (stream, _) = TcpListener::from_std(listener)?.accept().await?;
                stream.set_nodelay(true)?;
                serve(C::accept(stream, size).await?, frames, trips).await
            })
        });
        let client = Builder::new_current_thread().enable_all().build()?.block_on(async {
            let stream = TcpStream::connect(address).await?;
            stream.set_nodelay(true)?;
            drive(C::connect(stream, size).await?, frames, trips).await
        });
        server.join().ok().context("the server has panicked")??;
        client
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
    let stream = f64::from(frames) / start.elapsed().as_secs_f64();
    let mut latencies = Vec::new();
    for number in 0..trips {
        let start = Instant::now();
        connection.send(number).await?;
        connection.flush().await?;
        ensure!(connection.receive().await? == number, "a wrong answer");
        latencies.push(start.elapsed());
    }
    latencies.sort_unstable();
    let at = |thousandths: usize| {
        latencies.get(latencies.len() * thousandths / 1000).copied().context("no round trips")
    };
    Ok(Round { stream, median: at(500)?, p999: at(999)? })
}
