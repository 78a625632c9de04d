//! The messages that were seen lately.

use core::borrow::Borrow;
use std::collections::{HashMap, HashSet, VecDeque};

use pool_codec::{Pool, Slab, SlabError, SlabKey, Wire};

use crate::gossip::{MessageId, Publish};

/// The ids of a bounded number of messages, and the payloads of the latest of them. The oldest one makes room for a new
/// one.
#[derive(Debug)]
pub struct Cache<P: Borrow<Pool>> {
    messages: Slab<{ Publish::MAX_SIZE }, P>,
    keys: HashMap<MessageId, SlabKey>,
    /// The ids of `messages`, oldest first.
    order: VecDeque<MessageId>,
    seen: HashSet<MessageId>,
    /// The elements of `seen`, oldest first.
    seen_order: VecDeque<MessageId>,
    max_seen: usize,
}

impl<P: Borrow<Pool>> Cache<P> {
    /// Makes a cache of at most `capacity` messages, which remembers the ids of `max_seen`.
    pub fn new(pool: P, capacity: usize, max_seen: usize) -> Self {
        Self {
            messages: Slab::new(pool, capacity),
            keys: HashMap::with_capacity(capacity),
            order: VecDeque::with_capacity(capacity),
            seen: HashSet::with_capacity(max_seen),
            seen_order: VecDeque::with_capacity(max_seen),
            max_seen,
        }
    }

    /// Whether the message was seen lately.
    pub fn contains(&self, id: &MessageId) -> bool {
        self.seen.contains(id)
    }

    /// The payload of a message.
    pub fn get(&self, id: &MessageId) -> Option<&[u8]> {
        self.messages.get(*self.keys.get(id)?)
    }

    /// Keeps a message. Returns whether it is new.
    ///
    /// # Errors
    ///
    /// Fails if the pool has no slot for it.
    pub fn insert(&mut self, id: MessageId, payload: &[u8]) -> Result<bool, SlabError> {
        if self.contains(&id) {
            return Ok(false);
        }
        if self.messages.len() >= self.messages.capacity()
            && let Some(oldest) = self.order.pop_front()
            && let Some(key) = self.keys.remove(&oldest)
        {
            self.messages.remove(key);
        }
        let key = self.messages.insert(payload)?;
        self.keys.insert(id, key);
        self.order.push_back(id);
        if self.seen_order.len() >= self.max_seen
            && let Some(oldest) = self.seen_order.pop_front()
        {
            self.seen.remove(&oldest);
        }
        self.seen.insert(id);
        self.seen_order.push_back(id);
        Ok(true)
    }

    /// The number of messages, and the most that there can be.
    pub fn size(&self) -> (usize, usize) {
        (self.messages.len(), self.messages.capacity())
    }
}

#[cfg(test)]
mod tests {
    use super::Cache;
    use crate::gossip::{POOL_CONFIG, message_id};
    use pool_codec::Pool;

    #[test]
    fn the_oldest_message_makes_room_and_is_remembered() -> anyhow::Result<()> {
        let mut cache = Cache::new(Pool::new(&POOL_CONFIG), 2, 3);
        for sequence in 0..4 {
            assert!(cache.insert(message_id(1, sequence), b"payload")?);
            assert!(!cache.insert(message_id(1, sequence), b"payload")?);
        }
        let kept = |sequence| cache.get(&message_id(1, sequence)).is_some();
        assert_eq!([0, 1, 2, 3].map(kept), [false, false, true, true]);
        let seen = |sequence| cache.contains(&message_id(1, sequence));
        assert_eq!([0, 1, 2, 3].map(seen), [false, true, true, true]);
        assert_eq!(cache.size(), (2, 2));
        Ok(())
    }
}
