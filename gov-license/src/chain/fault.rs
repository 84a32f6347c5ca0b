//! What is wrong with a chain of certificates.

/// A certificate of the chain (证书链) breaks a rule.
///
/// ```
/// use gov_license::{ChainFault, ChainRule};
///
/// let fault = ChainFault::new(1, ChainRule::Expired);
/// assert_eq!(fault.to_string(), "certificate 1: it has expired");
/// assert_eq!(fault.code(), "certificate-expired");
/// assert_eq!(fault.zh(), "第1张证书已过有效期");
/// ```
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("certificate {certificate}: {rule}")]
pub struct ChainFault {
    certificate: usize,
    rule: ChainRule,
}

/// A rule of the closed profile that a certificate can break.
///
/// ```
/// assert_eq!(gov_license::ChainRule::Expired.to_string(), "it has expired");
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, thiserror::Error)]
#[non_exhaustive]
pub enum ChainRule {
    /// It is one certificate in DER and nothing behind it.
    #[error("it is not a certificate in DER")]
    Form,
    /// No more certificates than policy allows, the anchor counted.
    #[error("the chain is too long")]
    Length,
    /// It is X.509 version 3.
    #[error("it is not of version 3")]
    Version,
    /// The serial number is positive and has at most 20 bytes.
    #[error("the serial number is not positive or is too long")]
    SerialNumber,
    /// The signature algorithm is the same inside and outside.
    #[error("the signature algorithm inside differs from the one outside")]
    AlgorithmTwice,
    /// The signature algorithm is one of this profile, without parameters.
    #[error("the signature algorithm is not one of this profile")]
    Algorithm,
    /// The key is one of this profile, in its only form and not of small order.
    #[error("the key is not one of this profile")]
    PublicKey,
    /// Every key and every signature is of the algorithm of the first key.
    #[error("its key or its signature is of another algorithm than the first key")]
    OtherAlgorithm,
    /// It has begun.
    #[error("it is not valid yet")]
    NotYetValid,
    /// It has not ended.
    #[error("it has expired")]
    Expired,
    /// No extension stands twice, and each can be read.
    #[error("an extension stands twice or cannot be read")]
    Extension,
    /// Every critical extension is understood.
    #[error("a critical extension is not understood")]
    CriticalExtension,
    /// It carries no name constraints; none are understood here.
    #[error("it carries name constraints")]
    NameConstraints,
    /// An issuer's certificate is that of an authority.
    #[error("it is not that of an authority")]
    NotAuthority,
    /// The first certificate is not that of an authority.
    #[error("it is that of an authority, which signs certificates only")]
    Authority,
    /// Not more authorities below it than it allows.
    #[error("more authorities stand below it than it allows")]
    PathLength,
    /// An authority may sign certificates.
    #[error("its key may not sign certificates")]
    KeyCertSign,
    /// The first certificate's key may sign.
    #[error("its key may not make digital signatures")]
    DigitalSignature,
    /// It is made for signing what it signed: licenses, or status lists and
    /// nothing else.
    #[error("it is not made for signing this")]
    Purpose,
    /// The root is not sent along; the verifier knows its own.
    #[error("it is a root, which the chain may not bring along")]
    Root,
    /// Its issuer is the subject of the next.
    #[error("its issuer is not the subject of the next")]
    Name,
    /// Its authority key identifier is that of the next.
    #[error("its authority key is not the key of the next")]
    KeyIdentifier,
    /// The next signed it.
    #[error("the next did not sign it")]
    Signature,
    /// Its issuer is an anchor of the store.
    #[error("its issuer is not trusted here")]
    Anchor,
    /// It says which key signed it, by the identifier of that key and in no
    /// other way (RFC 5280, 4.2.1.1); a root may leave that away.
    #[error("it does not name the key that signed it by its identifier")]
    AuthorityKeyIdentifier,
    /// An authority gives its key an identifier (RFC 5280, 4.2.1.2).
    #[error("it gives its key no identifier")]
    SubjectKeyIdentifier,
    /// The basic constraints of an authority are critical (RFC 5280, 4.2.1.9).
    #[error("its basic constraints are not marked critical")]
    BasicConstraints,
    /// Policy constraints are critical (RFC 5280, 4.2.1.11).
    #[error("its policy constraints are not marked critical")]
    PolicyConstraints,
    /// Its subject has a name (RFC 5280, 4.1.2.6 and 4.2.1.6).
    #[error("its subject has no name")]
    Subject,
    /// Only an authority may sign certificates (RFC 5280, 4.2.1.3).
    #[error("its key may sign certificates, and it is not that of an authority")]
    KeyCertSignOfLeaf,
    /// Its purposes are those it names, not any, and not critical; a root names
    /// none.
    #[error("its purposes are any, are marked critical, or stand in a root")]
    PurposeForm,
    /// Its key is not revoked.
    #[error("its key is revoked")]
    Revoked,
    /// The second gate accepts the chain as well.
    #[error("path validation refuses the chain")]
    PathValidation,
}

impl ChainFault {
    /// A fault of a certificate, counted from 1, the issuing body's first.
    #[must_use]
    pub const fn new(certificate: usize, rule: ChainRule) -> Self {
        Self { certificate, rule }
    }

    /// Which certificate, counted from 1, the issuing body's first, the anchor last.
    #[must_use]
    pub const fn certificate(&self) -> usize {
        self.certificate
    }

    /// The rule broken.
    #[must_use]
    pub const fn rule(&self) -> ChainRule {
        self.rule
    }

    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self.rule {
            ChainRule::Form => "certificate-form",
            ChainRule::Length => "certificate-chain-length",
            ChainRule::Version => "certificate-version",
            ChainRule::SerialNumber => "certificate-serial-number",
            ChainRule::AlgorithmTwice => "certificate-algorithm-twice",
            ChainRule::Algorithm => "certificate-algorithm",
            ChainRule::PublicKey => "certificate-public-key",
            ChainRule::OtherAlgorithm => "certificate-other-algorithm",
            ChainRule::NotYetValid => "certificate-not-yet-valid",
            ChainRule::Expired => "certificate-expired",
            ChainRule::Extension => "certificate-extension",
            ChainRule::CriticalExtension => "certificate-critical-extension",
            ChainRule::NameConstraints => "certificate-name-constraints",
            ChainRule::NotAuthority => "certificate-not-authority",
            ChainRule::Authority => "certificate-authority",
            ChainRule::PathLength => "certificate-path-length",
            ChainRule::KeyCertSign => "certificate-key-cert-sign",
            ChainRule::DigitalSignature => "certificate-digital-signature",
            ChainRule::Purpose => "certificate-purpose",
            ChainRule::Root => "certificate-root",
            ChainRule::Name => "certificate-name",
            ChainRule::KeyIdentifier => "certificate-key-identifier",
            ChainRule::Signature => "certificate-signature",
            ChainRule::Anchor => "certificate-anchor",
            ChainRule::AuthorityKeyIdentifier => "certificate-authority-key-identifier",
            ChainRule::SubjectKeyIdentifier => "certificate-subject-key-identifier",
            ChainRule::BasicConstraints => "certificate-basic-constraints",
            ChainRule::PolicyConstraints => "certificate-policy-constraints",
            ChainRule::Subject => "certificate-subject",
            ChainRule::KeyCertSignOfLeaf => "certificate-key-cert-sign-of-leaf",
            ChainRule::PurposeForm => "certificate-purpose-form",
            ChainRule::Revoked => "certificate-revoked",
            ChainRule::PathValidation => "certificate-path-validation",
        }
    }

    /// The fault as one Chinese sentence for the clerk at the window.
    #[must_use]
    pub fn zh(&self) -> String {
        let what = match self.rule {
            ChainRule::Form => "格式不符",
            ChainRule::Length => "使证书链过长",
            ChainRule::Version => "不是第3版证书",
            ChainRule::SerialNumber => "序列号不符合要求",
            ChainRule::AlgorithmTwice => "内外签名算法不一致",
            ChainRule::Algorithm => "签名算法不受支持",
            ChainRule::PublicKey => "公钥不受支持",
            ChainRule::OtherAlgorithm => "的算法与签发证书的密钥不一致",
            ChainRule::NotYetValid => "尚未生效",
            ChainRule::Expired => "已过有效期",
            ChainRule::Extension => "扩展项重复或无法读取",
            ChainRule::CriticalExtension => "含有无法识别的关键扩展项",
            ChainRule::NameConstraints => "含有名称约束",
            ChainRule::NotAuthority => "不是证书颁发机构的证书",
            ChainRule::Authority => "是证书颁发机构的证书，只能用于签发证书",
            ChainRule::PathLength => "下级机构层数超出限制",
            ChainRule::KeyCertSign => "的密钥不得签发证书",
            ChainRule::DigitalSignature => "的密钥不得用于数字签名",
            ChainRule::Purpose => "的用途与所签内容不符",
            ChainRule::Root => "是根证书，不应随证照附带",
            ChainRule::Name => "的颁发者与下一张证书的主体不一致",
            ChainRule::KeyIdentifier => "的颁发者密钥标识与下一张证书不一致",
            ChainRule::Signature => "不是由下一张证书签发的",
            ChainRule::Anchor => "的颁发者不在信任列表中",
            ChainRule::AuthorityKeyIdentifier => "未以密钥标识注明颁发者密钥",
            ChainRule::SubjectKeyIdentifier => "未注明自身的密钥标识",
            ChainRule::BasicConstraints => "的基本约束未标为关键扩展项",
            ChainRule::PolicyConstraints => "的策略约束未标为关键扩展项",
            ChainRule::Subject => "的主体名称为空",
            ChainRule::KeyCertSignOfLeaf => "不属于证书颁发机构，其密钥却可签发证书",
            ChainRule::PurposeForm => "的用途写法不符：用途为任意、标为关键扩展项或写在根证书中",
            ChainRule::Revoked => "的密钥已作废",
            ChainRule::PathValidation => "所在证书链未通过路径验证",
        };
        format!("第{}张证书{what}", self.certificate)
    }
}
