//! Holder code (持证主体代码类型代码), GB/T 36903 annex A.

use std::fmt;
use std::str::FromStr;

use gov_identity::{DocumentKind, IdentityKey, ParseError};

/// What kind of number a holder is known by (持证主体代码类型代码).
///
/// Three digits. Sixteen are listed in annex A of GB/T 36903-2018; the set is
/// open, so a code without a name is kept and written back.
///
/// ```
/// use gov_license::{HolderCategory, HolderCode};
///
/// let passport = HolderCode::parse("414")?;
/// assert_eq!(passport.name(), Some("普通护照护照号"));
/// assert_eq!(passport.category(), Some(HolderCategory::OverseasOrForeign));
/// assert_eq!(HolderCode::parse("123")?.name(), None);
/// # Ok::<(), gov_identity::ParseError>(())
/// ```
#[doc(alias = "持证主体代码类型代码")]
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct HolderCode(DocumentKind);

impl HolderCode {
    /// The sixteen codes of annex A, in the order of their numbers.
    pub const LISTED: [&'static str; 16] = [
        "001", "099", "111", "114", "115", "118", "119", "120", "122", "411", "412", "413", "414",
        "511", "516", "999",
    ];

    /// Reads three digits.
    ///
    /// # Errors
    ///
    /// `11` is too short; `11A` has a letter.
    pub const fn parse(text: &str) -> Result<Self, ParseError> {
        match DocumentKind::parse(text) {
            Ok(kind) => Ok(Self(kind)),
            Err(error) => Err(error),
        }
    }

    /// The code an identity key is written under.
    #[must_use]
    pub fn of(key: &IdentityKey) -> Self {
        match key {
            IdentityKey::Document(document) => Self(document.kind()),
            _ if !key.is_person() => Self(DocumentKind::CREDIT_CODE),
            // A residence permit has no code of its own and travels as 999.
            _ => Self(DocumentKind::parse(key.holder_code()).unwrap_or(DocumentKind::OTHER)),
        }
    }

    /// The three digits.
    #[must_use]
    pub const fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The Chinese name (持证主体代码类型), where annex A lists the code.
    #[must_use]
    pub const fn name(self) -> Option<&'static str> {
        self.0.zh()
    }

    /// Who is known by such a number, where annex A lists the code.
    #[must_use]
    pub fn category(self) -> Option<HolderCategory> {
        Some(match self.as_str() {
            "001" | "099" => HolderCategory::Organization,
            "111" => HolderCategory::Citizen,
            "114" | "115" | "118" | "119" | "120" | "122" => HolderCategory::Military,
            "411" | "412" | "413" | "414" => HolderCategory::OverseasOrForeign,
            "511" => HolderCategory::Taiwan,
            "516" => HolderCategory::HongKongOrMacao,
            "999" => HolderCategory::OtherPerson,
            _ => return None,
        })
    }

    /// Whether the holder is a natural person (自然人): all but `001` and `099`.
    #[must_use]
    pub const fn is_person(self) -> bool {
        self.0.is_person()
    }
}

/// Who is known by such a number (持证主体类别), GB/T 36903 annex A.
///
/// ```
/// use gov_license::HolderCategory;
///
/// assert_eq!(HolderCategory::Citizen.zh(), "自然人/一般公民");
/// ```
#[doc(alias = "持证主体类别")]
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum HolderCategory {
    /// Legal persons and other organizations (法人和其他组织).
    Organization,
    /// Citizens (自然人/一般公民).
    Citizen,
    /// Members of the armed forces and the armed police (自然人/军人).
    Military,
    /// Overseas Chinese and foreigners (自然人/华侨和外籍人士).
    OverseasOrForeign,
    /// Residents of Taiwan (自然人/台湾人士).
    Taiwan,
    /// Residents of Hong Kong and Macao (自然人/港澳人士).
    HongKongOrMacao,
    /// Other natural persons (自然人).
    OtherPerson,
}

impl HolderCategory {
    /// The Chinese name.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Organization => "法人和其他组织",
            Self::Citizen => "自然人/一般公民",
            Self::Military => "自然人/军人",
            Self::OverseasOrForeign => "自然人/华侨和外籍人士",
            Self::Taiwan => "自然人/台湾人士",
            Self::HongKongOrMacao => "自然人/港澳人士",
            Self::OtherPerson => "自然人",
        }
    }
}

impl FromStr for HolderCode {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        Self::parse(text)
    }
}

impl fmt::Display for HolderCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for HolderCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "HolderCode({self})")
    }
}
