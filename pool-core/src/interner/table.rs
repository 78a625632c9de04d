//! The table of an interner, which knows the entries that have handles.
//!
//! The table has weak references, so an entry ends with its last handle: the drop of the entry takes it out of the
//! table. Between the end of the last handle and that drop, the table may have two entries of the same content, of
//! which one has no handles. It cannot be upgraded any more, so no search finds it.
//!
//! A reference that a search upgraded may become the last one before it is dropped. So none is dropped while the
//! table is locked.

use core::hash::BuildHasher;
use core::ptr;
use std::hash::RandomState;
use std::sync::{Arc, PoisonError, Weak};
use std::vec::Vec;

use hashbrown::HashTable;

use super::error::InternError;
use crate::buf::PooledBuf;
use crate::error::AcquireError;
use crate::pool::Pool;
use crate::sync::{Mutex, MutexGuard};

/// Content with handles.
pub(super) struct Entry {
    content: PooledBuf,
    hash: u64,
    /// Behind a trait, because a lint of Clippy takes maps with handles as keys for a mistake if it sees the lock.
    table: Arc<dyn Forget>,
}

/// A table that entries are in.
trait Forget: Send + Sync {
    /// Takes an entry that ends out of the table.
    fn forget(&self, entry: &Entry);
}

impl Entry {
    pub(super) fn content(&self) -> &[u8] {
        &self.content
    }

    /// Whether both entries are of one interner.
    pub(super) fn is_beside(&self, other: &Self) -> bool {
        ptr::addr_eq(Arc::as_ptr(&self.table), Arc::as_ptr(&other.table))
    }
}

impl Drop for Entry {
    fn drop(&mut self) {
        self.table.forget(self);
    }
}

struct Listed {
    hash: u64,
    entry: Weak<Entry>,
}

#[derive(Default)]
struct State {
    entries: HashTable<Listed>,
    /// The length of all entries together.
    bytes: usize,
}

pub(super) struct Table {
    state: Mutex<State>,
    hasher: RandomState,
    max_entries: usize,
    max_bytes: usize,
}

impl Forget for Table {
    fn forget(&self, entry: &Entry) {
        let mut state = self.lock();
        let is_this = |listed: &Listed| ptr::eq(listed.entry.as_ptr(), entry);
        if let Ok(listed) = state.entries.find_entry(entry.hash, is_this) {
            listed.remove();
            state.bytes = state.bytes.saturating_sub(entry.content.len());
        }
    }
}

impl Table {
    pub(super) fn new(max_entries: usize, max_bytes: usize) -> Arc<Self> {
        Arc::new(Self {
            state: Mutex::default(),
            hasher: RandomState::new(),
            max_entries,
            max_bytes,
        })
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // Nothing that panics runs under the lock, except an allocation, which changes nothing if it fails.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The number of entries and of their bytes.
    pub(super) fn size(&self) -> (usize, usize) {
        let state = self.lock();
        (state.entries.len(), state.bytes)
    }

    /// The entry of `content`, if there is one.
    pub(super) fn get(&self, content: &[u8]) -> Option<Arc<Entry>> {
        let hash = self.hasher.hash_one(content);
        // Before the guard, so that it is dropped after it.
        let mut others = Vec::new();
        let state = self.lock();
        state.find(hash, content, &mut others)
    }

    /// The entry of `content`, which is added if there is none.
    pub(super) fn intern(
        self: &Arc<Self>,
        content: &[u8],
        pool: &Pool,
    ) -> Result<Arc<Entry>, InternError> {
        let hash = self.hasher.hash_one(content);
        // Before the guard, so that it is dropped after it.
        let mut others = Vec::new();
        let mut state = self.lock();
        if let Some(found) = state.find(hash, content, &mut others) {
            return Ok(found);
        }
        if state.entries.len() >= self.max_entries {
            return Err(InternError::Entries { limit: self.max_entries });
        }
        let (requested, interned, limit) = (content.len(), state.bytes, self.max_bytes);
        if requested > limit.saturating_sub(interned) {
            return Err(InternError::Bytes { requested, interned, limit });
        }
        let reserved = state.entries.try_reserve(1, |listed| listed.hash);
        reserved.map_err(|_| AcquireError::OutOfMemory { len: requested })?;
        let mut copy = pool.acquire(requested)?;
        copy.copy_from_slice(content);
        let table: Arc<dyn Forget> = Arc::<Self>::clone(self);
        let entry = Arc::new(Entry { content: copy, hash, table });
        let listed = Listed { hash, entry: Arc::downgrade(&entry) };
        state.entries.insert_unique(hash, listed, |listed| listed.hash);
        state.bytes = interned.saturating_add(requested);
        Ok(entry)
    }
}

impl State {
    /// The entry of `content` with handles. Entries of the same hash and other content are added to `others`, which
    /// must not be dropped under the lock.
    fn find(&self, hash: u64, content: &[u8], others: &mut Vec<Arc<Entry>>) -> Option<Arc<Entry>> {
        let mut found = None;
        self.entries.find(hash, |listed| {
            if listed.hash != hash {
                return false;
            }
            let Some(entry) = listed.entry.upgrade() else { return false };
            if entry.content() == content {
                found = Some(entry);
                return true;
            }
            others.push(entry);
            false
        });
        found
    }
}

#[cfg(test)]
mod tests {
    use super::{Listed, Table};
    use crate::{Pool, PoolConfig};
    use core::hash::BuildHasher;
    use std::sync::Arc;
    use std::vec::Vec;

    #[test]
    fn other_content_of_the_same_hash_is_not_dropped_under_the_lock() {
        let pool = Pool::new(&PoolConfig::new());
        let table = Table::new(10, 100);
        let one = table.intern(b"one", &pool).unwrap();
        // As if "two" had the hash of "one".
        let hash = table.hasher.hash_one(&b"two"[..]);
        let listed = Listed { hash, entry: Arc::downgrade(&one) };
        table.lock().entries.insert_unique(hash, listed, |listed| listed.hash);

        let mut others = Vec::new();
        let state = table.lock();
        assert!(state.find(hash, b"two", &mut others).is_none());
        // Now the reference of the search is the last one. Its drop takes the lock.
        drop(one);
        assert_eq!(Arc::strong_count(&others[0]), 1);
        drop(state);
        drop(others);
        assert_eq!(table.size(), (1, 0), "the listing that this test made is left");
        assert!(table.get(b"two").is_none());
    }
}
