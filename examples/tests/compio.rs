//! Frames over sockets on the runtime of compio, with each of its drivers that this machine has.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::std_instead_of_core,
    clippy::unwrap_used,
    reason = "a test may panic, and reads best as plain std"
)]

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;

use compio::BufResult;
use compio::driver::{DriverType, ProactorBuilder};
use compio::io::{AsyncWrite, AsyncWriteExt};
use compio::net::{TcpListener, TcpStream};
use compio::runtime::{Runtime, RuntimeBuilder};
use pool_codec::compio::{FrameReader, FrameWriter};
use pool_codec::{Bytes, Frame, FrameSet, Pool, TlvHeader};

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1, borrow)]
struct Blob {
    content: Bytes<100_000>,
}

#[derive(Debug, Clone, PartialEq, FrameSet)]
#[frames(header = TlvHeader, borrow)]
enum Blobs {
    Blob(Blob),
}

/// Returns small frames, and frames with slots of their own.
fn messages() -> Vec<Blob> {
    let lens = [0, 1, 40, 100_000, 16_384, 7, 70_000, 300];
    let content = |len: usize| (0..len).map(|index| (index % 251) as u8).collect::<Vec<_>>();
    lens.map(|len| Blob { content: content(len).try_into().unwrap() }).into()
}

fn in_use(pool: &Pool) -> usize {
    pool.stats().classes().map(|class| class.in_use).sum()
}

/// Runs `test` on each driver. io_uring may be missing or forbidden, for example in a container.
fn on_each_driver(test: impl AsyncFn(&Pool)) {
    for driver in [DriverType::Poll, DriverType::IoUring] {
        let mut proactor = ProactorBuilder::new();
        proactor.driver_type(driver);
        let runtime = match RuntimeBuilder::new().with_proactor(proactor).build() {
            Ok(runtime) => runtime,
            Err(error) if driver == DriverType::IoUring => {
                println!("no io_uring here ({error}): only the poll driver is tested");
                continue;
            }
            Err(error) => panic!("{driver:?}: {error}"),
        };
        println!("tested on {:?}", runtime.driver_type());
        assert_eq!(runtime.driver_type(), driver);
        let pool = Pool::new(&Blobs::POOL_CONFIG);
        Runtime::block_on(&runtime, test(&pool));
        // The kernel may own buffers of cancelled operations until the driver ends.
        drop(runtime);
        assert_eq!((in_use(&pool), pool.stats().discarded()), (0, 0), "{driver:?}");
    }
}

/// A connection over loopback: the ends of the client and of the server.
async fn connect() -> (TcpStream, TcpStream) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let client = TcpStream::connect(listener.local_addr().unwrap()).await.unwrap();
    let (server, _) = listener.accept().await.unwrap();
    (client, server)
}

/// Polls a future once and drops it.
async fn once<T>(future: impl Future<Output = T>) -> Option<T> {
    let mut future = pin!(future);
    match poll_fn(|context| Poll::Ready(future.as_mut().poll(context))).await {
        Poll::Ready(output) => Some(output),
        Poll::Pending => None,
    }
}

/// Waits until the operation of a cancelled call wakes this task.
async fn woken() {
    let mut waited = false;
    poll_fn(|_| match core::mem::replace(&mut waited, true) {
        true => Poll::Ready(()),
        false => Poll::Pending,
    })
    .await;
}

/// Lets the other tasks run.
async fn yielded() {
    let mut yielded = false;
    poll_fn(|context| {
        context.waker().wake_by_ref();
        match core::mem::replace(&mut yielded, true) {
            true => Poll::Ready(()),
            false => Poll::Pending,
        }
    })
    .await;
}

#[test]
fn a_server_answers_frames_of_all_sizes() {
    on_each_driver(async |pool| {
        let (client, server) = connect().await;
        let of_server = pool.clone();
        let answering = compio::runtime::spawn(async move {
            let (read, write) = server.into_split();
            let mut reader = FrameReader::<_, Blobs>::new(read, &of_server);
            let mut writer = FrameWriter::<_, Blobs>::new(write, &of_server);
            while let Some(Blobs::Blob(blob)) = reader.read_message().await.unwrap() {
                writer.send(&blob).await.unwrap();
                writer.flush().await.unwrap();
            }
            writer.shutdown().await.unwrap();
        });
        let (read, write) = client.into_split();
        let mut reader = FrameReader::<_, Blobs>::new(read, pool);
        let mut writer = FrameWriter::<_, Blobs>::new(write, pool);
        for blob in messages() {
            writer.send(&blob).await.unwrap();
            writer.flush().await.unwrap();
            let held = reader.read_held::<Blob>().await.unwrap().unwrap();
            assert!(held.into_owned() == blob);
        }
        writer.shutdown().await.unwrap();
        assert!(reader.read().await.unwrap().is_none());
        answering.await.unwrap();
    });
}

/// Every call is cancelled whenever it would wait for the kernel. Reads complete while no call waits for them.
#[test]
fn cancelled_calls_lose_nothing() {
    on_each_driver(async |pool| {
        let (client, server) = connect().await;
        let of_sender = pool.clone();
        let sending = compio::runtime::spawn(async move {
            let mut writer = FrameWriter::<_, Blobs>::new(client, &of_sender);
            let mut cancelled = 0;
            for blob in messages() {
                while once(writer.send(&blob)).await.map(Result::unwrap).is_none() {
                    cancelled += 1;
                    woken().await;
                }
                while once(writer.flush()).await.map(Result::unwrap).is_none() {
                    cancelled += 1;
                    woken().await;
                }
                yielded().await;
            }
            while once(writer.shutdown()).await.map(Result::unwrap).is_none() {
                woken().await;
            }
            cancelled
        });
        let mut reader = FrameReader::<_, Blobs>::new(server, pool);
        let (mut found, mut cancelled) = (Vec::new(), 0);
        loop {
            match once(reader.read_message::<Blob>()).await {
                Some(blob) => match blob.unwrap() {
                    Some(blob) => found.push(blob),
                    None => break,
                },
                None => {
                    cancelled += 1;
                    woken().await;
                }
            }
        }
        assert!(found == messages(), "{} frames", found.len());
        // A write may complete at once, but the first byte cannot be there before the first read.
        let of_sender = sending.await.unwrap();
        println!("{cancelled} reads and {of_sender} writes were cancelled");
        assert!(cancelled > 0, "no call was cancelled");
    });
}

/// A reader that is dropped inside a frame, with a read in flight, leaves no slot behind.
#[test]
fn a_dropped_reader_releases_its_slot() {
    on_each_driver(async |pool| {
        let (mut client, server) = connect().await;
        // The header of a frame of 100,000 bytes and its length prefix, and the first bytes of it.
        let mut bytes = vec![1, 0, 0xA3, 0x86, 1, 0, 0xA0, 0x86, 1];
        bytes.resize(1000, 7);
        let BufResult(sent, _) = client.write_all(bytes).await;
        sent.unwrap();
        let mut reader = FrameReader::<_, Blobs>::new(server, pool);
        loop {
            assert!(once(reader.read()).await.is_none(), "the frame is not complete");
            if reader.missing() == 100_009 - 1000 {
                break;
            }
            woken().await;
        }
        assert!(reader.get_ref().is_none(), "a read is in flight");
        assert_eq!(in_use(pool), 2, "the window and the slot of the frame");
        drop(reader);
        client.shutdown().await.unwrap();
    });
}
