//! Code generation in build scripts.

use std::io;
use std::path::{Path, PathBuf};
use std::{env, fmt, fs};

use thiserror::Error;

use crate::file::SchemaErrors;
use crate::model::Schema;
use crate::rust::RustError;

/// The error of a build script. Its `Debug` form is its `Display` form, because that is what a build script that returns
/// it prints.
#[derive(Error)]
#[non_exhaustive]
pub enum BuildError {
    /// The schema file has errors.
    #[error(transparent)]
    Schema(#[from] SchemaErrors),
    /// The derives cannot express the schema.
    #[error(transparent)]
    Rust(#[from] RustError),
    /// The code cannot be written.
    #[error("`{}` cannot be written: {error}", path.display())]
    Write {
        /// The path of the code.
        path: PathBuf,
        /// The reason.
        error: io::Error,
    },
    /// The function runs outside of a build script.
    #[error(
        "the variable OUT_DIR is not set\nhelp: call `pool_schema::build` in a build script, `build.rs`"
    )]
    NoOutDir,
}

impl fmt::Debug for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Generates the Rust code of the schema file at `path`, relative to the package. Call it in `build.rs`:
///
/// ```no_run
/// fn main() -> Result<(), pool_schema::BuildError> {
///     pool_schema::build("contracts.yaml")
/// }
/// ```
///
/// and include the code in the program:
///
/// ```text
/// include!(concat!(env!("OUT_DIR"), "/contracts.rs"));
/// ```
///
/// The package needs `pool-codec` as a dependency, and this crate as a build dependency. Cargo runs the build script again
/// if the schema file changes.
///
/// # Errors
///
/// Fails with all errors in the file, or if the code cannot be written.
pub fn build(path: impl AsRef<Path>) -> Result<(), BuildError> {
    let path = path.as_ref();
    println!("cargo::rerun-if-changed={}", path.display());
    let schema = Schema::read_file(path)?;
    let source = schema.to_rust(&path.to_string_lossy())?;
    let folder = env::var_os("OUT_DIR").ok_or(BuildError::NoOutDir)?;
    let name = path.file_stem().unwrap_or("messages".as_ref());
    let path = Path::new(&folder).join(name).with_extension("rs");
    fs::write(&path, source).map_err(|error| BuildError::Write { path, error })
}
