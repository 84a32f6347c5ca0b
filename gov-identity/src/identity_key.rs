//! The key by which every system knows a person or an organization (唯一标识).

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::str::FromStr;

use crate::document::{Document, DocumentKind};
use crate::error::{Fault, ParseError};
use crate::mask::{MaskPolicy, Masked};
use crate::resident_id::ResidentKind;
use crate::subject::Subject;
use crate::{
    CreditCode, ForeignResidentId, LegacyForeignResidentId, LegacyResidentId, OrganizationCode,
    PilotCreditCode, RegistrationNumber, ResidentId,
};

/// One person or organization, whatever system asks (唯一标识).
///
/// The text form is `<three-digit holder code>:<number>`, the holder codes
/// being those of the license standards (GB/T 36903, annex A): `111` for a
/// citizen, `001` for a credit code. It is fit for a database key: two texts
/// are equal just when the keys are, and keys sort as their texts do.
///
/// Residence permits and the cards of foreign permanent residents have no
/// holder code of their own and are written under `999`, as practice does. A
/// permit is read under `111` as well and gives the same key.
///
/// ```
/// use gov_identity::{IdentityKey, MaskPolicy};
///
/// let person: IdentityKey = "111:11010519491231002X".parse()?;
/// assert_eq!(format!("{person:?}"), "IdentityKey(111:..)");
/// assert_eq!(person.masked(MaskPolicy::LastTwo).to_string(), "111:1***************2X");
///
/// let body = IdentityKey::parse("001:91640200MA0000007F")?;
/// assert!(!body.is_person());
/// assert_eq!(body.expose(), "001:91640200MA0000007F");
/// # Ok::<(), gov_identity::ParseError>(())
/// ```
#[doc(alias = "唯一标识")]
#[derive(Clone)]
#[non_exhaustive]
pub enum IdentityKey {
    /// A person by citizen number or residence permit (自然人).
    Resident(ResidentId),
    /// A foreign permanent resident (外国人永久居留身份证).
    ForeignResident(ForeignResidentId),
    /// A foreign permanent resident by a card of the old form. Another key than
    /// that of the card after it:
    /// [`ForeignResidentId::link_to`] ties the two together.
    LegacyForeignResident(LegacyForeignResidentId),
    /// A legal person or other organization by credit code (法人和其他组织).
    Organization(CreditCode),
    /// Anybody by another document of annex A (其他证件).
    Document(Document),
}

impl IdentityKey {
    /// Reads the text form.
    ///
    /// A foreign resident's number is read whatever the nationality, as
    /// [`ForeignResidentId::parse_any_nationality`] does: what was stored once
    /// can be read back.
    ///
    /// # Errors
    ///
    /// - `11010519491231002X`: the holder code and the colon are missing
    /// - `111:110105194912310021`: the fault of the number, counted in the number
    pub fn parse(text: &str) -> Result<Self, ParseError> {
        let no_code = ParseError::new(Subject::IdentityKey, Fault::Prefix, 1, 4);
        let (code, number) = text.split_once(':').ok_or(no_code)?;
        match DocumentKind::parse(code).map_err(|_| no_code)? {
            DocumentKind::CITIZEN => ResidentId::parse(number).map(Self::Resident),
            DocumentKind::CREDIT_CODE => CreditCode::parse(number).map(Self::Organization),
            DocumentKind::OTHER => match other_person(number) {
                Some(key) => Ok(key),
                None => Document::parse(DocumentKind::OTHER, number).map(Self::Document),
            },
            kind => Document::parse(kind, number).map(Self::Document),
        }
    }

    /// What a bare number could be, likeliest first: persons before
    /// organizations, citizens before foreigners. One citizen number in three
    /// thousand also passes the checks of a credit code, and hardly any the
    /// other way round; one in ten of fifteen digits passes those of a
    /// registration number.
    ///
    /// A citizen number of fifteen digits is upgraded. Registration numbers and
    /// organization codes stand under `099`. Empty when it is none of these.
    /// Numbers without a check, such as those of passports, are no candidates,
    /// since any text would be one; nor are pilot credit codes, since any slip
    /// of the pen could be one.
    ///
    /// ```
    /// use gov_identity::IdentityKey;
    ///
    /// let both = IdentityKey::candidates("131101180001012314");
    /// let codes: Vec<&str> = both.iter().map(IdentityKey::holder_code).collect();
    /// assert_eq!(codes, ["111", "001"]);
    /// ```
    #[must_use]
    pub fn candidates(number: &str) -> Vec<Self> {
        let legacy = || LegacyResidentId::parse(number).map(|legacy| legacy.upgrade());
        let ranked = [
            ResidentId::parse(number).or_else(|_| legacy()).map(Self::from),
            ForeignResidentId::parse(number).map(Self::from),
            LegacyForeignResidentId::parse(number).map(Self::from),
            CreditCode::parse(number).map(Self::from),
            RegistrationNumber::parse(number).map(Self::from),
            OrganizationCode::parse(number).map(Self::from),
        ];
        ranked.into_iter().flatten().collect()
    }

    /// The three-digit holder code (持证主体代码类型代码).
    #[must_use]
    pub fn holder_code(&self) -> &str {
        match self {
            Self::Resident(id) if id.kind() == ResidentKind::Citizen => "111",
            Self::Resident(_) | Self::ForeignResident(_) | Self::LegacyForeignResident(_) => "999",
            Self::Organization(_) => "001",
            Self::Document(document) => document.kind.as_str(),
        }
    }

    /// The number without the holder code, all of it.
    #[must_use]
    pub fn expose_number(&self) -> &str {
        match self {
            Self::Resident(id) => id.expose(),
            Self::ForeignResident(id) => id.expose(),
            Self::LegacyForeignResident(id) => id.expose(),
            Self::Organization(code) => code.as_str(),
            Self::Document(document) => document.expose(),
        }
    }

    /// The text form, all of it.
    #[must_use]
    pub fn expose(&self) -> String {
        let mut text = self.holder_code().to_string();
        text.push(':');
        text.push_str(self.expose_number());
        text
    }

    /// The text form with the number of a person as the policy shows it (脱敏).
    /// Organizations are public and shown whole.
    #[must_use]
    pub const fn masked(&self, policy: MaskPolicy) -> MaskedKey<'_> {
        MaskedKey { key: self, policy }
    }

    /// Whether it names a natural person (自然人).
    #[must_use]
    pub fn is_person(&self) -> bool {
        match self {
            Self::Resident(_) | Self::ForeignResident(_) | Self::LegacyForeignResident(_) => true,
            Self::Organization(_) => false,
            Self::Document(document) => document.kind().is_person(),
        }
    }

    fn parts(&self) -> (&str, &str) {
        (self.holder_code(), self.expose_number())
    }
}

/// A person by a number that stands under `999` and carries a check.
fn other_person(number: &str) -> Option<IdentityKey> {
    let permit = ResidentId::parse_permit(number).map(IdentityKey::from);
    let foreign = || ForeignResidentId::parse_any_nationality(number).map(IdentityKey::from);
    let legacy = || LegacyForeignResidentId::parse_any_nationality(number).map(IdentityKey::from);
    permit.or_else(|_| foreign()).or_else(|_| legacy()).ok()
}

// Equality, order and hash are those of the text, so that they hold whichever
// way a key was made.

impl PartialEq for IdentityKey {
    fn eq(&self, other: &Self) -> bool {
        self.parts() == other.parts()
    }
}

impl Eq for IdentityKey {}

impl Ord for IdentityKey {
    fn cmp(&self, other: &Self) -> Ordering {
        self.parts().cmp(&other.parts())
    }
}

impl PartialOrd for IdentityKey {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Hash for IdentityKey {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.parts().hash(state);
    }
}

impl From<ResidentId> for IdentityKey {
    fn from(id: ResidentId) -> Self {
        Self::Resident(id)
    }
}

impl From<ForeignResidentId> for IdentityKey {
    fn from(id: ForeignResidentId) -> Self {
        Self::ForeignResident(id)
    }
}

impl From<LegacyForeignResidentId> for IdentityKey {
    fn from(id: LegacyForeignResidentId) -> Self {
        Self::LegacyForeignResident(id)
    }
}

impl From<CreditCode> for IdentityKey {
    fn from(code: CreditCode) -> Self {
        Self::Organization(code)
    }
}

/// Under `099`, see [`PilotCreditCode`].
impl From<PilotCreditCode> for IdentityKey {
    fn from(code: PilotCreditCode) -> Self {
        Self::Document(Document::of_organization(code.as_str()))
    }
}

/// Under `099`, as a document of an organization that has no credit code yet.
impl From<RegistrationNumber> for IdentityKey {
    fn from(number: RegistrationNumber) -> Self {
        Self::Document(Document::of_organization(number.as_str()))
    }
}

/// Under `099`, as a document of an organization that has no credit code yet.
impl From<OrganizationCode> for IdentityKey {
    fn from(code: OrganizationCode) -> Self {
        Self::Document(Document::of_organization(code.as_str()))
    }
}

impl From<Document> for IdentityKey {
    fn from(document: Document) -> Self {
        Self::Document(document)
    }
}

impl FromStr for IdentityKey {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        Self::parse(text)
    }
}

impl fmt::Debug for IdentityKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Organization(code) => write!(f, "IdentityKey(001:{code})"),
            _ => write!(f, "IdentityKey({}:..)", self.holder_code()),
        }
    }
}

/// An [`IdentityKey`] as a [`MaskPolicy`] shows it.
#[derive(Clone, Copy, Debug)]
pub struct MaskedKey<'a> {
    key: &'a IdentityKey,
    policy: MaskPolicy,
}

impl fmt::Display for MaskedKey<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", self.key.holder_code())?;
        match self.key {
            IdentityKey::Resident(id) => id.masked(self.policy).fmt(f),
            IdentityKey::ForeignResident(id) => id.masked(self.policy).fmt(f),
            IdentityKey::LegacyForeignResident(id) => id.masked(self.policy).fmt(f),
            IdentityKey::Document(document) if document.kind().is_person() => {
                Masked::new(document.expose(), None, self.policy).fmt(f)
            }
            organization => f.write_str(organization.expose_number()),
        }
    }
}
