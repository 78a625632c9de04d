//! Schemas as text.

use core::fmt;

use super::node::{Kind, Schema};

/// Prints the type in the notation of specifications: `u32`, `str[0..=255]`, `seq[0..=255] of [u8; 32]`.
impl fmt::Display for Schema {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind() {
            Kind::Uint { size, big_endian } => number(f, 'u', *size, *big_endian),
            Kind::Int { size, big_endian } => number(f, 'i', *size, *big_endian),
            Kind::Float { size, big_endian } => number(f, 'f', *size, *big_endian),
            Kind::VarUint { bits, .. } => write!(f, "var u{bits}"),
            Kind::VarInt { bits, .. } => write!(f, "var i{bits}"),
            Kind::Char => f.write_str("char"),
            Kind::FixedStr { len, .. } => write!(f, "str[{len}]"),
            Kind::Bool { .. } => f.write_str("bool"),
            Kind::Array { len, element } => write!(f, "[{element}; {len}]"),
            Kind::Bytes { max, text: true, .. } => write!(f, "byte str[0..={max}]"),
            Kind::Bytes { max, .. } => write!(f, "bytes[0..={max}]"),
            Kind::Str { max, .. } => write!(f, "str[0..={max}]"),
            Kind::Seq { max, element, .. } => write!(f, "seq[0..={max}] of {element}"),
            Kind::Option { value } => write!(f, "option of {value}"),
            Kind::Struct { name, .. } | Kind::Enum { name, .. } => f.write_str(name),
            Kind::Tuple { fields } => {
                f.write_str("(")?;
                for (index, field) in fields.iter().enumerate() {
                    write!(f, "{}{}", if index == 0 { "" } else { ", " }, field.schema())?;
                }
                f.write_str(")")
            }
            Kind::Delimited { value, .. } => write!(f, "delimited {value}"),
            Kind::Rest { max, element } => write!(f, "rest[0..={max}] of {element}"),
            Kind::Terminated { max, element, .. } => match element.kind() {
                Kind::Uint { size: 1, .. } | Kind::Char => write!(f, "terminated[0..={max}]"),
                _ => write!(f, "terminated[0..={max}] of {element}"),
            },
            Kind::Padded { padding, value } => write!(f, "padded[{padding}] {value}"),
            Kind::Constant { bytes } => write!(f, "constant[{}]", bytes.len()),
            Kind::Opaque => f.write_str("opaque"),
        }
    }
}

fn number(f: &mut fmt::Formatter<'_>, kind: char, size: usize, big_endian: bool) -> fmt::Result {
    write!(f, "{kind}{}{}", size.saturating_mul(8), if big_endian { "be" } else { "" })
}
