//! Why a service cannot be as it is declared.

use alloc::borrow::ToOwned as _;
use alloc::boxed::Box;
use alloc::string::String;
use core::fmt;

use pool_core::SizeClass;
use pool_service::{FileError, Place};

use crate::codec::const_fmt::Decimal;
use crate::frame::MessageInfo;
use crate::service::config::ServiceConfig;
use crate::service::rules::{Mistake, SetFacts, name};
use crate::service::text;

/// Why a [`Service`](crate::Service) cannot be as it is declared. The text says what, where, if the
/// declaration comes from a text, and what to do.
///
/// ```
/// use pool_codec::{ServiceConfig, ServiceError};
///
/// let text = "[service.adapter]\nmesages = ['SwapEvent']";
/// let error = ServiceConfig::from_toml(text, "adapter").unwrap_err();
/// assert!(matches!(error, ServiceError::File(_)));
/// assert_eq!(
///     error.to_string(),
///     "unknown key `mesages` of service `adapter` (line 2, column 1)
///   |
/// 2 | mesages = ['SwapEvent']
///   | ^^^^^^^
/// help: did you mean `messages`?"
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ServiceError {
    /// The text is not TOML, has no such service, or says of it what cannot be said.
    File(Box<FileError>),
    /// The set has no message of a declared name.
    UnknownMessage {
        /// The service.
        service: String,
        /// The name that no message has.
        name: String,
        /// The set.
        set: &'static str,
        /// The message that may have been meant.
        suggestion: Option<&'static str>,
        /// The messages that the set has.
        messages: &'static [MessageInfo],
        /// Where the name stands, if it comes from a text.
        place: Option<Box<Place>>,
    },
    /// A message is declared more than once.
    DuplicateMessage {
        /// The service.
        service: String,
        /// The message.
        name: String,
        /// Where the second one stands, if it comes from a text.
        place: Option<Box<Place>>,
    },
    /// A capacity is zero, or above what the message's type and the program allow.
    Capacity {
        /// The service.
        service: String,
        /// The message.
        name: String,
        /// The capacity.
        capacity: usize,
        /// The most that is allowed: the buffers of the message's class that has most of them. Classes that have fewer
        /// keep theirs.
        most: usize,
        /// Where the capacity stands, if it comes from a text.
        place: Option<Box<Place>>,
    },
    /// The service would take buffers from the heap, which the program's pool does not.
    LoosensOverflow {
        /// The service.
        service: String,
    },
    /// The service has no pool, and yet a limit on its buffers: its own or the program's.
    NoPool {
        /// The service.
        service: String,
    },
    /// A pool has fewer buffers than the service needs, or falls back to the heap where the service must not.
    OtherPool {
        /// The service.
        service: String,
        /// The first class for which that is so.
        class: SizeClass,
        /// Its buffers in the pool. If they are enough, it is the policy that is looser.
        capacity: usize,
        /// Those that the service needs.
        needed: usize,
    },
}

impl ServiceError {
    #[cold]
    pub(super) fn new(set: SetFacts, config: &ServiceConfig, mistake: Mistake<'_>) -> Self {
        let service = config.name().to_owned();
        let boxed = |place: &Option<Place>| place.clone().map(Box::new);
        match mistake {
            Mistake::Unknown(message) => Self::UnknownMessage {
                service,
                name: name(message).to_owned(),
                set: set.name,
                suggestion: text::nearest(name(message), set.messages),
                messages: set.messages,
                place: boxed(&message.place),
            },
            Mistake::Twice(message) => Self::DuplicateMessage {
                service,
                name: name(message).to_owned(),
                place: boxed(&message.place),
            },
            Mistake::Capacity { message, capacity, most } => Self::Capacity {
                service,
                name: name(message).to_owned(),
                capacity,
                most,
                place: boxed(&message.capacity_place),
            },
            Mistake::Overflow => Self::LoosensOverflow { service },
            Mistake::NoPool => Self::NoPool { service },
        }
    }
}

impl fmt::Display for ServiceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut write = |parts: &[&str]| parts.iter().try_for_each(|part| f.write_str(part));
        match self {
            Self::File(error) => error.fmt(f),
            Self::UnknownMessage { service, name, set, suggestion, messages, place } => {
                let list = text::list(messages);
                let (place, list) = (place.as_deref(), list.as_str());
                write(&text::unknown(service, name, set, place, *suggestion, list))
            }
            Self::DuplicateMessage { service, name, place } => {
                write(&text::twice(service, name, place.as_deref()))
            }
            Self::Capacity { service, name, capacity, most, place } => {
                let (capacity, most) = (Decimal::new(*capacity), Decimal::new(*most));
                let place = place.as_deref();
                write(&text::above(service, name, capacity.as_str(), most.as_str(), place))
            }
            Self::LoosensOverflow { service } => write(&text::heap(service)),
            Self::NoPool { service } => write(&text::no_pool(service)),
            Self::OtherPool { service, class, capacity, needed } => {
                write!(f, "the pool was not made for service `{service}`: class {class} ")?;
                match capacity < needed {
                    true => write!(f, "has {capacity} buffers and not {needed}")?,
                    false => f.write_str("falls back to the heap")?,
                }
                f.write_str(
                    "\nhelp: make it of a config that covers `ServiceConfig::pool_config`, as `merge` does, \
                     and is as strict on overflow",
                )
            }
        }
    }
}

impl core::error::Error for ServiceError {}
