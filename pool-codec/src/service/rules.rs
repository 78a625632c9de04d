//! The rules of declarations, and the pool that follows. All of them but one are `const fn`s, so the compiler and the
//! running program apply the same rules.

use pool_core::{Overflow, PoolConfig, SizeClass};
use pool_service::DeclaredMessage;

use crate::frame::MessageInfo;
use crate::frame::window::{window_for, window_len};
use crate::service::config::{ServiceConfig, message_name};
use crate::service::set_facts::SetFacts;
use crate::service::violation::Violation;

/// Returns the configuration of the service's pool. It starts from `base`, or from the requests of the message types.
pub(super) const fn pool_config<'c>(
    set: SetFacts,
    config: &'c ServiceConfig,
    base: Option<&PoolConfig>,
) -> Result<PoolConfig, Violation<'c>> {
    let (mut pool, policies) = (PoolConfig::new(), policies(config, base));
    let policies = match policies {
        Ok(policies) => policies,
        Err(violation) => return Err(violation),
    };
    let (mut index, mut longest, mut name) = (0, 0, "");
    while index < config.declared().len() {
        let (declared, message) = match message(set, config, base, index) {
            Ok(found) => found,
            Err(violation) => return Err(violation),
        };
        pool = with_message(pool, message, base, declared.capacity);
        if message.max_size > longest {
            (longest, name) = (message.max_size, message.name);
        }
        index = index.wrapping_add(1);
    }
    if !config.buffer_pool_enabled {
        return match base {
            // The heap serves no length that the program refuses.
            Some(base) if !base.serves(longest) => {
                Err(Violation::NoClass { message: name, longest, largest: base.largest_class() })
            }
            _ => Ok(PoolConfig::new()),
        };
    }
    pool = with_policies(with_window(pool, longest, base), &policies);
    if base.is_none() && !SizeClass::for_len(longest).is_pooled() {
        // Adds no class: says that the message is meant for the heap.
        pool = pool.with_message(longest, longest, None);
    }
    if !pool.serves(longest) {
        return Err(Violation::NoClass { message: name, longest, largest: pool.largest_class() });
    }
    Ok(pool)
}

/// Returns the declared message at `index`, and the set's facts about it.
#[expect(clippy::indexing_slicing, reason = "`index` is below the length; `get` is not const")]
pub(super) const fn message<'c>(
    set: SetFacts,
    config: &'c ServiceConfig,
    base: Option<&PoolConfig>,
    index: usize,
) -> Result<(&'c DeclaredMessage, &'static MessageInfo), Violation<'c>> {
    let declared = &config.declared()[index];
    let Some(message) = find(set.messages, message_name(declared)) else {
        return Err(Violation::UnknownMessage(declared));
    };
    let mut earlier = 0;
    while earlier < index {
        if same(message_name(&config.declared()[earlier]), message_name(declared)) {
            return Err(Violation::DuplicateMessage(declared));
        }
        earlier = earlier.wrapping_add(1);
    }
    if let Some(capacity) = declared.capacity {
        let most = most(message, base);
        if capacity == 0 || capacity > most {
            return Err(Violation::Capacity { message: declared, capacity, most });
        }
    }
    Ok((declared, message))
}

/// Returns a configuration whose policies are those of a pool that starts from `base`. The rest of it is unused.
const fn policies<'c>(
    config: &'c ServiceConfig,
    base: Option<&PoolConfig>,
) -> Result<PoolConfig, Violation<'c>> {
    let base = match base {
        Some(base) => *base,
        None => PoolConfig::new(),
    };
    if !config.buffer_pool_enabled {
        let asks = match config.overflow {
            Some(policy) => !matches!(policy, Overflow::Heap),
            None => false,
        };
        return if asks || limits(&base) { Err(Violation::NoPool) } else { Ok(base) };
    }
    match config.overflow {
        None => Ok(base),
        Some(Overflow::Heap) if matches!(base.overflow(), Overflow::Heap) => Ok(base),
        Some(Overflow::Heap) => Err(Violation::LoosensOverflow),
        // Both policies are limits, so neither is looser than the other.
        Some(policy) => Ok(PoolConfig::new().with_overflow(policy).with_clear(base.clear())),
    }
}

/// Whether a class exists that does not fall back to the heap.
const fn limits(config: &PoolConfig) -> bool {
    let mut class = SizeClass::MIN;
    while class.is_pooled() {
        if !matches!(config.overflow_of(class), Overflow::Heap) {
            return true;
        }
        match class.next() {
            Some(next) => class = next,
            None => break,
        }
    }
    false
}

/// `==` in a `const fn`.
const fn same_policy(a: Overflow, b: Overflow) -> bool {
    matches!(
        (a, b),
        (Overflow::Heap, Overflow::Heap)
            | (Overflow::Fail, Overflow::Fail)
            | (Overflow::Wait, Overflow::Wait)
    )
}

/// Returns the capacities of `pool` with the policies of `policies`.
const fn with_policies(mut pool: PoolConfig, policies: &PoolConfig) -> PoolConfig {
    let own = policies.overflow();
    pool = pool.with_overflow(own).with_clear(policies.clear());
    // A base that has classes and serves every length leaves longer payloads to the heap.
    let any_length = policies.largest_class().is_some() && policies.serves(usize::MAX);
    if any_length || !same_policy(policies.jumbo_overflow(), own) {
        pool = pool.with_jumbo_overflow(policies.jumbo_overflow());
    }
    let mut class = SizeClass::MIN;
    while class.is_pooled() {
        let policy = policies.overflow_of(class);
        if !same_policy(policy, own) {
            pool = pool.with_overflow_of(class, policy);
        }
        match class.next() {
            Some(next) => class = next,
            None => break,
        }
    }
    pool
}

/// Adds the classes of a message to `pool`: in each at least as many slots as the message gets.
const fn with_message(
    mut pool: PoolConfig,
    message: &MessageInfo,
    base: Option<&PoolConfig>,
    at_most: Option<usize>,
) -> PoolConfig {
    let mut next = SizeClass::ladder(message.min_size, message.max_size).smallest();
    while let Some(class) = next {
        if !class.is_pooled() || class.bytes() > message.size_class.bytes() {
            break;
        }
        let mut slots = slots_of(message, class, base);
        if let Some(at_most) = at_most
            && at_most < slots
        {
            slots = at_most;
        }
        if slots > pool.capacity(class) {
            pool = pool.with_class(class, slots);
        }
        next = class.next();
    }
    pool
}

/// Adds the class of the window that suits messages of at most `longest` bytes to `pool`. If `base` lacks that class,
/// adds the class that `base` uses for windows.
const fn with_window(pool: PoolConfig, longest: usize, base: Option<&PoolConfig>) -> PoolConfig {
    let suitable = SizeClass::for_len(window_for(longest));
    let (class, slots) = match base {
        None => (suitable, suitable.default_capacity()),
        Some(base) if base.capacity(suitable) > 0 => (suitable, base.capacity(suitable)),
        Some(base) => {
            let class = SizeClass::for_len(window_len(base));
            (class, base.capacity(class))
        }
    };
    if slots > pool.capacity(class) { pool.with_class(class, slots) } else { pool }
}

/// Returns the number of slots in the message's class that can have most of them.
const fn most(message: &MessageInfo, base: Option<&PoolConfig>) -> usize {
    let (mut next, mut most) =
        (SizeClass::ladder(message.min_size, message.max_size).smallest(), 0);
    while let Some(class) = next {
        if !class.is_pooled() || class.bytes() > message.size_class.bytes() {
            break;
        }
        let slots = slots_of(message, class, base);
        if slots > most {
            most = slots;
        }
        next = class.next();
    }
    most
}

/// Returns the number of slots of `class` that the message gets unless the service lowers it: that of `base`, of the
/// message type, or of the class.
const fn slots_of(message: &MessageInfo, class: SizeClass, base: Option<&PoolConfig>) -> usize {
    match (base, message.capacity) {
        (Some(base), _) => base.capacity(class),
        (None, Some(capacity)) => capacity,
        (None, None) => class.default_capacity(),
    }
}

/// Returns the first class of `needed` for which `pool` has too few slots or a looser policy.
pub(super) fn first_lacking(pool: &PoolConfig, needed: &PoolConfig) -> Option<SizeClass> {
    let mut classes = needed.classes();
    let falls_back = |config: &PoolConfig, class| config.overflow_of(class) == Overflow::Heap;
    let lacking = |class, slots| {
        pool.capacity(class) < slots || (falls_back(pool, class) && !falls_back(needed, class))
    };
    classes.find_map(|(class, slots)| lacking(class, slots).then_some(class))
}

const fn find(messages: &'static [MessageInfo], name: &str) -> Option<&'static MessageInfo> {
    let mut rest = messages;
    while let [message, tail @ ..] = rest {
        if same(message.name, name) {
            return Some(message);
        }
        rest = tail;
    }
    None
}

/// `==` in a `const fn`.
const fn same(a: &str, b: &str) -> bool {
    let (mut a, mut b) = (a.as_bytes(), b.as_bytes());
    while let ([first, a_tail @ ..], [other, b_tail @ ..]) = (a, b) {
        if *first != *other {
            return false;
        }
        (a, b) = (a_tail, b_tail);
    }
    a.is_empty() && b.is_empty()
}
