//! The server, which is the tested side.

use core::time::Duration;
use std::collections::VecDeque;
use std::sync::mpsc;

use pool_codec::error::FrameError;
use pool_codec::tokio::{FrameReader, FrameWriter};
use pool_codec::{Held, Pool, ReadError, TlvHeader, ZeroCopy};
use tokio::io::DuplexStream;
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

use crate::peer::End;
use crate::traffic::{Random, Traffic, nth, reply};

enum Got {
    Owned(Traffic),
    Held(Held<Traffic>),
}

/// Reads the next message in one of three ways. It is cancel-safe.
async fn next(
    reader: &mut FrameReader<DuplexStream, Traffic>,
    way: u64,
) -> Result<Option<Got>, ReadError> {
    match way {
        0 => {
            let Some(frame) = reader.read().await? else { return Ok(None) };
            let offset = frame.offset();
            let message = frame.decode().map_err(|error| ReadError::Decode { error, offset })?;
            Ok(Some(Got::Owned(message)))
        }
        1 => Ok(reader.read_message().await?.map(Got::Owned)),
        _ => Ok(reader.read_held().await?.map(Got::Held)),
    }
}

#[derive(Debug, Default)]
pub(super) struct Tally {
    pub(super) connections: u64,
    pub(super) frames: u64,
    pub(super) replies: u64,
    pub(super) bad: u64,
    pub(super) cancelled: u64,
    pub(super) refused: u64,
}

impl Tally {
    pub(super) fn add(&mut self, other: &Self) {
        self.connections += other.connections;
        self.frames += other.frames;
        self.replies += other.replies;
        self.bad += other.bad;
        self.cancelled += other.cancelled;
        self.refused += other.refused;
    }
}

/// Serves a connection: cancels its calls, holds frames, drops them in other tasks and on another thread, and replies.
pub(super) async fn serve(
    (from, to): (DuplexStream, DuplexStream),
    pool: Pool,
    connection: u64,
    mut random: Random,
    elsewhere: mpsc::Sender<Held<Traffic>>,
) -> (Tally, End) {
    let mut reader = FrameReader::<_, Traffic>::new(from, &pool);
    let mut writer = FrameWriter::<_, TlvHeader>::new(to, &pool);
    let mut tally = Tally { connections: 1, ..Tally::default() };
    let (mut kept, mut tasks) = (VecDeque::new(), JoinSet::new());
    let patience = random.below(300);
    let end = loop {
        let (limit, way) = (random.below(50).saturating_sub(5), random.below(3));
        let read = timeout(Duration::from_millis(limit), next(&mut reader, way)).await;
        let Ok(read) = read else {
            tally.cancelled += 1;
            if tally.cancelled > patience {
                break End::Other;
            }
            continue;
        };
        let message = match read {
            Ok(Some(Got::Owned(message))) => message,
            Ok(Some(Got::Held(held))) => {
                let message = Traffic::from_borrowed(held.get());
                match random.below(4) {
                    0 => elsewhere.send(held).unwrap(),
                    1 => drop(tasks.spawn(async move {
                        sleep(Duration::from_millis(3)).await;
                        drop(held);
                    })),
                    // A task that waits for a slot must not hold one that others wait for.
                    2 if held.payload().len() < 8 << 10 => kept.push_back(held),
                    _ => drop(held),
                }
                message
            }
            Ok(None) => break End::Clean,
            Err(ReadError::UnexpectedEof { .. }) => break End::Reset,
            Err(ReadError::Frame(FrameError::Acquire(_))) => {
                tally.refused += 1;
                kept.pop_front();
                tokio::task::yield_now().await;
                continue;
            }
            Err(error) => {
                assert!(!error.is_fatal(), "{error}");
                tally.bad += 1;
                continue;
            }
        };
        assert!(message == nth(connection, tally.frames), "frame {}", tally.frames);
        tally.frames += 1;
        if kept.len() > 2 {
            kept.pop_front();
        }
        if random.one_in(3) {
            let message = reply(connection, tally.replies);
            match timeout(Duration::from_millis(limit), writer.send(&message)).await {
                Ok(sent) => {
                    sent.unwrap();
                    tally.replies += 1;
                }
                Err(_) => tally.cancelled += 1,
            }
        }
        if random.one_in(8) {
            match timeout(Duration::from_millis(limit), writer.flush()).await {
                Ok(flushed) => flushed.unwrap(),
                Err(_) => tally.cancelled += 1,
            }
        }
    };
    if end == End::Clean {
        writer.shutdown().await.unwrap();
    }
    while tasks.join_next().await.is_some() {}
    (tally, end)
}
