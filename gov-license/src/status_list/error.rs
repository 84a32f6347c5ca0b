//! What can be wrong with a status list.

use crate::chain::ChainFault;

/// Why a status was not entered.
///
/// ```
/// use gov_license::StatusEntryError;
///
/// let error = StatusEntryError::Index { places: 8 };
/// assert_eq!(error.to_string(), "status list: the place is outside the 8 of the list");
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum StatusEntryError {
    /// There is no such place.
    #[error("status list: the place is outside the {places} of the list")]
    Index {
        /// How many places there are.
        places: usize,
    },
    /// The status does not fit.
    #[error("status list: the status is above {max}")]
    Value {
        /// The highest that fits.
        max: u8,
    },
}

/// Why a status list was not taken into the book; the first in this order.
///
/// ```
/// use gov_license::StatusListError;
///
/// assert_eq!(StatusListError::Rollback.code(), "status-rollback");
/// assert_eq!(StatusListError::Rollback.zh(), "状态列表早于已有的列表");
/// ```
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum StatusListError {
    /// The policy names no purpose for keys that sign status lists.
    #[error("status list: the policy names no purpose for its signers")]
    NoPurpose,
    /// A certificate breaks a rule; the first that does.
    #[error("status list: chain: {0}")]
    Chain(ChainFault),
    /// The first certificate's key did not sign these bytes.
    #[error("status list: the signature does not match")]
    SignatureInvalid,
    /// Signed later than now.
    #[error("status list: signed {seconds} seconds in the future")]
    SignedInFuture {
        /// How far ahead.
        seconds: i64,
    },
    /// Older than the list at hand.
    #[error("status list: older than the one at hand")]
    Rollback,
    /// As old as the list at hand, and yet another.
    #[error("status list: signed at the same second as the one at hand, with other bytes")]
    Equivocation,
    /// A license that was invalid for good no longer is.
    #[error("status list: place {index} was invalid and no longer is")]
    IllegalTransition {
        /// The place, counted from 0.
        index: usize,
    },
}

impl StatusEntryError {
    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Index { .. } => "status-entry-index",
            Self::Value { .. } => "status-entry-value",
        }
    }

    /// The error as one Chinese sentence for the clerk at the window.
    #[must_use]
    pub fn zh(&self) -> String {
        match self {
            Self::Index { places } => format!("位置超出状态列表的{places}个位置"),
            Self::Value { max } => format!("状态值大于{max}"),
        }
    }
}

impl StatusListError {
    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoPurpose => "status-no-purpose",
            Self::Chain(fault) => fault.code(),
            Self::SignatureInvalid => "status-signature-invalid",
            Self::SignedInFuture { .. } => "status-signed-in-future",
            Self::Rollback => "status-rollback",
            Self::Equivocation => "status-equivocation",
            Self::IllegalTransition { .. } => "status-illegal-transition",
        }
    }

    /// The error as one Chinese sentence for the clerk at the window.
    #[must_use]
    pub fn zh(&self) -> String {
        match self {
            Self::NoPurpose => "信任策略未规定状态列表的签发用途".to_owned(),
            Self::Chain(fault) => format!("状态列表的{}", fault.zh()),
            Self::SignatureInvalid => "状态列表的签名无效".to_owned(),
            Self::SignedInFuture { seconds } => {
                format!("状态列表的签发时间比当前时间晚{seconds}秒")
            }
            Self::Rollback => "状态列表早于已有的列表".to_owned(),
            Self::Equivocation => "状态列表与同一时间签发的列表内容不同".to_owned(),
            Self::IllegalTransition { index } => {
                format!("状态列表中位置{index}已失效的证照被改回有效")
            }
        }
    }
}
