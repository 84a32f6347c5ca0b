//! What the table remarks about the division in a number (区划提示).

use chrono::{Datelike, NaiveDate};

use super::{DivisionStatus, Divisions};
use crate::notice::{Notice, NoticeKind};
use crate::{
    CreditCode, DivisionCode, LegacyResidentId, PilotCreditCode, RegistrationNumber, ResidentId,
    ResidentKind, Subject,
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
                self.notice(Subject::ResidentId, id.division(), Some(id.birth_date()))
            }
            _ => None,
        }
    }

    /// The same for a citizen number of fifteen digits.
    #[must_use]
    pub fn legacy_birth_notice(&self, id: &LegacyResidentId) -> Option<Notice> {
        self.notice(Subject::LegacyResidentId, id.division(), Some(id.birth_date()))
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
        self.notice(Subject::CreditCode, code.division(), None)
    }

    /// The same for a pilot credit code.
    #[must_use]
    pub fn pilot_registration_notice(&self, code: &PilotCreditCode) -> Option<Notice> {
        self.notice(Subject::PilotCreditCode, code.division(), None)
    }

    /// The same for the authority in a registration number.
    #[must_use]
    pub fn legacy_registration_notice(&self, number: &RegistrationNumber) -> Option<Notice> {
        self.notice(Subject::RegistrationNumber, number.division(), None)
    }

    /// The notice for the division in a number, at the place it has there.
    pub(crate) fn notice(
        &self,
        subject: Subject,
        division: DivisionCode,
        birth: Option<NaiveDate>,
    ) -> Option<Notice> {
        let unknown = unknown(self.ever(division));
        let at_birth = || self.oddity_at_birth(division, birth?.year());
        let kind = unknown.or_else(at_birth)?;
        let (first, last) = match subject {
            Subject::CreditCode | Subject::PilotCreditCode => (3, 8),
            _ => (1, 6),
        };
        Some(Notice::new(subject, kind, first, last))
    }

    fn oddity_at_birth(&self, county: DivisionCode, year: i32) -> Option<NoticeKind> {
        let (first_year, last_year) = self.years().into_inner();
        if year < first_year {
            return None;
        }
        let mut oddity = None;
        for years in self.history(county).map(|interval| interval.years()) {
            if year < *years.start() {
                oddity = Some(NoticeKind::CreatedAfterBirth);
            } else if year <= years.end().saturating_add(1) || *years.end() == last_year {
                return None;
            } else {
                oddity = Some(NoticeKind::AbolishedBeforeBirth);
            }
        }
        oddity
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
