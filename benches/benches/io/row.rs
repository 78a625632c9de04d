//! A row of a table: a contender and its runs.

use benches::harness::Run;

use crate::contender::{Async, Blocking};
use crate::content::Size;
use crate::transports::{self, Transport};

/// The runs of a contender with one message, one for each transport that it can read from.
pub(crate) struct Row {
    pub(crate) name: &'static str,
    pub(crate) size: Size,
    pub(crate) runs: Vec<(Transport, Run)>,
}

impl Row {
    pub(crate) fn new(name: &'static str, size: Size) -> Self {
        Self { name, size, runs: Vec::new() }
    }

    pub(crate) fn blocking<C: Blocking>(mut self) -> Self {
        let frames = C::frames(self.size);
        self.runs.push((Transport::Memory, transports::memory::<C>(frames)));
        self.runs.push((Transport::Tcp, transports::tcp::<C>(frames)));
        self
    }

    pub(crate) fn asynchronous<C: Async>(mut self) -> Self {
        let frames = C::frames(self.size);
        self.runs.push((Transport::AsyncMemory, transports::async_memory::<C>(frames)));
        self.runs.push((Transport::Duplex, transports::duplex::<C>(frames)));
        self.runs.push((Transport::AsyncTcp, transports::async_tcp::<C>(frames)));
        self
    }
}
