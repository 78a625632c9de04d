//! The bytes of a handshake, in any pieces.

use core::fmt;
use std::time::SystemTime;

use crate::authority_key::AuthorityKey;
use crate::connection::Session;
use crate::error::HandshakeError;
use crate::handshake::initiator::Initiator;
use crate::handshake::messages::{HELLO_LEN, REPLY_LEN};
use crate::handshake::responder::Responder;
use crate::keys::StaticKeys;

/// A handshake in progress, for either side and any I/O.
///
/// All state is here: a write or a read that is cancelled, times out or would block loses nothing. It takes at most
/// 64 bytes from an initiator and 234 from a responder, and never reads a byte beyond them.
///
/// ```
/// use std::time::{Duration, SystemTime};
/// use pool_noise::{Authority, Handshake, HandshakeError, Step};
///
/// /// Moves the message of one side to the other one, in place of a network.
/// fn pass(from: &mut Handshake, to: &mut Handshake) -> Result<(), HandshakeError> {
///     while let (Step::Send(bytes), Step::Receive(room)) = (from.step(), to.step()) {
///         let count = bytes.len().min(room.len());
///         room[..count].copy_from_slice(&bytes[..count]);
///         from.sent(count);
///         to.received(count, SystemTime::now())?;
///     }
///     Ok(())
/// }
///
/// let authority = Authority::generate()?;
/// let keys = authority.issue(SystemTime::now(), Duration::from_secs(3600))?;
/// let mut near = Handshake::connect(Some(authority.public_key()))?;
/// let mut far = Handshake::accept(&keys);
/// pass(&mut near, &mut far)?;
/// pass(&mut far, &mut near)?;
/// assert!(near.into_session().is_some() && far.into_session().is_some());
/// # Ok::<(), HandshakeError>(())
/// ```
pub struct Handshake {
    state: State,
    /// The message of this side. The bytes `sent..out_len` are unsent.
    out: [u8; REPLY_LEN],
    out_len: usize,
    sent: usize,
    /// The message of the peer, of which `filled` bytes have arrived.
    incoming: [u8; REPLY_LEN],
    filled: usize,
}

enum State {
    /// The initiator waits for the reply, once its message is sent.
    Initiator(Box<Initiator>),
    /// The responder waits for the initiator's message.
    Responder(Box<StaticKeys>),
    /// The keys are known. The responder's reply may be unsent.
    Done(Box<Session>),
    Failed(HandshakeError),
}

/// The next step of a [`Handshake`].
#[derive(Debug)]
pub enum Step<'a> {
    /// Send these bytes, then report with [`Handshake::sent`] how many were sent.
    Send(&'a [u8]),
    /// Read bytes of the peer to the front of this buffer, then report with [`Handshake::received`] how many came.
    Receive(&'a mut [u8]),
    /// The handshake is over: see [`Handshake::into_session`].
    Done,
}

impl Handshake {
    /// Starts the handshake of an initiator: see [`Initiator::new`].
    ///
    /// # Errors
    ///
    /// Fails if the system has no random bytes.
    pub fn connect(authority: Option<AuthorityKey>) -> Result<Self, HandshakeError> {
        let initiator = Initiator::new(authority)?;
        let hello = *initiator.hello();
        let mut handshake = Self::new(State::Initiator(Box::new(initiator)));
        handshake.set_out(&hello);
        Ok(handshake)
    }

    /// Starts the handshake of a responder.
    #[must_use]
    pub fn accept(keys: &StaticKeys) -> Self {
        Self::new(State::Responder(Box::new(keys.clone())))
    }

    fn new(state: State) -> Self {
        let (out, incoming) = ([0; REPLY_LEN], [0; REPLY_LEN]);
        Self { state, out, out_len: 0, sent: 0, incoming, filled: 0 }
    }

    fn set_out(&mut self, message: &[u8]) {
        if let Some(out) = self.out.get_mut(..message.len()) {
            out.copy_from_slice(message);
            self.out_len = message.len();
        }
    }

    /// Returns the next step. It is the same until the bytes of the step are sent or received.
    pub fn step(&mut self) -> Step<'_> {
        if self.sent < self.out_len {
            return Step::Send(self.out.get(self.sent..self.out_len).unwrap_or_default());
        }
        let expected = self.expected();
        if self.filled < expected {
            return Step::Receive(self.incoming.get_mut(self.filled..expected).unwrap_or_default());
        }
        Step::Done
    }

    /// The length of the message that this side waits for.
    fn expected(&self) -> usize {
        match self.state {
            State::Initiator(_) => REPLY_LEN,
            State::Responder(_) => HELLO_LEN,
            State::Done(_) | State::Failed(_) => self.filled,
        }
    }

    /// Declares that the first `count` bytes of [`Step::Send`] were sent. More than there are count as all.
    pub fn sent(&mut self, count: usize) {
        self.sent = self.sent.saturating_add(count).min(self.out_len);
    }

    /// Declares that `count` bytes were read to the front of [`Step::Receive`]. More than it has room for count as all.
    /// With the last byte of the message, the keys are computed; `now` is the time of that.
    ///
    /// # Errors
    ///
    /// Fails as [`Initiator::finish`] and [`Responder::reply`] do. Every later call returns the same error.
    pub fn received(&mut self, count: usize, now: SystemTime) -> Result<(), HandshakeError> {
        let expected = self.expected();
        self.filled = self.filled.saturating_add(count).min(expected);
        if self.filled < expected {
            return Ok(());
        }
        // The state is consumed, and replaced below.
        let consumed = State::Failed(HandshakeError::Random);
        let state = core::mem::replace(&mut self.state, consumed);
        let next = match state {
            State::Initiator(initiator) => {
                initiator.finish(&self.incoming, now).map(|session| State::Done(Box::new(session)))
            }
            State::Responder(keys) => self.reply(&keys, now),
            State::Failed(error) => Err(error),
            state @ State::Done(_) => Ok(state),
        };
        let (state, result) = match next {
            Ok(state) => (state, Ok(())),
            Err(error) => (State::Failed(error.clone()), Err(error)),
        };
        self.state = state;
        result
    }

    fn reply(&mut self, keys: &StaticKeys, now: SystemTime) -> Result<State, HandshakeError> {
        let mut hello = [0; HELLO_LEN];
        hello.copy_from_slice(self.incoming.get(..HELLO_LEN).unwrap_or_default());
        let (reply, session) = Responder::new(keys).reply(&hello, now)?;
        self.set_out(&reply);
        Ok(State::Done(Box::new(session)))
    }

    /// Returns the number of bytes of the peer that are missing.
    #[must_use]
    pub fn missing(&self) -> usize {
        self.expected().saturating_sub(self.filled)
    }

    /// Returns the keys of the connection, if the handshake is [over](Step::Done) and has succeeded.
    #[must_use]
    pub fn into_session(self) -> Option<Session> {
        match self.state {
            State::Done(session) if self.sent == self.out_len => Some(*session),
            _ => None,
        }
    }
}

impl fmt::Debug for Handshake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Handshake")
            .field("unsent", &self.out_len.saturating_sub(self.sent))
            .field("missing", &self.missing())
            .finish_non_exhaustive()
    }
}
