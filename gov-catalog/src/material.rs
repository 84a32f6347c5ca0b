//! Material (申请材料).

use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::vocabulary::vocabulary;
use crate::{Basis, LicenseTypeRef, Text};

/// One material that the guide asks for (申请材料).
///
/// Only what the guide lists may be asked (Licensing Law art. 30, 31,
/// 行政许可法第三十条、第三十一条), so there is no line for "other materials".
///
#[cfg_attr(feature = "serde", doc = "```")]
#[cfg_attr(not(feature = "serde"), doc = "```ignore")]
/// let json = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/item.json"));
/// let item = gov_catalog::Item::from_json(json).unwrap();
/// let material = &item.materials()[1];
/// assert_eq!(material.name, "营业执照");
/// assert_eq!(material.requirement, gov_catalog::Requirement::Optional);
/// assert!(material.license_type().is_some());
/// ```
#[doc(alias = "申请材料")]
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Material {
    /// Name (材料名称), unique in its item, up to 200 characters.
    pub name: Text,
    /// Whether it must be there at acceptance (是否必需).
    pub requirement: Requirement,
    /// When it is needed at all (何时需要); none when always.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub only_when: Option<Text>,
    /// Paper, electronic, or either (材料形式).
    pub form: MaterialForm,
    /// Number of originals (原件份数).
    pub originals: u8,
    /// Number of copies (复印件份数).
    pub copies: u8,
    /// Who provides it (材料来源).
    pub source: MaterialSource,
    /// Rules that ask for it (材料依据).
    pub basis: Vec<Basis>,
    /// What makes it acceptable (受理标准).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub acceptance_standard: Option<Text>,
    /// Forms, samples and remarks, where there are any.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub details: Option<Box<MaterialDetails>>,
}

/// Forms, samples and remarks of a material (材料附件与说明).
///
/// ```
/// use gov_catalog::{Material, MaterialDetails, MaterialKind};
///
/// let mut details = MaterialDetails::default();
/// details.kind = Some(MaterialKind::ApplicationForm);
/// details.blank_form = Some("form-7".into());
/// let mut material = Material::new("申请书");
/// material.details = Some(Box::new(details));
/// ```
#[doc(alias = "空白表格")]
#[doc(alias = "示例样表")]
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct MaterialDetails {
    /// What kind of paper it is (材料类型, `MATERIAL_TYPE`).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub kind: Option<MaterialKind>,
    /// Where the blank form is (空白表格, `FORM_GUID`).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub blank_form: Option<Text>,
    /// Where a filled sample is (示例样表, `EXAMPLE_GUID`).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub sample: Option<Text>,
    /// How to fill it in (填报须知, `FILL_EXPLAIN`).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub filling: Option<Text>,
    /// Who issues it and how (来源渠道说明, `SOURCE_EXPLAIN`).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub source_note: Option<Text>,
    /// Size and binding of the paper (纸质材料规格, `PAGE_FORMAT`).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub paper_format: Option<Text>,
    /// Who signs and seals it, and whether in person (签名签章要求).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub signature: Option<Text>,
    /// A remark (备注, `REMARK`).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub remark: Option<Text>,
}

vocabulary! {
    /// Whether a material must be there at acceptance (`IS_NEED`).
    ///
    /// ```
    /// assert_eq!(gov_catalog::Requirement::MayFollow.zh(), "容缺后补");
    /// ```
    #[doc(alias = "是否必需")]
    pub enum Requirement {
        /// Without it the application is not complete (必要),
        Required = "required", "必要";
        /// A minor material that may follow later (容缺后补),
        MayFollow = "may-follow", "容缺后补";
        /// The applicant may leave it out (非必要),
        Optional = "optional", "非必要";
    }

    /// The form of a material (`MATERIAL_FORMAT`).
    ///
    /// ```
    /// assert_eq!(gov_catalog::MaterialForm::Either.zh(), "纸质或电子");
    /// ```
    #[doc(alias = "材料形式")]
    pub enum MaterialForm {
        /// Paper (纸质),
        Paper = "paper", "纸质";
        /// Electronic (电子),
        Electronic = "electronic", "电子";
        /// Paper or electronic, as the applicant likes (纸质或电子),
        Either = "either", "纸质或电子";
    }

    /// What kind of paper a material is (`MATERIAL_TYPE`).
    ///
    /// ```
    /// assert_eq!(gov_catalog::MaterialKind::Proof.zh(), "证件证书证明");
    /// ```
    #[doc(alias = "材料类型")]
    pub enum MaterialKind {
        /// A certificate or proof (证件证书证明),
        Proof = "proof", "证件证书证明";
        /// An application form (申请表格文书),
        ApplicationForm = "application-form", "申请表格文书";
        /// Another (其他),
        Other = "other", "其他";
    }
}

/// Who provides a material (`SOURCE_TYPE`).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(tag = "kind", rename_all = "kebab-case")
)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields))]
#[non_exhaustive]
pub enum MaterialSource {
    /// The applicant (申请人自备), `applicant`.
    Applicant,
    /// Issued by government (政府部门核发), `government`.
    #[non_exhaustive]
    Government {
        /// The type of electronic license that proves it, where there is one:
        /// found in the license library, it need not be submitted again.
        #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
        license_type: Option<LicenseTypeRef>,
    },
    /// Somebody else (其他), `other`.
    Other,
}

impl MaterialSource {
    /// Issued by government, and proved by an electronic license of this type
    /// where there is one.
    #[must_use]
    pub const fn government(license_type: Option<LicenseTypeRef>) -> Self {
        Self::Government { license_type }
    }

    /// The Chinese name.
    #[must_use]
    pub const fn zh(&self) -> &'static str {
        match self {
            Self::Applicant => "申请人自备",
            Self::Government { .. } => "政府部门核发",
            Self::Other => "其他",
        }
    }
}

impl Material {
    /// A required material of the applicant's own: one original, on paper or
    /// electronic. The rest is set on the value.
    #[must_use]
    pub fn new(name: impl Into<Text>) -> Self {
        Self {
            name: name.into(),
            requirement: Requirement::Required,
            only_when: None,
            form: MaterialForm::Either,
            originals: 1,
            copies: 0,
            source: MaterialSource::Applicant,
            basis: Vec::new(),
            acceptance_standard: None,
            details: None,
        }
    }

    /// The license type that can stand in for it.
    #[must_use]
    pub const fn license_type(&self) -> Option<LicenseTypeRef> {
        match self.source {
            MaterialSource::Government { license_type } => license_type,
            MaterialSource::Applicant | MaterialSource::Other => None,
        }
    }
}
