//! The life of a license: the law as a table, and the dates.
#![cfg(test)]

use std::fmt::Write;

use chrono::{DateTime, FixedOffset, NaiveDate};
use gov_license::gov_identity::IdentityKey;
use gov_license::{
    ConstructionOperation, ConstructionState, Element, FileResult, License, LicenseId,
    LicenseIdError, LicenseStatus, Life, LifeError, LifeEvent, Period, VerificationResult,
};

/// A row is a status, then every event that can happen to it and where it
/// leads. What does not stand here cannot happen.
const LAW: &str = "
Draft           | Seal: NotYetEffective, TransferIn: NotYetEffective, Deregister: Cancelled, Void: Voided
NotYetEffective | Begin: Valid, Deregister: Cancelled, Void: Voided
Valid           | Suspend: Suspended, ReportLost: Lost, FileRenewal: Valid, RefuseRenewal: Valid, Renew: Superseded, Change: Superseded, Replace: Superseded, End: Expired, DeemRenewed: DeemedRenewed, TransferOut: TransferredOut, Revoke: Revoked, Withdraw: Withdrawn, TakeAway: PenaltyRevoked, Deregister: Cancelled
DeemedRenewed   | Suspend: Suspended, ReportLost: Lost, Renew: Superseded, Change: Superseded, Replace: Superseded, TransferOut: TransferredOut, Revoke: Revoked, Withdraw: Withdrawn, TakeAway: PenaltyRevoked, Deregister: Cancelled
Suspended       | Restore: Valid, FileRenewal: Suspended, RefuseRenewal: Suspended, End: Expired, TransferOut: TransferredOut, Revoke: Revoked, Withdraw: Withdrawn, TakeAway: PenaltyRevoked, Deregister: Cancelled
Lost            | Find: Valid, Reissue: Superseded, FileRenewal: Lost, RefuseRenewal: Lost, End: Expired, Revoke: Revoked, Withdraw: Withdrawn, TakeAway: PenaltyRevoked, Deregister: Cancelled
Expired         | Deregister: Cancelled
TransferredOut  | UndoTransferOut: Valid, Deregister: Cancelled
Revoked         | Deregister: Cancelled
Withdrawn       | Deregister: Cancelled
PenaltyRevoked  | Deregister: Cancelled
Cancelled       |
Voided          |
Superseded      |
";

#[test]
fn the_law() {
    let mut lines = LAW.trim().lines();
    for status in LicenseStatus::ALL {
        let step = |event: &LifeEvent| Some(format!("{event:?}: {:?}", status.after(*event).ok()?));
        let steps: Vec<_> = LifeEvent::ALL.iter().filter_map(step).collect();
        let line = format!("{:<15} | {}", format!("{status:?}"), steps.join(", "));
        assert_eq!(Some(line.trim_end()), lines.next());
    }
    assert_eq!(lines.next(), None);
}

#[test]
fn a_final_status_is_one_nothing_leads_out_of() {
    for status in LicenseStatus::ALL {
        let dead_end = LifeEvent::ALL.into_iter().all(|event| status.after(event).is_err());
        assert_eq!(status.is_final(), dead_end, "{status:?}");
    }
}

#[test]
fn what_is_refused_says_status_and_event() {
    for status in LicenseStatus::ALL {
        for event in LifeEvent::ALL {
            let Err(error) = status.after(event) else { continue };
            assert_eq!((error.status(), error.event()), (status, event));
        }
    }
}

const ID: &str = "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U";

fn at(text: &str) -> DateTime<FixedOffset> {
    let text = if text.len() == 10 { format!("{text}T12:00:00+08:00") } else { text.to_owned() };
    DateTime::parse_from_rfc3339(&text).unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn period(first: &str, last: &str) -> Period {
    Period::try_new(day(first), Some(day(last))).unwrap()
}

fn draft() -> Life {
    Life::new(ID.parse().unwrap(), period("2026-01-01", "2026-12-31"))
}

/// A license issued in December 2025 for the year 2026.
fn life() -> Life {
    let mut life = draft();
    record(&mut life, LifeEvent::Seal, "2025-12-20");
    life
}

fn record(life: &mut Life, event: LifeEvent, on: &str) {
    life.record(event, at(on), at(on)).unwrap();
}

fn after(events: &[(LifeEvent, &str)]) -> Life {
    let mut life = life();
    for (event, on) in events {
        record(&mut life, *event, on);
    }
    life
}

#[track_caller]
fn check(life: &Life, expected: &[(&str, LicenseStatus)]) {
    for (on, status) in expected {
        assert_eq!(life.status(at(on)), *status, "{on}");
    }
}

use LicenseStatus::{
    Cancelled, DeemedRenewed, Draft, Expired, Lost, NotYetEffective, Revoked, Superseded,
    Suspended, TransferredOut, Valid,
};

#[test]
fn a_period_begins_and_ends_at_midnight_in_china() {
    check(
        &life(),
        &[
            ("2025-12-19", Draft),
            ("2025-12-20", NotYetEffective),
            ("2025-12-31T15:59:59Z", NotYetEffective),
            ("2025-12-31T16:00:00Z", Valid),
            ("2026-12-31T15:59:59Z", Valid),
            ("2026-12-31T16:00:00Z", Expired),
        ],
    );
    // A draft stays one, and a license for good does not end.
    check(&draft(), &[("2026-06-01", Draft), ("2030-01-01", Draft)]);
    let mut for_good =
        Life::new(ID.parse().unwrap(), Period::try_new(day("2026-01-01"), None).unwrap());
    record(&mut for_good, LifeEvent::Seal, "2026-01-01");
    check(&for_good, &[("9999-12-31", Valid)]);
    // One sealed after its period has come and gone.
    let mut late = draft();
    record(&mut late, LifeEvent::Seal, "2027-06-01");
    check(&late, &[("2027-06-01", Expired)]);
}

#[test]
fn a_suspension_lasts_until_it_ends_or_the_period_does() {
    let suspended = [(LifeEvent::Suspend, "2026-03-01")];
    check(&after(&suspended), &[("2026-02-28", Valid), ("2026-03-01", Suspended)]);
    check(&after(&suspended), &[("2026-12-31", Suspended), ("2027-01-01", Expired)]);
    let restored = after(&[suspended[0], (LifeEvent::Restore, "2026-04-01")]);
    check(&restored, &[("2026-03-31", Suspended), ("2026-04-01", Valid), ("2027-01-01", Expired)]);
    let refused = after(&suspended).record(LifeEvent::Restore, at("2027-01-02"), at("2027-01-02"));
    let expected = Expired.after(LifeEvent::Restore).unwrap_err();
    assert_eq!(refused, Err(LifeError::Impossible(expected)));
    let lost = after(&[(LifeEvent::ReportLost, "2026-03-01"), (LifeEvent::Find, "2026-03-05")]);
    check(&lost, &[("2026-03-04", Lost), ("2026-03-05", Valid)]);
}

#[test]
fn a_renewal_asked_for_in_time_and_undecided_counts_as_granted() {
    // 行政许可法 art. 50: 30 days before the last day is over.
    let filed = |on| after(&[(LifeEvent::FileRenewal, on)]);
    let in_time = filed("2026-12-01T23:59:59+08:00");
    check(&in_time, &[("2026-12-31", Valid), ("2027-01-01", DeemedRenewed)]);
    check(&filed("2026-12-02T00:00:00+08:00"), &[("2026-12-31", Valid), ("2027-01-01", Expired)]);
    let refused =
        [(LifeEvent::FileRenewal, "2026-11-01"), (LifeEvent::RefuseRenewal, "2026-12-20")];
    check(&after(&refused), &[("2027-01-01", Expired)]);
    let again = [refused[0], refused[1], (LifeEvent::FileRenewal, "2026-12-21")];
    check(&after(&again), &[("2027-01-01", Expired)]);
    // A rule may set another term.
    let mut short = draft().with_renewal_days(10);
    record(&mut short, LifeEvent::Seal, "2025-12-20");
    record(&mut short, LifeEvent::FileRenewal, "2026-12-21");
    check(&short, &[("2027-01-01", DeemedRenewed)]);
}

#[test]
fn a_renewal_deemed_granted_outlives_what_happens_to_the_license() {
    let deemed = |events: &[(LifeEvent, &str)]| {
        after(&[&[(LifeEvent::FileRenewal, "2026-11-01")][..], events].concat())
    };
    let suspended =
        deemed(&[(LifeEvent::Suspend, "2027-02-01"), (LifeEvent::Restore, "2027-03-01")]);
    check(
        &suspended,
        &[("2027-01-31", DeemedRenewed), ("2027-02-01", Suspended), ("2027-03-01", DeemedRenewed)],
    );
    let moved = deemed(&[
        (LifeEvent::TransferOut, "2027-02-01"),
        (LifeEvent::UndoTransferOut, "2027-03-01"),
    ]);
    check(&moved, &[("2027-02-01", TransferredOut), ("2027-03-01", DeemedRenewed)]);
    // Suspended on the last day, it is not renewed in silence.
    let on_the_last_day = deemed(&[(LifeEvent::Suspend, "2026-12-30")]);
    check(&on_the_last_day, &[("2027-01-01", Expired)]);
    let (mut old, on) = (deemed(&[]), at("2027-02-01"));
    let new = old.succeed(LifeEvent::Renew, period("2027-01-01", "2027-12-31"), on, on).unwrap();
    check(&old, &[("2027-01-31", DeemedRenewed), ("2027-02-01", Superseded)]);
    check(&new, &[("2027-02-01", Valid), ("2028-01-01", Expired)]);
}

#[test]
fn reissue_renewal_change_and_replacement_make_a_version_linked_back() {
    for event in LifeEvent::ALL.into_iter().filter(|event| event.makes_version()) {
        let mut old = life();
        if event == LifeEvent::Reissue {
            record(&mut old, LifeEvent::ReportLost, "2026-05-01");
        }
        let (on, next) = (at("2026-06-01"), period("2026-07-01", "2027-06-30"));
        assert_eq!(old.record(event, on, on), Err(LifeError::NewVersion));
        let new = old.succeed(event, next, on, on).unwrap();
        check(&old, &[("2026-05-31", if event == LifeEvent::Reissue { Lost } else { Valid })]);
        check(&old, &[("2026-06-01", Superseded), ("2028-01-01", Superseded)]);
        assert_eq!(new.id(), &old.id().next_version().unwrap());
        assert_eq!((new.id().version(), new.previous()), (2, Some(old.id())));
        assert_eq!((new.period(), old.previous()), (next, None));
        check(
            &new,
            &[("2026-05-31", Draft), ("2026-06-01", NotYetEffective), ("2026-07-01", Valid)],
        );
        assert_eq!(new.acts().len(), 1);
    }
    let mut old = life();
    let on = at("2026-06-01");
    let succeed = |event, life: &mut Life| life.succeed(event, old.period(), on, on).map(|_| ());
    assert_eq!(succeed(LifeEvent::Suspend, &mut old.clone()), Err(LifeError::SameVersion));
    let id: LicenseId = ID.parse().unwrap();
    let last = LicenseId::try_new(id.type_code(), id.issuer(), id.serial(), 999).unwrap();
    let mut last = Life::new(last, old.period());
    let refused = Err(LifeError::Identifier(LicenseIdError::Version));
    assert_eq!(succeed(LifeEvent::Renew, &mut last), refused);
    // What is refused leaves no trace.
    assert!(old.succeed(LifeEvent::Reissue, old.period(), on, on).is_err());
    assert_eq!(old, life());
}

#[test]
fn a_revocation_counts_from_when_it_says_and_is_known_from_when_it_was_recorded() {
    let mut life = after(&[(LifeEvent::Suspend, "2026-03-01")]);
    life.record(LifeEvent::Revoke, at("2026-02-01"), at("2026-05-01")).unwrap();
    // The suspension came too late to count.
    check(&life, &[("2026-01-31", Valid), ("2026-02-01", Revoked), ("2026-03-02", Revoked)]);
    let known = |on| life.status_known(at("2026-03-02"), at(on));
    assert_eq!([known("2026-04-30"), known("2026-05-01")], [Suspended, Revoked]);
    record(&mut life, LifeEvent::Deregister, "2026-06-01");
    check(&life, &[("2026-05-31", Revoked), ("2026-06-01", Cancelled), ("2030-01-01", Cancelled)]);
    let act = life.acts()[2];
    assert_eq!(
        (act.event(), act.effective(), act.recorded()),
        (LifeEvent::Revoke, at("2026-02-01"), at("2026-05-01"))
    );
}

#[test]
fn events_are_recorded_in_order_and_never_for_the_dates() {
    let mut life = life();
    for event in LifeEvent::ALL.into_iter().filter(|event| event.is_by_date()) {
        let on = at("2026-06-01");
        assert_eq!(life.record(event, on, on), Err(LifeError::ByDate));
    }
    let (early, late) = (at("2025-12-19"), at("2026-06-01"));
    assert_eq!(life.record(LifeEvent::Suspend, late, early), Err(LifeError::Order));
    // What will happen may be recorded before.
    life.record(LifeEvent::Suspend, late, at("2026-01-10")).unwrap();
    check(&life, &[("2026-05-31", Valid), ("2026-06-01", Suspended)]);
}

#[test]
fn statuses_and_events_have_their_results_and_codes() {
    let mut found = String::new();
    for status in LicenseStatus::ALL {
        let state = ConstructionState::of(status).map_or("-", ConstructionState::code);
        let result = VerificationResult::of(status).number();
        writeln!(found, "{} {} {result} {state}", status.code(), status.zh()).unwrap();
    }
    assert_eq!(found.trim(), STATUSES.trim());
    let mut found = String::new();
    for event in LifeEvent::ALL {
        let operation = ConstructionOperation::of(event);
        let code = operation.map_or("-", ConstructionOperation::code);
        let link =
            if operation.is_some_and(ConstructionOperation::names_previous) { "+" } else { "" };
        writeln!(found, "{} {} {code}{link}", event.code(), event.zh()).unwrap();
    }
    assert_eq!(found.trim(), EVENTS.trim());
}

const STATUSES: &str = "
draft 待签发 1 -
not-yet-effective 未生效 1 -
valid 有效 0 01
deemed-renewed 视为准予延续 0 01
suspended 暂扣 2 02
lost 挂失 2 99
expired 失效 3 05
transferred-out 转出 3 06
revoked 撤销 3 03
withdrawn 撤回 3 99
penalty-revoked 吊销 3 07
cancelled 注销 3 04
voided 作废 3 99
superseded 已更替 3 05
";

const EVENTS: &str = "
seal 签发 01
transfer-in 转入 08+
begin 生效 -
suspend 暂扣 03
restore 暂扣发还 06
report-lost 挂失 07
find 解除挂失 07
reissue 补发 07
file-renewal 申请延续 -
refuse-renewal 不予延续 -
renew 延续 02+
change 变更 09+
replace 换发 07
end 到期 04
deem-renewed 视为准予延续 -
transfer-out 转出 05
undo-transfer-out 取消转出 10
revoke 撤销 05
withdraw 撤回 07
take-away 吊销 05
deregister 注销 05
void 作废 07
";

#[test]
fn the_lists_are_those_of_the_vectors() {
    let mut rows = String::new();
    for result in VerificationResult::ALL {
        writeln!(rows, "verifyinfo\t{}\t{}", result.number(), result.zh()).unwrap();
    }
    for result in FileResult::ALL {
        writeln!(rows, "verifyfile\t{}\t{}", result.number(), result.zh()).unwrap();
    }
    for state in ConstructionState::ALL {
        writeln!(rows, "mohurdstate\t{}\t{}", state.code(), state.zh()).unwrap();
    }
    for operation in ConstructionOperation::ALL {
        writeln!(rows, "mohurdop\t{}\t{}", operation.code(), operation.zh()).unwrap();
    }
    assert_eq!(rows, include_str!("data/life_vectors.tsv"));
}

#[test]
fn verification_asks_for_completeness_then_existence_then_truth_then_status() {
    let license = License::builder(ID.parse().unwrap())
        .name("许可证")
        .number("1")
        .issuing_authority_name("样例局")
        .issued_on(day("2026-01-05"))
        .period(day("2026-01-06"), Some(day("2026-12-31")))
        .holder(IdentityKey::parse("001:11640200PDY00001XK").unwrap(), "样例单位")
        .build()
        .unwrap();
    let needed = [Element::Identifier, Element::HolderName];
    let right = [(Element::Identifier, ID), (Element::HolderName, "样例单位")];
    let verify =
        |said: &[(Element, &str)], record| VerificationResult::verify(said, &needed, record);
    let record = Some((&license, Suspended));
    assert_eq!(verify(&right, record), VerificationResult::TemporarilyInvalid);
    assert_eq!(verify(&right, None), VerificationResult::NotFound);
    let wrong = [right[0], (Element::HolderName, "别的单位")];
    assert_eq!(verify(&wrong, record), VerificationResult::Mismatch);
    assert_eq!(verify(&wrong, None), VerificationResult::NotFound);
    for short in [&right[..1], &[right[0], (Element::HolderName, " ")]] {
        assert_eq!(verify(short, record), VerificationResult::Incomplete);
        assert_eq!(verify(short, None), VerificationResult::Incomplete);
    }
    // Every element is compared as the license writes it.
    for (element, text) in [
        (Element::Name, "许可证"),
        (Element::TypeCode, "11100000000013338W011"),
        (Element::Number, "1"),
        (Element::Identifier, ID),
        (Element::IssuingAuthorityName, "样例局"),
        (Element::IssuingAuthorityCode, "11430000006122244L"),
        (Element::IssuedDate, "2026-01-05"),
        (Element::EffectiveDate, "2026-01-06"),
        (Element::ExpiringDate, "2026-12-31"),
        (Element::HolderName, "样例单位"),
        (Element::HolderCode, "11640200PDY00001XK"),
        (Element::HolderType, "001"),
    ] {
        let record = Some((&license, Valid));
        let said = |text| VerificationResult::verify(&[(element, text)], &[], record);
        assert_eq!(said(text), VerificationResult::Valid, "{element:?}");
        assert_eq!(said("另"), VerificationResult::Mismatch, "{element:?}");
    }
}

#[test]
fn every_error_has_its_words() {
    let errors = [
        LifeError::ByDate,
        LifeError::NewVersion,
        LifeError::SameVersion,
        LifeError::Order,
        LifeError::Impossible(Expired.after(LifeEvent::Renew).unwrap_err()),
        LifeError::Identifier(LicenseIdError::Version),
    ];
    let words = errors.map(|error| format!("{}|{error}|{}", error.code(), error.zh()));
    let expected = [
        "life-by-date|life: the event follows from the dates|该事件由日期决定，不能登记",
        "life-new-version|life: the event makes a new version|该事件产生新版本证照，应连同新的有效期登记",
        "life-same-version|life: the event makes no new version|该事件不产生新版本证照",
        "life-order|life: the event is recorded before the last one|登记时间早于上一事件",
        "life-impossible|life: license: renew cannot happen to one that is expired|状态为“失效”的证照不能办理“延续”",
    ];
    assert_eq!(words[..5], expected);
    let version = LicenseIdError::Version;
    assert_eq!(words[5], format!("life-identifier|life: {version}|{}", version.zh()));
}
