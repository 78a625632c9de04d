//! A Stratum V2 server that sends every frame back, with thousands of connections on one pool.
//!
//! Without arguments, the program starts a server, sends it the bundled capture over several connections at once,
//! checks the answers, and stops the server. `serve` only serves, until Ctrl-C. `send` only sends.

mod client;
mod server;

use core::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use examples::capture;
use examples::sv2::Sv2;
use pool_codec::{FrameSet, MemoryBill, Pool};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

/// The number of connections that the server accepts at a time.
const CONNECTIONS: usize = 1000;

/// The pool uses the heap if a class is exhausted. Waiting could deadlock: an echo acquires a slot for its answer
/// while its question is still in another slot, so two connections could wait for each other.
static POOL: Pool = Pool::new(&Sv2::POOL_CONFIG);

/// The largest amount of memory that the peers can make the server use.
const BILL: MemoryBill = MemoryBill::new::<Sv2>(&Sv2::POOL_CONFIG, CONNECTIONS);

/// A Stratum V2 server that sends every frame back.
#[derive(Debug, Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve and send in one process, and check the answers (the default).
    Check {
        /// The number of connections that send the capture at once.
        #[arg(long, default_value_t = 8)]
        connections: usize,
    },
    /// Serve until Ctrl-C.
    Serve {
        /// The address to listen on.
        #[arg(default_value = "127.0.0.1:3336")]
        address: SocketAddr,
    },
    /// Send a capture and check the answers.
    Send {
        /// The address of the server.
        address: SocketAddr,
        /// Capture files, or directories of `*.bin` files. The default is the bundled capture.
        files: Vec<PathBuf>,
    },
}

#[tokio::main]
async fn main() -> ExitCode {
    let command = Arguments::parse().command.unwrap_or(Command::Check { connections: 8 });
    match run(command).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("sv2_echo: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run(command: Command) -> anyhow::Result<()> {
    match command {
        Command::Check { connections } => check(connections).await,
        Command::Serve { address } => {
            let stop = CancellationToken::new();
            let listener = TcpListener::bind(address).await?;
            println!("{BILL}\n\nserving on {}; Ctrl-C ends it", listener.local_addr()?);
            let serve = tokio::spawn(server::serve(listener, &POOL, CONNECTIONS, stop.clone()));
            tokio::signal::ctrl_c().await?;
            stop.cancel();
            let served = serve.await?;
            println!("\n{served}\n\n{}", POOL.stats());
            Ok(())
        }
        Command::Send { address, files } => {
            let mut bytes = Vec::new();
            let files = if files.is_empty() { vec![capture::bundled()] } else { files };
            for path in files {
                bytes.extend(capture::stream(&path)?);
            }
            let frames = client::send(address, &POOL, &bytes).await?;
            println!("{frames} frames came back as they were sent");
            Ok(())
        }
    }
}

async fn check(connections: usize) -> anyhow::Result<()> {
    let stop = CancellationToken::new();
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let address = listener.local_addr()?;
    let serve = tokio::spawn(server::serve(listener, &POOL, CONNECTIONS, stop.clone()));

    let bytes: &'static [u8] = capture::stream(&capture::bundled())?.leak();
    let clients: Vec<_> =
        (0..connections).map(|_| tokio::spawn(client::send(address, &POOL, bytes))).collect();
    let mut frames = 0_usize;
    for client in clients {
        frames = frames.saturating_add(client.await??);
    }
    stop.cancel();
    let served = serve.await?;
    println!("{BILL}\n\n{served}\n\n{}\n", POOL.stats());
    println!("{frames} frames over {connections} connections came back as they were sent");
    Ok(())
}
