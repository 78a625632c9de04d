//! The certificate: an authority's signature of a static key, for a time.

use secp256k1::{All, Secp256k1, XOnlyPublicKey};

use crate::authority_key::AuthorityKey;
use crate::error::HandshakeError;
use crate::secp::{KeyPair, is_signed};
use crate::symmetric_state::sha256;

/// The length of an encoded certificate, in bytes.
pub(crate) const CERTIFICATE_LEN: usize = 74;

/// The one version that is known.
const VERSION: u16 = 0;

/// The difference between two clocks that is tolerated, in seconds: as much as the published roles do.
const LEEWAY: u64 = 10;

/// A certificate without the key that it is about. Times are seconds since 1970.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Certificate {
    version: u16,
    pub(crate) valid_from: u32,
    pub(crate) not_valid_after: u32,
    signature: [u8; 64],
}

impl Certificate {
    pub(crate) fn sign(
        secp: &Secp256k1<All>,
        authority: &KeyPair,
        key: &XOnlyPublicKey,
        [valid_from, not_valid_after]: [u32; 2],
    ) -> Result<Self, HandshakeError> {
        let unsigned = Self { version: VERSION, valid_from, not_valid_after, signature: [0; 64] };
        let signature = authority.sign(secp, unsigned.digest(key))?;
        Ok(Self { signature, ..unsigned })
    }

    pub(crate) fn encode(&self) -> [u8; CERTIFICATE_LEN] {
        let mut bytes = [0; CERTIFICATE_LEN];
        let (signed, signature) = bytes.split_at_mut(10);
        signed.copy_from_slice(&self.signed());
        signature.copy_from_slice(&self.signature);
        bytes
    }

    pub(crate) fn decode(bytes: &[u8; CERTIFICATE_LEN]) -> Self {
        let [a, b, c, d, e, f, g, h, i, j, signature @ ..] = *bytes;
        Self {
            version: u16::from_le_bytes([a, b]),
            valid_from: u32::from_le_bytes([c, d, e, f]),
            not_valid_after: u32::from_le_bytes([g, h, i, j]),
            signature,
        }
    }

    /// Fails if `authority` did not sign the certificate for `key`, or if it is not valid at `now`.
    pub(crate) fn verify(
        &self,
        secp: &Secp256k1<All>,
        authority: AuthorityKey,
        key: &XOnlyPublicKey,
        now: u64,
    ) -> Result<(), HandshakeError> {
        self.check_version()?;
        if !is_signed(secp, &authority.key(), self.digest(key), &self.signature) {
            return Err(HandshakeError::WrongAuthority { authority });
        }
        if !self.is_valid_at(now) {
            let (valid_from, not_valid_after) = (self.valid_from, self.not_valid_after);
            return Err(HandshakeError::NotValid { valid_from, not_valid_after, now });
        }
        Ok(())
    }

    /// Fails if the version is not the one that is known.
    pub(crate) fn check_version(&self) -> Result<(), HandshakeError> {
        match self.version {
            VERSION => Ok(()),
            version => Err(HandshakeError::Version { version }),
        }
    }

    pub(crate) fn is_valid_at(&self, now: u64) -> bool {
        let from = u64::from(self.valid_from).saturating_sub(LEEWAY);
        let to = u64::from(self.not_valid_after).saturating_add(LEEWAY);
        (from..=to).contains(&now)
    }

    /// The bytes that are signed, before the key.
    fn signed(&self) -> [u8; 10] {
        let [a, b] = self.version.to_le_bytes();
        let [c, d, e, f] = self.valid_from.to_le_bytes();
        let [g, h, i, j] = self.not_valid_after.to_le_bytes();
        [a, b, c, d, e, f, g, h, i, j]
    }

    fn digest(&self, key: &XOnlyPublicKey) -> [u8; 32] {
        sha256(&[&self.signed(), &key.serialize()])
    }
}
