//! The whole road (一号、一窗、一网): one application for a food business license,
//! and beside it one that meets silence.

use std::collections::BTreeSet;
use std::error::Error;
use std::path::Path;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};
use gov_catalog::Item;
use gov_identity::{IdentityKey, MaskPolicy, ResidentId};
use gov_workflow::{
    Calendar, CaseNumber, Channel, CodeError, Command, Defect, DeliveryWay, MaterialName, Opinion,
    Procedure, Rules,
};

use crate::cast::{Cast, REPRESENTATIVE, REPRESENTATIVE_NAME, SHOP, SHOP_NAME};
use crate::dossier::Dossier;
use crate::licensing;
use crate::narrator::{Narrator, Outcome, Step, Text};
use crate::office::{Docket, Office};
use crate::seed::Seed;

/// The item, with its materials and limits from the law; the file says which.
const ITEM: &str = include_str!("../data/food_business_license.json");

/// Materials of the guide that the journey names.
const FORM: &str = "食品经营许可申请书";
const BUSINESS_LICENSE: &str = "营业执照或者其他主体资格证明文件复印件";
const LAYOUT: &str = "主要设备设施、经营布局、操作流程文件";
const RULES_LIST: &str = "保证食品安全的规章制度目录清单";

/// Plays the journey into a folder and verifies what it wrote there.
pub(crate) fn play(
    today: NaiveDate,
    seed: &str,
    out: &Path,
    narrator: Narrator,
) -> Result<bool, Box<dyn Error>> {
    let item =
        Item::from_json(ITEM).map_err(|faults| format!("the item has faults: {faults:?}"))?;
    let procedure = Procedure::try_from(&item)
        .map_err(|faults| format!("the item makes no procedure: {faults:?}"))?;
    let rules = Rules::new(procedure, Calendar::china());
    let cast = Cast::of(&item)?;
    let dossier = Dossier::clear(out)?;
    let mut office = Office::open(rules, &dossier.store(), narrator)?;
    let days = Days { today, calendar: office.rules.calendar().clone() };

    introduce(&mut office, &item);
    let mut docket = Docket::new(number(&item, today, 1)?);
    apply_and_supplement(&mut office, &cast, &mut docket, &days)?;
    meet_silence(&mut office, &cast, &item, &days)?;
    review_and_decide(&mut office, &cast, &mut docket, &days)?;

    let signed = licensing::issue(&docket, &item, Seed(seed), days.at(7, 10, 0)?)?;
    issue_and_deliver(&mut office, &cast, &mut docket, &signed, &days)?;
    dossier.write(&signed, &office.history(&docket)?)?;

    office.narrator.heading(&Text::new(
        format!("核验 {}", out.display()),
        "everything again, from the files alone",
    ));
    dossier.examine(None, office.narrator)
}

/// 一号: who applies, by the one number of each.
fn introduce(office: &mut Office, item: &Item) {
    office.narrator.heading(&Text::new("一号 · 一窗 · 一网", "one number, one window, one net"));
    let found: Vec<String> = IdentityKey::candidates(SHOP.as_str())
        .iter()
        .map(|key| key.masked(MaskPolicy::LastTwo).to_string())
        .collect();
    let mut step = Step::new(
        Outcome::Done,
        Text::new(format!("{SHOP_NAME}拟申请{}", item.name()), "a shop wants to apply"),
    )
    .detail("唯一标识 key", Text::new(found.join(", "), ""));
    if let Ok(person) = ResidentId::parse(REPRESENTATIVE) {
        let masked = person.masked(MaskPolicy::LastTwo);
        let who = format!("{REPRESENTATIVE_NAME} 111:{masked}");
        step = step.detail("法定代表人 represented by", Text::new(who, ""));
    }
    office.narrator.tell(step);
}

/// Receipt, the one notice of what is missing, the supplement, acceptance.
fn apply_and_supplement(
    office: &mut Office,
    cast: &Cast,
    docket: &mut Docket,
    days: &Days,
) -> Result<(), Box<dyn Error>> {
    office.narrator.heading(&Text::new("一窗受理", "received and accepted at one window"));
    let receive = Command::Receive {
        case: docket.number.clone(),
        applicant: IdentityKey::from(SHOP),
        channel: Channel::WEB,
        materials: materials(&[FORM, BUSINESS_LICENSE, RULES_LIST])?,
    };
    office.act(
        docket,
        &cast.applicant,
        &receive,
        days.at(0, 9, 30)?,
        Text::new("网上提交申请，收件即起算", "applies online; receipt starts the first clock"),
    )?;

    let until = days.day(6)?;
    let beyond = Defect {
        material: MaterialName::parse("房屋产权证明")?,
        reason: "请提供房屋产权证明原件".to_owned(),
    };
    office.attempt(
        docket,
        &cast.front_desk,
        &Command::RequestSupplement { missing: vec![beyond], until },
        days.at(1, 9, 0)?,
        Text::new("窗口索要办事指南以外的材料", "the window demands a material beyond the guide"),
    )?;

    let layout = MaterialName::parse(LAYOUT)?;
    let missing = vec![Defect {
        material: layout.clone(),
        reason: "未提交经营布局和操作流程文件".to_owned(),
    }];
    office.act(
        docket,
        &cast.front_desk,
        &Command::RequestSupplement { missing, until },
        days.at(1, 9, 20)?,
        Text::new("一次性告知补正", "tells once, and all at once, what is missing"),
    )?;
    office.act(
        docket,
        &cast.applicant,
        &Command::Supplement { materials: [layout].into() },
        days.at(2, 15, 0)?,
        Text::new("补正材料", "hands in what was missing"),
    )?;
    office.act(
        docket,
        &cast.deputy,
        &Command::Accept,
        days.at(2, 16, 0)?,
        Text::new("受理，办理期限起算", "accepts; the clock to decide starts"),
    )
}

/// Another application, and nobody answers for five working days.
fn meet_silence(
    office: &mut Office,
    cast: &Cast,
    item: &Item,
    days: &Days,
) -> Result<(), Box<dyn Error>> {
    office
        .narrator
        .heading(&Text::new("另一件申请：逾期不答复", "another application meets silence"));
    let mut docket = Docket::new(number(item, days.today, 2)?);
    let gov_workflow::Actor::Applicant(applicant) = &cast.neighbor.actor else {
        return Err("the neighbor is an applicant".into());
    };
    let receive = Command::Receive {
        case: docket.number.clone(),
        applicant: applicant.clone(),
        channel: Channel::WINDOW,
        materials: materials(&[FORM])?,
    };
    office.act(
        &mut docket,
        &cast.neighbor,
        &receive,
        days.at(0, 10, 0)?,
        Text::new("窗口提交申请，材料不齐", "applies at the window, incomplete"),
    )?;
    office.act(
        &mut docket,
        &cast.clock,
        &Command::DeemAccepted,
        days.at(6, 0, 0)?,
        Text::new("五个工作日内未告知，视为受理", "five working days of silence: accepted by law"),
    )?;
    office.attempt(
        &docket,
        &cast.front_desk,
        &Command::Accept,
        days.at(6, 9, 0)?,
        Text::new("视为受理之后再行受理", "an acceptance after the deemed one"),
    )
}

/// 受审分离: others than who accepted examine and decide.
fn review_and_decide(
    office: &mut Office,
    cast: &Cast,
    docket: &mut Docket,
    days: &Days,
) -> Result<(), Box<dyn Error>> {
    office.narrator.heading(&Text::new("受审分离", "whoever accepts does not decide"));
    office.act(
        docket,
        &cast.reviewer,
        &Command::StartReview,
        days.at(3, 9, 0)?,
        Text::new("开始审查", "the back office begins to examine"),
    )?;
    office.act(
        docket,
        &cast.reviewer,
        &Command::RecordReview {
            step: "材料审查".to_owned(),
            opinion: Opinion::InFavor,
            note: "材料齐全，符合法定形式".to_owned(),
        },
        days.at(3, 11, 0)?,
        Text::new("材料审查通过", "the materials are in order"),
    )?;
    let gov_workflow::Actor::Officer(reviewer) = &cast.reviewer.actor else {
        return Err("the reviewer is an officer".into());
    };
    let officers = [reviewer.staff.clone(), cast.second_reviewer.clone()];
    office.act(
        docket,
        &cast.reviewer,
        &Command::CheckOnSite {
            officers: officers.into(),
            opinion: Opinion::InFavor,
            note: "场所、设备、布局与申请一致".to_owned(),
        },
        days.at(4, 10, 0)?,
        Text::new("两名人员现场核查", "two officers check on site"),
    )?;
    office.attempt(
        docket,
        &cast.deputy,
        &Command::Grant,
        days.at(5, 9, 0)?,
        Text::new("受理人员自行作出决定", "the officer who accepted wants to decide"),
    )?;
    office.act(
        docket,
        &cast.head,
        &Command::Grant,
        days.at(5, 10, 0)?,
        Text::new("准予许可", "another officer grants the license"),
    )
}

/// 一网: the license is made, delivered online, and the case closed.
fn issue_and_deliver(
    office: &mut Office,
    cast: &Cast,
    docket: &mut Docket,
    signed: &licensing::Signed,
    days: &Days,
) -> Result<(), Box<dyn Error>> {
    office.narrator.heading(&Text::new("一网出件", "issued and delivered online"));
    let license = signed.license.unverified().id().as_str().to_owned();
    office.act(
        docket,
        &cast.clerk,
        &Command::Issue { license: license.clone() },
        days.at(7, 10, 0)?,
        Text::new(format!("制发电子证照 {license}"), "signs the electronic license"),
    )?;
    let deliver = Command::Deliver { way: DeliveryWay::Online, receiver: IdentityKey::from(SHOP) };
    office.act(
        docket,
        &cast.clerk,
        &deliver,
        days.at(7, 10, 5)?,
        Text::new("网上送达", "delivered online"),
    )?;
    office.act(
        docket,
        &cast.clerk,
        &Command::Close,
        days.at(8, 17, 0)?,
        Text::new("办结归档", "closed"),
    )
}

fn materials(names: &[&str]) -> Result<BTreeSet<MaterialName>, CodeError> {
    names.iter().map(|name| MaterialName::parse(name)).collect()
}

/// Implementation code, date and serial of the day, as the national exchange
/// numbers cases.
fn number(item: &Item, today: NaiveDate, serial: u16) -> Result<CaseNumber, Box<dyn Error>> {
    let date = today.format("%Y%m%d");
    Ok(CaseNumber::parse(&format!("{}{date}{serial:04}", item.code()))?)
}

/// Working days of the journey, counted from today.
struct Days {
    today: NaiveDate,
    calendar: Calendar,
}

impl Days {
    fn day(&self, number: u32) -> Result<NaiveDate, Box<dyn Error>> {
        Ok(self.calendar.nth_working_day_after(self.today, number)?)
    }

    fn at(
        &self,
        number: u32,
        hour: u32,
        minute: u32,
    ) -> Result<DateTime<FixedOffset>, Box<dyn Error>> {
        let time = NaiveTime::from_hms_opt(hour, minute, 0).ok_or("no such time")?;
        let china = FixedOffset::east_opt(8 * 3600).ok_or("no such offset")?;
        let moment = self.day(number)?.and_time(time).and_local_timezone(china);
        moment.single().ok_or_else(|| "no such moment".into())
    }
}
