//! A feed that a process has opened.

use core::fmt::Display;
use core::marker::PhantomData;

use iceoryx2::port::listener::Listener;
use iceoryx2::port::notifier::Notifier;
use iceoryx2::prelude::*;
use iceoryx2::service::port_factory::{event, publish_subscribe};
use pool_codec::FrameSet;

use crate::error::IpcError;

/// The number of samples that a publisher may have encoded and not sent.
const LOANED: usize = 1;
/// The number of samples that a subscriber may hold.
const BORROWED: usize = 2;

/// What stands before the payload in each sample.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, ZeroCopySend)]
#[repr(C)]
pub struct Envelope {
    /// The number of the sample, counted by its publisher from 1.
    pub sequence: u64,
    /// The id of the message.
    pub id: u32,
}

/// The limits of a feed. All its processes must agree on them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The most publishers at a time.
    pub publishers: usize,
    /// The most subscribers at a time.
    pub subscribers: usize,
    /// The number of samples that wait for each subscriber. If it does not keep up, it misses the oldest.
    pub buffered: usize,
}

impl Default for Limits {
    /// Four publishers, eight subscribers, and 256 samples for each of them.
    fn default() -> Self {
        Self { publishers: 4, subscribers: 8, buffered: 256 }
    }
}

impl Limits {
    /// The number of samples of each publisher.
    #[must_use]
    pub const fn samples(&self) -> usize {
        self.subscribers
            .saturating_mul(self.buffered.saturating_add(BORROWED))
            .saturating_add(LOANED)
    }

    /// The bytes of payload that all publishers of a set can have in shared memory. The headers of iceoryx2 and its
    /// queues are not counted.
    #[must_use]
    pub const fn memory<S: FrameSet>(&self) -> usize {
        self.publishers.saturating_mul(self.samples()).saturating_mul(S::MAX_SIZE)
    }
}

type Samples = publish_subscribe::PortFactory<ipc::Service, [u8], Envelope>;

/// A feed of the messages of `S`, opened by this process.
#[derive(Debug)]
pub struct Feed<S> {
    name: String,
    samples: Samples,
    events: event::PortFactory<ipc::Service>,
    set: PhantomData<fn() -> S>,
}

impl<S: FrameSet> Feed<S> {
    /// Opens the feed `name`. The first process creates it, and what remains of processes that were killed is removed.
    ///
    /// # Errors
    ///
    /// Fails if the processes of the feed have other messages or other limits, or the system has no shared memory left.
    pub fn open(name: &str, limits: Limits) -> Result<Self, IpcError> {
        let failed = |reason: &dyn Display| IpcError::Open {
            name: name.to_owned(),
            reason: reason.to_string(),
        };
        let node = NodeBuilder::new().create::<ipc::Service>().map_err(|error| failed(&error))?;
        let service = ServiceName::new(name).map_err(|error| failed(&error))?;
        let digest = digest::<S>().map_err(|error| failed(&error))?;
        let processes = limits.publishers.saturating_add(limits.subscribers);
        let samples = node
            .service_builder(&service)
            .publish_subscribe::<[u8]>()
            .user_header::<Envelope>()
            .max_publishers(limits.publishers)
            .max_subscribers(limits.subscribers)
            .subscriber_max_buffer_size(limits.buffered)
            .subscriber_max_borrowed_samples(BORROWED)
            .max_nodes(processes)
            .open_or_create_with_attributes(&digest)
            .map_err(|error| failed(&error))?;
        let events = node
            .service_builder(&service)
            .event()
            .max_notifiers(limits.publishers)
            .max_listeners(limits.subscribers)
            .max_nodes(processes)
            .open_or_create()
            .map_err(|error| failed(&error))?;
        Ok(Self { name: name.to_owned(), samples, events, set: PhantomData })
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    pub(crate) fn publisher(
        &self,
    ) -> Result<iceoryx2::port::publisher::Publisher<ipc::Service, [u8], Envelope>, IpcError> {
        let publisher = self.samples.publisher_builder().max_loaned_samples(LOANED);
        // Static: the sizes that the compiler has computed are all that is ever allocated.
        let publisher = publisher
            .initial_max_slice_len(S::MAX_SIZE)
            .allocation_strategy(AllocationStrategy::Static)
            .create();
        publisher.map_err(|error| self.no_port("publisher", &error))
    }

    pub(crate) fn subscriber(
        &self,
    ) -> Result<iceoryx2::port::subscriber::Subscriber<ipc::Service, [u8], Envelope>, IpcError>
    {
        let subscriber = self.samples.subscriber_builder().create();
        subscriber.map_err(|error| self.no_port("subscriber", &error))
    }

    pub(crate) fn notifier(&self) -> Result<Notifier<ipc::Service>, IpcError> {
        let notifier = self.events.notifier_builder().create();
        notifier.map_err(|error| self.no_port("publisher", &error))
    }

    pub(crate) fn listener(&self) -> Result<Listener<ipc::Service>, IpcError> {
        let listener = self.events.listener_builder().create();
        listener.map_err(|error| self.no_port("subscriber", &error))
    }

    fn no_port(&self, port: &'static str, reason: &dyn Display) -> IpcError {
        IpcError::Port { name: self.name.clone(), port, reason: reason.to_string() }
    }
}

/// The attribute that both sides must agree on.
fn digest<S: FrameSet>() -> Result<AttributeVerifier, Box<dyn core::error::Error>> {
    let digest = S::DIGEST.to_string();
    let verifier =
        AttributeVerifier::new().require(&"digest".try_into()?, &digest.as_str().try_into()?)?;
    Ok(verifier)
}
