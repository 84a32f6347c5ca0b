//! Reading a cell as what its column holds.

use alloc::vec::Vec;

use chrono::NaiveDate;

use super::RowCheck;
use crate::{
    Authority, Category, Channel, CreditCode, DivisionCode, DocumentKind, DocumentNumber,
    ForeignResidentId, FormerNumberLink, IdentityKey, Label, LegacyForeignResidentId,
    LegacyResidentId, Notice, OrganizationCode, ParseError, PilotCreditCode, Pseudonym,
    RegistrationNumber, ResidentId, ResidentKind, Subject,
};

/// The division in a number, and the day of birth where it is a person's.
type Origin = (DivisionCode, Option<NaiveDate>);

impl RowCheck {
    /// Reads a number and tells what is worth telling about it.
    pub(super) fn number(&self, subject: Subject, text: &str) -> Result<Vec<Notice>, ParseError> {
        match subject {
            Subject::ResidentId => {
                let id = self.born(ResidentId::parse, ResidentId::parse_on, text)?;
                let is_citizen = id.kind() == ResidentKind::Citizen;
                let origin = || is_citizen.then(|| (id.division(), Some(id.birth_date())));
                Ok(self.told(subject, || id.notices(), origin))
            }
            Subject::LegacyResidentId => {
                let id = self.born(LegacyResidentId::parse, LegacyResidentId::parse_on, text)?;
                let origin = || Some((id.division(), Some(id.birth_date())));
                Ok(self.told(subject, || id.notices(), origin))
            }
            Subject::ForeignResidentId => {
                let id = self.born(ForeignResidentId::parse, ForeignResidentId::parse_on, text)?;
                Ok(self.told(subject, || id.notices(), || None))
            }
            Subject::LegacyForeignResidentId => {
                let (parse, parse_on) =
                    (LegacyForeignResidentId::parse, LegacyForeignResidentId::parse_on);
                let id = self.born(parse, parse_on, text)?;
                Ok(self.told(subject, || id.notices(), || None))
            }
            Subject::CreditCode => {
                let code = CreditCode::parse(text)?;
                Ok(self.told(subject, || code.notices(), || Some((code.division(), None))))
            }
            Subject::PilotCreditCode => {
                let code = PilotCreditCode::parse(text)?;
                Ok(self.told(subject, || code.notices(), || Some((code.division(), None))))
            }
            Subject::RegistrationNumber => {
                let number = RegistrationNumber::parse(text)?;
                Ok(self.told(subject, Vec::new, || Some((number.division(), None))))
            }
            Subject::OrganizationCode => OrganizationCode::parse(text).map(|_| Vec::new()),
            Subject::DivisionCode => DivisionCode::parse(text).map(|_| Vec::new()),
            Subject::FormerNumberLink => FormerNumberLink::parse(text).map(|_| Vec::new()),
            Subject::Authority => Authority::parse(text).map(|_| Vec::new()),
            Subject::Category => Category::parse(text).map(|_| Vec::new()),
            Subject::IdentityKey => IdentityKey::parse(text).map(|_| Vec::new()),
            Subject::DocumentKind => DocumentKind::parse(text).map(|_| Vec::new()),
            Subject::DocumentNumber => DocumentNumber::parse(text).map(|_| Vec::new()),
            Subject::Label => Label::parse(text).map(|_| Vec::new()),
            Subject::Channel => Channel::parse(text).map(|_| Vec::new()),
            Subject::Pseudonym => Pseudonym::parse(text).map(|_| Vec::new()),
        }
    }

    fn born<T>(
        &self,
        parse: fn(&str) -> Result<T, ParseError>,
        parse_on: fn(&str, NaiveDate) -> Result<T, ParseError>,
        text: &str,
    ) -> Result<T, ParseError> {
        self.today.map_or_else(|| parse(text), |today| parse_on(text, today))
    }

    /// The notices of the number and that of the table, if they are wanted.
    fn told(
        &self,
        subject: Subject,
        of_number: impl FnOnce() -> Vec<Notice>,
        origin: impl FnOnce() -> Option<Origin>,
    ) -> Vec<Notice> {
        if !self.notices {
            return Vec::new();
        }
        let mut notices = of_number();
        notices.extend(self.told_by_table(subject, origin));
        notices
    }

    #[cfg(feature = "divisions")]
    fn told_by_table(
        &self,
        subject: Subject,
        origin: impl FnOnce() -> Option<Origin>,
    ) -> Option<Notice> {
        let table = self.divisions?;
        let (division, birth) = origin()?;
        table.notice(subject, division, birth)
    }

    #[cfg(not(feature = "divisions"))]
    #[expect(clippy::unused_self, reason = "there is no table to ask")]
    fn told_by_table(&self, _: Subject, _: impl FnOnce() -> Option<Origin>) -> Option<Notice> {
        None
    }
}
