//! The opening of a connection: both peers compare their sets before the first frame (WIRE.md section 14).

mod agreement;

use alloc::vec::Vec;

pub use agreement::{Agreement, Difference, SetMismatch};
use thiserror::Error;

use crate::codec::Digest;
use crate::frame::FrameSet;

/// The first bytes of an opening. The last of them is the version of the exchange.
const MAGIC: [u8; 8] = *b"poolset\x01";
/// The magic, the digest of the set, and the number of messages.
const HEAD: usize = 8 + 16 + 4;
/// The id and the digest of one message.
const ENTRY: usize = 4 + 16;

/// The bytes that are sent or received in one step. Peers that both list many messages take turns, so that neither waits
/// for the other with a full socket buffer.
const CHUNK: usize = 1024;

/// The opening exchange of a connection, without I/O: each peer sends the digests of its messages and compares them
/// with those that it receives.
///
/// Both peers send 28 bytes with the digest of their set. If the digests are equal, that is all. Otherwise both send the
/// digest of each message, 20 bytes per message.
///
/// [`io::open`](crate::io::open) and [`tokio::open`](crate::tokio) drive it over a stream. For any other I/O, do what
/// [`step`](Self::step) says until it is [`Step::Done`].
///
/// The memory of an opening depends on the caller's own set and not on the peer, and no peer can send more than
/// [`MAX_MESSAGES`](Self::MAX_MESSAGES) digests. Set a time-out, because a peer may send
/// nothing.
///
/// ```
/// # #[cfg(feature = "derive")] {
/// use pool_codec::opening::{Opening, Step};
/// use pool_codec::{Frame, FrameSet, TlvHeader};
///
/// #[derive(Debug, Frame)]
/// #[frame(id = 1)]
/// struct Ping { time: u64 }
///
/// #[derive(Debug, FrameSet)]
/// #[frames(header = TlvHeader)]
/// enum Set { Ping(Ping) }
///
/// let (mut ours, mut theirs) = (Opening::<Set>::new(), Opening::<Set>::new());
/// let Step::Send(bytes) = theirs.step() else { panic!() };
/// ours.receive(bytes)?;
/// let Step::Send(bytes) = ours.step() else { panic!() };
/// let sent = bytes.len();
/// ours.advance(sent);
/// let Step::Done(agreement) = ours.step() else { panic!() };
/// assert!(agreement.is_equal());
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Opening<S> {
    /// The bytes to send, from `sent` on.
    out: Vec<u8>,
    sent: usize,
    /// An incomplete head or entry of the peer.
    partial: [u8; HEAD],
    filled: usize,
    state: State,
    /// Whether the last step sent something. If both are possible, sending and receiving alternate.
    has_sent: bool,
    agreement: Agreement<S>,
}

/// What an [`Opening`] needs next.
#[derive(Debug)]
pub enum Step<'a, S> {
    /// Write some of these bytes, and call [`Opening::advance`].
    Send(&'a [u8]),
    /// Flush the stream, read up to this many bytes, and pass them to [`Opening::receive`]. Later bytes of the peer belong
    /// to its frames.
    Receive(usize),
    /// Flush the stream. The opening is complete.
    Done(&'a Agreement<S>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// The peer's head is next.
    Head,
    /// That many entries of the peer are next.
    Entries(usize),
    /// The peer broke the rules.
    Failed(OpeningError),
}

impl<S: FrameSet> Opening<S> {
    /// The largest number of messages that a peer may list.
    pub const MAX_MESSAGES: usize = 1 << 16;

    /// Starts an opening. Both peers do so at once.
    ///
    /// # Panics
    ///
    /// Panics at compile time if the set has more than [`MAX_MESSAGES`](Self::MAX_MESSAGES) messages.
    #[must_use]
    pub fn new() -> Self {
        const { assert!(S::MESSAGES.len() <= Self::MAX_MESSAGES, "too many messages for an opening") };
        let mut out = Vec::with_capacity(HEAD);
        out.extend_from_slice(&MAGIC);
        out.extend_from_slice(&S::DIGEST.to_bytes());
        out.extend_from_slice(&(S::MESSAGES.len() as u32).to_le_bytes());
        Self {
            out,
            sent: 0,
            partial: [0; HEAD],
            filled: 0,
            state: State::Head,
            has_sent: false,
            agreement: Agreement::new(),
        }
    }

    /// Returns what to do next.
    #[must_use]
    pub fn step(&self) -> Step<'_, S> {
        let unsent = self.out.get(self.sent..).unwrap_or_default();
        match (unsent, self.missing()) {
            ([], 0) => Step::Done(&self.agreement),
            ([], missing) => Step::Receive(missing.min(CHUNK)),
            (_, missing) if missing > 0 && self.has_sent => Step::Receive(missing.min(CHUNK)),
            (unsent, _) => Step::Send(unsent.get(..CHUNK).unwrap_or(unsent)),
        }
    }

    /// Records that the first `count` bytes of [`Step::Send`] were sent.
    pub fn advance(&mut self, count: usize) {
        self.sent = self.sent.saturating_add(count).min(self.out.len());
        self.has_sent = true;
    }

    /// Returns the number of bytes that the peer still has to send, as far as is known. It is useful for errors.
    #[must_use]
    pub const fn missing(&self) -> usize {
        let all = match self.state {
            State::Head | State::Failed(_) => HEAD,
            State::Entries(count) => count.saturating_mul(ENTRY),
        };
        all.saturating_sub(self.filled)
    }

    /// Accepts bytes of the peer. Returns how many of them belong to the opening: all, unless they are more than
    /// [`Step::Receive`] asked for.
    ///
    /// # Errors
    ///
    /// Fails if the bytes are not an opening. The connection is then unusable, and all later calls fail, too.
    pub fn receive(&mut self, bytes: &[u8]) -> Result<usize, OpeningError> {
        self.has_sent = false;
        let mut rest = bytes;
        loop {
            let wanted = match self.state {
                State::Head => HEAD,
                State::Entries(0) => break,
                State::Entries(_) => ENTRY,
                State::Failed(error) => return Err(error),
            };
            let part = wanted.saturating_sub(self.filled).min(rest.len());
            let (taken, after) = rest.split_at(part);
            if let Some(free) =
                self.partial.get_mut(self.filled..).and_then(|free| free.get_mut(..part))
            {
                free.copy_from_slice(taken);
            }
            self.filled = self.filled.saturating_add(part);
            rest = after;
            if self.filled < wanted {
                break;
            }
            self.filled = 0;
            self.state = match self.state {
                State::Entries(count) => self.entry(count),
                _ => self.head().unwrap_or_else(State::Failed),
            };
        }
        Ok(bytes.len().saturating_sub(rest.len()))
    }

    /// Reads the peer's head.
    fn head(&mut self) -> Result<State, OpeningError> {
        let [head @ .., a, b, c, d] = self.partial;
        let count = u32::from_le_bytes([a, b, c, d]);
        let Some((magic, digest)) = head.split_first_chunk::<8>() else { return Ok(State::Head) };
        match (magic.split_last(), MAGIC.split_last()) {
            (Some((theirs, name)), Some((ours, known))) if name == known && theirs != ours => {
                return Err(OpeningError::UnknownVersion { version: *theirs, known: *ours });
            }
            _ if *magic != MAGIC => return Err(OpeningError::NotAnOpening { found: *magic }),
            _ => {}
        }
        let Some(digest) = digest.first_chunk() else { return Ok(State::Head) };
        if self.agreement.compare_sets(Digest::from_bytes(*digest)) {
            return Ok(State::Entries(0));
        }
        let messages = usize::try_from(count).unwrap_or(usize::MAX);
        if messages > Self::MAX_MESSAGES {
            return Err(OpeningError::TooManyMessages { count, max: Self::MAX_MESSAGES as u32 });
        }
        for message in S::MESSAGES {
            self.out.extend_from_slice(&message.id.to_le_bytes());
            self.out.extend_from_slice(&message.digest().to_bytes());
        }
        Ok(State::Entries(messages))
    }

    /// Reads an entry of the peer, of which `count` were left.
    fn entry(&mut self, count: usize) -> State {
        let [a, b, c, d, digest @ .., _, _, _, _, _, _, _, _] = self.partial;
        self.agreement.compare(u32::from_le_bytes([a, b, c, d]), Digest::from_bytes(digest));
        State::Entries(count.saturating_sub(1))
    }
}

impl<S: FrameSet> Default for Opening<S> {
    fn default() -> Self {
        Self::new()
    }
}

/// The error for bytes that are not the opening of a peer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum OpeningError {
    /// The peer begins with something else, for example with a frame.
    #[error("the peer does not begin with an opening, but with the bytes {found:02x?}")]
    NotAnOpening {
        /// The first bytes of the peer.
        found: [u8; 8],
    },
    /// The peer uses another version of the exchange.
    #[error("the peer's opening has version {version}, and only {known} is known")]
    UnknownVersion {
        /// The version of the peer.
        version: u8,
        /// The version of this crate.
        known: u8,
    },
    /// The peer claims more messages than any set has.
    #[error("the peer lists {count} messages, more than {max}")]
    TooManyMessages {
        /// The number of messages that the peer claims.
        count: u32,
        /// The largest number that is accepted.
        max: u32,
    },
}
