//! The feed between processes, each test over a feed of its own.
#![allow(
    clippy::std_instead_of_core,
    clippy::unwrap_used,
    reason = "a test may panic, and reads best as plain std"
)]

use std::io::{BufRead, BufReader, Lines};
use std::process::{Child, ChildStdout, Command, Output, Stdio};
use std::time::Duration;

use examples::market::demo::state;
use examples::market::{Market, MarketRef, SwapEvent};
use ipc::{Feed, IpcError, Limits, Publisher, Subscriber};
use pool_codec::{Frame, FrameSet, TlvHeader};

const SECOND: Duration = Duration::from_secs(1);

/// The name of the feed of a test, which no other run has.
fn feed(test: &str) -> String {
    format!("{test}-{}", std::process::id())
}

fn open(feed: &str) -> Feed<Market> {
    Feed::open(feed, Limits::default()).unwrap()
}

fn command(feed: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ipc"));
    command.args(["--feed", feed]).args(arguments);
    command
}

fn run(feed: &str, arguments: &[&str]) -> Output {
    command(feed, arguments).output().unwrap()
}

/// A subscriber that is killed with the test.
struct Receiver {
    process: Child,
    lines: Lines<BufReader<ChildStdout>>,
}

impl Receiver {
    fn start(feed: &str, arguments: &[&str]) -> Self {
        let mut command = command(feed, arguments);
        let mut process = command.stdout(Stdio::piped()).spawn().unwrap();
        let lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let mut receiver = Self { process, lines };
        assert_eq!(receiver.line(), "ready");
        receiver
    }

    fn line(&mut self) -> String {
        self.lines.next().unwrap().unwrap()
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[test]
fn every_subscriber_gets_every_message() {
    let feed = &feed("all");
    let mut receivers = [(); 3].map(|()| Receiver::start(feed, &["subscribe", "--idle", "20"]));
    let published = run(feed, &["publish", "--count", "200"]);
    assert!(published.status.success(), "{published:?}");
    for receiver in &mut receivers {
        for block in 0..200 {
            assert_eq!(receiver.line(), format!("block {block}"));
        }
    }
}

/// What was killed in the middle of its work neither stops a publisher nor takes the place of another subscriber.
#[test]
fn a_killed_subscriber_leaves_nothing_behind() {
    let feed = &feed("killed");
    let mut publisher = Publisher::new(open(feed)).unwrap();
    // More than there may be at a time.
    for block in 0..20 {
        let mut receiver = Receiver::start(feed, &["subscribe", "--idle", "20"]);
        for _ in 0..300 {
            publisher.publish(&state(block)).unwrap();
        }
        assert_eq!(receiver.line(), format!("block {block}"));
    }
    let mut receiver = Receiver::start(feed, &["subscribe", "--idle", "20"]);
    assert_eq!(publisher.publish(&state(77)).unwrap(), 1);
    assert_eq!(receiver.line(), "block 77");
}

#[test]
fn a_killed_publisher_does_not_stop_the_feed() {
    let feed = &feed("publisher");
    let mut subscriber = Subscriber::new(open(feed)).unwrap();
    for first in 0..6_u64 {
        let first = first.to_string();
        let arguments = ["publish", "--first", &first, "--count", "100000", "--pause", "10"];
        let mut publisher = command(feed, &arguments).spawn().unwrap();
        // Received while the publisher works.
        for _ in 0..50 {
            let sample = subscriber.next(10 * SECOND).unwrap().unwrap();
            assert!(sample.decode::<Market>().is_ok());
        }
        publisher.kill().unwrap();
        publisher.wait().unwrap();
        // What it has sent is still there.
        while subscriber.try_next().unwrap().is_some() {}
    }
    let mut publisher = Publisher::new(open(feed)).unwrap();
    publisher.publish(&state(7)).unwrap();
    let sample = subscriber.next(10 * SECOND).unwrap().unwrap();
    assert_eq!(sample.decode::<Market>().unwrap(), Market::PoolStateUpdate(state(7)));
}

#[test]
fn a_poisoned_message_is_explained_and_stops_nothing() {
    let feed = &feed("poisoned");
    let mut receiver = Receiver::start(feed, &["subscribe", "--idle", "20"]);
    assert!(run(feed, &["poison"]).status.success());
    assert!(run(feed, &["publish", "--first", "7"]).status.success());
    let mut explained = Vec::new();
    loop {
        let line = receiver.line();
        if line == "block 7" {
            break;
        }
        explained.push(line);
    }
    let explained = explained.join("\n");
    assert!(explained.contains("pool_address") && explained.contains("3f"), "{explained}");
}

#[test]
fn a_slow_subscriber_is_told_what_it_missed() {
    let feed = &feed("slow");
    let limits = Limits { buffered: 4, ..Limits::default() };
    let mut subscriber = Subscriber::new(Feed::<Market>::open(feed, limits).unwrap()).unwrap();
    let mut publisher = Publisher::<Market>::new(Feed::open(feed, limits).unwrap()).unwrap();
    publisher.publish(&state(0)).unwrap();
    assert_eq!(subscriber.next(SECOND).unwrap().unwrap().missed(), 0);
    for block in 1..=10 {
        publisher.publish(&state(block)).unwrap();
    }
    // The last four are there.
    for (block, missed) in [(7, 6), (8, 0), (9, 0), (10, 0)] {
        let sample = subscriber.next(SECOND).unwrap().unwrap();
        let MarketRef::PoolStateUpdate(state) = sample.decode().unwrap() else { panic!() };
        assert_eq!((state.block, sample.missed()), (block, missed));
    }
    assert!(subscriber.try_next().unwrap().is_none());
}

/// The borrowed form is in the shared memory, and a publisher does not overwrite a sample that is held.
#[test]
fn held_samples_stay_as_they_are() {
    let feed = &feed("held");
    let mut subscriber = Subscriber::new(open(feed)).unwrap();
    let mut publisher = Publisher::new(open(feed)).unwrap();
    let swap = SwapEvent { pool_address: [1; 20], amount_in: [2; 32], amount_out: [3; 32] };
    publisher.publish(&swap).unwrap();
    publisher.publish(&state(1)).unwrap();
    let held = subscriber.next(SECOND).unwrap().unwrap();
    let MarketRef::SwapEvent(borrowed) = held.decode().unwrap() else { panic!() };
    assert!(held.payload().as_ptr_range().contains(&borrowed.amount_in.as_ptr()));
    let second = subscriber.next(SECOND).unwrap().unwrap();
    for block in 0..2000 {
        publisher.publish(&state(block)).unwrap();
    }
    assert_eq!((borrowed.amount_in, borrowed.amount_out), (&[2; 32], &[3; 32]));
    // A third one is refused, and is there once another is dropped.
    let error = subscriber.try_next().unwrap_err();
    assert!(error.to_string().contains("help: drop the samples"), "{error}");
    drop(second);
    assert!(subscriber.try_next().unwrap().is_some());
}

/// A process with other messages or limits does not get into the feed.
#[test]
fn processes_must_agree() {
    #[derive(Debug, Frame)]
    #[frame(id = 1)]
    struct Ping {
        time: u64,
    }

    #[derive(Debug, FrameSet)]
    #[frames(header = TlvHeader)]
    enum Pings {
        Ping(Ping),
    }

    let feed = &feed("agree");
    let _first = open(feed);
    let error = Feed::<Pings>::open(feed, Limits::default()).unwrap_err();
    assert!(matches!(error, IpcError::Open { .. }));
    let text = error.to_string();
    assert!(text.contains(feed) && text.contains("help: all its processes"), "{text}");
    let limits = Limits { buffered: 10_000, ..Limits::default() };
    assert!(Feed::<Market>::open(feed, limits).is_err());
}

#[test]
fn a_full_feed_is_an_error_with_a_way_out() {
    let feed = &feed("full");
    let limits = Limits { publishers: 1, subscribers: 1, ..Limits::default() };
    let open = || Feed::<Market>::open(feed, limits).unwrap();
    let first = Subscriber::new(open()).unwrap();
    let error = Subscriber::new(open()).unwrap_err();
    assert!(matches!(error, IpcError::Port { .. }));
    assert!(error.to_string().contains("room for another subscriber"), "{error}");
    drop(first);
    Subscriber::new(open()).unwrap();
    let _publisher = Publisher::new(open()).unwrap();
    let error = Publisher::new(open()).unwrap_err();
    assert!(error.to_string().contains("help: end one of them"), "{error}");
}

/// Bytes beyond `MAX_SIZE` have no room, and the sample before them is not lost.
#[test]
fn a_sample_is_at_most_max_size() {
    let feed = &feed("size");
    let mut subscriber = Subscriber::new(open(feed)).unwrap();
    let mut publisher = Publisher::new(open(feed)).unwrap();
    publisher.publish_bytes(1, &[0; Market::MAX_SIZE]).unwrap();
    let error = publisher.publish_bytes(1, &[0; Market::MAX_SIZE + 1]).unwrap_err();
    assert!(matches!(error, IpcError::Unsent { .. }) && error.to_string().contains("SwapEvent"));
    let sample = subscriber.next(SECOND).unwrap().unwrap();
    assert_eq!(sample.payload().len(), Market::MAX_SIZE);
    assert!(subscriber.try_next().unwrap().is_none());
}
