//! What does a frame cost between two processes of one machine: through a Unix socket, or in shared memory?
//!
//! Both sides are threads here, with all the memory and system calls that two processes have. In a burst, the client sends
//! 64 frames and the server answers the last one. In a round trip, it answers each. The contenders take turns.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "a benchmark may panic, and its counts are small"
)]

mod link;
mod message;

use std::time::Instant;

use anyhow::{Context, ensure};
use clap::Parser;
use loopback::message::Message;
use loopback::{Contender, Round};

use crate::link::{Link, Polled, Socket, Woken};

/// Compares links between processes.
#[derive(Parser)]
struct Args {
    /// The number of bursts. There are four round trips for each.
    #[arg(long, default_value_t = 4_000)]
    bursts: u32,
    /// The number of rounds in which the contenders take turns. The median counts.
    #[arg(long, default_value_t = 5, value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..))]
    rounds: usize,
}

/// The frames of a burst.
const BURST: u32 = 64;

fn main() -> anyhow::Result<()> {
    iceoryx2::prelude::set_log_level(iceoryx2::prelude::LogLevel::Fatal);
    let Args { bursts, rounds } = Args::parse();
    let contenders: [Contender<'_>; 3] = [
        ("Unix socket", &|len| measure::<Socket>(len, bursts)),
        ("shared memory, woken", &|len| measure::<Woken>(len, bursts)),
        ("shared memory, polled", &|len| measure::<Polled>(len, bursts)),
    ];
    loopback::compare(&contenders, rounds)
}

fn measure<L: Link>(len: usize, bursts: u32) -> anyhow::Result<Round> {
    let trips = bursts * BURST / 16;
    std::thread::scope(|scope| {
        let (open_client, open_server) = L::pair()?;
        let server = scope.spawn(move || serve(L::open(open_server)?, bursts, trips, len));
        let client = drive(L::open(open_client)?, bursts, trips, len);
        let served = server.join().ok().context("the server has panicked")?;
        // If both have failed, the client's error tells more.
        let round = client?;
        served.map(|()| round)
    })
}

fn serve<L: Link>(mut link: L, bursts: u32, trips: u32, len: usize) -> anyhow::Result<()> {
    let mut message = Message::of_len(len)?;
    // Both sides are open.
    link.send(&message)?;
    for burst in 0..bursts {
        for number in 0..BURST {
            ensure!(link.receive()? == burst * BURST + number, "a wrong number");
        }
        message.number = burst;
        link.send(&message)?;
    }
    for _ in 0..trips {
        message.number = link.receive()?;
        link.send(&message)?;
    }
    Ok(())
}

fn drive<L: Link>(mut link: L, bursts: u32, trips: u32, len: usize) -> anyhow::Result<Round> {
    let mut message = Message::of_len(len)?;
    link.receive()?;
    let start = Instant::now();
    for burst in 0..bursts {
        for number in 0..BURST {
            message.number = burst * BURST + number;
            link.push(&message)?;
        }
        link.flush()?;
        ensure!(link.receive()? == burst, "a wrong answer");
    }
    let elapsed = start.elapsed();
    let mut latencies = Vec::new();
    for number in 0..trips {
        let start = Instant::now();
        message.number = number;
        link.send(&message)?;
        ensure!(link.receive()? == number, "a wrong answer");
        latencies.push(start.elapsed());
    }
    Round::new(bursts * BURST, elapsed, latencies)
}
