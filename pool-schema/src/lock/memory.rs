//! The memory that two schemas need.

use super::change::{Changes, Impact};
use crate::model::Schema;

/// Adds the changes of size classes and of the pool's memory. A schema with Rust types of unknown size has none.
pub(super) fn compare(old: &Schema, new: &Schema, changes: &mut Changes) {
    let (Ok(was), Ok(is)) = (old.compile(), new.compile()) else { return };
    for message in is.messages() {
        let Some(before) = was.message(message.id) else { continue };
        if before.size_class != message.size_class {
            let what = format!(
                "class of {} bytes, was {}; the longest payload has {} bytes, was {}",
                message.size_class.bytes(),
                before.size_class.bytes(),
                message.max_size,
                before.max_size,
            );
            changes.silent(Impact::Memory, message.name, what);
        }
    }
    let (before, after) = (was.pool_config().footprint(), is.pool_config().footprint());
    if before != after {
        let what = format!("the pool takes {after} bytes, was {before}");
        changes.silent(Impact::Memory, &new.name, what);
    }
}
