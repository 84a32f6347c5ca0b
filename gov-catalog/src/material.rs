//! Material (申请材料).

use alloc::string::String;
use alloc::vec::Vec;

use crate::{Basis, LicenseTypeRef};

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
    pub name: String,
    /// Whether it must be there at acceptance (是否必需).
    pub requirement: Requirement,
    /// When it is needed at all (何时需要); none when always.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub only_when: Option<String>,
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
    pub acceptance_standard: Option<String>,
}

/// Whether a material must be there at acceptance (`IS_NEED`).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum Requirement {
    /// Without it the application is not complete (必要), `required`.
    Required,
    /// A minor material that may follow later (容缺后补), `may-follow`.
    MayFollow,
    /// The applicant may leave it out (非必要), `optional`.
    Optional,
}

/// The form of a material (`MATERIAL_FORMAT`).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum MaterialForm {
    /// Paper (纸质), `paper`.
    Paper,
    /// Electronic (电子), `electronic`.
    Electronic,
    /// Paper or electronic, as the applicant likes (纸质或电子), `either`.
    Either,
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

impl Material {
    /// The license type that can stand in for it.
    #[must_use]
    pub const fn license_type(&self) -> Option<LicenseTypeRef> {
        match self.source {
            MaterialSource::Government { license_type } => license_type,
            MaterialSource::Applicant | MaterialSource::Other => None,
        }
    }
}
