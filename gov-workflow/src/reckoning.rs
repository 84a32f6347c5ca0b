//! A deadline explained, so that anybody can count along.

use std::fmt::Write;

use chrono::{Datelike, NaiveDate, Weekday};

use crate::deadline::{Deadline, DueUnknown};
use crate::limit::{LimitUnit, StartRule};
use crate::{Pause, SpecialDay};

impl Deadline {
    /// The reckoning in English, line by line: the limit and its basis, the start
    /// day, the extension, the days of rest and the make-up days inside, what is left out,
    /// the last day, the calendar.
    #[must_use]
    pub fn explain(&self) -> String {
        let limit = self.limit();
        if let Some(last) = self.dated() {
            return self.explain_date(last);
        }
        let (clock, unit) = (limit.clock.english(), limit.unit.english(limit.days));
        let (origin, basis) = (limit.origin.english(), &limit.basis);
        let mut text = format!("{clock}: {} {unit}, {origin} ({basis})\n", limit.days);
        let start = self.start();
        line(&mut text, format_args!("start: {}, not counted", day(start)));
        if let Some(extension) = self.extension() {
            let (more, days, basis) = (extension.days, self.days(), &extension.basis);
            line(&mut text, format_args!("extended: {more} more, {days} in all ({basis})"));
        }
        if limit.start_rule == StartRule::DayAfterWorkingDay {
            line(
                &mut text,
                format_args!("a start on a day of rest is taken as the next working day"),
            );
        }
        for span in self.spans() {
            let kind = if span.works { "make-up working day" } else { "off" };
            let (days, name) = (span.english(), holiday(&span.name));
            line(&mut text, format_args!("inside: {days} {kind}, {name}"));
        }
        for Pause { ground, from, to } in self.pauses() {
            let (what, basis) = (ground.english(), ground.basis());
            match to {
                Some(to) => line(
                    &mut text,
                    format_args!("left out: after {from} to {to}, {what} ({basis})"),
                ),
                None => line(&mut text, format_args!("left out: after {from}, {what} ({basis})")),
            }
        }
        if limit.unit == LimitUnit::WorkingDay {
            line(&mut text, format_args!("other Saturdays and Sundays are not counted"));
        } else {
            line(
                &mut text,
                format_args!("a last day on a day of rest moves to the next working day"),
            );
        }
        for year in self.unknown_region_years() {
            line(&mut text, format_args!("note: the regional days off of {year} are not known"));
        }
        match self.due() {
            Ok(due) => line(&mut text, format_args!("last day: {}", day(due))),
            Err(DueUnknown::NotCovered(cause)) => {
                line(&mut text, format_args!("last day: unknown, {cause}"));
            }
            Err(DueUnknown::Paused { since }) => {
                line(&mut text, format_args!("last day: unknown, stopped since {}", day(since)));
            }
        }
        line(&mut text, format_args!("calendar: {}", self.calendar().version()));
        text
    }

    /// The reckoning in Chinese, line by line (期限计算说明).
    #[must_use]
    pub fn explain_zh(&self) -> String {
        let limit = self.limit();
        if let Some(last) = self.dated() {
            return self.explain_date_zh(last);
        }
        let (origin, clock) = (limit.origin.zh(), limit.clock.zh());
        let (unit, basis) = (limit.unit.zh(), limit.basis.zh());
        let mut text = format!("{origin}{clock}期限：{}{unit}（{basis}）\n", limit.days);
        line(&mut text, format_args!("起算：{}，当日不计入", day_zh(self.start())));
        if let Some(extension) = self.extension() {
            let (more, days, basis) = (extension.days, self.days(), extension.basis.zh());
            line(&mut text, format_args!("延长：{more}{unit}，共{days}{unit}（{basis}）"));
        }
        if limit.start_rule == StartRule::DayAfterWorkingDay {
            line(&mut text, format_args!("起算日为休息日的，视为次一工作日"));
        }
        for span in self.spans() {
            let kind = if span.works { "调休上班，计入" } else { "放假，不计入" };
            let kind = match limit.unit {
                LimitUnit::WorkingDay => kind,
                LimitUnit::NaturalDay if span.works => "调休上班",
                LimitUnit::NaturalDay => "放假",
            };
            line(&mut text, format_args!("其间：{}{}{kind}", span.zh(), span.name));
        }
        for Pause { ground, from, to } in self.pauses() {
            let (what, basis, from) = (ground.zh(), ground.basis().zh(), date_zh(*from));
            let to = to.map(|to| format!("至{}", date_zh(to))).unwrap_or_default();
            line(&mut text, format_args!("不计入：{from}次日起{to}，{what}（{basis}）"));
        }
        if limit.unit == LimitUnit::WorkingDay {
            line(&mut text, format_args!("其余星期六、星期日不计入"));
        } else {
            line(&mut text, format_args!("末日为休息日的，顺延至次一工作日"));
        }
        for year in self.unknown_region_years() {
            line(&mut text, format_args!("注意：{year}年地区假日未知"));
        }
        match self.due() {
            Ok(due) => line(&mut text, format_args!("届满：{}", day_zh(due))),
            Err(cause) => line(&mut text, format_args!("届满：未知，{}", cause.zh())),
        }
        line(&mut text, format_args!("日历版本：{}", self.calendar().version()));
        text
    }

    /// A date takes no counting, and so no calendar.
    fn explain_date(&self, last: NaiveDate) -> String {
        let limit = self.limit();
        let (clock, origin, basis) = (limit.clock.english(), limit.origin.english(), &limit.basis);
        let mut text = format!("{clock}: before the license expires, {origin} ({basis})\n");
        line(&mut text, format_args!("start: {}", day(self.start())));
        line(&mut text, format_args!("a last day on a day of rest does not move"));
        line(&mut text, format_args!("last day: {}; silence then renews the license", day(last)));
        text
    }

    fn explain_date_zh(&self, last: NaiveDate) -> String {
        let limit = self.limit();
        let (origin, clock, basis) = (limit.origin.zh(), limit.clock.zh(), limit.basis.zh());
        let mut text = format!("{origin}{clock}期限：原许可有效期届满前（{basis}）\n");
        line(&mut text, format_args!("起算：{}", day_zh(self.start())));
        line(&mut text, format_args!("末日为休息日的，不顺延"));
        line(&mut text, format_args!("届满：{}，逾期未作决定的，视为准予延续", day_zh(last)));
        text
    }

    /// The years inside of which the calendar lacks the region's days.
    #[must_use]
    pub fn unknown_region_years(&self) -> Vec<i32> {
        if self.dated().is_some() {
            return Vec::new();
        }
        self.calendar().unknown_region_years(self.start(), self.last_known())
    }

    /// The special days that were met on the way, equal neighbors together.
    fn spans(&self) -> Vec<Span> {
        let mut spans: Vec<Span> = Vec::new();
        for special in self.calendar().special_days_between(self.start(), self.last_known()) {
            match spans.last_mut() {
                Some(span) if span.takes(special) => span.last = special.date(),
                _ => spans.push(Span::of(special)),
            }
        }
        spans
    }

    fn last_known(&self) -> NaiveDate {
        match self.due() {
            Ok(due) => due,
            Err(DueUnknown::Paused { since }) => since,
            Err(DueUnknown::NotCovered(_)) => self.calendar().range().1,
        }
    }
}

/// Special days in a row with one name.
struct Span {
    first: NaiveDate,
    last: NaiveDate,
    works: bool,
    name: String,
}

impl Span {
    fn of(special: &SpecialDay) -> Self {
        let date = special.date();
        Self { first: date, last: date, works: special.works(), name: special.name().to_owned() }
    }

    fn takes(&self, special: &SpecialDay) -> bool {
        self.last.succ_opt() == Some(special.date())
            && self.works == special.works()
            && self.name == special.name()
    }

    fn english(&self) -> String {
        let Self { first, last, .. } = *self;
        if first == last { day(first) } else { format!("{first} to {last}") }
    }

    fn zh(&self) -> String {
        let Self { first, last, .. } = *self;
        if first == last {
            day_zh(first)
        } else {
            format!("{}至{}", date_zh(first), date_zh(last))
        }
    }
}

fn line(text: &mut String, line: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{line}");
}

fn day(day: NaiveDate) -> String {
    let weekday = match day.weekday() {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    };
    format!("{day} ({weekday})")
}

fn day_zh(day: NaiveDate) -> String {
    let weekday = match day.weekday() {
        Weekday::Mon => "一",
        Weekday::Tue => "二",
        Weekday::Wed => "三",
        Weekday::Thu => "四",
        Weekday::Fri => "五",
        Weekday::Sat => "六",
        Weekday::Sun => "日",
    };
    format!("{}（星期{weekday}）", date_zh(day))
}

pub(crate) fn date_zh(day: NaiveDate) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

/// The usual English name; a holiday of a body's own calendar keeps its Chinese one.
fn holiday(name: &str) -> &str {
    match name {
        "元旦" => "New Year",
        "春节" => "Spring Festival",
        "清明节" => "Qingming",
        "劳动节" | "“五一”" | "“五一”国际劳动节" => "Labor Day",
        "端午节" => "Dragon Boat Festival",
        "中秋节" => "Mid-Autumn Festival",
        "国庆节" | "“十一”" => "National Day",
        "中秋节、国庆节" | "国庆节、中秋节" => "Mid-Autumn Festival and National Day",
        "开斋节" => "Eid al-Fitr",
        "古尔邦节" => "Eid al-Adha",
        other => other,
    }
}
