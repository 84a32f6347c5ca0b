//! A license as claims, and back.

use chrono::NaiveDate;
use gov_identity::{CreditCode, IdentityKey};

use crate::element::Element;
use crate::face::Face;
use crate::holder_key::HolderKey;
use crate::license::License;
use crate::license_error::LicenseError;
use crate::license_id::LicenseId;
use crate::period::{Period, read_date, write_date};
use crate::sd_jwt::disclosure::Disclosed;
use crate::sd_jwt::json::{Json, Members, Object};
use crate::sd_jwt::read_error::ReadError;
use crate::status_reference::StatusReference;

/// Claims of status lists, presentations and annotated copies. A token that
/// carries one is not what it says it is.
const FOREIGN: [&str; 5] = ["aud", "nonce", "sd_hash", "status_list", "ttl"];

/// What the claims of a token say.
pub(crate) struct Claims {
    pub(crate) license: License,
    /// When it was signed, in Unix time.
    pub(crate) issued_at: i64,
    /// The key of the holder, where one is bound.
    pub(crate) holder_key: Option<HolderKey>,
    /// What its disclosures show.
    pub(crate) disclosed: Vec<String>,
    /// Places where the token contradicts itself.
    pub(crate) contradictions: Vec<Contradiction>,
}

/// Two claims of one license that cannot both be true.
///
/// ```
/// use gov_license::Contradiction;
///
/// let contradiction = Contradiction::Issuer;
/// assert_eq!(contradiction.code(), "contradiction-issuer");
/// assert_eq!(contradiction.to_string(), "iss is not the issuer in the identifier");
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Contradiction {
    /// `CertificateIdentifier` differs from `jti`.
    #[error("CertificateIdentifier is not jti")]
    Identifier,
    /// `CertificateTypeCode` differs from the type in the identifier.
    #[error("CertificateTypeCode is not the type in the identifier")]
    TypeCode,
    /// `vct` differs from the type in the identifier.
    #[error("vct is not the type in the identifier")]
    TokenType,
    /// `CertificateIssuingAuthorityCode` differs from the issuer in the identifier.
    #[error("CertificateIssuingAuthorityCode is not the issuer in the identifier")]
    IssuingAuthority,
    /// `iss` differs from the issuer in the identifier.
    #[error("iss is not the issuer in the identifier")]
    Issuer,
    /// `nbf` differs from the effective date.
    #[error("nbf is not the beginning of the effective date")]
    Begin,
    /// `exp` differs from the expiring date, or only one of them is there.
    #[error("exp is not the end of the expiring date")]
    End,
    /// `sub` differs from the holder's code and type.
    #[error("sub is not the holder's code")]
    Holder,
}

impl Contradiction {
    /// The kind of contradiction as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Identifier => "contradiction-identifier",
            Self::TypeCode => "contradiction-type-code",
            Self::TokenType => "contradiction-token-type",
            Self::IssuingAuthority => "contradiction-issuing-authority",
            Self::Issuer => "contradiction-issuer",
            Self::Begin => "contradiction-begin",
            Self::End => "contradiction-end",
            Self::Holder => "contradiction-holder",
        }
    }

    /// The contradiction as one Chinese sentence for the clerk at the window.
    #[must_use]
    pub const fn zh(&self) -> &'static str {
        match self {
            Self::Identifier => "证照标识前后不一致",
            Self::TypeCode => "证照类型代码与证照标识不一致",
            Self::TokenType => "数据类型与证照标识不一致",
            Self::IssuingAuthority => "证照颁发机构代码与证照标识不一致",
            Self::Issuer => "签发者与证照标识不一致",
            Self::Begin => "生效时间与有效期起始日期不一致",
            Self::End => "失效时间与有效期截止日期不一致",
            Self::Holder => "持证主体代码前后不一致",
        }
    }
}

impl Claims {
    pub(crate) fn read(disclosed: Disclosed) -> Result<Self, ReadError> {
        let Disclosed { claims, face, names } = disclosed;
        if let Some(claim) = FOREIGN.into_iter().find(|name| claims.contains_key(*name)) {
            return Err(ReadError::ForeignClaim { claim });
        }
        let reader = Reader(&claims);
        let license = reader.license(face)?;
        Ok(Self {
            contradictions: reader.contradictions(&license)?,
            issued_at: reader.integer("iat")?.ok_or(ReadError::Missing { claim: "iat" })?,
            holder_key: reader.holder_key()?,
            disclosed: names,
            license,
        })
    }
}

/// The claims that stand in clear, without digests.
pub(crate) fn clear(license: &License, issued_at: i64) -> Object {
    let License { id, period, .. } = license;
    let date = |date| write_date(date).map(Json::Text);
    let joint = license.joint_issuers();
    let names =
        std::iter::once(license.issuing_authority_name()).chain(joint.map(|(_, name)| name));
    let codes = std::iter::once(id.issuer()).chain(license.joint_issuers().map(|(code, _)| code));
    let codes: Vec<_> = codes.collect();
    let codes = codes.iter().map(CreditCode::as_str);
    let mut claims = Object::new();
    let mut put = |name: &str, value: Option<Json>| {
        claims.extend(value.map(|value| (name.to_owned(), value)));
    };
    put("vct", Some(Json::Text(token_type(id))));
    put("jti", Some(Json::text(id.as_str())));
    put("iss", Some(Json::Text(issuer(id))));
    put("iat", Some(Json::Integer(issued_at)));
    put("nbf", Some(Json::Integer(period.starts())));
    put("exp", period.ends().map(Json::Integer));
    put("status", license.status.as_ref().map(status));
    for (element, value) in [
        (Element::Name, Some(Json::text(&license.name))),
        (Element::TypeCode, Some(Json::text(id.type_code().as_str()))),
        (Element::Number, Some(Json::text(&license.number))),
        (Element::Identifier, Some(Json::text(id.as_str()))),
        (Element::IssuingAuthorityName, several(names)),
        (Element::IssuingAuthorityCode, several(codes)),
        (Element::IssuedDate, date(license.issued_on)),
        (Element::EffectiveDate, date(period.first())),
        (Element::ExpiringDate, period.last().and_then(date)),
    ] {
        put(element.name(), value);
    }
    claims
}

/// The claims about the holder, each to be hidden behind a digest.
pub(crate) fn about_holder(license: &License) -> Vec<(String, Json)> {
    let mut claims = Vec::new();
    let mut put = |name: &str, value: Option<Json>| {
        claims.extend(value.map(|value| (name.to_owned(), value)));
    };
    let holders = license.holders();
    put("sub", license.holder().map(|key| Json::Text(key.expose())));
    put(Element::HolderCode.name(), several(holders.iter().map(IdentityKey::expose_number)));
    put(Element::HolderType.name(), several(holders.iter().map(IdentityKey::holder_code)));
    put(Element::HolderName.name(), several(license.holder_names()));
    claims
}

/// One text as itself, more as an array.
fn several<'a>(texts: impl Iterator<Item = &'a str>) -> Option<Json> {
    let mut texts: Vec<_> = texts.map(Json::text).collect();
    if texts.len() > 1 { Some(Json::Array(texts)) } else { texts.pop() }
}

fn token_type(id: &LicenseId) -> String {
    format!("urn:oid:{}:{}", LicenseId::ROOT, id.type_code())
}

fn issuer(id: &LicenseId) -> String {
    IdentityKey::from(id.issuer()).expose()
}

fn status(status: &StatusReference) -> Json {
    let list = Object::from([
        ("idx".to_owned(), Json::Integer(status.index().into())),
        ("uri".to_owned(), Json::text(status.uri())),
    ]);
    Json::Object(Object::from([("status_list".to_owned(), Json::Object(list))]))
}

struct Reader<'a>(&'a Object);

impl<'a> Reader<'a> {
    fn license(&self, fields: Vec<(String, Json)>) -> Result<License, ReadError> {
        let first = self.need_date(Element::EffectiveDate)?;
        let last = self.date(Element::ExpiringDate)?;
        let field = |(name, value)| match value {
            Json::Text(value) => Ok((name, value)),
            _ => Err(ReadError::Claim { claim: "face" }),
        };
        let fields = fields.into_iter().map(field).collect::<Result<_, _>>()?;
        let face =
            Face::of(fields).map_err(|fault| ReadError::License(LicenseError::Face(fault)))?;
        License {
            id: LicenseId::parse(self.need("jti")?).map_err(ReadError::Identifier)?,
            name: self.need(Element::Name.name())?.to_owned(),
            number: self.need(Element::Number.name())?.to_owned(),
            issuing_authority_name: self.first(Element::IssuingAuthorityName)?.to_owned(),
            joint_issuers: self.joint_issuers()?,
            issued_on: self.need_date(Element::IssuedDate)?,
            period: Period::try_new(first, last).ok_or(ReadError::License(LicenseError::Period))?,
            holders: self.holders()?,
            holder_names: self.texts(Element::HolderName)?.into_iter().map(str::to_owned).collect(),
            face,
            status: self.status()?,
        }
        .checked()
        .map_err(ReadError::License)
    }

    /// What code and type say together, or else the subject, which is the first.
    fn holders(&self) -> Result<Vec<IdentityKey>, ReadError> {
        let by_code = self.holders_by_code()?;
        if by_code.is_empty() { Ok(self.subject()?.into_iter().collect()) } else { Ok(by_code) }
    }

    fn subject(&self) -> Result<Option<IdentityKey>, ReadError> {
        self.text("sub")?.map(|subject| key("sub", subject)).transpose()
    }

    fn holders_by_code(&self) -> Result<Vec<IdentityKey>, ReadError> {
        let claim = Element::HolderCode.name();
        let (kinds, numbers) = (self.texts(Element::HolderType)?, self.texts(Element::HolderCode)?);
        if kinds.is_empty() || numbers.is_empty() {
            return Ok(Vec::new());
        }
        if kinds.len() != numbers.len() {
            return Err(ReadError::Claim { claim });
        }
        let keys = kinds.into_iter().zip(numbers);
        keys.map(|(kind, number)| key(claim, &format!("{kind}:{number}"))).collect()
    }

    fn joint_issuers(&self) -> Result<Vec<(CreditCode, String)>, ReadError> {
        self.first(Element::IssuingAuthorityCode)?;
        let claim = Element::IssuingAuthorityCode.name();
        let (codes, names) = (
            self.texts(Element::IssuingAuthorityCode)?,
            self.texts(Element::IssuingAuthorityName)?,
        );
        if codes.len() != names.len() {
            return Err(ReadError::Claim { claim });
        }
        let joint = codes.into_iter().zip(names).skip(1);
        joint
            .map(|(code, name)| {
                let code =
                    CreditCode::parse(code).map_err(|fault| ReadError::Code { claim, fault });
                Ok((code?, name.to_owned()))
            })
            .collect()
    }

    /// Every place where two claims cannot both be true.
    fn contradictions(&self, license: &License) -> Result<Vec<Contradiction>, ReadError> {
        let License { id, period, .. } = license;
        let (by_code, subject) = (self.holders_by_code()?, self.subject()?);
        let names = license.holder_names().len();
        let holders_differ = !by_code.is_empty()
            && (subject.is_some_and(|subject| by_code.first() != Some(&subject))
                || names != 0 && names != by_code.len());
        let begins = self.integer("nbf")?.ok_or(ReadError::Missing { claim: "nbf" })?;
        Ok([
            (self.need(Element::Identifier.name())? != id.as_str(), Contradiction::Identifier),
            (
                self.need(Element::TypeCode.name())? != id.type_code().as_str(),
                Contradiction::TypeCode,
            ),
            (self.need("vct")? != token_type(id), Contradiction::TokenType),
            (
                self.first(Element::IssuingAuthorityCode)? != id.issuer().as_str(),
                Contradiction::IssuingAuthority,
            ),
            (self.need("iss")? != issuer(id), Contradiction::Issuer),
            (begins != period.starts(), Contradiction::Begin),
            (self.integer("exp")? != period.ends(), Contradiction::End),
            (holders_differ, Contradiction::Holder),
        ]
        .into_iter()
        .filter_map(|(differs, contradiction)| differs.then_some(contradiction))
        .collect())
    }

    /// Exactly a place in a status list: another way to tell the status must
    /// not be passed over.
    fn status(&self) -> Result<Option<StatusReference>, ReadError> {
        let form = ReadError::Claim { claim: "status" };
        let Some(status) = self.0.get("status") else { return Ok(None) };
        let list = match status {
            Json::Object(members) if members.len() == 1 => members.get("status_list"),
            _ => None,
        };
        let Some(Json::Object(list)) = list else { return Err(form) };
        let (2, Some(Json::Integer(index)), Some(Json::Text(uri))) =
            (list.len(), list.get("idx"), list.get("uri"))
        else {
            return Err(form);
        };
        let index = u32::try_from(*index).map_err(|_| form)?;
        StatusReference::try_new(uri, index).map(Some).map_err(|_| form)
    }

    fn holder_key(&self) -> Result<Option<HolderKey>, ReadError> {
        match self.0.get("cnf") {
            None => Some(None),
            Some(Json::Object(members)) => members.get("jwk").and_then(HolderKey::of_jwk).map(Some),
            Some(_) => None,
        }
        .ok_or(ReadError::Claim { claim: "cnf" })
    }

    fn need_date(&self, element: Element) -> Result<NaiveDate, ReadError> {
        self.date(element)?.ok_or(ReadError::Missing { claim: element.name() })
    }

    fn date(&self, element: Element) -> Result<Option<NaiveDate>, ReadError> {
        let claim = element.name();
        let read = |text| read_date(text).ok_or(ReadError::Claim { claim });
        self.text(claim)?.map(read).transpose()
    }

    fn first(&self, element: Element) -> Result<&'a str, ReadError> {
        let first = self.texts(element)?.into_iter().next();
        first.ok_or(ReadError::Missing { claim: element.name() })
    }

    /// One text, or an array of two or more; none where it is not there.
    fn texts(&self, element: Element) -> Result<Vec<&'a str>, ReadError> {
        let text = |value: &'a Json| match value {
            Json::Text(text) => Some(text.as_str()),
            _ => None,
        };
        let texts = match self.0.get(element.name()) {
            None => Some(Vec::new()),
            Some(Json::Array(values)) if values.len() > 1 => values.iter().map(text).collect(),
            Some(value) => text(value).map(|text| vec![text]),
        };
        texts.ok_or(ReadError::Claim { claim: element.name() })
    }

    fn need(&self, claim: &'static str) -> Result<&'a str, ReadError> {
        self.0.need_text(claim)
    }

    fn text(&self, claim: &'static str) -> Result<Option<&'a str>, ReadError> {
        self.0.text(claim)
    }

    fn integer(&self, claim: &'static str) -> Result<Option<i64>, ReadError> {
        self.0.integer(claim)
    }
}

fn key(claim: &'static str, text: &str) -> Result<IdentityKey, ReadError> {
    IdentityKey::parse(text).map_err(|fault| ReadError::Code { claim, fault })
}
