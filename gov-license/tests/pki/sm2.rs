//! The same plan under SM2. rcgen knows no SM2, so what it made for Ed25519 gets
//! another key, other names for its algorithms and another signature.

use base64ct::{Base64UrlUnpadded, Encoding};
use gov_license::{Algorithm, Issuer, Signer, Sm2Signer, TrustPolicy, TrustStore};

use crate::pki::{BUREAU, Pki, Plan};

/// id-ecPublicKey over the curve of SM2, as an algorithm identifier.
pub(crate) const SM2_KEY: &[u8] = &[
    0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a, 0x81, 0x1c,
    0xcf, 0x55, 0x01, 0x82, 0x2d,
];
/// SM2 with SM3, as an algorithm identifier.
pub(crate) const SM2_SIGNATURE: &[u8] =
    &[0x30, 0x0a, 0x06, 0x08, 0x2a, 0x81, 0x1c, 0xcf, 0x55, 0x01, 0x83, 0x75];
const ED25519: &[u8] = &[0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70];

pub(crate) fn sm2_key(number: u8) -> Sm2Signer {
    Sm2Signer::from_secret(&[number; 32]).unwrap()
}

/// The certificates of a plan, for the keys 1, 2 and 3.
pub(crate) fn sm2_certify(plan: &Plan) -> Pki {
    let Pki { root, intermediate, leaf } = plan.certify();
    let [first, second, third] = [1, 2, 3].map(sm2_key);
    Pki {
        root: recertify(&root, &first, &first),
        intermediate: recertify(&intermediate, &second, &first),
        leaf: recertify(&leaf, &third, &second),
    }
}

pub(crate) fn sm2_issuer(plan: &Plan) -> Issuer<Sm2Signer> {
    let Pki { intermediate, leaf, .. } = sm2_certify(plan);
    Issuer::try_new(BUREAU, sm2_key(3), vec![leaf, intermediate]).unwrap()
}

pub(crate) fn sm2_trust(policy: TrustPolicy) -> TrustStore {
    let mut store = TrustStore::new(policy);
    store.add_root_der(&sm2_certify(&Plan::usual()).root).unwrap();
    store
}

/// The same certificate for another key and from another issuer.
pub(crate) fn recertify(der: &[u8], key: &dyn Signer, issuer: &dyn Signer) -> Vec<u8> {
    let named: &[u8] = match key.algorithm() {
        Algorithm::Ed25519 => ED25519,
        _ => SM2_KEY,
    };
    let bits = tlv(0x03, &[&[0], &key.public_key()[..]].concat());
    recertify_info(der, &tlv(0x30, &[named, &bits].concat()), issuer)
}

/// The same certificate with this subject public key info.
pub(crate) fn recertify_info(der: &[u8], info: &[u8], issuer: &dyn Signer) -> Vec<u8> {
    let (_, parsed) = x509_parser::parse_x509_certificate(der).unwrap();
    let mut parts = children(parsed.tbs_certificate.as_ref());
    // Version, serial number, *signature*, issuer, validity, subject, *key*, extensions.
    parts[2] = signature_name(issuer);
    parts[6] = info;
    seal(&tlv(0x30, &parts.concat()), issuer)
}

/// The certificate around a signed part.
pub(crate) fn seal(tbs: &[u8], issuer: &dyn Signer) -> Vec<u8> {
    let raw = issuer.sign(tbs).unwrap();
    let signature = match issuer.algorithm() {
        Algorithm::Ed25519 => raw,
        _ => der_signature(&raw),
    };
    enclose(tbs, signature_name(issuer), &signature)
}

pub(crate) fn enclose(tbs: &[u8], name: &[u8], signature: &[u8]) -> Vec<u8> {
    tlv(0x30, &[tbs, name, &tlv(0x03, &[&[0], signature].concat())].concat())
}

fn signature_name(issuer: &dyn Signer) -> &'static [u8] {
    match issuer.algorithm() {
        Algorithm::Ed25519 => ED25519,
        _ => SM2_SIGNATURE,
    }
}

/// r‖s as the sequence of two integers that certificates have.
pub(crate) fn der_signature(raw: &[u8]) -> Vec<u8> {
    let (r, s) = raw.split_at(32);
    tlv(0x30, &[integer(r), integer(s)].concat())
}

pub(crate) fn integer(number: &[u8]) -> Vec<u8> {
    let first = number.iter().position(|byte| *byte != 0).unwrap_or(number.len() - 1);
    let sign: &[u8] = if number[first] < 0x80 { &[] } else { &[0] };
    tlv(0x02, &[sign, &number[first..]].concat())
}

pub(crate) fn tlv(tag: u8, value: &[u8]) -> Vec<u8> {
    let length = match u16::try_from(value.len()).unwrap() {
        short @ ..0x80 => vec![u8::try_from(short).unwrap()],
        middle @ 0x80..0x100 => vec![0x81, u8::try_from(middle).unwrap()],
        long => [&[0x82], &long.to_be_bytes()[..]].concat(),
    };
    [&[tag], &length[..], value].concat()
}

/// The parts of a sequence, each with its head.
pub(crate) fn children(sequence: &[u8]) -> Vec<&[u8]> {
    let mut rest = &sequence[head(sequence)..];
    let mut parts = Vec::new();
    while !rest.is_empty() {
        let (part, behind) = rest.split_at(head(rest) + length(rest));
        parts.push(part);
        rest = behind;
    }
    parts
}

fn head(tlv: &[u8]) -> usize {
    2 + usize::from(tlv[1].saturating_sub(0x80))
}

fn length(tlv: &[u8]) -> usize {
    match tlv[1] {
        short @ ..0x80 => short.into(),
        _ => tlv[2..head(tlv)].iter().fold(0, |sum, byte| sum * 256 + usize::from(*byte)),
    }
}

/// Signs these very texts.
pub(crate) fn sm2_jws(header: &str, payload: &str, key: &dyn Signer) -> String {
    let encode = |text: &str| Base64UrlUnpadded::encode_string(text.as_bytes());
    let input = format!("{}.{}", encode(header), encode(payload));
    let signature = key.sign(input.as_bytes()).unwrap();
    format!("{input}.{}", Base64UrlUnpadded::encode_string(&signature))
}
