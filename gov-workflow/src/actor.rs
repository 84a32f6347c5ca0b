//! Who acts on a case.

use std::collections::BTreeSet;

use gov_identity::{CreditCode, DivisionCode, IdentityKey};

use crate::{Deputy, StaffId};

/// Who gives a command (操作主体).
///
/// That the actor is who it claims to be was established before: by the
/// authentication that came with the request. An officer's duties come from the
/// body's own staff list at that moment.
///
/// ```
/// use gov_identity::{CreditCode, DivisionCode};
/// use gov_workflow::{Actor, Officer, Role, StaffId};
///
/// let clerk = Actor::Officer(Officer {
///     staff: StaffId::parse("W-07")?,
///     body: CreditCode::from_static("91640200MA0000007F"),
///     division: DivisionCode::from_static("640200"),
///     roles: [Role::Acceptance, Role::Delivery].into(),
/// });
/// # assert!(matches!(clerk, Actor::Officer(_)));
/// # Ok::<(), gov_workflow::CodeError>(())
/// ```
#[doc(alias = "操作主体")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "callers must notice a new kind of actor")]
pub enum Actor {
    /// The one who applies, or wants to (申请人).
    Applicant(IdentityKey),
    /// A member of staff (工作人员).
    Officer(Officer),
    /// A member of staff who acts for another (代行人).
    Deputy(Deputy),
    /// The passing of time (系统时钟): what the law itself brings about.
    Clock,
}

/// A member of staff and what they may do (工作人员).
///
/// ```
/// # use gov_identity::{CreditCode, DivisionCode};
/// # use gov_workflow::{Officer, Role, StaffId};
/// let officer = Officer {
///     staff: StaffId::parse("B-01")?,
///     body: CreditCode::from_static("91640200MA0000007F"),
///     division: DivisionCode::from_static("640200"),
///     roles: [Role::Decision].into(),
/// };
/// assert!(officer.roles.contains(&Role::Decision));
/// # Ok::<(), gov_workflow::CodeError>(())
/// ```
#[doc(alias = "工作人员")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a plain record for callers to fill in")]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Officer {
    /// The number inside the body (工号).
    pub staff: StaffId,
    /// The body that employs them (所属机构).
    pub body: CreditCode,
    /// The division they serve (所属行政区划).
    pub division: DivisionCode,
    /// What they may do (岗位职责).
    pub roles: BTreeSet<Role>,
}

/// What an officer may do to a case (岗位职责).
#[doc(alias = "岗位职责")]
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Role {
    /// Front desk: takes in, asks for supplements, accepts or refuses to (收件受理).
    Acceptance,
    /// Back office: examines (审查).
    Review,
    /// Grants or refuses (决定).
    Decision,
    /// Heads the body, and approves more time (机关负责人).
    Head,
    /// Makes the license (制证).
    Issuance,
    /// Exit window: hands out and closes (出件).
    Delivery,
}

impl Role {
    /// All roles, in the order in which a case meets them.
    pub const ALL: [Self; 6] = [
        Self::Acceptance,
        Self::Review,
        Self::Decision,
        Self::Head,
        Self::Issuance,
        Self::Delivery,
    ];

    /// Whether a window of another body may do it for the body that decides
    /// (综合窗口), 行政许可法 art. 26.
    #[must_use]
    pub const fn is_at_window(self) -> bool {
        matches!(self, Self::Acceptance | Self::Delivery)
    }

    pub(crate) const fn english(self) -> &'static str {
        match self {
            Self::Acceptance => "acceptance",
            Self::Review => "review",
            Self::Decision => "decision",
            Self::Head => "head of the body",
            Self::Issuance => "issuing",
            Self::Delivery => "delivery",
        }
    }

    pub(crate) const fn zh(self) -> &'static str {
        match self {
            Self::Acceptance => "收件受理",
            Self::Review => "审查",
            Self::Decision => "决定",
            Self::Head => "机关负责人",
            Self::Issuance => "制证",
            Self::Delivery => "出件",
        }
    }
}

/// Who did what an event tells (经办人).
///
/// The applicant is not named again: the case knows who applied, and a person's
/// number belongs into one event and no more.
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "mirrors `Actor`")]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case", deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Author {
    /// The applicant of the case (申请人).
    Applicant,
    /// A member of staff (工作人员).
    Officer {
        /// The number inside the body.
        staff: StaffId,
        /// The body.
        body: CreditCode,
        /// The division.
        division: DivisionCode,
    },
    /// A member of staff who acted for another (代行人): both are named.
    Deputy {
        /// The number of the one who acted.
        staff: StaffId,
        /// The body of both.
        body: CreditCode,
        /// The division of both.
        division: DivisionCode,
        /// The number of the one whose duty it was (被代行人).
        principal: StaffId,
    },
    /// The passing of time (系统时钟).
    Clock,
}

impl Author {
    pub(crate) fn of(actor: &Actor) -> Self {
        match actor {
            Actor::Applicant(_) => Self::Applicant,
            Actor::Clock => Self::Clock,
            Actor::Officer(Officer { staff, body, division, .. }) => {
                Self::Officer { staff: staff.clone(), body: *body, division: *division }
            }
            Actor::Deputy(deputy) => {
                let Officer { staff, body, division, .. } = deputy.acting().clone();
                Self::Deputy { staff, body, division, principal: deputy.principal().clone() }
            }
        }
    }

    /// The number of the officer who acted, if one did.
    #[must_use]
    pub const fn staff(&self) -> Option<&StaffId> {
        match self {
            Self::Officer { staff, .. } | Self::Deputy { staff, .. } => Some(staff),
            Self::Applicant | Self::Clock => None,
        }
    }

    /// The number of the officer for whom it was done, if it was done for another.
    #[must_use]
    pub const fn principal(&self) -> Option<&StaffId> {
        match self {
            Self::Deputy { principal, .. } => Some(principal),
            _ => None,
        }
    }

    /// The body of the officer who acted, if one did.
    #[must_use]
    pub const fn body(&self) -> Option<CreditCode> {
        match self {
            Self::Officer { body, .. } | Self::Deputy { body, .. } => Some(*body),
            Self::Applicant | Self::Clock => None,
        }
    }

    /// Whether this officer acted. Staff numbers are unique in a body only.
    #[must_use]
    pub fn is(&self, officer: &Officer) -> bool {
        self.staff() == Some(&officer.staff) && self.body() == Some(officer.body)
    }

    /// Whether one person stands behind both: as the one who acts, or as the one for whom.
    pub(crate) fn shares_a_person_with(&self, actor: &Actor) -> bool {
        let Some(officer) = actor.officer() else { return false };
        let principal = match actor {
            Actor::Deputy(deputy) => Some(deputy.principal()),
            _ => None,
        };
        let ours = |person| self.staff() == Some(person) || self.principal() == Some(person);
        self.body() == Some(officer.body) && (ours(&officer.staff) || principal.is_some_and(ours))
    }
}
