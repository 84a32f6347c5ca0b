//! The status of a license (证照状态) and what can happen to it.

use crate::life_event::LifeEvent;

/// The status of one version of a license (证照状态).
///
/// Four ends are kept apart: 撤销 (wrong from the start, works back), 撤回
/// (lawful, but circumstances changed), 吊销 (a penalty) and 注销 (the closing
/// act that follows the others); 行政许可法 art. 8, 69, 70.
///
/// ```
/// use gov_license::{LicenseStatus, LifeEvent};
///
/// let valid = LicenseStatus::Valid;
/// assert_eq!(valid.after(LifeEvent::Suspend), Ok(LicenseStatus::Suspended));
/// assert!(LicenseStatus::Revoked.after(LifeEvent::Restore).is_err());
/// ```
#[doc(alias = "证照状态")]
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum LicenseStatus {
    /// Made and not sealed (待签发).
    Draft,
    /// Issued; the first day has not come (未生效).
    NotYetEffective,
    /// Valid (有效).
    Valid,
    /// Past its last day while a renewal filed in time is undecided (视为准予延续),
    /// 行政许可法 art. 50.
    DeemedRenewed,
    /// Suspended (暂扣).
    Suspended,
    /// Reported lost (挂失).
    Lost,
    /// Past its last day (失效).
    Expired,
    /// Moved to another body (转出).
    TransferredOut,
    /// Revoked (撤销).
    Revoked,
    /// Withdrawn (撤回).
    Withdrawn,
    /// Taken away as a penalty (吊销).
    PenaltyRevoked,
    /// Deregistered (注销).
    Cancelled,
    /// Void, since it was issued in error (作废).
    Voided,
    /// Replaced by a later version (已更替).
    Superseded,
}

impl LicenseStatus {
    /// All statuses.
    pub const ALL: [Self; 14] = [
        Self::Draft,
        Self::NotYetEffective,
        Self::Valid,
        Self::DeemedRenewed,
        Self::Suspended,
        Self::Lost,
        Self::Expired,
        Self::TransferredOut,
        Self::Revoked,
        Self::Withdrawn,
        Self::PenaltyRevoked,
        Self::Cancelled,
        Self::Voided,
        Self::Superseded,
    ];

    /// The status after an event.
    ///
    /// A license whose renewal counts as granted is valid in law, so whatever
    /// can happen to a valid one can happen to it. A lost license also ends
    /// with its period.
    ///
    /// # Errors
    ///
    /// When the event cannot happen to a license of this status.
    pub const fn after(self, event: LifeEvent) -> Result<Self, Impossible> {
        use LifeEvent as Event;
        Ok(match (self, event) {
            (Self::Draft, Event::Seal | Event::TransferIn) => Self::NotYetEffective,
            (Self::Draft | Self::NotYetEffective, Event::Void) => Self::Voided,
            (Self::NotYetEffective, Event::Begin)
            | (Self::Suspended, Event::Restore)
            | (Self::Lost, Event::Find)
            | (Self::TransferredOut, Event::UndoTransferOut) => Self::Valid,
            (Self::Valid | Self::DeemedRenewed, Event::Suspend) => Self::Suspended,
            (Self::Valid | Self::DeemedRenewed, Event::ReportLost) => Self::Lost,
            (Self::Valid | Self::DeemedRenewed, Event::Renew | Event::Change | Event::Replace)
            | (Self::Lost, Event::Reissue) => Self::Superseded,
            (
                Self::Valid | Self::Suspended | Self::Lost,
                Event::FileRenewal | Event::RefuseRenewal,
            ) => self,
            (Self::Valid, Event::DeemRenewed) => Self::DeemedRenewed,
            (Self::Valid | Self::Suspended | Self::Lost, Event::End) => Self::Expired,
            (Self::Valid | Self::DeemedRenewed | Self::Suspended, Event::TransferOut) => {
                Self::TransferredOut
            }
            (_, Event::Revoke) if self.is_in_force() => Self::Revoked,
            (_, Event::Withdraw) if self.is_in_force() => Self::Withdrawn,
            (_, Event::TakeAway) if self.is_in_force() => Self::PenaltyRevoked,
            (_, Event::Deregister) if !self.is_final() => Self::Cancelled,
            _ => return Err(Impossible { status: self, event }),
        })
    }

    /// Whether nothing can happen to it any more.
    #[must_use]
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Cancelled | Self::Voided | Self::Superseded)
    }

    /// Whether the permission lasts, even where it cannot be used for a while.
    const fn is_in_force(self) -> bool {
        matches!(self, Self::Valid | Self::DeemedRenewed | Self::Suspended | Self::Lost)
    }

    /// The status as a word that programs can rely on.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::NotYetEffective => "not-yet-effective",
            Self::Valid => "valid",
            Self::DeemedRenewed => "deemed-renewed",
            Self::Suspended => "suspended",
            Self::Lost => "lost",
            Self::Expired => "expired",
            Self::TransferredOut => "transferred-out",
            Self::Revoked => "revoked",
            Self::Withdrawn => "withdrawn",
            Self::PenaltyRevoked => "penalty-revoked",
            Self::Cancelled => "cancelled",
            Self::Voided => "voided",
            Self::Superseded => "superseded",
        }
    }

    /// The Chinese name.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Draft => "待签发",
            Self::NotYetEffective => "未生效",
            Self::Valid => "有效",
            Self::DeemedRenewed => "视为准予延续",
            Self::Suspended => "暂扣",
            Self::Lost => "挂失",
            Self::Expired => "失效",
            Self::TransferredOut => "转出",
            Self::Revoked => "撤销",
            Self::Withdrawn => "撤回",
            Self::PenaltyRevoked => "吊销",
            Self::Cancelled => "注销",
            Self::Voided => "作废",
            Self::Superseded => "已更替",
        }
    }
}

/// The event cannot happen to a license of this status.
///
/// ```
/// use gov_license::{LicenseStatus, LifeEvent};
///
/// let error = LicenseStatus::Expired.after(LifeEvent::Renew).unwrap_err();
/// assert_eq!(error.to_string(), "license: renew cannot happen to one that is expired");
/// assert_eq!(error.zh(), "状态为“失效”的证照不能办理“延续”");
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[error("license: {} cannot happen to one that is {}", .event.code(), .status.code())]
pub struct Impossible {
    status: LicenseStatus,
    event: LifeEvent,
}

impl Impossible {
    /// The status.
    #[must_use]
    pub const fn status(&self) -> LicenseStatus {
        self.status
    }

    /// The event.
    #[must_use]
    pub const fn event(&self) -> LifeEvent {
        self.event
    }

    /// The error as one Chinese sentence for the clerk at the window.
    #[must_use]
    pub fn zh(&self) -> String {
        format!("状态为“{}”的证照不能办理“{}”", self.status.zh(), self.event.zh())
    }
}
