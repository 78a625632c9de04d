//! The jobs of a channel: the one that is mined, and those of the next block.

use std::collections::VecDeque;

use anyhow::{Context, ensure};

use crate::roles::search::Space;
use crate::roles::work::{BlockHeader, Coinbase};
use crate::sv2::mining::{NewExtendedMiningJob, NewMiningJob, SetNewPrevHash};

/// The number of jobs of the next block that are kept. A pool that sends more has forgotten the first ones.
const MAX_FUTURE: usize = 16;

/// A job that can be searched: its id, its first header, and the rest of its headers.
pub(super) type Job = (u32, BlockHeader, Space);

/// The jobs of a channel.
#[derive(Debug)]
pub(super) struct Jobs {
    /// The extranonce of an extended channel.
    extranonce: Option<Extranonce>,
    block: Option<SetNewPrevHash>,
    future: VecDeque<Job>,
}

/// The bytes of an extranonce.
#[derive(Debug)]
struct Extranonce {
    prefix: Vec<u8>,
    rolled: usize,
}

impl Jobs {
    pub(super) fn standard() -> Self {
        Self { extranonce: None, block: None, future: VecDeque::new() }
    }

    pub(super) fn extended(prefix: &[u8], rolled: u16) -> anyhow::Result<Self> {
        let rolled = usize::from(rolled);
        ensure!(
            prefix.len().saturating_add(rolled) <= 32,
            "the pool offers an extranonce of {} and {rolled} bytes, and 32 are the limit",
            prefix.len()
        );
        let extranonce = Some(Extranonce { prefix: prefix.to_vec(), rolled });
        Ok(Self { extranonce, ..Self::standard() })
    }

    pub(super) fn is_standard(&self) -> bool {
        self.extranonce.is_none()
    }

    /// Uses another prefix in jobs from now on.
    pub(super) fn set_extranonce_prefix(&mut self, prefix: &[u8]) {
        if let Some(extranonce) = &mut self.extranonce {
            extranonce.prefix = prefix.to_vec();
        }
    }

    /// Adds a job. Returns it if it is for the block that is being mined.
    pub(super) fn add_standard(&mut self, job: &NewMiningJob) -> anyhow::Result<Option<Job>> {
        ensure!(self.is_standard(), "a job of a standard channel came for an extended one");
        self.add(job.job_id, job.version, job.merkle_root, job.min_ntime, Space::Time)
    }

    /// Adds a job. Returns it if it is for the block that is being mined.
    pub(super) fn add_extended(
        &mut self,
        job: NewExtendedMiningJob,
    ) -> anyhow::Result<Option<Job>> {
        let extranonce = self.extranonce.as_ref();
        let Extranonce { prefix, rolled } =
            extranonce.context("a job of an extended channel came for a standard one")?;
        let space = Space::Extranonce {
            coinbase: Coinbase {
                prefix: job.coinbase_tx_prefix.to_vec(),
                suffix: job.coinbase_tx_suffix.to_vec(),
            },
            prefix: prefix.clone(),
            rolled: vec![0; *rolled],
            path: job.merkle_path.into_vec(),
        };
        self.add(job.job_id, job.version, [0; 32], job.min_ntime, space)
    }

    fn add(
        &mut self,
        job_id: u32,
        version: u32,
        merkle_root: [u8; 32],
        min_ntime: Option<u32>,
        space: Space,
    ) -> anyhow::Result<Option<Job>> {
        let header =
            BlockHeader { version, prev_hash: [0; 32], merkle_root, ntime: 0, nbits: 0, nonce: 0 };
        let job = (job_id, header, space);
        let Some(ntime) = min_ntime else {
            if self.future.len() >= MAX_FUTURE {
                self.future.pop_front();
            }
            self.future.push_back(job);
            return Ok(None);
        };
        let block = self.block.as_ref().context("a job came before the block that it extends")?;
        Ok(Some(on(block, ntime, job)))
    }

    /// Moves to the next block. Returns the job for it.
    pub(super) fn begin_block(&mut self, block: SetNewPrevHash) -> anyhow::Result<Job> {
        let job = self.future.drain(..).find(|(id, ..)| *id == block.job_id);
        let job =
            job.with_context(|| format!("there is no job {} for the new block", block.job_id))?;
        let job = on(&block, block.min_ntime, job);
        self.block = Some(block);
        Ok(job)
    }
}

/// Sets the fields of the header that the block decides.
fn on(block: &SetNewPrevHash, ntime: u32, (id, header, space): Job) -> Job {
    let (prev_hash, nbits) = (block.prev_hash, block.nbits);
    (id, BlockHeader { prev_hash, nbits, ntime, ..header }, space)
}
