//! What an applicant may not do for some time, since something was untrue.

use chrono::{Months, NaiveDate};

use crate::{Basis, ItemCode};

/// What an applicant may not do for some time (限制), since something was untrue.
///
/// A case that ends with one shows it as [`Case::bar`](crate::Case::bar); the next case of the same applicant
/// gets it as [`Circumstances`](crate::Circumstances).
///
/// ```
/// use chrono::NaiveDate;
/// use gov_workflow::{Bar, Barred, Basis, ItemCode};
///
/// let since = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
/// let item = ItemCode::parse("1164020010001501113000131001000")?;
/// let bar = Bar::lasting(Barred::Application, item, since, 12, Basis::licensing_law(78));
/// assert_eq!(bar.until, NaiveDate::from_ymd_opt(2027, 3, 2));
/// assert!(bar.holds(since));
/// # Ok::<(), gov_workflow::CodeError>(())
/// ```
#[doc(alias = "限制申请")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a plain record for callers to keep")]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Bar {
    /// What is barred.
    pub from: Barred,
    /// The item over which it came.
    pub item: ItemCode,
    /// The day from which it holds.
    pub since: NaiveDate,
    /// The last day; none where no rule names an end.
    pub until: Option<NaiveDate>,
    /// Where the law says so.
    pub basis: Basis,
}

/// What is barred (限制内容).
///
/// ```
/// use gov_workflow::Barred;
///
/// assert_ne!(Barred::Application, Barred::PromiseTrack);
/// ```
#[doc(alias = "限制内容")]
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Barred {
    /// Applying for the same item again (再次申请该行政许可), 行政许可法 art. 78, 79.
    Application,
    /// The promise track, for whatever item (适用告知承诺).
    PromiseTrack,
}

/// The field that an item directly concerns (直接关系的领域).
///
/// None of them can be had on a promise; for the first two, who was untrue is barred
/// from the item for some time.
///
/// ```
/// use gov_workflow::SensitiveField;
///
/// assert!(SensitiveField::Health.bars() && !SensitiveField::Finance.bars());
/// ```
#[doc(alias = "直接关系的领域")]
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum SensitiveField {
    /// Public safety, and the safety of life and property (公共安全、生命财产安全).
    Safety,
    /// Health (人身健康).
    Health,
    /// Ecology (生态环境保护).
    Ecology,
    /// Finance (金融).
    Finance,
}

impl SensitiveField {
    /// Whether art. 78 and 79 of the Licensing Law bar who was untrue.
    #[must_use]
    pub const fn bars(self) -> bool {
        matches!(self, Self::Safety | Self::Health)
    }
}

impl Bar {
    /// A bar of so many months; its last day is the same day of the month.
    #[must_use]
    pub fn lasting(
        from: Barred,
        item: ItemCode,
        since: NaiveDate,
        months: u16,
        basis: Basis,
    ) -> Self {
        let until = since.checked_add_months(Months::new(months.into()));
        Self { from, item, since, until, basis }
    }

    /// Whether it holds on that day.
    #[must_use]
    pub fn holds(&self, on: NaiveDate) -> bool {
        self.since <= on && self.until.is_none_or(|until| on <= until)
    }
}
