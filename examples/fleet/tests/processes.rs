//! The feed between processes, over a nats-server of its own.
#![allow(
    clippy::std_instead_of_core,
    clippy::unwrap_used,
    reason = "a test may panic, and reads best as plain std"
)]

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread;
use std::time::Duration;

use fleet::{Fleet, FleetError, Limits};

/// A server that ends with the test.
struct Server {
    process: Child,
    address: String,
    folder: PathBuf,
}

impl Server {
    /// Starts a server, or prints that there is none.
    fn start(name: &str) -> Option<Self> {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = std::fs::remove_dir_all(&folder);
        let mut command = Command::new("nats-server");
        command.args(["-js", "-a", "127.0.0.1", "-p", &port.to_string(), "-sd"]).arg(&folder);
        let process = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let Ok(process) = process else {
            println!("no nats-server: `{name}` is skipped (Debian package nats-server)");
            return None;
        };
        let mut server = Self { process, address: format!("127.0.0.1:{port}"), folder };
        while server.run(&["publish", "--count", "0"]).status.code() != Some(0) {
            assert!(server.process.try_wait().unwrap().is_none(), "nats-server has ended");
            thread::sleep(Duration::from_millis(20));
        }
        Some(server)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fleet"));
        command.args(["--server", &self.address]).args(arguments);
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// Starts a consumer, and returns its lines.
    fn consume(&self) -> (Child, impl Iterator<Item = String> + use<>) {
        let mut child =
            self.command(&["consume", "prices"]).stdout(Stdio::piped()).spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        (child, lines.map_while(Result::ok))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn published(output: &Output) {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn a_consumer_that_is_killed_loses_nothing() {
    let Some(server) = Server::start("killed") else { return };
    let mut publishers: Vec<_> = (0..4)
        .map(|index| {
            let first = (index * 100).to_string();
            server.command(&["publish", "--first", &first, "--count", "100"]).spawn().unwrap()
        })
        .collect();
    let mut blocks = BTreeSet::new();
    let mut kills = 0;
    while blocks.len() < 400 {
        let (mut consumer, mut lines) = server.consume();
        let mut add = |line: String| {
            blocks.insert(line.strip_prefix("block ").unwrap().parse::<u64>().unwrap());
            blocks.len()
        };
        // Killed in the middle of its work, three times.
        let limit = if kills < 3 { 60 } else { usize::MAX };
        for line in lines.by_ref().take(limit) {
            if add(line) == 400 {
                break;
            }
        }
        consumer.kill().unwrap();
        consumer.wait().unwrap();
        // The lines that it has printed, and perhaps confirmed, before it was killed.
        for line in lines {
            add(line);
        }
        kills += 1;
    }
    assert!(kills > 3 && blocks.into_iter().eq(0..400));
    for publisher in &mut publishers {
        assert!(publisher.wait().unwrap().success());
    }
}

#[test]
fn a_poisoned_message_goes_to_the_dead_letters() {
    let Some(server) = Server::start("poisoned") else { return };
    published(&server.run(&["poison"]));
    published(&server.run(&["publish", "--first", "7"]));
    let (mut consumer, lines) = server.consume();
    let lines: Vec<_> = lines.take(2).collect();
    consumer.kill().unwrap();
    consumer.wait().unwrap();
    assert_eq!(lines, ["dead letter", "block 7"], "the next message is not stopped");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let letters = runtime.block_on(async {
        let mut fleet = Fleet::connect(&server.address, Limits::default()).await.unwrap();
        fleet.dead_letters().await.unwrap()
    });
    let (1, Some(reason)) = letters else { panic!("{letters:?}") };
    assert!(reason.contains("pool_address") && reason.contains("3f"), "{reason}");
}

/// A consumer is told that messages were dropped before it read them, and can go on.
#[test]
fn a_slow_consumer_is_told() {
    let Some(server) = Server::start("slow") else { return };
    published(&server.run(&["publish", "--count", "5"]));
    let (mut consumer, lines) = server.consume();
    assert_eq!(lines.take(5).count(), 5);
    consumer.kill().unwrap();
    consumer.wait().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let limited = runtime.block_on(async {
        let fleet = Fleet::connect(&server.address, Limits::default()).await.unwrap();
        fleet.limit(Limits { messages: 10 }).await
    });
    limited.unwrap();
    published(&server.run(&["publish", "--first", "5", "--count", "30"]));
    let output = server.run(&["consume", "prices"]);
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success(), "{error}");
    assert!(error.contains("too slow") && error.contains("help: start more"), "{error}");
    let mut command = server.command(&["consume", "prices", "--accept-loss"]);
    let mut consumer = command.stdout(Stdio::piped()).spawn().unwrap();
    let lines = BufReader::new(consumer.stdout.take().unwrap()).lines();
    let blocks: Vec<_> = lines.map_while(Result::ok).take(10).collect();
    consumer.kill().unwrap();
    consumer.wait().unwrap();
    let expected: Vec<_> = (25..35).map(|block| format!("block {block}")).collect();
    assert_eq!(blocks, expected);
}

#[test]
fn an_unreachable_server_is_an_error_with_a_way_out() {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let address = format!("127.0.0.1:{port}");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let error = runtime.block_on(Fleet::connect(&address, Limits::default())).unwrap_err();
    assert!(matches!(error, FleetError::Unreachable { .. }));
    let text = error.to_string();
    assert!(text.contains(&address) && text.contains("help: start one"), "{text}");
}
