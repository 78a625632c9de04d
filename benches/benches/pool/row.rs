//! A row of the table: a contender and the scenarios that it can run.

use benches::chart::Role;
use benches::harness::Run;

use crate::contender::{Bounded, Contender, check};
use crate::scenarios::{self, Scenario};

/// The runs of a contender, one for each scenario that it can run.
pub(crate) struct Row {
    pub(crate) name: &'static str,
    pub(crate) role: Role,
    pub(crate) runs: Vec<(Scenario, Run)>,
    /// The bytes of a buffer.
    pub(crate) len: usize,
}

impl Row {
    /// More buffers than any scenario holds, except those that exhaust a pool.
    const CHECKED: usize = 128;

    pub(crate) fn new(name: &'static str, role: Role, len: usize) -> Self {
        Self { name, role, runs: Vec::new(), len }
    }

    fn add(mut self, scenario: Scenario, run: Run) -> Self {
        self.runs.push((scenario, run));
        self
    }

    /// Adds pairs on one thread. Only `held` buffers are checked.
    pub(crate) fn pair<C: Contender + 'static>(self, make: impl Fn() -> C, held: usize) -> Self {
        check(make(), self.len, held);
        self.add(Scenario::Pair, scenarios::pair(make))
    }

    /// Adds pairs and bursts on one thread.
    pub(crate) fn one_thread<C: Contender + 'static>(self, make: impl Fn() -> C) -> Self {
        self.pair(&make, Self::CHECKED)
            .add(Scenario::Burst8, scenarios::burst::<8, _>(&make))
            .add(Scenario::Burst64, scenarios::burst::<64, _>(&make))
    }

    pub(crate) fn hand_over<C>(self, make: impl Fn() -> C + 'static) -> Self
    where
        C: Contender<Buf: Send> + Send + 'static,
    {
        self.add(Scenario::HandOver, scenarios::hand_over(make))
    }

    pub(crate) fn two_threads<C>(self, make: impl Fn() -> C + 'static) -> Self
    where
        C: Contender + Send + 'static,
    {
        self.add(Scenario::TwoThreads, scenarios::two_threads(make))
    }

    /// Adds all scenarios of a pool that threads share.
    pub(crate) fn everywhere<C>(self, make: impl Fn() -> C + Copy + 'static) -> Self
    where
        C: Contender<Buf: Send> + Send + 'static,
    {
        self.one_thread(make).hand_over(make).two_threads(make)
    }

    pub(crate) fn exhausted<C: Bounded + 'static>(
        self,
        make: impl Fn() -> C,
        slots: usize,
    ) -> Self {
        self.add(Scenario::Exhausted, scenarios::exhausted(make, slots))
    }

    pub(crate) fn holding<C: Contender + 'static>(self, make: impl Fn() -> C) -> Self {
        Scenario::HOLDING.into_iter().fold(self, |row, held| {
            row.add(Scenario::Holding(held), scenarios::holding(&make, held))
        })
    }
}
