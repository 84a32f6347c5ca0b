//! The command line of licenses, on the files of a journey and on some of its own.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails where it stands")]

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use gov_license::gov_identity::IdentityKey;
use gov_license::{License, LicenseId, LicenseTypeCode, StatusList, StatusReference, StatusWidth};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use serde_json::Value;
use tempfile::TempDir;

#[cfg(test)]
#[path = "../../gov-license/tests/pki/chain.rs"]
#[expect(dead_code, reason = "the tests of the crate use more of it")]
mod pki;

use crate::pki::{BUREAU, Key, Pki, Plan};

const AT: &str = "2026-06-01T10:00:00+08:00";
const WINDOW: [&str; 4] = ["--audience", "https://window.example.cn", "--nonce", "n-0S6_WzA2Mj"];
/// The official specimen of the standard, not a person.
const HOLDER: &str = "11010519491231002X";

#[test]
fn a_license_of_the_journey_verifies() {
    let desk = Desk::of_journey();
    let (report, code) = desk.told(&["verify", "license.sd-jwt", "--root", "root.pem", "--at", AT]);
    assert_eq!((code, &report["ok"]), (0, &Value::Bool(true)), "{report:#}");
    let verdicts: Vec<_> = report["axes"].as_array().unwrap().iter().collect();
    let verdict =
        |axis: &str| verdicts.iter().find(|told| told["axis"] == axis).unwrap()["verdict"].clone();
    assert_eq!([verdict("signature"), verdict("chain"), verdict("period")], ["yes"; 3]);
    assert_eq!(verdict("holder-binding"), "undetermined");
    let text = desk.run(&["verify", "license.sd-jwt", "--root", "root.pem", "--at", AT]);
    let text = stdout(&text);
    assert!(text.contains("核验通过") && text.contains("verified at 2026-06-01"), "{text}");
}

#[test]
fn what_does_not_hold_ends_with_1_and_what_cannot_be_read_with_2() {
    let desk = Desk::of_journey();
    let verify = |file: &str, root: &str, at: &str| {
        desk.run(&["verify", file, "--root", root, "--at", at]).status.code().unwrap()
    };
    assert_eq!(verify("license.sd-jwt", "root.pem", "2031-03-08T23:59:59+08:00"), 0);
    assert_eq!(verify("license.sd-jwt", "root.pem", "2031-03-09T00:00:00+08:00"), 1);
    desk.write("other.pem", &pem(&Plan::usual().certify().root));
    assert_eq!(verify("license.sd-jwt", "other.pem", AT), 1);
    assert_eq!(verify("nothing.sd-jwt", "root.pem", AT), 2);
    assert_eq!(verify("history.txt", "root.pem", AT), 2);
    assert_eq!(verify("license.sd-jwt", "history.txt", AT), 2);
    assert_eq!(desk.run(&["verify", "license.sd-jwt"]).status.code(), Some(2));
    assert_eq!(desk.run(&["walk"]).status.code(), Some(2));

    // Another character in the signature.
    let license = desk.read("license.sd-jwt");
    let (jws, disclosures) = license.split_once('~').unwrap();
    let (input, signature) = jws.rsplit_once('.').unwrap();
    let turned: String = signature.chars().map(|c| if c == 'A' { 'B' } else { 'A' }).collect();
    let forged = format!(
        "{input}.{}{}~{disclosures}",
        turned.get(..1).unwrap(),
        signature.get(1..).unwrap()
    );
    desk.write("forged.sd-jwt", &forged);
    let (report, code) = desk.told(&["verify", "forged.sd-jwt", "--root", "root.pem", "--at", AT]);
    assert_eq!(code, 1);
    assert_eq!(report["refusals"][0]["code"], "signature-invalid");
    assert_eq!(report["ok"], false);
}

#[test]
fn a_license_is_read_from_the_standard_input_as_well() {
    let desk = Desk::of_journey();
    let mut child = desk.command(&["verify", "-", "--root", "root.pem", "--at", AT]);
    let mut child = child.stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(desk.read("license.sd-jwt").as_bytes()).unwrap();
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_holder_shows_chosen_elements_to_one_window() {
    let desk = Desk::of_journey();
    let present = |key: &str, options: &[&str]| {
        let fixed = ["present", "license.sd-jwt", "--key", key, "--at", AT, "--out", "shown"];
        desk.run(&[&fixed[..], &WINDOW, options].concat())
    };
    assert!(present("holder.key.pem", &["--show", "face.经营项目"]).status.success());
    let verify = |window: &[&str], at: &str| {
        desk.told(&[&["verify", "shown", "--root", "root.pem", "--at", at][..], window].concat())
    };
    let (report, code) = verify(&WINDOW, AT);
    assert_eq!(code, 0, "{report:#}");
    assert_eq!(report["presentations"][0]["bound"], true);
    assert_eq!(report["licenses"][0]["holders"], Value::Array(vec![]));
    assert_eq!(report["licenses"][0]["face"].as_array().unwrap().len(), 1);

    let mut other = WINDOW;
    other[3] = "another";
    let (report, code) = verify(&other, AT);
    assert_eq!((code, &report["refusals"][0]["code"]), (1, &"presentation-nonce".into()));
    let (report, code) = verify(&WINDOW, "2026-06-01T10:05:01+08:00");
    assert_eq!((code, &report["refusals"][0]["code"]), (1, &"presentation-too-old".into()));
    assert_eq!(desk.run(&["verify", "shown", "--root", "root.pem"]).status.code(), Some(2));

    let refused = present("library.key.pem", &[]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(stderr(&refused).contains("该密钥不是证照绑定的持证人密钥"));
    let refused = present("holder.key.pem", &["--show", "face.电话"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(stderr(&refused).contains("face.经营项目"), "what is there is told");
    assert_eq!(present("root.pem", &[]).status.code(), Some(2));
}

#[test]
fn a_library_makes_a_copy_for_one_user_and_purpose() {
    let desk = Desk::of_journey();
    let (user, purpose) = ("样例市不动产登记中心", "办理不动产登记");
    let made = desk.run(&[
        "copy",
        "license.sd-jwt",
        "--key",
        "library.key.pem",
        "--chain",
        "library.pem",
        "--all",
        "--user",
        user,
        "--purpose",
        purpose,
        "--at",
        AT,
        "--out",
        "copy.jwt",
    ]);
    assert!(made.status.success(), "{}", stderr(&made));
    let verify = |user: &str, purpose: &str, at: &str| {
        let (report, code) = desk.told(&[
            "verify",
            "copy.jwt",
            "--root",
            "root.pem",
            "--user",
            user,
            "--purpose",
            purpose,
            "--at",
            at,
        ]);
        let refused = report["refusals"][0]["code"].as_str().unwrap_or_default().to_owned();
        (code, refused)
    };
    assert_eq!(verify(user, purpose, "2026-06-02T09:59:59+08:00"), (0, String::new()));
    assert_eq!(verify(user, purpose, "2026-06-02T10:00:00+08:00"), (1, "copy-expired".into()));
    assert_eq!(verify(user, "办理贷款", AT), (1, "copy-other-purpose".into()));
    assert_eq!(verify("样例市医院", purpose, AT), (1, "copy-other-user".into()));
    assert_eq!(desk.run(&["verify", "copy.jwt", "--root", "root.pem"]).status.code(), Some(2));
    assert!(stdout(&desk.run(&["inspect", "copy.jwt"])).contains("加注件，未经核验"));
}

#[test]
fn a_code_is_made_drawn_read_back_and_verified() {
    let desk = Desk::of_journey();
    let made = desk.run(&[
        "qr",
        "license.sd-jwt",
        "--show",
        "face.经营项目",
        "--svg",
        "code.svg",
        "--out",
        "code.txt",
    ]);
    assert!(made.status.success(), "{}", stderr(&made));
    assert!(desk.read("code.txt").starts_with("GL1:"));
    assert!(desk.read("code.svg").contains("<svg"));
    assert!(stderr(&made).contains("二维码版本"));
    let verify = ["verify", "code.txt", "--root", "root.pem", "--at", AT];
    let (report, code) = desk.told(&[&verify[..], &["--known", "chain.pem"]].concat());
    assert_eq!(code, 0, "{report:#}");
    let (report, code) = desk.told(&verify);
    assert_eq!((code, &report["refusals"][0]["code"]), (1, &"certificate-anchor".into()));

    let back = desk.run(&["qr", "code.txt", "--known", "chain.pem"]);
    let text = stdout(&back);
    let jws = |text: &str| text.split('~').next().unwrap().to_owned();
    assert_eq!(jws(&text), jws(&desk.read("license.sd-jwt")));
    assert_eq!(text.matches('~').count(), 2);
    // What a holder signed fits as well, and is left as it was signed.
    let shown =
        [&["present", "license.sd-jwt", "--key", "holder.key.pem", "--at", AT][..], &WINDOW];
    desk.write("shown", &stdout(&desk.run(&shown.concat())));
    assert!(desk.run(&["qr", "shown", "--out", "shown.txt"]).status.success());
    let window =
        [&["verify", "shown.txt", "--root", "root.pem", "--known", "chain.pem"], &WINDOW[..]];
    let (report, code) = desk.told(&[&window.concat()[..], &["--at", AT]].concat());
    assert_eq!((code, &report["presentations"][0]["bound"]), (0, &Value::Bool(true)));
    let refused = desk.run(&["qr", "shown", "--show", "face.经营项目"]);
    assert_eq!(refused.status.code(), Some(2));
}

#[test]
fn a_status_list_decides() {
    let desk = Desk::of_person();
    let verify = |options: &[&str]| {
        let fixed = [
            "verify",
            "person.sd-jwt",
            "--root",
            "usual.pem",
            "--license-signing",
            "2.999.36903.1",
        ];
        let more = ["--status-signing", "2.999.36903.2", "--at", AT];
        let (report, code) = desk.told(&[&fixed[..], &more, options].concat());
        (code, report["refusals"][0]["code"].as_str().unwrap_or_default().to_owned())
    };
    assert_eq!(verify(&[]), (1, "status-unknown".into()));
    assert_eq!(verify(&["--accept-unknown-status"]), (0, String::new()));
    assert_eq!(verify(&["--status-list", "valid.jwt"]), (0, String::new()));
    assert_eq!(verify(&["--status-list", "revoked.jwt"]), (1, "status-invalid".into()));
    let refused = verify_with_a_license_as_list(&desk);
    assert_eq!(refused.status.code(), Some(2));
    let inspected = stdout(&desk.run(&["inspect", "valid.jwt"]));
    assert!(inspected.contains("https://status.example.cn/1"), "{inspected}");
}

fn verify_with_a_license_as_list(desk: &Desk) -> Output {
    let root = ["verify", "person.sd-jwt", "--root", "usual.pem"];
    desk.run(&[&root[..], &["--status-list", "person.sd-jwt"]].concat())
}

#[test]
fn a_number_of_a_person_is_shown_whole_only_when_asked_for() {
    let desk = Desk::of_person();
    for options in [&[][..], &["--json"]] {
        let arguments = [&["inspect", "person.sd-jwt"], options].concat();
        let masked = stdout(&desk.run(&arguments));
        assert!(!masked.contains(HOLDER) && masked.contains("1***************2X"), "{masked}");
        assert_eq!(masked.matches("1***************2X").count(), 2, "holder and face");
        assert!(masked.contains("样例旅行社") && masked.contains("001:91640202PDY640113U"));
        let whole = stdout(&desk.run(&[&arguments[..], &["--reveal"]].concat()));
        assert!(whole.contains(HOLDER), "{whole}");
    }
    let verify = ["verify", "person.sd-jwt", "--root", "usual.pem", "--license-signing"];
    let output = desk.run(&[&verify[..], &["2.999.36903.1", "--at", AT]].concat());
    assert!(!stdout(&output).contains(HOLDER) && !stderr(&output).contains(HOLDER));
}

/// In the order of the page, on the files of one journey.
#[test]
fn the_commands_of_the_readmes_do_what_they_say() {
    let pages = [include_str!("../../README.md"), include_str!("../../README.zh-CN.md")];
    for page in pages.map(|page| page.replace("\\\n", " ")) {
        let desk = Desk::of_journey();
        let commands =
            page.lines().filter_map(|line| line.strip_prefix("cargo run --bin license -- "));
        let mut run = 0;
        for line in commands {
            let command = line.split(" # ").next().unwrap().replace("out/", "");
            let mut arguments: Vec<_> = command.split_whitespace().collect();
            if ["verify", "present", "copy"].contains(&arguments[0]) {
                arguments.extend(["--at", AT]); // The clock of the machine is nobody's business here.
            }
            let output = desk.run(&arguments);
            assert!(output.status.success(), "{command}: {}", stderr(&output));
            run += 1;
        }
        assert_eq!(run, 5);
        for written in ["shown", "copy.jwt", "code.svg", "code.txt"] {
            assert!(!desk.read(written).is_empty(), "{written}");
        }
        let known = ["verify", "code.txt", "--known", "chain.pem", "--root", "root.pem"];
        assert!(desk.run(&[&known[..], &["--at", AT]].concat()).status.success());
    }
}

/// A folder to work in.
struct Desk(TempDir);

impl Desk {
    /// What a journey leaves behind.
    fn of_journey() -> Self {
        let folder = TempDir::new().unwrap();
        let out = folder.path().display().to_string();
        let journey = Command::new(env!("CARGO_BIN_EXE_one-window"))
            .args(["journey", "--out", &out])
            .output()
            .unwrap();
        assert!(journey.status.success());
        Self(folder)
    }

    /// The license of a person, with a status.
    fn of_person() -> Self {
        let desk = Self(TempDir::new().unwrap());
        let plan = Plan::usual();
        let Pki { root, .. } = plan.certify();
        desk.write("usual.pem", &pem(&root));
        let kind = LicenseTypeCode::parse(&format!("{BUREAU}001")).unwrap();
        let place = StatusReference::try_new("https://status.example.cn/1", 7).unwrap();
        let license = License::builder(LicenseId::try_new(kind, BUREAU, "2026000001", 1).unwrap())
            .name("导游证")
            .number("D-2026-1")
            .issuing_authority_name("样例市审批服务管理局")
            .issued_on("2026-01-05".parse().unwrap())
            .period("2026-01-05".parse().unwrap(), None)
            .holder(IdentityKey::parse(&format!("111:{HOLDER}")).unwrap(), "样例人")
            .joint_holder(IdentityKey::parse("001:91640202PDY640113U").unwrap(), "样例旅行社")
            .face("备注", format!("本人（{HOLDER}）"))
            .status(place)
            .build()
            .unwrap();
        let issued = "2026-01-05T09:00:00+08:00".parse().unwrap();
        let mut random = ChaCha20Rng::from_seed([9; 32]);
        let signed = plan.issuer().issue(&license, issued, &mut random).unwrap();
        desk.write("person.sd-jwt", signed.as_str());

        let mut lists = Plan::usual();
        lists.leaf_key = Key::from_seed([4; 32]);
        let purpose = vec![2, 999, 36903, 2];
        lists.leaf.extended_key_usages = vec![rcgen::ExtendedKeyUsagePurpose::Other(purpose)];
        for (name, status) in
            [("valid.jwt", StatusList::VALID), ("revoked.jwt", StatusList::INVALID)]
        {
            let mut list = StatusList::new(StatusWidth::Two, 16);
            list.set(7, status).unwrap();
            let at = "2026-06-01T09:00:00+08:00".parse().unwrap();
            let until = "2026-06-02T09:00:00+08:00".parse().unwrap();
            let uri = "https://status.example.cn/1";
            let list = lists.issuer().publish(&list, uri, at, until, None).unwrap();
            desk.write(name, list.as_str());
        }
        desk
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_license"));
        command.args(arguments).current_dir(self.0.path());
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// What it tells programs, and how it ended.
    fn told(&self, arguments: &[&str]) -> (Value, i32) {
        let output = self.run(&[arguments, &["--json"]].concat());
        let report = serde_json::from_slice(&output.stdout);
        assert!(report.is_ok(), "{}", stderr(&output));
        (report.unwrap(), output.status.code().unwrap())
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.place(name)).unwrap()
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.place(name), text).unwrap();
    }

    fn place(&self, name: &str) -> std::path::PathBuf {
        Path::join(self.0.path(), name)
    }
}

fn pem(der: &[u8]) -> String {
    pem_rfc7468::encode_string("CERTIFICATE", pem_rfc7468::LineEnding::LF, der).unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}
