//! Which days a law means, for every length up to a year.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails where it stands")]

use gov_workflow::*;

/// The lengths, up to a year, that are working days.
fn working(law: &str) -> Vec<u16> {
    let unit = |days: &u16| LimitUnit::under(law, *days).unwrap().0;
    (0..=366).filter(|days| unit(days) == LimitUnit::WorkingDay).collect()
}

#[test]
fn each_law_says_which_lengths_are_working_days() {
    assert_eq!(working("行政许可法"), (0..=366).collect::<Vec<_>>());
    assert_eq!(working("行政处罚法"), [2, 3, 5, 7]);
    assert_eq!(working("行政强制法"), (0..=10).collect::<Vec<_>>());
    assert_eq!(working("行政复议法"), [3, 5, 7, 10]);
}

#[test]
fn the_article_is_named_and_the_full_name_of_a_law_is_its_name_too() {
    for (law, article) in
        [("行政许可法", "82"), ("行政处罚法", "85"), ("行政强制法", "69"), ("行政复议法", "88")]
    {
        let expected = Some((LimitUnit::WorkingDay, Basis::new(law, article)));
        assert_eq!(LimitUnit::under(law, 5), expected);
        assert_eq!(LimitUnit::under(&format!("中华人民共和国{law}"), 5), expected);
    }
    assert_eq!(LimitUnit::under("民法典", 5), None);
    assert_eq!(LimitUnit::under("", 5), None);
}
