//! Revocation and bars: art. 69, 78 and 79 of the Licensing Law.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on fails where it stands"
)]

#[path = "fixture/town.rs"]
mod town;
#[path = "fixture/variants.rs"]
mod variants;

use gov_workflow::*;
use town::*;
use variants::*;

fn grave(field: SensitiveField) -> ProcedureDraft {
    let mut draft = draft();
    draft.sensitive = [field].into();
    draft
}

fn granted(draft: ProcedureDraft) -> Desk {
    Desk::reviewed(rules_of(draft)).done(&decider(), &Command::Grant, "2026-03-04T09:00:00")
}

#[test]
fn art_69_what_was_granted_wrongly_is_revoked_with_reasons_and_remedies() {
    let mute = Command::Revoke {
        ground: RevocationGround::NotQualified,
        reason: " ".to_owned(),
        remedies: remedies(),
    };
    let nowhere = Command::Revoke {
        ground: RevocationGround::NotQualified,
        reason: "不符合条件".to_owned(),
        remedies: Remedies { review: "示例市人民政府".to_owned(), court: String::new() },
    };
    let time = "2026-06-01T09:00:00";
    let blank = |words| Refusal::Blank { words };
    let issued = granted(draft()).done(&issuer(), &issue(), "2026-03-05T09:00:00");
    let delivered = issued.clone().done(&window(), &deliver(), "2026-03-06T09:00:00");
    let closed = delivered.clone().done(&window(), &Command::Close, "2026-03-06T10:00:00");
    for desk in [granted(draft()), issued, delivered, closed] {
        for ground in [
            RevocationGround::AbuseOfOffice,
            RevocationGround::BeyondPower,
            RevocationGround::ProcedureBroken,
            RevocationGround::NotQualified,
            RevocationGround::Fraud,
        ] {
            let desk = desk
                .clone()
                .refused(&decider(), &mute, time, blank(Words::Reason))
                .refused(&decider(), &nowhere, time, blank(Words::Court))
                .done(&decider(), &revoke(ground), time);
            assert_eq!(desk.case.state(), State::Revoked);
            assert_eq!(desk.case.bar(), None, "the item is not of safety or health");
            assert_eq!(Case::replay(&desk.events), Ok(desk.case));
        }
        let promise = revoke(RevocationGround::BrokenPromise);
        desk.refused(&decider(), &promise, time, Refusal::NothingPromised);
    }
}

#[test]
fn art_69_a_refusal_is_not_revoked() {
    let desk = Desk::reviewed(rules()).done(&decider(), &refuse(), "2026-03-04T09:00:00").done(
        &window(),
        &deliver(),
        "2026-03-05T09:00:00",
    );
    let fraud = revoke(RevocationGround::Fraud);
    desk.refused(&decider(), &fraud, "2026-03-06T09:00:00", Refusal::NothingGranted);
}

#[test]
fn art_79_fraud_over_safety_or_health_bars_for_three_years() {
    let time = "2026-03-10T09:00:00";
    for (field, until) in [
        (SensitiveField::Safety, Some("2029-03-10")),
        (SensitiveField::Health, Some("2029-03-10")),
        (SensitiveField::Ecology, None),
        (SensitiveField::Finance, None),
    ] {
        let desk = granted(grave(field)).done(&decider(), &revoke(RevocationGround::Fraud), time);
        let bar = desk.case.bar();
        assert_eq!(bar.and_then(|bar| bar.until), until.map(day), "{field:?}");
        assert!(bar.is_none_or(|bar| bar.basis == Basis::licensing_law(79)));
        let error = granted(grave(field)).done(
            &decider(),
            &revoke(RevocationGround::ProcedureBroken),
            time,
        );
        assert_eq!(error.case.bar(), None, "the body's own faults bar nobody");
    }
}

#[test]
fn art_78_false_materials_are_not_accepted_not_granted_and_bar_for_a_year() {
    let time = "2026-03-03T12:00:00";
    let health = || rules_of(grave(SensitiveField::Health));
    let at_the_door = Desk::received(health()).done(
        &window(),
        &not_accept(Ground::FalseMaterials),
        "2026-03-02T10:00:00",
    );
    let kinds: Vec<_> = at_the_door.events.iter().map(|event| event.fact.kind()).collect();
    assert_eq!(
        kinds,
        [EventKind::Received, EventKind::FalsehoodFound, EventKind::AcceptanceRefused]
    );
    let found = Desk::reviewed(health()).done(&reviewer(), &falsehood(), time).refused(
        &reviewer(),
        &falsehood(),
        time,
        Refusal::FalsehoodRecorded,
    );
    assert_eq!(found.case.bar(), None, "nothing is decided yet");
    let found = found.refused(&decider(), &Command::Grant, time, Refusal::FalsehoodFound).done(
        &decider(),
        &refuse(),
        time,
    );
    for (desk, until) in [(at_the_door, "2027-03-02"), (found, "2027-03-03")] {
        let bar = desk.case.bar().unwrap();
        assert_eq!((bar.from, bar.until), (Barred::Application, Some(day(until))));
        assert_eq!(bar.basis, Basis::licensing_law(78));
    }
    let known = Desk::received(health()).done(&reviewer(), &falsehood(), "2026-03-02T10:00:00");
    known.refused(&window(), &Command::Accept, "2026-03-02T11:00:00", Refusal::FalsehoodFound);
}

#[test]
fn art_78_and_79_who_is_barred_does_not_apply_for_the_same_item_until_the_bar_ends() {
    let since = day("2026-03-02");
    let bar = |item: ItemCode, article| Bar {
        from: Barred::Application,
        item,
        since,
        until: Some(day("2026-06-01")),
        basis: Basis::licensing_law(article),
    };
    let other = ItemCode::parse("1164020010001501113000131009000").unwrap();
    let under = |bars| rules_of(renewable()).under(Circumstances { bars, queue: None });
    let applications = [receive(&["申请表"]), renew(&["申请表"], "2026-12-01")];
    for article in [78, 79] {
        let barred = Refusal::BarredFromApplying { article, until: Some(day("2026-06-01")) };
        assert_eq!(barred.basis(), Some(Basis::licensing_law(article)));
        let rules = under(vec![bar(draft().item, article)]);
        for command in &applications {
            Desk::new(rules.clone())
                .refused(&citizen(), command, "2026-06-01T23:59:59", barred)
                .done(&citizen(), command, "2026-06-02T00:00:00");
            // Before it began it barred nobody.
            Desk::new(rules.clone()).done(&citizen(), command, "2026-03-01T09:00:00");
        }
    }
    let elsewhere = under(vec![bar(other, 78)]);
    Desk::new(elsewhere).done(&citizen(), &receive(&[]), "2026-03-03T09:00:00");
}
