//! Seed frames for fuzzers: valid and broken ones of every message.

mod ranges;
mod work;

use pool_codec::MessageInfo;
use pool_codec::arbitrary::Extent;
use pool_codec::schema::{self, Value};
use ranges::within_ranges;
use work::work;

use crate::compiled::CompileError;
use crate::model::{HeaderLayout, Schema};
use crate::sampler::Sampler;

/// A frame of a corpus.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Seed {
    /// A name for its file, such as `SwapEvent-longest`.
    pub name: String,
    /// The header and the payload.
    pub frame: Vec<u8>,
    /// Whether the frame is well-formed. `validate` and `with` may reject it nevertheless.
    pub is_valid: bool,
}

impl Schema {
    /// Returns frames of each message: the shortest, the longest of at most 256 KiB, arbitrary ones, and broken ones,
    /// which are cut, have bytes too many, or have a changed byte. Frames of unknown ids and with other lengths follow.
    /// Equal seeds give equal frames.
    ///
    /// A message whose shortest payload exceeds 256 KiB has no seeds, and a kind of frame that may have many more bytes is
    /// left out. If the layout of the header is unknown, the seeds are payloads, without those that break headers.
    ///
    /// # Errors
    ///
    /// Fails if [`compile`](Self::compile) does.
    pub fn corpus(&self, seed: u64) -> Result<Vec<Seed>, CompileError> {
        let compiled = self.compile()?;
        let mut seeds = Seeds { schema: self, sampler: Sampler::with_seed(seed), all: Vec::new() };
        for info in compiled.messages() {
            seeds.message(info);
        }
        if let Some(first) = compiled.messages().first() {
            seeds.headers(first);
        }
        Ok(seeds.all)
    }
}

/// Messages whose shortest payload is longer have no seeds.
const MAX_LEN: u64 = 256 << 10;

/// Samples that may take more work are left out: those of elements of various sizes exceed their budget of 256 KiB.
const MAX_WORK: u64 = 1 << 20;

/// The most bytes that may follow a message in a broken frame.
const MAX_EXTRA: usize = 1 << 16;

/// Whether a sample with the smallest lengths is short enough.
fn is_short(schema: &schema::Schema) -> bool {
    work(schema, Extent::Shortest) <= MAX_LEN
}

struct Seeds<'a> {
    schema: &'a Schema,
    sampler: Sampler,
    all: Vec<Seed>,
}

impl Seeds<'_> {
    fn message(&mut self, info: &'static MessageInfo) {
        let schema = info.schema;
        if !is_short(schema) {
            return;
        }
        let mut payloads = vec![("shortest".to_owned(), self.sampler.shortest(schema))];
        if work(schema, Extent::Longest) <= MAX_WORK {
            payloads.push(("longest".to_owned(), self.sampler.longest(schema)));
        }
        if work(schema, Extent::Any) <= MAX_WORK {
            payloads.extend((0..3).map(|index| (format!("any-{index}"), self.sampler.any(schema))));
        }
        // The shortest and the longest encoding of a type of fixed size may be equal.
        payloads.dedup_by(|one, other| one.1 == other.1);
        for (kind, payload) in &payloads {
            self.push(info, kind, payload);
        }
        let Some((_, payload)) = payloads.last() else { return };
        if let Some((_, cut)) = payload.split_last() {
            self.push(info, "cut", cut);
        }
        let too_many = schema.max_trailing().saturating_add(1);
        self.push(info, "too-long", &[&**payload, &vec![0xFF; too_many.min(MAX_EXTRA)]].concat());
        self.push(info, "ones", &vec![0xFF; payload.len()]);
        self.push(info, "empty", &[]);
    }

    /// Adds a frame. Samples may exceed the limit of the set or the ranges of floats, and broken frames may be valid.
    fn push(&mut self, info: &'static MessageInfo, kind: &str, payload: &[u8]) {
        let is_valid = payload.len() <= info.max_size
            && Value::new(info.schema, payload).is_ok_and(|value| within_ranges(&value));
        let header = self.header(info.id, payload.len()).unwrap_or_default();
        let frame = [&*header, payload].concat();
        self.all.push(Seed { name: format!("{}-{kind}", info.name), frame, is_valid });
    }

    /// Frames whose header is the mistake.
    fn headers(&mut self, first: &'static MessageInfo) {
        let payload = match is_short(first.schema) {
            true => self.sampler.shortest(first.schema),
            false => Vec::new(),
        };
        let max_id = self.schema.header.max_id;
        let unknown = (0..=max_id).rev().find(|id| self.schema.message(*id).is_none());
        let of_unknown = unknown.and_then(|id| self.header(id, payload.len()));
        let of_longer = self.header(first.id, first.max_size.saturating_add(1));
        let of_absent = self.header(first.id, payload.len().saturating_add(1));
        // A set that keeps unknown frames accepts any payload within its limit.
        let keeps =
            self.schema.keeps_unknown && payload.len() as u64 <= self.schema.payload_limit();
        for (kind, header, is_valid) in [
            ("unknown-id", of_unknown, keeps),
            ("above-limit", of_longer, false),
            ("incomplete", of_absent, false),
        ] {
            if let Some(header) = header {
                let frame = [&*header, &*payload].concat();
                self.all.push(Seed { name: format!("header-{kind}"), frame, is_valid });
            }
        }
    }

    fn header(&self, id: u32, payload_len: usize) -> Option<Vec<u8>> {
        let header = &self.schema.header;
        header.layout.as_ref()?.encode(header.size, id, payload_len)
    }
}

impl HeaderLayout {
    /// Writes a header of `size` bytes. Bytes that are neither of the id nor of the length are zero. Returns `None` if
    /// the id or the length does not fit, or if `size` is more than 64 KiB.
    #[must_use]
    pub fn encode(&self, size: u64, id: u32, payload_len: usize) -> Option<Vec<u8>> {
        let mut bytes = vec![0; usize::from(u16::try_from(size).ok()?)];
        let length = (payload_len as u64).checked_add(self.length_includes)?;
        for (number, offsets) in [(u64::from(id), &self.id), (length, &self.length)] {
            let parts = number.to_le_bytes();
            let (used, unused) = parts.split_at_checked(offsets.len())?;
            if unused.iter().any(|byte| *byte != 0) {
                return None;
            }
            for (offset, byte) in offsets.iter().zip(used) {
                *bytes.get_mut(usize::try_from(*offset).ok()?)? = *byte;
            }
        }
        Some(bytes)
    }

    /// Reads the id and the length of the payload from the bytes of a header. Returns `None` if there are too few of them,
    /// or if the length is less than what it includes besides the payload.
    #[must_use]
    pub fn decode(&self, header: &[u8]) -> Option<(u32, usize)> {
        let number = |offsets: &[u64]| {
            offsets.iter().rev().try_fold(0_u64, |number, offset| {
                let byte = header.get(usize::try_from(*offset).ok()?)?;
                Some(number << 8 | u64::from(*byte))
            })
        };
        let length = number(&self.length)?.checked_sub(self.length_includes)?;
        Some((u32::try_from(number(&self.id)?).ok()?, usize::try_from(length).ok()?))
    }
}
