//! The commands, one per file.

pub(crate) mod bill;
pub(crate) mod check;
pub(crate) mod corpus;
pub(crate) mod dissector;
pub(crate) mod generate;
pub(crate) mod inspect;
pub(crate) mod json_schema;
pub(crate) mod report;

use std::path::Path;

use pool_schema::Schema;

/// Reads a schema. Errors show the place in the file.
fn read(path: &Path) -> anyhow::Result<Schema> {
    Ok(Schema::read_file(path)?)
}
