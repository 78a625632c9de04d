//! Stratum V2 frames in pools whose sizes the compiler computed.
//!
//! Without arguments, the program replays the bundled capture over loopback TCP and checks every frame in all four
//! forms. `inspect` prints the frames of capture files.

mod inspect;
mod replay;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use examples::sv2::Sv2;
use pool_codec::{FrameSet, Pool};

/// The pool of all connections. Its memory is committed on first use, like `.bss`.
static POOL: Pool = Pool::new(&Sv2::POOL_CONFIG);

// The build checks the memory bill.
const _: () = assert!(Sv2::POOL_CONFIG.footprint() <= 8 << 20);

/// Stratum V2 frames in pools whose sizes the compiler computed.
#[derive(Debug, Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Replay a capture over loopback TCP and check every frame owned, borrowed, held and in an arena (the default).
    Replay(replay::Options),
    /// Print each frame of capture files with its fields.
    Inspect(inspect::Options),
}

fn main() -> ExitCode {
    let command =
        Arguments::parse().command.unwrap_or_else(|| Command::Replay(replay::Options::default()));
    let done = match command {
        Command::Replay(options) => replay::run(&options),
        Command::Inspect(options) => inspect::run(&options),
    };
    match done {
        Ok(code) => code,
        // The reader may close the pipe early, as in `sv2 inspect FILE | head`.
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("sv2: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .downcast_ref::<std::io::Error>()
        .is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
}

/// Returns the capture files and directories of the command line, or the bundled capture if there are none.
fn paths(named: &[PathBuf]) -> Vec<PathBuf> {
    if named.is_empty() { vec![examples::capture::bundled()] } else { named.to_vec() }
}
