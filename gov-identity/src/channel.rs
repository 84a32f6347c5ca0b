//! Through what a service is asked for (办理渠道).

use core::fmt;
use core::str::FromStr;

use crate::ascii;
use crate::error::{Fault, ParseError};
use crate::subject::Subject;

/// Through what somebody signs in or asks for a service (办理渠道).
///
/// An open set: a city adds terminals and tablets before any standard does. The
/// text form is 1 to 24 lower-case letters, digits and hyphens, beginning with a
/// letter; a code without a constant is kept and written back. The national
/// exchange knows five forms only: [`handling_form`](Self::handling_form).
///
/// ```
/// use gov_identity::{Channel, HandlingForm};
///
/// let terminal: Channel = "self-service-terminal".parse()?;
/// assert_eq!(terminal, Channel::SELF_SERVICE_TERMINAL);
/// assert_eq!(terminal.zh(), Some("自助终端"));
/// assert_eq!(terminal.handling_form(), HandlingForm::Other);
///
/// const KIOSK: Channel = Channel::from_static("village-kiosk");
/// assert_eq!(KIOSK.handling_form().code(), "9");
/// # Ok::<(), gov_identity::ParseError>(())
/// ```
#[doc(alias = "办理渠道")]
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Channel([u8; Self::MAX]);

/// How a case is handled, as the national platform stores it (办理形式),
/// GB/T 39046-2020.
///
/// ```
/// use gov_identity::{Channel, HandlingForm};
///
/// assert_eq!(Channel::MINI_PROGRAM.handling_form(), HandlingForm::Mobile);
/// assert_eq!(HandlingForm::Mobile.code(), "3");
/// ```
#[doc(alias = "办理形式")]
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[expect(clippy::exhaustive_enums, reason = "closed by GB/T 39046-2020")]
pub enum HandlingForm {
    /// At a window (窗口办理), `1`.
    Window,
    /// At a computer (电脑端), `2`.
    Computer,
    /// On a mobile device (移动端), `3`.
    Mobile,
    /// By courier (邮寄), `4`.
    Courier,
    /// In another way (其他), `9`.
    Other,
}

impl Channel {
    /// Longest text form, in characters.
    pub const MAX: usize = 24;

    /// A window of a service hall (窗口).
    pub const WINDOW: Self = Self::from_static("window");
    /// The web site, at a computer (网站).
    pub const WEB: Self = Self::from_static("web");
    /// An app of a government on a mobile device (移动应用).
    pub const MOBILE_APP: Self = Self::from_static("mobile-app");
    /// A mini program inside another app (小程序).
    pub const MINI_PROGRAM: Self = Self::from_static("mini-program");
    /// A machine that people serve themselves at (自助终端).
    pub const SELF_SERVICE_TERMINAL: Self = Self::from_static("self-service-terminal");
    /// A tablet handed out in the hall (大厅平板).
    pub const HALL_TABLET: Self = Self::from_static("hall-tablet");
    /// A code scanned with a telephone (扫码).
    pub const QR: Self = Self::from_static("qr");
    /// The telephone, such as the hotline 12345 (电话).
    pub const PHONE: Self = Self::from_static("phone");
    /// Short messages (短信).
    pub const SMS: Self = Self::from_static("sms");
    /// The courier (邮寄).
    pub const COURIER: Self = Self::from_static("courier");
    /// Another one (其他).
    pub const OTHER: Self = Self::from_static("other");

    /// Reads the text form.
    ///
    /// # Errors
    ///
    /// - an empty text, or one of more than 24 characters
    /// - `Window`: position 1 holds a capital; `1st`: it holds a digit
    pub const fn parse(text: &str) -> Result<Self, ParseError> {
        let length = text.len();
        if length == 0 || length > Self::MAX {
            let expected = if length == 0 { 1 } else { Self::MAX };
            return Err(ParseError::length(Subject::Channel, expected, length));
        }
        let mut code = [0; Self::MAX];
        let mut slots: &mut [u8] = &mut code;
        let mut rest = text.as_bytes();
        let mut position = 1;
        while let ([byte, tail @ ..], [slot, slots_after @ ..]) = (rest, slots) {
            let allowed = match *byte {
                b'a'..=b'z' => true,
                b'0'..=b'9' | b'-' => position > 1,
                _ => false,
            };
            if !allowed {
                return Err(ParseError::at(Subject::Channel, Fault::Character, position));
            }
            *slot = *byte;
            position += 1;
            rest = tail;
            slots = slots_after;
        }
        Ok(Self(code))
    }

    /// Reads a literal.
    ///
    /// # Panics
    ///
    /// When [`parse`](Self::parse) would fail. Write it in a `const` and the
    /// panic is a compile error.
    #[must_use]
    #[expect(clippy::panic, reason = "the documented purpose: reject a wrong literal")]
    pub const fn from_static(text: &'static str) -> Self {
        match Self::parse(text) {
            Ok(channel) => channel,
            Err(_) => panic!("not a channel"),
        }
    }

    /// The text form.
    #[must_use]
    pub const fn as_str(&self) -> &str {
        let mut code: &[u8] = &self.0;
        while let [head @ .., 0] = code {
            code = head;
        }
        ascii::text(code)
    }

    /// The Chinese name, for the channels that have a constant.
    #[must_use]
    pub const fn zh(self) -> Option<&'static str> {
        Some(match self.as_str().as_bytes() {
            b"window" => "窗口",
            b"web" => "网站",
            b"mobile-app" => "移动应用",
            b"mini-program" => "小程序",
            b"self-service-terminal" => "自助终端",
            b"hall-tablet" => "大厅平板",
            b"qr" => "扫码",
            b"phone" => "电话",
            b"sms" => "短信",
            b"courier" => "邮寄",
            b"other" => "其他",
            _ => return None,
        })
    }

    /// The form under which the national exchange files it.
    ///
    /// The standard names no terminals, telephones or short messages, so they
    /// go under *other*; that a scanned code is mobile and a tablet in the hall
    /// is a window is our reading. A channel without a constant is *other*.
    #[must_use]
    pub const fn handling_form(self) -> HandlingForm {
        match self.as_str().as_bytes() {
            b"window" | b"hall-tablet" => HandlingForm::Window,
            b"web" => HandlingForm::Computer,
            b"mobile-app" | b"mini-program" | b"qr" => HandlingForm::Mobile,
            b"courier" => HandlingForm::Courier,
            _ => HandlingForm::Other,
        }
    }
}

impl HandlingForm {
    /// All forms, in the order of their codes.
    pub const ALL: [Self; 5] =
        [Self::Window, Self::Computer, Self::Mobile, Self::Courier, Self::Other];

    /// The digit of the standard.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Window => "1",
            Self::Computer => "2",
            Self::Mobile => "3",
            Self::Courier => "4",
            Self::Other => "9",
        }
    }

    /// The Chinese name.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Window => "窗口",
            Self::Computer => "电脑端",
            Self::Mobile => "移动端",
            Self::Courier => "邮寄",
            Self::Other => "其他",
        }
    }
}

impl FromStr for Channel {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        Self::parse(text)
    }
}

impl fmt::Display for Channel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Channel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Channel({self})")
    }
}
