//! Compile-time errors with names and numbers in them.
#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "runs in the compiler, where a mistake is a build error; `get` is not const"
)]

/// Longest message, in bytes; longer ones are cut.
const MAX: usize = 512;

/// Fails the build with the `parts` joined to one text.
#[track_caller]
pub(crate) const fn fail(parts: &[&str]) -> ! {
    let (mut text, mut len) = ([0; MAX], 0);
    let mut parts = parts;
    while let [part, rest @ ..] = parts {
        let mut bytes = part.as_bytes();
        while let [byte, tail @ ..] = bytes {
            if len < MAX {
                text[len] = *byte;
                len += 1;
            }
            bytes = tail;
        }
        parts = rest;
    }
    let (text, _) = text.split_at(len);
    match core::str::from_utf8(text) {
        Ok(text) => panic!("{}", text),
        Err(_) => panic!("the message was cut inside a character"),
    }
}

/// A number in decimal, for [`fail`].
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
