//! From the bureau's desk to the window: issue, carry, read, verify.

use gov_license::{
    Algorithm, Axis, IssueError, Issuer, IssuerError, ReadError, SignedLicense, Signer,
    SignerError, StatusReference, TrustStore, UnknownStatus, Verdict, VerifyError,
};
use rand_chacha::rand_core::{TryCryptoRng, TryRng};

use crate::desk::{at, builder, builder_of, day, license, now, random, signed, type_code};
use crate::pki::{BUREAU, Key, OTHER, Pki, Plan, policy};

#[test]
fn what_was_issued_is_what_is_verified() {
    let text = signed().as_str().to_owned();
    let received = SignedLicense::parse(&text).unwrap();
    let trust = Plan::usual().trust();
    let report = received.examine(&trust, now());
    assert_eq!(report.findings(), []);
    assert_eq!(report.conclusion(), None);
    assert_eq!(report.at(), now());
    let verdicts = Axis::ALL.map(|axis| report.verdict(axis));
    let (yes, absent) = (Verdict::Yes, Verdict::NotCarried);
    assert_eq!(verdicts, [yes, yes, yes, yes, yes, absent, absent]);
    let verified = received.verify(&trust, now()).unwrap();
    assert_eq!(verified.license(), &license());
    assert_eq!(verified.signed().as_str(), text);
    assert_eq!(verified.at(), now());
}

#[test]
fn a_license_for_good_has_no_end() {
    let license = builder().period(day("2026-01-05"), None).build().unwrap();
    let signed = Plan::usual().issuer().issue(&license, now(), &mut random()).unwrap();
    assert_eq!(signed.unverified(), &license);
    assert_eq!(signed.unverified().period().last(), None);
    let late = at("2029-12-31T23:59:59+08:00"); // The bureau's certificate ends in 2030.
    assert!(signed.verify(&Plan::usual().trust(), late).is_ok());
}

#[test]
fn the_same_inputs_give_the_same_text_and_another_salt_another() {
    let issuer = Plan::usual().issuer();
    let issue = |random: &mut _| issuer.issue(&license(), now(), random).unwrap();
    let (mut first, mut second) = (random(), random());
    assert_eq!(issue(&mut first), issue(&mut second));
    assert_ne!(issue(&mut first).as_str(), issue(&mut random()).as_str());
}

#[test]
fn an_issuer_signs_its_own_licenses_only() {
    let other = builder_of(OTHER).build().unwrap();
    let error = Plan::usual().issuer().issue(&other, now(), &mut random()).unwrap_err();
    assert_eq!(error, IssueError::OtherIssuer);
}

#[test]
fn an_issuer_needs_the_certificate_of_its_own_key() {
    let Pki { leaf, intermediate, .. } = Plan::usual().certify();
    let make = |seed, chain| {
        Issuer::try_new(BUREAU, Key::from_seed(seed).signer(), chain).map(|_| ()).unwrap_err()
    };
    assert_eq!(make([3; 32], vec![]), IssuerError::Certificate);
    assert_eq!(make([3; 32], vec![leaf[1..].to_vec()]), IssuerError::Certificate);
    assert_eq!(make([3; 32], vec![intermediate]), IssuerError::OtherKey);
    assert_eq!(make([4; 32], vec![leaf]), IssuerError::OtherKey);
}

/// A key in hardware that fails in one way or another.
struct Faulty<S>(S, fn(Vec<u8>) -> Result<Vec<u8>, SignerError>);

impl<S: Signer> Signer for Faulty<S> {
    fn algorithm(&self) -> Algorithm {
        self.0.algorithm()
    }

    fn public_key(&self) -> Vec<u8> {
        self.0.public_key()
    }

    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SignerError> {
        self.1(self.0.sign(message)?)
    }
}

#[test]
fn a_failing_key_lets_no_license_out() {
    let plan = Plan::usual();
    let issue = |fault| {
        // Boxed, as an embedder would keep keys of several kinds.
        let signer: Box<dyn Signer> = Box::new(Faulty(plan.leaf_key.signer(), fault));
        let issuer = Issuer::try_new(BUREAU, signer, vec![plan.certify().leaf]).unwrap();
        assert_eq!(issuer.code(), BUREAU);
        issuer.issue(&license(), now(), &mut random()).map(|_| ())
    };
    assert_eq!(issue(Ok), Ok(()));
    assert_eq!(issue(|_| Err(SignerError)), Err(IssueError::Signer(SignerError)));
    let flip = |mut signature: Vec<u8>| {
        signature[0] ^= 1;
        Ok(signature)
    };
    assert_eq!(issue(flip), Err(IssueError::WrongSignature));
    assert_eq!(issue(|_| Ok(vec![])), Err(IssueError::WrongSignature));
}

/// A random source that has run dry after so many draws.
struct Dry(usize);

impl TryRng for Dry {
    type Error = std::fmt::Error;

    fn try_next_u32(&mut self) -> Result<u32, Self::Error> {
        Err(std::fmt::Error)
    }

    fn try_next_u64(&mut self) -> Result<u64, Self::Error> {
        Err(std::fmt::Error)
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Self::Error> {
        self.0 = self.0.checked_sub(1).ok_or(std::fmt::Error)?;
        // Each draw differs from the one before.
        bytes.fill(u8::try_from(self.0).unwrap());
        Ok(())
    }
}

impl TryCryptoRng for Dry {}

#[test]
fn a_dry_random_source_lets_no_license_out() {
    let issue = |draws| Plan::usual().issuer().issue(&license(), now(), &mut Dry(draws));
    // Sixteen: four holder elements and three fields, filled up to eight each.
    for draws in 0..16 {
        assert_eq!(issue(draws).unwrap_err(), IssueError::Random, "{draws}");
    }
    assert!(issue(16).is_ok());
}

#[test]
fn a_license_too_long_to_be_read_is_not_issued() {
    let long = builder().face("备注", "长".repeat(20_000)).build().unwrap();
    let error = Plan::usual().issuer().issue(&long, now(), &mut random()).unwrap_err();
    assert_eq!(error, IssueError::Unreadable(ReadError::TooLong { limit: 65_536 }));
}

#[test]
fn a_status_that_cannot_be_learned_is_undetermined_and_the_policy_decides() {
    let status = StatusReference::try_new("https://status.example.cn/1", 42).unwrap();
    let license = builder().status(status.clone()).build().unwrap();
    let signed = Plan::usual().issuer().issue(&license, now(), &mut random()).unwrap();
    assert_eq!(signed.unverified().status(), Some(&status));

    let strict = Plan::usual().trust();
    assert_eq!(signed.verify(&strict, now()).unwrap_err(), VerifyError::StatusUnknown);

    let mut tolerant = TrustStore::new(policy().with_unknown_status(UnknownStatus::Accept));
    tolerant.add_anchor_der(&Plan::usual().certify().root).unwrap();
    assert!(signed.verify(&tolerant, now()).is_ok());
    for trust in [strict, tolerant] {
        let report = signed.examine(&trust, now());
        assert_eq!(report.verdict(Axis::Status), Verdict::Undetermined);
        assert_eq!(report.findings(), [VerifyError::StatusUnknown]);
    }
}

#[test]
fn a_body_issues_the_types_it_may() {
    let kind = type_code(BUREAU);
    let verify = |policy| {
        let mut trust = TrustStore::new(policy);
        trust.add_anchor_der(&Plan::usual().certify().root).unwrap();
        signed().verify(&trust, now()).map(|_| ())
    };
    let refused = Err(VerifyError::NoRight { body: BUREAU, type_code: kind });
    assert_eq!(verify(policy()), Ok(()));
    assert_eq!(verify(policy().with_right(BUREAU, [kind])), Ok(()));
    assert_eq!(verify(policy().with_right(BUREAU, [type_code(OTHER), kind])), Ok(()));
    assert_eq!(verify(policy().with_right(BUREAU, [type_code(OTHER)])), refused);
    assert_eq!(verify(policy().with_right(BUREAU, [])), refused);
    assert_eq!(verify(policy().with_right(OTHER, [kind])), refused);
}

#[test]
fn nothing_shown_for_debugging_gives_a_person_away() {
    let signed = signed();
    let trust = Plan::usual().trust();
    let verified = signed.verify(&trust, now()).unwrap();
    let shown = format!("{signed:?} {verified:?} {:?} {:?}", builder(), Plan::usual().issuer());
    for secret in ["11010519491231002X", "样例人", "JY26402000000001", "2026000001", "样例小吃店"]
    {
        assert!(!shown.contains(secret), "{secret} in {shown}");
    }
    assert!(!shown.contains(signed.as_str()));
}
