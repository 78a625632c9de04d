//! The peers of the tested server.

use std::time::Instant;

use pool_codec::Pool;
use pool_codec::tokio::FrameReader;
use tokio::io::{AsyncWriteExt, DuplexStream};

use crate::traffic::{Random, Traffic, bad, frame, good, reply};

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum End {
    /// The stream ended between frames.
    Clean,
    /// The stream ended inside a frame.
    Reset,
    /// The other side ended the stream.
    Other,
}

/// Sends good and bad frames in pieces. Returns the number of good ones, and how the stream ended.
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
        // Sends pieces, most of which end inside a frame.
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
        // The payload is never sent, whether the length is allowed or is the longest that a header can express.
        1 => frame(1, u32::MAX, &[]),
        2 => frame(2, 60_000, &[]),
        _ => return (number, End::Clean),
    };
    // If this fails, the other side has closed and does not see the end either.
    let _ = stream.write_all(&last).await;
    random.pause(30).await;
    (number, End::Reset)
}

/// Reads the replies of the server until the end, and returns their number.
pub(super) async fn listen(stream: DuplexStream, pool: Pool, connection: u64) -> u64 {
    let mut reader = FrameReader::<_, Traffic>::new(stream, &pool);
    let mut number = 0;
    while let Ok(Some(frame)) = reader.read().await {
        assert_eq!(frame.decode::<Traffic>().unwrap(), reply(connection, number));
        number += 1;
    }
    number
}
