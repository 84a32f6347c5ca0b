//! The wire forms written by hand: names, published procedures, event lines.

use core::fmt;
use core::marker::PhantomData;
use core::str::FromStr;

use chrono::{DateTime, FixedOffset};

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::code::CodeError;
use crate::history::History;
use crate::tampering::LineError;
use crate::{Case, CaseNumber, Deadline, Event, Extension, ItemCode, Limit, MaterialName, Pause};
use crate::{JointDraft, JointEvent, JointProcedure};
use crate::{Procedure, ProcedureDraft, StaffId, TransitionError};

macro_rules! text_form {
    ($type:ident) => {
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(Text(PhantomData))?.map_err(D::Error::custom)
            }
        }
    };
}

text_form!(CaseNumber);
text_form!(ItemCode);
text_form!(MaterialName);
text_form!(StaffId);

/// Reads a string and parses it, keeping the two ways to fail apart.
struct Text<T>(PhantomData<T>);

impl<T: FromStr<Err = CodeError>> Visitor<'_> for Text<T> {
    type Value = Result<T, CodeError>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(text.parse())
    }
}

impl Serialize for Procedure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.as_draft().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Procedure {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::try_new(ProcedureDraft::deserialize(deserializer)?).map_err(|faults| {
            let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
            D::Error::custom(faults.join("; "))
        })
    }
}

impl Serialize for JointProcedure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.as_draft().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for JointProcedure {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::try_new(JointDraft::deserialize(deserializer)?).map_err(|faults| {
            let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
            D::Error::custom(faults.join("; "))
        })
    }
}

/// A deadline is written for others to read, never read back: it is reckoned.
impl Serialize for Deadline {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct Form<'a> {
            limit: &'a Limit,
            start: chrono::NaiveDate,
            #[serde(skip_serializing_if = "<[_]>::is_empty")]
            pauses: &'a [Pause],
            #[serde(skip_serializing_if = "Option::is_none")]
            extension: Option<&'a Extension>,
            due: Option<chrono::NaiveDate>,
            calendar: &'a str,
        }
        Form {
            limit: self.limit(),
            start: self.start(),
            pauses: self.pauses(),
            extension: self.extension(),
            due: self.due().ok(),
            calendar: self.calendar().version(),
        }
        .serialize(serializer)
    }
}

/// The line is not an event in its JSON form.
///
/// It never repeats the line, which may hold a person's number.
///
/// ```
/// use gov_workflow::Event;
///
/// let error = Event::from_json("{}").unwrap_err();
/// assert_eq!(error.to_string(), "event: not in its JSON form (character 2)");
/// assert_eq!(error.zh(), "事件不符合JSON格式（第2个字符）");
/// assert_eq!((error.column(), error.code()), (2, "json"));
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, thiserror::Error)]
#[error("event: not in its JSON form (character {column})")]
pub struct EventError {
    column: usize,
}

impl EventError {
    /// Where reading stopped, in bytes from 1; 0 when the line is not at fault.
    #[must_use]
    pub const fn column(&self) -> usize {
        self.column
    }

    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        "json"
    }

    /// The error as one Chinese sentence.
    #[must_use]
    pub fn zh(&self) -> String {
        format!("事件不符合JSON格式（第{}个字符）", self.column)
    }
}

impl Event {
    /// The JSON form, on one line.
    ///
    /// # Errors
    ///
    /// A time outside the years that the form can write.
    pub fn to_json(&self) -> Result<String, EventError> {
        writable(&self.at)?;
        serde_json::to_string(self).map_err(|_| EventError { column: 0 })
    }

    /// Reads the JSON form.
    ///
    /// # Errors
    ///
    /// Anything but the JSON form; a field that does not belong there, too.
    pub fn from_json(line: &str) -> Result<Self, EventError> {
        serde_json::from_str(line).map_err(|error| EventError { column: error.column() })
    }
}

impl JointEvent {
    /// The JSON form, on one line.
    ///
    /// # Errors
    ///
    /// A time outside the years that the form can write.
    pub fn to_json(&self) -> Result<String, EventError> {
        writable(&self.at)?;
        serde_json::to_string(self).map_err(|_| EventError { column: 0 })
    }

    /// Reads the JSON form.
    ///
    /// # Errors
    ///
    /// Anything but the JSON form; a field that does not belong there, too.
    pub fn from_json(line: &str) -> Result<Self, EventError> {
        serde_json::from_str(line).map_err(|error| EventError { column: error.column() })
    }
}

/// At the very end of time an instant has no local day, which `chrono` panics over.
fn writable(at: &DateTime<FixedOffset>) -> Result<(), EventError> {
    let local = at.naive_utc().checked_add_offset(*at.offset());
    local.map(|_| ()).ok_or(EventError { column: 0 })
}

/// The events of a history do not make a case.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ReplayError {
    /// A line is not an event.
    #[error("history: event {number}: {cause}")]
    Event {
        /// The event, from 1.
        number: u64,
        /// Why not.
        cause: EventError,
    },
    /// An event cannot follow on those before it.
    #[error("history: event {number}: {cause}")]
    Transition {
        /// The event, from 1.
        number: u64,
        /// Why not.
        cause: TransitionError,
    },
}

impl ReplayError {
    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Event { cause, .. } => cause.code(),
            Self::Transition { cause, .. } => cause.code(),
        }
    }

    /// The error as one Chinese sentence.
    #[must_use]
    pub fn zh(&self) -> String {
        match self {
            Self::Event { number, cause } => format!("办件履历第{number}条：{}", cause.zh()),
            Self::Transition { number, cause } => format!("办件履历第{number}条：{}", cause.zh()),
        }
    }
}

impl History {
    /// Adds an event in its JSON form.
    ///
    /// # Errors
    ///
    /// An event of more than [`LONGEST`](Self::LONGEST) bytes.
    pub fn record(&mut self, event: &Event) -> Result<(), LineError> {
        // What cannot be written leaves an empty line, which is refused.
        self.append_json(&event.to_json().unwrap_or_default())
    }

    /// The events, read from their JSON form.
    ///
    /// # Errors
    ///
    /// The first line that is no event.
    pub fn events(&self) -> Result<Vec<Event>, ReplayError> {
        let read = |(number, line)| {
            Event::from_json(line).map_err(|cause| ReplayError::Event { number, cause })
        };
        (1..).zip(self.lines()).map(read).collect()
    }

    /// The case that the events make.
    ///
    /// # Errors
    ///
    /// The first line that is no event, or cannot follow on those before it.
    pub fn replay(&self) -> Result<Case, ReplayError> {
        let mut case = Case::draft();
        for (number, event) in (1..).zip(self.events()?) {
            case.apply(&event).map_err(|cause| ReplayError::Transition { number, cause })?;
        }
        Ok(case)
    }
}
