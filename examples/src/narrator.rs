//! What a run tells: to people as text, in Chinese and English, or to programs
//! as JSON. Both tell the same.

use anstyle::{AnsiColor, Style};
use chrono::{DateTime, FixedOffset};
use serde::Serialize;

const BOLD: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();
const GOOD: Style = AnsiColor::Green.on_default().bold();
const BAD: Style = AnsiColor::Red.on_default().bold();

/// One sentence in both languages.
#[derive(Clone, Serialize)]
pub(crate) struct Text {
    zh: String,
    en: String,
}

/// Something that happened, was refused, or was checked.
#[derive(Serialize)]
pub(crate) struct Step {
    number: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<DateTime<FixedOffset>>,
    outcome: Outcome,
    what: Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    who: Option<String>,
    details: Vec<Detail>,
}

/// How a step ended.
#[derive(Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Outcome {
    /// It happened.
    Done,
    /// The law refused it, and nothing changed.
    Refused,
    /// A file was checked and holds.
    Verified,
    /// A file was checked and does not hold.
    Failed,
}

/// One line below a step: a label and what it says.
#[derive(Serialize)]
struct Detail {
    label: &'static str,
    #[serde(flatten)]
    text: Text,
}

/// Collects the steps of a run; as text it shows each at once.
pub(crate) struct Narrator {
    json: bool,
    steps: Vec<Step>,
}

impl Text {
    pub(crate) fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { zh: zh.into(), en: en.into() }
    }
}

impl Step {
    pub(crate) fn new(outcome: Outcome, what: Text) -> Self {
        Self { number: 0, at: None, outcome, what, who: None, details: Vec::new() }
    }

    pub(crate) fn at(mut self, at: DateTime<FixedOffset>) -> Self {
        self.at = Some(at);
        self
    }

    pub(crate) fn by(mut self, who: impl Into<String>) -> Self {
        self.who = Some(who.into());
        self
    }

    pub(crate) fn detail(mut self, label: &'static str, text: Text) -> Self {
        self.details.push(Detail { label, text });
        self
    }
}

impl Narrator {
    pub(crate) const fn new(json: bool) -> Self {
        Self { json, steps: Vec::new() }
    }

    /// A heading, for people only.
    pub(crate) fn heading(&self, text: &Text) {
        if !self.json {
            anstream::println!("\n{BOLD}{}{BOLD:#} {FAINT}{}{FAINT:#}", text.zh, text.en);
        }
    }

    /// Tells one step.
    pub(crate) fn tell(&mut self, mut step: Step) {
        step.number = self.steps.len().saturating_add(1);
        if !self.json {
            show(&step);
        }
        self.steps.push(step);
    }

    /// Whether every check so far has held.
    pub(crate) fn all_hold(&self) -> bool {
        self.steps.iter().all(|step| step.outcome != Outcome::Failed)
    }

    /// Ends the run: for programs, everything at once.
    pub(crate) fn finish(self, conclusion: &Text) -> Result<bool, serde_json::Error> {
        let verified = self.all_hold();
        if self.json {
            let report = serde_json::json!({ "verified": verified, "conclusion": conclusion, "steps": self.steps });
            anstream::println!("{}", serde_json::to_string_pretty(&report)?);
        } else {
            let style = if verified { GOOD } else { BAD };
            anstream::println!(
                "\n{style}{}{style:#} {FAINT}{}{FAINT:#}",
                conclusion.zh,
                conclusion.en
            );
        }
        Ok(verified)
    }
}

fn show(step: &Step) {
    let (style, mark) = match step.outcome {
        Outcome::Done => (BOLD, "●"),
        Outcome::Verified => (GOOD, "✔"),
        Outcome::Refused => (BAD, "✘ 依法拒绝"),
        Outcome::Failed => (BAD, "✘ 核验不通过"),
    };
    let time = step.at.map(|at| at.format("%Y-%m-%d %H:%M ").to_string()).unwrap_or_default();
    let (number, what) = (step.number, &step.what);
    anstream::println!(
        "\n{number:>2} {time}{style}{mark} {}{style:#} {FAINT}{}{FAINT:#}",
        what.zh,
        what.en
    );
    if let Some(who) = &step.who {
        anstream::println!("   {FAINT}谁 who{FAINT:#}  {who}");
    }
    for Detail { label, text } in &step.details {
        anstream::println!("   {FAINT}{label}{FAINT:#}  {}", text.zh.replace('\n', "\n      "));
        for line in text.en.lines() {
            anstream::println!("      {FAINT}{line}{FAINT:#}");
        }
    }
}
