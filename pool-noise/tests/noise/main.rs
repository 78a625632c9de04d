//! Handshakes and encrypted connections: among ourselves, and with the published crates `noise_sv2` and `codec_sv2`.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::std_instead_of_core,
    clippy::unwrap_used,
    reason = "a test may panic, and reads best as plain std"
)]

mod frames;
mod handshake;
mod memory;
mod peers;
mod sockets;
#[cfg(feature = "tokio")]
mod tokio_streams;

use std::time::{Duration, SystemTime};

use pool_codec::{Frame, FrameSet, Pool, Sv2Header};
use pool_dev::allocator::{PerThread, Watched};
use pool_noise::{Authority, Handshake, HandshakeError, Session, StaticKeys, Step};

#[global_allocator]
static ALLOCATOR: Watched<PerThread> = Watched::new();

/// A message of up to 200,000 bytes, so of several blocks.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 7, borrow)]
struct Blob {
    #[frame(max_len = 200_000)]
    content: Vec<u8>,
}

#[derive(Debug, Clone, PartialEq, FrameSet)]
#[frames(header = Sv2Header, borrow)]
enum Set {
    Blob(Blob),
}

/// A message whose payload has `len` bytes: three of them are the prefix.
fn blob(len: usize) -> Blob {
    Blob { content: (0..len - 3).map(|index| index as u8).collect() }
}

fn pool() -> Pool {
    Pool::new(&Session::pool_config::<Set>(&Set::POOL_CONFIG))
}

fn in_use(pool: &Pool) -> usize {
    pool.stats().classes().map(|class| class.in_use).sum()
}

const HOUR: Duration = Duration::from_secs(3600);

/// An authority, and keys that are valid for an hour from now.
fn authority() -> (Authority, StaticKeys) {
    let authority = Authority::generate().unwrap();
    let keys = authority.issue(SystemTime::now(), HOUR).unwrap();
    (authority, keys)
}

/// Moves all bytes that `from` has to send, `step` at a time, through `change`, to `to`.
fn pass(
    from: &mut Handshake,
    to: &mut Handshake,
    step: usize,
    mut change: impl FnMut(&mut [u8]),
) -> Result<(), HandshakeError> {
    while let Step::Send(bytes) = from.step() {
        let mut bytes: Vec<u8> = bytes.iter().copied().take(step).collect();
        from.sent(bytes.len());
        change(&mut bytes);
        let mut rest = &bytes[..];
        while !rest.is_empty() {
            let Step::Receive(room) = to.step() else { panic!("bytes that nobody waits for") };
            let count = room.len().min(rest.len());
            room[..count].copy_from_slice(&rest[..count]);
            to.received(count, SystemTime::now())?;
            rest = &rest[count..];
        }
    }
    Ok(())
}

/// The keys of both sides of a connection.
fn sessions() -> [Session; 2] {
    let (authority, keys) = authority();
    let mut near = Handshake::connect(Some(authority.public_key())).unwrap();
    let mut far = Handshake::accept(&keys);
    pass(&mut near, &mut far, usize::MAX, |_| {}).unwrap();
    pass(&mut far, &mut near, usize::MAX, |_| {}).unwrap();
    [near, far].map(|side| side.into_session().unwrap())
}
