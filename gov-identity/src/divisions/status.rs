//! What a table knows of a division on a date (区划状态).

use core::fmt;

/// What a code was on a date (区划状态).
///
/// None of these is a reason to refuse a person: numbers are given at
/// registration, kept for life, and some carry codes that were never published.
///
/// ```
/// use gov_identity::{DivisionCode, DivisionStatus, Divisions};
///
/// let china = Divisions::china();
/// let status = china.status(DivisionCode::from_static("340524"), china.data_date());
/// assert_eq!(status, DivisionStatus::UnknownCounty);
/// assert_eq!(status.code(), "unknown-county");
/// assert_eq!(status.to_string(), "the county is not in the table");
/// assert_eq!(status.zh(), "区划表中没有该县级代码");
/// ```
#[doc(alias = "区划状态")]
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum DivisionStatus {
    /// In the table of that year (现行).
    Current,
    /// In an earlier table and no longer in that of the year (已撤销).
    Historical,
    /// Only in later tables (尚未设立).
    NotYet,
    /// Stands for a group of counties, such as 市辖区, and is in no table
    /// (统称代码): `01`, `02`, `11`, `20` and `00` after four digits of a city.
    Collective,
    /// Seen on real cards, in no published table (未公布).
    ObservedUnpublished,
    /// The township is known, the village is not (村级代码未知).
    UnknownVillage,
    /// The county is known, the township is not (乡级代码未知).
    UnknownTownship,
    /// The city is known, the county is not (县级代码未知).
    UnknownCounty,
    /// The province is known, the city is not (市级代码未知).
    UnknownPrefecture,
    /// No province has the first two digits (省级代码不存在).
    UnknownProvince,
    /// The table has no say: another year, or a level it does not hold (未覆盖).
    NotCovered,
}

impl DivisionStatus {
    /// Every status, in the order above.
    pub const ALL: [Self; 11] = [
        Self::Current,
        Self::Historical,
        Self::NotYet,
        Self::Collective,
        Self::ObservedUnpublished,
        Self::UnknownVillage,
        Self::UnknownTownship,
        Self::UnknownCounty,
        Self::UnknownPrefecture,
        Self::UnknownProvince,
        Self::NotCovered,
    ];

    /// The status as a word that programs can rely on.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Historical => "historical",
            Self::NotYet => "not-yet",
            Self::Collective => "collective",
            Self::ObservedUnpublished => "observed-unpublished",
            Self::UnknownVillage => "unknown-village",
            Self::UnknownTownship => "unknown-township",
            Self::UnknownCounty => "unknown-county",
            Self::UnknownPrefecture => "unknown-prefecture",
            Self::UnknownProvince => "unknown-province",
            Self::NotCovered => "not-covered",
        }
    }

    /// Whether the table should list the code and does not.
    #[must_use]
    pub const fn is_unknown(self) -> bool {
        matches!(
            self,
            Self::UnknownVillage
                | Self::UnknownTownship
                | Self::UnknownCounty
                | Self::UnknownPrefecture
                | Self::UnknownProvince
        )
    }

    /// The status in Chinese, for the clerk at the window.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Current => "该行政区划现行有效",
            Self::Historical => "该行政区划已撤销",
            Self::NotYet => "该行政区划尚未设立",
            Self::Collective => "该代码为市辖区、市区等统称",
            Self::ObservedUnpublished => "该行政区划代码实际使用但未曾公布",
            Self::UnknownVillage => "区划表中没有该村级代码",
            Self::UnknownTownship => "区划表中没有该乡级代码",
            Self::UnknownCounty => "区划表中没有该县级代码",
            Self::UnknownPrefecture => "区划表中没有该市级代码",
            Self::UnknownProvince => "没有以此开头的省级行政区划",
            Self::NotCovered => "区划表未覆盖该日期或该级别",
        }
    }
}

impl fmt::Display for DivisionStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Current => "the division is in force",
            Self::Historical => "the division has been abolished",
            Self::NotYet => "the division does not exist yet",
            Self::Collective => "the code stands for a group of divisions",
            Self::ObservedUnpublished => "the division is in use but was never published",
            Self::UnknownVillage => "the village is not in the table",
            Self::UnknownTownship => "the township is not in the table",
            Self::UnknownCounty => "the county is not in the table",
            Self::UnknownPrefecture => "the city is not in the table",
            Self::UnknownProvince => "no province has these digits",
            Self::NotCovered => "the table does not cover the date or the level",
        })
    }
}
