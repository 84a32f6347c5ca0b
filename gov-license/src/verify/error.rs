//! Why a license is not to be trusted.

use chrono::NaiveDate;
use gov_identity::CreditCode;

use crate::chain::fault::ChainFault;
use crate::claims::Contradiction;
use crate::type_code::LicenseTypeCode;
use crate::verify::report::Axis;

/// A reason not to trust a license.
///
/// ```
/// use gov_license::{Axis, VerifyError};
///
/// let error = VerifyError::SignatureInvalid;
/// assert_eq!(error.axis(), Axis::Signature);
/// assert_eq!(error.code(), "signature-invalid");
/// assert_eq!(error.to_string(), "signature: the issuing body did not sign this license");
/// assert_eq!(error.zh(), "签名无效，该证照不是由颁发机构签发或已被改动");
/// ```
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum VerifyError {
    /// Two claims contradict each other.
    #[error("form: {0}")]
    Contradiction(Contradiction),
    /// A certificate breaks a rule.
    #[error("chain: {0}")]
    Chain(ChainFault),
    /// The key of a certificate is revoked, and nothing proves that the license
    /// was signed before.
    #[error(
        "chain: certificate {certificate}: its key is revoked, and nothing proves that the license was signed before"
    )]
    SigningTimeUnproven {
        /// Which certificate, counted from 1.
        certificate: usize,
    },
    /// The first certificate has no key to check the signature with.
    #[error("signature: there is no key to check it with")]
    SignatureUnchecked,
    /// The issuing body's key is of another algorithm than `alg` names.
    #[error("signature: its algorithm is not that of the issuing body's key")]
    SignatureAlgorithm,
    /// The signature is not in its only form: its numbers are not reduced.
    #[error("signature: it is not in its only form")]
    SignatureMalformed,
    /// The issuing body did not sign these bytes.
    #[error("signature: the issuing body did not sign this license")]
    SignatureInvalid,
    /// The certificate names no body, or not in the form asked for.
    #[error("issuer right: the certificate names no body by its credit code")]
    NoBody,
    /// The certificate is that of another body.
    #[error("issuer right: the certificate is that of {named}, not of the issuer {claimed}")]
    OtherBody {
        /// The body that the certificate names.
        named: CreditCode,
        /// The body that the license names.
        claimed: CreditCode,
    },
    /// The body may not issue licenses of this type.
    #[error("issuer right: {body} may not issue licenses of type {type_code}")]
    NoRight {
        /// The body.
        body: CreditCode,
        /// The type of license.
        type_code: LicenseTypeCode,
    },
    /// Signed later than now.
    #[error("period: signed {seconds} seconds in the future")]
    SignedInFuture {
        /// How far ahead.
        seconds: i64,
    },
    /// The period of validity has not begun.
    #[error("period: not valid before {first}")]
    NotYetValid {
        /// The first day.
        first: NaiveDate,
    },
    /// The period of validity is over.
    #[error("period: not valid after {last}")]
    Expired {
        /// The last day.
        last: NaiveDate,
    },
    /// The license has a status, and no list was at hand to learn it from.
    #[error("status: no list was at hand")]
    StatusUnknown,
    /// The list at hand no longer speaks for this moment.
    #[error("status: the list at hand is outdated")]
    StatusOutdated,
    /// The list has no such place.
    #[error("status: the list has no such place")]
    StatusIndex,
    /// The list says something that has no meaning here.
    #[error("status: the value {value} has no meaning here")]
    StatusValue {
        /// What the list says.
        value: u8,
    },
    /// Invalid for good.
    #[error("status: invalid for good")]
    StatusInvalid,
    /// Invalid for the time being.
    #[error("status: suspended")]
    StatusSuspended,
    /// A later version of the license is in force.
    #[error("status: version {version} of the license is in force")]
    Superseded {
        /// The highest version known.
        version: u16,
    },
}

impl VerifyError {
    /// What it is about.
    #[must_use]
    pub const fn axis(&self) -> Axis {
        match self {
            Self::Contradiction(_) => Axis::Form,
            Self::Chain(_) | Self::SigningTimeUnproven { .. } => Axis::Chain,
            Self::SignatureUnchecked
            | Self::SignatureAlgorithm
            | Self::SignatureMalformed
            | Self::SignatureInvalid => Axis::Signature,
            Self::NoBody | Self::OtherBody { .. } | Self::NoRight { .. } => Axis::IssuerRight,
            Self::SignedInFuture { .. } | Self::NotYetValid { .. } | Self::Expired { .. } => {
                Axis::Period
            }
            Self::StatusUnknown
            | Self::StatusOutdated
            | Self::StatusIndex
            | Self::StatusValue { .. }
            | Self::StatusInvalid
            | Self::StatusSuspended
            | Self::Superseded { .. } => Axis::Status,
        }
    }

    /// Whether it says that something could not be found out, rather than that
    /// it is wrong.
    #[must_use]
    pub const fn is_undetermined(&self) -> bool {
        matches!(
            self,
            Self::SigningTimeUnproven { .. }
                | Self::SignatureUnchecked
                | Self::StatusUnknown
                | Self::StatusOutdated
                | Self::StatusIndex
                | Self::StatusValue { .. }
        )
    }

    /// The kind of reason as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Contradiction(contradiction) => contradiction.code(),
            Self::Chain(fault) => fault.code(),
            Self::SigningTimeUnproven { .. } => "signing-time-unproven",
            Self::SignatureUnchecked => "signature-unchecked",
            Self::SignatureAlgorithm => "signature-algorithm",
            Self::SignatureMalformed => "signature-malformed",
            Self::SignatureInvalid => "signature-invalid",
            Self::NoBody => "issuer-no-body",
            Self::OtherBody { .. } => "issuer-other-body",
            Self::NoRight { .. } => "issuer-no-right",
            Self::SignedInFuture { .. } => "signed-in-future",
            Self::NotYetValid { .. } => "not-yet-valid",
            Self::Expired { .. } => "expired",
            Self::StatusUnknown => "status-unknown",
            Self::StatusOutdated => "status-outdated",
            Self::StatusIndex => "status-index",
            Self::StatusValue { .. } => "status-value",
            Self::StatusInvalid => "status-invalid",
            Self::StatusSuspended => "status-suspended",
            Self::Superseded { .. } => "superseded",
        }
    }

    /// The reason as one Chinese sentence for the clerk at the window.
    #[must_use]
    pub fn zh(&self) -> String {
        match self {
            Self::Contradiction(contradiction) => contradiction.zh().to_owned(),
            Self::Chain(fault) => fault.zh(),
            Self::SigningTimeUnproven { certificate } => {
                format!("第{certificate}张证书的密钥已作废，且无法证明证照在此之前签发")
            }
            Self::SignatureUnchecked => "没有可用的公钥，无法核对签名".to_owned(),
            Self::SignatureAlgorithm => "签名算法与签发机构的密钥不一致".to_owned(),
            Self::SignatureMalformed => "签名格式不合规范".to_owned(),
            Self::SignatureInvalid => "签名无效，该证照不是由颁发机构签发或已被改动".to_owned(),
            Self::NoBody => "签发证书未载明机构的统一社会信用代码".to_owned(),
            Self::OtherBody { named, claimed } => {
                format!("签发证书属于{named}，不是证照颁发机构{claimed}")
            }
            Self::NoRight { body, type_code } => {
                format!("{body}无权颁发类型代码为{type_code}的证照")
            }
            Self::SignedInFuture { seconds } => format!("签发时间比当前时间晚{seconds}秒"),
            Self::NotYetValid { first } => format!("证照尚未生效，自{first}起有效"),
            Self::Expired { last } => format!("证照已过有效期，有效期至{last}"),
            Self::StatusUnknown => "没有状态列表，无法确定证照当前状态".to_owned(),
            Self::StatusOutdated => "状态列表已过时，无法确定证照当前状态".to_owned(),
            Self::StatusIndex => "状态列表中没有该证照的位置，无法确定证照当前状态".to_owned(),
            Self::StatusValue { value } => {
                format!("状态列表中的值{value}含义不明，无法确定证照当前状态")
            }
            Self::StatusInvalid => "证照已失效".to_owned(),
            Self::StatusSuspended => "证照已被暂停使用".to_owned(),
            Self::Superseded { version } => format!("证照已有第{version}版，本版不再有效"),
        }
    }
}
