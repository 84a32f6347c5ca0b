//! Masks: what each policy shows of each kind of number.

use gov_identity::{
    ForeignResidentId, IdentityKey, LegacyForeignResidentId, LegacyResidentId, MaskPolicy,
    ResidentId,
};

const CUSTOM: MaskPolicy = MaskPolicy::Custom { first: 3, last: 0 };

#[test]
fn policies_show_what_they_say() {
    let resident = ResidentId::parse("11010519491231002X").unwrap();
    let foreign = ForeignResidentId::parse("911124198108030024").unwrap();
    let legacy = LegacyResidentId::parse("110105120101996").unwrap();
    let legacy_foreign = LegacyForeignResidentId::parse("SAU320085010102").unwrap();
    let shown = |policy| {
        [
            resident.masked(policy).to_string(),
            foreign.masked(policy).to_string(),
            legacy.masked(policy).to_string(),
            legacy_foreign.masked(policy).to_string(),
        ]
    };
    for (policy, expected) in [
        (
            MaskPolicy::Hidden,
            ["******************", "******************", "***************", "***************"],
        ),
        (
            MaskPolicy::LastTwo,
            ["1***************2X", "9***************24", "1************96", "S************02"],
        ),
        (
            MaskPolicy::FirstSixLastFour,
            ["110105********002X", "911124********0024", "110105*****1996", "SAU320*****0102"],
        ),
        (
            MaskPolicy::YearOnly,
            ["******1949********", "******1981********", "******12*******", "*******85******"],
        ),
        (
            CUSTOM,
            ["110***************", "911***************", "110************", "SAU************"],
        ),
    ] {
        assert_eq!(shown(policy), expected, "{policy:?}");
    }
    assert_eq!(MaskPolicy::default(), MaskPolicy::Hidden);
    assert_eq!(format!("{:?}", resident.masked(MaskPolicy::LastTwo)), "Masked(1***************2X)");
}

#[test]
fn a_mask_that_would_hide_next_to_nothing_shows_nothing() {
    let resident = ResidentId::parse("11010519491231002X").unwrap();
    let shown = |first, last| resident.masked(MaskPolicy::Custom { first, last }).to_string();
    assert_eq!(shown(10, 4), "1101051949****002X");
    for (first, last) in [(10, 5), (18, 0), (0, 15), (u8::MAX, u8::MAX)] {
        assert_eq!(shown(first, last), "*".repeat(18), "{first} {last}");
    }
    // Nine characters of a passport: six and four would be all of them.
    let passport = IdentityKey::parse("414:E12345678").unwrap();
    assert_eq!(passport.masked(MaskPolicy::FirstSixLastFour).to_string(), "414:*********");
}
