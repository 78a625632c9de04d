//! The schema as the tables with which `pool-codec` computes sizes and reads values.

mod error;

use core::fmt;
use std::collections::{HashMap, HashSet};

pub use error::CompileError;
use pool_codec::schema::{self, Digest, Kind};
use pool_codec::{MemoryBill, MessageInfo, PoolConfig};

use crate::model::nesting::NestingError;
use crate::model::{Definition, Field, Schema, Shape, Type, Variant};

/// The messages of a [`Schema`] as `pool-codec` has them in constants: with sizes, classes and heap bounds, and as the
/// schemas by which [`Value`](schema::Value) reads payloads.
///
/// ```
/// use pool_codec::schema::Value;
/// use pool_schema::Schema;
///
/// let schema = Schema::from_yaml("
/// name: Chat
/// messages:
///   - { name: Hello, id: 7, fields: [{ name: user, type: Str<20> }] }
/// ").unwrap();
/// let compiled = schema.compile().unwrap();
/// let hello = compiled.message(7).unwrap();
/// assert_eq!((hello.max_size, hello.size_class.bytes()), (21, 128));
/// assert_eq!(Value::new(hello.schema, b"\x03Eve").unwrap().to_string(), r#"{ user: "Eve" }"#);
/// ```
#[derive(Debug, Clone)]
pub struct Compiled {
    name: &'static str,
    header_size: usize,
    messages: &'static [MessageInfo],
    definitions: Vec<(String, &'static schema::Schema)>,
    config: PoolConfig,
}

impl Schema {
    /// Builds the tables of the schema.
    ///
    /// They live until the program ends, as those in constants do: each call takes memory that is never released. The
    /// heap bounds are those of borrowed forms.
    ///
    /// # Errors
    ///
    /// Fails for a schema that the derive would refuse, for example for a type that contains itself.
    pub fn compile(&self) -> Result<Compiled, CompileError> {
        // It bounds the recursion and the time of all other steps.
        self.check_nesting().map_err(|error| match error {
            NestingError::Recursive(name) => CompileError::Recursive { name },
            NestingError::TooDeep(name) | NestingError::TooManyParts(name) => {
                CompileError::TooLong { name }
            }
        })?;
        let mut compiler = Compiler::new(self);
        unique(&self.name, "the type", self.types.iter().map(|definition| &definition.name))?;
        unique(&self.name, "the message", self.messages.iter().map(|message| &message.name))?;
        unique(&self.name, "the id", self.messages.iter().map(|message| message.id))?;
        let limit = usize::try_from(self.payload_limit()).unwrap_or(usize::MAX);
        let mut messages = Vec::new();
        for message in &self.messages {
            let mut encoding = *compiler.ty(&message.ty, &message.name)?;
            if message.max_trailing > 0 {
                let trailing = usize::try_from(message.max_trailing).unwrap_or(usize::MAX);
                encoding = encoding.with_trailing(trailing);
            }
            let encoding = leak(encoding);
            let name = text(&message.name);
            let mut info = MessageInfo::of_schema(message.id, name, encoding, limit);
            info.capacity = message.capacity.map(|capacity| capacity as usize);
            messages.push(info);
        }
        // Definitions that no message uses must be correct, too.
        let mut definitions = Vec::new();
        for Definition { name, shape, .. } in &self.types {
            if !matches!(shape, Shape::Alias { ty: None, .. }) {
                definitions.push((name.clone(), compiler.named(name, name)?));
            }
        }
        let messages: &'static [MessageInfo] = messages.leak();
        Ok(Compiled {
            name: text(&self.name),
            header_size: usize::try_from(self.header.size).unwrap_or(usize::MAX),
            messages,
            definitions,
            config: MessageInfo::pool_config(messages),
        })
    }
}

impl Compiled {
    /// Returns the messages, in the order of the schema.
    #[must_use]
    pub const fn messages(&self) -> &'static [MessageInfo] {
        self.messages
    }

    /// Returns the message with this id.
    #[must_use]
    pub fn message(&self, id: u32) -> Option<&'static MessageInfo> {
        self.messages.iter().find(|message| message.id == id)
    }

    /// Returns the encoding of the struct or enum with this name.
    #[must_use]
    pub fn definition(&self, name: &str) -> Option<&'static schema::Schema> {
        self.definitions.iter().find(|(known, _)| known == name).map(|(_, schema)| *schema)
    }

    /// Returns the configuration of a pool for the messages.
    #[must_use]
    pub const fn pool_config(&self) -> &PoolConfig {
        &self.config
    }

    /// Returns the bill of a number of connections on that pool.
    #[must_use]
    pub fn bill(&self, connections: usize) -> MemoryBill {
        let longest = self.max_size();
        MemoryBill::of_schema(self.name, longest, self.header_size, &self.config, connections)
    }

    /// Returns the length of the longest payload, in bytes.
    #[must_use]
    pub fn max_size(&self) -> usize {
        self.messages.iter().map(|message| message.max_size).max().unwrap_or(0)
    }
}

/// The state of a type during compilation.
#[derive(Clone, Copy)]
enum Progress {
    Started,
    Done(&'static schema::Schema),
}

struct Compiler<'a> {
    definitions: HashMap<&'a str, &'a Definition>,
    progress: HashMap<&'a str, Progress>,
    /// Whether the last fields of an encoding may be absent, by the address of its schema.
    ends: HashMap<*const schema::Schema, bool>,
}

impl<'a> Compiler<'a> {
    fn new(schema: &'a Schema) -> Self {
        let named = |definition: &'a Definition| (&*definition.name, definition);
        Self {
            definitions: schema.types.iter().map(named).collect(),
            progress: HashMap::new(),
            ends: HashMap::new(),
        }
    }

    fn named(&mut self, name: &str, owner: &str) -> Result<&'static schema::Schema, CompileError> {
        let Some((&name, &definition)) = self.definitions.get_key_value(name) else {
            let (owner, name) = (owner.to_owned(), name.to_owned());
            return Err(CompileError::UnknownType { owner, name });
        };
        match self.progress.get(name) {
            Some(Progress::Done(schema)) => return Ok(schema),
            Some(Progress::Started) => return Err(CompileError::Recursive { name: name.into() }),
            None => {}
        }
        self.progress.insert(name, Progress::Started);
        let schema = self.definition(definition)?;
        if schema.max_size() == usize::MAX {
            return Err(CompileError::TooLong { name: name.into() });
        }
        let schema = leak(schema);
        self.progress.insert(name, Progress::Done(schema));
        Ok(schema)
    }

    fn definition(&mut self, definition: &'a Definition) -> Result<schema::Schema, CompileError> {
        let name = text(&definition.name);
        let schema = match &definition.shape {
            Shape::Alias { ty: Some(ty), .. } => return Ok(*self.ty(ty, &definition.name)?),
            Shape::Alias { ty: None, .. } => {
                return Err(CompileError::UnknownEncoding { name: definition.name.clone() });
            }
            Shape::Struct { fields } => {
                let fields = self.fields("", fields, name)?;
                schema::Schema::of_kind(Kind::Struct { name, fields })
            }
            Shape::Enum { tag, variants, other, reserved } => {
                unique(name, "the tag", variants.iter().map(|variant| variant.tag))?;
                unique(name, "the variant", variants.iter().map(|variant| &variant.name))?;
                let mut compiled = Vec::new();
                for variant in variants {
                    compiled.push(self.variant(variant, name)?);
                }
                let other = match other {
                    Some(other) => Some(&*Box::leak(Box::new(self.variant(other, name)?))),
                    None => None,
                };
                let (tag, variants) = (usize::from(*tag), &*compiled.leak());
                let kind = Kind::Enum { name, tag, variants, other };
                let reserved = reserved.iter().map(|range| (*range).into());
                let reserved = reserved.collect::<Vec<(u64, u64)>>().leak();
                schema::Schema::of_kind(kind).with_reserved(reserved)
            }
        };
        let schema = schema.with_docs(text(&definition.docs));
        let Some(limit) = definition.max_size else { return Ok(schema) };
        let (min, max) = (schema.min_written_size(), schema.max_size());
        match usize::try_from(limit) {
            Ok(limit) if (min..=max).contains(&limit) => Ok(schema.with_max_size(limit)),
            _ => Err(CompileError::WrongLimit { name: name.into(), limit, min, max }),
        }
    }

    fn variant(
        &mut self,
        variant: &'a Variant,
        owner: &str,
    ) -> Result<schema::Variant, CompileError> {
        let name = text(&variant.name);
        let fields = self.fields(&format!("{name}."), &variant.fields, owner)?;
        Ok(schema::Variant::new(name, variant.tag, fields).with_docs(text(&variant.docs)))
    }

    fn fields(
        &mut self,
        prefix: &str,
        fields: &'a [Field],
        owner: &str,
    ) -> Result<&'static [schema::Field], CompileError> {
        let mut compiled = Vec::new();
        unique(owner, "the field", fields.iter().map(|field| &field.name))?;
        for field in fields {
            let encoding = self.ty(&field.ty, owner)?;
            let label = text(&format!("{prefix}{}", field.name));
            let mut part = schema::Field::new(label, encoding).with_docs(text(&field.docs));
            if field.optional {
                part = part.optional();
            }
            if let Some(range) = &field.range {
                part = part.with_range(text(range));
            }
            compiled.push(part);
        }
        for (index, field) in compiled.iter().enumerate() {
            let rest = compiled.get(index.saturating_add(1)..).unwrap_or_default();
            let only_optional = rest.iter().all(schema::Field::is_optional);
            let ends_early = match only_optional {
                // The field itself may be absent; what it contains may be only if nothing follows.
                true => !rest.is_empty() && !field.is_optional() && self.may_end(field.schema()),
                false => field.is_optional() || self.may_end(field.schema()),
            };
            if ends_early {
                let (owner, field) = (owner.to_owned(), field.name().to_owned());
                return Err(CompileError::OptionalInside { owner, field });
            }
            let encoding = field.schema();
            let may_be_empty = encoding.min_written_size() == 0 && encoding.max_size() > 0;
            if field.is_optional() && may_be_empty {
                let (owner, field) = (owner.to_owned(), field.name().to_owned());
                return Err(CompileError::EmptyOptional { owner, field });
            }
        }
        Ok(compiled.leak())
    }

    fn ty(&mut self, ty: &'a Type, owner: &str) -> Result<&'static schema::Schema, CompileError> {
        let size = usize::from;
        let count = |count: u64| usize::try_from(count).unwrap_or(usize::MAX);
        let kind = match ty {
            Type::Uint { size: width, big_endian } => {
                Kind::Uint { size: size(*width), big_endian: *big_endian }
            }
            Type::Int { size: width, big_endian } => {
                Kind::Int { size: size(*width), big_endian: *big_endian }
            }
            Type::Float { size: width, big_endian } => {
                Kind::Float { size: size(*width), big_endian: *big_endian }
            }
            Type::Char => Kind::Char,
            Type::FixedStr { len, pad } => Kind::FixedStr { len: count(*len), pad: *pad },
            Type::Bool { low_bit } => Kind::Bool { low_bit: *low_bit },
            Type::Bytes { max, prefix } => {
                Kind::Bytes { max: count(*max), prefix: size(*prefix), text: false }
            }
            Type::Str { max, prefix } => Kind::Str { max: count(*max), prefix: size(*prefix) },
            Type::Array { len, element } => {
                let element = self.element(element, owner, *len > 1)?;
                Kind::Array { len: count(*len), element }
            }
            Type::Seq { max, prefix, element } => {
                let element = self.element(element, owner, true)?;
                if element.min_size() == 0 {
                    return Err(CompileError::EmptyElement { owner: owner.into() });
                }
                Kind::Seq { max: count(*max), prefix: size(*prefix), element }
            }
            Type::Option(value) => Kind::Option { value: self.ty(value, owner)? },
            Type::Tuple(parts) => {
                let mut fields = Vec::new();
                for (index, part) in parts.iter().enumerate() {
                    let not_last = index.saturating_add(1) < parts.len();
                    let encoding = self.element(part, owner, not_last)?;
                    fields.push(schema::Field::new(text(&index.to_string()), encoding));
                }
                Kind::Tuple { fields: fields.leak() }
            }
            Type::Named(name) => return self.named(name, owner),
            Type::Opaque { min, max, .. } => {
                return Ok(leak(schema::Schema::opaque(count(*min), count(*max))));
            }
        };
        Ok(leak(schema::Schema::of_kind(kind)))
    }

    /// The encoding of a part, which must be complete if more bytes follow it.
    fn element(
        &mut self,
        ty: &'a Type,
        owner: &str,
        more_follows: bool,
    ) -> Result<&'static schema::Schema, CompileError> {
        let schema = self.ty(ty, owner)?;
        if more_follows && self.may_end(schema) {
            let (owner, field) = (owner.to_owned(), ty.to_string());
            return Err(CompileError::OptionalInside { owner, field });
        }
        Ok(schema)
    }

    /// Returns whether the last fields of an encoding may be absent. It visits each encoding once.
    fn may_end(&mut self, schema: &'static schema::Schema) -> bool {
        let address = core::ptr::from_ref(schema);
        if let Some(known) = self.ends.get(&address) {
            return *known;
        }
        let mut among = |fields: &'static [schema::Field]| {
            fields.iter().any(|field| field.is_optional() || self.may_end(field.schema()))
        };
        let ends = match *schema.kind() {
            Kind::Array { element, .. } => self.may_end(element),
            Kind::Option { value } => self.may_end(value),
            Kind::Struct { fields, .. } | Kind::Tuple { fields } => among(fields),
            Kind::Enum { variants, other, .. } => {
                variants.iter().chain(other).any(|variant| among(variant.fields))
            }
            _ => false,
        };
        self.ends.insert(address, ends);
        ends
    }
}

/// Fails if an item occurs twice.
fn unique<T: Eq + core::hash::Hash + fmt::Display>(
    owner: &str,
    kind: &str,
    items: impl Iterator<Item = T>,
) -> Result<(), CompileError> {
    let mut seen = HashSet::new();
    for item in items {
        let what = format!("{kind} {item}");
        if !seen.insert(item) {
            return Err(CompileError::Duplicate { owner: owner.into(), what });
        }
    }
    Ok(())
}

fn leak(schema: schema::Schema) -> &'static schema::Schema {
    Box::leak(Box::new(schema))
}

fn text(text: &str) -> &'static str {
    match text {
        "" => "",
        text => text.to_owned().leak(),
    }
}

/// The digest of the set, which is that of its Rust types.
impl Schema {
    /// Returns the digest of the set: [`FrameSet::DIGEST`](pool_codec::FrameSet::DIGEST).
    ///
    /// # Errors
    ///
    /// Fails if [`compile`](Self::compile) does.
    pub fn digest(&self) -> Result<Digest, CompileError> {
        let header = &self.header;
        let [size, max_payload] = [header.size, header.max_payload]
            .map(|number| usize::try_from(number).unwrap_or(usize::MAX));
        Ok(MessageInfo::set_digest(self.compile()?.messages(), size, header.max_id, max_payload))
    }
}
