//! An interner: one copy of each content, for as long as someone has a handle to it.

mod error;
mod table;

use core::borrow::Borrow;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::ops::Deref;
use core::str::{self, Utf8Error};
use std::sync::Arc;

pub use self::error::InternError;
use self::table::{Entry, Table};
use crate::pool::Pool;

/// A bounded set of byte strings, of which each exists once and ends with its last handle.
///
/// Content that outlives a request, such as the name of a topic, is *interned*: [`intern`](Self::intern) returns a
/// handle to the only copy. Handles are cheap to clone and to compare. Both the number of entries and their bytes have
/// a maximum, past which new content is refused, so a peer that sends ever new names costs no more memory.
///
/// The content lies in slots of a [`Pool`]. Each entry also takes a block of about 100 bytes from the global allocator,
/// for the count of its handles, and the table grows with the number of entries. To intern content that is there already
/// allocates nothing.
///
/// All threads share an interner. It has one lock, which is held while content is looked up or copied, and while an entry
/// ends. A global allocator must not use it: an interner allocates under its lock. The hash is keyed at random, so nobody
/// can choose content that collides.
///
/// ```
/// # use pool_core as pool_codec;
/// use pool_codec::{Interner, Pool, PoolConfig};
///
/// static POOL: Pool = Pool::new(&PoolConfig::new().with_message(0, 256, None));
///
/// // At most 1000 topics of 64 KiB together.
/// let topics = Interner::new(&POOL, 1000, 64 << 10);
/// let topic = topics.intern("blocks")?;
/// assert_eq!(topics.intern(b"blocks")?, topic);
/// assert_eq!(topic.to_str(), Ok("blocks"));
/// assert!(topics.get("transactions").is_none());
///
/// drop(topic);
/// assert!(topics.is_empty() && topics.get("blocks").is_none());
/// # Ok::<(), pool_codec::InternError>(())
/// ```
pub struct Interner<P: Borrow<Pool> = &'static Pool> {
    table: Arc<Table>,
    pool: P,
}

impl<P: Borrow<Pool>> Interner<P> {
    /// Makes an interner of at most `max_entries` entries, which have at most `max_bytes` bytes together.
    #[must_use]
    pub fn new(pool: P, max_entries: usize, max_bytes: usize) -> Self {
        Self { table: Table::new(max_entries, max_bytes), pool }
    }

    /// Returns the handle of `content`, a text or bytes, and copies it first if it has none yet.
    ///
    /// # Errors
    ///
    /// * [`InternError::Entries`], [`InternError::Bytes`]: the content is new, and exceeds a maximum. An entry counts
    ///   until the drop of its last handle returns.
    /// * [`InternError::Acquire`]: the content is new, and the pool has no slot for it. This call never waits for one.
    pub fn intern<T: AsRef<[u8]> + ?Sized>(&self, content: &T) -> Result<Interned, InternError> {
        // Neither of the two is called under the lock.
        let (content, pool) = (content.as_ref(), self.pool.borrow());
        self.table.intern(content, pool).map(Interned)
    }

    /// Returns the handle of `content` if it is interned.
    #[must_use]
    pub fn get<T: AsRef<[u8]> + ?Sized>(&self, content: &T) -> Option<Interned> {
        self.table.get(content.as_ref()).map(Interned)
    }

    /// The number of entries.
    #[must_use]
    pub fn len(&self) -> usize {
        self.table.size().0
    }

    /// Whether there are no entries.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The length of all entries together, in bytes.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.table.size().1
    }
}

impl<P: Borrow<Pool>> fmt::Debug for Interner<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (entries, bytes) = self.table.size();
        f.debug_struct("Interner")
            .field("entries", &entries)
            .field("bytes", &bytes)
            .finish_non_exhaustive()
    }
}

/// A handle to interned content: see [`Interner`]. It takes one word, is `Send + Sync`, and may outlive its interner.
///
/// Handles of one interner are compared by their address. They hash as their content does, so a map of handles can be
/// searched with bytes:
///
/// ```
/// # use pool_core as pool_codec;
/// use std::collections::HashMap;
/// use pool_codec::{Interned, Interner, Pool, PoolConfig};
///
/// let pool = Pool::new(&PoolConfig::new().with_message(0, 256, None));
/// let topics = Interner::new(&pool, 1000, 64 << 10);
/// let mut subscribers: HashMap<Interned, u32> = HashMap::new();
/// *subscribers.entry(topics.intern("blocks")?).or_default() += 1;
/// assert_eq!(subscribers.get(&b"blocks"[..]), Some(&1));
/// # Ok::<(), pool_codec::InternError>(())
/// ```
#[derive(Clone)]
pub struct Interned(Arc<Entry>);

const _: () = assert!(size_of::<Option<Interned>>() == size_of::<usize>());

impl Interned {
    /// Returns the content as text.
    ///
    /// # Errors
    ///
    /// Fails if the content is not valid UTF-8.
    pub fn to_str(&self) -> Result<&str, Utf8Error> {
        str::from_utf8(self)
    }
}

impl Deref for Interned {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        self.0.content()
    }
}

impl AsRef<[u8]> for Interned {
    fn as_ref(&self) -> &[u8] {
        self
    }
}

impl Borrow<[u8]> for Interned {
    fn borrow(&self) -> &[u8] {
        self
    }
}

/// Compares handles of one interner by address, and those of two by content.
impl PartialEq for Interned {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || (!self.0.is_beside(&other.0) && **self == **other)
    }
}

impl Eq for Interned {}

impl Hash for Interned {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}

/// Shows the content, with all bytes but those of printable ASCII escaped.
impl fmt::Debug for Interned {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Interned(\"{}\")", self.escape_ascii())
    }
}
