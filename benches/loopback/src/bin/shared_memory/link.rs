//! The contenders: two sides that send and receive.

use core::sync::atomic::{AtomicU32, Ordering};
use core::time::Duration;
use std::os::unix::net::UnixStream;
use std::time::Instant;

use anyhow::{Context, bail, ensure};
use ipc::{Feed, Limits, Publisher, Sample, Subscriber};
use loopback::message::{Message, MessageRef};
use pool_codec::{FrameReader, FrameWriter};

use crate::message::{POOL, Set, SetRef};

const TIMEOUT: Duration = Duration::from_secs(10);

/// One side of a link.
pub(crate) trait Link: Sized {
    /// What a side is opened from, on its own thread.
    type Address: Send;

    fn pair() -> anyhow::Result<(Self::Address, Self::Address)>;
    fn open(address: Self::Address) -> anyhow::Result<Self>;
    /// Sends a message, perhaps with the next ones.
    fn push(&mut self, message: &Message) -> anyhow::Result<()>;
    /// Returns when all messages are sent.
    fn flush(&mut self) -> anyhow::Result<()>;
    /// Waits for a message and returns its number.
    fn receive(&mut self) -> anyhow::Result<u32>;

    /// Sends a message at once.
    fn send(&mut self, message: &Message) -> anyhow::Result<()> {
        self.push(message)?;
        self.flush()
    }
}

/// Frames through a Unix socket.
pub(crate) struct Socket {
    reader: FrameReader<UnixStream, Set>,
    writer: FrameWriter<UnixStream, Set>,
}

impl Link for Socket {
    type Address = UnixStream;

    fn pair() -> anyhow::Result<(UnixStream, UnixStream)> {
        Ok(UnixStream::pair()?)
    }

    fn open(stream: UnixStream) -> anyhow::Result<Self> {
        let reader = FrameReader::new(stream.try_clone()?, &POOL);
        Ok(Self { reader, writer: FrameWriter::new(stream, &POOL) })
    }

    fn push(&mut self, message: &Message) -> anyhow::Result<()> {
        Ok(self.writer.send(message)?)
    }

    fn flush(&mut self) -> anyhow::Result<()> {
        Ok(self.writer.flush()?)
    }

    fn receive(&mut self) -> anyhow::Result<u32> {
        let frame = self.reader.read()?.context("the peer has closed the socket")?;
        Ok(frame.borrow::<Message>()?.number)
    }
}

/// Samples in shared memory, and an event for each.
pub(crate) struct Woken {
    publisher: Publisher<Set>,
    subscriber: Subscriber<Set>,
}

/// The feeds of this side: the one that it publishes, and the other one.
pub(crate) struct Feeds([String; 2]);

fn number(sample: &Sample<'_>) -> anyhow::Result<u32> {
    let SetRef::Message(MessageRef { number, .. }) = sample.decode()?;
    Ok(number)
}

impl Link for Woken {
    type Address = Feeds;

    fn pair() -> anyhow::Result<(Feeds, Feeds)> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let pair = COUNT.fetch_add(1, Ordering::Relaxed);
        let [there, back] =
            ["there", "back"].map(|way| format!("{way}-{pair}-{}", std::process::id()));
        Ok((Feeds([there.clone(), back.clone()]), Feeds([back, there])))
    }

    fn open(Feeds([out, into]): Feeds) -> anyhow::Result<Self> {
        let limits = Limits { publishers: 1, subscribers: 1, buffered: 128 };
        // Subscribed before the other side can publish.
        let subscriber = Subscriber::new(Feed::open(&into, limits)?)?;
        let mut publisher = Publisher::new(Feed::open(&out, limits)?)?;
        let start = Instant::now();
        while publisher.publish_bytes(0, &[])? == 0 {
            ensure!(start.elapsed() < TIMEOUT, "no peer");
            std::thread::yield_now();
        }
        // Likewise the other side's first sample, which it repeats until there is a subscriber.
        subscriber.next(TIMEOUT)?.context("no peer")?;
        Ok(Self { publisher, subscriber })
    }

    fn push(&mut self, message: &Message) -> anyhow::Result<()> {
        self.publisher.publish(message)?;
        Ok(())
    }

    fn flush(&mut self) -> anyhow::Result<()> {
        Ok(())
    }

    fn receive(&mut self) -> anyhow::Result<u32> {
        number(&self.subscriber.next(TIMEOUT)?.context("the peer is silent")?)
    }
}

/// Samples in shared memory. The receiver tries again and again, which takes a core.
pub(crate) struct Polled(Woken);

impl Link for Polled {
    type Address = Feeds;

    fn pair() -> anyhow::Result<(Feeds, Feeds)> {
        Woken::pair()
    }

    fn open(feeds: Feeds) -> anyhow::Result<Self> {
        Ok(Self(Woken::open(feeds)?))
    }

    fn push(&mut self, message: &Message) -> anyhow::Result<()> {
        self.0.push(message)
    }

    fn flush(&mut self) -> anyhow::Result<()> {
        Ok(())
    }

    fn receive(&mut self) -> anyhow::Result<u32> {
        // As many as take much longer than any answer.
        for _ in 0..1_000_000_000 {
            if let Some(sample) = self.0.subscriber.try_next()? {
                return number(&sample);
            }
            core::hint::spin_loop();
        }
        bail!("the peer is silent")
    }
}
