//! Why an annotated copy is worth nothing.

use crate::chain::ChainFault;
use crate::verify::VerifyError;

/// Why an annotated copy is worth nothing here and now; the first in this order.
///
/// ```
/// use gov_license::CopyError;
///
/// assert_eq!(CopyError::OtherPurpose.code(), "copy-other-purpose");
/// assert_eq!(CopyError::OtherPurpose.zh(), "该加注件不是为此用途制作的");
/// ```
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum CopyError {
    /// The policy names no purpose for keys that sign copies.
    #[error("copy: the policy names no purpose for its signers")]
    NoPurpose,
    /// A certificate breaks a rule; the first that does.
    #[error("copy: chain: {0}")]
    Chain(ChainFault),
    /// The first certificate's key did not sign these bytes.
    #[error("copy: the signature does not match")]
    SignatureInvalid,
    /// The certificate is not that of the maker.
    #[error("copy: the certificate is not that of the maker")]
    OtherMaker,
    /// Made later than now.
    #[error("copy: made {seconds} seconds in the future")]
    MadeInFuture {
        /// How far ahead.
        seconds: i64,
    },
    /// Its time is over.
    #[error("copy: its time is over")]
    Expired,
    /// Made for another user.
    #[error("copy: made for another user")]
    OtherUser,
    /// Made for another purpose.
    #[error("copy: made for another purpose")]
    OtherPurpose,
    /// The license in it is not to be trusted.
    #[error("copy: {0}")]
    License(VerifyError),
}

impl CopyError {
    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoPurpose => "copy-no-purpose",
            Self::Chain(fault) => fault.code(),
            Self::SignatureInvalid => "copy-signature-invalid",
            Self::OtherMaker => "copy-other-maker",
            Self::MadeInFuture { .. } => "copy-made-in-future",
            Self::Expired => "copy-expired",
            Self::OtherUser => "copy-other-user",
            Self::OtherPurpose => "copy-other-purpose",
            Self::License(reason) => reason.code(),
        }
    }

    /// The error as one Chinese sentence for the clerk at the window.
    #[must_use]
    pub fn zh(&self) -> String {
        match self {
            Self::NoPurpose => "信任策略未规定加注件的签发用途".to_owned(),
            Self::Chain(fault) => format!("加注件的{}", fault.zh()),
            Self::SignatureInvalid => "加注件的签名无效".to_owned(),
            Self::OtherMaker => "加注件的签发证书不属于制作机构".to_owned(),
            Self::MadeInFuture { seconds } => format!("加注件的制作时间比当前时间晚{seconds}秒"),
            Self::Expired => "加注件已过使用期限".to_owned(),
            Self::OtherUser => "该加注件不是为此使用者制作的".to_owned(),
            Self::OtherPurpose => "该加注件不是为此用途制作的".to_owned(),
            Self::License(reason) => reason.zh(),
        }
    }
}
