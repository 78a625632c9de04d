//! Connections that fail: wrong keys, cuts, stalls, changed bytes and a peer that stops.

use core::sync::atomic::Ordering;
use core::time::Duration;

use examples::roles::POOL_CONFIG;
use examples::roles::link::{NoiseLink, PlainLink};
use examples::roles::miner::{ChannelKind, Options, mine};
use examples::roles::work::one_of_two_to_the;
use examples::sv2::Sv2;
use pool_codec::error::FrameError;
use pool_codec::{Pool, ReadError};
use pool_noise::{Authority, HELLO_LEN, REPLY_LEN};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_util::sync::CancellationToken;

use crate::{LONG, Served, in_use, listener, options};

/// A peer that has this long says nothing at all.
const SHORT: Duration = Duration::from_millis(50);

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
    let (listener, address) = crate::listener().await;
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
    let (listener, address) = crate::listener().await;
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
