//! The rules about a type by itself.

use core::ops::Range;

use super::error::SchemaErrorKind;
use super::reader::Reader;
use crate::model::Type;

/// The most elements of a tuple that `pool-codec` can encode.
const MAX_TUPLE: usize = 12;

/// Reports each part of `ty` that no Rust type of `pool-codec` can express.
pub(super) fn check(ty: &Type, span: &Range<usize>, reader: &mut Reader<'_>) {
    ty.walk(&mut |part| {
        let broken = match part {
            Type::Uint { size: size @ (1 | 3 | 5..=7), big_endian: true }
            | Type::Int { size: size @ (1 | 3 | 5..=7), big_endian: true } => {
                Some(no_order(part, *size))
            }
            Type::Bytes { max, prefix }
            | Type::Str { max, prefix }
            | Type::Seq { max, prefix, .. } => narrow(*max, *prefix),
            Type::Tuple(parts) if parts.len() > MAX_TUPLE => Some((
                format!("the tuple has {} elements", parts.len()),
                format!(
                    "a tuple has at most {MAX_TUPLE}; write a part with `fields` under `types`"
                ),
            )),
            _ => None,
        };
        if let Some((text, help)) = broken {
            reader.error(SchemaErrorKind::WrongValue, span.clone(), text, help);
        }
    });
}

/// `Be<u24>`: `Be` exists for the widths of Rust's own numbers.
fn no_order(ty: &Type, size: u8) -> (String, String) {
    let native = ty.to_string().replace("Be<", "").replace('>', "");
    let help = match size {
        1 => format!("write `{native}`; a single byte has no order"),
        _ => format!(
            "write `[u8; {size}]` for its bytes, `{native}` for the least significant byte first, or a wider number"
        ),
    };
    (format!("there is no type `{ty}`"), help)
}

fn narrow(max: u64, prefix: u8) -> Option<(String, String)> {
    let bits = u32::from(prefix).saturating_mul(8).min(64);
    let largest = u64::MAX.checked_shr(64_u32.saturating_sub(bits)).unwrap_or(0);
    (max > largest).then(|| {
        (
            format!("a prefix of {bits} bits cannot express the bound {max}"),
            format!("write a bound of at most {largest}, or a wider prefix"),
        )
    })
}
