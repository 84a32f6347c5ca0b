//! Licenses under SM2, to and fro with OpenSSL: the driver of
//! `.ci/sm2_openssl.py`, and an example of a key that lives elsewhere. The bureau
//! is made up; its certificates, `leaf.der` and `intermediate.der`, and its key
//! are those that the script made with OpenSSL.
//!
//! ```text
//! $ cargo run -q -p gov-license --features sm --example sm2 -- issue FOLDER MOMENT
//! $ cargo run -q -p gov-license --features sm --example sm2 -- read FOLDER/root.der FILE MOMENT
//! ```
//!
//! `issue` writes two licenses: one signed by this crate with the 32 bytes of
//! `secret`, one by `openssl` with `leaf.key`. `read` exits with 1 and says why
//! when a license does not verify.

use std::env::args;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use chrono::{DateTime, FixedOffset};
use gov_license::gov_identity::{CreditCode, IdentityKey};
use gov_license::{
    Algorithm, Issuer, License, LicenseId, LicenseTypeCode, ObjectId, SignedLicense, Signer,
    SignerError, Sm2Signer, TrustPolicy, TrustStore,
};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> ExitCode {
    let arguments: Vec<String> = args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let ended = match arguments[..] {
        ["issue", folder, moment] => issue(Path::new(folder), moment),
        ["read", root, file, moment] => read(root, file, moment),
        _ => Err("issue FOLDER MOMENT, or read ROOT FILE MOMENT".into()),
    };
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn issue(folder: &Path, moment: &str) -> Outcome<()> {
    let secret = fs::read(folder.join("secret"))?.try_into().map_err(|_| "not 32 bytes")?;
    let own = Sm2Signer::from_secret(&secret).ok_or("not a secret number")?;
    let elsewhere = OpenSsl { folder: folder.to_owned(), public_key: own.public_key() };
    let signers: [(&str, Box<dyn Signer>); 2] =
        [("own", Box::new(own)), ("openssl", Box::new(elsewhere))];
    let at = DateTime::parse_from_rfc3339(moment)?;
    for (name, signer) in signers {
        let bureau = CreditCode::parse("11640200PDY00001XK")?;
        let chain = ["leaf.der", "intermediate.der"].map(|name| fs::read(folder.join(name)));
        let chain = chain.into_iter().collect::<Result<_, _>>()?;
        let issuer = Issuer::try_new(bureau, signer, chain)?;
        let signed =
            issuer.issue(&license(bureau, at)?, at, &mut ChaCha20Rng::from_seed([9; 32]))?;
        fs::write(folder.join(format!("{name}.sd-jwt")), signed.as_str())?;
    }
    Ok(())
}

fn license(bureau: CreditCode, at: DateTime<FixedOffset>) -> Outcome<License> {
    let kind = LicenseTypeCode::parse("11640200PDY00001XK001")?;
    Ok(License::builder(LicenseId::try_new(kind, bureau, "2026000001", 1)?)
        .name("食品经营许可证")
        .number("JY26402000000001")
        .issuing_authority_name("样例市审批服务管理局")
        .issued_on(at.date_naive())
        .period(at.date_naive(), None)
        .holder(IdentityKey::parse("111:11010519491231002X")?, "样例人")
        .face("经营项目", "热食类食品制售")
        .build()?)
}

fn read(root: &str, file: &str, moment: &str) -> Outcome<()> {
    let purpose = ObjectId::parse("2.999.36903.1").ok_or("not an object identifier")?;
    let mut trust = TrustStore::new(TrustPolicy::new(purpose));
    trust.add_root_der(&fs::read(root)?)?;
    let signed = SignedLicense::parse(&fs::read_to_string(file)?)?;
    let verified = signed.verify(&trust, DateTime::parse_from_rfc3339(moment)?)?;
    println!("{}: {}", signed.algorithm().name(), verified.license().name());
    Ok(())
}

/// A key that another program holds, as hardware would.
struct OpenSsl {
    folder: PathBuf,
    public_key: Vec<u8>,
}

impl Signer for OpenSsl {
    fn algorithm(&self) -> Algorithm {
        Algorithm::Sm2
    }

    fn public_key(&self) -> Vec<u8> {
        self.public_key.clone()
    }

    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SignerError> {
        fs::write(self.folder.join("message"), message).map_err(|_| SignerError)?;
        let answer = Command::new("openssl")
            .args(["pkeyutl", "-sign", "-rawin", "-digest", "sm3"])
            .args(["-pkeyopt", "distid:1234567812345678", "-inkey", "leaf.key", "-in", "message"])
            .current_dir(&self.folder)
            .output()
            .map_err(|_| SignerError)?;
        // What OpenSSL writes is the sequence of two integers that certificates have.
        let signature = sm2::dsa::Signature::from_der(&answer.stdout).map_err(|_| SignerError)?;
        Ok(signature.to_vec())
    }
}
