//! Hex dumps that show where a decode failed.

use core::fmt;

use crate::codec::error::DecodeErrorKind;
use crate::codec::integers::read_encoded;
use crate::codec::schema::SWITCHES;
use crate::codec::{DecodeError, Decoder, Field, Kind, Schema};
use crate::inspect::skip::{Switches, is_byte, is_present, read_length};
use crate::inspect::value::{Content, Value};

/// The number of bytes on one line.
const WIDTH: usize = 12;

impl DecodeError {
    /// Explains the error with an annotated hex dump of `bytes`, which is the input that did not decode.
    ///
    /// The dump has one line per field, up to the failure, which is marked with `>`.
    ///
    /// ```
    /// use pool_codec::{Decodable, Frame, Str};
    ///
    /// #[derive(Debug, Frame)]
    /// struct Hello { version: u16, name: Str<8> }
    ///
    /// let bytes = b"\x02\x00\x09overlong!";
    /// let error = Hello::decode(bytes).unwrap_err();
    /// assert_eq!(error.explain(bytes).to_string(), "\
    /// `Hello.name`: length 9 exceeds the maximum of 8 (at byte 2)
    ///         0  02 00                                 version: u16 = 2
    /// >       2  09 6f 76 65 72 6c 6f 6e 67 21         name: str[0..=8]
    /// ");
    /// ```
    pub fn explain<'a>(&'a self, bytes: &'a [u8]) -> impl fmt::Display + 'a {
        Explain { error: self, bytes }
    }
}

struct Explain<'a> {
    error: &'a DecodeError,
    bytes: &'a [u8],
}

/// A value to print: a field, an element, or the value in an option.
#[derive(Clone, Copy)]
struct Part<'n> {
    name: &'n dyn fmt::Display,
    schema: &'static Schema,
    depth: usize,
    /// Whether the error names this field or a field around it.
    named: bool,
}

impl<'n> Part<'n> {
    /// Creates a part of this one that errors do not name.
    fn inner(self, name: &'n dyn fmt::Display, schema: &'static Schema) -> Self {
        Self { name, schema, depth: self.depth.saturating_add(1), ..self }
    }

    fn indent(&self) -> usize {
        self.depth.saturating_mul(2)
    }
}

/// Prints `  name: type`.
impl fmt::Display for Part<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:indent$}{}: {}", "", self.name, self.schema, indent = self.indent())
    }
}

impl fmt::Display for Explain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.error)?;
        let mut decoder = Decoder::new(self.bytes);
        let found = match self.error.schema() {
            // The tag of an enum is the first part that may be wrong.
            Some(schema) if matches!(schema.kind(), Kind::Enum { .. }) => {
                let named = self.error.field().is_none();
                self.part(f, Part { name: &"tag", schema, depth: 0, named }, &mut decoder)?
            }
            Some(_) if self.of_the_whole() && self.error.field().is_none() => {
                let kind = self.error.kind();
                self.line(f, 0, self.bytes, true, format_args!("{kind}"))?;
                true
            }
            schema => {
                let fields = schema.map(Schema::fields).unwrap_or_default();
                self.fields(f, fields, [0; SWITCHES], &mut decoder, 0)?
            }
        };
        if found {
            return Ok(());
        }
        self.line(f, decoder.offset(), decoder.rest(), true, format_args!("not read"))
    }
}

impl<'a> Explain<'a> {
    /// Returns whether the error may concern all fields of a value together.
    const fn of_the_whole(&self) -> bool {
        matches!(
            self.error.kind(),
            DecodeErrorKind::InvalidValue { .. } | DecodeErrorKind::TooLarge { .. }
        )
    }

    /// Returns whether the error names the field, with or without the name of its variant.
    fn names(&self, field: &str) -> bool {
        let named = self.error.field().unwrap_or_default();
        named == field || named.rsplit_once('.').is_some_and(|(_, name)| name == field)
    }

    /// Prints the fields up to the failure. Returns true if one of them contains it.
    fn fields(
        &self,
        f: &mut fmt::Formatter<'_>,
        fields: &[Field],
        mut switches: Switches,
        decoder: &mut Decoder<'a>,
        depth: usize,
    ) -> Result<bool, fmt::Error> {
        for field in fields {
            if field.is_optional() && decoder.rest().is_empty() {
                break;
            }
            if !is_present(field, &switches) {
                continue;
            }
            let (name, schema) = (field.name(), field.schema());
            let part = Part { name: &name, schema, depth, named: self.names(name) };
            if field.count().is_some() {
                let start = *decoder;
                let Some(value) = self.read_field(field, &mut switches, decoder) else {
                    self.failure(f, part, start)?;
                    return Ok(true);
                };
                let note = format_args!("{part}{}", Shown(value));
                self.line(f, start.offset(), value.as_bytes(), false, note)?;
                continue;
            }
            // Keeps the value if other fields depend on it.
            let _ = Value::read_field(field, &mut switches, &mut decoder.clone());
            if self.part(f, part, decoder)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Prints a value and moves past it, or prints its parts up to the failure. Returns true if it contains the
    /// failure.
    fn part(
        &self,
        f: &mut fmt::Formatter<'_>,
        part: Part<'_>,
        decoder: &mut Decoder<'a>,
    ) -> Result<bool, fmt::Error> {
        let start = *decoder;
        if let Some(value) = self.read(part.schema, decoder) {
            let note = format_args!("{part}{}", Shown(value));
            self.line(f, start.offset(), value.as_bytes(), false, note)?;
            return Ok(false);
        }
        *decoder = start;
        if !self.inside(f, part, decoder)? {
            self.failure(f, part, start)?;
        }
        Ok(true)
    }

    /// Reads the value at the cursor, unless it contains the failure.
    fn read(&self, schema: &'static Schema, decoder: &mut Decoder<'a>) -> Option<Value<'a>> {
        let start = decoder.offset();
        let value = Value::read(schema, decoder).ok()?;
        let fails = (start..decoder.offset()).contains(&self.error.offset());
        if fails { None } else { Some(value) }
    }

    /// Reads the field at the cursor, unless it contains the failure.
    fn read_field(
        &self,
        field: &Field,
        switches: &mut Switches,
        decoder: &mut Decoder<'a>,
    ) -> Option<Value<'a>> {
        let start = decoder.offset();
        let value = Value::read_field(field, switches, decoder).ok()?;
        let fails = (start..decoder.offset()).contains(&self.error.offset());
        if fails { None } else { Some(value) }
    }

    /// Prints the parts of a value up to the failure. If none of them contains it, prints nothing and returns
    /// false.
    fn inside(
        &self,
        f: &mut fmt::Formatter<'_>,
        part: Part<'_>,
        decoder: &mut Decoder<'a>,
    ) -> Result<bool, fmt::Error> {
        let start = *decoder;
        let deeper = part.depth.saturating_add(1);
        // The fields of a message have names. An error that names the message itself concerns all of them.
        let whole = part.named && self.of_the_whole();
        match *part.schema.kind() {
            Kind::Tuple { fields } if self.finds(fields, [0; SWITCHES], start) => {
                self.title(f, part, start, decoder, "")?;
                self.fields(f, fields, [0; SWITCHES], decoder, deeper)
            }
            Kind::Struct { fields, .. } if !whole && self.finds(fields, [0; SWITCHES], start) => {
                self.title(f, part, start, decoder, "")?;
                self.fields(f, fields, [0; SWITCHES], decoder, deeper)
            }
            Kind::Enum { tag, .. } if !whole => {
                let encoding = part.schema.prefix_encoding();
                let Ok(tag) = read_encoded(encoding, tag, decoder) else { return Ok(false) };
                let tag = tag as u64;
                match part.schema.variant(tag) {
                    Some(variant) if self.finds(variant.fields, [tag; SWITCHES], *decoder) => {
                        self.title(f, part, start, decoder, variant.name)?;
                        self.fields(f, variant.fields, [tag; SWITCHES], decoder, deeper)
                    }
                    _ => Ok(false),
                }
            }
            Kind::Option { value } => {
                if !matches!(decoder.take(1), Ok([1])) || self.error.offset() < decoder.offset() {
                    return Ok(false);
                }
                self.title(f, part, start, decoder, "")?;
                self.part(f, part.inner(&"some", value), decoder)
            }
            // Single bytes never fail.
            Kind::Array { element, .. } if is_byte(element) => Ok(false),
            Kind::Array { len, element } => {
                self.items(f, part, len, element, start.offset(), decoder)
            }
            Kind::Seq { element, .. } => {
                let Ok(count) = read_length(part.schema, decoder) else { return Ok(false) };
                // The count is more than the input can hold, so no single element is at fault.
                let short = matches!(self.error.kind(), DecodeErrorKind::UnexpectedEnd { .. });
                if short && self.error.offset() == decoder.offset() {
                    return Ok(false);
                }
                self.items(f, part, count, element, start.offset(), decoder)
            }
            _ => Ok(false),
        }
    }

    /// Prints the element that fails and, on one line, the elements before it. The cursor is after the count, which begins
    /// at `start`.
    fn items(
        &self,
        f: &mut fmt::Formatter<'_>,
        part: Part<'_>,
        count: usize,
        element: &'static Schema,
        start: usize,
        decoder: &mut Decoder<'a>,
    ) -> Result<bool, fmt::Error> {
        let first = *decoder;
        for index in 0..count {
            let before = *decoder;
            if self.read(element, decoder).is_some() {
                // The elements have no bytes, and there may be many of them.
                if decoder.offset() == before.offset() {
                    break;
                }
                continue;
            }
            *decoder = before;
            let count = self.bytes.get(start..first.offset()).unwrap_or_default();
            self.line(f, start, count, false, format_args!("{part}"))?;
            let name = format_args!("{}[{index}]", part.name);
            let failing = part.inner(&name, element);
            if index > 0 {
                let read = before.offset().saturating_sub(first.offset());
                let bytes = first.rest().get(..read).unwrap_or_default();
                let (indent, plural) = (failing.indent(), if index == 1 { "" } else { "s" });
                let note = format_args!("{:indent$}{index} element{plural}", "");
                self.line(f, first.offset(), bytes, false, note)?;
            }
            return self.part(f, failing, decoder);
        }
        Ok(false)
    }

    /// Returns whether one of the `fields`, which begin at the cursor, contains the failure.
    fn finds(&self, fields: &[Field], mut switches: Switches, mut decoder: Decoder<'a>) -> bool {
        fields.iter().any(|field| {
            let absent = field.is_optional() && decoder.rest().is_empty();
            if absent || !is_present(field, &switches) {
                return false;
            }
            self.read_field(field, &mut switches, &mut decoder).is_none()
        })
    }

    /// Prints the line of a value whose parts follow on separate lines. It shows the bytes before the parts.
    fn title(
        &self,
        f: &mut fmt::Formatter<'_>,
        part: Part<'_>,
        start: Decoder<'a>,
        parts: &Decoder<'a>,
        variant: &str,
    ) -> fmt::Result {
        let head = parts.offset().saturating_sub(start.offset());
        let head = start.rest().get(..head).unwrap_or_default();
        let is = if variant.is_empty() { "" } else { " = " };
        self.line(f, start.offset(), head, false, format_args!("{part}{is}{variant}"))
    }

    /// Prints a value that fails as a whole.
    fn failure(
        &self,
        f: &mut fmt::Formatter<'_>,
        part: Part<'_>,
        start: Decoder<'a>,
    ) -> fmt::Result {
        // The failure may be inside the value, after a prefix.
        let inside = self.error.offset().saturating_sub(start.offset());
        let (before, failing) =
            start.rest().split_at_checked(inside).unwrap_or((start.rest(), &[]));
        if inside == 0 {
            return self.line(f, start.offset(), failing, true, format_args!("{part}"));
        }
        let kind = self.error.kind();
        self.line(f, start.offset(), before, false, format_args!("{part}"))?;
        self.line(f, self.error.offset(), failing, true, format_args!("{kind}"))
    }

    fn line(
        &self,
        f: &mut fmt::Formatter<'_>,
        offset: usize,
        bytes: &[u8],
        marked: bool,
        note: fmt::Arguments<'_>,
    ) -> fmt::Result {
        write!(f, "{} {offset:>7}  ", if marked { '>' } else { ' ' })?;
        let (shown, cut) = bytes.split_at_checked(WIDTH).unwrap_or((bytes, &[]));
        for byte in shown {
            write!(f, "{byte:02x} ")?;
        }
        let pad = WIDTH.saturating_sub(shown.len()).saturating_mul(3);
        writeln!(f, "{:pad$}{} {note}", "", if cut.is_empty() { ' ' } else { '+' })
    }
}

/// Prints a value at the end of its line. Scalars are printed in full, and other values by their size.
struct Shown<'a>(Value<'a>);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.content() {
            Content::Enum(_, name, _) => write!(f, " = {name}"),
            Content::Items(items) => write!(f, ", {} elements", items.len()),
            Content::Bytes(bytes) => write!(f, ", {} bytes", bytes.len()),
            Content::Option(Some(_)) | Content::Struct(_) | Content::Tuple(_) => Ok(()),
            _ => write!(f, " = {}", self.0),
        }
    }
}
