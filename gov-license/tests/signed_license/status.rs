//! Status lists: their bytes, their signature, and what a book remembers.

use std::time::Duration;

use gov_license::{
    Axis, ChainFault, ChainRule, Ed25519Signer, HeaderFault, Issuer, ObjectId, ReadError,
    SignedLicense, SignedStatusList, StatusBook, StatusEntryError, StatusList, StatusListError,
    StatusReference, StatusWidth, TrustStore, UnknownStatus, Verdict, VerifyError,
};
use proptest::prelude::*;
use rcgen::ExtendedKeyUsagePurpose;
use serde_json::{Value, json};

use crate::desk::{at, builder, day, now, random};
use crate::forge::{Draft, decode, encode, jws};
use crate::pki::{Key, PURPOSE, Plan, policy};

const WIDTHS: [StatusWidth; 4] =
    [StatusWidth::One, StatusWidth::Two, StatusWidth::Four, StatusWidth::Eight];
const STATUS_PURPOSE: [u64; 4] = [2, 999, 36903, 2];
const URI: &str = "https://status.example.cn/2026/1";

/// The draft's own vectors: bytes b9 a3 and c9 44 f9, lowest bits first.
const ONE_BIT: &str = "eNrbuRgAAhcBXQ";
const ONE_BIT_STATUSES: [u8; 16] = [1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1];
const TWO_BITS: &str = "eNo76fITAAPfAgc";
const TWO_BITS_STATUSES: [u8; 12] = [1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3];

#[test]
fn the_vectors_of_the_draft_are_read_and_written() {
    for (width, text, statuses) in [
        (StatusWidth::One, ONE_BIT, &ONE_BIT_STATUSES[..]),
        (StatusWidth::Two, TWO_BITS, &TWO_BITS_STATUSES[..]),
    ] {
        let read = StatusList::from_zlib(width, &decode(text), 3).unwrap();
        let mut list = StatusList::new(width, statuses.len());
        assert_eq!(read.places(), statuses.len());
        for (index, status) in (0..).zip(statuses) {
            assert_eq!(read.get(index), Some(*status), "{index}");
            list.set(index, *status).unwrap();
        }
        assert_eq!(read.get(statuses.len()), None);
        assert_eq!(list, read);
        assert_eq!(encode(&list.to_zlib()), text);
    }
}

#[test]
fn wide_places_have_their_lowest_half_first() {
    let mut four = StatusList::new(StatusWidth::Four, 2);
    four.set(0, 0xa).unwrap();
    four.set(1, 0x5).unwrap();
    let bytes =
        |list: &StatusList| miniz_oxide::inflate::decompress_to_vec_zlib(&list.to_zlib()).unwrap();
    assert_eq!(bytes(&four), [0x5a]);
    let mut eight = StatusList::new(StatusWidth::Eight, 2);
    eight.set(1, 0xfe).unwrap();
    assert_eq!(bytes(&eight), [0, 0xfe]);
    assert_eq!([eight.get(0), eight.get(1), eight.get(2)], [Some(0), Some(0xfe), None]);
}

#[test]
fn a_place_outside_and_a_status_too_high_are_refused() {
    for width in WIDTHS {
        assert_eq!(StatusWidth::of_bits(width.bits().into()), Some(width));
        let mut list = StatusList::new(width, 9);
        let places = list.places();
        assert_eq!(places, 9_usize.next_multiple_of(8 / usize::from(width.bits())));
        assert_eq!(list.set(places, 1), Err(StatusEntryError::Index { places }));
        assert_eq!(list.set(usize::MAX, 0), Err(StatusEntryError::Index { places }));
        assert_eq!((list.get(places - 1), list.get(places)), (Some(0), None));
        let max = u8::MAX >> (8 - width.bits());
        assert_eq!(list.set(0, max), Ok(()));
        if let Some(above) = max.checked_add(1) {
            assert_eq!(list.set(0, above), Err(StatusEntryError::Value { max }));
        }
        assert_eq!((list.get(0), list.get(1)), (Some(max), Some(0)));
    }
    assert_eq!([0, 3, 16, -1].map(StatusWidth::of_bits), [None; 4]);
}

proptest! {
    #[test]
    fn a_list_keeps_what_is_entered(
        width in prop::sample::select(&WIDTHS[..]),
        entries in prop::collection::vec((0..200_usize, any::<u8>()), 0..60),
    ) {
        let mut list = StatusList::new(width, 200);
        let mut plain = vec![0; list.places()];
        for (index, status) in entries {
            let status = status >> (8 - width.bits());
            list.set(index, status).unwrap();
            plain[index] = status;
        }
        let read = StatusList::from_zlib(width, &list.to_zlib(), 200).unwrap();
        prop_assert_eq!(&read, &list);
        let statuses: Vec<_> = (0..read.places()).map(|index| read.get(index).unwrap()).collect();
        prop_assert_eq!(statuses, plain);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        let read = StatusList::from_zlib(StatusWidth::Two, &bytes, 64);
        prop_assert!(read.is_err() || read.unwrap().places() <= 256);
    }
}

#[test]
fn a_compression_bomb_is_refused_at_the_limit() {
    let bomb = miniz_oxide::deflate::compress_to_vec_zlib(&vec![0; 1 << 24], 9);
    let limit = 1 << 10;
    let error = StatusList::from_zlib(StatusWidth::One, &bomb, limit).unwrap_err();
    assert_eq!(error, ReadError::ListTooLong { limit });
    let exact = StatusList::new(StatusWidth::One, 8 * limit);
    assert_eq!(StatusList::from_zlib(StatusWidth::One, &exact.to_zlib(), limit), Ok(exact.clone()));
    let error = StatusList::from_zlib(StatusWidth::One, &exact.to_zlib(), limit - 1).unwrap_err();
    assert_eq!(error, ReadError::ListTooLong { limit: limit - 1 });
    let mut broken = exact.to_zlib();
    *broken.last_mut().unwrap() ^= 1;
    for bytes in [&broken[..], &broken[..4], b"", b"plain"] {
        let read = StatusList::from_zlib(StatusWidth::One, bytes, limit);
        assert_eq!(read, Err(ReadError::Compression));
    }
}

/// The usual authority certifies a key for status lists.
pub(crate) fn status_plan() -> Plan {
    let mut plan = Plan::usual();
    plan.leaf_key = Key::from_seed([4; 32]);
    plan.leaf.extended_key_usages = vec![ExtendedKeyUsagePurpose::Other(STATUS_PURPOSE.to_vec())];
    plan
}

fn publisher() -> Issuer<Ed25519Signer> {
    status_plan().issuer()
}

pub(crate) fn purpose() -> ObjectId {
    ObjectId::parse(&STATUS_PURPOSE.map(|arc| arc.to_string()).join(".")).unwrap()
}

fn trust() -> TrustStore {
    let mut trust = TrustStore::new(policy().with_status_signing(purpose()));
    trust.add_root_der(&Plan::usual().certify().root).unwrap();
    trust
}

fn list(entries: &[(usize, u8)]) -> StatusList {
    let mut list = StatusList::new(StatusWidth::Two, 64);
    for (index, status) in entries {
        list.set(*index, *status).unwrap();
    }
    list
}

/// Good for a day.
pub(crate) fn published(entries: &[(usize, u8)], moment: &str) -> SignedStatusList {
    let moment = at(moment);
    publisher().publish(&list(entries), URI, moment, moment + chrono::Days::new(1), None).unwrap()
}

pub(crate) const MORNING: &str = "2026-06-01T08:00:00+08:00";
const LATER: &str = "2026-06-01T09:00:00+08:00";

fn book(entries: &[(usize, u8)]) -> StatusBook {
    let mut book = StatusBook::new();
    book.add(published(entries, MORNING), &trust(), now()).unwrap();
    book
}

fn license_at(index: u32) -> SignedLicense {
    let status = StatusReference::try_new(URI, index).unwrap();
    let license = builder().status(status).build().unwrap();
    let issued = at("2026-01-05T09:00:00+08:00");
    Plan::usual().issuer().issue(&license, issued, &mut random()).unwrap()
}

#[track_caller]
fn judged(book: &StatusBook, moment: &str, expected: Option<VerifyError>) {
    let license = license_at(42);
    let report = license.examine_with_status(&trust(), book, at(moment));
    let verdict = match &expected {
        None => Verdict::Yes,
        Some(finding) if finding.is_undetermined() => Verdict::Undetermined,
        Some(_) => Verdict::No,
    };
    assert_eq!(report.verdict(Axis::Status), verdict);
    assert_eq!(report.on(Axis::Status).next(), expected.as_ref());
    assert_eq!(report.conclusion(), expected.as_ref());
    let verified = license.verify_with_status(&trust(), book, at(moment));
    assert_eq!(verified.map(|_| ()), expected.map_or(Ok(()), Err));
}

const NOON: &str = "2026-06-01T12:00:00+08:00";

#[test]
fn the_list_decides_about_the_place_of_the_license() {
    judged(&StatusBook::new(), NOON, Some(VerifyError::StatusUnknown));
    judged(&book(&[]), NOON, None);
    judged(&book(&[(41, 1), (43, 1), (40, 2), (44, 3)]), NOON, None);
    judged(&book(&[(42, 1)]), NOON, Some(VerifyError::StatusInvalid));
    judged(&book(&[(42, 2)]), NOON, Some(VerifyError::StatusSuspended));
    judged(&book(&[(42, 3)]), NOON, Some(VerifyError::StatusValue { value: 3 }));
}

#[test]
fn a_place_behind_the_end_of_the_list_is_undetermined() {
    let verify =
        |index| license_at(index).verify_with_status(&trust(), &book(&[]), now()).map(|_| ());
    assert_eq!(verify(63), Ok(()));
    assert_eq!(verify(64), Err(VerifyError::StatusIndex));
    assert_eq!(verify(u32::MAX), Err(VerifyError::StatusIndex));
}

#[test]
fn a_list_speaks_from_its_signing_to_its_end_without_any_skew() {
    let book = book(&[(42, 1)]);
    judged(&book, "2026-06-01T07:59:59+08:00", Some(VerifyError::StatusUnknown));
    judged(&book, MORNING, Some(VerifyError::StatusInvalid));
    judged(&book, "2026-06-02T07:59:59+08:00", Some(VerifyError::StatusInvalid));
    judged(&book, "2026-06-02T08:00:00+08:00", Some(VerifyError::StatusOutdated));
}

#[test]
fn a_list_may_be_used_as_long_as_its_signer_said() {
    let ttl = Some(Duration::from_hours(1));
    let issued = at(MORNING);
    let until = issued + chrono::Days::new(1);
    let signed = publisher().publish(&list(&[]), URI, issued, until, ttl).unwrap();
    let mut book = StatusBook::new();
    book.add(signed.clone(), &trust(), now()).unwrap();
    judged(&book, "2026-06-01T10:59:59+08:00", None);
    judged(&book, "2026-06-01T11:00:00+08:00", Some(VerifyError::StatusOutdated));
    // Asked for again, the same list is good for another hour.
    book.add(signed, &trust(), at("2026-06-01T11:30:00+08:00")).unwrap();
    judged(&book, "2026-06-01T12:29:59+08:00", None);
    judged(&book, "2026-06-01T12:30:00+08:00", Some(VerifyError::StatusOutdated));
    assert_eq!(book.lists().len(), 1);
}

#[test]
fn a_list_ends_with_the_certificates_that_signed_it() {
    // The certificate of the signer ends as 2030 begins, by the world's clock.
    let issued = at("2029-12-31T12:00:00Z");
    let until = issued + chrono::Days::new(30);
    let signed = publisher().publish(&list(&[]), URI, issued, until, None).unwrap();
    let mut book = StatusBook::new();
    book.add(signed, &trust(), issued).unwrap();
    let status = |moment| {
        let report = license_at(42).examine_with_status(&trust(), &book, at(moment));
        report.on(Axis::Status).next().cloned()
    };
    assert_eq!(status("2030-01-01T00:00:00Z"), None);
    assert_eq!(status("2030-01-01T00:00:01Z"), Some(VerifyError::StatusOutdated));
}

#[test]
fn an_older_list_never_comes_after_a_newer_one() {
    let mut book = StatusBook::new();
    let newer = published(&[(42, 1)], LATER);
    book.add(newer.clone(), &trust(), now()).unwrap();
    let older = book.add(published(&[], MORNING), &trust(), now());
    assert_eq!(older, Err(StatusListError::Rollback));
    assert_eq!(
        book.add(published(&[], LATER), &trust(), now()),
        Err(StatusListError::Equivocation)
    );
    assert_eq!(book.add(newer.clone(), &trust(), now()), Ok(()));
    assert_eq!(book.lists().collect::<Vec<_>>(), [&newer]);
    judged(&book, NOON, Some(VerifyError::StatusInvalid));
}

#[test]
fn an_outdated_list_still_keeps_older_ones_out() {
    let mut book = StatusBook::new();
    let late = at("2026-06-09T10:00:00+08:00");
    book.add(published(&[(42, 1)], LATER), &trust(), late).unwrap();
    judged(&book, "2026-06-09T10:00:00+08:00", Some(VerifyError::StatusOutdated));
    assert_eq!(book.add(published(&[], MORNING), &trust(), late), Err(StatusListError::Rollback));
}

#[test]
fn only_a_suspension_is_ever_lifted() {
    for before in 0..4 {
        for after in 0..4 {
            let mut book = book(&[(42, before)]);
            let added = book.add(published(&[(42, after)], LATER), &trust(), now());
            let revived = before == StatusList::INVALID && after != before;
            let refused = Err(StatusListError::IllegalTransition { index: 42 });
            assert_eq!(added, if revived { refused } else { Ok(()) }, "{before} to {after}");
            let kept = book.lists().next().unwrap().unverified().get(42);
            assert_eq!(kept, Some(if revived { before } else { after }));
        }
    }
}

#[test]
fn an_invalid_license_does_not_fall_off_a_shorter_or_wider_list() {
    let publish = |width, places, entries: &[usize]| {
        let mut list = StatusList::new(width, places);
        for index in entries {
            list.set(*index, StatusList::INVALID).unwrap();
        }
        let until = at(LATER) + chrono::Days::new(1);
        publisher().publish(&list, URI, at(LATER), until, None).unwrap()
    };
    let add = |next| book(&[(42, 1)]).add(next, &trust(), now());
    let refused = Err(StatusListError::IllegalTransition { index: 42 });
    assert_eq!(add(publish(StatusWidth::Two, 40, &[])), refused);
    assert_eq!(add(publish(StatusWidth::Two, 44, &[42])), Ok(()));
    assert_eq!(add(publish(StatusWidth::Eight, 64, &[42])), Ok(()));
    assert_eq!(add(publish(StatusWidth::Eight, 64, &[21])), refused);
}

#[test]
fn each_address_has_a_list_of_its_own() {
    let mut book = book(&[(42, 1)]);
    let until = at(MORNING) + chrono::Days::new(1);
    let other = publisher().publish(&list(&[]), "https://x.example.cn", at(MORNING), until, None);
    book.add(other.unwrap(), &trust(), now()).unwrap();
    assert_eq!(book.lists().len(), 2);
    judged(&book, NOON, Some(VerifyError::StatusInvalid));
}

#[test]
fn a_list_needs_a_signer_made_for_lists_and_for_nothing_else() {
    let add =
        |signed: SignedStatusList, trust: &TrustStore| StatusBook::new().add(signed, trust, now());
    let until = at(MORNING) + chrono::Days::new(1);
    let publish = |plan: &Plan| plan.issuer().publish(&list(&[]), URI, at(MORNING), until, None);
    let purposes = |purposes: &[[u64; 4]]| {
        let mut plan = status_plan();
        let other = |arcs: &[u64; 4]| ExtendedKeyUsagePurpose::Other(arcs.to_vec());
        plan.leaf.extended_key_usages = purposes.iter().map(other).collect();
        publish(&plan).unwrap()
    };
    let refused = Err(StatusListError::Chain(ChainFault::new(1, ChainRule::Purpose)));
    assert_eq!(add(purposes(&[STATUS_PURPOSE]), &trust()), Ok(()));
    assert_eq!(add(purposes(&[PURPOSE]), &trust()), refused);
    assert_eq!(add(purposes(&[STATUS_PURPOSE, PURPOSE]), &trust()), refused);
    assert_eq!(add(purposes(&[]), &trust()), refused);
    assert_eq!(add(publish(&Plan::usual()).unwrap(), &trust()), refused);

    let nameless = Plan::usual().trust();
    assert_eq!(add(purposes(&[STATUS_PURPOSE]), &nameless), Err(StatusListError::NoPurpose));
    let stranger = TrustStore::new(policy().with_status_signing(purpose()));
    let untrusted = Err(StatusListError::Chain(ChainFault::new(2, ChainRule::Anchor)));
    assert_eq!(add(purposes(&[STATUS_PURPOSE]), &stranger), untrusted);
}

#[test]
fn a_list_from_the_future_is_refused_beyond_the_skew() {
    let add = |moment| {
        let mut book = StatusBook::new();
        book.add(published(&[], "2026-06-01T10:00:00+08:00"), &trust(), at(moment))
    };
    assert_eq!(add("2026-06-01T09:59:00+08:00"), Ok(()));
    let future = Err(StatusListError::SignedInFuture { seconds: 61 });
    assert_eq!(add("2026-06-01T09:58:59+08:00"), future);
}

/// A list as somebody else might write it, signed with the right key.
fn draft(change: impl FnOnce(&mut Value, &mut Value)) -> String {
    let text = published(&[(42, 1)], MORNING).as_str().to_owned();
    let mut pieces = text.split('.').map(|piece| serde_json::from_slice(&decode(piece)));
    let (mut header, mut payload) =
        (pieces.next().unwrap().unwrap(), pieces.next().unwrap().unwrap());
    change(&mut header, &mut payload);
    jws(&header.to_string(), &payload.to_string(), &status_plan().leaf_key)
}

#[test]
fn a_list_is_read_in_one_way_only() {
    let without = |claim: &'static str| {
        let text = draft(|_, payload| drop(payload.as_object_mut().unwrap().remove(claim)));
        assert_eq!(SignedStatusList::parse(&text).unwrap_err(), ReadError::Missing { claim });
    };
    for claim in ["sub", "iat", "exp", "status_list"] {
        without(claim);
    }
    for (claim, value) in [
        ("sub", json!(1)),
        ("sub", json!(" ")),
        ("iat", json!("1")),
        ("exp", json!(null)),
        ("ttl", json!(0)),
        ("ttl", json!("1")),
        ("status_list", json!([])),
        ("status_list", json!({ "bits": 2 })),
        ("status_list", json!({ "lst": TWO_BITS })),
        ("status_list", json!({ "bits": 3, "lst": TWO_BITS })),
        ("status_list", json!({ "bits": "2", "lst": TWO_BITS })),
    ] {
        let text = draft(|_, payload| payload[claim] = value);
        assert_eq!(SignedStatusList::parse(&text).unwrap_err(), ReadError::Claim { claim });
    }
    for claim in ["vct", "jti", "aud", "nonce", "sd_hash", "cnf", "_sd", "purpose", "license"] {
        let text = draft(|_, payload| payload[claim] = json!("x"));
        assert_eq!(SignedStatusList::parse(&text).unwrap_err(), ReadError::ForeignClaim { claim });
    }
    let text = draft(|header, _| header["typ"] = json!("dc+sd-jwt"));
    let error = SignedStatusList::parse(&text).unwrap_err();
    assert_eq!(error, ReadError::Header(HeaderFault::Type));
    let error = SignedStatusList::parse_within(&draft(|_, _| ()), 15).unwrap_err();
    assert_eq!(error, ReadError::ListTooLong { limit: 15 });
    let text = draft(|_, _| ());
    let read = SignedStatusList::parse_within(&text, 16).unwrap();
    assert_eq!((read.uri(), read.as_str()), (URI, text.as_str()));
    let error = SignedStatusList::parse_within(&"x".repeat(65_537), 0).unwrap_err();
    assert_eq!(error, ReadError::TooLong { limit: 65_536 });
}

#[test]
fn a_list_that_was_changed_is_no_ones() {
    let text = draft(|_, _| ());
    let other = published(&[], MORNING).as_str().to_owned();
    let (input, _) = other.rsplit_once('.').unwrap();
    let (_, signature) = text.rsplit_once('.').unwrap();
    let mixed = SignedStatusList::parse(&format!("{input}.{signature}")).unwrap();
    let added = StatusBook::new().add(mixed, &trust(), now());
    assert_eq!(added, Err(StatusListError::SignatureInvalid));
    let read = SignedStatusList::parse(&text).unwrap();
    assert_eq!(StatusBook::new().add(read, &trust(), now()), Ok(()));
}

#[test]
fn a_status_that_is_known_is_never_tolerated() {
    let policy = policy().with_status_signing(purpose()).with_unknown_status(UnknownStatus::Accept);
    let mut tolerant = TrustStore::new(policy);
    tolerant.add_root_der(&Plan::usual().certify().root).unwrap();
    let verify = |book: &StatusBook, moment| {
        license_at(42).verify_with_status(&tolerant, book, at(moment)).map(|_| ())
    };
    assert_eq!(verify(&StatusBook::new(), NOON), Ok(()));
    assert_eq!(verify(&book(&[(42, 3)]), NOON), Ok(()));
    assert_eq!(verify(&book(&[(42, 1)]), "2026-06-09T10:00:00+08:00"), Ok(()));
    assert_eq!(verify(&book(&[(42, 1)]), NOON), Err(VerifyError::StatusInvalid));
    assert_eq!(verify(&book(&[(42, 2)]), NOON), Err(VerifyError::StatusSuspended));
}

#[test]
fn the_first_reason_counts_and_every_fact_is_listed() {
    let first = day("2026-01-05");
    let last = day("2026-12-31");
    let other = "11640200PDY000028K";
    let status = |status| (status != 0).then_some(status);
    for forged in [false, true] {
        for contradicted in [false, true] {
            for period in [0, 1, 2] {
                for listed in [0, 1, 2] {
                    let mut draft = Draft::of(&license_at(42));
                    if contradicted {
                        draft = draft.set("iss", json!(format!("001:{other}")));
                    }
                    let mut text = draft.text();
                    if forged {
                        let (jws, rest) = text.split_once('~').unwrap();
                        let (input, _) = jws.rsplit_once('.').unwrap();
                        text = format!("{input}.{}~{rest}", encode(&[1; 64]));
                    }
                    let moment = match period {
                        0 => NOON,
                        1 => "2026-01-04T12:00:00+08:00",
                        _ => "2027-02-01T12:00:00+08:00",
                    };
                    let moment = at(moment);
                    let mut book = StatusBook::new();
                    let entries: Vec<_> =
                        status(listed).map(|status| (42, status)).into_iter().collect();
                    let until = moment + chrono::Days::new(1);
                    let signed = publisher().publish(&list(&entries), URI, moment, until, None);
                    book.add(signed.unwrap(), &trust(), moment).unwrap();

                    let mut expected = Vec::new();
                    if contradicted {
                        let contradiction = gov_license::Contradiction::Issuer;
                        expected.push(VerifyError::Contradiction(contradiction));
                    }
                    if forged {
                        expected.push(VerifyError::SignatureInvalid);
                    }
                    match period {
                        0 => {}
                        1 => {
                            let issued = at("2026-01-05T09:00:00+08:00");
                            let seconds = (issued - moment).num_seconds();
                            expected.push(VerifyError::SignedInFuture { seconds });
                            expected.push(VerifyError::NotYetValid { first });
                        }
                        _ => expected.push(VerifyError::Expired { last }),
                    }
                    match listed {
                        0 => {}
                        1 => expected.push(VerifyError::StatusInvalid),
                        _ => expected.push(VerifyError::StatusSuspended),
                    }
                    let read = SignedLicense::parse(&text).unwrap();
                    let report = read.examine_with_status(&trust(), &book, moment);
                    assert_eq!(report.findings(), expected);
                    assert_eq!(report.conclusion(), expected.first());
                }
            }
        }
    }
}

#[test]
fn a_list_too_long_to_be_read_is_not_published() {
    let publish = |places, uri: &str| {
        let until = at(MORNING) + chrono::Days::new(1);
        let list = StatusList::new(StatusWidth::Eight, places);
        publisher().publish(&list, uri, at(MORNING), until, None).map(|_| ())
    };
    let limit = SignedStatusList::MAX_BYTES;
    assert_eq!(publish(limit, URI), Ok(()));
    let error = gov_license::IssueError::Unreadable(ReadError::ListTooLong { limit });
    assert_eq!(publish(limit + 1, URI), Err(error));
    let error = gov_license::IssueError::Unreadable(ReadError::Claim { claim: "sub" });
    assert_eq!(publish(1, ""), Err(error));
}
