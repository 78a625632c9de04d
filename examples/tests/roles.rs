//! The miner, the upstream and the template provider: shares that are found and checked over Noise, and every way in which
//! that fails. The two sides have a pool each, and both are empty at the end.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use core::net::{Ipv4Addr, SocketAddr};
use core::sync::atomic::Ordering;
use core::time::Duration;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::SystemTime;

use examples::roles::POOL_CONFIG;
use examples::roles::link::{NoiseLink, PlainLink};
use examples::roles::miner::{ChannelKind, Options, Summary, mine};
use examples::roles::search::{Search, Space};
use examples::roles::setup;
use examples::roles::templates::Templates;
use examples::roles::upstream::{Settings, Upstream};
use examples::roles::work::{
    BlockHeader, Coinbase, Hash, coinbase_id, double_sha256, meets, merkle_root, one_of_two_to_the,
    target_of,
};
use examples::sv2::Sv2;
use examples::sv2::common::Protocol;
use examples::sv2::mining::{OpenExtendedMiningChannel, SubmitSharesExtended};
use examples::sv2::template_distribution::{
    CoinbaseOutputConstraints, NewTemplate, RequestTransactionData, SubmitSolution,
};
use pool_codec::error::FrameError;
use pool_codec::{Pool, ReadError, Wire};
use pool_noise::{Authority, AuthorityKey, HELLO_LEN, REPLY_LEN};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

/// Longer than any of these tests takes.
const LONG: Duration = Duration::from_secs(60);

/// A peer that has this long says nothing at all.
const SHORT: Duration = Duration::from_millis(50);

fn in_use(pool: &Pool) -> usize {
    pool.stats().classes().map(|class| class.in_use).sum()
}

async fn listener() -> (TcpListener, SocketAddr) {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let address = listener.local_addr().unwrap();
    (listener, address)
}

/// An upstream on a free port.
struct Served {
    upstream: Arc<Upstream>,
    pool: Pool,
    address: SocketAddr,
    key: AuthorityKey,
    stop: CancellationToken,
    task: JoinHandle<()>,
}

impl Served {
    async fn new(target: Hash, shares_per_job: u32) -> Self {
        let authority = Authority::generate().unwrap();
        let keys = authority.issue(SystemTime::now(), Duration::from_secs(3600)).unwrap();
        let settings = Settings { keys: Some(keys), target, shares_per_job, within: LONG };
        let pool = Pool::new(&POOL_CONFIG);
        let upstream = Upstream::new(settings, &pool);
        let (listener, address) = listener().await;
        let stop = CancellationToken::new();
        let task = tokio::spawn(upstream.clone().serve(listener, stop.clone()));
        Self { upstream, pool, address, key: authority.public_key(), stop, task }
    }

    async fn connect(&self, pool: &Pool) -> NoiseLink {
        let stream = TcpStream::connect(self.address).await.unwrap();
        NoiseLink::connect(stream, Some(self.key), pool, LONG).await.unwrap()
    }

    async fn end(self) {
        self.stop.cancel();
        self.task.await.unwrap();
        assert_eq!(in_use(&self.pool), 0, "the upstream's slots");
    }
}

fn options(kind: ChannelKind, shares: u64) -> Options {
    Options {
        kind,
        user: "alice.rig1".parse().unwrap(),
        hash_rate: 1000.0,
        extensions: vec![setup::WORKER_TRACKING],
        shares: Some(shares),
        // So few that the miner has to change the time or the extranonce.
        nonces: 20,
        within: LONG,
        patience: LONG,
    }
}

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

#[tokio::test]
async fn a_wrong_authority_is_refused() {
    let served = Served::new(one_of_two_to_the(4), 15).await;
    let pool = Pool::new(&POOL_CONFIG);
    let stream = TcpStream::connect(served.address).await.unwrap();
    let other = Authority::generate().unwrap().public_key();
    let error = NoiseLink::connect(stream, Some(other), &pool, LONG).await.unwrap_err();
    let text = format!("{error:#}");
    assert!(text.starts_with(&format!("no connection with {}", served.address)), "{text}");
    assert!(text.contains(&format!("not signed by the authority {other}")), "{text}");
    served.end().await;
    assert_eq!(in_use(&pool), 0);
}

#[tokio::test]
async fn a_cut_in_the_handshake_is_an_error_of_both_sides() {
    // The upstream goes away after the first bytes of its answer.
    let (listener, address) = listener().await;
    let cut = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut hello = [0; HELLO_LEN];
        stream.read_exact(&mut hello).await.unwrap();
        stream.write_all(&[7; 100]).await.unwrap();
    });
    let pool = Pool::new(&POOL_CONFIG);
    let stream = TcpStream::connect(address).await.unwrap();
    let error = NoiseLink::connect(stream, None, &pool, LONG).await.unwrap_err();
    cut.await.unwrap();
    let text = format!("{error:#}");
    assert!(
        text.contains("closed the connection in the handshake, with 134 of its bytes"),
        "{text}"
    );
    assert_eq!(in_use(&pool), 0);

    // The miner goes away before the end of its first message.
    let served = Served::new(one_of_two_to_the(4), 15).await;
    let (listener, address) = self::listener().await;
    let mut near = TcpStream::connect(address).await.unwrap();
    let (far, _) = listener.accept().await.unwrap();
    near.write_all(&[7; 10]).await.unwrap();
    drop(near);
    let text = format!("{:#}", served.upstream.connection(far).await.unwrap_err());
    assert!(text.contains("with 54 of its bytes missing"), "{text}");
    served.end().await;
}

/// An upstream that stalls: in the handshake, before its first answer, and when shares come.
#[tokio::test]
async fn a_stalled_upstream_is_an_error() {
    let pool = Pool::new(&POOL_CONFIG);
    let (listener, address) = listener().await;
    let stream = TcpStream::connect(address).await.unwrap();
    let text = format!("{:#}", NoiseLink::connect(stream, None, &pool, SHORT).await.unwrap_err());
    assert!(text.contains("did not finish the handshake within 50ms"), "{text}");

    let stream = TcpStream::connect(address).await.unwrap();
    let mut link = PlainLink::plain(stream, &pool).unwrap();
    let stop = CancellationToken::new();
    let impatient = Options { within: SHORT, ..options(ChannelKind::Standard, 1) };
    let text = format!("{:#}", mine(&mut link, &impatient, &stop).await.unwrap_err());
    assert!(text.starts_with(&format!("{address} did not answer SetupConnection")), "{text}");
    drop((link, listener));

    // It answers until the job is known, and then not a single share.
    let (listener, address) = self::listener().await;
    let theirs = pool.clone();
    let stalls = tokio::spawn(async move {
        let served = Served::new(one_of_two_to_the(4), 15).await;
        let mut front = PlainLink::plain(listener.accept().await.unwrap().0, &theirs).unwrap();
        let mut back = served.connect(&theirs).await;
        loop {
            tokio::select! {
                message = front.receive() => match message.unwrap() {
                    Some(Sv2::SubmitSharesStandard(_)) => {}
                    Some(message) => back.send(&message).await.unwrap(),
                    None => break,
                },
                message = back.receive() => front.send(&message.unwrap().unwrap()).await.unwrap(),
            }
        }
        drop(back);
        served.end().await;
    });
    let stream = TcpStream::connect(address).await.unwrap();
    let mut link = PlainLink::plain(stream, &pool).unwrap();
    let impatient = Options { patience: SHORT, ..options(ChannelKind::Standard, 1) };
    let text = format!("{:#}", mine(&mut link, &impatient, &stop).await.unwrap_err());
    assert!(text.starts_with(&format!("{address} has not answered")), "{text}");
    link.close().await;
    stalls.await.unwrap();
    assert_eq!(in_use(&pool), 0);
}

/// Someone between the two changes a byte behind the handshake.
#[tokio::test]
async fn a_tampered_block_is_an_error() {
    let served = Served::new(one_of_two_to_the(4), 15).await;
    let (listener, address) = listener().await;
    let upstream = served.address;
    let relay = tokio::spawn(async move {
        let (mut near, mut near_out) = listener.accept().await.unwrap().0.into_split();
        let (mut far, mut far_out) = TcpStream::connect(upstream).await.unwrap().into_split();
        let down = async move {
            let mut reply = [0; REPLY_LEN];
            far.read_exact(&mut reply).await.unwrap();
            near_out.write_all(&reply).await.unwrap();
            let mut byte = [0];
            far.read_exact(&mut byte).await.unwrap();
            near_out.write_all(&[byte[0] ^ 1]).await.unwrap();
            // The miner may have closed the connection by now.
            drop(tokio::io::copy(&mut far, &mut near_out).await);
        };
        let up = async move {
            drop(tokio::io::copy(&mut near, &mut far_out).await);
        };
        tokio::join!(down, up);
    });
    let pool = Pool::new(&POOL_CONFIG);
    let stream = TcpStream::connect(address).await.unwrap();
    let mut link = NoiseLink::connect(stream, Some(served.key), &pool, LONG).await.unwrap();
    let stop = CancellationToken::new();
    let mined = mine(&mut link, &options(ChannelKind::Standard, 1), &stop).await;
    let error = mined.unwrap_err();
    let text = format!("{error:#}");
    assert!(text.starts_with(&format!("cannot read the next message of {address}")), "{text}");
    let read = error.downcast_ref::<ReadError>().unwrap();
    assert!(matches!(read, ReadError::Frame(FrameError::Forged { .. })), "{read:?}");
    link.close().await;
    relay.await.unwrap();
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

#[tokio::test]
async fn an_upstream_that_is_stopped_ends_the_miner() {
    let served = Served::new([0; 32], 15).await;
    let pool = Pool::new(&POOL_CONFIG);
    let mut link = served.connect(&pool).await;
    let (stop, channels) = (CancellationToken::new(), served.upstream.clone());
    let options = options(ChannelKind::Extended(4), 1);
    let mining = mine(&mut link, &options, &stop);
    let stopping = async {
        while channels.counts.channels.load(Ordering::Relaxed) == 0 {
            tokio::task::yield_now().await;
        }
        served.end().await;
    };
    let (mined, ()) = tokio::join!(mining, stopping);
    let text = format!("{:#}", mined.unwrap_err());
    assert!(text.contains("the connection"), "{text}");
    drop(link);
    assert_eq!(in_use(&pool), 0);
}

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
    block: examples::sv2::template_distribution::SetNewPrevHash,
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

/// The first block of Bitcoin.
#[test]
fn the_genesis_block_has_its_hash() {
    let transaction = hex::decode(
        "01000000010000000000000000000000000000000000000000000000000000000000000000ffffffff4d04ffff001d0104455468652054\
         696d65732030332f4a616e2f32303039204368616e63656c6c6f72206f6e206272696e6b206f66207365636f6e64206261696c6f757420\
         666f722062616e6b73ffffffff0100f2052a01000000434104678afdb0fe5548271967f1a67130b7105cd6a828e03909a67962e0ea1f61\
         deb649f6bc3f4cef38c4f35504e51ec112de5c384df7ba0b8d578a4c702b6bf11d5fac00000000",
    )
    .unwrap();
    let header = BlockHeader {
        version: 1,
        prev_hash: [0; 32],
        merkle_root: coinbase_id(&transaction).unwrap(),
        ntime: 1_231_006_505,
        nbits: 0x1d00_ffff,
        nonce: 2_083_236_893,
    };
    let mut hash = header.hash();
    assert!(meets(&hash, &target_of(header.nbits).unwrap()));
    hash.reverse();
    assert_eq!(
        hex::encode(hash),
        "000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f"
    );
    assert_eq!(BlockHeader::MAX_SIZE, 80);

    // With a witness, the id is the same.
    let (version, rest) = transaction.split_at(4);
    let (middle, lock_time) = rest.split_at(rest.len() - 4);
    let witness = [version, &[0, 1], middle, &[1, 32], &[9; 32], lock_time].concat();
    assert_eq!(coinbase_id(&witness).unwrap(), header.merkle_root);
    assert!(coinbase_id(&witness[..20]).is_err() && coinbase_id(&[1]).is_err());
}

#[test]
fn targets_and_roots() {
    assert_eq!(one_of_two_to_the(0), [0xFF; 32]);
    assert_eq!(&one_of_two_to_the(12)[29..], &[0xFF, 0x0F, 0]);
    let mut easiest = [0; 32];
    easiest[26..28].fill(0xFF);
    assert_eq!(target_of(0x1d00_ffff).unwrap(), easiest);
    assert_eq!(target_of(0x0100_0012).unwrap(), [0; 32], "digits below one are cut");
    assert!(target_of(0xFF00_0001).is_err());
    assert!(meets(&easiest, &easiest));
    let root = merkle_root([1; 32], &[[2; 32]]);
    assert_eq!(root, double_sha256(&[&[1; 32], &[2; 32]]));
}
