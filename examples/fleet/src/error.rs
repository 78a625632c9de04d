//! What may go wrong, and how to go on.

use async_nats::{ConnectError, jetstream};
use pool_codec::error::SendError;
use thiserror::Error;

/// An error of a publisher or a consumer.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum FleetError {
    /// No server answers at the address.
    #[error(
        "no nats-server answers at {address}: {source}\nhelp: start one with `nats-server -js`, or check the address and the firewall"
    )]
    Unreachable {
        /// The address of the server.
        address: String,
        /// The error of the client.
        source: ConnectError,
    },
    /// The server answers, but not to requests of JetStream.
    #[error(
        "the server cannot open the stream {stream}: {reason}\nhelp: start it with `nats-server -js`"
    )]
    NoStream {
        /// The name of the stream.
        stream: &'static str,
        /// The error of the client.
        reason: String,
    },
    /// The stream has dropped messages that this consumer has not confirmed.
    #[error(
        "the consumer `{name}` is too slow: the stream has dropped {missed} messages that it has not confirmed\nhelp: start more processes of this name or raise the limits of the stream, and accept the loss to go on"
    )]
    TooSlow {
        /// The name of the consumer.
        name: String,
        /// The number of messages that are lost.
        missed: u64,
    },
    /// The server has not confirmed a message.
    #[error(
        "the server has not confirmed a message on {subject}: {source}\nhelp: it may be stored. Publish it again when the server is back; consumers have to expect it twice"
    )]
    Unconfirmed {
        /// The subject of the message.
        subject: String,
        /// The error of the client.
        source: jetstream::context::PublishError,
    },
    /// The consumer has lost the server.
    #[error(
        "the consumer `{name}` has lost its stream: {reason}\nhelp: start it again; the server keeps its position"
    )]
    Lost {
        /// The name of the consumer.
        name: String,
        /// The error of the client.
        reason: String,
    },
    /// The message cannot be encoded, or the pool has no slot.
    #[error(transparent)]
    Send(#[from] SendError),
}
