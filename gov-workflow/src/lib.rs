//! Accept, approve, issue: the life of a government service case (办件) as law.
//!
//! A pure core: [`Case::decide`] says what would happen, [`Case::apply`] lets it happen. No
//! clock, no I/O, no chance; time, calendar and procedure come in as arguments.
//!
//! ```
//! # use gov_workflow::gov_identity::{CreditCode, DivisionCode, IdentityKey};
//! # use gov_workflow::*;
//! # let item = ItemCode::parse("1164020010001501113000131001000").unwrap();
//! # let body = CreditCode::from_static("91640200MA0000007F");
//! # let town = DivisionCode::from_static("640200");
//! # let procedure = Procedure::try_new(ProcedureDraft::licensing(item, "示例许可", body, town));
//! # let calendar = Calendar::parse("week", "# firm: 2026-01-01..2026-12-25\n").unwrap();
//! # let applicant = IdentityKey::parse("111:11010519491231002X").unwrap();
//! # let citizen = Actor::Applicant(applicant.clone());
//! # let number = CaseNumber::parse("2026-0001").unwrap();
//! # let (channel, materials) = (Channel::WEB, [].into());
//! # let at = chrono::DateTime::parse_from_rfc3339("2026-03-02T09:30:00+08:00").unwrap();
//! let rules = Rules::new(procedure.unwrap(), calendar);
//! let receive = Command::Receive { case: number, applicant, channel, materials };
//! let mut case = Case::draft();
//! for event in case.decide(&rules, &receive, &citizen, at).unwrap() {
//!     case.apply(&event).unwrap();
//! }
//! assert_eq!(case.state(), State::Submitted);
//! assert_eq!(case.deadlines(&rules)[0].due().unwrap().to_string(), "2026-03-09");
//! ```
//!
//! # Terms
//!
//! | Type | Chinese term | Source |
//! | ---- | ------------ | ------ |
//! | [`Procedure`] | 办理规程 | 行政许可法 art. 30 |
//! | [`Case`], [`State`], [`Event`] | 办件、办件状态、办件事件 | 行政许可法 ch. 4 |
//! | [`JointProcedure`], [`JointCase`] | 并联审批规程、联办件 | 行政许可法 art. 26, 42 |
//! | [`Command`], [`Actor`], [`Refusal`] | 操作、主体、不能办理的原因 | this crate |
//! | [`PromiseTrack`], [`FirstReview`], [`Renewal`] | 告知承诺、初审、延续 | local rules; 行政许可法 art. 35, 43, 50 |
//! | [`Entrusting`], [`EntrustingFault`] | 委托实施 | 行政许可法 art. 24 |
//! | [`Selection`] | 招标、拍卖、考试 | 行政许可法 art. 53, 54 |
//! | [`Circumstances`], [`Bar`] | 案外情况、限制申请 | 行政许可法 art. 57, 78, 79 |
//! | [`Calendar`] | 工作日历 | yearly notices of the State Council |
//! | [`Limit`], [`Deadline`] | 时限、期限 | 行政许可法 art. 32, 42, 44, 82; 民法典 art. 201, 203 |
//! | [`History`], [`Checkpoint`] | 办件履历、检查点 | this crate |
//!
//! # Features
//!
//! | Feature | Effect |
//! | ------- | ------ |
//! | `china-calendar` | the national calendar and the layer of Ningxia, compiled in |
//! | `catalog` | procedures from the items of `gov-catalog` |
//! | `serde`, `schemars` | JSON of events, commands and procedures, and its schemas |
//! | `sm` | histories chained by SM3 |
//! | `sqlite` | a store of cases, module `store` |

mod case;
mod circumstances;
mod clocks;
mod correction;
mod decide;
mod delay;
mod ending;
mod explain;
mod fee;
mod filing;
mod first_review;
mod guard;
mod handler;
mod hearing;
mod intake;
mod promise;
mod renewal;
mod revocation;
mod selection;
mod special_procedure;
mod state;
mod third_party;
mod tolerance;
mod what_if;

mod actor;
mod command;
mod command_kind;
mod command_name;
mod deputy;
mod event;
mod event_kind;
mod ground;

mod refusal;
mod refusal_basis;
mod refusal_zh;
mod remedy;
mod remedy_zh;
mod way;
mod words;

#[cfg(feature = "catalog")]
mod catalog;
mod entrusting;
mod procedure;
mod procedure_draft;
mod procedure_fault;
mod rules;

mod evaluation;
mod grade;

mod card;
mod card_policy;
mod supervision;
mod supervision_rule;

mod joint;

mod diagram;
mod hotline;
mod progress;
pub mod report;
mod report_special;
mod report_table;

mod impasse;
mod staff;
mod staff_check;
mod staff_walk;

mod bar;
mod basis;
mod calendar;
mod closing;
mod day_count;
mod deadline;
mod extension;
mod limit;
mod not_covered;
mod office;
mod pause;
mod reckoning;
mod unit_rule;
mod workdays;

mod chain_digest;
mod code;
mod hex;
mod history;
#[cfg(feature = "schemars")]
mod schemars;
#[cfg(feature = "serde")]
mod serde;
#[cfg(feature = "sqlite")]
pub mod store;
mod tampering;

pub use crate::actor::{Actor, Author, Officer, Role};
pub use crate::bar::{Bar, Barred, SensitiveField};
pub use crate::basis::Basis;
pub use crate::calendar::{Calendar, RegionLayer};
pub use crate::card::{Card, CardAnswer, CardColor, CardError, CardLifting, CardValue};
pub use crate::card_policy::{CardPolicy, CardThreshold};
pub use crate::case::Case;
pub use crate::chain_digest::ChainDigest;
pub use crate::circumstances::{Circumstances, QuotaQueue};
pub use crate::code::{CaseNumber, CodeError, CodeSubject, ItemCode, MaterialName, StaffId};
pub use crate::command::Command;
pub use crate::command_kind::{CommandKind, Doer};
pub use crate::correction::Document;
pub use crate::deadline::{Deadline, DueUnknown};
pub use crate::deputy::{Deputation, Deputy, DeputyFault};
pub use crate::diagram::Diagram;
pub use crate::ending::TerminationGround;
pub use crate::entrusting::{Entrusting, EntrustingFault};
pub use crate::evaluation::{AlreadyEvaluated, ContactRule, Evaluated, Evaluation, Occasion};
pub use crate::event::{DeliveryWay, Event, Fact, Opinion};
pub use crate::event_kind::EventKind;

pub use crate::explain::{Explanation, explain, next_commands};
pub use crate::extension::Extension;
pub use crate::fee::Fee;
pub use crate::filing::{Acceptance, Decision, Filing, Notice};
pub use crate::first_review::{FirstReview, ForwardedFile};
pub use crate::grade::{Grade, GradeError, GradeScale};
pub use crate::ground::{Defect, Ground, LateSupplement, PreCheckOutcome, Remedies};
pub use crate::hearing::Hearing;
pub use crate::history::{Checkpoint, History};
pub use crate::hotline::{HotlineError, HotlineRule, HotlineTicket};
pub use crate::impasse::{Impasse, Obstacle};
pub use crate::joint::JointTransitionError;
pub use crate::joint::{Branch, BranchDue, JointBranchProgress, JointCase, JointCommand};
pub use crate::joint::{JointCommandKind, JointDeadline, JointDraft, JointDue, JointEvent};
pub use crate::joint::{JointExplanation, JointFact, JointFault, JointOutcome, JointProcedure};
pub use crate::joint::{JointProgress, JointRefusal, JointRules, JointState};
pub use crate::limit::{Clock, Limit, LimitUnit, Origin, StartRule};
pub use crate::not_covered::NotCovered;
pub use crate::office::BodyLayer;
pub use crate::pause::{Pause, PauseGround};
pub use crate::procedure::Procedure;
pub use crate::procedure_draft::{GuideMaterial, ProcedureDraft, SpecialProcedure};
pub use crate::procedure_fault::ProcedureFault;
pub use crate::progress::{Progress, ProgressDelay, ProgressDue, ProgressStep};
pub use crate::promise::{PromiseTrack, Promised};
pub use crate::refusal::Refusal;
pub use crate::renewal::{Renewal, Renewed};
pub use crate::revocation::RevocationGround;
pub use crate::rules::Rules;
pub use crate::selection::Selection;
#[cfg(feature = "serde")]
pub use crate::serde::{EventError, ReplayError};
pub use crate::staff::{Staff, StaffFault};
pub use crate::state::{State, TransitionError};
pub use crate::supervision::{Supervision, SupervisionError};
pub use crate::supervision_rule::SupervisionRule;
pub use crate::tampering::{LineError, Tampering};
pub use crate::tolerance::{LateOutcome, Tolerance, Tolerated};
pub use crate::what_if::{Supposition, what_if};
pub use crate::words::Words;
pub use crate::workdays::{CalendarError, CalendarFault, SpecialDay};
pub use gov_identity;
pub use gov_identity::Channel;
