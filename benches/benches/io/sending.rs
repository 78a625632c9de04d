//! The other direction: sends frames to a stream that accepts everything at once.

use core::hint::black_box;
use core::pin::Pin;
use core::task::{Context, Poll};
use std::io::{self, Write};
use std::time::Instant;

use ::tokio::io::AsyncWrite;
use benches::harness::Run;
use bytes::{Bytes, BytesMut};
use codec_sv2::Encoder;
use futures::SinkExt;
use pool_codec::{EncodeFrame, FrameWriter, Sv2Header, tokio};
use tokio_util::codec::{FramedWrite, LengthDelimitedCodec};

use crate::contenders::delimited::{self, Format, Prost};
use crate::contenders::{ours, stratum};
use crate::content::{Content, Size};
use crate::memory;

/// One cell of the table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sent {
    pub(crate) name: &'static str,
    pub(crate) size: Size,
    pub(crate) ns: f64,
    pub(crate) allocations: f64,
}

/// A stream that counts its bytes.
#[derive(Debug, Default)]
struct Sink(u64);

impl Write for Sink {
    #[inline]
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += black_box(bytes).len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl AsyncWrite for Sink {
    #[inline]
    fn poll_write(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Poll::Ready(self.get_mut().write(bytes))
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}

/// A way to send one message again and again.
trait Sender: 'static {
    async fn send(&mut self);

    /// Writes the buffered bytes and returns the number of bytes sent so far.
    async fn flush(&mut self) -> u64;
}

/// Creates a run of `sender`. Checks once, untimed, that each frame has `frame_len` bytes.
fn run(mut sender: impl Sender, frame_len: usize) -> Run {
    let sent = memory::run(async {
        for _ in 0..1000 {
            sender.send().await;
        }
        sender.flush().await
    });
    assert_eq!(sent, 1000 * frame_len as u64, "bytes sent");
    Box::new(move |count| {
        let start = Instant::now();
        let sent = memory::run(async {
            for _ in 0..count {
                sender.send().await;
            }
            sender.flush().await
        });
        black_box(sent);
        start.elapsed()
    })
}

/// The lower bound: copies an encoded frame after the previous one, and writes the same amount at a time as ours.
struct Copies {
    frame: Vec<u8>,
    batch: Vec<u8>,
    sink: Sink,
}

impl Sender for Copies {
    #[inline(always)]
    async fn send(&mut self) {
        if self.batch.len() + self.frame.len() > self.batch.capacity() {
            self.sink.write_all(&self.batch).expect("is taken");
            self.batch.clear();
        }
        self.batch.extend_from_slice(black_box(&self.frame));
    }

    async fn flush(&mut self) -> u64 {
        self.sink.write_all(&self.batch).expect("is taken");
        self.batch.clear();
        self.sink.0
    }
}

/// Sends with `FrameWriter::send`.
struct Ours<M>(FrameWriter<Sink, Sv2Header>, M);

impl<M: EncodeFrame + 'static> Sender for Ours<M> {
    #[inline(always)]
    async fn send(&mut self) {
        self.0.send(black_box(&self.1)).expect("is taken");
    }

    async fn flush(&mut self) -> u64 {
        self.0.flush().expect("is taken");
        self.0.get_ref().0
    }
}

/// Sends with the `FrameWriter` for tokio.
struct OursAsync<M>(tokio::FrameWriter<Sink, Sv2Header>, M);

impl<M: EncodeFrame + 'static> Sender for OursAsync<M> {
    #[inline(always)]
    async fn send(&mut self) {
        self.0.send(black_box(&self.1)).await.expect("is taken");
    }

    async fn flush(&mut self) -> u64 {
        self.0.flush().await.expect("is taken");
        self.0.get_ref().0
    }
}

/// Encodes with `Encoder::encode` and writes each frame, because the encoder has no buffer.
struct Stratum<M>(Sink, Encoder, M);

impl<M: stratum::Message> Sender for Stratum<M> {
    #[inline(always)]
    async fn send(&mut self) {
        let frame = stratum::encode(black_box(&self.2), &mut self.1);
        self.0.write_all(frame.as_ref()).expect("is taken");
    }

    async fn flush(&mut self) -> u64 {
        self.0.0
    }
}

/// Sends with `SinkExt::feed`. The codec buffers 8 KiB.
struct Delimited<F: Format> {
    framed: FramedWrite<Sink, LengthDelimitedCodec>,
    room: BytesMut,
    message: F::Message,
}

impl<F: Format> Delimited<F> {
    fn new(size: Size) -> Self {
        Self {
            framed: FramedWrite::new(Sink::default(), LengthDelimitedCodec::new()),
            room: BytesMut::with_capacity(64 * 1024),
            message: F::new(&Content::new(size, 7)),
        }
    }

    fn frame_len(&mut self) -> usize {
        4 + F::encode(&self.message, &mut self.room).len()
    }
}

impl<F: Format> Sender for Delimited<F> {
    #[inline(always)]
    async fn send(&mut self) {
        let payload = F::encode(black_box(&self.message), &mut self.room);
        self.framed.feed(payload).await.expect("is taken");
    }

    async fn flush(&mut self) -> u64 {
        SinkExt::<Bytes>::flush(&mut self.framed).await.expect("is taken");
        self.framed.get_ref().0
    }
}

/// Returns all rows, in the order of the table.
pub(crate) fn rows() -> Vec<(&'static str, Size, Run)> {
    let (small, large) = (Content::new(Size::Small, 7), Content::new(Size::Large, 7));
    let copies = |size: Size| {
        let frame = vec![7; 6 + size.payload()];
        let (len, batch) = (frame.len(), Vec::with_capacity(ours::WINDOW.max(frame.len())));
        run(Copies { frame, batch, sink: Sink::default() }, len)
    };
    let writer = || FrameWriter::new(Sink::default(), &ours::POOL);
    let async_writer = || tokio::FrameWriter::new(Sink::default(), &ours::POOL);
    let stratum = || (Sink::default(), Encoder::new());
    fn delimited<F: Format>(size: Size) -> Run {
        let mut sender = Delimited::<F>::new(size);
        let len = sender.frame_len();
        run(sender, len)
    }
    let stratum_small = stratum::Message::new(small.clone());
    let stratum_large = stratum::Message::new(large.clone());
    let ((sink_a, encoder_a), (sink_b, encoder_b)) = (stratum(), stratum());
    vec![
        ("copying loop", Size::Small, copies(Size::Small)),
        ("copying loop", Size::Large, copies(Size::Large)),
        ("ours", Size::Small, run(Ours(writer(), ours::Small::from(&small)), 106)),
        ("ours", Size::Large, run(Ours(writer(), ours::Large::from(&large)), 4102)),
        (
            "ours, tokio",
            Size::Small,
            run(OursAsync(async_writer(), ours::Small::from(&small)), 106),
        ),
        (
            "ours, tokio",
            Size::Large,
            run(OursAsync(async_writer(), ours::Large::from(&large)), 4102),
        ),
        (
            "codec_sv2",
            Size::Small,
            run(Stratum::<stratum::Small<'_>>(sink_a, encoder_a, stratum_small), 106),
        ),
        (
            "codec_sv2",
            Size::Large,
            run(Stratum::<stratum::Large<'_>>(sink_b, encoder_b, stratum_large), 4102),
        ),
        ("length-delimited, wincode", Size::Small, delimited::<delimited::SmallOwned>(Size::Small)),
        ("length-delimited, wincode", Size::Large, delimited::<delimited::LargeOwned>(Size::Large)),
        ("length-delimited, prost", Size::Small, delimited::<Prost>(Size::Small)),
        ("length-delimited, prost", Size::Large, delimited::<Prost>(Size::Large)),
    ]
}
