//! Numbers of enumerations, as the systems write them (枚举值方言).

use crate::vocabulary::vocabulary;
use crate::{
    Audience, BodyKind, HandlingArea, HandlingChannel, ItemState, ItemType, MaterialForm,
    MaterialKind, OnlineDepth, PowerSource, Promptness, Requirement,
};

vocabulary! {
    /// A system whose numbers are known (枚举值方言).
    ///
    /// An element is kept as its meaning, never as a number: the same number says
    /// *instant* here and *promised* there. So reading one takes a dialect, and
    /// without one only the few fields are read on which all systems agree.
    ///
    /// ```
    /// use gov_catalog::{Dialect, Numbered, Promptness};
    ///
    /// assert_eq!(Promptness::from_number("1", Some(Dialect::C0109)), Ok(Promptness::Instant));
    /// assert_eq!(Promptness::from_number("1", Some(Dialect::OldPortal)), Ok(Promptness::Promised));
    /// let error = Promptness::from_number("1", None).unwrap_err();
    /// assert_eq!(error.code(), "dialect-missing");
    /// ```
    #[doc(alias = "方言")]
    pub enum Dialect {
        /// GB/T 39046-2020, annex A (国家标准附录),
        Gb39046 = "gb39046", "GB/T 39046-2020附录A";
        /// Practice of C 0109.2 (国家目录系统),
        C0109 = "c0109", "ZWFW C 0109.2-2018";
        /// Shandong (山东), as far as it is known: where all agree,
        Shandong = "shandong", "山东";
        /// Guangxi (广西),
        Guangxi = "guangxi", "广西";
        /// Guangdong (广东),
        Guangdong = "guangdong", "广东";
        /// A family of older portals that inverts instant and promised (旧门户),
        OldPortal = "old-portal", "旧门户";
    }
}

/// The numbers of one element in one system (代码表): data, so that a system
/// without a name here can be given its own.
///
/// ```
/// use gov_catalog::{NumberTable, PowerSource};
///
/// // The order that one other system has.
/// let table = NumberTable::new(&[
///     ("01", PowerSource::Own),
///     ("02", PowerSource::AuthorizedFromAbove),
///     ("06", PowerSource::HandedDown),
/// ]);
/// assert_eq!(table.read("06"), Ok(PowerSource::HandedDown));
/// assert_eq!(table.write(PowerSource::Own), Ok("01"));
/// assert_eq!(table.read("2").unwrap_err().code(), "dialect-number");
/// ```
#[doc(alias = "代码表")]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct NumberTable<T: 'static>(&'static [(&'static str, T)]);

/// An element that exchange tables write as a number.
///
/// Sealed: the elements are those of [`Item`](crate::Item).
pub trait Numbered: Copy + PartialEq + sealed::Sealed + 'static {
    /// The table on which all systems agree, if they do.
    const AGREED: Option<NumberTable<Self>>;

    /// The table of a system, where it is known.
    #[must_use]
    fn numbers(dialect: Dialect) -> Option<NumberTable<Self>>;

    /// Reads a number in the dialect of a system.
    ///
    /// # Errors
    ///
    /// No dialect is named and systems disagree; the system's numbers for the
    /// element are unknown; the system has no such number.
    fn from_number(number: &str, dialect: Option<Dialect>) -> Result<Self, DialectError> {
        table(dialect)?.read(number)
    }

    /// Writes the number that a system has for it.
    ///
    /// # Errors
    ///
    /// As [`from_number`](Self::from_number).
    fn to_number(self, dialect: Option<Dialect>) -> Result<&'static str, DialectError> {
        table(dialect)?.write(self)
    }
}

fn table<T: Numbered>(dialect: Option<Dialect>) -> Result<NumberTable<T>, DialectError> {
    match dialect {
        None => T::AGREED.ok_or(DialectError::Missing),
        Some(dialect) => T::numbers(dialect).ok_or(DialectError::Unknown),
    }
}

/// A number that cannot be read or written (不能转换的代码). It does not repeat
/// the number.
///
/// ```
/// use gov_catalog::DialectError;
///
/// assert_eq!(DialectError::Missing.zh(), "各系统的代码含义不一，应注明来源系统");
/// ```
#[doc(alias = "方言")]
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum DialectError {
    /// Systems disagree on the element and none was named.
    #[error("systems disagree on this element; a dialect must be named")]
    Missing,
    /// The numbers of the system for this element are not known.
    #[error("the numbers of this dialect for the element are not known")]
    Unknown,
    /// The system has no such number, or none for the value.
    #[error("the dialect has no such number")]
    Number,
}

impl<T: Copy + PartialEq> NumberTable<T> {
    /// A table of one's own.
    #[must_use]
    pub const fn new(rows: &'static [(&'static str, T)]) -> Self {
        Self(rows)
    }

    /// The value of a number.
    ///
    /// # Errors
    ///
    /// The table has no such number.
    pub fn read(&self, number: &str) -> Result<T, DialectError> {
        let row = self.0.iter().find(|(known, _)| *known == number);
        row.map(|(_, value)| *value).ok_or(DialectError::Number)
    }

    /// The number of a value.
    ///
    /// # Errors
    ///
    /// The table has no such value.
    pub fn write(&self, value: T) -> Result<&'static str, DialectError> {
        let row = self.0.iter().find(|(_, known)| *known == value);
        row.map(|(number, _)| *number).ok_or(DialectError::Number)
    }
}

impl DialectError {
    /// The kind of error as a word that programs can rely on.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Missing => "dialect-missing",
            Self::Unknown => "dialect-unknown",
            Self::Number => "dialect-number",
        }
    }

    /// The error as one Chinese sentence.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Missing => "各系统的代码含义不一，应注明来源系统",
            Self::Unknown => "该系统此要素的代码表未知",
            Self::Number => "该系统没有此代码",
        }
    }
}

/// Declares which tables an element has in which dialects.
macro_rules! numbered {
    ($($type:ident, $agreed:expr, { $($($dialect:ident)|+ => $rows:expr,)* })*) => {$(
        impl sealed::Sealed for $type {}

        impl Numbered for $type {
            const AGREED: Option<NumberTable<Self>> = $agreed;

            fn numbers(dialect: Dialect) -> Option<NumberTable<Self>> {
                match dialect {
                    $($(Dialect::$dialect)|+ => Some(NumberTable($rows)),)*
                    _ => Self::AGREED,
                }
            }
        }
    )*};
}

numbered! {
    BodyKind, Some(NumberTable(BODY_KIND)), {}
    ItemState, Some(NumberTable(ITEM_STATE)), {}
    PowerSource, None, { Gb39046 | C0109 => POWER_SOURCE, }
    Audience, None, { Gb39046 => AUDIENCE_GB, C0109 => AUDIENCE_C0109, }
    Promptness, None, { Gb39046 | C0109 => PROMPTNESS, OldPortal => PROMPTNESS_OLD, }
    HandlingChannel, None, { Gb39046 => CHANNEL_GB, C0109 => CHANNEL_C0109, }
    HandlingArea, None, { C0109 => AREA, }
    OnlineDepth, None, { C0109 => DEPTH, }
    Requirement, None, { Guangdong => REQUIREMENT_GUANGDONG, Guangxi => REQUIREMENT_GUANGXI, }
    MaterialKind, None, { Guangdong => MATERIAL_KIND, }
    MaterialForm, None, { Guangdong => MATERIAL_FORM, }
}

const BODY_KIND: &[(&str, BodyKind)] = &[
    ("1", BodyKind::StatutoryOrgan),
    ("2", BodyKind::AuthorizedOrganization),
    ("3", BodyKind::EntrustedOrganization),
    ("9", BodyKind::Other),
];
const ITEM_STATE: &[(&str, ItemState)] =
    &[("1", ItemState::InUse), ("2", ItemState::Suspended), ("3", ItemState::Cancelled)];
const POWER_SOURCE: &[(&str, PowerSource)] = &[
    ("1", PowerSource::Own),
    ("2", PowerSource::HandedDown),
    ("3", PowerSource::AuthorizedFromAbove),
    ("4", PowerSource::AuthorizedAtLevel),
    ("5", PowerSource::EntrustedFromAbove),
    ("6", PowerSource::EntrustedAtLevel),
];
const AUDIENCE_C0109: &[(&str, Audience)] = &[
    ("1", Audience::NaturalPerson),
    ("2", Audience::Enterprise),
    ("3", Audience::Institution),
    ("4", Audience::SocialOrganization),
    ("5", Audience::Unincorporated),
    ("6", Audience::Organ),
    ("9", Audience::Other),
];
const AUDIENCE_GB: &[(&str, Audience)] = &[
    ("1", Audience::NaturalPerson),
    ("2", Audience::Enterprise),
    ("3", Audience::Institution),
    ("4", Audience::SocialOrganization),
    ("5", Audience::Organ),
    ("6", Audience::Other),
];
const PROMPTNESS: &[(&str, Promptness)] =
    &[("1", Promptness::Instant), ("2", Promptness::Promised), ("9", Promptness::Other)];
const PROMPTNESS_OLD: &[(&str, Promptness)] = &[
    ("1", Promptness::Promised),
    ("2", Promptness::Instant),
    ("3", Promptness::Reported),
    ("4", Promptness::Joint),
];
const CHANNEL_GB: &[(&str, HandlingChannel)] = &[
    ("1", HandlingChannel::Window),
    ("2", HandlingChannel::Computer),
    ("3", HandlingChannel::Mobile),
    ("4", HandlingChannel::Post),
    ("9", HandlingChannel::Other),
];
const CHANNEL_C0109: &[(&str, HandlingChannel)] =
    &[("1", HandlingChannel::Window), ("2", HandlingChannel::Online), ("3", HandlingChannel::Post)];
const AREA: &[(&str, HandlingArea)] = &[
    ("1", HandlingArea::Nation),
    ("2", HandlingArea::CrossProvince),
    ("3", HandlingArea::CrossCity),
    ("4", HandlingArea::CrossCounty),
    ("5", HandlingArea::WholeTown),
    ("6", HandlingArea::WholeVillage),
];
const DEPTH: &[(&str, OnlineDepth)] = &[
    ("1", OnlineDepth::Enquiry),
    ("2", OnlineDepth::Receipt),
    ("3", OnlineDepth::PreCheck),
    ("4", OnlineDepth::Acceptance),
    ("5", OnlineDepth::Handling),
    ("6", OnlineDepth::Result),
    ("7", OnlineDepth::ElectronicLicense),
    ("9", OnlineDepth::Other),
    ("8", OnlineDepth::Other),
];
const REQUIREMENT_GUANGDONG: &[(&str, Requirement)] =
    &[("1", Requirement::Required), ("2", Requirement::Optional), ("3", Requirement::MayFollow)];
/// Guangxi's 3 (exempt, or credit later) has no value of its own and is refused.
const REQUIREMENT_GUANGXI: &[(&str, Requirement)] =
    &[("0", Requirement::Required), ("1", Requirement::Optional), ("2", Requirement::MayFollow)];
const MATERIAL_KIND: &[(&str, MaterialKind)] =
    &[("1", MaterialKind::Proof), ("2", MaterialKind::ApplicationForm), ("3", MaterialKind::Other)];
const MATERIAL_FORM: &[(&str, MaterialForm)] =
    &[("1", MaterialForm::Paper), ("2", MaterialForm::Electronic), ("3", MaterialForm::Either)];
/// One regional system numbers the types otherwise; 13, 15 and 16 (forwarding,
/// internal, joint) are no types here and are refused.
const ITEM_TYPE_OLD: &[(&str, ItemType)] = &[
    ("01", ItemType::LICENSE),
    ("03", ItemType::PENALTY),
    ("04", ItemType::COMPULSION),
    ("05", ItemType::LEVY),
    ("06", ItemType::PAYMENT),
    ("07", ItemType::ADJUDICATION),
    ("08", ItemType::CONFIRMATION),
    ("09", ItemType::AWARD),
    ("10", ItemType::OTHER_POWER),
    ("14", ItemType::PUBLIC_SERVICE),
];

/// The numbering of item types in one regional system (事项类型旧编号), beside
/// that of the standard, which [`ItemType::parse`] reads.
impl ItemType {
    /// The dissenting table: 03 penalty, 04 compulsion, …
    pub const OLD_NUMBERS: NumberTable<Self> = NumberTable(ITEM_TYPE_OLD);
}

mod sealed {
    pub trait Sealed {}
}
