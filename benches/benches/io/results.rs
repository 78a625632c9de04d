//! The results of the measurements.

use crate::content::Size;
use crate::transports::Transport;

/// One cell of the reading tables.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cell {
    pub(crate) name: &'static str,
    pub(crate) size: Size,
    pub(crate) transport: Transport,
    /// The nanoseconds per frame.
    pub(crate) ns: f64,
    /// The allocations of the whole process per frame.
    pub(crate) allocations: f64,
}

#[derive(Debug, Default)]
pub(crate) struct Results(pub(crate) Vec<Cell>);

impl Results {
    /// Returns the rows of a size, each once, in the order of the table.
    pub(crate) fn rows(&self, size: Size) -> Vec<&'static str> {
        let mut rows = Vec::new();
        for cell in self.0.iter().filter(|cell| cell.size == size) {
            if !rows.contains(&cell.name) {
                rows.push(cell.name);
            }
        }
        rows
    }

    pub(crate) fn get(&self, name: &str, size: Size, transport: Transport) -> Option<&Cell> {
        self.0.iter().find(|cell| (cell.name, cell.size, cell.transport) == (name, size, transport))
    }

    /// Returns the ratio of the times of this cell and `other`.
    pub(crate) fn ratio(&self, name: &str, other: &str, size: Size, on: Transport) -> Option<f64> {
        Some(self.get(name, size, on)?.ns / self.get(other, size, on)?.ns)
    }
}
