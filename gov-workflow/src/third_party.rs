//! Third parties whose interests are directly concerned: heard before the decision.

use crate::decide::written;
use crate::{Case, Fact, Refusal, Words};

impl Case {
    /// How many third parties were notified (利害关系人), 行政许可法 art. 36.
    #[must_use]
    pub const fn third_parties(&self) -> usize {
        self.third_parties.len()
    }

    /// The first of those notified, from 1, that was neither heard nor waived it.
    #[must_use]
    pub fn unheard_third_party(&self) -> Option<usize> {
        self.third_parties.iter().position(|answered| !answered).map(|index| index + 1)
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

    /// Whether this one was notified and still waits.
    pub(crate) fn waits(&self, position: usize) -> Result<(), Refusal> {
        let answered = position.checked_sub(1).and_then(|index| self.third_parties.get(index));
        match answered {
            None => Err(Refusal::ThirdPartyUnknown),
            Some(true) => Err(Refusal::ThirdPartyAnswered { position }),
            Some(false) => Ok(()),
        }
    }

    pub(crate) fn hear(&self, party: usize, statement: &str) -> Result<Fact, Refusal> {
        self.waits(party)?;
        written(statement, Words::Statement)?;
        Ok(Fact::ThirdPartyHeard { party, statement: statement.to_owned() })
    }

    /// This one was heard, or does not want to be.
    pub(crate) fn answered(&mut self, position: usize) {
        let place = position.checked_sub(1);
        if let Some(answered) = place.and_then(|index| self.third_parties.get_mut(index)) {
            *answered = true;
        }
    }
}
