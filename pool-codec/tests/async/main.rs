//! Readers and writers with the traits of tokio: cancelled calls, slow streams, and pools without a free slot.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::std_instead_of_core,
    clippy::unwrap_used,
    reason = "a test may panic, and reads best as plain std"
)]

mod answers;
mod backpressure;
mod cancel;
mod codec;
mod discarded;
#[path = "../feed/mod.rs"]
mod feed;
mod hostile_calls;
mod hostile_turns;
mod marked;
mod one_shot;
mod opening;
mod peers;
mod sealed;
mod split;
#[path = "../toy_cipher/mod.rs"]
mod toy_cipher;

use core::pin::Pin;
use core::task::{Context, Poll};
use std::io;

use feed::*;
use pool_dev::executor::once;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

/// A stream that is pending before every byte.
#[derive(Debug)]
struct Drip {
    bytes: Vec<u8>,
    next: usize,
    pending: bool,
}

impl Drip {
    fn new(bytes: Vec<u8>) -> Self {
        Self { bytes, next: 0, pending: false }
    }
}

impl AsyncRead for Drip {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        out: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        self.pending = !self.pending;
        if self.pending {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        if let Some(&byte) = self.bytes.get(self.next) {
            assert!(out.remaining() > 0, "a read with an empty buffer");
            out.put_slice(&[byte]);
            self.next += 1;
        }
        Poll::Ready(Ok(()))
    }
}

/// A stream that is pending before every byte that it accepts, and before it is flushed.
#[derive(Debug, Default)]
struct Sip {
    bytes: Vec<u8>,
    pending: bool,
}

impl Sip {
    fn hesitate(&mut self, context: &mut Context<'_>) -> Poll<()> {
        self.pending = !self.pending;
        if self.pending {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        Poll::Ready(())
    }
}

impl AsyncWrite for Sip {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.hesitate(context).map(|()| {
            self.bytes.extend(bytes.first());
            Ok(bytes.len().min(1))
        })
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.hesitate(context).map(Ok)
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.poll_flush(context)
    }
}
