//! The state that both sides of a handshake derive from its messages: the `SymmetricState` of the Noise specification.

use ring::digest::SHA256;
use ring::hkdf::{self, HKDF_SHA256};
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::cipher::{Key, MAC, NotAuthentic};

/// The name of the protocol, as Stratum V2 fixes it.
const PROTOCOL: &[u8] = b"Noise_NX_Secp256k1+EllSwift_ChaChaPoly_SHA256";

/// It is erased when it is dropped.
#[derive(Zeroize, ZeroizeOnDrop)]
pub(crate) struct SymmetricState {
    chaining_key: [u8; 32],
    hash: [u8; 32],
    /// The key of the next encrypted part. The handshake has one part under each key, so its nonce is always zero.
    key: [u8; 32],
}

impl SymmetricState {
    pub(crate) fn new() -> Self {
        let chaining_key = sha256(&[PROTOCOL]);
        // The prologue is empty.
        Self { chaining_key, hash: sha256(&[&chaining_key]), key: [0; 32] }
    }

    pub(crate) fn mix_hash(&mut self, data: &[u8]) {
        self.hash = sha256(&[&self.hash, data]);
    }

    pub(crate) fn mix_key(&mut self, secret: &[u8]) {
        let mut keys = self.derive(secret);
        [self.chaining_key, self.key] = keys;
        keys.zeroize();
    }

    /// Encrypts `part` in place and writes its MAC.
    pub(crate) fn encrypt_and_hash(&mut self, part: &mut [u8], mac: &mut [u8; MAC]) {
        Key::new(&self.key).seal(0, &self.hash, part, mac);
        self.hash = sha256(&[&self.hash, part, mac]);
    }

    /// Verifies `part` and decrypts it in place.
    pub(crate) fn decrypt_and_hash(
        &mut self,
        part: &mut [u8],
        mac: &[u8; MAC],
    ) -> Result<(), NotAuthentic> {
        let next = sha256(&[&self.hash, part, mac]);
        Key::new(&self.key).open(0, &self.hash, part, mac)?;
        self.hash = next;
        Ok(())
    }

    /// Returns the keys of the initiator's and of the responder's messages.
    pub(crate) fn split(&self) -> [Key; 2] {
        let mut keys = self.derive(&[]);
        let split = [Key::new(&keys[0]), Key::new(&keys[1])];
        keys.zeroize();
        split
    }

    /// HKDF with two outputs.
    fn derive(&self, secret: &[u8]) -> [[u8; 32]; 2] {
        struct TwoKeys;
        impl hkdf::KeyType for TwoKeys {
            fn len(&self) -> usize {
                64
            }
        }
        let mut bytes = [0; 64];
        let key = hkdf::Salt::new(HKDF_SHA256, &self.chaining_key).extract(secret);
        // Fails only for more than 255 blocks of output.
        let derived = key.expand(&[], TwoKeys).and_then(|okm| okm.fill(&mut bytes));
        debug_assert!(derived.is_ok());
        let mut keys = [[0; 32]; 2];
        keys.as_flattened_mut().copy_from_slice(&bytes);
        bytes.zeroize();
        keys
    }
}

/// The digest of the parts, one after the other.
pub(crate) fn sha256(parts: &[&[u8]]) -> [u8; 32] {
    let mut context = ring::digest::Context::new(&SHA256);
    parts.iter().for_each(|part| context.update(part));
    let mut out = [0; 32];
    out.copy_from_slice(context.finish().as_ref());
    out
}
