//! Item type (事项类型), GB/T 39046-2020, table A.1.

use core::fmt;
use core::str::FromStr;

use crate::characters;
use crate::error::{CodeError, CodeFault, CodeSubject};

/// Type of a service item (事项类型): two digits of the basic code.
///
/// The table names 00 to 10 and 20; 11 to 19 extend the powers and 21 to 29 the
/// public services. An extension parses and has no name of its own.
///
/// ```
/// use gov_catalog::ItemType;
///
/// let license: ItemType = "01".parse()?;
/// assert_eq!(license, ItemType::LICENSE);
/// assert_eq!(license.zh(), "行政许可");
/// assert!(ItemType::LICENSE.is_applied_for());
/// assert!(!ItemType::PENALTY.is_applied_for());
/// # Ok::<(), gov_catalog::CodeError>(())
/// ```
///
/// The numbering of the region that writes 03 for a penalty is
/// [`OLD_NUMBERS`](Self::OLD_NUMBERS); the letters of the ten-character scheme
/// are [`LetterTypes`](crate::LetterTypes).
#[doc(alias = "事项类型")]
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct ItemType([u8; 2]);

impl ItemType {
    /// All administrative powers as a group (行政权力).
    pub const POWERS: Self = Self(*b"00");
    /// License (行政许可).
    pub const LICENSE: Self = Self(*b"01");
    /// Penalty (行政处罚).
    pub const PENALTY: Self = Self(*b"02");
    /// Compulsion (行政强制).
    pub const COMPULSION: Self = Self(*b"03");
    /// Levy (行政征收).
    pub const LEVY: Self = Self(*b"04");
    /// Payment (行政给付).
    pub const PAYMENT: Self = Self(*b"05");
    /// Inspection (行政检查).
    pub const INSPECTION: Self = Self(*b"06");
    /// Confirmation (行政确认).
    pub const CONFIRMATION: Self = Self(*b"07");
    /// Award (行政奖励).
    pub const AWARD: Self = Self(*b"08");
    /// Adjudication (行政裁决).
    pub const ADJUDICATION: Self = Self(*b"09");
    /// Other powers (其他行政权力).
    pub const OTHER_POWER: Self = Self(*b"10");
    /// Public service (公共服务).
    pub const PUBLIC_SERVICE: Self = Self(*b"20");

    /// Reads two digits.
    ///
    /// # Errors
    ///
    /// - `1` is too short
    /// - `30` is neither in the table nor an extension
    pub const fn parse(text: &str) -> Result<Self, CodeError> {
        let digits = match characters::fixed(text, CodeSubject::ItemType) {
            Ok(digits) => digits,
            Err(error) => return Err(error),
        };
        match Self::from_digits(digits) {
            Some(item_type) => Ok(item_type),
            None => Err(CodeError::new(CodeSubject::ItemType, CodeFault::ItemType, 1, 2)),
        }
    }

    /// The type that two characters of a code write, if there is one.
    pub(crate) const fn from_digits(digits: [u8; 2]) -> Option<Self> {
        match digits {
            [b'0'..=b'2', b'0'..=b'9'] => Some(Self(digits)),
            _ => None,
        }
    }

    /// The two digits.
    #[must_use]
    pub const fn as_str(&self) -> &str {
        characters::text(&self.0)
    }

    /// Whether the table leaves the name to others: 11 to 19 and 21 to 29.
    #[must_use]
    pub const fn is_extension(self) -> bool {
        matches!(self.0, [b'1' | b'2', b'1'..=b'9'])
    }

    /// Whether it is a public service (公共服务) and no power: 20 to 29.
    #[must_use]
    pub const fn is_public_service(self) -> bool {
        matches!(self.0, [b'2', _])
    }

    /// Whether someone applies for items of this type (依申请), as the opinion
    /// Guofa \[2022\] 5 (国发〔2022〕5号) draws the line.
    ///
    /// Penalty, compulsion, levy and inspection stay in the power list. A
    /// structure that parses says nothing about this.
    #[must_use]
    pub const fn is_applied_for(self) -> bool {
        !matches!(
            self,
            Self::POWERS | Self::PENALTY | Self::COMPULSION | Self::LEVY | Self::INSPECTION
        )
    }

    /// Whether items of this type always have limits: the general family of the
    /// exchange tables, which people apply for. Outside of it limits may be empty
    /// (ZWFW C 0109.2-2018): a public service may have none, and nobody applies
    /// for a penalty.
    #[must_use]
    pub const fn always_has_limits(self) -> bool {
        self.is_applied_for() && !self.is_public_service()
    }

    /// The name in the table, or that of the range an extension belongs to.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::POWERS => "行政权力",
            Self::LICENSE => "行政许可",
            Self::PENALTY => "行政处罚",
            Self::COMPULSION => "行政强制",
            Self::LEVY => "行政征收",
            Self::PAYMENT => "行政给付",
            Self::INSPECTION => "行政检查",
            Self::CONFIRMATION => "行政确认",
            Self::AWARD => "行政奖励",
            Self::ADJUDICATION => "行政裁决",
            Self::OTHER_POWER => "其他行政权力",
            Self::PUBLIC_SERVICE => "公共服务",
            Self([b'1', _]) => "行政权力（扩展）",
            _ => "公共服务（扩展）",
        }
    }
}

impl FromStr for ItemType {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Self, CodeError> {
        Self::parse(text)
    }
}

impl fmt::Display for ItemType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for ItemType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ItemType({self})")
    }
}
