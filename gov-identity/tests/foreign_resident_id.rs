//! Numbers of foreign permanent residents, and what ties the two forms together.

use gov_identity::{ForeignResidentId, FormerNumberLink, LegacyForeignResidentId, Nationality};

const NUMBERS: [&str; 4] =
    ["932682198501010017", "911124198108030024", "951036197506150067", "93101019990101004X"];

#[test]
fn every_link_leads_to_a_number_and_back() {
    for id in NUMBERS.map(|number| ForeignResidentId::parse(number).unwrap()) {
        for digits in 0..1000 {
            let link = FormerNumberLink::parse(&format!("{digits:03}")).unwrap();
            let legacy = id.legacy(link).unwrap();
            assert_eq!(LegacyForeignResidentId::parse(legacy.expose()), Ok(legacy));
            assert_eq!(id.link_to(&legacy), Some(link));
            assert_eq!(legacy.link(), link);
            assert_eq!(legacy.nationality(), id.nationality());
            assert!(legacy.birth_dates().any(|day| day == id.birth_date()));
        }
    }
}

#[test]
fn numbers_that_cannot_be_one_persons_have_no_link() {
    let ids = NUMBERS.map(|number| ForeignResidentId::parse(number).unwrap());
    let link = FormerNumberLink::parse("000").unwrap();
    for (index, id) in ids.iter().enumerate() {
        for (other, legacy) in ids.iter().map(|id| id.legacy(link).unwrap()).enumerate() {
            assert_eq!(id.link_to(&legacy).is_some(), index == other);
        }
    }
}

#[test]
fn an_unlisted_nationality_has_no_former_number() {
    let id = ForeignResidentId::parse_any_nationality("91199919990101001X").unwrap();
    assert_eq!(id.legacy(FormerNumberLink::parse("000").unwrap()), None);
}

#[test]
fn nationalities_lead_from_digits_to_letters_and_back() {
    let mut listed = 0;
    for number in 0..1000 {
        let digits = format!("{number:03}");
        let Some(nationality) = Nationality::from_numeric(&digits) else { continue };
        assert_eq!(nationality.numeric(), digits);
        assert_eq!(Nationality::from_alpha3(nationality.alpha3()), Some(nationality));
        listed += 1;
    }
    assert_eq!(listed, 249); // ISO 3166-1 in 2026.
    for code in ["", "1", "12", "1244", "cAN", "can", "CA", "CANA", "加拿大"] {
        assert_eq!(Nationality::from_alpha3(code), None);
        assert_eq!(Nationality::from_numeric(code), None);
    }
}

/// Written down by hand from ISO 3166-1, not from the data of the table.
#[test]
fn nationalities_are_those_of_the_standard() {
    for (digits, letters) in [
        ("004", "AFG"),
        ("036", "AUS"),
        ("124", "CAN"),
        ("156", "CHN"),
        ("250", "FRA"),
        ("276", "DEU"),
        ("344", "HKG"),
        ("356", "IND"),
        ("380", "ITA"),
        ("392", "JPN"),
        ("408", "PRK"),
        ("410", "KOR"),
        ("446", "MAC"),
        ("458", "MYS"),
        ("643", "RUS"),
        ("682", "SAU"),
        ("688", "SRB"),
        ("702", "SGP"),
        ("704", "VNM"),
        ("724", "ESP"),
        ("728", "SSD"),
        ("729", "SDN"),
        ("756", "CHE"),
        ("826", "GBR"),
        ("840", "USA"),
        ("894", "ZMB"),
    ] {
        assert_eq!(Nationality::from_numeric(digits).unwrap().alpha3(), letters);
    }
    // Withdrawn: East Germany, the Soviet Union, Yugoslavia, the Netherlands Antilles.
    for letters in ["DDR", "SUN", "YUG", "ANT"] {
        assert_eq!(Nationality::from_alpha3(letters), None);
    }
}

#[test]
fn a_year_of_two_digits_may_mean_one_day_or_two() {
    let days = |text: &str| {
        let id = LegacyForeignResidentId::parse(text).unwrap();
        id.birth_dates().map(|day| day.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(days("SAU320085010102"), ["1985-01-01", "2085-01-01"]);
    assert_eq!(days("ATA110200022915"), ["2000-02-29"]);
}
