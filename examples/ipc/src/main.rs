//! Publishes or receives the feed: `ipc subscribe`, and in another terminal `ipc publish --count 100`.

use clap::{Parser, Subcommand};
use core::time::Duration;
use examples::market::demo::{describe, print_line, state};
use examples::market::{Market, MarketRef};
use ipc::{Feed, Limits, Publisher, Subscriber};

/// How long a publisher stays after its last message, so that subscribers can open its memory.
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
    // The errors carry iceoryx2's reason.
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
            print_line(&format!("published {count}"));
            std::thread::sleep(LINGER);
        }
        Command::Subscribe { idle } => {
            let subscriber = Subscriber::new(open()?)?;
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
            println!("x {} bytes, headers included", Limits::sample_size::<Market>());
            println!("= {} bytes", limits.memory::<Market>());
        }
    }
    Ok(())
}
