//! Writes licenses for other implementations to read, and reads what they
//! wrote: the driver of `.ci/exchange.py`. Everything is made up; the keys are
//! the fixed seeds of this crate's tests.
//!
//! ```text
//! $ cargo run -q -p gov-license --example exchange -- write FOLDER
//! $ cargo run -q -p gov-license --example exchange -- read ROOT.der license.sd-jwt
//! $ cargo run -q -p gov-license --example exchange -- read ROOT.der shown.sd-jwt AUDIENCE NONCE
//! ```
//!
//! `read` prints what the verified license says, one element a line; what does
//! not verify is told on standard error, and the program exits with 1.

use std::env::args;
use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use chrono::{DateTime, FixedOffset};
use gov_license::gov_identity::{CreditCode, IdentityKey};
use gov_license::{
    Challenge, Ed25519Signer, HolderKey, Issuer, License, LicenseId, LicenseTypeCode, ObjectId,
    Presentation, SignedLicense, Signer, StatusBook, TrustPolicy, TrustStore,
};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;

const LEAF: &[u8] = include_bytes!("../tests/data/leaf.der");
const INTERMEDIATE: &[u8] = include_bytes!("../tests/data/intermediate.der");
const ROOT: &[u8] = include_bytes!("../tests/data/root.der");
const AUDIENCE: &str = "https://window.example.cn";
const NONCE: &str = "n-0S6_WzA2Mj";

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> ExitCode {
    let arguments: Vec<String> = args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let ended = match arguments[..] {
        ["write", folder] => write(Path::new(folder)),
        ["read", root, file] => read(root, file),
        ["read", root, file, audience, nonce] => read_shown(root, file, audience, nonce),
        _ => Err("write FOLDER, or read ROOT FILE [AUDIENCE NONCE]".into()),
    };
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// A license, and the same bound to a phone's key and shown with a choice.
fn write(folder: &Path) -> Outcome<()> {
    let bureau = CreditCode::parse("11640200PDY00001XK")?;
    let key = Ed25519Signer::from_seed(&[3; 32]);
    let issuer = Issuer::try_new(bureau, key, vec![LEAF.to_vec(), INTERMEDIATE.to_vec()])?;
    let phone = Ed25519Signer::from_seed(&[5; 32]);
    let holder = HolderKey::try_new(&phone.public_key()).ok_or("not a key")?;

    let (license, mut random) = (license(bureau)?, ChaCha20Rng::from_seed([9; 32]));
    let signed = issuer.issue(&license, moment()?, &mut random)?;
    let bound = issuer.issue_bound(&license, &holder, moment()?, &mut random)?;
    let chosen = bound.show(&["CertificateHolderName", "face.经营项目"])?;
    let shown = chosen.present(&Challenge::try_new(AUDIENCE, NONCE)?, &phone, moment()?)?;

    fs::create_dir_all(folder)?;
    fs::write(folder.join("root.der"), ROOT)?;
    fs::write(folder.join("license.sd-jwt"), signed.as_str())?;
    fs::write(folder.join("shown.sd-jwt"), shown.to_text())?;
    Ok(())
}

fn license(bureau: CreditCode) -> Outcome<License> {
    let kind = LicenseTypeCode::parse("11640200PDY00001XK001")?;
    Ok(License::builder(LicenseId::try_new(kind, bureau, "2026000001", 1)?)
        .name("食品经营许可证")
        .number("JY26402000000001")
        .issuing_authority_name("样例市审批服务管理局")
        .issued_on("2026-01-05".parse()?)
        .period("2026-01-05".parse()?, Some("2026-12-31".parse()?))
        .holder(IdentityKey::parse("111:11010519491231002X")?, "样例人")
        .face("经营者名称", "样例小吃店")
        .face("经营项目", "热食类食品制售")
        .build()?)
}

fn read(root: &str, file: &str) -> Outcome<()> {
    let signed = SignedLicense::parse(&fs::read_to_string(file)?)?;
    print(signed.verify(&trust(root)?, moment()?)?.license());
    Ok(())
}

fn read_shown(root: &str, file: &str, audience: &str, nonce: &str) -> Outcome<()> {
    let shown = Presentation::parse(&fs::read_to_string(file)?)?;
    let (challenge, book) = (Challenge::try_new(audience, nonce)?, StatusBook::new());
    let verified = shown.verify(&trust(root)?, &book, &challenge, moment()?)?;
    if !verified.is_bound() {
        return Err("shown by anybody".into());
    }
    print(verified.license().license());
    Ok(())
}

/// Fixed, so that the check never ages.
fn moment() -> Outcome<DateTime<FixedOffset>> {
    Ok("2026-06-01T10:00:00+08:00".parse()?)
}

fn trust(root: &str) -> Outcome<TrustStore> {
    let purpose = ObjectId::parse("2.999.36903.1").ok_or("not an object identifier")?;
    let mut store = TrustStore::new(TrustPolicy::new(purpose));
    store.add_root_der(&fs::read(root)?)?;
    Ok(store)
}

fn print(license: &License) {
    println!("CertificateIdentifier={}", license.id());
    println!("CertificateName={}", license.name());
    println!("CertificateNumber={}", license.number());
    if let Some(holder) = license.holder() {
        println!("sub={}", holder.expose());
    }
    if let Some(name) = license.holder_name() {
        println!("CertificateHolderName={name}");
    }
    for (field, value) in license.face().iter() {
        println!("face.{field}={value}");
    }
}
