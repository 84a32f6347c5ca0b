//! Reference to a type of electronic license.

use core::fmt;
use core::str::FromStr;

use gov_identity::{CreditCode, Fault};

use crate::characters::{self, number};
use crate::error::{CodeError, CodeFault, CodeSubject};

/// Names a type of electronic license by its code (证照类型代码), as the license
/// directory has it.
///
/// | Position | Meaning |
/// | -------- | ------- |
/// | 1 to 18 | credit code of the authority that defines the type (定义机构) |
/// | 19 to 21 | sequence, 001 to 999 |
///
/// ```
/// use gov_catalog::LicenseTypeRef;
///
/// let license_type: LicenseTypeRef = "116402000100150111001".parse()?;
/// assert_eq!(license_type.as_str(), "116402000100150111001");
/// # Ok::<(), gov_catalog::CodeError>(())
/// ```
///
/// Deliberately absent: what the type is. `gov-license` knows it under the same
/// text as its `LicenseTypeCode`; the two crates do not know each other.
#[doc(alias = "证照类型代码")]
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct LicenseTypeRef([u8; Self::LEN]);

impl LicenseTypeRef {
    /// Length of the text form, in characters.
    pub const LEN: usize = 21;

    /// Reads the text form.
    ///
    /// # Errors
    ///
    /// Another length, a credit code that fails its checks, a sequence that is
    /// not three digits from 001.
    pub const fn parse(text: &str) -> Result<Self, CodeError> {
        let subject = CodeSubject::LicenseType;
        let code: [u8; Self::LEN] = match characters::fixed(text, subject) {
            Ok(code) => code,
            Err(error) => return Err(error),
        };
        if let Err(error) = characters::with_body(&code, subject) {
            return Err(error);
        }
        let [authority @ .., _, _, _] = &code;
        if let Err(error) = CreditCode::parse(characters::text(authority)) {
            return Err(match error.fault() {
                Fault::Division => CodeError::new(subject, CodeFault::Division, 3, 4),
                Fault::OrganizationCheck => {
                    CodeError::at(subject, CodeFault::OrganizationCheck, 17)
                }
                _ => CodeError::at(subject, CodeFault::CreditCheck, 18),
            });
        }
        let [.., a, b, c] = code;
        if number(&[a, b, c]) == 0 {
            return Err(CodeError::new(subject, CodeFault::Sequence, 19, 21));
        }
        Ok(Self(code))
    }

    /// The text form.
    #[must_use]
    pub const fn as_str(&self) -> &str {
        characters::text(&self.0)
    }
}

impl FromStr for LicenseTypeRef {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Self, CodeError> {
        Self::parse(text)
    }
}

impl fmt::Display for LicenseTypeRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for LicenseTypeRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "LicenseTypeRef({self})")
    }
}
