//! TLS below the readers and writers: what a wrong, silent or broken peer causes.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use core::sync::atomic::{AtomicBool, Ordering};
use core::time::Duration;
use std::sync::Arc;

use examples::market::{Market, SwapEvent};
use examples::tls::{self, HANDSHAKE};
use pool_codec::tokio::{FrameReader, FrameWriter};
use pool_codec::{FrameSet, Overflow, Pool, PoolConfig};
use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream, duplex};
use tokio_rustls::{client, server};

/// Every slot has a place, so the statistics show each of them.
const CONFIG: PoolConfig = Market::POOL_CONFIG.with_overflow(Overflow::Fail);

const EVENT: SwapEvent =
    SwapEvent { pool_address: [7; 20], amount_in: [1; 32], amount_out: [2; 32] };

type Connected = (client::TlsStream<DuplexStream>, server::TlsStream<DuplexStream>);

async fn connected() -> Connected {
    let (acceptor, connector) = tls::self_signed("localhost").unwrap();
    let (near, far) = duplex(1 << 16);
    let connect = tls::connect(&connector, "localhost", near, HANDSHAKE);
    let (client, server) = tokio::join!(connect, tls::accept(&acceptor, far, HANDSHAKE));
    (client.unwrap(), server.unwrap())
}

fn in_use(pool: &Pool) -> usize {
    pool.stats().classes().map(|class| class.in_use).sum()
}

#[tokio::test]
async fn frames_pass_and_the_end_is_seen() {
    let pool = Pool::new(&CONFIG);
    let (client, server) = connected().await;
    let mut writer = FrameWriter::<_, Market>::new(server, &pool);
    let mut reader = FrameReader::<_, Market>::new(client, &pool);
    for _ in 0..1000 {
        writer.send(&EVENT).await.unwrap();
        writer.flush().await.unwrap();
        let frame = reader.read().await.unwrap().unwrap();
        assert_eq!(frame.decode::<SwapEvent>().unwrap(), EVENT);
    }
    writer.shutdown().await.unwrap();
    assert!(reader.read().await.unwrap().is_none());
    drop((reader, writer));
    assert_eq!(in_use(&pool), 0);
}

#[tokio::test]
async fn a_server_that_nobody_vouches_for_is_refused() {
    let (acceptor, _) = tls::self_signed("localhost").unwrap();
    let (_, stranger) = tls::self_signed("localhost").unwrap();
    let (near, far) = duplex(1 << 16);
    let connect = tls::connect(&stranger, "localhost", near, HANDSHAKE);
    let (client, server) = tokio::join!(connect, tls::accept(&acceptor, far, HANDSHAKE));
    let text = format!("{:#}", client.unwrap_err());
    assert!(
        text.starts_with("the TLS handshake with localhost failed: invalid peer certificate"),
        "{text}"
    );
    let text = format!("{:#}", server.unwrap_err());
    assert!(text.starts_with("the TLS handshake of a client failed"), "{text}");
}

#[tokio::test(start_paused = true)]
async fn a_peer_that_says_nothing_has_until_the_deadline() {
    let (acceptor, connector) = tls::self_signed("localhost").unwrap();
    let (near, far) = duplex(1 << 16);
    let error = tls::accept(&acceptor, near, HANDSHAKE).await.unwrap_err();
    assert!(error.to_string().ends_with("did not complete the TLS handshake in 5s"), "{error}");
    drop(far);
    let (near, _far) = duplex(1 << 16);
    let error = tls::connect(&connector, "localhost", near, HANDSHAKE).await.unwrap_err();
    assert!(error.to_string().starts_with("localhost did not complete"), "{error}");
}

#[tokio::test]
async fn a_peer_without_tls_is_refused() {
    let (acceptor, _) = tls::self_signed("localhost").unwrap();
    let (near, mut far) = duplex(1 << 16);
    far.write_all(b"GET / HTTP/1.1\r\n\r\n").await.unwrap();
    let error = tls::accept(&acceptor, near, HANDSHAKE).await.unwrap_err();
    assert!(format!("{error:#}").contains("InvalidContentType"), "{error:#}");
}

/// Changes a byte on the way, as an attacker would.
#[tokio::test]
async fn a_changed_record_is_an_error_and_no_frame() {
    let (acceptor, connector) = tls::self_signed("localhost").unwrap();
    let ((near, mut left), (mut right, far)) = (duplex(1 << 16), duplex(1 << 16));
    let damage = Arc::new(AtomicBool::new(false));
    let damages = damage.clone();
    let relay = tokio::spawn(async move {
        let (mut bytes, mut answer) = ([0; 4096], [0; 4096]);
        loop {
            tokio::select! {
                len = left.read(&mut bytes) => match len.unwrap() {
                    0 => return,
                                        // The alert of the reader may find nobody.
                    len => drop(right.write_all(&bytes[..len]).await),
                },
                len = right.read(&mut answer) => match len.unwrap() {
                    0 => return,
                                        len => {
                        if damages.load(Ordering::Relaxed) {
                            *answer[..len].last_mut().unwrap() ^= 1;
                        }
                        if left.write_all(&answer[..len]).await.is_err() {
                            return;
                        }
                    }
                },
            }
        }
    });
    let connect = tls::connect(&connector, "localhost", near, HANDSHAKE);
    let (client, server) = tokio::join!(connect, tls::accept(&acceptor, far, HANDSHAKE));
    damage.store(true, Ordering::Relaxed);
    let pool = Pool::new(&CONFIG);
    let mut reader = FrameReader::<_, Market>::new(client.unwrap(), &pool);
    let mut writer = FrameWriter::<_, Market>::new(server.unwrap(), &pool);
    writer.send(&EVENT).await.unwrap();
    writer.flush().await.unwrap();
    let error = reader.read().await.unwrap_err();
    assert!(error.is_fatal(), "{error}");
    assert!(error.to_string().contains("decrypt"), "{error}");
    drop((reader, writer));
    assert_eq!(in_use(&pool), 0);
    relay.await.unwrap();
}

/// A read that times out loses nothing, also in the middle of a TLS record.
#[tokio::test(start_paused = true)]
async fn a_cancelled_read_loses_nothing() {
    let pool = Pool::new(&CONFIG);
    let (client, server) = connected().await;
    let mut writer = FrameWriter::<_, Market>::new(server, &pool);
    let mut reader = FrameReader::<_, Market>::new(client, &pool);
    for round in 0..20 {
        let wait = Duration::from_millis(10);
        assert!(tokio::time::timeout(wait, reader.read()).await.is_err());
        assert_eq!(reader.missing(), 0);
        writer.send(&EVENT).await.unwrap();
        writer.flush().await.unwrap();
        assert!(reader.read().await.unwrap().is_some(), "round {round}");
    }
}

/// An end that the peer did not announce may be an attacker's.
#[tokio::test]
async fn a_cut_stream_is_not_the_end() {
    let pool = Pool::new(&CONFIG);
    let (client, server) = connected().await;
    let mut reader = FrameReader::<_, Market>::new(client, &pool);
    let (stream, _) = server.into_inner();
    drop(stream);
    let error = reader.read().await.unwrap_err();
    assert!(error.is_fatal(), "{error}");
    assert!(error.to_string().contains("close_notify"), "{error}");
    drop(reader);
    assert_eq!(in_use(&pool), 0);
}
