//! Values and decode errors, displayed with the help of a schema.

mod explain;
mod skip;
mod text;
mod value;

pub use value::{Content, NamedValues, Value, Values};
