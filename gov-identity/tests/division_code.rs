//! Codes of divisions: five lengths, six levels, and who contains whom.

use gov_identity::{DivisionCode, DivisionLevel};
use proptest::prelude::*;

#[test]
fn the_five_lengths_and_their_levels() {
    for (text, canonical, level, parent) in [
        ("100000", "100000", DivisionLevel::Nation, None),
        ("10", "100000", DivisionLevel::Nation, None),
        ("64", "640000", DivisionLevel::Province, Some("100000")),
        ("6402", "640200", DivisionLevel::City, Some("640000")),
        ("640000", "640000", DivisionLevel::Province, Some("100000")),
        ("640202", "640202", DivisionLevel::County, Some("640200")),
        ("640202001", "640202001", DivisionLevel::Township, Some("640202")),
        ("640202001002", "640202001002", DivisionLevel::Village, Some("640202001")),
        ("640202000000", "640202", DivisionLevel::County, Some("640200")),
        // A city without counties (直筒子市): its towns belong to the city.
        ("441900003", "441900003", DivisionLevel::Township, Some("441900")),
    ] {
        let code = DivisionCode::parse(text).unwrap();
        assert_eq!(code.as_str(), canonical, "{text}");
        assert_eq!(code.as_full_str().len(), 12);
        assert_eq!(code.level(), level, "{text}");
        assert_eq!(
            code.parent(),
            parent.map(|parent| DivisionCode::parse(parent).unwrap()),
            "{text}"
        );
    }
}

#[test]
fn what_is_no_code_is_refused_at_its_place() {
    for (text, code, first, last) in [
        ("", "length", 1, 1),
        ("6", "length", 2, 2),
        ("640", "length", 4, 4),
        ("64020", "length", 6, 6),
        ("6402020", "length", 8, 8),
        ("6402020010", "length", 11, 11),
        ("6402020010021", "length", 13, 13),
        ("64020A", "character", 6, 6),
        ("6402０2", "character", 5, 5),
        ("６４", "character", 1, 1),
        ("000102", "division", 1, 2),
        ("00", "division", 1, 2),
    ] {
        let error = DivisionCode::parse(text).unwrap_err();
        assert_eq!((error.code(), error.positions()), (code, first..=last), "{text}");
    }
}

proptest! {
    #[test]
    fn a_division_is_contained_in_every_one_above_it(digits in "[1-9][0-9]{11}") {
        let code = DivisionCode::parse(&digits).unwrap();
        prop_assert!(code.contains(code));
        let mut inner = code;
        while let Some(parent) = inner.parent() {
            prop_assert!(parent.contains(inner) && parent.contains(code));
            prop_assert!(!inner.contains(parent));
            prop_assert!(parent.level() < inner.level());
            inner = parent;
        }
        prop_assert_eq!(inner.level(), DivisionLevel::Nation);
    }

    #[test]
    fn containing_is_having_the_same_digits_down_to_the_level(
        outer in "[1-9][0-9](00|01)(00|01)(000|001)(000|001)",
        inner in "[1-9][0-9](00|01)(00|01)(000|001)(000|001)",
    ) {
        let (a, b) = (DivisionCode::parse(&outer).unwrap(), DivisionCode::parse(&inner).unwrap());
        let above = std::iter::successors(Some(b), |code| code.parent());
        let contained = a.level() == DivisionLevel::Nation || {
            let digits = match a.level() {
                DivisionLevel::Province => 2,
                DivisionLevel::City => 4,
                DivisionLevel::County => 6,
                DivisionLevel::Township => 9,
                _ => 12,
            };
            outer.split_at(digits).0 == inner.split_at(digits).0
        };
        prop_assert_eq!(a.contains(b), contained);
        if above.into_iter().any(|code| code == a) {
            prop_assert!(contained);
        }
    }
}
