//! The folder that a journey leaves behind, and its verification from the files
//! alone.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};
use ed25519_dalek::SigningKey;
use ed25519_dalek::pkcs8::{EncodePrivateKey, KeypairBytes};
use gov_license::gov_identity::IdentityKey;
use gov_license::{SignedLicense, TrustStore};
use gov_workflow::store::{SqliteStore, Tenant};
use gov_workflow::{Case, Checkpoint, History, State};
use pem_rfc7468::LineEnding;
use sha2::{Digest, Sha256};

use crate::licensing::{self, Signed};
use crate::narrator::{Narrator, Outcome, Step, Text};

const LICENSE: &str = "license.sd-jwt";
const CHAIN: &str = "chain.pem";
const ROOT: &str = "root.pem";
const HISTORY: &str = "history.txt";
const CHECKPOINT: &str = "checkpoint.txt";
const STORE: &str = "case.sqlite";

/// Keys that would be in a phone and in hardware: with them the program
/// `license` plays the holder and the library. Nothing here is secret.
const PHONE: &str = "holder.key.pem";
const LIBRARY: &str = "library.pem";
const LIBRARY_KEY: &str = "library.key.pem";

/// The folder.
pub(crate) struct Dossier {
    folder: PathBuf,
}

/// Why a file does not hold: which file, and why, in both languages.
struct Fault {
    file: &'static str,
    why: Text,
}

type Checked<T> = Result<T, Fault>;

/// Verifies the folder of an earlier journey.
pub(crate) fn verify(
    folder: &Path,
    at: Option<DateTime<FixedOffset>>,
    narrator: Narrator,
) -> Result<bool, Box<dyn Error>> {
    narrator.heading(&Text::new(format!("核验 {}", folder.display()), "from the files alone"));
    Dossier { folder: folder.to_owned() }.examine(at, narrator)
}

impl Dossier {
    /// Makes the folder and removes what an earlier journey left in it.
    pub(crate) fn clear(folder: &Path) -> Result<Self, Box<dyn Error>> {
        fs::create_dir_all(folder)?;
        let dossier = Self { folder: folder.to_owned() };
        let beside = ["-wal", "-shm"].map(|end| format!("{STORE}{end}"));
        let files = [LICENSE, CHAIN, ROOT, HISTORY, CHECKPOINT, STORE, PHONE, LIBRARY, LIBRARY_KEY];
        let files = files.map(str::to_owned);
        for file in files.iter().chain(&beside) {
            match fs::remove_file(dossier.folder.join(file)) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                    return Err(error.into());
                }
                _ => {}
            }
        }
        Ok(dossier)
    }

    /// Where the case store is.
    pub(crate) fn store(&self) -> PathBuf {
        self.folder.join(STORE)
    }

    /// Writes the license, its certificates, the history of its case, and the keys
    /// of the demonstration.
    pub(crate) fn write(&self, signed: &Signed, history: &History) -> Result<(), Box<dyn Error>> {
        let file = |name, text: &str| fs::write(self.folder.join(name), text);
        file(LICENSE, signed.license.as_str())?;
        file(CHAIN, &pem(signed.authority.chain.iter().map(Vec::as_slice))?)?;
        file(ROOT, &pem([signed.authority.root.as_slice()])?)?;
        file(HISTORY, history.text())?;
        file(CHECKPOINT, &history.checkpoint().to_string())?;
        let (chain, key) = &signed.authority.library;
        file(LIBRARY, &pem(chain.iter().map(Vec::as_slice))?)?;
        file(LIBRARY_KEY, &private(key)?)?;
        file(PHONE, &private(&signed.phone)?)?;
        Ok(())
    }

    /// Checks every file, and that they tell of the same license; at the moment of
    /// the last entry of the history unless told otherwise.
    pub(crate) fn examine(
        &self,
        at: Option<DateTime<FixedOffset>>,
        mut narrator: Narrator,
    ) -> Result<bool, Box<dyn Error>> {
        let trust = told(&mut narrator, self.trust());
        let license = told(&mut narrator, self.license());
        let story = told(&mut narrator, self.history());
        let at = at.or_else(|| story.as_ref()?.1.last_event_at());

        if let Some((_, fingerprint)) = &trust {
            narrator.tell(anchor(fingerprint));
        }
        if let Some(license) = &license {
            narrator.tell(self.chain(license).unwrap_or_else(Fault::step));
        }
        if let (Some(license), Some((trust, _))) = (&license, &trust) {
            narrator.tell(verified(license, trust, at).unwrap_or_else(Fault::step));
        }
        if let Some((history, case)) = &story {
            narrator.tell(chained(history));
            narrator.tell(self.stored(history, case).unwrap_or_else(Fault::step));
        }
        if let (Some(license), Some((_, case))) = (&license, &story) {
            narrator.tell(agreed(license, case).unwrap_or_else(Fault::step));
        }
        let conclusion = if narrator.all_hold() {
            Text::new("全部核验通过：证照真实、有效", "everything holds: the license verifies")
        } else {
            Text::new("核验不通过", "verification failed")
        };
        Ok(narrator.finish(&conclusion)?)
    }

    fn read(&self, file: &'static str) -> Checked<String> {
        fs::read_to_string(self.folder.join(file))
            .map_err(|error| Fault::new(file, "文件无法读取", error.to_string()))
    }

    /// The anchor of trust and its fingerprint, to be compared with a trusted copy.
    fn trust(&self) -> Checked<(TrustStore, String)> {
        let text = self.read(ROOT)?;
        let policy = licensing::policy()
            .map_err(|error| Fault::new(ROOT, "信任策略有误", error.to_string()))?;
        let mut trust = TrustStore::new(policy);
        trust
            .add_root_pem(&text)
            .map_err(|error| Fault::new(ROOT, error.zh(), error.to_string()))?;
        let fingerprint = trust
            .anchors()
            .map(|der| base16ct::lower::encode_string(&Sha256::digest(der)))
            .collect();
        Ok((trust, fingerprint))
    }

    fn license(&self) -> Checked<SignedLicense> {
        SignedLicense::parse(&self.read(LICENSE)?)
            .map_err(|error| Fault::new(LICENSE, error.zh(), error.to_string()))
    }

    /// The chain beside the license must be the chain inside it, to the byte.
    fn chain(&self, license: &SignedLicense) -> Checked<Step> {
        let inside = pem(license.unverified_chain())
            .map_err(|error| Fault::new(CHAIN, "证书无法编码", error.to_string()))?;
        if self.read(CHAIN)? != inside {
            return Err(Fault::new(
                CHAIN,
                "证书链文件与证照所带证书链不一致",
                "the chain is not the one inside the license",
            ));
        }
        Ok(good(CHAIN, "证书链文件与证照所带证书链一致", "the chain is the one inside the license"))
    }

    /// The history, checked against its checkpoint and replayed.
    fn history(&self) -> Checked<(History, Case)> {
        let checkpoint: Checkpoint = self
            .read(CHECKPOINT)?
            .parse()
            .map_err(|_| Fault::new(CHECKPOINT, "检查点无法识读", "not a checkpoint"))?;
        let text = fs::read(self.folder.join(HISTORY))
            .map_err(|error| Fault::new(HISTORY, "文件无法读取", error.to_string()))?;
        let history = History::verify(checkpoint.case_number(), &text, Some(&checkpoint))
            .map_err(|found| Fault::new(HISTORY, found.zh(), found.to_string()))?;
        let case = history
            .replay()
            .map_err(|error| Fault::new(HISTORY, "办件履历无法重演", error.to_string()))?;
        Ok((history, case))
    }

    /// The store must hold the same history.
    fn stored(&self, history: &History, case: &Case) -> Checked<Step> {
        let fault =
            |error: &dyn Error| Fault::new(STORE, "办件库无法读取或与履历不符", error.to_string());
        if !self.store().is_file() {
            return Err(Fault::new(STORE, "没有办件库", "no such file"));
        }
        let division = case.filing().map(|filing| filing.item.as_str()).and_then(division_of);
        let tenant = Tenant::parse(division.unwrap_or_default()).map_err(|error| fault(&error))?;
        let store = SqliteStore::open(self.store()).map_err(|error| fault(&error))?;
        let kept = store.load(&tenant, history.case_number()).map_err(|error| fault(&error))?;
        if kept.text() != history.text() {
            return Err(Fault::new(
                STORE,
                "办件库与履历文件不一致",
                "another history than the file's",
            ));
        }
        Ok(good(STORE, "办件库与履历文件一致", "the store keeps the same history"))
    }
}

fn anchor(fingerprint: &str) -> Step {
    good(ROOT, "信任根自签名成立", "the anchor's own signature holds")
        .detail("指纹 SHA-256", Text::new(fingerprint, "compare it with a copy you trust"))
}

/// The signature, the chain, the right to issue, the period.
fn verified(
    license: &SignedLicense,
    trust: &TrustStore,
    at: Option<DateTime<FixedOffset>>,
) -> Checked<Step> {
    let at = at.ok_or_else(|| {
        Fault::new(LICENSE, "没有核验时间，请用 --at 指定", "no moment to judge at; give --at")
    })?;
    let verified = license
        .verify(trust, at)
        .map_err(|error| Fault::new(LICENSE, error.zh(), error.to_string()))?;
    let license = verified.license();
    let name = license.holder_name().unwrap_or("(未披露 not disclosed)");
    let period = license.period();
    let last = period.last().map_or_else(|| "长期 no end".to_owned(), |last| last.to_string());
    Ok(good(
        LICENSE,
        "签名、证书链、颁发权限、有效期均成立",
        "signature, chain, right to issue and period hold",
    )
    .at(at)
    .detail("证照 license", Text::new(format!("{} {}", license.name(), license.number()), ""))
    .detail("持证主体 holder", Text::new(name, ""))
    .detail("颁发机构 issuer", Text::new(license.issuing_authority_name(), ""))
    .detail("有效期 period", Text::new(format!("{} – {last}", period.first()), "")))
}

fn chained(history: &History) -> Step {
    let count = history.count();
    good(
        HISTORY,
        "履历链完整，与检查点一致，可重演",
        "the chain holds, meets its checkpoint, and replays",
    )
    .detail("条数 events", Text::new(count.to_string(), ""))
}

/// The license must be the one that the case granted, to whom it granted it.
fn agreed(license: &SignedLicense, case: &Case) -> Checked<Step> {
    let license = license.unverified();
    let applicant: Option<&IdentityKey> = case.filing().map(|filing| &filing.applicant);
    let same = case.license() == Some(license.id().as_str())
        && license.holder() == applicant
        && case.decision().is_some_and(|decision| decision.on == license.issued_on())
        && case.state() == State::Closed;
    if !same {
        return Err(Fault::new(
            HISTORY,
            "证照与办件履历不符",
            "the license is not the one this case granted",
        ));
    }
    Ok(good(HISTORY, "证照即本办件所准予", "the license is the one this case granted"))
}

/// The value; a fault is told instead.
fn told<T>(narrator: &mut Narrator, checked: Checked<T>) -> Option<T> {
    checked.map_err(|fault| narrator.tell(fault.step())).ok()
}

fn good(file: &'static str, zh: &str, en: &str) -> Step {
    Step::new(Outcome::Verified, Text::new(format!("{file} {zh}"), en))
}

/// Positions 3 to 8 of the code hold the division of the body that handles it.
fn division_of(item: &str) -> Option<&str> {
    item.get(2..8)
}

fn pem<'a>(certificates: impl IntoIterator<Item = &'a [u8]>) -> Result<String, pem_rfc7468::Error> {
    let encode = |der| pem_rfc7468::encode_string("CERTIFICATE", LineEnding::LF, der);
    certificates.into_iter().map(encode).collect()
}

/// A private key as `openssl genpkey` writes one.
fn private(key: &SigningKey) -> Result<String, Box<dyn Error>> {
    let pair = KeypairBytes { secret_key: key.to_bytes(), public_key: None };
    Ok(pair.to_pkcs8_pem(LineEnding::LF)?.to_string())
}

impl Fault {
    fn new(file: &'static str, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { file, why: Text::new(zh, en) }
    }

    fn step(self) -> Step {
        let what =
            Text::new(format!("{} 不成立", self.file), format!("{} does not hold", self.file));
        Step::new(Outcome::Failed, what).detail("原因 why", self.why)
    }
}
