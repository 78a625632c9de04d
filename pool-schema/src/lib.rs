//! Message sets of `pool-codec` as data.

#![forbid(unsafe_code)]

mod build;
mod compiled;
mod corpus;
mod dissector;
mod file;
mod json;
mod json_schema;
mod lock;
mod model;
mod of_set;
mod report;
mod rust;
mod sampler;

pub use build::{BuildError, build};
pub use compiled::{CompileError, Compiled};
pub use corpus::Seed;
pub use dissector::DissectorError;
pub use file::{SchemaError, SchemaErrorKind, SchemaErrors};
pub use json::JsonError;
pub use lock::{Change, Changes, Impact, Reading, assert_locked};
pub use model::{
    Definition, Field, Header, HeaderLayout, Message, NotationError, Reserved, Schema, Shape, Type,
    Variant,
};
pub use rust::RustError;
pub use sampler::Sampler;
