//! The lines of a text.

use core::ops::Range;

/// The number of bytes between two known counts of characters.
const STEP: usize = 256;

/// A text in which a place is found without reading all text before it, so that the errors of a long file take linear
/// time.
#[derive(Debug, Clone)]
pub struct Lines<'a> {
    pub(crate) text: &'a str,
    /// The index of each line feed.
    ends: Vec<usize>,
    /// The number of characters that begin before each multiple of `STEP` bytes.
    characters: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// Finds the lines of `text`.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let ends = text.match_indices('\n').map(|(index, _)| index).collect();
        let mut count = 0_usize;
        let characters = text.as_bytes().chunks(STEP).map(|chunk| {
            let before = count;
            count = count.saturating_add(starts(chunk));
            before
        });
        Self { text, ends, characters: characters.collect() }
    }

    /// Returns the number of the line that contains the byte at `index`, and the line without its line feed.
    pub(crate) fn line(&self, index: usize) -> (usize, Range<usize>) {
        let before = self.ends.partition_point(|end| *end < index);
        let last = before.checked_sub(1).and_then(|last| self.ends.get(last));
        let start = last.map_or(0, |end| end.saturating_add(1));
        let end = self.ends.get(before).copied().unwrap_or(self.text.len());
        (before.saturating_add(1), start..end)
    }

    /// Returns the number of characters in the bytes `range`.
    pub(crate) fn characters(&self, range: Range<usize>) -> usize {
        self.before(range.end).saturating_sub(self.before(range.start))
    }

    /// Returns the number of characters that begin before the byte at `index`.
    fn before(&self, index: usize) -> usize {
        let step = index.checked_div(STEP).unwrap_or(0);
        let known = self.characters.get(step).copied();
        let rest = self.text.as_bytes().get(step.saturating_mul(STEP)..index).unwrap_or_default();
        match known {
            Some(known) => known.saturating_add(starts(rest)),
            // The end of a text whose length is a multiple of `STEP`.
            None => self.text.chars().count(),
        }
    }
}

/// Returns the number of bytes that begin a character.
fn starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}
