//! A declared length that is too long takes no memory, neither from the pool nor from the heap.

use core::time::Duration;
use std::io::Write;
use std::net::{TcpListener, TcpStream};

use futures::StreamExt;
use pool_codec::error::FrameError;
use pool_codec::tokio::{FrameCodec, FrameReader as AsyncReader};
use pool_codec::{Bytes, Frame, FrameReader, FrameSet, Pool, ReadError, Sv2Header, TlvHeader};
use pool_dev::allocator::PerThread;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::runtime::Builder;
use tokio::time::timeout;
use tokio_util::codec::FramedRead;

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1, borrow)]
struct Note {
    text: Bytes<40_000>,
}

#[derive(Debug, FrameSet)]
#[frames(header = Sv2Header, borrow)]
enum UnderSv2 {
    Note(Note),
}

#[derive(Debug, FrameSet)]
#[frames(header = TlvHeader, borrow)]
enum UnderTlv {
    Note(Note),
}

/// Returns a note of one byte, and then the header of a note with the longest possible length, whose payload never
/// arrives.
const SV2: &[u8] = &[0, 0, 1, 3, 0, 0, 1, 0, 7, 0, 0, 1, 0xFF, 0xFF, 0xFF];
const TLV: &[u8] = &[1, 0, 3, 0, 0, 0, 1, 0, 7, 1, 0, 0xFF, 0xFF, 0xFF, 0xFF];

fn in_use(pool: &Pool) -> usize {
    pool.stats().classes().map(|class| class.in_use).sum()
}

fn is_too_large(error: &ReadError, declared: usize) -> bool {
    matches!(error, ReadError::Frame(FrameError::TooLarge { len, max: 40_002, offset: 9, .. }) if *len == declared)
}

fn pair() -> (TcpStream, TcpStream) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let near = TcpStream::connect(listener.local_addr().unwrap()).unwrap();
    (near, listener.accept().unwrap().0)
}

fn over_std<S: FrameSet>(bytes: &[u8], declared: usize) {
    let pool = Pool::new(&S::POOL_CONFIG);
    let (near, mut far) = pair();
    near.set_read_timeout(Some(Duration::from_millis(20))).unwrap();
    let mut reader = FrameReader::<_, S>::new(near, &pool);
    // The first frame makes the pool allocate the window's class.
    far.write_all(bytes).unwrap();
    assert_eq!(reader.read().unwrap().unwrap().id(), 1);

    let start = PerThread::start();
    let error = reader.read().unwrap_err();
    assert!(is_too_large(&error, declared), "{error}");
    for _ in 0..3 {
        let error = reader.read().unwrap_err();
        assert!(!error.is_fatal(), "{error}");
        assert_eq!(in_use(&pool), 0, "no byte of the frame is held");
    }
    far.write_all(&[0xEE; 1000]).unwrap();
    drop(far);
    let missing = declared - 1000;
    let error = reader.read().unwrap_err();
    assert!(matches!(error, ReadError::UnexpectedEof { offset: 9, missing: m } if m == missing));
    drop(reader);
    assert_eq!(in_use(&pool), 0);
    assert_eq!(pool.stats().jumbo(), 0);
    assert_eq!(start.allocated(), 0, "bytes allocated on the heap");
}

async fn over_tokio<S: FrameSet>(bytes: &[u8], declared: usize) {
    let pool = Pool::new(&S::POOL_CONFIG);
    let (near, far) = pair();
    let [near, mut far] = [near, far].map(|stream| {
        stream.set_nonblocking(true).unwrap();
        tokio::net::TcpStream::from_std(stream).unwrap()
    });
    let mut reader = AsyncReader::<_, S>::new(near, &pool);
    far.write_all(bytes).await.unwrap();
    assert_eq!(reader.read().await.unwrap().unwrap().id(), 1);

    let start = PerThread::start();
    let error = reader.read().await.unwrap_err();
    assert!(is_too_large(&error, declared), "{error}");
    for _ in 0..3 {
        assert!(timeout(Duration::from_millis(20), reader.read()).await.is_err());
        assert_eq!(in_use(&pool), 0, "no byte of the frame is held");
    }
    far.write_all(&[0xEE; 1000]).await.unwrap();
    drop(far);
    let missing = declared - 1000;
    let error = reader.read().await.unwrap_err();
    assert!(matches!(error, ReadError::UnexpectedEof { offset: 9, missing: m } if m == missing));
    let (mut stream, decoder) = reader.into_parts();
    drop(decoder);
    assert_eq!(in_use(&pool), 0);
    assert_eq!(pool.stats().jumbo(), 0);
    assert_eq!(start.allocated(), 0, "bytes allocated on the heap");
    assert_eq!(stream.read(&mut [0]).await.unwrap(), 0);
}

/// `Framed` reads into its own buffer, which does not have to grow for dropped frames.
async fn over_framed<S: FrameSet>(bytes: &[u8], declared: usize) {
    let mut all = bytes.to_vec();
    all.resize(bytes.len() + 500_000, 0xEE);
    let mut frames = FramedRead::new(&all[..], FrameCodec::<S>::new());
    assert!(frames.next().await.unwrap().is_ok());
    let start = PerThread::start();
    let error = frames.next().await.unwrap().err().unwrap();
    assert!(is_too_large(&error, declared), "{error}");
    assert!(frames.next().await.is_none(), "the stream always pauses after an error");
    let error = frames.next().await.unwrap().err().unwrap();
    let missing = declared - 500_000;
    assert!(matches!(error, ReadError::UnexpectedEof { offset: 9, missing: m } if m == missing));
    let grown = start.allocated();
    assert!(grown <= 64 << 10, "{grown} bytes of the heap");
}

#[test]
fn sv2_declares_16_mib() {
    over_std::<UnderSv2>(SV2, 0xFF_FFFF);
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(over_tokio::<UnderSv2>(SV2, 0xFF_FFFF));
    runtime.block_on(over_framed::<UnderSv2>(SV2, 0xFF_FFFF));
}

#[test]
fn tlv_declares_4_gib() {
    over_std::<UnderTlv>(TLV, 0xFFFF_FFFF);
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(over_tokio::<UnderTlv>(TLV, 0xFFFF_FFFF));
    runtime.block_on(over_framed::<UnderTlv>(TLV, 0xFFFF_FFFF));
}
