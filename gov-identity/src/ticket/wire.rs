//! The JSON inside a ticket: strict on the way in, since two readers that
//! differ are two tickets.

use alloc::string::String;
use alloc::vec::Vec;

use base64ct::{Base64UrlUnpadded, Encoding};
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use super::{Nonce, TicketClaims, TicketError};
use crate::{Authentication, Label};

/// `{"alg":"EdDSA","typ":"ticket+jwt"}` in base64url.
pub(super) const HEADER: &str = "eyJhbGciOiJFZERTQSIsInR5cCI6InRpY2tldCtqd3QifQ";

const TYPE: &str = "ticket+jwt";
const CHINA: Option<FixedOffset> = FixedOffset::east_opt(8 * 3_600);

/// The type of any token, whatever else its header holds.
#[derive(Deserialize)]
struct AnyHeader {
    typ: Option<String>,
    alg: Option<String>,
}

/// The header of a ticket and nothing else.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "read for the names of its members only")]
struct Header {
    typ: String,
    alg: String,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Claims {
    jti: Label,
    iss: Label,
    aud: Label,
    iat: i64,
    exp: i64,
    nonce: String,
    authentication: Authentication,
}

/// Type first, so that a token of another type is called that.
pub(super) fn check_header(json: &[u8]) -> Result<(), TicketError> {
    let AnyHeader { typ, alg } =
        serde_json::from_slice(json).map_err(|_| TicketError::Malformed)?;
    if typ.as_deref() != Some(TYPE) {
        return Err(TicketError::WrongType);
    }
    // `Ed25519` is the newer name of the same algorithm (RFC 9864).
    if !matches!(alg.as_deref(), Some("EdDSA" | "Ed25519")) {
        return Err(TicketError::Algorithm);
    }
    serde_json::from_slice::<Header>(json).map(|_| ()).map_err(|_| TicketError::Header)
}

pub(super) fn write(claims: &TicketClaims) -> Option<Vec<u8>> {
    let claims = Claims {
        jti: claims.id.clone(),
        iss: claims.issuer.clone(),
        aud: claims.audience.clone(),
        iat: claims.issued_at.timestamp(),
        exp: claims.expires_at.timestamp(),
        nonce: Base64UrlUnpadded::encode_string(claims.nonce.as_bytes()),
        authentication: claims.authentication.clone(),
    };
    serde_json::to_vec(&claims).ok()
}

/// The claims; none when they are not those of a ticket, or contradict what
/// the ticket carries.
pub(super) fn read(json: &[u8]) -> Option<TicketClaims> {
    let claims: Claims = serde_json::from_slice(json).ok()?;
    let mut nonce = [0; 32];
    let decoded = Base64UrlUnpadded::decode(&claims.nonce, &mut nonce).ok()?;
    let is_whole = decoded.len() == 32;
    let claims = TicketClaims {
        id: claims.jti,
        issuer: claims.iss,
        audience: claims.aud,
        nonce: Nonce::new(nonce),
        issued_at: instant(claims.iat)?,
        expires_at: instant(claims.exp)?,
        authentication: claims.authentication,
    };
    let is_ticket =
        is_whole && claims.issued_at < claims.expires_at && claims.is_within_authentication();
    is_ticket.then_some(claims)
}

fn instant(seconds: i64) -> Option<DateTime<FixedOffset>> {
    Some(DateTime::from_timestamp(seconds, 0)?.with_timezone(&CHINA?))
}
