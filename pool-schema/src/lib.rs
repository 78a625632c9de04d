//! Message sets of `pool-codec` as data.

#![forbid(unsafe_code)]

mod build;
mod compiled;
mod file;
mod json;
mod model;
mod of_set;
mod rust;

pub use build::{BuildError, build};
pub use compiled::{CompileError, Compiled};
pub use file::{SchemaError, SchemaErrorKind, SchemaErrors};
pub use json::JsonError;
pub use model::{
    Definition, Field, Header, HeaderLayout, Message, NotationError, Reserved, Schema, Shape, Type,
    Variant,
};
pub use rust::RustError;
