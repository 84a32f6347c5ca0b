//! What can be wrong with the text of a code.

use core::fmt;
use core::ops::RangeInclusive;

/// The text is not the code it was parsed as.
///
/// The error says *which* code, *where* and *why*; it never repeats the text.
///
/// ```
/// use gov_catalog::{CodeFault, ImplementationCode};
///
/// let error = ImplementationCode::parse("11450000007565194H0000115015005").unwrap_err();
/// assert_eq!(error.fault(), CodeFault::Level);
/// assert_eq!(error.positions(), 19..=19);
/// assert_eq!(error.code(), "level");
/// assert_eq!(
///     error.to_string(),
///     "implementation code: the exercise level is not 1 to 6 (character 19)",
/// );
/// assert_eq!(error.zh().to_string(), "实施编码第19位：行使层级应为1至6");
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, thiserror::Error)]
#[error("{}: {}", .subject.english(), English(*.subject, *.fault, .first, .last))]
pub struct CodeError {
    subject: CodeSubject,
    fault: CodeFault,
    first: usize,
    last: usize,
}

/// The code that was being read.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum CodeSubject {
    /// [`BasicCode`](crate::BasicCode) (基本编码).
    BasicCode,
    /// [`ImplementationCode`](crate::ImplementationCode) (实施编码).
    ImplementationCode,
    /// [`HandlingCode`](crate::HandlingCode) (业务办理项编码).
    HandlingCode,
    /// [`ItemCode`](crate::ItemCode), an implementation or a handling code.
    ItemCode,
    /// [`CaseNumber`](crate::CaseNumber) (办件编号).
    CaseNumber,
    /// [`ItemType`](crate::ItemType) (事项类型).
    ItemType,
    /// [`LicenseTypeRef`](crate::LicenseTypeRef) (证照类型代码).
    LicenseType,
    /// Any code of the living national scheme (国家编码).
    NationalCode,
    /// [`GuideBasicCode`](crate::GuideBasicCode) (2016年技术指南的基本编码).
    GuideBasicCode,
    /// [`GansuCode`](crate::GansuCode) (甘肃事项编码).
    GansuCode,
    /// [`HubeiCode`](crate::HubeiCode) (湖北事项编码).
    HubeiCode,
    /// [`SichuanCode`](crate::SichuanCode) (四川事项编码).
    SichuanCode,
    /// A code of another system, kept as text (地方编码).
    LocalCode,
}

/// The first thing found wrong, in the order of this list.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum CodeFault {
    /// Wrong number of characters; often a code of another kind or scheme.
    Length {
        /// Characters that were there.
        found: usize,
    },
    /// A character outside the alphabet of its position.
    Character,
    /// A lower-case letter; [`Checks`](crate::Checks) can let it pass.
    LowerCase,
    /// The division inside the credit code belongs to no province.
    Division,
    /// The organization code inside the credit code fails its own check.
    OrganizationCheck,
    /// The credit code fails its check.
    CreditCheck,
    /// The exercise level is none of 1 to 6.
    Level,
    /// The source is neither the nation nor a province.
    Source,
    /// The item type is none of the table nor of its extensions.
    ItemType,
    /// The main item is 000.
    MainItem,
    /// A node of the directory (`00Y`) where only an item can stand.
    DirectoryNode,
    /// The sequence of a handling item or the serial of a case is zero.
    Sequence,
    /// The date inside a case number is not in the calendar.
    Date,
}

impl CodeError {
    pub(crate) const fn new(
        subject: CodeSubject,
        fault: CodeFault,
        first: usize,
        last: usize,
    ) -> Self {
        Self { subject, fault, first, last }
    }

    /// A fault of one character.
    pub(crate) const fn at(subject: CodeSubject, fault: CodeFault, position: usize) -> Self {
        Self::new(subject, fault, position, position)
    }

    /// A wrong length concerns the whole text.
    pub(crate) const fn length(subject: CodeSubject, found: usize) -> Self {
        let last = if found == 0 { 1 } else { found };
        Self::new(subject, CodeFault::Length { found }, 1, last)
    }

    /// The same fault, of the code that begins with this one.
    pub(crate) const fn inside(self, subject: CodeSubject) -> Self {
        Self { subject, ..self }
    }

    /// The code that was being read.
    #[must_use]
    pub const fn subject(&self) -> CodeSubject {
        self.subject
    }

    /// What is wrong with it.
    #[must_use]
    pub const fn fault(&self) -> CodeFault {
        self.fault
    }

    /// Where: characters of the text, counted from 1 as the standards do.
    #[must_use]
    pub const fn positions(&self) -> RangeInclusive<usize> {
        RangeInclusive::new(self.first, self.last)
    }

    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self.fault {
            CodeFault::Length { .. } => "length",
            CodeFault::Character => "character",
            CodeFault::LowerCase => "lower-case",
            CodeFault::Division => "division",
            CodeFault::OrganizationCheck => "organization-check",
            CodeFault::CreditCheck => "credit-check",
            CodeFault::Level => "level",
            CodeFault::Source => "source",
            CodeFault::ItemType => "item-type",
            CodeFault::MainItem => "main-item",
            CodeFault::DirectoryNode => "directory-node",
            CodeFault::Sequence => "sequence",
            CodeFault::Date => "date",
        }
    }

    /// The error as one Chinese sentence for the clerk at the window.
    #[must_use]
    pub const fn zh(&self) -> impl fmt::Display + use<> {
        Chinese(*self)
    }
}

impl CodeSubject {
    const fn english(self) -> &'static str {
        match self {
            Self::BasicCode => "basic code",
            Self::ImplementationCode => "implementation code",
            Self::HandlingCode => "handling code",
            Self::ItemCode => "item code",
            Self::CaseNumber => "case number",
            Self::ItemType => "item type",
            Self::LicenseType => "license type code",
            Self::NationalCode => "national code",
            Self::GuideBasicCode => "basic code of 2016",
            Self::GansuCode => "code of Gansu",
            Self::HubeiCode => "code of Hubei",
            Self::SichuanCode => "code of Sichuan",
            Self::LocalCode => "local code",
        }
    }

    const fn chinese(self) -> &'static str {
        match self {
            Self::BasicCode => "基本编码",
            Self::ImplementationCode => "实施编码",
            Self::HandlingCode => "业务办理项编码",
            Self::ItemCode => "事项编码",
            Self::CaseNumber => "办件编号",
            Self::ItemType => "事项类型",
            Self::LicenseType => "证照类型代码",
            Self::NationalCode => "国家编码",
            Self::GuideBasicCode => "2016年基本编码",
            Self::GansuCode => "甘肃事项编码",
            Self::HubeiCode => "湖北事项编码",
            Self::SichuanCode => "四川事项编码",
            Self::LocalCode => "地方编码",
        }
    }

    /// The lengths that are right, in English and Chinese.
    const fn lengths(self) -> (&'static str, &'static str) {
        match self {
            Self::BasicCode => ("12", "12"),
            Self::ImplementationCode => ("31", "31"),
            Self::HandlingCode => ("33", "33"),
            Self::ItemCode => ("31 or 33", "31或33"),
            Self::CaseNumber => ("43 or 45", "43或45"),
            Self::ItemType => ("2", "2"),
            Self::LicenseType => ("21", "21"),
            Self::NationalCode => ("12, 31, 33, 43 or 45", "12、31、33、43或45"),
            Self::GuideBasicCode => ("10", "10"),
            Self::GansuCode => ("18", "18"),
            Self::HubeiCode => ("16", "16"),
            Self::SichuanCode => ("53 to 55", "53至55"),
            Self::LocalCode => ("1 to 50", "1至50"),
        }
    }
}

/// What a text of another length probably is, in English and Chinese.
const fn other_code(length: usize) -> Option<(&'static str, &'static str)> {
    Some(match length {
        10 => ("a basic code of the 2016 guide", "2016年技术指南的基本编码"),
        12 => ("a basic code", "基本编码"),
        18 => ("a credit code", "统一社会信用代码"),
        31 => ("an implementation code", "实施编码"),
        33 => ("a handling code", "业务办理项编码"),
        43 | 45 => ("a case number", "办件编号"),
        _ => return None,
    })
}

/// Fault and place in English.
struct English<'a>(CodeSubject, CodeFault, &'a usize, &'a usize);

impl fmt::Display for English<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(subject, fault, first, last) = self;
        f.write_str(match fault {
            CodeFault::Length { found } => {
                write!(f, "expected {} characters, found {found}", subject.lengths().0)?;
                return match other_code(*found) {
                    Some((other, _)) => write!(f, ", the length of {other}"),
                    None => Ok(()),
                };
            }
            CodeFault::Character => "a character that is not allowed there",
            CodeFault::LowerCase => "a lower-case letter",
            CodeFault::Division => "no division of the country begins like that",
            CodeFault::OrganizationCheck => {
                "the check character of the organization code does not match"
            }
            CodeFault::CreditCheck => "the check character of the credit code does not match",
            CodeFault::Level => "the exercise level is not 1 to 6",
            CodeFault::Source => "the source is neither the nation nor a province",
            CodeFault::ItemType => "no such item type",
            CodeFault::MainItem => "the main item is 000",
            CodeFault::DirectoryNode => "a node of the directory cannot be handled",
            CodeFault::Sequence => "the sequence number is zero",
            CodeFault::Date => "no such day in the calendar",
        })?;
        if first == last {
            write!(f, " (character {first})")
        } else {
            write!(f, " (characters {first} to {last})")
        }
    }
}

/// The whole error in Chinese.
struct Chinese(CodeError);

impl fmt::Display for Chinese {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let CodeError { subject, fault, first, last } = self.0;
        let name = subject.chinese();
        if let CodeFault::Length { found } = fault {
            write!(f, "{name}应为{}个字符，实为{found}个", subject.lengths().1)?;
            return match other_code(found) {
                Some((_, other)) => write!(f, "，与{other}同长"),
                None => Ok(()),
            };
        }
        if first == last {
            write!(f, "{name}第{first}位：")?;
        } else {
            write!(f, "{name}第{first}至{last}位：")?;
        }
        f.write_str(match fault {
            CodeFault::Length { .. } => "",
            CodeFault::Character => "此处不允许该字符",
            CodeFault::LowerCase => "字母应为大写",
            CodeFault::Division => "没有以此开头的行政区划",
            CodeFault::OrganizationCheck => "其中的组织机构代码校验码不符",
            CodeFault::CreditCheck => "统一社会信用代码校验码不符",
            CodeFault::Level => "行使层级应为1至6",
            CodeFault::Source => "来源既非国家也非省级",
            CodeFault::ItemType => "没有此事项类型",
            CodeFault::MainItem => "主项不能为000",
            CodeFault::DirectoryNode => "目录节点不能办理",
            CodeFault::Sequence => "顺序号不能为零",
            CodeFault::Date => "日历上没有这一天",
        })
    }
}
