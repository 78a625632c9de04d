//! Connections over tokio: cancelled calls and deadlines.

use core::pin::Pin;
use core::task::{Context, Poll};
use std::io;
use std::time::Duration;

use pool_codec::sealed::{Open, Seal};
use pool_dev::executor::once;
use pool_noise::tokio::{Connection, accept, connect, exchange};
use pool_noise::{ConnectError, HELLO_LEN, Handshake, REPLY_LEN};
use tokio::io::{AsyncRead, AsyncWrite, DuplexStream, ReadBuf, duplex};

use crate::{Blob, Set, authority, blob, in_use, pool};

/// A stream that is pending before every byte, in both directions.
struct Drip {
    stream: DuplexStream,
    pending: bool,
}

impl Drip {
    fn hesitates(&mut self, context: &mut Context<'_>) -> bool {
        self.pending = !self.pending;
        if self.pending {
            context.waker().wake_by_ref();
        }
        self.pending
    }
}

impl AsyncRead for Drip {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        out: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if self.hesitates(context) {
            return Poll::Pending;
        }
        let mut byte = [0];
        let mut one = ReadBuf::new(&mut byte);
        let read = Pin::new(&mut self.stream).poll_read(context, &mut one);
        out.put_slice(one.filled());
        read
    }
}

impl AsyncWrite for Drip {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        if self.hesitates(context) {
            return Poll::Pending;
        }
        Pin::new(&mut self.stream).poll_write(context, &bytes[..bytes.len().min(1)])
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

/// Every future is polled once and dropped, at every byte of both messages.
#[test]
fn a_cancelled_exchange_continues_at_the_same_byte() {
    let (authority, keys) = authority();
    let (near, far) = duplex(1 << 10);
    let [mut near, mut far] = [near, far].map(|stream| Drip { stream, pending: false });
    let mut ours = Handshake::connect(Some(authority.public_key())).unwrap();
    let mut theirs = Handshake::accept(&keys);
    let (mut cancelled, mut done) = (0, [false; 2]);
    while done != [true; 2] {
        if !done[0] {
            match once(exchange(&mut near, &mut ours)) {
                Poll::Ready(result) => done[0] = result.map(|()| true).unwrap(),
                Poll::Pending => cancelled += 1,
            }
        }
        if !done[1] {
            match once(exchange(&mut far, &mut theirs)) {
                Poll::Ready(result) => done[1] = result.map(|()| true).unwrap(),
                Poll::Pending => cancelled += 1,
            }
        }
    }
    assert!(cancelled >= 2 * (HELLO_LEN + REPLY_LEN), "{cancelled}");
    let [mut near, mut far] = [ours, theirs].map(|side| side.into_session().unwrap());
    let (mut block, mut mac) = ([1, 2, 3], [0; 16]);
    near.seal.seal(&mut block, &mut mac).unwrap();
    far.open.open(&mut block, &mac).unwrap();
    assert_eq!(block, [1, 2, 3]);
}

const LONG: Duration = Duration::from_secs(60);

#[tokio::test]
async fn frames_pass_in_both_directions() {
    let pool = pool();
    let (authority, keys) = authority();
    let (near, far) = duplex(1 << 12);
    let client = async {
        let key = Some(authority.public_key());
        let (mut reader, mut writer): Connection<_, Set, Set> =
            connect(near, key, &pool, LONG).await.unwrap();
        for len in [3, 100, 70_000, 190_000] {
            writer.send(&blob(len)).await.unwrap();
            writer.flush().await.unwrap();
            assert_eq!(reader.read_message::<Blob>().await.unwrap(), Some(blob(len)));
        }
        writer.shutdown().await.unwrap();
        assert!(reader.read().await.unwrap().is_none());
    };
    let server = async {
        let (mut reader, mut writer): Connection<_, Set, Set> =
            accept(far, &keys, &pool, LONG).await.unwrap();
        while let Some(held) = reader.read_held::<Blob>().await.unwrap() {
            writer.send(&held).await.unwrap();
            writer.flush().await.unwrap();
        }
        writer.shutdown().await.unwrap();
    };
    tokio::join!(client, server);
    assert_eq!((in_use(&pool), pool.stats().discarded()), (0, 0));
}

#[tokio::test]
async fn a_stalled_peer_is_an_error() {
    let pool = pool();
    let (_, keys) = authority();
    let within = Duration::from_millis(20);
    let (near, far) = duplex(1 << 10);
    let late: Result<Connection<_, Set, Set>, _> = accept(far, &keys, &pool, within).await;
    assert!(matches!(late, Err(ConnectError::TimedOut { missing: HELLO_LEN, .. })));
    drop(near);
    // A peer that does not even take the first message.
    let (near, far) = duplex(8);
    let late: Result<Connection<_, Set, Set>, _> = connect(near, None, &pool, within).await;
    assert!(matches!(late, Err(ConnectError::TimedOut { missing: REPLY_LEN, .. })));
    drop(far);
    let (near, far) = duplex(1 << 10);
    drop(near);
    let closed: Result<Connection<_, Set, Set>, _> = accept(far, &keys, &pool, LONG).await;
    assert!(matches!(closed, Err(ConnectError::Closed { missing: HELLO_LEN })));
    assert_eq!(in_use(&pool), 0);
}
