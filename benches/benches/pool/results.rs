//! The results of the measurements.

use benches::chart::Role;

use crate::contenders::OURS;
use crate::scenarios::Scenario;

/// The sizes of the table, in bytes.
pub(crate) const SIZES: [usize; 4] = [128, 1024, 4096, 65536];

/// The name and the role of a row.
pub(crate) type Label = (&'static str, Role);

/// The nanoseconds per buffer.
#[derive(Default)]
pub(crate) struct Results(Vec<(Label, Scenario, usize, f64)>);

impl Results {
    pub(crate) fn push(&mut self, row: Label, scenario: Scenario, size: usize, ns: f64) {
        self.0.push((row, scenario, size, ns));
    }

    /// Returns the rows that ran `scenario`, each once, in the order of the table.
    pub(crate) fn rows(&self, scenarios: &[Scenario]) -> Vec<Label> {
        let mut rows = Vec::new();
        for &(row, scenario, ..) in &self.0 {
            if scenarios.contains(&scenario) && !rows.contains(&row) {
                rows.push(row);
            }
        }
        rows
    }

    pub(crate) fn get(&self, name: &str, scenario: Scenario, size: usize) -> Option<f64> {
        let mut cells = self.0.iter().filter(|cell| (cell.1, cell.2) == (scenario, size));
        cells.find(|cell| cell.0.0 == name).map(|cell| cell.3)
    }

    pub(crate) fn ours(&self, scenario: Scenario, size: usize) -> Option<f64> {
        self.get(OURS, scenario, size)
    }

    /// Returns the fastest contender that could replace ours.
    pub(crate) fn best_rival(
        &self,
        scenario: Scenario,
        size: usize,
    ) -> Option<(&'static str, f64)> {
        let cells = self.0.iter().filter(|cell| (cell.1, cell.2) == (scenario, size));
        cells
            .filter(|cell| cell.0.1 == Role::Rival)
            .map(|cell| (cell.0.0, cell.3))
            .min_by(|a, b| a.1.total_cmp(&b.1))
    }
}
