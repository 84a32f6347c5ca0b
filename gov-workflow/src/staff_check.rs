//! Whether a procedure can always be finished, and by these people.

use std::collections::{BTreeMap, BTreeSet};

use crate::impasse::{Impasse, Obstacle};
use crate::staff_walk::Walk;
use crate::{Officer, Procedure, Refusal, Role, Staff, StaffFault, StaffId, State};

impl Procedure {
    /// Whether a case can always be finished: by anybody at all, and by this staff, with
    /// any `absent` of them away (办理规程核验).
    ///
    /// Every way of a case is tried on [`Case::decide`](crate::Case::decide) itself, so that
    /// this knows no rule of its own. Everybody does whatever they lawfully can; the
    /// body must be able to end the case from wherever that leads, without the
    /// applicant giving up or helping, and without leaning on its own silence. Commands that
    /// a case never needs for its end (an extension, say) are not tried.
    ///
    /// People with the same body, division and roles stand for each other, and three of
    /// them for any more.
    ///
    /// # Errors
    ///
    /// Every dead step, then for every state where a case gets stuck the fewest
    /// people who must be away for it:
    ///
    /// - the only officer who decides is away, or has accepted the case
    /// - two must check on site and one is there
    /// - more than 1024 choices of absent people that differ
    pub fn check(&self, staff: &Staff, absent: usize) -> Result<(), Vec<StaffFault>> {
        let helpers = self.helpers();
        let Some(walk) = Walk::through(self, &helpers) else {
            return Err(vec![StaffFault::TooManyChoices]);
        };
        let dead: BTreeSet<State> = walk.stuck().into_iter().map(|at| walk.state(at)).collect();
        let mut faults: Vec<_> =
            dead.iter().map(|state| StaffFault::DeadStep { state: *state }).collect();
        let Some(choices) = choices(staff, absent) else {
            faults.push(StaffFault::TooManyChoices);
            return Err(faults);
        };
        let mut found: Vec<Impasse> = Vec::new();
        for away in choices {
            let there = |officer: &&Officer| !away.contains(officer);
            let present: Vec<_> = staff.officers().iter().filter(there).cloned().collect();
            let Some(walk) = Walk::through(self, &present) else {
                faults.push(StaffFault::TooManyChoices);
                break;
            };
            for impasse in impasses(&walk, &away) {
                let known = |earlier: &Impasse| {
                    earlier.state == impasse.state
                        && earlier.away.iter().all(|who| impasse.away.contains(who))
                };
                if !dead.contains(&impasse.state) && !found.iter().any(known) {
                    found.push(impasse);
                }
            }
        }
        faults.extend(found.into_iter().map(|impasse| StaffFault::Impasse(Box::new(impasse))));
        if faults.is_empty() { Ok(()) } else { Err(faults) }
    }

    /// As many people as could ever be needed, who may do everything.
    fn helpers(&self) -> Vec<Officer> {
        let many = self.on_site_officers().unwrap_or(0).max(3);
        let officer = |number| {
            let staff = StaffId::parse(&format!("helper-{number}")).ok()?;
            let (body, division) = (self.body(), self.division());
            Some(Officer { staff, body, division, roles: Role::ALL.into() })
        };
        (1..=many).filter_map(officer).collect()
    }
}

/// One point for each state at which the body has no way on.
fn impasses(walk: &Walk<'_>, away: &[&Officer]) -> Vec<Impasse> {
    let stuck = walk.stuck();
    let mut impasses: Vec<Impasse> = Vec::new();
    for at in &stuck {
        let state = walk.state(*at);
        let known = impasses.iter().any(|earlier| earlier.state == state);
        if known || !walk.is_last(*at) {
            continue;
        }
        let leads_here = |other: &&usize| walk.reaches(**other, *at);
        let states: BTreeSet<_> =
            stuck.iter().filter(leads_here).map(|other| walk.state(*other)).collect();
        impasses.push(Impasse {
            state,
            states: states.into_iter().collect(),
            away: away.iter().map(|officer| officer.staff.clone()).collect(),
            path: walk.path(*at),
            obstacles: obstacles(walk, *at),
        });
    }
    impasses
}

/// What could lead on from here, if somebody could do it.
fn obstacles(walk: &Walk<'_>, at: usize) -> Vec<Obstacle> {
    let mut refused: BTreeMap<_, Vec<(StaffId, Refusal)>> = BTreeMap::new();
    let mut possible = BTreeSet::new();
    for (author, command, outcome) in walk.outcomes(at) {
        let Some(staff) = author.staff().cloned() else { continue };
        if !walk.needs(command) || walk.state(at).after(command.event()).is_err() {
            continue;
        }
        let Err(refusal) = outcome else {
            possible.insert(command);
            continue;
        };
        let refusals = refused.entry(command).or_default();
        let lacks = matches!(
            refusal,
            Refusal::RoleMissing { .. } | Refusal::OtherBody | Refusal::OtherDivision
        );
        if !lacks && !refusals.contains(&(staff.clone(), refusal)) {
            refusals.push((staff, refusal));
        }
    }
    if refused.is_empty() {
        // Nobody is there at all.
        let here = |kind: &_| walk.needs(*kind) && walk.state(at).after(kind.event()).is_ok();
        refused.extend(crate::CommandKind::ALL.into_iter().filter(here).map(|kind| (kind, vec![])));
    }
    let blocked = refused.into_iter().filter(|(command, _)| !possible.contains(command));
    blocked.map(|(command, refusals)| Obstacle { command, refusals }).collect()
}

/// The choices of absent people that differ, the smaller ones first; none when there
/// are too many.
fn choices(staff: &Staff, absent: usize) -> Option<Vec<Vec<&Officer>>> {
    const MOST: usize = 1024;
    let mut alike: BTreeMap<_, Vec<&Officer>> = BTreeMap::new();
    for officer in staff.officers() {
        let duty = (officer.body, officer.division, &officer.roles);
        alike.entry(duty).or_default().push(officer);
    }
    let mut choices: Vec<Vec<&Officer>> = vec![vec![]];
    for class in alike.values() {
        let mut more = Vec::new();
        for choice in &choices {
            let room = absent.saturating_sub(choice.len()).min(class.len());
            for count in 0..=room {
                more.push(choice.iter().chain(class.iter().take(count)).copied().collect());
                if more.len() > MOST {
                    return None;
                }
            }
        }
        choices = more;
    }
    choices.sort_by_key(Vec::len);
    Some(choices)
}
