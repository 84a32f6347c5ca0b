//! Why a QR code is not made or not read.

use crate::qr::QrLicense;
use crate::sd_jwt::ReadError;

/// Why a QR code is not made or not read.
///
/// ```
/// use gov_license::{QrError, QrLicense};
///
/// let error = QrLicense::parse("HC1:NCF").unwrap_err();
/// assert_eq!(error, QrError::Prefix);
/// assert_eq!(error.code(), "qr-prefix");
/// assert_eq!(error.zh(), "不是证照二维码");
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum QrError {
    /// More than any symbol holds.
    #[error("QR code: longer than {limit} characters")]
    TooLong {
        /// The most characters.
        limit: usize,
    },
    /// It does not say that it is a license.
    #[error("QR code: does not begin with {}", QrLicense::PREFIX)]
    Prefix,
    /// Not base 45.
    #[error("QR code: not base 45")]
    Base45,
    /// Not zlib.
    #[error("QR code: not zlib")]
    Compression,
    /// Longer than the limit once decompressed.
    #[error("QR code: becomes longer than {limit} bytes")]
    Expands {
        /// The limit in force, in bytes.
        limit: usize,
    },
    /// What it holds is no license.
    #[error("QR code: {0}")]
    Unreadable(ReadError),
    /// Not the issuing body's certificate alone.
    #[error("QR code: holds other than one certificate")]
    Certificates,
    /// The header of the license is not written as this crate writes it.
    #[error("QR code: the certificates cannot be left away from this header")]
    Header,
}

impl QrError {
    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooLong { .. } => "qr-too-long",
            Self::Prefix => "qr-prefix",
            Self::Base45 => "qr-base45",
            Self::Compression => "qr-compression",
            Self::Expands { .. } => "qr-expands",
            Self::Unreadable(_) => "qr-unreadable",
            Self::Certificates => "qr-certificates",
            Self::Header => "qr-header",
        }
    }

    /// The error as one Chinese sentence for the clerk at the window.
    #[must_use]
    pub fn zh(&self) -> String {
        match self {
            Self::TooLong { limit } => format!("内容超过二维码可容纳的{limit}个字符"),
            Self::Prefix => "不是证照二维码".to_owned(),
            Self::Base45 => "二维码内容不是Base45编码".to_owned(),
            Self::Compression => "二维码内容无法解压".to_owned(),
            Self::Expands { limit } => format!("二维码内容解压后超过{limit}字节"),
            Self::Unreadable(fault) => format!("二维码中的证照有误：{}", fault.zh()),
            Self::Certificates => "二维码中应只有一张签发证书".to_owned(),
            Self::Header => "证照头部写法特殊，无法省去上级证书".to_owned(),
        }
    }
}
