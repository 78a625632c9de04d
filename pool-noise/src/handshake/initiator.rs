//! The side that connects.

use core::fmt;
use std::time::SystemTime;

use secp256k1::{All, Secp256k1};

use crate::authority_key::AuthorityKey;
use crate::certificate::Certificate;
use crate::cipher::{NotAuthentic, OpeningKey, SealingKey};
use crate::connection::Session;
use crate::error::{HandshakeError, ReplyPart};
use crate::handshake::messages::{HELLO_LEN, REPLY_LEN, Reply};
use crate::keys::seconds;
use crate::secp::{Encodings, KeyPair, Party, context, decode};
use crate::symmetric_state::SymmetricState;

/// The initiator of a handshake: the side that connects.
///
/// ```
/// use std::time::{Duration, SystemTime};
/// use pool_noise::{Authority, Initiator, Responder};
///
/// let authority = Authority::generate()?;
/// let now = SystemTime::now();
/// let keys = authority.issue(now, Duration::from_secs(3600))?;
///
/// let initiator = Initiator::new(Some(authority.public_key()))?;
/// let (reply, theirs) = Responder::new(&keys).reply(initiator.hello(), now)?;
/// let ours = initiator.finish(&reply, now)?;
/// # drop((ours, theirs));
/// # Ok::<(), pool_noise::HandshakeError>(())
/// ```
pub struct Initiator {
    secp: Secp256k1<All>,
    state: SymmetricState,
    ephemeral: KeyPair,
    hello: [u8; HELLO_LEN],
    authority: Option<AuthorityKey>,
}

impl Initiator {
    /// Creates an initiator that accepts only responders with a valid certificate of `authority`.
    ///
    /// Without an authority, it accepts any responder. The connection is then encrypted, but the peer may be anyone: use
    /// that only in a network that you control.
    ///
    /// # Errors
    ///
    /// Fails if the system has no random bytes.
    pub fn new(authority: Option<AuthorityKey>) -> Result<Self, HandshakeError> {
        let secp = context()?;
        let ephemeral = KeyPair::generate(&secp)?;
        let hello = ephemeral.encode(&secp)?;
        let mut state = SymmetricState::new();
        state.mix_hash(&hello);
        // The message has an empty payload, in plain text.
        state.mix_hash(&[]);
        Ok(Self { secp, state, ephemeral, hello, authority })
    }

    /// Returns the first message. It is to be sent once.
    #[must_use]
    pub fn hello(&self) -> &[u8; HELLO_LEN] {
        &self.hello
    }

    /// Reads the responder's reply and returns the keys of the connection. `now` is the time at which the certificate has
    /// to be valid. A difference of ten seconds between the clocks is tolerated.
    ///
    /// # Errors
    ///
    /// Fails if the reply is not authentic, or the certificate is not one of the authority for this time. Without an
    /// authority, only the version of the certificate is checked.
    pub fn finish(
        mut self,
        reply: &[u8; REPLY_LEN],
        now: SystemTime,
    ) -> Result<Session, HandshakeError> {
        let mut reply = Reply::decode(reply);
        self.state.mix_hash(&reply.ephemeral);
        self.mix_shared(&reply.ephemeral);

        let opened = self.state.decrypt_and_hash(&mut reply.key, &reply.key_mac);
        opened.map_err(|error| not_authentic(error, ReplyPart::StaticKey))?;
        self.mix_shared(&reply.key);

        let (certificate, mac) = (&mut reply.certificate, &reply.certificate_mac);
        let opened = self.state.decrypt_and_hash(certificate, mac);
        opened.map_err(|error| not_authentic(error, ReplyPart::Certificate))?;
        let certificate = Certificate::decode(certificate);
        match self.authority {
            Some(authority) => {
                certificate.verify(&self.secp, authority, &decode(&reply.key), seconds(now))?;
            }
            None => certificate.check_version()?,
        }

        let [sent, received] = self.state.split();
        Ok(Session { seal: SealingKey::new(sent), open: OpeningKey::new(received) })
    }

    /// Mixes in the secret that our ephemeral key shares with a key of the responder.
    fn mix_shared(&mut self, responder: &[u8; HELLO_LEN]) {
        let encodings = Encodings { initiator: &self.hello, responder };
        let shared = self.ephemeral.shared(Party::Initiator, encodings);
        self.state.mix_key(shared.as_bytes());
    }
}

fn not_authentic(_: NotAuthentic, part: ReplyPart) -> HandshakeError {
    HandshakeError::NotAuthentic(part)
}

impl fmt::Debug for Initiator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Initiator").field("authority", &self.authority).finish_non_exhaustive()
    }
}
