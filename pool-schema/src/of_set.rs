//! The schema of a set of Rust types.

use pool_codec::schema::{self, Digest, IntEncoding, Kind};
use pool_codec::{FrameSet, MessageInfo};

use crate::model::{Definition, Field, Header, Message, Reserved, Schema, Shape, Type, Variant};

impl Schema {
    /// Describes a set of messages.
    ///
    /// The docs and rules of the types are in the result, because this crate enables the feature `docs` of `pool-codec`.
    /// What only the Rust code knows is not: `validate` and `with`.
    #[must_use]
    pub fn of<S: FrameSet>() -> Self {
        let mut types = Types::default();
        let message = |info: &MessageInfo| {
            let ty = types.type_of(info.schema);
            // Messages of different modules may have the same name, as types may.
            let name = match &ty {
                Type::Named(name) if info.schema.name() == Some(info.name) => name.clone(),
                _ => info.name.to_owned(),
            };
            Message {
                id: info.id,
                name,
                ty,
                capacity: info.capacity.map(|capacity| capacity as u64),
                max_trailing: info.schema.max_trailing() as u64,
            }
        };
        let messages = S::MESSAGES.iter().map(message).collect();
        let reserved = S::RESERVED
            .iter()
            .map(|(first, last)| Reserved { first: u64::from(*first), last: u64::from(*last) });
        let header = Header::of::<S::Header>();
        // A set with `max_payload` limits every message of which it cuts the longest payload.
        let cut = S::MESSAGES.iter().filter(|info| {
            let schema = info.schema;
            info.max_size < schema.max_size().saturating_add(schema.max_trailing())
        });
        let limit = cut.map(|info| info.max_size as u64).max();
        Self {
            name: S::NAME.to_owned(),
            docs: String::new(),
            max_payload: limit.filter(|limit| *limit < header.max_payload.min(u32::MAX.into())),
            header,
            keeps_unknown: S::KEEPS_UNKNOWN,
            reserved: reserved.collect(),
            messages,
            types: types.definitions,
        }
    }
}

/// The definitions that were found, each with the schema that it is for.
#[derive(Default)]
struct Types {
    definitions: Vec<Definition>,
    schemas: Vec<(&'static schema::Schema, String)>,
}

impl Types {
    fn type_of(&mut self, schema: &'static schema::Schema) -> Type {
        let size = |size: usize| u8::try_from(size).unwrap_or(u8::MAX);
        let boxed = |ty: Type| Box::new(ty);
        if !is_expressible(schema) {
            return opaque(schema, Some(Digest::of(schema).to_string()));
        }
        match *schema.kind() {
            Kind::Uint { size: width, big_endian } => Type::Uint { size: size(width), big_endian },
            Kind::Int { size: width, big_endian } => Type::Int { size: size(width), big_endian },
            Kind::Float { size: width, big_endian } => {
                Type::Float { size: size(width), big_endian }
            }
            Kind::Char => Type::Char,
            Kind::FixedStr { len, pad } => Type::FixedStr { len: len as u64, pad },
            Kind::Bool { low_bit } => Type::Bool { low_bit },
            Kind::Array { len, element } => {
                Type::Array { len: len as u64, element: boxed(self.type_of(element)) }
            }
            Kind::Bytes { max, prefix, .. } => {
                Type::Bytes { max: max as u64, prefix: size(prefix) }
            }
            Kind::Str { max, prefix } => Type::Str { max: max as u64, prefix: size(prefix) },
            Kind::Seq { max, prefix, element } => Type::Seq {
                max: max as u64,
                prefix: size(prefix),
                element: boxed(self.type_of(element)),
            },
            Kind::Option { value } => Type::Option(boxed(self.type_of(value))),
            Kind::Tuple { fields } => {
                Type::Tuple(fields.iter().map(|field| self.type_of(field.schema())).collect())
            }
            Kind::Struct { name, .. } | Kind::Enum { name, .. } => {
                Type::Named(self.definition(name, schema))
            }
            Kind::Opaque => opaque(schema, None),
            // Also kinds that this version does not know.
            _ => opaque(schema, Some(Digest::of(schema).to_string())),
        }
    }

    /// Adds the definition of a struct or an enum, unless it is known. Returns its name.
    fn definition(&mut self, name: &str, schema: &'static schema::Schema) -> String {
        if let Some((_, known)) = self.schemas.iter().find(|(known, _)| *known == schema) {
            return known.clone();
        }
        // Types of different modules may have the same name.
        let mut unique = name.to_owned();
        let mut number = 2_u32;
        while self.schemas.iter().any(|(_, known)| *known == unique) {
            unique = format!("{name}{number}");
            number = number.saturating_add(1);
        }
        self.schemas.push((schema, unique.clone()));
        let (shape, natural) = match *schema.kind() {
            Kind::Enum { tag, variants, other, .. } => {
                let reserved = schema.reserved().iter();
                let shape = Shape::Enum {
                    tag: u8::try_from(tag).unwrap_or(u8::MAX),
                    variants: variants.iter().map(|variant| self.variant(variant)).collect(),
                    other: other.map(|other| self.variant(other)),
                    reserved: reserved.copied().map(Reserved::from).collect(),
                };
                let longest = variants.iter().chain(other).map(|variant| sum(variant.fields)).max();
                (shape, tag.saturating_add(longest.unwrap_or(0)))
            }
            _ => (Shape::Struct { fields: self.fields(schema.fields()) }, sum(schema.fields())),
        };
        let max_size = schema.max_size();
        self.definitions.push(Definition {
            name: unique.clone(),
            docs: schema.docs().to_owned(),
            shape,
            max_size: (max_size < natural).then_some(max_size as u64),
            borrow: false,
        });
        unique
    }

    fn variant(&mut self, variant: &'static schema::Variant) -> Variant {
        Variant {
            name: variant.name.to_owned(),
            tag: variant.tag,
            docs: variant.docs.to_owned(),
            fields: self.fields(variant.fields),
        }
    }

    fn fields(&mut self, fields: &'static [schema::Field]) -> Vec<Field> {
        let field = |field: &'static schema::Field| Field {
            name: field.name().to_owned(),
            ty: self.type_of(field.schema()),
            docs: field.docs().to_owned(),
            optional: field.is_optional(),
            default: None,
            range: (!field.range().is_empty()).then(|| field.range().to_owned()),
        };
        fields.iter().map(field).collect()
    }
}

/// Whether the model has what the encoding itself needs. Its parts may still be opaque.
fn is_expressible(schema: &schema::Schema) -> bool {
    let depends = |fields: &[schema::Field]| {
        fields.iter().any(|field| field.condition().is_some() || field.is_counted())
    };
    schema.prefix_encoding() == IntEncoding::LittleEndian
        && match *schema.kind() {
            Kind::Struct { fields, .. } | Kind::Tuple { fields } => !depends(fields),
            Kind::Enum { variants, other, .. } => {
                !variants.iter().chain(other).any(|variant| depends(variant.fields))
            }
            _ => true,
        }
}

fn opaque(schema: &schema::Schema, digest: Option<String>) -> Type {
    Type::Opaque { min: schema.min_size() as u64, max: schema.max_size() as u64, digest }
}

/// The longest encoding of the fields together, in bytes.
fn sum(fields: &[schema::Field]) -> usize {
    fields.iter().fold(0, |sum, field| sum.saturating_add(field.max_size()))
}
