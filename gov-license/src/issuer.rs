//! Who issues licenses.

use std::fmt;

use chrono::{DateTime, FixedOffset};
use gov_identity::CreditCode;
use rand_core::TryCryptoRng;

use crate::chain::certificate::Certificate;
use crate::claims;
use crate::holder_key::HolderKey;
use crate::license::License;
use crate::license_directory::LicenseDirectory;
use crate::license_error::LicenseError;
use crate::license_type_fault::Mismatch;
use crate::public_key::{PublicKey, Signature};
use crate::sd_jwt::compact::{TokenType, encode, signing_input};
use crate::sd_jwt::disclosure::hide;
use crate::sd_jwt::json::{Json, Object};
use crate::sd_jwt::read_error::ReadError;
use crate::signed_license::SignedLicense;
use crate::signer::{Signer, SignerError};

/// A body that issues licenses (证照颁发机构): its code, its key, its chain.
///
/// `Debug` shows the code and nothing of the key.
///
/// ```
/// use gov_license::gov_identity::{CreditCode, IdentityKey};
/// use gov_license::{Ed25519Signer, Issuer, License, LicenseId, LicenseTypeCode};
/// # use rand_chacha::{ChaCha20Rng, rand_core::SeedableRng};
/// # const LEAF: &[u8] = include_bytes!("../tests/data/leaf.der");
/// # const INTERMEDIATE: &[u8] = include_bytes!("../tests/data/intermediate.der");
/// # let mut random = ChaCha20Rng::from_seed([9; 32]);
///
/// // A key in hardware is another `Signer`.
/// let bureau = CreditCode::parse("11640200PDY00001XK")?;
/// let signer = Ed25519Signer::from_seed(&[3; 32]);
/// let issuer = Issuer::try_new(bureau, signer, vec![LEAF.to_vec(), INTERMEDIATE.to_vec()])?;
///
/// let kind = LicenseTypeCode::parse("11640200PDY00001XK001")?;
/// let license = License::builder(LicenseId::try_new(kind, bureau, "2026000001", 1)?)
///     .name("食品经营许可证")
///     .number("JY26402000000001")
///     .issuing_authority_name("样例市审批服务管理局")
///     .issued_on("2026-01-05".parse()?)
///     .period("2026-01-05".parse()?, Some("2031-01-04".parse()?))
///     .holder(IdentityKey::parse("111:11010519491231002X")?, "样例人")
///     .face("经营项目", "热食类食品制售")
///     .build()?;
/// let at = chrono::DateTime::parse_from_rfc3339("2026-01-05T09:00:00+08:00")?;
/// let signed = issuer.issue(&license, at, &mut random)?;
/// assert_eq!(signed.unverified(), &license);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "证照颁发机构")]
pub struct Issuer<S> {
    code: CreditCode,
    signer: S,
    key: PublicKey,
    chain: Vec<Vec<u8>>,
    directory: Option<LicenseDirectory>,
}

impl<S: Signer> Issuer<S> {
    /// A body with its signing key and its certificates in DER: its own first,
    /// then the intermediates upwards, no root.
    ///
    /// Whether a verifier will trust the chain is the verifier's to say.
    ///
    /// # Errors
    ///
    /// When there is no certificate, the first cannot be read, or its key is
    /// not the signer's.
    pub fn try_new(code: CreditCode, signer: S, chain: Vec<Vec<u8>>) -> Result<Self, IssuerError> {
        let leaf = chain.first().and_then(|der| Certificate::read(der));
        let key =
            leaf.as_ref().and_then(Certificate::public_key).ok_or(IssuerError::Certificate)?;
        if signer.algorithm() != key.algorithm() || signer.public_key() != key.as_bytes() {
            return Err(IssuerError::OtherKey);
        }
        Ok(Self { code, signer, key, chain, directory: None })
    }

    /// Holds every license against its type in this directory before it is
    /// signed, so that none goes out that its type does not allow.
    #[must_use]
    pub fn with_directory(self, directory: LicenseDirectory) -> Self {
        Self { directory: Some(directory), ..self }
    }

    /// The body.
    #[must_use]
    pub const fn code(&self) -> CreditCode {
        self.code
    }

    /// Signs a license at the moment `at`.
    ///
    /// Holder elements and face fields can later be shown one by one: each is
    /// hidden behind a salted digest. `random` gives the salts; it must be a
    /// secure source, since a guessable salt gives the hidden field away.
    ///
    /// # Errors
    ///
    /// When the license is another body's, a text in it is not in Unicode
    /// normalization form C, it is not what its type in the
    /// [directory](Self::with_directory) allows, the random source or the key
    /// fails, the key answers a signature that is not its own, or the text comes
    /// out longer than a reader accepts.
    pub fn issue<R: TryCryptoRng + ?Sized>(
        &self,
        license: &License,
        at: DateTime<FixedOffset>,
        random: &mut R,
    ) -> Result<SignedLicense, IssueError> {
        self.write(license, None, at, random)
    }

    /// Signs a license and binds it to a key of its holder, with which they
    /// [show](SignedLicense::present) that it is theirs.
    ///
    /// # Errors
    ///
    /// As [`issue`](Self::issue).
    pub fn issue_bound<R: TryCryptoRng + ?Sized>(
        &self,
        license: &License,
        holder: &HolderKey,
        at: DateTime<FixedOffset>,
        random: &mut R,
    ) -> Result<SignedLicense, IssueError> {
        self.write(license, Some(holder), at, random)
    }

    fn write<R: TryCryptoRng + ?Sized>(
        &self,
        license: &License,
        holder: Option<&HolderKey>,
        at: DateTime<FixedOffset>,
        random: &mut R,
    ) -> Result<SignedLicense, IssueError> {
        if license.issuer() != self.code {
            return Err(IssueError::OtherIssuer);
        }
        let algorithm = self.key.algorithm();
        if holder.is_some_and(|holder| holder.0.algorithm() != algorithm) {
            return Err(IssueError::HolderKey);
        }
        license.check_normal().map_err(IssueError::License)?;
        if let Some(directory) = &self.directory {
            directory.check(license).map_err(IssueError::Type)?;
        }
        let mut disclosures = Vec::new();
        let mut hide = |members| {
            hide(members, algorithm, random, &mut disclosures).map_err(|_| IssueError::Random)
        };
        let about_holder = hide(claims::about_holder(license))?;
        let field = |(name, value): (&str, &str)| (name.to_owned(), Json::text(value));
        let face = hide(license.face().iter().map(field).collect())?;

        let mut payload = claims::clear(license, at.timestamp());
        payload.insert("_sd".to_owned(), about_holder);
        payload.insert("_sd_alg".to_owned(), Json::text(algorithm.digest_name()));
        payload.insert("face".to_owned(), Json::Object([("_sd".to_owned(), face)].into()));

        if let Some(holder) = holder {
            let key = Object::from([("jwk".to_owned(), holder.to_jwk())]);
            payload.insert("cnf".to_owned(), Json::Object(key));
        }

        let mut text = self.seal(TokenType::License, payload)?;
        for disclosure in &disclosures {
            text.push('~');
            text.push_str(disclosure);
        }
        text.push('~');
        SignedLicense::parse(&text).map_err(IssueError::Unreadable)
    }

    /// A JWS of this type over these claims.
    pub(crate) fn seal(&self, kind: TokenType, payload: Object) -> Result<String, IssueError> {
        let algorithm = self.key.algorithm();
        let mut text = signing_input(kind, algorithm, &self.chain, payload);
        let bytes = self.signer.sign(text.as_bytes()).map_err(IssueError::Signer)?;
        let signature: [u8; 64] = bytes.try_into().map_err(|_| IssueError::WrongSignature)?;
        if !self.key.verify(text.as_bytes(), &Signature::new(algorithm, signature)) {
            return Err(IssueError::WrongSignature);
        }
        text.push('.');
        text.push_str(&encode(&signature));
        Ok(text)
    }
}

/// Key and certificates that make no issuer.
///
/// ```
/// use gov_license::IssuerError;
///
/// assert_eq!(IssuerError::OtherKey.zh(), "签发证书与签名密钥不匹配");
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum IssuerError {
    /// The first certificate is missing or has no key of this profile.
    #[error("issuer: the first certificate is missing or has no key of this profile")]
    Certificate,
    /// The first certificate is for another key.
    #[error("issuer: the first certificate is for another key than the signer's")]
    OtherKey,
}

/// A license that was not issued.
///
/// ```
/// use gov_license::IssueError;
///
/// let error = IssueError::OtherIssuer;
/// assert_eq!(error.to_string(), "issue: the license is another body's");
/// assert_eq!(error.zh(), "该证照的颁发机构不是本机构");
/// ```
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum IssueError {
    /// The license names another issuing body.
    #[error("issue: the license is another body's")]
    OtherIssuer,
    /// The holder's key is of another algorithm than the body's.
    #[error("issue: the holder's key is of another algorithm than the body's")]
    HolderKey,
    /// A text of the license is not in the form in which licenses are issued.
    #[error("issue: {0}")]
    License(LicenseError),
    /// The license is not what its type allows; every mismatch.
    #[error("issue: {}", sentence(.0))]
    Type(Vec<Mismatch>),
    /// The random source failed.
    #[error("issue: the random source failed")]
    Random,
    /// The key did not sign.
    #[error("issue: {0}")]
    Signer(SignerError),
    /// The signer answered a signature that its own key does not accept.
    #[error("issue: the signer answered a wrong signature")]
    WrongSignature,
    /// The outcome is not readable as a license: too long.
    #[error("issue: {0}")]
    Unreadable(ReadError),
}

impl IssuerError {
    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Certificate => "issuer-certificate",
            Self::OtherKey => "issuer-other-key",
        }
    }

    /// The error as one Chinese sentence for the clerk at the window.
    #[must_use]
    pub const fn zh(&self) -> &'static str {
        match self {
            Self::Certificate => "缺少签发证书，或其公钥不受支持",
            Self::OtherKey => "签发证书与签名密钥不匹配",
        }
    }
}

impl IssueError {
    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::OtherIssuer => "issue-other-issuer",
            Self::HolderKey => "issue-holder-key",
            Self::License(_) => "issue-license",
            Self::Type(_) => "issue-type",
            Self::Random => "issue-random",
            Self::Signer(_) => "issue-signer",
            Self::WrongSignature => "issue-wrong-signature",
            Self::Unreadable(_) => "issue-unreadable",
        }
    }

    /// The error as one Chinese sentence for the clerk at the window.
    #[must_use]
    pub fn zh(&self) -> String {
        match self {
            Self::OtherIssuer => "该证照的颁发机构不是本机构".to_owned(),
            Self::HolderKey => "持证人密钥与签发密钥的算法不一致".to_owned(),
            Self::License(fault) => fault.zh(),
            Self::Type(mismatches) => {
                mismatches.iter().map(Mismatch::zh).collect::<Vec<_>>().join("；")
            }
            Self::Random => "随机数来源不可用".to_owned(),
            Self::Signer(_) => "签名密钥未完成签名".to_owned(),
            Self::WrongSignature => "签名设备返回了错误的签名".to_owned(),
            Self::Unreadable(fault) => format!("签发结果不合规范：{}", fault.zh()),
        }
    }
}

/// Each mismatch in its words.
fn sentence(mismatches: &[Mismatch]) -> String {
    mismatches.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

impl<S> fmt::Debug for Issuer<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Issuer").field("code", &self.code).finish_non_exhaustive()
    }
}
