//! The connections of pool-noise.

use core::time::Duration;
use std::sync::LazyLock;
use std::time::SystemTime;

use anyhow::Context;
use loopback::message::Message;
use pool_noise::tokio::{NoiseReader, NoiseWriter, accept, connect};
use pool_noise::{Authority, StaticKeys};
use tokio::io::{ReadHalf, WriteHalf};
use tokio::net::TcpStream;

use crate::Connection;
use crate::message::{POOL, Set};

const WITHIN: Duration = Duration::from_secs(10);

static AUTHORITY: LazyLock<Authority> =
    LazyLock::new(|| Authority::generate().expect("random bytes are available"));

static KEYS: LazyLock<StaticKeys> = LazyLock::new(|| {
    AUTHORITY
        .issue(SystemTime::now(), Duration::from_secs(24 * 3600))
        .expect("random bytes are available")
});

/// Writes when the batch is full, or when it is flushed.
pub(crate) struct Batched {
    reader: NoiseReader<ReadHalf<TcpStream>, Set>,
    writer: NoiseWriter<WriteHalf<TcpStream>, Set>,
    message: Message,
}

impl Batched {
    fn new(
        (reader, writer): pool_noise::tokio::Connection<TcpStream, Set, Set>,
        len: usize,
    ) -> anyhow::Result<Self> {
        Ok(Self { reader, writer, message: Message::of_len(len)? })
    }
}

impl Connection for Batched {
    async fn connect(stream: TcpStream, len: usize) -> anyhow::Result<Self> {
        let key = Some(AUTHORITY.public_key());
        Self::new(connect(stream, key, &POOL, WITHIN).await?, len)
    }

    async fn accept(stream: TcpStream, len: usize) -> anyhow::Result<Self> {
        Self::new(accept(stream, &KEYS, &POOL, WITHIN).await?, len)
    }

    async fn send(&mut self, number: u32) -> anyhow::Result<()> {
        self.message.number = number;
        Ok(self.writer.send(&self.message).await?)
    }

    async fn flush(&mut self) -> anyhow::Result<()> {
        Ok(self.writer.flush().await?)
    }

    async fn receive(&mut self) -> anyhow::Result<u32> {
        let frame = self.reader.read().await?.context("the peer has closed the connection")?;
        Ok(frame.borrow::<Message>()?.number)
    }
}

/// Writes each frame at once, as the published stream does.
pub(crate) struct Flushed(Batched);

impl Connection for Flushed {
    async fn connect(stream: TcpStream, len: usize) -> anyhow::Result<Self> {
        Ok(Self(Batched::connect(stream, len).await?))
    }

    async fn accept(stream: TcpStream, len: usize) -> anyhow::Result<Self> {
        Ok(Self(Batched::accept(stream, len).await?))
    }

    async fn send(&mut self, number: u32) -> anyhow::Result<()> {
        self.0.send(number).await?;
        self.0.flush().await
    }

    async fn flush(&mut self) -> anyhow::Result<()> {
        Ok(())
    }

    async fn receive(&mut self) -> anyhow::Result<u32> {
        self.0.receive().await
    }
}
