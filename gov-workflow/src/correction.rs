//! Corrections: of the applicant's slips on the spot, of the body's slips afterwards.

use std::collections::BTreeSet;

use crate::decide::written;
use crate::intake::in_guide;
use crate::{Case, Fact, MaterialName, Procedure, Refusal, Words};

/// Where a slip of the pen stands (更正文书).
///
/// ```
/// use gov_workflow::{Command, CommandKind, Document};
///
/// let correct = Command::CorrectClericalError {
///     document: Document::License,
///     old: "示例街1号".to_owned(),
///     new: "示例街2号".to_owned(),
///     notice: "示例告字第1号".to_owned(),
/// };
/// assert_eq!(correct.kind(), CommandKind::CorrectClericalError);
/// ```
#[doc(alias = "更正")]
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Document {
    /// The written decision (决定书).
    Decision,
    /// The license (许可证件).
    License,
}

impl Case {
    /// An error that can be put right at once is put right at once, 行政许可法 art. 32 (3). It
    /// is no notice, and no clock stops.
    pub(crate) fn correct(
        &self,
        procedure: &Procedure,
        materials: &BTreeSet<MaterialName>,
        note: &str,
    ) -> Result<Fact, Refusal> {
        if materials.is_empty() {
            return Err(Refusal::ListEmpty);
        }
        in_guide(procedure, materials)?;
        if let Some(index) = materials.iter().position(|name| !self.materials.contains(name)) {
            return Err(Refusal::NotInHand { position: index + 1 });
        }
        written(note, Words::Note)?;
        Ok(Fact::CorrectedOnTheSpot { materials: materials.clone(), note: note.to_owned() })
    }
}

/// What was written and what is meant: the old text stays in the history.
pub(crate) fn amend(
    document: Document,
    old: &str,
    new: &str,
    notice: &str,
) -> Result<Fact, Refusal> {
    written(old, Words::OldText)?;
    written(new, Words::NewText)?;
    if old == new {
        return Err(Refusal::NothingChanged);
    }
    written(notice, Words::Notice)?;
    let (old, new, notice) = (old.to_owned(), new.to_owned(), notice.to_owned());
    Ok(Fact::ClericalErrorCorrected { document, old, new, notice })
}
