//! What can be wrong with a license identifier.

use std::ops::RangeInclusive;

use crate::license_id::LicenseId;
use crate::type_code::LicenseTypeCodeError;

/// The text is not a license identifier, or its parts make none.
///
/// It never repeats the text: a serial may be a person's number.
///
/// ```
/// use gov_license::{LicenseId, LicenseIdError};
///
/// let text = "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.A";
/// let error = LicenseId::parse(text).unwrap_err();
/// assert_eq!(error, LicenseIdError::CheckCharacter { expected: 'U' });
/// assert_eq!(error.zh(), "证照标识校验位不符，应为U");
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum LicenseIdError {
    /// Not ten pieces between full stops.
    #[error("license identifier: expected 10 pieces between full stops, found {found}")]
    Parts {
        /// Pieces that were there.
        found: usize,
    },
    /// It does not begin with the root of the standard.
    #[error("license identifier: it does not begin with 1.2.156.3005.2")]
    Root,
    /// A part is too short or too long.
    #[error("license identifier: the {} has {found} characters", .part.name())]
    Length {
        /// Which part.
        part: LicenseIdPart,
        /// Characters that were there.
        found: usize,
    },
    /// A character outside the alphabet of its part.
    #[error("license identifier: character {position} is not allowed there")]
    Character {
        /// Position in the text, counted from 1.
        position: usize,
    },
    /// The version is not a number from 1 to 999.
    #[error("license identifier: the version is not a number from 001 to 999")]
    Version,
    /// The check character does not match.
    #[error("license identifier: the check character does not match, expected {expected}")]
    CheckCharacter {
        /// The one that the other parts ask for.
        expected: char,
    },
    /// The type part is not a license type code.
    #[error("license identifier: {0}")]
    TypeCode(LicenseTypeCodeError),
    /// The issuer part is not a credit code.
    #[error("license identifier: issuer: {0}")]
    Issuer(gov_identity::ParseError),
}

/// A part of the license identifier that the issuer fills in.
///
/// ```
/// assert_eq!(gov_license::LicenseIdPart::Serial.lengths(), 1..=64);
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum LicenseIdPart {
    /// Part 2 (证照类型代码): 21 characters.
    TypeCode,
    /// Part 3 (证照颁发机构代码): 18 characters.
    Issuer,
    /// Part 3 where it need not be a credit code: 1 to 18 characters.
    LenientIssuer,
    /// Part 4 (流水号): 1 to 64 characters.
    Serial,
    /// Part 5 (版本号): 3 characters.
    Version,
    /// Part 6 (校验位): 1 character.
    Check,
}

impl LicenseIdPart {
    /// The lengths allowed, in characters.
    #[must_use]
    pub const fn lengths(self) -> RangeInclusive<usize> {
        match self {
            Self::TypeCode => 21..=21,
            Self::Issuer => 18..=18,
            Self::LenientIssuer => 1..=18,
            Self::Serial => 1..=LicenseId::MAX_SERIAL,
            Self::Version => 3..=3,
            Self::Check => 1..=1,
        }
    }

    /// The English name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::TypeCode => "license type code",
            Self::Issuer | Self::LenientIssuer => "issuer",
            Self::Serial => "serial",
            Self::Version => "version",
            Self::Check => "check",
        }
    }

    /// The Chinese name.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::TypeCode => "证照类型代码",
            Self::Issuer | Self::LenientIssuer => "证照颁发机构代码",
            Self::Serial => "流水号",
            Self::Version => "版本号",
            Self::Check => "校验位",
        }
    }
}

impl LicenseIdError {
    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Parts { .. } => "license-id-parts",
            Self::Root => "license-id-root",
            Self::Length { .. } => "license-id-length",
            Self::Character { .. } => "license-id-character",
            Self::Version => "license-id-version",
            Self::CheckCharacter { .. } => "license-id-check-character",
            Self::TypeCode(_) => "license-id-type-code",
            Self::Issuer(_) => "license-id-issuer",
        }
    }

    /// The error as one Chinese sentence for the clerk at the window.
    #[must_use]
    pub fn zh(&self) -> String {
        match self {
            Self::Parts { found } => format!("证照标识应由圆点分为10段，实为{found}段"),
            Self::Root => "证照标识不以电子证照根代码1.2.156.3005.2开头".to_owned(),
            Self::Length { part, found } => {
                format!("证照标识的{}长度不符，实为{found}个字符", part.zh())
            }
            Self::Character { position } => format!("证照标识第{position}位：此处不允许该字符"),
            Self::Version => "证照标识的版本号应为001至999".to_owned(),
            Self::CheckCharacter { expected } => format!("证照标识校验位不符，应为{expected}"),
            Self::TypeCode(fault) => format!("证照标识有误：{}", fault.zh()),
            Self::Issuer(fault) => format!("证照标识的颁发机构代码有误：{}", fault.zh()),
        }
    }
}
