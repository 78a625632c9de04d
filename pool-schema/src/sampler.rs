//! Encodings of a schema: short, long and arbitrary ones.

use pool_codec::schema::{Field, Kind, Schema, Variant};

/// Makes encodings of types that are known only by their schema.
///
/// The encodings are within the bounds of the type, and numbers are in the ranges that `#[frame(range = ..)]` states.
/// Rules that only Rust code knows, `validate` and `with`, may reject some of them.
///
/// ```
/// use pool_codec::schema::Value;
/// use pool_codec::{Str, Wire};
/// use pool_schema::Sampler;
///
/// let schema = <(u16, Str<20>)>::SCHEMA;
/// let mut sampler = Sampler::with_seed(7);
/// assert_eq!(sampler.shortest(schema), [0, 0, 0]);
/// assert_eq!(sampler.longest(schema).len(), 2 + 1 + 20);
/// for _ in 0..100 {
///     assert!(Value::new(schema, &sampler.any(schema)).is_ok());
/// }
/// ```
#[derive(Debug)]
pub struct Sampler {
    random: fastrand::Rng,
    extent: Extent,
    /// The number of bytes that variable parts may still take.
    budget: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Extent {
    Shortest,
    Longest,
    Any,
}

/// The most bytes of an encoding that [`Sampler::longest`] makes longer than necessary.
const MAX_LEN: usize = 256 << 10;

impl Sampler {
    /// Creates a sampler. Equal seeds give equal encodings.
    #[must_use]
    pub fn with_seed(seed: u64) -> Self {
        Self { random: fastrand::Rng::with_seed(seed), extent: Extent::Any, budget: 0 }
    }

    /// Returns the shortest encoding, in which all numbers are as small as they may be. Optional fields are present.
    pub fn shortest(&mut self, schema: &'static Schema) -> Vec<u8> {
        self.sample(schema, Extent::Shortest, 0)
    }

    /// Returns the longest encoding of at most 256 KiB. If `max_size` limits the type, it may be shorter.
    pub fn longest(&mut self, schema: &'static Schema) -> Vec<u8> {
        self.sample(schema, Extent::Longest, MAX_LEN)
    }

    /// Returns an arbitrary encoding. Its variable parts take about 300 bytes at most.
    pub fn any(&mut self, schema: &'static Schema) -> Vec<u8> {
        self.sample(schema, Extent::Any, 300)
    }

    fn sample(&mut self, schema: &'static Schema, extent: Extent, budget: usize) -> Vec<u8> {
        (self.extent, self.budget) = (extent, budget);
        let mut out = Vec::new();
        self.value(schema, "", &mut out);
        // `max_size` may exclude what the fields permit.
        if !is_valid(schema, &out) {
            (self.extent, self.budget) = (Extent::Shortest, 0);
            out.clear();
            self.value(schema, "", &mut out);
        }
        out
    }

    fn value(&mut self, schema: &'static Schema, range: &str, out: &mut Vec<u8>) {
        match *schema.kind() {
            Kind::Uint { size, big_endian } => self.number(size, big_endian, false, range, out),
            Kind::Int { size, big_endian } => self.number(size, big_endian, true, range, out),
            Kind::Float { size, big_endian } => {
                // Small whole numbers are in most ranges, and equal themselves.
                let value = f64::from(self.random.u8(..));
                let mut bytes = match size {
                    4 => (value as f32).to_le_bytes().to_vec(),
                    _ => value.to_le_bytes().to_vec(),
                };
                if big_endian {
                    bytes.reverse();
                }
                out.extend(bytes);
            }
            Kind::Char => {
                let c = if self.extent == Extent::Longest { '\u{1F980}' } else { self.letter() };
                out.extend(c.to_string().bytes());
            }
            Kind::Bool { .. } => out.push(u8::from(self.extent == Extent::Longest || self.coin())),
            Kind::Array { len, element } => (0..len).for_each(|_| self.value(element, "", out)),
            Kind::Bytes { max, prefix } => {
                let len = self.len(max, 1);
                length(len, prefix, out);
                out.extend((0..len).map(|_| self.random.u8(..)));
            }
            Kind::Str { max, prefix } => {
                let len = self.len(max, 1);
                length(len, prefix, out);
                for _ in 0..len {
                    out.push(self.letter() as u8);
                }
            }
            Kind::Seq { max, prefix, element } => {
                let len = self.len(max, element.min_size().max(1));
                length(len, prefix, out);
                (0..len).for_each(|_| self.value(element, "", out));
            }
            Kind::Option { value } => {
                let is_some = match self.extent {
                    Extent::Shortest => false,
                    Extent::Longest => true,
                    Extent::Any => self.coin(),
                };
                out.push(u8::from(is_some));
                if is_some {
                    self.value(value, "", out);
                }
            }
            Kind::Tuple { fields } | Kind::Struct { fields, .. } => self.fields(fields, out),
            Kind::Enum { tag, variants, other, .. } => {
                let variant = self.variant(variants, other);
                let number = match other {
                    Some(other) if core::ptr::eq(other, variant) => self.unknown_tag(tag, variants),
                    _ => variant.tag,
                };
                out.extend(number.to_le_bytes().into_iter().take(tag));
                self.fields(variant.fields, out);
            }
            // Bytes of unknown meaning.
            _ => {
                let max = schema.max_size().saturating_sub(schema.min_size());
                let len = schema.min_size().saturating_add(self.len(max, 1));
                out.extend((0..len).map(|_| 0));
            }
        }
    }

    fn fields(&mut self, fields: &'static [Field], out: &mut Vec<u8>) {
        fields.iter().for_each(|field| self.value(field.schema(), field.range(), out));
    }

    fn variant(
        &mut self,
        variants: &'static [Variant],
        other: Option<&'static Variant>,
    ) -> &'static Variant {
        let size = |variant: &&Variant| {
            variant.fields.iter().fold(0_usize, |sum, field| sum.saturating_add(field.max_size()))
        };
        let all = || variants.iter().chain(other);
        let chosen = match self.extent {
            Extent::Shortest => all().min_by_key(size),
            Extent::Longest => all().max_by_key(size),
            Extent::Any => {
                let index = self.random.usize(..all().count().max(1));
                all().nth(index)
            }
        };
        chosen.unwrap_or(&NONE)
    }

    /// A tag that no variant has, if there is one.
    fn unknown_tag(&mut self, size: usize, variants: &[Variant]) -> u64 {
        let largest = u64::MAX >> 64_usize.saturating_sub(size.saturating_mul(8)).min(63);
        let start = self.random.u64(..=largest);
        let tags = (start..=largest).chain(0..start);
        let known = |tag: &u64| variants.iter().any(|variant| variant.tag == *tag);
        tags.take(variants.len().saturating_add(1)).find(|tag| !known(tag)).unwrap_or(0)
    }

    fn number(
        &mut self,
        size: usize,
        big_endian: bool,
        signed: bool,
        range: &str,
        out: &mut Vec<u8>,
    ) {
        let unused = 128_usize.saturating_sub(size.saturating_mul(8)).min(127);
        let (min, max) = match signed {
            true => (i128::MIN >> unused, i128::MAX >> unused),
            // The upper half of the numbers of 128 bits is left out.
            false => (0, i128::try_from(u128::MAX >> unused).unwrap_or(i128::MAX)),
        };
        let (low, high) = bounds(range);
        let (low, high) = (low.unwrap_or(min).max(min), high.unwrap_or(max).min(max));
        let value = match self.extent {
            Extent::Shortest if low <= 0 && high >= 0 => 0,
            Extent::Shortest => low,
            Extent::Longest => high,
            // Small numbers and the largest ones are the interesting ones.
            Extent::Any => match self.random.u8(..4) {
                0 => low,
                1 => high,
                2 => low.saturating_add(self.random.u8(..).into()).min(high),
                _ => self.random.i128(low..=high.max(low)),
            },
        };
        let mut bytes: Vec<u8> = value.to_le_bytes().into_iter().take(size).collect();
        if big_endian {
            bytes.reverse();
        }
        out.extend(bytes);
    }

    /// The length of a variable part of at most `max` elements, which take at least `size` bytes each.
    fn len(&mut self, max: usize, size: usize) -> usize {
        let max = max.min(self.budget.checked_div(size).unwrap_or(0));
        let len = match self.extent {
            Extent::Shortest => 0,
            Extent::Longest => max,
            Extent::Any => match self.random.u8(..4) {
                0 => 0,
                1 => max,
                _ => self.random.usize(..=max),
            },
        };
        self.budget = self.budget.saturating_sub(len.saturating_mul(size));
        len
    }

    fn coin(&mut self) -> bool {
        self.extent == Extent::Any && self.random.bool()
    }

    fn letter(&mut self) -> char {
        self.random.lowercase()
    }
}

static NONE: Variant = Variant::new("", 0, &[]);

fn length(len: usize, prefix: usize, out: &mut Vec<u8>) {
    out.extend((len as u64).to_le_bytes().into_iter().take(prefix));
}

fn is_valid(schema: &'static Schema, bytes: &[u8]) -> bool {
    pool_codec::schema::Value::new(schema, bytes).is_ok()
}

/// The bounds of a range of integers in Rust source, if they are literals.
pub(crate) fn bounds(range: &str) -> (Option<i128>, Option<i128>) {
    let number = |text: &str| {
        let text = text.trim().replace('_', "");
        match text.strip_prefix("0x") {
            Some(digits) => i128::from_str_radix(digits, 16).ok(),
            None => text.parse().ok(),
        }
    };
    match (range.split_once("..="), range.split_once("..")) {
        (Some((low, high)), _) => (number(low), number(high)),
        (None, Some((low, high))) => (number(low), number(high).map(|high| high.saturating_sub(1))),
        (None, None) => (None, None),
    }
}
