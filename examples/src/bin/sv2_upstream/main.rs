//! What stands above a Stratum V2 miner or pool in a test: `pool` serves miners, and `templates` serves a pool in place of a
//! Bitcoin node. Both print the address and the key that the other side needs, and a summary at Ctrl-C.

use core::net::SocketAddr;
use core::sync::atomic::Ordering;
use core::time::Duration;
use std::process::ExitCode;
use std::time::SystemTime;

use anyhow::Context;
use clap::{Parser, Subcommand};
use examples::roles::POOL_CONFIG;
use examples::roles::templates::Templates;
use examples::roles::upstream::{Settings, Upstream};
use examples::roles::work::one_of_two_to_the;
use pool_codec::Pool;
use pool_noise::{Authority, StaticKeys};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

/// How long a client may take to connect.
const WITHIN: Duration = Duration::from_secs(10);

/// How long the certificate is valid.
const VALIDITY: Duration = Duration::from_secs(24 * 3600);

static POOL: Pool = Pool::new(&POOL_CONFIG);

/// A Stratum V2 upstream for tests of miners and pools.
#[derive(Debug, Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Give miners jobs, and check their shares.
    Pool {
        /// The address to listen on.
        #[arg(long, default_value = "127.0.0.1:3336")]
        listen: SocketAddr,
        /// The authority's secret key. The default is a random one.
        #[arg(long)]
        secret: Option<String>,
        /// Do not encrypt connections.
        #[arg(long, conflicts_with = "secret")]
        plain: bool,
        /// One of 2^bits hashes is a share.
        #[arg(long, default_value_t = 16, value_parser = clap::value_parser!(u8).range(0..=64))]
        bits: u8,
        /// The number of shares after which a channel gets a new job.
        #[arg(long, default_value_t = 100)]
        shares_per_job: u32,
        /// Stop after this number of accepted shares.
        #[arg(long)]
        shares: Option<u64>,
    },
    /// Give a pool templates of empty blocks, and check its solutions.
    Templates {
        /// The address to listen on.
        #[arg(long, default_value = "127.0.0.1:8442")]
        listen: SocketAddr,
        /// The authority's secret key. The default is a random one.
        #[arg(long)]
        secret: Option<String>,
        /// The target of the network in its short form, as hexadecimal digits. The default is the easiest of the main
        /// network.
        #[arg(long, default_value = "1d00ffff")]
        nbits: String,
    },
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run(Arguments::parse().command).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("sv2_upstream: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run(command: Command) -> anyhow::Result<()> {
    let stop = CancellationToken::new();
    match command {
        Command::Pool { listen, secret, plain, bits, shares_per_job, shares } => {
            let keys = if plain { None } else { Some(issue(secret.as_deref())?) };
            let listener = bind(listen).await?;
            let target = one_of_two_to_the(bits);
            let settings = Settings { keys, target, shares_per_job, within: WITHIN };
            let upstream = Upstream::new(settings, &POOL);
            let serve = tokio::spawn(upstream.clone().serve(listener, stop.clone()));
            tokio::select! {
                ended = tokio::signal::ctrl_c() => ended?,
                () = enough(&upstream, shares) => {}
            }
            stop.cancel();
            serve.await?;
            println!("sv2_upstream: {}", upstream.counts);
        }
        Command::Templates { listen, secret, nbits } => {
            let nbits = u32::from_str_radix(&nbits, 16).context("--nbits")?;
            let keys = issue(secret.as_deref())?;
            let listener = bind(listen).await?;
            let templates = Templates::new(keys, nbits, WITHIN, &POOL)?;
            let serve = tokio::spawn(templates.clone().serve(listener, stop.clone()));
            tokio::signal::ctrl_c().await?;
            stop.cancel();
            serve.await?;
            let [blocks, rejected] =
                [&templates.blocks, &templates.rejected].map(|count| count.load(Ordering::Relaxed));
            println!("sv2_upstream: {blocks} blocks found, {rejected} solutions rejected");
        }
    }
    Ok(())
}

async fn bind(listen: SocketAddr) -> anyhow::Result<TcpListener> {
    let listener = TcpListener::bind(listen).await;
    let listener = listener.with_context(|| format!("cannot listen on {listen}"))?;
    println!("listening on {}; Ctrl-C ends it", listener.local_addr()?);
    Ok(listener)
}

/// Issues keys, and prints the one by which clients know them.
fn issue(secret: Option<&str>) -> anyhow::Result<StaticKeys> {
    let authority = match secret {
        Some(secret) => Authority::from_secret_text(secret).context("--secret")?,
        None => Authority::generate()?,
    };
    println!("authority {}", authority.public_key());
    Ok(authority.issue(SystemTime::now(), VALIDITY)?)
}

/// Waits until the upstream has accepted this number of shares.
async fn enough(upstream: &Upstream, shares: Option<u64>) {
    let accepted = || upstream.counts.accepted.load(Ordering::Relaxed);
    while shares.is_none_or(|shares| accepted() < shares) {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}
