//! The keys of a schema file.

/// The keys of the file itself. `version` and `service` belong to other programs.
pub(super) const SET: &[&str] = &[
    "name",
    "docs",
    "header",
    "borrow",
    "len",
    "tag",
    "max_payload",
    "keep_unknown",
    "reserved",
    "types",
    "messages",
    "version",
    "service",
];

/// The keys of a message. `domain` belongs to other programs.
pub(super) const MESSAGE: &[&str] = &[
    "name", "id", "docs", "fields", "variants", "tag", "other", "reserved", "max_size", "len",
    "borrow", "capacity", "trailing", "domain",
];

/// The keys of a type that is a part of messages.
pub(super) const PART: &[&str] = &[
    "docs", "fields", "variants", "tag", "other", "reserved", "max_size", "len", "borrow", "wire",
    "rust",
];

/// The keys of a field.
pub(super) const FIELD: &[&str] =
    &["name", "type", "docs", "optional", "default", "range", "max_len"];

/// The keys of a variant.
pub(super) const VARIANT: &[&str] = &["name", "tag", "docs", "fields"];

/// The keys of a header.
pub(super) const HEADER: &[&str] =
    &["rust", "size", "id", "length", "length_includes", "max_payload", "max_id"];

/// Returns the key that `key` is another name of.
pub(super) fn canonical(key: &str) -> &str {
    match key {
        "description" | "doc" => "docs",
        "type_id" | "tlv_type" | "message_type" => "id",
        "enum" => "variants",
        "keeps_unknown" => "keep_unknown",
        key => key,
    }
}
