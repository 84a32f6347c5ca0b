//! The compact form of an SD-JWT: `<header>.<payload>.<signature>~<disclosure>~…~`.

use base64ct::{Base64, Base64UrlUnpadded, Encoding};

use crate::algorithm::Algorithm;
use crate::public_key::Signature;
use crate::sd_jwt::json::{Json, Object};
use crate::sd_jwt::limits::ReadLimits;
use crate::sd_jwt::read_error::{HeaderFault, Piece, ReadError};

/// What a signed text is; one of a kind never reads as another.
#[derive(Clone, Copy, Eq, PartialEq)]
pub(crate) enum TokenType {
    License,
    StatusList,
    KeyBinding,
    Copy,
}

impl TokenType {
    /// The name in the header (`typ`).
    const fn name(self) -> &'static str {
        match self {
            Self::License => "dc+sd-jwt",
            Self::StatusList => "statuslist+jwt",
            Self::KeyBinding => "kb+jwt",
            Self::Copy => "copy+jwt",
        }
    }

    /// The holder's key stands in the license and needs no certificate.
    fn has_chain(self) -> bool {
        self != Self::KeyBinding
    }
}

/// A JWS (RFC 7515) taken apart; nothing in it is trusted.
pub(crate) struct Jws<'a> {
    /// Certificates in DER, the signer's first.
    pub(crate) chain: Vec<Vec<u8>>,
    pub(crate) payload: Object,
    /// The bytes the signature is over: header and payload as they came.
    pub(crate) signed: &'a str,
    pub(crate) signature: Signature,
}

/// An SD-JWT taken apart; nothing in it is trusted.
pub(crate) struct Compact<'a> {
    pub(crate) jws: Jws<'a>,
    pub(crate) disclosures: Vec<&'a str>,
}

impl<'a> Jws<'a> {
    pub(crate) fn read(
        text: &'a str,
        kind: TokenType,
        limits: ReadLimits,
    ) -> Result<Self, ReadError> {
        if text.len() > limits.max_bytes {
            return Err(ReadError::TooLong { limit: limits.max_bytes });
        }
        let (signed, signature) = text.rsplit_once('.').ok_or(ReadError::Pieces)?;
        let (header, payload) = signed.split_once('.').ok_or(ReadError::Pieces)?;
        if payload.contains('.') {
            return Err(ReadError::Pieces);
        }
        let header = object(header, Piece::Header, limits)?;
        let (algorithm, chain) = read_header(&header, kind).map_err(ReadError::Header)?;
        let payload = object(payload, Piece::Payload, limits)?;
        let signature = decode(signature, Piece::Signature)?;
        let found = signature.len();
        let bytes = signature.try_into().map_err(|_| ReadError::SignatureLength { found })?;
        Ok(Self { chain, payload, signed, signature: Signature::new(algorithm, bytes) })
    }
}

impl<'a> Compact<'a> {
    pub(crate) fn read(text: &'a str, limits: ReadLimits) -> Result<Self, ReadError> {
        if text.len() > limits.max_bytes {
            return Err(ReadError::TooLong { limit: limits.max_bytes });
        }
        let (jws, rest) = text.split_once('~').ok_or(ReadError::NotSdJwt)?;
        let disclosures = match rest.strip_suffix('~') {
            Some(disclosures) => disclosures.split('~').collect(),
            None if rest.is_empty() => Vec::new(),
            None => return Err(ReadError::KeyBinding),
        };
        Ok(Self { jws: Jws::read(jws, TokenType::License, limits)?, disclosures })
    }
}

/// The header and payload that an issuer signs.
pub(crate) fn signing_input(
    kind: TokenType,
    algorithm: Algorithm,
    chain: &[Vec<u8>],
    payload: Object,
) -> String {
    let x5c = chain.iter().map(|der| Json::Text(Base64::encode_string(der))).collect();
    let mut header = Object::from([
        ("alg".to_owned(), Json::text(algorithm.name())),
        ("typ".to_owned(), Json::text(kind.name())),
    ]);
    if kind.has_chain() {
        header.insert("x5c".to_owned(), Json::Array(x5c));
    }
    let encode = |object| encode(Json::Object(object).write().as_bytes());
    format!("{}.{}", encode(header), encode(payload))
}

/// base64url without padding.
pub(crate) fn encode(bytes: &[u8]) -> String {
    Base64UrlUnpadded::encode_string(bytes)
}

/// Reads base64url in its only form: no padding, and no bits left over.
pub(crate) fn decode(text: &str, piece: Piece) -> Result<Vec<u8>, ReadError> {
    Base64UrlUnpadded::decode_vec(text).map_err(|_| ReadError::Encoding { piece })
}

fn object(text: &str, piece: Piece, limits: ReadLimits) -> Result<Object, ReadError> {
    match Json::read(&decode(text, piece)?, limits) {
        Ok(Json::Object(members)) => Ok(members),
        Ok(_) => Err(ReadError::NotAnObject { piece }),
        Err(fault) => Err(ReadError::Json { piece, fault }),
    }
}

/// Algorithm, type and extensions are as this profile has them, or it is
/// refused; answers algorithm and chain. Members without a meaning here are
/// hints at most.
fn read_header(header: &Object, kind: TokenType) -> Result<(Algorithm, Vec<Vec<u8>>), HeaderFault> {
    let algorithm = match header.get("alg") {
        None => return Err(HeaderFault::AlgorithmMissing),
        Some(Json::Text(name)) if name == "none" => return Err(HeaderFault::AlgorithmNone),
        Some(Json::Text(name)) => Algorithm::of_name(name).ok_or(HeaderFault::Algorithm)?,
        Some(_) => return Err(HeaderFault::Algorithm),
    };
    match header.get("typ") {
        None => return Err(HeaderFault::TypeMissing),
        Some(Json::Text(name)) if name == kind.name() => {}
        Some(_) => return Err(HeaderFault::Type),
    }
    if header.contains_key("crit") {
        return Err(HeaderFault::Critical);
    }
    if !kind.has_chain() {
        return Ok((algorithm, Vec::new()));
    }
    let chain: Result<_, _> = match header.get("x5c") {
        None => Err(HeaderFault::ChainMissing),
        Some(Json::Array(chain)) if !chain.is_empty() => chain.iter().map(certificate).collect(),
        Some(_) => Err(HeaderFault::Chain),
    };
    Ok((algorithm, chain?))
}

/// A certificate in plain base64 with padding, as RFC 7515 asks in `x5c`.
fn certificate(value: &Json) -> Result<Vec<u8>, HeaderFault> {
    match value {
        Json::Text(text) => Base64::decode_vec(text).map_err(|_| HeaderFault::Chain),
        _ => Err(HeaderFault::Chain),
    }
}
