//! A ticket works once, for one audience, for minutes; every other reason has
//! its own name, in one order.
#![cfg(feature = "ticket")]
#![expect(clippy::string_slice, reason = "tokens are ASCII")]

use base64ct::{Base64UrlUnpadded, Encoding};
use chrono::{DateTime, FixedOffset, TimeDelta};
use ed25519_dalek::{Signature, Signer, SigningKey};
use gov_identity::{
    AssuranceLevel, Authentication, AuthenticationClaims, Channel, Label, Nonce, RecentTickets,
    RedeemedTicket, Ticket, TicketCheck, TicketClaims, TicketError, TicketSignError, TicketUse,
    UsedTickets, Way, WayKind, ed25519_dalek,
};
use proptest::prelude::*;

const NUMBER: &str = "11010519491231002X";
const NONCE: Nonce = Nonce::new([7; 32]);
const TYPES: [&str; 5] = ["dc+sd-jwt", "statuslist+jwt", "kb+jwt", "copy+jwt", "ticket+jwt"];

/// Seconds after the ticket was made.
fn at(seconds: i64) -> DateTime<FixedOffset> {
    DateTime::UNIX_EPOCH.fixed_offset() + TimeDelta::seconds(1_772_416_800 + seconds)
}

#[expect(clippy::unwrap_used, reason = "literals that are right")]
fn label(text: &str) -> Label {
    Label::parse(text).unwrap()
}

fn key() -> SigningKey {
    SigningKey::from_bytes(&[1; 32])
}

#[expect(clippy::unwrap_used, reason = "literals that are right")]
fn authentication() -> Authentication {
    let center = label("auth.nx.gov.cn");
    Authentication::try_new(AuthenticationClaims {
        id: label("a-1"),
        issuer: center.clone(),
        audience: label("portal"),
        subject: "111:11010519491231002X".parse().unwrap(),
        acting_for: None,
        delegation: None,
        ways: vec![Way {
            kind: WayKind::Face,
            level: AssuranceLevel::PersonBound,
            at: at(-3_600),
            by: center,
        }],
        channel: Channel::MOBILE_APP,
        authenticated_at: at(-3_600),
        issued_at: at(-3_595),
        expires_at: at(25_200),
    })
    .unwrap()
}

fn claims() -> TicketClaims {
    TicketClaims {
        id: label("t-1"),
        issuer: label("auth.nx.gov.cn"),
        audience: label("terminal-17"),
        nonce: NONCE,
        issued_at: at(0),
        expires_at: at(120),
        authentication: authentication(),
    }
}

fn check() -> TicketCheck {
    TicketCheck::new(label("auth.nx.gov.cn"), [key().verifying_key()], label("terminal-17"))
}

#[expect(clippy::unwrap_used, reason = "claims of the tests that are right")]
fn signed(claims: &TicketClaims) -> Ticket {
    Ticket::sign(claims, &key()).unwrap()
}

/// A token with any header and payload, rightly signed.
fn token(header: &str, payload: &str) -> String {
    let [header, payload] =
        [header, payload].map(|part| Base64UrlUnpadded::encode_string(part.as_bytes()));
    let text = format!("{header}.{payload}");
    let signature = key().sign(text.as_bytes()).to_bytes();
    format!("{text}.{}", Base64UrlUnpadded::encode_string(&signature))
}

fn payload(ticket: &Ticket) -> String {
    let part = ticket.expose().split('.').nth(1).unwrap_or_default();
    String::from_utf8(Base64UrlUnpadded::decode_vec(part).unwrap_or_default()).unwrap_or_default()
}

/// One look with a fresh memory.
fn redeem(ticket: &Ticket, seconds: i64) -> Result<RedeemedTicket, TicketError> {
    ticket.redeem(&check(), &NONCE, &mut RecentTickets::with_capacity(10), at(seconds))
}

fn read(text: &str, seconds: i64) -> Result<RedeemedTicket, TicketError> {
    Ticket::parse(text).and_then(|ticket| redeem(&ticket, seconds))
}

#[test]
fn what_was_signed_comes_out() {
    let ticket = signed(&claims());
    let redeemed = read(ticket.expose(), 30).unwrap();
    assert_eq!(redeemed.claims(), &claims());
    assert_eq!(redeemed.authentication(), &authentication());
}

#[test]
fn openssl_and_this_crate_make_the_same_ticket() {
    let theirs = include_str!("data/ticket_openssl.jws").trim_end();
    let seed = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
    let seed: [u8; 32] = core::array::from_fn(|index| {
        u8::from_str_radix(&seed[2 * index..2 * index + 2], 16).unwrap()
    });
    let key = SigningKey::from_bytes(&seed);
    let nonce = Nonce::new(core::array::from_fn(|index| u8::try_from(index).unwrap()));
    let check =
        TicketCheck::new(label("auth.nx.gov.cn"), [key.verifying_key()], label("terminal-17"));
    let mut used = RecentTickets::with_capacity(1);
    let redeemed = Ticket::parse(theirs).unwrap().redeem(&check, &nonce, &mut used, at(1)).unwrap();
    let ours = Ticket::sign(redeemed.claims(), &key).unwrap();
    assert_eq!(ours.expose(), theirs);
    assert_eq!(redeemed.claims().issued_at, at(0));
    assert_eq!(redeemed.authentication().claims().channel, Channel::MOBILE_APP);
}

#[test]
fn a_ticket_works_once() {
    let ticket = signed(&claims());
    let mut used = RecentTickets::with_capacity(10);
    let mut redeem = |ticket: &Ticket, seconds| {
        ticket.redeem(&check(), &NONCE, &mut used, at(seconds)).map(|_| ())
    };
    assert_eq!(redeem(&ticket, 1), Ok(()));
    assert_eq!(redeem(&ticket, 1), Err(TicketError::Replayed));
    assert_eq!(redeem(&ticket, 119), Err(TicketError::Replayed));
    assert_eq!(redeem(&ticket, 120), Err(TicketError::Expired));
    let other = signed(&TicketClaims { id: label("t-2"), ..claims() });
    assert_eq!(redeem(&other, 2), Ok(()), "another one works");
}

#[test]
fn a_ticket_that_is_refused_is_not_used_up() {
    let ticket = signed(&claims());
    let mut used = RecentTickets::with_capacity(10);
    let elsewhere =
        TicketCheck::new(label("auth.nx.gov.cn"), [key().verifying_key()], label("terminal-18"));
    let wrong = ticket.redeem(&elsewhere, &NONCE, &mut used, at(1));
    assert_eq!(wrong.unwrap_err(), TicketError::WrongAudience);
    let wrong = ticket.redeem(&check(), &Nonce::new([8; 32]), &mut used, at(1));
    assert_eq!(wrong.unwrap_err(), TicketError::WrongNonce);
    assert!(used.is_empty());
    assert!(ticket.redeem(&check(), &NONCE, &mut used, at(1)).is_ok());
    assert_eq!(used.len(), 1);
}

#[test]
fn time_has_edges_and_skew_helps_only_the_future() {
    let ticket = signed(&claims());
    for (seconds, expected) in [
        (-61, Err(TicketError::IssuedInFuture)),
        (-60, Ok(())),
        (0, Ok(())),
        (119, Ok(())),
        (120, Err(TicketError::Expired)),
        (121, Err(TicketError::Expired)),
    ] {
        assert_eq!(redeem(&ticket, seconds).map(|_| ()), expected, "{seconds}");
    }
    let strict = check().with_skew(TimeDelta::zero());
    let mut used = RecentTickets::with_capacity(10);
    let early = ticket.redeem(&strict, &NONCE, &mut used, at(-1));
    assert_eq!(early.unwrap_err(), TicketError::IssuedInFuture);
}

#[test]
fn life_is_ten_minutes_at_most_and_less_where_asked() {
    let long = signed(&TicketClaims { expires_at: at(600), ..claims() });
    assert!(redeem(&long, 1).is_ok());
    let mut used = RecentTickets::with_capacity(10);
    let short = check().with_max_life(TimeDelta::seconds(599));
    let refused = long.redeem(&short, &NONCE, &mut used, at(1));
    assert_eq!(refused.unwrap_err(), TicketError::LifeTooLong);

    // One that another program signed for longer.
    let json =
        payload(&long).replace(&at(600).timestamp().to_string(), &at(601).timestamp().to_string());
    let header = r#"{"alg":"EdDSA","typ":"ticket+jwt"}"#;
    assert_eq!(read(&token(header, &json), 1).unwrap_err(), TicketError::LifeTooLong);
    let generous = check().with_max_life(TimeDelta::hours(1));
    let refused =
        Ticket::parse(&token(header, &json)).unwrap().redeem(&generous, &NONCE, &mut used, at(1));
    assert_eq!(refused.unwrap_err(), TicketError::LifeTooLong, "no check allows more");
}

/// Every fault at once, then one less at a time: the first in the order is told.
#[test]
fn faults_are_told_in_their_order() {
    let other_key = SigningKey::from_bytes(&[2; 32]);
    let wrong = TicketCheck::new(label("other"), [other_key.verifying_key()], label("other"))
        .with_max_life(TimeDelta::seconds(1))
        .with_skew(TimeDelta::zero());
    let late = at(500);
    let ticket = signed(&claims());
    let other_nonce = Nonce::new([9; 32]);
    let mut used = Broken;
    let mut redeem = |check: &TicketCheck, nonce: &Nonce, at| {
        ticket.redeem(check, nonce, &mut used, at).unwrap_err()
    };
    assert_eq!(redeem(&wrong, &other_nonce, late), TicketError::Signature, "never called expired");

    let right_key = [key().verifying_key()];
    let wrong = |issuer: &str, audience: &str| {
        TicketCheck::new(label(issuer), right_key, label(audience))
            .with_max_life(TimeDelta::seconds(1))
            .with_skew(TimeDelta::zero())
    };
    let center = "auth.nx.gov.cn";
    assert_eq!(redeem(&wrong("other", "other"), &other_nonce, late), TicketError::WrongIssuer);
    assert_eq!(redeem(&wrong(center, "other"), &other_nonce, late), TicketError::WrongAudience);
    let ours = wrong(center, "terminal-17");
    assert_eq!(redeem(&ours, &other_nonce, late), TicketError::WrongNonce);
    assert_eq!(redeem(&ours, &NONCE, at(-1)), TicketError::IssuedInFuture);
    assert_eq!(redeem(&ours, &NONCE, late), TicketError::LifeTooLong);
    assert_eq!(redeem(&check(), &NONCE, late), TicketError::Expired);
    assert_eq!(redeem(&check(), &NONCE, at(1)), TicketError::UseUnknown);

    // And before the signature: each text has all the later faults as well.
    let long = "x".repeat(Ticket::MAX_LEN + 1);
    let forged = |header: &str| {
        let text = token(header, "{}");
        let (signed, _) = text.rsplit_once('.').unwrap();
        format!("{signed}.{}", "A".repeat(86))
    };
    for (text, error) in [
        (long, TicketError::TooLong),
        ("x".repeat(Ticket::MAX_LEN), TicketError::Malformed),
        (forged(r#"{"alg":"none","typ":"kb+jwt","crit":["x"]}"#), TicketError::WrongType),
        (forged(r#"{"alg":"none","typ":"ticket+jwt","crit":["x"]}"#), TicketError::Algorithm),
        (forged(r#"{"alg":"EdDSA","typ":"ticket+jwt","crit":["x"]}"#), TicketError::Header),
        (forged(r#"{"alg":"EdDSA","typ":"ticket+jwt"}"#), TicketError::Signature),
        (token(r#"{"alg":"EdDSA","typ":"ticket+jwt"}"#, "{}"), TicketError::Claims),
    ] {
        assert_eq!(read(&text, 500).unwrap_err(), error);
    }
}

/// A memory that cannot say.
struct Broken;

impl UsedTickets for Broken {
    fn use_up(
        &mut self,
        _: &Label,
        _: &Label,
        _: DateTime<FixedOffset>,
        _: DateTime<FixedOffset>,
    ) -> TicketUse {
        TicketUse::Unknown
    }
}

#[test]
fn a_token_of_another_type_is_never_a_ticket() {
    let json = payload(&signed(&claims()));
    for typ in TYPES {
        let result = read(&token(&format!(r#"{{"alg":"EdDSA","typ":"{typ}"}}"#), &json), 1);
        match typ {
            "ticket+jwt" => assert!(result.is_ok()),
            _ => assert_eq!(result.unwrap_err(), TicketError::WrongType, "{typ}"),
        }
        // With the header of that type, chain and all.
        let header = format!(r#"{{"alg":"EdDSA","typ":"{typ}","x5c":["MIIB"]}}"#);
        let error = read(&token(&header, &json), 1).unwrap_err();
        let expected =
            if typ == "ticket+jwt" { TicketError::Header } else { TicketError::WrongType };
        assert_eq!(error, expected);
    }
}

#[test]
fn headers_are_read_strictly() {
    let json = payload(&signed(&claims()));
    for (header, expected) in [
        (r#"{"alg":"EdDSA","typ":"ticket+jwt"}"#, None),
        (r#"{"typ":"ticket+jwt","alg":"Ed25519"}"#, None),
        (r#"{"alg":"EdDSA"}"#, Some(TicketError::WrongType)),
        (r#"{"alg":"EdDSA","typ":"Ticket+JWT"}"#, Some(TicketError::WrongType)),
        (r#"{"typ":"ticket+jwt"}"#, Some(TicketError::Algorithm)),
        (r#"{"alg":"none","typ":"ticket+jwt"}"#, Some(TicketError::Algorithm)),
        (r#"{"alg":"HS256","typ":"ticket+jwt"}"#, Some(TicketError::Algorithm)),
        (r#"{"alg":"ES256","typ":"ticket+jwt"}"#, Some(TicketError::Algorithm)),
        (r#"{"alg":"EdDSA","typ":"ticket+jwt","kid":"1"}"#, Some(TicketError::Header)),
        (r#"{"alg":"EdDSA","typ":"ticket+jwt","typ":"kb+jwt"}"#, Some(TicketError::Malformed)),
        (r#"{"alg":"EdDSA","typ":"ticket+jwt","\u0061lg":"none"}"#, Some(TicketError::Malformed)),
        (r#"{"alg":"EdDSA","typ":1}"#, Some(TicketError::Malformed)),
        (r#"["EdDSA","ticket+jwt"]"#, Some(TicketError::WrongType)),
        ("\u{feff}{}", Some(TicketError::Malformed)),
        ("", Some(TicketError::Malformed)),
    ] {
        assert_eq!(read(&token(header, &json), 1).err(), expected, "{header}");
    }
}

#[test]
fn claims_are_read_strictly() {
    let json = payload(&signed(&claims()));
    let header = r#"{"alg":"EdDSA","typ":"ticket+jwt"}"#;
    assert!(read(&token(header, &json), 1).is_ok());
    let iat = at(0).timestamp().to_string();
    let nonce = Base64UrlUnpadded::encode_string(&[7; 32]);
    let not_canonical = format!("{}d", &nonce[..42]);
    for (from, to) in [
        (r#""jti":"t-1""#, r#""jti":"""#),
        (r#""jti":"t-1","#, ""),
        (r#""jti":"t-1""#, r#""jti":"t-1","jti":"t-2""#),
        (r#""jti":"t-1""#, r#""jti":"t-1","\u006ati":"t-2""#),
        (r#""jti":"t-1""#, r#""jti":"t-1","sub":"x""#),
        (&iat, "1772416800.0"),
        (&iat, "9223372036854775807"),
        (&iat, "99999999999999999999"),
        (&iat, "1772416920"),
        (&iat, "1772413204"),
        (&nonce, "BwcH"),
        (&nonce, &nonce[..42]),
        (&nonce, &not_canonical),
        ("person-bound", "divine"),
        ("01:00:05", "00:00:05"),
        ("111:11010519491231002X", "001:91640200MA0000007F"),
        ("111:11010519491231002X", "111:110105194912310021"),
    ] {
        assert!(json.contains(from), "{from}");
        let error = read(&token(header, &json.replacen(from, to, 1)), 1).unwrap_err();
        assert_eq!(error, TicketError::Claims, "{from} → {to}");
    }
    for payload in
        [format!("{json}x"), format!("\u{feff}{json}"), "null".to_owned(), "[]".to_owned()]
    {
        assert_eq!(read(&token(header, &payload), 1).unwrap_err(), TicketError::Claims);
    }
}

#[test]
fn every_changed_byte_is_refused() {
    let text = signed(&claims()).expose().to_owned();
    let mut seen = std::collections::BTreeSet::new();
    for position in 0..text.len() {
        for byte in [b'A', b'=', b'.', 0x7f] {
            let mut changed = text.clone().into_bytes();
            if changed[position] == byte {
                continue;
            }
            changed[position] = byte;
            let changed = String::from_utf8(changed).unwrap();
            seen.insert(read(&changed, 1).unwrap_err().code());
        }
    }
    let seen: Vec<_> = seen.into_iter().collect();
    assert_eq!(seen, ["algorithm", "malformed", "signature", "wrong-type"]);
}

#[test]
fn every_cut_is_refused() {
    let text = signed(&claims()).expose().to_owned();
    for end in 0..text.len() {
        let error = read(&text[..end], 1).unwrap_err();
        assert!(matches!(error, TicketError::Malformed | TicketError::Signature), "{end}: {error}");
    }
    for more in [".", "A", "=", "\n", " ", ".AA"] {
        assert!(read(&format!("{text}{more}"), 1).is_err(), "{more:?}");
    }
}

#[test]
fn any_of_the_issuers_keys_will_do_and_a_weak_one_never() {
    let ticket = signed(&claims());
    let old = SigningKey::from_bytes(&[2; 32]).verifying_key();
    let mut used = RecentTickets::with_capacity(10);
    let both = TicketCheck::new(
        label("auth.nx.gov.cn"),
        [old, key().verifying_key()],
        label("terminal-17"),
    );
    assert!(ticket.redeem(&both, &NONCE, &mut used, at(1)).is_ok());
    let none = TicketCheck::new(label("auth.nx.gov.cn"), [], label("terminal-17"));
    assert_eq!(ticket.redeem(&none, &NONCE, &mut used, at(1)).unwrap_err(), TicketError::Signature);

    // The neutral element signs everything with R = the neutral element, s = 0.
    let mut neutral = [0; 32];
    neutral[0] = 1;
    let weak = ed25519_dalek::VerifyingKey::from_bytes(&neutral).unwrap();
    let (signed, _) = ticket.expose().rsplit_once('.').unwrap();
    let mut signature = [0; 64];
    signature[0] = 1;
    let text = format!("{signed}.{}", Base64UrlUnpadded::encode_string(&signature));
    let check = TicketCheck::new(label("auth.nx.gov.cn"), [weak], label("terminal-17"));
    let forged = Ticket::parse(&text).unwrap().redeem(&check, &NONCE, &mut used, at(1));
    assert_eq!(forged.unwrap_err(), TicketError::Signature);
}

#[test]
fn what_should_not_be_signed_is_not() {
    let refused = |change: fn(&mut TicketClaims)| {
        let mut claims = claims();
        change(&mut claims);
        Ticket::sign(&claims, &key()).map(|_| ())
    };
    assert_eq!(refused(|claims| claims.expires_at = at(600)), Ok(()));
    assert_eq!(refused(|claims| claims.expires_at = at(601)), Err(TicketSignError::Life));
    assert_eq!(refused(|claims| claims.expires_at = at(0)), Err(TicketSignError::Life));
    assert_eq!(
        refused(|claims| claims.expires_at = at(0) + TimeDelta::milliseconds(999)),
        Err(TicketSignError::Life)
    );
    let beyond = Err(TicketSignError::BeyondAuthentication);
    assert_eq!(
        refused(|claims| (claims.issued_at, claims.expires_at) = (at(-3_596), at(-3_500))),
        beyond
    );
    assert_eq!(
        refused(|claims| (claims.issued_at, claims.expires_at) = (at(25_100), at(25_201))),
        beyond
    );
    assert_eq!(
        refused(|claims| (claims.issued_at, claims.expires_at) = (at(25_100), at(25_200))),
        Ok(())
    );
    let long = refused(|claims| {
        let mut carried = authentication().into_claims();
        carried.ways = vec![
            Way {
                by: label(&"长".repeat(128)),
                kind: WayKind::Other(label(&"长".repeat(128))),
                ..carried.ways[0].clone()
            };
            32
        ];
        claims.authentication = Authentication::try_new(carried).unwrap();
    });
    assert_eq!(long, Err(TicketSignError::TooLong));
    assert_eq!(Ticket::sign(&claims(), &Down).unwrap_err(), TicketSignError::Signer);
}

/// A key store that does not answer.
struct Down;

impl Signer<Signature> for Down {
    fn try_sign(&self, _: &[u8]) -> Result<Signature, ed25519_dalek::SignatureError> {
        Err(ed25519_dalek::SignatureError::new())
    }
}

#[test]
fn fractions_of_a_second_are_cut_off() {
    let half = TimeDelta::milliseconds(500);
    let ticket =
        signed(&TicketClaims { issued_at: at(0) + half, expires_at: at(120) + half, ..claims() });
    assert_eq!(redeem(&ticket, 1).unwrap().claims(), &claims());
}

#[test]
fn the_memory_forgets_what_expired_and_never_more() {
    let mut used = RecentTickets::with_capacity(2);
    let center = label("center");
    let mut use_up = |id: &str, expiry: i64, now: i64| {
        let answer = used.use_up(&center, &label(id), at(expiry), at(now));
        (answer, used.len())
    };
    assert_eq!(use_up("a", 10, 0), (TicketUse::First, 1));
    assert_eq!(use_up("b", 20, 0), (TicketUse::First, 2));
    assert_eq!(use_up("c", 20, 1), (TicketUse::Unknown, 2), "full: refused rather than forgotten");
    assert_eq!(use_up("a", 10, 9), (TicketUse::Again, 2));
    assert_eq!(use_up("c", 20, 10), (TicketUse::First, 2), "a is over");
    assert_eq!(use_up("a", 10, 5), (TicketUse::Unknown, 2), "a clock that went back");
    assert_eq!(use_up("b", 20, 5), (TicketUse::Again, 2));
    assert_eq!(use_up("d", 30, 25), (TicketUse::First, 1));
}

#[test]
fn tickets_of_two_issuers_may_have_one_name() {
    let mut used = RecentTickets::with_capacity(9);
    for issuer in ["one", "two"] {
        assert_eq!(used.use_up(&label(issuer), &label("t"), at(10), at(0)), TicketUse::First);
    }
}

#[test]
fn nothing_shows_a_number_or_a_ticket() {
    let ticket = signed(&claims());
    let redeemed = redeem(&ticket, 1).unwrap();
    assert_eq!(format!("{ticket:?}"), "Ticket(..)");
    assert_eq!(format!("{NONCE:?}"), "Nonce(..)");
    for debug in [format!("{redeemed:?}"), format!("{redeemed:#?}"), format!("{:?}", claims())] {
        assert!(
            !debug.contains(NUMBER) && !debug.contains("eyJ") && !debug.contains("7, 7"),
            "{debug}"
        );
    }
}

#[test]
fn errors_are_said_in_both_languages() {
    let texts =
        TicketError::ALL.map(|error| format!("{} | {error} | {}", error.code(), error.zh()));
    assert_eq!(
        texts,
        [
            "too-long | ticket: longer than 32768 bytes | 票据：长度超过32768字节",
            "malformed | ticket: not a compact JWS | 票据：格式不正确",
            "wrong-type | ticket: a token of another type | 票据：属于其他类型的凭据",
            "algorithm | ticket: the algorithm is not EdDSA | 票据：签名算法不是EdDSA",
            "header | ticket: the header has members that tickets do not have | 票据：头部含有票据所没有的成员",
            "signature | ticket: the issuer did not sign it | 票据：签名无效",
            "claims | ticket: the claims are not those of a ticket | 票据：内容不符合票据要求",
            "wrong-issuer | ticket: made by another issuer | 票据：签发方不符",
            "wrong-audience | ticket: for another audience | 票据：接收方不符",
            "wrong-nonce | ticket: the nonce is not the one given out | 票据：随机数不符",
            "issued-in-future | ticket: issued in the future | 票据：签发时间晚于当前时间",
            "life-too-long | ticket: it lives for too long | 票据：有效期过长",
            "expired | ticket: expired | 票据：已过期，请重新登录",
            "replayed | ticket: used before | 票据：已被使用，请重新登录",
            "use-unknown | ticket: whether it was used before is not known | 票据：无法确认是否已被使用，请重新登录",
        ],
    );
    let texts = [
        TicketSignError::Life,
        TicketSignError::BeyondAuthentication,
        TicketSignError::Signer,
        TicketSignError::TooLong,
    ]
    .map(|error| format!("{} | {error} | {}", error.code(), error.zh()));
    assert_eq!(
        texts,
        [
            "life | ticket: it must live for 1 second to 10 minutes | 票据：有效期应为1秒至10分钟",
            "beyond-authentication | ticket: it reaches beyond the authentication it carries | 票据：有效期超出所载认证断言",
            "signer | ticket: the signer failed | 票据：签名失败",
            "too-long | ticket: longer than 32768 bytes | 票据：长度超过32768字节",
        ],
    );
}

proptest! {
    #[test]
    fn any_text_is_refused_without_panic(text in "[A-Za-z0-9_.=-]{0,300}") {
        prop_assert!(read(&text, 1).is_err());
    }
}
