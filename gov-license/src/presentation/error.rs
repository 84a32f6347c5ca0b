//! Why a license is not shown, and why what was shown is not accepted.

use crate::sd_jwt::ReadError;
use crate::signer::SignerError;
use crate::verify::VerifyError;

/// Why elements of a license are not shown.
///
/// ```
/// use gov_license::ShowError;
///
/// assert_eq!(ShowError::Name { position: 2 }.to_string(), "show: name 2 is not there");
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ShowError {
    /// A name that is not among the disclosures.
    #[error("show: name {position} is not there")]
    Name {
        /// Which of the names, counted from 1.
        position: usize,
    },
    /// What is left cannot be read as a license.
    #[error("show: {0}")]
    Unreadable(ReadError),
}

/// Why a holder's key did not show a license.
///
/// ```
/// assert_eq!(gov_license::PresentError::OtherKey.zh(), "该密钥不是证照绑定的持证人密钥");
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum PresentError {
    /// The license is bound to no key.
    #[error("present: the license is bound to no key")]
    NoHolderKey,
    /// The license is bound to another key.
    #[error("present: the license is bound to another key")]
    OtherKey,
    /// The key did not sign.
    #[error("present: {0}")]
    Signer(SignerError),
    /// The signer answered a signature that its own key does not accept.
    #[error("present: the signer answered a wrong signature")]
    WrongSignature,
    /// The outcome is too long to be read.
    #[error("present: {0}")]
    Unreadable(ReadError),
}

/// Why what was shown is not accepted; the first in this order.
///
/// ```
/// use gov_license::PresentationError;
///
/// assert_eq!(PresentationError::Nonce.code(), "presentation-nonce");
/// ```
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum PresentationError {
    /// The license itself is not to be trusted.
    #[error("presentation: {0}")]
    License(VerifyError),
    /// The license is bound to a key, and the key did not sign.
    #[error("presentation: the key binding is missing")]
    KeyBindingMissing,
    /// There is a key binding, and the license is bound to no key.
    #[error("presentation: the license is bound to no key")]
    NoHolderKey,
    /// The holder's key did not sign these bytes.
    #[error("presentation: the holder's key did not sign it")]
    SignatureInvalid,
    /// The holder signed another choice of elements.
    #[error("presentation: signed for another choice of elements")]
    Disclosures,
    /// Meant for somebody else.
    #[error("presentation: meant for another audience")]
    Audience,
    /// An answer to another challenge.
    #[error("presentation: the nonce is another")]
    Nonce,
    /// Signed later than now.
    #[error("presentation: signed {seconds} seconds in the future")]
    SignedInFuture {
        /// How far ahead.
        seconds: i64,
    },
    /// Older than the challenge allows.
    #[error("presentation: signed {seconds} seconds ago")]
    TooOld {
        /// How old.
        seconds: i64,
    },
}

impl ShowError {
    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Name { .. } => "show-name",
            Self::Unreadable(_) => "show-unreadable",
        }
    }

    /// The error as one Chinese sentence for the clerk at the window.
    #[must_use]
    pub fn zh(&self) -> String {
        match self {
            Self::Name { position } => format!("第{position}个要出示的数据项不在证照中"),
            Self::Unreadable(fault) => format!("所选数据项不成证照：{}", fault.zh()),
        }
    }
}

impl PresentError {
    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoHolderKey => "present-no-holder-key",
            Self::OtherKey => "present-other-key",
            Self::Signer(_) => "present-signer",
            Self::WrongSignature => "present-wrong-signature",
            Self::Unreadable(_) => "present-unreadable",
        }
    }

    /// The error as one Chinese sentence for the clerk at the window.
    #[must_use]
    pub fn zh(&self) -> String {
        match self {
            Self::NoHolderKey => "证照未绑定持证人密钥".to_owned(),
            Self::OtherKey => "该密钥不是证照绑定的持证人密钥".to_owned(),
            Self::Signer(_) => "持证人密钥未完成签名".to_owned(),
            Self::WrongSignature => "签名设备返回了错误的签名".to_owned(),
            Self::Unreadable(fault) => format!("出示件不合规范：{}", fault.zh()),
        }
    }
}

impl PresentationError {
    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::License(reason) => reason.code(),
            Self::KeyBindingMissing => "presentation-key-binding-missing",
            Self::NoHolderKey => "presentation-no-holder-key",
            Self::SignatureInvalid => "presentation-signature-invalid",
            Self::Disclosures => "presentation-disclosures",
            Self::Audience => "presentation-audience",
            Self::Nonce => "presentation-nonce",
            Self::SignedInFuture { .. } => "presentation-signed-in-future",
            Self::TooOld { .. } => "presentation-too-old",
        }
    }

    /// The error as one Chinese sentence for the clerk at the window.
    #[must_use]
    pub fn zh(&self) -> String {
        match self {
            Self::License(reason) => reason.zh(),
            Self::KeyBindingMissing => "缺少持证人签名".to_owned(),
            Self::NoHolderKey => "证照未绑定持证人密钥，无法核对持证人签名".to_owned(),
            Self::SignatureInvalid => "持证人签名无效".to_owned(),
            Self::Disclosures => "出示的数据项与持证人签名时的不同".to_owned(),
            Self::Audience => "该出示件不是向本窗口出示的".to_owned(),
            Self::Nonce => "该出示件不是对本次要求的答复".to_owned(),
            Self::SignedInFuture { seconds } => format!("出示时间比当前时间晚{seconds}秒"),
            Self::TooOld { seconds } => format!("出示件已过时，签于{seconds}秒前"),
        }
    }
}
