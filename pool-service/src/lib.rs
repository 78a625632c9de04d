//! Reads the declaration of a service from TOML.
//!
//! Do not depend on this crate directly. Depend on `pool-codec`, which re-exports the parts that programs need.
//!
//! The crate does not know message types. It reads names, flags and numbers, and their places in the text. It is a
//! separate crate because two others must read a text in the same way: `pool-codec` at run time, and the macro
//! `pool_codec::service_config!` at compile time.
//!
//! ```
//! let text = r#"
//!     [service.polygon-adapter]
//!     messages = ["SwapEvent", "PoolStateUpdate"]
//! "#;
//! let read = pool_service::read(text, None, "polygon-adapter").unwrap();
//! assert_eq!(read.messages[0].name, "SwapEvent");
//! assert!(read.buffer_pool_enabled);
//! ```

#![forbid(unsafe_code)]

mod declaration;
mod diagnostics;
mod error;
mod escape;
mod lines;
mod nearest;
mod place;
mod read;
mod service_table;
mod table;

pub use declaration::{Declaration, DeclaredMessage};
pub use error::{FileError, FileErrorKind, FileErrors};
pub use escape::escaped;
pub use lines::Lines;
pub use nearest::Nearest;
pub use place::Place;
pub use pool_core::Overflow;
pub use read::{read, read_only};
