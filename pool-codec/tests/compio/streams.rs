//! Streams that are pending before every operation.

use std::cell::RefCell;
use std::future::poll_fn;
use std::io;
use std::rc::Rc;
use std::task::Poll;

use compio_buf::{BufResult, IoBuf, IoBufMut, IoVectoredBuf};
use compio_io::{AsyncRead, AsyncWrite};

/// Is pending once.
async fn hesitate() {
    let mut pending = false;
    poll_fn(|context| {
        pending = !pending;
        if pending {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        Poll::Ready(())
    })
    .await;
}

/// Delivers at most `piece` bytes with each read.
#[derive(Debug)]
pub(crate) struct Drip {
    pub(crate) bytes: Vec<u8>,
    pub(crate) next: usize,
    pub(crate) piece: usize,
    /// The reads, counted from one, that fail.
    pub(crate) failing: Vec<(usize, io::ErrorKind)>,
    pub(crate) reads: usize,
    /// The most bytes that a read had room for.
    pub(crate) largest_room: usize,
}

impl Drip {
    pub(crate) fn new(bytes: Vec<u8>, piece: usize) -> Self {
        Self { bytes, next: 0, piece, failing: Vec::new(), reads: 0, largest_room: 0 }
    }
}

impl AsyncRead for Drip {
    async fn read<B: IoBufMut>(&mut self, mut buf: B) -> BufResult<usize, B> {
        hesitate().await;
        let room = buf.buf_capacity();
        assert!(room > 0, "a read with an empty buffer");
        self.largest_room = self.largest_room.max(room);
        self.reads += 1;
        if let Some((_, kind)) = self.failing.iter().find(|(read, _)| *read == self.reads) {
            return BufResult(Err((*kind).into()), buf);
        }
        let end = self.bytes.len().min(self.next + self.piece);
        let mut piece = &self.bytes[self.next..end];
        let BufResult(result, buf) = piece.read(buf).await;
        self.next = end - piece.len();
        BufResult(result, buf)
    }
}

/// The same pieces for the blocking reader.
impl io::Read for Drip {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let end = self.bytes.len().min(self.next + self.piece);
        let mut piece = &self.bytes[self.next..end];
        let count = io::Read::read(&mut piece, out)?;
        self.next += count;
        Ok(count)
    }
}

/// Reports more bytes than it was asked for.
pub(crate) struct Liar;

impl AsyncRead for Liar {
    async fn read<B: IoBufMut>(&mut self, mut buf: B) -> BufResult<usize, B> {
        BufResult(Ok(buf.buf_capacity() + 1), buf)
    }
}

/// Accepts at most `piece` bytes with each write. The bytes are shared, so that a test sees them while a write is in flight.
#[derive(Debug, Clone)]
pub(crate) struct Sip {
    pub(crate) bytes: Rc<RefCell<Vec<u8>>>,
    pub(crate) piece: usize,
    /// The writes, counted from one, that fail.
    pub(crate) failing: Vec<(usize, io::ErrorKind)>,
    pub(crate) writes: usize,
    pub(crate) shut_down: bool,
}

impl Sip {
    pub(crate) fn new(piece: usize) -> Self {
        Self { bytes: Rc::default(), piece, failing: Vec::new(), writes: 0, shut_down: false }
    }

    fn failure(&mut self) -> Option<io::Error> {
        self.writes += 1;
        let failing = self.failing.iter().find(|(write, _)| *write == self.writes);
        failing.map(|(_, kind)| (*kind).into())
    }

    fn accept(&mut self, bytes: &[u8]) -> usize {
        let count = bytes.len().min(self.piece);
        self.bytes.borrow_mut().extend(&bytes[..count]);
        count
    }
}

impl AsyncWrite for Sip {
    async fn write<T: IoBuf>(&mut self, buf: T) -> BufResult<usize, T> {
        hesitate().await;
        if let Some(error) = self.failure() {
            return BufResult(Err(error), buf);
        }
        BufResult(Ok(self.accept(buf.as_init())), buf)
    }

    async fn write_vectored<T: IoVectoredBuf>(&mut self, buf: T) -> BufResult<usize, T> {
        hesitate().await;
        if let Some(error) = self.failure() {
            return BufResult(Err(error), buf);
        }
        let mut count = 0;
        for part in buf.iter_slice() {
            count += self.accept(&part[..part.len().min(self.piece - count)]);
        }
        BufResult(Ok(count), buf)
    }

    async fn flush(&mut self) -> io::Result<()> {
        hesitate().await;
        Ok(())
    }

    async fn shutdown(&mut self) -> io::Result<()> {
        hesitate().await;
        self.shut_down = true;
        Ok(())
    }
}
