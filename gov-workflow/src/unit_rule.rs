//! Days of which kind a law means when it says only "days".

use crate::{Basis, LimitUnit};

impl LimitUnit {
    /// The kind of days that a law means by a limit of so many "days" (日), and the article
    /// that says so; none for a law that is not known here, whose item names the unit.
    ///
    /// | Law | Working days | Natural days |
    /// | --- | ------------ | ------------ |
    /// | 行政许可法 art. 82 | all limits of the bodies | none |
    /// | 行政处罚法 art. 85 | 2, 3, 5, 7 | the others |
    /// | 行政强制法 art. 69 | up to 10 | the others |
    /// | 行政复议法 (2023) art. 88 | 3, 5, 7, 10 | the others |
    ///
    /// ```
    /// use gov_workflow::{Basis, LimitUnit};
    ///
    /// let (unit, basis) = LimitUnit::under("行政处罚法", 7).unwrap();
    /// assert_eq!((unit, basis), (LimitUnit::WorkingDay, Basis::new("行政处罚法", "85")));
    /// assert_eq!(LimitUnit::under("示例条例", 7), None);
    /// ```
    #[must_use]
    pub fn under(law: &str, days: u16) -> Option<(Self, Basis)> {
        let law = law.strip_prefix("中华人民共和国").unwrap_or(law);
        let (law, article, working) = match law {
            Basis::LICENSING_LAW => (Basis::LICENSING_LAW, "82", true),
            "行政处罚法" => ("行政处罚法", "85", matches!(days, 2 | 3 | 5 | 7)),
            "行政强制法" => ("行政强制法", "69", days <= 10),
            "行政复议法" => ("行政复议法", "88", matches!(days, 3 | 5 | 7 | 10)),
            _ => return None,
        };
        let unit = if working { Self::WorkingDay } else { Self::NaturalDay };
        Some((unit, Basis::new(law, article)))
    }
}
