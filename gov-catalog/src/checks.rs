//! How strictly a code is read, and what was let pass.

use core::fmt;

/// What happens when one check of a code fails.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "refuse, tell, or be silent: there is no fourth")]
pub enum Check {
    /// The code is refused.
    Reject,
    /// The code is read and a [`CodeNotice`] says so.
    Warn,
    /// The code is read in silence.
    Off,
}

/// Strictness of the checks that published codes are known to break.
///
/// In one province 7 of 988 published implementation codes fail the check of
/// their credit code, and one has a lower-case letter. The items behind them
/// are real, so the checks have a switch each.
///
/// ```
/// use gov_catalog::{Check, Checks, ImplementationCode, CodeNotice};
///
/// // The credit code passes its check, the organization code inside it does not.
/// let text = "11640000010000001R2640720001000";
/// assert_eq!(ImplementationCode::parse(text).unwrap_err().code(), "organization-check");
///
/// let (code, notices) = ImplementationCode::parse_lenient(text, Checks::WARN)?;
/// assert_eq!(code.as_str(), text);
/// assert!(notices.iter().eq([CodeNotice::OrganizationCheck]));
///
/// let silent = Checks::STRICT.organization_code(Check::Off);
/// assert!(ImplementationCode::parse_lenient(text, silent)?.1.is_empty());
/// # Ok::<(), gov_catalog::CodeError>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Checks {
    pub(crate) credit_code: Check,
    pub(crate) organization_code: Check,
    pub(crate) lower_case: Check,
}

impl Checks {
    /// Every check refuses; what `parse` does.
    pub const STRICT: Self = Self::all(Check::Reject);
    /// Every check warns.
    pub const WARN: Self = Self::all(Check::Warn);
    /// Every check is silent.
    pub const OFF: Self = Self::all(Check::Off);

    const fn all(check: Check) -> Self {
        Self { credit_code: check, organization_code: check, lower_case: check }
    }

    /// Sets the check of the credit code (GB 32100, modulo 31).
    #[must_use]
    pub const fn credit_code(self, check: Check) -> Self {
        Self { credit_code: check, ..self }
    }

    /// Sets the check of the organization code inside it (GB 11714, modulo 11).
    #[must_use]
    pub const fn organization_code(self, check: Check) -> Self {
        Self { organization_code: check, ..self }
    }

    /// Sets what happens to lower-case letters; a code that is read has upper case.
    #[must_use]
    pub const fn lower_case(self, check: Check) -> Self {
        Self { lower_case: check, ..self }
    }
}

/// Something odd about a code that was read all the same.
///
/// ```
/// use gov_catalog::{BasicCode, CodeNotice};
///
/// let code = BasicCode::parse("000100001000")?;
/// let notice = code.notices().iter().next().unwrap();
/// assert_eq!(notice, CodeNotice::Department);
/// assert_eq!(notice.zh(), "国家级事项的部门编号不在02至99之间");
/// # Ok::<(), gov_catalog::CodeError>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum CodeNotice {
    /// Lower-case letters were turned into upper case.
    LowerCase,
    /// The organization code inside the credit code fails its check.
    OrganizationCheck,
    /// The credit code fails its check.
    CreditCheck,
    /// The department of a national item is none of 02 to 99.
    Department,
}

impl CodeNotice {
    const ALL: [Self; 4] =
        [Self::LowerCase, Self::OrganizationCheck, Self::CreditCheck, Self::Department];

    /// The kind of notice as a word that programs can rely on.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::LowerCase => "lower-case",
            Self::OrganizationCheck => "organization-check",
            Self::CreditCheck => "credit-check",
            Self::Department => "department",
        }
    }

    /// The notice as one Chinese sentence.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::LowerCase => "小写字母已改为大写",
            Self::OrganizationCheck => "统一社会信用代码中的组织机构代码校验码不符",
            Self::CreditCheck => "统一社会信用代码校验码不符",
            Self::Department => "国家级事项的部门编号不在02至99之间",
        }
    }

    const fn bit(self) -> u8 {
        match self {
            Self::LowerCase => 1,
            Self::OrganizationCheck => 1 << 1,
            Self::CreditCheck => 1 << 2,
            Self::Department => 1 << 3,
        }
    }
}

impl fmt::Display for CodeNotice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::LowerCase => "lower-case letters were turned into upper case",
            Self::OrganizationCheck => {
                "the check character of the organization code does not match"
            }
            Self::CreditCheck => "the check character of the credit code does not match",
            Self::Department => "the department of a national item is not 02 to 99",
        })
    }
}

/// The set of notices about one code.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub struct CodeNotices(u8);

impl CodeNotices {
    pub(crate) const NONE: Self = Self(0);

    #[must_use]
    pub(crate) const fn with(self, notice: CodeNotice) -> Self {
        Self(self.0 | notice.bit())
    }

    #[must_use]
    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether there is nothing to tell.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The notices, each once, in the order of [`CodeNotice`].
    pub fn iter(self) -> impl Iterator<Item = CodeNotice> {
        CodeNotice::ALL.into_iter().filter(move |notice| self.0 & notice.bit() != 0)
    }
}
