//! Compile-time errors that contain names and numbers.
#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "runs in the compiler, where a mistake is a build error; `get` is not const"
)]

/// The longest text, in bytes. Longer texts are cut off.
const MAX: usize = 1024;

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
    use super::{MAX, Text};

    #[test]
    fn a_text_is_cut_between_characters() {
        let long = "x".repeat(MAX - 1);
        assert_eq!(Text::new(&[&long, "é"]).as_str(), long);
        assert_eq!(Text::new(&[&long, "yz"]).as_str().len(), MAX);
        assert_eq!(Text::new(&["a", "", "é"]).with("b").as_str(), "aéb");
    }
}
