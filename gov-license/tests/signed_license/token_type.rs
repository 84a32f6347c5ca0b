//! One object type, one `typ`: whatever is signed as one thing never passes for
//! another, in all pairs.

use gov_license::gov_identity::ed25519_dalek::SigningKey;
use gov_license::gov_identity::{
    AssuranceLevel, Authentication, AuthenticationClaims, Channel, IdentityKey, Label, Nonce,
    RecentTickets, Ticket, TicketCheck, TicketClaims, Way, WayKind,
};
use gov_license::{
    AnnotatedCopy, Presentation, SignedLicense, SignedStatusList, StatusBook, TrustStore,
};
use serde_json::{Value, json};

use crate::annotated_copy::{FOR, USER, copy, copy_policy, library, trust_under};
use crate::desk::{HOLDER, now};
use crate::forge::{decode, jws};
use crate::pki::{Key, Plan};
use crate::presentation::{bound, challenge, phone, shown};
use crate::status::{MORNING, published, purpose, status_plan};

/// Everything a window trusts.
fn trust() -> TrustStore {
    trust_under(copy_policy().with_status_signing(purpose()))
}

fn label(text: &str) -> Label {
    Label::parse(text).unwrap()
}

fn nonce() -> Nonce {
    Nonce::new([7; 32])
}

fn ticket_key() -> SigningKey {
    SigningKey::from_bytes(&[8; 32])
}

fn ticket() -> String {
    let issued_at = now();
    let expires_at = issued_at + chrono::TimeDelta::minutes(2);
    let center = label("auth.example.cn");
    let way = Way {
        kind: WayKind::Face,
        level: AssuranceLevel::PersonBound,
        at: issued_at,
        by: center.clone(),
    };
    let authentication = Authentication::try_new(AuthenticationClaims {
        id: label("a-1"),
        issuer: center.clone(),
        audience: label("portal"),
        subject: IdentityKey::parse(HOLDER).unwrap().into(),
        acting_for: None,
        delegation: None,
        ways: vec![way],
        channel: Channel::MOBILE_APP,
        authenticated_at: issued_at,
        issued_at,
        expires_at,
    });
    let claims = TicketClaims {
        id: label("t-1"),
        issuer: center,
        audience: label("terminal-17"),
        nonce: nonce(),
        issued_at,
        expires_at,
        authentication: authentication.unwrap(),
    };
    Ticket::sign(&claims, &ticket_key()).unwrap().expose().to_owned()
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    License,
    StatusList,
    Presentation,
    Copy,
    Ticket,
}

impl Kind {
    const ALL: [Self; 5] =
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
        match self {
            Self::License => bound().as_str().to_owned(),
            Self::StatusList => published(&[], MORNING).as_str().to_owned(),
            Self::Presentation => shown().to_text(),
            Self::Copy => copy().as_str().to_owned(),
            Self::Ticket => ticket(),
        }
    }

    /// The key that signs it.
    fn key(self) -> Key {
        match self {
            Self::License => Plan::usual().leaf_key,
            Self::StatusList => status_plan().leaf_key,
            Self::Presentation => phone(),
            Self::Copy => library().leaf_key,
            Self::Ticket => Key::from_seed([8; 32]),
        }
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
        let (trust, mut book) = (trust(), StatusBook::new());
        match self {
            Self::License => {
                SignedLicense::parse(text).is_ok_and(|read| read.verify(&trust, now()).is_ok())
            }
            Self::StatusList => SignedStatusList::parse(text)
                .is_ok_and(|read| book.add(read, &trust, now()).is_ok()),
            Self::Presentation => Presentation::parse(text)
                .is_ok_and(|read| read.verify(&trust, &book, &challenge(), now()).is_ok()),
            Self::Copy => AnnotatedCopy::parse(text)
                .is_ok_and(|read| read.verify(&trust, &book, USER, FOR, now()).is_ok()),
            Self::Ticket => Ticket::parse(text).is_ok_and(|read| {
                let key = ticket_key().verifying_key();
                let check = TicketCheck::new(label("auth.example.cn"), [key], label("terminal-17"));
                let mut used = RecentTickets::with_capacity(10);
                read.redeem(&check, &nonce(), &mut used, now()).is_ok()
            }),
        }
    }
}

#[test]
fn a_token_of_one_type_never_verifies_as_another() {
    for made in Kind::ALL {
        for read in Kind::ALL {
            assert_eq!(read.accepts(&made.text()), made == read, "{made:?} as {read:?}");
        }
    }
}

#[test]
fn the_signed_part_of_one_type_never_verifies_in_the_form_of_another() {
    for made in Kind::ALL {
        let text = made.text();
        for read in Kind::ALL {
            let carried = read.carry(made.token(&text));
            assert_eq!(read.accepts(&carried), made == read, "{made:?} as {read:?}");
        }
    }
}

#[test]
fn a_key_of_one_type_never_signs_another_whatever_it_calls_it() {
    for made in Kind::ALL {
        let text = made.text();
        let mut pieces = made.token(&text).split('.').map(decode);
        let header: Value = serde_json::from_slice(&pieces.next().unwrap()).unwrap();
        let payload = String::from_utf8(pieces.next().unwrap()).unwrap();
        for read in Kind::ALL {
            let mut header = header.clone();
            header["typ"] = json!(read.typ());
            let members = header.as_object_mut().unwrap();
            if read == Kind::Ticket {
                members.remove("x5c");
            }
            // What has no chain of its own borrows that of a license.
            if !matches!(read, Kind::Ticket | Kind::Presentation) && !members.contains_key("x5c") {
                let license = Kind::License.text();
                let head = decode(license.split('.').next().unwrap());
                let head: Value = serde_json::from_slice(&head).unwrap();
                members.insert("x5c".to_owned(), head["x5c"].clone());
            }
            let token = jws(&header.to_string(), &payload, &made.key());
            let carried = read.carry(&token);
            assert_eq!(read.accepts(&carried), made == read, "{made:?} as {read:?}");
        }
    }
}
