//! The feed between processes, each test over a feed of its own.
#![allow(
    clippy::std_instead_of_core,
    clippy::unwrap_used,
    reason = "a test may panic, and reads best as plain std"
)]

use std::io::{BufRead, BufReader, Lines};
use std::process::{Child, ChildStdout, Command, Stdio};
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

/// A subscriber that is killed with the test.
struct Receiver {
    process: Child,
    lines: Lines<BufReader<ChildStdout>>,
}

impl Receiver {
    fn start(feed: &str) -> Self {
        // A message that does not come ends the program, and so the test.
        let mut command = command(feed, &["subscribe", "--idle", "20"]);
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
    let mut receivers = [(); 3].map(|()| Receiver::start(feed));
    let mut publisher = Publisher::new(open(feed)).unwrap();
    for block in 0..200 {
        assert_eq!(publisher.publish(&state(block)).unwrap(), 3);
    }
    for receiver in &mut receivers {
        for block in 0..200 {
            assert_eq!(receiver.line(), format!("block {block}"));
        }
    }
}

/// A killed subscriber neither stops a publisher nor takes the place of another subscriber.
#[test]
fn a_killed_subscriber_leaves_nothing_behind() {
    let feed = &feed("killed");
    let mut publisher = Publisher::new(open(feed)).unwrap();
    // More than there may be at a time.
    for block in 0..20 {
        let mut receiver = Receiver::start(feed);
        for _ in 0..300 {
            publisher.publish(&state(block)).unwrap();
        }
        assert_eq!(receiver.line(), format!("block {block}"));
    }
    let mut receiver = Receiver::start(feed);
    assert_eq!(publisher.publish(&state(77)).unwrap(), 1);
    assert_eq!(receiver.line(), "block 77");
}

#[test]
fn a_killed_publisher_does_not_stop_the_feed() {
    let feed = &feed("publisher");
    let subscriber = Subscriber::new(open(feed)).unwrap();
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
    let mut receiver = Receiver::start(feed);
    let mut publisher = Publisher::new(open(feed)).unwrap();
    publisher.publish_bytes(SwapEvent::ID, b"?").unwrap();
    publisher.publish(&state(7)).unwrap();
    let lines = std::iter::from_fn(|| Some(receiver.line()));
    let explained: String = lines.take_while(|line| line != "block 7").collect();
    assert!(explained.contains("pool_address") && explained.contains("3f"), "{explained}");
}

#[test]
fn a_slow_subscriber_is_told_what_it_missed() {
    let feed = &feed("slow");
    let limits = Limits { buffered: 4, ..Limits::default() };
    let open = || Feed::<Market>::open(feed, limits).unwrap();
    let mut older = Publisher::new(open()).unwrap();
    older.publish(&state(0)).unwrap();
    let subscriber = Subscriber::new(open()).unwrap();
    let mut newer = Publisher::new(open()).unwrap();
    let received = |publisher: &mut Publisher<Market>, count| {
        for block in 1..=count {
            publisher.publish(&state(block)).unwrap();
        }
        let mut received = Vec::new();
        while let Some(sample) = subscriber.try_next().unwrap() {
            let MarketRef::PoolStateUpdate(state) = sample.decode().unwrap() else { panic!() };
            received.push((state.block, sample.missed()));
        }
        received
    };
    // What was sent before there was a subscriber was not for it.
    assert_eq!(received(&mut older, 1), [(1, 0)]);
    assert_eq!(received(&mut older, 10), [(7, 6), (8, 0), (9, 0), (10, 0)]);
    // The first samples of a newer publisher were.
    assert_eq!(received(&mut newer, 10), [(7, 6), (8, 0), (9, 0), (10, 0)]);
    assert_eq!(received(&mut newer, 2), [(1, 0), (2, 0)]);
}

/// The borrowed form is in the shared memory, and a publisher does not overwrite a sample that is held.
#[test]
fn held_samples_stay_as_they_are() {
    let feed = &feed("held");
    let subscriber = Subscriber::new(open(feed)).unwrap();
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
    assert!(error.to_string().contains("help: hold at most two"), "{error}");
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
    for buffered in [0, 10, 10_000] {
        let limits = Limits { buffered, ..Limits::default() };
        let error = Feed::<Market>::open(feed, limits).unwrap_err();
        assert!(matches!(error, IpcError::Open { .. }), "{error}");
    }
}

/// A feed can be opened at the moment when its last process leaves it.
#[test]
fn processes_come_and_go() {
    let feed = &feed("come");
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                for _ in 0..50 {
                    drop(open(feed));
                }
            });
        }
    });
}

#[test]
fn a_full_feed_is_an_error_with_a_way_out() {
    let feed = &feed("full");
    let limits = Limits { publishers: 1, subscribers: 1, ..Limits::default() };
    let open = || Feed::<Market>::open(feed, limits).unwrap();
    let first = Subscriber::new(open()).unwrap();
    let error = Subscriber::new(open()).unwrap_err();
    assert!(matches!(error, IpcError::Full { port: "subscriber", .. }), "{error}");
    drop(first);
    Subscriber::new(open()).unwrap();
    let _publisher = Publisher::new(open()).unwrap();
    let error = Publisher::new(open()).unwrap_err();
    assert!(error.to_string().contains("help: end one of them"), "{error}");
    // Processes that only have it open are limited, too.
    let mut feeds = Vec::new();
    let error = loop {
        match Feed::<Market>::open(feed, limits) {
            Ok(feed) => feeds.push(feed),
            Err(error) => break error,
        }
    };
    assert!(matches!(error, IpcError::Full { port: "process", .. }), "{error}");
}

/// Bytes beyond `MAX_SIZE` have no room, and the sample before them is not lost.
#[test]
fn a_sample_is_at_most_max_size() {
    let feed = &feed("size");
    let subscriber = Subscriber::new(open(feed)).unwrap();
    let mut publisher = Publisher::new(open(feed)).unwrap();
    publisher.publish_bytes(1, &[0; Market::MAX_SIZE]).unwrap();
    let error = publisher.publish_bytes(1, &[0; Market::MAX_SIZE + 1]).unwrap_err();
    assert!(matches!(error, IpcError::TooLong { len: 181, max: 180, .. }), "{error}");
    let sample = subscriber.next(SECOND).unwrap().unwrap();
    assert_eq!(sample.payload().len(), Market::MAX_SIZE);
    assert!(subscriber.try_next().unwrap().is_none());
}
