//! The differences between two schemas.

use core::fmt;

/// What a change means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Impact {
    /// A peer rejects or misreads what the other one sends. Both must be updated at once, or the message needs a new id.
    Breaks,
    /// Peers of both versions understand each other within the bounds that the change states. The guide lists such
    /// changes under "Changes that do not break a peer".
    Compatible,
    /// Only the memory that the protocol can use changes.
    Memory,
    /// Only names, docs or reserved numbers change.
    Names,
}

/// How well one version reads what the other one sends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reading {
    /// Some values are rejected, or read as other values.
    Wrong,
    /// Some values are rejected, and none is read as another value.
    Some,
    /// All values are read, except fields that the version does not know.
    All,
}

/// One difference between an old and a new schema.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Change {
    /// What the change means.
    pub impact: Impact,
    /// The message, the field or the variant, as in `SwapEvent.amount_in`.
    pub place: String,
    /// What changed, as in `was u32, is u64`.
    pub what: String,
    /// How well an old peer reads what a new one sends.
    pub old_reads: Reading,
    /// How well a new peer reads what an old one sends.
    pub new_reads: Reading,
    /// What peers will see, in words. It may be empty.
    pub effect: String,
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.what)?;
        if self.effect.is_empty() { Ok(()) } else { write!(f, "\n    {}", self.effect) }
    }
}

/// All differences between an old and a new schema, the most important ones first.
///
/// [`Display`](fmt::Display) shows them in groups.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changes {
    pub(super) all: Vec<Change>,
}

impl Changes {
    /// Returns whether the schemas are equal.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Returns the changes.
    pub fn iter(&self) -> core::slice::Iter<'_, Change> {
        self.all.iter()
    }

    /// Returns the most important impact, if there is any change.
    #[must_use]
    pub fn impact(&self) -> Option<Impact> {
        self.all.iter().map(|change| change.impact).min()
    }

    /// Returns how well an old peer reads what a new one sends.
    #[must_use]
    pub fn old_reads(&self) -> Reading {
        self.all.iter().map(|change| change.old_reads).min().unwrap_or(Reading::All)
    }

    /// Returns how well a new peer reads what an old one sends.
    #[must_use]
    pub fn new_reads(&self) -> Reading {
        self.all.iter().map(|change| change.new_reads).min().unwrap_or(Reading::All)
    }

    /// Adds a change that peers of other versions notice.
    pub(super) fn wire(
        &mut self,
        place: impl Into<String>,
        what: impl Into<String>,
        readings: Readings,
        effect: impl Into<String>,
    ) {
        let Readings { old: old_reads, new: new_reads } = readings;
        let impact = match old_reads.min(new_reads) {
            Reading::Wrong => Impact::Breaks,
            Reading::Some | Reading::All => Impact::Compatible,
        };
        let (place, what, effect) = (place.into(), what.into(), effect.into());
        self.all.push(Change { impact, place, what, old_reads, new_reads, effect });
    }

    /// Adds a change that no peer notices.
    pub(super) fn silent(
        &mut self,
        impact: Impact,
        place: impl Into<String>,
        what: impl Into<String>,
    ) {
        let (old_reads, new_reads) = (Reading::All, Reading::All);
        let (place, what, effect) = (place.into(), what.into(), String::new());
        self.all.push(Change { impact, place, what, old_reads, new_reads, effect });
    }
}

/// How well each side reads the other.
#[derive(Debug, Clone, Copy)]
pub(super) struct Readings {
    pub(super) old: Reading,
    pub(super) new: Reading,
}

impl Readings {
    pub(super) const WRONG: Self = Self { old: Reading::Wrong, new: Reading::Wrong };
    pub(super) const ALL: Self = Self { old: Reading::All, new: Reading::All };
    /// The new version accepts more.
    pub(super) const WIDER: Self = Self { old: Reading::Some, new: Reading::All };
    /// The new version accepts less.
    pub(super) const NARROWER: Self = Self { old: Reading::All, new: Reading::Some };
}

impl<'a> IntoIterator for &'a Changes {
    type Item = &'a Change;
    type IntoIter = core::slice::Iter<'a, Change>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for Changes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let groups = [
            (Impact::Breaks, "breaks peers"),
            (Impact::Compatible, "compatible, within these bounds"),
            (Impact::Memory, "memory only"),
            (Impact::Names, "names and docs"),
        ];
        let mut first = true;
        for (impact, title) in groups {
            let of_group = || self.all.iter().filter(|change| change.impact == impact);
            if of_group().next().is_none() {
                continue;
            }
            write!(f, "{}{title}", if first { "" } else { "\n" })?;
            first = false;
            for change in of_group() {
                write!(f, "\n  {change}")?;
            }
        }
        if first { f.write_str("no differences") } else { Ok(()) }
    }
}
