//! Messages from the feed.

use core::cell::RefCell;
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
    progress: RefCell<Progress>,
}

/// A message in shared memory. It is not overwritten before it is dropped.
///
/// It cannot outlive its subscriber, because iceoryx2 would use its memory again:
///
/// ```compile_fail,E0505
/// # use examples::market::Market;
/// # use ipc::{Feed, IpcError, Limits, Subscriber};
/// # fn main() -> Result<(), IpcError> {
/// let subscriber = Subscriber::new(Feed::<Market>::open("market", Limits::default())?)?;
/// let sample = subscriber.try_next()?;
/// drop(subscriber);
/// drop(sample);
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct Sample<'s> {
    sample: iceoryx2::sample::Sample<ipc::Service, [u8], Envelope>,
    missed: u64,
    subscriber: core::marker::PhantomData<&'s ()>,
}

/// The last number of each publisher that is there.
#[derive(Debug, Default)]
struct Progress(HashMap<UniquePublisherId, Option<u64>>);

impl Progress {
    /// Returns how many samples of the publisher are missing before the given one.
    fn missed<S: FrameSet>(
        &mut self,
        feed: &Feed<S>,
        from: UniquePublisherId,
        sequence: u64,
    ) -> u64 {
        let Some(last) = self.0.get_mut(&from) else {
            // A publisher that is newer than this subscriber. Its first samples are ours, too.
            let mut there = Vec::new();
            feed.publishers(|publisher| there.push(publisher));
            self.0.retain(|publisher, _| there.contains(publisher));
            self.0.insert(from, Some(sequence));
            return sequence.saturating_sub(1);
        };
        // What a publisher sent before the subscriber was there has no last number.
        let missed = last.map_or(0, |last| sequence.wrapping_sub(last).saturating_sub(1));
        *last = Some(sequence);
        missed
    }
}

impl<S: FrameSet> Subscriber<S> {
    /// Subscribes to what is published from now on.
    ///
    /// # Errors
    ///
    /// Fails if the feed already has the most subscribers that its limits allow.
    pub fn new(feed: Feed<S>) -> Result<Self, IpcError> {
        // The listener is first: a publisher that sees the subscriber also wakes it.
        let events = feed.listener()?;
        let samples = feed.subscriber()?;
        let mut progress = Progress::default();
        feed.publishers(|publisher| {
            progress.0.insert(publisher, None);
        });
        Ok(Self { feed, samples, events, progress: RefCell::new(progress) })
    }

    /// Returns the next message, if there is one.
    ///
    /// # Errors
    ///
    /// Fails if there is one and two of the same publisher are held already.
    pub fn try_next(&self) -> Result<Option<Sample<'_>>, IpcError> {
        let received = self.samples.receive().map_err(|error| self.unreceived(&error))?;
        let Some(sample) = received else { return Ok(None) };
        let (from, sequence) = (sample.origin(), sample.user_header().sequence);
        let missed = self.progress.borrow_mut().missed(&self.feed, from, sequence);
        Ok(Some(Sample { sample, missed, subscriber: core::marker::PhantomData }))
    }

    /// Waits for the next message, and returns `None` after `timeout`.
    ///
    /// # Errors
    ///
    /// Fails as [`try_next`](Self::try_next) does.
    pub fn next(&self, timeout: Duration) -> Result<Option<Sample<'_>>, IpcError> {
        let start = Instant::now();
        loop {
            // An event that comes after `try_next` ends the wait at once, so no message waits for the time-out.
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

impl Sample<'_> {
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
    pub fn decode<'a, T: DecodeFrame<'a>>(&'a self) -> Result<T, DecodeError> {
        T::decode_frame(self.envelope().id, self.payload())
    }
}
