//! Items with any of the elements that the format has.

use chrono::{Days, NaiveDate};
use gov_catalog::gov_identity::DivisionCode;
use gov_catalog::{
    Audience, Basis, BasisRank, Body, BodyKind, Claim, Condition, Criterion, ExerciseLevel,
    FactTest, Fee, Fees, HandlingArea, HandlingChannel, Intermediary, Item, ItemCode, ItemDraft,
    ItemState, LicenseTypeRef, LimitUnit, Limits, Link, LinkKind, Material, MaterialDetails,
    MaterialForm, MaterialKind, MaterialSource, Office, OnlineDepth, Outcome, OutcomeKind,
    PowerSource, Promptness, Question, Requirement, SiteCheck, SpecialProcedure, Step, StepKind,
    Text, TimeLimit, Window,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

/// Codes of all families: license, penalty, levy, inspection, public service; of
/// implementing and of handling items.
const CODES: [&str; 6] = [
    "11640200PDY00001XK300013190000201",
    "11640200PDY00001XK3000131900001",
    "11640200PDY00001XK3000231900001",
    "11640200PDY00001XK3000431900001",
    "11640200PDY00001XK3000631900001",
    "11640200PDY00001XK3002031900001",
];

const LICENSE_TYPE: &str = "116402000100150111001";

/// Items whose codes and versions differ, so that they can stand in one file.
pub(crate) fn items() -> impl Strategy<Value = Vec<Item>> {
    vec(item(), 1..4).prop_map(|items| {
        let mut seen = Vec::new();
        let mut some = Vec::new();
        for item in items {
            let key = (item.code(), item.version());
            if !seen.contains(&key) {
                seen.push(key);
                some.push(item);
            }
        }
        some
    })
}

pub(crate) fn item() -> impl Strategy<Value = Item> {
    let first = (identity(), offer(), rules());
    (first, elements(), rest()).prop_filter_map(
        "elements that agree",
        |((identity, offer, rules), elements, rest)| {
            let mut draft = identity;
            for change in [offer, rules, elements, rest] {
                (change.0)(&mut draft);
            }
            if !draft.item_type.is_applied_for() && draft.materials.is_empty() {
                (draft.steps, draft.windows) = (Vec::new(), Vec::new());
                draft.fees = Fees::default();
            }
            // A name of a material stands for one.
            for (material, number) in draft.materials.iter_mut().zip(1..) {
                material.name = format!("{}{number}", material.name).into();
            }
            Item::try_from(draft).ok()
        },
    )
}

/// What changes a draft: strategies of one type, however many parts they have.
struct Change(Box<dyn Fn(&mut ItemDraft)>);

impl std::fmt::Debug for Change {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Change")
    }
}

fn identity() -> impl Strategy<Value = ItemDraft> {
    let parts = (
        select(&CODES[..]),
        text(),
        1..9_u32,
        option::weighted(0.8, limits()),
        0..9000_u64,
        option::of(1..99_u64),
    );
    (parts, text(), option::of(short()), any::<bool>()).prop_map(
        |((code, name, version, limits, day, ends), body_name, short_name, county)| {
            let code: ItemCode = code.parse().unwrap();
            let mut body = Body::new(code.body().unwrap(), body_name);
            body.short_name = short_name;
            let division = if county { "640202" } else { "640200" };
            let day = NaiveDate::from_ymd_opt(2010, 1, 1).unwrap() + Days::new(day);
            let division = DivisionCode::parse(division).unwrap();
            // An item that people apply for has limits always, another one perhaps.
            let limits = limits.or_else(|| code.item_type().always_has_limits().then(some_limits));
            let mut draft = ItemDraft::new(code, name, body, division, day, limits);
            draft.version = version;
            draft.ends = ends.map(|days| day + Days::new(days));
            draft
        },
    )
}

fn offer() -> impl Strategy<Value = Change> {
    let words = (
        some_of(Audience::ALL),
        some_of(HandlingChannel::ALL),
        some_of(HandlingArea::ALL),
        some_of(OnlineDepth::ALL),
        some_of(&ExerciseLevel::ALL),
    );
    let flags = (vec(option::of(any::<bool>()), 7), option::of(0..99_u8), one_of(Promptness::ALL));
    let texts = (vec(option::of(text()), 4), vec(short(), 0..3), vec(vec(short(), 0..3), 4));
    let levels = (one_of(&ExerciseLevel::ALL), one_of(&ExerciseLevel::ALL));
    (words, flags, texts, levels).prop_map(|(words, flags, texts, levels)| -> Change {
        Change(Box::new(move |draft: &mut ItemDraft| {
            let (audience, channels, area, depth, exercised) = words.clone();
            (draft.service.audience, draft.service.channels) = (audience, channels);
            (draft.service.area, draft.online.depth) = (area, depth);
            draft.levels.exercised = exercised;
            (draft.levels.accept, draft.levels.decide) = levels;
            let (flags, visits, promptness) = flags.clone();
            (draft.service.visits, draft.service.promptness) = (visits, promptness);
            (draft.service.at_center, draft.service.appointment) = (flags[0], flags[1]);
            (draft.service.online_payment, draft.service.posting) = (flags[2], flags[3]);
            draft.service.terminals = flags[4];
            draft.online.single_sign_on = flags[5];
            draft.online.mobile_single_sign_on = flags[6];
            let (texts, joint, topics) = texts.clone();
            (draft.service.visits_reason, draft.service.quota) =
                (texts[0].clone(), texts[1].clone());
            (draft.online.url, draft.online.mobile_url) = (texts[2].clone(), texts[3].clone());
            draft.service.joint_bodies = joint;
            (draft.topics.personal, draft.topics.corporate) =
                (topics[0].clone(), topics[1].clone());
            draft.topics.local_personal = topics[2].clone();
            draft.topics.local_corporate = topics[3].clone();
        }))
    })
}

fn rules() -> impl Strategy<Value = Change> {
    let conditions = vec((text(), bases(0), option::of(criterion())), 0..3);
    let power = (
        one_of(PowerSource::ALL),
        one_of(BodyKind::ALL),
        option::of(short()),
        vec(option::of(text()), 3),
    );
    let links = vec((select(LinkKind::ALL), select(&CODES[..])), 0..3);
    (bases(1), conditions, power, links, select(ItemState::ALL)).prop_map(
        |(basis, conditions, power, links, state)| -> Change {
            Change(Box::new(move |draft: &mut ItemDraft| {
                draft.basis = basis.clone();
                let conditions = conditions.iter().cloned();
                draft.conditions = conditions
                    .map(|(text, basis, criterion)| {
                        let mut condition = Condition::new(text, basis);
                        condition.criterion = criterion;
                        condition
                    })
                    .collect();
                let (source, kind, parent, texts) = power.clone();
                (draft.power.source, draft.power.body_kind) = (source, kind);
                (draft.power.parent, draft.power.department) = (parent, texts[0].clone());
                draft.power.entrusted_by = texts[1].clone();
                draft.power.announcement = texts[2].clone();
                let link =
                    |(kind, code): &(LinkKind, &str)| Link::new(*kind, code.parse().unwrap());
                draft.links = links.iter().map(link).collect();
                draft.state = state;
            }))
        },
    )
}

fn elements() -> impl Strategy<Value = Change> {
    let steps = vec((select(StepKind::ALL), text(), text(), option::of(limit())), 1..3);
    let site_check = option::of((2..9_u8, option::of(limit()), bases(1), option::of(text())));
    let special = vec((text(), option::of(limit()), bases(0)), 0..3);
    let fee = (text(), text(), bases(1), option::of(text()), option::of(text()));
    let fees = (vec(fee, 0..3), bases(1));
    let intermediaries = vec((text(), bases(0), vec(text(), 0..3)), 0..3);
    (vec(material(), 0..3), steps, site_check, special, fees, intermediaries).prop_map(
        |(materials, steps, site_check, special, fees, intermediaries)| -> Change {
            Change(Box::new(move |draft: &mut ItemDraft| {
                draft.materials = materials.clone();
                let steps = steps.iter().cloned();
                draft.steps = steps
                    .map(|(kind, name, role, limit)| {
                        let mut step = Step::new(kind, name, role);
                        step.limit = limit;
                        step
                    })
                    .collect();
                draft.site_check = site_check.clone().map(|(officers, limit, basis, except)| {
                    let mut check = SiteCheck::new(officers, basis);
                    (check.limit, check.except) = (limit, except);
                    check
                });
                let special = special.iter().cloned();
                draft.special_procedures = special
                    .map(|(name, limit, basis)| {
                        let mut procedure = SpecialProcedure::new(name);
                        (procedure.limit, procedure.basis) = (limit, basis);
                        procedure
                    })
                    .collect();
                let rows = fees.0.iter().cloned();
                let rows = rows.map(|(name, standard, basis, reducible_when, remark)| {
                    let mut fee = Fee::new(name, standard, basis);
                    (fee.reducible_when, fee.remark) = (reducible_when, remark);
                    fee
                });
                draft.fees = Fees::new(rows.collect(), fees.1.clone());
                let intermediaries = intermediaries.iter().cloned();
                draft.intermediaries = intermediaries
                    .map(|(name, basis, institutions)| {
                        let mut service = Intermediary::new(name);
                        (service.basis, service.institutions) = (basis, institutions);
                        service
                    })
                    .collect();
            }))
        },
    )
}

fn rest() -> impl Strategy<Value = Change> {
    let outcome = (
        (text(), one_of(OutcomeKind::ALL), any::<bool>()),
        (option::of(1..100_u8), bases(0), option::of(text())),
    );
    let windows = vec((text(), text(), text(), any::<bool>()), 1..3);
    let phones = (vec("0952-[0-9]{7}", 1..3), vec("0952-[0-9]{7}|12345", 1..3));
    let questions = vec((text(), text()), 0..3);
    let offices =
        vec(option::of((text(), option::of(text()), any::<bool>(), option::of(text()))), 2);
    let texts = (vec(option::of(text()), 4), option::of(any::<bool>()), vec(text(), 0..3));
    let names = vec(option::of(short()), 3);
    (outcome, windows, phones, questions, offices, texts, names).prop_map(
        |(outcome, windows, phones, questions, offices, texts, names)| -> Change {
            Change(Box::new(move |draft: &mut ItemDraft| {
                let ((name, kind, license), (years, basis, sample)) = outcome.clone();
                draft.outcome = Outcome::new(name);
                draft.outcome.kind = kind;
                draft.outcome.license_type = license.then(license_type);
                draft.outcome.validity_years = years;
                (draft.outcome.basis, draft.outcome.sample) = (basis, sample);
                let windows = windows.iter().cloned();
                draft.windows = windows
                    .map(|(name, address, hours, town)| {
                        let mut window = Window::new(name, address, hours);
                        window.division = town.then(|| DivisionCode::from_static("640202"));
                        window
                    })
                    .collect();
                let numbers =
                    |numbers: &[String]| numbers.iter().map(|n| n.as_str().into()).collect();
                draft.enquiry_phones = numbers(&phones.0);
                draft.complaint_phones = numbers(&phones.1);
                draft.questions =
                    questions.iter().cloned().map(|(q, a)| Question::new(q, a)).collect();
                let mut offices = offices.iter().cloned().map(|office| {
                    office.map(|(name, address, phone, url)| {
                        let mut office = Office::new(name);
                        (office.address, office.url) = (address, url);
                        office.phone = phone.then(|| "0952-0000009".into());
                        office
                    })
                });
                draft.remedies.review = offices.next().unwrap();
                draft.remedies.court = offices.next().unwrap();
                let (texts, reducible, notes) = texts.clone();
                (draft.remedies.rights, draft.extension) = (texts[0].clone(), texts[1].clone());
                draft.enforcement.punishment = texts[2].clone();
                draft.enforcement.levy = texts[3].clone();
                draft.enforcement.reducible = reducible;
                draft.notes = notes;
                draft.local_codes.directory = names[0].clone();
                draft.local_codes.item = names[1].clone();
                draft.local_codes.row = names[2].clone();
            }))
        },
    )
}

fn license_type() -> LicenseTypeRef {
    LICENSE_TYPE.parse().unwrap()
}

fn material() -> impl Strategy<Value = Material> {
    let words = (select(Requirement::ALL), select(MaterialForm::ALL), 0..9_u8, 0..9_u8, 0..4_u8);
    let details = option::of((one_of(MaterialKind::ALL), vec(option::of(text()), 7)));
    (text(), words, option::of(text()), bases(0), option::of(text()), details).prop_map(
        |(
            name,
            (requirement, form, originals, copies, source),
            only_when,
            basis,
            standard,
            details,
        )| {
            let mut material = Material::new(name);
            (material.requirement, material.form) = (requirement, form);
            (material.originals, material.copies) = (originals, copies);
            material.source = match source {
                0 => MaterialSource::Applicant,
                1 => MaterialSource::Other,
                2 => MaterialSource::government(None),
                _ => MaterialSource::government(Some(license_type())),
            };
            (material.only_when, material.basis) = (only_when, basis);
            material.acceptance_standard = standard;
            material.details = details.map(|(kind, texts)| {
                let mut details = MaterialDetails::default();
                details.kind = kind;
                let mut texts = texts.into_iter();
                details.blank_form = texts.next().unwrap();
                details.sample = texts.next().unwrap();
                details.filling = texts.next().unwrap();
                details.source_note = texts.next().unwrap();
                details.paper_format = texts.next().unwrap();
                details.signature = texts.next().unwrap();
                details.remark = texts.next().unwrap();
                Box::new(details)
            });
            material
        },
    )
}

fn limits() -> impl Strategy<Value = Limits> {
    let more = (option::of(limit()), option::of(limit()), vec(option::of(text()), 2));
    (limit(), limit(), more).prop_map(|(notice, decision, (extension, delivery, notes))| {
        let mut limits = Limits::new(notice, decision);
        (limits.extension, limits.delivery) = (extension, delivery);
        (limits.statutory_note, limits.promise_note) = (notes[0].clone(), notes[1].clone());
        limits
    })
}

fn some_limits() -> Limits {
    let limit = |days| TimeLimit::try_new(LimitUnit::WorkingDay, days, None).unwrap();
    Limits::new(limit(5), limit(20))
}

fn limit() -> impl Strategy<Value = TimeLimit> {
    (select(LimitUnit::ALL), 1..=TimeLimit::MAX, option::of(0..60_u16), bases(0)).prop_map(
        |(unit, statutory, promised, basis)| {
            let promised = promised.map(|days| days.min(statutory));
            TimeLimit::try_new(unit, statutory, promised).unwrap().with_basis(basis)
        },
    )
}

fn bases(least: usize) -> impl Strategy<Value = Vec<Basis>> {
    let basis = (text(), option::of(text()), option::of(text()), one_of(BasisRank::ALL));
    let basis = basis.prop_map(|(law, article, gist, rank)| {
        let mut basis = Basis::new(law);
        (basis.article, basis.gist, basis.rank) = (article, gist, rank);
        basis
    });
    vec(basis, least..3)
}

fn criterion() -> impl Strategy<Value = Criterion> {
    let day =
        (0..9000_u64).prop_map(|n| NaiveDate::from_ymd_opt(2010, 1, 1).unwrap() + Days::new(n));
    let test = prop_oneof![
        any::<i64>().prop_map(FactTest::AtLeast),
        any::<i64>().prop_map(FactTest::AtMost),
        day.clone().prop_map(FactTest::NotBefore),
        day.prop_map(FactTest::NotAfter),
        any::<bool>().prop_map(FactTest::Is),
        vec(text(), 1..3).prop_map(FactTest::OneOf),
    ];
    let fact = (text(), test).prop_map(|(name, must)| Criterion::Fact(Claim::new(name, must)));
    fact.prop_recursive(4, 8, 3, |part| {
        prop_oneof![
            vec(part.clone(), 1..3).prop_map(Criterion::All),
            vec(part.clone(), 1..3).prop_map(Criterion::Any),
            part.prop_map(|part| Criterion::Not(Box::new(part))),
        ]
    })
}

/// Texts with what the formats use themselves: lines, `^`, brackets, colons,
/// quotes, digits, and any other character.
fn text() -> impl Strategy<Value = Text> {
    let text = "[a-z0-9,;\"'^=+@\n 《》〈：；、0-9一二三._#/-]{1,9}|《[一二三]{1,3}》第[一二三]条|[01]|http://a/|\\PC{1,6}";
    text.prop_filter_map("a blank", |text: String| {
        (!text.trim().is_empty()).then(|| Text::from(text))
    })
}

/// Texts that have room in the shortest fields.
fn short() -> impl Strategy<Value = Text> {
    "[a-z0-9一二三^\n-]{1,8}".prop_filter_map("a blank", |text: String| {
        (!text.trim().is_empty()).then(|| Text::from(text))
    })
}

fn one_of<T: Clone + std::fmt::Debug + 'static>(
    values: &'static [T],
) -> impl Strategy<Value = Option<T>> {
    option::of(select(values))
}

fn some_of<T: Clone + std::fmt::Debug + 'static>(
    values: &'static [T],
) -> impl Strategy<Value = Vec<T>> {
    // In any order: the tables sort, and the item must not.
    (subsequence(values.to_vec(), 0..=values.len().min(3))).prop_shuffle()
}
