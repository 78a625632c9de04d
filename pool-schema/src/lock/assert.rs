//! The test that holds a set to its lock.

use std::path::Path;
use std::{env, fs};

use pool_codec::FrameSet;

use super::change::Impact;
use crate::model::Schema;

/// The environment variable that accepts all changes.
const ACCEPT: &str = "POOL_SCHEMA_ACCEPT";

/// Panics if the set is not what the lock file at `path` says. The path is relative to the package, which is the working
/// directory of its tests.
///
/// The first run writes the file, which belongs into version control. Later runs compare. The message of a panic sorts
/// the differences into those that break peers, those that peers of both versions understand, and those of memory, names
/// and docs. `POOL_SCHEMA_ACCEPT=1 cargo test` writes the new lock.
///
/// ```no_run
/// # use pool_codec::{Frame, FrameSet, TlvHeader};
/// # #[derive(Debug, Frame)]
/// # #[frame(id = 1)]
/// # struct Tick { price: u64 }
/// # #[derive(Debug, FrameSet)]
/// # #[frames(header = TlvHeader)]
/// # enum Market { Tick(Tick) }
/// #[test]
/// fn the_protocol_is_locked() {
///     pool_schema::assert_locked::<Market>("market.lock");
/// }
/// ```
///
/// # Panics
///
/// Panics if the set differs from the lock, or if the file cannot be read or written.
#[track_caller]
pub fn assert_locked<S: FrameSet>(path: impl AsRef<Path>) {
    let path = path.as_ref();
    if let Err(text) = check(&Schema::of::<S>(), path, env::var_os(ACCEPT).is_some()) {
        panic!("{text}");
    }
}

/// Compares the schema with the lock at `path`. `accept` writes the lock in any case.
fn check(schema: &Schema, path: &Path, accept: bool) -> Result<(), String> {
    let shown = path.display();
    let write = || {
        fs::write(path, schema.to_json())
            .map_err(|error| format!("`{shown}` cannot be written: {error}"))
    };
    if accept || !path.exists() {
        return write();
    }
    let text =
        fs::read_to_string(path).map_err(|error| format!("`{shown}` cannot be read: {error}"))?;
    let locked = Schema::from_json(&text).map_err(|error| {
        format!("`{shown}`: {error}\nhelp: restore it from version control, or delete it to lock the set as it is")
    })?;
    let changes = schema.changes_since(&locked);
    if changes.is_empty() {
        return Ok(());
    }
    let help = match changes.impact() {
        Some(Impact::Breaks) => {
            "give a message with other bytes a new id, or update all peers at once; \
             to accept the changes, run"
        }
        _ => "to accept the changes, run",
    };
    Err(format!(
        "`{}` is not what `{shown}` says\n\n{changes}\n\nhelp: {help} `{ACCEPT}=1 cargo test`, and commit the lock",
        schema.name
    ))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::{Schema, check, fs};

    fn schema(fields: &str) -> Schema {
        Schema::from_yaml(&format!(
            "name: Market\nmessages: {{ Tick: {{ fields: {{ {fields} }} }} }}"
        ))
        .unwrap()
    }

    #[test]
    fn the_first_run_writes_and_later_ones_compare() {
        let path = std::env::temp_dir().join(format!("pool-schema-{}.lock", std::process::id()));
        let _ = fs::remove_file(&path);
        let (old, new) = (schema("price: u32"), schema("price: u64"));
        assert_eq!(check(&old, &path, false), Ok(()));
        assert_eq!(check(&old, &path, false), Ok(()));
        let error = check(&new, &path, false).unwrap_err();
        assert!(error.contains("Tick.price: was u32, is u64"), "{error}");
        assert!(
            error.ends_with("`POOL_SCHEMA_ACCEPT=1 cargo test`, and commit the lock"),
            "{error}"
        );
        // A comparison changes nothing.
        assert!(check(&new, &path, false).is_err());
        assert_eq!(check(&new, &path, true), Ok(()));
        assert_eq!(check(&new, &path, false), Ok(()));
        fs::write(&path, "{").unwrap();
        assert!(check(&new, &path, false).unwrap_err().contains("restore it"));
        fs::remove_file(&path).unwrap();
    }
}
