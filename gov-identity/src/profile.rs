//! What is known of somebody, from whom and since when (用户档案).

use alloc::boxed::Box;
use alloc::collections::{BTreeMap, BTreeSet};
use core::fmt;

use chrono::{DateTime, FixedOffset};

use crate::{IdentityKey, Label};

/// What is known of a person or organization, with source and time of each
/// statement (用户档案): collected once, used by every channel.
///
/// Two systems may merge what they know in any order and any number of times
/// and get the same profile: merging is commutative, associative and
/// idempotent, and loses no statement. Where sources disagree, the profile
/// says so instead of choosing in silence.
///
/// `Debug` shows names of attributes and how many statements there are, and
/// nothing that is stated.
///
/// ```
/// use chrono::DateTime;
/// use gov_identity::{IdentityKey, Label, Profile, Statement, TrustClass};
///
/// let at = |text| DateTime::parse_from_rfc3339(text).unwrap();
/// let phone = Label::parse("phone")?;
/// let statement = |value: &str, source, trust, when| {
///     Ok::<_, gov_identity::ParseError>(Statement {
///         value: value.into(),
///         source: Label::parse(source)?,
///         trust,
///         at: at(when),
///     })
/// };
///
/// let person = IdentityKey::parse("111:11010519491231002X")?;
/// let mut portal = Profile::new(person.clone());
/// portal.state(phone.clone(), statement("0952-1", "portal", TrustClass::Uploaded, "2026-03-01T09:00:00+08:00")?);
/// let mut window = Profile::new(person);
/// window.state(phone.clone(), statement("0952-2", "window", TrustClass::Verified, "2026-01-01T09:00:00+08:00")?);
///
/// let merged = portal.merge(&window).unwrap();
/// assert_eq!(merged, window.merge(&portal).unwrap());
/// assert_eq!(merged.best(&phone).unwrap().value.as_ref(), "0952-2");
/// assert_eq!(merged.conflicts().collect::<Vec<_>>(), [&phone]);
/// # Ok::<(), gov_identity::ParseError>(())
/// ```
#[doc(alias = "用户档案")]
#[derive(Clone, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Profile {
    subject: IdentityKey,
    #[cfg_attr(feature = "serde", serde(default))]
    attributes: BTreeMap<Label, BTreeSet<Statement>>,
}

/// One source's word on one attribute (属性来源).
#[doc(alias = "属性来源")]
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[expect(clippy::exhaustive_structs, reason = "a plain record for callers to fill in")]
pub struct Statement {
    /// How far it can be trusted.
    pub trust: TrustClass,
    /// When the source said so.
    pub at: DateTime<FixedOffset>,
    /// Who says so.
    pub source: Label,
    /// What it is.
    pub value: Box<str>,
}

/// How far a statement can be trusted (信任类别), after the classes of
/// electronic certificates in 国办函〔2016〕108号. The better class is greater.
#[doc(alias = "信任类别")]
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[expect(clippy::exhaustive_enums, reason = "closed by 国办函〔2016〕108号")]
pub enum TrustClass {
    /// Class D: made by the user, with a pledge (自制承诺).
    Pledged,
    /// Class C: handed in by the user, to be checked (上传待核).
    Uploaded,
    /// Class B: checked at a window (窗口核验).
    Verified,
    /// Class A: from the authority that produces it (制发机构签发).
    Authoritative,
}

/// Profiles of two subjects are never one.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, thiserror::Error)]
#[error("profile: it is of another subject")]
#[non_exhaustive]
pub struct OtherSubject;

impl Profile {
    /// Nothing is known yet.
    #[must_use]
    pub const fn new(subject: IdentityKey) -> Self {
        Self { subject, attributes: BTreeMap::new() }
    }

    /// Whose profile it is.
    #[must_use]
    pub const fn subject(&self) -> &IdentityKey {
        &self.subject
    }

    /// Adds a statement; one that is there already changes nothing.
    pub fn state(&mut self, attribute: Label, statement: Statement) {
        self.attributes.entry(attribute).or_default().insert(statement);
    }

    /// What both know.
    ///
    /// # Errors
    ///
    /// When they are of two subjects.
    pub fn merge(&self, other: &Self) -> Result<Self, OtherSubject> {
        if self.subject != other.subject {
            return Err(OtherSubject);
        }
        let mut merged = self.clone();
        for (attribute, statement) in other.statements() {
            merged.state(attribute.clone(), statement.clone());
        }
        Ok(merged)
    }

    /// All statements, by attribute, the least trusted and oldest first.
    pub fn statements(&self) -> impl Iterator<Item = (&Label, &Statement)> {
        self.attributes.iter().flat_map(|(attribute, statements)| {
            statements.iter().map(move |statement| (attribute, statement))
        })
    }

    /// The statement to work with: of the best class, the latest. Of several
    /// of one class and instant, one of them, always the same.
    #[must_use]
    pub fn best(&self, attribute: &Label) -> Option<&Statement> {
        self.attributes.get(attribute)?.last()
    }

    /// What each source says now: its latest statement, and more than one where
    /// it said two things at one instant.
    pub fn current(&self, attribute: &Label) -> impl Iterator<Item = &Statement> {
        let statements = self.attributes.get(attribute);
        let all = move || statements.into_iter().flatten();
        all().filter(move |one| !all().any(|other| other.source == one.source && one.at < other.at))
    }

    /// The attributes on which sources disagree now, in order.
    pub fn conflicts(&self) -> impl Iterator<Item = &Label> {
        self.attributes.keys().filter(|attribute| {
            let mut values = self.current(attribute).map(|statement| &statement.value);
            let first = values.next();
            values.any(|value| Some(value) != first)
        })
    }
}

impl TrustClass {
    /// All classes, the least trusted first.
    pub const ALL: [Self; 4] = [Self::Pledged, Self::Uploaded, Self::Verified, Self::Authoritative];

    /// The letter of the class.
    #[must_use]
    pub const fn letter(self) -> &'static str {
        match self {
            Self::Pledged => "D",
            Self::Uploaded => "C",
            Self::Verified => "B",
            Self::Authoritative => "A",
        }
    }

    /// The Chinese name.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Pledged => "自制承诺",
            Self::Uploaded => "上传待核",
            Self::Verified => "窗口核验",
            Self::Authoritative => "制发机构签发",
        }
    }
}

impl OtherSubject {
    /// The error as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        "other-subject"
    }

    /// The error as one Chinese sentence.
    #[must_use]
    pub const fn zh(&self) -> &'static str {
        "用户档案：两份档案不属于同一主体"
    }
}

impl fmt::Debug for Profile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = self.attributes.iter().map(|(name, statements)| (name, statements.len()));
        write!(f, "Profile({:?}, ", self.subject)?;
        f.debug_map().entries(counts).finish()?;
        f.write_str(")")
    }
}

impl fmt::Debug for Statement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { trust, at, source, .. } = self;
        write!(f, "Statement({trust:?} by {source} at {at})")
    }
}
