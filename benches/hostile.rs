//! Hostile texts: how long until the error, and how much memory at most.
//!
//! The texts are those of gov-license's test `hostile`, which holds the memory.
//! Time is told here: the target is 50 ms on any machine a window has.

use std::hint::black_box;
use std::time::{Duration, Instant};

use gov_benches::Missed;
use gov_license::QrLicense;

use crate::inputs::{Hostile, bomb, inputs};

#[path = "../gov-license/src/qr/base45.rs"]
#[expect(dead_code, reason = "a bench only writes codes")]
mod base45;
#[path = "../gov-license/tests/hostile/inputs.rs"]
mod inputs;

const MOST: Duration = Duration::from_millis(50);
const MOST_BYTES: u64 = 10_000_000;
const ROUNDS: usize = 20;

fn main() -> Result<(), Missed> {
    println!("{:<50} {:>9} {:>11}  error", "hostile text", "slowest", "peak bytes");
    let mut missed = 0;
    for hostile in inputs().iter().chain([&code()]) {
        let Hostile { name, text, read, code } = hostile;
        let answer = |text| {
            let answer = black_box(read(text));
            assert_eq!(answer, Some(*code), "{name}");
        };
        let slowest = (0..ROUNDS).map(|_| timed(|| answer(text))).max().unwrap_or_default();
        let bytes = allocation_counter::measure(|| answer(text)).bytes_max;
        let kept = slowest <= MOST && bytes <= MOST_BYTES;
        missed += usize::from(!kept);
        let verdict = if kept { "" } else { "  MISSED" };
        println!("{name:<50} {:>6.2} ms {bytes:>11}  {code}{verdict}", milliseconds(slowest));
    }
    println!("targets: 50 ms and 10 MB each");
    let strict = std::env::var_os("BENCH_STRICT").is_some();
    if missed > 0 && strict { Err(Missed::from(missed)) } else { Ok(()) }
}

fn code() -> Hostile {
    Hostile {
        name: "QR code, 2 MiB once decompressed",
        text: format!("GL1:{}", base45::encode(&bomb(2))),
        read: |text| QrLicense::parse(text).err().map(|error| error.code()),
        code: "qr-expands",
    }
}

fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}
