//! How surely it is known who somebody is (认证等级).

use alloc::collections::BTreeMap;
use core::fmt;

use chrono::{DateTime, FixedOffset, TimeDelta};

use crate::Label;

/// How surely it is known who somebody is (认证等级).
///
/// *This scale is our own.* The national set on trusted identity levels (ZWFW C
/// 0112-2018) was not at hand; the columns beside it are the nearest levels of
/// scales that are published, as we read them.
///
/// | Level | How proved | Guangdong | NIST IAL | eIDAS |
/// | ----- | ---------- | --------- | -------- | ----- |
/// | `Anonymous` | nothing | – | – | – |
/// | `SelfDeclared` | well-formed number, code by short message | L2 | – | – |
/// | `RecordMatched` | name and number match the base register | L3 | 1 | low |
/// | `PersonBound` | and the person is the one on record: face, network certificate | L4 | 2 | substantial |
/// | `CounterOrCertified` | at a counter, or by digital certificate or hardware | L5 | 3 | high |
///
/// It says how surely the *person* is known, not how strong this sign-in was: a
/// person once seen at a counter may sign in by password.
///
/// ```
/// use gov_identity::AssuranceLevel;
///
/// assert!(AssuranceLevel::RecordMatched < AssuranceLevel::PersonBound);
/// assert_eq!(AssuranceLevel::PersonBound.zh(), "本人核验");
/// assert_eq!(AssuranceLevel::PersonBound.guangdong(), Some("L4"));
/// ```
#[doc(alias = "认证等级")]
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[expect(clippy::exhaustive_enums, reason = "callers must notice a new level of the scale")]
pub enum AssuranceLevel {
    /// Nothing is proved (匿名).
    #[default]
    Anonymous,
    /// Self-declared, well-formed (自行申报).
    SelfDeclared,
    /// Name and number match the base register (信息核验).
    RecordMatched,
    /// The person is the one on record (本人核验).
    PersonBound,
    /// Seen at a counter or holding a certificate (现场或证书核验).
    CounterOrCertified,
}

/// How somebody was verified (核验方式), as authentication centers tell it.
#[doc(alias = "核验方式")]
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum WayKind {
    /// Typed in, checked for its form only (自行申报).
    SelfDeclared,
    /// A code sent to the telephone (短信验证码).
    SmsCode,
    /// Name and number against the register (二要素核验).
    TwoElement,
    /// Name, number and telephone or period of the card (三要素核验).
    ThreeElement,
    /// The account of a bank card in the same name (银行卡核验).
    BankCard,
    /// A live face against the register (人脸核验).
    Face,
    /// The electronic license of an organization (电子营业执照).
    ElectronicLicense,
    /// The national network certificate (网证).
    NetworkCertificate,
    /// A digital certificate (数字证书).
    DigitalCertificate,
    /// Person and card at a counter (窗口现场核验).
    Counter,
    /// A way that only its issuer knows, by the issuer's code (其他).
    Other(Label),
}

/// One verification of a person: how, to what level, when and by whom
/// (核验记录). The level of a person is derived from a list of these.
///
/// ```
/// use gov_identity::{AssuranceLevel, Label, Way, WayKind};
///
/// let way = Way {
///     kind: WayKind::Face,
///     level: AssuranceLevel::PersonBound,
///     at: chrono::DateTime::parse_from_rfc3339("2026-03-01T09:00:00+08:00").unwrap(),
///     by: Label::parse("auth.nx.gov.cn")?,
/// };
/// assert_eq!(way.kind.highest(), AssuranceLevel::PersonBound);
/// # Ok::<(), gov_identity::ParseError>(())
/// ```
#[doc(alias = "核验记录")]
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[expect(clippy::exhaustive_structs, reason = "a plain record for callers to fill in")]
pub struct Way {
    /// How the person was verified.
    pub kind: WayKind,
    /// The level that who verified claims for it.
    pub level: AssuranceLevel,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// Who verified.
    pub by: Label,
}

/// What a system believes, and for how long (认证等级规则).
///
/// A new policy believes nothing. Each way that counts is named with the time
/// it stays fresh, each issuer with the highest level it is trusted for. No
/// text fixes these times, so there are none to begin with.
///
/// ```
/// use chrono::{DateTime, TimeDelta};
/// use gov_identity::{AssuranceLevel, AssurancePolicy, Label, Way, WayKind};
///
/// let at = |text| DateTime::parse_from_rfc3339(text).unwrap();
/// let center = Label::parse("auth.nx.gov.cn")?;
/// let policy = AssurancePolicy::new()
///     .with_way(WayKind::Face, TimeDelta::days(30))
///     .with_way(WayKind::TwoElement, TimeDelta::days(365))
///     .with_issuer(center.clone(), AssuranceLevel::PersonBound);
///
/// let ways = [
///     (WayKind::TwoElement, AssuranceLevel::RecordMatched, "2026-01-05T09:00:00+08:00"),
///     (WayKind::Face, AssuranceLevel::PersonBound, "2026-03-01T09:00:00+08:00"),
/// ]
/// .map(|(kind, level, day)| Way { kind, level, at: at(day), by: center.clone() });
///
/// let level = |day| policy.level(&ways, &center, at(day));
/// assert_eq!(level("2026-03-02T09:00:00+08:00"), AssuranceLevel::PersonBound);
/// assert_eq!(level("2026-04-02T09:00:00+08:00"), AssuranceLevel::RecordMatched);
/// # Ok::<(), gov_identity::ParseError>(())
/// ```
#[doc(alias = "认证等级规则")]
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct AssurancePolicy {
    ways: BTreeMap<WayKind, (AssuranceLevel, TimeDelta)>,
    issuers: BTreeMap<Label, AssuranceLevel>,
}

impl AssuranceLevel {
    /// All levels, from the lowest.
    pub const ALL: [Self; 5] = [
        Self::Anonymous,
        Self::SelfDeclared,
        Self::RecordMatched,
        Self::PersonBound,
        Self::CounterOrCertified,
    ];

    /// The level as a word that programs can rely on.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Anonymous => "anonymous",
            Self::SelfDeclared => "self-declared",
            Self::RecordMatched => "record-matched",
            Self::PersonBound => "person-bound",
            Self::CounterOrCertified => "counter-or-certified",
        }
    }

    /// The Chinese name.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Anonymous => "匿名",
            Self::SelfDeclared => "自行申报",
            Self::RecordMatched => "信息核验",
            Self::PersonBound => "本人核验",
            Self::CounterOrCertified => "现场或证书核验",
        }
    }

    /// The nearest level of account trust in Guangdong.
    #[must_use]
    pub const fn guangdong(self) -> Option<&'static str> {
        match self {
            Self::Anonymous => None,
            Self::SelfDeclared => Some("L2"),
            Self::RecordMatched => Some("L3"),
            Self::PersonBound => Some("L4"),
            Self::CounterOrCertified => Some("L5"),
        }
    }

    /// The nearest identity assurance level of NIST SP 800-63-4.
    #[must_use]
    pub const fn ial(self) -> Option<u8> {
        match self {
            Self::Anonymous | Self::SelfDeclared => None,
            Self::RecordMatched => Some(1),
            Self::PersonBound => Some(2),
            Self::CounterOrCertified => Some(3),
        }
    }

    /// The nearest level of regulation (EU) 2015/1502.
    #[must_use]
    pub const fn eidas(self) -> Option<&'static str> {
        match self {
            Self::Anonymous | Self::SelfDeclared => None,
            Self::RecordMatched => Some("low"),
            Self::PersonBound => Some("substantial"),
            Self::CounterOrCertified => Some("high"),
        }
    }
}

impl fmt::Display for AssuranceLevel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl WayKind {
    /// The highest level that the way can prove, whoever claims more. A way
    /// that only its issuer knows proves no more than a declaration, unless a
    /// policy says so.
    #[must_use]
    pub const fn highest(&self) -> AssuranceLevel {
        match self {
            Self::SelfDeclared | Self::SmsCode | Self::Other(_) => AssuranceLevel::SelfDeclared,
            Self::TwoElement | Self::ThreeElement | Self::BankCard => AssuranceLevel::RecordMatched,
            Self::Face | Self::ElectronicLicense | Self::NetworkCertificate => {
                AssuranceLevel::PersonBound
            }
            Self::DigitalCertificate | Self::Counter => AssuranceLevel::CounterOrCertified,
        }
    }
}

impl AssurancePolicy {
    /// Believes nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Counts a way for so long, up to the level it can prove.
    #[must_use]
    pub fn with_way(self, kind: WayKind, fresh_for: TimeDelta) -> Self {
        let highest = kind.highest();
        self.with_way_up_to(kind, highest, fresh_for)
    }

    /// Counts a way for so long, up to a level of the caller's own judgment.
    #[must_use]
    pub fn with_way_up_to(
        mut self,
        kind: WayKind,
        highest: AssuranceLevel,
        fresh_for: TimeDelta,
    ) -> Self {
        self.ways.insert(kind, (highest, fresh_for));
        self
    }

    /// Trusts an issuer up to a level.
    #[must_use]
    pub fn with_issuer(mut self, issuer: Label, ceiling: AssuranceLevel) -> Self {
        self.issuers.insert(issuer, ceiling);
        self
    }

    /// The level at an instant: the best of the ways that are still fresh, but
    /// no more than the issuer is trusted for.
    #[must_use]
    pub fn level(&self, ways: &[Way], issuer: &Label, at: DateTime<FixedOffset>) -> AssuranceLevel {
        let proved = ways.iter().map(|way| self.level_of(way, at)).max().unwrap_or_default();
        proved.min(self.ceiling(issuer))
    }

    /// The level that one way proves at an instant; nothing before it happened,
    /// and nothing once its time is over.
    #[must_use]
    pub fn level_of(&self, way: &Way, at: DateTime<FixedOffset>) -> AssuranceLevel {
        match self.ways.get(&way.kind) {
            Some((highest, fresh_for)) if is_fresh(way.at, *fresh_for, at) => {
                way.level.min(*highest)
            }
            _ => AssuranceLevel::Anonymous,
        }
    }

    /// The highest level an issuer is trusted for; none when it is not named.
    #[must_use]
    pub fn ceiling(&self, issuer: &Label) -> AssuranceLevel {
        self.issuers.get(issuer).copied().unwrap_or_default()
    }
}

/// From the instant on, and for less than the time given.
fn is_fresh(since: DateTime<FixedOffset>, for_: TimeDelta, at: DateTime<FixedOffset>) -> bool {
    let age = at.signed_duration_since(since);
    TimeDelta::zero() <= age && age < for_
}
