//! The story of a case with which nobody can go on.

use core::fmt;

use crate::{Author, CommandKind, Doer, Refusal, StaffId, State};

/// How a case comes to a point where nobody who is there can go on (办件卡点).
///
/// `Display` and [`zh`](Self::zh) tell it as a story: who is away, what was done, which step
/// nobody can do, and why. [`Procedure::check`](crate::Procedure::check) finds it.
#[doc(alias = "办件卡点")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Impasse {
    /// Where the case stands.
    pub state: State,
    /// Every state from which such a case can only come here, this one included.
    pub states: Vec<State>,
    /// Who is away (缺勤人员).
    pub away: Vec<StaffId>,
    /// What was done until then, and by whom (已办环节).
    pub path: Vec<(Author, CommandKind)>,
    /// What nobody can do (无人可办的环节).
    pub obstacles: Vec<Obstacle>,
}

/// A step that nobody who is there can do, and why (无人可办的环节).
#[doc(alias = "无人可办的环节")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Obstacle {
    /// The step.
    pub command: CommandKind,
    /// Those who have the role, and what keeps each from it; empty when nobody has it.
    pub refusals: Vec<(StaffId, Refusal)>,
}

impl Impasse {
    /// The story in Chinese.
    #[must_use]
    pub fn zh(&self) -> String {
        let there = match self.away.as_slice() {
            [] => "全员在岗时".to_owned(),
            away => format!("{}缺勤时", names(away, "、")),
        };
        let done = |(author, command): &(Author, CommandKind)| {
            format!("，{}进行“{}”", who_zh(author), command.zh())
        };
        let path: String = self.path.iter().map(done).collect();
        let obstacles: String = self.obstacles.iter().map(Obstacle::zh).collect();
        format!("{there}{path}，办件处于“{}”{obstacles}", self.state.zh())
    }
}

impl Obstacle {
    fn zh(&self) -> String {
        let why = match (self.refusals.as_slice(), self.command.doer()) {
            ([], Doer::Officer(role) | Doer::ApplicantOr(role)) => {
                format!("在岗人员均没有“{}”职责", role.zh())
            }
            (refusals, _) => {
                let each = refusals.iter().map(|(who, why)| format!("{who}因{}", why.zh()));
                each.collect::<Vec<_>>().join("，")
            }
        };
        format!("；无人可以“{}”：{why}", self.command.zh())
    }
}

impl fmt::Display for Impasse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.away.as_slice() {
            [] => f.write_str("with everybody there")?,
            away => write!(f, "with {} away", names(away, ", "))?,
        }
        for (author, command) in &self.path {
            write!(f, ", {}: {}", who(author), command.english())?;
        }
        write!(f, "; the case is {}", self.state.english())?;
        for Obstacle { command, refusals } in &self.obstacles {
            write!(f, "; nobody can {}", command.english())?;
            match (refusals.as_slice(), command.doer()) {
                ([], Doer::Officer(role) | Doer::ApplicantOr(role)) => {
                    write!(f, ", since nobody there has the role of {}", role.english())?;
                }
                (refusals, _) => {
                    for (who, why) in refusals {
                        write!(f, ", {who} since {why}")?;
                    }
                }
            }
        }
        Ok(())
    }
}

fn names(people: &[StaffId], between: &str) -> String {
    people.iter().map(StaffId::as_str).collect::<Vec<_>>().join(between)
}

fn who(author: &Author) -> &str {
    match author {
        Author::Applicant => "applicant",
        Author::Officer { staff, .. } | Author::Deputy { staff, .. } => staff.as_str(),
        Author::Clock => "clock",
    }
}

fn who_zh(author: &Author) -> &str {
    match author {
        Author::Applicant => "申请人",
        Author::Officer { staff, .. } | Author::Deputy { staff, .. } => staff.as_str(),
        Author::Clock => "系统",
    }
}
