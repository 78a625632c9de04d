//! A slab: blocks of one size that come and go in any order.
//!
//! # Invariants
//!
//! * I1: the first `chunk_count` elements of the table are the starts of the chunks in `chunks`, which are never
//!   moved or released before the slab is dropped. Each has room for `per_chunk` blocks, at the positions below
//!   that, whose headers are set.
//! * I2: the vacant blocks that may be used are in the list that begins at `vacant`.

mod block;
mod error;
mod growth;
mod key;

use core::borrow::Borrow;
use core::fmt;
use core::mem;
use core::ptr::NonNull;
use core::slice;

use self::block::{Block, stride};
pub use self::error::SlabError;
pub use self::key::SlabKey;
use self::key::{Place, Stamps};
use crate::chunk::Chunk;
use crate::copy::copy_short;
use crate::pool::Pool;
use crate::size_class::SizeClass;

/// The length of a chunk of small blocks, in bytes.
const CHUNK: usize = 8 << 10;
/// The number of larger blocks that share a chunk, if the largest slots can hold as many.
const BLOCKS: usize = 8;

/// A bounded number of byte strings of up to `N` bytes each, which are inserted and removed in any order.
///
/// The blocks lie in slots of a [`Pool`]: of 8 KiB for small blocks, and enough for eight blocks of larger ones. A new
/// slab has none. It takes slots as it fills, and releases them when it is dropped. A block is not written before
/// content comes, never moves, and keeps the length of its content.
///
/// An insertion returns a [`SlabKey`]. After the removal of its block, and in any other slab, a key is unknown.
///
/// For values with a type use the crate `slotmap`: a slab is for bytes.
///
/// ```
/// # use pool_core as pool_codec;
/// use pool_codec::{Pool, PoolConfig, Slab};
///
/// static POOL: Pool = Pool::new(&PoolConfig::new().with_message(0, 8 << 10, None));
///
/// let mut slab = Slab::<64>::new(&POOL, 1000);
/// let alice = slab.insert(b"alice")?;
/// let zeroes = slab.insert_with(3, |buf| buf.fill(0))?;
/// assert_eq!(slab.get(alice), Some(&b"alice"[..]));
/// assert!(slab.remove(alice));
/// assert_eq!((slab.get(alice), slab.len()), (None, 1));
/// # Ok::<(), pool_codec::SlabError>(())
/// ```
///
/// Debug builds overwrite blocks that are removed.
pub struct Slab<const N: usize, P: Borrow<Pool> = &'static Pool> {
    /// The starts of the chunks. I1.
    table: NonNull<NonNull<u8>>,
    chunk_count: usize,
    /// I1.
    per_chunk: usize,
    /// I2.
    vacant: Option<Place>,
    stamps: Stamps,
    len: usize,
    capacity: usize,
    /// The chunks and the one with the table. I1.
    chunks: Option<Chunk>,
    pool: P,
}

// SAFETY: the slab owns its chunks, which are `Send`, and only it has pointers into them. They contain bytes.
unsafe impl<const N: usize, P: Borrow<Pool> + Send> Send for Slab<N, P> {}

// SAFETY: through `&Slab` the chunks can only be read.
unsafe impl<const N: usize, P: Borrow<Pool> + Sync> Sync for Slab<N, P> {}

impl<const N: usize, P: Borrow<Pool>> Slab<N, P> {
    /// Makes a slab of at most `capacity` blocks. It takes nothing yet.
    ///
    /// A slab has at most 32 768 chunks, which limits the capacity of one with small blocks to some millions. It also
    /// takes a slot of 8 bytes for each chunk that its capacity needs.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// # use pool_codec::{Pool, PoolConfig, Slab};
    /// let pool = Pool::new(&PoolConfig::new().with_message(0, 8 << 10, None));
    /// let slab = Slab::<64, _>::new(&pool, 1000);
    /// assert_eq!((slab.len(), slab.capacity()), (0, 1000));
    /// ```
    #[must_use]
    pub fn new(pool: P, capacity: usize) -> Self {
        const { assert!(N > 0, "a slab of blocks without bytes has nothing to store") };
        const { assert!(N <= u32::MAX as usize, "a block has at most `u32::MAX` bytes") };
        let stride = stride(N);
        let wanted = SizeClass::for_len(stride.saturating_mul(BLOCKS)).bytes().max(CHUNK);
        let chunk = wanted.min(pool.borrow().largest_len());
        let fit = chunk.checked_div(stride).unwrap_or(1).clamp(1, Place::POSITIONS);
        let per_chunk = fit.min(capacity.max(1));
        Self {
            table: NonNull::dangling(),
            chunk_count: 0,
            per_chunk,
            vacant: None,
            stamps: Stamps::new(),
            len: 0,
            capacity: capacity.min(per_chunk.saturating_mul(Place::CHUNKS)),
            chunks: None,
            pool,
        }
    }

    /// Copies `content` into a vacant block and returns the key of the block.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// # use pool_codec::{Pool, PoolConfig, Slab};
    /// # let pool = Pool::new(&PoolConfig::new().with_message(0, 8 << 10, None));
    /// let mut slab = Slab::<64, _>::new(&pool, 1000);
    /// let key = slab.insert(b"hello")?;
    /// assert_eq!(slab.get(key), Some(&b"hello"[..]));
    /// # Ok::<(), pool_codec::SlabError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// * [`SlabError::TooLong`]: `content` has more than `N` bytes.
    /// * [`SlabError::Full`]: all blocks are in use.
    /// * [`SlabError::Exhausted`]: the pool has no slot for more blocks. This call never waits.
    #[inline]
    pub fn insert(&mut self, content: &[u8]) -> Result<SlabKey, SlabError> {
        if let Some((key, start)) = self.occupy(content.len()) {
            // SAFETY: as many bytes of a new block, which no other code uses while `self` is borrowed.
            copy_short(unsafe { content_of(start, content.len()) }, content);
            return Ok(key);
        }
        // A function that ends here saves no registers for the call.
        self.insert_slow(content)
    }

    #[cold]
    #[inline(never)]
    fn insert_slow(&mut self, content: &[u8]) -> Result<SlabKey, SlabError> {
        let (key, start) = self.occupy_slow(content.len())?;
        // SAFETY: as many bytes of a new block, which no other code uses while `self` is borrowed.
        copy_short(unsafe { content_of(start, content.len()) }, content);
        Ok(key)
    }

    /// Takes a vacant block, calls `write` with its first `len` bytes, and returns the key of the block.
    ///
    /// The bytes are initialised but unspecified: **write before you read.** If `write` panics, the block is vacant
    /// again.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// # use pool_codec::{Pool, PoolConfig, Slab};
    /// # let pool = Pool::new(&PoolConfig::new().with_message(0, 8 << 10, None));
    /// let mut slab = Slab::<64, _>::new(&pool, 1000);
    /// let key = slab.insert_with(2, |buf| buf.copy_from_slice(&7_u16.to_le_bytes()))?;
    /// assert_eq!(slab.get(key), Some(&[7, 0][..]));
    /// # Ok::<(), pool_codec::SlabError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`insert`](Self::insert).
    #[inline]
    pub fn insert_with(
        &mut self,
        len: usize,
        write: impl FnOnce(&mut [u8]),
    ) -> Result<SlabKey, SlabError> {
        let (key, start) = match self.occupy(len) {
            Some(occupied) => occupied,
            None => self.occupy_slow(len)?,
        };
        let undo = Undo { slab: self, key };
        // SAFETY: `len` bytes of a new block, which no other code uses while `self` is borrowed.
        write(unsafe { content_of(start, len) });
        mem::forget(undo);
        Ok(key)
    }

    /// Occupies the first vacant block with content of `len` bytes. Returns its key, and the address of the content,
    /// whose bytes are initialised. Returns `None` if they are too many, or if no block or no stamp is at hand.
    #[inline(always)]
    fn occupy(&mut self, len: usize) -> Option<(SlabKey, NonNull<u8>)> {
        if len > N {
            return None;
        }
        let place = self.vacant?;
        let key = self.stamps.key(place)?;
        // SAFETY: a place in the list of vacant blocks (I2).
        let block = unsafe { self.block(place) };
        self.vacant = block.next();
        // SAFETY: at most `N`, as checked above.
        let start = unsafe { block.occupy(key, len) };
        self.len = self.len.wrapping_add(1);
        Some((key, start))
    }

    /// Returns the content of a block, or `None` if the slab has no block with this key.
    #[inline]
    #[must_use]
    pub fn get(&self, key: SlabKey) -> Option<&[u8]> {
        let (start, len) = self.find(key)?.bytes();
        // SAFETY: the initialised content of an occupied block, which is not written while `self` is borrowed.
        Some(unsafe { slice::from_raw_parts(start.as_ptr(), len) })
    }

    /// Returns the content of a block to change it. Its length cannot change.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// # use pool_codec::{Pool, PoolConfig, Slab};
    /// # let pool = Pool::new(&PoolConfig::new().with_message(0, 8 << 10, None));
    /// let mut slab = Slab::<64, _>::new(&pool, 1000);
    /// let key = slab.insert(b"hello")?;
    /// slab.get_mut(key).unwrap().make_ascii_uppercase();
    /// assert_eq!(slab.get(key), Some(&b"HELLO"[..]));
    /// # Ok::<(), pool_codec::SlabError>(())
    /// ```
    #[inline]
    #[must_use]
    pub fn get_mut(&mut self, key: SlabKey) -> Option<&mut [u8]> {
        let (start, len) = self.find(key)?.bytes();
        // SAFETY: the initialised content of an occupied block, and `self` is borrowed exclusively.
        Some(unsafe { slice::from_raw_parts_mut(start.as_ptr(), len) })
    }

    /// Removes a block. Returns whether the slab had one with this key.
    #[inline]
    pub fn remove(&mut self, key: SlabKey) -> bool {
        let Some(block) = self.find(key) else { return false };
        // SAFETY: no borrow of the content exists, because `self` is borrowed exclusively.
        unsafe { block.vacate(self.vacant, N) };
        self.vacant = Some(key.place());
        self.len = self.len.wrapping_sub(1);
        true
    }

    /// Iterates over all blocks, in no particular order. It visits vacant blocks, too, so it takes time in
    /// proportion to the most blocks that the slab ever had.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// # use pool_codec::{Pool, PoolConfig, Slab};
    /// # let pool = Pool::new(&PoolConfig::new().with_message(0, 8 << 10, None));
    /// let mut slab = Slab::<64, _>::new(&pool, 1000);
    /// let key = slab.insert(b"hello")?;
    /// assert_eq!(slab.iter().collect::<Vec<_>>(), [(key, &b"hello"[..])]);
    /// # Ok::<(), pool_codec::SlabError>(())
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = (SlabKey, &[u8])> {
        let places = (0..self.chunk_count)
            .flat_map(|chunk| (0..self.per_chunk).map(move |position| Place::new(chunk, position)));
        places.filter_map(|place| {
            // SAFETY: below `chunk_count` and `per_chunk`.
            let key = unsafe { self.block(place) }.key()?;
            Some((key, self.get(key)?))
        })
    }

    /// The number of blocks in use.
    #[inline]
    #[must_use]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether no block is in use.
    #[inline]
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The maximum number of blocks.
    #[inline]
    #[must_use]
    pub fn capacity(&self) -> usize {
        self.capacity
    }

    /// The occupied block with this key.
    #[inline(always)]
    fn find(&self, key: SlabKey) -> Option<Block> {
        let place = key.place();
        if place.chunk() >= self.chunk_count || place.position() >= self.per_chunk {
            return None;
        }
        // SAFETY: as checked above.
        let block = unsafe { self.block(place) };
        (block.key() == Some(key)).then_some(block)
    }

    /// The block at `place`.
    ///
    /// # Safety
    ///
    /// * Its chunk is below `chunk_count`, and its position below `per_chunk`.
    #[inline(always)]
    unsafe fn block(&self, place: Place) -> Block {
        debug_assert!(place.chunk() < self.chunk_count && place.position() < self.per_chunk);
        // SAFETY: the chunk exists, by the caller's contract, so the table has its start (I1).
        let start = unsafe { self.table.add(place.chunk()) };
        // SAFETY: initialised (I1), and aligned, because the table lies at the start of a slot.
        let start = unsafe { start.read() };
        // SAFETY: a chunk has room for `per_chunk` blocks (I1).
        let start = unsafe { start.add(place.position().wrapping_mul(stride(N))) };
        // SAFETY: its header is set (I1), and all bytes of a slot are initialised. The slab alone has the chunk, and
        // its methods borrow it exclusively to write.
        unsafe { Block::at(start) }
    }
}

/// The content of a block.
///
/// # Safety
///
/// * `len` bytes at `start` are initialised and valid for as long as `'a`, and no other code uses them.
#[inline(always)]
unsafe fn content_of<'a>(start: NonNull<u8>, len: usize) -> &'a mut [u8] {
    // SAFETY: the contract of this function.
    unsafe { slice::from_raw_parts_mut(start.as_ptr(), len) }
}

/// Removes a block while a panic unwinds.
struct Undo<'s, const N: usize, P: Borrow<Pool>> {
    slab: &'s mut Slab<N, P>,
    key: SlabKey,
}

impl<const N: usize, P: Borrow<Pool>> Drop for Undo<'_, N, P> {
    fn drop(&mut self) {
        self.slab.remove(self.key);
    }
}

impl<const N: usize, P: Borrow<Pool>> fmt::Debug for Slab<N, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Slab")
            .field("block", &N)
            .field("len", &self.len)
            .field("capacity", &self.capacity)
            .finish_non_exhaustive()
    }
}
