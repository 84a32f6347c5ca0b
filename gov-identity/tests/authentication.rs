//! An assertion in hand is in order, and shows nobody.

use chrono::{DateTime, FixedOffset, TimeDelta};
use gov_identity::{
    AssuranceLevel, AssurancePolicy, Authentication, AuthenticationClaims, Channel, IdentityKey,
    Label, ParseError, SubjectKey, Way, WayKind,
};

const NUMBER: &str = "11010519491231002X";

fn at(seconds: i64) -> DateTime<FixedOffset> {
    let start = DateTime::parse_from_rfc3339("2026-03-02T09:00:00+08:00").unwrap_or_default();
    start + TimeDelta::seconds(seconds)
}

fn claims() -> Result<AuthenticationClaims, ParseError> {
    let center = Label::parse("auth.nx.gov.cn")?;
    Ok(AuthenticationClaims {
        id: Label::parse("a-1")?,
        issuer: center.clone(),
        audience: Label::parse("portal")?,
        subject: SubjectKey::parse("111:11010519491231002X")?,
        acting_for: Some(IdentityKey::parse("001:91640200MA0000007F")?),
        delegation: Some(Label::parse("d-1")?),
        ways: vec![Way {
            kind: WayKind::Face,
            level: AssuranceLevel::PersonBound,
            at: at(0),
            by: center,
        }],
        channel: Channel::MOBILE_APP,
        authenticated_at: at(0),
        issued_at: at(5),
        expires_at: at(3_600),
    })
}

#[test]
fn claims_out_of_order_are_refused_with_their_reason() {
    let refused = |change: fn(&mut AuthenticationClaims), code: &str, english: &str, zh: &str| {
        let mut claims = claims().unwrap();
        change(&mut claims);
        let error = Authentication::try_new(claims).unwrap_err();
        assert_eq!((error.code(), error.to_string().as_str()), (code, english));
        assert_eq!(error.zh().to_string(), zh);
    };
    assert!(Authentication::try_new(claims().unwrap()).is_ok());
    refused(
        |claims| claims.subject = "001:91640200MA0000007F".parse().unwrap(),
        "not-a-person",
        "authentication: the subject is not a person",
        "认证断言：登录主体应为自然人",
    );
    refused(
        |claims| claims.acting_for = None,
        "delegation-without-principal",
        "authentication: a delegation is named but no principal",
        "认证断言：载有授权编号但没有委托人",
    );
    refused(
        |claims| claims.ways.clear(),
        "ways",
        "authentication: expected 1 to 32 ways of verification, found 0",
        "认证断言：核验记录应为1至32条，实为0条",
    );
    refused(
        |claims| claims.ways = vec![claims.ways[0].clone(); 33],
        "ways",
        "authentication: expected 1 to 32 ways of verification, found 33",
        "认证断言：核验记录应为1至32条，实为33条",
    );
    refused(
        |claims| claims.ways.push(Way { at: at(6), ..claims.ways[0].clone() }),
        "later-way",
        "authentication: way 2 of verification is later than the assertion",
        "认证断言：第2条核验记录晚于签发时间",
    );
    let times = "authentication: the times of sign-in, issue and expiry are out of order";
    refused(
        |claims| claims.authenticated_at = at(6),
        "times",
        times,
        "认证断言：登录、签发、失效时间先后不符",
    );
    refused(
        |claims| claims.expires_at = at(5),
        "times",
        times,
        "认证断言：登录、签发、失效时间先后不符",
    );
}

#[test]
fn edges_are_in_order() {
    let mut claims = claims().unwrap();
    claims.ways = vec![Way { at: at(5), ..claims.ways[0].clone() }; 32];
    claims.authenticated_at = at(5);
    claims.expires_at = at(6);
    let authentication = Authentication::try_new(claims.clone()).unwrap();
    assert_eq!(authentication.claims(), &claims);
    assert_eq!(authentication.into_claims(), claims);
}

#[test]
fn a_level_holds_from_issue_until_expiry() {
    let authentication = Authentication::try_new(claims().unwrap()).unwrap();
    let policy = AssurancePolicy::new()
        .with_way(WayKind::Face, TimeDelta::days(1))
        .with_issuer(Label::parse("auth.nx.gov.cn").unwrap(), AssuranceLevel::CounterOrCertified);
    for (seconds, level) in [
        (4, AssuranceLevel::Anonymous),
        (5, AssuranceLevel::PersonBound),
        (3_599, AssuranceLevel::PersonBound),
        (3_600, AssuranceLevel::Anonymous),
    ] {
        assert_eq!(authentication.level(&policy, at(seconds)), level, "{seconds}");
    }
}

#[test]
fn debug_shows_no_number_of_a_person() {
    for subject in
        ["111:11010519491231002X", "414:11010519491231002X", "network:11010519491231002X"]
    {
        let mut claims = claims().unwrap();
        claims.subject = subject.parse().unwrap();
        claims.acting_for = Some("111:11010519491231002X".parse().unwrap());
        let authentication = Authentication::try_new(claims.clone()).unwrap();
        for debug in
            [format!("{authentication:?}"), format!("{authentication:#?}"), format!("{claims:?}")]
        {
            assert!(!debug.contains(NUMBER), "{debug}");
        }
    }
}

#[cfg(feature = "serde")]
#[test]
fn json_round_trips_and_is_checked_on_the_way_in() {
    let authentication = Authentication::try_new(claims().unwrap()).unwrap();
    let json = serde_json::to_string(&authentication).unwrap();
    assert_eq!(serde_json::from_str::<Authentication>(&json).unwrap(), authentication);
    assert!(json.contains(r#""channel":"mobile-app""#), "{json}");
    assert!(
        json.contains(r#""kind":"face","level":"person-bound","at":"2026-03-02T09:00:00+08:00""#)
    );

    let error = |json: &str| serde_json::from_str::<Authentication>(json).unwrap_err().to_string();
    let late = json.replace("10:00:00", "08:00:00");
    assert_eq!(error(&late), gov_identity::AuthenticationError::Times.to_string());
    let stray = json.replacen('{', r#"{"admin":true,"#, 1);
    assert!(error(&stray).starts_with("unknown field `admin`"));
    for bad in ["\"111:110105194912310021\"", "110105194912310021", "[110105194912310021]"] {
        let error = error(&json.replace("\"111:11010519491231002X\"", bad));
        assert!(!error.contains("110105"), "{error}");
    }
}
