//! Hostile and unlucky peers on real sockets.

use core::time::Duration;
use std::io;

use pool_codec::error::FrameError;
use pool_codec::tokio::{FrameReader, FrameWriter};
use pool_codec::{ReadError, TlvHeader, UnknownFrames};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::timeout;

use super::{BLOB_PREFIX, Market, blob, in_use, pool, stream, tick};

trait Socket: AsyncRead + AsyncWrite + Unpin {}
impl<T: AsyncRead + AsyncWrite + Unpin> Socket for T {}

async fn tcp() -> (TcpStream, TcpStream) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let (near, far) =
        tokio::join!(TcpStream::connect(listener.local_addr().unwrap()), listener.accept());
    let (near, far) = (near.unwrap(), far.unwrap().0);
    near.set_nodelay(true).unwrap();
    (near, far)
}

/// Returns both ends of a TCP connection, and of a Unix socket on platforms that have them.
async fn sockets() -> Vec<(Box<dyn Socket>, Box<dyn Socket>)> {
    let (far, near) = tcp().await;
    let mut sockets: Vec<(Box<dyn Socket>, Box<dyn Socket>)> =
        vec![(Box::new(near), Box::new(far))];
    #[cfg(unix)]
    {
        let (near, far) = tokio::net::UnixStream::pair().unwrap();
        sockets.push((Box::new(near), Box::new(far)));
    }
    sockets
}

async fn next<R: Socket>(reader: &mut FrameReader<R, Market>) -> Market {
    reader.read_message().await.unwrap().expect("a frame")
}

/// Checks that no bytes arrive for now.
async fn nothing<R: Socket>(reader: &mut FrameReader<R, Market>) {
    let read = timeout(Duration::from_millis(20), reader.read()).await;
    assert!(read.is_err(), "{read:?}");
}

#[tokio::test]
async fn every_byte_alone() {
    let messages = [tick(1), blob(0), blob(1500), tick(2)];
    for (near, mut far) in sockets().await {
        let pool = pool();
        let mut reader = FrameReader::<_, Market>::new(near, &pool);
        let send = async {
            for byte in stream(&messages) {
                far.write_all(&[byte]).await.unwrap();
                tokio::task::yield_now().await;
            }
        };
        let receive = async {
            for message in &messages {
                assert!(next(&mut reader).await == *message);
            }
        };
        tokio::join!(send, receive);
        far.shutdown().await.unwrap();
        assert!(reader.read().await.unwrap().is_none());
        drop(reader);
        assert_eq!(in_use(&pool), 0);
    }
}

#[tokio::test]
async fn a_stall_anywhere_loses_nothing() {
    let messages = [tick(1), blob(50_000), tick(2)];
    let bytes = stream(&messages);
    for (near, mut far) in sockets().await {
        let pool = pool();
        let mut reader = FrameReader::<_, Market>::new(near, &pool);
        let mut sent = 0;
        // The stalls are in a header, in a payload in the window, between frames, in the next header, and in a payload with
        // its own slot.
        for stop in [3, 10, 19, 22, 30, 20_000, 50_027, 50_028, 50_030] {
            far.write_all(&bytes[sent..stop]).await.unwrap();
            sent = stop;
            match stop {
                19 => assert!(next(&mut reader).await == messages[0]),
                50_028 => assert!(next(&mut reader).await == messages[1]),
                _ => {}
            }
            nothing(&mut reader).await;
            let between = stop == 19 || stop == 50_028;
            assert_eq!(in_use(&pool) == 0, between, "{} slots at {stop}", in_use(&pool));
        }
        far.write_all(&bytes[sent..]).await.unwrap();
        assert!(next(&mut reader).await == messages[2]);
        nothing(&mut reader).await;
        assert_eq!(in_use(&pool), 0);
    }
}

#[tokio::test]
async fn a_reset_is_fatal_wherever_it_happens() {
    let bytes = stream(&[tick(1), blob(50_000)]);
    for stop in [0, 3, 19, 22, 20_000] {
        let pool = pool();
        let (mut far, near) = tcp().await;
        let mut reader = FrameReader::<_, Market>::new(near, &pool);
        far.write_all(&bytes[..stop]).await.unwrap();
        if stop >= 19 {
            assert!(next(&mut reader).await == tick(1));
        }
        nothing(&mut reader).await;
        far.set_zero_linger().unwrap();
        drop(far);
        let error = reader.read().await.unwrap_err();
        assert!(error.is_fatal(), "{error}");
        let reset = matches!(&error, ReadError::Io(error) if error.kind() == io::ErrorKind::ConnectionReset);
        assert!(reset, "{error}");
        drop(reader);
        assert_eq!(in_use(&pool), 0);
    }
}

#[tokio::test]
async fn a_writer_to_a_closed_peer_fails_and_holds_nothing() {
    for (near, far) in sockets().await {
        let pool = pool();
        let mut writer = FrameWriter::<_, TlvHeader>::new(near, &pool);
        drop(far);
        let mut sent = 0;
        while writer.send(&blob(90_000)).await.is_ok() && writer.flush().await.is_ok() {
            sent += 1;
            assert!(sent < 100, "the peer does not read this");
        }
        drop(writer);
        assert_eq!(in_use(&pool), 0);
    }
}

#[tokio::test]
async fn the_end_is_clean_only_between_frames() {
    let bytes = stream(&[tick(1), blob(30_000)]);
    for end in [0, 1, 5, 6, 18, 19, 20, 24, 25, 27, 1000, bytes.len() - 1, bytes.len()] {
        for (near, mut far) in sockets().await {
            let pool = pool();
            let mut reader = FrameReader::<_, Market>::new(near, &pool);
            far.write_all(&bytes[..end]).await.unwrap();
            far.shutdown().await.unwrap();
            let mut last = reader.read_message::<Market>().await;
            while let Ok(Some(_)) = last {
                last = reader.read_message::<Market>().await;
            }
            let (begin, whole) = if end < 19 { (0, 19) } else { (19, bytes.len()) };
            match last {
                Ok(_) => assert!(end == begin || end == whole, "{end}"),
                Err(ReadError::UnexpectedEof { offset, missing }) => {
                    assert_eq!(offset, begin as u64);
                    // The header contains the length.
                    let known = if end < begin + 6 { begin + 6 } else { whole };
                    assert_eq!(missing, known - end);
                }
                Err(error) => panic!("{error}"),
            }
            assert!(reader.read().await.is_err() != (end == begin || end == whole));
            drop(reader);
            assert_eq!(in_use(&pool), 0);
        }
    }
}

/// A declared length that is allowed takes one slot of the class of the message, until the connection ends.
#[tokio::test]
async fn an_allowed_length_takes_one_slot_until_the_peer_closes() {
    let longest = stream(&[blob(100_000)]);
    for (near, mut far) in sockets().await {
        let pool = pool();
        let mut reader = FrameReader::<_, Market>::new(near, &pool);
        far.write_all(&longest[..6]).await.unwrap();
        nothing(&mut reader).await;
        assert_eq!(in_use(&pool), 1, "the window is released, and the slot of the payload is held");
        drop(far);
        let error = reader.read().await.unwrap_err();
        let missing = 100_000 + BLOB_PREFIX - 6;
        let ends =
            matches!(error, ReadError::UnexpectedEof { offset: 0, missing: m } if m == missing);
        assert!(ends, "{error}");
        drop(reader);
        assert_eq!(in_use(&pool), 0);
    }
}

#[tokio::test]
async fn unknown_ids_are_rejected_or_skipped_however_long_they_are() {
    let mut bytes = Vec::new();
    for (id, len) in [(3_u16, 0_u32), (0xFFFF, 200_000), (0, 17_000)] {
        bytes.extend(id.to_le_bytes());
        bytes.extend(len.to_le_bytes());
        bytes.resize(bytes.len() + len as usize, 0xEE);
        bytes.extend(stream(&[tick(len.into())]));
    }
    for unknown in [UnknownFrames::Reject, UnknownFrames::Skip] {
        for (near, mut far) in sockets().await {
            let pool = pool();
            let mut reader =
                FrameReader::<_, Market>::new(near, &pool).with_unknown_frames(unknown);
            let send = async {
                far.write_all(&bytes).await.unwrap();
                far.shutdown().await.unwrap();
            };
            let receive = async {
                let (mut prices, mut ids) = (Vec::new(), Vec::new());
                loop {
                    match reader.read_message::<Market>().await {
                        Ok(Some(Market::Tick(tick))) => prices.push(tick.price),
                        Ok(None) => return (prices, ids),
                        Err(ReadError::Frame(FrameError::UnknownId { id, .. })) => ids.push(id),
                        other => panic!("{other:?}"),
                    }
                    assert!(in_use(&pool) <= 1, "only the window is in use");
                }
            };
            let ((), (prices, ids)) = tokio::join!(send, receive);
            assert_eq!(prices, [0, 200_000, 17_000]);
            let rejected = unknown == UnknownFrames::Reject;
            assert_eq!(ids, if rejected { vec![3, 0xFFFF, 0] } else { vec![] });
            drop(reader);
            assert_eq!((in_use(&pool), pool.stats().jumbo()), (0, 0));
        }
    }
}

#[tokio::test]
async fn garbage_causes_errors_and_takes_at_most_one_frame() {
    let mut state = 7_u64;
    let mut random = || {
        state = state.wrapping_mul(0x5851_F42D_4C95_7F2D).wrapping_add(0x1405_7B7E_F767_814F);
        (state >> 33) as u32
    };
    for round in 0..100 {
        for (near, mut far) in sockets().await {
            let pool = pool();
            // Every other stream has valid ids, and lengths that are often too short or too long.
            let mut garbage = Vec::new();
            for _ in 0..200 {
                if round % 2 == 0 {
                    garbage.extend((1 + random() as u16 % 3).to_le_bytes());
                    garbage.extend((random() % (1 << (random() % 18))).to_le_bytes());
                }
                garbage.extend((0..random() % 60).map(|_| random() as u8));
            }
            let mut reader = FrameReader::<_, Market>::new(near, &pool);
            let send = async {
                far.write_all(&garbage).await.unwrap();
                far.shutdown().await.unwrap();
            };
            let receive = async {
                let mut calls = 0;
                loop {
                    match reader.read_held::<Market>().await {
                        Ok(None) => return,
                        Ok(Some(_)) => {}
                        Err(error) if error.is_fatal() => return,
                        Err(_) => {}
                    }
                    calls += 1;
                    assert!(calls <= garbage.len(), "each call consumes at least a header");
                    assert!(in_use(&pool) <= 2, "the window and one payload");
                }
            };
            tokio::join!(send, receive);
            drop(reader);
            assert_eq!(in_use(&pool), 0);
        }
    }
}

#[tokio::test]
async fn ten_thousand_tiny_frames_in_one_write() {
    let messages: Vec<_> = (0..10_000).map(tick).collect();
    let bytes = stream(&messages);
    for (near, mut far) in sockets().await {
        let pool = pool();
        let mut reader = FrameReader::<_, Market>::new(near, &pool);
        let send = async {
            far.write_all(&bytes).await.unwrap();
            far.shutdown().await.unwrap();
        };
        let receive = async {
            for message in &messages {
                assert!(next(&mut reader).await == *message);
            }
            assert!(reader.read().await.unwrap().is_none());
        };
        tokio::join!(send, receive);
        let (taken, high): (Vec<_>, Vec<_>) =
            pool.stats().classes().map(|class| (class.hits, class.high_water)).unzip();
        assert_eq!(high.iter().sum::<usize>(), 1, "one window");
        // There is at most one per read, and each read returns hundreds of frames.
        assert!(taken.iter().sum::<u64>() < 1000, "{}", pool.stats());
    }
}

#[tokio::test]
async fn bytes_after_a_frame_are_handed_over() {
    for (near, mut far) in sockets().await {
        let pool = pool();
        let mut bytes = stream(&[tick(1)]);
        bytes.extend(b"and now something else");
        far.write_all(&bytes).await.unwrap();
        far.shutdown().await.unwrap();
        let mut near = near;
        let frame = pool_codec::tokio::read_frame_pooled::<Market>(&mut near, &pool).await;
        assert!(frame.unwrap().unwrap().decode::<Market>().unwrap() == tick(1));
        let mut rest = String::new();
        near.read_to_string(&mut rest).await.unwrap();
        assert_eq!(rest, "and now something else");
    }
}
