//! The connection of a process to its server, and the two streams.

use core::time::Duration;

use async_nats::ConnectOptions;
use async_nats::jetstream::{self, stream};

use crate::error::FleetError;

/// The stream of messages that consumers could not decode.
pub const DEAD: &str = "DEAD";
const MARKET: &str = "MARKET";

/// How long a request may take.
const TIMEOUT: Duration = Duration::from_secs(5);

/// What the stream keeps for replay, and for consumers that are behind.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// The most messages. Beyond them the server drops the oldest, and a consumer that needs one gets
    /// [`FleetError::TooSlow`].
    pub messages: i64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { messages: 1_000_000 }
    }
}

/// A connection to a nats-server whose streams exist.
#[derive(Debug, Clone)]
pub struct Fleet {
    pub(crate) context: jetstream::Context,
    pub(crate) market: stream::Stream,
    pub(crate) dead: stream::Stream,
}

impl Fleet {
    /// Connects to the server at `address`, and opens the streams. They are created if they do not exist.
    ///
    /// # Errors
    ///
    /// Fails if no server answers, or if it has no JetStream.
    pub async fn connect(address: &str, limits: Limits) -> Result<Self, FleetError> {
        // After the first connection, the client connects again on its own.
        let options =
            ConnectOptions::new().connection_timeout(TIMEOUT).request_timeout(Some(TIMEOUT));
        let client = options
            .connect(address)
            .await
            .map_err(|source| FleetError::Unreachable { address: address.to_owned(), source })?;
        let context = jetstream::new(client);
        let market = market(limits);
        let dead = stream::Config {
            name: DEAD.to_owned(),
            subjects: vec!["dead.>".to_owned()],
            ..Default::default()
        };
        Ok(Self {
            market: open(&context, MARKET, market).await?,
            dead: open(&context, DEAD, dead).await?,
            context,
        })
    }

    /// Changes the limits of the stream, which keeps its messages.
    ///
    /// # Errors
    ///
    /// Fails if the server does.
    pub async fn limit(&self, limits: Limits) -> Result<(), FleetError> {
        let updated = self.context.update_stream(market(limits)).await;
        updated
            .map_err(|error| FleetError::NoStream { stream: MARKET, reason: error.to_string() })?;
        Ok(())
    }
}

fn market(limits: Limits) -> stream::Config {
    stream::Config {
        name: MARKET.to_owned(),
        subjects: vec!["market.>".to_owned()],
        max_messages: limits.messages,
        ..Default::default()
    }
}

async fn open(
    context: &jetstream::Context,
    name: &'static str,
    config: stream::Config,
) -> Result<stream::Stream, FleetError> {
    let opened = context.get_or_create_stream(config).await;
    opened.map_err(|error| FleetError::NoStream { stream: name, reason: error.to_string() })
}
