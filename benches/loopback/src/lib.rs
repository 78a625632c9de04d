//! Shared by the comparisons: the message, rounds in which contenders take turns, and the table.

pub mod message;

use core::time::Duration;

use anyhow::Context;

use crate::message::SIZES;

/// One round of a contender.
#[derive(Debug, Clone, Copy)]
pub struct Round {
    frames_per_second: f64,
    /// The median round trip.
    median: Duration,
    /// The round trip that one of a thousand exceeds.
    p999: Duration,
}

impl Round {
    /// Creates a round from the frames of a stream, the time that they took, and the times of round trips.
    ///
    /// # Errors
    ///
    /// Fails without a round trip.
    pub fn new(frames: u32, elapsed: Duration, mut trips: Vec<Duration>) -> anyhow::Result<Self> {
        trips.sort_unstable();
        let at = |thousandths: usize| {
            let index = trips.len().saturating_mul(thousandths) / 1000;
            trips.get(index).copied().context("no round trips")
        };
        Ok(Self {
            frames_per_second: f64::from(frames) / elapsed.as_secs_f64(),
            median: at(500)?,
            p999: at(999)?,
        })
    }
}

/// A contender: its name, and a round with payloads of a length.
pub type Contender<'a> = (&'a str, &'a dyn Fn(usize) -> anyhow::Result<Round>);

/// Lets the contenders take turns for a number of rounds, and prints the medians.
///
/// # Errors
///
/// Fails with the first contender that does.
pub fn compare(contenders: &[Contender<'_>], rounds: usize) -> anyhow::Result<()> {
    println!("| message | connection | frames/s | round trip, us | p99.9, us |");
    println!("|---|---|---|---|---|");
    for (size, len) in SIZES {
        let mut results = vec![Vec::new(); contenders.len()];
        for _ in 0..rounds {
            for ((_, measure), results) in contenders.iter().zip(&mut results) {
                results.push(measure(len)?);
            }
        }
        for ((name, _), results) in contenders.iter().zip(results) {
            println!(
                "| {size} | {name} | {:.0} | {:.1} | {:.1} |",
                median(results.iter().map(|round| round.frames_per_second)),
                median(results.iter().map(|round| round.median.as_secs_f64() * 1e6)),
                median(results.iter().map(|round| round.p999.as_secs_f64() * 1e6)),
            );
        }
    }
    Ok(())
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<_> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
