//! Who wants which topic, and who forwards to whom.

use std::collections::{BTreeSet, HashMap, HashSet};

use pool_codec::Interned;

/// The bounds of a node.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// The maximum number of topics that all peers and the node itself name.
    pub topics: usize,
    /// The maximum number of topics of one peer.
    pub topics_per_peer: usize,
    /// The maximum number of peers in the mesh of a topic.
    pub mesh: usize,
    /// The maximum number of messages in the cache.
    pub cache: usize,
    /// The maximum number of messages whose id is remembered, so that they are forwarded once.
    pub seen: usize,
    /// The maximum number of bytes in the arena of an RPC.
    pub arena: usize,
    /// The maximum number of frames that wait to be sent to a peer.
    pub queue: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            topics: 32,
            topics_per_peer: 8,
            mesh: 6,
            cache: 256,
            seen: 1 << 14,
            arena: 16 << 10,
            queue: 64,
        }
    }
}

/// The topics of a node and of its peers.
#[derive(Debug, Default)]
pub(super) struct Mesh {
    /// The topics that the node wants, and the peers that exchange their messages with it.
    mesh: HashMap<Interned, BTreeSet<u64>>,
    /// The peers to which the node sends messages of a topic that it does not want itself.
    fanout: HashMap<Interned, BTreeSet<u64>>,
    /// What each peer wants.
    wanted: HashMap<u64, HashSet<Interned>>,
}

impl Mesh {
    /// The node itself wants a topic.
    pub(super) fn join(&mut self, topic: Interned) {
        let peers = self.fanout.remove(&topic).unwrap_or_default();
        self.mesh.entry(topic).or_insert(peers);
    }

    /// The topics that the node wants.
    pub(super) fn joined(&self) -> impl Iterator<Item = &Interned> {
        self.mesh.keys()
    }

    pub(super) fn is_joined(&self, topic: &Interned) -> bool {
        self.mesh.contains_key(topic)
    }

    /// A peer wants a topic. Returns whether it is new in the mesh, or `None` if it wants too many.
    pub(super) fn subscribe(
        &mut self,
        peer: u64,
        topic: &Interned,
        limits: &Limits,
    ) -> Option<bool> {
        let wanted = self.wanted.entry(peer).or_default();
        if wanted.len() >= limits.topics_per_peer && !wanted.contains(topic) {
            return None;
        }
        wanted.insert(topic.clone());
        Some(self.graft(peer, topic, limits))
    }

    pub(super) fn unsubscribe(&mut self, peer: u64, topic: &Interned) {
        if let Some(wanted) = self.wanted.get_mut(&peer) {
            wanted.remove(topic);
        }
        self.prune(peer, topic);
    }

    /// Adds a peer to the mesh of a topic, if the node has joined it and there is room. Returns whether it is new.
    pub(super) fn graft(&mut self, peer: u64, topic: &Interned, limits: &Limits) -> bool {
        match self.mesh.get_mut(topic) {
            Some(peers) if peers.len() < limits.mesh => peers.insert(peer),
            _ => false,
        }
    }

    pub(super) fn is_grafted(&self, peer: u64, topic: &Interned) -> bool {
        self.mesh.get(topic).is_some_and(|peers| peers.contains(&peer))
    }

    pub(super) fn prune(&mut self, peer: u64, topic: &Interned) {
        for peers in [&mut self.mesh, &mut self.fanout] {
            if let Some(peers) = peers.get_mut(topic) {
                peers.remove(&peer);
            }
        }
    }

    /// The peers that get a message of a topic. For a topic that the node does not want, some are chosen.
    pub(super) fn receivers(
        &mut self,
        topic: &Interned,
        limits: &Limits,
    ) -> impl Iterator<Item = u64> {
        let Self { mesh, fanout, wanted } = self;
        let peers = mesh.get(topic).unwrap_or_else(|| {
            fanout.entry(topic.clone()).or_insert_with(|| {
                let interested = wanted.iter().filter(|(_, topics)| topics.contains(topic));
                interested.map(|(peer, _)| *peer).take(limits.mesh).collect()
            })
        });
        peers.iter().copied()
    }

    /// Forgets a peer, and the topics that only it wanted.
    pub(super) fn leave(&mut self, peer: u64) {
        self.wanted.remove(&peer);
        self.mesh.values_mut().for_each(|peers| _ = peers.remove(&peer));
        self.fanout.retain(|_, peers| {
            peers.remove(&peer);
            !peers.is_empty()
        });
    }
}
