//! Property tests of many types, with a runner that knows only outcomes, so that it is compiled once.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseResult, TestRunner};

/// The outcome of a case, and its input if it failed.
#[derive(Debug)]
pub(crate) struct Outcome {
    #[expect(dead_code, reason = "a failure shows it")]
    input: Option<String>,
    result: TestCaseResult,
}

impl Outcome {
    pub(crate) fn new(result: TestCaseResult, input: impl FnOnce() -> String) -> Self {
        Self { input: result.is_err().then(input), result }
    }
}

/// Runs `cases` cases, and panics with the smallest one that fails.
pub(crate) fn run(cases: u32, outcomes: &BoxedStrategy<Outcome>) {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    TestRunner::new(config).run(outcomes, |outcome| outcome.result).unwrap();
}
