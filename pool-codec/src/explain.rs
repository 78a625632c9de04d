//! A failed decode, shown on the bytes.

use core::fmt;

use crate::decode::Decoder;
use crate::error::DecodeError;
use crate::schema::{Field, Schema};
use crate::value::{Content, Value};

/// Bytes on one line.
const WIDTH: usize = 12;

impl DecodeError {
    /// The error on an annotated hex dump of `bytes`, the input whose decode failed: one line a field
    /// up to the failure, which is marked.
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

impl fmt::Display for Explain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.error)?;
        let mut decoder = Decoder::new(self.bytes);
        let fields = self.error.schema().map(Schema::fields).unwrap_or_default();
        if self.fields(f, fields, &mut decoder, 0)? {
            return Ok(());
        }
        self.line(f, decoder.offset(), decoder.rest(), true, format_args!("not read"))
    }
}

impl<'a> Explain<'a> {
    /// Prints fields until the failure; true if it was among them.
    fn fields(
        &self,
        f: &mut fmt::Formatter<'_>,
        fields: &[Field],
        decoder: &mut Decoder<'a>,
        depth: usize,
    ) -> Result<bool, fmt::Error> {
        for Field { name, schema, .. } in fields {
            let start = decoder.offset();
            let rest = decoder.rest();
            let indent = depth.saturating_mul(2);
            let value = Value::read(schema, decoder);
            let fails = value.is_err() || (start..decoder.offset()).contains(&self.error.offset());
            if fails && !schema.fields().is_empty() {
                self.line(f, start, &[], false, format_args!("{:indent$}{name}: {schema}", ""))?;
                let mut inner = Decoder::new(self.bytes);
                inner.take(start).map_err(|_| fmt::Error)?;
                return self.fields(f, schema.fields(), &mut inner, depth.saturating_add(1));
            }
            match value {
                Ok(value) if !fails => {
                    let shown = Shown(value);
                    self.line(
                        f,
                        start,
                        value.as_bytes(),
                        false,
                        format_args!("{:indent$}{name}: {schema}{shown}", ""),
                    )?;
                }
                _ => {
                    // The failure may be deep inside: behind a prefix, or in a later element.
                    let inside = self.error.offset().saturating_sub(start);
                    let (before, failing) = rest.split_at_checked(inside).unwrap_or((rest, &[]));
                    let note = format_args!("{:indent$}{name}: {schema}", "");
                    if inside == 0 {
                        self.line(f, start, failing, true, note)?;
                    } else {
                        let kind = self.error.kind();
                        self.line(f, start, before, false, note)?;
                        self.line(f, self.error.offset(), failing, true, format_args!("{kind}"))?;
                    }
                    return Ok(true);
                }
            }
        }
        Ok(false)
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

/// A value at the end of its line: numbers and short text; nothing for the rest.
struct Shown<'a>(Value<'a>);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.content() {
            Content::Uint(number) => write!(f, " = {number}"),
            Content::Int(number) => write!(f, " = {number}"),
            Content::F32(number) => write!(f, " = {number}"),
            Content::F64(number) => write!(f, " = {number}"),
            Content::Bool(value) => write!(f, " = {value}"),
            Content::Str(text) => write!(f, " = {text:?}"),
            Content::Char(character) => write!(f, " = {character:?}"),
            Content::Enum(_, name, _) => write!(f, " = {name}"),
            Content::Option(None) => f.write_str(" = none"),
            Content::Items(items) => write!(f, ", {} elements", items.len()),
            Content::Bytes(bytes) => write!(f, ", {} bytes", bytes.len()),
            Content::Option(Some(_)) | Content::Struct(_) | Content::Tuple(_) => Ok(()),
        }
    }
}
