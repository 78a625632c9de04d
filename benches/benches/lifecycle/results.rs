//! The results of the measurements.

use benches::chart::Role;

use crate::contender::Suffix;
use crate::scenario::Scenario;

/// The name and the role of a row.
pub(crate) type Label = (&'static str, Role);

/// The nanoseconds per message.
#[derive(Default)]
pub(crate) struct Results(Vec<(Label, Scenario, Suffix, f64)>);

impl Results {
    pub(crate) fn push(&mut self, row: Label, scenario: Scenario, suffix: Suffix, ns: f64) {
        self.0.push((row, scenario, suffix, ns));
    }

    pub(crate) fn get(&self, row: Label, scenario: Scenario, suffix: Suffix) -> Option<f64> {
        let mut cells = self.0.iter().filter(|cell| (cell.1, cell.2) == (scenario, suffix));
        cells.find(|cell| cell.0 == row).map(|cell| cell.3)
    }

    /// Returns the scenarios that ran, each once.
    pub(crate) fn scenarios(&self, suffix: Suffix) -> Vec<Scenario> {
        let mut scenarios = Vec::new();
        for &(_, scenario, other, _) in &self.0 {
            if other == suffix && !scenarios.contains(&scenario) {
                scenarios.push(scenario);
            }
        }
        scenarios
    }
}
