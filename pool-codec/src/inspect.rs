//! Bytes and errors, shown by a schema.

mod explain;
mod text;
mod value;

pub use value::{Content, NamedValues, Value, Values};
