//! Pictures of a procedure and of a case, in which no text becomes markup.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on fails where it stands"
)]

#[path = "fixture/town.rs"]
mod town;
#[path = "fixture/variants.rs"]
mod variants;

use gov_workflow::*;
use proptest::prelude::*;
use town::*;

/// Opens every track, but for the first review, which excludes the decision.
fn widest() -> ProcedureDraft {
    let mut draft = special_draft();
    draft.tolerance = tolerant(LateOutcome::AcceptanceRevoked).procedure().tolerance().cloned();
    draft.late_supplement = LateSupplement::DeemedWithdrawn;
    draft.promise = variants::promising().promise;
    draft.renewal = variants::renewable().renewal;
    draft.inspectors = Some(2);
    draft.selection = Some(Selection::Tender);
    draft.fee = variants::priced().fee;
    draft
}

#[test]
fn a_procedure_shows_every_state_every_way_and_its_limits() {
    let diagram = Diagram::of_procedure(&Procedure::try_new(widest()).unwrap());
    let (mermaid, svg) = (diagram.mermaid(), diagram.svg());
    let forwarded = |state: &State| *state == State::Forwarded;
    for state in State::ALL.into_iter().filter(|state| !forwarded(state)) {
        assert!(mermaid.contains(state.zh()) && svg.contains(state.zh()), "{state:?}");
    }
    let forwards = |event: &EventKind| *event == EventKind::Forwarded;
    let events = || EventKind::ALL.into_iter().filter(|event| !forwards(event));
    for event in events() {
        assert!(mermaid.contains(event.zh()) && svg.contains(event.zh()), "{event:?}");
    }
    assert!(mermaid.contains("已受理（法定20个工作日）"));
    let place = |state| State::ALL.into_iter().position(|other| other == state).unwrap();
    let way = format!("s{} -->|\"制证\"| s{}\n", place(State::Granted), place(State::Issued));
    assert!(mermaid.contains(&way), "{mermaid}");
    // A supplement that never comes is a withdrawal here, a promised material no such thing.
    let open = |from, to| match to {
        State::DeemedWithdrawn => from == State::SupplementRequested,
        State::Refused => from != State::SupplementRequested,
        _ => true,
    };
    let ways = State::ALL.into_iter().flat_map(|from| {
        let to = events().filter_map(move |event| from.after(event).ok());
        to.filter(move |to| open(from, *to)).map(move |to| (from, to))
    });
    let ways: std::collections::BTreeSet<_> = ways.collect();
    assert_eq!(mermaid.matches("-->").count(), ways.len());
    assert_eq!(svg.matches("<path d=\"M320").count(), ways.len());
}

#[test]
fn what_a_procedure_does_not_open_is_not_on_its_picture() {
    let picture = |draft| Diagram::of_procedure(&Procedure::try_new(draft).unwrap()).mermaid();
    let plain = picture(draft());
    for absent in
        ["告知承诺", "特别程序", "容缺受理", "已转报", "视为准予延续", "收费", "指派", "招标"]
    {
        assert!(!plain.contains(absent), "{absent}");
    }
    assert!(plain.contains("延长期限"));
    let mut short = draft();
    short.extension = None;
    assert!(!picture(short).contains("延长期限"));
    let reporting = picture(variants::reporting());
    assert!(reporting.contains("已受理（法定20个工作日）") && reporting.contains("已转报"));
    assert!(!reporting.contains("已制证") && !reporting.contains("准予许可决定"));
}

#[test]
fn a_case_shows_the_way_it_went() {
    let desk = Desk::accepted(rules());
    let diagram = Diagram::of_case("示例许可", &desk.events).unwrap();
    assert_eq!(
        diagram.mermaid(),
        "flowchart TD\n    title[\"示例许可\"]\n    s0[\"草稿\"]\n    s1[\"已提交\"]\n    \
         s2[\"已受理\"]\n    s0 -->|\"收件，2026-03-02，申请人\"| s1\n    \
         s1 -->|\"受理，2026-03-02，W-01\"| s2\n"
    );
    let error = Diagram::of_case("", desk.events.get(1..).unwrap()).unwrap_err();
    assert_eq!(error.code(), "transition");
}

#[test]
fn a_hostile_name_stays_text() {
    let mut draft = draft();
    draft.name = "</title><script>\"'&`#;\n\u{0}]".to_owned();
    let diagram = Diagram::of_procedure(&Procedure::try_new(draft).unwrap());
    assert!(
        diagram.svg().contains("<title>&lt;/title&gt;&lt;script&gt;&quot;&#39;&amp;`#;  ]</title>")
    );
    assert!(diagram.mermaid().starts_with(
        "flowchart TD\n    title[\"#lt;/title#gt;#lt;script#gt;#quot;'#amp;#96;#35;#59;  ]\"]\n"
    ));
}

proptest! {
    #[test]
    fn no_title_adds_a_line_a_tag_or_a_quotation_mark(title in any::<String>()) {
        let plain = Diagram::of_case("", &[]).unwrap();
        let diagram = Diagram::of_case(&title, &[]).unwrap();
        for mark in ['<', '>', '"', '\n'] {
            let count = |text: String| text.matches(mark).count();
            prop_assert_eq!(count(diagram.svg()), count(plain.svg()));
            prop_assert_eq!(count(diagram.mermaid()), count(plain.mermaid()));
        }
    }
}

#[test]
fn a_picture_shows_the_one_way_in_which_a_late_material_ends_the_case() {
    let picture = |draft| Diagram::of_procedure(&Procedure::try_new(draft).unwrap()).mermaid();
    let plain = picture(draft());
    assert!(!plain.contains("视为撤回"), "neither a late supplement nor a promise ends so");
    let late = |late_supplement| picture(ProcedureDraft { late_supplement, ..draft() });
    let arrows = |text: &str, label: &str| {
        let event = |line: &&str| {
            let label_of = line.split('"').nth(1).unwrap_or_default();
            line.contains("-->") && label_of.split('、').any(|one| one == label)
        };
        text.lines().filter(event).count()
    };
    assert_eq!(arrows(&late(LateSupplement::DeemedWithdrawn), "视为撤回"), 1);
    let refused = "不予许可决定";
    assert_eq!(arrows(&plain, refused), 2, "from accepted and from in review");
    assert_eq!(arrows(&late(LateSupplement::RefusedAfter { days: 2 }), refused), 3);
    let tolerant = |outcome| picture(tolerant(outcome).procedure().as_draft().clone());
    let withdrawn = tolerant(LateOutcome::DeemedWithdrawn);
    assert_eq!((arrows(&withdrawn, "视为撤回"), arrows(&withdrawn, "撤销受理")), (2, 0));
    let revoked = tolerant(LateOutcome::AcceptanceRevoked);
    assert_eq!((arrows(&revoked, "视为撤回"), arrows(&revoked, "撤销受理")), (0, 2));
    let reporting = picture(variants::reporting());
    assert_eq!(arrows(&reporting, refused), 0, "the upper level decides");
}

#[test]
fn a_staff_number_that_reads_like_a_persons_is_on_no_picture() {
    // The official specimen of GB 11643.
    let specimen = "11010519491231002X";
    let clerk = officer(specimen, HALL, &[Role::Acceptance]);
    let desk = Desk::received(rules()).done(&clerk, &Command::Accept, "2026-03-02T10:00:00");
    let diagram = Diagram::of_case("示例许可", &desk.events).unwrap();
    for text in [diagram.mermaid(), diagram.svg()] {
        assert!(!text.contains(specimen) && text.contains("受理，2026-03-02，工作人员"), "{text}");
    }
}
