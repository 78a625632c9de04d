//! Schemas of types that are known only at run time.

use super::int_encoding::IntEncoding;
use super::node::{Kind, Schema};
use crate::codec::prefix::Prefix;
use crate::codec::varint::Varint;

impl Schema {
    /// Creates the schema of a kind, with the sizes that follow from its parts. It is the schema of the borrowed form,
    /// whose values hold no heap memory.
    ///
    /// Tools use it for types that are known only at run time. Lengths and tags are little-endian. [`Kind::Opaque`] gets the sizes of
    /// [`opaque(0, usize::MAX)`](Self::opaque).
    ///
    /// ```
    /// use pool_codec::schema::{Kind, Schema};
    /// use pool_codec::{Str, Wire};
    ///
    /// const NAME: Schema = Schema::of_kind(Kind::Str { max: 20, prefix: 1 });
    /// assert_eq!(NAME, *Str::<20>::SCHEMA);
    /// ```
    ///
    /// # Panics
    ///
    /// Panics if the derive would refuse the type: if an element of a sequence takes no bytes, or if a field can be
    /// absent that is not at the end.
    #[must_use]
    #[track_caller]
    pub const fn of_kind(kind: Kind) -> Self {
        let schema = match kind {
            Kind::Uint { size, .. } | Kind::Int { size, .. } | Kind::Float { size, .. } => {
                Self::new(kind, size, size)
            }
            Kind::Bool { .. } => Self::new(kind, 1, 1),
            Kind::Char => Self::new(kind, 1, 4),
            Kind::Array { len, element } => Self::array(element, len),
            Kind::Bytes { max, prefix, text } => {
                let bytes = Self::bytes(max, fixed(prefix));
                if text { bytes.shown_as_text() } else { bytes }
            }
            Kind::Str { max, prefix } => Self::text(max, fixed(prefix)),
            Kind::Seq { max, prefix, element } => Self::seq(element, max, fixed(prefix), 0),
            Kind::Option { value } => Self::option(value),
            Kind::Tuple { fields } => Self::tuple(fields),
            Kind::Struct { name, fields } => Self::record(name, fields),
            Kind::Enum { name, tag, variants, other } => {
                Self::enumeration(name, tag, variants, other)
            }
            Kind::VarUint { bits, varint, .. } | Kind::VarInt { bits, varint, .. } => {
                Self::new(kind, varint.len(0), varint.len(largest(bits, varint)))
            }
            Kind::FixedStr { len, .. } => Self::new(kind, len, len),
            Kind::Delimited { prefix, value } => Self::delimited(value, fixed(prefix)),
            Kind::Rest { max, element } => match element.kind() {
                Kind::Uint { size: 1, .. } | Kind::Char => Self::rest(element, max),
                _ => Self::rest_items(element, max, 0),
            },
            Kind::Terminated { max, element, end } => match element.kind() {
                Kind::Uint { size: 1, .. } | Kind::Char => Self::terminated(element, max, end),
                _ => Self::terminated_items(element, max, end, 0),
            },
            Kind::Padded { padding, value } => Self::padded(value, padding),
            Kind::Constant { bytes } => Self::constant(bytes),
            Kind::Opaque => Self::opaque(0, usize::MAX),
        };
        schema.borrowed()
    }
}

/// A prefix of a fixed width.
const fn fixed(width: usize) -> Prefix {
    Prefix { min: width, max: width, encoding: IntEncoding::LittleEndian }
}

/// The largest number of `bits` bits that has an encoding.
const fn largest(bits: usize, varint: Varint) -> u128 {
    let max = u128::MAX >> 128_usize.saturating_sub(bits);
    if max < varint.max() { max } else { varint.max() }
}
