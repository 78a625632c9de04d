//! What miners hash: block headers, targets, coinbases and merkle roots. Hashes have the order of the wire, in which the last
//! byte is the most significant one.

use anyhow::Context;
use pool_codec::{Encodable, Frame, Wire};
use sha2::{Digest, Sha256};

/// A double SHA-256, or a target that such a hash must not exceed.
pub type Hash = [u8; 32];

/// The header of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Frame)]
pub struct BlockHeader {
    /// The version, whose bits miners may use.
    pub version: u32,
    /// The hash of the block before.
    pub prev_hash: Hash,
    /// The root of the transactions.
    pub merkle_root: Hash,
    /// The time, in seconds since 1970.
    pub ntime: u32,
    /// The target of the network, in its short form.
    pub nbits: u32,
    /// The number that miners search.
    pub nonce: u32,
}

const _: () = assert!(BlockHeader::MIN_SIZE == 80 && BlockHeader::MAX_SIZE == 80);

impl BlockHeader {
    /// Returns the bytes that are hashed.
    #[must_use]
    pub fn to_bytes(&self) -> [u8; 80] {
        let mut bytes = [0; 80];
        // It has 80 bytes, as checked above, so it cannot fail.
        let encoded = self.encode(&mut bytes);
        debug_assert!(encoded.is_ok(), "{encoded:?}");
        bytes
    }

    /// Returns the hash of the block.
    #[must_use]
    pub fn hash(&self) -> Hash {
        double_sha256(&[&self.to_bytes()])
    }
}

/// Hashes the parts as one string of bytes, twice.
#[must_use]
pub fn double_sha256(parts: &[&[u8]]) -> Hash {
    let once = parts.iter().fold(Sha256::new(), |hash, part| hash.chain_update(part));
    Sha256::digest(once.finalize()).into()
}

/// Whether a hash is as small as a target asks.
#[must_use]
pub fn meets(hash: &Hash, target: &Hash) -> bool {
    hash.iter().rev().le(target.iter().rev())
}

/// Returns a target that one of 2^`bits` hashes meets.
#[must_use]
pub fn one_of_two_to_the(bits: u8) -> Hash {
    let mut target = [0xFF; 32];
    let zeros = usize::from(bits / 8);
    target.iter_mut().rev().take(zeros).for_each(|byte| *byte = 0);
    if let Some(byte) = target.iter_mut().rev().nth(zeros) {
        *byte >>= bits % 8;
    }
    target
}

/// Returns the target of the network from its short form: an exponent of 256, and three digits.
///
/// # Errors
///
/// Fails if the number needs more than 256 bits.
pub fn target_of(nbits: u32) -> anyhow::Result<Hash> {
    let [low, middle, high, exponent] = nbits.to_le_bytes();
    let mut target = [0; 32];
    for (digit, place) in [low, middle, high].into_iter().zip(0_usize..) {
        // The exponent counts all bytes of the number, of which these are the three highest.
        let index = usize::from(exponent).saturating_add(place).checked_sub(3);
        match index.map(|index| target.get_mut(index)) {
            Some(Some(byte)) => *byte = digit,
            Some(None) if digit != 0 => return Err(anyhow::anyhow!("0x{nbits:08x} is no target")),
            _ => {}
        }
    }
    Ok(target)
}

/// Returns the root of a tree whose first leaf is the coinbase.
#[must_use]
pub fn merkle_root(coinbase: Hash, path: &[Hash]) -> Hash {
    path.iter().fold(coinbase, |left, right| double_sha256(&[&left, right]))
}

/// Returns the id of a coinbase transaction as it is in a block, with or without its witness.
///
/// # Errors
///
/// Fails if a transaction with a witness is too short to have one.
pub fn coinbase_id(transaction: &[u8]) -> anyhow::Result<Hash> {
    // The marker and the flag follow the version. The witness of a coinbase is one string of 32 bytes before the lock time.
    const WITNESS: usize = 1 + 1 + 32;
    let short = "the coinbase has a witness, and ends in it";
    let (version, rest) = transaction.split_first_chunk::<4>().context("the coinbase is empty")?;
    let Some(rest) = rest.strip_prefix(&[0, 1]) else {
        return Ok(double_sha256(&[transaction]));
    };
    let (rest, lock_time) = rest.split_last_chunk::<4>().context(short)?;
    let end = rest.len().checked_sub(WITNESS).context(short)?;
    Ok(double_sha256(&[version, rest.split_at(end).0, lock_time]))
}

/// The two parts of a coinbase around its extranonce.
#[derive(Debug, Clone)]
pub struct Coinbase {
    /// All before the extranonce.
    pub prefix: Vec<u8>,
    /// All behind it.
    pub suffix: Vec<u8>,
}

impl Coinbase {
    /// Creates a coinbase for an extranonce of `extranonce` bytes, in a block of this height. It pays to nobody.
    #[must_use]
    pub fn new(height: u32, tag: &[u8], extranonce: u8) -> Self {
        let mut script = height_push(height);
        script.extend(tag);
        let len = u8::try_from(script.len()).unwrap_or(u8::MAX).saturating_add(extranonce);
        let input = [&[1, 0, 0, 0, 1][..], &[0; 32], &[0xFF; 4], &[len]].concat();
        let outputs = [&[0xFF; 4][..], &[1], &50_0000_0000_u64.to_le_bytes(), &[1, 0x51], &[0; 4]];
        Self { prefix: [input, script].concat(), suffix: outputs.concat() }
    }

    /// Returns the root of the transactions with this extranonce, whose parts are given.
    #[must_use]
    pub fn merkle_root(&self, extranonce: &[&[u8]], path: &[Hash]) -> Hash {
        let extranonce = extranonce.concat();
        merkle_root(double_sha256(&[&self.prefix, &extranonce, &self.suffix]), path)
    }
}

/// The instruction that every coinbase begins with, which pushes the height of its block.
#[must_use]
pub fn height_push(height: u32) -> Vec<u8> {
    let [a, b, c, _] = height.to_le_bytes();
    vec![3, a, b, c]
}
