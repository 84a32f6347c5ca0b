//! Selective disclosure (选择性披露), RFC 9901.

use std::collections::{BTreeMap, BTreeSet};

use rand_core::TryCryptoRng;

use crate::algorithm::Algorithm;
use crate::sd_jwt::compact::{decode, encode};
use crate::sd_jwt::json::{Json, Object};
use crate::sd_jwt::limits::ReadLimits;
use crate::sd_jwt::read_error::{DigestFault, DisclosureFault, Piece, ReadError};

/// What a payload says once its disclosures are put in their places.
pub(crate) struct Disclosed {
    pub(crate) claims: Object,
    /// Face fields in the order of their disclosures.
    pub(crate) face: Vec<(String, Json)>,
    /// What each disclosure shows, face fields as `face.<name>`.
    pub(crate) names: Vec<String>,
}

impl Disclosed {
    /// Puts every disclosure where a digest asks for it.
    ///
    /// Digests stand at the top and under `face` and nowhere else, so a value
    /// that brings digests of its own is refused rather than followed.
    pub(crate) fn resolve(
        mut claims: Object,
        disclosures: &[&str],
        algorithm: Algorithm,
        limits: ReadLimits,
    ) -> Result<Self, ReadError> {
        let digests = Digests::take(&mut claims, algorithm).map_err(ReadError::Digest)?;
        let mut face: Vec<(String, Json)> = match claims.remove("face") {
            Some(Json::Object(fields)) => fields.into_iter().collect(),
            None => Vec::new(),
            Some(_) => return Err(ReadError::Claim { claim: "face" }),
        };
        let mut seen = BTreeSet::new();
        let mut salts = BTreeSet::new();
        let mut names = BTreeSet::new();
        let mut shown = Vec::new();
        for (number, text) in (1..).zip(disclosures) {
            let refuse = |fault| ReadError::Disclosure { number, fault };
            let Disclosure { salt, name, value } = Disclosure::read(text, number, limits)?;
            let digest = digest(algorithm, text);
            let place = digests.0.get(digest.as_str()).copied();
            let place = place.ok_or(refuse(DisclosureFault::Unreferenced))?;
            if !seen.insert(digest) {
                return Err(refuse(DisclosureFault::Twice));
            }
            if !salts.insert(salt) {
                return Err(refuse(DisclosureFault::SaltTwice));
            }
            if is_reserved(&name) || holds_reserved_name(&value) {
                return Err(refuse(DisclosureFault::Reserved));
            }
            if !names.insert((place, name.clone())) {
                return Err(refuse(DisclosureFault::NameTwice));
            }
            shown.push(match place {
                Place::Top => name.clone(),
                Place::Face => format!("face.{name}"),
            });
            let stands_in_clear = match place {
                Place::Top => {
                    let clear = CLEAR.contains(&name.as_str());
                    clear || claims.insert(name, value).is_some()
                }
                Place::Face => {
                    let clear = face.iter().any(|(field, _)| *field == name);
                    face.push((name, value));
                    clear
                }
            };
            if stands_in_clear {
                return Err(refuse(DisclosureFault::Clear));
            }
        }
        Ok(Self { claims, face, names: shown })
    }
}

/// Claims that stand in clear always and are never taken from a disclosure.
const CLEAR: [&str; 18] = [
    "vct",
    "jti",
    "iss",
    "iat",
    "nbf",
    "exp",
    "status",
    "cnf",
    "face",
    "CertificateName",
    "CertificateTypeCode",
    "CertificateNumber",
    "CertificateIdentifier",
    "CertificateIssuingAuthorityName",
    "CertificateIssuingAuthorityCode",
    "CertificateIssuedDate",
    "CertificateEffectiveDate",
    "CertificateExpiringDate",
];

/// Hides members of an object: their digests, sorted, among decoys up to the
/// next multiple of eight, and at least eight, so that the number tells nothing.
pub(crate) fn hide<R: TryCryptoRng + ?Sized>(
    members: Vec<(String, Json)>,
    algorithm: Algorithm,
    random: &mut R,
    disclosures: &mut Vec<String>,
) -> Result<Json, R::Error> {
    let mut digests = BTreeSet::new();
    let places = members.len().max(1).next_multiple_of(8);
    for (name, value) in members {
        let mut salt = [0; 16];
        random.try_fill_bytes(&mut salt)?;
        let text = Json::Array(vec![Json::Text(encode(&salt)), Json::Text(name), value]).write();
        let disclosure = encode(text.as_bytes());
        digests.insert(digest(algorithm, &disclosure));
        disclosures.push(disclosure);
    }
    while digests.len() < places {
        let mut decoy = [0; 32];
        random.try_fill_bytes(&mut decoy)?;
        digests.insert(encode(&algorithm.digest(&decoy)));
    }
    Ok(Json::Array(digests.into_iter().map(Json::Text).collect()))
}

struct Disclosure {
    salt: String,
    name: String,
    value: Json,
}

impl Disclosure {
    /// Characters of base64url that hold 128 bits.
    const MIN_SALT: usize = 22;

    fn read(text: &str, number: usize, limits: ReadLimits) -> Result<Self, ReadError> {
        let piece = Piece::Disclosure(number);
        let refuse = |fault| Err(ReadError::Disclosure { number, fault });
        let value = Json::read(&decode(text, piece)?, limits)
            .map_err(|fault| ReadError::Json { piece, fault })?;
        let Json::Array(items) = value else { return refuse(DisclosureFault::Form) };
        let Ok([Json::Text(salt), Json::Text(name), value]) = <[Json; 3]>::try_from(items) else {
            return refuse(DisclosureFault::Form);
        };
        if salt.len() < Self::MIN_SALT {
            return refuse(DisclosureFault::Salt);
        }
        Ok(Self { salt, name, value })
    }
}

#[derive(Clone, Copy, Eq, Ord, PartialEq, PartialOrd)]
enum Place {
    Top,
    Face,
}

/// The digests of a payload and where what they stand for belongs.
struct Digests(BTreeMap<String, Place>);

impl Digests {
    /// Takes the digests out of the payload and makes sure no other stay behind.
    fn take(claims: &mut Object, algorithm: Algorithm) -> Result<Self, DigestFault> {
        // RFC 9901, section 4.1.1: sha-256 unless told otherwise.
        let name = claims.remove("_sd_alg").unwrap_or_else(|| Json::text("sha-256"));
        if name != Json::text(algorithm.digest_name()) {
            return Err(DigestFault::Algorithm);
        }
        let mut digests = Self(BTreeMap::new());
        digests.add(claims.remove("_sd"), Place::Top)?;
        if let Some(Json::Object(face)) = claims.get_mut("face") {
            digests.add(face.remove("_sd"), Place::Face)?;
        }
        let stray =
            claims.iter().any(|(name, value)| is_reserved(name) || holds_reserved_name(value));
        if stray { Err(DigestFault::Reserved) } else { Ok(digests) }
    }

    fn add(&mut self, list: Option<Json>, place: Place) -> Result<(), DigestFault> {
        let list = match list {
            None => return Ok(()),
            Some(Json::Array(list)) => list,
            Some(_) => return Err(DigestFault::Form),
        };
        for digest in list {
            let Json::Text(digest) = digest else { return Err(DigestFault::Form) };
            let bytes = decode(&digest, Piece::Payload).map_err(|_| DigestFault::Form)?;
            if bytes.len() != 32 {
                return Err(DigestFault::Form);
            }
            if self.0.insert(digest, place).is_some() {
                return Err(DigestFault::Duplicate);
            }
        }
        Ok(())
    }
}

/// The digest of a disclosure is over its text as it travels.
fn digest(algorithm: Algorithm, disclosure: &str) -> String {
    encode(&algorithm.digest(disclosure.as_bytes()))
}

fn is_reserved(name: &str) -> bool {
    matches!(name, "_sd" | "_sd_alg" | "...")
}

/// Goes as deep as the value, which the reader has bounded.
fn holds_reserved_name(value: &Json) -> bool {
    match value {
        Json::Array(values) => values.iter().any(holds_reserved_name),
        Json::Object(members) => {
            members.iter().any(|(name, value)| is_reserved(name) || holds_reserved_name(value))
        }
        _ => false,
    }
}
