//! What the table remarks about the division in a number (区划提示).

use chrono::{Datelike, NaiveDate};

use super::{DivisionStatus, Divisions};
use crate::notice::{Notice, NoticeKind};
use crate::subject::Subject;
use crate::{
    CreditCode, DivisionCode, LegacyResidentId, PilotCreditCode, RegistrationNumber, ResidentId,
    ResidentKind,
};

impl Divisions {
    /// What is worth telling about the county in a citizen number; never a
    /// reason to refuse it.
    ///
    /// Nothing for counties that were in force at birth, nor for collective
    /// endings such as 市辖区, nor for residence permits, whose first six digits
    /// are no county. That the county is younger than the person, or ended
    /// before, is said for births since the first year of the table only; a
    /// county abolished in the year of birth may have stood on the birthday.
    ///
    /// ```
    /// use gov_identity::{Divisions, NoticeKind, ResidentId};
    ///
    /// let notice = |text| {
    ///     let id = ResidentId::parse(text).unwrap();
    ///     Divisions::china().birth_notice(&id).map(|notice| notice.kind())
    /// };
    /// // The standard's own samples: a county of 1983 to 1992, and one in no table.
    /// assert_eq!(notice("440524188001010014"), None);
    /// assert_eq!(notice("34052419800101001X"), Some(NoticeKind::UnknownCounty));
    /// assert_eq!(notice("440524200101019963"), Some(NoticeKind::AbolishedBeforeBirth));
    /// ```
    #[must_use]
    pub fn birth_notice(&self, id: &ResidentId) -> Option<Notice> {
        match id.kind() {
            ResidentKind::Citizen => {
                let kind = self.oddity_at_birth(id.division(), id.birth_date())?;
                Some(Notice::new(Subject::ResidentId, kind, 1, 6))
            }
            _ => None,
        }
    }

    /// The same for a citizen number of fifteen digits.
    #[must_use]
    pub fn legacy_birth_notice(&self, id: &LegacyResidentId) -> Option<Notice> {
        let kind = self.oddity_at_birth(id.division(), id.birth_date())?;
        Some(Notice::new(Subject::LegacyResidentId, kind, 1, 6))
    }

    /// What is worth telling about the division in a credit code. The day of
    /// registration is not in the code, so any year will do.
    ///
    /// ```
    /// use gov_identity::{CreditCode, Divisions, NoticeKind};
    ///
    /// let china = Divisions::china();
    /// let code = CreditCode::from_static("91119900PDY001565F");
    /// let notice = china.registration_notice(&code).unwrap();
    /// assert_eq!(notice.kind(), NoticeKind::UnknownPrefecture);
    /// assert_eq!(notice.positions(), 3..=8);
    /// assert_eq!(china.registration_notice(&CreditCode::from_static("91640200MA0000007F")), None);
    /// ```
    #[must_use]
    pub fn registration_notice(&self, code: &CreditCode) -> Option<Notice> {
        let kind = unknown(self.ever(code.division()))?;
        Some(Notice::new(Subject::CreditCode, kind, 3, 8))
    }

    /// The same for a pilot credit code.
    #[must_use]
    pub fn pilot_registration_notice(&self, code: &PilotCreditCode) -> Option<Notice> {
        let kind = unknown(self.ever(code.division()))?;
        Some(Notice::new(Subject::PilotCreditCode, kind, 3, 8))
    }

    /// The same for the authority in a registration number.
    #[must_use]
    pub fn legacy_registration_notice(&self, number: &RegistrationNumber) -> Option<Notice> {
        let kind = unknown(self.ever(number.division()))?;
        Some(Notice::new(Subject::RegistrationNumber, kind, 1, 6))
    }

    fn oddity_at_birth(&self, county: DivisionCode, birth: NaiveDate) -> Option<NoticeKind> {
        let year = birth.year();
        if let Some(kind) = unknown(self.ever(county)) {
            return Some(kind);
        }
        if year < *self.years().start() {
            return None;
        }
        let mut years = self.history(county).map(|interval| interval.years()).peekable();
        years.peek()?;
        let mut oddity = NoticeKind::AbolishedBeforeBirth;
        for years in years {
            if year < *years.start() {
                oddity = NoticeKind::CreatedAfterBirth;
            } else if year <= years.end().saturating_add(1) || *years.end() == *self.years().end() {
                return None;
            }
        }
        Some(oddity)
    }
}

/// The notice for a code that no table lists.
const fn unknown(status: DivisionStatus) -> Option<NoticeKind> {
    match status {
        DivisionStatus::ObservedUnpublished => Some(NoticeKind::ObservedUnpublished),
        DivisionStatus::UnknownCounty => Some(NoticeKind::UnknownCounty),
        // No number with a province that does not exist is ever read.
        DivisionStatus::UnknownPrefecture | DivisionStatus::UnknownProvince => {
            Some(NoticeKind::UnknownPrefecture)
        }
        _ => None,
    }
}
