//! The encoding of a field.

use serde::{Deserialize, Serialize};

/// The encoding of a field. Sizes and widths are in bytes.
///
/// Its text form is that of Rust code with the types of `pool-codec`, and so is its JSON:
///
/// ```
/// use pool_schema::Type;
///
/// let ty: Type = "Option<Seq<[u8; 20], 4>>".parse().unwrap();
/// assert_eq!(ty.to_string(), "Option<Seq<[u8; 20], 4>>");
/// // A prefix of another width than the bound needs is the last argument.
/// assert_eq!("Str<9, u64>".parse(), Ok(Type::Str { max: 9, prefix: 8 }));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Type {
    /// `u32`, `Be<u32>`: an unsigned integer.
    Uint {
        /// The width.
        size: u8,
        /// Whether the most significant byte comes first.
        big_endian: bool,
    },
    /// `i32`, `Be<i32>`: a signed integer.
    Int {
        /// The width.
        size: u8,
        /// Whether the most significant byte comes first.
        big_endian: bool,
    },
    /// `f64`, `Be<f64>`: a floating-point number.
    Float {
        /// The width: 4 or 8.
        size: u8,
        /// Whether the most significant byte comes first.
        big_endian: bool,
    },
    /// `char`: one character in UTF-8.
    Char,
    /// `bool`, `LowBitBool`: one byte.
    Bool {
        /// Whether only the lowest bit counts.
        low_bit: bool,
    },
    /// `[T; N]`: that many elements, without a prefix.
    Array {
        /// The number of elements.
        len: u64,
        /// The element.
        element: Box<Type>,
    },
    /// `Bytes<N>`: a length and that many bytes.
    Bytes {
        /// The largest length.
        max: u64,
        /// The width of the length.
        prefix: u8,
    },
    /// `Str<N>`: a length and that many bytes of UTF-8.
    Str {
        /// The largest length.
        max: u64,
        /// The width of the length.
        prefix: u8,
    },
    /// `FixedStr<N>`: text that always takes that many bytes, filled with spaces; `FixedStr<N, 0>` is filled with NUL.
    FixedStr {
        /// The number of bytes.
        len: u64,
        /// The byte that fills the places after the text.
        pad: u8,
    },
    /// `Seq<T, N>`: a count and that many elements.
    Seq {
        /// The largest number of elements.
        max: u64,
        /// The width of the count.
        prefix: u8,
        /// The element.
        element: Box<Type>,
    },
    /// `Option<T>`: a byte 0, or a byte 1 and the value.
    Option(Box<Type>),
    /// `(A, B)`: one element after another.
    Tuple(Vec<Type>),
    /// The struct or enum with this name.
    Named(String),
    /// `Opaque<MIN, MAX>`: bytes that only a Rust type understands. If their length is not fixed, they extend to the end of
    /// the payload for all tools.
    ///
    /// The encodings of hand-written types are opaque, and so are those that this model does not describe: integers of
    /// variable width, prefixes that are not little-endian, text of a fixed width, and structs with fields that depend on
    /// each other. `Opaque<MIN, MAX, dDIGEST>` has the digest of such an encoding, so that a lock notices a change.
    Opaque {
        /// The shortest encoding.
        min: u64,
        /// The longest encoding.
        max: u64,
        /// The digest of the encoding, in hexadecimal digits, if it is known.
        digest: Option<String>,
    },
}

impl Type {
    /// One byte.
    pub(crate) const BYTE: Self = Self::Uint { size: 1, big_endian: false };

    /// Returns the width of the narrowest prefix that can express `max`: 1, 2, 3 or 4 bytes, or 8 for bounds of 2^32 and
    /// more.
    #[must_use]
    pub const fn natural_prefix(max: u64) -> u8 {
        match max {
            0..=0xFF => 1,
            0x100..=0xFFFF => 2,
            0x1_0000..=0xFF_FFFF => 3,
            0x100_0000..=0xFFFF_FFFF => 4,
            _ => 8,
        }
    }

    /// Returns the parts of the type, without those of a named one.
    pub(crate) fn parts(&self) -> &[Self] {
        match self {
            Self::Array { element, .. } | Self::Seq { element, .. } | Self::Option(element) => {
                core::slice::from_ref(element)
            }
            Self::Tuple(parts) => parts,
            _ => &[],
        }
    }

    /// Calls `visit` with the type and all its parts.
    pub(crate) fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Self)) {
        visit(self);
        for part in self.parts() {
            part.walk(visit);
        }
    }
}
