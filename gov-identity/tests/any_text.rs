//! Whatever the text: no panic, and what is read is the text.

use gov_identity::{
    Authority, Category, CreditCode, DivisionCode, DocumentKind, DocumentNumber, Fault,
    ForeignResidentId, FormerNumberLink, IdentityKey, LegacyForeignResidentId, LegacyResidentId,
    Nationality, OrganizationCode, ParseError, PilotCreditCode, RegistrationNumber, ResidentId,
};
use proptest::prelude::*;

/// Texts near the forms and far from them.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "\\PC{0,20}",
        "[0-9]{17}[0-9Xx]",
        "[1-8][0-9]{5}(18|19|20)[0-9]{2}(0[1-9]|1[0-2])[0-2][0-9]{4}[0-9X]",
        "9[0-9]{17}",
        "[0-9]{14,16}",
        "[A-Z]{3}[0-9]{12}",
        "[0-9A-HJ-NP-RTUW-Y]{2}[0-9]{6}[0-9A-HJ-NP-RTUW-Y]{10}",
        "[0-9A-Z]{8}-?[0-9X]",
        "[0-9]{0,13}",
        "[0-9０-９ＸxⅩ\\s身\u{200b}]{0,20}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    #[test]
    fn what_is_read_is_the_text(text in texts()) {
        the_text(&text, ResidentId::parse, |id| id.expose().to_owned())?;
        the_text(&text, ResidentId::parse_citizen, |id| id.expose().to_owned())?;
        the_text(&text, ResidentId::parse_permit, |id| id.expose().to_owned())?;
        the_text(&text, LegacyResidentId::parse, |id| id.expose().to_owned())?;
        the_text(&text, ForeignResidentId::parse, |id| id.expose().to_owned())?;
        the_text(&text, ForeignResidentId::parse_any_nationality, |id| id.expose().to_owned())?;
        the_text(&text, LegacyForeignResidentId::parse, |id| id.expose().to_owned())?;
        the_text(&text, FormerNumberLink::parse, |link| link.as_str().to_owned())?;
        the_text(&text, CreditCode::parse, ToString::to_string)?;
        the_text(&text, PilotCreditCode::parse, ToString::to_string)?;
        the_text(&text, Authority::parse, ToString::to_string)?;
        the_text(&text, Category::parse, ToString::to_string)?;
        the_text(&text, OrganizationCode::parse, ToString::to_string)?;
        the_text(&text, RegistrationNumber::parse, ToString::to_string)?;
        the_text(&text, DocumentKind::parse, ToString::to_string)?;
        the_text(&text, DocumentNumber::parse, |number| number.expose().to_owned())?;
    }

    /// Trailing zeros add nothing to a division, so its text is the canonical one.
    #[test]
    fn a_division_is_read_as_the_digits_it_stands_for(text in texts()) {
        if let Ok(code) = DivisionCode::parse(&text) {
            prop_assert!(code.as_full_str().starts_with(&text));
            prop_assert_eq!(DivisionCode::parse(code.as_str()), Ok(code));
            prop_assert_eq!(DivisionCode::parse(code.as_full_str()), Ok(code));
        }
    }

    /// The lenient doors admit what the strict ones do, without a word, and
    /// what they repair is read by the strict ones.
    #[test]
    fn a_lenient_door_is_wider_and_leads_to_the_same_place(text in texts()) {
        if let Ok((id, told)) = ResidentId::parse_lenient(&text) {
            prop_assert_eq!(ResidentId::parse(id.expose()), Ok(id));
            prop_assert!(id.expose() == text || told.len() > id.notices().len());
        }
        if let Ok(id) = ResidentId::parse(&text) {
            prop_assert_eq!(ResidentId::parse_lenient(&text), Ok((id, id.notices())));
        }
        if let Ok((id, told)) = ForeignResidentId::parse_lenient(&text) {
            prop_assert!(id.expose() == text || told.len() > id.notices().len());
        }
        if let Ok((code, told)) = CreditCode::parse_lenient(&text) {
            prop_assert!(code.as_str() == text || told.len() > code.notices().len());
        }
        if let Ok((code, told)) = OrganizationCode::parse_lenient(&text) {
            prop_assert_eq!(code.as_str() == text, told.is_empty());
        }
        if let Ok((code, told)) = RegistrationNumber::parse_lenient(&text) {
            prop_assert_eq!(code.as_str() == text, told.is_empty());
        }
        let _ = LegacyResidentId::parse_lenient(&text);
        let _ = LegacyForeignResidentId::parse_lenient(&text);
        let _ = DivisionCode::parse_lenient(&text);
    }

    #[test]
    fn keys_and_nationalities_survive_any_text(text in texts(), code in "[0-9]{3}") {
        for key in [&text, &format!("{code}:{text}")] {
            if let Ok(key) = IdentityKey::parse(key) {
                prop_assert_eq!(IdentityKey::parse(&key.expose()), Ok(key));
            }
        }
        let _ = IdentityKey::candidates(&text);
        let _ = (Nationality::from_numeric(&text), Nationality::from_alpha3(&text));
    }

    /// The schema of the sentence is fixed, so it cannot hold the text.
    #[test]
    fn no_error_repeats_its_text(number in "[0-9]{12,20}") {
        let errors = [
            ResidentId::parse(&number).err(),
            LegacyResidentId::parse(&number).err(),
            ForeignResidentId::parse(&number).err(),
            IdentityKey::parse(&format!("111:{number}")).err(),
        ];
        for error in errors.into_iter().flatten() {
            let said = format!("{error} {error:?} {} {}", error.code(), error.zh());
            let (begin, _) = number.split_at(5);
            prop_assert!(!said.contains(begin), "{}", said);
        }
    }
}

fn the_text<T>(
    text: &str,
    parse: impl Fn(&str) -> Result<T, ParseError>,
    show: impl Fn(&T) -> String,
) -> Result<(), TestCaseError> {
    match parse(text) {
        Ok(value) => prop_assert_eq!(show(&value), text),
        Err(error) => {
            let length = text.chars().count();
            prop_assert!(*error.positions().start() >= 1);
            prop_assert!(error.positions().start() <= error.positions().end());
            if let Fault::Length { expected, found } = error.fault() {
                prop_assert_eq!(found, length);
                prop_assert_ne!(expected, found);
            } else {
                prop_assert!(*error.positions().end() <= length, "{}", error);
            }
        }
    }
    Ok(())
}
