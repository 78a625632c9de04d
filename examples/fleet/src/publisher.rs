//! Messages to the stream.

use bytes::Bytes;
use examples::market::Market;
use pool_codec::{Carries, EncodeFrame, Frame, FrameSet, Pool, PooledFrame};

use crate::error::FleetError;
use crate::server::Fleet;

/// Publishes messages of the market.
#[derive(Debug)]
pub struct Publisher {
    fleet: Fleet,
    pool: Pool,
}

impl Publisher {
    /// Creates a publisher whose messages are encoded in slots of `pool`.
    #[must_use]
    pub fn new(fleet: Fleet, pool: Pool) -> Self {
        Self { fleet, pool }
    }

    /// Publishes a message and waits until the server has stored it.
    ///
    /// The slot in which the message is encoded is the payload of the client, and is released when the client has written
    /// it.
    ///
    /// # Errors
    ///
    /// Fails if the message cannot be encoded, or the server does not confirm it.
    pub async fn publish<F>(&self, message: &F) -> Result<(), FleetError>
    where
        F: EncodeFrame<Message = F> + Frame,
        Market: Carries<F>,
    {
        let frame = PooledFrame::<Market>::encode(message, &self.pool)?;
        self.publish_bytes(F::NAME, Bytes::from(frame)).await
    }

    /// Publishes any bytes as a message of the given name.
    ///
    /// # Errors
    ///
    /// Fails as [`publish`](Self::publish) does.
    pub async fn publish_bytes(&self, name: &str, payload: Bytes) -> Result<(), FleetError> {
        let subject = format!("market.{name}");
        let unconfirmed = |source| FleetError::Unconfirmed { subject: subject.clone(), source };
        let sent = self.fleet.context.publish(subject.clone(), payload).await;
        sent.map_err(unconfirmed)?.await.map_err(unconfirmed)?;
        Ok(())
    }

    /// Returns the messages that the feed has.
    #[must_use]
    pub fn names() -> Vec<&'static str> {
        Market::MESSAGES.iter().map(|message| message.name).collect()
    }
}
