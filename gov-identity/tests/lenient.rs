//! What people and forms write, how it is read, and what is said about it.

use gov_identity::{
    CreditCode, DivisionCode, ForeignResidentId, LegacyForeignResidentId, LegacyResidentId, Notice,
    OrganizationCode, ParseError, RegistrationNumber, ResidentId,
};

#[test]
fn repairs_of_a_citizen_number() {
    let right = "11010519491231002X";
    resident(right, right, "");
    resident("11010519491231002x", right, "lower-case 18");
    resident("11010519491231002Ⅹ", right, "roman-numeral 18");
    resident("11010519491231002ⅹ", right, "roman-numeral 18");
    resident("11010519491231002ｘ", right, "full-width 18, lower-case 18");
    resident("１1010519491231002Ｘ", right, "full-width 1-18");
    resident(" 11010519491231002X\r\n", right, "trimmed 1-18");
    resident("\u{FEFF}11010519491231002X\u{3000}", right, "trimmed 1-18");
    resident("\t１１0105194912310021\u{200B}", "", "check-character 18");
    resident("110105120101996", "110105181201019962", "upgraded 1-18");
    resident(
        " 1101051２0101995",
        "110105191201019953",
        "trimmed 1-15, full-width 8, upgraded 1-18",
    );
    resident("110105194912310003", "110105194912310003", "sequence-zero 15-17");
    resident("810000199408230021", "810000199408230021", "");
}

#[test]
fn what_no_door_repairs() {
    resident("110105 19491231 002X", "", "length 19");
    resident("110105-19491231-002X", "", "length 19");
    resident("11010519491231OO2X", "", "character 15");
    resident("", "", "length 1");
    resident("   ", "", "length 1");
    resident("110105121301996", "", "date 9-10");
    // Longer than any number: left as it is, and refused for its length.
    resident(&"１".repeat(65), "", "length 19");
    resident(&" ".repeat(100_000), "", "length 1");
}

#[test]
fn repairs_of_the_other_kinds() {
    told(
        LegacyResidentId::parse_lenient("１10105120101000 "),
        "trimmed 1-15, full-width 1, sequence-zero 13-15",
    );
    told(ForeignResidentId::parse_lenient("93101019990101004x"), "lower-case 18");
    told(LegacyForeignResidentId::parse_lenient("sau320085010102"), "lower-case 1-3");
    told(LegacyForeignResidentId::parse_lenient("SAU３20085010102"), "full-width 4");
    told(CreditCode::parse_lenient("91640200ma0000007f"), "lower-case 9-18");
    told(CreditCode::parse_lenient("９1640200MA0000007F\n"), "trimmed 1-18, full-width 1");
    told(
        CreditCode::parse_lenient("36110105pdy001370u"),
        "lower-case 9-18, pair-observed-practice 1-2",
    );
    told(OrganizationCode::parse_lenient("PDY00001-X"), "hyphen 8-9");
    told(
        OrganizationCode::parse_lenient("pdy00001－x"),
        "full-width 9, lower-case 1-10, hyphen 8-9",
    );
    told(RegistrationNumber::parse_lenient("１10108000000016"), "full-width 1");
    told(DivisionCode::parse_lenient(" ６4０2００"), "trimmed 1-6, full-width 1-6");
}

#[test]
fn a_hyphen_is_left_out_in_its_place_only() {
    for wrong in ["PDY0000-1X", "P-DY00001X", "PDY00001--X", "-PDY00001X", "PDY00001X-"] {
        assert!(OrganizationCode::parse_lenient(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn pilot_codes_and_unlisted_nationalities_have_doors_of_their_own() {
    assert!(CreditCode::parse_lenient("91350211M000YYYY3K").is_err());
    assert!(ForeignResidentId::parse_lenient("91199919990101001X").is_err());
    let id = ForeignResidentId::parse_any_nationality("91199919990101001X").unwrap();
    assert_eq!(id.nationality(), None);
    assert_eq!(text(&id.notices()), "nationality-unlisted 4-6");
    let id = LegacyForeignResidentId::parse_any_nationality("QQQ110090123106").unwrap();
    assert_eq!(id.nationality(), None);
    assert_eq!(text(&id.notices()), "nationality-unlisted 1-3");
}

/// The number read, or nothing, and what was said: notices, or the error.
#[track_caller]
fn resident(written: &str, read: &str, said: &str) {
    match ResidentId::parse_lenient(written) {
        Ok((id, notices)) => {
            assert_eq!(id.expose(), read);
            assert_eq!(text(&notices), said);
        }
        Err(error) => {
            assert_eq!("", read);
            assert_eq!(place(error.code(), &error.positions()), said);
        }
    }
}

#[track_caller]
fn told<T>(read: Result<(T, Vec<Notice>), ParseError>, said: &str) {
    assert_eq!(read.map(|(_, notices)| text(&notices)), Ok(said.to_owned()));
}

fn text(notices: &[Notice]) -> String {
    let each = notices.iter().map(|notice| place(notice.code(), &notice.positions()));
    each.collect::<Vec<_>>().join(", ")
}

fn place(code: &str, positions: &std::ops::RangeInclusive<usize>) -> String {
    let (first, last) = (positions.start(), positions.end());
    if first == last { format!("{code} {first}") } else { format!("{code} {first}-{last}") }
}
