//! The measurement: contenders take turns, so that a drift of the machine affects all of them.

use core::time::Duration;
use std::time::Instant;

/// One measurement, which runs a number of iterations and returns the time.
pub type Run = Box<dyn FnMut(u64) -> Duration>;

/// Returns the measurement of a body, which is compiled for each caller. One iteration is not timed: otherwise a run with
/// few iterations would pay for the caches and the heap that the contender before it left behind.
pub fn timed(mut body: impl FnMut() + 'static) -> Run {
    Box::new(move |iterations| {
        body();
        let start = Instant::now();
        for _ in 0..iterations {
            body();
        }
        start.elapsed()
    })
}

/// The length and the number of the runs.
#[derive(Clone, Copy, Debug)]
pub struct Harness {
    /// The number of runs of each contender.
    pub rounds: usize,
    /// The approximate length of a run.
    pub run: Duration,
}

impl Harness {
    /// Settings for the tables.
    pub const DEFAULT: Self = Self { rounds: 25, run: Duration::from_millis(5) };
    /// Settings for rough results.
    pub const QUICK: Self = Self { rounds: 5, run: Duration::from_millis(1) };

    /// Returns the median of the rounds of each run, in nanoseconds per iteration. A round executes every run once. Each
    /// round starts with a different run.
    #[must_use]
    pub fn measure(self, mut runs: Vec<Run>) -> Vec<f64> {
        let iterations: Vec<u64> = runs.iter_mut().map(|run| self.calibrate(run)).collect();
        let mut samples = vec![Vec::with_capacity(self.rounds); runs.len()];
        let mut turns: Vec<_> = runs.iter_mut().zip(iterations).zip(&mut samples).collect();
        let step = turns.len().div_ceil(self.rounds);
        for round in 1..=self.rounds {
            eprint!("\rround {round} of {}", self.rounds);
            for ((run, iterations), samples) in &mut turns {
                samples.push(run(*iterations).as_nanos() as f64 / *iterations as f64);
            }
            turns.rotate_left(step);
        }
        eprintln!();
        samples.into_iter().map(median).collect()
    }

    /// Finds the number of iterations that take about the length of a run, and warms the caches. It uses the fastest of
    /// three measurements, because one that had to wait for the machine would make all rounds too short.
    fn calibrate(self, run: &mut Run) -> u64 {
        let mut iterations = 1_u64;
        loop {
            let times = [run(iterations), run(iterations), run(iterations)];
            let fastest = times.into_iter().min().unwrap_or_default();
            let scale = self.run.as_secs_f64() / fastest.as_secs_f64();
            if scale <= 4.0 {
                return ((iterations as f64 * scale) as u64).max(1);
            }
            iterations = iterations.saturating_mul(4);
        }
    }
}

fn median(mut samples: Vec<f64>) -> f64 {
    samples.sort_by(f64::total_cmp);
    samples.get(samples.len() / 2).copied().unwrap_or(f64::NAN)
}
