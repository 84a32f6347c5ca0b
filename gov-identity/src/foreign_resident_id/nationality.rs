//! Nationality (国籍), ISO 3166-1 and GB/T 2659.

use core::fmt;

use crate::ascii;

/// A state or territory as numbers of foreigners name it (国籍).
///
/// Two codes of ISO 3166-1 (GB/T 2659): three digits in the form of 2023, three
/// letters in the old one. There are 249, as assigned on 2026-02-16.
///
/// States come and go, so a code that is not listed refuses nobody who shows a
/// real card: see [`ForeignResidentId::parse_any_nationality`](crate::ForeignResidentId::parse_any_nationality).
///
/// Deliberately absent: names. Show those of the ministry of foreign affairs.
///
/// ```
/// use gov_identity::Nationality;
///
/// let canada = Nationality::from_numeric("124").unwrap();
/// assert_eq!(canada.alpha3(), "CAN");
/// assert_eq!(Nationality::from_alpha3("CAN"), Some(canada));
/// assert_eq!(Nationality::from_numeric("999"), None);
/// ```
#[doc(alias = "国籍")]
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Nationality {
    numeric: [u8; 3],
    alpha3: [u8; 3],
}

impl Nationality {
    /// The nationality with a numeric code, such as `124`.
    #[must_use]
    pub const fn from_numeric(code: &str) -> Option<Self> {
        match code.as_bytes() {
            [a, b, c] => Self::numbered([*a, *b, *c]),
            _ => None,
        }
    }

    /// The nationality with a code of three letters, such as `CAN`.
    #[must_use]
    pub const fn from_alpha3(code: &str) -> Option<Self> {
        match code.as_bytes() {
            [a, b, c] => Self::lettered([*a, *b, *c]),
            _ => None,
        }
    }

    /// Three digits.
    #[must_use]
    pub const fn numeric(&self) -> &str {
        ascii::text(&self.numeric)
    }

    /// Three letters.
    #[must_use]
    pub const fn alpha3(&self) -> &str {
        ascii::text(&self.alpha3)
    }

    pub(crate) const fn numbered(numeric: [u8; 3]) -> Option<Self> {
        let mut rest = TABLE.as_bytes();
        while let [a, b, c, x, y, z, tail @ ..] = rest {
            if matches!(numeric, [d, e, f] if d == *a && e == *b && f == *c) {
                return Some(Self { numeric, alpha3: [*x, *y, *z] });
            }
            rest = tail;
        }
        None
    }

    pub(crate) const fn lettered(alpha3: [u8; 3]) -> Option<Self> {
        let mut rest = TABLE.as_bytes();
        while let [a, b, c, x, y, z, tail @ ..] = rest {
            if matches!(alpha3, [d, e, f] if d == *x && e == *y && f == *z) {
                return Some(Self { numeric: [*a, *b, *c], alpha3 });
            }
            rest = tail;
        }
        None
    }
}

impl fmt::Display for Nationality {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.alpha3())
    }
}

impl fmt::Debug for Nationality {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Nationality({self})")
    }
}

/// Numeric and three-letter codes in the order of the numbers: facts of ISO
/// 3166-1, taken from the data of the Debian package iso-codes through
/// pycountry 26.2.16 (2026-02-16) and compared with iso3166 3.0.0.
const TABLE: &str = "\
    004AFG008ALB010ATA012DZA016ASM020AND024AGO028ATG031AZE032ARG036AUS040AUT044BHS048BHR\
    050BGD051ARM052BRB056BEL060BMU064BTN068BOL070BIH072BWA074BVT076BRA084BLZ086IOT090SLB\
    092VGB096BRN100BGR104MMR108BDI112BLR116KHM120CMR124CAN132CPV136CYM140CAF144LKA148TCD\
    152CHL156CHN158TWN162CXR166CCK170COL174COM175MYT178COG180COD184COK188CRI191HRV192CUB\
    196CYP203CZE204BEN208DNK212DMA214DOM218ECU222SLV226GNQ231ETH232ERI233EST234FRO238FLK\
    239SGS242FJI246FIN248ALA250FRA254GUF258PYF260ATF262DJI266GAB268GEO270GMB275PSE276DEU\
    288GHA292GIB296KIR300GRC304GRL308GRD312GLP316GUM320GTM324GIN328GUY332HTI334HMD336VAT\
    340HND344HKG348HUN352ISL356IND360IDN364IRN368IRQ372IRL376ISR380ITA384CIV388JAM392JPN\
    398KAZ400JOR404KEN408PRK410KOR414KWT417KGZ418LAO422LBN426LSO428LVA430LBR434LBY438LIE\
    440LTU442LUX446MAC450MDG454MWI458MYS462MDV466MLI470MLT474MTQ478MRT480MUS484MEX492MCO\
    496MNG498MDA499MNE500MSR504MAR508MOZ512OMN516NAM520NRU524NPL528NLD531CUW533ABW534SXM\
    535BES540NCL548VUT554NZL558NIC562NER566NGA570NIU574NFK578NOR580MNP581UMI583FSM584MHL\
    585PLW586PAK591PAN598PNG600PRY604PER608PHL612PCN616POL620PRT624GNB626TLS630PRI634QAT\
    638REU642ROU643RUS646RWA652BLM654SHN659KNA660AIA662LCA663MAF666SPM670VCT674SMR678STP\
    682SAU686SEN688SRB690SYC694SLE702SGP703SVK704VNM705SVN706SOM710ZAF716ZWE724ESP728SSD\
    729SDN732ESH740SUR744SJM748SWZ752SWE756CHE760SYR762TJK764THA768TGO772TKL776TON780TTO\
    784ARE788TUN792TUR795TKM796TCA798TUV800UGA804UKR807MKD818EGY826GBR831GGY832JEY833IMN\
    834TZA840USA850VIR854BFA858URY860UZB862VEN876WLF882WSM887YEM894ZMB";
