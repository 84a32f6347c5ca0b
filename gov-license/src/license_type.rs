//! A type of license (证照类型): one version of an entry of the directory.

use chrono::NaiveDate;
use gov_identity::CreditCode;

use crate::directory_element::{AuthorityLevel, DirectoryElement, HolderScope};
use crate::face_field::{FaceField, FieldFault};
use crate::license::License;
use crate::license_type_fault::{LicenseTypeFault, Mismatch};
use crate::period::read_date;
use crate::text::TextFault;
use crate::type_code::LicenseTypeCode;

/// An entry of the directory as it is written (目录条目), GB/T 36902-2018.
///
/// A plain record of texts; [`LicenseType`] is what it means.
///
/// ```
/// use gov_license::{LicenseType, LicenseTypeFault, LicenseTypeRecord};
///
/// let faults = LicenseType::try_new(LicenseTypeRecord::default()).unwrap_err();
/// assert!(faults.contains(&LicenseTypeFault::Version) && faults.len() == 5);
/// ```
#[derive(Clone, Debug, Default, Eq, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[expect(clippy::exhaustive_structs, reason = "a plain record for callers to fill in")]
pub struct LicenseTypeRecord {
    /// Code of the type (证照类型代码).
    #[cfg_attr(feature = "serde", serde(rename = "CertificateTypeCode"))]
    pub type_code: String,
    /// Name of the type (证照类型名称).
    #[cfg_attr(feature = "serde", serde(rename = "CertificateTypeName"))]
    pub type_name: String,
    /// Name of the body that defined it (证照定义机构).
    #[cfg_attr(feature = "serde", serde(rename = "CertificateDefineAuthorityName"))]
    pub authority_name: String,
    /// Credit code of that body (证照定义机构代码): the first 18 characters of
    /// the type code.
    #[cfg_attr(feature = "serde", serde(rename = "CertificateDefineAuthorityCode"))]
    pub authority_code: String,
    /// Level of that body (证照定义机构级别), such as 国家级.
    #[cfg_attr(
        feature = "serde",
        serde(
            rename = "CertificateDefineAuthorityLevel",
            default,
            skip_serializing_if = "Option::is_none"
        )
    )]
    pub authority_level: Option<String>,
    /// Who holds such licenses (持证主体类别), such as 自然人.
    #[cfg_attr(
        feature = "serde",
        serde(
            rename = "CertificateHolderCategory",
            default,
            skip_serializing_if = "Option::is_none"
        )
    )]
    pub holder_category: Option<String>,
    /// Service items that lead to such licenses (关联事项).
    #[cfg_attr(
        feature = "serde",
        serde(rename = "RelatedItems", default, skip_serializing_if = "Vec::is_empty")
    )]
    pub items: Vec<RelatedItem>,
    /// How long such licenses are valid (有效期限范围), in words.
    #[cfg_attr(
        feature = "serde",
        serde(rename = "ValidityRange", default, skip_serializing_if = "Option::is_none")
    )]
    pub validity_range: Option<String>,
    /// Level of the issuing bodies (证照颁发机构级别).
    #[cfg_attr(
        feature = "serde",
        serde(
            rename = "CertificateIssuingAuthorityLevel",
            default,
            skip_serializing_if = "Option::is_none"
        )
    )]
    pub issuing_level: Option<String>,
    /// The version of the entry, from 1.
    pub version: u32,
    /// The first day on which this version counts, as `YYYY-MM-DD`.
    pub effective: String,
    /// The fields of the face (照面信息).
    #[cfg_attr(feature = "serde", serde(default))]
    pub face: Vec<FaceField>,
}

/// A service item that leads to a license (关联事项).
///
/// ```
/// let item = gov_license::RelatedItem { name: "食品经营许可".into(), code: "000131014000".into() };
/// assert_eq!(item.name, "食品经营许可");
/// ```
#[doc(alias = "关联事项")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[expect(clippy::exhaustive_structs, reason = "a plain record for callers to fill in")]
pub struct RelatedItem {
    /// Its name (关联事项名称).
    #[cfg_attr(feature = "serde", serde(rename = "RelatedItemName"))]
    pub name: String,
    /// Its code (关联事项代码), as the catalog of items writes it.
    #[cfg_attr(feature = "serde", serde(rename = "RelatedItemCode"))]
    pub code: String,
}

/// A type of license (证照类型) with the fields of its face, in one version.
///
/// The body that defined the type is the first 18 characters of its code;
/// nothing else can be said of it here. Names are data: a license is known by
/// its code, and its name is not compared.
///
/// ```
/// use gov_license::{FaceField, FieldKind, LicenseType, LicenseTypeRecord};
///
/// let kind = LicenseType::try_new(LicenseTypeRecord {
///     type_code: "91640200MA0000007F001".into(),
///     type_name: "食品经营许可证".into(),
///     authority_name: "样例市审批服务管理局".into(),
///     authority_code: "91640200MA0000007F".into(),
///     version: 1,
///     effective: "2026-01-01".into(),
///     face: vec![FaceField {
///         name: "经营项目".into(),
///         zh: "经营项目".into(),
///         required: true,
///         kind: FieldKind::Text { max: 200 },
///     }],
///     ..LicenseTypeRecord::default()
/// })
/// .unwrap();
/// assert_eq!(kind.authority(), kind.code().authority());
/// ```
#[doc(alias = "证照类型")]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct LicenseType {
    code: LicenseTypeCode,
    effective: NaiveDate,
    authority_level: Option<AuthorityLevel>,
    holders: Option<HolderScope>,
    issuing_level: Option<AuthorityLevel>,
    record: LicenseTypeRecord,
}

impl LicenseType {
    /// Reads an entry.
    ///
    /// # Errors
    ///
    /// All faults at once: a code that is none, a defining body that is not the
    /// one in the code, a blank text, a level or category without meaning, a
    /// version 0, a day that is none, a field that cannot stand on a face.
    pub fn try_new(record: LicenseTypeRecord) -> Result<Self, Vec<LicenseTypeFault>> {
        let mut faults = Vec::new();
        let code = LicenseTypeCode::parse(&record.type_code);
        match &code {
            Err(fault) => faults.push(LicenseTypeFault::Code(*fault)),
            Ok(code) if code.authority().as_str() != record.authority_code => {
                faults.push(LicenseTypeFault::Authority);
            }
            Ok(_) => {}
        }
        faults.extend(text_faults(&record));
        let mut word = |element, text: Option<&String>| match text {
            None => None,
            Some(text) => {
                let level = AuthorityLevel::parse(text);
                if level.is_none() {
                    faults.push(LicenseTypeFault::Word { element });
                }
                level
            }
        };
        let authority_level =
            word(DirectoryElement::AuthorityLevel, record.authority_level.as_ref());
        let issuing_level = word(DirectoryElement::IssuingLevel, record.issuing_level.as_ref());
        let holders = record.holder_category.as_deref().map(HolderScope::parse);
        if holders == Some(None) {
            faults.push(LicenseTypeFault::Word { element: DirectoryElement::HolderCategory });
        }
        if record.version == 0 {
            faults.push(LicenseTypeFault::Version);
        }
        let effective = read_date(&record.effective);
        if effective.is_none() {
            faults.push(LicenseTypeFault::Date);
        }
        faults.extend(field_faults(&record.face));
        match (code, effective) {
            (Ok(code), Some(effective)) if faults.is_empty() => Ok(Self {
                code,
                effective,
                authority_level,
                holders: holders.flatten(),
                issuing_level,
                record,
            }),
            _ => Err(faults),
        }
    }

    /// The code (证照类型代码).
    #[must_use]
    pub const fn code(&self) -> LicenseTypeCode {
        self.code
    }

    /// The name (证照类型名称).
    #[must_use]
    pub fn name(&self) -> &str {
        &self.record.type_name
    }

    /// The body that defined the type (证照定义机构代码).
    #[must_use]
    pub const fn authority(&self) -> CreditCode {
        self.code.authority()
    }

    /// Its level (证照定义机构级别).
    #[must_use]
    pub const fn authority_level(&self) -> Option<AuthorityLevel> {
        self.authority_level
    }

    /// Who can hold such licenses (持证主体类别).
    #[must_use]
    pub const fn holders(&self) -> Option<HolderScope> {
        self.holders
    }

    /// The level of the issuing bodies (证照颁发机构级别).
    #[must_use]
    pub const fn issuing_level(&self) -> Option<AuthorityLevel> {
        self.issuing_level
    }

    /// The version of the entry, from 1.
    #[must_use]
    pub const fn version(&self) -> u32 {
        self.record.version
    }

    /// The first day on which this version counts.
    #[must_use]
    pub const fn effective(&self) -> NaiveDate {
        self.effective
    }

    /// The fields of the face, in their order.
    #[must_use]
    pub fn fields(&self) -> &[FaceField] {
        &self.record.face
    }

    /// The entry as it is written, with the elements that are only text.
    #[must_use]
    pub const fn record(&self) -> &LicenseTypeRecord {
        &self.record
    }

    /// Whether a whole license is one of this type: asked before it is signed,
    /// and after it was read with everything shown.
    ///
    /// # Errors
    ///
    /// All mismatches at once: another type, a holder who cannot hold it, a
    /// required field that is missing, a field the type does not have, a value
    /// that does not fit.
    pub fn check(&self, license: &License) -> Result<(), Vec<Mismatch>> {
        let missing = (1..)
            .zip(self.fields())
            .filter(|(_, field)| field.required && license.face().get(&field.name).is_none());
        let missing = missing.map(|(field, _)| Mismatch::Missing { field });
        all(self.shown(license).chain(missing))
    }

    /// Whether what is shown of a license fits this type. A holder need not
    /// show every field, so none is missing.
    ///
    /// # Errors
    ///
    /// As [`check`](Self::check), without the fields that are missing.
    pub fn check_shown(&self, license: &License) -> Result<(), Vec<Mismatch>> {
        all(self.shown(license))
    }

    fn shown<'a>(&'a self, license: &'a License) -> impl Iterator<Item = Mismatch> + 'a {
        let other = (license.type_code() != self.code).then_some(Mismatch::OtherType);
        let refused = self.holders.filter(|scope| {
            license.holders().iter().any(|holder| !scope.admits(holder.is_person()))
        });
        let values =
            (1..).zip(license.face().iter()).filter_map(|(field, (name, value))| {
                match self.fields().iter().find(|known| known.name == name) {
                    None => Some(Mismatch::Unknown { field }),
                    Some(known) => {
                        let fault = known.kind.check(value).err()?;
                        Some(Mismatch::Value { field, fault })
                    }
                }
            });
        other.into_iter().chain(refused.map(|_| Mismatch::Holder)).chain(values)
    }
}

fn all<T>(faults: impl Iterator<Item = T>) -> Result<(), Vec<T>> {
    let faults: Vec<_> = faults.collect();
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

fn text_faults(record: &LicenseTypeRecord) -> impl Iterator<Item = LicenseTypeFault> {
    let items = record.items.iter().flat_map(|item| {
        [(DirectoryElement::ItemName, &item.name), (DirectoryElement::ItemCode, &item.code)]
    });
    [
        (DirectoryElement::TypeName, &record.type_name),
        (DirectoryElement::AuthorityName, &record.authority_name),
    ]
    .into_iter()
    .chain(items)
    .chain(record.validity_range.iter().map(|text| (DirectoryElement::ValidityRange, text)))
    .filter_map(|(element, text)| {
        let fault = TextFault::check_line(text).err()?;
        Some(LicenseTypeFault::Text { element, fault })
    })
}

fn field_faults(fields: &[FaceField]) -> impl Iterator<Item = LicenseTypeFault> {
    (1..).zip(fields).flat_map(move |(number, field)| {
        let before = fields.iter().take(number - 1);
        let name = TextFault::check_line(&field.name).err().map(FieldFault::Name);
        let chinese = TextFault::check_line(&field.zh).err().map(FieldFault::ChineseName);
        let reserved = matches!(field.name.as_str(), "_sd" | "_sd_alg" | "...");
        let twice = before.into_iter().any(|known| known.name == field.name);
        [
            name,
            chinese,
            reserved.then_some(FieldFault::Reserved),
            twice.then_some(FieldFault::Duplicate),
            field.kind.fault(),
        ]
        .into_iter()
        .flatten()
        .map(move |fault| LicenseTypeFault::Field { field: number, fault })
    })
}
