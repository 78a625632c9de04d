//! Services: programs that declare in a file which messages they handle.
//!
//! ```text
//!  TOML --pool_service::read--> Declaration --> ServiceConfig --rules.rs--> PoolConfig, ids --> Service
//!   \                                              ^   checks the names against the set,
//!    `--service_config!, when it is built ---------'   and that no limit is loosened
//! ```
//!
//! From bottom to top: `config`, `set_facts` and `violation` are data, `rules` applies the rules, `text` and `error`
//! report violations, and `pool_config`, `checked` and `instance` are the entry points.

pub(crate) mod checked;
mod config;
mod error;
mod instance;
mod pool_config;
mod rules;
pub(crate) mod set_facts;
mod text;
mod violation;

pub use self::config::ServiceConfig;
pub use self::error::ServiceError;
pub use self::instance::Service;
pub use pool_service::{DeclaredMessage, FileError, FileErrorKind, FileErrors, Place};
