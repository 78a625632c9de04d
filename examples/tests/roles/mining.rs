//! Shares that are found and checked.

use core::sync::atomic::Ordering;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use examples::roles::POOL_CONFIG;
use examples::roles::link::NoiseLink;
use examples::roles::miner::{ChannelKind, Summary, mine};
use examples::roles::search::{Search, Space};
use examples::roles::setup;
use examples::roles::work::{BlockHeader, Coinbase, meets, one_of_two_to_the};
use examples::sv2::Sv2;
use examples::sv2::common::Protocol;
use examples::sv2::mining::{OpenExtendedMiningChannel, SubmitSharesExtended};
use pool_codec::Pool;
use tokio_util::sync::CancellationToken;

use crate::{LONG, Served, in_use, options};

/// Mines until 40 shares are accepted. A channel has a new job after 15.
async fn mined(kind: ChannelKind) -> (Summary, Vec<(String, u64)>) {
    let served = Served::new(one_of_two_to_the(4), 15).await;
    let pool = Pool::new(&POOL_CONFIG);
    let mut link = served.connect(&pool).await;
    let stop = CancellationToken::new();
    let summary = mine(&mut link, &options(kind, 40), &stop).await.unwrap();
    link.close().await;
    assert_eq!(in_use(&pool), 0, "the miner's slots");
    let counts = &served.upstream.counts;
    assert!(counts.accepted.load(Ordering::Relaxed) >= 40, "{counts}");
    assert_eq!(counts.rejected.load(Ordering::Relaxed), 0, "{counts}");
    let workers = counts.workers.lock().unwrap().clone().into_iter().collect();
    served.end().await;
    (summary, workers)
}

#[tokio::test]
async fn a_standard_channel_finds_shares() {
    let (summary, workers) = mined(ChannelKind::Standard).await;
    assert!(summary.accepted >= 40 && summary.rejected.is_empty(), "{summary}");
    assert!(summary.jobs >= 3 && summary.hashes >= summary.submitted, "{summary}");
    assert_eq!(workers, [], "only shares of extended channels name a worker");
}

#[tokio::test]
async fn an_extended_channel_finds_shares_and_names_the_worker() {
    let (summary, workers) = mined(ChannelKind::Extended(4)).await;
    assert!(summary.accepted >= 40 && summary.rejected.is_empty(), "{summary}");
    assert!(summary.jobs >= 3, "{summary}");
    let [(worker, count)] = &workers[..] else { panic!("{workers:?}") };
    assert!(worker == "alice.rig1" && *count >= 40, "{workers:?}");
}

/// Sends a share and returns the reason of its rejection.
async fn submit(link: &mut NoiseLink, share: &SubmitSharesExtended) -> Option<String> {
    link.send(share).await.unwrap();
    match link.answer("a share", LONG).await.unwrap() {
        Sv2::SubmitSharesSuccess(success) => {
            assert_eq!(success.last_sequence_number, share.sequence_number);
            None
        }
        Sv2::SubmitSharesError(error) => Some(error.error_code.to_string()),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_wrong_share_is_rejected() {
    let served = Served::new(one_of_two_to_the(6), 1000).await;
    let pool = Pool::new(&POOL_CONFIG);
    let mut link = served.connect(&pool).await;
    setup::request(&mut link, Protocol::MiningProtocol, 0, LONG).await.unwrap();
    link.send(&OpenExtendedMiningChannel {
        request_id: 5,
        user_identity: "alice".parse().unwrap(),
        nominal_hash_rate: 1.0,
        max_target: [0xFF; 32],
        min_extranonce_size: 8,
    })
    .await
    .unwrap();
    let mut next = Vec::new();
    for _ in 0..3 {
        next.push(link.answer("the channel", LONG).await.unwrap());
    }
    let [
        Sv2::OpenExtendedMiningChannelSuccess(opened),
        Sv2::NewExtendedMiningJob(job),
        Sv2::SetNewPrevHash(block),
    ] = &next[..]
    else {
        panic!("{next:?}")
    };
    let header = BlockHeader {
        version: job.version,
        prev_hash: block.prev_hash,
        merkle_root: [0; 32],
        ntime: block.min_ntime,
        nbits: block.nbits,
        nonce: 0,
    };
    let space = Space::Extranonce {
        coinbase: Coinbase {
            prefix: job.coinbase_tx_prefix.to_vec(),
            suffix: job.coinbase_tx_suffix.to_vec(),
        },
        prefix: opened.extranonce_prefix.to_vec(),
        rolled: vec![0; opened.extranonce_size.into()],
        path: job.merkle_path.to_vec(),
    };
    let mut search = Search::new(job.job_id, header, space, u32::MAX);
    let share = search.run(&opened.target, u32::MAX).0.unwrap();
    // A header that does not meet the target: the one before the share, or the next such.
    let mut miss = BlockHeader { nonce: share.header.nonce.wrapping_sub(1), ..share.header };
    while meets(&miss.hash(), &opened.target) {
        miss.nonce = miss.nonce.wrapping_sub(1);
    }
    let good = SubmitSharesExtended {
        channel_id: opened.channel_id,
        sequence_number: 1,
        job_id: job.job_id,
        nonce: share.header.nonce,
        ntime: share.header.ntime,
        version: share.header.version,
        extranonce: (&share.extranonce[..]).try_into().unwrap(),
        extensions: Default::default(),
    };
    for (reason, wrong) in [
        ("difficulty-too-low", SubmitSharesExtended { nonce: miss.nonce, ..good.clone() }),
        ("invalid-job-id", SubmitSharesExtended { job_id: 99, ..good.clone() }),
        ("invalid-channel-id", SubmitSharesExtended { channel_id: 99, ..good.clone() }),
        ("bad-extranonce-size", SubmitSharesExtended { extranonce: [1].into(), ..good.clone() }),
        ("invalid-ntime", SubmitSharesExtended { ntime: 0, ..good.clone() }),
    ] {
        assert_eq!(submit(&mut link, &wrong).await.as_deref(), Some(reason));
    }
    assert_eq!(submit(&mut link, &good).await, None);
    assert_eq!(submit(&mut link, &good).await.as_deref(), Some("duplicate-share"));
    let counts = &served.upstream.counts;
    assert_eq!(counts.to_string(), "1 shares accepted, 6 rejected, 1 channels");
    link.close().await;
    served.end().await;
    assert_eq!(in_use(&pool), 0);
}

/// The two programs, as a user runs them.
#[test]
fn the_programs_mine() {
    let mut upstream = Command::new(env!("CARGO_BIN_EXE_sv2_upstream"))
        .args(["pool", "--listen", "127.0.0.1:0", "--bits", "4", "--shares", "20"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(upstream.stdout.take().unwrap()).lines();
    let (key, address) = (lines.next().unwrap().unwrap(), lines.next().unwrap().unwrap());
    let key = key.strip_prefix("authority ").unwrap();
    let address = address.split([' ', ';']).nth(2).unwrap();
    let miner = Command::new(env!("CARGO_BIN_EXE_sv2_miner"))
        .args(["--authority", key, "--channel", "extended", "--shares", "20", address])
        .output()
        .unwrap();
    let text = String::from_utf8(miner.stdout).unwrap();
    assert!(miner.status.success(), "{text}{}", String::from_utf8_lossy(&miner.stderr));
    assert!(text.starts_with("sv2_miner: 20 of "), "{text}");
    assert!(upstream.wait().unwrap().success());
    let summary = lines.next().unwrap().unwrap();
    assert!(summary.ends_with(" shares accepted, 0 rejected, 1 channels"), "{summary}");

    // The key of another pool, and nobody at all.
    for (arguments, expected) in [
        (["--authority", "nonsense", address], "not base58"),
        (["--seconds", "5", address], "cannot connect to 127.0.0.1"),
    ] {
        let miner = Command::new(env!("CARGO_BIN_EXE_sv2_miner")).args(arguments).output().unwrap();
        let text = String::from_utf8(miner.stderr).unwrap();
        assert!(!miner.status.success() && text.contains(expected), "{text}");
    }
}
