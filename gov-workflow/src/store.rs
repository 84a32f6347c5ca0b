//! Where the events of cases are kept (办件库).
//!
//! A store only ever adds. [`SqliteStore::append`] is one atomic step: it takes the
//! events that [`Case::decide`](crate::Case::decide) returned, if nobody was faster and the request was
//! not stored before. [`SqliteStore::load`] hands a case's [`History`](crate::History) back, with
//! its chain checked.
//!
//! ```
//! # #[cfg(feature = "china-calendar")] {
//! use gov_workflow::store::{Appended, RequestKey, SqliteStore, Tenant};
//! # use gov_workflow::gov_identity::{CreditCode, DivisionCode, IdentityKey};
//! # use gov_workflow::*;
//! # let draft = ProcedureDraft::licensing(
//! #     ItemCode::parse("1164020010001501113000131001000").unwrap(),
//! #     "食品经营许可",
//! #     CreditCode::from_static("91640200MA0000007F"),
//! #     DivisionCode::from_static("640200"),
//! # );
//! # let rules = Rules::new(Procedure::try_new(draft).unwrap(), Calendar::china());
//! # let applicant = IdentityKey::parse("111:11010519491231002X").unwrap();
//! # let citizen = Actor::Applicant(applicant.clone());
//! # let at = chrono::DateTime::parse_from_rfc3339("2026-03-02T09:30:00+08:00").unwrap();
//! # let number = CaseNumber::parse("2026-0001").unwrap();
//! # let channel = Channel::WEB;
//! # let receive =
//! #     Command::Receive { case: number.clone(), applicant, channel, materials: [].into() };
//! let mut store = SqliteStore::in_memory()?;
//! let city = Tenant::parse("640200").unwrap();
//! let request = RequestKey::parse("f81d4fae-7dec-11d0").unwrap();
//!
//! let case = store.load(&city, &number)?.replay().unwrap();
//! let events = case.decide(&rules, &receive, &citizen, at).unwrap();
//! let first = store.append(&city, &number, case.version(), &request, &events)?;
//! assert_eq!(first, Appended::Stored { version: 1 });
//!
//! // The answer got lost, the request comes again.
//! let again = store.append(&city, &number, case.version(), &request, &events)?;
//! assert_eq!(again, Appended::Repeated { version: 1 });
//! # }
//! # Ok::<(), gov_workflow::store::StoreError>(())
//! ```

mod sqlite;

use crate::code::code;
use crate::tampering::{LineError, Tampering};

pub use self::sqlite::SqliteStore;

code! {
    /// Whose cases these are (租户): one store can serve several cities or bodies,
    /// and none sees another's.
    ///
    /// ```
    /// use gov_workflow::store::Tenant;
    ///
    /// assert!(Tenant::parse("640200").is_ok());
    /// ```
    #[doc(alias = "租户")]
    Tenant, "1 to 64 visible ASCII characters"
}

code! {
    /// The key of a request (幂等键), made by whoever sends it and sent again
    /// unchanged when the answer got lost. It counts within one case.
    ///
    /// ```
    /// use gov_workflow::store::RequestKey;
    ///
    /// assert!(RequestKey::parse("f81d4fae-7dec-11d0").is_ok());
    /// ```
    #[doc(alias = "幂等键")]
    RequestKey, "1 to 64 visible ASCII characters"
}

/// What became of the events (入库结果).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "stored now or stored before")]
pub enum Appended {
    /// They are stored, and survive a loss of power.
    Stored {
        /// The version of the case with them.
        version: u64,
    },
    /// They were stored before, under the same key.
    Repeated {
        /// The version of the case right after them.
        version: u64,
    },
}

impl Appended {
    /// The version of the case right after the events.
    #[must_use]
    pub const fn version(self) -> u64 {
        match self {
            Self::Stored { version } | Self::Repeated { version } => version,
        }
    }
}

/// Why nothing was stored or loaded.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// Somebody was faster: load, decide again, append again.
    #[error("store: the case is at version {found}, expected {expected}")]
    Conflict {
        /// The version that was decided on.
        expected: u64,
        /// The version that is there.
        found: u64,
    },
    /// The key belongs to another request of this case.
    #[error("store: the request key was used for other events")]
    KeyReused,
    /// There are no events to store.
    #[error("store: no events")]
    Nothing,
    /// An event has no text form.
    #[error("store: {0}")]
    Line(#[from] LineError),
    /// What is stored was tampered with.
    #[error("store: {0}")]
    Tampered(#[from] Tampering),
    /// The file was made by another program, or by another version of this one.
    #[error("store: the file has layout {found}, expected {expected}")]
    Layout {
        /// The layout this version writes.
        expected: i64,
        /// The layout of the file.
        found: i64,
    },
    /// The file system cannot keep a write-ahead log.
    #[error("store: the file cannot have a write-ahead log")]
    NoLog,
    /// The engine failed, for example since the disk is full.
    #[error("store: the engine failed with code {code}")]
    Engine {
        /// The extended result code of SQLite; 0 when there is none.
        code: i32,
    },
}

impl StoreError {
    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Conflict { .. } => "conflict",
            Self::KeyReused => "key-reused",
            Self::Nothing => "nothing",
            Self::Line(cause) => cause.code(),
            Self::Tampered(cause) => cause.code(),
            Self::Layout { .. } => "layout",
            Self::NoLog => "no-log",
            Self::Engine { .. } => "engine",
        }
    }

    /// The error as one Chinese sentence.
    #[must_use]
    pub fn zh(&self) -> String {
        match self {
            Self::Conflict { .. } => "办件刚被他人更新，请刷新后重试".to_owned(),
            Self::KeyReused => "该幂等键已用于另一请求".to_owned(),
            Self::Nothing => "没有要保存的事件".to_owned(),
            Self::Line(cause) => cause.zh(),
            Self::Tampered(cause) => cause.zh(),
            Self::Layout { expected, found } => {
                format!("办件库文件格式为{found}，应为{expected}")
            }
            Self::NoLog => "该文件系统不支持预写日志".to_owned(),
            Self::Engine { code } => format!("数据库出错，代码{code}"),
        }
    }
}
