//! Publish/subscribe nodes: the program, and every way in which the handling of an RPC ends.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use core::future::Future;
use core::pin::pin;
use core::sync::atomic::Ordering;
use core::task::{Context, Waker};
use std::process::Command;
use std::sync::Arc;

use examples::gossip::{
    Limits, Node, POOL_CONFIG, Publish, Reject, Rpc, Subscribe, Validator, sign,
};
use pool_codec::error::{ArenaError, DecodeInError};
use pool_codec::{FrameReader, Pool, PooledFrame, Slab, Wire};

fn in_use(pool: &Pool) -> usize {
    pool.stats().classes().map(|class| class.in_use).sum()
}

fn node(pool: &Pool, limits: Limits, validator: Validator) -> Arc<Node> {
    let node = Node::new(1, pool, limits, validator);
    node.join("blocks").unwrap();
    node
}

fn publish(data: &[u8]) -> Publish {
    Publish {
        topic: "blocks".parse().unwrap(),
        data: data.try_into().unwrap(),
        sequence: 0,
        source: 2,
        signature: sign("blocks", data, 0, 2),
    }
}

fn bytes(message: Rpc) -> Vec<u8> {
    PooledFrame::<Rpc>::encode(&message, &Pool::new(&POOL_CONFIG)).unwrap().as_bytes().to_vec()
}

/// Passes one frame to the node.
async fn handle(node: &Node, pool: &Pool, frame: &[u8]) -> Result<(), Reject> {
    let mut reader = FrameReader::<_, Rpc>::new(frame, pool);
    let frame = reader.read().unwrap().unwrap();
    node.handle(2, frame).await
}

#[tokio::test]
async fn a_message_is_delivered_once_and_its_arena_ends() {
    let pool = Pool::new(&POOL_CONFIG);
    let node = node(&pool, Limits::default(), |_| true);
    let before = in_use(&pool);
    let frame = bytes(Rpc::Publish(publish(b"hello")));
    handle(&node, &pool, &frame).await.unwrap();
    // The table and the first chunk of the cache.
    assert_eq!(in_use(&pool), before + 2);
    assert!(matches!(handle(&node, &pool, &frame).await, Err(Reject::Seen)));
    assert_eq!(node.counters.delivered.load(Ordering::Relaxed), 1);
    drop(node);
    assert_eq!(in_use(&pool), 0);
}

#[tokio::test]
async fn errors_release_the_arena() {
    let pool = Pool::new(&POOL_CONFIG);
    let node = node(&pool, Limits::default(), |message| &*message.data != b"bad");
    let before = in_use(&pool);
    let forged = Publish { signature: 1, ..publish(b"hello") };
    assert!(matches!(
        handle(&node, &pool, &bytes(Rpc::Publish(forged))).await,
        Err(Reject::Invalid)
    ));
    let bad = bytes(Rpc::Publish(publish(b"bad")));
    assert!(matches!(handle(&node, &pool, &bad).await, Err(Reject::Invalid)));
    let malformed = b"\x03\0\x03\0\0\0\x02\xFF\xFE";
    assert!(matches!(
        handle(&node, &pool, malformed).await,
        Err(Reject::Decode(DecodeInError::Decode(_)))
    ));
    let unknown = Rpc::Subscribe(Subscribe { topic: "x".parse().unwrap(), wanted: false });
    assert!(matches!(handle(&node, &pool, &bytes(unknown)).await, Err(Reject::UnknownTopic)));
    assert_eq!(in_use(&pool), before);
}

#[tokio::test]
async fn a_peer_that_names_ever_new_topics_is_refused() {
    let pool = Pool::new(&POOL_CONFIG);
    let limits = Limits { topics: 4, topics_per_peer: 2, ..Limits::default() };
    let node = node(&pool, limits, |_| true);
    let mut results = Vec::new();
    for i in 0..100 {
        let topic = format!("topic {i}").parse().unwrap();
        let frame = bytes(Rpc::Subscribe(Subscribe { topic, wanted: true }));
        results.push(handle(&node, &pool, &frame).await);
    }
    assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 2);
    assert!(matches!(results[99], Err(Reject::TopicsOfPeer)));
    // A topic that was refused has no handle, so it is gone.
    let (topics, _) = node.size();
    assert_eq!((topics.len(), topics.get("topic 99").is_some()), (3, false));
}

#[tokio::test]
async fn a_panic_releases_the_arena() {
    let pool = Pool::new(&POOL_CONFIG);
    let node = node(&pool, Limits::default(), |_| panic!("in the validator"));
    let before = in_use(&pool);
    let task = tokio::spawn({
        let (node, pool) = (Arc::clone(&node), pool.clone());
        async move { handle(&node, &pool, &bytes(Rpc::Publish(publish(b"hello")))).await.is_ok() }
    });
    assert!(task.await.unwrap_err().is_panic());
    assert_eq!(in_use(&pool), before);
    // The node goes on.
    let topic = "topic".parse().unwrap();
    handle(&node, &pool, &bytes(Rpc::Subscribe(Subscribe { topic, wanted: true }))).await.unwrap();
}

#[test]
fn a_cancelled_task_releases_the_arena() {
    let pool = Pool::new(&POOL_CONFIG);
    let node = node(&pool, Limits::default(), |_| true);
    let before = in_use(&pool);
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let _guard = runtime.enter();
    let frame = bytes(Rpc::Publish(publish(b"hello")));
    {
        let mut handling = pin!(handle(&node, &pool, &frame));
        let mut context = Context::from_waker(Waker::noop());
        assert!(handling.as_mut().poll(&mut context).is_pending(), "it validates");
        assert_eq!(in_use(&pool), before + 2, "the arena, and the reader's window");
    }
    assert_eq!(in_use(&pool), before);
    assert_eq!(node.size().1.0, 0, "the message had no effect");
}

#[tokio::test]
async fn an_rpc_that_is_too_large_for_an_arena_is_refused() {
    let pool = Pool::new(&POOL_CONFIG);
    let node = node(&pool, Limits { arena: 600, ..Limits::default() }, |_| true);
    let before = in_use(&pool);
    let large = bytes(Rpc::Publish(publish(&[7; 1000])));
    let Err(Reject::Decode(DecodeInError::Arena(error))) = handle(&node, &pool, &large).await
    else {
        panic!("it has no room")
    };
    assert!(matches!(error, ArenaError::Limit { allocated: 0, limit: 600, .. }));
    assert_eq!(in_use(&pool), before);
    handle(&node, &pool, &bytes(Rpc::Publish(publish(&[7; 100])))).await.unwrap();
    // No payload is longer than a block of the cache.
    let slab = Slab::<{ Publish::MAX_SIZE }, _>::new(&pool, 1);
    assert_eq!((slab.len(), Publish::MAX_SIZE), (0, 1 + 64 + 2 + 1024 + 24));
}

#[test]
fn flooded_nodes_keep_their_bounds_and_release_all() {
    let output = Command::new(env!("CARGO_BIN_EXE_gossip"))
        .args(["--messages", "30", "--flood", "2000"])
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{text}{}", String::from_utf8_lossy(&output.stderr));
    assert!(text.contains("every slot is free"), "{text}");
    // The other nodes publish 30 messages each, and the flood has 250 valid ones of each peer. A peer that is slower
    // than the flood misses some.
    let delivered = |node: usize| -> u64 {
        let line = text.lines().find(|line| line.starts_with(&format!("node {node}:"))).unwrap();
        line.split_whitespace().nth(2).unwrap().parse().unwrap()
    };
    assert!((0..4).all(|node| (1..=3 * 30 + 2 * 250).contains(&delivered(node))), "{text}");
    assert!(delivered(0) >= 2 * 250, "{text}");
}
