//! What an examination of a presentation found.

use crate::presentation::error::PresentationError;
use crate::verify::{Axis, Report, Verdict};

/// What an examination of a presentation found (出示核验报告): that of the
/// license, and on the holder's binding every reason to doubt it.
///
/// ```
/// use gov_license::{Axis, PresentationReport, Verdict};
///
/// /// Whether the clerk should ask the holder to show it once more.
/// fn ask_again(report: &PresentationReport) -> bool {
///     report.license().conclusion().is_none()
///         && report.verdict(Axis::HolderBinding) == Verdict::No
/// }
/// # let _ = ask_again;
/// ```
#[doc(alias = "出示核验报告")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[must_use = "an examination whose report nobody reads protects nobody"]
pub struct PresentationReport {
    license: Report,
    faults: Vec<PresentationError>,
    is_bound: bool,
}

impl PresentationReport {
    pub(crate) const fn new(
        license: Report,
        faults: Vec<PresentationError>,
        is_bound: bool,
    ) -> Self {
        Self { license, faults, is_bound }
    }

    /// What is known on one axis. A license that is bound to no key, shown
    /// without one, carries nothing to be found out about its holder.
    #[must_use]
    pub fn verdict(&self, axis: Axis) -> Verdict {
        match axis {
            Axis::HolderBinding if !self.faults.is_empty() => Verdict::No,
            Axis::HolderBinding if self.is_bound => Verdict::Yes,
            _ => self.license.verdict(axis),
        }
    }

    /// What was found about the license shown.
    pub const fn license(&self) -> &Report {
        &self.license
    }

    /// Every reason to doubt that its holder shows it here and now, in the order
    /// in which they count.
    #[must_use]
    pub fn binding(&self) -> &[PresentationError] {
        &self.faults
    }

    /// The first reason not to accept it, which is what
    /// [`verify`](crate::Presentation::verify) answers; none when it is accepted.
    #[must_use]
    pub fn conclusion(&self) -> Option<PresentationError> {
        let license = self.license.conclusion().cloned().map(PresentationError::License);
        license.or_else(|| self.faults.first().cloned())
    }
}
