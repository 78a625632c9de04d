//! Messages from the feed.

use core::time::Duration;
use std::collections::HashMap;
use std::time::Instant;

use iceoryx2::identifiers::UniquePublisherId;
use iceoryx2::port::listener::Listener;
use iceoryx2::prelude::ipc;
use pool_codec::{DecodeError, DecodeFrame, FrameSet};

use crate::error::IpcError;
use crate::feed::{Envelope, Feed};

/// Receives messages of the set `S`.
#[derive(Debug)]
pub struct Subscriber<S> {
    feed: Feed<S>,
    samples: iceoryx2::port::subscriber::Subscriber<ipc::Service, [u8], Envelope>,
    events: Listener<ipc::Service>,
    /// The last number of each publisher.
    last: HashMap<UniquePublisherId, u64>,
}

/// A message in shared memory. It is not overwritten before it is dropped.
#[derive(Debug)]
pub struct Sample {
    sample: iceoryx2::sample::Sample<ipc::Service, [u8], Envelope>,
    missed: u64,
}

impl<S: FrameSet> Subscriber<S> {
    /// Subscribes to what is published from now on.
    ///
    /// # Errors
    ///
    /// Fails if the feed has its number of subscribers.
    pub fn new(feed: Feed<S>) -> Result<Self, IpcError> {
        // The listener is first: a publisher that sees the subscriber also wakes it.
        let events = feed.listener()?;
        Ok(Self { events, samples: feed.subscriber()?, feed, last: HashMap::new() })
    }

    /// Returns the next message, if there is one.
    ///
    /// # Errors
    ///
    /// Fails if two samples are held already.
    pub fn try_next(&mut self) -> Result<Option<Sample>, IpcError> {
        let received = self.samples.receive().map_err(|error| self.unreceived(&error))?;
        let Some(sample) = received else { return Ok(None) };
        let sequence = sample.user_header().sequence;
        let last = self.last.insert(sample.origin(), sequence);
        // A publisher that was there before us has no last number.
        let missed = last.map_or(0, |last| sequence.wrapping_sub(last).saturating_sub(1));
        Ok(Some(Sample { sample, missed }))
    }

    /// Waits for the next message, and returns `None` after `timeout`.
    ///
    /// # Errors
    ///
    /// Fails as [`try_next`](Self::try_next) does.
    pub fn next(&mut self, timeout: Duration) -> Result<Option<Sample>, IpcError> {
        let start = Instant::now();
        loop {
            // An event that arrives after this call ends the wait at once, so none is lost.
            if let Some(sample) = self.try_next()? {
                return Ok(Some(sample));
            }
            let Some(left) = timeout.checked_sub(start.elapsed()) else { return Ok(None) };
            let waited = self.events.timed_wait_all(|_| {}, left);
            waited.map_err(|error| self.unreceived(&error))?;
        }
    }

    #[cold]
    fn unreceived(&self, reason: &dyn core::fmt::Display) -> IpcError {
        IpcError::Unreceived { name: self.feed.name().to_owned(), reason: reason.to_string() }
    }
}

impl Sample {
    /// The number of samples of the same publisher that were dropped before this one, because the subscriber did not keep
    /// up.
    #[must_use]
    pub fn missed(&self) -> u64 {
        self.missed
    }

    /// The number and the id of the message.
    #[must_use]
    pub fn envelope(&self) -> Envelope {
        *self.sample.user_header()
    }

    /// The payload, in shared memory.
    #[must_use]
    pub fn payload(&self) -> &[u8] {
        self.sample.payload()
    }

    /// Decodes the message. The borrowed form of a set refers to the shared memory.
    ///
    /// # Errors
    ///
    /// Fails if the set has no message of this id, or the payload is malformed.
    pub fn decode<'s, T: DecodeFrame<'s>>(&'s self) -> Result<T, DecodeError> {
        T::decode_frame(self.envelope().id, self.payload())
    }
}
