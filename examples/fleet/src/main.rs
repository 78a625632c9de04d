//! Publishes or consumes the feed: `fleet publish --count 100`, `fleet consume prices`.

use anyhow::bail;
use bytes::Bytes;
use clap::{Parser, Subcommand};
use examples::market::Market;
use examples::market::demo::{describe, print_line, state};
use fleet::{Consumer, Fleet, Limits, Publisher, Received};
use pool_codec::{FrameSet, Pool};

static POOL: Pool = Pool::new(&Market::POOL_CONFIG);

/// A market-data feed between processes, over a nats-server with JetStream.
#[derive(Parser)]
struct Args {
    /// The address of the server.
    #[arg(long, default_value = "127.0.0.1:4222")]
    server: String,
    /// The most messages that the stream keeps.
    #[arg(long, default_value_t = Limits::default().messages)]
    messages: i64,
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
    },
    /// Publishes bytes that are no message.
    Poison,
    /// Prints each message, and confirms it.
    Consume {
        /// The name under which the server keeps the position.
        name: String,
        /// Go on although the stream has dropped messages of this consumer.
        #[arg(long)]
        accept_loss: bool,
    },
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<()> {
    let args = Args::parse();
    let fleet = Fleet::connect(&args.server, Limits { messages: args.messages }).await?;
    match args.command {
        Command::Publish { first, count } => {
            let publisher = Publisher::new(fleet, POOL.clone());
            for block in first..first.saturating_add(count) {
                publisher.publish(&state(block)).await?;
            }
            println!("published {count}");
        }
        Command::Poison => {
            let Some(name) = Publisher::names().first().copied() else { bail!("an empty set") };
            Publisher::new(fleet, POOL.clone())
                .publish_bytes(name, Bytes::from_static(b"?"))
                .await?;
        }
        Command::Consume { name, accept_loss } => {
            let mut consumer = Consumer::new(fleet, &name, accept_loss).await?;
            loop {
                // Printed before the message is confirmed: a process that is killed in between prints it again.
                let received = consumer.next(|market| print_line(&describe(&market))).await?;
                if received == Received::Dead {
                    print_line("dead letter");
                }
            }
        }
    }
    Ok(())
}
