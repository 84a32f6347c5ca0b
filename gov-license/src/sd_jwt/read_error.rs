//! Why a text is not read as a signed license at all.

use crate::license_error::LicenseError;
use crate::license_id_error::LicenseIdError;
use crate::sd_jwt::json::JsonFault;

/// The text is not a signed license (SD-JWT, RFC 9901), or not one of this
/// profile. Found before any question of trust; nothing of the text is repeated.
///
/// ```
/// use gov_license::{ReadError, SignedLicense};
///
/// let error = SignedLicense::parse("a.b.c").unwrap_err();
/// assert_eq!(error, ReadError::NotSdJwt);
/// assert_eq!(error.code(), "not-sd-jwt");
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// Longer than the limit.
    #[error("signed text: longer than {limit} bytes")]
    TooLong {
        /// The limit in force, in bytes.
        limit: usize,
    },
    /// No tilde: a bare JWT or something else.
    #[error("signed text: not an SD-JWT in compact form")]
    NotSdJwt,
    /// Something stands behind the last tilde: a presentation, not a license.
    #[error("signed text: a key binding stands behind the last tilde")]
    KeyBinding,
    /// The signed part is not three pieces between full stops.
    #[error("signed text: the signed part does not have three pieces")]
    Pieces,
    /// A piece is not base64url in its only form: no padding, no stray bits.
    #[error("{piece}: not base64url in its only form")]
    Encoding {
        /// Which piece.
        piece: Piece,
    },
    /// A piece is not acceptable JSON.
    #[error("{piece}: {fault}")]
    Json {
        /// Which piece.
        piece: Piece,
        /// What is wrong with it.
        fault: JsonFault,
    },
    /// A piece that should be a JSON object is none.
    #[error("{piece}: not a JSON object")]
    NotAnObject {
        /// Which piece.
        piece: Piece,
    },
    /// The header asks for something this profile does not know.
    #[error("header: {0}")]
    Header(HeaderFault),
    /// The signature does not have the length of its algorithm.
    #[error("signature: expected 64 bytes, found {found}")]
    SignatureLength {
        /// Bytes that were there.
        found: usize,
    },
    /// The digests of the payload are not in order.
    #[error("payload: {0}")]
    Digest(DigestFault),
    /// A disclosure is not in order.
    #[error("disclosure {number}: {fault}")]
    Disclosure {
        /// Which disclosure, counted from 1.
        number: usize,
        /// What is wrong with it.
        fault: DisclosureFault,
    },
    /// A claim that belongs to another type of token.
    #[error("payload: {claim} belongs to another type of token")]
    ForeignClaim {
        /// Its name.
        claim: &'static str,
    },
    /// A claim that every license has is missing.
    #[error("payload: {claim} is missing")]
    Missing {
        /// Its name.
        claim: &'static str,
    },
    /// A claim of the wrong type or form.
    #[error("payload: {claim} is not in its form")]
    Claim {
        /// Its name.
        claim: &'static str,
    },
    /// The license identifier is none.
    #[error("payload: {0}")]
    Identifier(LicenseIdError),
    /// A code or number in a claim is none.
    #[error("payload: {claim}: {fault}")]
    Code {
        /// The name of the claim.
        claim: &'static str,
        /// What is wrong with it.
        fault: gov_identity::ParseError,
    },
    /// The elements make no license.
    #[error("payload: {0}")]
    License(LicenseError),
    /// A compressed piece is not zlib.
    #[error("payload: not zlib")]
    Compression,
    /// A compressed piece becomes longer than the limit.
    #[error("payload: becomes longer than {limit} bytes")]
    ListTooLong {
        /// The limit in force, in bytes.
        limit: usize,
    },
}

/// A piece of a signed license.
///
/// ```
/// assert_eq!(gov_license::Piece::Disclosure(3).to_string(), "disclosure 3");
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Piece {
    /// The protected header.
    #[error("header")]
    Header,
    /// The claims.
    #[error("payload")]
    Payload,
    /// The signature.
    #[error("signature")]
    Signature,
    /// A disclosure, counted from 1.
    #[error("disclosure {0}")]
    Disclosure(usize),
}

/// What is wrong with the protected header.
///
/// ```
/// use gov_license::{HeaderFault, ReadError, SignedLicense};
///
/// let error = SignedLicense::parse("eyJhbGciOiJub25lIn0.e30.AA~").unwrap_err();
/// assert_eq!(error, ReadError::Header(HeaderFault::AlgorithmNone));
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum HeaderFault {
    /// No `alg`.
    #[error("alg is missing")]
    AlgorithmMissing,
    /// `alg` is `none`.
    #[error("alg is none")]
    AlgorithmNone,
    /// `alg` is neither `EdDSA` nor `Ed25519` nor, with the feature `sm`,
    /// `SM2-SM3`.
    #[error("alg is not one of this profile")]
    Algorithm,
    /// No `typ`.
    #[error("typ is missing")]
    TypeMissing,
    /// `typ` is that of another type of token.
    #[error("typ is that of another type of token")]
    Type,
    /// `crit` asks for an extension; none is known.
    #[error("crit asks for an unknown extension")]
    Critical,
    /// No `x5c`.
    #[error("x5c is missing")]
    ChainMissing,
    /// `x5c` is not an array of certificates in base64.
    #[error("x5c is not a list of certificates in base64")]
    Chain,
}

/// What is wrong with the digests in the payload (RFC 9901, section 7.1).
///
/// ```
/// assert_eq!(gov_license::DigestFault::Duplicate.to_string(), "a digest stands twice");
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum DigestFault {
    /// `_sd_alg` is not the digest that goes with `alg`: `sha-256`, or `sm3`
    /// with `SM2-SM3`.
    #[error("_sd_alg is not the digest that goes with alg")]
    Algorithm,
    /// `_sd` is not an array of digests of 32 bytes in base64url.
    #[error("_sd is not a list of digests")]
    Form,
    /// The same digest stands twice.
    #[error("a digest stands twice")]
    Duplicate,
    /// `_sd`, `_sd_alg` or `...` stands where this profile has none.
    #[error("a reserved name stands where it may not")]
    Reserved,
}

/// What is wrong with a disclosure (RFC 9901, section 7.1).
///
/// ```
/// use gov_license::{DisclosureFault, ReadError};
///
/// let error = ReadError::Disclosure { number: 2, fault: DisclosureFault::Twice };
/// assert_eq!(error.zh(), "第2个披露项重复出现");
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum DisclosureFault {
    /// Not an array of salt, name and value.
    #[error("not an array of salt, name and value")]
    Form,
    /// The salt is shorter than 128 bits.
    #[error("the salt is shorter than 22 characters")]
    Salt,
    /// The salt of another disclosure.
    #[error("the salt was used before")]
    SaltTwice,
    /// A name that the form needs for itself.
    #[error("the name is reserved")]
    Reserved,
    /// A name that stands in clear, or must.
    #[error("the name stands in clear")]
    Clear,
    /// A name that another disclosure gave already.
    #[error("the name was disclosed before")]
    NameTwice,
    /// No digest in the payload refers to it.
    #[error("no digest refers to it")]
    Unreferenced,
    /// It stands twice.
    #[error("it stands twice")]
    Twice,
}

impl ReadError {
    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooLong { .. } => "too-long",
            Self::NotSdJwt => "not-sd-jwt",
            Self::KeyBinding => "key-binding",
            Self::Pieces => "pieces",
            Self::Encoding { .. } => "encoding",
            Self::Json { fault, .. } => fault.code(),
            Self::NotAnObject { .. } => "not-an-object",
            Self::Header(fault) => fault.code(),
            Self::SignatureLength { .. } => "signature-length",
            Self::Digest(fault) => fault.code(),
            Self::Disclosure { fault, .. } => fault.code(),
            Self::ForeignClaim { .. } => "foreign-claim",
            Self::Missing { .. } => "claim-missing",
            Self::Claim { .. } => "claim-form",
            Self::Identifier(fault) => fault.code(),
            Self::Code { .. } => "claim-code",
            Self::License(fault) => fault.code(),
            Self::Compression => "compression",
            Self::ListTooLong { .. } => "list-too-long",
        }
    }

    /// The error as one Chinese sentence for the clerk at the window.
    #[must_use]
    pub fn zh(&self) -> String {
        match self {
            Self::TooLong { limit } => format!("数据超过{limit}字节上限"),
            Self::NotSdJwt => "不是电子证照的签名格式".to_owned(),
            Self::KeyBinding => "这是出示件而不是电子证照本身".to_owned(),
            Self::Pieces => "签名数据不完整".to_owned(),
            Self::Encoding { piece } => format!("{}的编码不合规范", piece.zh()),
            Self::Json { piece, fault } => format!("{}有误：{}", piece.zh(), fault.zh()),
            Self::NotAnObject { piece } => format!("{}不是数据对象", piece.zh()),
            Self::Header(fault) => format!("数据头部有误：{}", fault.zh()),
            Self::SignatureLength { found } => format!("签名应为64字节，实为{found}字节"),
            Self::Digest(fault) => format!("数据内容摘要有误：{}", fault.zh()),
            Self::Disclosure { number, fault } => format!("第{number}个披露项{}", fault.zh()),
            Self::ForeignClaim { claim } => format!("出现属于其他数据类型的数据项{claim}"),
            Self::Missing { claim } => format!("缺少数据项{claim}"),
            Self::Claim { claim } => format!("数据项{claim}格式不符"),
            Self::Identifier(fault) => fault.zh(),
            Self::Code { claim, fault } => format!("数据项{claim}有误：{}", fault.zh()),
            Self::License(fault) => fault.zh(),
            Self::Compression => "压缩数据不合规范".to_owned(),
            Self::ListTooLong { limit } => format!("数据解压后超过{limit}字节上限"),
        }
    }
}

impl Piece {
    fn zh(self) -> String {
        match self {
            Self::Header => "数据头部".to_owned(),
            Self::Payload => "数据内容".to_owned(),
            Self::Signature => "签名".to_owned(),
            Self::Disclosure(number) => format!("第{number}个披露项"),
        }
    }
}

impl HeaderFault {
    const fn code(self) -> &'static str {
        match self {
            Self::AlgorithmMissing => "algorithm-missing",
            Self::AlgorithmNone => "algorithm-none",
            Self::Algorithm => "algorithm-unknown",
            Self::TypeMissing => "type-missing",
            Self::Type => "type-other",
            Self::Critical => "critical-extension",
            Self::ChainMissing => "chain-missing",
            Self::Chain => "chain-form",
        }
    }

    const fn zh(self) -> &'static str {
        match self {
            Self::AlgorithmMissing => "未注明签名算法",
            Self::AlgorithmNone => "签名算法为空",
            Self::Algorithm => "签名算法不受支持",
            Self::TypeMissing => "未注明数据类型",
            Self::Type => "数据类型不符",
            Self::Critical => "要求未知的扩展",
            Self::ChainMissing => "未附证书链",
            Self::Chain => "证书链格式不符",
        }
    }
}

impl DigestFault {
    const fn code(self) -> &'static str {
        match self {
            Self::Algorithm => "digest-algorithm",
            Self::Form => "digest-form",
            Self::Duplicate => "digest-duplicate",
            Self::Reserved => "digest-reserved",
        }
    }

    const fn zh(self) -> &'static str {
        match self {
            Self::Algorithm => "摘要算法与签名算法不匹配",
            Self::Form => "摘要列表格式不符",
            Self::Duplicate => "摘要重复",
            Self::Reserved => "保留名称出现在不允许的位置",
        }
    }
}

impl DisclosureFault {
    const fn code(self) -> &'static str {
        match self {
            Self::Form => "disclosure-form",
            Self::Salt => "disclosure-salt",
            Self::SaltTwice => "disclosure-salt-twice",
            Self::Reserved => "disclosure-reserved",
            Self::Clear => "disclosure-clear",
            Self::NameTwice => "disclosure-name-twice",
            Self::Unreferenced => "disclosure-unreferenced",
            Self::Twice => "disclosure-twice",
        }
    }

    const fn zh(self) -> &'static str {
        match self {
            Self::Form => "格式不符",
            Self::Salt => "随机值过短",
            Self::SaltTwice => "随机值重复使用",
            Self::Reserved => "使用了保留名称",
            Self::Clear => "与明示数据项同名",
            Self::NameTwice => "名称重复",
            Self::Unreferenced => "没有对应的摘要",
            Self::Twice => "重复出现",
        }
    }
}
