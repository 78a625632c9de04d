//! Messages from the stream.

use core::fmt;
use core::time::Duration;

use async_nats::HeaderMap;
use async_nats::jetstream::consumer::{AckPolicy, PullConsumer, pull};
use async_nats::jetstream::{AckKind, Message};
use examples::market::{Market, MarketRef};
use futures::StreamExt;
use pool_codec::{DecodeError, DecodeFrame, FrameSet, MessageInfo};

use crate::error::FleetError;
use crate::server::Fleet;

/// How long a consumer may take for a message. Then the server delivers it again.
const ACK_WAIT: Duration = Duration::from_secs(1);
/// The most messages that a consumer has received and not confirmed. More wait in the stream.
const MAX_ACK_PENDING: i64 = 256;

/// A durable consumer: the server keeps its position by its name. Processes of the same name share the messages.
pub struct Consumer {
    fleet: Fleet,
    name: String,
    messages: pull::Stream,
}

impl fmt::Debug for Consumer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Consumer").field("name", &self.name).finish_non_exhaustive()
    }
}

/// What [`Consumer::next`] has done with a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Received {
    /// The handler has it, and the server knows.
    Handled,
    /// It did not decode, and is in the stream of dead letters.
    Dead,
}

impl Consumer {
    /// Continues where the consumer of this name stopped, or starts at the first message.
    ///
    /// # Errors
    ///
    /// Fails with [`FleetError::TooSlow`] if the stream has dropped messages before this consumer confirmed them, unless
    /// `accept_loss` is set. Fails if the server does.
    pub async fn new(mut fleet: Fleet, name: &str, accept_loss: bool) -> Result<Self, FleetError> {
        let config = pull::Config {
            durable_name: Some(name.to_owned()),
            ack_policy: AckPolicy::Explicit,
            ack_wait: ACK_WAIT,
            max_ack_pending: MAX_ACK_PENDING,
            ..Default::default()
        };
        let consumer = fleet.market.get_or_create_consumer(name, config).await;
        let consumer = consumer.map_err(|error| lost(name, &error))?;
        let missed = missed(&mut fleet, &consumer).await.map_err(|error| lost(name, &error))?;
        if missed > 0 && !accept_loss {
            return Err(FleetError::TooSlow { name: name.to_owned(), missed });
        }
        let messages = consumer.messages().await.map_err(|error| lost(name, &error))?;
        Ok(Self { fleet, name: name.to_owned(), messages })
    }

    /// Waits for a message, decodes it in the bytes of the client, and confirms it when `handle` returns. A process that
    /// ends before that gets the message again.
    ///
    /// # Errors
    ///
    /// Fails if the server does. A message that does not decode is no error: it is moved to the dead letters.
    pub async fn next(
        &mut self,
        handle: impl FnOnce(MarketRef<'_>),
    ) -> Result<Received, FleetError> {
        let message = self.messages.next().await;
        let message = message.ok_or_else(|| lost(&self.name, &"the stream has ended"))?;
        let message = message.map_err(|error| lost(&self.name, &error))?;
        let received = match decode(&message) {
            Ok(market) => {
                handle(market);
                Received::Handled
            }
            Err(reason) => {
                self.bury(&message, &reason).await?;
                Received::Dead
            }
        };
        // A message in the dead letters is finished, too.
        let kind = if received == Received::Dead { AckKind::Term } else { AckKind::Ack };
        message.ack_with(kind).await.map_err(|error| lost(&self.name, &error))?;
        Ok(received)
    }

    /// Copies a message to the dead letters, with the reason in its header.
    async fn bury(&self, message: &Message, reason: &str) -> Result<(), FleetError> {
        let mut headers = HeaderMap::new();
        // A value of a header is one line.
        headers.insert("Reason", reason.replace(['\r', '\n'], " | ").as_str());
        let subject = format!("dead.{}", message.subject);
        let context = &self.fleet.context;
        let sent = context.publish_with_headers(subject, headers, message.payload.clone()).await;
        let sent = sent.map_err(|error| lost(&self.name, &error))?;
        sent.await.map_err(|error| lost(&self.name, &error))?;
        Ok(())
    }
}

impl Fleet {
    /// Returns the number of dead letters, and the reason of the last one.
    ///
    /// # Errors
    ///
    /// Fails if the server does.
    pub async fn dead_letters(&mut self) -> Result<(u64, Option<String>), FleetError> {
        let info = self.dead.info().await.map_err(|error| lost("dead letters", &error))?;
        let (count, last) = (info.state.messages, info.state.last_sequence);
        if count == 0 {
            return Ok((0, None));
        }
        let letter = self.dead.get_raw_message(last).await;
        let letter = letter.map_err(|error| lost("dead letters", &error))?;
        Ok((count, letter.headers.get("Reason").map(ToString::to_string)))
    }
}

/// The number of messages that the stream has dropped and the consumer has not confirmed.
async fn missed(
    fleet: &mut Fleet,
    consumer: &PullConsumer,
) -> Result<u64, async_nats::jetstream::context::RequestError> {
    let info = consumer.cached_info();
    if info.delivered.consumer_sequence == 0 {
        // A new consumer has no position yet, and starts at the first message there is.
        return Ok(0);
    }
    let first = fleet.market.info().await?.state.first_sequence;
    Ok(first.saturating_sub(info.ack_floor.stream_sequence.saturating_add(1)))
}

/// Decodes the borrowed form. The error is its `explain`.
fn decode(message: &Message) -> Result<MarketRef<'_>, String> {
    let name = message.subject.strip_prefix("market.").unwrap_or(&message.subject);
    let known = Market::MESSAGES.iter().find(|message| message.name == name);
    let Some(MessageInfo { id, .. }) = known else {
        return Err(format!("no message of the feed has the name `{name}`"));
    };
    let decoded = MarketRef::decode_frame(*id, &message.payload);
    decoded.map_err(|error: DecodeError| error.explain(&message.payload).to_string())
}

fn lost(name: &str, reason: &(impl ToString + ?Sized)) -> FleetError {
    FleetError::Lost { name: name.to_owned(), reason: reason.to_string() }
}
