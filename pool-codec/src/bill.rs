//! What connections cost: numbers for the compiler, a table for people.

use core::fmt;

use pool_core::{PoolConfig, SizeClass};

use crate::frame::FrameSet;
use crate::frame::header::header_size;
use crate::frame::window::window_len;

/// A connection's state, without its stream: tokio's pair is the largest.
#[cfg(feature = "tokio")]
type Pair<I, O> =
    (crate::tokio::FrameReader<(), I>, crate::tokio::FrameWriter<(), <O as FrameSet>::Header>);
#[cfg(all(feature = "std", not(feature = "tokio")))]
type Pair<I, O> =
    (crate::io::FrameReader<(), I>, crate::io::FrameWriter<std::io::Sink, <O as FrameSet>::Header>);
#[cfg(not(feature = "std"))]
type Pair<I, O> =
    (crate::framing::FrameDecoder<I>, crate::framing::FrameEncoder<<O as FrameSet>::Header>);

/// The most memory that connections take, each with a reader and a writer, on a pool of their own: the sum is known
/// when the program is built.
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
/// // Enough for twenty connections; a twenty-first may have to wait.
/// const CONFIG: PoolConfig = MemoryBill::new::<Set>(&Set::POOL_CONFIG, 20)
///     .pool_config()
///     .overflow(Overflow::Wait);
/// const BILL: MemoryBill = MemoryBill::new::<Set>(&CONFIG, 20);
/// const _: () = assert!(BILL.total() <= 6 << 20);
///
/// println!("{BILL}");
/// # }
/// ```
///
/// Counted are the pool, what the readers and writers hold in its slots or, where its policy is
/// [`Overflow::Heap`](crate::Overflow::Heap), beyond them, and their own state, places in the pool's queues included.
/// What the program makes of the frames is not: messages that it holds, which take slots too, owned ones
/// ([`MessageInfo::max_heap`](crate::MessageInfo::max_heap) each), the sockets' buffers, and
/// [`PoolConfig::BYTES_PER_THREAD`] for each thread.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MemoryBill {
    /// The names of what is read and what is written.
    sets: [&'static str; 2],
    connections: usize,
    config: PoolConfig,
    /// Bytes of a window, and of a batch.
    window: usize,
    /// Bytes of the longest payload, if a window cannot hold its frame, on its way in and out.
    large: [Option<usize>; 2],
    /// Bytes of a reader and a writer, and of their places in the queues of the pool.
    state: usize,
}

impl MemoryBill {
    /// Creates the bill of `connections` that read and write frames of `S` on a pool of the set's own
    /// [`POOL_CONFIG`](FrameSet::POOL_CONFIG).
    #[must_use]
    pub const fn of<S: FrameSet>(connections: usize) -> Self {
        Self::new::<S>(&S::POOL_CONFIG, connections)
    }

    /// Creates the bill of `connections` that read and write frames of `S` on a pool of `config`.
    #[must_use]
    pub const fn new<S: FrameSet>(config: &PoolConfig, connections: usize) -> Self {
        Self::between::<S, S>(config, connections)
    }

    /// The bill of so many connections that read frames of `In` and write frames of `Out`.
    #[must_use]
    pub const fn between<In: FrameSet, Out: FrameSet>(
        config: &PoolConfig,
        connections: usize,
    ) -> Self {
        let window = window_len(config);
        let waiters = config.waiter_bytes().saturating_mul(2);
        Self {
            sets: [In::NAME, Out::NAME],
            connections,
            config: *config,
            window,
            large: [
                larger_than::<In>(window, In::MAX_SIZE),
                larger_than::<Out>(window, Out::MAX_SIZE),
            ],
            state: size_of::<Pair<In, Out>>().saturating_add(waiters),
        }
    }

    /// The same, if no payload is longer than so many bytes.
    #[cfg(feature = "service")]
    pub(crate) fn up_to<S: FrameSet>(mut self, longest: usize) -> Self {
        self.large = [larger_than::<S>(self.window, longest); 2];
        self
    }

    /// The most payload bytes that one connection has in buffers: a window and a frame too large for it, in
    /// each direction.
    #[must_use]
    pub const fn buffers(&self) -> usize {
        let [read, written] = self.large;
        let large = len_of(read).saturating_add(len_of(written));
        self.window.saturating_mul(2).saturating_add(large)
    }

    /// The most bytes that one connection takes beyond the slots of the pool, when they are all in use: its
    /// buffers, where the heap serves them, and the state of its reader and its writer.
    #[must_use]
    pub const fn beyond_pool(&self) -> usize {
        let [read, written] = self.large;
        let large = self.heap_bytes(read).saturating_add(self.heap_bytes(written));
        let windows = self.config.heap_bytes(self.window).saturating_mul(2);
        windows.saturating_add(large).saturating_add(self.state)
    }

    const fn heap_bytes(&self, large: Option<usize>) -> usize {
        match large {
            Some(len) => self.config.heap_bytes(len),
            None => 0,
        }
    }

    /// The most bytes that the pool and all connections take.
    #[must_use]
    pub const fn total(&self) -> usize {
        self.config.footprint().saturating_add(self.beyond_pool().saturating_mul(self.connections))
    }

    /// The most slots of `class` that one connection takes at once, for its window, its batch and frames too large
    /// for them; messages that the program holds come on top.
    #[must_use]
    pub const fn slots(&self, class: SizeClass) -> usize {
        let bytes = class.bytes();
        if self.config.capacity(class) == 0 || bytes < self.window {
            return 0;
        }
        let [read, written] = self.large;
        let is_window = bytes == self.window;
        // A window serves as the slot of a payload that only the header makes too large for it; a batch does not.
        let (read, written) = (self.serves(class, read) && !is_window, self.serves(class, written));
        (if is_window { 2_usize } else { 0 })
            .saturating_add(read as usize)
            .saturating_add(written as usize)
    }

    /// Whether a class as large as the window may be taken for a payload of up to so many bytes.
    const fn serves(&self, class: SizeClass, large: Option<usize>) -> bool {
        match large {
            Some(len) => match self.config.class_for(len) {
                Some(largest) => class.bytes() <= largest.bytes(),
                None => true,
            },
            None => false,
        }
    }

    /// The config, with as many slots as all connections can take at once where it has fewer: with
    /// [`Overflow::Wait`](crate::Overflow::Wait) then none of them has to.
    ///
    /// Under other policies the slots below 16 KiB are threads' own, up to 62 at a time, so that one thread may want
    /// what another one has left: exact are only the classes above.
    ///
    /// # Panics
    ///
    /// If that is more slots than a class can have: see [`PoolConfig::with`].
    #[must_use]
    pub const fn pool_config(&self) -> PoolConfig {
        let (mut config, mut next) = (self.config, Some(SizeClass::MIN));
        while let Some(class) = next {
            let wanted = self.slots(class).saturating_mul(self.connections);
            if wanted > config.capacity(class) {
                config = config.with(class, wanted);
            }
            next = class.next();
        }
        config
    }
}

/// `longest`, a payload of `S`, if a window of so many bytes cannot hold its frame.
const fn larger_than<S: FrameSet>(window: usize, longest: usize) -> Option<usize> {
    let frame = longest.saturating_add(header_size::<S::Header>());
    if frame > window { Some(longest) } else { None }
}

const fn len_of(large: Option<usize>) -> usize {
    match large {
        Some(len) => len,
        None => 0,
    }
}

/// The bill: what a connection has in buffers, what it takes beyond the pool, the pool, the total, and the slots that
/// the connections can take of those that the pool has.
impl fmt::Display for MemoryBill {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [read, written] = self.sets;
        match read == written {
            true => write!(f, "`{read}`, ")?,
            false => write!(f, "`{read}` in, `{written}` out, ")?,
        }
        let plural = if self.connections == 1 { "" } else { "s" };
        writeln!(f, "{} connection{plural}, bytes", self.connections)?;
        let mut line = |text: &str, bytes: usize| writeln!(f, "  {text:<40}{bytes:>14}");
        line("a window; a batch", self.window)?;
        for (large, text) in
            self.large.into_iter().zip(["a larger frame, in", "a larger frame, out"])
        {
            if let Some(len) = large {
                line(text, len)?;
            }
        }
        line("a connection's buffers, both ways", self.buffers())?;
        line("a connection beyond the pool's slots", self.beyond_pool())?;
        line(
            "all of them beyond the pool's slots",
            self.beyond_pool().saturating_mul(self.connections),
        )?;
        line("the pool", self.config.footprint())?;
        line("total", self.total())?;
        write!(f, "  {:<40}{:>14}", "slots they can take at once", "in the pool")?;
        for (class, capacity) in self.config.classes().filter(|&(class, _)| self.slots(class) > 0) {
            let wanted = self.slots(class).saturating_mul(self.connections);
            write!(f, "\n  {:>27}{wanted:>13}{capacity:>14}", alloc::format!("{class}"))?;
        }
        Ok(())
    }
}
