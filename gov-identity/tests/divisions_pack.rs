//! The compiled table is what the generator makes of the tables in `data/`.

#[expect(dead_code, reason = "`main` runs only as the example")]
#[path = "../examples/pack_divisions.rs"]
mod pack_divisions;

const DIVISIONS: &str = include_str!("../data/divisions.tsv");
const SUCCESSIONS: &str = include_str!("../data/division_successions.tsv");
const UNPUBLISHED: &str = include_str!("../data/divisions_unpublished.tsv");

#[test]
fn the_packed_file_is_what_the_generator_makes() {
    let packed = pack_divisions::pack(DIVISIONS, SUCCESSIONS, UNPUBLISHED).unwrap();
    assert!(
        packed == include_bytes!("../src/divisions/divisions.bin"),
        "run the example pack_divisions"
    );
}

#[test]
fn the_packed_file_stays_below_120_kilobytes() {
    assert!(include_bytes!("../src/divisions/divisions.bin").len() < 120_000);
}

#[test]
fn the_generator_refuses_what_would_not_fit() {
    let header = "# Data date: table for 2024\n";
    let pack = |divisions: &str, successions: &str| {
        pack_divisions::pack(&format!("{header}{divisions}"), successions, "")
            .map_err(|error| error.to_string())
    };
    assert!(pack("110000\t北京市\t1980\t\n", "").is_ok());
    assert_eq!(pack("110000\t北京市\t2050\t\n", "").unwrap_err(), "70 is not below 63");
    assert_eq!(
        pack("110000\t北京市\t1980\t\n", "110000\t120000\t1990").unwrap_err(),
        "no row for 120000 in 1990",
    );
    assert!(pack("110000\t北京市\t1980\n", "").unwrap_err().starts_with("expected 4 cells"));
    assert!(pack_divisions::pack("110000\t北京市\t1980\t\n", "", "").is_err(), "no data date");
}
