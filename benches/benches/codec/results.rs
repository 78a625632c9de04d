//! The results of the measurements.

use benches::chart::Role;

use crate::contenders::HAND;
use crate::message::Message;
use crate::operation::Operation;

/// One cell of a table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cell {
    pub(crate) message: Message,
    pub(crate) name: &'static str,
    pub(crate) role: Role,
    pub(crate) operation: Operation,
    pub(crate) ns: f64,
}

#[derive(Debug, Default)]
pub(crate) struct Results(pub(crate) Vec<Cell>);

impl Results {
    /// Returns the rows of the messages, each once, in the order of the table.
    pub(crate) fn rows(&self, messages: &[Message]) -> Vec<(&'static str, Role)> {
        let mut rows = Vec::new();
        for cell in self.0.iter().filter(|cell| messages.contains(&cell.message)) {
            if !rows.contains(&(cell.name, cell.role)) {
                rows.push((cell.name, cell.role));
            }
        }
        rows
    }

    pub(crate) fn get(&self, message: Message, name: &str, operation: Operation) -> Option<f64> {
        let mut cells = self.column(message, operation);
        cells.find(|cell| cell.name == name).map(|cell| cell.ns)
    }

    /// Returns the ratio to the code that is written by hand.
    pub(crate) fn ratio(&self, cell: &Cell) -> Option<f64> {
        Some(cell.ns / self.get(cell.message, HAND, cell.operation)?)
    }

    /// Returns the fastest contender that a program could use instead of ours.
    pub(crate) fn best_rival(&self, message: Message, operation: Operation) -> Option<&Cell> {
        let rivals = self.column(message, operation).filter(|cell| cell.role == Role::Rival);
        rivals.min_by(|a, b| a.ns.total_cmp(&b.ns))
    }

    fn column(&self, message: Message, operation: Operation) -> impl Iterator<Item = &Cell> {
        self.0.iter().filter(move |cell| (cell.message, cell.operation) == (message, operation))
    }
}
