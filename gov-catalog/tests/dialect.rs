//! Numbers of enumerations differ between systems; meanings do not.

use std::fmt::Debug;

use gov_catalog::{
    Audience, BodyKind, Dialect, DialectError, HandlingArea, HandlingChannel, ItemState, ItemType,
    MaterialForm, MaterialKind, Numbered, OnlineDepth, PowerSource, Promptness, Requirement,
};

/// The traps: one number, two dialects, two meanings.
#[test]
fn the_same_number_says_different_things() {
    let (gb, c0109) = (Some(Dialect::Gb39046), Some(Dialect::C0109));
    let old = Some(Dialect::OldPortal);
    assert_eq!(Promptness::from_number("1", c0109), Ok(Promptness::Instant));
    assert_eq!(Promptness::from_number("1", old), Ok(Promptness::Promised));
    assert_eq!(Promptness::from_number("2", gb), Ok(Promptness::Promised));
    assert_eq!(Promptness::from_number("2", old), Ok(Promptness::Instant));
    assert_eq!(Promptness::from_number("4", old), Ok(Promptness::Joint));
    assert_eq!(Audience::from_number("5", c0109), Ok(Audience::Unincorporated));
    assert_eq!(Audience::from_number("5", gb), Ok(Audience::Organ));
    assert_eq!(Audience::from_number("6", c0109), Ok(Audience::Organ));
    assert_eq!(Audience::from_number("6", gb), Ok(Audience::Other));
    assert_eq!(HandlingChannel::from_number("2", gb), Ok(HandlingChannel::Computer));
    assert_eq!(HandlingChannel::from_number("2", c0109), Ok(HandlingChannel::Online));
    assert_eq!(HandlingChannel::from_number("3", gb), Ok(HandlingChannel::Mobile));
    assert_eq!(HandlingChannel::from_number("3", c0109), Ok(HandlingChannel::Post));
    let (guangdong, guangxi) = (Some(Dialect::Guangdong), Some(Dialect::Guangxi));
    assert_eq!(Requirement::from_number("1", guangdong), Ok(Requirement::Required));
    assert_eq!(Requirement::from_number("1", guangxi), Ok(Requirement::Optional));
    assert_eq!(Requirement::from_number("2", guangxi), Ok(Requirement::MayFollow));
    assert_eq!(Requirement::from_number("3", guangdong), Ok(Requirement::MayFollow));
    assert_eq!(Requirement::from_number("3", guangxi), Err(DialectError::Number));
    assert_eq!(ItemType::OLD_NUMBERS.read("07"), Ok(ItemType::ADJUDICATION));
    assert_eq!(ItemType::parse("07"), Ok(ItemType::CONFIRMATION));
}

#[test]
fn without_a_dialect_only_what_all_agree_on_is_read() {
    assert_eq!(BodyKind::from_number("9", None), Ok(BodyKind::Other));
    assert_eq!(ItemState::from_number("3", None), Ok(ItemState::Cancelled));
    assert_eq!(ItemState::from_number("4", None), Err(DialectError::Number));
    assert_eq!(Promptness::from_number("1", None), Err(DialectError::Missing));
    assert_eq!(Audience::from_number("1", None), Err(DialectError::Missing));
    assert_eq!(PowerSource::from_number("1", None), Err(DialectError::Missing));
    assert_eq!(Requirement::from_number("1", None), Err(DialectError::Missing));
    assert_eq!(HandlingArea::from_number("2", None), Err(DialectError::Missing));
    assert_eq!(HandlingChannel::Window.to_number(None), Err(DialectError::Missing));
}

#[test]
fn what_is_not_known_of_a_system_is_said() {
    assert_eq!(Promptness::from_number("1", Some(Dialect::Shandong)), Err(DialectError::Unknown),);
    assert_eq!(
        BodyKind::from_number("2", Some(Dialect::Shandong)),
        Ok(BodyKind::AuthorizedOrganization)
    );
    assert_eq!(
        HandlingArea::WholeProvince.to_number(Some(Dialect::C0109)),
        Err(DialectError::Number),
    );
}

/// What a dialect writes it reads as the same value.
#[test]
fn every_number_that_is_written_reads_back() {
    fn all<T: Numbered + Debug>(values: &[T]) -> usize {
        let mut written = 0;
        for dialect in Dialect::ALL.iter().copied().map(Some).chain([None]) {
            for value in values {
                if let Ok(number) = value.to_number(dialect) {
                    assert_eq!(T::from_number(number, dialect), Ok(*value));
                    written += 1;
                }
            }
        }
        written
    }
    assert_eq!(all(BodyKind::ALL), 4 * 7);
    assert_eq!(all(ItemState::ALL), 3 * 7);
    assert_eq!(all(PowerSource::ALL), 6 * 2);
    assert_eq!(all(Audience::ALL), 6 + 7);
    assert_eq!(all(Promptness::ALL), 3 + 3 + 4);
    assert_eq!(all(HandlingChannel::ALL), 5 + 3);
    assert_eq!(all(HandlingArea::ALL), 6);
    assert_eq!(all(OnlineDepth::ALL), 8);
    assert_eq!(all(Requirement::ALL), 6);
    assert_eq!(all(MaterialKind::ALL) + all(MaterialForm::ALL), 6);
}

#[test]
fn errors_speak_both_languages() {
    let table = [
        (DialectError::Missing, "dialect-missing", "各系统的代码含义不一，应注明来源系统"),
        (DialectError::Unknown, "dialect-unknown", "该系统此要素的代码表未知"),
        (DialectError::Number, "dialect-number", "该系统没有此代码"),
    ];
    for (error, code, chinese) in table {
        assert_eq!((error.code(), error.zh()), (code, chinese));
    }
    assert_eq!(
        DialectError::Missing.to_string(),
        "systems disagree on this element; a dialect must be named",
    );
}
