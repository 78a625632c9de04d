//! What connections cost: numbers for the compiler, a table for people.

use core::fmt;

use pool_core::PoolConfig;

use crate::frame::FrameSet;
use crate::framing::window_len;
use crate::header::header_size;

/// A connection's state, without its stream: tokio's pair is the largest.
#[cfg(feature = "tokio")]
type Pair<S> =
    (crate::tokio::FrameReader<(), S>, crate::tokio::FrameWriter<(), <S as FrameSet>::Header>);
#[cfg(all(feature = "std", not(feature = "tokio")))]
type Pair<S> =
    (crate::io::FrameReader<(), S>, crate::io::FrameWriter<std::io::Sink, <S as FrameSet>::Header>);
#[cfg(not(feature = "std"))]
type Pair<S> =
    (crate::framing::FrameDecoder<S>, crate::framing::FrameEncoder<<S as FrameSet>::Header>);

/// The most memory that connections take, each with a reader and a writer of one set, on a pool of their own: the
/// sum is known when the program is built.
///
/// ```
/// # #[cfg(feature = "derive")] {
/// use pool_codec::{Bytes, Frame, FrameSet, MemoryBill, Overflow, PoolConfig, TlvHeader};
///
/// #[derive(Debug, Frame)]
/// #[frame(id = 7)]
/// struct Blob { content: Bytes<40_000> }
///
/// #[derive(Debug, FrameSet)]
/// #[frames(header = TlvHeader)]
/// enum Set { Blob(Blob) }
///
/// const CONFIG: PoolConfig = Set::POOL_CONFIG.overflow(Overflow::Fail);
/// const BILL: MemoryBill = MemoryBill::new::<Set>(&CONFIG, 1000);
/// const _: () = assert!(BILL.total() <= 4 << 20);
///
/// println!("{BILL}");
/// # }
/// ```
///
/// Counted are the pool, what the readers and writers hold in its slots or, where its policy is
/// [`Overflow::Heap`](crate::Overflow::Heap), beyond them, and their own state, places in the pool's queues included.
/// What the program makes of the frames
/// is not: messages that it holds, which take slots too, owned ones
/// ([`MessageInfo::max_heap`](crate::MessageInfo::max_heap) each), the sockets' buffers, and
/// [`PoolConfig::BYTES_PER_THREAD`] for each thread.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MemoryBill {
    set: &'static str,
    connections: usize,
    config: PoolConfig,
    /// Bytes of a window, and of a batch.
    window: usize,
    /// Bytes of the longest payload, if a window cannot hold its frame.
    frame: Option<usize>,
    /// Bytes of a reader and a writer, and of their places in the queues of the pool.
    state: usize,
}

impl MemoryBill {
    /// The bill of so many connections that read and write frames of `S` on a pool of `config`.
    #[must_use]
    pub const fn new<S: FrameSet>(config: &PoolConfig, connections: usize) -> Self {
        let window = window_len(config);
        let longest = S::MAX_SIZE.saturating_add(header_size::<S::Header>());
        Self {
            set: S::NAME,
            connections,
            config: *config,
            window,
            frame: if longest > window { Some(S::MAX_SIZE) } else { None },
            state: size_of::<Pair<S>>().saturating_add(config.waiter_bytes().saturating_mul(2)),
        }
    }

    /// The most payload bytes that one connection has in buffers: a window and a frame too large for it, in
    /// each direction.
    #[must_use]
    pub const fn buffers(&self) -> usize {
        let frame = match self.frame {
            Some(len) => len,
            None => 0,
        };
        self.window.saturating_add(frame).saturating_mul(2)
    }

    /// The most bytes that one connection takes beyond the slots of the pool, when they are all in use: its
    /// buffers, where the heap serves them, and the state of its reader and its writer.
    #[must_use]
    pub const fn beyond_pool(&self) -> usize {
        let window = self.config.heap_bytes(self.window);
        let frame = match self.frame {
            Some(len) => self.config.heap_bytes(len),
            None => 0,
        };
        window.saturating_add(frame).saturating_mul(2).saturating_add(self.state)
    }

    /// The most bytes that the pool and all connections take.
    #[must_use]
    pub const fn total(&self) -> usize {
        self.config.footprint().saturating_add(self.beyond_pool().saturating_mul(self.connections))
    }
}

/// The bill: what a connection has in buffers, the pool, what the connections take beyond it, and the total.
impl fmt::Display for MemoryBill {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut line = |text: &str, bytes: usize| writeln!(f, "  {text:<40}{bytes:>14}");
        line("a window; a batch", self.window)?;
        if let Some(len) = self.frame {
            line("a frame too large for them", len)?;
        }
        line("a connection's buffers, both ways", self.buffers())?;
        line("beyond the pool's slots, a connection", self.beyond_pool())?;
        line("the pool", self.config.footprint())?;
        let of = alloc::format!("`{}`, {} connections", self.set, self.connections);
        write!(f, "{of:<42}{:>14}", self.total())
    }
}
