//! Schemas as JSON.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::model::Schema;
use crate::model::validity::Invalid;

/// The version of the JSON form.
const VERSION: u32 = 1;

/// The JSON form: the schema and the version of the form.
#[derive(Serialize, Deserialize)]
struct Document<S> {
    pool_schema: u32,
    #[serde(flatten)]
    schema: S,
}

/// The version alone, which is read first.
#[derive(Deserialize)]
struct Version {
    pool_schema: u32,
}

/// The error for a text that is not the JSON form of a schema.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum JsonError {
    /// The text is not JSON, or not that of a schema.
    #[error(
        "not a schema in JSON: {0}\nhelp: write it with `cargo frame generate --json`, or with `Schema::to_json`"
    )]
    Syntax(#[from] serde_json::Error),
    /// The form has another version.
    #[error(
        "the schema has version {found}, and this program reads version {known}\nhelp: update the older program"
    )]
    Version {
        /// The version of the text.
        found: u32,
        /// The version that is known.
        known: u32,
    },
    /// The text is that of a schema, but the schema breaks a rule.
    #[error("`{place}`: {text}\nhelp: {help}")]
    Invalid {
        /// The place in the text, such as `messages[3].name`.
        place: String,
        /// The rule that is broken.
        text: String,
        /// The remedy.
        help: String,
    },
}

impl Schema {
    /// Returns the schema as JSON, with a line feed at the end. Equal schemas have equal texts.
    #[must_use]
    pub fn to_json(&self) -> String {
        let document = Document { pool_schema: VERSION, schema: self };
        // Only maps with keys that are not text, and failing writers, cause errors.
        let mut text = serde_json::to_string_pretty(&document).unwrap_or_default();
        text.push('\n');
        text
    }

    /// Reads a schema from its JSON.
    ///
    /// # Errors
    ///
    /// Fails if the text is not JSON, or if its version is another one, or if the schema breaks a rule: for
    /// example if a name is not one in Rust, if two messages have the same id, or if a type contains itself.
    pub fn from_json(text: &str) -> Result<Self, JsonError> {
        let Version { pool_schema: found } = serde_json::from_str(text)?;
        if found != VERSION {
            return Err(JsonError::Version { found, known: VERSION });
        }
        let Document { schema, .. } = serde_json::from_str::<Document<Self>>(text)?;
        schema.check().map_err(|Invalid { place, text, help }| {
            let help = help.to_owned();
            JsonError::Invalid { place, text, help }
        })?;
        Ok(schema)
    }
}
