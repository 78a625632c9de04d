//! The model: a set of messages as data.

mod definition;
mod header;
pub(crate) mod nesting;
mod notation;
mod reserved;
mod resolve;
mod skip;
mod types;
pub(crate) mod validity;

pub use definition::{Definition, Field, Shape, Variant};
pub use header::{Header, HeaderLayout};
pub use notation::NotationError;
pub(crate) use notation::{Notation, rust_name};
pub use reserved::Reserved;
use serde::{Deserialize, Serialize};
use skip::{is_false, is_zero};
pub use types::Type;

/// A set of messages: everything that one connection may carry.
///
/// It comes from a [`FrameSet`](pool_codec::FrameSet) ([`Schema::of`]), from a schema file ([`Schema::read`](crate::Schema::read_file)),
/// or from JSON ([`Schema::from_json`]).
///
/// ```
/// use pool_codec::{Frame, FrameSet, Str, TlvHeader};
/// use pool_schema::Schema;
///
/// /// Opens a session.
/// #[derive(Debug, Frame)]
/// #[frame(id = 7)]
/// struct Hello { name: Str<20> }
///
/// #[derive(Debug, FrameSet)]
/// #[frames(header = TlvHeader)]
/// enum Chat { Hello(Hello) }
///
/// let schema = Schema::of::<Chat>();
/// assert_eq!(schema.messages[0].name, "Hello");
/// assert_eq!(schema.definition("Hello").unwrap().docs, "Opens a session.");
/// assert_eq!(Schema::from_json(&schema.to_json()).unwrap(), schema);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Schema {
    /// The name of the set.
    pub name: String,
    /// What the set is for.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub docs: String,
    /// What precedes each payload.
    pub header: Header,
    /// The longest payload that the set accepts, in bytes, if it limits them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_payload: Option<u64>,
    /// Whether frames of unknown id are kept.
    #[serde(default, skip_serializing_if = "is_false")]
    pub keeps_unknown: bool,
    /// The ids that no message may have.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reserved: Vec<Reserved>,
    /// The messages.
    pub messages: Vec<Message>,
    /// The structs and enums that messages consist of, and those of the messages themselves.
    pub types: Vec<Definition>,
}

/// A message of a set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Message {
    /// The identifying bits of the header, as one integer.
    pub id: u32,
    /// The name of the message.
    pub name: String,
    /// The encoding of the payload. It names a definition, unless the message is transparent.
    #[serde(rename = "type")]
    pub ty: Type,
    /// The number of pool slots that the message requests in each of its size classes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<u64>,
    /// The number of bytes that may follow the message and are ignored.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub max_trailing: u64,
}

impl Schema {
    /// Returns the struct or enum with this name.
    #[must_use]
    pub fn definition(&self, name: &str) -> Option<&Definition> {
        self.types.iter().find(|definition| definition.name == name)
    }

    /// Returns the message with this id.
    #[must_use]
    pub fn message(&self, id: u32) -> Option<&Message> {
        self.messages.iter().find(|message| message.id == id)
    }

    /// Returns the longest payload that the header and the set permit, in bytes.
    #[must_use]
    pub fn payload_limit(&self) -> u64 {
        self.max_payload.unwrap_or(u64::MAX).min(self.header.max_payload)
    }
}
