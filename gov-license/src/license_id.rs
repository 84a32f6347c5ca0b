//! License identifier (电子证照标识), GB/T 36904-2018.

use std::fmt;
use std::str::FromStr;

use gov_identity::CreditCode;

use crate::check_character::{check_character, is_allowed};
use crate::license_id_error::{LicenseIdError, LicenseIdPart};
use crate::type_code::LicenseTypeCode;

/// Identifier of one version of one electronic license (电子证照标识).
///
/// | Part | Meaning | Characters |
/// | ---- | ------- | ---------- |
/// | 1 | root (电子证照根代码), always `1.2.156.3005.2` | 14 |
/// | 2 | license type (证照类型代码) | 21 |
/// | 3 | issuing body's credit code (证照颁发机构代码) | 18 |
/// | 4 | serial (流水号) | 1 to 64, digits and upper-case letters |
/// | 5 | version (版本号), from `001` | 3 digits |
/// | 6 | check character (校验位), MOD 37,36 over parts 2 to 5 | 1 |
///
/// Full stops stand between the parts. It looks like an object identifier and
/// is none. The standard gives no longest serial; 64 keeps the text within the
/// 128 characters of the national directory.
///
/// The serial may be the number of a person (a citizen's card has such a face
/// number), so `Debug` leaves it out; `Display` and [`as_str`](Self::as_str)
/// give all of it.
///
/// ```
/// use gov_license::{LicenseId, LicenseIdError};
///
/// let id: LicenseId =
///     "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U".parse()?;
/// assert_eq!(id.type_code().as_str(), "11100000000013338W011");
/// assert_eq!((id.serial(), id.version()), ("20230000403", 1));
/// assert!(id.next_version()?.as_str().ends_with(".002.S"));
/// # Ok::<(), LicenseIdError>(())
/// ```
#[doc(alias = "电子证照标识")]
#[doc(alias = "证照标识")]
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct LicenseId {
    text: Box<str>,
    type_code: LicenseTypeCode,
    issuer: CreditCode,
}

impl LicenseId {
    /// The root of all identifiers (电子证照根代码).
    pub const ROOT: &'static str = "1.2.156.3005.2";

    /// Longest serial read or made, in characters.
    pub const MAX_SERIAL: usize = 64;

    /// Reads the text form.
    ///
    /// # Errors
    ///
    /// The first fault in this order:
    ///
    /// - not ten pieces between full stops, or the first five not the root
    /// - a part of the wrong length, or with a character other than a digit or
    ///   an upper-case letter (digits only in the version)
    /// - version `000`
    /// - a wrong check character; the error carries the right one
    /// - a type code or an issuer that is no credit code
    pub fn parse(text: &str) -> Result<Self, LicenseIdError> {
        let Pieces { type_code, issuer, .. } = Pieces::read(text, false)?;
        Ok(Self {
            text: text.into(),
            type_code: LicenseTypeCode::parse(type_code).map_err(LicenseIdError::TypeCode)?,
            issuer: CreditCode::parse(issuer).map_err(LicenseIdError::Issuer)?,
        })
    }

    /// Reads an identifier as some systems in use write it: the issuer may be
    /// anything of 1 to 18 digits and upper-case letters, such as a division
    /// code, and the type code need not begin with a credit code.
    ///
    /// # Errors
    ///
    /// As [`parse`](Self::parse), without the last point.
    pub fn parse_lenient(text: &str) -> Result<LenientLicenseId, LicenseIdError> {
        Pieces::read(text, true).map(|_| LenientLicenseId(text.into()))
    }

    /// Puts an identifier together and computes its check character.
    ///
    /// # Errors
    ///
    /// When the serial is empty, longer than [`MAX_SERIAL`](Self::MAX_SERIAL),
    /// or holds something else than digits and upper-case letters; when the
    /// version is 0 or above 999.
    pub fn try_new(
        type_code: LicenseTypeCode,
        issuer: CreditCode,
        serial: &str,
        version: u16,
    ) -> Result<Self, LicenseIdError> {
        if version == 0 || version > 999 {
            return Err(LicenseIdError::Version);
        }
        let head = format!("{}.{type_code}.{issuer}.{serial}.{version:03}", Self::ROOT);
        let covered = format!("{type_code}{issuer}{serial}{version:03}");
        // A serial with a stray character has no check; reading the text says where.
        let check = check_character(&covered).unwrap_or('0');
        Self::parse(&format!("{head}.{check}"))
    }

    /// The type of license (证照类型代码).
    #[must_use]
    pub const fn type_code(&self) -> LicenseTypeCode {
        self.type_code
    }

    /// The issuing body (证照颁发机构代码).
    #[must_use]
    pub const fn issuer(&self) -> CreditCode {
        self.issuer
    }

    /// The serial (流水号).
    #[must_use]
    pub fn serial(&self) -> &str {
        piece(&self.text, 7)
    }

    /// The version (版本号), 1 to 999.
    #[must_use]
    pub fn version(&self) -> u16 {
        piece(&self.text, 8).parse().unwrap_or_default()
    }

    /// The check character (校验位).
    #[must_use]
    pub fn check_character(&self) -> char {
        self.text.chars().next_back().unwrap_or_default()
    }

    /// The text form.
    #[must_use]
    pub const fn as_str(&self) -> &str {
        &self.text
    }

    /// The identifier of the next version of the same license: the version one
    /// higher, the check character computed again, all else the same.
    ///
    /// # Errors
    ///
    /// [`LicenseIdError::Version`] after version 999.
    pub fn next_version(&self) -> Result<Self, LicenseIdError> {
        Self::try_new(self.type_code, self.issuer, self.serial(), self.version() + 1)
    }

    /// The identifier of the version before it, to which an identifier links
    /// back by itself; none before version 1.
    ///
    /// ```
    /// use gov_license::LicenseId;
    ///
    /// let second: LicenseId =
    ///     "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.002.S".parse()?;
    /// let first = second.previous_version().unwrap();
    /// assert!(first.as_str().ends_with(".001.U"));
    /// assert_eq!(first.previous_version(), None);
    /// # Ok::<(), gov_license::LicenseIdError>(())
    /// ```
    #[must_use]
    pub fn previous_version(&self) -> Option<Self> {
        let version = self.version().checked_sub(1)?;
        Self::try_new(self.type_code, self.issuer, self.serial(), version).ok()
    }
}

/// An identifier of right shape and check whose bodies are not all known by
/// credit code (电子证照标识). Made by [`LicenseId::parse_lenient`].
///
/// ```
/// use gov_license::LicenseId;
///
/// // A system in use writes a division code where the issuer belongs.
/// let text = "1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9";
/// let id = LicenseId::parse_lenient(text)?;
/// assert_eq!(id.issuer(), "340100");
/// assert_eq!(id.strict().unwrap_err().code(), "license-id-length");
/// # Ok::<(), gov_license::LicenseIdError>(())
/// ```
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct LenientLicenseId(Box<str>);

impl LenientLicenseId {
    /// The strict identifier, where it is one.
    ///
    /// # Errors
    ///
    /// What [`LicenseId::parse`] says.
    pub fn strict(&self) -> Result<LicenseId, LicenseIdError> {
        LicenseId::parse(&self.0)
    }

    /// What stands for the type of license.
    #[must_use]
    pub fn type_code(&self) -> &str {
        piece(&self.0, 5)
    }

    /// What stands for the issuing body.
    #[must_use]
    pub fn issuer(&self) -> &str {
        piece(&self.0, 6)
    }

    /// The text form.
    #[must_use]
    pub const fn as_str(&self) -> &str {
        &self.0
    }
}

/// The parts that the check covers, each of right length and alphabet.
struct Pieces<'a> {
    type_code: &'a str,
    issuer: &'a str,
}

impl<'a> Pieces<'a> {
    /// The root and the full stop behind it.
    const HEAD: &'static str = "1.2.156.3005.2.";

    fn read(text: &'a str, any_issuer: bool) -> Result<Self, LicenseIdError> {
        let found = text.split('.').count();
        if found != 10 {
            return Err(LicenseIdError::Parts { found });
        }
        let rest = text.strip_prefix(Self::HEAD).ok_or(LicenseIdError::Root)?;
        let mut pieces = rest.split('.');
        let mut next = || pieces.next().ok_or(LicenseIdError::Root);
        let (type_code, issuer, serial, version, check) =
            (next()?, next()?, next()?, next()?, next()?);
        let mut position = Self::HEAD.len() + 1;
        let issuer_part =
            if any_issuer { LicenseIdPart::LenientIssuer } else { LicenseIdPart::Issuer };
        for (part, piece) in [
            (LicenseIdPart::TypeCode, type_code),
            (issuer_part, issuer),
            (LicenseIdPart::Serial, serial),
            (LicenseIdPart::Version, version),
            (LicenseIdPart::Check, check),
        ] {
            part.admit(piece, position)?;
            position += piece.len() + 1;
        }
        if version == "000" {
            return Err(LicenseIdError::Version);
        }
        match check_character(&[type_code, issuer, serial, version].concat()) {
            Some(expected) if check.starts_with(expected) => Ok(Self { type_code, issuer }),
            Some(expected) => Err(LicenseIdError::CheckCharacter { expected }),
            None => Err(LicenseIdError::Root), // Out of reach: every part was admitted.
        }
    }
}

impl LicenseIdPart {
    /// Length first, then the alphabet; `first` is the position of the part.
    fn admit(self, piece: &str, first: usize) -> Result<(), LicenseIdError> {
        let found = piece.chars().count();
        if !self.lengths().contains(&found) {
            return Err(LicenseIdError::Length { part: self, found });
        }
        let allowed = |character: char| match self {
            Self::Version => character.is_ascii_digit(),
            _ => is_allowed(character),
        };
        match (first..).zip(piece.chars()).find(|(_, character)| !allowed(*character)) {
            Some((position, _)) => Err(LicenseIdError::Character { position }),
            None => Ok(()),
        }
    }
}

/// One of the ten pieces between full stops.
fn piece(text: &str, index: usize) -> &str {
    text.split('.').nth(index).unwrap_or_default()
}

impl FromStr for LicenseId {
    type Err = LicenseIdError;

    fn from_str(text: &str) -> Result<Self, LicenseIdError> {
        Self::parse(text)
    }
}

impl fmt::Display for LicenseId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for LicenseId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { type_code, issuer, .. } = self;
        write!(f, "LicenseId({type_code}.{issuer}..{:03})", self.version())
    }
}

impl fmt::Debug for LenientLicenseId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "LenientLicenseId({}.{}..)", self.type_code(), self.issuer())
    }
}
