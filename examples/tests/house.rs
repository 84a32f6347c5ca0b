//! The rules of the house that the compiler does not know.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails where it stands")]

use std::fs;
use std::path::{Path, PathBuf};

use toml::{Table, Value};

/// Who may lean on whom, and whether only behind a feature. A new arrow is a
/// new line here, and a reviewer sees it.
const ARROWS: [(&str, &[(&str, bool)]); 4] = [
    ("gov-identity", &[]),
    ("gov-license", &[("gov-identity", false)]),
    ("gov-catalog", &[("gov-identity", false)]),
    ("gov-workflow", &[("gov-catalog", true), ("gov-identity", false)]),
];

/// Words that no library says outside its tests: a clock, the environment, a
/// random source.
const IMPURE: [&str; 8] = [
    "SystemTime::now",
    "Instant::now",
    "Utc::now",
    "Local::now",
    "std::env",
    "OsRng",
    "SysRng",
    "getrandom",
];

#[test]
fn arrows_are_the_ones_we_drew() {
    for (member, allowed) in ARROWS {
        let manifest = manifest(member);
        let dependencies = manifest["dependencies"].as_table().unwrap();
        let mut leans_on: Vec<(&str, bool)> = dependencies
            .iter()
            .filter(|(name, _)| name.starts_with("gov-"))
            .map(|(name, spec)| {
                (name.as_str(), spec.get("optional") == Some(&Value::Boolean(true)))
            })
            .collect();
        leans_on.sort_unstable();
        assert_eq!(leans_on, allowed, "{member}");
    }
}

#[test]
fn no_library_leans_on_the_examples() {
    for (member, _) in ARROWS {
        for table in ["dependencies", "dev-dependencies", "build-dependencies"] {
            let manifest = manifest(member);
            let names = manifest.get(table).and_then(Value::as_table).cloned().unwrap_or_default();
            assert!(!names.contains_key("gov-examples"), "{member}");
        }
    }
}

#[test]
fn every_member_inherits_the_lints() {
    for member in ["gov-identity", "gov-license", "gov-catalog", "gov-workflow", "examples"] {
        let lints = manifest(member)["lints"]["workspace"].as_bool();
        assert_eq!(lints, Some(true), "{member}");
    }
}

#[test]
fn every_dependency_of_a_library_says_who_sees_it() {
    for (member, _) in ARROWS {
        let mut marked = false;
        let text = fs::read_to_string(root().join(member).join("Cargo.toml")).unwrap();
        let lines = text.lines().skip_while(|line| *line != "[dependencies]").skip(1);
        for line in lines.take_while(|line| !line.starts_with('[')) {
            if line.starts_with('#') {
                marked |= line.starts_with("# Public:") || line.starts_with("# Private:");
            } else if line.contains('=') {
                assert!(marked, "{member}: {line}");
            } else {
                marked = false;
            }
        }
    }
}

/// The front page is the text at the head of `lib.rs`; the list of rooms below it
/// is as long as there are rooms.
#[test]
fn front_pages_are_short() {
    for (member, _) in ARROWS {
        let text = fs::read_to_string(root().join(member).join("src/lib.rs")).unwrap();
        let page = text.lines().take_while(|line| !line.is_empty()).count();
        assert!((20..90).contains(&page), "{member}: {page} lines");
    }
}

#[test]
fn no_library_reads_a_clock_the_environment_or_chance() {
    for (member, _) in ARROWS {
        let sources = sources(&root().join(member).join("src"));
        assert!(!sources.is_empty(), "{member}");
        for path in sources {
            let text = fs::read_to_string(&path).unwrap();
            for word in IMPURE {
                assert!(!text.contains(word), "{} says {word}", path.display());
            }
        }
        let chrono = &manifest(member)["dependencies"]["chrono"];
        let features = chrono.get("features").map(ToString::to_string).unwrap_or_default();
        assert!(!features.contains("clock") && !features.contains("now"), "{member}");
    }
}

#[test]
fn fuzz_is_a_workspace_of_its_own() {
    let workspace = manifest("");
    let excluded = workspace["workspace"]["exclude"].as_array().unwrap();
    assert!(excluded.contains(&Value::String("fuzz".to_owned())));
    assert!(manifest("fuzz").contains_key("workspace"));
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn manifest(member: &str) -> Table {
    fs::read_to_string(root().join(member).join("Cargo.toml")).unwrap().parse().unwrap()
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}
