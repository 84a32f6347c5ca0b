//! A public key infrastructure for tests and examples: root, intermediate and
//! a bureau's certificate, all from fixed seeds, so that every run makes the
//! same bytes.
//!
//! The certificates are made by rcgen *without* its cryptography (no ring, no
//! aws-lc): rcgen's `SigningKey` is implemented over this crate's own
//! `Ed25519Signer`. Include it with `#[path = "pki/chain.rs"] mod pki;`.

use gov_license::gov_identity::CreditCode;
use gov_license::{Ed25519Signer, Issuer, ObjectId, Signer, TrustPolicy, TrustStore};
use rcgen::{
    BasicConstraints, CertificateParams, DistinguishedName, DnType, ExtendedKeyUsagePurpose, IsCa,
    KeyIdMethod, KeyUsagePurpose, PKCS_ED25519, PublicKeyData, SerialNumber, SignatureAlgorithm,
    SigningKey, date_time_ymd,
};

/// The purpose of the bureau's certificate; 2.999 is the arc for examples.
pub(crate) const PURPOSE: [u64; 4] = [2, 999, 36903, 1];

/// A made-up bureau.
pub(crate) const BUREAU: CreditCode = CreditCode::from_static("11640200PDY00001XK");

/// Another made-up body.
pub(crate) const OTHER: CreditCode = CreditCode::from_static("11640200PDY000028K");

/// An Ed25519 key that rcgen can sign with.
pub(crate) struct Key {
    seed: [u8; 32],
    public: Vec<u8>,
}

impl Key {
    pub(crate) fn from_seed(seed: [u8; 32]) -> Self {
        Self { seed, public: Ed25519Signer::from_seed(&seed).public_key() }
    }

    pub(crate) fn signer(&self) -> Ed25519Signer {
        Ed25519Signer::from_seed(&self.seed)
    }
}

impl PublicKeyData for Key {
    fn der_bytes(&self) -> &[u8] {
        &self.public
    }

    fn algorithm(&self) -> &'static SignatureAlgorithm {
        &PKCS_ED25519
    }
}

impl SigningKey for Key {
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, rcgen::Error> {
        self.signer().sign(message).map_err(|_| rcgen::Error::RemoteKeyError)
    }
}

/// What the certificates will say; a test changes what it is about.
pub(crate) struct Plan {
    pub(crate) root: CertificateParams,
    pub(crate) intermediate: CertificateParams,
    pub(crate) leaf: CertificateParams,
    pub(crate) root_key: Key,
    pub(crate) intermediate_key: Key,
    pub(crate) leaf_key: Key,
}

/// The certificates, in DER.
pub(crate) struct Pki {
    pub(crate) root: Vec<u8>,
    pub(crate) intermediate: Vec<u8>,
    pub(crate) leaf: Vec<u8>,
}

impl Plan {
    /// Root 2020 to 2040, intermediate 2022 to 2036, bureau 2025 to 2030.
    pub(crate) fn usual() -> Self {
        Self::of(BUREAU)
    }

    pub(crate) fn of(bureau: CreditCode) -> Self {
        let (root_key, intermediate_key, leaf_key) =
            (Key::from_seed([1; 32]), Key::from_seed([2; 32]), Key::from_seed([3; 32]));

        let mut root = params("样例根", 1, (2020, 2040), &root_key);
        root.is_ca = IsCa::Ca(BasicConstraints::Constrained(1));
        root.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];

        let mut intermediate = params("样例政务证书机构", 2, (2022, 2036), &intermediate_key);
        intermediate.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
        intermediate.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];

        let mut leaf = params("样例市审批服务管理局", 3, (2025, 2030), &leaf_key);
        leaf.distinguished_name.push(organization_identifier(), format!("NTRCN-{bureau}"));
        leaf.key_usages = vec![KeyUsagePurpose::DigitalSignature];
        leaf.extended_key_usages = vec![ExtendedKeyUsagePurpose::Other(PURPOSE.to_vec())];

        Self { root, intermediate, leaf, root_key, intermediate_key, leaf_key }
    }

    pub(crate) fn certify(&self) -> Pki {
        let root = rcgen::Issuer::from_params(&self.root, &self.root_key);
        let intermediate = rcgen::Issuer::from_params(&self.intermediate, &self.intermediate_key);
        Pki {
            root: self.root.self_signed(&self.root_key).unwrap().der().to_vec(),
            intermediate: self
                .intermediate
                .signed_by(&self.intermediate_key, &root)
                .unwrap()
                .der()
                .to_vec(),
            leaf: self.leaf.signed_by(&self.leaf_key, &intermediate).unwrap().der().to_vec(),
        }
    }

    /// The bureau at work, with the usual chain.
    pub(crate) fn issuer(&self) -> Issuer<Ed25519Signer> {
        let Pki { intermediate, leaf, .. } = self.certify();
        Issuer::try_new(BUREAU, self.leaf_key.signer(), vec![leaf, intermediate]).unwrap()
    }

    /// A verifier that trusts the root.
    pub(crate) fn trust(&self) -> TrustStore {
        trust(&self.certify().root)
    }
}

/// A verifier that trusts this authority, on the usual terms.
pub(crate) fn trust(anchor: &[u8]) -> TrustStore {
    let mut store = TrustStore::new(policy());
    store.add_anchor_der(anchor).unwrap();
    store
}

pub(crate) fn policy() -> TrustPolicy {
    TrustPolicy::new(ObjectId::parse(&PURPOSE.map(|arc| arc.to_string()).join(".")).unwrap())
}

pub(crate) fn organization_identifier() -> DnType {
    DnType::CustomDnType(vec![2, 5, 4, 97])
}

/// Changes the signed part of a certificate and has it signed again.
pub(crate) fn forge(der: &[u8], signer: &Key, change: impl FnOnce(&mut Vec<u8>)) -> Vec<u8> {
    let (_, parsed) = x509_parser::parse_x509_certificate(der).unwrap();
    let mut tbs = parsed.tbs_certificate.as_ref().to_vec();
    change(&mut tbs);
    let signature = signer.sign(&tbs).unwrap();
    assemble(&tbs, &[0x30, 5, 6, 3, 0x2b, 0x65, 0x70], &signature)
}

/// Puts a certificate together from its three parts.
pub(crate) fn assemble(tbs: &[u8], algorithm: &[u8], signature: &[u8]) -> Vec<u8> {
    let mut body = [tbs, algorithm, &[0x03, 0x41, 0x00], signature].concat();
    let length = u16::try_from(body.len()).unwrap().to_be_bytes();
    let mut der = vec![0x30, 0x82, length[0], length[1]];
    der.append(&mut body);
    der
}

/// Replaces the one place where these bytes stand by as many others.
pub(crate) fn replace(bytes: &mut [u8], from: &[u8], to: &[u8]) {
    assert_eq!(from.len(), to.len());
    let places: Vec<_> = (0..bytes.len()).filter(|at| bytes[*at..].starts_with(from)).collect();
    let [place] = places[..] else { panic!("found at {places:?}") };
    bytes[place..place + to.len()].copy_from_slice(to);
}

fn params(name: &str, serial: u64, (from, until): (i32, i32), key: &Key) -> CertificateParams {
    let mut params = CertificateParams::default();
    params.distinguished_name = DistinguishedName::new();
    params.distinguished_name.push(DnType::CountryName, "CN");
    params.distinguished_name.push(DnType::CommonName, name);
    params.serial_number = Some(SerialNumber::from(serial));
    params.not_before = date_time_ymd(from, 1, 1);
    params.not_after = date_time_ymd(until, 1, 1);
    params.key_identifier_method = KeyIdMethod::PreSpecified(key.public[..20].to_vec());
    params.use_authority_key_identifier_extension = true;
    params
}
