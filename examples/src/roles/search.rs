//! The search for shares: the inner loop of a miner.

use sha2::{Digest, Sha256};

use crate::roles::work::{BlockHeader, Coinbase, Hash, meets};

/// The part of a job that the miner changes when all nonces are tried.
#[derive(Debug, Clone)]
pub enum Space {
    /// A standard channel: the pool has fixed the transactions, and the time moves on.
    Time,
    /// An extended channel: the miner has some bytes of the coinbase.
    Extranonce {
        /// The coinbase of the job.
        coinbase: Coinbase,
        /// The bytes of the extranonce that the pool has fixed.
        prefix: Vec<u8>,
        /// The bytes of the extranonce that the miner chooses.
        rolled: Vec<u8>,
        /// The other hashes on the way to the merkle root.
        path: Vec<Hash>,
    },
}

/// A header that meets the target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// The job that it is for.
    pub job_id: u32,
    /// The header.
    pub header: BlockHeader,
    /// The extranonce that the miner chose, empty on a standard channel.
    pub extranonce: Vec<u8>,
}

/// The state of a search in one job.
#[derive(Debug, Clone)]
pub struct Search {
    job_id: u32,
    header: BlockHeader,
    space: Space,
    left: u32,
    nonces: u32,
}

impl Search {
    /// Begins at the first nonce of `header`. After each `nonces` tries it changes the time or the extranonce.
    #[must_use]
    pub fn new(job_id: u32, header: BlockHeader, space: Space, nonces: u32) -> Self {
        let nonces = nonces.max(1);
        let mut search = Self { job_id, header, space, left: nonces, nonces };
        search.restart();
        search
    }

    /// Returns the first share among at most `tries` headers, and how many it has hashed.
    pub fn run(&mut self, target: &Hash, tries: u32) -> (Option<Share>, u32) {
        let mut tried = 0;
        while tried < tries {
            if self.left == 0 {
                self.roll();
            }
            let count = self.left.min(tries.saturating_sub(tried));
            let (found, hashed) = self.scan(target, count);
            tried = tried.saturating_add(hashed);
            self.left = self.left.saturating_sub(hashed);
            if let Some(header) = found {
                let extranonce = match &self.space {
                    Space::Time => Vec::new(),
                    Space::Extranonce { rolled, .. } => rolled.clone(),
                };
                return (Some(Share { job_id: self.job_id, header, extranonce }), tried);
            }
        }
        (None, tried)
    }

    /// Tries `count` nonces of one header. The hash of the first 64 bytes, which have no nonce, is computed once.
    fn scan(&mut self, target: &Hash, count: u32) -> (Option<BlockHeader>, u32) {
        let bytes = self.header.to_bytes();
        let (fixed, tail) = bytes.split_at(64);
        let fixed = Sha256::new().chain_update(fixed);
        let tail = tail.split_at(12).0;
        for tried in 1..=count {
            let nonce = self.header.nonce;
            let header = BlockHeader { nonce, ..self.header };
            self.header.nonce = nonce.wrapping_add(1);
            let once = fixed.clone().chain_update(tail).chain_update(nonce.to_le_bytes());
            if meets(&Sha256::digest(once.finalize()).into(), target) {
                return (Some(header), tried);
            }
        }
        (None, count)
    }

    /// Moves to headers that have not been tried.
    fn roll(&mut self) {
        match &mut self.space {
            Space::Time => self.header.ntime = self.header.ntime.saturating_add(1),
            Space::Extranonce { rolled, .. } => {
                // Counts up, the first byte being the lowest.
                for byte in rolled {
                    *byte = byte.wrapping_add(1);
                    if *byte != 0 {
                        break;
                    }
                }
            }
        }
        self.restart();
    }

    fn restart(&mut self) {
        if let Space::Extranonce { coinbase, prefix, rolled, path } = &self.space {
            self.header.merkle_root = coinbase.merkle_root(&[prefix, rolled], path);
        }
        self.header.nonce = 0;
        self.left = self.nonces;
    }
}
