//! A Stratum V2 miner for the CPU. It finds real shares, slowly: it is for tests of pools, not for profit.
//!
//! `sv2_miner --authority KEY pool.example:34254` mines until Ctrl-C. The key is the one that the pool publishes. Without
//! a key, the connection is encrypted, but anyone can be the pool.

use core::time::Duration;
use std::process::ExitCode;

use anyhow::Context;
use clap::{Parser, ValueEnum};
use examples::roles::POOL_CONFIG;
use examples::roles::link::{NoiseLink, PlainLink};
use examples::roles::miner::{ChannelKind, Options, Summary, mine};
use pool_codec::Pool;
use pool_noise::AuthorityKey;
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

static POOL: Pool = Pool::new(&POOL_CONFIG);

/// A Stratum V2 miner for tests of pools.
#[derive(Debug, Parser)]
#[command(version)]
struct Arguments {
    /// The address of the pool, as host:port.
    pool: String,
    /// The public key of the pool's authority, as the pool publishes it.
    #[arg(long)]
    authority: Option<AuthorityKey>,
    /// Do not encrypt the connection.
    #[arg(long, conflicts_with = "authority")]
    plain: bool,
    /// The kind of the channel.
    #[arg(long, value_enum, default_value_t = Kind::Standard)]
    channel: Kind,
    /// The name that the pool knows you by, often an address and a worker.
    #[arg(long, default_value = "pool-codec.sv2_miner")]
    user: String,
    /// The hashes per second that the pool chooses the target for.
    #[arg(long, default_value_t = 500_000.0)]
    hash_rate: f32,
    /// Stop after this number of accepted shares. Without it, Ctrl-C stops.
    #[arg(long)]
    shares: Option<u64>,
    /// Ask for extension 2, and name the worker behind each share of an extended channel.
    #[arg(long)]
    worker_tracking: bool,
    /// The seconds that the pool may take for each answer before the first job.
    #[arg(long, default_value_t = 10)]
    seconds: u64,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Kind {
    Standard,
    Extended,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run(Arguments::parse()).await {
        Ok(summary) => {
            println!("sv2_miner: {summary}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("sv2_miner: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> anyhow::Result<Summary> {
    let within = Duration::from_secs(arguments.seconds);
    let options = Options {
        kind: match arguments.channel {
            Kind::Standard => ChannelKind::Standard,
            Kind::Extended => ChannelKind::Extended(4),
        },
        user: arguments.user.parse().context("--user")?,
        hash_rate: arguments.hash_rate,
        extensions: if arguments.worker_tracking { vec![2] } else { Vec::new() },
        shares: arguments.shares,
        nonces: u32::MAX,
        within,
        patience: Duration::from_secs(120),
    };
    let stop = CancellationToken::new();
    let signal = stop.clone();
    tokio::spawn(async move {
        // Without a handler, the signal ends the program without a summary.
        if tokio::signal::ctrl_c().await.is_ok() {
            signal.cancel();
        }
    });
    let connected = timeout(within, TcpStream::connect(&arguments.pool)).await;
    let unreachable = || format!("cannot connect to {}: check the address", arguments.pool);
    let stream = connected.with_context(unreachable)?.with_context(unreachable)?;
    if arguments.plain {
        let mut link = PlainLink::plain(stream, &POOL)?;
        let mined = mine(&mut link, &options, &stop).await;
        link.close().await;
        mined
    } else {
        let mut link = NoiseLink::connect(stream, arguments.authority, &POOL, within).await?;
        let mined = mine(&mut link, &options, &stop).await;
        link.close().await;
        mined
    }
}
