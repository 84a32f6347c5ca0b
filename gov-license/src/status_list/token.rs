//! A status list under a signature (`statuslist+jwt`).

use std::time::Duration;

use chrono::{DateTime, FixedOffset};

use crate::issuer::{IssueError, Issuer};
use crate::public_key::Signature;
use crate::sd_jwt::compact::{Jws, TokenType, decode, encode};
use crate::sd_jwt::json::{Json, Members, Object};
use crate::sd_jwt::{Piece, ReadError, ReadLimits};
use crate::signer::Signer;
use crate::status_list::{StatusList, StatusWidth};
use crate::text::TextFault;

/// A status list as it arrived (已签名的状态列表); nobody has looked at the
/// signature yet. Only a [`StatusBook`](crate::StatusBook) does, and remembers.
///
/// ```
/// use gov_license::SignedStatusList;
///
/// assert_eq!(SignedStatusList::parse("e30.e30.").unwrap_err().code(), "algorithm-missing");
/// ```
#[doc(alias = "已签名的状态列表")]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SignedStatusList {
    text: Box<str>,
    signed: usize,
    signature: Signature,
    chain: Vec<Vec<u8>>,
    uri: String,
    pub(crate) issued_at: i64,
    pub(crate) expires_at: i64,
    pub(crate) ttl: Option<i64>,
    list: StatusList,
}

/// Claims of other tokens. A status list that carries one is none.
const FOREIGN: [&str; 9] =
    ["vct", "jti", "aud", "nonce", "sd_hash", "cnf", "_sd", "purpose", "license"];

impl SignedStatusList {
    /// The longest list, in bytes before compression, that [`parse`](Self::parse)
    /// makes: 1 MiB, which is 4,194,304 licenses.
    pub const MAX_BYTES: usize = 1 << 20;

    /// Reads the compact form of a JWS.
    ///
    /// # Errors
    ///
    /// As [`SignedLicense::parse`](crate::SignedLicense::parse) for everything
    /// but disclosures; when `sub`, `iat`, `exp` or `status_list` is missing or
    /// not in its form; when the list is not zlib or becomes longer than
    /// [`MAX_BYTES`](Self::MAX_BYTES).
    pub fn parse(text: &str) -> Result<Self, ReadError> {
        Self::parse_within(text, Self::MAX_BYTES)
    }

    /// Reads a list that may become so many bytes long.
    ///
    /// # Errors
    ///
    /// As [`parse`](Self::parse).
    pub fn parse_within(text: &str, max_bytes: usize) -> Result<Self, ReadError> {
        // What cannot be compressed grows by a third twice.
        let usual = ReadLimits::default();
        let limits =
            ReadLimits { max_bytes: max_bytes.saturating_mul(2) + usual.max_bytes, ..usual };
        let jws = Jws::read(text, TokenType::StatusList, limits)?;
        let claims = &jws.payload;
        if let Some(claim) = FOREIGN.into_iter().find(|name| claims.contains_key(*name)) {
            return Err(ReadError::ForeignClaim { claim });
        }
        let form = |claim| move |_| ReadError::Claim { claim };
        let uri = claims.need_text("sub")?;
        TextFault::check_line(uri).map_err(form("sub"))?;
        let ttl = claims.integer("ttl")?;
        if ttl.is_some_and(|seconds| seconds < 1) {
            return Err(ReadError::Claim { claim: "ttl" });
        }
        Ok(Self {
            uri: uri.to_owned(),
            issued_at: claims.need_integer("iat")?,
            expires_at: claims.need_integer("exp")?,
            ttl,
            list: read_list(claims, max_bytes)?,
            text: text.into(),
            signed: jws.signed.len(),
            signature: jws.signature,
            chain: jws.chain,
        })
    }

    /// The text, byte for byte as it arrived, to keep.
    #[must_use]
    pub const fn as_str(&self) -> &str {
        &self.text
    }

    /// The address of the list, which is also its name.
    #[must_use]
    pub fn uri(&self) -> &str {
        &self.uri
    }

    /// What the list says. Fit for display, not for decisions.
    #[must_use]
    pub const fn unverified(&self) -> &StatusList {
        &self.list
    }

    pub(crate) fn chain(&self) -> &[Vec<u8>] {
        &self.chain
    }

    pub(crate) fn signed_bytes(&self) -> &[u8] {
        self.text.as_bytes().get(..self.signed).unwrap_or_default()
    }

    pub(crate) const fn signature(&self) -> &Signature {
        &self.signature
    }
}

fn read_list(claims: &Object, max_bytes: usize) -> Result<StatusList, ReadError> {
    let form = ReadError::Claim { claim: "status_list" };
    let member = match claims.get("status_list") {
        None => return Err(ReadError::Missing { claim: "status_list" }),
        Some(Json::Object(member)) => member,
        Some(_) => return Err(form),
    };
    let (Some(Json::Integer(bits)), Some(Json::Text(list))) =
        (member.get("bits"), member.get("lst"))
    else {
        return Err(form);
    };
    let width = StatusWidth::of_bits(*bits).ok_or(form)?;
    StatusList::from_zlib(width, &decode(list, Piece::Payload)?, max_bytes)
}

impl<S: Signer> Issuer<S> {
    /// Signs a status list at the moment `at`, good until `until`; who has it
    /// may use it for `ttl` before asking again.
    ///
    /// Lists have a key and a certificate of their own, other than those of
    /// licenses. A list signed later takes the place of one signed earlier, so
    /// no two lists of one address may be signed within one second.
    ///
    /// # Errors
    ///
    /// When the key fails, answers a signature that is not its own, or a reader
    /// would refuse the text: a blank address, a list beyond
    /// [`SignedStatusList::MAX_BYTES`], a `ttl` below a second.
    pub fn publish(
        &self,
        list: &StatusList,
        uri: &str,
        at: DateTime<FixedOffset>,
        until: DateTime<FixedOffset>,
        ttl: Option<Duration>,
    ) -> Result<SignedStatusList, IssueError> {
        let member = Object::from([
            ("bits".to_owned(), Json::Integer(list.width().bits().into())),
            ("lst".to_owned(), Json::Text(encode(&list.to_zlib()))),
        ]);
        let mut payload = Object::from([
            ("sub".to_owned(), Json::text(uri)),
            ("iat".to_owned(), Json::Integer(at.timestamp())),
            ("exp".to_owned(), Json::Integer(until.timestamp())),
            ("status_list".to_owned(), Json::Object(member)),
        ]);
        let seconds = ttl.map(|ttl| i64::try_from(ttl.as_secs()).unwrap_or(i64::MAX));
        payload.extend(seconds.map(|seconds| ("ttl".to_owned(), Json::Integer(seconds))));
        let text = self.seal(TokenType::StatusList, payload)?;
        SignedStatusList::parse(&text).map_err(IssueError::Unreadable)
    }
}
