//! Five grades, whose numbers mean nothing without their scale.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on fails where it stands"
)]

#[path = "fixture/town.rs"]
mod town;

use gov_workflow::*;
use town::*;

fn number(text: &str) -> CaseNumber {
    CaseNumber::parse(text).unwrap()
}

fn graded(grade: Grade, real_name: bool, time: &str) -> Evaluation {
    Evaluation {
        occasion: Occasion::Online(number("2026-0001")),
        grade,
        real_name,
        channel: Channel::WEB,
        at: at(time),
        text: String::new(),
    }
}

#[test]
fn vector_ev_01_four_and_five_of_the_national_scale_are_bad() {
    let bad = |number| GradeScale::Gb39046.grade(number).unwrap().is_bad();
    assert_eq!([1, 2, 3, 4, 5].map(bad), [false, false, false, true, true]);
    assert_eq!(GradeScale::Gb39046.grade(4), Ok(Grade::Dissatisfied));
    assert_eq!(GradeScale::Gb39046.grade(5), Ok(Grade::VeryDissatisfied));
}

#[test]
fn vector_ev_02_one_of_the_reversed_scale_is_very_dissatisfied() {
    assert_eq!(GradeScale::Reversed.grade(1), Ok(Grade::VeryDissatisfied));
}

#[test]
fn every_number_of_every_scale_comes_back_and_no_other_is_read() {
    for scale in GradeScale::ALL {
        for number in 0..=u8::MAX {
            match scale.grade(number) {
                Ok(grade) => {
                    assert_eq!(scale.number(grade), number);
                    let text = format!("{}:{number}", scale.as_str());
                    assert_eq!(text.parse(), Ok(grade));
                }
                Err(error) => {
                    assert_eq!(error, GradeError::Number);
                    assert!(!(1..=5).contains(&number));
                }
            }
        }
    }
    for grade in Grade::ALL {
        let [national, reversed] = GradeScale::ALL.map(|scale| scale.number(grade));
        assert_eq!(national + reversed, 6, "one scale is the other's reverse");
    }
}

#[test]
fn a_number_without_a_scale_is_refused() {
    for (text, error) in [
        ("1", GradeError::ScaleMissing),
        ("", GradeError::ScaleMissing),
        ("vendor:1", GradeError::ScaleUnknown),
        (":1", GradeError::ScaleUnknown),
        ("gb39046:0", GradeError::Number),
        ("gb39046:6", GradeError::Number),
        ("gb39046:01", GradeError::Number),
        ("gb39046:", GradeError::Number),
    ] {
        assert_eq!(text.parse::<Grade>(), Err(error), "{text}");
    }
}

#[cfg(feature = "serde")]
#[test]
fn json_knows_words_and_no_numbers() {
    assert_eq!(serde_json::to_string(&Grade::VerySatisfied).unwrap(), r#""very-satisfied""#);
    assert!(serde_json::from_str::<Grade>("1").is_err());
    let evaluation = graded(Grade::Satisfied, true, "2026-03-06T10:00:00");
    let json = serde_json::to_string(&evaluation).unwrap();
    assert_eq!(serde_json::from_str::<Evaluation>(&json).unwrap(), evaluation);
}

#[test]
fn a_bad_grade_under_a_name_is_answered_in_one_working_day() {
    let due = |grade, real_name, time| {
        graded(grade, real_name, time).contact_due(ContactRule::default(), &calendar()).unwrap()
    };
    assert_eq!(due(Grade::Dissatisfied, true, "2026-03-05T23:59:59"), Some(day("2026-03-06")));
    assert_eq!(due(Grade::VeryDissatisfied, true, "2026-03-06T09:00:00"), Some(day("2026-03-09")));
    assert_eq!(due(Grade::VeryDissatisfied, false, "2026-03-06T09:00:00"), None);
    assert_eq!(due(Grade::BasicallySatisfied, true, "2026-03-06T09:00:00"), None);
}

#[test]
fn another_place_gives_another_time_and_the_calendar_never_guesses() {
    let bad = graded(Grade::Dissatisfied, true, "2026-03-05T09:00:00");
    let five = ContactRule { working_days: 5 };
    assert_eq!(bad.contact_due(five, &calendar()), Ok(Some(day("2026-03-12"))));
    let late = graded(Grade::Dissatisfied, true, "2026-12-25T09:00:00");
    let error = late.contact_due(ContactRule::default(), &calendar()).unwrap_err();
    assert_eq!(error.code(), "calendar-not-covered");
}

#[test]
fn a_visit_and_a_case_are_graded_once_each() {
    let mut evaluated = Evaluated::default();
    let [visit, online] = [Occasion::Visit(number("1")), Occasion::Online(number("1"))];
    assert_eq!(evaluated.record(&visit), Ok(()));
    assert_eq!(evaluated.record(&online), Ok(()), "served on site, graded online later");
    assert_eq!(evaluated.record(&visit), Err(AlreadyEvaluated));
    assert_eq!(evaluated.record(&online), Err(AlreadyEvaluated));
    assert_eq!(evaluated.record(&Occasion::Visit(number("2"))), Ok(()));
}

#[test]
fn grades_and_errors_say_what_is_written_here() {
    assert_eq!(Grade::ALL.map(Grade::zh), ["非常满意", "满意", "基本满意", "不满意", "非常不满意"]);
    assert_eq!(
        Grade::ALL.map(|grade| grade.to_string()),
        ["very satisfied", "satisfied", "basically satisfied", "dissatisfied", "very dissatisfied"]
    );
    for (error, code, english, chinese) in [
        (
            GradeError::ScaleMissing,
            "scale-missing",
            "grade: a number without the name of its scale",
            "评价分值未注明所用的分值体系",
        ),
        (
            GradeError::ScaleUnknown,
            "scale-unknown",
            "grade: the scale is not known",
            "评价分值体系未知",
        ),
        (
            GradeError::Number,
            "number",
            "grade: the number is not one of 1 to 5",
            "评价分值应为1至5",
        ),
    ] {
        assert_eq!(
            (error.code(), error.to_string().as_str(), error.zh().as_str()),
            (code, english, chinese)
        );
    }
    assert_eq!(
        (AlreadyEvaluated.code(), AlreadyEvaluated.zh().as_str()),
        ("already-evaluated", "该次办理已经评价")
    );
}
