//! Prints every day that the national calendar covers: the day, `work` or `off`, and the
//! twentieth working day after it (`-` past the data). For `.ci/workdays_chinesecalendar.py`.

use std::io::{self, BufWriter, Write};

use gov_workflow::Calendar;

fn main() -> io::Result<()> {
    let calendar = Calendar::china();
    let (first, last) = calendar.range();
    let mut out = BufWriter::new(io::stdout().lock());
    for day in first.iter_days().take_while(|day| *day <= last) {
        let mark = match calendar.is_working_day(day) {
            Ok(true) => "work",
            Ok(false) => "off",
            Err(_) => "unknown",
        };
        match calendar.nth_working_day_after(day, 20) {
            Ok(due) => writeln!(out, "{day} {mark} {due}")?,
            Err(_) => writeln!(out, "{day} {mark} -")?,
        }
    }
    out.flush()
}
