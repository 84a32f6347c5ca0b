//! A condition that a program can test (可判定的条件).

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use chrono::NaiveDate;

use crate::Text;

/// A condition as a rule over facts (可判定的条件), beside its text.
///
/// The text is the law's; the rule is how far a program can follow it. An
/// unknown fact makes the answer unknown, not false, unless the other facts
/// already settle it (three-valued logic of Kleene).
///
/// ```
/// use gov_catalog::{Criterion, Fact, Facts, FactTest, Verdict};
///
/// let rule = Criterion::All(vec![
///     Criterion::fact("年龄", FactTest::AtLeast(18)),
///     Criterion::fact("有固定场所", FactTest::Is(true)),
/// ]);
/// let facts = Facts::from_iter([("年龄", Fact::Number(17))]);
/// let assessment = rule.evaluate(&facts);
/// assert_eq!(assessment.verdict(), Verdict::Unmet);
/// assert_eq!(assessment.open()[0].to_string(), "all[1]: unmet");
/// assert_eq!(assessment.open()[0].zh(), "年龄应不小于18：不符合");
/// ```
///
/// Deliberately absent: arithmetic, and texts that are searched. A condition
/// that needs them is for an officer to read.
#[doc(alias = "受理条件")]
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[expect(clippy::exhaustive_enums, reason = "a closed language: whoever evaluates it knows it all")]
pub enum Criterion {
    /// Every one of them (同时满足).
    All(Vec<Criterion>),
    /// At least one of them (满足其一).
    Any(Vec<Criterion>),
    /// Not this (不得).
    Not(Box<Criterion>),
    /// A test of one fact.
    Fact(Claim),
}

/// What must be so of one fact (事实要求).
///
/// ```
/// use gov_catalog::{Claim, FactTest};
///
/// assert_eq!(Claim::new("面积", FactTest::AtLeast(50)).zh(), "面积应不小于50");
/// ```
#[doc(alias = "事实要求")]
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Claim {
    /// Name of the fact with its unit, such as `经营面积（平方米）`; up to 200 characters.
    pub name: Text,
    /// The test.
    pub must: FactTest,
}

/// A test of one fact. All bounds are inclusive.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[expect(clippy::exhaustive_enums, reason = "a closed language: whoever evaluates it knows it all")]
pub enum FactTest {
    /// A number not below this (不小于).
    AtLeast(i64),
    /// A number not above this (不大于).
    AtMost(i64),
    /// A day not before this (不早于).
    NotBefore(#[cfg_attr(feature = "schemars", schemars(with = "String"))] NaiveDate),
    /// A day not after this (不晚于).
    NotAfter(#[cfg_attr(feature = "schemars", schemars(with = "String"))] NaiveDate),
    /// Yes or no (是否).
    Is(bool),
    /// A code that is one of these (属于).
    OneOf(Vec<Text>),
}

/// A fact about an application (事实).
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the four kinds that tests know")]
pub enum Fact {
    /// A number, in the unit that the name of the fact says.
    Number(i64),
    /// A day.
    Date(NaiveDate),
    /// Yes or no.
    Flag(bool),
    /// A code.
    Code(Text),
}

/// The facts that are known of one application (已知事实), by name.
///
/// ```
/// use gov_catalog::{Fact, Facts};
///
/// let facts = Facts::from_iter([("年龄", Fact::Number(20))]);
/// assert_eq!(facts.get("年龄"), Some(&Fact::Number(20)));
/// assert_eq!(facts.get("学历"), None);
/// ```
#[doc(alias = "事实")]
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Facts(BTreeMap<Text, Fact>);

/// Whether a criterion is met (判定).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "three-valued logic")]
pub enum Verdict {
    /// It is met (符合).
    Met,
    /// It is not met (不符合).
    Unmet,
    /// A fact is missing, or is of another kind than the test (未知).
    Unknown,
}

/// The verdict, and the parts that keep it from being met (判定结果).
///
/// ```
/// use gov_catalog::{Criterion, FactTest, Facts, Verdict};
///
/// let assessment = Criterion::fact("年龄", FactTest::AtLeast(18)).evaluate(&Facts::default());
/// assert_eq!(assessment.verdict(), Verdict::Unknown);
/// assert_eq!(assessment.open().len(), 1);
/// ```
#[doc(alias = "判定结果")]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Assessment {
    verdict: Verdict,
    open: Vec<OpenPart>,
}

/// One test that fails or cannot be answered (未符合的部分).
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct OpenPart {
    path: String,
    claim: Claim,
    denied: bool,
    verdict: Verdict,
}

impl Criterion {
    /// The deepest nesting that is read.
    pub const MAX_DEPTH: usize = 16;

    /// A test of one fact.
    #[must_use]
    pub fn fact(name: impl Into<Text>, must: FactTest) -> Self {
        Self::Fact(Claim::new(name, must))
    }

    /// Applies the rule to what is known.
    #[must_use]
    pub fn evaluate(&self, facts: &Facts) -> Assessment {
        let mut open = Vec::new();
        let verdict = self.walk(facts, true, "", &mut open);
        Assessment { verdict, open }
    }

    /// The verdict of this part; `open` gets the tests that keep it from being
    /// met (or unmet, below a `not`), and loses them when it is so all the same.
    fn walk(&self, facts: &Facts, wanted: bool, path: &str, open: &mut Vec<OpenPart>) -> Verdict {
        let before = open.len();
        let verdict = match self {
            Self::All(parts) => {
                let parts = parts.iter().zip(1_usize..);
                let verdicts = parts
                    .map(|(part, n)| part.walk(facts, wanted, &format!("{path}all[{n}]."), open));
                verdicts.fold(Verdict::Met, Verdict::and)
            }
            Self::Any(parts) => {
                let parts = parts.iter().zip(1_usize..);
                let verdicts = parts
                    .map(|(part, n)| part.walk(facts, wanted, &format!("{path}any[{n}]."), open));
                verdicts.fold(Verdict::Unmet, |one, other| one.not().and(other.not()).not())
            }
            Self::Not(part) => part.walk(facts, !wanted, &format!("{path}not."), open).not(),
            Self::Fact(claim) => {
                let verdict = claim.must.judge(facts.get(&claim.name));
                open.push(OpenPart {
                    path: path.trim_end_matches('.').into(),
                    claim: claim.clone(),
                    denied: !wanted,
                    verdict: if wanted { verdict } else { verdict.not() },
                });
                verdict
            }
        };
        if verdict == if wanted { Verdict::Met } else { Verdict::Unmet } {
            open.truncate(before);
        }
        verdict
    }
}

impl Claim {
    /// A test of the fact of this name.
    #[must_use]
    pub fn new(name: impl Into<Text>, must: FactTest) -> Self {
        Self { name: name.into(), must }
    }

    /// The claim as Chinese words.
    #[must_use]
    pub fn zh(&self) -> String {
        format!("{}应{}", self.name, ChineseTest(&self.must))
    }
}

impl FactTest {
    /// Whether a fact passes; one that is missing or of another kind is unknown.
    fn judge(&self, fact: Option<&Fact>) -> Verdict {
        let passes = match (self, fact) {
            (Self::AtLeast(least), Some(Fact::Number(number))) => number >= least,
            (Self::AtMost(most), Some(Fact::Number(number))) => number <= most,
            (Self::NotBefore(first), Some(Fact::Date(date))) => date >= first,
            (Self::NotAfter(last), Some(Fact::Date(date))) => date <= last,
            (Self::Is(wanted), Some(Fact::Flag(flag))) => flag == wanted,
            (Self::OneOf(codes), Some(Fact::Code(code))) => codes.contains(code),
            _ => return Verdict::Unknown,
        };
        if passes { Verdict::Met } else { Verdict::Unmet }
    }
}

impl Facts {
    /// Adds a fact, and gives back the one that it replaces.
    pub fn insert(&mut self, name: impl Into<Text>, fact: Fact) -> Option<Fact> {
        self.0.insert(name.into(), fact)
    }

    /// The fact of this name, if it is known.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Fact> {
        self.0.get(name)
    }
}

impl<N: Into<Text>> FromIterator<(N, Fact)> for Facts {
    fn from_iter<I: IntoIterator<Item = (N, Fact)>>(facts: I) -> Self {
        Self(facts.into_iter().map(|(name, fact)| (name.into(), fact)).collect())
    }
}

impl Verdict {
    const fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Unmet, _) | (_, Self::Unmet) => Self::Unmet,
            (Self::Met, Self::Met) => Self::Met,
            _ => Self::Unknown,
        }
    }

    const fn not(self) -> Self {
        match self {
            Self::Met => Self::Unmet,
            Self::Unmet => Self::Met,
            Self::Unknown => Self::Unknown,
        }
    }

    /// The word for programs.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Unmet => "unmet",
            Self::Unknown => "unknown",
        }
    }

    /// The Chinese name.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Met => "符合",
            Self::Unmet => "不符合",
            Self::Unknown => "未知",
        }
    }
}

impl Assessment {
    /// Whether the whole is met.
    #[must_use]
    pub const fn verdict(&self) -> Verdict {
        self.verdict
    }

    /// The tests that keep it from being met; none when it is.
    #[must_use]
    pub fn open(&self) -> &[OpenPart] {
        &self.open
    }
}

impl OpenPart {
    /// Where in the rule, such as `all[2].not`; parts counted from 1.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The test itself.
    #[must_use]
    pub const fn claim(&self) -> &Claim {
        &self.claim
    }

    /// Unmet or unknown.
    #[must_use]
    pub const fn verdict(&self) -> Verdict {
        self.verdict
    }

    /// The part as Chinese words.
    #[must_use]
    pub fn zh(&self) -> String {
        let claim = self.claim.zh();
        let verdict = self.verdict.zh();
        if self.denied {
            format!("不得有“{claim}”：{verdict}")
        } else {
            format!("{claim}：{verdict}")
        }
    }
}

/// The path and the verdict: never the fact, which may be a person's.
impl fmt::Display for OpenPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() {
            return f.write_str(self.verdict.as_str());
        }
        write!(f, "{}: {}", self.path, self.verdict.as_str())
    }
}

struct ChineseTest<'a>(&'a FactTest);

impl fmt::Display for ChineseTest<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            FactTest::AtLeast(least) => write!(f, "不小于{least}"),
            FactTest::AtMost(most) => write!(f, "不大于{most}"),
            FactTest::NotBefore(first) => write!(f, "不早于{first}"),
            FactTest::NotAfter(last) => write!(f, "不晚于{last}"),
            FactTest::Is(true) => f.write_str("为是"),
            FactTest::Is(false) => f.write_str("为否"),
            FactTest::OneOf(codes) => {
                f.write_str("属于")?;
                for (code, first) in
                    codes.iter().zip(core::iter::once(true).chain(core::iter::repeat(false)))
                {
                    if !first {
                        f.write_str("、")?;
                    }
                    f.write_str(code)?;
                }
                Ok(())
            }
        }
    }
}
