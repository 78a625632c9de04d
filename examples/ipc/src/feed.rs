//! A feed that a process has opened.

use core::fmt::Display;
use core::marker::PhantomData;
use core::time::Duration;
use std::thread;
use std::time::Instant;

use iceoryx2::identifiers::UniquePublisherId;
use iceoryx2::port::listener::{Listener, ListenerCreateError};
use iceoryx2::port::notifier::{Notifier, NotifierCreateError};
use iceoryx2::port::publisher::{Publisher, PublisherCreateError};
use iceoryx2::port::subscriber::{Subscriber, SubscriberCreateError};
use iceoryx2::prelude::*;
use iceoryx2::service::header::publish_subscribe::Header;
use iceoryx2::service::port_factory::{event, publish_subscribe};
use pool_codec::FrameSet;

use crate::error::IpcError;
use crate::opening::{self, Cause};

/// The number of samples that a publisher may have encoded and not sent.
const LOANED: usize = 1;
/// The number of samples of each publisher that a subscriber may hold.
const BORROWED: usize = 2;
/// The processes beyond publishers and subscribers that may have the feed open. The next one is told that it is full.
const SPARE: usize = 8;

/// How long another process may take to create or to leave the feed.
const PATIENCE: Duration = Duration::from_secs(2);
const PAUSE: Duration = Duration::from_millis(5);

/// The header before each payload.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, ZeroCopySend)]
#[repr(C)]
pub struct Envelope {
    /// The number of the sample, counted by its publisher from 1.
    pub sequence: u64,
    /// The id of the message.
    pub id: u32,
}

/// The limits of a feed, each at least one. All its processes must agree on them.
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

    /// The bytes that a sample of a set takes, with its headers.
    #[must_use]
    pub const fn sample_size<S: FrameSet>() -> usize {
        S::MAX_SIZE
            .saturating_add(size_of::<Header>())
            .saturating_add(size_of::<Envelope>())
            .next_multiple_of(align_of::<Header>())
    }

    /// The bytes of shared memory that all publishers of a set can have for their samples. The queues and the
    /// administration of iceoryx2 are not counted.
    #[must_use]
    pub const fn memory<S: FrameSet>(&self) -> usize {
        self.publishers.saturating_mul(self.samples()).saturating_mul(Self::sample_size::<S>())
    }
}

type Samples = publish_subscribe::PortFactory<ipc::Service, [u8], Envelope>;
type Events = event::PortFactory<ipc::Service>;

/// A feed of the messages of `S`, opened by this process.
#[derive(Debug)]
pub struct Feed<S> {
    name: String,
    samples: Samples,
    events: Events,
    set: PhantomData<fn() -> S>,
}

impl<S: FrameSet> Feed<S> {
    /// Opens the feed `name`. The first process creates it, and the remains of killed processes are removed.
    ///
    /// The system does not reserve shared memory before it is written: a process that writes to it when `/dev/shm` is full
    /// is ended by a signal. Give it room for [`Limits::memory`].
    ///
    /// # Errors
    ///
    /// Fails if the processes of the feed have other messages or other limits, or too many have it open.
    pub fn open(name: &str, limits: Limits) -> Result<Self, IpcError> {
        let failed = |reason: &dyn Display| IpcError::Open {
            name: name.to_owned(),
            reason: reason.to_string(),
        };
        let Limits { publishers, subscribers, buffered } = limits;
        if publishers.min(subscribers).min(buffered) == 0 {
            return Err(failed(&"a limit is 0"));
        }
        let node = NodeBuilder::new().create::<ipc::Service>().map_err(|error| failed(&error))?;
        let service = ServiceName::new(name).map_err(|error| failed(&error))?;
        let attributes = attributes::<S>(limits).map_err(|error| failed(&error))?;
        let nodes = publishers.saturating_add(subscribers).saturating_add(SPARE);
        let samples = retried(name, opening::of_samples, || {
            node.service_builder(&service)
                .publish_subscribe::<[u8]>()
                .user_header::<Envelope>()
                .max_publishers(publishers)
                .max_subscribers(subscribers)
                .subscriber_max_buffer_size(buffered)
                .subscriber_max_borrowed_samples(BORROWED)
                .max_nodes(nodes)
                .open_or_create_with_attributes(&attributes)
        })?;
        let events = retried(name, opening::of_events, || {
            node.service_builder(&service)
                .event()
                .max_notifiers(publishers)
                .max_listeners(subscribers)
                .max_nodes(nodes)
                .open_or_create_with_attributes(&attributes)
        })?;
        Ok(Self { name: name.to_owned(), samples, events, set: PhantomData })
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Calls `each` with the publishers that there are.
    pub(crate) fn publishers(&self, mut each: impl FnMut(UniquePublisherId)) {
        self.samples.dynamic_config().list_publishers(|details| {
            each(details.publisher_id);
            CallbackProgression::Continue
        });
    }

    pub(crate) fn publisher(&self) -> Result<Publisher<ipc::Service, [u8], Envelope>, IpcError> {
        let publisher = self.samples.publisher_builder().max_loaned_samples(LOANED);
        // Static: the sizes that the compiler has computed are all that is ever allocated.
        let publisher = publisher
            .initial_max_slice_len(S::MAX_SIZE)
            .allocation_strategy(AllocationStrategy::Static)
            .create();
        publisher.map_err(|error| {
            let full = error == PublisherCreateError::ExceedsMaxSupportedPublishers;
            self.no_port("publisher", full, &error)
        })
    }

    pub(crate) fn subscriber(&self) -> Result<Subscriber<ipc::Service, [u8], Envelope>, IpcError> {
        let subscriber = self.samples.subscriber_builder().create();
        subscriber.map_err(|error| {
            let full = error == SubscriberCreateError::ExceedsMaxSupportedSubscribers;
            self.no_port("subscriber", full, &error)
        })
    }

    pub(crate) fn notifier(&self) -> Result<Notifier<ipc::Service>, IpcError> {
        let notifier = self.events.notifier_builder().create();
        notifier.map_err(|error| {
            let full = error == NotifierCreateError::ExceedsMaxSupportedNotifiers;
            self.no_port("publisher", full, &error)
        })
    }

    pub(crate) fn listener(&self) -> Result<Listener<ipc::Service>, IpcError> {
        let listener = self.events.listener_builder().create();
        listener.map_err(|error| {
            let full = error == ListenerCreateError::ExceedsMaxSupportedListeners;
            self.no_port("subscriber", full, &error)
        })
    }

    fn no_port(&self, port: &'static str, full: bool, reason: &dyn Display) -> IpcError {
        let (name, reason) = (self.name.clone(), reason.to_string());
        if full { IpcError::Full { name, port } } else { IpcError::Open { name, reason } }
    }
}

/// The attributes that both sides must agree on.
fn attributes<S: FrameSet>(
    Limits { publishers, subscribers, buffered }: Limits,
) -> Result<AttributeVerifier, Box<dyn core::error::Error>> {
    let limits = format!("{publishers} publishers, {subscribers} subscribers, {buffered} buffered");
    Ok(AttributeVerifier::new()
        .require(&"digest".try_into()?, &S::DIGEST.to_string().as_str().try_into()?)?
        .require(&"limits".try_into()?, &limits.as_str().try_into()?)?)
}

/// Calls `open` again while it fails because another process creates or leaves the feed.
fn retried<T, E: Display>(
    name: &str,
    cause: fn(&E) -> Cause,
    mut open: impl FnMut() -> Result<T, E>,
) -> Result<T, IpcError> {
    let start = Instant::now();
    loop {
        let error = match open() {
            Ok(opened) => return Ok(opened),
            Err(error) => error,
        };
        match cause(&error) {
            Cause::Passing if start.elapsed() < PATIENCE => thread::sleep(PAUSE),
            Cause::Full => return Err(IpcError::Full { name: name.to_owned(), port: "process" }),
            _ => {
                let (name, reason) = (name.to_owned(), error.to_string());
                return Err(IpcError::Open { name, reason });
            }
        }
    }
}
