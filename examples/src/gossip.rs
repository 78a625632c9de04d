//! A publish/subscribe node: peers tell each other which topics they want, and forward what is published.
//!
//! Each RPC is one frame. A node decodes it in an arena of its own, which ends with the RPC. The names of topics outlive
//! it: they are interned. The messages that a peer may still ask for are in a slab. All of this has a bound, and lies in
//! slots of one pool.

mod cache;
mod mesh;
mod node;

use core::hash::Hasher;

use fnv::FnvHasher;
use pool_codec::{Bytes, Frame, FrameSet, PoolConfig, Seq, Str, TlvHeader};

pub use self::cache::Cache;
pub use self::mesh::Limits;
pub use self::node::{Counters, Node, Reject, Validator};

/// The maximum length of a topic, in bytes.
pub const TOPIC: usize = 64;
/// The maximum length of published data, in bytes.
pub const DATA: usize = 1024;
/// The maximum number of ids in one RPC.
pub const IDS: usize = 64;

/// The source of a message and its sequence number.
pub type MessageId = [u8; 16];

/// Starts or ends the interest of the sender in a topic.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1, borrow)]
pub struct Subscribe {
    /// The topic.
    pub topic: Str<TOPIC>,
    /// Whether the sender wants the topic.
    pub wanted: bool,
}

/// A message to all that want its topic.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 2, borrow)]
pub struct Publish {
    /// The topic.
    pub topic: Str<TOPIC>,
    /// The content.
    pub data: Bytes<DATA>,
    /// The number of messages that the source published before.
    pub sequence: u64,
    /// The node that published the message.
    pub source: u64,
    /// See [`sign`].
    pub signature: u64,
}

/// Adds the sender to the receiver's mesh of a topic.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 3, borrow)]
pub struct Graft {
    /// The topic.
    pub topic: Str<TOPIC>,
}

/// Removes the sender from the receiver's mesh of a topic.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 4, borrow)]
pub struct Prune {
    /// The topic.
    pub topic: Str<TOPIC>,
}

/// Messages that the sender has.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 5, borrow)]
pub struct IHave {
    /// The topic of the messages.
    pub topic: Str<TOPIC>,
    /// The messages.
    pub ids: Seq<[u8; 16], IDS>,
}

/// Messages that the sender lacks.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 6, borrow)]
pub struct IWant {
    /// The messages.
    pub ids: Seq<[u8; 16], IDS>,
}

/// Any RPC.
#[derive(Debug, Clone, PartialEq, FrameSet)]
#[frames(header = TlvHeader, borrow)]
pub enum Rpc {
    /// Starts or ends the interest in a topic.
    Subscribe(Subscribe),
    /// A message.
    Publish(Publish),
    /// Joins a mesh.
    Graft(Graft),
    /// Leaves a mesh.
    Prune(Prune),
    /// Offers messages.
    IHave(IHave),
    /// Asks for messages.
    IWant(IWant),
}

/// The slots of the RPCs and of their arenas. Nothing comes from the heap: if slots lack, RPCs are refused.
pub const POOL_CONFIG: PoolConfig =
    Rpc::POOL_CONFIG.with_message(0, 16 << 10, Some(256)).with_overflow(pool_codec::Overflow::Fail);

/// Returns the id of a message.
#[must_use]
pub fn message_id(source: u64, sequence: u64) -> MessageId {
    (u128::from(source) << 64 | u128::from(sequence)).to_le_bytes()
}

/// Computes the signature of a message. A hash stands in for a cipher: this example is about memory.
#[must_use]
pub fn sign(topic: &str, data: &[u8], sequence: u64, source: u64) -> u64 {
    let mut hasher = FnvHasher::default();
    hasher.write(topic.as_bytes());
    hasher.write(data);
    hasher.write_u64(sequence);
    hasher.write_u64(source);
    hasher.finish()
}
