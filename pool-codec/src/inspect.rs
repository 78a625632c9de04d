//! Values and decode errors, displayed with the help of a schema.

mod explain;
mod text;
mod value;

pub use value::{Content, NamedValues, Value, Values};
#[cfg(feature = "arbitrary")]
pub(crate) use value::{is_present, note};
