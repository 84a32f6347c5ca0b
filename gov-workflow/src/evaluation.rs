//! What the applicant thought of it.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset, NaiveDate};
use gov_identity::Channel;

use crate::case::day;
use crate::{Calendar, CaseNumber, Grade, NotCovered};

/// A grade that an applicant gave (好差评), after 国办发〔2019〕51号.
///
/// Who gave it is not here: the case knows the applicant. Only whether they gave
/// it under their name.
///
/// ```
/// use chrono::{DateTime, NaiveDate};
/// use gov_workflow::*;
///
/// let evaluation = Evaluation {
///     occasion: Occasion::Online(CaseNumber::parse("2026-0001")?),
///     grade: Grade::Dissatisfied,
///     real_name: true,
///     channel: Channel::MOBILE_APP,
///     at: DateTime::parse_from_rfc3339("2026-03-06T16:00:00+08:00").unwrap(),
///     text: "等候过久".to_owned(),
/// };
/// let calendar = Calendar::parse("week", "# firm: 2026-01-01..2026-12-25\n").unwrap();
/// let monday = NaiveDate::from_ymd_opt(2026, 3, 9);
/// assert_eq!(evaluation.contact_due(ContactRule::default(), &calendar), Ok(monday));
/// # Ok::<(), CodeError>(())
/// ```
#[doc(alias = "好差评")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a plain record for callers to fill in")]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Evaluation {
    /// What it is about.
    pub occasion: Occasion,
    /// The grade.
    pub grade: Grade,
    /// Whether the applicant gave it under their name (实名评价).
    pub real_name: bool,
    /// The way it came.
    pub channel: Channel,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// What the applicant wrote; may be empty.
    pub text: String,
}

/// What a grade is about (评价对象): each can be graded once.
///
/// One served on site may add the online grade of the case later; it is another
/// occasion.
#[doc(alias = "评价对象")]
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[expect(clippy::exhaustive_enums, reason = "closed by 国办发〔2019〕51号: on site or online")]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case", deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Occasion {
    /// A visit to the hall (一次一评), by the number of the queue or the system.
    Visit(CaseNumber),
    /// A case, online (一事一评).
    Online(CaseNumber),
}

/// In which time the body contacts one who gave a bad grade under their name (回访时限).
///
/// One working day after local rules (Shanghai, Anyang); another place puts its own number.
///
/// ```
/// assert_eq!(gov_workflow::ContactRule::default().working_days, 1);
/// ```
#[doc(alias = "回访时限")]
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a plain record for callers to fill in")]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct ContactRule {
    /// Working days after the day of the grade.
    pub working_days: u16,
}

impl Default for ContactRule {
    fn default() -> Self {
        Self { working_days: 1 }
    }
}

impl Evaluation {
    /// The last day to contact the applicant (回访期限); none unless the grade is bad
    /// and was given under a name.
    ///
    /// # Errors
    ///
    /// When the calendar does not reach that far.
    pub fn contact_due(
        &self,
        rule: ContactRule,
        calendar: &Calendar,
    ) -> Result<Option<NaiveDate>, NotCovered> {
        if !(self.real_name && self.grade.is_bad()) {
            return Ok(None);
        }
        let due = calendar.nth_working_day_after(day(self.at), rule.working_days.into())?;
        Ok(Some(due))
    }
}

/// What has been graded, so that nothing is graded twice (评价登记).
///
/// ```
/// # use gov_workflow::{CaseNumber, Evaluated, Occasion};
/// let visit = Occasion::Visit(CaseNumber::parse("A017")?);
/// let mut evaluated = Evaluated::default();
/// assert_eq!(evaluated.record(&visit), Ok(()));
/// assert_eq!(
///     evaluated.record(&visit).unwrap_err().to_string(),
///     "evaluation: the occasion was graded before",
/// );
/// # Ok::<(), gov_workflow::CodeError>(())
/// ```
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Evaluated(BTreeSet<Occasion>);

impl Evaluated {
    /// Records that an occasion is being graded.
    ///
    /// # Errors
    ///
    /// When it was graded before.
    pub fn record(&mut self, occasion: &Occasion) -> Result<(), AlreadyEvaluated> {
        if self.0.insert(occasion.clone()) { Ok(()) } else { Err(AlreadyEvaluated) }
    }
}

/// The occasion was graded before.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, thiserror::Error)]
#[error("evaluation: the occasion was graded before")]
#[expect(clippy::exhaustive_structs, reason = "there is nothing more to say")]
pub struct AlreadyEvaluated;

impl AlreadyEvaluated {
    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        "already-evaluated"
    }

    /// The error as one Chinese sentence.
    #[must_use]
    pub fn zh(&self) -> String {
        "该次办理已经评价".to_owned()
    }
}
