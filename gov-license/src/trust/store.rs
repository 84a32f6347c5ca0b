//! Whom a verifier trusts.

use std::fmt;
use std::hash::{Hash, Hasher};

use pem_rfc7468::LineEnding;
use sha2::{Digest, Sha256};

use crate::chain::certificate::Certificate;
use crate::chain::closed_profile::ClosedProfile;
use crate::chain::fault::{ChainFault, ChainRule};
use crate::chain::issuance;
use crate::trust::policy::{IssuanceRules, TrustPolicy};
use crate::trust::revocation::Revocations;

/// Whom a verifier trusts, and on what terms (信任库): anchors and policy.
///
/// An anchor is the certificate of an authority, a root as a rule. It comes
/// from the verifier's own hands and never from a license.
///
/// ```
/// use gov_license::{ObjectId, TrustPolicy, TrustStore};
///
/// let mut store = TrustStore::new(TrustPolicy::new(ObjectId::parse("2.999.36903.1").unwrap()));
/// let error = store.add_anchor_der(b"not a certificate").unwrap_err();
/// assert_eq!(error.code(), "anchor-certificate");
/// assert_eq!(store.anchors().len(), 0);
/// ```
#[doc(alias = "信任库")]
#[derive(Clone)]
pub struct TrustStore {
    anchors: Vec<Anchor>,
    policy: TrustPolicy,
    version: [u8; 32],
    pub(crate) revocations: Revocations,
}

#[derive(Clone, Hash)]
struct Anchor {
    der: Vec<u8>,
    subject: Vec<u8>,
}

impl TrustStore {
    /// A store that trusts nobody yet.
    #[must_use]
    pub fn new(policy: TrustPolicy) -> Self {
        let version = version(&[], &policy);
        Self { version, anchors: Vec::new(), policy, revocations: Revocations::new() }
    }

    /// Trusts an authority by its certificate in DER. To add one that is there
    /// already changes nothing.
    ///
    /// Its period is not asked about here but at every verification.
    ///
    /// # Errors
    ///
    /// When it is not one certificate in DER, breaks the form of this profile,
    /// is not that of an authority that may sign certificates, or is issued to
    /// itself without its own valid signature.
    pub fn add_anchor_der(&mut self, der: &[u8]) -> Result<(), AnchorError> {
        let refuse = |rule| AnchorError::Certificate(ChainFault::new(1, rule));
        let certificate = Certificate::read(der).ok_or(refuse(ChainRule::Form))?;
        let mut broken = ClosedProfile::inspect_anchor(&certificate);
        if self.policy.issuance() == IssuanceRules::Strict {
            broken.extend(issuance::inspect_anchor(&certificate));
        }
        if let Some(rule) = broken.pop_first() {
            return Err(refuse(rule));
        }
        if !self.anchors().any(|known| known == der) {
            let subject = certificate.subject().to_vec();
            self.anchors.push(Anchor { der: der.to_vec(), subject });
            self.version = version(&self.anchors, &self.policy);
        }
        Ok(())
    }

    /// Trusts a root: an authority whose certificate is issued to itself.
    ///
    /// Its own signature covers every byte, so a root that was changed on the
    /// way is found; an anchor that another authority issued is taken on the
    /// word of whoever adds it.
    ///
    /// # Errors
    ///
    /// When it is not issued to itself; then as
    /// [`add_anchor_der`](Self::add_anchor_der).
    pub fn add_root_der(&mut self, der: &[u8]) -> Result<(), AnchorError> {
        let refuse = AnchorError::Certificate(ChainFault::new(1, ChainRule::Form));
        if !Certificate::read(der).ok_or(refuse)?.is_self_issued() {
            return Err(AnchorError::NotRoot);
        }
        self.add_anchor_der(der)
    }

    /// Trusts a root by its certificate in PEM.
    ///
    /// # Errors
    ///
    /// When the text is not, byte for byte, what RFC 7468 writes for its
    /// certificate (lines end alike, LF or CRLF; the last end may be missing).
    /// Then as [`add_root_der`](Self::add_root_der).
    pub fn add_root_pem(&mut self, pem: &str) -> Result<(), AnchorError> {
        let der = read_pem(pem)?;
        let is_written_with = |ending, end| {
            let written = pem_rfc7468::encode_string("CERTIFICATE", ending, &der);
            written.is_ok_and(|text| pem == text || Some(pem) == text.strip_suffix(end))
        };
        if !is_written_with(LineEnding::LF, "\n") && !is_written_with(LineEnding::CRLF, "\r\n") {
            return Err(AnchorError::Pem);
        }
        self.add_root_der(&der)
    }

    /// Trusts an authority by its certificate in PEM.
    ///
    /// # Errors
    ///
    /// When the text is anything but one certificate in the strict form of
    /// RFC 7468: no comment or byte order mark around it, no second block,
    /// lines of 64 characters. Then as [`add_anchor_der`](Self::add_anchor_der).
    pub fn add_anchor_pem(&mut self, pem: &str) -> Result<(), AnchorError> {
        let der = read_pem(pem)?;
        self.add_anchor_der(&der)
    }

    /// The anchors, in DER, in the order they were added.
    #[must_use]
    pub fn anchors(&self) -> impl ExactSizeIterator<Item = &[u8]> {
        self.anchors.iter().map(|anchor| anchor.der.as_slice())
    }

    /// The anchors of this name, byte for byte.
    pub(crate) fn anchors_of(&self, subject: &[u8]) -> impl Iterator<Item = &[u8]> {
        let named = self.anchors.iter().filter(move |anchor| anchor.subject == subject);
        named.map(|anchor| anchor.der.as_slice())
    }

    /// The terms.
    #[must_use]
    pub const fn policy(&self) -> &TrustPolicy {
        &self.policy
    }

    /// Another one whenever anchors or policy differ; good for one process.
    pub(crate) const fn version(&self) -> &[u8; 32] {
        &self.version
    }
}

/// A digest and no counter: two stores that were filled differently never share
/// a version, however they came about. Over `Hash`, so that no field is forgotten.
fn version(anchors: &[Anchor], policy: &TrustPolicy) -> [u8; 32] {
    let mut digest = Sha256Hasher(Sha256::new());
    (anchors, policy).hash(&mut digest);
    digest.0.finalize().into()
}

struct Sha256Hasher(Sha256);

impl Hasher for Sha256Hasher {
    fn write(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    fn finish(&self) -> u64 {
        let digest = self.0.clone().finalize();
        digest.first_chunk().map_or(0, |first| u64::from_be_bytes(*first))
    }
}

fn read_pem(pem: &str) -> Result<Vec<u8>, AnchorError> {
    // RFC 7468 lets a reader pass over text in front; here it may not stand there.
    if !pem.starts_with("-----BEGIN CERTIFICATE-----") {
        return Err(AnchorError::Pem);
    }
    pem_rfc7468::decode_vec(pem.as_bytes()).map(|(_, der)| der).map_err(|_| AnchorError::Pem)
}

/// A certificate that cannot be an anchor.
///
/// ```
/// use gov_license::AnchorError;
///
/// assert_eq!(AnchorError::Pem.to_string(), "anchor: not one certificate in strict PEM");
/// ```
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum AnchorError {
    /// The text is not one certificate in strict PEM.
    #[error("anchor: not one certificate in strict PEM")]
    Pem,
    /// The certificate is not issued to itself, so it is no root.
    #[error("anchor: not issued to itself")]
    NotRoot,
    /// The certificate breaks a rule.
    #[error("anchor: {}", .0.rule())]
    Certificate(ChainFault),
}

impl AnchorError {
    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Pem => "anchor-pem",
            Self::NotRoot => "anchor-not-root",
            Self::Certificate(_) => "anchor-certificate",
        }
    }

    /// The error as one Chinese sentence for the clerk at the window.
    #[must_use]
    pub fn zh(&self) -> String {
        match self {
            Self::Pem => "不是规范的单张PEM证书".to_owned(),
            Self::NotRoot => "不是自签发的根证书".to_owned(),
            Self::Certificate(fault) => format!("信任根有误：{}", fault.zh()),
        }
    }
}

impl fmt::Debug for TrustStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TrustStore")
            .field("anchors", &self.anchors.len())
            .field("policy", &self.policy)
            .field("revocations", &self.revocations.len())
            .finish_non_exhaustive()
    }
}
