//! The header before each payload.

use serde::{Deserialize, Serialize};

use super::skip::is_zero;

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
    /// Where the id and the length are, if it is known: a file describes it, and of a Rust type it is found by encoding it.
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
