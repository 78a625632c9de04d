//! The memory that connections need: numbers for the compiler, a table for people.

mod any_set;

use core::fmt;

use any_set::AnySet;
use pool_core::{PoolConfig, SizeClass};

use crate::frame::FrameSet;
use crate::frame::header::longest_header;
use crate::frame::window::window_len;
use crate::framing::sealed::{Open, Seal, SealedDecoder, SealedEncoder, sealed_header, sealed_len};
use crate::framing::{FrameDecoder, FrameEncoder};

/// The reader and the writer of a connection, without their streams. Those over tokio are larger than those
/// over `std`. The blocks that those over compio allocate for operations are not on the bill.
#[cfg(feature = "tokio")]
type Pair<I, O, D = FrameDecoder<I>, E = FrameEncoder<O>> =
    (crate::tokio::FrameReader<(), I, D>, crate::tokio::FrameWriter<(), O, E>);
#[cfg(all(feature = "std", not(feature = "tokio")))]
type Pair<I, O, D = FrameDecoder<I>, E = FrameEncoder<O>> =
    (crate::io::FrameReader<(), I, D>, crate::io::FrameWriter<std::io::Sink, O, E>);
#[cfg(not(feature = "std"))]
type Pair<I, O, D = FrameDecoder<I>, E = FrameEncoder<O>> =
    (D, E, core::marker::PhantomData<(I, O)>);

/// The same for a connection that is encrypted.
type SealedPair<I, O, Opens, Seals> = Pair<I, O, SealedDecoder<I, Opens>, SealedEncoder<O, Seals>>;

/// The most headers that a reader and a writer have in memory.
const HEADERS: usize = 4;

/// The maximum memory of connections, each with a reader and a writer, on a pool of their own. It is known when the
/// program is built.
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
/// // Enough slots for twenty connections. With one more, some may have to wait.
/// const CONFIG: PoolConfig = MemoryBill::new::<Set>(&Set::POOL_CONFIG, 20)
///     .pool_config()
///     .with_overflow(Overflow::Wait);
/// const BILL: MemoryBill = MemoryBill::new::<Set>(&CONFIG, 20);
/// const _: () = assert!(BILL.total() <= 6 << 20);
///
/// println!("{BILL}");
/// # }
/// ```
///
/// The bill includes the pool, the buffers that readers and writers take from the heap under
/// [`Overflow::Heap`](crate::Overflow::Heap), and the state of readers and writers with their places in the pool's
/// queues.
///
/// It does not include the memory that the program uses for the frames: held messages, which take slots, too, and owned
/// messages, which take up to [`MessageInfo::max_heap`](crate::MessageInfo::max_heap) bytes each. Nor does it include
/// the buffers of sockets, [`PoolConfig::BYTES_PER_THREAD`] for each thread, and the list of a decoder or an encoder that
/// [declares ids](crate::FrameDecoder::with_declared_ids): 4 bytes for each id.
///
/// It implements [`Display`](fmt::Display) as a table. All numbers of its methods are bytes, unless they are slots.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MemoryBill {
    /// The names of the sets that are read and written.
    sets: [&'static str; 2],
    connections: usize,
    config: PoolConfig,
    /// The length of a window, and of a batch, in bytes.
    window: usize,
    /// The length of the longest payload, read and written, if a window cannot hold its frame.
    large: [Option<usize>; 2],
    /// The longest payload that is written from a batch, even if the batch is longer.
    block: usize,
    /// The size of a reader and a writer, and of their places in the pool's queues, in bytes.
    state: usize,
    arenas: usize,
    /// The limit of each arena, in bytes.
    arena_limit: usize,
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

    /// Creates the bill of `connections` that read frames of `In` and write frames of `Out` on a pool of `config`.
    #[must_use]
    pub const fn between<In: FrameSet, Out: FrameSet>(
        config: &PoolConfig,
        connections: usize,
    ) -> Self {
        let read = (In::MAX_SIZE, longest_header::<In::Header>());
        let written = (Out::MAX_SIZE, longest_header::<Out::Header>());
        let names = [In::NAME, Out::NAME];
        Self::of_parts(names, [read, written], size_of::<Pair<In, Out>>(), config, connections)
    }

    /// Creates the bill of `connections` that read frames of `In` and write frames of `Out` on a pool of `config`, over
    /// streams that `O` opens and `C` seals. Its numbers include the MACs, and the state includes the ciphers, but nothing
    /// that these allocate. The pool needs the class of the longest sealed payload: see
    /// [`sealed::pool_config`](crate::sealed::pool_config).
    #[must_use]
    pub const fn sealed<In: FrameSet, Out: FrameSet, O: Open, C: Seal>(
        config: &PoolConfig,
        connections: usize,
    ) -> Self {
        let read = (sealed_len::<O>(In::MAX_SIZE), sealed_header::<In::Header, O>());
        let written = (sealed_len::<C>(Out::MAX_SIZE), sealed_header::<Out::Header, C>());
        let state = size_of::<SealedPair<In, Out, O, C>>();
        let names = [In::NAME, Out::NAME];
        let mut bill = Self::of_parts(names, [read, written], state, config, connections);
        // A payload of several blocks is sealed in a slot of its own, even if a batch has room for it.
        if Out::MAX_SIZE > C::MAX_BLOCK {
            bill.large = [bill.large[0], Some(written.0)];
            bill.block = C::MAX_BLOCK;
        }
        bill
    }

    /// The lengths of payloads and headers are those of the longest, in bytes.
    const fn of_parts(
        sets: [&'static str; 2],
        [read, written]: [(usize, usize); 2],
        state: usize,
        config: &PoolConfig,
        connections: usize,
    ) -> Self {
        let window = window_len(config);
        let waiters = config.waiter_bytes().saturating_mul(2);
        Self {
            sets,
            connections,
            config: *config,
            window,
            large: [larger_than(window, read.0, read.1), larger_than(window, written.0, written.1)],
            block: usize::MAX,
            state: state.saturating_add(waiters),
            arenas: 0,
            arena_limit: 0,
        }
    }

    /// Creates the bill of `connections` that read and write frames of a set that is known only by its schema: its name,
    /// its longest payload and the size of its header, in bytes. A header is taken to need as much memory as it has bytes on
    /// the wire; one whose fields are packed into few bits may need more.
    ///
    /// ```
    /// use pool_codec::{MemoryBill, PoolConfig};
    ///
    /// let config = PoolConfig::new().with_message(8192, 8192, None);
    /// assert!(MemoryBill::of_schema("Market", 180, 6, &config, 1000).total() > config.footprint());
    /// ```
    #[must_use]
    pub const fn of_schema(
        set: &'static str,
        longest: usize,
        header_size: usize,
        config: &PoolConfig,
        connections: usize,
    ) -> Self {
        let bill = Self::between::<AnySet, AnySet>(config, connections);
        let large = larger_than(bill.window, longest, header_size);
        // A reader and its state have a header each, and so does a frame that is being written.
        let headers = header_size.saturating_mul(HEADERS);
        Self {
            sets: [set; 2],
            large: [large; 2],
            state: bill.state.saturating_add(headers),
            ..bill
        }
    }

    /// Adds `count` arenas of at most `limit` bytes each, on the same pool. For one arena per connection, `count` is the
    /// number of connections; for one per worker, that of workers. A later call replaces an earlier one.
    ///
    /// A payload that [moves](crate::FrameView::decode_in) into an arena brings a slot with it. Such slots are not in the
    /// bill, as those of held messages are not.
    ///
    /// ```
    /// # #[cfg(feature = "derive")] {
    /// # use pool_codec::{Frame, FrameSet, MemoryBill, Overflow, PoolConfig, SizeClass, TlvHeader};
    /// # #[derive(Debug, Frame)]
    /// # #[frame(id = 7)]
    /// # struct Tick { price: u64 }
    /// # #[derive(Debug, FrameSet)]
    /// # #[frames(header = TlvHeader)]
    /// # enum Market { Tick(Tick) }
    /// const SLOTS: PoolConfig = Market::POOL_CONFIG.with_message(8 << 10, 64 << 10, None);
    /// // 100 connections with two windows of 16 KiB, and an arena for each of 4 workers.
    /// const CONFIG: PoolConfig = MemoryBill::new::<Market>(&SLOTS, 100)
    ///     .with_arenas(4, 64 << 10)
    ///     .pool_config()
    ///     .with_overflow(Overflow::Fail);
    /// const BILL: MemoryBill = MemoryBill::new::<Market>(&CONFIG, 100).with_arenas(4, 64 << 10);
    /// const _: () = assert!(CONFIG.capacity(SizeClass::for_len(16 << 10)) == 100 * 2 + 4 * 2);
    /// const _: () = assert!(BILL.total() <= 5 << 20);
    /// # println!("{BILL}");
    /// # }
    /// ```
    #[cfg(feature = "arena")]
    #[must_use]
    pub const fn with_arenas(mut self, count: usize, limit: usize) -> Self {
        self.arenas = count;
        self.arena_limit = limit;
        self
    }

    /// Limits the bill to payloads of at most `longest` bytes.
    #[cfg(feature = "service")]
    pub(crate) fn with_longest_payload<S: FrameSet>(mut self, longest: usize) -> Self {
        self.large = [larger_than(self.window, longest, longest_header::<S::Header>()); 2];
        self
    }

    /// Returns the maximum number of bytes in the buffers of one connection: a window, and a frame too large for it, in
    /// each direction.
    #[must_use]
    pub const fn buffers(&self) -> usize {
        let [read, written] = self.large;
        let large = len_of(read).saturating_add(len_of(written));
        self.window.saturating_mul(2).saturating_add(large)
    }

    /// Returns the maximum number of bytes that one connection takes beyond the pool, when all its slots are in use:
    /// the buffers that come from the heap, and the state of the reader and the writer.
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

    /// Returns the maximum number of bytes that all arenas take beyond the pool, when all its slots are in use: the
    /// chunks that come from the heap, and the arenas themselves.
    #[must_use]
    pub const fn arenas_beyond_pool(&self) -> usize {
        #[cfg(feature = "arena")]
        let each = self
            .config
            .arena_heap_bytes(self.arena_limit)
            .saturating_add(size_of::<pool_core::Arena>());
        #[cfg(not(feature = "arena"))]
        let each = 0_usize;
        each.saturating_mul(self.arenas)
    }

    /// Returns the maximum number of bytes that the pool, all connections and all arenas take.
    #[must_use]
    pub const fn total(&self) -> usize {
        self.config
            .footprint()
            .saturating_add(self.config.kept_waiter_bytes())
            .saturating_add(self.beyond_pool().saturating_mul(self.connections))
            .saturating_add(self.arenas_beyond_pool())
    }

    /// Returns the maximum number of slots of `class` that one connection uses at once: for its window, its batch, and
    /// frames too large for them. Messages that the program holds need more slots.
    #[must_use]
    pub const fn slots(&self, class: SizeClass) -> usize {
        let bytes = class.bytes();
        let [read, written] = self.large;
        if self.config.capacity(class) == 0 {
            return 0;
        }
        if bytes < self.window {
            return (bytes > self.block && self.serves(class, written)) as usize;
        }
        let is_window = bytes == self.window;
        // A window becomes the slot of a payload that is too large for it only because of the header. A batch does not.
        let (read, written) = (self.serves(class, read) && !is_window, self.serves(class, written));
        (if is_window { 2_usize } else { 0 })
            .saturating_add(read as usize)
            .saturating_add(written as usize)
    }

    /// Returns the maximum number of slots of `class` that all connections and all arenas use at once.
    const fn slots_of_all(&self, class: SizeClass) -> usize {
        #[cfg(feature = "arena")]
        let each = self.config.arena_slots(class, self.arena_limit);
        #[cfg(not(feature = "arena"))]
        let each = 0_usize;
        self.slots(class)
            .saturating_mul(self.connections)
            .saturating_add(each.saturating_mul(self.arenas))
    }

    /// Whether `class`, which is as large as the window or larger, may serve a payload of up to `large` bytes.
    const fn serves(&self, class: SizeClass, large: Option<usize>) -> bool {
        match large {
            Some(len) => match self.config.class_for(len) {
                Some(largest) => class.bytes() <= largest.bytes(),
                None => true,
            },
            None => false,
        }
    }

    /// Returns the configuration with at least as many slots as all connections and all arenas can use at once. Under
    /// [`Overflow::Wait`](crate::Overflow::Wait) no connection then waits for a slot, and no arena lacks one. An arena
    /// takes slots of the classes that the configuration has: of 8 KiB and more, if it has them.
    ///
    /// Under other policies, threads own the slots of classes below 16 KiB in shards of up to 62. A thread may then
    /// lack a slot while another thread has a free one. Only the larger classes are exact.
    ///
    /// # Panics
    ///
    /// Panics if a class would need more slots than it can have, see [`PoolConfig::with_class`].
    #[must_use]
    pub const fn pool_config(&self) -> PoolConfig {
        let (mut config, mut next) = (self.config, Some(SizeClass::MIN));
        while let Some(class) = next {
            let needed = self.slots_of_all(class);
            if needed > config.capacity(class) {
                config = config.with_class(class, needed);
            }
            next = class.next();
        }
        config
    }
}

/// Returns `longest`, the length of a payload, if a window of `window` bytes cannot hold its frame.
const fn larger_than(window: usize, longest: usize, header_size: usize) -> Option<usize> {
    let frame = longest.saturating_add(header_size);
    if frame > window { Some(longest) } else { None }
}

const fn len_of(large: Option<usize>) -> usize {
    match large {
        Some(len) => len,
        None => 0,
    }
}

/// Shows the buffers of a connection, the memory beyond the pool, the pool, the total, and for each class the slots
/// that the connections and arenas can use and those that the pool has.
impl fmt::Display for MemoryBill {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [read, written] = self.sets;
        match read == written {
            true => write!(f, "`{read}`, ")?,
            false => write!(f, "`{read}` in, `{written}` out, ")?,
        }
        let plural = if self.connections == 1 { "" } else { "s" };
        writeln!(f, "{} connection{plural}, bytes", self.connections)?;
        let mut line = |text: &str, bytes: usize| writeln!(f, "  {text:<40} {bytes:>13}");
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
        if self.arenas > 0 {
            line("an arena", self.arena_limit)?;
            line(
                &alloc::format!("{} arenas beyond the pool's slots", self.arenas),
                self.arenas_beyond_pool(),
            )?;
        }
        line("the pool", self.config.footprint())?;
        if self.config.kept_waiter_bytes() > 0 {
            line("waiters that the pool keeps", self.config.kept_waiter_bytes())?;
        }
        line("total", self.total())?;
        write!(f, "  {:<40}{:>14}", "slots they can take at once", "in the pool")?;
        for (class, capacity) in self.config.classes() {
            let needed = self.slots_of_all(class);
            if needed == 0 {
                continue;
            }
            write!(f, "\n  {:>27} {needed:>12} {capacity:>13}", alloc::format!("{class}"))?;
        }
        Ok(())
    }
}
