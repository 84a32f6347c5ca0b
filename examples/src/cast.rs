//! Who plays: made-up people and bodies. No number here belongs to anybody.

use gov_catalog::Item;
use gov_identity::{CreditCode, IdentityKey};
use gov_workflow::{Actor, CodeError, Officer, Role, StaffId};

/// Somebody who acts, and how a program may call them in print.
pub(crate) struct Person {
    pub(crate) actor: Actor,
    /// The name of a post or body, never a person's number.
    pub(crate) name: String,
}

/// Everybody in the journey.
pub(crate) struct Cast {
    pub(crate) applicant: Person,
    /// Another applicant, whose case meets silence.
    pub(crate) neighbor: Person,
    pub(crate) front_desk: Person,
    pub(crate) reviewer: Person,
    pub(crate) second_reviewer: StaffId,
    /// Accepts at the front desk too, and holds the role of decision: the law,
    /// not the staff list, keeps the two apart.
    pub(crate) deputy: Person,
    pub(crate) head: Person,
    pub(crate) clerk: Person,
    pub(crate) clock: Person,
}

/// The noodle shop that applies.
pub(crate) const SHOP: CreditCode = CreditCode::from_static("91640202PDY640113U");
pub(crate) const SHOP_NAME: &str = "石嘴山市大武口区样例面馆有限公司";

/// The shop whose application nobody answers.
const NEIGHBOR: CreditCode = CreditCode::from_static("91640202PDY640121N");

/// Number of the shop's legal representative: its county was abolished four
/// years before the birth it says, so it can be nobody's.
pub(crate) const REPRESENTATIVE: &str = "440524199602290019";
pub(crate) const REPRESENTATIVE_NAME: &str = "样例人";

impl Cast {
    /// The applicants, and the staff of the body that handles the item.
    pub(crate) fn of(item: &Item) -> Result<Self, CodeError> {
        let officer = |number: &str, post: &str, roles: &[Role]| {
            let (body, division) = (item.body().code, item.division());
            let staff = StaffId::parse(number)?;
            let roles = roles.iter().copied().collect();
            let name = format!("{post} {staff} · {}", item.body().name);
            Ok(Person { actor: Actor::Officer(Officer { staff, body, division, roles }), name })
        };
        let applicant = |code: CreditCode| Person {
            actor: Actor::Applicant(IdentityKey::from(code)),
            name: format!("申请人 {}", IdentityKey::from(code).expose()),
        };
        Ok(Self {
            applicant: applicant(SHOP),
            neighbor: applicant(NEIGHBOR),
            front_desk: officer("C-03", "窗口受理岗", &[Role::Acceptance])?,
            reviewer: officer("S-11", "审查岗", &[Role::Review])?,
            second_reviewer: StaffId::parse("S-12")?,
            deputy: officer("C-01", "窗口负责人", &[Role::Acceptance, Role::Decision])?,
            head: officer("J-01", "审批负责人", &[Role::Decision])?,
            clerk: officer("Z-02", "制证出件岗", &[Role::Issuance, Role::Delivery])?,
            clock: Person { actor: Actor::Clock, name: "系统时钟".to_owned() },
        })
    }
}
