//! What a service declares in TOML, read. Depend on `pool-codec`, which re-exports what a program needs of
//! this, not on this crate.
//!
//! It knows neither message types nor pools: names, flags and counts, and where in the text they stand. It is a
//! crate of its own because `pool-codec` reads such a text when a program runs and the macro
//! `pool_codec::service_config!` when it is built, and both have to say the same of it.
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
mod error;
mod nearest;
mod place;
mod read;
mod table;

pub use declaration::{Declaration, DeclaredMessage, OnExhaustion};
pub use error::{FileError, FileErrorKind, FileErrors};
pub use nearest::Nearest;
pub use place::Place;
pub use read::{read, read_only};
