//! A channel of an upstream: its jobs, and the check of its shares.

use std::collections::{HashSet, VecDeque};

use crate::roles::work::{BlockHeader, Coinbase, Hash, meets};
use crate::sv2::mining::{
    NewExtendedMiningJob, NewMiningJob, SetNewPrevHash, SubmitSharesExtended, SubmitSharesStandard,
};
use crate::sv2::types::{B064K, Seq0255};

/// The bytes of an extranonce that tell channels apart.
const PREFIX: u8 = 4;

/// The version of the blocks.
const VERSION: u32 = 0x2000_0000;

/// A target of the network that no share of the tests meets by chance: this pool finds no blocks.
const NBITS: u32 = 0x1703_4219;

/// The hash of the block that all jobs extend.
const PREV_HASH: Hash = [0x11; 32];

/// The two hashes between the coinbase and the root.
const PATH: [Hash; 2] = [[0x22; 32], [0x33; 32]];

/// The number of jobs of a channel whose shares are accepted.
const RECENT: usize = 2;

/// A share of either kind of channel.
#[derive(Debug)]
pub(super) struct Submitted {
    pub(super) channel_id: u32,
    pub(super) sequence_number: u32,
    job_id: u32,
    nonce: u32,
    ntime: u32,
    version: u32,
    extranonce: Vec<u8>,
}

/// An open channel.
#[derive(Debug)]
pub(super) struct Channel {
    pub(super) id: u32,
    pub(super) target: Hash,
    /// The number of bytes that an extended channel's miner chooses, or 0 for a standard channel.
    rolled: u8,
    next_job: u32,
    min_ntime: u32,
    /// The newest job is the last one.
    jobs: VecDeque<Job>,
}

#[derive(Debug)]
struct Job {
    id: u32,
    coinbase: Coinbase,
    /// The accepted shares. Their number is bounded by that of the shares of a job.
    seen: HashSet<Hash>,
}

/// Returns the bytes of the extranonce that the channel has to itself.
pub(super) fn channel_prefix(id: u32) -> [u8; PREFIX as usize] {
    id.to_le_bytes()
}

impl Channel {
    pub(super) fn new(id: u32, target: Hash, rolled: u8) -> Self {
        Self { id, target, rolled, next_job: 1, min_ntime: 0, jobs: VecDeque::new() }
    }

    /// Makes the next job. Shares of all but the last two are too late.
    pub(super) fn next_job(&mut self) {
        let id = self.next_job;
        self.next_job = id.wrapping_add(1);
        if self.jobs.len() >= RECENT {
            self.jobs.pop_front();
        }
        // The number of the job is in the coinbase, so each has headers of its own.
        let coinbase =
            Coinbase::new(800_000, &id.to_le_bytes(), PREFIX.saturating_add(self.rolled));
        self.jobs.push_back(Job { id, coinbase, seen: HashSet::new() });
    }

    /// The newest job as a message of a standard channel. `None` for an extended one.
    pub(super) fn standard_job(&self, min_ntime: Option<u32>) -> Option<NewMiningJob> {
        let job = self.jobs.back().filter(|_| self.rolled == 0)?;
        let merkle_root = job.coinbase.merkle_root(&[&channel_prefix(self.id)], &PATH);
        Some(NewMiningJob {
            channel_id: self.id,
            job_id: job.id,
            min_ntime,
            version: VERSION,
            merkle_root,
        })
    }

    /// The newest job as a message of an extended channel.
    pub(super) fn extended_job(&self, min_ntime: Option<u32>) -> Option<NewExtendedMiningJob> {
        let job = self.jobs.back()?;
        Some(NewExtendedMiningJob {
            channel_id: self.id,
            job_id: job.id,
            min_ntime,
            version: VERSION,
            version_rolling_allowed: true.into(),
            merkle_path: Seq0255::from(PATH),
            coinbase_tx_prefix: B064K::new(&job.coinbase.prefix).ok()?,
            coinbase_tx_suffix: B064K::new(&job.coinbase.suffix).ok()?,
        })
    }

    /// Begins a block at this time with the newest job.
    pub(super) fn begin_block(&mut self, now: u32) -> SetNewPrevHash {
        self.min_ntime = now;
        let job_id = self.jobs.back().map_or(0, |job| job.id);
        let (channel_id, prev_hash) = (self.id, PREV_HASH);
        SetNewPrevHash { channel_id, job_id, prev_hash, min_ntime: now, nbits: NBITS }
    }

    pub(super) fn accepted_of_job(&self) -> u32 {
        let seen = self.jobs.back().map_or(0, |job| job.seen.len());
        u32::try_from(seen).unwrap_or(u32::MAX)
    }

    /// Accepts a share, or returns the reason of the specification why not.
    pub(super) fn check(&mut self, share: &Submitted) -> Result<(), &'static str> {
        let job =
            self.jobs.iter_mut().find(|job| job.id == share.job_id).ok_or("invalid-job-id")?;
        if share.extranonce.len() != usize::from(self.rolled) {
            return Err("bad-extranonce-size");
        }
        if share.ntime < self.min_ntime {
            return Err("invalid-ntime");
        }
        let prefix = channel_prefix(self.id);
        let header = BlockHeader {
            version: share.version,
            prev_hash: PREV_HASH,
            merkle_root: job.coinbase.merkle_root(&[&prefix, &share.extranonce], &PATH),
            ntime: share.ntime,
            nbits: NBITS,
            nonce: share.nonce,
        };
        let hash = header.hash();
        if !meets(&hash, &self.target) {
            return Err("difficulty-too-low");
        }
        if !job.seen.insert(hash) {
            return Err("duplicate-share");
        }
        Ok(())
    }
}

impl From<SubmitSharesStandard> for Submitted {
    fn from(share: SubmitSharesStandard) -> Self {
        let SubmitSharesStandard { channel_id, sequence_number, job_id, nonce, ntime, version } =
            share;
        Self { channel_id, sequence_number, job_id, nonce, ntime, version, extranonce: Vec::new() }
    }
}

impl From<SubmitSharesExtended> for Submitted {
    fn from(share: SubmitSharesExtended) -> Self {
        let SubmitSharesExtended {
            channel_id, sequence_number, job_id, nonce, ntime, version, ..
        } = share;
        let extranonce = share.extranonce.to_vec();
        Self { channel_id, sequence_number, job_id, nonce, ntime, version, extranonce }
    }
}
