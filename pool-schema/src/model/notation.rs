//! Types as text.

use core::fmt;
use core::ops::Range;
use core::str::FromStr;

use thiserror::Error;

use super::types::Type;

/// The deepest nesting of a type in a text.
const MAX_DEPTH: usize = 32;

/// The error for a text that is not a type.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{text}\nhelp: {help}")]
pub struct NotationError {
    pub(crate) text: String,
    pub(crate) help: String,
    /// The bytes of the text that the error is about.
    pub(crate) span: Range<usize>,
}

impl FromStr for Type {
    type Err = NotationError;

    fn from_str(text: &str) -> Result<Self, NotationError> {
        Notation::default().parse(text)
    }
}

/// What the text of a type may leave out.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Notation {
    /// The bound of text, bytes and sequences that have none.
    pub(crate) bound: Option<u64>,
    /// The width of prefixes, in bytes. By default each is as narrow as its bound.
    pub(crate) width: Option<u8>,
}

impl Notation {
    pub(crate) fn parse(self, text: &str) -> Result<Type, NotationError> {
        let mut parser = Parser { text, at: 0, notation: self };
        let ty = parser.ty(0)?;
        parser.space();
        match parser.rest() {
            "" => Ok(ty),
            rest => Err(parser.error_at(
                parser.at..text.len(),
                format!("unexpected `{rest}` after the type"),
                "remove it",
            )),
        }
    }
}

impl TryFrom<String> for Type {
    type Error = NotationError;

    fn try_from(text: String) -> Result<Self, NotationError> {
        text.parse()
    }
}

impl From<Type> for String {
    fn from(ty: Type) -> Self {
        ty.to_string()
    }
}

impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = |f: &mut fmt::Formatter<'_>, kind: char, size: u8, big_endian: bool| {
            let bits = u16::from(size).saturating_mul(8);
            match big_endian {
                true => write!(f, "Be<{kind}{bits}>"),
                false => write!(f, "{kind}{bits}"),
            }
        };
        let bounded = |f: &mut fmt::Formatter<'_>, max: u64, prefix: u8| match prefix {
            _ if prefix == Self::natural_prefix(max) => write!(f, "{max}>"),
            prefix => write!(f, "{max}, u{}>", u16::from(prefix).saturating_mul(8)),
        };
        match self {
            Self::Uint { size, big_endian } => number(f, 'u', *size, *big_endian),
            Self::Int { size, big_endian } => number(f, 'i', *size, *big_endian),
            Self::Float { size, big_endian } => number(f, 'f', *size, *big_endian),
            Self::Char => f.write_str("char"),
            Self::Bool { low_bit: false } => f.write_str("bool"),
            Self::Bool { low_bit: true } => f.write_str("LowBitBool"),
            Self::Array { len, element } => write!(f, "[{element}; {len}]"),
            Self::Bytes { max, prefix } => {
                f.write_str("Bytes<")?;
                bounded(f, *max, *prefix)
            }
            Self::Str { max, prefix } => {
                f.write_str("Str<")?;
                bounded(f, *max, *prefix)
            }
            Self::FixedStr { len, pad: b' ' } => write!(f, "FixedStr<{len}>"),
            Self::FixedStr { len, pad } => write!(f, "FixedStr<{len}, {pad}>"),
            Self::Seq { max, prefix, element } => {
                write!(f, "Seq<{element}, ")?;
                bounded(f, *max, *prefix)
            }
            Self::Option(value) => write!(f, "Option<{value}>"),
            Self::Tuple(parts) => {
                f.write_str("(")?;
                for (index, part) in parts.iter().enumerate() {
                    write!(f, "{}{part}", if index == 0 { "" } else { ", " })?;
                }
                f.write_str(if parts.len() == 1 { ",)" } else { ")" })
            }
            Self::Named(name) => f.write_str(name),
            Self::Opaque { min, max, digest: None } => write!(f, "Opaque<{min}, {max}>"),
            Self::Opaque { min, max, digest: Some(digest) } => {
                write!(f, "Opaque<{min}, {max}, d{digest}>")
            }
        }
    }
}

/// A cursor over the text of a type.
struct Parser<'a> {
    text: &'a str,
    at: usize,
    notation: Notation,
}

/// An argument of a generic type.
enum Argument {
    Number(u64),
    Type(Type),
}

impl<'a> Parser<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn space(&mut self) {
        let rest = self.rest();
        self.at = self.at.saturating_add(rest.len().saturating_sub(rest.trim_start().len()));
    }

    /// Skips `token`, if it comes next.
    fn skip(&mut self, token: char) -> bool {
        self.space();
        let found = self.rest().starts_with(token);
        if found {
            self.at = self.at.saturating_add(token.len_utf8());
        }
        found
    }

    fn expect(&mut self, token: char, help: &str) -> Result<(), NotationError> {
        if self.skip(token) {
            return Ok(());
        }
        let found = match self.rest().chars().next() {
            Some(found) => format!("`{found}`"),
            None => "the end".into(),
        };
        let end = self.at.saturating_add(1);
        Err(self.error_at(self.at..end, format!("expected `{token}`, found {found}"), help))
    }

    fn error_at(&self, span: Range<usize>, text: String, help: &str) -> NotationError {
        NotationError { text, help: help.into(), span }
    }

    /// The letters, digits and underscores that come next.
    fn word(&mut self) -> (&'a str, Range<usize>) {
        self.space();
        let rest = self.rest();
        let len = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        let span = self.at..self.at.saturating_add(len);
        self.at = span.end;
        (rest.get(..len).unwrap_or_default(), span)
    }

    fn number(&mut self, of: &str) -> Result<u64, NotationError> {
        let (word, span) = self.word();
        word.replace('_', "").parse().map_err(|_| {
            let text = format!("`{word}` is not a number");
            self.error_at(span, text, &format!("write the {of} in decimal digits"))
        })
    }

    fn ty(&mut self, depth: usize) -> Result<Type, NotationError> {
        if depth > MAX_DEPTH {
            let text = format!("the type is nested more than {MAX_DEPTH} levels deep");
            return Err(self.error_at(self.at..self.at, text, "give its parts names of their own"));
        }
        let inner = depth.saturating_add(1);
        if self.skip('[') {
            let element = self.ty(inner)?;
            self.expect(
                ';',
                "an array is written `[T; N]`; a sequence of variable length is `Seq<T, N>`",
            )?;
            let len = self.number("number of elements")?;
            self.expect(']', "an array is written `[T; N]`")?;
            return Ok(Type::Array { len, element: Box::new(element) });
        }
        if self.skip('(') {
            let mut parts = Vec::new();
            while !self.skip(')') {
                parts.push(self.ty(inner)?);
                if !self.skip(',') {
                    self.expect(')', "a tuple is written `(A, B)`")?;
                    break;
                }
            }
            return Ok(Type::Tuple(parts));
        }
        let (name, span) = self.word();
        if name.is_empty() || name.starts_with(|c: char| c.is_ascii_digit()) {
            let text = match (name, self.rest().chars().next()) {
                ("", Some(found)) => format!("expected a type, found `{found}`"),
                ("", None) => "expected a type, found the end".into(),
                (name, _) => format!("expected a type, found `{name}`"),
            };
            let end = span.end.max(span.start.saturating_add(1));
            return Err(self.error_at(
                span.start..end,
                text,
                "write a type such as `u32`, `[u8; 20]` or `Str<64>`",
            ));
        }
        let mut arguments = Vec::new();
        let generic = self.skip('<');
        let mut more = generic;
        while more {
            self.space();
            let is_number = self.rest().starts_with(|c: char| c.is_ascii_digit());
            arguments.push(match is_number {
                true => Argument::Number(self.number("bound")?),
                false => Argument::Type(self.ty(inner)?),
            });
            more = self.skip(',');
            if !more {
                self.expect('>', "close the arguments")?;
            }
        }
        let whole = span.start..self.at;
        self.notation
            .build(name, arguments, generic)
            .map_err(|(text, help)| self.error_at(whole, text, &help))
    }
}

impl Notation {
    /// The type `name<arguments>`, or the text and the remedy of an error.
    fn build(
        self,
        name: &str,
        mut arguments: Vec<Argument>,
        generic: bool,
    ) -> Result<Type, (String, String)> {
        use Argument::{Number, Type as Of};
        // The bound of `max_len` takes the place of a missing one.
        match (name, &*arguments, self.bound) {
            ("Bytes" | "bytes" | "Str" | "str" | "String" | "string", [], Some(bound))
            | ("Seq" | "Vec", [Of(_)], Some(bound)) => arguments.push(Number(bound)),
            _ => {}
        }
        let prefix = |max: u64, width: Option<&Type>| match width {
            None => Ok(self.width.unwrap_or(Type::natural_prefix(max))),
            Some(Type::Uint { size: size @ (1 | 2 | 3 | 4 | 8), big_endian: false }) => Ok(*size),
            Some(other) => Err((
                format!("`{other}` is not the width of a prefix"),
                "write `u8`, `u16`, `u24`, `u32` or `u64`".to_owned(),
            )),
        };
        let unbounded = |name: &str, example: &str| {
            Err((
                format!("`{name}` needs a bound"),
                format!("write the longest that you accept, as in `{example}`"),
            ))
        };
        match (name, &*arguments) {
        ("Bytes" | "bytes" | "FixedBytes", [Number(max), rest @ ..]) if rest.len() <= 1 => {
            Ok(Type::Bytes { max: *max, prefix: prefix(*max, width(rest))? })
        }
        ("FixedStr", [Number(len)]) => Ok(Type::FixedStr { len: *len, pad: b' ' }),
            ("FixedStr", [Number(len), Number(pad @ 0..=0x7F)]) => {
                Ok(Type::FixedStr { len: *len, pad: *pad as u8 })
            }
            ("Str" | "str" | "String" | "string", [Number(max), rest @ ..]) if rest.len() <= 1 => {
            Ok(Type::Str { max: *max, prefix: prefix(*max, width(rest))? })
        }
        ("Seq" | "Vec" | "FixedVec", [Of(element), Number(max), rest @ ..]) if rest.len() <= 1 => {
            let prefix = prefix(*max, width(rest))?;
            Ok(Type::Seq { max: *max, prefix, element: Box::new(element.clone()) })
        }
        ("Bytes" | "bytes" | "FixedBytes", _) => unbounded(name, "Bytes<1024>"),
        ("Str" | "str" | "String" | "string" | "FixedStr", _) => unbounded(name, "Str<64>"),
        ("Seq" | "Vec" | "FixedVec", _) => unbounded(name, "Seq<u64, 100>"),
        ("Option", [Of(value)]) => Ok(Type::Option(Box::new(value.clone()))),
        ("Opaque", [Number(min), Number(max)]) => {
                Ok(Type::Opaque { min: *min, max: *max, digest: None })
            }
            ("Opaque", [Number(min), Number(max), Of(Type::Named(digest))])
                if digest.starts_with('d') =>
            {
                let digest = digest.get(1..).map(str::to_owned);
                Ok(Type::Opaque { min: *min, max: *max, digest })
            }
        ("Be", [Of(Type::Uint { size, .. })]) => Ok(Type::Uint { size: *size, big_endian: true }),
        ("Be", [Of(Type::Int { size, .. })]) => Ok(Type::Int { size: *size, big_endian: true }),
        ("Be", [Of(Type::Float { size, .. })]) => Ok(Type::Float { size: *size, big_endian: true }),
        ("Be" | "Option" | "Opaque", _) => Err((
            format!("`{name}` has other arguments"),
            "write `Be<u32>`, `Option<T>` or `Opaque<MIN, MAX>`".into(),
        )),
        (name, []) if !generic => Ok(plain(name)),
        (name, _) => Err((
            format!("`{name}` has no arguments"),
            "the types with arguments are `Bytes<N>`, `Str<N>`, `Seq<T, N>`, `Option<T>` and `Be<T>`".into(),
        )),
    }
    }
}

/// The width of a prefix, if it is stated.
fn width(rest: &[Argument]) -> Option<&Type> {
    match rest {
        [Argument::Type(width)] => Some(width),
        _ => None,
    }
}

/// The name in Rust of a type that the files of smart contracts write in another way: `uint256` is `U256`.
pub(crate) fn rust_name(name: &str) -> String {
    let digits = |prefix: &str| {
        let digits = name.strip_prefix(prefix)?;
        digits.parse::<u16>().is_ok().then_some(digits)
    };
    match (name, digits("uint"), digits("int"), digits("bytes")) {
        ("address", ..) => "Address".into(),
        (_, Some(bits), ..) => format!("U{bits}"),
        (_, _, Some(bits), _) => format!("I{bits}"),
        (.., Some(len)) => format!("Bytes{len}"),
        _ => name.into(),
    }
}

/// The type with this name and without arguments.
fn plain(name: &str) -> Type {
    match name {
        "bool" => return Type::Bool { low_bit: false },
        "LowBitBool" => return Type::Bool { low_bit: true },
        "char" => return Type::Char,
        _ => {}
    }
    // `uint8` and `int8` are the names that contract files of smart contracts use.
    let (kind, digits) =
        [("uint", 'u'), ("int", 'i'), ("u", 'u'), ("U", 'u'), ("i", 'i'), ("f", 'f')]
            .into_iter()
            .find_map(|(prefix, kind)| Some((kind, name.strip_prefix(prefix)?)))
            .unwrap_or((' ', ""));
    let size = match digits {
        "8" => 1,
        "16" => 2,
        "24" => 3,
        "32" => 4,
        "40" => 5,
        "48" => 6,
        "56" => 7,
        "64" => 8,
        "128" => 16,
        _ => return Type::Named(rust_name(name)),
    };
    let big_endian = false;
    match (kind, size) {
        ('u', size) => Type::Uint { size, big_endian },
        ('i', 1 | 2 | 3 | 4 | 8 | 16) => Type::Int { size, big_endian },
        ('f', 4 | 8) => Type::Float { size, big_endian },
        _ => Type::Named(rust_name(name)),
    }
}
