//! Who there is to do the work.

use std::collections::BTreeSet;

use crate::{Impasse, Officer, State};

/// The people who handle an item (办理人员), those of the windows included.
///
/// [`Procedure::check`](crate::Procedure::check) asks whether they can.
///
/// ```
/// use gov_workflow::gov_identity::{CreditCode, DivisionCode};
/// use gov_workflow::{Officer, Role, Staff, StaffId};
///
/// let officer = Officer {
///     staff: StaffId::parse("F-01")?,
///     body: CreditCode::from_static("91640200MA0000007F"),
///     division: DivisionCode::from_static("640200"),
///     roles: Role::ALL.into(),
/// };
/// let staff = Staff::try_new(vec![officer.clone()])?;
/// assert_eq!(staff.officers().len(), 1);
///
/// let twice = Staff::try_new(vec![officer.clone(), officer]).unwrap_err();
/// assert_eq!(twice.to_string(), "staff: officer 2 stands in the list before");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "办理人员")]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Staff(Vec<Officer>);

impl Staff {
    /// The most people a list can hold.
    pub const MOST: usize = 4096;

    /// Reads a list of people.
    ///
    /// # Errors
    ///
    /// One who stands in the list twice (staff numbers are unique in a body), and a list
    /// of more than [`MOST`](Self::MOST).
    pub fn try_new(officers: Vec<Officer>) -> Result<Self, StaffFault> {
        if officers.len() > Self::MOST {
            return Err(StaffFault::TooMany);
        }
        let mut seen = BTreeSet::new();
        match officers.iter().position(|officer| !seen.insert((officer.body, &officer.staff))) {
            Some(index) => Err(StaffFault::ListedTwice { position: index + 1 }),
            None => Ok(Self(officers)),
        }
    }

    /// The people, in the order of the list.
    #[must_use]
    pub fn officers(&self) -> &[Officer] {
        &self.0
    }
}

/// Why a procedure and its staff do not fit (办理人员配置问题).
///
/// ```
/// use gov_workflow::{StaffFault, State};
///
/// let fault = StaffFault::DeadStep { state: State::InReview };
/// assert_eq!(fault.to_string(), "procedure: a case that is in review can never be finished");
/// assert_eq!(fault.zh(), "办理规程：处于“审查中”的办件无论由谁办理都无法办结");
/// assert_eq!(fault.code(), "dead-step");
/// ```
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum StaffFault {
    /// A state from which no end can be reached, whoever works there.
    #[error("procedure: a case that is {} can never be finished", .state.english())]
    DeadStep {
        /// The state.
        state: State,
    },
    /// A case can come to a point where nobody who is there can go on.
    #[error("staff: {0}")]
    Impasse(Box<Impasse>),
    /// An officer who stands in the list twice.
    #[error("staff: officer {position} stands in the list before")]
    ListedTwice {
        /// The place in the list, from 1.
        position: usize,
    },
    /// More people than a list can hold.
    #[error("staff: more than {} officers", Staff::MOST)]
    TooMany,
    /// More choices of absent people, or more ways of a case, than can be tried.
    #[error("staff: more choices of absent officers than can be tried")]
    TooManyChoices,
}

impl StaffFault {
    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::DeadStep { .. } => "dead-step",
            Self::Impasse(_) => "impasse",
            Self::ListedTwice { .. } => "listed-twice",
            Self::TooMany => "too-many",
            Self::TooManyChoices => "too-many-choices",
        }
    }

    /// The fault in Chinese.
    #[must_use]
    pub fn zh(&self) -> String {
        match self {
            Self::DeadStep { state } => {
                format!("办理规程：处于“{}”的办件无论由谁办理都无法办结", state.zh())
            }
            Self::Impasse(impasse) => format!("办理人员：{}", impasse.zh()),
            Self::ListedTwice { position } => format!("办理人员：名单第{position}人重复"),
            Self::TooMany => format!("办理人员：名单超过{}人", Staff::MOST),
            Self::TooManyChoices => "办理人员：缺勤组合过多，无法逐一核验".to_owned(),
        }
    }
}
