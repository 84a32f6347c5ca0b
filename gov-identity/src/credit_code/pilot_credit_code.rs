//! Credit codes from before the standard (试点统一社会信用代码).

use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;

use crate::error::{Fault, ParseError};
use crate::notice::{Notice, NoticeKind};
use crate::organization_code::check_character;
use crate::subject::Subject;
use crate::{CreditCode, DivisionCode, OrganizationCode, ascii};

use super::{Category, category_notice};

/// Code that Fujian, above all Xiamen, gave out before GB 32100-2015 was in
/// force (试点统一社会信用代码): legal, though its last character does not match.
///
/// It has the form of a [`CreditCode`], is registered in Fujian (`35…`), its
/// organization code begins with `M000` and passes its own check; the check
/// character of the credit code is wrong. A slip of the pen looks the same, so
/// only who has seen the certificate should come through this door, and
/// [`notices`](Self::notices) says so.
///
/// Such a body is known by `099:<code>`, as an
/// [`IdentityKey`](crate::IdentityKey): under `001` stand codes that are proved.
///
/// ```
/// use gov_identity::{CreditCode, IdentityKey, PilotCreditCode};
///
/// let error = CreditCode::parse("91350211M000YYYY3K").unwrap_err();
/// assert!(error.pilot_exception_possible());
///
/// let code: PilotCreditCode = "91350211M000YYYY3K".parse()?;
/// assert_eq!(code.notices()[0].code(), "pilot-code");
/// assert_eq!(IdentityKey::from(code).expose(), "099:91350211M000YYYY3K");
/// # Ok::<(), gov_identity::ParseError>(())
/// ```
#[doc(alias = "试点统一社会信用代码")]
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct PilotCreditCode([u8; Self::LEN]);

impl PilotCreditCode {
    /// Length of the text form, in characters.
    pub const LEN: usize = CreditCode::LEN;

    /// Reads the text form.
    ///
    /// # Errors
    ///
    /// Those of length and alphabet that [`CreditCode::parse`] finds, and:
    ///
    /// - `91330106M000YYYY3K` is not registered in Fujian
    /// - an organization code that does not begin with `M000`
    /// - `91350211M000YYYY5K`: the organization code fails its check
    /// - `91350211M000YYYY3N`: the check character matches, so that it is an
    ///   ordinary [`CreditCode`]
    pub const fn parse(text: &str) -> Result<Self, ParseError> {
        let (code, matches) = match super::read(text, Subject::PilotCreditCode) {
            Ok(read) => read,
            Err(error) => return Err(error),
        };
        let [_, _, _, _, _, _, _, _, body @ .., own, _] = code;
        match code {
            [_, _, b'3', b'5', _, _, _, _, b'M', b'0', b'0', b'0', ..] => {}
            [_, _, b'3', b'5', ..] => return Err(at(Fault::Prefix, 9, 12)),
            _ => return Err(at(Fault::Division, 3, 4)),
        }
        if *own != check_character(body) {
            return Err(at(Fault::OrganizationCheck, 17, 17));
        }
        if matches { Err(at(Fault::OtherKind, 18, 18)) } else { Ok(Self(*code)) }
    }

    /// The text form.
    #[must_use]
    pub const fn as_str(&self) -> &str {
        ascii::text(&self.0)
    }

    /// What kind of organization it is, as its authority divides them.
    #[must_use]
    pub const fn category(&self) -> Category {
        let [authority, kind, ..] = self.0;
        Category::from_bytes([authority, kind])
    }

    /// The division the organization is registered in.
    #[must_use]
    pub const fn division(&self) -> DivisionCode {
        let [_, _, a, b, c, d, e, f, ..] = self.0;
        DivisionCode::from_digits([a, b, c, d, e, f])
    }

    /// The organization code inside the code (主体标识码).
    #[must_use]
    pub const fn organization_code(&self) -> OrganizationCode {
        let [_, _, _, _, _, _, _, _, code @ .., _] = self.0;
        OrganizationCode::from_checked(code)
    }

    /// That it is a pilot code, and what is odd about it beside.
    #[must_use]
    pub fn notices(&self) -> Vec<Notice> {
        let subject = Subject::PilotCreditCode;
        let pilot = Notice::new(subject, NoticeKind::PilotCode, 18, 18);
        [pilot].into_iter().chain(category_notice(self.category(), subject)).collect()
    }
}

/// Whether a code whose only fault is the last character has the signature.
pub(crate) const fn is_signature(code: &[u8; PilotCreditCode::LEN]) -> bool {
    matches!(code, [_, _, b'3', b'5', _, _, _, _, b'M', b'0', b'0', b'0', ..])
}

impl FromStr for PilotCreditCode {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        Self::parse(text)
    }
}

impl fmt::Display for PilotCreditCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for PilotCreditCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PilotCreditCode({self})")
    }
}

const fn at(fault: Fault, first: u8, last: u8) -> ParseError {
    ParseError::new(Subject::PilotCreditCode, fault, first, last)
}
