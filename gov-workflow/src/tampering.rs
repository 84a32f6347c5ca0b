//! What can be wrong with a history.

use crate::History;

/// The text cannot be an event of a history.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum LineError {
    /// No text.
    #[error("event: the text is empty")]
    Empty,
    /// More than one line.
    #[error("event: a line break at character {position}")]
    LineBreak {
        /// Its place in the text, from 1.
        position: usize,
    },
    /// More than [`History::LONGEST`] bytes.
    #[error("event: more than {} bytes", History::LONGEST)]
    TooLong,
}

/// How a history was tampered with. Events are counted from 1.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Tampering {
    /// The bytes of an event's line are not those that were chained.
    #[error("history: event {event} was changed")]
    Changed {
        /// The event.
        event: u64,
    },
    /// An event is chained with a digest that is not known here: nothing is said of it.
    #[error("history: event {event} is chained with a digest that is not known here")]
    UnknownDigest {
        /// The event.
        event: u64,
    },
    /// An event is gone, and later ones are there.
    #[error("history: event {event} was deleted")]
    Deleted {
        /// The first event that is gone.
        event: u64,
    },
    /// Events stand in another order, or one stands there twice.
    #[error("history: event {event} stands in the wrong place")]
    Reordered {
        /// The event that stands where another belongs.
        event: u64,
    },
    /// The last events are gone.
    #[error("history: cut off, event {event} is the first one missing")]
    Truncated {
        /// The first event that is gone.
        event: u64,
    },
    /// Every line fits the others, but not the checkpoint: the history was
    /// rewritten from some event up to this one.
    #[error("history: rewritten, event {event} is not the one of the checkpoint")]
    Rewritten {
        /// The last event of the checkpoint.
        event: u64,
    },
    /// The checkpoint is that of another case.
    #[error("history: the checkpoint is that of another case")]
    OtherCase,
}

impl LineError {
    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::LineBreak { .. } => "line-break",
            Self::TooLong => "length",
        }
    }

    /// The error as one Chinese sentence.
    #[must_use]
    pub fn zh(&self) -> String {
        match self {
            Self::Empty => "事件内容为空".to_owned(),
            Self::LineBreak { position } => format!("事件内容第{position}个字符是换行"),
            Self::TooLong => format!("事件内容超过{}字节", History::LONGEST),
        }
    }
}

impl Tampering {
    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Changed { .. } => "changed",
            Self::UnknownDigest { .. } => "unknown-digest",
            Self::Deleted { .. } => "deleted",
            Self::Reordered { .. } => "reordered",
            Self::Truncated { .. } => "truncated",
            Self::Rewritten { .. } => "rewritten",
            Self::OtherCase => "other-case",
        }
    }

    /// The finding as one Chinese sentence.
    #[must_use]
    pub fn zh(&self) -> String {
        match self {
            Self::Changed { event } => format!("办件履历第{event}条被改动"),
            Self::UnknownDigest { event } => {
                format!("办件履历第{event}条所用摘要算法无法识别，不能核验")
            }
            Self::Deleted { event } => format!("办件履历第{event}条被删除"),
            Self::Reordered { event } => format!("办件履历第{event}条位置不对"),
            Self::Truncated { event } => format!("办件履历自第{event}条起被截去"),
            Self::Rewritten { event } => format!("办件履历被改写，第{event}条与检查点不符"),
            Self::OtherCase => "检查点属于另一办件".to_owned(),
        }
    }
}
