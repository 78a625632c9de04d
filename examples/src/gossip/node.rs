//! A node: it reads RPCs from its peers, and answers and forwards them.

use core::fmt;
use core::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use pool_codec::error::{DecodeInError, SendError};
use pool_codec::tokio::{FrameReader, FrameWriter};
use pool_codec::{
    Arena, ArenaError, Carries, EncodeFrame, FrameView, InternError, Interned, Interner, Pool,
    PooledFrame, SlabError, TlvHeader,
};
use tokio::net::TcpStream;
use tokio::sync::mpsc::{self, Receiver, Sender};

use crate::gossip::mesh::Mesh;
use crate::gossip::{
    Cache, GraftRef, IDS, IWant, IWantRef, Limits, MessageId, PruneRef, Publish, PublishRef, Rpc,
    RpcRef, Subscribe, message_id, sign,
};

/// Decides whether a message is forwarded. It may take its time.
pub type Validator = fn(PublishRef<'_>) -> bool;

/// The reason why an RPC had no effect. The peer stays connected.
#[derive(Debug)]
#[non_exhaustive]
pub enum Reject {
    /// The RPC is malformed, or there is no room for it in an arena.
    Decode(DecodeInError),
    /// There is no room for what follows from the RPC in its arena.
    Arena(ArenaError),
    /// There are too many topics.
    Topics(InternError),
    /// The peer has too many topics.
    TopicsOfPeer,
    /// No peer wants the topic, and neither does the node.
    UnknownTopic,
    /// The signature is wrong, or the validator refused the message.
    Invalid,
    /// The message is not new.
    Seen,
    /// The pool has no slot for the message.
    Cache(SlabError),
    /// The pool has no slot for an answer.
    Answer(SendError),
}

impl fmt::Display for Reject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Decode(error) => error.fmt(f),
            Self::Arena(error) => error.fmt(f),
            Self::Topics(error) => error.fmt(f),
            Self::Cache(error) => error.fmt(f),
            Self::Answer(error) => error.fmt(f),
            Self::TopicsOfPeer => f.write_str("the peer has too many topics"),
            Self::UnknownTopic => f.write_str("nobody wants the topic"),
            Self::Invalid => f.write_str("the message is not valid"),
            Self::Seen => f.write_str("the message is not new"),
        }
    }
}

impl core::error::Error for Reject {}

/// What a node has done.
#[derive(Debug, Default)]
pub struct Counters {
    /// The number of messages of topics that the node wants.
    pub delivered: AtomicU64,
    /// The number of RPCs that had no effect.
    pub rejected: AtomicU64,
    /// The number of frames that a peer was too slow for.
    pub dropped: AtomicU64,
    /// The most bytes that one RPC allocated in its arena.
    pub arena_high_water: AtomicUsize,
}

type Frame = Arc<PooledFrame<Rpc>>;

/// A publish/subscribe node.
pub struct Node {
    id: u64,
    pool: Pool,
    limits: Limits,
    validator: Validator,
    topics: Interner<Pool>,
    state: Mutex<State>,
    /// What the node has done.
    pub counters: Counters,
}

struct State {
    mesh: Mesh,
    cache: Cache<Pool>,
    peers: HashMap<u64, Sender<Frame>>,
    sequence: u64,
}

impl Node {
    /// Makes a node whose memory lies in `pool`.
    #[must_use]
    pub fn new(id: u64, pool: &Pool, limits: Limits, validator: Validator) -> Arc<Self> {
        let state = State {
            mesh: Mesh::default(),
            cache: Cache::new(pool.clone(), limits.cache, limits.seen),
            peers: HashMap::new(),
            sequence: 0,
        };
        Arc::new(Self {
            id,
            pool: pool.clone(),
            limits,
            validator,
            topics: Interner::new(
                pool.clone(),
                limits.topics,
                limits.topics.saturating_mul(super::TOPIC),
            ),
            state: Mutex::new(state),
            counters: Counters::default(),
        })
    }

    /// The number by which others know the node.
    #[must_use]
    pub fn id(&self) -> u64 {
        self.id
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The topics, the number of messages in the cache and the most that there can be.
    #[must_use]
    pub fn size(&self) -> (&Interner<Pool>, (usize, usize)) {
        (&self.topics, self.state().cache.size())
    }

    /// Wants a topic, and tells all peers.
    ///
    /// # Errors
    ///
    /// Fails if there are too many topics, or the pool has no slot.
    pub fn join(&self, topic: &str) -> Result<(), Reject> {
        let interned = self.topics.intern(topic).map_err(Reject::Topics)?;
        let mut state = self.state();
        state.mesh.join(interned);
        let Ok(topic) = topic.parse() else { return Err(Reject::UnknownTopic) };
        let frame = self.encode(&Subscribe { topic, wanted: true })?;
        state.peers.values().for_each(|peer| self.send_to(Some(peer), &frame));
        Ok(())
    }

    /// Publishes a message.
    ///
    /// # Errors
    ///
    /// Fails if the topic or the data are too long, or the pool has no slot.
    pub fn publish(&self, topic: &str, data: &[u8]) -> Result<(), Reject> {
        let interned = self.topics.intern(topic).map_err(Reject::Topics)?;
        let mut state = self.state();
        let sequence = state.sequence;
        state.sequence = sequence.wrapping_add(1);
        let signature = sign(topic, data, sequence, self.id);
        let (Ok(topic), Ok(data)) = (topic.parse(), data.try_into()) else {
            return Err(Reject::Invalid);
        };
        let message = Publish { topic, data, sequence, source: self.id, signature };
        let frame = self.encode(&message)?;
        let id = message_id(self.id, sequence);
        state.cache.insert(id, frame.payload()).map_err(Reject::Cache)?;
        self.forward(&mut state, &interned, None, &frame);
        Ok(())
    }

    /// Serves a peer until it closes the connection or sends what is no frame.
    ///
    /// # Errors
    ///
    /// Fails if the connection does.
    pub async fn serve(self: Arc<Self>, peer: u64, stream: TcpStream) -> anyhow::Result<()> {
        let (read, write) = stream.into_split();
        let (sender, receiver) = mpsc::channel(self.limits.queue);
        let joined = self.connect(peer, sender)?;
        let writer = FrameWriter::<_, TlvHeader>::new(write, &self.pool);
        let written = tokio::spawn(send_all(writer, receiver));
        let mut reader = FrameReader::<_, Rpc>::new(read, &self.pool);
        let served = loop {
            match reader.read().await {
                Ok(Some(frame)) => {
                    if self.handle(peer, frame).await.is_err() {
                        self.counters.rejected.fetch_add(1, Ordering::Relaxed);
                    }
                }
                Ok(None) => break Ok(()),
                // An oversized frame or one of unknown id: the reader skips it.
                Err(error) if !error.is_fatal() => {
                    self.counters.rejected.fetch_add(1, Ordering::Relaxed);
                }
                Err(error) => break Err(error),
            }
        };
        drop(joined);
        written.abort();
        served?;
        Ok(())
    }

    /// Adds a peer, until the result is dropped, and tells it the topics that the node wants.
    fn connect(&self, peer: u64, sender: Sender<Frame>) -> Result<Connected<'_>, Reject> {
        let topics: Vec<Interned> = {
            let mut state = self.state();
            state.peers.insert(peer, sender);
            state.mesh.joined().cloned().collect()
        };
        let connected = Connected { node: self, peer };
        for topic in topics {
            let Ok(topic) = topic.to_str().unwrap_or_default().parse() else { continue };
            let frame = self.encode(&Subscribe { topic, wanted: true })?;
            self.send(&self.state(), peer, &frame);
        }
        Ok(connected)
    }

    /// Handles one RPC, with an arena that ends with it.
    ///
    /// # Errors
    ///
    /// Fails if the RPC has no effect.
    pub async fn handle(&self, peer: u64, frame: FrameView<'_, Rpc>) -> Result<(), Reject> {
        let arena = Arena::new(&self.pool, self.limits.arena);
        // From here on the reader is free, and so is its buffer.
        let rpc = frame.decode_in::<Rpc>(&arena).map_err(Reject::Decode)?;
        if let RpcRef::Publish(message) = rpc {
            // A real node would verify signatures elsewhere. The message lives on in the arena.
            tokio::task::yield_now().await;
            self.validate(message)?;
        }
        let result = self.apply(peer, rpc, &arena);
        self.counters.arena_high_water.fetch_max(arena.allocated(), Ordering::Relaxed);
        result
    }

    fn validate(&self, message: PublishRef<'_>) -> Result<(), Reject> {
        let PublishRef { topic, data, sequence, source, signature } = message;
        let signed = sign(&topic, &data, sequence, source) == signature;
        if signed && (self.validator)(message) { Ok(()) } else { Err(Reject::Invalid) }
    }

    fn apply(&self, peer: u64, rpc: RpcRef<'_>, arena: &Arena<&Pool>) -> Result<(), Reject> {
        let known = |topic: &str| self.topics.get(topic).ok_or(Reject::UnknownTopic);
        match rpc {
            RpcRef::Subscribe(rpc) if rpc.wanted => {
                let topic = self.topics.intern(&*rpc.topic).map_err(Reject::Topics)?;
                let mut state = self.state();
                match state.mesh.subscribe(peer, &topic, &self.limits) {
                    None => return Err(Reject::TopicsOfPeer),
                    Some(false) => {}
                    Some(true) => {
                        let graft = self.encode(&GraftRef { topic: rpc.topic })?;
                        self.send(&state, peer, &graft);
                    }
                }
            }
            RpcRef::Subscribe(rpc) => {
                self.state().mesh.unsubscribe(peer, &known(&rpc.topic)?);
            }
            RpcRef::Publish(rpc) => {
                let topic = known(&rpc.topic)?;
                let frame = self.encode(&rpc)?;
                let mut state = self.state();
                let id = message_id(rpc.source, rpc.sequence);
                if !state.cache.insert(id, frame.payload()).map_err(Reject::Cache)? {
                    return Err(Reject::Seen);
                }
                if state.mesh.is_joined(&topic) {
                    self.counters.delivered.fetch_add(1, Ordering::Relaxed);
                }
                self.forward(&mut state, &topic, Some(peer), &frame);
            }
            RpcRef::Graft(rpc) => {
                let topic = known(&rpc.topic)?;
                let mut state = self.state();
                state.mesh.graft(peer, &topic, &self.limits);
                if !state.mesh.is_grafted(peer, &topic) {
                    let prune = self.encode(&PruneRef { topic: rpc.topic })?;
                    self.send(&state, peer, &prune);
                }
            }
            RpcRef::Prune(rpc) => self.state().mesh.prune(peer, &known(&rpc.topic)?),
            RpcRef::IHave(rpc) => {
                known(&rpc.topic)?;
                let state = self.state();
                let lacking = |id: &&MessageId| !state.cache.contains(id);
                let count = rpc.ids.iter().filter(lacking).count();
                let mut missing = rpc.ids.iter().filter(lacking);
                let ids: &[MessageId] = arena
                    .alloc_slice_fill_with(count, |_| missing.next().copied().unwrap_or_default())
                    .map_err(Reject::Arena)?;
                if !ids.is_empty() {
                    let ids = ids.to_vec().try_into().map_err(|_| Reject::Invalid)?;
                    let want = self.encode(&IWant { ids })?;
                    self.send(&state, peer, &want);
                }
            }
            RpcRef::IWant(IWantRef { ids }) => {
                let state = self.state();
                for id in ids.iter().take(IDS) {
                    let Some(payload) = state.cache.get(id) else { continue };
                    let message = <PublishRef<'_> as pool_codec::Decodable>::decode(payload);
                    let Ok(message) = message else { continue };
                    let frame = self.encode(&message)?;
                    self.send(&state, peer, &frame);
                }
            }
        }
        Ok(())
    }

    fn encode<F: EncodeFrame>(&self, message: &F) -> Result<Frame, Reject>
    where
        Rpc: Carries<F::Message>,
    {
        PooledFrame::encode(message, &self.pool).map(Arc::new).map_err(Reject::Answer)
    }

    fn forward(&self, state: &mut State, topic: &Interned, from: Option<u64>, frame: &Frame) {
        let State { mesh, peers, .. } = state;
        for peer in mesh.receivers(topic, &self.limits).filter(|&peer| Some(peer) != from) {
            self.send_to(peers.get(&peer), frame);
        }
    }

    fn send(&self, state: &State, peer: u64, frame: &Frame) {
        self.send_to(state.peers.get(&peer), frame);
    }

    /// Queues a frame. A peer that is too slow misses it, and can ask for it later.
    fn send_to(&self, peer: Option<&Sender<Frame>>, frame: &Frame) {
        if let Some(sender) = peer
            && sender.try_send(Arc::clone(frame)).is_err()
        {
            self.counters.dropped.fetch_add(1, Ordering::Relaxed);
        }
    }
}

impl fmt::Debug for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Node").field("id", &self.id).finish_non_exhaustive()
    }
}

/// A peer, which leaves when this is dropped.
struct Connected<'node> {
    node: &'node Node,
    peer: u64,
}

impl Drop for Connected<'_> {
    fn drop(&mut self) {
        let mut state = self.node.state();
        state.peers.remove(&self.peer);
        state.mesh.leave(self.peer);
    }
}

async fn send_all(
    mut writer: FrameWriter<tokio::net::tcp::OwnedWriteHalf, TlvHeader>,
    mut frames: Receiver<Frame>,
) -> anyhow::Result<()> {
    while let Some(frame) = frames.recv().await {
        writer.send(&*frame).await?;
        if frames.is_empty() {
            writer.flush().await?;
        }
    }
    writer.flush().await?;
    Ok(())
}
