//! Encodings of a schema: short, long and arbitrary ones.

use alloc::string::String;
use alloc::vec::Vec;

use ::arbitrary::{Result, Unstructured};

use crate::codec::schema::SWITCHES;
use crate::codec::{Decoder, Field, IntEncoding, Kind, Schema, Variant, Varint, integers};
use crate::inspect::{Switches, Value, is_present, skip_field};

/// How long an encoding is to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Extent {
    /// The shortest one, with the smallest numbers. Optional fields are present.
    Shortest,
    /// The longest one of at most 256 KiB, with the largest numbers. It is shorter if `max_size` limits the type.
    Longest,
    /// Any one whose variable parts take about 300 bytes at most.
    Any,
}

impl Extent {
    /// The number of bytes that variable parts may take.
    const fn budget(self) -> usize {
        match self {
            Self::Shortest => 0,
            Self::Longest => 256 << 10,
            Self::Any => 300,
        }
    }
}

/// Makes an encoding of a type that is known only by its schema. It is within the bounds of the type, and numbers are in
/// the ranges of `#[frame(range = ..)]`, which schemas have with the feature `docs`.
///
/// If there are too few `bytes`, zeros take their place.
///
/// ```
/// use arbitrary::Unstructured;
/// use pool_codec::arbitrary::{Extent, encoding};
/// use pool_codec::{Str, Wire};
///
/// let schema = <(u16, Str<20>)>::SCHEMA;
/// let mut bytes = Unstructured::new(&[]);
/// assert_eq!(encoding(schema, Extent::Shortest, &mut bytes).unwrap(), [0, 0, 0]);
/// assert_eq!(encoding(schema, Extent::Longest, &mut bytes).unwrap().len(), 2 + 1 + 20);
/// ```
///
/// # Errors
///
/// Passes on the errors of `bytes`.
pub fn encoding(
    schema: &'static Schema,
    extent: Extent,
    bytes: &mut Unstructured<'_>,
) -> Result<Vec<u8>> {
    let mut sampler = Sampler { bytes, extent, budget: extent.budget(), out: Vec::new() };
    sampler.value(schema, "")?;
    if Value::new(schema, &sampler.out).is_ok() {
        return Ok(sampler.out);
    }
    // `max_size` excludes what the fields permit.
    let out = Vec::new();
    let mut sampler = Sampler { extent: Extent::Shortest, budget: 0, out, ..sampler };
    sampler.value(schema, "")?;
    Ok(sampler.out)
}

struct Sampler<'s, 'b> {
    bytes: &'s mut Unstructured<'b>,
    extent: Extent,
    /// The number of bytes that variable parts may still take.
    budget: usize,
    out: Vec<u8>,
}

impl Sampler<'_, '_> {
    fn value(&mut self, schema: &'static Schema, range: &str) -> Result<()> {
        match *schema.kind() {
            Kind::Uint { size, big_endian } => self.number(size, big_endian, false, range)?,
            Kind::Int { size, big_endian } => self.number(size, big_endian, true, range)?,
            Kind::Float { size, big_endian } => self.float(size, big_endian)?,
            Kind::Char => {
                let c = self.letter()?;
                self.out.extend(c.encode_utf8(&mut [0; 4]).bytes());
            }
            Kind::Bool { .. } => {
                let value = self.coin()?;
                self.out.push(value.into());
            }
            Kind::Array { len, element } => self.items(element, len)?,
            Kind::Bytes { max, .. } => {
                let len = self.len(max, 1)?;
                self.length(len, schema);
                self.content(len)?;
            }
            Kind::Str { max, .. } => {
                let len = self.len(max, 1)?;
                self.length(len, schema);
                self.text(len)?;
            }
            Kind::Seq { max, element, .. } => {
                let len = self.len(max, element.min_size().max(1))?;
                self.length(len, schema);
                self.items(element, len)?;
            }
            Kind::VarUint { bits, varint, .. } => {
                let number = self.within(0, largest(bits, varint), range)?;
                self.varint(varint, number as u128);
            }
            Kind::VarInt { bits, varint, .. } => {
                let max = largest(bits, varint) >> 1;
                let number = self.within(max.saturating_neg().saturating_sub(1), max, range)?;
                // Zigzag: the sign is the lowest bit.
                self.varint(varint, (number << 1 ^ number >> 127) as u128);
            }
            Kind::FixedStr { len, pad } => {
                let text = self.bytes.int_in_range(0..=len)?;
                let letters = (0..text).map(|index| b'a'.wrapping_add((index % 26) as u8));
                self.out.extend(letters);
                self.out.extend(core::iter::repeat_n(pad, len.saturating_sub(text)));
            }
            Kind::Delimited { value, .. } => {
                let before = core::mem::take(&mut self.out);
                self.value(value, "")?;
                let value = core::mem::replace(&mut self.out, before);
                self.length(value.len(), schema);
                self.out.extend(value);
            }
            Kind::Rest { max, element } => match element.kind() {
                Kind::Uint { size: 1, .. } => {
                    let len = self.len(max, 1)?;
                    self.content(len)?;
                }
                Kind::Char => {
                    let len = self.len(max, 1)?;
                    self.text(len)?;
                }
                _ => {
                    let len = self.len(max, element.min_size().max(1))?;
                    self.items(element, len)?;
                }
            },
            Kind::Terminated { max, element, end } => {
                let len = self.len(max, element.min_size().max(1))?;
                self.terminated(element, len, end)?;
                self.out.extend(end);
            }
            Kind::Padded { padding, value } => {
                self.out.extend(core::iter::repeat_n(0, padding));
                self.value(value, range)?;
            }
            Kind::Constant { bytes } => self.out.extend(bytes),
            Kind::Option { value } => {
                let is_some = self.coin()?;
                self.out.push(is_some.into());
                if is_some {
                    self.value(value, "")?;
                }
            }
            Kind::Tuple { fields } | Kind::Struct { fields, .. } => {
                self.fields(fields, Switches::default())?;
            }
            Kind::Enum { tag, variants, other, .. } => {
                self.variant(schema, tag, variants, other)?
            }
            Kind::Opaque => {
                let max = schema.max_size().saturating_sub(schema.min_size());
                let len = schema.min_size().saturating_add(self.len(max, 1)?);
                self.out.extend(core::iter::repeat_n(0, len));
            }
        }
        Ok(())
    }

    fn items(&mut self, element: &'static Schema, len: usize) -> Result<()> {
        (0..len).try_for_each(|_| self.value(element, ""))
    }

    /// Writes at most `len` bytes or elements that do not contain `end`.
    fn terminated(&mut self, element: &'static Schema, len: usize, end: &[u8]) -> Result<()> {
        if matches!(element.kind(), Kind::Uint { size: 1, .. } | Kind::Char) {
            let letter = if end.first() == Some(&b'x') { b'y' } else { b'x' };
            self.out.extend(core::iter::repeat_n(letter, len));
            return Ok(());
        }
        for _ in 0..len {
            let start = self.out.len();
            self.value(element, "")?;
            if self.out.get(start..).is_some_and(|element| element.starts_with(end)) {
                self.out.truncate(start);
            }
        }
        Ok(())
    }

    fn fields(&mut self, fields: &'static [Field], mut switches: Switches) -> Result<()> {
        for field in fields.iter() {
            if !is_present(field, &switches) {
                continue;
            }
            let start = self.out.len();
            match field.count().and_then(|slot| switches.get(slot)) {
                Some(count) => self.counted(field.schema(), *count)?,
                // Later fields have as many elements as such a number says.
                None if field.switch().is_some() => self.value(field.schema(), "0..=3")?,
                None => self.value(field.schema(), field.range())?,
            }
            // It only notes the value, which is well-formed.
            let encoded = self.out.get(start..).unwrap_or_default();
            let _ = skip_field(field, &mut switches, &mut Decoder::new(encoded));
        }
        Ok(())
    }

    /// The content of a field whose length or count another field has.
    fn counted(&mut self, schema: &'static Schema, count: u64) -> Result<()> {
        let count = usize::try_from(count).unwrap_or(usize::MAX).min(self.extent.budget());
        match *schema.kind() {
            Kind::Seq { element, .. } => self.items(element, count),
            Kind::Str { .. } => self.text(count),
            _ => self.content(count),
        }
    }

    /// That many bytes.
    fn content(&mut self, len: usize) -> Result<()> {
        (0..len).try_for_each(|_| {
            let byte = self.bytes.arbitrary()?;
            self.out.push(byte);
            Ok(())
        })
    }

    /// That many bytes of text.
    fn text(&mut self, len: usize) -> Result<()> {
        let mut text = String::new();
        loop {
            let c = self.letter()?;
            if text.len().saturating_add(c.len_utf8()) > len {
                break;
            }
            text.push(c);
        }
        // A character that did not fit leaves room.
        text.extend(core::iter::repeat_n('x', len.saturating_sub(text.len())));
        self.out.extend(text.into_bytes());
        Ok(())
    }

    fn variant(
        &mut self,
        schema: &Schema,
        width: usize,
        variants: &'static [Variant],
        other: Option<&'static Variant>,
    ) -> Result<()> {
        let size = |variant: &&Variant| {
            let fields = variant.fields.iter();
            fields.fold(0_usize, |sum, field| sum.saturating_add(field.max_size()))
        };
        let all = || variants.iter().chain(other);
        let chosen = match self.extent {
            Extent::Shortest => all().min_by_key(size),
            Extent::Longest => all().max_by_key(size),
            Extent::Any => {
                let last = all().count().saturating_sub(1);
                let index = self.bytes.int_in_range(0..=last)?;
                all().nth(index)
            }
        };
        let Some(chosen) = chosen else { return Ok(()) };
        let tag = match other {
            Some(other) if core::ptr::eq(other, chosen) => {
                // If the tag is the count of a field, a small one is within the bound. Slot 0 is that of the tag unless
                // a field has it.
                let of_tag = other.fields.iter().all(|field| field.switch() != Some(0));
                let is_count = of_tag && other.fields.iter().any(|field| field.count() == Some(0));
                self.unknown_tag(width, variants, is_count)?
            }
            _ => chosen.tag,
        };
        self.prefix(tag, width, schema.prefix_encoding());
        self.fields(chosen.fields, [tag; SWITCHES])
    }

    /// A tag that no variant has, if there is one.
    fn unknown_tag(&mut self, width: usize, variants: &[Variant], is_small: bool) -> Result<u64> {
        let unused = 8_usize.saturating_sub(width).saturating_mul(8);
        let largest = u64::MAX.checked_shr(u32::try_from(unused).unwrap_or(0)).unwrap_or(0);
        let largest =
            if is_small { largest.min((variants.len() as u64).saturating_add(1)) } else { largest };
        let start = self.bytes.int_in_range(0..=largest)?;
        let known = |tag: &u64| variants.iter().any(|variant| variant.tag == *tag);
        let mut tags = (start..=largest).chain(0..start).take(variants.len().saturating_add(1));
        Ok(tags.find(|tag| !known(tag)).unwrap_or(0))
    }

    fn number(&mut self, size: usize, big_endian: bool, signed: bool, range: &str) -> Result<()> {
        let unused = 128_usize.saturating_sub(size.saturating_mul(8)).min(127);
        let (min, max) = match signed {
            true => (i128::MIN >> unused, i128::MAX >> unused),
            // The upper half of the numbers of 128 bits is left out.
            false => (0, i128::try_from(u128::MAX >> unused).unwrap_or(i128::MAX)),
        };
        let value = self.within(min, max, range)?;
        let bytes = value.to_le_bytes();
        self.ordered(bytes.get(..size).unwrap_or_default(), big_endian);
        Ok(())
    }

    /// A number from `min` to `max` that is in the range of the field.
    fn within(&mut self, min: i128, max: i128, range: &str) -> Result<i128> {
        let (low, high) = integer_bounds(range);
        let (low, high) = (low.unwrap_or(min).max(min), high.unwrap_or(max).min(max));
        Ok(match self.extent {
            Extent::Shortest => 0_i128.clamp(low, high.max(low)),
            Extent::Longest => high,
            // The extremes and small numbers are the interesting ones.
            Extent::Any => match self.bytes.arbitrary::<u8>()? {
                0..64 => 0_i128.clamp(low, high.max(low)),
                64..96 => low,
                96..128 => high,
                128..192 => {
                    low.saturating_add(self.bytes.arbitrary::<u8>()?.into()).min(high.max(low))
                }
                _ => self.bytes.int_in_range(low..=high.max(low))?,
            },
        })
    }

    /// A float that is not NaN, so that values equal themselves.
    fn float(&mut self, size: usize, big_endian: bool) -> Result<()> {
        if size == 4 {
            let value: f32 = self.bytes.arbitrary()?;
            self.ordered(&if value.is_nan() { 0.0 } else { value }.to_le_bytes(), big_endian);
        } else {
            let value: f64 = self.bytes.arbitrary()?;
            self.ordered(&if value.is_nan() { 0.0 } else { value }.to_le_bytes(), big_endian);
        }
        Ok(())
    }

    /// Adds the bytes of a number, which are given least significant first.
    fn ordered(&mut self, bytes: &[u8], big_endian: bool) {
        match big_endian {
            true => self.out.extend(bytes.iter().rev()),
            false => self.out.extend(bytes),
        }
    }

    /// The length or the count in front of a value of `schema`.
    fn length(&mut self, len: usize, schema: &Schema) {
        let width = match *schema.kind() {
            Kind::Bytes { prefix, .. }
            | Kind::Str { prefix, .. }
            | Kind::Seq { prefix, .. }
            | Kind::Delimited { prefix, .. } => prefix,
            _ => 0,
        };
        self.prefix(len as u64, width, schema.prefix_encoding());
    }

    fn prefix(&mut self, number: u64, width: usize, encoding: IntEncoding) {
        let bytes = number.to_le_bytes();
        match encoding {
            IntEncoding::Varint { varint, .. } => self.varint(varint, number.into()),
            IntEncoding::Remaining => {}
            encoding => {
                let big_endian = encoding == IntEncoding::BigEndian;
                self.ordered(bytes.get(..width).unwrap_or_default(), big_endian);
            }
        }
    }

    /// A number that has an encoding.
    fn varint(&mut self, varint: Varint, number: u128) {
        let (bytes, len) = integers::encode(varint, number);
        self.out.extend(bytes.into_iter().take(len));
    }

    /// The length of a variable part of at most `max` elements, which take at least `size` bytes each.
    fn len(&mut self, max: usize, size: usize) -> Result<usize> {
        let max = max.min(self.budget.checked_div(size).unwrap_or(0));
        let len = match self.extent {
            Extent::Shortest => 0,
            Extent::Longest => max,
            Extent::Any => match self.bytes.arbitrary::<u8>()? {
                0..64 => 0,
                64..96 => max,
                _ => self.bytes.int_in_range(0..=max)?,
            },
        };
        self.budget = self.budget.saturating_sub(len.saturating_mul(size));
        Ok(len)
    }

    fn coin(&mut self) -> Result<bool> {
        match self.extent {
            Extent::Shortest => Ok(false),
            Extent::Longest => Ok(true),
            Extent::Any => self.bytes.arbitrary(),
        }
    }

    fn letter(&mut self) -> Result<char> {
        match self.extent {
            Extent::Shortest => Ok('a'),
            // The longest in UTF-8.
            Extent::Longest => Ok('\u{1F980}'),
            Extent::Any => match self.bytes.arbitrary::<u8>()? {
                byte @ 0..240 => Ok(char::from(byte & 0x7F)),
                _ => self.bytes.arbitrary(),
            },
        }
    }
}

/// The largest number of `bits` bits that has an encoding, up to the largest `i128`.
fn largest(bits: usize, varint: Varint) -> i128 {
    let max = u128::MAX >> 128_usize.saturating_sub(bits).min(127);
    i128::try_from(max.min(varint.max())).unwrap_or(i128::MAX)
}

/// Returns the bounds of a range of integers in Rust source, as [`Field::range`] returns it, if they are literals.
#[must_use]
pub fn integer_bounds(range: &str) -> (Option<i128>, Option<i128>) {
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
