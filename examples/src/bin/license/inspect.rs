//! `license inspect`.

use std::path::Path;

use gov_license::{License, SignedLicense, SignedStatusList};
use serde_json::{Value, json};

use crate::mask;
use crate::paper::{Ended, Paper};
use crate::tell::{Teller, Tone};

pub(crate) fn run(file: &Path, reveal: bool, mut teller: Teller) -> Ended<bool> {
    let kind = match Paper::read(file)? {
        Paper::License(license) => {
            tell_license(&mut teller, &license, reveal);
            ("电子证照", "license")
        }
        Paper::Presentation(shown) => {
            tell_license(&mut teller, shown.unverified(), reveal);
            ("出示件", "presentation")
        }
        Paper::Qr(code) => {
            tell_license(&mut teller, code.unverified(), reveal);
            ("证照二维码", "QR code of a license")
        }
        Paper::Copy(copy) => {
            // User and purpose are for whoever verifies it to ask about.
            tell_license(&mut teller, copy.unverified(), reveal);
            ("加注件", "annotated copy")
        }
        Paper::StatusList(list) => {
            tell_list(&mut teller, &list);
            ("状态列表", "status list")
        }
    };
    Ok(teller.finish(
        &format!("{}，未经核验。", kind.0),
        &format!("{}, not verified by anybody", kind.1),
    ))
}

fn tell_list(teller: &mut Teller, list: &SignedStatusList) {
    let places = list.unverified().places();
    let value = json!({ "uri": list.uri(), "places": places });
    let zh = format!("{}，共{places}个位置", list.uri());
    teller.entry("lists", Tone::Plain, value, &zh, &format!("{places} places"));
}

pub(crate) fn tell_license(teller: &mut Teller, signed: &SignedLicense, reveal: bool) {
    let license = signed.unverified();
    let value = value(signed, license, reveal);
    let text = |text: &str| mask::text(text, reveal);
    let title = format!("{} {}", text(license.name()), text(license.number()));
    teller.entry("licenses", Tone::Plain, value, &title, &text(license.id().as_str()));
    let issued = format!("{} {}", text(license.issuing_authority_name()), license.issuer());
    teller.line(&format!("颁发机构 {issued}"), "issuing body");
    let period = license.period();
    let last = period.last().map_or_else(|| "长期".to_owned(), |last| last.to_string());
    teller.line(&format!("有效期 {} – {last}", period.first()), "period");
    for (code, name) in license.joint_issuers() {
        teller.line(&format!("联合颁发机构 {} {code}", text(name)), "issuing body beside it");
    }
    let holders = holders(license, reveal);
    if !holders.is_empty() {
        teller.line(&format!("持证主体 {}", holders.join(" ")), "holder");
    }
    for (name, field) in license.face().iter() {
        teller.line(&format!("{} {}", text(name), text(field)), &format!("face.{}", text(name)));
    }
    if let Some(status) = license.status() {
        let place = format!("{} #{}", status.uri(), status.index());
        teller.line(&format!("状态列表 {place}"), "status list");
    }
    if signed.holder_key().is_some() {
        teller.line("已绑定持证人密钥", "bound to a key of its holder");
    } else {
        teller.line("未绑定持证人密钥", "bound to no key");
    }
}

/// All who hold it together, as far as they are shown: names, then numbers.
fn holders(license: &License, reveal: bool) -> Vec<String> {
    let names = license.holder_names().map(|name| mask::text(name, reveal));
    let keys = license.holders().iter().map(|key| mask::key(key, reveal));
    names.chain(keys).collect()
}

fn value(signed: &SignedLicense, license: &License, reveal: bool) -> Value {
    let text = |text: &str| mask::text(text, reveal);
    let face: Vec<_> = license
        .face()
        .iter()
        .map(|(name, field)| json!({ "name": text(name), "value": text(field) }))
        .collect();
    let joint: Vec<_> = license
        .joint_issuers()
        .map(|(code, name)| json!({ "code": code.as_str(), "name": text(name) }))
        .collect();
    json!({
        "identifier": license.id().as_str(),
        "name": text(license.name()),
        "number": text(license.number()),
        "issuer": license.issuer().as_str(),
        "issuer_name": text(license.issuing_authority_name()),
        "issued_on": license.issued_on(),
        "first": license.period().first(),
        "last": license.period().last(),
        "joint_issuers": joint,
        "holders": holders(license, reveal),
        "face": face,
        "can_be_left_away": signed.disclosed().collect::<Vec<_>>(),
        "status_list": license.status().map(gov_license::StatusReference::uri),
        "bound": signed.holder_key().is_some(),
        "certificates": signed.unverified_chain().len(),
    })
}
