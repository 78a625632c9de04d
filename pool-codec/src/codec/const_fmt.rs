//! Compile-time errors that contain names and numbers.
#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "runs in the compiler, where a mistake is a build error; `get` is not const"
)]

/// The longest text, in bytes. Longer texts are cut off.
const MAX: usize = 1024;

/// The largest number of characters of a text that are shown escaped.
#[cfg(feature = "service")]
const MAX_ESCAPED: usize = 200;

/// Fails the build with a message that joins the `parts`.
#[track_caller]
pub(crate) const fn fail(parts: &[&str]) -> ! {
    let text = Text::new(parts);
    panic!("{}", text.as_str())
}

/// A text that is built at compile time.
pub(crate) struct Text {
    bytes: [u8; MAX],
    len: usize,
}

impl Text {
    /// Joins the `parts`.
    pub(crate) const fn new(parts: &[&str]) -> Self {
        let mut text = Self { bytes: [0; MAX], len: 0 };
        let mut parts = parts;
        while let [part, rest @ ..] = parts {
            text = text.with(part);
            parts = rest;
        }
        text
    }

    /// Appends `part` to the text.
    pub(crate) const fn with(mut self, part: &str) -> Self {
        let mut bytes = part.as_bytes();
        while let [byte, tail @ ..] = bytes {
            if self.len < MAX {
                self.bytes[self.len] = *byte;
                self.len += 1;
            }
            bytes = tail;
        }
        self
    }

    /// Appends `part` to the text for a terminal: characters that are not certain to be harmless are escaped as in
    /// Rust, and a long part is cut. A constant cannot ask for the properties of a character, so more are escaped than
    /// at run time.
    #[cfg(feature = "service")]
    pub(crate) const fn with_escaped(mut self, part: &str) -> Self {
        let (mut rest, mut left) = (part.as_bytes(), MAX_ESCAPED);
        while let [first, tail @ ..] = rest {
            if left == 0 {
                return self.with("..");
            }
            left -= 1;
            let (c, width) = first_char(*first, tail);
            let (this, after) = rest.split_at(width);
            self = match (c, core::str::from_utf8(this)) {
                (0x09, _) => self.with(r"\t"),
                (0x0A, _) => self.with(r"\n"),
                (0x0D, _) => self.with(r"\r"),
                (_, Ok(text)) if is_harmless(c) => self.with(text),
                _ => self.with(r"\u{").with_hex(c).with("}"),
            };
            rest = after;
        }
        self
    }

    /// Appends a number in hexadecimal digits.
    #[cfg(feature = "service")]
    const fn with_hex(mut self, number: u32) -> Self {
        let mut digits = 1;
        while digits < 8 && number >> (4 * digits) != 0 {
            digits += 1;
        }
        while digits > 0 {
            digits -= 1;
            let digit = (number >> (4 * digits) & 0xF) as u8;
            let byte = [if digit < 10 { b'0' + digit } else { b'a' + digit - 10 }];
            if let Ok(text) = core::str::from_utf8(&byte) {
                self = self.with(text);
            }
        }
        self
    }

    pub(crate) const fn as_str(&self) -> &str {
        let (text, _) = self.bytes.split_at(self.len);
        let whole = match core::str::from_utf8(text) {
            Ok(text) => return text,
            // The cut is inside a character.
            Err(error) => error.valid_up_to(),
        };
        match core::str::from_utf8(text.split_at(whole).0) {
            Ok(text) => text,
            Err(_) => "?",
        }
    }
}

/// Returns the first character of a text in UTF-8 and its width in bytes.
#[cfg(feature = "service")]
const fn first_char(first: u8, tail: &[u8]) -> (u32, usize) {
    let (mut c, width) = match first {
        0..0xC0 => (first as u32, 1),
        0xC0..0xE0 => (first as u32 & 0x1F, 2),
        0xE0..0xF0 => (first as u32 & 0xF, 3),
        _ => (first as u32 & 0x7, 4),
    };
    let mut index = 0;
    while index + 1 < width {
        c = c << 6 | tail[index] as u32 & 0x3F;
        index += 1;
    }
    (c, width)
}

/// Whether the character is in a range of letters and signs that a terminal only shows.
#[cfg(feature = "service")]
const fn is_harmless(c: u32) -> bool {
    matches!(
        c,
        0x20..=0x7E // ASCII
            | 0xA1..=0xAC | 0xAE..=0x2FF // Latin
            | 0x391..=0x3A1 | 0x3A3..=0x3FF // Greek
            | 0x400..=0x481 | 0x48A..=0x52F // Cyrillic
            | 0x3041..=0x3096 | 0x30A1..=0x30FA // Kana
            | 0x4E00..=0x9FFF | 0xAC00..=0xD7A3 // Han, Hangul
    )
}

/// A number in decimal digits, for [`fail`].
pub(crate) struct Decimal {
    digits: [u8; 20],
    start: usize,
}

impl Decimal {
    pub(crate) const fn new(number: usize) -> Self {
        let (mut rest, mut digits, mut start) = (number, [b'0'; 20], 20);
        loop {
            start -= 1;
            digits[start] = b'0' + (rest % 10) as u8;
            rest /= 10;
            if rest == 0 {
                return Self { digits, start };
            }
        }
    }

    pub(crate) const fn as_str(&self) -> &str {
        let (_, digits) = self.digits.split_at(self.start);
        match core::str::from_utf8(digits) {
            Ok(digits) => digits,
            Err(_) => "?",
        }
    }
}

#[cfg(test)]
mod tests {
    #[cfg(feature = "service")]
    use alloc::string::{String, ToString as _};

    use super::{MAX, Text};

    #[test]
    fn a_text_is_cut_between_characters() {
        let long = "x".repeat(MAX - 1);
        assert_eq!(Text::new(&[&long, "é"]).as_str(), long);
        assert_eq!(Text::new(&[&long, "yz"]).as_str().len(), MAX);
        assert_eq!(Text::new(&["a", "", "é"]).with("b").as_str(), "aéb");
    }

    #[cfg(feature = "service")]
    fn escaped(part: &str) -> String {
        Text::new(&[]).with_escaped(part).as_str().into()
    }

    #[cfg(feature = "service")]
    #[test]
    fn whatever_is_escaped_at_run_time_is_escaped_in_a_constant() {
        let mut shown = 0;
        for c in '\0'..=char::MAX {
            let text = c.to_string();
            match escaped(&text) {
                same if same == text => {
                    assert_eq!(pool_service::escaped(&text), text, "{:x}", u32::from(c));
                    shown += 1;
                }
                escape => assert_eq!(escape, c.escape_default().to_string()),
            }
        }
        assert!(shown > 30_000, "{shown}");
    }

    #[cfg(feature = "service")]
    #[test]
    fn a_long_escaped_text_is_cut() {
        assert_eq!(escaped("a\u{1b}]0;x\u{7}naïve\u{202e}\n"), r"a\u{1b}]0;x\u{7}naïve\u{202e}\n");
        assert_eq!(escaped(&"é".repeat(200)), "é".repeat(200));
        assert_eq!(escaped(&"é".repeat(201)), "é".repeat(200) + "..");
    }
}
