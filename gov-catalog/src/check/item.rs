//! Rules that one item keeps or breaks by itself.

use super::finding::Findings;
use super::place::{self, Place};
use super::{CheckSettings, Rule};
use crate::{
    Basis, BasisRank, Item, ItemType, LimitUnit, OutcomeKind, Promptness, StepKind, Text, TimeLimit,
};

pub(super) fn check(item: &Item, settings: &CheckSettings, findings: &mut Findings<'_>) {
    level_in_set(item, findings);
    steps_within_limit(item, findings);
    license_limit(item, findings);
    instant_promise(item, findings);
    visits_and_online(item, findings);
    fees_and_payment(item, findings);
    sample_of_result(item, findings);
    audience_and_topics(item, findings);
    license_flow(item, findings);
    telephones(item, settings, findings);
    elements_of_kind(item, findings);
    fee_basis(item, findings);
    intermediary_basis(item, findings);
    levels_set(item, findings);
    has_materials(item, findings);
    sorted_lists(item, findings);
}

/// 2.2. An item that does not say the levels of its directory item is not judged.
fn level_in_set(item: &Item, findings: &mut Findings<'_>) {
    let exercised = &item.levels().exercised;
    if !exercised.is_empty() && !exercised.contains(&item.code().level()) {
        findings.add(
            Rule::LevelInSet,
            item,
            place::EXERCISED,
            (
                "the level in the code is none of the levels of the directory item",
                "编码中的行使层级不在目录事项的行使层级之内",
            ),
        );
    }
}

/// 4.1, what the item itself does not hold: a step beyond the limit of the item.
fn steps_within_limit(item: &Item, findings: &mut Findings<'_>) {
    let Some(decision) = item.decision() else { return };
    for (step, position) in item.steps().iter().zip(1..) {
        let before_decision = !matches!(step.kind, StepKind::Deliver | StepKind::Close);
        let exceeds = step.limit.as_ref().is_some_and(|limit| {
            limit.unit() == decision.unit() && limit.promised() > decision.statutory()
        });
        if before_decision && exceeds {
            findings
                .add(
                    Rule::PromiseWithinLaw,
                    item,
                    place::STEPS,
                    (
                        "the step takes longer than the statutory limit of the item",
                        "环节时限超过事项的法定时限",
                    ),
                )
                .at(position);
        }
    }
}

/// 4.2. A joint handling has 45 working days, and 15 more.
fn license_limit(item: &Item, findings: &mut Findings<'_>) {
    if item.item_type() != ItemType::LICENSE {
        return;
    }
    let joint = !item.service().joint_bodies.is_empty();
    let (most, extension) = if joint { (45, 15) } else { (20, 10) };
    let Some(limits) = item.limits() else { return };
    let terms = [
        (place::DECISION, Some(&limits.decision), most),
        (place::EXTENSION, limits.extension.as_ref(), extension),
    ];
    for (place, term, most) in terms {
        let Some(term) = term else { continue };
        if !within_licensing_law(term, most) && !cites_another_law(term) {
            findings.add(
                Rule::LicenseLimit,
                item,
                place,
                (
                    "longer than the Licensing Law gives, or in another unit, and no other rule is cited",
                    "超过行政许可法规定的时限或者单位不同，且未注明另有规定的依据",
                ),
            );
        }
    }
}

fn within_licensing_law(term: &TimeLimit, most: u16) -> bool {
    term.unit() == LimitUnit::WorkingDay && term.statutory() <= most
}

fn cites_another_law(term: &TimeLimit) -> bool {
    term.basis().iter().any(|basis| !basis.law.ends_with("行政许可法"))
}

/// 5.1. An item that does not say its kind is not judged.
fn instant_promise(item: &Item, findings: &mut Findings<'_>) {
    let same_day = item.decision().and_then(TimeLimit::promise) == Some(0);
    let said = match item.service().promptness {
        Some(Promptness::Instant) if !same_day => {
            ("an instant item does not promise the same day", "即办件的承诺时限不为零")
        }
        Some(promptness) if promptness != Promptness::Instant && same_day => {
            ("only an instant item promises the same day", "承诺时限为零的事项应为即办件")
        }
        _ => return,
    };
    findings.add(Rule::InstantPromise, item, place::PROMPTNESS, said);
}

/// 5.2. An item that does not say how many visits it takes is not judged.
fn visits_and_online(item: &Item, findings: &mut Findings<'_>) {
    let (service, online) = (item.service(), item.online());
    let Some(visits) = service.visits else { return };
    if visits > 0 && online.is_full() {
        findings.add(
            Rule::VisitsAndOnline,
            item,
            place::VISITS,
            (
                "the item is online to the result and still takes a visit",
                "全程网办的事项仍需到现场",
            ),
        );
    }
    if visits > 0 && service.visits_reason.is_none() {
        findings.add(
            Rule::VisitsAndOnline,
            item,
            place::VISITS_REASON,
            ("a visit has no reason", "需到现场而未说明原因"),
        );
    }
    if visits == 0 && !online.is_offered() && service.posting != Some(true) {
        findings.add(
            Rule::VisitsAndOnline,
            item,
            place::POSTING,
            ("no visit, not online, and no posting either", "不到现场、不在网上办理，也不提供邮寄"),
        );
    }
}

/// 5.3. That every fee has a basis and a standard, the item itself holds.
fn fees_and_payment(item: &Item, findings: &mut Findings<'_>) {
    let said = match (item.fees().is_free(), item.service().online_payment) {
        (false, None) => {
            ("a fee, and not said whether it can be paid online", "收费事项未标明是否支持网上支付")
        }
        (true, Some(true)) => ("no fee, and yet payment online", "不收费的事项标明支持网上支付"),
        _ => return,
    };
    findings.add(Rule::FeesAndPayment, item, place::PAYMENT, said);
}

/// 5.4, for items that one applies for.
fn sample_of_result(item: &Item, findings: &mut Findings<'_>) {
    let outcome = item.outcome();
    if !item.item_type().is_applied_for() {
        return;
    }
    if outcome.kind != Some(OutcomeKind::None) && outcome.sample.is_none() {
        findings.add(
            Rule::SampleOfResult,
            item,
            place::SAMPLE,
            ("the result has no sample", "办理结果没有样本"),
        );
    }
}

/// 5.5. An item that does not say who can apply is not judged.
fn audience_and_topics(item: &Item, findings: &mut Findings<'_>) {
    let (service, topics) = (item.service(), item.topics());
    if service.audience.is_empty() {
        return;
    }
    let personal = !topics.personal.is_empty() || !topics.local_personal.is_empty();
    let corporate = !topics.corporate.is_empty() || !topics.local_corporate.is_empty();
    if personal != service.is_for_natural_persons() {
        findings.add(
            Rule::AudienceAndTopics,
            item,
            place::PERSONAL,
            (
                "natural persons can apply and have no topic, or the reverse",
                "服务对象与自然人主题分类不对应",
            ),
        );
    }
    if corporate != service.is_for_legal_persons() {
        findings.add(
            Rule::AudienceAndTopics,
            item,
            place::CORPORATE,
            (
                "legal persons can apply and have no topic, or the reverse",
                "服务对象与法人主题分类不对应",
            ),
        );
    }
}

/// 5.6.
fn license_flow(item: &Item, findings: &mut Findings<'_>) {
    if item.item_type() != ItemType::LICENSE {
        return;
    }
    if item.questions().is_empty() {
        findings.add(
            Rule::LicenseFlow,
            item,
            place::QUESTIONS,
            ("a license without any common question", "行政许可没有常见问题"),
        );
    }
    let flow =
        [StepKind::Accept, StepKind::Review, StepKind::Decide, StepKind::Deliver, StepKind::Close];
    let has = |kind: &StepKind| item.steps().iter().any(|step| step.kind == *kind);
    if !flow.iter().all(has) {
        findings.add(
            Rule::LicenseFlow,
            item,
            place::STEPS,
            (
                "accept, review, decide, deliver or close is missing",
                "受理、审查、决定、送达、办结五个环节不全",
            ),
        );
    }
}

/// 5.7. A short number such as 12345 needs no area code.
fn telephones(item: &Item, settings: &CheckSettings, findings: &mut Findings<'_>) {
    for (phone, position) in item.complaint_phones().iter().zip(1..) {
        if item.enquiry_phones().contains(phone) {
            findings
                .add(
                    Rule::Telephones,
                    item,
                    place::COMPLAINT,
                    ("the same telephone takes enquiries and complaints", "咨询与投诉使用同一电话"),
                )
                .at(position);
        }
    }
    let area_code = settings.area_code(item.division());
    let lists =
        [(place::ENQUIRY, item.enquiry_phones()), (place::COMPLAINT, item.complaint_phones())];
    for (place, phones) in lists {
        for (_, position) in
            phones.iter().zip(1..).filter(|(phone, _)| !has_area_code(phone, area_code))
        {
            findings
                .add(
                    Rule::Telephones,
                    item,
                    place,
                    ("without the area code of the division", "没有所在地的区号"),
                )
                .at(position);
        }
    }
}

/// Whether a number has this area code, or any where none is known; or is a
/// short one.
fn has_area_code(phone: &str, area_code: Option<&Text>) -> bool {
    let digits = phone.bytes().filter(u8::is_ascii_digit).count();
    let short = digits <= 6 && !phone.contains('-');
    short
        || match (phone.split_once('-'), area_code) {
            (Some((code, _)), Some(area_code)) => area_code == code,
            (Some((code, _)), None) => code.starts_with('0'),
            (None, _) => false,
        }
}

/// 5.8. What only some families of the exchange tables have.
fn elements_of_kind(item: &Item, findings: &mut Findings<'_>) {
    let (item_type, enforcement) = (item.item_type(), item.enforcement());
    let punishes = item_type == ItemType::PENALTY;
    let levies = item_type == ItemType::LEVY;
    let levy = enforcement.levy.is_some() && enforcement.reducible.is_some();
    let any_levy = enforcement.levy.is_some() || enforcement.reducible.is_some();
    let broken = [
        (
            punishes && enforcement.punishment.is_none(),
            place::PUNISHMENT,
            ("a penalty that does not say its kinds of punishment", "行政处罚未列明处罚种类"),
        ),
        (
            !punishes && enforcement.punishment.is_some(),
            place::PUNISHMENT,
            ("kinds of punishment of an item that is no penalty", "非行政处罚事项列有处罚种类"),
        ),
        (
            levies && !levy,
            place::LEVY,
            (
                "a levy that does not say what is levied and whether it can be reduced",
                "行政征收未列明征收种类和是否可以减免",
            ),
        ),
        (
            !levies && any_levy,
            place::LEVY,
            ("what is levied by an item that is no levy", "非行政征收事项列有征收种类或者减免"),
        ),
        (
            item_type.is_public_service() && item.power().source.is_some(),
            place::SOURCE,
            ("a public service that says where its power comes from", "公共服务事项列有行使依据"),
        ),
    ];
    for (_, place, said) in broken.into_iter().filter(|(broken, ..)| *broken) {
        findings.add(Rule::ElementsOfKind, item, place, said);
    }
}

/// 6.1. A basis whose rank nobody said proves nothing.
fn fee_basis(item: &Item, findings: &mut Findings<'_>) {
    for (fee, position) in item.fees().rows.iter().zip(1..) {
        if let Some(said) = wanting(
            &fee.basis,
            BasisRank::may_set_fees,
            (
                "the fee rests on no law and no administrative regulation",
                "收费没有法律或者行政法规依据",
            ),
        ) {
            findings.add(Rule::FeeBasis, item, place::FEES, said).at(position);
        }
    }
}

/// 6.2.
fn intermediary_basis(item: &Item, findings: &mut Findings<'_>) {
    for (service, position) in item.intermediaries().iter().zip(1..) {
        if let Some(said) = wanting(
            &service.basis,
            BasisRank::may_ask_for_intermediaries,
            (
                "the service rests on no law, regulation or State Council decision",
                "中介服务没有法律、法规或者国务院决定依据",
            ),
        ) {
            findings.add(Rule::IntermediaryBasis, item, place::INTERMEDIARIES, said).at(position);
        }
    }
}

type Said = (&'static str, &'static str);

/// What is wanting in a basis: a rank that will do, or any rank at all.
fn wanting(basis: &[Basis], will_do: impl Fn(BasisRank) -> bool, none: Said) -> Option<Said> {
    let ranks = || basis.iter().filter_map(|basis| basis.rank);
    if ranks().any(will_do) {
        None
    } else if basis.len() > ranks().count() {
        Some((
            "it is not said what kind of rule the basis is",
            "未注明依据的效力层级，不能确认是否合法",
        ))
    } else {
        Some(none)
    }
}

/// 7.4, for items that one applies for.
fn levels_set(item: &Item, findings: &mut Findings<'_>) {
    if !item.item_type().is_applied_for() {
        return;
    }
    let levels = item.levels();
    let unset = ("the level is not set", "未填写层级");
    if levels.accept.is_none() {
        findings.add(Rule::LevelsSet, item, place::ACCEPT_LEVEL, unset);
    }
    if levels.decide.is_none() {
        findings.add(Rule::LevelsSet, item, place::DECIDE_LEVEL, unset);
    }
    // Upper levels sort before lower ones.
    if levels.accept.zip(levels.decide).is_some_and(|(accept, decide)| accept < decide) {
        findings.add(
            Rule::LevelsSet,
            item,
            place::ACCEPT_LEVEL,
            ("accepted above the level that decides", "受理层级高于决定层级"),
        );
    }
}

/// 9.2. Levy, penalty, compulsion and inspection need no materials.
fn has_materials(item: &Item, findings: &mut Findings<'_>) {
    if item.item_type().is_applied_for() && item.materials().is_empty() {
        findings.add(
            Rule::HasMaterials,
            item,
            place::MATERIALS,
            ("no set of materials", "没有申请材料"),
        );
    }
}

/// 9.3. Words are sorted in the order of their vocabulary, codes as text.
fn sorted_lists(item: &Item, findings: &mut Findings<'_>) {
    let (service, topics) = (item.service(), item.topics());
    let lists: [(Place, bool); 9] = [
        (place::AUDIENCE, is_sorted(&service.audience)),
        (place::CHANNELS, is_sorted(&service.channels)),
        (place::AREA, is_sorted(&service.area)),
        (place::DEPTH, is_sorted(&item.online().depth)),
        (place::EXERCISED, is_sorted(&item.levels().exercised)),
        (place::PERSONAL, is_sorted(&topics.personal)),
        (place::CORPORATE, is_sorted(&topics.corporate)),
        (place::LOCAL_PERSONAL, is_sorted(&topics.local_personal)),
        (place::LOCAL_CORPORATE, is_sorted(&topics.local_corporate)),
    ];
    for (place, _) in lists.into_iter().filter(|(_, sorted)| !sorted) {
        findings.add(
            Rule::SortedLists,
            item,
            place,
            ("not sorted, or with repeats", "未按序排列或者有重复"),
        );
    }
}

fn is_sorted<T: PartialOrd>(values: &[T]) -> bool {
    values.is_sorted_by(|one, next| one < next)
}
