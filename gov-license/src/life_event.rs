//! What happens in the life of a license.

/// What happens to one version of a license (证照生命周期事件).
///
/// [`Begin`](Self::Begin), [`End`](Self::End) and
/// [`DeemRenewed`](Self::DeemRenewed) follow from the dates; nobody records
/// them.
///
/// ```
/// use gov_license::LifeEvent;
///
/// assert_eq!(LifeEvent::TakeAway.zh(), "吊销");
/// assert!(LifeEvent::Renew.makes_version() && LifeEvent::End.is_by_date());
/// ```
#[doc(alias = "证照生命周期事件")]
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum LifeEvent {
    /// Sealed and issued (签发).
    Seal,
    /// Issued by the body that takes it over from another (转入).
    TransferIn,
    /// The first day has come (生效).
    Begin,
    /// Suspended as a penalty or a measure (暂扣), 行政处罚法 art. 9.
    Suspend,
    /// Given back after a suspension (暂扣发还).
    Restore,
    /// Reported lost (挂失).
    ReportLost,
    /// Found again (解除挂失).
    Find,
    /// Issued again after a loss (补发).
    Reissue,
    /// The holder asks for renewal (申请延续), 行政许可法 art. 50.
    FileRenewal,
    /// Renewal is refused before the last day is over (不予延续).
    RefuseRenewal,
    /// Renewed (延续), 行政许可法 art. 50.
    Renew,
    /// Changed (变更), 行政许可法 art. 49.
    Change,
    /// Replaced by a new document (换发).
    Replace,
    /// The last day is over (到期).
    End,
    /// The last day is over and a renewal filed in time is undecided
    /// (视为准予延续), 行政许可法 art. 50.
    DeemRenewed,
    /// Moved to another body (转出).
    TransferOut,
    /// The move is undone (取消转出).
    UndoTransferOut,
    /// Revoked (撤销), 行政许可法 art. 69.
    Revoke,
    /// Withdrawn (撤回), 行政许可法 art. 8.
    Withdraw,
    /// Taken away as a penalty (吊销), 行政处罚法 art. 9.
    TakeAway,
    /// Deregistered (注销), 行政许可法 art. 70.
    Deregister,
    /// Declared void, since it was issued in error (作废).
    Void,
}

impl LifeEvent {
    /// All events.
    pub const ALL: [Self; 22] = [
        Self::Seal,
        Self::TransferIn,
        Self::Begin,
        Self::Suspend,
        Self::Restore,
        Self::ReportLost,
        Self::Find,
        Self::Reissue,
        Self::FileRenewal,
        Self::RefuseRenewal,
        Self::Renew,
        Self::Change,
        Self::Replace,
        Self::End,
        Self::DeemRenewed,
        Self::TransferOut,
        Self::UndoTransferOut,
        Self::Revoke,
        Self::Withdraw,
        Self::TakeAway,
        Self::Deregister,
        Self::Void,
    ];

    /// The event of this [code](Self::code).
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|event| event.code() == code)
    }

    /// Whether it follows from the dates.
    #[must_use]
    pub const fn is_by_date(self) -> bool {
        matches!(self, Self::Begin | Self::End | Self::DeemRenewed)
    }

    /// Whether it makes a new version of the license.
    #[must_use]
    pub const fn makes_version(self) -> bool {
        matches!(self, Self::Reissue | Self::Renew | Self::Change | Self::Replace)
    }

    /// The event as a word that programs can rely on.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Seal => "seal",
            Self::TransferIn => "transfer-in",
            Self::Begin => "begin",
            Self::Suspend => "suspend",
            Self::Restore => "restore",
            Self::ReportLost => "report-lost",
            Self::Find => "find",
            Self::Reissue => "reissue",
            Self::FileRenewal => "file-renewal",
            Self::RefuseRenewal => "refuse-renewal",
            Self::Renew => "renew",
            Self::Change => "change",
            Self::Replace => "replace",
            Self::End => "end",
            Self::DeemRenewed => "deem-renewed",
            Self::TransferOut => "transfer-out",
            Self::UndoTransferOut => "undo-transfer-out",
            Self::Revoke => "revoke",
            Self::Withdraw => "withdraw",
            Self::TakeAway => "take-away",
            Self::Deregister => "deregister",
            Self::Void => "void",
        }
    }

    /// The Chinese name.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Seal => "签发",
            Self::TransferIn => "转入",
            Self::Begin => "生效",
            Self::Suspend => "暂扣",
            Self::Restore => "暂扣发还",
            Self::ReportLost => "挂失",
            Self::Find => "解除挂失",
            Self::Reissue => "补发",
            Self::FileRenewal => "申请延续",
            Self::RefuseRenewal => "不予延续",
            Self::Renew => "延续",
            Self::Change => "变更",
            Self::Replace => "换发",
            Self::End => "到期",
            Self::DeemRenewed => "视为准予延续",
            Self::TransferOut => "转出",
            Self::UndoTransferOut => "取消转出",
            Self::Revoke => "撤销",
            Self::Withdraw => "撤回",
            Self::TakeAway => "吊销",
            Self::Deregister => "注销",
            Self::Void => "作废",
        }
    }
}
