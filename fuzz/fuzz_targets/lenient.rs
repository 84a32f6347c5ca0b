#![no_main]

use gov_identity::{
    CreditCode, ForeignResidentId, LegacyForeignResidentId, LegacyResidentId, Notice,
    OrganizationCode, ParseError, RegistrationNumber, ResidentId,
};
use libfuzzer_sys::fuzz_target;

type Strict = fn(&str) -> Result<String, ParseError>;
type Lenient = fn(&str) -> Result<(String, Vec<Notice>), ParseError>;

/// What each door makes of a text, as the text of the value.
const DOORS: [(Strict, Lenient); 7] = [
    (
        |text| ResidentId::parse(text).map(|id| id.expose().into()),
        |text| ResidentId::parse_lenient(text).map(|(id, told)| (id.expose().into(), told)),
    ),
    (
        |text| LegacyResidentId::parse(text).map(|id| id.expose().into()),
        |text| LegacyResidentId::parse_lenient(text).map(|(id, told)| (id.expose().into(), told)),
    ),
    (
        |text| ForeignResidentId::parse(text).map(|id| id.expose().into()),
        |text| ForeignResidentId::parse_lenient(text).map(|(id, told)| (id.expose().into(), told)),
    ),
    (
        |text| LegacyForeignResidentId::parse(text).map(|id| id.expose().into()),
        |text| {
            LegacyForeignResidentId::parse_lenient(text)
                .map(|(id, told)| (id.expose().into(), told))
        },
    ),
    (
        |text| CreditCode::parse(text).map(|code| code.as_str().into()),
        |text| CreditCode::parse_lenient(text).map(|(code, told)| (code.as_str().into(), told)),
    ),
    (
        |text| OrganizationCode::parse(text).map(|code| code.as_str().into()),
        |text| {
            OrganizationCode::parse_lenient(text).map(|(code, told)| (code.as_str().into(), told))
        },
    ),
    (
        |text| RegistrationNumber::parse(text).map(|number| number.as_str().into()),
        |text| {
            RegistrationNumber::parse_lenient(text)
                .map(|(number, told)| (number.as_str().into(), told))
        },
    ),
];

// A lenient door takes all that the strict one takes, alters none of it, and
// gives nothing back that the strict one would refuse. What it repaired it tells.
fuzz_target!(|text: &str| {
    for (strict, lenient) in DOORS {
        match (strict(text), lenient(text)) {
            (Ok(read), repaired) => assert_eq!(repaired.map(|(repaired, _)| repaired), Ok(read)),
            (Err(_), Ok((repaired, told))) => {
                assert!(!told.is_empty(), "repaired without a word");
                assert_eq!(strict(&repaired), Ok(repaired));
            }
            (Err(_), Err(_)) => {}
        }
    }
    if let Ok(legacy) = LegacyResidentId::parse(text) {
        assert_eq!(legacy.upgrade().legacy(), Some(legacy));
    }
    if let Ok(id) = ResidentId::parse(text)
        && let Some(legacy) = id.legacy()
    {
        assert_eq!(legacy.upgrade(), id);
    }
    if let Some((id, legacy)) = text.split_at_checked(18)
        && let (Ok(id), Ok(legacy)) =
            (ForeignResidentId::parse(id), LegacyForeignResidentId::parse(legacy))
        && let Some(link) = id.link_to(&legacy)
    {
        assert_eq!(id.legacy(link), Some(legacy));
    }
});
