//! Places in a text.

use core::ops::Range;
use std::borrow::Cow;

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
    pub(crate) fn new(text: &str, file: Option<&str>, span: Range<usize>) -> Self {
        let start = boundary(text, span.start);
        let (before, after) = text.split_at(start);
        let line_start = before.rfind('\n').map_or(0, |newline| newline.saturating_add(1));
        let number = before.matches('\n').count().saturating_add(1);
        let left = before.get(line_start..).unwrap_or_default();
        let right = after.lines().next().unwrap_or_default();
        let column = left.chars().count();
        let marked = text.get(start..boundary(text, span.end)).unwrap_or_default();
        let marked = marked.lines().next().unwrap_or_default().chars().count();
        let place = match file {
            Some(file) => format!("{file}:{number}:{}", column.saturating_add(1)),
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
    let plain = |c: char| if c.is_control() { ' ' } else { c };
    let shown_left = left.chars().count().min(WIDTH / 2);
    let hidden = left.chars().count().saturating_sub(shown_left);
    let left: String = left.chars().skip(hidden).map(plain).collect();
    let shown_right = WIDTH.saturating_sub(shown_left);
    let right: String = right.trim_end().chars().take(shown_right).map(plain).collect();
    let number = number.to_string();
    let (gutter, indent) = (" ".repeat(number.len()), " ".repeat(shown_left));
    let carets = "^".repeat(marked.min(right.chars().count()).max(1));
    let line = format!("{left}{right}");
    format!("{gutter} |\n{number} | {}\n{gutter} | {indent}{carets}", line.trim_end())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use proptest::prelude::*;

    use super::Place;

    #[test]
    fn a_name_is_underlined() {
        let place = Place::new("a = 1\nb = [\"x\", \"yz\"]\n", Some("f.toml"), 16..20);
        assert_eq!(place.at(), "f.toml:2:11");
        assert_eq!(place.snippet(), "  |\n2 | b = [\"x\", \"yz\"]\n  |           ^^^^");
    }

    #[test]
    fn the_end_of_a_text_has_a_place() {
        let place = Place::new("a = ", None, 4..4);
        assert_eq!((place.at(), place.snippet()), ("line 1, column 5", "  |\n1 | a =\n  |     ^"));
        assert_eq!(Place::new("", None, 0..0).at(), "line 1, column 1");
    }

    #[test]
    fn a_mark_over_lines_ends_with_its_first() {
        let place = Place::new("a = [\n1,\n]", None, 4..10);
        assert_eq!(place.snippet(), "  |\n1 | a = [\n  |     ^");
    }

    proptest! {
        /// Any text and any span, even one that no character begins at.
        #[test]
        fn every_span_has_a_place(text in "\\PC{0,8}[\n\t\r é]{0,9}\\PC{0,200}", start in 0..300_usize, len in 0..300_usize) {
            let place = Place::new(&text, None, start..start.saturating_add(len));
            let lines: Vec<&str> = place.snippet().split('\n').collect();
            prop_assert_eq!(lines.len(), 3);
            prop_assert!(lines.iter().all(|line| line.chars().count() <= 100));
            let carets = lines[2].find('^').unwrap();
            prop_assert!(carets < 100);
        }
    }
}
