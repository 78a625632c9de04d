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

pub(crate) fn of_samples(error: &PublishSubscribeOpenOrCreateError) -> Cause {
    use PublishSubscribeCreateError as Create;
    use PublishSubscribeOpenError as Open;
    use PublishSubscribeOpenOrCreateError as Error;
    match error {
        Error::PublishSubscribeOpenError(Open::ExceedsMaxNumberOfNodes) => Cause::Full,
        Error::SystemInFlux
        | Error::PublishSubscribeOpenError(
            Open::DoesNotExist
            | Open::ServiceInCorruptedState
            | Open::HangsInCreation
            | Open::IsMarkedForDestruction,
        )
        | Error::PublishSubscribeCreateError(
            Create::AlreadyExists
            | Create::ServiceInCorruptedState
            | Create::HangsInCreation
            | Create::IsBeingCreatedByAnotherInstance,
        ) => Cause::Passing,
        _ => Cause::Other,
    }
}

pub(crate) fn of_events(error: &EventOpenOrCreateError) -> Cause {
    use EventCreateError as Create;
    use EventOpenError as Open;
    use EventOpenOrCreateError as Error;
    match error {
        Error::EventOpenError(Open::ExceedsMaxNumberOfNodes) => Cause::Full,
        Error::SystemInFlux
        | Error::EventOpenError(
            Open::DoesNotExist
            | Open::ServiceInCorruptedState
            | Open::HangsInCreation
            | Open::IsMarkedForDestruction,
        )
        | Error::EventCreateError(
            Create::AlreadyExists
            | Create::ServiceInCorruptedState
            | Create::HangsInCreation
            | Create::IsBeingCreatedByAnotherInstance,
        ) => Cause::Passing,
        _ => Cause::Other,
    }
}
