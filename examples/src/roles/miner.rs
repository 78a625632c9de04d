//! A miner: opens a channel, receives jobs, searches shares and submits them.

mod jobs;

use core::fmt;
use core::time::Duration;
use std::collections::BTreeMap;
use std::time::Instant;

use anyhow::{Context, bail};
use pool_codec::Tlv;
use pool_codec::sealed::{StreamDecoder, StreamEncoder};
use tokio::task::yield_now;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

use crate::roles::link::Link;
use crate::roles::miner::jobs::Jobs;
use crate::roles::search::{Search, Share};
use crate::roles::setup::{self, WORKER_NAME, WORKER_TRACKING, unexpected};
use crate::roles::work::Hash;
use crate::sv2::Sv2;
use crate::sv2::common::Protocol;
use crate::sv2::mining::{
    OpenExtendedMiningChannel, OpenStandardMiningChannel, SubmitSharesExtended,
    SubmitSharesStandard,
};
use crate::sv2::types::{B032, ByteStr0255, Extensions};

/// The number of hashes between two looks at the connection: some milliseconds.
const BATCH: u32 = 1 << 12;

/// The number of shares without an answer at which the miner waits for the pool.
const MAX_UNANSWERED: u64 = 256;

/// The kind of a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChannelKind {
    /// The pool sends merkle roots.
    Standard,
    /// The pool sends coinbases, and the miner chooses this number of bytes of the extranonce, or more if the pool offers
    /// them.
    Extended(u16),
}

/// What a miner asks for.
#[derive(Debug, Clone)]
pub struct Options {
    /// The kind of the channel.
    pub kind: ChannelKind,
    /// The name that the pool knows the miner by.
    pub user: ByteStr0255,
    /// The hashes per second that the pool chooses the target for.
    pub hash_rate: f32,
    /// The extensions to ask for.
    pub extensions: Vec<u16>,
    /// The number of accepted shares at which the miner stops.
    pub shares: Option<u64>,
    /// The number of nonces before another time or extranonce. All of them are 2^32 - 1.
    pub nonces: u32,
    /// How long the pool may take for an answer before the first job.
    pub within: Duration,
    /// How long the pool may say nothing while shares are without an answer.
    pub patience: Duration,
}

/// What a miner has done.
#[derive(Debug, Clone, Default)]
pub struct Summary {
    /// The number of shares that it has submitted.
    pub submitted: u64,
    /// The number that the pool has accepted.
    pub accepted: u64,
    /// The number that the pool has rejected, by its reason.
    pub rejected: BTreeMap<String, u64>,
    /// The number of jobs that it has searched in.
    pub jobs: u64,
    /// The number of headers that it has hashed.
    pub hashes: u64,
    /// The time since the channel was opened.
    pub elapsed: Duration,
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { submitted, accepted, rejected, jobs, hashes, elapsed } = self;
        let seconds = elapsed.as_secs_f64();
        let count = rejected.values().sum::<u64>();
        write!(f, "{accepted} of {submitted} shares accepted, {count} rejected")?;
        if !rejected.is_empty() {
            write!(f, " {rejected:?}")?;
        }
        write!(f, "; {jobs} jobs, {hashes} hashes in {seconds:.1} s")
    }
}

/// Opens a channel over `link` and mines until enough shares are accepted, or until `stop`.
///
/// # Errors
///
/// Fails if the pool refuses the connection or the channel, closes either of them, or takes too long to answer.
pub async fn mine<D: StreamDecoder<Set = Sv2>, E: StreamEncoder<Out = Sv2>>(
    link: &mut Link<D, E>,
    options: &Options,
    stop: &CancellationToken,
) -> anyhow::Result<Summary> {
    let flags = match options.kind {
        ChannelKind::Standard => setup::REQUIRES_STANDARD_JOBS,
        ChannelKind::Extended(_) => 0,
    };
    setup::request(link, Protocol::MiningProtocol, flags, options.within).await?;
    let known = setup::request_extensions(link, &options.extensions, options.within).await?;
    let channel = open(link, options).await?;
    let worker = if known.contains(&WORKER_TRACKING) {
        Extensions::new([Tlv {
            extension: WORKER_TRACKING,
            field: WORKER_NAME,
            value: &options.user,
        }])?
    } else {
        Extensions::default()
    };
    let mut miner = Miner { channel, worker, search: None, summary: Summary::default() };
    let start = Instant::now();
    // When the pool last said something, or owed nothing.
    let mut heard = tokio::time::Instant::now();
    while options.shares.is_none_or(|shares| miner.summary.accepted < shares) {
        let unanswered = miner.unanswered();
        let search = miner.search.as_mut().filter(|_| unanswered < MAX_UNANSWERED);
        let target = &miner.channel.target;
        // The first branch that is ready is taken, so the miner searches while there is nothing to read.
        tokio::select! {
            biased;
            () = stop.cancelled() => break,
            message = link.receive() => {
                heard = tokio::time::Instant::now();
                let closed = || format!("{} closed the connection: {}", link.peer(), miner.summary);
                let message = message?.with_context(closed)?;
                miner.handle(message, options).with_context(|| link.peer().to_owned())?;
            }
            () = sleep(options.patience.saturating_sub(heard.elapsed())), if unanswered > 0 => bail!(
                "{} has not answered {unanswered} shares for {:?}: it stalls, or is overloaded",
                link.peer(), options.patience
            ),
            found = batch(search, target) => {
                let (share, hashes) = found;
                miner.summary.hashes = miner.summary.hashes.saturating_add(hashes.into());
                if let Some(share) = share {
                    if unanswered == 0 {
                        heard = tokio::time::Instant::now();
                    }
                    miner.submit(link, share).await?;
                }
            }
        }
    }
    miner.summary.elapsed = start.elapsed();
    Ok(miner.summary)
}

/// Lets other tasks run, then searches for some milliseconds. Never ends without a job.
async fn batch(search: Option<&mut Search>, target: &Hash) -> (Option<Share>, u32) {
    yield_now().await;
    match search {
        Some(search) => search.run(target, BATCH),
        None => core::future::pending().await,
    }
}

/// An open channel.
struct Channel {
    id: u32,
    group: u32,
    target: Hash,
    jobs: Jobs,
}

/// Opens the channel. Other messages that come before the answer are for other channels.
async fn open<D: StreamDecoder<Set = Sv2>, E: StreamEncoder<Out = Sv2>>(
    link: &mut Link<D, E>,
    options: &Options,
) -> anyhow::Result<Channel> {
    let (request_id, user_identity) = (1, options.user.clone());
    let (nominal_hash_rate, max_target) = (options.hash_rate, [0xFF; 32]);
    let question = match options.kind {
        ChannelKind::Standard => {
            link.send(&OpenStandardMiningChannel {
                request_id,
                user_identity,
                nominal_hash_rate,
                max_target,
            })
            .await?;
            "OpenStandardMiningChannel"
        }
        ChannelKind::Extended(min_extranonce_size) => {
            link.send(&OpenExtendedMiningChannel {
                request_id,
                user_identity,
                nominal_hash_rate,
                max_target,
                min_extranonce_size,
            })
            .await?;
            "OpenExtendedMiningChannel"
        }
    };
    match (link.answer(question, options.within).await?, options.kind) {
        (Sv2::OpenStandardMiningChannelSuccess(opened), ChannelKind::Standard) => Ok(Channel {
            id: opened.channel_id,
            group: opened.group_channel_id,
            target: opened.target,
            jobs: Jobs::standard(),
        }),
        (Sv2::OpenExtendedMiningChannelSuccess(opened), ChannelKind::Extended(_)) => Ok(Channel {
            id: opened.channel_id,
            group: opened.group_channel_id,
            target: opened.target,
            jobs: Jobs::extended(&opened.extranonce_prefix, opened.extranonce_size)?,
        }),
        (Sv2::OpenMiningChannelError(error), _) => {
            bail!("{} refused to open a channel: {}", link.peer(), error.error_code)
        }
        (other, _) => unexpected(link.peer(), question, &other),
    }
}

struct Miner {
    channel: Channel,
    /// What is behind each share of an extended channel.
    worker: Extensions,
    search: Option<Search>,
    summary: Summary,
}

impl Miner {
    fn unanswered(&self) -> u64 {
        let rejected = self.summary.rejected.values().sum::<u64>();
        self.summary.submitted.saturating_sub(self.summary.accepted).saturating_sub(rejected)
    }

    fn is_ours(&self, channel: u32) -> bool {
        channel == self.channel.id || channel == self.channel.group
    }

    fn handle(&mut self, message: Sv2, options: &Options) -> anyhow::Result<()> {
        let jobs = &mut self.channel.jobs;
        let next = match message {
            Sv2::NewMiningJob(job) if job.channel_id == self.channel.id => {
                jobs.add_standard(&job)?
            }
            Sv2::NewExtendedMiningJob(job) if self.is_ours(job.channel_id) => {
                self.channel.jobs.add_extended(job)?
            }
            Sv2::SetNewPrevHash(prev) if self.is_ours(prev.channel_id) => {
                Some(self.channel.jobs.begin_block(prev)?)
            }
            Sv2::SetTarget(set) if self.is_ours(set.channel_id) => {
                self.channel.target = set.maximum_target;
                None
            }
            Sv2::SetExtranoncePrefix(set) if self.is_ours(set.channel_id) => {
                self.channel.jobs.set_extranonce_prefix(&set.extranonce_prefix);
                None
            }
            Sv2::SubmitSharesSuccess(success) => {
                let count = u64::from(success.new_submits_accepted_count);
                self.summary.accepted = self.summary.accepted.saturating_add(count);
                None
            }
            Sv2::SubmitSharesError(error) => {
                self.reject(&error.error_code);
                None
            }
            Sv2::CloseChannel(close) if self.is_ours(close.channel_id) => {
                bail!("the pool closed the channel: {}; {}", close.reason_code, self.summary)
            }
            Sv2::Reconnect(to) => {
                bail!(
                    "the pool asks to reconnect to {}:{}; {}",
                    to.new_host,
                    to.new_port,
                    self.summary
                )
            }
            // For other channels, or of no use to a miner.
            _ => None,
        };
        if let Some((job, header, space)) = next {
            self.summary.jobs = self.summary.jobs.saturating_add(1);
            self.search = Some(Search::new(job, header, space, options.nonces));
        }
        Ok(())
    }

    /// Counts a rejection. A pool that invents reasons does not fill the memory.
    fn reject(&mut self, reason: &str) {
        let rejected = &mut self.summary.rejected;
        let known = rejected.len() < 16 || rejected.contains_key(reason);
        let count = rejected.entry(if known { reason } else { "other" }.to_owned()).or_default();
        *count = count.saturating_add(1);
    }

    async fn submit<D: StreamDecoder<Set = Sv2>, E: StreamEncoder<Out = Sv2>>(
        &mut self,
        link: &mut Link<D, E>,
        share: Share,
    ) -> anyhow::Result<()> {
        self.summary.submitted = self.summary.submitted.saturating_add(1);
        // The numbers of a channel may start again after 2^32 shares.
        let sequence_number = u32::try_from(self.summary.submitted & 0xFFFF_FFFF)?;
        let (channel_id, Share { job_id, header, extranonce }) = (self.channel.id, share);
        let (nonce, ntime, version) = (header.nonce, header.ntime, header.version);
        if self.channel.jobs.is_standard() {
            return link
                .send(&SubmitSharesStandard {
                    channel_id,
                    sequence_number,
                    job_id,
                    nonce,
                    ntime,
                    version,
                })
                .await;
        }
        let (extranonce, extensions) = (B032::new(&extranonce)?, self.worker.clone());
        link.send(&SubmitSharesExtended {
            channel_id,
            sequence_number,
            job_id,
            nonce,
            ntime,
            version,
            extranonce,
            extensions,
        })
        .await
    }
}
