//! The functions and cursors that the expansion of a derive calls for the fields of a type.

mod bits;
mod reader;
mod run;
mod single;
mod writer;

pub use bits::{BitField, check_widths, pack, shift, unpack};
pub use reader::Reader;
pub use single::copied;
pub use writer::Writer;
