//! The bundled capture: 484 Stratum V2 frames that the published crates encoded.
//!
//! `data/sv2` holds one file of frames per message, and `index.json` describes their content.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use serde_json::{Value, json};

/// Returns the directory of the bundled capture.
#[must_use]
pub fn bundled() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data/sv2")
}

/// Returns the fields that the index lists for a frame as this crate has them. The published crates that wrote the index do
/// not have the names of the newest specification yet, nor a list of extensions, which no frame of the capture has.
#[must_use]
pub fn current(message: &str, mut fields: Value) -> Value {
    let Some(object) = fields.as_object_mut() else { return fields };
    let renamed = match message {
        "mining.SetCustomMiningJob" => Some(("token", "mining_job_token")),
        "job_declaration.AllocateMiningJobTokenSuccess" => {
            Some(("coinbase_outputs", "coinbase_tx_outputs"))
        }
        _ => None,
    };
    if let Some((old, new)) = renamed {
        // The order of the fields stays that of the wire.
        let named = |(name, value)| (if name == old { new.to_owned() } else { name }, value);
        *object = core::mem::take(object).into_iter().map(named).collect();
    }
    if message == "mining.SubmitSharesExtended" {
        object.insert("extensions".to_owned(), json!({ "0": [] }));
    }
    fields
}

/// Returns the capture files at `path`: the file itself, or the `*.bin` files of a directory, sorted by name.
///
/// # Errors
///
/// Returns an error if the directory cannot be read or has no such file.
pub fn files(path: &Path) -> anyhow::Result<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(vec![path.to_path_buf()]);
    }
    let entries = fs::read_dir(path).with_context(|| format!("cannot list {path:?}"))?;
    let mut files =
        entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>, std::io::Error>>()?;
    files.retain(|file| file.extension() == Some(OsStr::new("bin")));
    files.sort();
    anyhow::ensure!(!files.is_empty(), "no *.bin file in {path:?}");
    Ok(files)
}

/// Reads all capture files at `path`, one after another.
///
/// # Errors
///
/// Returns an error if a file cannot be read.
pub fn stream(path: &Path) -> anyhow::Result<Vec<u8>> {
    let mut stream = Vec::new();
    for file in files(path)? {
        stream.extend(fs::read(&file).with_context(|| format!("cannot read {file:?}"))?);
    }
    Ok(stream)
}
