//! Runs of fixed-size fields, whose length is checked once per run.

use crate::codec::schema::Field;

/// Returns the length of the run of fixed-size fields that begins at `index`, in bytes.
pub(crate) const fn run_size(fields: &[Field], index: usize) -> usize {
    let (mut index, mut size) = (index, 0_usize);
    while index < fields.len() {
        #[expect(clippy::indexing_slicing, reason = "the loop's condition; `get` is not const")]
        let field = &fields[index];
        if field.min_size() != field.max_size() {
            break;
        }
        size = size.saturating_add(field.min_size());
        index = index.saturating_add(1);
    }
    size
}
