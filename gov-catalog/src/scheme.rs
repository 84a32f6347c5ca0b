//! Schemes of codes (编码方案): the living one, older ones, and those of provinces.

mod gansu;
mod guide_2016;
mod hubei;
mod sichuan;

use core::fmt;

pub use self::gansu::GansuCode;
pub use self::guide_2016::{GuideBasicCode, LetterTypes};
pub use self::hubei::HubeiCode;
pub use self::sichuan::SichuanCode;
use crate::vocabulary::vocabulary;
use crate::{BasicCode, CaseNumber, Checks, CodeError, CodeNotices, HandlingCode};
use crate::{CodeFault, CodeSubject, ImplementationCode, Text};

vocabulary! {
    /// A scheme of codes (编码方案). Several are alive at once and disagree on
    /// every length, so a code is read under the name of its scheme.
    ///
    /// ```
    /// use gov_catalog::{Scheme, SchemeCode};
    ///
    /// let (code, _) = Scheme::Guide2016.read("XK0010100Y", gov_catalog::Checks::STRICT)?;
    /// assert!(matches!(code, SchemeCode::GuideBasic(code) if code.main_item() == 101));
    /// # Ok::<(), gov_catalog::CodeError>(())
    /// ```
    #[doc(alias = "编码方案")]
    pub enum Scheme {
        /// ZWFW C 0109.1-2018, GB/T 39554.1-2020: 12, 31, 33, 43 and 45
        /// characters (国家2018方案),
        National2018 = "national-2018", "国家2018方案";
        /// The technical guide of 2016 (国办函〔2016〕108号): a basic code of ten
        /// characters. The order of its implementation code is unknown; one is kept as text,
        Guide2016 = "guide-2016", "2016年技术指南";
        /// GB/T 39048-2020, licenses only. The lengths of its sections are
        /// unknown; a code is kept as text,
        License39048 = "license-39048", "GB/T 39048-2020";
        /// Gansu, as one county writes it (甘肃),
        Gansu = "gansu", "甘肃";
        /// Draft of Hubei (湖北),
        Hubei = "hubei", "湖北";
        /// Portal of Sichuan (四川),
        Sichuan = "sichuan", "四川";
        /// Any other local system (其他地方); a code is kept as text,
        Local = "local", "地方编码";
    }
}

/// A code as its scheme reads it.
///
/// ```
/// use gov_catalog::{Checks, Scheme, SchemeCode};
///
/// let (code, _) = Scheme::Local.read("QL-2017-0042", Checks::STRICT)?;
/// assert_eq!(code.to_string(), "QL-2017-0042");
/// assert_eq!(code.scheme(), Scheme::Local);
/// # Ok::<(), gov_catalog::CodeError>(())
/// ```
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum SchemeCode {
    /// A basic code of 12 characters.
    Basic(BasicCode),
    /// An implementation code of 31 characters.
    Implementation(ImplementationCode),
    /// A handling code of 33 characters.
    Handling(HandlingCode),
    /// A case number of 43 or 45 characters.
    Case(CaseNumber),
    /// A basic code of the guide of 2016.
    GuideBasic(GuideBasicCode),
    /// A code of Gansu.
    Gansu(GansuCode),
    /// A code of Hubei.
    Hubei(HubeiCode),
    /// A code of Sichuan.
    Sichuan(SichuanCode),
    /// A code that nobody here can read further, up to 50 characters
    /// (`LOCAL_TASK_CODE`); the scheme says whose it is.
    Opaque(Scheme, Text),
}

/// Most characters of a code that is kept as text.
const OPAQUE: usize = 50;

impl Scheme {
    /// Reads a code of this scheme. `checks` concern the credit codes inside the
    /// codes of `National2018`; the others have none that is checked, or read it
    /// strictly.
    ///
    /// # Errors
    ///
    /// A length that no code of the scheme has; what the reader of that kind
    /// refuses. A code that is kept as text is refused when it is blank, longer
    /// than 50 characters, or has a control character.
    pub fn read(self, text: &str, checks: Checks) -> Result<(SchemeCode, CodeNotices), CodeError> {
        let plain = |code| (code, CodeNotices::NONE);
        match self {
            Self::National2018 => national(text, checks),
            // 24 at most, or 26 by its sections: no implementation code has ten.
            Self::Guide2016 if text.chars().count() == GuideBasicCode::LEN => {
                GuideBasicCode::parse(text).map(SchemeCode::GuideBasic).map(plain)
            }
            Self::Gansu => GansuCode::parse(text).map(SchemeCode::Gansu).map(plain),
            Self::Hubei => HubeiCode::parse(text).map(SchemeCode::Hubei).map(plain),
            Self::Sichuan => SichuanCode::parse(text).map(SchemeCode::Sichuan).map(plain),
            Self::Guide2016 | Self::License39048 | Self::Local => {
                opaque(text).map(|text| plain(SchemeCode::Opaque(self, text)))
            }
        }
    }
}

fn national(text: &str, checks: Checks) -> Result<(SchemeCode, CodeNotices), CodeError> {
    match text.chars().count() {
        BasicCode::LEN => {
            BasicCode::parse(text).map(|code| (SchemeCode::Basic(code), code.notices()))
        }
        ImplementationCode::LEN => ImplementationCode::parse_lenient(text, checks)
            .map(|(code, notices)| (SchemeCode::Implementation(code), notices)),
        HandlingCode::LEN => HandlingCode::parse_lenient(text, checks)
            .map(|(code, notices)| (SchemeCode::Handling(code), notices)),
        43 | 45 => CaseNumber::parse_lenient(text, checks)
            .map(|(code, notices)| (SchemeCode::Case(code), notices)),
        found => Err(CodeError::length(CodeSubject::NationalCode, found)),
    }
}

fn opaque(text: &str) -> Result<Text, CodeError> {
    let subject = CodeSubject::LocalCode;
    let found = text.chars().count();
    if text.trim().is_empty() || found > OPAQUE {
        return Err(CodeError::length(subject, found));
    }
    match text.chars().position(char::is_control) {
        Some(place) => Err(CodeError::at(subject, CodeFault::Character, place + 1)),
        None => Ok(text.into()),
    }
}

impl SchemeCode {
    /// The scheme that it was read under.
    #[must_use]
    pub const fn scheme(&self) -> Scheme {
        match self {
            Self::Basic(_) | Self::Implementation(_) | Self::Handling(_) | Self::Case(_) => {
                Scheme::National2018
            }
            Self::GuideBasic(_) => Scheme::Guide2016,
            Self::Gansu(_) => Scheme::Gansu,
            Self::Hubei(_) => Scheme::Hubei,
            Self::Sichuan(_) => Scheme::Sichuan,
            Self::Opaque(scheme, _) => *scheme,
        }
    }
}

/// The very text that was read, upper case in place of lower.
impl fmt::Display for SchemeCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Basic(code) => code.fmt(f),
            Self::Implementation(code) => code.fmt(f),
            Self::Handling(code) => code.fmt(f),
            Self::Case(code) => code.fmt(f),
            Self::GuideBasic(code) => code.fmt(f),
            Self::Gansu(code) => code.fmt(f),
            Self::Hubei(code) => code.fmt(f),
            Self::Sichuan(code) => code.fmt(f),
            Self::Opaque(_, text) => text.fmt(f),
        }
    }
}
