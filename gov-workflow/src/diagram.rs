//! A procedure or a case as a picture.

use core::fmt::{self, Write};
use std::collections::BTreeMap;

use crate::progress::reads_like_a_person;
use crate::{Author, Clock, Event, EventKind, JointProcedure, LateOutcome, LateSupplement};
use crate::{Procedure, StaffId, State, TransitionError};

/// A procedure or a case as boxes and arrows (流程图), to be written as Mermaid or SVG text.
///
/// The Chinese terms are on it, for the public to read; nothing of the applicant is.
/// All text is escaped, so that an item's name cannot become markup.
///
/// ```
/// use gov_workflow::{Diagram, Event};
///
/// let diagram = Diagram::of_case("示例许可 <1>", &[])?;
/// assert!(diagram.mermaid().starts_with("flowchart TD\n    title[\"示例许可 #lt;1#gt;\"]\n"));
/// assert!(diagram.svg().contains("<title>示例许可 &lt;1&gt;</title>"));
/// # Ok::<(), gov_workflow::TransitionError>(())
/// ```
#[doc(alias = "流程图")]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Diagram {
    title: String,
    boxes: Vec<String>,
    arrows: Vec<Arrow>,
}

#[derive(Clone, Debug, Eq, PartialEq)]
struct Arrow {
    from: usize,
    to: usize,
    label: String,
}

impl Diagram {
    /// Every way a case of this procedure can go (办理流程图), with its limits. What the
    /// procedure does not open, a promise, say, is not on it.
    #[must_use]
    pub fn of_procedure(procedure: &Procedure) -> Self {
        let ways: Vec<(State, EventKind, State)> = State::ALL
            .into_iter()
            .flat_map(|from| {
                let opened = move |event: &EventKind| opens(procedure, from, *event);
                let events = EventKind::ALL.into_iter().filter(opened);
                events.filter_map(move |event| Some((from, event, from.after(event).ok()?)))
            })
            .collect();
        let reached = |state: &State| {
            *state == State::Draft || ways.iter().any(|(from, _, to)| to == state && from != to)
        };
        let states: Vec<State> = State::ALL.into_iter().filter(reached).collect();
        let boxes = states.iter().map(|state| boxed(procedure, *state)).collect();
        let place = |state: State| states.iter().position(|other| *other == state);
        let mut labels: BTreeMap<(usize, usize), Vec<&str>> = BTreeMap::new();
        for (from, event, to) in &ways {
            if let (Some(from), Some(to)) = (place(*from), place(*to)) {
                labels.entry((from, to)).or_default().push(event.zh());
            }
        }
        let arrow =
            |((from, to), labels): (_, Vec<_>)| Arrow { from, to, label: labels.join("、") };
        let arrows = labels.into_iter().map(arrow).collect();
        Self { title: procedure.name().to_owned(), boxes, arrows }
    }

    /// The branches of a joint procedure between the one acceptance and the one exit
    /// window (联办流程图), with the time of each.
    #[must_use]
    pub fn of_joint_procedure(procedure: &JointProcedure) -> Self {
        let exit = procedure.branches().len() + 1;
        let mut boxes = vec!["统一受理".to_owned()];
        let mut arrows = Vec::new();
        for (number, branch) in (1..).zip(procedure.branches()) {
            let own = &branch.procedure;
            let limit = own.promised(Clock::Decision).unwrap_or(own.decision());
            let limit = branch.limit.as_ref().unwrap_or(limit);
            boxes.push(format!("{}（{}{}）", own.name(), limit.days, limit.unit.zh()));
            if branch.begins_with_the_case() {
                let label = if branch.in_advance { "受理，提前审查" } else { "受理" };
                arrows.push(Arrow { from: 0, to: number, label: label.to_owned() });
            }
            let earlier = (1..).zip(procedure.branches());
            let needed = earlier.filter(|(_, other)| branch.needs.contains(other.procedure.item()));
            arrows.extend(needed.map(|(from, _)| Arrow {
                from,
                to: number,
                label: "前置结果".to_owned(),
            }));
            arrows.push(Arrow { from: number, to: exit, label: "结果".to_owned() });
        }
        boxes.push("统一送达".to_owned());
        Self { title: procedure.as_draft().name.clone(), boxes, arrows }
    }

    /// The way a case went (办件流程图): each event with its day and staff number.
    ///
    /// # Errors
    ///
    /// Events that do not make a case.
    pub fn of_case(title: &str, events: &[Event]) -> Result<Self, TransitionError> {
        let mut state = State::Draft;
        let mut boxes = vec![state.zh().to_owned()];
        let mut arrows = Vec::new();
        for event in events {
            let kind = event.fact.kind();
            state = state.after(kind)?;
            let who = who(&event.by);
            let (from, to) = (boxes.len() - 1, boxes.len());
            let day = crate::case::day(event.at);
            arrows.push(Arrow { from, to, label: format!("{}，{day}，{who}", kind.zh()) });
            boxes.push(state.zh().to_owned());
        }
        Ok(Self { title: title.to_owned(), boxes, arrows })
    }

    /// The text of a Mermaid flowchart.
    #[must_use]
    pub fn mermaid(&self) -> String {
        let mut text = String::from("flowchart TD\n");
        put(&mut text, format_args!("    title[\"{}\"]\n", Mermaid(&self.title)));
        for (number, label) in self.boxes.iter().enumerate() {
            put(&mut text, format_args!("    s{number}[\"{}\"]\n", Mermaid(label)));
        }
        for Arrow { from, to, label } in &self.arrows {
            put(&mut text, format_args!("    s{from} -->|\"{}\"| s{to}\n", Mermaid(label)));
        }
        text
    }

    /// The text of an SVG picture: boxes in one column, arrows at its right, one lane each.
    #[must_use]
    pub fn svg(&self) -> String {
        const ROW: usize = 90;
        const LANE: usize = 26;
        let width = 340 + LANE * self.arrows.len() + 560;
        let height = 60 + ROW * self.boxes.len();
        let mut text = String::new();
        put(
            &mut text,
            format_args!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
                 role=\"img\" font-family=\"sans-serif\" font-size=\"14\">\n\
                 <title>{title}</title>\n\
                 <defs><marker id=\"tip\" markerWidth=\"8\" markerHeight=\"8\" refX=\"8\" refY=\"4\" \
                 orient=\"auto\"><path d=\"M0 0L8 4L0 8z\"/></marker></defs>\n\
                 <text x=\"20\" y=\"30\" font-weight=\"bold\">{title}</text>\n",
                title = Xml(&self.title)
            ),
        );
        for (number, label) in self.boxes.iter().enumerate() {
            let top = 50 + ROW * number;
            put(
                &mut text,
                format_args!(
                    "<rect x=\"20\" y=\"{top}\" width=\"300\" height=\"40\" rx=\"6\" fill=\"none\" \
                     stroke=\"black\"/><text x=\"30\" y=\"{}\">{}</text>\n",
                    top + 25,
                    Xml(label)
                ),
            );
        }
        for (lane, Arrow { from, to, label }) in self.arrows.iter().enumerate() {
            let x = 340 + LANE * lane;
            let (start, end) = (60 + ROW * from, 80 + ROW * to);
            put(
                &mut text,
                format_args!(
                    "<path d=\"M320 {start}H{x}V{end}H320\" fill=\"none\" stroke=\"black\" \
                     marker-end=\"url(#tip)\"/><text x=\"{}\" y=\"{}\" font-size=\"11\">{}</text>\n",
                    x + 4,
                    start.midpoint(end) + 4,
                    Xml(label)
                ),
            );
        }
        text.push_str("</svg>\n");
        text
    }
}

fn who(by: &Author) -> String {
    match by {
        Author::Applicant => "申请人".to_owned(),
        Author::Clock => "系统".to_owned(),
        Author::Officer { staff, .. } => public(staff).to_owned(),
        Author::Deputy { staff, principal, .. } => {
            format!("{}（代{}）", public(staff), public(principal))
        }
    }
}

/// A staff number is public, unless it reads like a person's.
fn public(staff: &StaffId) -> &str {
    if reads_like_a_person(staff) { "工作人员" } else { staff.as_str() }
}

/// Whether a case of this procedure can meet such an event in this state.
fn opens(procedure: &Procedure, from: State, event: EventKind) -> bool {
    use EventKind as On;
    let late = procedure.late_supplement();
    let lapses = |outcome| procedure.tolerance().is_some_and(|own| own.outcome == outcome);
    match event {
        On::Refused if from == State::SupplementRequested => {
            matches!(late, LateSupplement::RefusedAfter { .. })
        }
        On::DeemedWithdrawn if from == State::SupplementRequested => {
            late == LateSupplement::DeemedWithdrawn
        }
        On::DeemedWithdrawn => lapses(LateOutcome::DeemedWithdrawn),
        On::AcceptanceRevoked => lapses(LateOutcome::AcceptanceRevoked),
        On::PromiseMade | On::PromiseChecked | On::RectificationOrdered => {
            procedure.promise().is_some()
        }
        On::Forwarded => procedure.first_review().is_some(),
        On::Granted | On::Refused | On::Issued | On::Revoked => procedure.first_review().is_none(),
        On::RenewalRequested | On::DeemedRenewed => procedure.renewal().is_some(),
        On::InspectorsNamed => procedure.inspectors().is_some(),
        On::SelectionRecorded => procedure.selection().is_some(),
        On::FeePaid => procedure.fee().is_some(),
        On::ToleranceAccepted => procedure.tolerance().is_some(),
        On::DecisionExtended => procedure.extension().is_some(),
        On::SpecialProcedureStarted | On::SpecialProcedureEnded | On::Resumed => {
            !procedure.special_procedures().is_empty()
        }
        _ => true,
    }
}

/// A state, with the limit that runs in it.
fn boxed(procedure: &Procedure, state: State) -> String {
    let clock = match state {
        State::Submitted => Clock::SupplementNotice,
        State::Accepted if procedure.first_review().is_some() => Clock::FirstReview,
        State::Accepted => Clock::Decision,
        State::Granted => Clock::Delivery,
        _ => return state.zh().to_owned(),
    };
    let limits = procedure.limits(clock);
    let limits: Vec<_> = limits
        .map(|limit| format!("{}{}{}", limit.origin.zh(), limit.days, limit.unit.zh()))
        .collect();
    if limits.is_empty() {
        state.zh().to_owned()
    } else {
        format!("{}（{}）", state.zh(), limits.join("，"))
    }
}

fn put(text: &mut String, part: fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = text.write_fmt(part);
}

/// Text between quotation marks of Mermaid, which has entity codes of its own.
struct Mermaid<'a>(&'a str);

impl fmt::Display for Mermaid<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for character in self.0.chars() {
            match character {
                '"' => f.write_str("#quot;")?,
                '<' => f.write_str("#lt;")?,
                '>' => f.write_str("#gt;")?,
                '&' => f.write_str("#amp;")?,
                '#' => f.write_str("#35;")?,
                '`' => f.write_str("#96;")?,
                ';' => f.write_str("#59;")?,
                other if other.is_control() => f.write_char(' ')?,
                other => f.write_char(other)?,
            }
        }
        Ok(())
    }
}

/// Text of an XML element.
struct Xml<'a>(&'a str);

impl fmt::Display for Xml<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for character in self.0.chars() {
            match character {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                // XML 1.0 has no place for these, not even escaped.
                '\u{FFFE}' | '\u{FFFF}' => f.write_char(' ')?,
                other if other.is_control() => f.write_char(' ')?,
                other => f.write_char(other)?,
            }
        }
        Ok(())
    }
}
