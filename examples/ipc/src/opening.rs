//! Why a feed does not open.

use iceoryx2::service::builder::event::{EventCreateError, EventOpenError, EventOpenOrCreateError};
use iceoryx2::service::builder::publish_subscribe::{
    PublishSubscribeCreateError, PublishSubscribeOpenError, PublishSubscribeOpenOrCreateError,
};

/// What a caller can do about an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cause {
    /// Another process creates or leaves the feed. A later call may succeed.
    Passing,
    /// Too many processes have the feed open.
    Full,
    Other,
}

/// Defines the cause of an error. The two kinds of services have errors of the same names, in different types.
macro_rules! cause {
    ($name:ident, $Error:ident, $open:ident($Open:ident), $create:ident($Create:ident)) => {
        pub(crate) fn $name(error: &$Error) -> Cause {
            match error {
                $Error::$open($Open::ExceedsMaxNumberOfNodes) => Cause::Full,
                $Error::SystemInFlux
                | $Error::$open(
                    $Open::DoesNotExist
                    | $Open::ServiceInCorruptedState
                    | $Open::HangsInCreation
                    | $Open::IsMarkedForDestruction,
                )
                | $Error::$create(
                    $Create::AlreadyExists
                    | $Create::ServiceInCorruptedState
                    | $Create::HangsInCreation
                    | $Create::IsBeingCreatedByAnotherInstance,
                ) => Cause::Passing,
                _ => Cause::Other,
            }
        }
    };
}

cause!(
    of_samples,
    PublishSubscribeOpenOrCreateError,
    PublishSubscribeOpenError(PublishSubscribeOpenError),
    PublishSubscribeCreateError(PublishSubscribeCreateError)
);
cause!(
    of_events,
    EventOpenOrCreateError,
    EventOpenError(EventOpenError),
    EventCreateError(EventCreateError)
);
