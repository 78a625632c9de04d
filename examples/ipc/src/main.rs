//! Publishes or receives the feed: `ipc subscribe`, and in another terminal `ipc publish --count 100`.

use clap::{Parser, Subcommand};
use core::time::Duration;
use examples::market::demo::{describe, print_line, state};
use examples::market::{Market, MarketRef, SwapEvent};
use ipc::{Feed, Limits, Publisher, Subscriber};
use pool_codec::{Frame, FrameSet};

/// How long a publisher stays after its last message. Subscribers that have not opened its memory by then get nothing.
const LINGER: Duration = Duration::from_millis(500);

/// A market-data feed between the processes of this machine, in shared memory.
#[derive(Parser)]
struct Args {
    /// The name of the feed.
    #[arg(long, default_value = "market")]
    feed: String,
    /// The most subscribers at a time.
    #[arg(long, default_value_t = Limits::default().subscribers)]
    subscribers: usize,
    /// The number of samples that wait for each subscriber.
    #[arg(long, default_value_t = Limits::default().buffered)]
    buffered: usize,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Publishes states of a pool, with blocks from `first` on.
    Publish {
        #[arg(long, default_value_t = 0)]
        first: u64,
        #[arg(long, default_value_t = 1)]
        count: u64,
        /// The time between two messages, in microseconds.
        #[arg(long, default_value_t = 0)]
        pause: u64,
    },
    /// Publishes bytes that are no message.
    Poison,
    /// Prints each message.
    Subscribe {
        /// End when no message has come for this time, in seconds.
        #[arg(long, default_value_t = 3600)]
        idle: u64,
    },
    /// Prints the shared memory that the feed can take.
    Memory,
}

fn main() -> anyhow::Result<()> {
    // The errors that reach the user have what iceoryx2 logs.
    iceoryx2::prelude::set_log_level(iceoryx2::prelude::LogLevel::Fatal);
    let args = Args::parse();
    let limits =
        Limits { subscribers: args.subscribers, buffered: args.buffered, ..Limits::default() };
    let open = || Feed::<Market>::open(&args.feed, limits);
    match args.command {
        Command::Publish { first, count, pause } => {
            let mut publisher = Publisher::new(open()?)?;
            for block in first..first.saturating_add(count) {
                publisher.publish(&state(block))?;
                std::thread::sleep(Duration::from_micros(pause));
            }
            println!("published {count}");
            std::thread::sleep(LINGER);
        }
        Command::Poison => {
            let mut publisher = Publisher::new(open()?)?;
            publisher.publish_bytes(SwapEvent::ID, b"?")?;
            std::thread::sleep(LINGER);
        }
        Command::Subscribe { idle } => {
            let mut subscriber = Subscriber::new(open()?)?;
            print_line("ready");
            while let Some(sample) = subscriber.next(Duration::from_secs(idle))? {
                if sample.missed() > 0 {
                    print_line(&format!("missed {}", sample.missed()));
                }
                match sample.decode::<MarketRef<'_>>() {
                    Ok(market) => print_line(&describe(&market)),
                    Err(error) => print_line(&error.explain(sample.payload()).to_string()),
                }
            }
        }
        Command::Memory => {
            let samples = limits.samples();
            println!("{} publishers", limits.publishers);
            println!(
                "x {samples} samples ({} subscribers, {} buffered)",
                limits.subscribers, limits.buffered
            );
            println!("x {} bytes (MAX_SIZE)", Market::MAX_SIZE);
            println!("= {} bytes", limits.memory::<Market>());
        }
    }
    Ok(())
}
