#![no_main]

use gov_identity::{CreditCode, Fault, OrganizationCode};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    match CreditCode::parse(text) {
        Ok(code) => {
            assert_eq!(code.as_str(), text);
            let organization = code.organization_code();
            assert_eq!(OrganizationCode::parse(organization.as_str()), Ok(organization));
            assert!(text.starts_with(code.category().as_str()));
        }
        Err(error) => match error.fault() {
            Fault::Length { found, .. } => assert_eq!(found, text.chars().count()),
            Fault::Character => assert!(*error.positions().start() <= 18),
            _ => assert!(text.is_ascii()),
        },
    }
});
