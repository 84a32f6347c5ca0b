//! `license verify`.

use std::fmt::Display;

use chrono::{DateTime, FixedOffset};
use gov_license::{
    AnnotatedCopy, Axis, Challenge, CopyError, Presentation, PresentationError, Report,
    SignedLicense, StatusBook, TrustStore, Verdict,
};
use serde_json::json;

use crate::VerifyOptions;
use crate::inspect::tell_license;
use crate::paper::{self, Ended, Failure, Paper};
use crate::tell::{Teller, Tone};

pub(crate) fn run(options: &VerifyOptions, teller: Teller) -> Ended<bool> {
    let at = paper::moment(options.at)?;
    let store = options.trust.store()?;
    let book = options.trust.book(&store, at)?;
    let mut desk = Desk { options, store, book, at, teller, holds: true };
    match Paper::read(&options.file)? {
        Paper::License(license) => desk.license(&license),
        Paper::Presentation(shown) => desk.presentation(&shown)?,
        Paper::Qr(code) => {
            let known = options.trust.known()?;
            let shown = code.complete(known.iter().map(Vec::as_slice));
            if options.audience.is_some() {
                desk.presentation(&shown)?;
            } else {
                desk.license(shown.unverified());
            }
        }
        Paper::Copy(copy) => desk.copy(&copy)?,
        Paper::StatusList(_) => {
            let zh = "状态列表请用 --status-list 给出";
            return Err(Failure::unreadable(zh, "give status lists with --status-list"));
        }
    }
    Ok(desk.finish())
}

/// What a window needs to judge.
struct Desk<'a> {
    options: &'a VerifyOptions,
    store: TrustStore,
    book: StatusBook,
    at: DateTime<FixedOffset>,
    teller: Teller,
    holds: bool,
}

impl Desk<'_> {
    /// Every axis, and the first reason to refuse.
    fn license(&mut self, license: &SignedLicense) {
        tell_license(&mut self.teller, license, false);
        let report = license.examine_with_status(&self.store, &self.book, self.at);
        for axis in Axis::ALL {
            tell_axis(&mut self.teller, &report, axis);
        }
        if let Some(reason) = report.conclusion() {
            self.refuse(reason.code(), &reason.zh(), reason);
        }
    }

    fn presentation(&mut self, shown: &Presentation) -> Ended<()> {
        let (Some(audience), Some(nonce)) = (&self.options.audience, &self.options.nonce) else {
            let zh = "核验出示件需要 --audience 和 --nonce";
            return Err(Failure::unreadable(zh, "a presentation needs --audience and --nonce"));
        };
        let challenge = challenge(audience, nonce)?;
        self.license(shown.unverified());
        match shown.verify(&self.store, &self.book, &challenge, self.at) {
            Ok(verified) => {
                let (tone, zh, en) = if verified.is_bound() {
                    let en = "who shows it holds the key it is bound to";
                    (Tone::Plain, "出示人持有证照绑定的密钥", en)
                } else {
                    (
                        Tone::Warn,
                        "证照未绑定密钥，谁都可以出示",
                        "bound to no key: anybody can show it",
                    )
                };
                let value = json!({ "bound": verified.is_bound() });
                self.teller.entry("presentations", tone, value, zh, en);
            }
            Err(PresentationError::License(_)) => {} // Told already.
            Err(error) => self.refuse(error.code(), &error.zh(), &error),
        }
        Ok(())
    }

    fn copy(&mut self, copy: &AnnotatedCopy) -> Ended<()> {
        let (Some(user), Some(purpose)) = (&self.options.user, &self.options.purpose) else {
            let zh = "核验加注件需要 --user 和 --purpose";
            return Err(Failure::unreadable(zh, "a copy needs --user and --purpose"));
        };
        self.license(copy.unverified());
        match copy.verify(&self.store, &self.book, user, purpose, self.at) {
            Ok(verified) => {
                let zh = format!("仅供{}用于{}", verified.user(), verified.purpose());
                let value = json!({
                    "maker": verified.maker().as_str(),
                    "user": verified.user(),
                    "purpose": verified.purpose(),
                });
                let en = "made for this user and this purpose";
                self.teller.entry("copies", Tone::Plain, value, &zh, en);
            }
            Err(CopyError::License(_)) => {} // Told already.
            Err(error) => self.refuse(error.code(), &error.zh(), &error),
        }
        Ok(())
    }

    fn refuse(&mut self, code: &str, zh: &str, en: &dyn Display) {
        let en = en.to_string();
        let value = json!({ "code": code, "zh": zh, "en": en });
        self.teller.entry("refusals", Tone::Bad, value, zh, &en);
        self.teller.fail();
        self.holds = false;
    }

    fn finish(self) -> bool {
        let (zh, en) =
            if self.holds { ("核验通过", "verified") } else { ("核验不通过", "refused") };
        let at = self.at;
        self.teller.finish(&format!("{zh}（{at}）"), &format!("{en} at {at}"))
    }
}

/// What the window asked for.
pub(crate) fn challenge(audience: &str, nonce: &str) -> Ended<Challenge> {
    Challenge::try_new(audience, nonce).map_err(|fault| {
        let zh = format!("--audience或--nonce{}", fault.zh());
        Failure::unreadable(zh, format!("--audience or --nonce {fault}"))
    })
}

fn tell_axis(teller: &mut Teller, report: &Report, axis: Axis) {
    let verdict = report.verdict(axis);
    let tone = match verdict {
        Verdict::No => Tone::Bad,
        Verdict::Undetermined => Tone::Warn,
        _ => Tone::Plain,
    };
    let findings: Vec<_> = report
        .on(axis)
        .map(|found| json!({ "code": found.code(), "zh": found.zh(), "en": found.to_string() }))
        .collect();
    let value = json!({ "axis": axis.code(), "verdict": verdict.code(), "findings": findings });
    let zh = format!("{}：{}", axis.zh(), verdict.zh());
    teller.entry("axes", tone, value, &zh, &format!("{}: {}", axis.code(), verdict.code()));
    for found in report.on(axis) {
        teller.line(&found.zh(), &found.to_string());
    }
}
