//! First review by the lower level, and what the upper level gets.

use std::collections::BTreeSet;

use gov_identity::{Channel, CreditCode, IdentityKey};

use crate::decide::written;
use crate::intake::{filed, in_guide};
use crate::{Case, CaseNumber, Fact, Limit, MaterialName, Opinion, Procedure, Refusal, Words};

/// An item that is reviewed here first and decided above (初审), 行政许可法 art. 35, 43.
///
/// ```
/// use gov_identity::CreditCode;
/// use gov_workflow::FirstReview;
///
/// let review = FirstReview::for_body(CreditCode::from_static("91640200MA0000007F"));
/// assert_eq!(review.limit.days, 20);
/// ```
#[doc(alias = "初审")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a plain record for callers to fill in")]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct FirstReview {
    /// The body that decides.
    pub upper: CreditCode,
    /// Time for the first review, from its own acceptance.
    pub limit: Limit,
}

/// What the lower level sends up (转报材料): opinion and whole file.
///
/// [`Case::forwarded_file`] gives it, and [`Command::TakeOver`](crate::Command::TakeOver) takes it in above. It
/// names the applicant, whose number `Debug` does not show.
///
/// ```
/// # use gov_workflow::Case;
/// # use gov_workflow::gov_identity::{CreditCode, DivisionCode};
/// # use gov_workflow::{ItemCode, Procedure, ProcedureDraft};
/// # let item = ItemCode::parse("1164020010001501113000131001000").unwrap();
/// # let body = CreditCode::from_static("91640200MA0000007F");
/// # let town = DivisionCode::from_static("640200");
/// # let draft = ProcedureDraft::licensing(item, "示例许可", body, town);
/// # let procedure = Procedure::try_new(draft).unwrap();
/// assert!(Case::draft().forwarded_file(&procedure).is_none());
/// ```
#[doc(alias = "转报材料")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a plain record, as it travels")]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct ForwardedFile {
    /// The body that decides.
    pub to: CreditCode,
    /// The body that reviewed first.
    pub from: CreditCode,
    /// The number of the case there.
    pub case: CaseNumber,
    /// Who applies.
    pub applicant: IdentityKey,
    /// The way the application came.
    pub channel: Channel,
    /// Everything that was handed in.
    pub materials: BTreeSet<MaterialName>,
    /// What the first review speaks for.
    pub opinion: Opinion,
    /// The opinion in words.
    pub report: String,
}

impl FirstReview {
    /// Twenty working days for the lower level, 行政许可法 art. 43.
    #[must_use]
    pub fn for_body(upper: CreditCode) -> Self {
        Self { upper, limit: Limit::first_review() }
    }
}

impl Case {
    /// What goes up to the body that decides, once the first review has ended (转报材料).
    #[must_use]
    pub fn forwarded_file(&self, procedure: &Procedure) -> Option<ForwardedFile> {
        let (filing, (to, opinion, report)) = (self.filing.as_ref()?, self.forwarded.as_ref()?);
        Some(ForwardedFile {
            to: *to,
            from: procedure.body(),
            case: filing.case.clone(),
            applicant: filing.applicant.clone(),
            channel: filing.channel,
            materials: self.materials.clone(),
            opinion: *opinion,
            report: report.clone(),
        })
    }

    /// Whether the lower level has reviewed it first, and where.
    #[must_use]
    pub const fn taken_over(&self) -> Option<&(CreditCode, CaseNumber)> {
        self.taken_over.as_ref()
    }

    pub(crate) fn forward(
        &self,
        procedure: &Procedure,
        opinion: Opinion,
        report: &str,
    ) -> Result<Fact, Refusal> {
        let to = procedure.first_review().ok_or(Refusal::DecidedHere)?.upper;
        written(report, Words::Note)?;
        let (report, materials) = (report.to_owned(), self.materials.clone());
        Ok(Fact::Forwarded { to, opinion, report, materials })
    }
}

/// The file as a case of the upper level.
pub(crate) fn taken_over(
    procedure: &Procedure,
    case: &CaseNumber,
    file: &ForwardedFile,
) -> Result<Vec<Fact>, Refusal> {
    if file.to != procedure.body() {
        return Err(Refusal::FileForAnother);
    }
    in_guide(procedure, &file.materials)?;
    written(&file.report, Words::Note)?;
    let received = filed(procedure, case, &file.applicant, file.channel, &file.materials);
    let (from, case, report) = (file.from, file.case.clone(), file.report.clone());
    Ok(vec![received, Fact::TakenOver { from, case, opinion: file.opinion, report }])
}
