//! A cipher for tests. It is not secure, but it notices any change of one byte, a lost block and a block out of order.

use pool_codec::sealed::{Blocks, CipherError, Open, Seal};

/// One direction of a stream. Both sides start with the same value.
#[derive(Debug, Clone)]
pub(crate) struct Toy {
    /// The number of the next block.
    pub(crate) next: u64,
    /// The number of blocks that may be sealed.
    pub(crate) limit: u64,
}

impl Toy {
    pub(crate) fn new() -> Self {
        Self { next: 0, limit: u64::MAX }
    }

    /// Xors the block with bytes that depend on its number.
    fn encrypt(&self, block: &mut [u8]) {
        for (index, byte) in block.iter_mut().enumerate() {
            *byte ^= (index as u64).wrapping_mul(31).wrapping_add(self.next * 7 + 0x5A) as u8;
        }
    }

    /// FNV-1a of the encrypted block and its number, twice. Each step is a bijection of the sum, so two blocks that differ
    /// in one byte have different sums.
    fn mac(&self, block: &[u8]) -> [u8; 16] {
        let number = self.next.to_le_bytes();
        let bytes = number.iter().chain(block);
        let sum = bytes.fold(0xCBF2_9CE4_8422_2325_u64, |sum, byte| {
            (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3)
        });
        let mut mac = [0; 16];
        mac[..8].copy_from_slice(&sum.to_le_bytes());
        mac[8..].copy_from_slice(&sum.rotate_left(7).to_le_bytes());
        mac
    }
}

impl Blocks for Toy {
    const MAC: usize = 16;
    const MAX_BLOCK: usize = 65_519;
}

impl Seal for Toy {
    fn seal(&mut self, block: &mut [u8], mac: &mut [u8]) -> Result<(), CipherError> {
        if self.next == self.limit {
            return Err(CipherError);
        }
        self.encrypt(block);
        mac.copy_from_slice(&self.mac(block));
        self.next += 1;
        Ok(())
    }
}

impl Open for Toy {
    fn open(&mut self, block: &mut [u8], mac: &[u8]) -> Result<(), CipherError> {
        if self.mac(block) != mac {
            return Err(CipherError);
        }
        self.encrypt(block);
        self.next += 1;
        Ok(())
    }

    fn skip(&mut self, count: u64) {
        self.next += count;
    }
}
