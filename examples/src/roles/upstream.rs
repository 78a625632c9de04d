//! An upstream: a pool that gives miners jobs and checks their shares. It makes its jobs itself, so it needs no node.

mod channel;

use core::fmt;
use core::sync::atomic::{AtomicU32, AtomicU64, Ordering};
use core::time::Duration;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::Context;
use pool_codec::Pool;
use pool_codec::sealed::{StreamDecoder, StreamEncoder};
use pool_noise::StaticKeys;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::roles::link::{Link, NoiseLink, PlainLink};
use crate::roles::setup::{self, WORKER_NAME, WORKER_TRACKING, unexpected};
use crate::roles::upstream::channel::{Channel, Submitted, channel_prefix};
use crate::roles::work::Hash;
use crate::sv2::Sv2;
use crate::sv2::common::Protocol;
use crate::sv2::mining::{
    OpenExtendedMiningChannel, OpenExtendedMiningChannelSuccess, OpenMiningChannelError,
    OpenStandardMiningChannel, OpenStandardMiningChannelSuccess, SubmitSharesError,
    SubmitSharesSuccess, UpdateChannelError,
};
use crate::sv2::types::Extensions;

/// The number of channels that one connection may open.
const MAX_CHANNELS: usize = 64;

/// The number of connections at a time.
const MAX_CONNECTIONS: usize = 100;

/// The number of workers whose shares are counted one by one.
const MAX_WORKERS: usize = 100;

/// How an upstream treats its miners.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The keys of encrypted connections. Without keys, connections are plain.
    pub keys: Option<StaticKeys>,
    /// The target of shares.
    pub target: Hash,
    /// The number of accepted shares of a channel after which it gets a new job.
    pub shares_per_job: u32,
    /// How long a client may take to connect.
    pub within: Duration,
}

/// An upstream, which all connections share.
#[derive(Debug)]
pub struct Upstream {
    settings: Settings,
    pool: Pool,
    next_channel: AtomicU32,
    /// What it has counted.
    pub counts: Counts,
}

/// What an upstream has counted.
#[derive(Debug, Default)]
pub struct Counts {
    /// The channels that were opened.
    pub channels: AtomicU64,
    /// The shares that were accepted.
    pub accepted: AtomicU64,
    /// The shares that were rejected.
    pub rejected: AtomicU64,
    /// The accepted shares of each worker that an extension named.
    pub workers: Mutex<BTreeMap<String, u64>>,
}

impl Upstream {
    /// Creates an upstream whose buffers come from `pool`.
    #[must_use]
    pub fn new(settings: Settings, pool: &Pool) -> Arc<Self> {
        let (pool, next_channel) = (pool.clone(), AtomicU32::new(1));
        Arc::new(Self { settings, pool, next_channel, counts: Counts::default() })
    }

    /// Accepts miners until `stop`. The errors of a connection are printed, and end only that one.
    pub async fn serve(self: Arc<Self>, listener: TcpListener, stop: CancellationToken) {
        let places = Arc::new(Semaphore::new(MAX_CONNECTIONS));
        let tasks = TaskTracker::new();
        while let Some(Ok(place)) = stop.run_until_cancelled(places.clone().acquire_owned()).await {
            let stream = match stop.run_until_cancelled(listener.accept()).await {
                Some(Ok((stream, _))) => stream,
                Some(Err(error)) => {
                    eprintln!("cannot accept a connection: {error}");
                    continue;
                }
                None => break,
            };
            let (upstream, stop) = (self.clone(), stop.clone());
            tasks.spawn(async move {
                let served = stop.run_until_cancelled(upstream.connection(stream)).await;
                if let Some(Err(error)) = served {
                    eprintln!("{error:#}");
                }
                drop(place);
            });
        }
        tasks.close();
        tasks.wait().await;
    }

    /// Serves one miner until it closes the connection.
    ///
    /// # Errors
    ///
    /// Fails if the miner breaks the protocol, or if the connection fails.
    pub async fn connection(&self, stream: TcpStream) -> anyhow::Result<()> {
        match &self.settings.keys {
            Some(keys) => {
                let within = self.settings.within;
                self.miner(NoiseLink::accept(stream, keys, &self.pool, within).await?).await
            }
            None => self.miner(PlainLink::plain(stream, &self.pool)?).await,
        }
    }

    async fn miner<D: StreamDecoder<Set = Sv2>, E: StreamEncoder<Out = Sv2>>(
        &self,
        mut link: Link<D, E>,
    ) -> anyhow::Result<()> {
        setup::accept(&mut link, Protocol::MiningProtocol, self.settings.within).await?;
        let mut channels = BTreeMap::new();
        while let Some(message) = link.receive().await? {
            match message {
                Sv2::RequestExtensions(request) => {
                    setup::accept_extensions(&mut link, request, &[WORKER_TRACKING]).await?;
                }
                Sv2::OpenStandardMiningChannel(open) => {
                    self.open_standard(&mut link, &mut channels, open).await?;
                }
                Sv2::OpenExtendedMiningChannel(open) => {
                    self.open_extended(&mut link, &mut channels, open).await?;
                }
                Sv2::SubmitSharesStandard(share) => {
                    let share = Submitted::from(share);
                    self.share(&mut link, &mut channels, share, None).await?;
                }
                Sv2::SubmitSharesExtended(share) => {
                    let worker = worker_of(&share.extensions);
                    self.share(&mut link, &mut channels, share.into(), worker).await?;
                }
                // The target of a channel is fixed, so there is nothing to change.
                Sv2::UpdateChannel(update) if channels.contains_key(&update.channel_id) => {}
                Sv2::UpdateChannel(update) => {
                    let error_code = "invalid-channel-id".parse()?;
                    link.send(&UpdateChannelError { channel_id: update.channel_id, error_code })
                        .await?;
                }
                Sv2::CloseChannel(close) => drop(channels.remove(&close.channel_id)),
                other => {
                    return unexpected(link.peer(), "the setup of a mining connection", &other);
                }
            }
        }
        Ok(())
    }

    /// Creates a channel, or the reason why there is none.
    fn create(
        &self,
        channels: &BTreeMap<u32, Channel>,
        max_target: Hash,
        rolled: u8,
    ) -> Result<Channel, &'static str> {
        if channels.len() >= MAX_CHANNELS {
            return Err("channel-capacity-exhausted");
        }
        // Numbers start again after 2^32 channels, which no process lives to see.
        let id = self.next_channel.fetch_add(1, Ordering::Relaxed);
        let harder = max_target.iter().rev().lt(self.settings.target.iter().rev());
        let target = if harder { max_target } else { self.settings.target };
        self.counts.channels.fetch_add(1, Ordering::Relaxed);
        Ok(Channel::new(id, target, rolled))
    }

    async fn open_standard<D: StreamDecoder<Set = Sv2>, E: StreamEncoder<Out = Sv2>>(
        &self,
        link: &mut Link<D, E>,
        channels: &mut BTreeMap<u32, Channel>,
        open: OpenStandardMiningChannel,
    ) -> anyhow::Result<()> {
        let request_id = open.request_id;
        let mut channel = match self.create(channels, open.max_target, 0) {
            Ok(channel) => channel,
            Err(reason) => return refuse(link, request_id, reason).await,
        };
        link.send(&OpenStandardMiningChannelSuccess {
            request_id,
            channel_id: channel.id,
            target: channel.target,
            extranonce_prefix: channel_prefix(channel.id).into(),
            group_channel_id: 0,
        })
        .await?;
        start(link, &mut channel).await?;
        channels.insert(channel.id, channel);
        Ok(())
    }

    async fn open_extended<D: StreamDecoder<Set = Sv2>, E: StreamEncoder<Out = Sv2>>(
        &self,
        link: &mut Link<D, E>,
        channels: &mut BTreeMap<u32, Channel>,
        open: OpenExtendedMiningChannel,
    ) -> anyhow::Result<()> {
        let request_id = open.request_id;
        let rolled = match u8::try_from(open.min_extranonce_size.max(8)) {
            Ok(rolled @ ..=28) => rolled,
            _ => return refuse(link, request_id, "invalid-min-extranonce-size").await,
        };
        let mut channel = match self.create(channels, open.max_target, rolled) {
            Ok(channel) => channel,
            Err(reason) => return refuse(link, request_id, reason).await,
        };
        link.send(&OpenExtendedMiningChannelSuccess {
            request_id,
            channel_id: channel.id,
            target: channel.target,
            extranonce_size: rolled.into(),
            extranonce_prefix: channel_prefix(channel.id).into(),
            group_channel_id: 0,
        })
        .await?;
        start(link, &mut channel).await?;
        channels.insert(channel.id, channel);
        Ok(())
    }

    /// Checks a share and answers. A channel that has found enough shares in a job gets the next one.
    async fn share<D: StreamDecoder<Set = Sv2>, E: StreamEncoder<Out = Sv2>>(
        &self,
        link: &mut Link<D, E>,
        channels: &mut BTreeMap<u32, Channel>,
        share: Submitted,
        worker: Option<String>,
    ) -> anyhow::Result<()> {
        let (channel_id, sequence_number) = (share.channel_id, share.sequence_number);
        let channel = channels.get_mut(&channel_id);
        let accepted = match channel {
            Some(channel) => channel.check(&share).map(|()| channel),
            None => Err("invalid-channel-id"),
        };
        let channel = match accepted {
            Ok(channel) => channel,
            Err(reason) => {
                self.counts.rejected.fetch_add(1, Ordering::Relaxed);
                let error_code = reason.parse()?;
                return link
                    .send(&SubmitSharesError { channel_id, sequence_number, error_code })
                    .await;
            }
        };
        self.counts.accept(worker);
        link.send(&SubmitSharesSuccess {
            channel_id,
            last_sequence_number: sequence_number,
            new_submits_accepted_count: 1,
            new_shares_sum: 1,
        })
        .await?;
        if channel.accepted_of_job() >= self.settings.shares_per_job {
            send_job(link, channel, Some(now())).await?;
        }
        Ok(())
    }
}

impl Counts {
    fn accept(&self, worker: Option<String>) {
        self.accepted.fetch_add(1, Ordering::Relaxed);
        let Some(worker) = worker else { return };
        let mut workers = self.workers.lock().unwrap_or_else(PoisonError::into_inner);
        if workers.len() < MAX_WORKERS || workers.contains_key(&worker) {
            let count = workers.entry(worker).or_default();
            *count = count.saturating_add(1);
        }
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
        let (accepted, rejected) = (count(&self.accepted), count(&self.rejected));
        write!(
            f,
            "{accepted} shares accepted, {rejected} rejected, {} channels",
            count(&self.channels)
        )?;
        let workers = self.workers.lock().unwrap_or_else(PoisonError::into_inner);
        if workers.is_empty() { Ok(()) } else { write!(f, "; workers: {workers:?}") }
    }
}

async fn refuse<D: StreamDecoder<Set = Sv2>, E: StreamEncoder<Out = Sv2>>(
    link: &mut Link<D, E>,
    request_id: u32,
    reason: &str,
) -> anyhow::Result<()> {
    link.send(&OpenMiningChannelError { request_id, error_code: reason.parse()? }).await
}

/// Sends a job for the next block, and then begins the block.
async fn start<D: StreamDecoder<Set = Sv2>, E: StreamEncoder<Out = Sv2>>(
    link: &mut Link<D, E>,
    channel: &mut Channel,
) -> anyhow::Result<()> {
    send_job(link, channel, None).await?;
    link.send(&channel.begin_block(now())).await
}

/// Sends the next job of the channel, for the next block or, with a time, for the current one.
async fn send_job<D: StreamDecoder<Set = Sv2>, E: StreamEncoder<Out = Sv2>>(
    link: &mut Link<D, E>,
    channel: &mut Channel,
    min_ntime: Option<u32>,
) -> anyhow::Result<()> {
    channel.next_job();
    match channel.standard_job(min_ntime) {
        Some(job) => link.send(&job).await,
        None => link.send(&channel.extended_job(min_ntime).context("has a job")?).await,
    }
}

/// The worker that a share names, if the miner negotiated that.
fn worker_of(extensions: &Extensions) -> Option<String> {
    let name = extensions.get(WORKER_TRACKING, WORKER_NAME)?;
    Some(name.escape_ascii().to_string())
}

fn now() -> u32 {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
    u32::try_from(seconds).unwrap_or(u32::MAX)
}
