//! The office: brings a command to the law, the outcome to the store, and tells
//! of both.

use std::error::Error;
use std::path::Path;

use chrono::{DateTime, FixedOffset};
use gov_workflow::store::{Appended, RequestKey, SqliteStore, Tenant};
use gov_workflow::{Case, CaseNumber, Command, Deadline, Explanation, History, Rules};

use crate::cast::Person;
use crate::narrator::{Narrator, Outcome, Step, Text};

/// One office with its rules and its case store.
pub(crate) struct Office {
    pub(crate) rules: Rules,
    pub(crate) narrator: Narrator,
    store: SqliteStore,
    tenant: Tenant,
}

/// A case on the desk.
pub(crate) struct Docket {
    pub(crate) case: Case,
    pub(crate) number: CaseNumber,
}

impl Docket {
    pub(crate) const fn new(number: CaseNumber) -> Self {
        Self { case: Case::draft(), number }
    }
}

impl Office {
    /// Opens the office with a store at this path.
    pub(crate) fn open(
        rules: Rules,
        store: &Path,
        narrator: Narrator,
    ) -> Result<Self, Box<dyn Error>> {
        let tenant = Tenant::parse(rules.procedure().division().as_str())?;
        Ok(Self { rules, narrator, store: SqliteStore::open(store)?, tenant })
    }

    /// Does what the law allows: decides, stores, applies, tells.
    pub(crate) fn act(
        &mut self,
        docket: &mut Docket,
        who: &Person,
        command: &Command,
        at: DateTime<FixedOffset>,
        what: Text,
    ) -> Result<(), Box<dyn Error>> {
        let kind = command.kind();
        let events = docket.case.decide(&self.rules, command, &who.actor, at)?;
        let version = docket.case.version();
        let key = RequestKey::parse(&format!("{}-{version}", docket.number))?;
        let stored = self.store.append(&self.tenant, &docket.number, version, &key, &events)?;
        if let Appended::Repeated { .. } = stored {
            return Err("this request was stored before".into());
        }

        let running = docket.case.deadlines(&self.rules);
        for event in &events {
            docket.case.apply(event)?;
        }
        let mut step = Step::new(Outcome::Done, what).at(at).by(&who.name);
        if let Some(basis) = kind.basis() {
            step = step.detail("依据 basis", Text::new(basis.zh(), basis.to_string()));
        }
        for deadline in docket.case.deadlines(&self.rules) {
            if !running.contains(&deadline) {
                step = step.detail("期限 deadline", reckoning(&deadline));
            }
        }
        self.narrator.tell(step);
        Ok(())
    }

    /// Tries what the law refuses, and tells why; nothing changes.
    pub(crate) fn attempt(
        &mut self,
        docket: &Docket,
        who: &Person,
        command: &Command,
        at: DateTime<FixedOffset>,
        what: Text,
    ) -> Result<(), Box<dyn Error>> {
        let Err(refusal) = docket.case.decide(&self.rules, command, &who.actor, at) else {
            return Err(
                format!("the law let {:?} pass, which it must refuse", command.kind()).into()
            );
        };
        let why = Explanation::new(command.kind(), Some(refusal));
        let step = Step::new(Outcome::Refused, what)
            .at(at)
            .by(&who.name)
            .detail("理由 why", Text::new(why.zh(), why.to_string()))
            .detail("代码 code", Text::new(refusal.code(), ""));
        self.narrator.tell(step);
        Ok(())
    }

    /// The history of a case as the store has it.
    pub(crate) fn history(&self, docket: &Docket) -> Result<History, Box<dyn Error>> {
        Ok(self.store.load(&self.tenant, &docket.number)?)
    }
}

fn reckoning(deadline: &Deadline) -> Text {
    Text::new(deadline.explain_zh().trim_end(), deadline.explain().trim_end())
}
