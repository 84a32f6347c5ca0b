//! What a command tells: to people as text, in Chinese and English, or to
//! programs as one JSON document. Both tell the same.

use anstyle::{AnsiColor, Style};
use serde_json::{Map, Value, json};

const BOLD: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();
const GOOD: Style = AnsiColor::Green.on_default().bold();
const WARN: Style = AnsiColor::Yellow.on_default().bold();
const BAD: Style = AnsiColor::Red.on_default().bold();

/// How grave a line is.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Tone {
    Plain,
    Warn,
    Bad,
}

/// Tells lines as they come, or keeps them for the document.
pub(crate) struct Teller {
    json: bool,
    lists: Map<String, Value>,
    well: bool,
}

impl Teller {
    pub(crate) fn new(json: bool) -> Self {
        Self { json, lists: Map::new(), well: true }
    }

    /// One entry: `value` for programs, the sentences for people.
    pub(crate) fn entry(&mut self, list: &str, tone: Tone, value: Value, zh: &str, en: &str) {
        let entries = self.lists.entry(list).or_insert_with(|| json!([]));
        if let Value::Array(entries) = entries {
            entries.push(value);
        }
        if !self.json {
            let (style, mark) = match tone {
                Tone::Plain => (BOLD, "●"),
                Tone::Warn => (WARN, "▲"),
                Tone::Bad => (BAD, "✘"),
            };
            anstream::println!("{style}{mark}{style:#} {zh}");
            anstream::println!("  {FAINT}{en}{FAINT:#}");
        }
    }

    /// A line below an entry, for people only: programs have it in the entry.
    pub(crate) fn line(&self, zh: &str, en: &str) {
        if !self.json {
            anstream::println!("    {zh}\n    {FAINT}{en}{FAINT:#}");
        }
    }

    /// Something is wrong, and the command fails.
    pub(crate) fn fail(&mut self) {
        self.well = false;
    }

    /// The last words; answers whether all was well.
    pub(crate) fn finish(mut self, zh: &str, en: &str) -> bool {
        if self.json {
            self.lists.insert("ok".into(), self.well.into());
            self.lists.insert("summary".into(), json!({ "zh": zh, "en": en }));
            anstream::println!("{:#}", Value::Object(self.lists));
        } else {
            let style = if self.well { GOOD } else { BAD };
            anstream::println!("\n{style}{zh}{style:#} {FAINT}{en}{FAINT:#}");
        }
        self.well
    }
}
