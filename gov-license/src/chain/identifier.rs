//! What algorithms are called in certificates: object identifiers in DER.

use x509_parser::asn1_rs::{Any, Class, Tag};
use x509_parser::x509::AlgorithmIdentifier;

use crate::algorithm::Algorithm;

/// id-Ed25519, 1.3.101.112 (RFC 8410), for keys and signatures alike.
const ED25519: &[u8] = &[0x06, 0x03, 0x2b, 0x65, 0x70];

/// id-ecPublicKey, 1.2.840.10045.2.1, over the curve of SM2, 1.2.156.10197.1.301
/// (GM/T 0015). The other name that GM/T 0015-2023 allows for such keys is not
/// taken here: one key, one form.
#[cfg(feature = "sm")]
const SM2_KEY: &[u8] = &[
    0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, // id-ecPublicKey
    0x06, 0x08, 0x2a, 0x81, 0x1c, 0xcf, 0x55, 0x01, 0x82, 0x2d, // the curve
];

/// SM2 signature with SM3, 1.2.156.10197.1.501, without parameters, as OpenSSL
/// writes it.
#[cfg(feature = "sm")]
const SM2_SIGNATURE: &[u8] = &[0x06, 0x08, 0x2a, 0x81, 0x1c, 0xcf, 0x55, 0x01, 0x83, 0x75];

/// What stands inside the sequence that names a key of this algorithm.
pub(crate) const fn of_key(algorithm: Algorithm) -> &'static [u8] {
    match algorithm {
        Algorithm::Ed25519 => ED25519,
        #[cfg(feature = "sm")]
        Algorithm::Sm2 => SM2_KEY,
    }
}

/// What stands inside the sequence that names a signature of this algorithm.
pub(crate) const fn of_signature(algorithm: Algorithm) -> &'static [u8] {
    match algorithm {
        Algorithm::Ed25519 => ED25519,
        #[cfg(feature = "sm")]
        Algorithm::Sm2 => SM2_SIGNATURE,
    }
}

pub(crate) fn key_algorithm(named: &AlgorithmIdentifier<'_>) -> Option<Algorithm> {
    let written = write(named)?;
    Algorithm::ALL.iter().copied().find(|algorithm| of_key(*algorithm) == written)
}

pub(crate) fn signature_algorithm(named: &AlgorithmIdentifier<'_>) -> Option<Algorithm> {
    let written = write(named)?;
    Algorithm::ALL.iter().copied().find(|algorithm| of_signature(*algorithm) == written)
}

/// The identifier as it was read; `None` with parameters that no algorithm of
/// this profile has: all but an object identifier.
fn write(named: &AlgorithmIdentifier<'_>) -> Option<Vec<u8>> {
    let mut der = object_identifier(named.algorithm.as_bytes())?;
    if let Some(Any { header, data }) = &named.parameters {
        if header.class() != Class::Universal || header.tag() != Tag::Oid {
            return None;
        }
        der.append(&mut object_identifier(data)?);
    }
    Some(der)
}

fn object_identifier(value: &[u8]) -> Option<Vec<u8>> {
    let length = u8::try_from(value.len()).ok().filter(|length| *length < 0x80)?;
    Some([&[0x06, length], value].concat())
}
