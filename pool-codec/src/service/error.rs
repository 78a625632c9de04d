//! The errors of declarations.

use alloc::borrow::ToOwned as _;
use alloc::boxed::Box;
use alloc::string::String;
use core::fmt::{self, Display as _};

use pool_core::SizeClass;
use pool_service::{FileError, Place, escaped};
use thiserror::Error;

use crate::codec::const_fmt::Decimal;
use crate::frame::MessageInfo;
use crate::service::config::{ServiceConfig, message_name};
use crate::service::set_facts::SetFacts;
use crate::service::text;
use crate::service::violation::Violation;

/// The reason why a declaration does not give a [`Service`](crate::service::Service).
///
/// The text states the violated rule, the place if the declaration comes from a text, and a remedy.
///
/// ```
/// use pool_codec::service::{ServiceConfig, ServiceError};
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
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ServiceError {
    /// The text is not TOML, has no such service, or contains a key or a value that is not allowed.
    #[error("{_0}")]
    File(Box<FileError>),
    /// The set has no message of a declared name.
    #[error(fmt = unknown_message)]
    UnknownMessage {
        /// The name of the service.
        service: String,
        /// The name that no message has.
        name: String,
        /// The name of the set.
        set: &'static str,
        /// The message that the name probably means.
        suggestion: Option<&'static str>,
        /// The messages of the set.
        messages: &'static [MessageInfo],
        /// The place of the name, if it comes from a text.
        place: Option<Box<Place>>,
    },
    /// A message is declared more than once.
    #[error(fmt = duplicate_message)]
    DuplicateMessage {
        /// The name of the service.
        service: String,
        /// The name of the message.
        name: String,
        /// The place of the second declaration, if it comes from a text.
        place: Option<Box<Place>>,
    },
    /// A capacity is zero, or exceeds the limits of the message type and the program.
    #[error(fmt = wrong_capacity)]
    Capacity {
        /// The name of the service.
        service: String,
        /// The name of the message.
        name: String,
        /// The capacity.
        capacity: usize,
        /// The maximum: the number of buffers in the message's class that has most of them. Classes with fewer
        /// buffers keep their number.
        most: usize,
        /// The place of the capacity, if it comes from a text.
        place: Option<Box<Place>>,
    },
    /// The pool has no class for the longest payload of a declared message, and does not leave it to the heap. See
    /// [`PoolConfig::serves`](crate::PoolConfig::serves).
    #[error(fmt = no_class)]
    NoClass {
        /// The name of the service.
        service: String,
        /// The name of the message.
        message: &'static str,
        /// The length of its longest payload, in bytes.
        longest: usize,
        /// The largest class of the pool.
        largest: Option<SizeClass>,
    },
    /// The service falls back to the heap, but the program's pool does not.
    #[error("{}", Joined(&text::heap(&escaped(service))))]
    LoosensOverflow {
        /// The name of the service.
        service: String,
    },
    /// The service has no pool, but it or the program limits its buffers.
    #[error("{}", Joined(&text::no_pool(&escaped(service))))]
    NoPool {
        /// The name of the service.
        service: String,
    },
    /// A pool has fewer buffers than the service needs, or falls back to the heap where the service must not.
    #[error(fmt = other_pool)]
    OtherPool {
        /// The name of the service.
        service: String,
        /// The first such class.
        class: SizeClass,
        /// The number of its buffers in the pool. If it is sufficient, the policy is looser.
        capacity: usize,
        /// The number of its buffers that the service needs.
        needed: usize,
    },
}

impl ServiceError {
    #[cold]
    pub(super) fn new(set: SetFacts, config: &ServiceConfig, violation: Violation<'_>) -> Self {
        let service = config.name().to_owned();
        let boxed = |place: &Option<Place>| place.clone().map(Box::new);
        match violation {
            Violation::UnknownMessage(message) => Self::UnknownMessage {
                service,
                name: message_name(message).to_owned(),
                set: set.name,
                suggestion: text::nearest(message_name(message), set.messages),
                messages: set.messages,
                place: boxed(&message.place),
            },
            Violation::DuplicateMessage(message) => Self::DuplicateMessage {
                service,
                name: message_name(message).to_owned(),
                place: boxed(&message.place),
            },
            Violation::Capacity { message, capacity, most } => Self::Capacity {
                service,
                name: message_name(message).to_owned(),
                capacity,
                most,
                place: boxed(&message.capacity_place),
            },
            Violation::NoClass { message, longest, largest } => {
                Self::NoClass { service, message, longest, largest }
            }
            Violation::LoosensOverflow => Self::LoosensOverflow { service },
            Violation::NoPool => Self::NoPool { service },
        }
    }
}

/// Shows the parts of a text, one after the other.
struct Joined<'a>(&'a [&'a str]);

impl fmt::Display for Joined<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|part| f.write_str(part))
    }
}

fn unknown_message(
    service: &str,
    name: &str,
    set: &str,
    suggestion: &Option<&'static str>,
    messages: &[MessageInfo],
    place: &Option<Box<Place>>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let (place, list) = (place.as_deref(), text::list(messages));
    let (service, name) = (escaped(service), escaped(name));
    Joined(&text::unknown(&service, &name, set, place, *suggestion, list.as_str())).fmt(f)
}

fn duplicate_message(
    service: &str,
    name: &str,
    place: &Option<Box<Place>>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let (service, name) = (escaped(service), escaped(name));
    Joined(&text::twice(&service, &name, place.as_deref())).fmt(f)
}

fn wrong_capacity(
    service: &str,
    name: &str,
    capacity: &usize,
    most: &usize,
    place: &Option<Box<Place>>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let (capacity, most) = (Decimal::new(*capacity), Decimal::new(*most));
    let (service, name) = (escaped(service), escaped(name));
    Joined(&text::above(&service, &name, capacity.as_str(), most.as_str(), place.as_deref())).fmt(f)
}

fn no_class(
    service: &str,
    message: &str,
    longest: &usize,
    largest: &Option<SizeClass>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let largest = Decimal::new(largest.map_or(0, SizeClass::bytes));
    let (service, longest) = (escaped(service), Decimal::new(*longest));
    Joined(&text::no_class(&service, message, longest.as_str(), largest.as_str())).fmt(f)
}

fn other_pool(
    service: &str,
    class: &SizeClass,
    capacity: &usize,
    needed: &usize,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let service = escaped(service);
    write!(f, "the pool was not made for service `{service}`: class {class} ")?;
    match capacity < needed {
        true => write!(f, "has {capacity} buffers and not {needed}")?,
        false => f.write_str("falls back to the heap")?,
    }
    f.write_str(
        "\nhelp: make it of a config that covers `ServiceConfig::pool_config`, as `merge` does, and is as strict on \
         overflow",
    )
}
