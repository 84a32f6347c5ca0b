//! Under SM2 too, whatever is signed as one thing never passes for another. Of
//! tickets there are none with SM2: they are signed with Ed25519 only.

use gov_license::gov_identity::Ticket;
use gov_license::{
    AnnotatedCopy, Issuer, Presentation, SignedLicense, SignedStatusList, Sm2Signer, StatusBook,
    StatusList, StatusWidth,
};
use serde_json::{Value, json};

use super::{bound, challenge, full_policy, phone, plan_for, shown};
use crate::desk::now;
use crate::forge::decode;
use crate::pki::{BUREAU, Pki};
use crate::sm2_pki::{sm2_certify, sm2_jws, sm2_key, sm2_trust};

#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    License,
    StatusList,
    Presentation,
    Copy,
    Ticket,
}

/// A body that signs one thing only; its key is that of the bureau.
fn service(last: u64) -> Issuer<Sm2Signer> {
    let Pki { intermediate, leaf, .. } = sm2_certify(&plan_for(last));
    Issuer::try_new(BUREAU, sm2_key(3), vec![leaf, intermediate]).unwrap()
}

impl Kind {
    const MADE: [Self; 4] = [Self::License, Self::StatusList, Self::Presentation, Self::Copy];
    const READ: [Self; 5] =
        [Self::License, Self::StatusList, Self::Presentation, Self::Copy, Self::Ticket];

    const fn typ(self) -> &'static str {
        match self {
            Self::License => "dc+sd-jwt",
            Self::StatusList => "statuslist+jwt",
            Self::Presentation => "kb+jwt",
            Self::Copy => "copy+jwt",
            Self::Ticket => "ticket+jwt",
        }
    }

    /// A good one.
    fn text(self) -> String {
        let until = now() + chrono::Days::new(1);
        match self {
            Self::License => bound().as_str().to_owned(),
            Self::StatusList => {
                let list = StatusList::new(StatusWidth::Two, 8);
                let uri = "https://status.example.cn/2026/1";
                service(2).publish(&list, uri, now(), until, None).unwrap().as_str().to_owned()
            }
            Self::Presentation => shown().to_text(),
            Self::Copy => {
                let copy = service(3).annotate(&bound(), "样例市医院", "办理入院", now(), until);
                // What it carries is a license without the holder's signature.
                copy.unwrap().as_str().to_owned()
            }
            Self::Ticket => unreachable!("there are none"),
        }
    }

    fn key(self) -> Sm2Signer {
        if self == Self::Presentation { phone() } else { sm2_key(3) }
    }

    /// The signed part in which its type stands.
    fn token(self, text: &str) -> &str {
        match self {
            Self::License => text.split('~').next().unwrap(),
            Self::Presentation => text.rsplit('~').next().unwrap(),
            _ => text,
        }
    }

    /// Brings a signed part into the form in which this kind travels.
    fn carry(self, token: &str) -> String {
        match self {
            Self::License => format!("{token}~"),
            Self::Presentation => format!("{}{token}", shown().unverified().as_str()),
            _ => token.to_owned(),
        }
    }

    fn accepts(self, text: &str) -> bool {
        let (trust, mut book) = (sm2_trust(full_policy()), StatusBook::new());
        match self {
            Self::License => {
                SignedLicense::parse(text).is_ok_and(|read| read.verify(&trust, now()).is_ok())
            }
            Self::StatusList => SignedStatusList::parse(text)
                .is_ok_and(|read| book.add(read, &trust, now()).is_ok()),
            Self::Presentation => Presentation::parse(text)
                .is_ok_and(|read| read.verify(&trust, &book, &challenge(), now()).is_ok()),
            Self::Copy => AnnotatedCopy::parse(text).is_ok_and(|read| {
                read.verify(&trust, &book, "样例市医院", "办理入院", now()).is_ok()
            }),
            Self::Ticket => Ticket::parse(text).is_ok(),
        }
    }
}

#[test]
fn a_token_of_one_type_never_verifies_as_another() {
    for made in Kind::MADE {
        let text = made.text();
        for read in Kind::READ {
            assert_eq!(read.accepts(&text), made == read, "{made:?} as {read:?}");
            let carried = read.carry(made.token(&text));
            assert_eq!(read.accepts(&carried), made == read, "{made:?} as {read:?}");
        }
    }
}

#[test]
fn a_key_of_one_type_never_signs_another_whatever_it_calls_it() {
    for made in Kind::MADE {
        let text = made.text();
        let mut pieces = made.token(&text).split('.').map(decode);
        let header: Value = serde_json::from_slice(&pieces.next().unwrap()).unwrap();
        let payload = String::from_utf8(pieces.next().unwrap()).unwrap();
        for read in Kind::READ {
            let mut header = header.clone();
            header["typ"] = json!(read.typ());
            // What has no chain of its own borrows that of a license.
            if header.get("x5c").is_none() {
                let license = Kind::License.text();
                let head: Value =
                    serde_json::from_slice(&decode(license.split('.').next().unwrap())).unwrap();
                header["x5c"] = head["x5c"].clone();
            }
            let token = sm2_jws(&header.to_string(), &payload, &made.key());
            let carried = read.carry(&token);
            assert_eq!(read.accepts(&carried), made == read, "{made:?} as {read:?}");
        }
    }
}
