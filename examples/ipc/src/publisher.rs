//! Messages into the feed.

use iceoryx2::port::notifier::Notifier;
use iceoryx2::prelude::ipc;
use pool_codec::{Carries, EncodeFrame, FrameSet};

use crate::error::IpcError;
use crate::feed::{Envelope, Feed};

/// Publishes messages of the set `S`.
///
/// Keep it for the life of the program. A subscriber that has received nothing from it when it is dropped gets none of its
/// samples.
#[derive(Debug)]
pub struct Publisher<S> {
    feed: Feed<S>,
    samples: iceoryx2::port::publisher::Publisher<ipc::Service, [u8], Envelope>,
    events: Notifier<ipc::Service>,
    sequence: u64,
}

impl<S: FrameSet> Publisher<S> {
    /// Allocates the shared memory of a publisher.
    ///
    /// # Errors
    ///
    /// Fails if the feed already has the most publishers that its limits allow.
    pub fn new(feed: Feed<S>) -> Result<Self, IpcError> {
        Ok(Self { samples: feed.publisher()?, events: feed.notifier()?, feed, sequence: 0 })
    }

    /// Encodes a message in shared memory, and wakes the subscribers. Returns their number, killed ones included until the
    /// next process opens the feed.
    ///
    /// A subscriber that has no room left misses its oldest sample, and is told ([`Sample::missed`](crate::Sample::missed)).
    ///
    /// # Errors
    ///
    /// Fails if the message cannot be encoded; then nothing is sent. Fails with [`IpcError::Unsent`] if iceoryx2 does.
    pub fn publish<F: EncodeFrame>(&mut self, message: &F) -> Result<usize, IpcError>
    where
        S: Carries<F::Message>,
    {
        let id = message.frame_id();
        self.publish_with(id, message.payload_len(), |payload| {
            message.encode_payload(payload)?;
            Ok(())
        })
    }

    /// Publishes any bytes as a message of the given id.
    ///
    /// # Errors
    ///
    /// Fails with [`IpcError::TooLong`] if there are more of them than [`FrameSet::MAX_SIZE`], and with
    /// [`IpcError::Unsent`] if iceoryx2 does.
    pub fn publish_bytes(&mut self, id: u32, bytes: &[u8]) -> Result<usize, IpcError> {
        self.publish_with(id, bytes.len(), |payload| {
            payload.copy_from_slice(bytes);
            Ok(())
        })
    }

    fn publish_with(
        &mut self,
        id: u32,
        len: usize,
        encode: impl FnOnce(&mut [u8]) -> Result<(), IpcError>,
    ) -> Result<usize, IpcError> {
        if len > S::MAX_SIZE {
            let name = self.feed.name().to_owned();
            return Err(IpcError::TooLong { name, len, max: S::MAX_SIZE });
        }
        let mut sample = self.samples.loan_slice(len).map_err(|error| self.unsent(id, &error))?;
        encode(sample.payload_mut())?;
        self.sequence = self.sequence.wrapping_add(1);
        *sample.user_header_mut() = Envelope { sequence: self.sequence, id };
        let receivers = sample.send().map_err(|error| self.unsent(id, &error))?;
        self.events.notify().map_err(|error| self.unsent(id, &error))?;
        Ok(receivers)
    }

    #[cold]
    fn unsent(&self, id: u32, reason: &dyn core::fmt::Display) -> IpcError {
        let message = S::message(id).map_or_else(|| id.to_string(), |info| info.name.to_owned());
        IpcError::Unsent { name: self.feed.name().to_owned(), message, reason: reason.to_string() }
    }
}
