//! Speed as ratios of one run (同场比率).
//!
//! Nanoseconds depend on the machine and on who else uses it; the ratio of two
//! works measured side by side hardly does. So a target is a ratio, and
//! [`report`] prints each with its verdict after the run.

use std::env;
use std::fmt;
use std::fs;
use std::path::PathBuf;

use criterion::Criterion;
use serde_json::Value;

/// What one work must be against another of the same group.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Target {
    /// At least so many times as fast as the other.
    Faster(f64),
    /// At most so many times as slow as the other.
    Within(f64),
    /// No target: the ratio is told only.
    Told,
}

/// A comparison: the group, our work, the other work, the target.
pub type Ratio<'a> = (&'a str, &'a str, &'a str, Target);

/// Criterion as all benches here use it: no plots, results where [`report`] looks.
#[must_use]
pub fn criterion() -> Criterion {
    Criterion::default().output_directory(&results()).without_plots().configure_from_args()
}

/// Prints the ratios of the run with their verdicts, the fastest samples beside
/// them, for works of so many items an iteration.
///
/// # Errors
///
/// When a target is missed and the environment has `BENCH_STRICT`, so that CI
/// on a quiet machine can hold the targets; otherwise a miss is only printed.
pub fn report(items: usize, ratios: &[Ratio<'_>]) -> Result<(), Missed> {
    println!("\n{:<62} {:>9} {:>9} {:>7}  target", "ratio", "ours ns", "other ns", "ratio");
    let mut missed = 0;
    for (group, ours, other, target) in ratios {
        let name = format!("{group}: {ours} / {other}");
        let (Some(a), Some(b)) = (fastest(group, ours, items), fastest(group, other, items)) else {
            println!("{name:<62} not measured in this run");
            continue;
        };
        let (ratio, kept) = match target {
            Target::Faster(least) => (b / a, b / a >= *least),
            Target::Within(most) => (a / b, a / b <= *most),
            Target::Told => (a / b, true),
        };
        missed += usize::from(!kept);
        let verdict = if kept { "" } else { "  MISSED" };
        println!("{name:<62} {a:>9.1} {b:>9.1} {ratio:>7.2}  {target}{verdict}");
    }
    if missed > 0 && env::var_os("BENCH_STRICT").is_some() { Err(Missed(missed)) } else { Ok(()) }
}

/// So many targets were missed.
#[derive(Clone, Copy, Debug)]
pub struct Missed(usize);

impl From<usize> for Missed {
    fn from(targets: usize) -> Self {
        Self(targets)
    }
}

impl fmt::Display for Missed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} targets missed", self.0)
    }
}

impl std::error::Error for Missed {}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Faster(least) => write!(f, "at least {least} times as fast"),
            Self::Within(most) => write!(f, "at most {most} times as slow"),
            Self::Told => f.write_str("-"),
        }
    }
}

/// The fastest sample of a work in nanoseconds an item, as criterion wrote the
/// samples down. What else runs on the machine only ever adds to a sample.
fn fastest(group: &str, work: &str, items: usize) -> Option<f64> {
    let file = results().join(group).join(work).join("new").join("sample.json");
    let samples: Value = serde_json::from_str(&fs::read_to_string(file).ok()?).ok()?;
    let list = |key| samples.get(key)?.as_array();
    let times = list("times")?.iter().filter_map(Value::as_f64);
    let rounds = list("iters")?.iter().filter_map(Value::as_f64);
    let fastest = times.zip(rounds).map(|(time, rounds)| time / rounds).reduce(f64::min)?;
    Some(fastest / f64::from(u32::try_from(items).ok()?))
}

fn results() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target").join("criterion")
}
