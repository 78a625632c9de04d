//! A market-data adapter: a publisher, and subscribers over TCP, a Unix socket and TLS.
//!
//! Without arguments, the program runs all of them in one process for a number of events, and checks that every
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
use examples::tls;
use pool_codec::service::{Service, ServiceConfig, ServiceError};
use pool_codec::{Pool, service_config};
use tokio::io::AsyncRead;
use tokio::net::{TcpListener, TcpStream, UnixListener, UnixStream};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use crate::publisher::Listeners;
use crate::subscriber::Seen;

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

/// A market-data adapter: a publisher, and subscribers over TCP, a Unix socket and TLS.
#[derive(Debug, Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Publish to a subscriber over TCP, one over a Unix socket and one over TLS, in one process (the default).
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
        /// An address to listen on for TLS as well.
        #[arg(long, requires_all = ["certificate", "key"])]
        tls: Option<SocketAddr>,
        /// The PEM file with the certificates of the server.
        #[arg(long, requires = "tls")]
        certificate: Option<PathBuf>,
        /// The PEM file with the key of the server.
        #[arg(long, requires = "tls")]
        key: Option<PathBuf>,
    },
    /// Read events until the publisher ends the stream, or until Ctrl-C.
    Subscribe {
        /// The address of the publisher.
        #[arg(default_value = "127.0.0.1:4400")]
        address: SocketAddr,
        /// The Unix socket of the publisher, which replaces the address.
        #[arg(long)]
        unix: Option<PathBuf>,
        /// The host name of a publisher that speaks TLS at the address.
        #[arg(long, requires = "authority", conflicts_with = "unix")]
        tls: Option<String>,
        /// The PEM file with the certificates that a subscriber trusts.
        #[arg(long, requires = "tls")]
        authority: Option<PathBuf>,
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
        Command::Publish { address, unix, tls, certificate, key } => {
            let tcp = TcpListener::bind(address).await?;
            let unix = unix.map(UnixListener::bind).transpose()?;
            let tls = match (tls, certificate, key) {
                (Some(address), Some(certificate), Some(key)) => {
                    Some((TcpListener::bind(address).await?, tls::server(&certificate, &key)?))
                }
                _ => None,
            };
            println!("publishing on {}; press Ctrl-C to stop", tcp.local_addr()?);
            let listeners = Listeners { tcp, unix, tls };
            let publish = publisher::publish(listeners, publisher()?, 0, u64::MAX, stop.clone());

            let publish = tokio::spawn(publish);
            tokio::signal::ctrl_c().await?;
            stop.cancel();
            println!("\n{} events published\n\n{}", publish.await??, PUBLISHER_POOL.stats());
            Ok(())
        }
        Command::Subscribe { address, unix, tls, authority } => {
            let until = stop.clone();
            tokio::spawn(async move {
                if tokio::signal::ctrl_c().await.is_ok() {
                    until.cancel();
                }
            });
            let seen = match (unix, tls.zip(authority)) {
                (Some(path), _) => {
                    let stream = UnixStream::connect(path).await?;
                    subscriber::subscribe(stream, &adapter()?, stop).await?
                }
                (None, Some((name, authority))) => {
                    let (stream, connector) =
                        (TcpStream::connect(address).await?, tls::client(&authority)?);
                    let stream = tls::connect(&connector, &name, stream, tls::HANDSHAKE).await?;
                    subscriber::subscribe(stream, &adapter()?, stop).await?
                }
                (None, None) => {
                    let stream = TcpStream::connect(address).await?;
                    subscriber::subscribe(stream, &adapter()?, stop).await?
                }
            };
            println!("\n{seen}\n\n{}", ADAPTER_POOL.stats());
            Ok(())
        }
    }
}

/// Starts a subscriber.
fn spawn(
    stream: impl AsyncRead + Unpin + Send + 'static,
    stop: &CancellationToken,
) -> anyhow::Result<JoinHandle<anyhow::Result<Seen>>> {
    let (service, stop) = (adapter()?, stop.clone());
    Ok(tokio::spawn(async move { subscriber::subscribe(stream, &service, stop).await }))
}

async fn check(events: u64) -> anyhow::Result<()> {
    let stop = CancellationToken::new();
    let path = std::env::temp_dir().join(format!("market-{}.sock", std::process::id()));
    let tcp = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let tls = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let (address, tls_address) = (tcp.local_addr()?, tls.local_addr()?);
    let unix = UnixListener::bind(&path)?;
    let (acceptor, connector) = tls::self_signed("localhost")?;
    let listeners = Listeners { tcp, unix: Some(unix), tls: Some((tls, acceptor)) };
    let publish = publisher::publish(listeners, publisher()?, 3, events, stop.clone());
    let publish = tokio::spawn(publish);
    let over_tcp = spawn(TcpStream::connect(address).await?, &stop)?;
    let over_unix = spawn(UnixStream::connect(&path).await?, &stop)?;
    let stream = TcpStream::connect(tls_address).await?;
    let stream = tls::connect(&connector, "localhost", stream, tls::HANDSHAKE).await?;
    let over_tls = spawn(stream, &stop)?;
    let published = publish.await??;
    std::fs::remove_file(&path)?;
    for (name, subscriber) in [("TCP", over_tcp), ("Unix socket", over_unix), ("TLS", over_tls)] {
        let seen = subscriber.await??;
        println!("over {name}: {seen}");
        ensure!(seen.events() == published, "{published} events were published");
    }
    println!("\nthe publisher's pool:\n\n{}", PUBLISHER_POOL.stats());
    println!("\nthe adapter's pool:\n\n{}", ADAPTER_POOL.stats());
    Ok(())
}
