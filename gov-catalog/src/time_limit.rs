//! Time limit (时限).

use alloc::vec::Vec;
use core::fmt;

use crate::Basis;
use crate::vocabulary::vocabulary;

/// A limit of the law and the shorter one that the body promises (法定时限、承诺时限).
///
/// Both have the same unit, so that they can be compared without a calendar.
/// Promised ≤ statutory always holds.
///
/// ```
/// use gov_catalog::{LimitUnit, TimeLimit};
///
/// let decision = TimeLimit::try_new(LimitUnit::WorkingDay, 10, Some(7))?;
/// assert_eq!((decision.statutory(), decision.promised()), (10, 7));
///
/// let error = TimeLimit::try_new(LimitUnit::WorkingDay, 10, Some(11)).unwrap_err();
/// assert_eq!(error.to_string(), "the promised limit of 11 exceeds the statutory limit of 10");
/// # Ok::<(), gov_catalog::LimitError>(())
/// ```
///
/// Deliberately absent: the counting of days. When a limit begins, what stops it
/// and on which day it ends is the clock's business (`gov-workflow`).
#[doc(alias = "法定时限")]
#[doc(alias = "承诺时限")]
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields))]
pub struct TimeLimit {
    unit: LimitUnit,
    #[cfg_attr(feature = "schemars", schemars(range(min = 1, max = 3660)))]
    statutory: u16,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "schemars", schemars(range(min = 0, max = 3660)))]
    promised: Option<u16>,
    basis: Vec<Basis>,
}

vocabulary! {
    /// What a limit counts (时限单位).
    ///
    /// The unit belongs to the item, never to the program: laws differ.
    ///
    /// ```
    /// assert_eq!(gov_catalog::LimitUnit::WorkingDay.zh(), "工作日");
    /// ```
    #[doc(alias = "时限单位")]
    pub enum LimitUnit {
        /// Working day (工作日),
        WorkingDay = "working-day", "工作日";
        /// Natural day (自然日),
        NaturalDay = "natural-day", "自然日";
    }
}

/// Two limits that cannot stand together.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum LimitError {
    /// The statutory limit is 0 or longer than ten years of days.
    #[error("the statutory limit is not 1 to {}", TimeLimit::MAX)]
    Range,
    /// The body promises more time than the law allows.
    #[error("the promised limit of {promised} exceeds the statutory limit of {statutory}")]
    PromiseExceeds {
        /// The promised limit.
        promised: u16,
        /// The statutory limit.
        statutory: u16,
    },
}

impl TimeLimit {
    /// The longest limit that is read: ten years of days.
    pub const MAX: u16 = 3660;

    /// A limit without basis; with none promised the law's own is the promise.
    ///
    /// # Errors
    ///
    /// A statutory limit outside 1 to [`MAX`](Self::MAX); a promise beyond it.
    pub const fn try_new(
        unit: LimitUnit,
        statutory: u16,
        promised: Option<u16>,
    ) -> Result<Self, LimitError> {
        match promised {
            _ if statutory == 0 || statutory > Self::MAX => Err(LimitError::Range),
            Some(promised) if promised > statutory => {
                Err(LimitError::PromiseExceeds { promised, statutory })
            }
            _ => Ok(Self { unit, statutory, promised, basis: Vec::new() }),
        }
    }

    /// The same limit with the rules it stands on.
    #[must_use]
    pub fn with_basis(self, basis: Vec<Basis>) -> Self {
        Self { basis, ..self }
    }

    /// What both limits count.
    #[must_use]
    pub const fn unit(&self) -> LimitUnit {
        self.unit
    }

    /// The limit of the law (法定时限).
    #[must_use]
    pub const fn statutory(&self) -> u16 {
        self.statutory
    }

    /// The limit that binds the body (承诺时限): its promise, else the law's.
    /// 0 is the same day.
    #[must_use]
    pub const fn promised(&self) -> u16 {
        match self.promised {
            Some(promised) => promised,
            None => self.statutory,
        }
    }

    /// The promise as it was made; none when the law's limit is all there is.
    #[must_use]
    pub const fn promise(&self) -> Option<u16> {
        self.promised
    }

    /// The rules the statutory limit stands on.
    #[must_use]
    pub fn basis(&self) -> &[Basis] {
        &self.basis
    }
}

impl LimitError {
    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Range => "limit-range",
            Self::PromiseExceeds { .. } => "promise-exceeds-statute",
        }
    }

    /// The error as one Chinese sentence.
    #[must_use]
    pub const fn zh(self) -> impl fmt::Display + use<> {
        Chinese(self)
    }
}

struct Chinese(LimitError);

impl fmt::Display for Chinese {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            LimitError::Range => write!(f, "法定时限应为1至{}", TimeLimit::MAX),
            LimitError::PromiseExceeds { promised, statutory } => {
                write!(f, "承诺时限{promised}超过法定时限{statutory}")
            }
        }
    }
}
