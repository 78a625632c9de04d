//! Connections over tokio's streams.

use core::time::Duration;
use std::io;
use std::time::SystemTime;

use ::tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, ReadHalf, WriteHalf, split};
use ::tokio::time::timeout;
use pool_codec::sealed::{SealedDecoder, SealedEncoder};
use pool_codec::{FrameSet, Outgoing, Pool};

use crate::authority_key::AuthorityKey;
use crate::cipher::{OpeningKey, SealingKey};
use crate::error::ConnectError;
use crate::handshake::{Handshake, Step};
use crate::keys::StaticKeys;

/// Reads the frames of `S` from an encrypted stream.
pub type NoiseReader<R, S> = pool_codec::tokio::FrameReader<R, S, SealedDecoder<S, OpeningKey>>;

/// Writes the frames of `P` to an encrypted stream.
pub type NoiseWriter<W, P> = pool_codec::tokio::FrameWriter<W, P, SealedEncoder<P, SealingKey>>;

/// The reader and the writer of a connection over the stream `T`.
pub type Connection<T, In, Out> = (NoiseReader<ReadHalf<T>, In>, NoiseWriter<WriteHalf<T>, Out>);

/// Connects as an initiator: exchanges the handshake over `stream` within `within`, and returns the reader and the writer
/// of the connection. It is [`pool_noise::io::connect`](crate::io::connect) with `.await`.
///
/// A call that is cancelled closes the stream. To continue a handshake later, or to use other halves of the stream, call
/// [`exchange`].
///
/// ```
/// use std::time::{Duration, SystemTime};
/// use pool_codec::{Frame, FrameSet, Pool, Sv2Header};
/// use pool_noise::Authority;
/// use pool_noise::tokio::{accept, connect};
///
/// #[derive(Debug, PartialEq, Frame)]
/// #[frame(id = 1)]
/// struct Ping { time: u64 }
///
/// #[derive(Debug, FrameSet)]
/// #[frames(header = Sv2Header)]
/// enum Set { Ping(Ping) }
///
/// static POOL: Pool = Pool::new(&Set::POOL_CONFIG);
///
/// # ::tokio::runtime::Builder::new_current_thread().enable_time().build()?.block_on(async {
/// let authority = Authority::generate()?;
/// let keys = authority.issue(SystemTime::now(), Duration::from_secs(3600))?;
/// let (near, far) = ::tokio::io::duplex(1024);
/// let within = Duration::from_secs(5);
/// let client = async {
///     let key = Some(authority.public_key());
///     let (_, mut writer) = connect::<_, Set, Set>(near, key, &POOL, within).await?;
///     writer.send(&Ping { time: 5 }).await?;
///     writer.shutdown().await?;
///     Ok::<(), Box<dyn std::error::Error>>(())
/// };
/// let server = async {
///     let (mut reader, _) = accept::<_, Set, Set>(far, &keys, &POOL, within).await?;
///     assert_eq!(reader.read_message::<Ping>().await?, Some(Ping { time: 5 }));
///     Ok::<(), Box<dyn std::error::Error>>(())
/// };
/// let (sent, received) = ::tokio::join!(client, server);
/// sent.and(received)
/// # })?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// See [`ConnectError`]. The stream is closed.
///
/// # Panics
///
/// Panics outside a runtime of tokio with time.
pub async fn connect<T: AsyncRead + AsyncWrite + Unpin, In: FrameSet, Out: Outgoing>(
    stream: T,
    authority: Option<AuthorityKey>,
    pool: &Pool,
    within: Duration,
) -> Result<Connection<T, In, Out>, ConnectError> {
    open(stream, Handshake::connect(authority)?, pool, within).await
}

/// Accepts a connection as a responder: see [`connect`], and [`pool_noise::io::accept`](crate::io::accept).
///
/// # Errors
///
/// See [`ConnectError`]. The stream is closed.
///
/// # Panics
///
/// Panics as [`connect`] does.
pub async fn accept<T: AsyncRead + AsyncWrite + Unpin, In: FrameSet, Out: Outgoing>(
    stream: T,
    keys: &StaticKeys,
    pool: &Pool,
    within: Duration,
) -> Result<Connection<T, In, Out>, ConnectError> {
    open(stream, Handshake::accept(keys), pool, within).await
}

async fn open<T: AsyncRead + AsyncWrite + Unpin, In: FrameSet, Out: Outgoing>(
    mut stream: T,
    mut handshake: Handshake,
    pool: &Pool,
    within: Duration,
) -> Result<Connection<T, In, Out>, ConnectError> {
    let exchanged = timeout(within, exchange(&mut stream, &mut handshake)).await;
    let missing = handshake.missing();
    exchanged.unwrap_or(Err(ConnectError::TimedOut { within, missing }))?;
    let session = handshake.into_session().ok_or(ConnectError::Closed { missing })?;
    let (decoder, encoder) = session.into_halves(pool);
    let (read, write) = split(stream);
    Ok((NoiseReader::with_decoder(read, decoder), NoiseWriter::with_encoder(write, encoder)))
}

/// Exchanges the messages of a handshake. Afterwards [`Handshake::into_session`] returns the keys, and its halves serve any
/// halves of the stream.
///
/// Cancel-safe: the state is in `handshake`, and the next call continues at the same byte. It sets no time-out.
///
/// # Errors
///
/// See [`ConnectError`].
pub async fn exchange(
    stream: &mut (impl AsyncRead + AsyncWrite + Unpin),
    handshake: &mut Handshake,
) -> Result<(), ConnectError> {
    loop {
        let missing = handshake.missing();
        match handshake.step() {
            Step::Send(bytes) => match stream.write(bytes).await? {
                0 => return Err(io::Error::from(io::ErrorKind::WriteZero).into()),
                count => handshake.sent(count),
            },
            Step::Receive(room) => {
                // Before the peer can answer.
                stream.flush().await?;
                match stream.read(room).await? {
                    0 => return Err(ConnectError::Closed { missing }),
                    count => handshake.received(count, SystemTime::now())?,
                }
            }
            Step::Done => return Ok(stream.flush().await?),
        }
    }
}
