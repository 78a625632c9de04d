//! The example services, as a user runs them.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::process::Command;

fn output(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{text}{}", String::from_utf8_lossy(&output.stderr));
    text
}

#[test]
fn subscribers_over_every_kind_of_socket_see_every_event() {
    let text = output(env!("CARGO_BIN_EXE_market"), &["check", "--events", "20000"]);
    let seen = "18000 swaps, 2000 states of 7 pools up to block 199";
    assert!(text.contains(&format!("over TCP: {seen}")), "{text}");
    assert!(text.contains(&format!("over Unix socket: {seen}")), "{text}");
    assert!(text.contains(&format!("over TLS: {seen}")), "{text}");
    // All buffers have been released: checks the column `in use` of the totals.
    let totals: Vec<_> = text.lines().filter(|line| line.starts_with("total")).collect();
    assert_eq!(totals.len(), 2, "{text}");
    assert!(totals.iter().all(|line| line.split_whitespace().nth(2) == Some("0")), "{text}");
}

#[test]
fn every_frame_is_sent_back_over_each_connection() {
    let text = output(env!("CARGO_BIN_EXE_sv2_echo"), &["check", "--connections", "6"]);
    assert!(text.contains("6 connections served: 2904 frames sent back, 0 refused"), "{text}");
    assert!(text.contains("2904 frames over 6 connections came back as they were sent"), "{text}");
}
