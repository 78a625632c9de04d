//! The curve: keys, encodings, shared secrets and signatures of secp256k1.

use ring::rand::{SecureRandom, SystemRandom};
use secp256k1::ellswift::{ElligatorSwift, ElligatorSwiftParty};
use secp256k1::{All, Keypair, Message, Secp256k1, SecretKey, XOnlyPublicKey, schnorr};
use zeroize::Zeroize;

use crate::error::HandshakeError;

/// The length of a public key in the ElligatorSwift encoding, which looks like random bytes.
pub(crate) const ELLSWIFT_LEN: usize = 64;

/// Returns random bytes of the system.
pub(crate) fn random() -> Result<[u8; 32], HandshakeError> {
    let mut bytes = [0; 32];
    SystemRandom::new().fill(&mut bytes).map_err(|_| HandshakeError::Random)?;
    Ok(bytes)
}

/// The tables of the curve, blinded against side channels.
pub(crate) fn context() -> Result<Secp256k1<All>, HandshakeError> {
    let mut secp = Secp256k1::new();
    let mut seed = random()?;
    secp.seeded_randomize(&seed);
    seed.zeroize();
    Ok(secp)
}

/// The key pair of a secret key, erased when it is dropped.
#[derive(Clone)]
pub(crate) struct KeyPair(Keypair);

impl KeyPair {
    pub(crate) fn generate(secp: &Secp256k1<All>) -> Result<Self, HandshakeError> {
        loop {
            let mut bytes = random()?;
            let secret = SecretKey::from_slice(&bytes);
            bytes.zeroize();
            // Fails for numbers beyond the order of the curve, once in 2^128.
            if let Ok(mut secret) = secret {
                let pair = Keypair::from_secret_key(secp, &secret);
                secret.non_secure_erase();
                return Ok(Self(pair));
            }
        }
    }

    pub(crate) fn from_secret(secp: &Secp256k1<All>, bytes: &[u8; 32]) -> Option<Self> {
        Keypair::from_seckey_slice(secp, bytes).ok().map(Self)
    }

    pub(crate) fn public(&self) -> XOnlyPublicKey {
        self.0.x_only_public_key().0
    }

    /// Encodes the public key. Each call returns another of its encodings.
    pub(crate) fn encode(
        &self,
        secp: &Secp256k1<All>,
    ) -> Result<[u8; ELLSWIFT_LEN], HandshakeError> {
        let mut secret = self.0.secret_key();
        let encoded = ElligatorSwift::from_seckey(secp, secret, Some(random()?));
        secret.non_secure_erase();
        Ok(encoded.to_array())
    }

    /// Returns the secret that the owners of two keys share. It depends on the encodings that they have sent.
    pub(crate) fn shared(&self, party: Party, encodings: Encodings<'_>) -> SharedSecret {
        let mut secret = self.0.secret_key();
        let shared = ElligatorSwift::shared_secret(
            ElligatorSwift::from_array(*encodings.initiator),
            ElligatorSwift::from_array(*encodings.responder),
            secret,
            match party {
                Party::Initiator => ElligatorSwiftParty::A,
                Party::Responder => ElligatorSwiftParty::B,
            },
            None,
        );
        secret.non_secure_erase();
        SharedSecret(shared.to_secret_bytes())
    }

    pub(crate) fn sign(
        &self,
        secp: &Secp256k1<All>,
        digest: [u8; 32],
    ) -> Result<[u8; 64], HandshakeError> {
        let message = Message::from_digest(digest);
        Ok(secp.sign_schnorr_with_aux_rand(&message, &self.0, &random()?).serialize())
    }
}

impl Drop for KeyPair {
    fn drop(&mut self) {
        self.0.non_secure_erase();
    }
}

/// The side that computes a shared secret.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Party {
    Initiator,
    Responder,
}

/// The encodings of the two public keys of a shared secret.
#[derive(Clone, Copy)]
pub(crate) struct Encodings<'a> {
    pub(crate) initiator: &'a [u8; ELLSWIFT_LEN],
    pub(crate) responder: &'a [u8; ELLSWIFT_LEN],
}

/// A shared secret, erased when it is dropped.
pub(crate) struct SharedSecret([u8; 32]);

impl SharedSecret {
    pub(crate) fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl Drop for SharedSecret {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

/// Decodes a public key. Any 64 bytes encode one.
pub(crate) fn decode(encoded: &[u8; ELLSWIFT_LEN]) -> XOnlyPublicKey {
    let key = secp256k1::PublicKey::from_ellswift(ElligatorSwift::from_array(*encoded));
    key.x_only_public_key().0
}

/// Whether `key` has signed `digest`.
pub(crate) fn is_signed(
    secp: &Secp256k1<All>,
    key: &XOnlyPublicKey,
    digest: [u8; 32],
    signature: &[u8; 64],
) -> bool {
    schnorr::Signature::from_slice(signature).is_ok_and(|signature| {
        secp.verify_schnorr(&signature, &Message::from_digest(digest), key).is_ok()
    })
}
