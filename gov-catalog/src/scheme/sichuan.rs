//! Code of an item on the portal of Sichuan (四川).

use core::fmt;
use core::str::FromStr;

use gov_identity::{CreditCode, DivisionCode, Fault};

use crate::{CodeError, CodeFault, CodeSubject, Text};

/// Code of an item on the portal of Sichuan (四川省事项编码): six parts joined by
/// hyphens, `511A0138000000-511602000000-000-115113010833722043-1-00`.
///
/// | Part | Meaning |
/// | ---- | ------- |
/// | 1 | local basic code (本地基本编码), 12 to 14 digits and upper-case letters |
/// | 2 | region (区划), 12 digits |
/// | 3 | three digits, `000` in all samples; meaning unknown |
/// | 4 | credit code of the body (统一社会信用代码) |
/// | 5 and 6 | one and two digits; meaning unknown |
///
/// ```
/// use gov_catalog::SichuanCode;
///
/// let code: SichuanCode = "511A0138000000-511602000000-000-115113010833722043-1-00".parse()?;
/// assert_eq!(code.local_basic(), "511A0138000000");
/// assert_eq!(code.region().as_str(), "511602");
/// assert_eq!(code.body().as_str(), "115113010833722043");
/// assert_eq!(code.unknown_parts(), ["000", "1", "00"]);
/// # Ok::<(), gov_catalog::CodeError>(())
/// ```
#[doc(alias = "四川")]
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct SichuanCode {
    text: Text,
    region: DivisionCode,
    body: CreditCode,
}

impl SichuanCode {
    /// Reads the text form.
    ///
    /// # Errors
    ///
    /// - a part that is missing, too many, of another length or with a character
    ///   that is not allowed there
    /// - a region that no division begins like; a credit code that breaks its checks
    pub fn parse(text: &str) -> Result<Self, CodeError> {
        let subject = CodeSubject::SichuanCode;
        let mut parts = text.split('-');
        let mut first = 1;
        let mut next = |least, most, letters: bool| {
            let Some(part) = parts.next() else {
                return Err(CodeError::length(subject, text.chars().count()));
            };
            let found = part.chars().count();
            let allowed =
                |char: char| char.is_ascii_digit() || letters && char.is_ascii_uppercase();
            if let Some(place) = part.chars().position(|char| !allowed(char)) {
                return Err(CodeError::at(subject, CodeFault::Character, first + place));
            }
            // The hyphen stands too early, or something else in its place.
            if !(least..=most).contains(&found) {
                let place = first + found.min(most);
                return Err(CodeError::at(subject, CodeFault::Character, place));
            }
            let start = first;
            first += found + 1;
            Ok((part, start))
        };
        next(12, 14, true)?;
        let (region, region_start) = next(12, 12, false)?;
        next(3, 3, false)?;
        let (body, body_start) = next(18, 18, true)?;
        next(1, 1, false)?;
        next(2, 2, false)?;
        if parts.next().is_some() {
            return Err(CodeError::length(subject, text.chars().count()));
        }
        let region = DivisionCode::parse(region).map_err(|_| {
            CodeError::new(subject, CodeFault::Division, region_start, region_start + 11)
        })?;
        let body = CreditCode::parse(body).map_err(|error| {
            let fault = match error.fault() {
                Fault::OrganizationCheck => CodeFault::OrganizationCheck,
                Fault::CheckCharacter => CodeFault::CreditCheck,
                Fault::Division => CodeFault::Division,
                _ => CodeFault::Character,
            };
            let place = |position: &usize| body_start + position - 1;
            let positions = error.positions();
            CodeError::new(subject, fault, place(positions.start()), place(positions.end()))
        })?;
        Ok(Self { text: text.into(), region, body })
    }

    /// The text form.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The local basic code, as written.
    #[must_use]
    pub fn local_basic(&self) -> &str {
        self.part(0)
    }

    /// The region.
    #[must_use]
    pub const fn region(&self) -> DivisionCode {
        self.region
    }

    /// The credit code of the body.
    #[must_use]
    pub const fn body(&self) -> CreditCode {
        self.body
    }

    /// The parts whose meaning is unknown: the third, the fifth and the sixth.
    #[must_use]
    pub fn unknown_parts(&self) -> [&str; 3] {
        [self.part(2), self.part(4), self.part(5)]
    }

    fn part(&self, place: usize) -> &str {
        self.text.split('-').nth(place).unwrap_or_default()
    }
}

impl FromStr for SichuanCode {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Self, CodeError> {
        Self::parse(text)
    }
}

impl fmt::Display for SichuanCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}
