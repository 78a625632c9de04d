//! The side that accepts.

use core::fmt;
use std::time::SystemTime;

use crate::cipher::{OpeningKey, SealingKey};
use crate::connection::Session;
use crate::error::HandshakeError;
use crate::handshake::messages::{HELLO_LEN, REPLY_LEN, Reply};
use crate::keys::{StaticKeys, seconds};
use crate::secp::{Encodings, KeyPair, Party, context};
use crate::symmetric_state::SymmetricState;

/// The responder of a handshake: the side that accepts a connection. [`Initiator`](crate::Initiator) has an example.
pub struct Responder<'a> {
    keys: &'a StaticKeys,
}

impl<'a> Responder<'a> {
    /// Creates a responder with the keys of this side.
    #[must_use]
    pub fn new(keys: &'a StaticKeys) -> Self {
        Self { keys }
    }

    /// Answers the initiator's message: returns the reply to send, once, and the keys of the connection. Whether the
    /// initiator accepts the certificate shows in its first frame.
    ///
    /// # Errors
    ///
    /// Fails if the certificate of this side is not valid at `now`, or the system has no random bytes. No message fails:
    /// any 64 bytes are a key, and a wrong one shows in the first frame.
    pub fn reply(
        self,
        hello: &[u8; HELLO_LEN],
        now: SystemTime,
    ) -> Result<([u8; REPLY_LEN], Session), HandshakeError> {
        let StaticKeys { pair, certificate } = self.keys;
        let now = seconds(now);
        if !certificate.is_valid_at(now) {
            let [valid_from, not_valid_after] = self.keys.validity();
            return Err(HandshakeError::OwnCertificate { valid_from, not_valid_after, now });
        }
        let secp = context()?;
        let ephemeral = KeyPair::generate(&secp)?;
        let mut reply = Reply {
            ephemeral: ephemeral.encode(&secp)?,
            key: pair.encode(&secp)?,
            certificate: certificate.encode(),
            ..Reply::EMPTY
        };
        let mut state = SymmetricState::new();
        state.mix_hash(hello);
        state.mix_hash(&[]);

        state.mix_hash(&reply.ephemeral);
        let encodings = Encodings { initiator: hello, responder: &reply.ephemeral };
        state.mix_key(ephemeral.shared(Party::Responder, encodings).as_bytes());

        let encodings = Encodings { initiator: hello, responder: &reply.key };
        let shared = pair.shared(Party::Responder, encodings);
        state.encrypt_and_hash(&mut reply.key, &mut reply.key_mac);
        state.mix_key(shared.as_bytes());

        state.encrypt_and_hash(&mut reply.certificate, &mut reply.certificate_mac);
        let [received, sent] = state.split();
        let session = Session { seal: SealingKey::new(sent), open: OpeningKey::new(received) };
        Ok((reply.encode(), session))
    }
}

impl fmt::Debug for Responder<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Responder").field("keys", &self.keys).finish()
    }
}
