//! What does an echo of one frame cost on each runtime?
//!
//! A server on one thread of a process of its own answers each frame. The clients are the same for all servers: one thread
//! with tokio, one frame at a time on each connection. A second run counts the system calls of the server with
//! `strace -c`, because tracing slows it down.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "a benchmark may panic, and its counts are small"
)]

mod clients;
mod frames;
mod server;
mod syscalls;

use core::net::SocketAddr;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::Context;
use clap::{Parser, ValueEnum};

use crate::server::Contender;

/// Compares echo servers over loopback.
#[derive(Parser)]
struct Args {
    /// Serve this number of connections on the given runtime, then end. Used by the program itself.
    #[arg(long, hide = true)]
    serve: Option<Contender>,
    #[arg(long, hide = true, default_value_t = 1)]
    connections: usize,
    /// The number of frames that are echoed in each measurement.
    #[arg(long, default_value_t = 200_000)]
    frames: usize,
    /// The number of rounds in which the servers take turns. The best one counts.
    #[arg(long, default_value_t = 3)]
    rounds: usize,
}

/// The best of a server's rounds.
#[derive(Clone, Copy, Default)]
struct Best {
    frames_per_second: f64,
    p999_us: f64,
}

fn main() -> anyhow::Result<()> {
    let args = Args::parse();
    if let Some(contender) = args.serve {
        return server::serve(contender, args.connections);
    }
    println!("| server | connections | frames/s | p99.9, us | system calls per frame |");
    println!("|---|---|---|---|---|");
    for connections in [1, 64, 1000] {
        let contenders = Contender::value_variants();
        let mut best = vec![Best::default(); contenders.len()];
        for _ in 0..args.rounds {
            for (contender, best) in contenders.iter().zip(&mut best) {
                let (mut child, address) = start(*contender, connections, None)?;
                let echoed = clients::run(address, connections, args.frames)?;
                child.wait()?;
                if echoed.frames_per_second > best.frames_per_second {
                    *best = echoed;
                }
            }
        }
        for (contender, best) in contenders.iter().zip(best) {
            let calls = syscalls::per_frame(*contender, connections, args.frames / 4)?;
            println!(
                "| {} | {connections} | {:.0} | {:.0} | {} |",
                contender.label(),
                best.frames_per_second,
                best.p999_us,
                calls.map_or_else(|| "no strace".into(), |calls| format!("{calls:.2}")),
            );
        }
    }
    Ok(())
}

/// Starts a server, under `tracer` if given, and returns its address.
fn start(
    contender: Contender,
    connections: usize,
    tracer: Option<&[&str]>,
) -> anyhow::Result<(Child, SocketAddr)> {
    let own = std::env::current_exe()?;
    let mut command = match tracer {
        Some([program, options @ ..]) => {
            let mut command = Command::new(program);
            command.args(options).arg(own);
            command
        }
        _ => Command::new(own),
    };
    command.arg("--serve").arg(contender.label());
    command.arg("--connections").arg(connections.to_string());
    let mut child = command.stdout(Stdio::piped()).spawn().context("cannot start the server")?;
    let output = child.stdout.take().context("the server has no output")?;
    let mut line = String::new();
    BufReader::new(output).read_line(&mut line)?;
    let address = line.trim().parse().context("the server has printed no address")?;
    Ok((child, address))
}
