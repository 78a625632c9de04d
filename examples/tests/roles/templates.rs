//! The template provider, and the blocks that a pool finds with its templates.

use core::sync::atomic::Ordering;
use core::time::Duration;
use std::time::SystemTime;

use examples::roles::POOL_CONFIG;
use examples::roles::link::NoiseLink;
use examples::roles::setup;
use examples::roles::templates::Templates;
use examples::roles::work::{BlockHeader, double_sha256, meets};
use examples::sv2::Sv2;
use examples::sv2::common::Protocol;
use examples::sv2::template_distribution::{
    CoinbaseOutputConstraints, NewTemplate, RequestTransactionData, SetNewPrevHash, SubmitSolution,
};
use pool_codec::Pool;
use pool_noise::Authority;
use tokio::net::TcpStream;
use tokio_util::sync::CancellationToken;

use crate::{LONG, in_use, listener};

/// Plays the pool of a template provider, and finds a block.
#[tokio::test]
async fn templates_become_blocks() {
    let authority = Authority::generate().unwrap();
    let keys = authority.issue(SystemTime::now(), Duration::from_secs(3600)).unwrap();
    let [pool, theirs] = [(); 2].map(|()| Pool::new(&POOL_CONFIG));
    // Every second hash is a block.
    let templates = Templates::new(keys, 0x207f_ffff, LONG, &theirs).unwrap();
    let (listener, address) = listener().await;
    let stop = CancellationToken::new();
    let task = tokio::spawn(templates.clone().serve(listener, stop.clone()));

    let stream = TcpStream::connect(address).await.unwrap();
    let key = Some(authority.public_key());
    let mut link = NoiseLink::connect(stream, key, &pool, LONG).await.unwrap();
    setup::request(&mut link, Protocol::TemplateDistributionProtocol, 0, LONG).await.unwrap();
    link.send(&CoinbaseOutputConstraints {
        coinbase_output_max_additional_size: 100,
        coinbase_output_max_additional_sigops: 0,
    })
    .await
    .unwrap();
    let first = template(&mut link).await;
    let header = first.header(&first.coinbase());
    link.send(&first.solution(&header)).await.unwrap();
    let second = template(&mut link).await;
    assert_eq!(second.block.prev_hash, header.hash(), "the chain has grown");

    link.send(&RequestTransactionData { template_id: second.template.template_id }).await.unwrap();
    let data = link.answer("the template", LONG).await.unwrap();
    assert!(matches!(data, Sv2::RequestTransactionDataSuccess(_)), "{data:?}");
    // Too late, and for an unknown template.
    link.send(&first.solution(&header)).await.unwrap();
    link.send(&RequestTransactionData { template_id: first.template.template_id }).await.unwrap();
    let data = link.answer("the template", LONG).await.unwrap();
    assert!(matches!(data, Sv2::RequestTransactionDataError(_)), "{data:?}");
    assert_eq!(templates.blocks.load(Ordering::Relaxed), 1);
    assert_eq!(templates.rejected.load(Ordering::Relaxed), 1);
    link.close().await;
    stop.cancel();
    task.await.unwrap();
    assert_eq!((in_use(&pool), in_use(&theirs)), (0, 0));
}

struct Template {
    template: NewTemplate,
    block: SetNewPrevHash,
}

async fn template(link: &mut NoiseLink) -> Template {
    let template = link.answer("the template", LONG).await.unwrap();
    let block = link.answer("the template", LONG).await.unwrap();
    match (template, block) {
        (Sv2::NewTemplate(template), Sv2::TemplateSetNewPrevHash(block)) => {
            Template { template, block }
        }
        other => panic!("{other:?}"),
    }
}

impl Template {
    /// Whatever the pool puts there: the provider only hashes it.
    fn coinbase(&self) -> Vec<u8> {
        [&[2, 0, 0, 0, 1][..], &self.template.coinbase_prefix, &[0; 8]].concat()
    }

    fn header(&self, coinbase: &[u8]) -> BlockHeader {
        let mut header = BlockHeader {
            version: self.template.version,
            prev_hash: self.block.prev_hash,
            merkle_root: double_sha256(&[coinbase]),
            ntime: self.block.header_timestamp,
            nbits: self.block.n_bits,
            nonce: 0,
        };
        while !meets(&header.hash(), &self.block.target) {
            header.nonce = header.nonce.wrapping_add(1);
        }
        header
    }

    fn solution(&self, header: &BlockHeader) -> SubmitSolution {
        SubmitSolution {
            template_id: self.template.template_id,
            version: header.version,
            header_timestamp: header.ntime,
            header_nonce: header.nonce,
            coinbase_tx: self.coinbase().try_into().unwrap(),
        }
    }
}
