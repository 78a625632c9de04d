//! JSON Schemas of messages.

use pool_codec::arbitrary::integer_bounds;
use serde_json::{Map, Value, json};

use crate::model::{Definition, Field, Message, Schema, Shape, Type, Variant};

impl Schema {
    /// Returns the JSON Schema (draft 2020-12) of a message, as [`Value`](pool_codec::schema::Value) is serialized with
    /// the feature `serde` of `pool-codec`. Byte strings are hexadecimal digits.
    ///
    /// ```
    /// use pool_schema::Schema;
    ///
    /// let schema = Schema::from_yaml("messages: { Tick: { fields: { price: u16 } } }").unwrap();
    /// let json = schema.json_schema(&schema.messages[0]);
    /// assert_eq!(json["$defs"]["Tick"]["properties"]["price"]["maximum"], 65_535);
    /// ```
    #[must_use]
    pub fn json_schema(&self, message: &Message) -> Value {
        let mut used = Vec::new();
        self.used_by(&message.ty, &mut used);
        let definitions = used.into_iter().map(|of| (of.name.clone(), definition(of)));
        let mut schema = Map::new();
        schema.insert("$schema".into(), json!("https://json-schema.org/draft/2020-12/schema"));
        schema.insert("title".into(), json!(message.name));
        schema.extend(object(ty(&message.ty, None)));
        schema.insert("$defs".into(), definitions.collect::<Map<_, _>>().into());
        schema.into()
    }

    /// Adds the definitions that a type names, directly or through others.
    fn used_by<'a>(&'a self, ty: &Type, used: &mut Vec<&'a Definition>) {
        ty.walk(&mut |part| {
            let Type::Named(name) = part else { return };
            let Some(definition) = self.definition(name) else { return };
            if used.iter().all(|known| known.name != *name) {
                used.push(definition);
                definition.for_each_type(|ty| self.used_by(ty, used));
            }
        });
    }
}

fn definition(definition: &Definition) -> Value {
    let mut schema = match &definition.shape {
        Shape::Struct { fields } => self::fields(fields),
        Shape::Enum { tag, variants, other, .. } => {
            let variants = variants.iter().map(variant);
            let other = other.iter().map(|other| self::other(other, *tag));
            json!({ "oneOf": variants.chain(other).collect::<Vec<_>>() })
        }
        Shape::Alias { ty: Some(ty), .. } => self::ty(ty, None),
        // Any value: only Rust code knows the type.
        Shape::Alias { ty: None, .. } => json!({}),
    };
    describe(&mut schema, &definition.docs);
    schema
}

/// The fields of a struct, or of a variant. A tuple is a list, and a list of one is its element.
fn fields(fields: &[Field]) -> Value {
    if is_tuple(fields) && !fields.is_empty() {
        return match fields {
            [only] => field(only),
            fields => list(fields.iter().map(field).collect()),
        };
    }
    let properties: Map<_, _> = fields.iter().map(|of| (of.name.clone(), field(of))).collect();
    let required = fields.iter().filter(|field| !field.optional).map(|field| &field.name);
    json!({
        "type": "object",
        "properties": properties,
        "required": required.collect::<Vec<_>>(),
        "additionalProperties": false,
    })
}

fn variant(variant: &Variant) -> Value {
    let mut schema = match &*variant.fields {
        [] => json!({ "const": variant.name }),
        fields => tagged(&variant.name, self::fields(fields)),
    };
    describe(&mut schema, &variant.docs);
    schema
}

/// The variant for unknown tags, which contains the tag.
fn other(other: &Variant, tag: u8) -> Value {
    let number = ty(&Type::Uint { size: tag, big_endian: false }, None);
    let content = match &*other.fields {
        [] => number,
        fields if is_tuple(fields) => {
            list(core::iter::once(number).chain(fields.iter().map(field)).collect())
        }
        fields => {
            let mut content = self::fields(fields);
            if let Some(properties) = content.get_mut("properties").and_then(Value::as_object_mut) {
                properties.insert("tag".into(), number);
            }
            content
        }
    };
    let mut schema = tagged(&other.name, content);
    describe(&mut schema, &other.docs);
    schema
}

/// `{ "Name": content }`.
fn tagged(name: &str, content: Value) -> Value {
    json!({
        "type": "object",
        "properties": { name: content },
        "required": [name],
        "additionalProperties": false,
    })
}

fn field(field: &Field) -> Value {
    let mut schema = ty(&field.ty, field.range.as_deref());
    describe(&mut schema, &field.docs);
    schema
}

fn ty(ty: &Type, range: Option<&str>) -> Value {
    let hex = |min: u64, max: u64| {
        json!({
            "type": "string",
            "pattern": "^([0-9a-f]{2})*$",
            "minLength": min.saturating_mul(2),
            "maxLength": max.saturating_mul(2),
        })
    };
    match ty {
        Type::Uint { size, .. } => integer(*size, false, range),
        Type::Int { size, .. } => integer(*size, true, range),
        // JSON has no NaN and no infinities; they are null.
        Type::Float { .. } => json!({ "type": ["number", "null"] }),
        Type::Char => json!({ "type": "string", "minLength": 1, "maxLength": 1 }),
        Type::Bool { .. } => json!({ "type": "boolean" }),
        Type::Array { len, element } if **element == Type::BYTE => hex(*len, *len),
        Type::Array { len, element } => {
            json!({ "type": "array", "items": self::ty(element, None), "minItems": len, "maxItems": len })
        }
        Type::Bytes { max, .. } => hex(0, *max),
        Type::Opaque { min, max, digest: None } => hex(*min, *max),
        // An encoding that the model does not have. What it is in JSON is unknown here: a list of extensions is an array.
        Type::Opaque { digest: Some(_), .. } => json!({}),
        Type::FixedStr { len, .. } => json!({ "type": "string", "maxLength": len }),
        // A character has at least one byte.
        Type::Str { max, .. } => json!({ "type": "string", "maxLength": max }),
        Type::Seq { max, element, .. } => {
            json!({ "type": "array", "items": self::ty(element, None), "maxItems": max })
        }
        Type::Option(value) => json!({ "anyOf": [{ "type": "null" }, self::ty(value, None)] }),
        Type::Tuple(parts) => list(parts.iter().map(|part| self::ty(part, None)).collect()),
        Type::Named(name) => json!({ "$ref": format!("#/$defs/{name}") }),
    }
}

/// A list of these elements.
fn list(elements: Vec<Value>) -> Value {
    json!({ "type": "array", "prefixItems": elements, "items": false, "minItems": elements.len() })
}

fn integer(size: u8, signed: bool, range: Option<&str>) -> Value {
    let unused = 128_u32.saturating_sub(u32::from(size).saturating_mul(8)).min(127);
    let (min, max) = match signed {
        true => (i128::MIN >> unused, i128::MAX >> unused),
        false => (0, i128::try_from(u128::MAX >> unused).unwrap_or(i128::MAX)),
    };
    let (low, high) = range.map_or((None, None), integer_bounds);
    let mut schema = object(json!({ "type": "integer" }));
    // Bounds beyond 64 bits are not numbers that all readers of JSON can represent.
    let number = |value: i128| -> Option<Value> {
        let unsigned = u64::try_from(value).ok().map(Value::from);
        unsigned.or_else(|| i64::try_from(value).ok().map(Value::from))
    };
    let limits = [("minimum", low.unwrap_or(min)), ("maximum", high.unwrap_or(max))];
    schema.extend(limits.into_iter().filter_map(|(key, value)| Some((key.into(), number(value)?))));
    schema.into()
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}

fn describe(schema: &mut Value, docs: &str) {
    if let (false, Some(schema)) = (docs.is_empty(), schema.as_object_mut()) {
        schema.insert("description".into(), docs.into());
    }
}

/// Whether the fields are those of a tuple: `0`, `1` and so on.
fn is_tuple(fields: &[Field]) -> bool {
    fields.iter().enumerate().all(|(index, field)| field.name == index.to_string())
}
