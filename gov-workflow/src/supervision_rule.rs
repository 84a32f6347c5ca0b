//! What supervision looks at.

use core::fmt;

/// What supervision looks at (监察规则), S1 to S13 of the rule engine of Hunan.
///
/// ```
/// use gov_workflow::SupervisionRule;
///
/// let rule = SupervisionRule::OverPromise;
/// assert_eq!((rule.id(), rule.zh()), ("S5", "超承诺时限"));
/// assert_eq!(rule.to_string(), "longer than promised");
/// ```
#[doc(alias = "监察规则")]
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum SupervisionRule {
    /// S1: deleted, returned or void without a reason (作废、退回、删除无理由).
    EndedWithoutReason,
    /// S2: required materials missing at acceptance (受理时缺必要材料).
    MaterialMissing,
    /// S3: a charge where none is due, or none where one is (收费异常).
    Charge,
    /// S4: a refusal without a reason (不予受理、不予许可无理由).
    RefusedWithoutReason,
    /// S5: longer than promised (超承诺时限).
    OverPromise,
    /// S6: longer than the law allows (超法定时限).
    OverLaw,
    /// S7: a special procedure over its own limit (特别程序超时).
    SpecialProcedureLate,
    /// S8: the result of a special procedure dated before its request (特别程序结果早于申请).
    SpecialProcedureDated,
    /// S9: more supplement notices than are in order (补正次数超限).
    SupplementNotices,
    /// S10: a supplement dated before its notice (补正受理早于告知).
    SupplementDated,
    /// S11: acceptance dated after closing (受理晚于办结).
    AcceptanceDated,
    /// S12: not as many steps as defined (环节数与定义不符).
    StepCount,
    /// S13: a card answered late (亮牌答复超时).
    AnswerLate,
}

impl SupervisionRule {
    /// All rules, S1 to S13.
    pub const ALL: [Self; 13] = [
        Self::EndedWithoutReason,
        Self::MaterialMissing,
        Self::Charge,
        Self::RefusedWithoutReason,
        Self::OverPromise,
        Self::OverLaw,
        Self::SpecialProcedureLate,
        Self::SpecialProcedureDated,
        Self::SupplementNotices,
        Self::SupplementDated,
        Self::AcceptanceDated,
        Self::StepCount,
        Self::AnswerLate,
    ];

    /// Number, English and Chinese name.
    const fn names(self) -> [&'static str; 3] {
        match self {
            Self::EndedWithoutReason => ["S1", "ended without a reason", "作废、退回、删除无理由"],
            Self::MaterialMissing => {
                ["S2", "accepted without a required material", "受理时缺必要材料"]
            }
            Self::Charge => ["S3", "charged wrongly", "收费异常"],
            Self::RefusedWithoutReason => {
                ["S4", "refused without a reason", "不予受理、不予许可无理由"]
            }
            Self::OverPromise => ["S5", "longer than promised", "超承诺时限"],
            Self::OverLaw => ["S6", "longer than the law allows", "超法定时限"],
            Self::SpecialProcedureLate => {
                ["S7", "special procedure over its limit", "特别程序超时"]
            }
            Self::SpecialProcedureDated => {
                ["S8", "special procedure ended before it began", "特别程序结果早于申请"]
            }
            Self::SupplementNotices => ["S9", "too many supplement notices", "补正次数超限"],
            Self::SupplementDated => {
                ["S10", "supplement dated before its notice", "补正受理早于告知"]
            }
            Self::AcceptanceDated => ["S11", "acceptance dated after closing", "受理晚于办结"],
            Self::StepCount => ["S12", "not as many steps as defined", "环节数与定义不符"],
            Self::AnswerLate => ["S13", "card answered late", "亮牌答复超时"],
        }
    }

    /// The number, `S1` to `S13`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        let [id, _, _] = self.names();
        id
    }

    /// The rule in Chinese.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        let [_, _, zh] = self.names();
        zh
    }
}

impl fmt::Display for SupervisionRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [_, english, _] = self.names();
        f.pad(english)
    }
}
