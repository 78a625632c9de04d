//! The name that a misspelt name probably means.
#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "also runs in the compiler, where `get` is not const; indices are below `MAX`"
)]

/// The longest name that is compared, in bytes.
const MAX: usize = 64;

/// Finds the name that is closest to a misspelt one. It also works in constants.
///
/// ```
/// use pool_service::Nearest;
///
/// const MEANT: Option<&str> =
///     Nearest::to("SwapEvnt").offer("PoolStateUpdate").offer("SwapEvent").found();
/// assert_eq!(MEANT, Some("SwapEvent"));
/// assert_eq!(Nearest::to("Xyz").offer("SwapEvent").found(), None);
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Nearest<'name, 'known> {
    name: &'name str,
    found: Option<&'known str>,
    distance: usize,
}

impl<'name, 'known> Nearest<'name, 'known> {
    /// Starts the search for the name that `name` probably means.
    #[must_use]
    pub const fn to(name: &'name str) -> Self {
        // A third of the letters may be wrong, and at least one.
        let allowed = if name.len() < 3 { 1 } else { name.len() / 3 };
        Self { name, found: None, distance: allowed + 1 }
    }

    /// Considers `candidate`. Of equally close candidates the first one wins.
    #[must_use]
    pub const fn offer(mut self, candidate: &'known str) -> Self {
        if let Some(distance) = distance(self.name.as_bytes(), candidate.as_bytes())
            && distance < self.distance
            // Excludes candidates that share no letter.
            && distance < candidate.len()
        {
            self.found = Some(candidate);
            self.distance = distance;
        }
        self
    }

    /// Returns the closest candidate, if one is close enough.
    #[must_use]
    pub const fn found(self) -> Option<&'known str> {
        self.found
    }
}

/// Returns the edit distance of two names: the number of letters to change, remove, insert or swap with the next one.
/// Ignores case. Returns `None` for names longer than [`MAX`].
const fn distance(a: &[u8], b: &[u8]) -> Option<usize> {
    if a.len() > MAX || b.len() > MAX {
        return None;
    }
    // The distances to each prefix of `b`, for the previous prefix of `a` and the one before it.
    let (mut above, mut last) = ([0_usize; MAX + 1], [0_usize; MAX + 1]);
    let mut j = 0;
    while j <= b.len() {
        last[j] = j;
        j += 1;
    }
    let mut i = 1;
    while i <= a.len() {
        let mut row = [0; MAX + 1];
        row[0] = i;
        let mut j = 1;
        while j <= b.len() {
            let changed = last[j - 1] + if same(a[i - 1], b[j - 1]) { 0 } else { 1 };
            row[j] = min(min(last[j], row[j - 1]) + 1, changed);
            let swapped = i > 1 && j > 1 && same(a[i - 1], b[j - 2]) && same(a[i - 2], b[j - 1]);
            if swapped {
                row[j] = min(row[j], above[j - 2] + 1);
            }
            j += 1;
        }
        above = last;
        last = row;
        i += 1;
    }
    Some(last[b.len()])
}

const fn same(a: u8, b: u8) -> bool {
    a.eq_ignore_ascii_case(&b)
}

const fn min(a: usize, b: usize) -> usize {
    if a < b { a } else { b }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use proptest::prelude::*;

    use super::{MAX, Nearest, distance};

    fn of(a: &str, b: &str) -> Option<usize> {
        distance(a.as_bytes(), b.as_bytes())
    }

    #[test]
    fn distances() {
        for (a, b, expected) in [
            ("", "", 0),
            ("", "abc", 3),
            ("swap", "swap", 0),
            ("swap", "SWAP", 0),
            ("swpa", "swap", 1),
            ("kitten", "sitting", 3),
            ("ca", "abc", 3),
        ] {
            assert_eq!(of(a, b), Some(expected), "{a} {b}");
            assert_eq!(of(b, a), Some(expected), "{b} {a}");
        }
    }

    #[test]
    fn names_at_the_limit_and_above() {
        let (long, longer) = ("x".repeat(MAX), "x".repeat(MAX + 1));
        assert_eq!(of(&long, ""), Some(MAX));
        assert_eq!(of(&longer, "x"), None);
        assert_eq!(Nearest::to(&longer).offer(&longer).found(), None);
    }

    #[test]
    fn far_names_are_not_suggested() {
        assert_eq!(Nearest::to("ab").offer("xy").found(), None);
        assert_eq!(Nearest::to("").offer("a").found(), None);
        assert_eq!(Nearest::to("Swap").offer("SwapEvent").found(), None);
        assert_eq!(Nearest::to("fial").offer("heap").offer("fail").found(), Some("fail"));
    }

    proptest! {
        #[test]
        fn a_metric(a in "[a-d]{0,9}", b in "[a-d]{0,9}") {
            let found = of(&a, &b).unwrap();
            prop_assert_eq!(Some(found), of(&b, &a));
            prop_assert_eq!(found == 0, a == b);
            prop_assert!(found <= a.len().max(b.len()));
            prop_assert!(found >= a.len().abs_diff(b.len()));
        }

        /// One change of any kind leads to a distance of at most one.
        #[test]
        fn one_change(a in "[a-d]{1,9}", at in 0..9_usize, kind in 0..4, letter in b'a'..=b'd') {
            let mut b = a.clone().into_bytes();
            let at = at % b.len();
            match kind {
                0 => b[at] = letter,
                1 => drop(b.remove(at)),
                2 => b.insert(at, letter),
                _ if at + 1 < b.len() => b.swap(at, at + 1),
                _ => {}
            }
            prop_assert!(distance(a.as_bytes(), &b).unwrap() <= 1);
        }
    }
}
