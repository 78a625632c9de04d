//! The declaration of one service, as a value that can also be a constant.

use alloc::borrow::Cow;

use pool_core::Overflow;
use pool_service::DeclaredMessage;

/// The declaration of one service: the messages that it handles, and limits that are tighter than those of the message
/// types. It contains no sizes, because these come from the types.
///
/// Read it from TOML at run time with [`from_toml`](Self::from_toml), or when the program is built with
/// [`service_config!`](crate::service_config), or construct it by hand.
///
/// ```toml
/// [service.polygon-adapter]
/// messages = ["SwapEvent", "PoolStateUpdate"]
/// buffer_pool_enabled = true                      # the default
/// overflow = "fail"                               # or "wait", "heap"; the default is the program's policy
/// capacity = { PoolStateUpdate = 16 }             # at most 16 buffers of each of its size classes
/// ```
///
/// ```
/// use pool_codec::service::ServiceConfig;
/// use pool_codec::Overflow;
///
/// let text = r#"
///     [service.polygon-adapter]
///     messages = ["SwapEvent", "PoolStateUpdate"]
///     overflow = "fail"
/// "#;
/// let config = ServiceConfig::from_toml(text, "polygon-adapter")?;
/// assert_eq!(config.messages[0].name, "SwapEvent");
/// assert_eq!((config.buffer_pool_enabled, config.overflow), (true, Some(Overflow::Fail)));
/// # Ok::<(), pool_codec::service::ServiceError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceConfig {
    /// The name of the service.
    pub name: Cow<'static, str>,
    /// The messages that the service reads, sends or both.
    pub messages: Cow<'static, [DeclaredMessage]>,
    /// Whether the buffers come from a pool. Otherwise they come from the heap; the limits on the length of frames
    /// apply all the same.
    pub buffer_pool_enabled: bool,
    /// The policy for an exhausted pool. The default is the policy of the program.
    pub overflow: Option<Overflow>,
}

impl ServiceConfig {
    pub(super) const fn name(&self) -> &str {
        match &self.name {
            Cow::Borrowed(name) => name,
            Cow::Owned(name) => name.as_str(),
        }
    }

    pub(super) const fn declared(&self) -> &[DeclaredMessage] {
        match &self.messages {
            Cow::Borrowed(messages) => messages,
            Cow::Owned(messages) => messages.as_slice(),
        }
    }
}

/// The name of the message, in a `const fn`.
pub(super) const fn message_name(message: &DeclaredMessage) -> &str {
    match &message.name {
        Cow::Borrowed(name) => name,
        Cow::Owned(name) => name.as_str(),
    }
}
