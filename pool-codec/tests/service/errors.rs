//! Invalid declarations, and their errors at run time.

use std::panic::{self, AssertUnwindSafe};

use pool_codec::service::{DeclaredMessage, FileErrorKind, Service, ServiceConfig, ServiceError};
use pool_codec::{FrameSet as _, MessageInfo, Overflow, Pool, PoolConfig, SizeClass};

use crate::market::Market;

fn config(lines: &str) -> ServiceConfig {
    ServiceConfig::from_toml(&format!("[service.a]\n{lines}"), "a").unwrap()
}

fn refused(lines: &str) -> ServiceError {
    Service::<Market>::new(&config(lines)).unwrap_err()
}

fn within(lines: &str, base: &PoolConfig) -> Result<PoolConfig, ServiceError> {
    Service::<Market>::within(&config(lines), base).map(|service| *service.pool_config())
}

/// The set's facts about a message.
fn message(name: &str) -> &'static MessageInfo {
    Market::MESSAGES.iter().find(|message| message.name == name).unwrap()
}

#[test]
fn a_name_that_the_set_does_not_have() {
    let error = refused("messages = [\"SwapEvent\", \"PoolStatUpdate\"]");
    let ServiceError::UnknownMessage { service, name, set, suggestion, messages, place } = &error
    else {
        panic!("{error:?}");
    };
    assert_eq!((&**service, &**name, *set), ("a", "PoolStatUpdate", "Market"));
    assert_eq!(*suggestion, Some("PoolStateUpdate"));
    assert_eq!(*messages, Market::MESSAGES);
    assert_eq!(place.as_ref().unwrap().at(), "line 2, column 26");
    assert_eq!(
        error.to_string(),
        "service `a` declares `PoolStatUpdate`, which is not a message of `Market` (line 2, column 26)
  |
2 | messages = [\"SwapEvent\", \"PoolStatUpdate\"]
  |                          ^^^^^^^^^^^^^^^^
help: did you mean `PoolStateUpdate`? `Market` has `SwapEvent`, `PoolStateUpdate`, `Quote`, `Archive`"
    );
}

#[test]
fn a_name_without_a_similar_one() {
    assert_eq!(
        refused("messages = ['é']").to_string(),
        "service `a` declares `é`, which is not a message of `Market` (line 2, column 13)
  |
2 | messages = ['é']
  |             ^^^
help: `Market` has `SwapEvent`, `PoolStateUpdate`, `Quote`, `Archive`"
    );
}

#[test]
fn a_message_declared_twice() {
    let error = refused("messages = ['Quote', 'SwapEvent', 'Quote']");
    assert!(matches!(error, ServiceError::DuplicateMessage { .. }), "{error:?}");
    assert_eq!(
        error.to_string(),
        "service `a` declares `Quote` twice (line 2, column 35)
  |
2 | messages = ['Quote', 'SwapEvent', 'Quote']
  |                                   ^^^^^^^
help: remove one of the two"
    );
}

#[test]
fn a_part_of_a_name_is_a_different_name() {
    for (name, meant) in [("Quot", "Quote"), ("Quotes", "Quote"), ("", "")] {
        let error = refused(&format!("messages = ['{name}']"));
        let ServiceError::UnknownMessage { suggestion, .. } = error else { panic!("{error:?}") };
        assert_eq!(suggestion.unwrap_or(""), meant);
    }
}

#[test]
fn the_case_of_a_name_counts() {
    let error = refused("messages = ['swapevent']");
    assert!(matches!(error, ServiceError::UnknownMessage { suggestion: Some("SwapEvent"), .. }));
}

#[test]
fn a_file_error_keeps_its_kind() {
    let error = ServiceConfig::from_toml("[service.adapter]", "adaptr").unwrap_err();
    let ServiceError::File(file) = &error else { panic!("{error:?}") };
    assert_eq!(file.kind(), FileErrorKind::UnknownService);
    assert_eq!(
        error.to_string(),
        "the text has no service `adaptr`\nhelp: did you mean `adapter`? it has `adapter`"
    );
}

#[test]
fn a_config_built_in_code_is_checked_like_one_from_a_file() {
    let mut config = config("messages = ['SwapEvent']");
    config.messages = vec![DeclaredMessage::new("Quote"), DeclaredMessage::new("Quote")].into();
    let error = Service::<Market>::new(&config).unwrap_err();
    assert_eq!(
        error.to_string(),
        "service `a` declares `Quote` twice\nhelp: remove one of the two"
    );
    let mut quote = DeclaredMessage::new("Quote");
    quote.capacity = Some(0);
    config.messages = vec![quote].into();
    let error = Service::<Market>::new(&config).unwrap_err();
    assert!(matches!(error, ServiceError::Capacity { capacity: 0, most: 3000, .. }), "{error:?}");
    config.messages = vec![DeclaredMessage::new("Quote")].into();
    (config.buffer_pool_enabled, config.overflow) = (false, Some(Overflow::Wait));
    let error = Service::<Market>::new(&config).unwrap_err();
    assert_eq!(error, ServiceError::NoPool { service: "a".into() });
}

#[test]
fn a_capacity_above_the_default_of_the_types() {
    assert_eq!(
        refused("messages = ['SwapEvent']\ncapacity = { SwapEvent = 1025 }").to_string(),
        "service `a` gives `SwapEvent` 1025 buffers of a size class, but it may have 1 to 1024 (line 3, column 26)
  |
3 | capacity = { SwapEvent = 1025 }
  |                          ^^^^
help: a service can only lower the limits of the message types and the program; write less, or remove the capacity"
    );
    // An equal capacity is allowed, and so is the default of the type itself.
    for allowed in ["SwapEvent = 1024", "Quote = 3000"] {
        let name = allowed.split(' ').next().unwrap();
        let lines = format!("messages = ['{name}']\ncapacity.{allowed}");
        assert!(Service::<Market>::new(&config(&lines)).is_ok(), "{allowed}");
    }
    assert!(matches!(
        refused("messages = ['Quote']\ncapacity.Quote = 3001"),
        ServiceError::Capacity { capacity: 3001, most: 3000, .. }
    ));
}

#[test]
fn a_capacity_of_a_message_that_no_pool_holds() {
    assert_eq!(
        refused("messages = ['Archive']\ncapacity = { Archive = 1 }").to_string(),
        "service `a` gives `Archive` 1 buffers, but none of its size classes is pooled (line 3, column 24)
  |
3 | capacity = { Archive = 1 }
  |                        ^
help: remove the capacity; the heap serves this message"
    );
}

#[test]
fn the_program_sets_the_limit() {
    let base = Market::POOL_CONFIG.with_class(SizeClass::MIN, 8);
    let error = within("messages = ['SwapEvent']\ncapacity.SwapEvent = 9", &base).unwrap_err();
    assert!(matches!(error, ServiceError::Capacity { capacity: 9, most: 8, .. }), "{error:?}");
}

#[test]
fn the_heap_is_not_enabled_again() {
    for strict in [Overflow::Fail, Overflow::Wait] {
        let base = Market::POOL_CONFIG.with_overflow(strict);
        let error = within("messages = ['SwapEvent']\noverflow = 'heap'", &base).unwrap_err();
        assert_eq!(error, ServiceError::LoosensOverflow { service: "a".into() });
        assert_eq!(
            error.to_string(),
            "service `a` has `overflow = \"heap\"`, but the program's pool does not fall back to the heap\n\
             help: a service can only tighten limits; write \"fail\" or \"wait\", or remove `overflow`"
        );
        let off = "messages = ['SwapEvent']\nbuffer_pool_enabled = false";
        let error = within(off, &base).unwrap_err();
        assert_eq!(
            error.to_string(),
            "service `a` has no pool, but a limit on its buffers\n\
             help: without a pool all buffers come from the heap; remove `buffer_pool_enabled = false`, or the \
             overflow policy"
        );
        // A limit of one class also counts.
        let base = Market::POOL_CONFIG.with_overflow_of(SizeClass::MIN, strict);
        assert_eq!(within(off, &base), Err(ServiceError::NoPool { service: "a".into() }));
    }
}

/// A pool that lacks the class of a declared message is refused where the service is made, not at the first read.
#[test]
fn a_base_without_the_class_of_a_message() {
    let one = PoolConfig::new().with_class(SizeClass::MIN, 1);
    let declared = "messages = ['SwapEvent', 'PoolStateUpdate']";
    let longest = message("PoolStateUpdate").max_size;
    for policy in [Overflow::Heap, Overflow::Fail, Overflow::Wait] {
        let base = one.with_overflow(policy);
        let error = within(declared, &base).unwrap_err();
        let largest = Some(SizeClass::MIN);
        let (service, message) = ("a".into(), "PoolStateUpdate");
        assert_eq!(error, ServiceError::NoClass { service, message, longest, largest });
        assert_eq!(
            panic_of(|| config(declared).pool_config_within::<Market>(&base)),
            error.to_string()
        );
        // The heap may serve it if the program says so, and the other message needs no other class.
        assert!(within(declared, &base.with_jumbo_overflow(Overflow::Heap)).is_ok());
        assert!(within("messages = ['SwapEvent']", &base).is_ok());
        assert!(within(declared, &base.merge(&Market::POOL_CONFIG)).is_ok());
    }
    let error = within(declared, &PoolConfig::new().with_overflow(Overflow::Fail)).unwrap_err();
    assert_eq!(
        error.to_string(),
        format!(
            "the pool of service `a` has no class for `PoolStateUpdate`: a payload may have {longest} bytes, and the \
             largest class has 0\n\
             help: add the classes of the message to the program's config, as `merge` does, or let the heap serve \
             longer payloads with `with_jumbo_overflow`"
        )
    );
}

/// No class holds an `Archive`. A service that forbids the heap cannot have it, nor on a pool that forbids it.
#[test]
fn a_message_that_no_class_holds_under_a_policy_without_the_heap() {
    let no_class = |error| {
        let ServiceError::NoClass { message, longest, .. } = error else { panic!("{error}") };
        assert_eq!((message, longest), ("Archive", self::message("Archive").max_size));
    };
    no_class(refused("messages = ['SwapEvent', 'Archive']\noverflow = 'fail'"));
    let (text, archive) = ("messages = ['Archive']", config("messages = ['Archive']"));
    assert!(Service::<Market>::new(&archive).is_ok());
    no_class(within(text, &Market::POOL_CONFIG.with_overflow(Overflow::Wait)).unwrap_err());
    let strict = archive.pool_config::<Market>().with_overflow(Overflow::Fail);
    no_class(Service::<Market>::on(&archive, &Pool::new(&strict)).unwrap_err());
    let jumbo = strict.with_jumbo_overflow(Overflow::Heap);
    assert!(Service::<Market>::on(&archive, &Pool::new(&jumbo)).is_ok());
    let off = config("messages = ['Archive']\nbuffer_pool_enabled = false");
    assert!(Service::<Market>::on(&off, &Pool::new(&strict)).is_ok());
}

/// Without a pool, the heap serves no length that the program refuses.
#[test]
fn a_message_that_the_program_refuses_without_a_pool() {
    let base = PoolConfig::new().with_message(0, 4096, None);
    let lines = ["", "\nbuffer_pool_enabled = false"];
    for lines in lines.map(|line| format!("messages = ['PoolStateUpdate']{line}")) {
        for strict in [base, base.with_jumbo_overflow(Overflow::Fail)] {
            let error = within(&lines, &strict).unwrap_err();
            assert!(matches!(error, ServiceError::NoClass { .. }), "{error}");
        }
        assert!(within(&lines, &base.with_jumbo_overflow(Overflow::Heap)).is_ok());
    }
}

#[test]
fn a_pool_that_does_not_fit_the_config() {
    let config = config("messages = ['SwapEvent']\noverflow = 'fail'");
    let needed = config.pool_config::<Market>();
    for (other, why) in [
        (PoolConfig::new(), "class 128 B has 0 buffers and not 1024"),
        (needed.with_class(SizeClass::MIN, 1023), "class 128 B has 1023 buffers and not 1024"),
        (needed.with_overflow(Overflow::Heap), "class 128 B falls back to the heap"),
        (
            needed.with_overflow_of(SizeClass::MIN, Overflow::Heap),
            "class 128 B falls back to the heap",
        ),
    ] {
        let error = Service::<Market>::on(&config, &Pool::new(&other)).unwrap_err();
        assert_eq!(
            error.to_string(),
            format!(
                "the pool was not made for service `a`: {why}\n\
                 help: make it of a config that covers `ServiceConfig::pool_config`, as `merge` does, and is as \
                 strict on overflow"
            )
        );
    }
    for right in
        [needed, needed.with_overflow(Overflow::Wait), needed.with_class(SizeClass::MIN, 2000)]
    {
        assert!(Service::<Market>::on(&config, &Pool::new(&right)).is_ok());
    }
}

/// Returns the text with which `call` panics.
fn panic_of(call: impl FnOnce() -> PoolConfig) -> String {
    let payload = panic::catch_unwind(AssertUnwindSafe(call)).unwrap_err();
    *payload.downcast().unwrap()
}

#[test]
fn names_are_escaped() {
    let hostile = "\u{1b}]0;x\u{7}\u{202e}";
    let declared = |name, capacity| {
        let mut message = DeclaredMessage::new(name);
        message.capacity = capacity;
        message
    };
    for messages in [
        vec![declared(hostile, None)],
        vec![declared("SwapEvent", None), declared("SwapEvent", None)],
        vec![declared("SwapEvent", Some(0))],
    ] {
        let config = ServiceConfig {
            name: hostile.into(),
            messages: messages.into(),
            buffer_pool_enabled: true,
            overflow: Some(Overflow::Heap),
        };
        let strict = Market::POOL_CONFIG.with_overflow(Overflow::Fail);
        let pool = Pool::new(&PoolConfig::new());
        let refused =
            |service: Result<Service<Market>, ServiceError>| service.unwrap_err().to_string();
        for text in [
            refused(Service::new(&config)),
            refused(Service::within(&config, &strict)),
            refused(Service::on(&config, &pool)),
            // The texts of compile-time errors.
            panic_of(|| config.pool_config::<Market>()),
            panic_of(|| config.pool_config_within::<Market>(&strict)),
        ] {
            assert!(text.contains(r"\u{1b}]0;x\u{7}\u{202e}"), "{text:?}");
            let raw = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
            assert!(!text.contains(raw), "{text:?}");
        }
    }
}
