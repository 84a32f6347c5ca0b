//! How an item is offered (办理方式).

use alloc::vec::Vec;

use crate::Text;
use crate::vocabulary::vocabulary;

/// To whom, where and how an item is offered (办理方式).
///
/// ```
/// use gov_catalog::{Audience, Service};
///
/// let mut service = Service::default();
/// service.audience = vec![Audience::NaturalPerson, Audience::Enterprise];
/// assert!(service.is_for_natural_persons() && service.is_for_legal_persons());
/// ```
#[doc(alias = "办理方式")]
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Service {
    /// Who can apply (服务对象, `SERVER_TYPE`).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub audience: Vec<Audience>,
    /// On the spot or within a promise (办件类型, `PROJECT_TYPE`).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub promptness: Option<Promptness>,
    /// Ways to apply (办理形式, `HANDLE_TYPE`).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub channels: Vec<HandlingChannel>,
    /// How far the item reaches beyond one office (通办范围, `HANDLE_AREA`).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub area: Vec<HandlingArea>,
    /// Visits to the window at most (到办事现场次数, `LIMIT_SCENE_NUM`).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "schemars", schemars(range(max = 99)))]
    pub visits: Option<u8>,
    /// Why one must come at all (必须现场办理原因, `LIMIT_SCENE_EXPLAIN`).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub visits_reason: Option<Text>,
    /// Bodies that act together with this one (联办机构, `OTHER_DEPT`).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub joint_bodies: Vec<Text>,
    /// How many can be granted (数量限制, `LIMIT_EXPLAIN`); none when as many as apply.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub quota: Option<Text>,
    /// Whether the item is handled in the hall (进驻政务大厅, `IS_ENTRY_CENTER`).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub at_center: Option<bool>,
    /// Whether one can make an appointment (预约办理, `IS_SCHEDULE`).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub appointment: Option<bool>,
    /// Whether fees can be paid online (网上支付, `IS_PAY_ONLINE`).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub online_payment: Option<bool>,
    /// Whether the result can come by post (物流快递, `IS_EXPRESS`).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub posting: Option<bool>,
    /// Whether terminals offer it (自助终端, `IS_SERVICE_TERMINALS`).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub terminals: Option<bool>,
}

/// What can be done online, and where (网上办理).
///
/// ```
/// use gov_catalog::{Online, OnlineDepth};
///
/// let mut online = Online::default();
/// online.depth = vec![OnlineDepth::Acceptance, OnlineDepth::Result];
/// assert!(online.is_full());
/// ```
#[doc(alias = "网上办理")]
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Online {
    /// How far it goes (网办深度, `ONLINE_HANDLE_DEPTH`); empty when not online.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub depth: Vec<OnlineDepth>,
    /// Address on the computer (`ONLINE_HANDLE_URL`, `LINK_ADDR`).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub url: Option<Text>,
    /// Whether the portal's sign-on holds there (`IS_SINGLE_LOGIN`).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub single_sign_on: Option<bool>,
    /// Address on the mobile (`MOBILE_TERMINAL_URL`).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub mobile_url: Option<Text>,
    /// Whether the portal's sign-on holds there (`APP_IS_SINGLE_LOGIN`).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub mobile_single_sign_on: Option<bool>,
}

vocabulary! {
    /// Who can apply (服务对象, `SERVER_TYPE`).
    ///
    /// ```
    /// assert_eq!(gov_catalog::Audience::NaturalPerson.zh(), "自然人");
    /// ```
    #[doc(alias = "服务对象")]
    pub enum Audience {
        /// Natural person (自然人),
        NaturalPerson = "natural-person", "自然人";
        /// Enterprise with legal personality (企业法人),
        Enterprise = "enterprise", "企业法人";
        /// Public institution (事业法人),
        Institution = "institution", "事业法人";
        /// Social organization (社会组织法人),
        SocialOrganization = "social-organization", "社会组织法人";
        /// Enterprise without legal personality (非法人企业),
        Unincorporated = "unincorporated", "非法人企业";
        /// Organ of the state (行政机关),
        Organ = "organ", "行政机关";
        /// Another organization (其他组织),
        Other = "other", "其他组织";
    }

    /// On the spot or within a promise (办件类型, `PROJECT_TYPE`).
    ///
    /// ```
    /// assert_eq!(gov_catalog::Promptness::Instant.zh(), "即办件");
    /// ```
    #[doc(alias = "办件类型")]
    pub enum Promptness {
        /// Done on the spot (即办件),
        Instant = "instant", "即办件";
        /// Done within a promised limit (承诺件),
        Promised = "promised", "承诺件";
        /// Reported to a higher level (上报件), in an older portal family only,
        Reported = "reported", "上报件";
        /// Handled by several bodies (联办件), in an older portal family only,
        Joint = "joint", "联办件";
        /// Another (其他),
        Other = "other", "其他";
    }

    /// A way to apply (办理形式, `HANDLE_TYPE`).
    ///
    /// ```
    /// assert_eq!(gov_catalog::HandlingChannel::Window.zh(), "窗口办理");
    /// ```
    #[doc(alias = "办理形式")]
    pub enum HandlingChannel {
        /// At the window (窗口办理),
        Window = "window", "窗口办理";
        /// Online, the system does not say by which device (网上办理),
        Online = "online", "网上办理";
        /// On a computer (电脑端办理),
        Computer = "computer", "电脑端办理";
        /// On a mobile (移动端办理),
        Mobile = "mobile", "移动端办理";
        /// By post (邮寄办理),
        Post = "post", "邮寄办理";
        /// Another (其他),
        Other = "other", "其他";
    }

    /// How far an item reaches beyond one office (通办范围, `HANDLE_AREA`).
    ///
    /// Systems differ: some say *across* provinces, some *the whole* province.
    ///
    /// ```
    /// assert_eq!(gov_catalog::HandlingArea::Nation.zh(), "全国");
    /// ```
    #[doc(alias = "通办范围")]
    pub enum HandlingArea {
        /// The whole country (全国),
        Nation = "nation", "全国";
        /// Across provinces (跨省),
        CrossProvince = "cross-province", "跨省";
        /// Across cities (跨市),
        CrossCity = "cross-city", "跨市";
        /// Across counties (跨县),
        CrossCounty = "cross-county", "跨县";
        /// The whole province (全省),
        WholeProvince = "whole-province", "全省";
        /// The whole city (全市),
        WholeCity = "whole-city", "全市";
        /// The whole county (全县),
        WholeCounty = "whole-county", "全县";
        /// The whole town (全镇),
        WholeTown = "whole-town", "全镇";
        /// The whole village (全村),
        WholeVillage = "whole-village", "全村";
    }

    /// How far an item goes online (网办深度, `ONLINE_HANDLE_DEPTH`).
    ///
    /// ```
    /// assert_eq!(gov_catalog::OnlineDepth::PreCheck.zh(), "网上预审");
    /// ```
    #[doc(alias = "网办深度")]
    pub enum OnlineDepth {
        /// Enquiry (互联网咨询),
        Enquiry = "enquiry", "互联网咨询";
        /// Receipt of the papers (互联网收件),
        Receipt = "receipt", "互联网收件";
        /// Check before acceptance (网上预审),
        PreCheck = "pre-check", "网上预审";
        /// Acceptance (互联网受理),
        Acceptance = "acceptance", "互联网受理";
        /// Handling (互联网办理),
        Handling = "handling", "互联网办理";
        /// Notice of the result (互联网办理结果信息反馈),
        Result = "result", "结果反馈";
        /// The result as an electronic license (互联网电子证照反馈),
        ElectronicLicense = "electronic-license", "电子证照反馈";
        /// Another (其他),
        Other = "other", "其他";
    }
}

impl Service {
    /// Whether a natural person can apply.
    #[must_use]
    pub fn is_for_natural_persons(&self) -> bool {
        self.audience.contains(&Audience::NaturalPerson)
    }

    /// Whether somebody other than a natural person can apply.
    #[must_use]
    pub fn is_for_legal_persons(&self) -> bool {
        self.audience.iter().any(|audience| *audience != Audience::NaturalPerson)
    }
}

impl Online {
    /// Whether anything beyond enquiry can be done online.
    #[must_use]
    pub fn is_offered(&self) -> bool {
        self.depth.iter().any(|depth| *depth != OnlineDepth::Enquiry)
    }

    /// Whether the whole way to the result is online (全程网办).
    #[must_use]
    pub fn is_full(&self) -> bool {
        let last = [OnlineDepth::Result, OnlineDepth::ElectronicLicense];
        self.depth.iter().any(|depth| last.contains(depth))
    }
}
