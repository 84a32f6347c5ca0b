//! The certificates of the demonstration: a root, an authority for the city
//! under it, and the bureau that signs licenses under that.

use ed25519_dalek::{Signer as _, SigningKey};
use rcgen::{
    BasicConstraints, Certificate, CertificateParams, DnType, ExtendedKeyUsagePurpose, IsCa,
    Issuer, KeyIdMethod, KeyUsagePurpose, PKCS_ED25519, PublicKeyData, SerialNumber,
    SignatureAlgorithm, date_time_ymd,
};
use sha2::{Digest, Sha256};

use gov_identity::CreditCode;

use crate::seed::Seed;

/// The extended key usage that lets a key sign licenses, under the number that
/// RFC 5612 keeps for documentation. A real trust list names its own.
pub(crate) const LICENSE_SIGNING: &str = "1.3.6.1.4.1.32473.36903.1";

/// The same for keys that sign annotated copies.
const COPY_SIGNING: &str = "1.3.6.1.4.1.32473.36903.3";

/// organizationIdentifier, which carries the credit code (ETSI EN 319 412-1).
const ORGANIZATION_IDENTIFIER: &[u64] = &[2, 5, 4, 97];

/// Three certificates and the key of the last.
pub(crate) struct Authority {
    /// Whom everybody trusts.
    pub(crate) root: Vec<u8>,
    /// The leaf, then the intermediate, as a license carries them.
    pub(crate) chain: [Vec<u8>; 2],
    /// The key that the leaf vouches for.
    pub(crate) key: SigningKey,
    /// The bureau's license library, which signs copies: chain and key.
    pub(crate) library: ([Vec<u8>; 2], SigningKey),
}

impl Authority {
    /// Certifies a bureau from the first year up to the end of the last.
    pub(crate) fn certify(
        seed: Seed<'_>,
        bureau: CreditCode,
        name: &str,
        years: (i32, i32),
    ) -> Result<Self, rcgen::Error> {
        let (root_key, city_key, key) = (seed.key("root"), seed.key("city"), seed.key("bureau"));

        let root = authority("演示电子证照根证书 Demonstration Root", &root_key, 1, years);
        let root_certificate = root.self_signed(&Key(&root_key))?;

        let city =
            authority("演示石嘴山市电子证照签发中心 Demonstration City CA", &city_key, 0, years);
        let root_issuer = Issuer::from_params(&root, Key(&root_key));
        let city_certificate = city.signed_by(&Key(&city_key), &root_issuer)?;

        let city_issuer = Issuer::from_params(&city, Key(&city_key));
        let der = |certificate: &Certificate| certificate.der().to_vec();
        let chain_of = |key: &SigningKey, usage| {
            let leaf = bureau_params(bureau, name, key, years, usage);
            let leaf = leaf.signed_by(&Key(key), &city_issuer)?;
            Ok::<_, rcgen::Error>([der(&leaf), der(&city_certificate)])
        };
        let library_key = seed.key("library");
        let library = (chain_of(&library_key, COPY_SIGNING)?, library_key);
        let chain = chain_of(&key, LICENSE_SIGNING)?;
        Ok(Self { root: der(&root_certificate), chain, key, library })
    }
}

/// A certificate authority with so many authorities below it.
fn authority(name: &str, key: &SigningKey, below: u8, years: (i32, i32)) -> CertificateParams {
    let mut params = params(name, key, years);
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(below));
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    params
}

fn bureau_params(
    bureau: CreditCode,
    name: &str,
    key: &SigningKey,
    years: (i32, i32),
    usage: &str,
) -> CertificateParams {
    let mut params = params(name, key, years);
    let identifier = DnType::CustomDnType(ORGANIZATION_IDENTIFIER.to_vec());
    params.distinguished_name.push(identifier, format!("NTRCN-{bureau}"));
    params.is_ca = IsCa::ExplicitNoCa;
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    let usage = usage.split('.').filter_map(|arc| arc.parse().ok()).collect();
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::Other(usage)];
    params
}

fn params(name: &str, key: &SigningKey, (first, last): (i32, i32)) -> CertificateParams {
    let fingerprint = Sha256::digest(key.verifying_key().as_bytes());
    let (identifier, serial) = fingerprint.split_at(20);
    let mut params = CertificateParams::default();
    params.distinguished_name = rcgen::DistinguishedName::new();
    params.distinguished_name.push(DnType::CountryName, "CN");
    params.distinguished_name.push(DnType::CommonName, name);
    params.not_before = date_time_ymd(first, 1, 1);
    params.not_after = date_time_ymd(last, 12, 31);
    // The leading 1 keeps the number positive.
    params.serial_number = Some(SerialNumber::from_slice(&[&[1], serial].concat()));
    params.key_identifier_method = KeyIdMethod::PreSpecified(identifier.to_vec());
    params.use_authority_key_identifier_extension = true;
    params
}

/// An Ed25519 key as the certificate builder wants it.
struct Key<'a>(&'a SigningKey);

impl PublicKeyData for Key<'_> {
    fn der_bytes(&self) -> &[u8] {
        self.0.as_ref().as_bytes()
    }

    fn algorithm(&self) -> &'static SignatureAlgorithm {
        &PKCS_ED25519
    }
}

impl rcgen::SigningKey for Key<'_> {
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, rcgen::Error> {
        Ok(self.0.sign(message).to_bytes().to_vec())
    }
}
