//! Files in and out: whatever a file holds, keys, certificates, moments.

use std::fmt::Display;
use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::time::SystemTime;

use chrono::{DateTime, FixedOffset};
use ed25519_dalek::SigningKey;
use ed25519_dalek::pkcs8::DecodePrivateKey;
use gov_license::{
    AnnotatedCopy, Ed25519Signer, Presentation, QrLicense, SignedLicense, SignedStatusList,
};

use crate::{Chosen, Output};

/// What ends the program early: 1 for a refusal, 2 for a file or command line
/// that cannot be read.
pub(crate) struct Failure {
    pub(crate) code: u8,
    pub(crate) zh: String,
    pub(crate) en: String,
}

pub(crate) type Ended<T> = Result<T, Failure>;

impl Failure {
    pub(crate) fn refused(zh: impl Into<String>, en: impl Display) -> Self {
        Self { code: 1, zh: zh.into(), en: en.to_string() }
    }

    pub(crate) fn unreadable(zh: impl Into<String>, en: impl Display) -> Self {
        Self { code: 2, zh: zh.into(), en: en.to_string() }
    }
}

/// Whatever a file holds.
pub(crate) enum Paper {
    License(SignedLicense),
    Presentation(Presentation),
    Copy(AnnotatedCopy),
    StatusList(SignedStatusList),
    Qr(QrLicense),
}

impl Paper {
    /// Reads what the text looks like; a text that looks like a copy or a status
    /// list is told apart by reading it.
    pub(crate) fn read(path: &Path) -> Ended<Self> {
        let text = text(path)?;
        let text = text.trim_end_matches(['\r', '\n']);
        let failed = |zh: String, en: &dyn Display| {
            let file = path.display();
            Failure::unreadable(format!("{file}：{zh}"), format!("{file}: {en}"))
        };
        if text.starts_with(QrLicense::PREFIX) {
            let read = QrLicense::parse(text);
            return read.map(Self::Qr).map_err(|error| failed(error.zh(), &error));
        }
        let read = if text.ends_with('~') {
            SignedLicense::parse(text).map(Self::License)
        } else if text.contains('~') {
            Presentation::parse(text).map(Self::Presentation)
        } else {
            SignedStatusList::parse(text)
                .map(Self::StatusList)
                .or_else(|_| AnnotatedCopy::parse(text).map(Self::Copy))
        };
        read.map_err(|error| failed(error.zh(), &error))
    }

    /// A license, for what is made of licenses only.
    pub(crate) fn license(path: &Path) -> Ended<SignedLicense> {
        match Self::read(path)? {
            Self::License(license) => Ok(license),
            _ => Err(Failure::unreadable("文件不是电子证照", "the file holds no license")),
        }
    }
}

impl Chosen {
    /// The license with the chosen elements.
    pub(crate) fn of(&self, license: SignedLicense) -> Ended<SignedLicense> {
        if self.all {
            return Ok(license);
        }
        let names: Vec<_> = self.show.iter().map(String::as_str).collect();
        license.show(&names).map_err(|error| {
            let there = license.disclosed().collect::<Vec<_>>().join(", ");
            Failure::refused(
                format!("{}；可选：{there}", error.zh()),
                format!("{error}; there are: {there}"),
            )
        })
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.show.is_empty() && !self.all
    }
}

impl Output {
    pub(crate) fn at(&self) -> Ended<DateTime<FixedOffset>> {
        moment(self.at)
    }

    pub(crate) fn write(&self, text: &str) -> Ended<bool> {
        write(self.out.as_deref(), text)
    }
}

/// The moment asked for, or now in China.
pub(crate) fn moment(at: Option<DateTime<FixedOffset>>) -> Ended<DateTime<FixedOffset>> {
    let now = || {
        let elapsed = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).ok()?;
        let now = DateTime::from_timestamp(i64::try_from(elapsed.as_secs()).ok()?, 0)?;
        Some(now.with_timezone(&FixedOffset::east_opt(8 * 3600)?))
    };
    at.or_else(now).ok_or_else(|| Failure::unreadable("系统时间无法读取", "no clock; give --at"))
}

/// The text of a file, or of the standard input.
pub(crate) fn text(path: &Path) -> Ended<String> {
    let mut text = String::new();
    let read = if path == Path::new("-") {
        std::io::stdin().read_to_string(&mut text).map(|_| text)
    } else {
        fs::read_to_string(path)
    };
    read.map_err(|error| {
        let file = path.display();
        Failure::unreadable(format!("{file}：文件无法读取"), format!("{file}: {error}"))
    })
}

/// Writes a text and a line end, to a file or to the standard output.
pub(crate) fn write(path: Option<&Path>, text: &str) -> Ended<bool> {
    let written = match path {
        Some(path) => fs::write(path, format!("{text}\n")),
        None => writeln!(std::io::stdout(), "{text}"),
    };
    let failed = |error| Failure::unreadable("文件无法写入", format!("cannot be written: {error}"));
    written.map(|()| true).map_err(failed)
}

/// A private key, as `openssl genpkey -algorithm ed25519` writes it.
pub(crate) fn key(path: &Path) -> Ended<Ed25519Signer> {
    let key = SigningKey::from_pkcs8_pem(&text(path)?);
    let key = key.map_err(|_| {
        let file = path.display();
        Failure::unreadable(
            format!("{file}：不是PKCS #8格式的Ed25519私钥"),
            format!("{file}: not an Ed25519 private key, PKCS #8 in PEM"),
        )
    })?;
    Ok(Ed25519Signer::from_seed(key.as_bytes()))
}

/// The certificates of a PEM file, in its order.
pub(crate) fn certificates(path: &Path) -> Ended<Vec<Vec<u8>>> {
    const END: &str = "-----END CERTIFICATE-----";
    let text = text(path)?;
    let blocks = text.split_inclusive(END).filter(|block| !block.trim().is_empty());
    let read = |block: &str| {
        let (label, der) = pem_rfc7468::decode_vec(block.trim_start().as_bytes()).ok()?;
        (label == "CERTIFICATE").then_some(der)
    };
    blocks.map(read).collect::<Option<_>>().ok_or_else(|| {
        let file = path.display();
        let en = format!("{file}: not certificates in PEM");
        Failure::unreadable(format!("{file}：不是PEM格式的证书"), en)
    })
}
