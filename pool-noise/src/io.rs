//! Connections over blocking sockets of `std`.

use core::time::Duration;
use std::io::{self, Read, Write};
use std::net::TcpStream;
#[cfg(unix)]
use std::os::unix::net::UnixStream;
use std::time::{Instant, SystemTime};

use pool_codec::sealed::{SealedDecoder, SealedEncoder};
use pool_codec::{FrameSet, Outgoing, Pool};

use crate::authority_key::AuthorityKey;
use crate::cipher::{OpeningKey, SealingKey};
use crate::error::ConnectError;
use crate::handshake::{Handshake, Step};
use crate::keys::StaticKeys;

/// Reads the frames of `S` from an encrypted stream.
pub type NoiseReader<R, S> = pool_codec::FrameReader<R, S, SealedDecoder<S, OpeningKey>>;

/// Writes the frames of `P` to an encrypted stream.
pub type NoiseWriter<W, P> = pool_codec::FrameWriter<W, P, SealedEncoder<P, SealingKey>>;

/// The reader and the writer of a connection over the socket `T`.
pub type Connection<T, In, Out> = (NoiseReader<T, In>, NoiseWriter<T, Out>);

/// A blocking socket with time-outs: a `TcpStream`, or a `UnixStream` where there are any.
pub trait Socket: Read + Write + Sized {
    /// Returns another handle of the same socket.
    ///
    /// # Errors
    ///
    /// Fails if the system has no more handles.
    fn try_clone(&self) -> io::Result<Self>;

    /// Sets how long a read and a write may take. `None` sets no limit.
    ///
    /// # Errors
    ///
    /// Fails if the system refuses.
    fn set_timeouts(&self, limits: [Option<Duration>; 2]) -> io::Result<()>;

    /// Returns how long a read and a write may take.
    ///
    /// # Errors
    ///
    /// Fails if the system refuses.
    fn timeouts(&self) -> io::Result<[Option<Duration>; 2]>;
}

macro_rules! socket {
    ($socket:ty) => {
        impl Socket for $socket {
            fn try_clone(&self) -> io::Result<Self> {
                self.try_clone()
            }

            fn set_timeouts(&self, [read, write]: [Option<Duration>; 2]) -> io::Result<()> {
                self.set_read_timeout(read)?;
                self.set_write_timeout(write)
            }

            fn timeouts(&self) -> io::Result<[Option<Duration>; 2]> {
                Ok([self.read_timeout()?, self.write_timeout()?])
            }
        }
    };
}

socket!(TcpStream);
#[cfg(unix)]
socket!(UnixStream);

/// Connects as an initiator: exchanges the handshake over `socket` within `within`, and returns the reader and the writer
/// of the connection. They use `pool`, which has to serve the sets with their MACs: see
/// [`Session::pool_config`](crate::Session::pool_config).
///
/// With an authority, only a responder with a valid certificate of it is accepted; see
/// [`Initiator::new`](crate::Initiator::new). The time-outs of the socket are as before afterwards.
///
/// ```no_run
/// use std::net::TcpStream;
/// use std::time::Duration;
/// use pool_codec::{Frame, FrameSet, Pool, Sv2Header};
///
/// #[derive(Debug, Frame)]
/// #[frame(id = 1)]
/// struct Ping { time: u64 }
///
/// #[derive(Debug, FrameSet)]
/// #[frames(header = Sv2Header)]
/// enum Set { Ping(Ping) }
///
/// static POOL: Pool = Pool::new(&Set::POOL_CONFIG);
///
/// let authority = "9auqWEzQDVyd2oe1JVGFLMLHZtCo2FFqZwtKA5gd9xbuEu7PH72".parse()?;
/// let socket = TcpStream::connect("localhost:34254")?;
/// let within = Duration::from_secs(5);
/// let (mut reader, mut writer) =
///     pool_noise::io::connect::<_, Set, Set>(socket, Some(authority), &POOL, within)?;
/// writer.send(&Ping { time: 5 })?;
/// writer.flush()?;
/// println!("{:?}", reader.read_message::<Set>()?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// See [`ConnectError`]. The socket is closed.
pub fn connect<T: Socket, In: FrameSet, Out: Outgoing>(
    socket: T,
    authority: Option<AuthorityKey>,
    pool: &Pool,
    within: Duration,
) -> Result<Connection<T, In, Out>, ConnectError> {
    open(socket, Handshake::connect(authority)?, pool, within)
}

/// Accepts a connection as a responder: exchanges the handshake over `socket` within `within`, and returns the reader and
/// the writer of the connection. See [`connect`].
///
/// # Errors
///
/// See [`ConnectError`]. The socket is closed. An initiator that does not accept the certificate closes the connection,
/// which the first read shows.
pub fn accept<T: Socket, In: FrameSet, Out: Outgoing>(
    socket: T,
    keys: &StaticKeys,
    pool: &Pool,
    within: Duration,
) -> Result<Connection<T, In, Out>, ConnectError> {
    open(socket, Handshake::accept(keys), pool, within)
}

fn open<T: Socket, In: FrameSet, Out: Outgoing>(
    mut socket: T,
    mut handshake: Handshake,
    pool: &Pool,
    within: Duration,
) -> Result<Connection<T, In, Out>, ConnectError> {
    let before = socket.timeouts()?;
    perform(&mut socket, &mut handshake, within)?;
    socket.set_timeouts(before)?;
    let missing = handshake.missing();
    let session = handshake.into_session().ok_or(ConnectError::Closed { missing })?;
    let (decoder, encoder) = session.into_halves(pool);
    let reader = NoiseReader::with_decoder(socket.try_clone()?, decoder);
    Ok((reader, NoiseWriter::with_encoder(socket, encoder)))
}

/// Exchanges the messages. The deadline holds for all of them together, however slowly their bytes come.
fn perform<T: Socket>(
    socket: &mut T,
    handshake: &mut Handshake,
    within: Duration,
) -> Result<(), ConnectError> {
    let start = Instant::now();
    loop {
        let is_sending = match handshake.step() {
            Step::Send(_) => true,
            Step::Receive(_) => false,
            Step::Done => return Ok(()),
        };
        let missing = handshake.missing();
        let left = within.saturating_sub(start.elapsed());
        if left.is_zero() {
            return Err(ConnectError::TimedOut { within, missing });
        }
        socket.set_timeouts([Some(left); 2])?;
        let moved = match handshake.step() {
            Step::Send(bytes) => socket.write(bytes),
            Step::Receive(room) => socket.read(room),
            Step::Done => return Ok(()),
        };
        match moved {
            Ok(0) if is_sending => return Err(io::Error::from(io::ErrorKind::WriteZero).into()),
            Ok(0) => return Err(ConnectError::Closed { missing }),
            Ok(count) if is_sending => handshake.sent(count),
            Ok(count) => handshake.received(count, SystemTime::now())?,
            Err(error) if is_late(&error) => {}
            Err(error) => return Err(error.into()),
        }
    }
}

/// Whether the deadline decides what follows.
fn is_late(error: &io::Error) -> bool {
    use io::ErrorKind::{Interrupted, TimedOut, WouldBlock};
    matches!(error.kind(), TimedOut | WouldBlock | Interrupted)
}
