//! The model: a set of messages as data.

mod definition;
mod notation;
mod resolve;
mod types;

pub use definition::{Definition, Field, Shape, Variant};
pub use notation::NotationError;
pub(crate) use notation::{Notation, rust_name};
use serde::{Deserialize, Serialize};
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

/// What precedes each payload.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// The name of the Rust type, or its path in schema files.
    pub name: String,
    /// Its length in bytes.
    pub size: u64,
    /// The largest id that it can express.
    pub max_id: u32,
    /// The longest payload that it can express, in bytes.
    pub max_payload: u64,
    /// Where the id and the length are. It is known for the headers of `pool-codec`, and for those that a file describes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub layout: Option<HeaderLayout>,
}

/// The place of the id and of the length in a header. Sizes and offsets are in bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeaderLayout {
    /// The bytes of the id, from the least to the most significant one, as offsets in the header.
    pub id: Vec<u64>,
    /// The bytes of the payload's length, from the least to the most significant one, as offsets in the header.
    pub length: Vec<u64>,
    /// The number of bytes that the length counts besides the payload.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub length_includes: u64,
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

/// Numbers that must not be used, from `first` to `last`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "(u64, u64)", into = "(u64, u64)")]
pub struct Reserved {
    /// The first number.
    pub first: u64,
    /// The last number.
    pub last: u64,
}

impl Reserved {
    /// Returns whether the number is one of those.
    #[must_use]
    pub fn contains(&self, number: u64) -> bool {
        (self.first..=self.last).contains(&number)
    }
}

impl From<(u64, u64)> for Reserved {
    fn from((first, last): (u64, u64)) -> Self {
        Self { first, last }
    }
}

impl From<Reserved> for (u64, u64) {
    fn from(Reserved { first, last }: Reserved) -> Self {
        (first, last)
    }
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

impl Header {
    /// The header [`TlvHeader`](pool_codec::TlvHeader).
    #[must_use]
    pub fn tlv() -> Self {
        Self::of::<pool_codec::TlvHeader>()
    }

    /// The header [`Sv2Header`](pool_codec::Sv2Header).
    #[must_use]
    pub fn sv2() -> Self {
        Self::of::<pool_codec::Sv2Header>()
    }

    /// The header `H`. The layout is known for the headers of `pool-codec` only.
    #[must_use]
    pub fn of<H: pool_codec::Header>() -> Self {
        let path = core::any::type_name::<H>();
        let layout = |id: &[u64], length: &[u64]| HeaderLayout {
            id: id.to_vec(),
            length: length.to_vec(),
            length_includes: 0,
        };
        Self {
            name: path.rsplit("::").next().unwrap_or(path).to_owned(),
            size: H::SIZE as u64,
            max_id: H::MAX_ID,
            max_payload: H::MAX_PAYLOAD as u64,
            layout: match path {
                _ if is::<H, pool_codec::TlvHeader>() => Some(layout(&[0, 1], &[2, 3, 4, 5])),
                _ if is::<H, pool_codec::Sv2Header>() => Some(layout(&[2, 0, 1], &[3, 4, 5])),
                _ => None,
            },
        }
    }
}

fn is<A: 'static, B: 'static>() -> bool {
    core::any::TypeId::of::<A>() == core::any::TypeId::of::<B>()
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
pub(crate) fn is_false(value: &bool) -> bool {
    !value
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
pub(crate) fn is_zero(value: &u64) -> bool {
    *value == 0
}
