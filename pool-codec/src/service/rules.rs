//! What a declaration may say of a set, and the pool that follows. `const`: the compiler and the running
//! program apply the same rules.

use alloc::borrow::Cow;

use pool_core::{Overflow, PoolConfig, SizeClass};
use pool_service::DeclaredMessage;

use crate::frame::window::{window_for, window_len};
use crate::frame::{FrameSet, MessageInfo};
use crate::service::config::ServiceConfig;

/// What the rules need to know of a set.
#[derive(Debug, Clone, Copy)]
pub struct SetFacts {
    pub(super) name: &'static str,
    pub(super) messages: &'static [MessageInfo],
}

impl SetFacts {
    /// Those of `S`.
    #[must_use]
    pub const fn of<S: FrameSet>() -> Self {
        Self { name: S::NAME, messages: S::MESSAGES }
    }
}

/// A rule that a declaration breaks.
#[derive(Clone, Copy)]
pub(super) enum Mistake<'c> {
    /// The set has no such message.
    Unknown(&'c DeclaredMessage),
    /// The message is declared twice.
    Twice(&'c DeclaredMessage),
    /// More buffers than the message can have.
    Capacity { message: &'c DeclaredMessage, capacity: usize, most: usize },
    /// The heap serves what the program does not want from there.
    Overflow,
    /// There is no pool, and so not the limits that the program has set.
    NoPool,
}

/// The service's pool. Without `base`, what the message types ask for is where it starts.
pub(super) const fn pool_config<'c>(
    set: SetFacts,
    config: &'c ServiceConfig,
    base: Option<&PoolConfig>,
) -> Result<PoolConfig, Mistake<'c>> {
    let (mut pool, policies) = (PoolConfig::new(), policies(config, base));
    let policies = match policies {
        Ok(policies) => policies,
        Err(mistake) => return Err(mistake),
    };
    let (mut index, mut longest) = (0, 0);
    while index < config.declared().len() {
        let (declared, message) = match message(set, config, base, index) {
            Ok(found) => found,
            Err(mistake) => return Err(mistake),
        };
        pool = with_message(pool, message, base, declared.capacity);
        if message.max_size > longest {
            longest = message.max_size;
        }
        index = index.wrapping_add(1);
    }
    if !config.buffer_pool_enabled {
        return Ok(PoolConfig::new());
    }
    pool = with_window(pool, longest, base);
    Ok(with_policies(pool, &policies))
}

/// The declared message at `index` and what the set knows of it.
#[expect(clippy::indexing_slicing, reason = "`index` is below the length; `get` is not const")]
pub(super) const fn message<'c>(
    set: SetFacts,
    config: &'c ServiceConfig,
    base: Option<&PoolConfig>,
    index: usize,
) -> Result<(&'c DeclaredMessage, &'static MessageInfo), Mistake<'c>> {
    let declared = &config.declared()[index];
    let Some(message) = find(set.messages, name(declared)) else {
        return Err(Mistake::Unknown(declared));
    };
    let mut earlier = 0;
    while earlier < index {
        if same(name(&config.declared()[earlier]), name(declared)) {
            return Err(Mistake::Twice(declared));
        }
        earlier = earlier.wrapping_add(1);
    }
    if let Some(capacity) = declared.capacity {
        let most = most(message, base);
        if capacity == 0 || capacity > most {
            return Err(Mistake::Capacity { message: declared, capacity, most });
        }
    }
    Ok((declared, message))
}

/// The policies of a pool that starts from `base`, in a config without meaning otherwise.
const fn policies<'c>(
    config: &'c ServiceConfig,
    base: Option<&PoolConfig>,
) -> Result<PoolConfig, Mistake<'c>> {
    let base = match base {
        Some(base) => *base,
        None => PoolConfig::new(),
    };
    if !config.buffer_pool_enabled {
        let asks = match config.overflow {
            Some(policy) => !matches!(policy, Overflow::Heap),
            None => false,
        };
        return if asks || limits(&base) { Err(Mistake::NoPool) } else { Ok(base) };
    }
    match config.overflow {
        None => Ok(base),
        Some(Overflow::Heap) if matches!(base.overflow_policy(), Overflow::Heap) => Ok(base),
        Some(Overflow::Heap) => Err(Mistake::Overflow),
        // Both are limits, so neither is looser than the other.
        Some(policy) => Ok(PoolConfig::new().overflow(policy).clear(base.clear_policy())),
    }
}

/// Whether some class does not fall back to the heap.
const fn limits(config: &PoolConfig) -> bool {
    let mut class = SizeClass::MIN;
    while class.is_pooled() {
        if !matches!(config.overflow_policy_of(class), Overflow::Heap) {
            return true;
        }
        match class.next() {
            Some(next) => class = next,
            None => break,
        }
    }
    false
}

/// `==`, which is not const.
const fn same_policy(a: Overflow, b: Overflow) -> bool {
    matches!(
        (a, b),
        (Overflow::Heap, Overflow::Heap)
            | (Overflow::Fail, Overflow::Fail)
            | (Overflow::Wait, Overflow::Wait)
    )
}

/// The capacities of `pool` with the policies of `policies`.
const fn with_policies(mut pool: PoolConfig, policies: &PoolConfig) -> PoolConfig {
    let own = policies.overflow_policy();
    pool = pool.overflow(own).clear(policies.clear_policy());
    let mut class = SizeClass::MIN;
    while class.is_pooled() {
        let policy = policies.overflow_policy_of(class);
        if !same_policy(policy, own) {
            pool = pool.overflow_of(class, policy);
        }
        match class.next() {
            Some(next) => class = next,
            None => break,
        }
    }
    pool
}

/// `pool` with the classes of a message; in each at least as many slots as the message is to have.
const fn with_message(
    mut pool: PoolConfig,
    message: &MessageInfo,
    base: Option<&PoolConfig>,
    at_most: Option<usize>,
) -> PoolConfig {
    let mut next = SizeClass::ladder(message.min_size, message.max_size).start();
    while let Some(class) = next {
        if !class.is_pooled() || class.bytes() > message.size_class.bytes() {
            break;
        }
        let mut slots = wanted(message, class, base);
        if let Some(at_most) = at_most
            && at_most < slots
        {
            slots = at_most;
        }
        if slots > pool.capacity(class) {
            pool = pool.with(class, slots);
        }
        next = class.next();
    }
    pool
}

/// `pool` with the class of the window that suits messages of at most `longest` bytes; if `base` lacks that,
/// with the one that it has for the purpose.
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
    if slots > pool.capacity(class) { pool.with(class, slots) } else { pool }
}

/// The most slots that a class of the message can have.
const fn most(message: &MessageInfo, base: Option<&PoolConfig>) -> usize {
    let (mut next, mut most) = (SizeClass::ladder(message.min_size, message.max_size).start(), 0);
    while let Some(class) = next {
        if !class.is_pooled() || class.bytes() > message.size_class.bytes() {
            break;
        }
        let slots = wanted(message, class, base);
        if slots > most {
            most = slots;
        }
        next = class.next();
    }
    most
}

/// The slots of `class` that the message is to have if the service does not say: what the program says, or
/// the message's type, or the class.
const fn wanted(message: &MessageInfo, class: SizeClass, base: Option<&PoolConfig>) -> usize {
    match (base, message.capacity) {
        (Some(base), _) => base.capacity(class),
        (None, Some(capacity)) => capacity,
        (None, None) => class.default_capacity(),
    }
}

/// The first class of `needed` that `pool` has too few slots of, or a looser policy for.
pub(super) fn lacks(pool: &PoolConfig, needed: &PoolConfig) -> Option<SizeClass> {
    let mut classes = needed.classes();
    let falls_back =
        |config: &PoolConfig, class| config.overflow_policy_of(class) == Overflow::Heap;
    let lacks = |class, slots| {
        pool.capacity(class) < slots || (falls_back(pool, class) && !falls_back(needed, class))
    };
    classes.find_map(|(class, slots)| lacks(class, slots).then_some(class))
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

pub(super) const fn name(message: &DeclaredMessage) -> &str {
    match &message.name {
        Cow::Borrowed(name) => name,
        Cow::Owned(name) => name.as_str(),
    }
}

/// `==`, which is not const.
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
