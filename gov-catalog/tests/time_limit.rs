//! Promised ≤ statutory, always.

use gov_catalog::{LimitError, LimitUnit, TimeLimit};
use proptest::prelude::*;

proptest! {
    #[test]
    fn a_limit_stands_when_the_law_allows_it(
        statutory in 0_u16..4000,
        promised in prop::option::of(0_u16..4000),
    ) {
        let limit = TimeLimit::try_new(LimitUnit::WorkingDay, statutory, promised);
        let in_range = (1..=3660).contains(&statutory);
        let within = promised.is_none_or(|promised| promised <= statutory);
        prop_assert_eq!(limit.is_ok(), in_range && within);
        if let Ok(limit) = limit {
            prop_assert_eq!(limit.statutory(), statutory);
            prop_assert_eq!(limit.promised(), promised.unwrap_or(statutory));
            prop_assert!(limit.promised() <= limit.statutory());
        }
    }
}

#[test]
fn errors_speak_both_languages() {
    let error = TimeLimit::try_new(LimitUnit::NaturalDay, 0, None).unwrap_err();
    assert_eq!(error, LimitError::Range);
    assert_eq!(error.to_string(), "the statutory limit is not 1 to 3660");
    assert_eq!(
        (error.code(), error.zh().to_string()),
        ("limit-range", "法定时限应为1至3660".into())
    );
    let error = TimeLimit::try_new(LimitUnit::NaturalDay, 5, Some(6)).unwrap_err();
    assert_eq!(error.code(), "promise-exceeds-statute");
    assert_eq!(error.zh().to_string(), "承诺时限6超过法定时限5");
}

#[test]
fn units_have_the_names_of_guides() {
    assert_eq!((LimitUnit::WorkingDay.zh(), LimitUnit::NaturalDay.zh()), ("工作日", "自然日"));
}
