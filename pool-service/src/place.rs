//! Places in a text.

use core::ops::Range;
use std::borrow::Cow;

use crate::escape::{escaped, is_unsafe};
use crate::lines::Lines;

/// The maximum number of characters of a line that are shown.
const WIDTH: usize = 90;

/// A place in a text, with the line that contains it.
///
/// ```text
/// services.toml:2:13
///   |
/// 2 | messages = ["SwapEvent"]
///   |             ^^^^^^^^^^^
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The number of bytes from the start of the text.
    start: usize,
    at: Cow<'static, str>,
    snippet: Cow<'static, str>,
}

impl Place {
    /// Returns the place of the bytes `span` of `text`, which is the content of `file`.
    #[must_use]
    pub fn new(text: &Lines<'_>, file: Option<&str>, span: Range<usize>) -> Self {
        let start = boundary(text.text, span.start);
        let (number, line) = text.line(start);
        let (before, after) = text.text.split_at(start);
        let left = before.get(line.start..).unwrap_or_default();
        let right = after.get(..line.end.saturating_sub(start)).unwrap_or_default();
        let column = text.characters(line.start..start);
        let marked = text.text.get(start..boundary(text.text, span.end)).unwrap_or_default();
        let marked = marked.chars().take(WIDTH).take_while(|c| *c != '\n').count();
        let place = match file {
            Some(file) => format!("{}:{number}:{}", escaped(file), column.saturating_add(1)),
            None => format!("line {number}, column {}", column.saturating_add(1)),
        };
        Self { start, at: place.into(), snippet: snippet(number, left, right, marked).into() }
    }

    /// Creates a place from its texts.
    #[doc(hidden)]
    #[must_use]
    pub const fn known(at: &'static str, snippet: &'static str) -> Self {
        Self { start: 0, at: Cow::Borrowed(at), snippet: Cow::Borrowed(snippet) }
    }

    /// Returns the number of bytes from the start of the text. It is zero for a place created from its texts.
    #[doc(hidden)]
    #[must_use]
    pub const fn start(&self) -> usize {
        self.start
    }

    /// Returns `file:line:column`, or `line 2, column 13` if the file is unknown.
    #[must_use]
    pub const fn at(&self) -> &str {
        match &self.at {
            Cow::Borrowed(text) => text,
            Cow::Owned(text) => text.as_str(),
        }
    }

    /// Returns the line with carets below the place, without a line feed at the end.
    #[must_use]
    pub const fn snippet(&self) -> &str {
        match &self.snippet {
            Cow::Borrowed(text) => text,
            Cow::Owned(text) => text.as_str(),
        }
    }
}

/// Returns `index`, or the closest position before it where a character begins.
fn boundary(text: &str, index: usize) -> usize {
    let mut index = index.min(text.len());
    while !text.is_char_boundary(index) {
        index = index.saturating_sub(1);
    }
    index
}

/// Returns a line, given as the parts `left` and `right` of the mark, above carets for `marked` characters.
fn snippet(number: usize, left: &str, right: &str, marked: usize) -> String {
    // Every character takes one column, so that the carets are below the marked characters.
    let plain = |c: char| match c {
        '\t' | '\r' => ' ',
        c if is_unsafe(c) => char::REPLACEMENT_CHARACTER,
        c => c,
    };
    let mut left: Vec<char> = left.chars().rev().take(WIDTH / 2).map(plain).collect();
    left.reverse();
    let shown_right = WIDTH.saturating_sub(left.len());
    let right: String = right.chars().take(shown_right).map(plain).collect();
    let right = right.trim_end();
    let number = number.to_string();
    let (gutter, indent) = (" ".repeat(number.len()), " ".repeat(left.len()));
    let carets = "^".repeat(marked.min(right.chars().count()).max(1));
    let line: String = left.into_iter().chain(right.chars()).collect();
    format!("{gutter} |\n{number} | {}\n{gutter} | {indent}{carets}", line.trim_end())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use proptest::prelude::*;

    use super::{Lines, Place};

    fn place(text: &str, file: Option<&str>, span: core::ops::Range<usize>) -> Place {
        Place::new(&Lines::new(text), file, span)
    }

    #[test]
    fn a_name_is_underlined() {
        let found = place("a = 1\nb = [\"x\", \"yz\"]\n", Some("f.toml"), 16..20);
        assert_eq!(found.at(), "f.toml:2:11");
        assert_eq!(found.snippet(), "  |\n2 | b = [\"x\", \"yz\"]\n  |           ^^^^");
    }

    #[test]
    fn the_end_of_a_text_has_a_place() {
        let found = place("a = ", None, 4..4);
        assert_eq!((found.at(), found.snippet()), ("line 1, column 5", "  |\n1 | a =\n  |     ^"));
        assert_eq!(place("", None, 0..0).at(), "line 1, column 1");
    }

    #[test]
    fn a_mark_over_lines_ends_with_its_first() {
        let found = place("a = [\n1,\n]", None, 4..10);
        assert_eq!(found.snippet(), "  |\n1 | a = [\n  |     ^");
    }

    proptest! {
        /// Any text and any span, even one that no character begins at.
        #[test]
        fn every_span_has_a_place(text in "\\PC{0,8}[\n\t\r é]{0,9}\\PC{0,200}", start in 0..300_usize, len in 0..300_usize) {
            let found = place(&text, None, start..start.saturating_add(len));
            let lines: Vec<&str> = found.snippet().split('\n').collect();
            prop_assert_eq!(lines.len(), 3);
            prop_assert!(lines.iter().all(|line| line.chars().count() <= 100));
            let carets = lines[2].find('^').unwrap();
            prop_assert!(carets < 100);
        }
    }
}
