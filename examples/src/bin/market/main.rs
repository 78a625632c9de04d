//! A market-data adapter: a publisher, and subscribers over TCP and a Unix socket.
//!
//! Without arguments, the program runs all three in one process for a number of events, and checks that every
//! subscriber received them. `publish` and `subscribe` run one side only, until Ctrl-C. `services.toml` declares the
//! messages of each side, and the build checks it.

mod publisher;
mod subscriber;

use core::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::ensure;
use clap::{Parser, Subcommand};
use examples::market::Market;
use pool_codec::service::{Service, ServiceConfig, ServiceError};
use pool_codec::{Pool, service_config};
use tokio::net::{TcpListener, TcpStream, UnixListener, UnixStream};
use tokio_util::sync::CancellationToken;

const PUBLISHER: ServiceConfig = service_config!(Market, "services.toml", "swap-publisher");
const ADAPTER: ServiceConfig = service_config!(Market, "services.toml", "polygon-adapter");

static PUBLISHER_POOL: Pool = Pool::new(&PUBLISHER.pool_config::<Market>());
static ADAPTER_POOL: Pool = Pool::new(&ADAPTER.pool_config::<Market>());

// The build checks the memory bills.
const _: () = assert!(PUBLISHER.pool_config::<Market>().footprint() <= 1 << 20);
const _: () = assert!(ADAPTER.pool_config::<Market>().footprint() <= 1 << 20);

fn publisher() -> Result<Service<Market>, ServiceError> {
    Service::on(&PUBLISHER, &PUBLISHER_POOL)
}

fn adapter() -> Result<Service<Market>, ServiceError> {
    Service::on(&ADAPTER, &ADAPTER_POOL)
}

/// A market-data adapter: a publisher, and subscribers over TCP and a Unix socket.
#[derive(Debug, Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Publish to a subscriber over TCP and one over a Unix socket, in one process (the default).
    Check {
        /// The number of events to publish.
        #[arg(long, default_value_t = 100_000)]
        events: u64,
    },
    /// Publish events to every subscriber that connects, until Ctrl-C.
    Publish {
        /// The address to listen on.
        #[arg(default_value = "127.0.0.1:4400")]
        address: SocketAddr,
        /// The path of a Unix socket to listen on as well.
        #[arg(long)]
        unix: Option<PathBuf>,
    },
    /// Read events until the publisher ends the stream, or until Ctrl-C.
    Subscribe {
        /// The address of the publisher.
        #[arg(default_value = "127.0.0.1:4400")]
        address: SocketAddr,
        /// The Unix socket of the publisher, which replaces the address.
        #[arg(long)]
        unix: Option<PathBuf>,
    },
}

#[tokio::main]
async fn main() -> ExitCode {
    let command = Arguments::parse().command.unwrap_or(Command::Check { events: 100_000 });
    match run(command).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("market: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run(command: Command) -> anyhow::Result<()> {
    let stop = CancellationToken::new();
    match command {
        Command::Check { events } => check(events).await,
        Command::Publish { address, unix } => {
            let tcp = TcpListener::bind(address).await?;
            let unix = unix.map(UnixListener::bind).transpose()?;
            println!("publishing on {}; press Ctrl-C to stop", tcp.local_addr()?);
            let publish = publisher::publish(tcp, unix, publisher()?, 0, u64::MAX, stop.clone());
            let publish = tokio::spawn(publish);
            tokio::signal::ctrl_c().await?;
            stop.cancel();
            println!("\n{} events published\n\n{}", publish.await??, PUBLISHER_POOL.stats());
            Ok(())
        }
        Command::Subscribe { address, unix } => {
            let until = stop.clone();
            tokio::spawn(async move {
                if tokio::signal::ctrl_c().await.is_ok() {
                    until.cancel();
                }
            });
            let seen = match unix {
                Some(path) => {
                    let stream = UnixStream::connect(path).await?;
                    subscriber::subscribe(stream, &adapter()?, stop).await?
                }
                None => {
                    let stream = TcpStream::connect(address).await?;
                    subscriber::subscribe(stream, &adapter()?, stop).await?
                }
            };
            println!("\n{seen}\n\n{}", ADAPTER_POOL.stats());
            Ok(())
        }
    }
}

async fn check(events: u64) -> anyhow::Result<()> {
    let stop = CancellationToken::new();
    let path = std::env::temp_dir().join(format!("market-{}.sock", std::process::id()));
    let tcp = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let address = tcp.local_addr()?;
    let unix = UnixListener::bind(&path)?;
    let publish = publisher::publish(tcp, Some(unix), publisher()?, 2, events, stop.clone());
    let publish = tokio::spawn(publish);
    let over_tcp = TcpStream::connect(address).await?;
    let over_unix = UnixStream::connect(&path).await?;
    let service = adapter()?;
    let until = stop.clone();
    let over_tcp = tokio::spawn({
        let service = service.clone();
        async move { subscriber::subscribe(over_tcp, &service, until).await }
    });
    let over_unix =
        tokio::spawn(async move { subscriber::subscribe(over_unix, &service, stop).await });
    let published = publish.await??;
    std::fs::remove_file(&path)?;
    for (name, subscriber) in [("TCP", over_tcp), ("Unix socket", over_unix)] {
        let seen = subscriber.await??;
        println!("over {name}: {seen}");
        ensure!(seen.events() == published, "{published} events were published");
    }
    println!("\nthe publisher's pool:\n\n{}", PUBLISHER_POOL.stats());
    println!("\nthe adapter's pool:\n\n{}", ADAPTER_POOL.stats());
    Ok(())
}
