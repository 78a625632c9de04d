//! Publish/subscribe nodes in one process, flooded with valid and hostile RPCs.
//!
//! The nodes are connected in a full mesh over TCP. Each publishes messages, and two more peers of the first node send it
//! duplicates, wrong signatures, ever new topics, malformed frames and oversized ones. At the end the program prints the
//! figures of arenas, interners, slabs and the pool, and checks that every slot is free.

mod flood;

use core::net::Ipv4Addr;
use core::sync::atomic::Ordering;
use core::time::Duration;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use anyhow::{Context, ensure};
use clap::Parser;
use examples::gossip::{Limits, Node, POOL_CONFIG, Rpc};
use pool_codec::{MemoryBill, Pool};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;

/// The pool of all nodes.
static POOL: Pool = Pool::new(&POOL_CONFIG);

const TOPICS: [&str; 3] = ["blocks", "transactions", "attestations"];

/// Publish/subscribe nodes, flooded with valid and hostile RPCs.
#[derive(Debug, Parser)]
#[command(version)]
struct Arguments {
    /// The number of nodes.
    #[arg(long, default_value_t = 4)]
    nodes: u64,
    /// The number of messages that each node publishes.
    #[arg(long, default_value_t = 200)]
    messages: u64,
    /// The number of RPCs that each of the hostile peers sends.
    #[arg(long, default_value_t = 20_000)]
    flood: u64,
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(&Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("gossip: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let limits = Limits::default();
    let nodes: Vec<_> =
        (0..arguments.nodes).map(|id| Node::new(id, &POOL, limits, |_| true)).collect();
    for node in &nodes {
        TOPICS.iter().try_for_each(|topic| node.join(topic))?;
    }
    let mut tasks = JoinSet::new();
    for (index, node) in nodes.iter().enumerate() {
        for other in nodes.iter().skip(index.saturating_add(1)) {
            let (near, far) = pair().await?;
            tasks.spawn(Arc::clone(node).serve(other.id(), near));
            tasks.spawn(Arc::clone(other).serve(node.id(), far));
        }
    }
    let victim = nodes.first().context("there is no node")?;
    let mut floods = JoinSet::new();
    for peer in [1000, 1001] {
        let (near, far) = pair().await?;
        tasks.spawn(Arc::clone(victim).serve(peer, near));
        floods.spawn(flood::flood(peer, far, arguments.flood));
    }
    // Until the meshes stand.
    tokio::time::sleep(Duration::from_millis(100)).await;

    let start = Instant::now();
    for sequence in 0..arguments.messages {
        for (node, topic) in nodes.iter().zip(TOPICS.iter().cycle()) {
            node.publish(topic, format!("message {sequence}").as_bytes())?;
        }
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    while let Some(flooded) = floods.join_next().await {
        flooded??;
    }
    settle(&nodes).await;
    let elapsed = start.elapsed();

    for node in &nodes {
        let (topics, (messages, most)) = node.size();
        let counters = &node.counters;
        println!(
            "node {}: {} delivered, {} rejected, {} dropped; arenas of up to {} of {} bytes, {} topics of {} \
             bytes, {messages} of {most} messages cached",
            node.id(),
            counters.delivered.load(Ordering::Relaxed),
            counters.rejected.load(Ordering::Relaxed),
            counters.dropped.load(Ordering::Relaxed),
            counters.arena_high_water.load(Ordering::Relaxed),
            limits.arena,
            topics.len(),
            topics.bytes(),
        );
        ensure!(topics.len() <= limits.topics, "more topics than the limit");
    }
    tasks.shutdown().await;
    drop(nodes);
    let bill = MemoryBill::new::<Rpc>(&POOL_CONFIG, 16).with_arenas(16, limits.arena);
    println!("\n{bill}\n\n{}", POOL.stats());
    let in_use: usize = POOL.stats().classes().map(|class| class.in_use).sum();
    ensure!(in_use == 0, "{in_use} slots are still in use");
    println!("\n{} ms; every slot is free", elapsed.as_millis());
    Ok(())
}

/// Waits until no node delivers any more messages.
async fn settle(nodes: &[Arc<Node>]) {
    let delivered = || -> u64 {
        nodes.iter().map(|node| node.counters.delivered.load(Ordering::Relaxed)).sum()
    };
    let mut before = u64::MAX;
    while before != delivered() {
        before = delivered();
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

/// Returns the two ends of a connection over loopback.
async fn pair() -> anyhow::Result<(TcpStream, TcpStream)> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let far = TcpStream::connect(listener.local_addr()?).await?;
    let (near, _) = listener.accept().await?;
    Ok((near, far))
}
