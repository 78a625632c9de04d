//! Values and decode errors, displayed with the help of a schema.

mod explain;
mod skip;
mod text;
mod value;

#[cfg(feature = "arbitrary")]
pub(crate) use skip::{Switches, is_present, skip_field};
pub use value::{Content, NamedValues, Value, Values};
