//! A connection of Stratum V2 over TCP, encrypted or not.

use core::fmt;
use core::time::Duration;
use std::io;

use anyhow::{Context, bail};
use pool_codec::sealed::{SealedDecoder, SealedEncoder, StreamDecoder, StreamEncoder};
use pool_codec::tokio::{FrameReader, FrameWriter};
use pool_codec::{Carries, EncodeFrame, FrameDecoder, FrameEncoder, Pool};
use pool_noise::{AuthorityKey, OpeningKey, SealingKey, StaticKeys};
use tokio::io::{ReadHalf, WriteHalf, split};
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::sv2::Sv2;

/// The reader and the writer of a connection, and the name of the peer for errors.
pub struct Link<D, E> {
    reader: FrameReader<ReadHalf<TcpStream>, Sv2, D>,
    writer: FrameWriter<WriteHalf<TcpStream>, Sv2, E>,
    peer: String,
}

impl<D, E> fmt::Debug for Link<D, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Link").field("peer", &self.peer).finish_non_exhaustive()
    }
}

/// A connection whose bytes anyone can read.
pub type PlainLink = Link<FrameDecoder<Sv2>, FrameEncoder<Sv2>>;

/// A connection that is encrypted as Stratum V2 says.
pub type NoiseLink = Link<SealedDecoder<Sv2, OpeningKey>, SealedEncoder<Sv2, SealingKey>>;

impl PlainLink {
    /// Uses `stream` without encryption.
    ///
    /// # Errors
    ///
    /// Fails if the socket is closed.
    pub fn plain(stream: TcpStream, pool: &Pool) -> io::Result<Self> {
        let peer = prepare(&stream)?;
        let (read, write) = split(stream);
        Ok(Self {
            reader: FrameReader::new(read, pool),
            writer: FrameWriter::new(write, pool),
            peer,
        })
    }
}

impl NoiseLink {
    /// Exchanges the handshake as the initiator. With `authority`, accepts only a peer that it vouches for.
    ///
    /// # Errors
    ///
    /// Fails if the peer is not the expected one, does not speak Noise, closes the connection, or takes longer than
    /// `within`.
    pub async fn connect(
        stream: TcpStream,
        authority: Option<AuthorityKey>,
        pool: &Pool,
        within: Duration,
    ) -> anyhow::Result<Self> {
        let peer = prepare(&stream)?;
        let connected = pool_noise::tokio::connect(stream, authority, pool, within).await;
        let (reader, writer) = connected.with_context(|| format!("no connection with {peer}"))?;
        Ok(Self { reader, writer, peer })
    }

    /// Exchanges the handshake as the responder.
    ///
    /// # Errors
    ///
    /// Fails if the peer does not speak Noise, closes the connection, or takes longer than `within`.
    pub async fn accept(
        stream: TcpStream,
        keys: &StaticKeys,
        pool: &Pool,
        within: Duration,
    ) -> anyhow::Result<Self> {
        let peer = prepare(&stream)?;
        let accepted = pool_noise::tokio::accept(stream, keys, pool, within).await;
        let (reader, writer) = accepted.with_context(|| format!("no connection with {peer}"))?;
        Ok(Self { reader, writer, peer })
    }
}

impl<D: StreamDecoder<Set = Sv2>, E: StreamEncoder<Out = Sv2>> Link<D, E> {
    /// Returns the address of the peer.
    #[must_use]
    pub fn peer(&self) -> &str {
        &self.peer
    }

    /// Sends a message at once.
    ///
    /// # Errors
    ///
    /// Fails if the connection does, or if the pool has no slot.
    pub async fn send<F: EncodeFrame>(&mut self, message: &F) -> anyhow::Result<()>
    where
        Sv2: Carries<F::Message>,
    {
        let sent = async {
            self.writer.send(message).await?;
            self.writer.flush().await
        };
        sent.await.with_context(|| format!("cannot send to {}", self.peer))
    }

    /// Receives the next message. `None` if the peer has closed the connection. Cancel-safe.
    ///
    /// # Errors
    ///
    /// Fails if the connection does, or if a frame is malformed.
    pub async fn receive(&mut self) -> anyhow::Result<Option<Sv2>> {
        let received = self.reader.read_message().await;
        received.with_context(|| format!("cannot read the next message of {}", self.peer))
    }

    /// Receives the answer to `question`.
    ///
    /// # Errors
    ///
    /// Fails as [`receive`](Self::receive) does, if the peer closes the connection, and if it takes longer than `within`.
    pub async fn answer(&mut self, question: &str, within: Duration) -> anyhow::Result<Sv2> {
        match timeout(within, self.receive()).await {
            Ok(Ok(Some(message))) => Ok(message),
            Ok(Ok(None)) => {
                bail!("{} closed the connection instead of answering {question}", self.peer)
            }
            Ok(Err(error)) => Err(error),
            Err(_) => bail!(
                "{} did not answer {question} within {within:?}: it stalls, or waits for something else",
                self.peer
            ),
        }
    }

    /// Closes the connection. The peer reads the end of the stream.
    pub async fn close(mut self) {
        // The peer may have closed it before. There is nothing left to lose.
        drop(self.writer.shutdown().await);
    }
}

/// Sends small frames at once, and returns the address of the peer.
fn prepare(stream: &TcpStream) -> io::Result<String> {
    stream.set_nodelay(true)?;
    Ok(stream.peer_addr()?.to_string())
}
