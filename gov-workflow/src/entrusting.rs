//! Another organ that handles an item in the body's name.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use gov_identity::{Authority, CreditCode, DivisionCode};

use crate::actor::{Officer, Role};
use crate::decide::written;
use crate::{Basis, Procedure, ProcedureDraft, Refusal, Words};

/// Another organ that handles an item in the body's name (委托实施行政许可), 行政许可法 art. 24.
///
/// The body keeps name and liability: cases, vouchers, rows, cards and licenses are its own,
/// and events name the officers of the organ who acted. The organ passes nothing on.
///
/// ```
/// use gov_identity::{CreditCode, DivisionCode};
/// use gov_workflow::{Basis, Entrusting, ItemCode, Procedure, ProcedureDraft, Role};
///
/// let bureau = CreditCode::from_static("11640200PDY00001XK");
/// let county = CreditCode::from_static("11640200PDY000036E");
/// let item = ItemCode::parse("1164020010001501113000131001000")?;
/// let city = DivisionCode::from_static("640200");
/// let mut draft = ProcedureDraft::licensing(item, "示例许可", bureau, city);
/// draft.entrusted.push(Entrusting {
///     by: bureau,
///     to: county,
///     division: DivisionCode::from_static("640202"),
///     roles: [Role::Acceptance, Role::Review, Role::Decision].into(),
///     basis: Basis::new("示例条例", "9"),
///     announcement: "示例公告第1号".to_owned(),
///     from: "2026-01-01".parse().unwrap(),
///     until: None,
/// });
/// let procedure = Procedure::try_new(draft).unwrap();
/// assert_eq!(procedure.body(), bureau);
/// assert_eq!(procedure.entrusted()[0].to, county);
/// # Ok::<(), gov_workflow::CodeError>(())
/// ```
#[doc(alias = "委托实施")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a plain record for callers to fill in")]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Entrusting {
    /// The body that entrusts (委托机关): the procedure's own.
    pub by: CreditCode,
    /// The organ that acts in its name (受委托机关).
    pub to: CreditCode,
    /// The division that the organ's officers serve (受委托机关所在行政区划).
    pub division: DivisionCode,
    /// Whose duties the organ takes over (委托内容). With [`Role::Head`] its head approves more
    /// time, too, unless the extension names another approver.
    pub roles: BTreeSet<Role>,
    /// The law, regulation or rule that lets the body entrust it (委托依据).
    pub basis: Basis,
    /// The number or address of the announcement (委托公告), up to 256 characters.
    pub announcement: String,
    /// The first day (起始日期).
    pub from: NaiveDate,
    /// The last day (终止日期); none where no end is set.
    pub until: Option<NaiveDate>,
}

/// Why a body cannot entrust an organ so (委托问题).
///
/// ```
/// use gov_workflow::EntrustingFault;
///
/// let fault = EntrustingFault::PassedOn;
/// assert_eq!(fault.code(), "passed-on");
/// assert_eq!(fault.to_string(), "comes from another than the procedure's body: what is entrusted is not passed on");
/// assert_eq!(fault.zh(), "委托机关不是本事项的实施机关，受委托机关不得再委托");
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum EntrustingFault {
    /// Who was entrusted entrusts nobody (不得再委托).
    #[error("comes from another than the procedure's body: what is entrusted is not passed on")]
    PassedOn,
    /// Nobody entrusts oneself.
    #[error("goes to the procedure's body itself")]
    ToItself,
    /// The organ stands in the list before.
    #[error("goes to an organ that is named before")]
    NamedBefore,
    /// A business or a civil organization, by its credit code, is no administrative organ.
    #[error("goes to a business or a civil organization, and not to an administrative organ")]
    NoOrgan,
    /// The organ serves a division that is no part of the procedure's own.
    #[error("goes to a division outside the procedure's own")]
    Elsewhere,
    /// No duty is entrusted.
    #[error("covers no duty")]
    NoDuty,
    /// The announcement is blank or too long.
    #[error("has no proper announcement")]
    Unannounced,
    /// It ends before it begins.
    #[error("ends before it begins")]
    Backwards,
}

impl EntrustingFault {
    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::PassedOn => "passed-on",
            Self::ToItself => "to-itself",
            Self::NamedBefore => "named-before",
            Self::NoOrgan => "no-organ",
            Self::Elsewhere => "entrusted-elsewhere",
            Self::NoDuty => "no-duty-entrusted",
            Self::Unannounced => "unannounced",
            Self::Backwards => "entrusted-backwards",
        }
    }

    /// The fault in Chinese.
    #[must_use]
    pub const fn zh(&self) -> &'static str {
        match self {
            Self::PassedOn => "委托机关不是本事项的实施机关，受委托机关不得再委托",
            Self::ToItself => "受委托机关就是实施机关自身",
            Self::NamedBefore => "受委托机关与前面的重复",
            Self::NoOrgan => "受委托的是企业或者社会组织，不是行政机关",
            Self::Elsewhere => "受委托机关不在本事项行政区划之内",
            Self::NoDuty => "没有写明委托的内容",
            Self::Unannounced => "没有写明委托公告",
            Self::Backwards => "终止日期早于起始日期",
        }
    }
}

impl Procedure {
    /// The organs that handle the item in the body's name (受委托机关).
    #[must_use]
    pub fn entrusted(&self) -> &[Entrusting] {
        &self.as_draft().entrusted
    }

    /// The body that answers for what this one does (承担法律责任的机关): for an entrusted organ
    /// the one that entrusts.
    #[must_use]
    pub fn answers_for(&self, acting: CreditCode) -> CreditCode {
        let entrusted = self.entrusted().iter().any(|entrusting| entrusting.to == acting);
        if entrusted { self.body() } else { acting }
    }

    /// Whether this officer takes the role for the body that day: as one of its own, at a
    /// window, or in its name.
    pub(crate) fn admit(
        &self,
        officer: &Officer,
        role: Role,
        today: NaiveDate,
    ) -> Result<(), Refusal> {
        if let Err(stranger) = self.at_home(officer, role) {
            self.in_its_name(officer, role, today).unwrap_or(Err(stranger))?;
        }
        if officer.roles.contains(&role) { Ok(()) } else { Err(Refusal::RoleMissing { role }) }
    }

    fn at_home(&self, officer: &Officer, role: Role) -> Result<(), Refusal> {
        if !self.is_served_from(officer.division, role) {
            return Err(Refusal::OtherDivision);
        }
        let at_home = match role {
            role if role.is_at_window() => self.has_window_of(officer.body),
            Role::Head => officer.body == self.approver(),
            _ => officer.body == self.body(),
        };
        if at_home { Ok(()) } else { Err(Refusal::OtherBody) }
    }

    /// Whether the officer's organ is entrusted with it; none where it is entrusted with nothing.
    fn in_its_name(
        &self,
        officer: &Officer,
        role: Role,
        today: NaiveDate,
    ) -> Option<Result<(), Refusal>> {
        let theirs = |entrusting: &&Entrusting| {
            (entrusting.to, entrusting.division) == (officer.body, officer.division)
        };
        let entrusting = self.entrusted().iter().find(theirs)?;
        let (from, until) = (entrusting.from, entrusting.until);
        let another_approves = role == Role::Head && self.approver() != self.body();
        Some(if another_approves || !entrusting.roles.contains(&role) {
            Err(Refusal::NotEntrusted { role })
        } else if today < from || until.is_some_and(|until| until < today) {
            Err(Refusal::EntrustingNotInForce { from, until })
        } else {
            Ok(())
        })
    }
}

/// From when to when, in English.
pub(crate) fn term(from: NaiveDate, until: Option<NaiveDate>) -> String {
    let end = until.map_or_else(|| "on".to_owned(), |until| format!("to {until}"));
    format!("from {from} {end}")
}

impl ProcedureDraft {
    /// The faults of the organs that are entrusted, each with its place from 1.
    pub(crate) fn faults_of_entrusting(&self) -> Vec<(usize, EntrustingFault)> {
        let mut faults = Vec::new();
        for (index, entrusting) in self.entrusted.iter().enumerate() {
            let Entrusting { by, to, division, roles, announcement, from, until, .. } = entrusting;
            let registered = to.authority();
            let private = registered == Authority::MARKET_REGULATION
                || registered == Authority::CIVIL_AFFAIRS;
            let before = self.entrusted.iter().take(index).any(|earlier| earlier.to == *to);
            let checks = [
                (*by != self.body, EntrustingFault::PassedOn),
                (*to == self.body, EntrustingFault::ToItself),
                (before, EntrustingFault::NamedBefore),
                (private, EntrustingFault::NoOrgan),
                (!self.division.contains(*division), EntrustingFault::Elsewhere),
                (roles.is_empty(), EntrustingFault::NoDuty),
                (written(announcement, Words::Notice).is_err(), EntrustingFault::Unannounced),
                (until.is_some_and(|until| until < *from), EntrustingFault::Backwards),
            ];
            faults.extend(
                checks.into_iter().filter(|(found, _)| *found).map(|(_, fault)| (index + 1, fault)),
            );
        }
        faults
    }
}
