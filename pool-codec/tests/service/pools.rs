//! The pool that follows from a declaration, compared with a model.

use std::collections::BTreeMap;

use pool_codec::pool::Clear;
use pool_codec::service::{DeclaredMessage, Service, ServiceConfig, ServiceError};
use pool_codec::{FrameSet as _, MessageInfo, Overflow, PoolConfig, SizeClass};
use proptest::prelude::*;

use crate::market::Market;

/// The class of the windows of readers and writers, and the number of its slots.
fn window(
    messages: &[(&MessageInfo, Option<usize>)],
    base: Option<&PoolConfig>,
) -> (SizeClass, usize) {
    let long = messages.iter().any(|(message, _)| message.max_size > 2048);
    let class = SizeClass::for_len(if long { 16 << 10 } else { 8 << 10 });
    let Some(base) = base else { return (class, class.default_capacity()) };
    let classes = base.classes().filter(|(other, _)| other.bytes() <= 16 << 10);
    let other = classes.last().unwrap_or((class, 0));
    if base.capacity(class) > 0 { (class, base.capacity(class)) } else { other }
}

fn declared(
    messages: &[(&MessageInfo, Option<usize>)],
    overflow: Option<Overflow>,
) -> ServiceConfig {
    let messages = messages.iter().map(|(message, capacity)| {
        let mut declared = DeclaredMessage::new(message.name);
        declared.capacity = *capacity;
        declared
    });
    let messages = messages.collect::<Vec<_>>().into();
    ServiceConfig { name: "a".into(), messages, buffer_pool_enabled: true, overflow }
}

/// Returns the classes of a message that can be pooled, and its capacity in each of them.
fn asks(message: &MessageInfo, base: Option<&PoolConfig>) -> BTreeMap<SizeClass, usize> {
    let classes = SizeClass::ladder(message.min_size, message.max_size);
    let slots = |class: SizeClass| match base {
        Some(base) => base.capacity(class),
        None => message.capacity.unwrap_or(class.default_capacity()),
    };
    classes.filter(|class| class.is_pooled()).map(|class| (class, slots(class))).collect()
}

/// Returns the capacities, or the refusal of a capacity in a file.
fn model(
    messages: &[(&MessageInfo, Option<usize>)],
    base: Option<&PoolConfig>,
) -> Option<BTreeMap<SizeClass, usize>> {
    let mut pool = BTreeMap::new();
    for (message, at_most) in messages {
        let asks = asks(message, base);
        let most = asks.values().copied().max().unwrap_or(0);
        if at_most.is_some_and(|count| count < 1 || count > most) {
            return None;
        }
        for (class, slots) in asks {
            let slots = slots.min(at_most.unwrap_or(usize::MAX));
            let entry = pool.entry(class).or_insert(0);
            *entry = slots.max(*entry);
        }
    }
    let (class, slots) = window(messages, base);
    let entry = pool.entry(class).or_insert(0);
    *entry = slots.max(*entry);
    pool.retain(|_, slots| *slots > 0);
    Some(pool)
}

fn policy() -> impl Strategy<Value = Overflow> {
    prop::sample::select(vec![Overflow::Heap, Overflow::Fail, Overflow::Wait])
}

fn base() -> impl Strategy<Value = PoolConfig> {
    let class = (0..8_usize).prop_map(|step| SizeClass::for_len(128 << step));
    let with = prop::collection::vec((class.clone(), 0..2000_usize), 0..5);
    let own = prop::collection::vec((class, policy()), 0..3);
    let start = prop::sample::select(vec![PoolConfig::new(), Market::POOL_CONFIG]);
    (start, with, own, policy(), any::<bool>()).prop_map(|(start, with, own, policy, clear)| {
        let clear = if clear { Clear::OnRelease } else { Clear::Never };
        let mut base = start.with_overflow(policy).with_clear(clear);
        for (class, slots) in with {
            base = base.with_class(class, slots);
        }
        for (class, policy) in own {
            base = base.with_overflow_of(class, policy);
        }
        base
    })
}

proptest! {
    #[test]
    fn capacities_and_policies_are_those_of_the_model(
        messages in prop::sample::subsequence(Market::MESSAGES.to_vec(), 1..=4),
        capacities in prop::collection::vec(
            prop_oneof![2 => Just(None), 3 => (0..40_usize).prop_map(Some), 1 => (0..3200_usize).prop_map(Some)],
            4,
        ),
        overflow in prop::option::of(policy()),
        base in prop::option::of(base()),
    ) {
        let messages: Vec<_> = messages.iter().zip(capacities).collect();
        let config = declared(&messages, overflow);
        let base = base.as_ref();
        let service = match base {
            Some(base) => Service::<Market>::within(&config, base),
            None => Service::<Market>::new(&config),
        };
        let own = base.map_or(Overflow::Heap, PoolConfig::overflow);
        if overflow == Some(Overflow::Heap) && own != Overflow::Heap {
            prop_assert_eq!(
                service.map(|_| ()),
                Err(ServiceError::LoosensOverflow { service: "a".into() })
            );
            return Ok(());
        }
        let Some(expected) = model(&messages, base) else {
            let refused = matches!(service, Err(ServiceError::Capacity { .. }));
            prop_assert!(refused, "{service:?}");
            return Ok(());
        };
        // A pool that holds the longest message is never refused.
        let longest = messages.iter().map(|(message, _)| message.max_size).max();
        let service = match service {
            Err(ServiceError::NoClass { largest, .. }) => {
                let pool_largest = expected.last_key_value().map(|(class, _)| *class);
                prop_assert_eq!(largest, pool_largest);
                prop_assert!(largest.is_none_or(|class| Some(class.bytes()) < longest));
                return Ok(());
            }
            service => service.unwrap(),
        };
        let pool = service.pool_config();
        prop_assert!(pool.serves(longest.unwrap()));
        prop_assert_eq!(pool.classes().collect::<BTreeMap<_, _>>(), expected);
        for class in SizeClass::ladder(0, 1 << 20) {
            let from = base.map_or(Overflow::Heap, |base| base.overflow_of(class));
            let to = pool.overflow_of(class);
            match overflow {
                Some(strict) if strict != Overflow::Heap => prop_assert_eq!(to, strict),
                _ => prop_assert_eq!(to, from),
            }
        }
        prop_assert_eq!(pool.clear(), base.map_or(Clear::Never, PoolConfig::clear));
        // No class has more than before, and there are no classes of other messages.
        prop_assert!(base.unwrap_or(&Market::POOL_CONFIG).covers(pool));
        // The compiler computes the same.
        let constant = base.map_or_else(
            || config.pool_config::<Market>(),
            |base| config.pool_config_within::<Market>(base),
        );
        prop_assert_eq!(&constant, pool);
    }
}

#[test]
fn only_the_classes_of_declared_messages() {
    let text = "service.a = { messages = ['SwapEvent'] }";
    let config = ServiceConfig::from_toml(text, "a").unwrap();
    let service = Service::<Market>::new(&config).unwrap();
    let classes: Vec<_> = service.pool_config().classes().collect();
    assert_eq!(classes, [(SizeClass::MIN, 1024), (SizeClass::for_len(8192), 16)]);
    let names: Vec<_> = service.messages().iter().map(|message| message.name).collect();
    assert_eq!((service.name(), names), ("a", vec!["SwapEvent"]));
}

#[test]
fn without_a_pool_there_are_no_classes() {
    let text = "service.a = { messages = ['SwapEvent', 'Archive'], buffer_pool_enabled = false }";
    let config = ServiceConfig::from_toml(text, "a").unwrap();
    for service in [
        Service::<Market>::new(&config),
        Service::<Market>::within(&config, &Market::POOL_CONFIG),
        Service::<Market>::on(&config, &pool_codec::Pool::new(&Market::POOL_CONFIG)),
    ] {
        assert_eq!(service.unwrap().pool_config().classes().count(), 0);
    }
}

#[test]
fn a_clone_shares_the_pool() {
    let text = "service.a = { messages = ['SwapEvent'] }";
    let config = ServiceConfig::from_toml(text, "a").unwrap();
    let service = Service::<Market>::new(&config).unwrap();
    let held = service.clone().pool().acquire(10).unwrap();
    let in_use: usize = service.pool().stats().classes().map(|class| class.in_use).sum();
    assert_eq!(in_use, 1);
    drop(held);
    assert!(
        format!("{service:?}")
            .starts_with("Service { name: \"a\", set: \"Market\", messages: [MessageInfo")
    );
}
