//! Where in the law a rule stands.

use core::fmt;
use std::borrow::Cow;

/// A law or other rule, and the place in it (法律依据).
///
/// ```
/// use gov_workflow::Basis;
///
/// let basis = Basis::licensing_law(32);
/// assert_eq!(basis.to_string(), "行政许可法 art. 32");
/// assert_eq!(basis.zh(), "《行政许可法》第三十二条");
/// ```
#[doc(alias = "法律依据")]
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Basis {
    #[cfg_attr(feature = "serde", serde(deserialize_with = "read"))]
    law: Cow<'static, str>,
    #[cfg_attr(feature = "serde", serde(deserialize_with = "read"))]
    article: Cow<'static, str>,
}

impl Basis {
    /// The short name of the Administrative Licensing Law (行政许可法).
    pub const LICENSING_LAW: &'static str = "行政许可法";

    /// A place in any law: its Chinese name without brackets, and the number of the
    /// article in Arabic digits, or whatever words lead to the place. Laws are cited
    /// without 中华人民共和国.
    #[must_use]
    pub fn new(law: impl Into<Cow<'static, str>>, article: impl Into<Cow<'static, str>>) -> Self {
        let law = match law.into() {
            Cow::Borrowed(law) => Cow::Borrowed(short(law)),
            Cow::Owned(law) => Cow::Owned(short(&law).to_owned()),
        };
        Self { law: lasting(law), article: lasting(article.into()) }
    }

    /// An article of the Administrative Licensing Law (行政许可法), 2003, as amended
    /// on 2019-04-23.
    #[must_use]
    pub fn licensing_law(article: u16) -> Self {
        let known = ARTICLES.get(usize::from(article)).copied().map(Cow::Borrowed);
        let article = known.unwrap_or_else(|| Cow::Owned(article.to_string()));
        Self { law: Cow::Borrowed(Self::LICENSING_LAW), article }
    }

    /// The second paragraph of art. 42: unified, joint or centralized handling.
    #[must_use]
    pub(crate) fn joint_handling() -> Self {
        Self::new(Self::LICENSING_LAW, "第四十二条第二款")
    }

    /// Tenders and auctions (art. 53), examinations (art. 54).
    #[must_use]
    pub(crate) fn selection() -> Self {
        Self::new(Self::LICENSING_LAW, "第五十三条、第五十四条")
    }

    /// Who is late explains it to the public (超过办理时间的，公开说明理由).
    #[must_use]
    pub(crate) fn delay() -> Self {
        Self::new("优化营商环境条例", "36")
    }

    /// A plan that parts acceptance from approval (受审分离): that of the city of Shizuishan for
    /// "Internet plus government services" of 2017, part 2, (二)2(1). Another city names its
    /// own in the [`ProcedureDraft`](crate::ProcedureDraft).
    #[must_use]
    pub fn separation() -> Self {
        Self::new("石嘴山市推进“互联网+政务服务”工作实施方案", "二(二)2(1)")
    }

    /// The law's short name.
    #[must_use]
    pub fn law(&self) -> &str {
        &self.law
    }

    /// The place in the law.
    #[must_use]
    pub fn article(&self) -> &str {
        &self.article
    }

    /// The place as Chinese legal texts cite it.
    #[must_use]
    pub fn zh(&self) -> String {
        match self.article.parse() {
            Ok(number) => format!("《{}》第{}条", self.law, numeral(number)),
            Err(_) => format!("《{}》{}", self.law, self.article),
        }
    }
}

impl fmt::Display for Basis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.article.parse::<u16>() {
            Ok(number) => write!(f, "{} art. {number}", self.law),
            Err(_) => write!(f, "{} {}", self.law, self.article),
        }
    }
}

#[cfg(feature = "serde")]
fn read<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Cow<'static, str>, D::Error> {
    serde::Deserialize::deserialize(deserializer).map(lasting)
}

/// Words that this program knows anyway need no memory of their own, so that a clone of most
/// limits takes none.
fn lasting(words: Cow<'static, str>) -> Cow<'static, str> {
    let mut known = ARTICLES.into_iter().chain([Basis::LICENSING_LAW]);
    known.find(|known| *known == words).map_or(words, Cow::Borrowed)
}

/// The numbers of the articles of the Administrative Licensing Law, which has 83.
const ARTICLES: [&str; 84] = [
    "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16",
    "17", "18", "19", "20", "21", "22", "23", "24", "25", "26", "27", "28", "29", "30", "31", "32",
    "33", "34", "35", "36", "37", "38", "39", "40", "41", "42", "43", "44", "45", "46", "47", "48",
    "49", "50", "51", "52", "53", "54", "55", "56", "57", "58", "59", "60", "61", "62", "63", "64",
    "65", "66", "67", "68", "69", "70", "71", "72", "73", "74", "75", "76", "77", "78", "79", "80",
    "81", "82", "83",
];

fn short(law: &str) -> &str {
    law.strip_prefix("中华人民共和国").unwrap_or(law)
}

/// A Chinese numeral as laws write it; Arabic from one thousand on, since no
/// Chinese law but the Civil Code goes there, and it is cited either way.
fn numeral(number: u16) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |value: u16| DIGITS.get(usize::from(value)).copied().unwrap_or_default();
    let (hundreds, tens, ones) = (number / 100, number / 10 % 10, number % 10);
    match (hundreds, tens, ones) {
        (0, 0, 0) | (10.., _, _) => number.to_string(),
        (0, 0, _) => digit(ones).to_owned(),
        (0, 1, _) => format!("十{}", digit(ones)),
        (0, _, _) => format!("{}十{}", digit(tens), digit(ones)),
        (_, 0, 0) => format!("{}百", digit(hundreds)),
        (_, 0, _) => format!("{}百零{}", digit(hundreds), digit(ones)),
        _ => format!("{}百{}十{}", digit(hundreds), digit(tens), digit(ones)),
    }
}

#[cfg(test)]
mod tests {
    use super::{Basis, numeral};

    #[test]
    fn every_article_has_its_number_for_a_text() {
        for number in (0..=101).chain([u16::MAX]) {
            let basis = Basis::licensing_law(number);
            assert_eq!(basis.article(), number.to_string());
            assert_eq!(basis, Basis::new(Basis::LICENSING_LAW, number.to_string()));
        }
    }

    #[test]
    fn articles_are_numbered_as_laws_number_them() {
        let cases = [
            (0, "0"),
            (7, "七"),
            (10, "十"),
            (32, "三十二"),
            (40, "四十"),
            (100, "一百"),
            (101, "一百零一"),
            (110, "一百一十"),
            (203, "二百零三"),
            (999, "九百九十九"),
            (1000, "1000"),
            (1260, "1260"),
        ];
        for (number, text) in cases {
            assert_eq!(numeral(number), text);
        }
    }
}
