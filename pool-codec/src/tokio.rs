//! Frames over tokio: `AsyncRead`, `AsyncWrite`, `Framed`.
//!
//! [`FrameReader`] and [`FrameWriter`] are those of the crate's root with `.await`. Use them for connections.
//! [`FrameCodec`] serves programs that are built on tokio-util's `Framed`. [`read_frame_pooled`] reads one frame from a
//! stream that another reader continues. Import these types by name: `use pool_codec::*` would hide the crate `tokio`.
//!
//! # Cancellation
//!
//! A future is cancelled when it is dropped before it completes, for example by `select!` or a time-out. The reader and
//! the writer keep all state of a stream, and the futures keep none:
//!
//! | cancelled | effect |
//! |---|---|
//! | [`FrameReader::read`], [`read_message`](FrameReader::read_message), [`read_held`](FrameReader::read_held), `next` of the stream | none: the next call continues at the same position |
//! | [`FrameWriter::send`] | the frame is not accepted, and no byte of it is sent |
//! | [`FrameWriter::flush`], [`shutdown`](FrameWriter::shutdown) | unwritten bytes are kept for the next call |
//! | [`read_frame_pooled`] | **the bytes of the frame that were read are lost**, and with them the position in the stream |
//!
//! # The end of a connection
//!
//! [`FrameWriter::send`] collects frames. They reach the peer with [`flush`](FrameWriter::flush) or
//! [`shutdown`](FrameWriter::shutdown), or when the batch is full. Dropping a writer cannot wait for its stream, so it
//! discards them, and the pool counts their bytes in [`PoolStats::discarded`](crate::pool::PoolStats::discarded). In a
//! test, assert that it is zero. A task ends its connection on every path that has not lost it:
//!
//! ```
//! # use pool_codec::tokio::FrameWriter;
//! # use pool_codec::{Pool, PoolConfig, RawFrame, TlvHeader, WriteError};
//! # use tokio::io::AsyncWrite;
//! async fn serve<W: AsyncWrite + Unpin>(
//!     writer: &mut FrameWriter<W, TlvHeader>,
//! ) -> Result<(), WriteError> {
//!     writer.send(&RawFrame { id: 7, payload: vec![1] }).await?;
//!     Ok(()) // an early return, or `?`, leaves frames in the batch
//! }
//!
//! # tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap().block_on(async {
//! # let pool = Pool::new(&PoolConfig::new().with_message(0, 1024, None));
//! let mut writer = FrameWriter::<_, TlvHeader>::new(Vec::new(), &pool);
//! let served = serve(&mut writer).await;
//! // If a write has failed, the stream is lost and so are the frames.
//! if !served.as_ref().is_err_and(WriteError::is_fatal) {
//!     let limit = std::time::Duration::from_secs(1);
//!     let _ = tokio::time::timeout(limit, writer.shutdown()).await;
//! }
//! # drop(writer);
//! # assert_eq!(pool.stats().discarded(), 0);
//! # });
//! ```
//!
//! # Exhausted pools
//!
//! Under [`Overflow::Wait`](crate::Overflow::Wait), reading and sending wait for a slot. The waiters of a class are
//! served in FIFO order. A waiting reader reads nothing from its stream, which slows the peer down. A call that is
//! cancelled while it waits keeps its place in the queue until it is made again, or until another call needs no slot.
//! Under the other policies nothing waits.
//!
//! One connection uses these slots at a time:
//!
//! | state | slots |
//! |---|---|
//! | a reader whose stream has nothing to read, or has ended between frames; a flushed writer | none |
//! | a reader with a part of a frame, or with frames that no call has returned yet | its window |
//! | after `read`, while the program uses the frame | its window, or the frame's own slot |
//! | after `read_message`, `read_held` | its window if it contains more frames, otherwise none |
//! | a frame too large for the window, while it is read or written | one of its size, in addition to the window or the batch |
//! | a held message | one of its size; or the window, if it has the same class and contains nothing else |
//! | a writer with unwritten frames | its batch, of the window's class |
//!
//! A task that answers frames may therefore use two slots of the window's class at once. If all tasks hold one slot and
//! wait for another, they are in a deadlock. There are three ways to avoid it:
//!
//! - **Give readers and writers a pool each, and flush before a read that may wait.** Then a task that holds a slot makes
//!   progress, as long as its peer does.
//! - Have as many slots of the class as [`Overflow::Wait`](crate::Overflow::Wait) states. With those of
//!   [`MemoryBill::pool_config`](crate::MemoryBill::pool_config), no task ever waits.
//! - Set another policy for the class ([`PoolConfig::overflow_of`](crate::PoolConfig::overflow_of)).
//!
//! A peer that stops inside a frame occupies the window or the frame's slot, and others may wait for it. Set a time-out
//! for unfinished frames. Continuing after the time-out loses nothing.
//!
//! # Other runtimes
//!
//! The types do not need tokio's runtime. Streams with the traits of `futures-io` (async-std, smol) work through
//! `tokio_util::compat`:
//!
//! ```
//! # #[cfg(feature = "derive")] {
//! use pool_codec::tokio::FrameReader;
//! use pool_codec::{Frame, FrameSet, Pool, TlvHeader};
//! use tokio_util::compat::FuturesAsyncReadCompatExt;
//!
//! #[derive(Debug, PartialEq, Frame)]
//! #[frame(id = 7)]
//! struct Tick { price: u16 }
//!
//! #[derive(Debug, FrameSet)]
//! #[frames(header = TlvHeader)]
//! enum Market { Tick(Tick) }
//!
//! static POOL: Pool = Pool::new(&Market::POOL_CONFIG);
//!
//! futures::executor::block_on(async {
//!     let stream = futures::io::Cursor::new([7, 0, 2, 0, 0, 0, 1, 0]);
//!     let mut reader = FrameReader::<_, Market>::new(stream.compat(), &POOL);
//!     assert_eq!(reader.read_message::<Tick>().await?, Some(Tick { price: 1 }));
//!     assert!(reader.read().await?.is_none());
//!     Ok::<(), pool_codec::ReadError>(())
//! })?;
//! # }
//! # Ok::<(), pool_codec::ReadError>(())
//! ```

mod codec;
mod frames;
mod one_shot;
mod open;
mod reader;
mod source;
mod writer;

pub use codec::FrameCodec;
pub use frames::HeldFrames;
pub use one_shot::read_frame_pooled;
pub use open::open;
pub use reader::{FrameReader, ReadFrame};
pub use writer::FrameWriter;
