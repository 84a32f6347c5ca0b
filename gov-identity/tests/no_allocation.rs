//! Reading a number takes no memory from the heap.

use std::hint::black_box;

use gov_identity::{
    CreditCode, DivisionCode, ForeignResidentId, LegacyForeignResidentId, LegacyResidentId,
    MaskPolicy, OrganizationCode, PilotCreditCode, RegistrationNumber, ResidentId,
};

/// Right ones, wrong ones, and such as have more bytes than characters.
const TEXTS: [&str; 15] = [
    "11010519491231002X",
    "110105194912310021",
    "110105194913310021",
    "1101051949123100２X",
    "110105120101996",
    "911124198108030024",
    "SAU320085010102",
    "91640200MA0000007F",
    "91350211M000YYYY3K",
    "PDY00001X",
    "110108000000016",
    "640200",
    "",
    "身份证号码二",
    "a text that is no number at all and longer than every one of them",
];

#[test]
fn no_parser_allocates() {
    let counted = allocation_counter::measure(|| {
        for text in TEXTS.map(black_box) {
            let _ = black_box(ResidentId::parse(text));
            let _ = black_box(ResidentId::parse_citizen(text));
            let _ = black_box(ResidentId::parse_permit(text));
            let _ = black_box(LegacyResidentId::parse(text).map(|legacy| legacy.upgrade()));
            let _ = black_box(ForeignResidentId::parse(text));
            let _ = black_box(LegacyForeignResidentId::parse(text));
            let _ = black_box(CreditCode::parse(text));
            let _ = black_box(PilotCreditCode::parse(text));
            let _ = black_box(OrganizationCode::parse(text));
            let _ = black_box(RegistrationNumber::parse(text));
            let _ = black_box(DivisionCode::parse(text));
        }
    });
    assert_eq!(counted.count_total, 0);
}

#[test]
fn no_question_to_a_number_allocates() {
    let id = ResidentId::parse("11010519491231002X").unwrap();
    let counted = allocation_counter::measure(|| {
        let id = black_box(id);
        let _ = black_box((id.division(), id.birth_date(), id.sex(), id.kind(), id.legacy()));
        let _ = black_box(id.age_on(id.birth_date()));
        let _ = black_box(id.masked(MaskPolicy::LastTwo));
        let _ = black_box(id.notices());
    });
    assert_eq!(counted.count_total, 0);
}

/// The counter itself counts: else the tests above could not fail.
#[test]
fn the_counter_counts() {
    let counted = allocation_counter::measure(|| drop(black_box(TEXTS[0].to_owned())));
    assert_eq!(counted.count_total, 1);
}
