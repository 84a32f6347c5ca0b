//! That somebody signed in, and how (认证断言).

use alloc::vec::Vec;
use core::fmt;

use chrono::{DateTime, FixedOffset};

use crate::{AssuranceLevel, AssurancePolicy, Channel, IdentityKey, Label, SubjectKey, Way};

/// What an authentication center says of a sign-in (认证断言).
///
/// In hand it is in order: the times follow each other, somebody was verified
/// in some way, and that somebody is a person. Who signs in for an organization
/// is a person too; the organization stands in
/// [`acting_for`](AuthenticationClaims::acting_for). Whether it is *true* is a
/// question of who says it: see `Ticket` (feature `ticket`).
///
/// `Debug` shows no number of a person.
///
/// ```
/// use chrono::{DateTime, TimeDelta};
/// use gov_identity::{
///     AssuranceLevel, AssurancePolicy, Authentication, AuthenticationClaims, Channel,
///     IdentityKey, Label, Way, WayKind,
/// };
///
/// let at = |text| DateTime::parse_from_rfc3339(text).unwrap();
/// let center = Label::parse("auth.nx.gov.cn")?;
/// let authentication = Authentication::try_new(AuthenticationClaims {
///     id: Label::parse("a-2026-0001")?,
///     issuer: center.clone(),
///     audience: Label::parse("portal.szs.gov.cn")?,
///     subject: IdentityKey::parse("111:11010519491231002X")?.into(),
///     acting_for: None,
///     delegation: None,
///     ways: vec![Way {
///         kind: WayKind::Face,
///         level: AssuranceLevel::PersonBound,
///         at: at("2026-03-02T09:00:00+08:00"),
///         by: center.clone(),
///     }],
///     channel: Channel::MOBILE_APP,
///     authenticated_at: at("2026-03-02T09:00:00+08:00"),
///     issued_at: at("2026-03-02T09:00:05+08:00"),
///     expires_at: at("2026-03-02T17:00:00+08:00"),
/// })
/// .unwrap();
///
/// let policy = AssurancePolicy::new()
///     .with_way(WayKind::Face, TimeDelta::days(30))
///     .with_issuer(center, AssuranceLevel::CounterOrCertified);
/// let level = |text| authentication.level(&policy, at(text));
/// assert_eq!(level("2026-03-02T10:00:00+08:00"), AssuranceLevel::PersonBound);
/// assert_eq!(level("2026-03-02T17:00:00+08:00"), AssuranceLevel::Anonymous);
/// # Ok::<(), gov_identity::ParseError>(())
/// ```
#[doc(alias = "认证断言")]
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(
    feature = "serde",
    serde(try_from = "AuthenticationClaims", into = "AuthenticationClaims")
)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(with = "AuthenticationClaims"))]
pub struct Authentication(AuthenticationClaims);

/// The claims of an [`Authentication`], before anybody looked whether they are
/// in order (认证断言内容).
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[expect(clippy::exhaustive_structs, reason = "a plain record for callers to fill in")]
pub struct AuthenticationClaims {
    /// The name of this assertion, unique with its issuer.
    pub id: Label,
    /// The authentication center that says it.
    pub issuer: Label,
    /// The system it is said to.
    pub audience: Label,
    /// The person who signed in.
    pub subject: SubjectKey,
    /// The organization or person on whose behalf, if not one's own (代办).
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub acting_for: Option<IdentityKey>,
    /// The [`Delegation`](crate::Delegation) that allows it; none for a legal
    /// representative.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub delegation: Option<Label>,
    /// How the person was verified, in any order.
    pub ways: Vec<Way>,
    /// Through what the person signed in.
    pub channel: Channel,
    /// When the person signed in.
    pub authenticated_at: DateTime<FixedOffset>,
    /// When the center said so.
    pub issued_at: DateTime<FixedOffset>,
    /// From when on it is worth nothing.
    pub expires_at: DateTime<FixedOffset>,
}

/// Claims that are not in order; the first fault in this list.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum AuthenticationError {
    /// An organization cannot sign in; a person does, on its behalf.
    #[error("authentication: the subject is not a person")]
    NotAPerson,
    /// A delegation is named but nobody to act for.
    #[error("authentication: a delegation is named but no principal")]
    DelegationWithoutPrincipal,
    /// No way of verification, or more than [`Authentication::MAX_WAYS`].
    #[error("authentication: expected 1 to 32 ways of verification, found {found}")]
    Ways {
        /// Ways that were there.
        found: usize,
    },
    /// A way of verification is later than the assertion.
    #[error("authentication: way {position} of verification is later than the assertion")]
    LaterWay {
        /// Which, counted from 1.
        position: usize,
    },
    /// Signed in after it was said, or said when it had run out.
    #[error("authentication: the times of sign-in, issue and expiry are out of order")]
    Times,
}

impl Authentication {
    /// Most ways of verification in one assertion.
    pub const MAX_WAYS: usize = 32;

    /// Takes claims that are in order.
    ///
    /// # Errors
    ///
    /// The first fault in the order of [`AuthenticationError`].
    pub fn try_new(claims: AuthenticationClaims) -> Result<Self, AuthenticationError> {
        let AuthenticationClaims { authenticated_at, issued_at, expires_at, .. } = claims;
        if !claims.subject.is_person() {
            return Err(AuthenticationError::NotAPerson);
        }
        if claims.delegation.is_some() && claims.acting_for.is_none() {
            return Err(AuthenticationError::DelegationWithoutPrincipal);
        }
        let found = claims.ways.len();
        if !(1..=Self::MAX_WAYS).contains(&found) {
            return Err(AuthenticationError::Ways { found });
        }
        if let Some(later) = claims.ways.iter().position(|way| issued_at < way.at) {
            return Err(AuthenticationError::LaterWay { position: later + 1 });
        }
        if issued_at < authenticated_at || expires_at <= issued_at {
            return Err(AuthenticationError::Times);
        }
        Ok(Self(claims))
    }

    /// What it says.
    #[must_use]
    pub const fn claims(&self) -> &AuthenticationClaims {
        &self.0
    }

    /// The claims, to say something else with them.
    #[must_use]
    pub fn into_claims(self) -> AuthenticationClaims {
        self.0
    }

    /// How surely the person is known at an instant, under a policy; nothing
    /// before it was issued, and nothing from its expiry on.
    #[must_use]
    pub fn level(&self, policy: &AssurancePolicy, at: DateTime<FixedOffset>) -> AssuranceLevel {
        if at < self.0.issued_at || self.0.expires_at <= at {
            return AssuranceLevel::Anonymous;
        }
        policy.level(&self.0.ways, &self.0.issuer, at)
    }
}

impl AuthenticationError {
    /// The fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotAPerson => "not-a-person",
            Self::DelegationWithoutPrincipal => "delegation-without-principal",
            Self::Ways { .. } => "ways",
            Self::LaterWay { .. } => "later-way",
            Self::Times => "times",
        }
    }

    /// The error as one Chinese sentence.
    #[must_use]
    pub const fn zh(&self) -> impl fmt::Display + use<> {
        Chinese(*self)
    }
}

struct Chinese(AuthenticationError);

impl fmt::Display for Chinese {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("认证断言：")?;
        match self.0 {
            AuthenticationError::NotAPerson => f.write_str("登录主体应为自然人"),
            AuthenticationError::DelegationWithoutPrincipal => {
                f.write_str("载有授权编号但没有委托人")
            }
            AuthenticationError::Ways { found } => write!(f, "核验记录应为1至32条，实为{found}条"),
            AuthenticationError::LaterWay { position } => {
                write!(f, "第{position}条核验记录晚于签发时间")
            }
            AuthenticationError::Times => f.write_str("登录、签发、失效时间先后不符"),
        }
    }
}

impl TryFrom<AuthenticationClaims> for Authentication {
    type Error = AuthenticationError;

    fn try_from(claims: AuthenticationClaims) -> Result<Self, AuthenticationError> {
        Self::try_new(claims)
    }
}

impl From<Authentication> for AuthenticationClaims {
    fn from(authentication: Authentication) -> Self {
        authentication.0
    }
}
