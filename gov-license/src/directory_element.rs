//! Elements of the directory (目录元素), GB/T 36902-2018.

/// An element of an entry of the directory (电子证照目录元素).
///
/// ```
/// use gov_license::DirectoryElement;
///
/// assert_eq!(DirectoryElement::TypeName.name(), "CertificateTypeName");
/// assert_eq!(DirectoryElement::TypeName.zh(), "证照类型名称");
/// ```
#[doc(alias = "目录元素")]
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum DirectoryElement {
    /// Name of the type (证照类型名称).
    TypeName,
    /// Code of the type (证照类型代码).
    TypeCode,
    /// Name of the body that defined it (证照定义机构).
    AuthorityName,
    /// Credit code of that body (证照定义机构代码).
    AuthorityCode,
    /// Level of that body (证照定义机构级别).
    AuthorityLevel,
    /// Who holds such licenses (持证主体类别).
    HolderCategory,
    /// Name of a service item (关联事项名称).
    ItemName,
    /// Code of a service item (关联事项代码).
    ItemCode,
    /// How long such licenses are valid (有效期限范围).
    ValidityRange,
    /// Level of the issuing bodies (证照颁发机构级别).
    IssuingLevel,
}

impl DirectoryElement {
    /// The English name in the standard.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::TypeName => "CertificateTypeName",
            Self::TypeCode => "CertificateTypeCode",
            Self::AuthorityName => "CertificateDefineAuthorityName",
            Self::AuthorityCode => "CertificateDefineAuthorityCode",
            Self::AuthorityLevel => "CertificateDefineAuthorityLevel",
            Self::HolderCategory => "CertificateHolderCategory",
            Self::ItemName => "RelatedItemName",
            Self::ItemCode => "RelatedItemCode",
            Self::ValidityRange => "ValidityRange",
            Self::IssuingLevel => "CertificateIssuingAuthorityLevel",
        }
    }

    /// The Chinese name in the standard.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::TypeName => "证照类型名称",
            Self::TypeCode => "证照类型代码",
            Self::AuthorityName => "证照定义机构",
            Self::AuthorityCode => "证照定义机构代码",
            Self::AuthorityLevel => "证照定义机构级别",
            Self::HolderCategory => "持证主体类别",
            Self::ItemName => "关联事项名称",
            Self::ItemCode => "关联事项代码",
            Self::ValidityRange => "有效期限范围",
            Self::IssuingLevel => "证照颁发机构级别",
        }
    }
}

/// Level of a body (机构级别), GB/T 36902-2018.
///
/// ```
/// use gov_license::AuthorityLevel;
///
/// assert_eq!(AuthorityLevel::parse("地市级"), Some(AuthorityLevel::Prefecture));
/// ```
#[doc(alias = "机构级别")]
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum AuthorityLevel {
    /// National (国家级).
    National,
    /// Province (省级).
    Province,
    /// Prefecture (地市级).
    Prefecture,
    /// County (区县级).
    County,
    /// Township (乡镇级).
    Township,
    /// Other (其他).
    Other,
}

impl AuthorityLevel {
    /// All levels, the highest first.
    pub const ALL: [Self; 6] = [
        Self::National,
        Self::Province,
        Self::Prefecture,
        Self::County,
        Self::Township,
        Self::Other,
    ];

    /// Reads the Chinese name.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.zh() == text)
    }

    /// The Chinese name.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::National => "国家级",
            Self::Province => "省级",
            Self::Prefecture => "地市级",
            Self::County => "区县级",
            Self::Township => "乡镇级",
            Self::Other => "其他",
        }
    }
}

/// Who can hold licenses of a type (持证主体类别), as directories write it.
///
/// ```
/// use gov_license::HolderScope;
///
/// assert_eq!(HolderScope::parse("混合"), Some(HolderScope::Mixed));
/// assert!(!HolderScope::Person.admits(false));
/// ```
#[doc(alias = "持证主体类别")]
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum HolderScope {
    /// Natural persons (自然人).
    Person,
    /// Legal persons and other organizations (法人和其他组织).
    Organization,
    /// Both (混合).
    Mixed,
}

impl HolderScope {
    /// All scopes.
    pub const ALL: [Self; 3] = [Self::Person, Self::Organization, Self::Mixed];

    /// Reads the Chinese name.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.zh() == text)
    }

    /// The Chinese name.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Person => "自然人",
            Self::Organization => "法人和其他组织",
            Self::Mixed => "混合",
        }
    }

    /// Whether a natural person, or an organization, can hold such a license.
    #[must_use]
    pub const fn admits(self, is_person: bool) -> bool {
        match self {
            Self::Person => is_person,
            Self::Organization => !is_person,
            Self::Mixed => true,
        }
    }
}
