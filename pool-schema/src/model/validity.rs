//! The rules about schemas that do not come from the reader of schema files, which applies them itself.

use core::fmt;
use std::collections::HashSet;

use super::nesting::NestingError;
use super::reserved::Reserved;
use super::types::Type;
use super::{Field, Header, Schema, Shape, Variant};

/// The longest header, and the most bytes that its length counts besides the payload.
const MAX_HEADER: u64 = 256;

/// The longest Rust source in a schema: the parser of Rust is recursive.
const MAX_SOURCE: usize = 200;

/// A rule that a schema breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Invalid {
    /// The place in the JSON, such as `messages[3].name`.
    pub(crate) place: String,
    pub(crate) text: String,
    pub(crate) help: &'static str,
}

type Checked = Result<(), Invalid>;

fn invalid(place: impl Into<String>, text: impl Into<String>, help: &'static str) -> Checked {
    Err(Invalid { place: place.into(), text: text.into(), help })
}

impl Schema {
    /// Checks names, numbers and nesting.
    pub(crate) fn check(&self) -> Checked {
        name("name", &self.name)?;
        header(&self.header)?;
        ranges("reserved", &self.reserved)?;
        if self.messages.is_empty() {
            return invalid("messages", "the schema has no messages", "add at least one");
        }
        for (index, message) in self.messages.iter().enumerate() {
            let place = format!("messages[{index}]");
            name(&format!("{place}.name"), &message.name)?;
            ty(&format!("{place}.type"), &message.ty)?;
            if message.id > self.header.max_id {
                let text = format!("the id {} does not fit in the header", message.id);
                return invalid(format!("{place}.id"), text, "it is at most `header.max_id`");
            }
            not_reserved(&format!("{place}.id"), message.id.into(), &self.reserved)?;
        }
        let messages = || self.messages.iter().enumerate();
        unique(messages().map(|(i, of)| (format!("messages[{i}].name"), &of.name)))?;
        unique(messages().map(|(i, of)| (format!("messages[{i}].id"), of.id)))?;
        for (index, definition) in self.types.iter().enumerate() {
            let place = format!("types[{index}]");
            name(&format!("{place}.name"), &definition.name)?;
            shape(&place, &definition.shape)?;
        }
        let types = self.types.iter().enumerate();
        unique(types.map(|(index, of)| (format!("types[{index}].name"), &of.name)))?;
        self.check_nesting().or_else(|error| match error {
            NestingError::Recursive(name) => invalid(
                "types",
                format!("`{name}` contains itself, so it has no largest size"),
                "remove one of its parts",
            ),
            NestingError::TooDeep(name) => invalid(
                "types",
                format!("the definitions in `{name}` nest too deep"),
                "nest at most 64 definitions, and 256 types",
            ),
            NestingError::TooManyParts(name) => invalid(
                "types",
                format!("`{name}` has too many parts, with those of the types that it names"),
                "use at most 65536 in each type",
            ),
        })
    }
}

fn header(header: &Header) -> Checked {
    if header.name.len() > MAX_SOURCE || header.name.chars().any(char::is_control) {
        let help = "write the path of a Rust type";
        return invalid("header.name", format!("{:?} is not a path", header.name), help);
    }
    if header.size > MAX_HEADER {
        let text = format!("a header of {} bytes", header.size);
        return invalid("header.size", text, "it has at most 256 bytes");
    }
    let Some(layout) = &header.layout else { return Ok(()) };
    let parts = [("id", &layout.id, 4), ("length", &layout.length, 8)];
    for (part, offsets, most) in parts {
        let place = format!("header.layout.{part}");
        if offsets.is_empty() || offsets.len() > most {
            let text = format!("{} offsets", offsets.len());
            return invalid(place, text, "write one to four of them");
        }
        if let Some(offset) = offsets.iter().find(|offset| **offset >= header.size) {
            let text = format!("the offset {offset} is behind the {} bytes", header.size);
            return invalid(place, text, "offsets are less than the size of the header");
        }
    }
    if layout.length_includes > MAX_HEADER {
        let text = format!("the length includes {} bytes", layout.length_includes);
        return invalid("header.layout.length_includes", text, "it is at most 256");
    }
    Ok(())
}

fn shape(place: &str, shape: &Shape) -> Checked {
    match shape {
        Shape::Struct { fields } => self::fields(&format!("{place}.struct"), fields),
        Shape::Enum { tag, variants, other, reserved } => {
            let place = format!("{place}.enum");
            if !matches!(tag, 1 | 2 | 4 | 8) {
                let text = format!("a tag of {tag} bytes");
                return invalid(format!("{place}.tag"), text, "write 1, 2, 4 or 8");
            }
            let largest = u64::MAX >> 64_u32.saturating_sub(u32::from(*tag).saturating_mul(8));
            for (index, variant) in variants.iter().enumerate() {
                let place = format!("{place}.variants[{index}]");
                self::variant(&place, variant)?;
                if variant.tag > largest {
                    let text = format!("the tag {} does not fit in {tag} bytes", variant.tag);
                    return invalid(format!("{place}.tag"), text, "make the tag wider");
                }
                not_reserved(&format!("{place}.tag"), variant.tag, reserved)?;
            }
            let indexed = || variants.iter().enumerate();
            unique(indexed().map(|(i, of)| (format!("{place}.variants[{i}].tag"), of.tag)))?;
            let of_variants =
                indexed().map(|(i, of)| (format!("{place}.variants[{i}].name"), &of.name));
            let of_other = other.iter().map(|of| (format!("{place}.other.name"), &of.name));
            unique(of_variants.chain(of_other))?;
            if let Some(other) = other {
                variant(&format!("{place}.other"), other)?;
            }
            ranges(&format!("{place}.reserved"), reserved)
        }
        Shape::Alias { ty, path } => {
            let place = format!("{place}.alias");
            let help = "write the path of a type, as in `my_crate::Address`";
            source::<syn::Path>(&format!("{place}.path"), path.as_deref(), help)?;
            ty.as_ref().map_or(Ok(()), |ty| self::ty(&format!("{place}.type"), ty))
        }
    }
}

fn variant(place: &str, variant: &Variant) -> Checked {
    name(&format!("{place}.name"), &variant.name)?;
    fields(place, &variant.fields)
}

fn fields(place: &str, fields: &[Field]) -> Checked {
    for (index, field) in fields.iter().enumerate() {
        let place = format!("{place}.fields[{index}]");
        // The fields of tuples have their position as name.
        if field.name != index.to_string() {
            name(&format!("{place}.name"), &field.name)?;
        }
        ty(&format!("{place}.type"), &field.ty)?;
        let help = "write a range of at most 200 characters: `1..=100`";
        source::<syn::Expr>(&format!("{place}.range"), field.range.as_deref(), help)?;
        let help = "write an expression of at most 200 characters";
        source::<syn::Expr>(&format!("{place}.default"), field.default.as_deref(), help)?;
    }
    let names = fields.iter().enumerate();
    unique(names.map(|(index, of)| (format!("{place}.fields[{index}].name"), &of.name)))
}

fn ty(place: &str, ty: &Type) -> Checked {
    let mut reversed = None;
    ty.walk(&mut |part| {
        if let Type::Opaque { min, max, .. } = part
            && min > max
        {
            reversed = Some(format!("the bounds of `{part}` are reversed"));
        }
    });
    let help = "write the shortest encoding first: `Opaque<1, 5>`";
    reversed.map_or(Ok(()), |text| invalid(place, text, help))
}

/// Fails if the text is not Rust source of the kind `T`.
fn source<T: syn::parse::Parse>(place: &str, text: Option<&str>, help: &'static str) -> Checked {
    let Some(text) = text else { return Ok(()) };
    let is_plain = |c: char| c == '\n' || !c.is_control();
    if text.len() <= MAX_SOURCE && text.chars().all(is_plain) && syn::parse_str::<T>(text).is_ok() {
        return Ok(());
    }
    let shown: String = text.chars().take(40).collect();
    invalid(place, format!("{shown:?} is not Rust source"), help)
}

fn not_reserved(place: &str, number: u64, reserved: &[Reserved]) -> Checked {
    match reserved.iter().any(|range| range.contains(number)) {
        true => invalid(place, format!("{number} is reserved"), "use another number"),
        false => Ok(()),
    }
}

fn ranges(place: &str, ranges: &[Reserved]) -> Checked {
    match ranges.iter().position(|range| range.first > range.last) {
        Some(index) => {
            let help = "write the smaller number first";
            invalid(format!("{place}[{index}]"), "the range is reversed", help)
        }
        None => Ok(()),
    }
}

/// Whether Rust code can have this name. A keyword is one, because it can be written as `r#type`.
pub(crate) fn is_name(name: &str) -> bool {
    let bare = name.strip_prefix("r#").unwrap_or(name);
    // The parser skips comments, which are no part of a name.
    let is = |text: &str| syn::parse_str::<syn::Ident>(text).is_ok_and(|ident| ident == text);
    is(bare) || is(&format!("r#{bare}"))
}

fn name(place: &str, name: &str) -> Checked {
    if is_name(name) {
        return Ok(());
    }
    let help = "use letters, digits and `_`, beginning with a letter";
    invalid(place, format!("{name:?} is not a name in Rust"), help)
}

/// Fails if an item occurs twice.
fn unique<T: Eq + core::hash::Hash + fmt::Display>(
    items: impl Iterator<Item = (String, T)>,
) -> Checked {
    let mut seen = HashSet::new();
    for (place, item) in items {
        let text = format!("`{item}` appears twice");
        if !seen.insert(item) {
            return invalid(place, text, "change or remove one of them");
        }
    }
    Ok(())
}
