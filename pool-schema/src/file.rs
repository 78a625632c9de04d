//! Schema files: YAML and TOML to a [`Schema`].

mod borrowed_forms;
mod checks;
mod defaults;
mod definitions;
mod error;
mod fields;
mod keys;
mod literals;
mod named;
mod node;
mod reader;
mod reserved_names;
mod set;
mod toml;
mod type_rules;
mod yaml;

use std::path::Path;

pub use error::{SchemaError, SchemaErrorKind, SchemaErrors};
use node::Node;
use reader::Reader;

use crate::model::Schema;

impl Schema {
    /// Reads the schema file at `path`: YAML, TOML with the extension `toml`, or JSON with the extension `json`.
    ///
    /// # Errors
    ///
    /// Fails if the file cannot be read, and with all errors in it.
    pub fn read_file(path: impl AsRef<Path>) -> Result<Self, SchemaErrors> {
        let path = path.as_ref();
        let name = path.display().to_string();
        let text =
            std::fs::read_to_string(path).map_err(|error| SchemaErrors::io(&name, &error))?;
        let stem = path.file_stem().map(|stem| stem.to_string_lossy());
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("toml") => read(&text, Some(&name), stem.as_deref(), toml::parse),
            Some("json" | "lock") => {
                Self::from_json(&text).map_err(|error| SchemaErrors::json(&name, &error))
            }
            _ => read(&text, Some(&name), stem.as_deref(), yaml::parse),
        }
    }

    /// Reads a schema from YAML. The crate's documentation describes the keys.
    ///
    /// ```
    /// use pool_schema::Schema;
    ///
    /// let schema = Schema::from_yaml("
    /// name: Market
    /// messages:
    ///   - name: SwapEvent
    ///     fields:
    ///       - { name: pool_address, type: Address }
    ///       - { name: amount_in, type: uint256 }
    /// ").unwrap();
    /// assert_eq!(schema.messages[0].id, 1);
    ///
    /// let errors = Schema::from_yaml("messages: [{ name: A, fields: [{ name: x, type: unit8 }] }]");
    /// let error = errors.unwrap_err().first;
    /// assert!(error.to_string().contains("did you mean `uint8`?"), "{error}");
    /// ```
    ///
    /// # Errors
    ///
    /// Fails with all errors in the text.
    pub fn from_yaml(text: &str) -> Result<Self, SchemaErrors> {
        read(text, None, None, yaml::parse)
    }

    /// Reads a schema from TOML. The keys are those of [`from_yaml`](Self::from_yaml).
    ///
    /// # Errors
    ///
    /// Fails with all errors in the text.
    pub fn from_toml(text: &str) -> Result<Self, SchemaErrors> {
        read(text, None, None, toml::parse)
    }
}

/// Reads `text`, which is the content of `file`. `stem` is the name of the set if the text has none.
fn read(
    text: &str,
    file: Option<&str>,
    stem: Option<&str>,
    parse: fn(&str, &mut Reader<'_>) -> Option<Node>,
) -> Result<Schema, SchemaErrors> {
    let mut reader = Reader::new(text, file);
    let schema = parse(text, &mut reader).and_then(|root| set::schema(&root, stem, &mut reader));
    reader.finish(schema)
}
