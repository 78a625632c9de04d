//! The opening exchange over tokio.

use core::time::Duration;

use pool_codec::error::OpenError;
use pool_codec::opening::Opening;
use pool_codec::prelude::*;
use pool_codec::tokio::open;
use pool_codec::{Str, TlvHeader};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1)]
struct Tick {
    price: u64,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1)]
struct NamedTick {
    price: u64,
    venue: Str<20>,
}

#[derive(Debug, FrameSet)]
#[frames(header = TlvHeader)]
enum Old {
    Tick(Tick),
}

#[derive(Debug, FrameSet)]
#[frames(header = TlvHeader)]
enum New {
    Tick(NamedTick),
}

#[tokio::test]
async fn peers_with_small_buffers() {
    let (mut ours, mut theirs) = tokio::io::duplex(1);
    let (mut first, mut second) = (Opening::<Old>::new(), Opening::<New>::new());
    let (first, second) = tokio::join!(open(&mut ours, &mut first), open(&mut theirs, &mut second));
    assert!(!first.unwrap().has(1));
    let error = second.unwrap().require_equal().unwrap_err();
    assert_eq!(error.differences.len(), 1);
}

/// A call that is cancelled at any point continues with the next one.
#[tokio::test]
async fn cancelled_calls_lose_nothing() {
    for allowed in 0..60 {
        let (mut ours, mut theirs) = tokio::io::duplex(1);
        let peer = tokio::spawn(async move {
            let agreement = open(&mut theirs, &mut Opening::<New>::new()).await.unwrap();
            assert!(!agreement.is_equal());
            theirs.write_all(b"frame").await.unwrap();
        });
        let mut opening = Opening::<Old>::new();
        for _ in 0..allowed {
            let mut call = core::pin::pin!(open(&mut ours, &mut opening));
            // One poll, then the future is dropped.
            let polled = core::future::poll_fn(|context| {
                core::task::Poll::Ready(call.as_mut().poll(context).is_ready())
            });
            if polled.await {
                break;
            }
            tokio::task::yield_now().await;
        }
        assert!(!open(&mut ours, &mut opening).await.unwrap().is_equal());
        let mut next = [0; 5];
        ours.read_exact(&mut next).await.unwrap();
        assert_eq!(&next, b"frame");
        peer.await.unwrap();
    }
}

#[tokio::test(start_paused = true)]
async fn a_silent_peer_is_a_time_out() {
    let (mut ours, theirs) = tokio::io::duplex(64);
    let mut opening = Opening::<Old>::new();
    let limit = Duration::from_secs(5);
    assert!(tokio::time::timeout(limit, open(&mut ours, &mut opening)).await.is_err());
    drop(theirs);
    let error = open(&mut ours, &mut opening).await.unwrap_err();
    assert!(matches!(error, OpenError::Closed { missing: 28 }), "{error}");
}
