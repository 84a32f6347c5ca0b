//! What is worth telling about a good value.

use core::fmt;
use core::ops::RangeInclusive;

use crate::error::Place;
use crate::subject::Subject;

/// A remark beside a good value (提示): nothing is refused because of it.
///
/// A lenient door says what it repaired; a value says what is odd about it; a
/// table says what it does not know. Like an error, a notice never repeats the
/// text. Positions count the characters of the number as it was read: after
/// blanks around it and a hyphen in it were taken away.
///
/// ```
/// use gov_identity::{NoticeKind, ResidentId};
///
/// let (id, notices) = ResidentId::parse_lenient(" 11010519491231002x")?;
/// assert_eq!(id.expose(), "11010519491231002X");
/// let [trimmed, lower_case] = notices.as_slice() else { panic!() };
/// assert_eq!(trimmed.kind(), NoticeKind::Trimmed);
/// assert_eq!(lower_case.code(), "lower-case");
/// assert_eq!(lower_case.positions(), 18..=18);
/// assert_eq!(
///     lower_case.to_string(),
///     "citizen identification number: lower case, read as upper case (character 18)",
/// );
/// assert_eq!(lower_case.zh().to_string(), "公民身份号码第18位：小写字母，已按大写读取");
/// # Ok::<(), gov_identity::ParseError>(())
/// ```
#[doc(alias = "提示")]
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Notice {
    subject: Subject,
    kind: NoticeKind,
    pub(crate) place: Place,
}

/// What a [`Notice`] remarks: first repairs of the writing, then oddities of
/// the value, then answers of the table of divisions.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum NoticeKind {
    /// Blanks, line ends or invisible characters around the number.
    Trimmed,
    /// Full-width digits or letters (全角).
    FullWidth,
    /// The Roman numeral Ⅹ where the check character `X` belongs.
    RomanNumeral,
    /// Lower-case letters.
    LowerCase,
    /// The hyphen of printed organization codes.
    Hyphen,
    /// Fifteen digits made eighteen.
    Upgraded,
    /// The sequence 000, which no authority gives out.
    SequenceZero,
    /// A nationality that the table of this release does not list.
    NationalityUnlisted,
    /// Authority and category are known from practice only.
    PairObservedPractice,
    /// Authority and category stand in no known list.
    PairUnlisted,
    /// A code from before the standard whose last character does not match.
    PilotCode,
    /// The division has been abolished since.
    Historical,
    /// The division is younger than the person.
    CreatedAfterBirth,
    /// The division ended before the person was born.
    AbolishedBeforeBirth,
    /// A division seen on real cards but never published.
    ObservedUnpublished,
    /// The table knows the city but not the county.
    UnknownCounty,
    /// The table knows the province but not the city.
    UnknownPrefecture,
}

impl Notice {
    pub(crate) const fn new(subject: Subject, kind: NoticeKind, first: u8, last: u8) -> Self {
        Self { subject, kind, place: Place::new(first, last) }
    }

    /// The identifier it speaks of.
    #[must_use]
    pub const fn subject(&self) -> Subject {
        self.subject
    }

    /// What it remarks.
    #[must_use]
    pub const fn kind(&self) -> NoticeKind {
        self.kind
    }

    /// Where: characters of the number as read, counted from 1.
    #[must_use]
    pub fn positions(&self) -> RangeInclusive<usize> {
        self.place.positions()
    }

    /// The remark as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.kind.code()
    }

    /// The notice as one Chinese sentence for the clerk at the window.
    #[must_use]
    pub const fn zh(&self) -> impl fmt::Display + use<> {
        Chinese(*self)
    }
}

impl NoticeKind {
    /// Every kind, in the order above.
    pub const ALL: &'static [Self] = &[
        Self::Trimmed,
        Self::FullWidth,
        Self::RomanNumeral,
        Self::LowerCase,
        Self::Hyphen,
        Self::Upgraded,
        Self::SequenceZero,
        Self::NationalityUnlisted,
        Self::PairObservedPractice,
        Self::PairUnlisted,
        Self::PilotCode,
        Self::Historical,
        Self::CreatedAfterBirth,
        Self::AbolishedBeforeBirth,
        Self::ObservedUnpublished,
        Self::UnknownCounty,
        Self::UnknownPrefecture,
    ];

    /// The kind as a word that programs can rely on.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Trimmed => "trimmed",
            Self::FullWidth => "full-width",
            Self::RomanNumeral => "roman-numeral",
            Self::LowerCase => "lower-case",
            Self::Hyphen => "hyphen",
            Self::Upgraded => "upgraded",
            Self::SequenceZero => "sequence-zero",
            Self::NationalityUnlisted => "nationality-unlisted",
            Self::PairObservedPractice => "pair-observed-practice",
            Self::PairUnlisted => "pair-unlisted",
            Self::PilotCode => "pilot-code",
            Self::Historical => "historical",
            Self::CreatedAfterBirth => "created-after-birth",
            Self::AbolishedBeforeBirth => "abolished-before-birth",
            Self::ObservedUnpublished => "observed-unpublished",
            Self::UnknownCounty => "unknown-county",
            Self::UnknownPrefecture => "unknown-prefecture",
        }
    }

    const fn english(self) -> &'static str {
        match self {
            Self::Trimmed => "blanks around it were left out",
            Self::FullWidth => "full-width characters, read as plain ones",
            Self::RomanNumeral => "a Roman numeral, read as X",
            Self::LowerCase => "lower case, read as upper case",
            Self::Hyphen => "the hyphen was left out",
            Self::Upgraded => "made from 15 digits",
            Self::SequenceZero => "sequence 000 is not given out",
            Self::NationalityUnlisted => "the nationality is not in the list",
            Self::PairObservedPractice => "authority and category are known from practice only",
            Self::PairUnlisted => "authority and category are in no known list",
            Self::PilotCode => {
                "a code from before the standard, without a matching check character"
            }
            Self::Historical => "the division has been abolished since",
            Self::CreatedAfterBirth => "the division is younger than the person",
            Self::AbolishedBeforeBirth => "the division ended before the person was born",
            Self::ObservedUnpublished => "the division is in use but was never published",
            Self::UnknownCounty => "the county is not in the table",
            Self::UnknownPrefecture => "the city is not in the table",
        }
    }

    const fn chinese(self) -> &'static str {
        match self {
            Self::Trimmed => "前后空白已略去",
            Self::FullWidth => "全角字符，已按半角读取",
            Self::RomanNumeral => "罗马数字，已按字母X读取",
            Self::LowerCase => "小写字母，已按大写读取",
            Self::Hyphen => "连字符已略去",
            Self::Upgraded => "由15位号码升位而来",
            Self::SequenceZero => "顺序码000通常不予赋码，请核对证件",
            Self::NationalityUnlisted => "国籍代码不在代码表中，请核对证件",
            Self::PairObservedPractice => "登记管理部门与机构类别仅见于实践，标准未列",
            Self::PairUnlisted => "登记管理部门与机构类别未见于已知代码表，请核对证照",
            Self::PilotCode => "标准施行前试点发放的代码，校验码不符，请核对证照",
            Self::Historical => "该行政区划现已撤销",
            Self::CreatedAfterBirth => "该行政区划设立于出生之后",
            Self::AbolishedBeforeBirth => "该行政区划撤销于出生之前",
            Self::ObservedUnpublished => "该行政区划代码实际使用但未曾公布",
            Self::UnknownCounty => "区划表中没有该县级代码",
            Self::UnknownPrefecture => "区划表中没有该市级代码",
        }
    }
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { subject, kind, place } = self;
        write!(f, "{}: {} ({place})", subject.english(), kind.english())
    }
}

/// The whole notice in Chinese.
struct Chinese(Notice);

impl fmt::Display for Chinese {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Notice { subject, kind, place } = self.0;
        write!(f, "{}{}：{}", subject.zh(), place.zh(), kind.chinese())
    }
}
