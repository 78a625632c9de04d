//! A row of a table: a contender, and its runs with one message. Each operation is checked once, untimed.

use core::hint::black_box;
use core::iter;
use std::rc::Rc;

use benches::chart::Role;
use benches::harness::{Run, timed};
use rkyv::util::AlignedVec;

use crate::operation::Operation;

/// Bytes at the start of a cache line, so that the position is the same for all contenders.
type Aligned = AlignedVec<64>;

fn aligned(bytes: &[u8]) -> Aligned {
    let mut aligned = Aligned::with_capacity(bytes.len());
    aligned.extend_from_slice(bytes);
    aligned
}

/// Passes a result to the optimiser by reference, so that no copy is measured.
#[inline(always)]
pub(crate) fn seen<T, E>(result: Result<T, E>) -> bool {
    black_box(&result).is_ok()
}

/// The runs of a contender with one message.
pub(crate) struct Row {
    pub(crate) name: &'static str,
    pub(crate) role: Role,
    pub(crate) runs: Vec<(Operation, Run)>,
}

/// A message of a contender, its encoding, and the row that is being built.
pub(crate) struct Subject<T> {
    pub(crate) value: Rc<T>,
    bytes: Rc<Aligned>,
    row: Row,
}

impl<T: 'static> Subject<T> {
    /// Starts a row. `bytes` is the encoding of `value`.
    pub(crate) fn new(name: &'static str, role: Role, value: T, bytes: &[u8]) -> Self {
        let row = Row { name, role, runs: Vec::new() };
        Self { value: Rc::new(value), bytes: Rc::new(aligned(bytes)), row }
    }

    /// Starts another row with the same message.
    pub(crate) fn another(&self, name: &'static str) -> Self {
        let row = Row { name, role: self.row.role, runs: Vec::new() };
        Self { value: Rc::clone(&self.value), bytes: Rc::clone(&self.bytes), row }
    }

    pub(crate) fn finish(self) -> Row {
        self.row
    }

    fn add(mut self, operation: Operation, run: Run) -> Self {
        self.row.runs.push((operation, run));
        self
    }

    fn failed(&self, operation: Operation) -> String {
        format!("{}: {operation}", self.row.name)
    }

    /// Adds a contender that encodes into a slice and returns the length.
    pub(crate) fn encode_slice(
        self,
        encode: impl Fn(&T, &mut [u8]) -> Option<usize> + 'static,
    ) -> Self {
        let (operation, value) = (Operation::EncodeSlice, Rc::clone(&self.value));
        let len = self.bytes.len();
        let mut out = aligned(&vec![0; len]);
        assert_eq!(encode(&value, &mut out), Some(len), "{}", self.failed(operation));
        assert!(*out == **self.bytes, "{}", self.failed(operation));
        let run = timed(move || {
            black_box(encode(black_box(&*value), black_box(&mut out[..])));
        });
        self.add(operation, run)
    }

    /// Adds a contender that clears a buffer, encodes into it, and returns the content.
    pub(crate) fn encode_reused<B: 'static>(
        self,
        mut buffer: B,
        encode: impl for<'b> Fn(&T, &'b mut B) -> Option<&'b [u8]> + 'static,
    ) -> Self {
        let (operation, value) = (Operation::EncodeReused, Rc::clone(&self.value));
        for _ in 0..2 {
            let same = encode(&value, &mut buffer) == Some(&**self.bytes);
            assert!(same, "{}", self.failed(operation));
        }
        let run = timed(move || {
            black_box(encode(black_box(&*value), black_box(&mut buffer)));
        });
        self.add(operation, run)
    }

    /// Adds a contender that encodes into a new buffer.
    pub(crate) fn encode_fresh<B: AsRef<[u8]>, E>(
        self,
        encode: impl Fn(&T) -> Result<B, E> + 'static,
    ) -> Self {
        let (operation, value) = (Operation::EncodeFresh, Rc::clone(&self.value));
        let same = encode(&value).is_ok_and(|bytes| bytes.as_ref() == &**self.bytes);
        assert!(same, "{}", self.failed(operation));
        let run = timed(move || {
            seen(encode(black_box(&*value)));
        });
        self.add(operation, run)
    }

    /// Adds a contender that decodes the owned form. `R` contains it, and `same` compares it with the message.
    pub(crate) fn owned<R>(
        self,
        decode: impl Fn(&[u8]) -> R + 'static,
        same: impl FnOnce(&R, &T) -> bool,
    ) -> Self {
        let (operation, bytes) = (Operation::Owned, Rc::clone(&self.bytes));
        assert!(same(&decode(&bytes), &self.value), "{}", self.failed(operation));
        let run = timed(move || {
            black_box(&decode(black_box(&bytes[..])));
        });
        self.add(operation, run)
    }

    /// Adds a contender that decodes the owned form in place, shows it to the optimiser, and drops it. `same` compares it
    /// with the message.
    pub(crate) fn owned_in_place(
        self,
        same: impl FnOnce(&[u8], &T) -> bool,
        decode: impl Fn(&[u8]) + 'static,
    ) -> Self {
        let (operation, bytes) = (Operation::Owned, Rc::clone(&self.bytes));
        assert!(same(&bytes, &self.value), "{}", self.failed(operation));
        let run = timed(move || decode(black_box(&bytes[..])));
        self.add(operation, run)
    }

    /// Adds a contender that decodes into an existing value. `blank` is another value.
    pub(crate) fn refill(
        self,
        mut blank: T,
        refill: impl Fn(&mut T, &[u8]) -> bool + 'static,
    ) -> Self
    where
        T: PartialEq,
    {
        let (operation, bytes) = (Operation::Refill, Rc::clone(&self.bytes));
        assert!(blank != *self.value, "a value to refill");
        let refilled = refill(&mut blank, &bytes) && blank == *self.value;
        assert!(refilled, "{}", self.failed(operation));
        let run = timed(move || {
            black_box(refill(black_box(&mut blank), black_box(&bytes[..])));
        });
        self.add(operation, run)
    }

    /// Adds a contender that decodes the borrowed form, shows it to the optimiser, and rejects other bytes after it.
    pub(crate) fn borrow(self, decode: impl Fn(&[u8]) -> bool + 'static) -> Self {
        let bytes = self.bytes.to_vec();
        let cut = bytes.split_last().is_some_and(|(_, cut)| decode(&aligned(cut)));
        let trailing: Vec<_> = bytes.iter().copied().chain(iter::once(1)).collect();
        let strict = decode(&self.bytes) && !cut && !decode(&aligned(&trailing));
        assert!(strict, "{}", self.failed(Operation::Borrow));
        self.borrow_any(decode)
    }

    /// Adds a contender that decodes the borrowed form, for formats without an end or a strict decoder.
    pub(crate) fn borrow_any(self, decode: impl Fn(&[u8]) -> bool + 'static) -> Self {
        self.decode_borrowed(Operation::Borrow, decode)
    }

    /// Adds a contender that decodes the borrowed form of the front of the input.
    pub(crate) fn prefix(self, decode: impl Fn(&[u8]) -> bool + 'static) -> Self {
        self.decode_borrowed(Operation::Prefix, decode)
    }

    fn decode_borrowed(
        self,
        operation: Operation,
        decode: impl Fn(&[u8]) -> bool + 'static,
    ) -> Self {
        let bytes = Rc::clone(&self.bytes);
        assert!(decode(&bytes), "{}", self.failed(operation));
        let run = timed(move || {
            decode(black_box(&bytes[..]));
        });
        self.add(operation, run)
    }

    /// Adds a contender that borrows and returns the sum of all fields.
    pub(crate) fn read(self, sum: u64, read: impl Fn(&[u8]) -> Option<u64> + 'static) -> Self {
        let (operation, bytes) = (Operation::Read, Rc::clone(&self.bytes));
        assert_eq!(read(&bytes), Some(sum), "{}", self.failed(operation));
        let run = timed(move || {
            black_box(read(black_box(&bytes[..])));
        });
        self.add(operation, run)
    }
}
