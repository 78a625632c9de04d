//! The calls that expansions are made of: on single fields, and cursors over the fields of a derived type.

mod reader;
mod run;
mod single;
mod writer;

pub use reader::Reader;
pub use single::{check, check_value, copied, field};
pub use writer::Writer;
