//! Who registers organizations, and into what kinds they divide them
//! (登记管理部门、机构类别), GB 32100-2015 with amendment XG1-2016.

use core::fmt;
use core::str::FromStr;

use crate::ascii;
use crate::error::ParseError;
use crate::subject::Subject;

use super::is_allowed;

/// The authority that registers an organization (登记管理部门): position 1 of a
/// [`CreditCode`](crate::CreditCode).
///
/// An open set: practice adds authorities before the standard does.
///
/// ```
/// use gov_identity::{Authority, CreditCode};
///
/// let code = CreditCode::from_static("91640200MA0000007F");
/// assert_eq!(code.authority(), Authority::MARKET_REGULATION);
/// assert_eq!(code.authority().zh(), Some("市场监管（原工商）"));
/// ```
#[doc(alias = "登记管理部门")]
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Authority([u8; 1]);

/// The kind of an organization as its authority divides them (机构类别):
/// positions 1 and 2 of a [`CreditCode`](crate::CreditCode).
///
/// ```
/// use gov_identity::{CategoryBasis, CreditCode};
///
/// let category = CreditCode::from_static("91640200MA0000007F").category();
/// assert_eq!(category.as_str(), "91");
/// assert_eq!(category.zh(), Some("企业"));
/// assert_eq!(category.basis(), Some(CategoryBasis::Standard2015));
/// ```
#[doc(alias = "机构类别")]
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Category([u8; 2]);

/// Where a pair of authority and category stands written (依据).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum CategoryBasis {
    /// GB 32100-2015 as published.
    Standard2015,
    /// Its amendment XG1-2016.
    Amendment2016,
    /// Seen in codes that authorities issue; no official text was found.
    ObservedPractice,
}

impl Authority {
    /// Establishment commission (机构编制).
    pub const ESTABLISHMENT: Self = Self(*b"1");
    /// Foreign affairs (外交).
    pub const FOREIGN_AFFAIRS: Self = Self(*b"2");
    /// Justice administration (司法行政).
    pub const JUSTICE: Self = Self(*b"3");
    /// Culture (文化).
    pub const CULTURE: Self = Self(*b"4");
    /// Civil affairs (民政).
    pub const CIVIL_AFFAIRS: Self = Self(*b"5");
    /// Tourism (旅游).
    pub const TOURISM: Self = Self(*b"6");
    /// Religion (宗教).
    pub const RELIGION: Self = Self(*b"7");
    /// Trade unions (工会).
    pub const TRADE_UNIONS: Self = Self(*b"8");
    /// Market regulation, formerly industry and commerce (市场监管).
    pub const MARKET_REGULATION: Self = Self(*b"9");
    /// Reform and establishment office of the Central Military Commission (中央军委改革和编制办公室).
    pub const MILITARY: Self = Self(*b"A");
    /// Agriculture (农业).
    pub const AGRICULTURE: Self = Self(*b"N");
    /// Any other (其他).
    pub const OTHER: Self = Self(*b"Y");

    /// Reads one character.
    ///
    /// # Errors
    ///
    /// `91` is too long; no credit code has the letters I, O, S, V and Z.
    pub const fn parse(text: &str) -> Result<Self, ParseError> {
        let character = match ascii::fixed(text, Subject::Authority) {
            Ok(character) => character,
            Err(error) => return Err(error),
        };
        match first_stray(&character) {
            Some(position) => Err(ascii::stray(text, &character, Subject::Authority, position)),
            None => Ok(Self(character)),
        }
    }

    /// The character at position 1.
    #[must_use]
    pub const fn as_str(&self) -> &str {
        ascii::text(&self.0)
    }

    /// The Chinese name, where the standard or practice gives one.
    #[must_use]
    pub const fn zh(self) -> Option<&'static str> {
        let [character] = self.0;
        Some(match character {
            b'1' => "机构编制",
            b'2' => "外交",
            b'3' => "司法行政",
            b'4' => "文化",
            b'5' => "民政",
            b'6' => "旅游",
            b'7' => "宗教",
            b'8' => "工会",
            b'9' => "市场监管（原工商）",
            b'A' => "中央军委改革和编制办公室",
            b'G' => "公安",
            b'J' => "住房和城乡建设",
            b'N' => "农业",
            b'Q' => "侨联",
            b'Y' => "其他",
            _ => return None,
        })
    }
}

impl Category {
    /// Reads two characters.
    ///
    /// # Errors
    ///
    /// `9` is too short; no credit code has the letters I, O, S, V and Z.
    pub const fn parse(text: &str) -> Result<Self, ParseError> {
        let pair = match ascii::fixed(text, Subject::Category) {
            Ok(pair) => pair,
            Err(error) => return Err(error),
        };
        match first_stray(&pair) {
            Some(position) => Err(ascii::stray(text, &pair, Subject::Category, position)),
            None => Ok(Self(pair)),
        }
    }

    pub(crate) const fn from_bytes(pair: [u8; 2]) -> Self {
        Self(pair)
    }

    /// The two characters.
    #[must_use]
    pub const fn as_str(&self) -> &str {
        ascii::text(&self.0)
    }

    /// The authority that divides organizations so.
    #[must_use]
    pub const fn authority(self) -> Authority {
        let [authority, _] = self.0;
        Authority([authority])
    }

    /// The Chinese name, where the pair is listed.
    #[must_use]
    pub const fn zh(self) -> Option<&'static str> {
        match self.entry() {
            Some((zh, _, _)) => Some(zh),
            None => None,
        }
    }

    /// The English name, where the pair is listed.
    #[must_use]
    pub const fn english(self) -> Option<&'static str> {
        match self.entry() {
            Some((_, english, _)) => Some(english),
            None => None,
        }
    }

    /// Where the pair stands written; none for a pair seen nowhere, which is a
    /// notice and never a reason to refuse the organization.
    #[must_use]
    pub const fn basis(self) -> Option<CategoryBasis> {
        match self.entry() {
            Some((_, _, basis)) => Some(basis),
            None => None,
        }
    }

    const fn entry(self) -> Option<(&'static str, &'static str, CategoryBasis)> {
        use CategoryBasis::{Amendment2016, ObservedPractice, Standard2015};
        Some(match &self.0 {
            b"11" => ("机关", "organ", Standard2015),
            b"12" => ("事业单位", "public institution", Standard2015),
            b"13" => (
                "中央编办直接管理机构编制的群众团体",
                "mass organization with staffing managed by the commission",
                Standard2015,
            ),
            b"21" => ("外国常驻新闻机构", "resident foreign news organization", Amendment2016),
            b"31" => ("律师执业机构", "law practice", Amendment2016),
            b"32" => ("公证处", "notary office", Amendment2016),
            b"33" => ("基层法律服务所", "grass-roots legal service office", Amendment2016),
            b"34" => ("司法鉴定机构", "forensic appraisal body", Amendment2016),
            b"35" => ("仲裁委员会", "arbitration commission", Amendment2016),
            b"36" => ("商事调解组织", "commercial mediation organization", ObservedPractice),
            b"41" => ("外国在华文化中心", "foreign cultural center in China", Amendment2016),
            b"51" => ("社会团体", "social group", Standard2015),
            b"52" => ("民办非企业单位", "private non-enterprise unit", Standard2015),
            b"53" => ("基金会", "foundation", Standard2015),
            b"54" => ("村民委员会", "village committee", ObservedPractice),
            b"55" => ("居民委员会", "residents' committee", ObservedPractice),
            b"61" => (
                "外国旅游部门常驻代表机构",
                "resident office of a foreign tourism authority",
                Amendment2016,
            ),
            b"62" => (
                "港澳台地区旅游部门常驻内地（大陆）代表机构",
                "resident office of a Hong Kong, Macao or Taiwan tourism authority",
                Amendment2016,
            ),
            b"71" => ("宗教活动场所", "place of worship", Amendment2016),
            b"72" => ("宗教院校", "religious school", Amendment2016),
            b"81" => ("基层工会", "grass-roots trade union", Amendment2016),
            b"82" => {
                ("不具备法人资格的工会", "trade union without legal personality", ObservedPractice)
            }
            b"91" => ("企业", "enterprise", Standard2015),
            b"92" => ("个体工商户", "individual household", Standard2015),
            b"93" => ("农民专业合作社", "farmers' cooperative", Standard2015),
            b"A1" => ("军队事业单位", "military public institution", Amendment2016),
            b"G1" => (
                "境外非政府组织代表机构",
                "representative office of a foreign non-governmental organization",
                ObservedPractice,
            ),
            b"J1" => ("业主大会", "owners' meeting", ObservedPractice),
            b"N1" => {
                ("组级集体经济组织", "group-level collective economic organization", Amendment2016)
            }
            b"N2" => (
                "村级集体经济组织",
                "village-level collective economic organization",
                Amendment2016,
            ),
            b"N3" => (
                "乡镇级集体经济组织",
                "township-level collective economic organization",
                Amendment2016,
            ),
            b"Q1" => {
                ("县级侨联", "county federation of returned overseas Chinese", ObservedPractice)
            }
            b"Q2" => {
                ("乡级侨联", "township federation of returned overseas Chinese", ObservedPractice)
            }
            b"Q3" => {
                ("村级侨联", "village federation of returned overseas Chinese", ObservedPractice)
            }
            b"19" | b"59" | b"Y1" => ("其他", "other", Standard2015),
            b"29" | b"39" | b"49" | b"69" | b"79" | b"89" | b"A9" | b"N9" => {
                ("其他", "other", Amendment2016)
            }
            b"99" | b"G9" | b"J9" | b"Q9" => ("其他", "other", ObservedPractice),
            _ => return None,
        })
    }
}

/// The position of the first character that no credit code has.
const fn first_stray(characters: &[u8]) -> Option<u8> {
    let mut rest = characters;
    let mut position = 1;
    while let [byte, tail @ ..] = rest {
        if !is_allowed(*byte) {
            return Some(position);
        }
        position += 1;
        rest = tail;
    }
    None
}

impl FromStr for Authority {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        Self::parse(text)
    }
}

impl FromStr for Category {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        Self::parse(text)
    }
}

impl fmt::Display for Authority {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Authority {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Authority({self})")
    }
}

impl fmt::Display for Category {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Category {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Category({self})")
    }
}
