//! The messages of other programs must not change by accident.

use contracts::{Market, PoolStateUpdate, SwapEvent};
use pool_codec::prelude::*;

#[test]
fn the_protocol_is_locked() {
    pool_schema::assert_locked::<Market>("market.lock");
}

/// The sizes that the design of the feed specifies.
#[test]
fn sizes_follow_from_the_fields() {
    assert_eq!((SwapEvent::MAX_SIZE, SwapEvent::SIZE_CLASS.bytes()), (84, 128));
    assert_eq!((PoolStateUpdate::MAX_SIZE, PoolStateUpdate::SIZE_CLASS.bytes()), (180, 256));
}
