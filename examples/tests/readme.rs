//! What the READMEs show is what the crates say.

use std::path::Path;

use gov_identity::ResidentId;

const ENGLISH: &str = include_str!("../../README.md");
const CHINESE: &str = include_str!("../../README.zh-CN.md");

#[test]
fn the_shown_texts_are_the_texts() {
    let id = ResidentId::parse("11010519491231002X").unwrap();
    let error = ResidentId::parse("110105194912310021").unwrap_err();
    let born = id.birth_date().to_string();
    for shown in [&born, &format!("{id:?}"), &error.zh().to_string()] {
        assert!(ENGLISH.contains(shown), "{shown}");
        assert!(CHINESE.contains(shown), "{shown}");
    }
    assert!(ENGLISH.contains(&error.to_string()), "{error}");
}

#[test]
fn every_linked_file_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    for (page, least) in [(ENGLISH, 10), (CHINESE, 10)] {
        let links: Vec<&str> =
            page.split("](").skip(1).filter_map(|rest| rest.split(')').next()).collect();
        assert!(links.len() >= least, "{links:?}");
        for link in links {
            assert!(root.join(link).exists(), "{link}");
        }
    }
}
