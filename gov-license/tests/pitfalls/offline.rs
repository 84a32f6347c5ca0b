//! Rows 29 and 30: no network, and no way around verifying.

use std::fs;
use std::path::Path;

use chrono::{DateTime, FixedOffset};
use gov_license::{
    AnchorError, Report, SignedLicense, SignedStatusList, StatusBook, StatusListError, TrustStore,
    VerifiedLicense, VerifyError,
};

use crate::desk::now;
use crate::forge::encode;
use crate::pki::{Plan, policy};
use crate::window::{listed, published, trust};

fn sources(folder: &Path) -> Vec<String> {
    let mut texts = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            texts.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            texts.push(fs::read_to_string(path).unwrap());
        }
    }
    texts
}

/// Lists and anchors come in as texts, and there is no door through which they
/// could be fetched. The crate has no list of anchors under a signature: roots
/// come one by one and carry their own signature, which is checked whenever one
/// is added; lists are checked whenever a book is filled anew.
#[test]
fn pitfall_29_offline_is_offline_and_what_was_kept_is_checked_again() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let library = sources(&folder.join("src"));
    assert!(library.len() > 30);
    for word in ["std::net", "TcpStream", "UdpSocket", "ToSocketAddrs", "http::"] {
        assert!(library.iter().all(|source| !source.contains(word)), "{word}");
    }
    let manifest = fs::read_to_string(folder.join("Cargo.toml")).unwrap();
    let needed = manifest.split("[dependencies]").nth(1).unwrap();
    let needed = needed.split("[dev-dependencies]").next().unwrap();
    for name in ["reqwest", "hyper", "ureq", "curl", "tokio ", "rustls ", "native-tls", "isahc"] {
        assert!(!needed.lines().any(|line| line.starts_with(name)), "{name}");
    }

    // A book kept as its texts and filled anew, whole and with one byte changed.
    let kept = published(1, now()).as_str().to_owned();
    let fill = |text: &str| {
        let mut book = StatusBook::new();
        let list = SignedStatusList::parse(text).unwrap();
        book.add(list, &trust(), now()).map(|()| book)
    };
    let report = listed().examine_with_status(&trust(), &fill(&kept).unwrap(), now());
    assert_eq!(report.conclusion(), Some(&VerifyError::StatusInvalid));
    let (input, _) = kept.rsplit_once('.').unwrap();
    let tampered = published(0, now()).as_str().to_owned();
    let (_, signature) = tampered.rsplit_once('.').unwrap();
    let error = fill(&format!("{input}.{signature}")).unwrap_err();
    assert_eq!(error, StatusListError::SignatureInvalid);
    let zeros = encode(&[0; 64]);
    assert_eq!(fill(&format!("{input}.{zeros}")).unwrap_err(), StatusListError::SignatureInvalid);

    // An anchor kept as its text, with any one byte changed.
    let root = Plan::usual().certify().root;
    for place in 0..root.len() {
        let mut changed = root.clone();
        changed[place] ^= 1;
        let added = TrustStore::new(policy()).add_root_der(&changed);
        assert!(
            matches!(added, Err(AnchorError::Certificate(_) | AnchorError::NotRoot)),
            "{place}"
        );
    }
}

/// That no other door makes a `VerifiedLicense`, and that nothing unverified
/// passes for one, is shown by what does not compile: the examples marked
/// `compile_fail` at `VerifiedLicense` and `Report`.
#[test]
fn pitfall_30_a_verdict_is_a_type_and_not_a_flag() {
    type Verify = for<'a> fn(
        &'a SignedLicense,
        &TrustStore,
        DateTime<FixedOffset>,
    ) -> Result<VerifiedLicense<'a>, VerifyError>;
    type Examine = fn(&SignedLicense, &TrustStore, DateTime<FixedOffset>) -> Report;
    let (verify, examine): (Verify, Examine) = (SignedLicense::verify, SignedLicense::examine);
    let signed = crate::desk::signed();
    // A result of one level, and a report that agrees with it.
    let nobody = TrustStore::new(policy());
    for (trust, holds) in [(&trust(), true), (&nobody, false)] {
        assert_eq!(verify(&signed, trust, now()).is_ok(), holds);
        assert_eq!(examine(&signed, trust, now()).conclusion().is_none(), holds);
    }
    // The examples that must not compile are there.
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/verify");
    let source = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
    assert_eq!(source("verified.rs").matches("compile_fail,E").count(), 2);
    assert_eq!(source("report.rs").matches("compile_fail").count(), 1);
}
