//! From an item of the catalog to a procedure.

use std::collections::BTreeSet;

use gov_catalog::{Item, ItemType, PowerSource, Requirement, TimeLimit};
use gov_identity::CreditCode;

use crate::limit::{Clock, Limit, LimitUnit, Origin, StartRule};
use crate::procedure_fault::ProcedureFault;
use crate::{Basis, Extension, GuideMaterial, ItemCode, MaterialName, PauseGround, Procedure};
use crate::{Entrusting, ProcedureDraft, Role, SpecialProcedure};

impl TryFrom<&Item> for Procedure {
    type Error = Vec<ProcedureFault>;

    /// The procedure of a catalog's item, in the item's version.
    ///
    /// A material that is needed only in some cases, or may follow later, is not
    /// required at acceptance. A special procedure of the closed list is known by its
    /// name; any other must name its law. Where a limit of a license names no law, it is the
    /// Licensing Law that sets it; elsewhere the first basis of the item.
    ///
    /// # Errors
    ///
    /// Every fault at once: an item that nobody applies for, such as a penalty; one that is
    /// handled in another body's name ([`Entrusting::of_item`] makes it part of that body's
    /// procedure); one without limits, as a public service may be; a
    /// license with more time than the Licensing Law gives and no other law named.
    fn try_from(item: &Item) -> Result<Self, Self::Error> {
        let mut faults = Vec::new();
        if !item.item_type().is_applied_for() {
            faults.push(ProcedureFault::NotAppliedFor);
        }
        if item.power().source.is_some_and(PowerSource::is_entrusted) {
            faults.push(ProcedureFault::ItemEntrusted);
        }
        let mut materials = Vec::new();
        for (index, material) in item.materials().iter().enumerate() {
            let always = material.only_when.is_none();
            let required = always && material.requirement == Requirement::Required;
            match MaterialName::parse(&material.name) {
                Ok(name) => materials.push(GuideMaterial { name, required }),
                Err(_) => faults.push(ProcedureFault::MaterialName { position: index + 1 }),
            }
        }
        let Ok(code) = ItemCode::parse(&item.code().to_string()) else {
            faults.push(ProcedureFault::ItemCode);
            return Err(faults);
        };
        let Some(terms) = item.limits() else {
            // A penalty has none and was told already; a public service may have none.
            if faults.is_empty() {
                faults.push(ProcedureFault::NoLimits);
            }
            return Err(faults);
        };
        let limits = [
            (Clock::SupplementNotice, Some(&terms.supplement_notice)),
            (Clock::Decision, Some(&terms.decision)),
            (Clock::Delivery, terms.delivery.as_ref()),
        ];
        let limits: Vec<_> =
            limits.into_iter().filter_map(|(clock, term)| Some((clock, term?))).collect();
        let unknown = limits.iter().filter(|(_, term)| unit(term).is_none());
        faults.extend(unknown.map(|(clock, _)| ProcedureFault::Misplaced { clock: *clock }));
        let draft = ProcedureDraft {
            item: code.clone(),
            version: item.version(),
            name: item.name().to_owned(),
            body: item.body().code,
            division: item.division(),
            windows: BTreeSet::new(),
            window_divisions: BTreeSet::new(),
            supplement_notice: statutory(item, Clock::SupplementNotice, &terms.supplement_notice),
            decision: statutory(item, Clock::Decision, &terms.decision),
            delivery: terms.delivery.as_ref().map(|term| statutory(item, Clock::Delivery, term)),
            promised: limits
                .iter()
                .filter_map(|(clock, term)| promised(item, *clock, term))
                .collect(),
            materials,
            on_site_officers: item.site_check().map(|check| check.officers),
            extension: terms.extension.as_ref().map(|term| Extension {
                days: term.statutory(),
                approver: None,
                basis: basis(item, Clock::Decision, term),
            }),
            special_procedures: item.special_procedures().iter().filter_map(special).collect(),
            // What happens when a material does not come is local law, and no item says it.
            tolerance: None,
            // Nor does it name the body above, or what an applicant may promise.
            ..ProcedureDraft::licensing(code, item.name(), item.body().code, item.division())
        };
        match Self::try_new(draft) {
            Ok(procedure) if faults.is_empty() => Ok(procedure),
            Ok(_) => Err(faults),
            Err(more) => Err(faults.into_iter().chain(more).collect()),
        }
    }
}

impl Entrusting {
    /// What an item that is handled in another body's name says of it (受委托实施的事项): all duties
    /// but the head's, from the item's first day to its last; none where the item
    /// is not entrusted, or names no announcement.
    ///
    /// The item has the name of the body that entrusts, but neither its code nor
    /// the law that allows it.
    #[must_use]
    pub fn of_item(item: &Item, by: CreditCode, basis: Basis) -> Option<Self> {
        item.power().source.filter(|source| source.is_entrusted())?;
        Some(Self {
            by,
            to: item.body().code,
            division: item.division(),
            roles: Role::ALL.into_iter().filter(|role| *role != Role::Head).collect(),
            basis,
            announcement: String::from(&**item.power().announcement.as_ref()?),
            from: item.effective(),
            until: item.ends().and_then(|gone| gone.pred_opt()),
        })
    }
}

fn statutory(item: &Item, clock: Clock, term: &TimeLimit) -> Limit {
    Limit {
        unit: unit(term).unwrap_or(LimitUnit::WorkingDay),
        ..Limit::statutory(clock, term.statutory(), basis(item, clock, term))
    }
}

/// A promise of the statutory time is none.
fn promised(item: &Item, clock: Clock, term: &TimeLimit) -> Option<Limit> {
    let basis = Basis::new(item.name().to_owned(), "办事指南");
    (term.promised() < term.statutory()).then(|| Limit {
        clock,
        origin: Origin::Promised,
        days: term.promised(),
        unit: unit(term).unwrap_or(LimitUnit::WorkingDay),
        start_rule: StartRule::DayAfter,
        basis,
    })
}

/// A special procedure by its name; a hearing is everybody's right. One that is not in
/// the closed list of the Licensing Law needs a law of its own.
fn special(listed: &gov_catalog::SpecialProcedure) -> Option<SpecialProcedure> {
    let ground = match &*listed.name {
        "听证" => return None,
        "招标" => PauseGround::Tender,
        "拍卖" => PauseGround::Auction,
        "检验" => PauseGround::Inspection,
        "检测" => PauseGround::Testing,
        "检疫" => PauseGround::Quarantine,
        "鉴定" => PauseGround::ExpertAppraisal,
        "专家评审" => PauseGround::ExpertReview,
        _ => PauseGround::SpecialLaw {
            basis: listed.basis.first().map_or_else(|| Basis::licensing_law(45), cited),
        },
    };
    Some(SpecialProcedure { ground, days: listed.limit.as_ref().map(TimeLimit::statutory) })
}

fn cited(basis: &gov_catalog::Basis) -> Basis {
    Basis::new(String::from(&*basis.law), basis.article.as_deref().unwrap_or_default().to_owned())
}

/// The unit; none for one that this crate cannot count, which is a fault by then.
fn unit(term: &TimeLimit) -> Option<LimitUnit> {
    match term.unit() {
        gov_catalog::LimitUnit::WorkingDay => Some(LimitUnit::WorkingDay),
        gov_catalog::LimitUnit::NaturalDay => Some(LimitUnit::NaturalDay),
        _ => None,
    }
}

fn basis(item: &Item, clock: Clock, term: &TimeLimit) -> Basis {
    let own = match item.item_type() {
        ItemType::LICENSE => None,
        _ => item.basis().first(),
    };
    match term.basis().first().or(own) {
        Some(basis) => cited(basis),
        None => match clock {
            Clock::SupplementNotice => Basis::licensing_law(32),
            Clock::Decision => Basis::licensing_law(42),
            Clock::Delivery => Basis::licensing_law(44),
            Clock::HearingRequest | Clock::Hearing => Basis::licensing_law(47),
            Clock::FirstReview => Basis::licensing_law(43),
            Clock::Renewal => Basis::licensing_law(50),
            Clock::TechnicalCheck => Basis::licensing_law(55),
            Clock::PromiseCheck => Basis::new(item.name().to_owned(), "告知承诺"),
        },
    }
}
