//! A draft as the tree that its JSON would give, for the reader to check.

use chrono::NaiveDate;

use crate::node::Node;
use crate::vocabulary::Word;
use crate::{
    Basis, Body, Claim, Condition, Criterion, Enforcement, FactTest, Fee, Fees, Intermediary,
    ItemDraft, ItemLevels, Limits, Link, LocalCodes, Material, MaterialDetails, MaterialSource,
    Office, Online, Outcome, Power, Question, Remedies, Service, SiteCheck, SpecialProcedure, Step,
    Text, TimeLimit, Topics, Window,
};

pub(crate) fn item(item: &ItemDraft) -> Node<'_> {
    Node::record([
        ("code", Some(Node::text(item.code.as_str()))),
        ("name", Some(text(&item.name))),
        ("type", Some(Node::text(item.item_type.as_str()))),
        ("body", Some(body(&item.body))),
        ("division", Some(Node::text(item.division.as_str()))),
        ("version", Some(number(item.version))),
        ("effective", Some(date(item.effective))),
        ("ends", item.ends.map(date)),
        ("state", Some(word(item.state))),
        ("local_codes", Some(local_codes(&item.local_codes))),
        ("links", Some(Node::list(&item.links, link))),
        ("power", Some(power(&item.power))),
        ("levels", Some(levels(&item.levels))),
        ("service", Some(service(&item.service))),
        ("online", Some(online(&item.online))),
        ("topics", Some(topics(&item.topics))),
        ("basis", Some(bases(&item.basis))),
        ("conditions", Some(Node::list(&item.conditions, condition))),
        ("materials", Some(Node::list(&item.materials, material))),
        ("limits", item.limits.as_ref().map(limits)),
        ("steps", Some(Node::list(&item.steps, step))),
        ("special_procedures", Some(Node::list(&item.special_procedures, special_procedure))),
        ("site_check", item.site_check.as_ref().map(site_check)),
        ("fees", Some(fees(&item.fees))),
        ("intermediaries", Some(Node::list(&item.intermediaries, intermediary))),
        ("outcome", Some(outcome(&item.outcome))),
        ("windows", Some(Node::list(&item.windows, window))),
        ("enquiry_phones", Some(texts(&item.enquiry_phones))),
        ("complaint_phones", Some(texts(&item.complaint_phones))),
        ("questions", Some(Node::list(&item.questions, question))),
        ("remedies", Some(remedies(&item.remedies))),
        ("enforcement", Some(enforcement(&item.enforcement))),
        ("extension", maybe(item.extension.as_ref())),
        ("notes", Some(texts(&item.notes))),
    ])
}

fn body(body: &Body) -> Node<'_> {
    Node::record([
        ("code", Some(Node::text(body.code.as_str()))),
        ("name", Some(text(&body.name))),
        ("short_name", maybe(body.short_name.as_ref())),
    ])
}

fn local_codes(codes: &LocalCodes) -> Node<'_> {
    Node::record([
        ("directory", maybe(codes.directory.as_ref())),
        ("item", maybe(codes.item.as_ref())),
        ("row", maybe(codes.row.as_ref())),
    ])
}

fn link(link: &Link) -> Node<'_> {
    Node::record([("kind", Some(word(link.kind))), ("item", Some(Node::text(link.item.as_str())))])
}

fn power(power: &Power) -> Node<'_> {
    Node::record([
        ("source", power.source.map(word)),
        ("body_kind", power.body_kind.map(word)),
        ("parent", maybe(power.parent.as_ref())),
        ("department", maybe(power.department.as_ref())),
        ("entrusted_by", maybe(power.entrusted_by.as_ref())),
        ("announcement", maybe(power.announcement.as_ref())),
    ])
}

fn levels(levels: &ItemLevels) -> Node<'_> {
    Node::record([
        ("exercised", Some(words(&levels.exercised))),
        ("accept", levels.accept.map(word)),
        ("decide", levels.decide.map(word)),
    ])
}

fn service(service: &Service) -> Node<'_> {
    Node::record([
        ("audience", Some(words(&service.audience))),
        ("promptness", service.promptness.map(word)),
        ("channels", Some(words(&service.channels))),
        ("area", Some(words(&service.area))),
        ("visits", service.visits.map(number)),
        ("visits_reason", maybe(service.visits_reason.as_ref())),
        ("joint_bodies", Some(texts(&service.joint_bodies))),
        ("quota", maybe(service.quota.as_ref())),
        ("at_center", service.at_center.map(Node::Flag)),
        ("appointment", service.appointment.map(Node::Flag)),
        ("online_payment", service.online_payment.map(Node::Flag)),
        ("posting", service.posting.map(Node::Flag)),
        ("terminals", service.terminals.map(Node::Flag)),
    ])
}

fn online(online: &Online) -> Node<'_> {
    Node::record([
        ("depth", Some(words(&online.depth))),
        ("url", maybe(online.url.as_ref())),
        ("single_sign_on", online.single_sign_on.map(Node::Flag)),
        ("mobile_url", maybe(online.mobile_url.as_ref())),
        ("mobile_single_sign_on", online.mobile_single_sign_on.map(Node::Flag)),
    ])
}

fn topics(topics: &Topics) -> Node<'_> {
    Node::record([
        ("personal", Some(texts(&topics.personal))),
        ("corporate", Some(texts(&topics.corporate))),
        ("local_personal", Some(texts(&topics.local_personal))),
        ("local_corporate", Some(texts(&topics.local_corporate))),
    ])
}

fn basis(basis: &Basis) -> Node<'_> {
    Node::record([
        ("law", Some(text(&basis.law))),
        ("article", maybe(basis.article.as_ref())),
        ("gist", maybe(basis.gist.as_ref())),
        ("rank", basis.rank.map(word)),
    ])
}

fn condition(condition: &Condition) -> Node<'_> {
    Node::record([
        ("text", Some(text(&condition.text))),
        ("basis", Some(bases(&condition.basis))),
        ("criterion", condition.criterion.as_ref().map(|rule| criterion(rule, 1))),
    ])
}

/// A criterion; below the deepest level that the reader takes there is no need
/// to go on.
fn criterion(rule: &Criterion, depth: usize) -> Node<'_> {
    if depth > Criterion::MAX_DEPTH {
        return Node::Null;
    }
    let below = |rule| criterion(rule, depth + 1);
    match rule {
        Criterion::All(parts) => Node::record([("all", Some(Node::list(parts, below)))]),
        Criterion::Any(parts) => Node::record([("any", Some(Node::list(parts, below)))]),
        Criterion::Not(part) => Node::record([("not", Some(below(part)))]),
        Criterion::Fact(part) => Node::record([("fact", Some(claim(part)))]),
    }
}

fn claim(claim: &Claim) -> Node<'_> {
    let must = match &claim.must {
        FactTest::AtLeast(least) => ("at_least", Node::Number(*least)),
        FactTest::AtMost(most) => ("at_most", Node::Number(*most)),
        FactTest::NotBefore(first) => ("not_before", date(*first)),
        FactTest::NotAfter(last) => ("not_after", date(*last)),
        FactTest::Is(wanted) => ("is", Node::Flag(*wanted)),
        FactTest::OneOf(codes) => ("one_of", texts(codes)),
    };
    let must = Node::record([(must.0, Some(must.1))]);
    Node::record([("name", Some(text(&claim.name))), ("must", Some(must))])
}

fn material(material: &Material) -> Node<'_> {
    Node::record([
        ("name", Some(text(&material.name))),
        ("requirement", Some(word(material.requirement))),
        ("only_when", maybe(material.only_when.as_ref())),
        ("form", Some(word(material.form))),
        ("originals", Some(number(material.originals))),
        ("copies", Some(number(material.copies))),
        ("source", Some(material_source(&material.source))),
        ("basis", Some(bases(&material.basis))),
        ("acceptance_standard", maybe(material.acceptance_standard.as_ref())),
        ("details", material.details.as_deref().map(details)),
    ])
}

fn material_source(source: &MaterialSource) -> Node<'_> {
    let (kind, license_type) = match source {
        MaterialSource::Applicant => ("applicant", None),
        MaterialSource::Government { license_type } => ("government", license_type.as_ref()),
        MaterialSource::Other => ("other", None),
    };
    Node::record([
        ("kind", Some(Node::text(kind))),
        ("license_type", license_type.map(|code| Node::text(code.as_str()))),
    ])
}

fn details(details: &MaterialDetails) -> Node<'_> {
    Node::record([
        ("kind", details.kind.map(word)),
        ("blank_form", maybe(details.blank_form.as_ref())),
        ("sample", maybe(details.sample.as_ref())),
        ("filling", maybe(details.filling.as_ref())),
        ("source_note", maybe(details.source_note.as_ref())),
        ("paper_format", maybe(details.paper_format.as_ref())),
        ("signature", maybe(details.signature.as_ref())),
        ("remark", maybe(details.remark.as_ref())),
    ])
}

fn limits(limits: &Limits) -> Node<'_> {
    Node::record([
        ("supplement_notice", Some(time_limit(&limits.supplement_notice))),
        ("decision", Some(time_limit(&limits.decision))),
        ("extension", limits.extension.as_ref().map(time_limit)),
        ("delivery", limits.delivery.as_ref().map(time_limit)),
        ("statutory_note", maybe(limits.statutory_note.as_ref())),
        ("promise_note", maybe(limits.promise_note.as_ref())),
    ])
}

fn time_limit(limit: &TimeLimit) -> Node<'_> {
    Node::record([
        ("unit", Some(word(limit.unit()))),
        ("statutory", Some(number(limit.statutory()))),
        ("promised", limit.promise().map(number)),
        ("basis", Some(bases(limit.basis()))),
    ])
}

fn step(step: &Step) -> Node<'_> {
    Node::record([
        ("kind", Some(word(step.kind))),
        ("name", Some(text(&step.name))),
        ("role", Some(text(&step.role))),
        ("limit", step.limit.as_ref().map(time_limit)),
    ])
}

fn special_procedure(procedure: &SpecialProcedure) -> Node<'_> {
    Node::record([
        ("name", Some(text(&procedure.name))),
        ("limit", procedure.limit.as_ref().map(time_limit)),
        ("basis", Some(bases(&procedure.basis))),
    ])
}

fn site_check(check: &SiteCheck) -> Node<'_> {
    Node::record([
        ("officers", Some(number(check.officers))),
        ("limit", check.limit.as_ref().map(time_limit)),
        ("basis", Some(bases(&check.basis))),
        ("except", maybe(check.except.as_ref())),
    ])
}

fn fees(fees: &Fees) -> Node<'_> {
    Node::record([("rows", Some(Node::list(&fees.rows, fee))), ("basis", Some(bases(&fees.basis)))])
}

fn fee(fee: &Fee) -> Node<'_> {
    Node::record([
        ("name", Some(text(&fee.name))),
        ("standard", Some(text(&fee.standard))),
        ("basis", Some(bases(&fee.basis))),
        ("reducible_when", maybe(fee.reducible_when.as_ref())),
        ("remark", maybe(fee.remark.as_ref())),
    ])
}

fn intermediary(service: &Intermediary) -> Node<'_> {
    Node::record([
        ("name", Some(text(&service.name))),
        ("basis", Some(bases(&service.basis))),
        ("institutions", Some(texts(&service.institutions))),
    ])
}

fn outcome(outcome: &Outcome) -> Node<'_> {
    Node::record([
        ("name", Some(text(&outcome.name))),
        ("kind", outcome.kind.map(word)),
        ("license_type", outcome.license_type.as_ref().map(|code| Node::text(code.as_str()))),
        ("validity_years", outcome.validity_years.map(number)),
        ("basis", Some(bases(&outcome.basis))),
        ("sample", maybe(outcome.sample.as_ref())),
    ])
}

fn window(window: &Window) -> Node<'_> {
    Node::record([
        ("name", Some(text(&window.name))),
        ("address", Some(text(&window.address))),
        ("hours", Some(text(&window.hours))),
        ("division", window.division.as_ref().map(|code| Node::text(code.as_str()))),
    ])
}

fn question(question: &Question) -> Node<'_> {
    Node::record([
        ("question", Some(text(&question.question))),
        ("answer", Some(text(&question.answer))),
    ])
}

fn remedies(remedies: &Remedies) -> Node<'_> {
    Node::record([
        ("rights", maybe(remedies.rights.as_ref())),
        ("review", remedies.review.as_ref().map(office)),
        ("court", remedies.court.as_ref().map(office)),
    ])
}

fn office(office: &Office) -> Node<'_> {
    Node::record([
        ("name", Some(text(&office.name))),
        ("address", maybe(office.address.as_ref())),
        ("phone", maybe(office.phone.as_ref())),
        ("url", maybe(office.url.as_ref())),
    ])
}

fn enforcement(enforcement: &Enforcement) -> Node<'_> {
    Node::record([
        ("punishment", maybe(enforcement.punishment.as_ref())),
        ("levy", maybe(enforcement.levy.as_ref())),
        ("reducible", enforcement.reducible.map(Node::Flag)),
    ])
}

fn text(text: &Text) -> Node<'_> {
    Node::text(text)
}

fn maybe(text: Option<&Text>) -> Option<Node<'_>> {
    text.map(self::text)
}

fn texts(texts: &[Text]) -> Node<'_> {
    Node::list(texts, text)
}

fn bases(bases: &[Basis]) -> Node<'_> {
    Node::list(bases, basis)
}

fn word<T: Word>(value: T) -> Node<'static> {
    Node::text(value.word())
}

fn words<T: Word>(values: &[T]) -> Node<'_> {
    Node::list(values, |value| word(*value))
}

fn number(number: impl Into<i64>) -> Node<'static> {
    Node::Number(number.into())
}

/// The one form of a date; a year beyond four digits has none and is a fault.
fn date(date: NaiveDate) -> Node<'static> {
    Node::Text(alloc::format!("{date}").into())
}
