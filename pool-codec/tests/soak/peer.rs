//! The peers.

use std::time::Instant;

use pool_codec::Pool;
use pool_codec::tokio::FrameReader;
use tokio::io::{AsyncWriteExt, DuplexStream};

use crate::traffic::{Random, Traffic, bad, frame, good, reply};

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum End {
    /// Between frames.
    Clean,
    /// Inside a frame.
    Reset,
    /// It is the other side's doing.
    Other,
}

/// Sends good and bad frames in pieces; how many good ones, and how it ended.
pub(super) async fn misbehave(
    mut stream: DuplexStream,
    connection: u64,
    mut random: Random,
    until: Instant,
) -> (u64, End) {
    let mut number = 0;
    let steps = random.below(16);
    for _ in 0..steps {
        if Instant::now() > until {
            break;
        }
        let mut bytes = Vec::new();
        for _ in 0..=random.below(8) {
            if random.one_in(6) {
                bytes.extend(bad(&mut random));
            }
            bytes.extend(good(connection, number));
            number += 1;
        }
        // In pieces, most of which end inside a frame.
        let mut rest = &bytes[..];
        while !rest.is_empty() {
            let bits = random.below(16);
            let len = (1 + random.below(1 << bits)).min(rest.len() as u64) as usize;
            if stream.write_all(&rest[..len]).await.is_err() {
                return (number, End::Other);
            }
            rest = &rest[len..];
            if random.one_in(4) {
                random.pause(12).await;
            }
        }
    }
    let last = match random.below(4) {
        0 => {
            let frame = good(connection, number);
            frame[..1 + random.below(frame.len() as u64 - 1) as usize].to_vec()
        }
        // Never sent; for the longest that a header can express as for one that a message may have.
        1 => frame(1, u32::MAX, &[]),
        2 => frame(2, 60_000, &[]),
        _ => return (number, End::Clean),
    };
    // If this fails the other side has gone, and does not see it either.
    let _ = stream.write_all(&last).await;
    random.pause(30).await;
    (number, End::Reset)
}

/// Reads what the server sends, until it is over; how many frames.
pub(super) async fn listen(stream: DuplexStream, pool: Pool, connection: u64) -> u64 {
    let mut reader = FrameReader::<_, Traffic>::new(stream, &pool);
    let mut number = 0;
    while let Ok(Some(frame)) = reader.read().await {
        assert_eq!(frame.decode::<Traffic>().unwrap(), reply(connection, number));
        number += 1;
    }
    number
}
