//! A row of a table: a contender and its runs with one data set. Each of them is checked once, untimed.

use core::hint::black_box;
use std::rc::Rc;

use benches::chart::Role;
use benches::harness::{Run, timed};
use rkyv::util::AlignedVec;

/// The columns of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Operation {
    /// Into a buffer that is reused.
    Serialize,
    /// The owned form, with its drop.
    Deserialize,
    /// Borrow or access, and add up everything.
    Read,
}

impl Operation {
    pub(crate) const ALL: [Self; 3] = [Self::Serialize, Self::Deserialize, Self::Read];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Serialize => "serialize",
            Self::Deserialize => "deserialize",
            Self::Read => "read",
        }
    }
}

/// The runs of a contender with one data set.
pub(crate) struct Row {
    pub(crate) name: &'static str,
    pub(crate) role: Role,
    /// The length of the encoding, in bytes.
    pub(crate) len: usize,
    pub(crate) runs: Vec<(Operation, Run)>,
}

/// A data set in the type of a contender, its encoding, and the row that is being built.
pub(crate) struct Subject<T> {
    value: Rc<T>,
    bytes: Rc<AlignedVec>,
    row: Row,
}

impl<T: 'static> Subject<T> {
    pub(crate) fn new(name: &'static str, role: Role, value: &Rc<T>, encoding: &[u8]) -> Self {
        let mut bytes = AlignedVec::with_capacity(encoding.len());
        bytes.extend_from_slice(encoding);
        let row = Row { name, role, len: encoding.len(), runs: Vec::new() };
        Self { value: Rc::clone(value), bytes: Rc::new(bytes), row }
    }

    pub(crate) fn finish(self) -> Row {
        self.row
    }

    /// Adds a contender that encodes into a buffer and returns the content.
    pub(crate) fn serialize<B: 'static>(
        mut self,
        mut buffer: B,
        encode: impl for<'b> Fn(&T, &'b mut B) -> Option<&'b [u8]> + 'static,
    ) -> Self {
        let value = Rc::clone(&self.value);
        let same = encode(&value, &mut buffer) == Some(&**self.bytes);
        assert!(same, "{} serializes", self.row.name);
        let run = timed(move || {
            black_box(encode(black_box(&*value), black_box(&mut buffer)));
        });
        self.row.runs.push((Operation::Serialize, run));
        self
    }

    /// Adds a contender that decodes the owned form. `R` contains it, and `same` compares it with the data set.
    pub(crate) fn deserialize<R>(
        mut self,
        decode: impl Fn(&[u8]) -> R + 'static,
        same: impl FnOnce(&R, &T) -> bool,
    ) -> Self {
        let bytes = Rc::clone(&self.bytes);
        assert!(same(&decode(&bytes), &self.value), "{} deserializes", self.row.name);
        let run = timed(move || {
            black_box(&decode(black_box(&bytes[..])));
        });
        self.row.runs.push((Operation::Deserialize, run));
        self
    }

    /// Adds a contender that borrows and returns the sum of everything.
    pub(crate) fn read(mut self, sum: u64, read: impl Fn(&[u8]) -> Option<u64> + 'static) -> Self {
        let bytes = Rc::clone(&self.bytes);
        assert_eq!(read(&bytes), Some(sum), "{} reads", self.row.name);
        let run = timed(move || {
            black_box(read(black_box(&bytes[..])));
        });
        self.row.runs.push((Operation::Read, run));
        self
    }
}
