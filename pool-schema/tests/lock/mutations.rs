//! Random pairs of schemas: what the comparison says is what decoding each other's encodings shows.

use pool_codec::schema::{Content, Value};
use pool_schema::{
    Definition, Field, Header, Impact, Message, Reading, Sampler, Schema, Shape, Type, Variant,
};
use proptest::prelude::*;

/// A value without names, as both versions see it.
#[derive(Debug, Clone, PartialEq)]
enum Leaf {
    Uint(u128),
    Int(i128),
    Float(u64),
    Bool(bool),
    Char(char),
    Bytes(Vec<u8>),
    Str(String),
    Count(usize),
    Tag(u64),
    Present(bool),
}

fn leaves(value: &Value<'_>, out: &mut Vec<Leaf>) {
    match value.content() {
        Content::Uint(number) => out.push(Leaf::Uint(number)),
        Content::Int(number) => out.push(Leaf::Int(number)),
        Content::F32(number) => out.push(Leaf::Float(number.to_bits().into())),
        Content::F64(number) => out.push(Leaf::Float(number.to_bits())),
        Content::Bool(value) => out.push(Leaf::Bool(value)),
        Content::Char(c) => out.push(Leaf::Char(c)),
        Content::Bytes(bytes) => out.push(Leaf::Bytes(bytes.to_vec())),
        Content::Str(text) => out.push(Leaf::Str(text.to_owned())),
        Content::Items(items) => {
            out.push(Leaf::Count(items.len()));
            items.for_each(|item| leaves(&item, out));
        }
        Content::Option(value) => {
            out.push(Leaf::Present(value.is_some()));
            value.iter().for_each(|value| leaves(value, out));
        }
        Content::Enum(tag, _, fields) => {
            out.push(Leaf::Tag(tag));
            fields.for_each(|(_, field)| leaves(&field, out));
        }
        Content::Struct(fields) | Content::Tuple(fields) => {
            fields.for_each(|(_, field)| leaves(&field, out));
        }
        content => panic!("unknown content {content:?}"),
    }
}

/// How one version reads an encoding of the other one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Seen {
    /// As the same value, but for fields at the end that one of them lacks.
    Same,
    Rejected,
    Other,
}

fn seen(
    writer: &'static pool_codec::schema::Schema,
    reader: &'static pool_codec::schema::Schema,
    bytes: &[u8],
) -> Seen {
    let mut written = Vec::new();
    leaves(&Value::new(writer, bytes).unwrap(), &mut written);
    let Ok(value) = Value::new(reader, bytes) else { return Seen::Rejected };
    let mut read = Vec::new();
    leaves(&value, &mut read);
    let common = written.len().min(read.len());
    if written[..common] == read[..common] { Seen::Same } else { Seen::Other }
}

fn scalar() -> impl Strategy<Value = Type> {
    prop_oneof![
        prop::sample::select(vec![1_u8, 2, 4, 8]).prop_flat_map(|size| any::<bool>()
            .prop_map(move |be| Type::Uint { size, big_endian: be && size > 1 })),
        prop::sample::select(vec![1_u8, 4]).prop_map(|size| Type::Int { size, big_endian: false }),
        Just(Type::Bool { low_bit: false }),
        Just(Type::Char),
        (1..40_u64).prop_map(|max| Type::Str { max, prefix: 1 }),
        (1..40_u64).prop_map(|max| Type::Bytes { max, prefix: 1 }),
        (1..9_u64).prop_map(|len| Type::Array {
            len,
            element: Box::new(Type::Uint { size: 2, big_endian: false })
        }),
    ]
}

fn ty() -> impl Strategy<Value = Type> {
    prop_oneof![
        4 => scalar(),
        1 => scalar().prop_map(|ty| Type::Option(Box::new(ty))),
        1 => (scalar(), 1..6_u64)
            .prop_map(|(ty, max)| Type::Seq { max, prefix: 1, element: Box::new(ty) }),
        1 => (scalar(), scalar()).prop_map(|(one, two)| Type::Tuple(vec![one, two])),
        1 => Just(Type::Named("Part".into())),
        1 => Just(Type::Named("Side".into())),
    ]
}

fn field(name: String, ty: Type) -> Field {
    Field { name, ty, docs: String::new(), optional: false, default: None, range: None }
}

fn fields(types: Vec<Type>) -> Vec<Field> {
    types.into_iter().enumerate().map(|(index, ty)| field(format!("f{index}"), ty)).collect()
}

fn definition(name: &str, shape: Shape) -> Definition {
    Definition { name: name.into(), docs: String::new(), shape, max_size: None, borrow: false }
}

/// A schema with one message, a part and an enum.
fn base() -> impl Strategy<Value = Schema> {
    let message = prop::collection::vec(ty(), 1..5);
    let part = prop::collection::vec(scalar(), 1..4);
    let variants = prop::collection::vec(prop::collection::vec(scalar(), 0..3), 1..4);
    (message, part, variants, any::<bool>(), prop::sample::select(vec![0_u64, 64])).prop_map(
        |(message, part, variants, keeps, max_trailing)| {
            let variant = |(index, types): (usize, Vec<Type>)| Variant {
                name: format!("V{index}"),
                tag: index as u64,
                docs: String::new(),
                fields: fields(types),
            };
            let other =
                Variant { name: "Other".into(), tag: 0, docs: String::new(), fields: vec![] };
            let side = Shape::Enum {
                tag: 1,
                variants: variants.into_iter().enumerate().map(variant).collect(),
                other: keeps.then_some(other),
                reserved: vec![],
            };
            Schema {
                name: "Set".into(),
                docs: String::new(),
                header: Header::tlv(),
                max_payload: None,
                keeps_unknown: false,
                reserved: vec![],
                messages: vec![Message {
                    id: 1,
                    name: "Message".into(),
                    ty: Type::Named("Message".into()),
                    capacity: None,
                    max_trailing,
                }],
                types: vec![
                    definition("Message", Shape::Struct { fields: fields(message) }),
                    definition("Part", Shape::Struct { fields: fields(part) }),
                    definition("Side", side),
                ],
            }
        },
    )
}

/// One change of a schema.
#[derive(Debug, Clone)]
enum Mutation {
    Retype { definition: usize, field: usize, ty: Type },
    Bound { definition: usize, field: usize, max: u64 },
    Append { definition: usize, ty: Type, optional: bool },
    Insert { definition: usize, at: usize, ty: Type },
    Remove { definition: usize, field: usize },
    Swap { definition: usize, one: usize, other: usize },
    Rename { definition: usize, field: usize },
    AddVariant { types: Vec<Type> },
    RemoveVariant { index: usize },
    Other { keeps: bool },
    Trailing { bytes: u64 },
    Optional,
}

fn mutation() -> impl Strategy<Value = Mutation> {
    let (definition, place) = (0..2_usize, 0..5_usize);
    prop_oneof![
        (definition.clone(), place.clone(), scalar())
            .prop_map(|(definition, field, ty)| Mutation::Retype { definition, field, ty }),
        (definition.clone(), place.clone(), 1..300_u64)
            .prop_map(|(definition, field, max)| Mutation::Bound { definition, field, max }),
        (definition.clone(), scalar(), any::<bool>())
            .prop_map(|(definition, ty, optional)| Mutation::Append { definition, ty, optional }),
        (definition.clone(), place.clone(), scalar())
            .prop_map(|(definition, at, ty)| Mutation::Insert { definition, at, ty }),
        (definition.clone(), place.clone())
            .prop_map(|(definition, field)| Mutation::Remove { definition, field }),
        (definition.clone(), place.clone(), place.clone())
            .prop_map(|(definition, one, other)| Mutation::Swap { definition, one, other }),
        (definition, place.clone())
            .prop_map(|(definition, field)| Mutation::Rename { definition, field }),
        prop::collection::vec(scalar(), 0..2).prop_map(|types| Mutation::AddVariant { types }),
        place.prop_map(|index| Mutation::RemoveVariant { index }),
        any::<bool>().prop_map(|keeps| Mutation::Other { keeps }),
        (0..80_u64).prop_map(|bytes| Mutation::Trailing { bytes }),
        Just(Mutation::Optional),
    ]
}

impl Mutation {
    fn apply(&self, schema: &mut Schema) {
        let mut of = |index: usize, change: &mut dyn FnMut(&mut Vec<Field>)| {
            if let Shape::Struct { fields } = &mut schema.types[index].shape {
                change(fields);
            }
        };
        match self {
            Self::Retype { definition, field, ty } => of(*definition, &mut |fields| {
                let len = fields.len();
                if len > 0 {
                    fields[field % len].ty = ty.clone();
                }
            }),
            Self::Bound { definition, field, max: bound } => of(*definition, &mut |fields| {
                let len = fields.len();
                if len == 0 {
                    return;
                }
                match &mut fields[field % len].ty {
                    Type::Str { max, prefix }
                    | Type::Bytes { max, prefix }
                    | Type::Seq { max, prefix, .. } => {
                        *max = *bound;
                        *prefix = Type::natural_prefix(*bound);
                    }
                    _ => {}
                }
            }),
            Self::Append { definition, ty, optional } => of(*definition, &mut |fields| {
                fields.push(Field { optional: *optional, ..field("added".into(), ty.clone()) });
            }),
            Self::Insert { definition, at, ty } => of(*definition, &mut |fields| {
                let at = at % (fields.len() + 1);
                fields.insert(at, field("inserted".into(), ty.clone()));
            }),
            Self::Remove { definition, field } => of(*definition, &mut |fields| {
                if fields.len() > 1 {
                    fields.remove(field % fields.len());
                }
            }),
            Self::Swap { definition, one, other } => of(*definition, &mut |fields| {
                let len = fields.len();
                fields.swap(one % len, other % len);
            }),
            Self::Rename { definition, field } => of(*definition, &mut |fields| {
                let len = fields.len();
                fields[field % len].name.push_str("_renamed");
            }),
            Self::Trailing { bytes } => schema.messages[0].max_trailing = *bytes,
            Self::Optional => of(0, &mut |fields| fields.last_mut().unwrap().optional = true),
            Self::AddVariant { .. } | Self::RemoveVariant { .. } | Self::Other { .. } => {
                let Shape::Enum { variants, other, .. } = &mut schema.types[2].shape else {
                    panic!()
                };
                match self {
                    Self::AddVariant { types } => variants.push(Variant {
                        name: "Added".into(),
                        tag: 9,
                        docs: String::new(),
                        fields: fields(types.clone()),
                    }),
                    Self::RemoveVariant { index } if variants.len() > 1 => {
                        variants.remove(index % variants.len());
                    }
                    Self::Other { keeps } => {
                        let kept = Variant {
                            name: "Other".into(),
                            tag: 0,
                            docs: String::new(),
                            fields: vec![],
                        };
                        *other = keeps.then_some(kept);
                    }
                    _ => {}
                }
            }
        }
    }
}

/// Whether the message of the schema contains the definition at all.
fn uses(schema: &Schema, name: &str) -> bool {
    let mut found = false;
    schema.definition("Message").unwrap().for_each_type(|ty| {
        found |= format!("{ty}").contains(name);
    });
    found
}

/// Encodings of the first message: the extremes, and arbitrary ones.
fn samples(schema: &'static pool_codec::schema::Schema, seed: u64) -> Vec<Vec<u8>> {
    let mut sampler = Sampler::with_seed(seed);
    let mut all = vec![sampler.shortest(schema), sampler.longest(schema)];
    all.extend((0..120).map(|_| sampler.any(schema)));
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn verdicts_are_what_decoding_shows(
        old in base(),
        mutations in prop::collection::vec(mutation(), 1..3),
        seed in any::<u64>(),
    ) {
        let mut new = old.clone();
        mutations.iter().for_each(|mutation| mutation.apply(&mut new));
        // What the derive refuses has no encodings.
        let (Ok(old_tables), Ok(new_tables)) = (old.compile(), new.compile()) else { return Ok(()) };
        let changes = new.changes_since(&old);
        let (was, is) = (old_tables.messages()[0].schema, new_tables.messages()[0].schema);
        let forth: Vec<Seen> = samples(was, seed).iter().map(|bytes| seen(was, is, bytes)).collect();
        let back: Vec<Seen> = samples(is, seed).iter().map(|bytes| seen(is, was, bytes)).collect();
        for (reads, seen, who) in [(changes.new_reads(), &forth, "new"), (changes.old_reads(), &back, "old")] {
            let bad = match reads {
                Reading::All => seen.iter().any(|seen| *seen != Seen::Same),
                Reading::Some => seen.contains(&Seen::Other),
                Reading::Wrong => false,
            };
            prop_assert!(!bad, "a {who} peer reads {reads:?}, but {seen:?}\n{changes}");
        }
        // A verdict without a reason would be noise. Names in another order have no bytes to show it, and `trailing` lets
        // a reader ignore the content of a variant that it does not know.
        let by_order = changes.iter().any(|change| change.what.starts_with("in place of"));
        let trailing = [&old, &new].iter().any(|schema| schema.messages[0].max_trailing > 0);
        let used = uses(&new, "Part") && uses(&new, "Side") && uses(&old, "Part") && uses(&old, "Side");
        if changes.impact() == Some(Impact::Breaks) && !by_order && used && !trailing {
            let shown = forth.iter().chain(&back).any(|seen| *seen != Seen::Same);
            prop_assert!(shown, "nothing shows that this breaks peers\n{changes}");
        }
        // Equal schemas have equal digests, and only what matters on the wire changes a digest.
        let same = old.digest().unwrap() == new.digest().unwrap();
        let silent = changes.iter().all(|change| matches!(change.impact, Impact::Names | Impact::Memory));
        if used {
            prop_assert_eq!(same, silent || by_order && same, "{}", changes);
        }
    }
}
