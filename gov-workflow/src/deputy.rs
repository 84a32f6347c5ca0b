//! One officer who carries another's duties for a while.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::actor::{Actor, Officer, Role};
use crate::decide::written;
use crate::{Refusal, StaffId, Words};

/// That one officer carries duties of another for a while (代行授权, AB岗), as it is written
/// down.
///
/// ```
/// use gov_identity::{CreditCode, DivisionCode};
/// use gov_workflow::{Deputation, Deputy, Officer, Role, StaffId};
///
/// let officer = |staff: &str, roles: &[Role]| Officer {
///     staff: StaffId::parse(staff).unwrap(),
///     body: CreditCode::from_static("91640200MA0000007F"),
///     division: DivisionCode::from_static("640200"),
///     roles: roles.iter().copied().collect(),
/// };
/// let deputation = Deputation {
///     deputy: officer("B-02", &[Role::Review]),
///     principal: officer("A-01", &[Role::Decision]),
///     roles: [Role::Decision].into(),
///     from: "2026-03-02".parse()?,
///     until: "2026-03-06".parse()?,
///     order: "示例授权第1号".to_owned(),
/// };
/// let deputy = Deputy::try_new(deputation).unwrap();
/// assert_eq!(deputy.acting().staff.as_str(), "B-02");
/// assert!(deputy.acting().roles.contains(&Role::Decision));
/// assert_eq!(deputy.principal().as_str(), "A-01");
/// # Ok::<(), chrono::ParseError>(())
/// ```
#[doc(alias = "代行授权")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a plain record for callers to fill in")]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Deputation {
    /// Who acts (代行人).
    pub deputy: Officer,
    /// Whose duties these are (被代行人).
    pub principal: Officer,
    /// Which of the principal's duties (代行职责).
    pub roles: BTreeSet<Role>,
    /// The first day (起始日期).
    pub from: NaiveDate,
    /// The last day (终止日期).
    pub until: NaiveDate,
    /// The number of the order that says so (授权文号).
    pub order: String,
}

/// An officer who acts for another (代行人), by a deputation that was checked.
///
/// Events name both. For the separation of duties each of the two counts as having acted:
/// nobody decides, in whoever's name, what either of them accepted.
#[doc(alias = "代行人")]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Deputy {
    acting: Officer,
    principal: StaffId,
    from: NaiveDate,
    until: NaiveDate,
    order: String,
}

/// Why a deputation does not hold (代行授权问题).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum DeputyFault {
    /// Nobody acts for oneself.
    #[error("deputation: an officer acts for oneself")]
    Oneself,
    /// Duties do not leave the body or the division; entrusting another body is another
    /// thing (行政许可法 art. 24).
    #[error("deputation: the two officers serve different bodies or divisions")]
    OtherBody,
    /// No duty is carried.
    #[error("deputation: no duty is carried")]
    NoDuty,
    /// Nobody hands on a duty that they do not have.
    #[error("deputation: the principal lacks the role of {}", .role.english())]
    NotHeld {
        /// The role.
        role: Role,
    },
    /// It ends before it begins.
    #[error("deputation: ends before it begins")]
    Backwards,
    /// The number of the order is blank or too long.
    #[error("deputation: the order has no proper number")]
    Order,
}

impl DeputyFault {
    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Oneself => "oneself",
            Self::OtherBody => "other-body",
            Self::NoDuty => "no-duty",
            Self::NotHeld { .. } => "not-held",
            Self::Backwards => "backwards",
            Self::Order => "order",
        }
    }

    /// The fault as one Chinese sentence.
    #[must_use]
    pub fn zh(&self) -> String {
        match self {
            Self::Oneself => "代行授权：不能代行本人职责".to_owned(),
            Self::OtherBody => "代行授权：代行人与被代行人不在同一机构、同一区划".to_owned(),
            Self::NoDuty => "代行授权：没有写明代行的职责".to_owned(),
            Self::NotHeld { role } => format!("代行授权：被代行人没有“{}”职责", role.zh()),
            Self::Backwards => "代行授权：终止日期早于起始日期".to_owned(),
            Self::Order => "代行授权：授权文号不合格式".to_owned(),
        }
    }
}

impl Deputy {
    /// Checks a deputation.
    ///
    /// # Errors
    ///
    /// The first fault: one person on both sides, two bodies or divisions, no duty, one that
    /// the principal lacks, an end before the beginning, an order without a number.
    pub fn try_new(deputation: Deputation) -> Result<Self, DeputyFault> {
        let Deputation { deputy, principal, roles, from, until, order } = deputation;
        if (deputy.body, deputy.division) != (principal.body, principal.division) {
            return Err(DeputyFault::OtherBody);
        }
        if deputy.staff == principal.staff {
            return Err(DeputyFault::Oneself);
        }
        if roles.is_empty() {
            return Err(DeputyFault::NoDuty);
        }
        if let Some(role) = roles.iter().find(|role| !principal.roles.contains(role)) {
            return Err(DeputyFault::NotHeld { role: *role });
        }
        if until < from {
            return Err(DeputyFault::Backwards);
        }
        written(&order, Words::Notice).map_err(|_| DeputyFault::Order)?;
        // Acting for another, an officer has the other's duties and none of their own.
        let acting = Officer { roles, ..deputy };
        Ok(Self { acting, principal: principal.staff, from, until, order })
    }

    /// Who acts, with the duties that are carried.
    #[must_use]
    pub const fn acting(&self) -> &Officer {
        &self.acting
    }

    /// Whose duties these are.
    #[must_use]
    pub const fn principal(&self) -> &StaffId {
        &self.principal
    }

    /// The first and the last day.
    #[must_use]
    pub const fn period(&self) -> (NaiveDate, NaiveDate) {
        (self.from, self.until)
    }

    /// The number of the order (授权文号).
    #[must_use]
    pub fn order(&self) -> &str {
        &self.order
    }
}

impl Actor {
    /// The officer who acts, in their own right or for another.
    #[must_use]
    pub const fn officer(&self) -> Option<&Officer> {
        match self {
            Self::Officer(officer) => Some(officer),
            Self::Deputy(deputy) => Some(deputy.acting()),
            Self::Applicant(_) | Self::Clock => None,
        }
    }

    /// Whether what the actor rests on holds on this day.
    pub(crate) fn in_force(&self, today: NaiveDate) -> Result<(), Refusal> {
        match self {
            Self::Deputy(deputy) if today < deputy.from || deputy.until < today => {
                let (from, until) = deputy.period();
                Err(Refusal::DeputationNotInForce { from, until })
            }
            _ => Ok(()),
        }
    }
}
