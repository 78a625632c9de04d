//! How it is measured: contenders take turns, so that a drift of the machine meets all of them.

use core::time::Duration;

/// One measurement: iterations in, the time they took out.
pub type Run = Box<dyn FnMut(u64) -> Duration>;

/// How long and how often a run is repeated.
#[derive(Clone, Copy, Debug)]
pub struct Harness {
    /// Runs of each contender.
    pub rounds: usize,
    /// How long a run takes, about.
    pub run: Duration,
}

impl Harness {
    /// For tables.
    pub const DEFAULT: Self = Self { rounds: 25, run: Duration::from_millis(5) };
    /// For a first look.
    pub const QUICK: Self = Self { rounds: 5, run: Duration::from_millis(1) };

    /// The median of each run's rounds, in nanoseconds per iteration. A round is every run once, from
    /// another one on.
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

    /// The iterations that take about as long as a run shall. Also warms the caches. By the fastest of three:
    /// one that had to wait for the machine would make all rounds too short.
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
