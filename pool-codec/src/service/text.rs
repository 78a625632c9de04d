//! The texts about violated rules: the same from the compiler and from the running program.

use pool_service::{Nearest, Place};

use crate::codec::const_fmt::{Decimal, Text, fail as fail_with};
use crate::frame::MessageInfo;
use crate::service::config::{ServiceConfig, message_name};
use crate::service::set_facts::SetFacts;
use crate::service::violation::Violation;

/// The maximum length of a list of names, in bytes.
const LIST: usize = 400;

/// Fails the build, or panics at run time.
#[track_caller]
pub(super) const fn fail(set: SetFacts, config: &ServiceConfig, violation: Violation<'_>) -> ! {
    let service = &escaped(config.name());
    let service = service.as_str();
    match violation {
        Violation::UnknownMessage(message) => {
            let (name, place) = (message_name(message), message.place.as_ref());
            let meant = nearest(name, set.messages);
            let list = list(set.messages);
            let name = escaped(name);
            fail_with(&unknown(service, name.as_str(), set.name, place, meant, list.as_str()))
        }
        Violation::DuplicateMessage(message) => {
            let name = escaped(message_name(message));
            fail_with(&twice(service, name.as_str(), message.place.as_ref()))
        }
        Violation::Capacity { message, capacity, most } => fail_with(&above(
            service,
            escaped(message_name(message)).as_str(),
            Decimal::new(capacity).as_str(),
            Decimal::new(most).as_str(),
            message.capacity_place.as_ref(),
        )),
        Violation::NoClass { message, longest, largest } => fail_with(&no_class(
            service,
            message,
            Decimal::new(longest).as_str(),
            match largest {
                Some(class) => Decimal::new(class.bytes()),
                None => Decimal::new(0),
            }
            .as_str(),
        )),
        Violation::LoosensOverflow => fail_with(&heap(service)),
        Violation::NoPool => fail_with(&no_pool(service)),
    }
}

/// Returns a name from a file for a terminal.
const fn escaped(name: &str) -> Text {
    Text::new(&[]).with_escaped(name)
}

/// Returns the name of the message that `name` probably means.
pub(super) const fn nearest(name: &str, messages: &'static [MessageInfo]) -> Option<&'static str> {
    let (mut rest, mut nearest) = (messages, Nearest::to(name));
    while let [message, tail @ ..] = rest {
        nearest = nearest.offer(message.name);
        rest = tail;
    }
    nearest.found()
}

/// Returns the names of the messages, as many as fit.
pub(super) const fn list(messages: &[MessageInfo]) -> Text {
    let (mut rest, mut text) = (messages, Text::new(&[]));
    while let [message, tail @ ..] = rest {
        let len = text.as_str().len();
        let between = if len == 0 { "" } else { ", " };
        if len.saturating_add(message.name.len()) > LIST {
            let left = Decimal::new(rest.len());
            return text.with(between).with("and ").with(left.as_str()).with(" more");
        }
        text = text.with(between).with("`").with(message.name).with("`");
        rest = tail;
    }
    text
}

pub(super) const fn unknown<'a>(
    service: &'a str,
    name: &'a str,
    set: &'a str,
    place: Option<&'a Place>,
    meant: Option<&'a str>,
    list: &'a str,
) -> [&'a str; 19] {
    let [open, at, close, snippet] = parts_of(place);
    let (did_you_mean, meant, question) = match meant {
        Some(meant) => ("did you mean `", meant, "`? "),
        None => ("", "", ""),
    };
    [
        "service `",
        service,
        "` declares `",
        name,
        "`, which is not a message of `",
        set,
        "`",
        open,
        at,
        close,
        snippet,
        "\nhelp: ",
        did_you_mean,
        meant,
        question,
        "`",
        set,
        "` has ",
        list,
    ]
}

pub(super) const fn twice<'a>(
    service: &'a str,
    name: &'a str,
    place: Option<&'a Place>,
) -> [&'a str; 10] {
    let [open, at, close, snippet] = parts_of(place);
    [
        "service `",
        service,
        "` declares `",
        name,
        "` twice",
        open,
        at,
        close,
        snippet,
        "\nhelp: remove one of the two",
    ]
}

/// The text for a capacity that is not from 1 to `most`.
pub(super) const fn above<'a>(
    service: &'a str,
    name: &'a str,
    capacity: &'a str,
    most: &'a str,
    place: Option<&'a Place>,
) -> [&'a str; 13] {
    let [open, at, close, snippet] = parts_of(place);
    let (of, most, help) = match most.as_bytes() {
        b"0" => (
            " buffers, but none of its size classes is pooled",
            "",
            "\nhelp: remove the capacity; the heap serves this message",
        ),
        _ => (
            " buffers of a size class, but it may have 1 to ",
            most,
            "\nhelp: a service can only lower the limits of the message types and the program; write less, or remove the capacity",
        ),
    };
    [
        "service `",
        service,
        "` gives `",
        name,
        "` ",
        capacity,
        of,
        most,
        open,
        at,
        close,
        snippet,
        help,
    ]
}

/// The text for a pool whose largest class has `largest` bytes.
pub(super) const fn no_class<'a>(
    service: &'a str,
    message: &'a str,
    longest: &'a str,
    largest: &'a str,
) -> [&'a str; 9] {
    [
        "the pool of service `",
        service,
        "` has no class for `",
        message,
        "`: a payload may have ",
        longest,
        " bytes, and the largest class has ",
        largest,
        "\nhelp: add the classes of the message to the program's config, as `merge` does, or let the heap serve longer \
         payloads with `with_jumbo_overflow`",
    ]
}

pub(super) const fn heap(service: &str) -> [&str; 3] {
    [
        "service `",
        service,
        "` has `overflow = \"heap\"`, but the program's pool does not fall back to the heap\n\
         help: a service can only tighten limits; write \"fail\" or \"wait\", or remove `overflow`",
    ]
}

pub(super) const fn no_pool(service: &str) -> [&str; 3] {
    [
        "service `",
        service,
        "` has no pool, but a limit on its buffers\n\
         help: without a pool all buffers come from the heap; remove `buffer_pool_enabled = false`, or the \
         overflow policy",
    ]
}

const fn parts_of(place: Option<&Place>) -> [&str; 4] {
    match place {
        Some(place) => [" (", place.at(), ")\n", place.snippet()],
        None => [""; 4],
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec;

    use pool_core::SizeClass;

    use super::list;
    use crate::frame::MessageInfo;

    fn named(name: &'static str) -> MessageInfo {
        MessageInfo {
            id: 0,
            name,
            min_size: 0,
            max_size: 0,
            max_heap: 0,
            max_refilled_heap: 0,
            size_class: SizeClass::MIN,
            capacity: None,
            schema: <() as crate::Wire>::SCHEMA,
        }
    }

    #[test]
    fn a_long_list_ends_with_how_many_are_left() {
        assert_eq!(list(&[]).as_str(), "");
        assert_eq!(list(&[named("A"), named("B")]).as_str(), "`A`, `B`");
        let many = list(&vec![named("PoolStateUpdate"); 100]);
        assert!(many.as_str().ends_with(", `PoolStateUpdate`, and 79 more"), "{}", many.as_str());
        // A name that is too long alone.
        let name: &'static str = alloc::string::String::leak("x".repeat(500));
        assert_eq!(list(&[named(name), named("A")]).as_str(), "and 2 more");
    }
}
