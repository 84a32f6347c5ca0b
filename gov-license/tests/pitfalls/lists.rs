//! Rows 15 to 19 and 25: status lists, their order in time, versions.

use chrono::{DateTime, Days, FixedOffset, TimeDelta};
use gov_license::{
    Axis, ChainFault, ChainRule, HeaderFault, LicenseStatus, LifeEvent, ReadError, SignedLicense,
    StatusBook, StatusList, StatusListError, StatusReference, StatusWidth, Verdict, VerifyError,
};
use serde_json::json;

use crate::desk::{at, builder, day, now};
use crate::forge::{Draft, decode, encode, refused};
use crate::pki::Plan;
use crate::window::{PLACE, URI, book, issue, listed, published, trust, with_status};

fn hours(hours: i64) -> DateTime<FixedOffset> {
    now() + TimeDelta::hours(hours)
}

#[test]
fn pitfall_15_a_list_never_goes_back_in_time() {
    let (seven, six) = (published(1, hours(0)), published(0, hours(-1)));
    let mut book = StatusBook::new();
    book.add(seven.clone(), &trust(), hours(0)).unwrap();
    let refused = book.add(six, &trust(), hours(0)).unwrap_err();
    assert_eq!((refused.clone(), refused.code()), (StatusListError::Rollback, "status-rollback"));
    let twin = book.add(published(2, hours(0)), &trust(), hours(0)).unwrap_err();
    assert_eq!((twin.clone(), twin.code()), (StatusListError::Equivocation, "status-equivocation"));
    assert_eq!(book.lists().collect::<Vec<_>>(), [&seven]);
    assert_eq!(book.add(seven, &trust(), hours(0)), Ok(()));
}

#[test]
fn pitfall_16_what_a_list_does_not_say_is_neither_valid_nor_revoked() {
    let undetermined = |book: &StatusBook, license: &SignedLicense, moment, reason: VerifyError| {
        let report = license.examine_with_status(&trust(), book, moment);
        assert_eq!(report.verdict(Axis::Status), Verdict::Undetermined);
        assert_eq!(report.conclusion(), Some(&reason));
        assert!(reason.is_undetermined());
    };
    undetermined(&StatusBook::new(), &listed(), now(), VerifyError::StatusUnknown);
    undetermined(&book(0, hours(0)), &listed(), hours(24), VerifyError::StatusOutdated);
    // A list of another address, however good.
    let elsewhere = StatusReference::try_new("https://status.example.cn/2026/2", PLACE).unwrap();
    let license = issue(builder().status(elsewhere), at("2026-01-05T09:00:00+08:00"));
    undetermined(&book(0, now()), &license, now(), VerifyError::StatusUnknown);
    // Signed with a key that is for licenses.
    let list = StatusList::new(StatusWidth::Two, 64);
    let licenses = Plan::usual().issuer();
    let list = licenses.publish(&list, URI, now(), now() + Days::new(1), None).unwrap();
    let mut empty = StatusBook::new();
    let refused = StatusListError::Chain(ChainFault::new(1, ChainRule::Purpose));
    assert_eq!(empty.add(list, &trust(), now()), Err(refused));
    undetermined(&empty, &listed(), now(), VerifyError::StatusUnknown);
    // One place behind the end.
    let behind = StatusReference::try_new(URI, 64).unwrap();
    let license = issue(builder().status(behind), at("2026-01-05T09:00:00+08:00"));
    undetermined(&book(0, now()), &license, now(), VerifyError::StatusIndex);
}

/// Indexes of the draft's appendix C, one bit in a list of 2^20; the texts there
/// depend on the compressor, the bytes do not.
const SET: [usize; 11] =
    [0, 1993, 25460, 159_495, 495_669, 554_353, 645_645, 723_232, 854_545, 934_534, 1_000_345];

#[test]
fn pitfall_17_places_have_their_width_and_the_lowest_bits_come_first() {
    for (width, text, statuses) in [
        (StatusWidth::One, "eNrbuRgAAhcBXQ", &[1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1][..]),
        (StatusWidth::Two, "eNo76fITAAPfAgc", &[1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3]),
    ] {
        let list = StatusList::from_zlib(width, &decode(text), 3).unwrap();
        let read: Vec<_> = (0..list.places()).filter_map(|index| list.get(index)).collect();
        assert_eq!(read, statuses);
        assert_eq!(encode(&list.to_zlib()), text);
    }
    for width in [StatusWidth::One, StatusWidth::Two, StatusWidth::Four, StatusWidth::Eight] {
        let bits = usize::from(width.bits());
        let max = u8::MAX >> (8 - bits);
        let mut list = StatusList::new(width, 1 << 20);
        for index in SET {
            list.set(index, max).unwrap();
        }
        let bytes = miniz_oxide::inflate::decompress_to_vec_zlib(&list.to_zlib()).unwrap();
        assert_eq!(bytes.len(), (1 << 20) * bits / 8);
        // Bit by bit, without the list's own arithmetic.
        let bit = |place: usize| bytes[place / 8] >> (place % 8) & 1;
        for index in SET {
            assert!((0..bits).all(|low| bit(index * bits + low) == 1));
            assert_eq!(list.get(index), Some(max));
            for neighbor in [index.checked_sub(1), Some(index + 1)].into_iter().flatten() {
                assert_eq!(list.get(neighbor), Some(0), "{neighbor}");
            }
        }
        let ones: u32 = bytes.iter().map(|byte| byte.count_ones()).sum();
        assert_eq!(ones, 11 * u32::from(width.bits()));
    }
}

#[test]
fn pitfall_18_the_first_reason_is_fixed_and_every_fact_is_listed() {
    let (first, last) = (day("2026-01-05"), day("2026-12-31"));
    // Signed before the period, so that only the period itself speaks.
    let issued = at("2026-01-01T09:00:00+08:00");
    let signed = issue(with_status(), issued);
    let next = signed.unverified().id().next_version().unwrap();
    let newer = gov_license::License::builder(next)
        .name("食品经营许可证")
        .number("JY26402000000001")
        .issuing_authority_name("样例市审批服务管理局")
        .issued_on(day("2026-01-01"))
        .period(day("2026-01-01"), None)
        .holder(signed.unverified().holder().unwrap().clone(), "样例人");
    let newer = issue(newer, issued);
    let mut cases = 0;
    for forged in [false, true] {
        for moment in
            ["2026-06-01T10:00:00+08:00", "2026-01-02T10:00:00+08:00", "2027-01-02T10:00:00+08:00"]
        {
            for status in [StatusList::VALID, StatusList::INVALID, StatusList::SUSPENDED] {
                for superseded in [false, true] {
                    let moment = at(moment);
                    let mut book = book(status, moment);
                    if superseded {
                        book.remember(&newer.verify(&trust(), moment).unwrap());
                    }
                    let mut expected = Vec::new();
                    let mut text = signed.as_str().to_owned();
                    if forged {
                        let (jws, rest) = text.split_once('~').unwrap();
                        let (input, _) = jws.rsplit_once('.').unwrap();
                        text = format!("{input}.{}~{rest}", encode(&[1; 64]));
                        expected.push(VerifyError::SignatureInvalid);
                    }
                    if moment < at("2026-01-05T00:00:00+08:00") {
                        expected.push(VerifyError::NotYetValid { first });
                    } else if moment > at("2027-01-01T00:00:00+08:00") {
                        expected.push(VerifyError::Expired { last });
                    }
                    match status {
                        StatusList::INVALID => expected.push(VerifyError::StatusInvalid),
                        StatusList::SUSPENDED => expected.push(VerifyError::StatusSuspended),
                        _ => {}
                    }
                    if superseded {
                        expected.push(VerifyError::Superseded { version: 2 });
                    }
                    let read = SignedLicense::parse(&text).unwrap();
                    let report = read.examine_with_status(&trust(), &book, moment);
                    assert_eq!(report.findings(), expected);
                    assert_eq!(report.conclusion(), expected.first());
                    let verified = read.verify_with_status(&trust(), &book, moment);
                    assert_eq!(verified.err().as_ref(), expected.first());
                    cases += 1;
                }
            }
        }
    }
    assert_eq!(cases, 36);
}

#[test]
fn pitfall_19_what_is_revoked_stays_revoked() {
    let mut book = StatusBook::new();
    for (hour, status) in
        [(0, StatusList::SUSPENDED), (1, StatusList::VALID), (2, StatusList::INVALID)]
    {
        assert_eq!(book.add(published(status, hours(hour)), &trust(), hours(hour)), Ok(()));
    }
    for status in [StatusList::VALID, StatusList::SUSPENDED] {
        let revived = book.add(published(status, hours(3)), &trust(), hours(3)).unwrap_err();
        assert_eq!(revived, StatusListError::IllegalTransition { index: 42 });
        assert_eq!(revived.code(), "status-illegal-transition");
    }
    let report = listed().examine_with_status(&trust(), &book, hours(3));
    assert_eq!(report.conclusion(), Some(&VerifyError::StatusInvalid));
    // And so in the life from which lists are made.
    for event in LifeEvent::ALL {
        let after = LicenseStatus::Revoked.after(event);
        assert!(after.is_err() || after == Ok(LicenseStatus::Cancelled), "{event:?}");
    }
}

/// A license names no version of its format: what it is stands in `typ` and
/// `alg`, and both are signed.
#[test]
fn pitfall_25_an_older_form_or_version_does_not_pass_for_the_newer() {
    let signed = listed();
    // Another name for type or algorithm, the signature kept.
    let swapped = |name: &str, value: &str| {
        let mut draft = Draft::of(&signed);
        draft.header[name] = json!(value);
        let header = encode(draft.header.to_string().as_bytes());
        let (_, rest) = signed.as_str().split_once('.').unwrap();
        SignedLicense::parse(&format!("{header}.{rest}"))
    };
    let other = swapped("alg", "Ed25519").unwrap().verify(&trust(), now()).unwrap_err();
    assert_eq!(other, VerifyError::SignatureInvalid);
    let older = ReadError::Header(HeaderFault::Type);
    assert_eq!(swapped("typ", "vc+sd-jwt").unwrap_err(), older);
    let mut draft = Draft::usual();
    draft.header["crit"] = json!(["https://example.cn/must-understand"]);
    refused(&draft.text(), ReadError::Header(HeaderFault::Critical));

    // Version 1, after version 2 was seen and is in force.
    let issued = at("2026-05-01T09:00:00+08:00");
    let next = signed.unverified().id().next_version().unwrap();
    let renewed = |from: &str, moment| {
        let license = gov_license::License::builder(next.clone())
            .name("食品经营许可证")
            .number("JY26402000000001")
            .issuing_authority_name("样例市审批服务管理局")
            .issued_on(day("2026-05-01"))
            .period(day(from), None)
            .holder(signed.unverified().holder().unwrap().clone(), "样例人");
        issue(license, moment)
    };
    let verdict =
        |book: &StatusBook, moment| signed.verify_with_status(&trust(), book, moment).err();
    let mut book = book(0, now());
    let newer = renewed("2026-05-01", issued);
    assert_eq!(verdict(&book, now()), None);
    book.remember(&newer.verify(&trust(), now()).unwrap());
    assert_eq!(verdict(&book, now()), Some(VerifyError::Superseded { version: 2 }));
    assert!(newer.verify_with_status(&trust(), &book, now()).is_ok());
    // A renewal that begins later supersedes later; another serial never.
    let mut early = crate::window::book(0, now());
    let begins = at("2026-06-01T12:00:00+08:00");
    early.remember(&renewed("2026-05-01", begins).verify(&trust(), begins).unwrap());
    assert_eq!(verdict(&early, begins - TimeDelta::seconds(1)), None);
    assert_eq!(verdict(&early, begins), Some(VerifyError::Superseded { version: 2 }));
    let mut other = crate::window::book(0, now());
    let id = gov_license::LicenseId::try_new(next.type_code(), next.issuer(), "2026000002", 9);
    let license = gov_license::License::builder(id.unwrap())
        .name("食品经营许可证")
        .number("JY26402000000002")
        .issuing_authority_name("样例市审批服务管理局")
        .issued_on(day("2026-05-01"))
        .holder(signed.unverified().holder().unwrap().clone(), "样例人");
    other.remember(&issue(license, issued).verify(&trust(), now()).unwrap());
    assert_eq!(verdict(&other, now()), None);
    // Without a list of its own a license is superseded all the same.
    let unlisted = issue(builder(), at("2026-01-05T09:00:00+08:00"));
    let report = unlisted.examine_with_status(&trust(), &book, now());
    assert_eq!(report.verdict(Axis::Status), Verdict::No);
}
