//! A template provider: what a published pool needs instead of a Bitcoin node. Its blocks have a coinbase and nothing else.

use core::sync::atomic::{AtomicU64, Ordering};
use core::time::Duration;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use pool_codec::Pool;
use pool_noise::StaticKeys;
use tokio::net::{TcpListener, TcpStream};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::roles::link::NoiseLink;
use crate::roles::setup::{self, unexpected};
use crate::roles::work::{
    BlockHeader, Hash, coinbase_id, double_sha256, height_push, meets, target_of,
};
use crate::sv2::Sv2;
use crate::sv2::common::Protocol;
use crate::sv2::template_distribution::{
    NewTemplate, RequestTransactionData, RequestTransactionDataError,
    RequestTransactionDataSuccess, SetNewPrevHash, SubmitSolution,
};
use crate::sv2::types::{B064K, B0255, Seq064K, Seq0255};

/// The reward of a block, in satoshi.
const REWARD: u64 = 3_1250_0000;

/// A template provider, which all its clients share.
#[derive(Debug)]
pub struct Templates {
    keys: StaticKeys,
    pool: Pool,
    nbits: u32,
    target: Hash,
    within: Duration,
    /// The solutions that were blocks.
    pub blocks: AtomicU64,
    /// The solutions that were none.
    pub rejected: AtomicU64,
}

/// The end of the chain, as one client has built it.
struct Tip {
    height: u32,
    hash: Hash,
}

impl Templates {
    /// Creates a provider for a network with this target, in its short form.
    ///
    /// # Errors
    ///
    /// Fails if `nbits` is no target.
    pub fn new(
        keys: StaticKeys,
        nbits: u32,
        within: Duration,
        pool: &Pool,
    ) -> anyhow::Result<Arc<Self>> {
        let (target, pool) = (target_of(nbits)?, pool.clone());
        let (blocks, rejected) = Default::default();
        Ok(Arc::new(Self { keys, pool, nbits, target, within, blocks, rejected }))
    }

    /// Accepts pools until `stop`. The errors of a connection are printed, and end only that one.
    pub async fn serve(self: Arc<Self>, listener: TcpListener, stop: CancellationToken) {
        let tasks = TaskTracker::new();
        while let Some(accepted) = stop.run_until_cancelled(listener.accept()).await {
            let (templates, stop) = (self.clone(), stop.clone());
            match accepted {
                Ok((stream, _)) => drop(tasks.spawn(async move {
                    let served = stop.run_until_cancelled(templates.connection(stream)).await;
                    if let Some(Err(error)) = served {
                        eprintln!("{error:#}");
                    }
                })),
                Err(error) => eprintln!("cannot accept a connection: {error}"),
            }
        }
        tasks.close();
        tasks.wait().await;
    }

    /// Serves one pool until it closes the connection.
    ///
    /// # Errors
    ///
    /// Fails if the pool breaks the protocol, or if the connection fails.
    pub async fn connection(&self, stream: TcpStream) -> anyhow::Result<()> {
        let mut link = NoiseLink::accept(stream, &self.keys, &self.pool, self.within).await?;
        setup::accept(&mut link, Protocol::TemplateDistributionProtocol, self.within).await?;
        let mut tip = Tip { height: 800_000, hash: [0x11; 32] };
        while let Some(message) = link.receive().await? {
            match message {
                Sv2::CoinbaseOutputConstraints(_) => self.send_template(&mut link, &tip).await?,
                Sv2::RequestTransactionData(request) => {
                    self.data(&mut link, &request, &tip).await?
                }
                Sv2::SubmitSolution(solution) => {
                    if self.extend(&mut tip, &solution) {
                        self.send_template(&mut link, &tip).await?;
                    }
                }
                other => return unexpected(link.peer(), "the setup of templates", &other),
            }
        }
        Ok(())
    }

    /// Sends the template for the next block, and says that the tip is the block before it.
    async fn send_template(&self, link: &mut NoiseLink, tip: &Tip) -> anyhow::Result<()> {
        let template_id = u64::from(tip.height);
        // The output that commits to the witnesses, of which there are none but the coinbase's.
        let commitment = double_sha256(&[&[0; 64]]);
        let output = [&[0; 8][..], &[38, 0x6A, 0x24, 0xAA, 0x21, 0xA9, 0xED], &commitment].concat();
        link.send(&NewTemplate {
            template_id,
            future_template: true.into(),
            version: 0x2000_0000,
            coinbase_tx_version: 2,
            coinbase_prefix: B0255::new(&height_push(tip.height))?,
            coinbase_tx_input_sequence: 0xFFFF_FFFF,
            coinbase_tx_value_remaining: REWARD,
            coinbase_tx_outputs_count: 1,
            coinbase_tx_outputs: B064K::new(&output)?,
            coinbase_tx_locktime: 0,
            merkle_path: Seq0255::default(),
        })
        .await?;
        let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs();
        link.send(&SetNewPrevHash {
            template_id,
            prev_hash: tip.hash,
            header_timestamp: u32::try_from(now)?,
            n_bits: self.nbits,
            target: self.target,
        })
        .await
    }

    /// Answers with the transactions of the current template, of which there are none.
    async fn data(
        &self,
        link: &mut NoiseLink,
        request: &RequestTransactionData,
        tip: &Tip,
    ) -> anyhow::Result<()> {
        let template_id = request.template_id;
        if template_id != u64::from(tip.height) {
            let error_code = "template-id-not-found".parse()?;
            return link.send(&RequestTransactionDataError { template_id, error_code }).await;
        }
        let (excess_data, transaction_list) = (B064K::default(), Seq064K::default());
        link.send(&RequestTransactionDataSuccess { template_id, excess_data, transaction_list })
            .await
    }

    /// Moves the tip to the block of a solution, if it is one.
    fn extend(&self, tip: &mut Tip, solution: &SubmitSolution) -> bool {
        let block = coinbase_id(&solution.coinbase_tx).map(|merkle_root| BlockHeader {
            version: solution.version,
            prev_hash: tip.hash,
            merkle_root,
            ntime: solution.header_timestamp,
            nbits: self.nbits,
            nonce: solution.header_nonce,
        });
        let hash = block.map(|block| block.hash());
        match hash {
            Ok(hash)
                if solution.template_id == u64::from(tip.height) && meets(&hash, &self.target) =>
            {
                *tip = Tip { height: tip.height.wrapping_add(1), hash };
                self.blocks.fetch_add(1, Ordering::Relaxed);
                true
            }
            _ => {
                self.rejected.fetch_add(1, Ordering::Relaxed);
                false
            }
        }
    }
}
