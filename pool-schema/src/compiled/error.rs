//! The rules that a schema may break.

use thiserror::Error;

/// The error for a schema that has no tables.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum CompileError {
    /// A type has no definition.
    #[error("`{owner}` uses the type `{name}`, which is not defined")]
    UnknownType {
        /// The type that uses it.
        owner: String,
        /// The name of the unknown type.
        name: String,
    },
    /// A type is known only by its path in Rust code.
    #[error(
        "the encoding of `{name}` is known only to the compiler\nhelp: add its `wire` type to the schema, as in `{{ rust: my::Address, wire: \"[u8; 20]\" }}`"
    )]
    UnknownEncoding {
        /// The name of the type.
        name: String,
    },
    /// A type contains itself.
    #[error("`{name}` contains itself, so it has no largest size")]
    Recursive {
        /// The name of the type.
        name: String,
    },
    /// Two parts of something have the same name, id or tag.
    #[error("`{owner}` has {what} twice")]
    Duplicate {
        /// The type, or the set.
        owner: String,
        /// What occurs twice, as in ``the tag 7``.
        what: String,
    },
    /// A sequence has elements without bytes.
    #[error(
        "an element of a sequence in `{owner}` takes no bytes\nhelp: if only the number of elements matters, use an integer field"
    )]
    EmptyElement {
        /// The type that contains the sequence.
        owner: String,
    },
    /// A field can be absent although bytes may follow it.
    #[error("field `{field}` of `{owner}` can be absent, but is not at the end of a message")]
    OptionalInside {
        /// The type.
        owner: String,
        /// The field.
        field: String,
    },
    /// A field that can be absent could also be present without bytes.
    #[error(
        "field `{field}` of `{owner}` can be absent, and its encoding can have no bytes, which would mean the same"
    )]
    EmptyOptional {
        /// The type.
        owner: String,
        /// The field.
        field: String,
    },
    /// The size of a type overflows, or the type has more than 65,536 parts, or nests more than 64 definitions.
    #[error(
        "`{name}` is too large: its longest encoding overflows `usize`, it has more than 65536 parts, or more than 64 definitions nest in it\nhelp: lower the bounds of its fields, or nest fewer types"
    )]
    TooLong {
        /// The name of the type.
        name: String,
    },
    /// A limit that excludes all values, or none.
    #[error("`max_size` of `{name}` is {limit}, but its encodings have {min} to {max} bytes")]
    WrongLimit {
        /// The name of the type.
        name: String,
        /// The limit.
        limit: u64,
        /// The shortest encoding.
        min: usize,
        /// The longest encoding.
        max: usize,
    },
}
