//! Third parties whose interests are directly concerned: heard before the decision.

use crate::decide::written;
use crate::{Case, Fact, Refusal, Words};

/// What a third party made of the chance to be heard.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Answer {
    Heard,
    Waived,
}

impl Case {
    /// How many third parties were notified (利害关系人), 行政许可法 art. 36.
    #[must_use]
    pub const fn third_parties(&self) -> usize {
        self.third_parties.len()
    }

    /// The first of those notified, from 1, that was neither heard nor waived it.
    #[must_use]
    pub fn unheard_third_party(&self) -> Option<usize> {
        self.third_parties.iter().position(Option::is_none).map(|index| index + 1)
    }

    /// Nothing is decided before all were heard, or do not want to be.
    pub(crate) fn all_heard(&self) -> Result<(), Refusal> {
        match self.unheard_third_party() {
            Some(position) => Err(Refusal::ThirdPartyNotHeard { position }),
            None => Ok(()),
        }
    }

    /// Whether anybody waits to be heard.
    pub(crate) fn one_waits(&self) -> Result<(), Refusal> {
        self.unheard_third_party().map(|_| ()).ok_or(Refusal::NoThirdPartyWaits)
    }

    /// Whether none of them is left whose choice of a hearing is waited for.
    pub(crate) fn third_parties_waived(&self) -> bool {
        self.third_parties.iter().all(|answer| *answer == Some(Answer::Waived))
    }

    /// What this one has answered so far, if it was notified.
    pub(crate) fn notified(&self, position: usize) -> Result<Option<Answer>, Refusal> {
        let place = position.checked_sub(1).and_then(|index| self.third_parties.get(index));
        place.copied().ok_or(Refusal::ThirdPartyUnknown)
    }

    /// Whether this one was notified and still waits.
    pub(crate) fn waits(&self, position: usize) -> Result<(), Refusal> {
        match self.notified(position)? {
            Some(_) => Err(Refusal::ThirdPartyAnswered { position }),
            None => Ok(()),
        }
    }

    pub(crate) fn hear(&self, party: usize, statement: &str) -> Result<Fact, Refusal> {
        self.waits(party)?;
        written(statement, Words::Statement)?;
        Ok(Fact::ThirdPartyHeard { party, statement: statement.to_owned() })
    }

    /// This one was heard, or does not want to be.
    pub(crate) fn answered(&mut self, position: usize, answer: Answer) {
        let place = position.checked_sub(1);
        if let Some(place) = place.and_then(|index| self.third_parties.get_mut(index)) {
            *place = Some(answer);
        }
    }
}
