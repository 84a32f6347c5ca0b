//! Statuses and operations as the construction ministry (住房城乡建设部) codes
//! them.

use crate::license_status::LicenseStatus;
use crate::life_event::LifeEvent;

/// The status of a license in the construction sector (certState).
///
/// ```
/// use gov_license::{ConstructionState, LicenseStatus};
///
/// let state = ConstructionState::of(LicenseStatus::Withdrawn).unwrap();
/// // A code of 99 goes with a text.
/// assert_eq!((state.code(), LicenseStatus::Withdrawn.zh()), ("99", "撤回"));
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum ConstructionState {
    /// 01: valid (有效).
    Valid,
    /// 02: suspended (暂扣).
    Suspended,
    /// 03: revoked (撤销).
    Revoked,
    /// 04: deregistered (注销).
    Cancelled,
    /// 05: expired or superseded (失效).
    Expired,
    /// 06: moved to another body (办理转出).
    TransferredOut,
    /// 07: taken away as a penalty (吊销).
    PenaltyRevoked,
    /// 99: other, said in a text (其他).
    Other,
}

impl ConstructionState {
    /// All states, in the order of their codes.
    pub const ALL: [Self; 8] = [
        Self::Valid,
        Self::Suspended,
        Self::Revoked,
        Self::Cancelled,
        Self::Expired,
        Self::TransferredOut,
        Self::PenaltyRevoked,
        Self::Other,
    ];

    /// The state for a status; none before a license takes effect. That a
    /// renewal deemed granted is reported as valid is inferred.
    #[must_use]
    pub const fn of(status: LicenseStatus) -> Option<Self> {
        Some(match status {
            LicenseStatus::Draft | LicenseStatus::NotYetEffective => return None,
            LicenseStatus::Valid | LicenseStatus::DeemedRenewed => Self::Valid,
            LicenseStatus::Suspended => Self::Suspended,
            LicenseStatus::Revoked => Self::Revoked,
            LicenseStatus::Cancelled => Self::Cancelled,
            LicenseStatus::Expired | LicenseStatus::Superseded => Self::Expired,
            LicenseStatus::TransferredOut => Self::TransferredOut,
            LicenseStatus::PenaltyRevoked => Self::PenaltyRevoked,
            LicenseStatus::Lost | LicenseStatus::Withdrawn | LicenseStatus::Voided => Self::Other,
        })
    }

    /// The two digits.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Valid => "01",
            Self::Suspended => "02",
            Self::Revoked => "03",
            Self::Cancelled => "04",
            Self::Expired => "05",
            Self::TransferredOut => "06",
            Self::PenaltyRevoked => "07",
            Self::Other => "99",
        }
    }

    /// The Chinese name.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Valid => "有效",
            Self::Suspended => "暂扣",
            Self::Revoked => "撤销",
            Self::Cancelled => "注销",
            Self::Expired => "失效",
            Self::TransferredOut => "办理转出",
            Self::PenaltyRevoked => "吊销",
            Self::Other => "其他",
        }
    }
}

/// What is reported of a license in the construction sector (operateType).
///
/// ```
/// use gov_license::{ConstructionOperation, LifeEvent};
///
/// let renewal = ConstructionOperation::of(LifeEvent::Renew).unwrap();
/// assert!(renewal.code() == "02" && renewal.names_previous());
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum ConstructionOperation {
    /// 01: issued.
    Issue,
    /// 02: renewed.
    Renew,
    /// 03: suspended.
    Suspend,
    /// 04: expired.
    Expire,
    /// 05: deregistered, revoked, taken away, or moved out.
    Cancel,
    /// 06: given back after a suspension.
    Restore,
    /// 07: other.
    Other,
    /// 08: moved in.
    TransferIn,
    /// 09: changed.
    Change,
    /// 10: moving out undone.
    UndoTransferOut,
}

impl ConstructionOperation {
    /// All operations, in the order of their codes.
    pub const ALL: [Self; 10] = [
        Self::Issue,
        Self::Renew,
        Self::Suspend,
        Self::Expire,
        Self::Cancel,
        Self::Restore,
        Self::Other,
        Self::TransferIn,
        Self::Change,
        Self::UndoTransferOut,
    ];

    /// What is reported of an event; nothing of a first day, of a renewal that
    /// is asked for or refused, or of one deemed granted.
    #[must_use]
    pub const fn of(event: LifeEvent) -> Option<Self> {
        Some(match event {
            LifeEvent::Begin
            | LifeEvent::FileRenewal
            | LifeEvent::RefuseRenewal
            | LifeEvent::DeemRenewed => return None,
            LifeEvent::Seal => Self::Issue,
            LifeEvent::Renew => Self::Renew,
            LifeEvent::Suspend => Self::Suspend,
            LifeEvent::End => Self::Expire,
            LifeEvent::Deregister
            | LifeEvent::Revoke
            | LifeEvent::TakeAway
            | LifeEvent::TransferOut => Self::Cancel,
            LifeEvent::Restore => Self::Restore,
            LifeEvent::TransferIn => Self::TransferIn,
            LifeEvent::Change => Self::Change,
            LifeEvent::UndoTransferOut => Self::UndoTransferOut,
            LifeEvent::ReportLost
            | LifeEvent::Find
            | LifeEvent::Reissue
            | LifeEvent::Replace
            | LifeEvent::Withdraw
            | LifeEvent::Void => Self::Other,
        })
    }

    /// Whether the identifier of the last version goes with it (关联证照标识).
    #[must_use]
    pub const fn names_previous(self) -> bool {
        matches!(self, Self::Renew | Self::Change | Self::TransferIn)
    }

    /// The two digits.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Issue => "01",
            Self::Renew => "02",
            Self::Suspend => "03",
            Self::Expire => "04",
            Self::Cancel => "05",
            Self::Restore => "06",
            Self::Other => "07",
            Self::TransferIn => "08",
            Self::Change => "09",
            Self::UndoTransferOut => "10",
        }
    }

    /// The Chinese name.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Issue => "办理新发",
            Self::Renew => "办理延续",
            Self::Suspend => "办理暂扣",
            Self::Expire => "办理过期失效",
            Self::Cancel => "办理注销(撤销、吊销、办理转出)",
            Self::Restore => "办理暂扣发还",
            Self::Other => "办理其他业务",
            Self::TransferIn => "办理转入",
            Self::Change => "办理变更",
            Self::UndoTransferOut => "取消办理转出",
        }
    }
}
