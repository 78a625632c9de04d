//! The cipher: ChaCha20-Poly1305 of `ring`, with a number for each block.

use core::fmt;

use pool_codec::sealed::{Blocks, CipherError, Open, Seal};
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, Nonce, Tag, UnboundKey};

/// The length of a MAC, in bytes.
pub(crate) const MAC: usize = 16;

/// The longest block of a Noise message without its MAC, in bytes.
const MAX_BLOCK: usize = 65_535 - MAC;

/// A MAC does not match.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NotAuthentic;

/// A key, for which the caller counts the blocks.
pub(crate) struct Key(LessSafeKey);

impl Key {
    pub(crate) fn new(bytes: &[u8; 32]) -> Self {
        let key = UnboundKey::new(&CHACHA20_POLY1305, bytes).expect("a key has 32 bytes");
        Self(LessSafeKey::new(key))
    }

    pub(crate) fn seal(&self, number: u64, ad: &[u8], block: &mut [u8], mac: &mut [u8]) {
        let tag = self.0.seal_in_place_separate_tag(nonce(number), Aad::from(ad), block);
        mac.copy_from_slice(tag.expect("a block is shorter than 64 GiB").as_ref());
    }

    pub(crate) fn open(
        &self,
        number: u64,
        ad: &[u8],
        block: &mut [u8],
        mac: &[u8],
    ) -> Result<(), NotAuthentic> {
        let tag = Tag::try_from(mac).map_err(|_| NotAuthentic)?;
        let opened =
            self.0.open_in_place_separate_tag(nonce(number), Aad::from(ad), tag, block, 0..);
        opened.map(drop).map_err(|_| NotAuthentic)
    }
}

/// Four zeroes and the number, little-endian.
fn nonce(number: u64) -> Nonce {
    let mut bytes = [0; 12];
    let (_, last) = bytes.split_at_mut(4);
    last.copy_from_slice(&number.to_le_bytes());
    Nonce::assume_unique_for_key(bytes)
}

/// Seals the blocks that one side of a connection sends.
pub struct SealingKey {
    key: Key,
    /// The number of the next block.
    next: u64,
}

impl SealingKey {
    pub(crate) fn new(key: Key) -> Self {
        Self { key, next: 0 }
    }
}

impl Blocks for SealingKey {
    const MAC: usize = MAC;
    const MAX_BLOCK: usize = MAX_BLOCK;
}

impl Seal for SealingKey {
    #[inline]
    fn seal(&mut self, block: &mut [u8], mac: &mut [u8]) -> Result<(), CipherError> {
        // Noise reserves the last number.
        let next = self.next.checked_add(1).ok_or(CipherError)?;
        self.key.seal(self.next, &[], block, mac);
        self.next = next;
        Ok(())
    }
}

/// Opens the blocks that one side of a connection receives.
pub struct OpeningKey {
    key: Key,
    /// The number of the next block.
    next: u64,
}

impl OpeningKey {
    pub(crate) fn new(key: Key) -> Self {
        Self { key, next: 0 }
    }
}

impl Blocks for OpeningKey {
    const MAC: usize = MAC;
    const MAX_BLOCK: usize = MAX_BLOCK;
}

impl Open for OpeningKey {
    #[inline]
    fn open(&mut self, block: &mut [u8], mac: &[u8]) -> Result<(), CipherError> {
        let next = self.next.checked_add(1).ok_or(CipherError)?;
        self.key.open(self.next, &[], block, mac).map_err(|NotAuthentic| CipherError)?;
        self.next = next;
        Ok(())
    }

    fn skip(&mut self, count: u64) {
        // The last number opens nothing.
        self.next = self.next.saturating_add(count);
    }
}

/// Shows the number of blocks, not the key.
impl fmt::Debug for SealingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SealingKey").field("sealed", &self.next).finish_non_exhaustive()
    }
}

/// Shows the number of blocks, not the key.
impl fmt::Debug for OpeningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OpeningKey").field("opened", &self.next).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use pool_codec::sealed::{CipherError, Open, Seal};

    use super::{Key, OpeningKey, SealingKey};

    #[test]
    fn the_last_number_is_refused_for_good() {
        let mut seals = SealingKey { key: Key::new(&[7; 32]), next: u64::MAX };
        let mut opens = OpeningKey::new(Key::new(&[7; 32]));
        opens.skip(u64::MAX);
        opens.skip(1);
        for _ in 0..2 {
            assert_eq!(seals.seal(&mut [1, 2], &mut [0; 16]), Err(CipherError));
            assert_eq!(opens.open(&mut [1, 2], &[0; 16]), Err(CipherError));
        }
    }
}
