//! `Channel`: an open set over the five forms of the national exchange.

use std::collections::BTreeSet;

use gov_identity::{Channel, Fault, HandlingForm};

/// Text form, Chinese name, form of GB/T 39046.
const CHANNELS: [(Channel, &str, &str, &str); 11] = [
    (Channel::WINDOW, "window", "窗口", "1"),
    (Channel::WEB, "web", "网站", "2"),
    (Channel::MOBILE_APP, "mobile-app", "移动应用", "3"),
    (Channel::MINI_PROGRAM, "mini-program", "小程序", "3"),
    (Channel::SELF_SERVICE_TERMINAL, "self-service-terminal", "自助终端", "9"),
    (Channel::HALL_TABLET, "hall-tablet", "大厅平板", "1"),
    (Channel::QR, "qr", "扫码", "3"),
    (Channel::PHONE, "phone", "电话", "9"),
    (Channel::SMS, "sms", "短信", "9"),
    (Channel::COURIER, "courier", "邮寄", "4"),
    (Channel::OTHER, "other", "其他", "9"),
];

#[test]
fn every_channel_has_a_text_a_name_and_a_form() {
    for (channel, text, zh, form) in CHANNELS {
        assert_eq!(channel.as_str(), text);
        assert_eq!(Channel::parse(text), Ok(channel));
        assert_eq!(channel.zh(), Some(zh));
        assert_eq!(channel.handling_form().code(), form, "{text}");
    }
    let texts: BTreeSet<_> = CHANNELS.iter().map(|(channel, ..)| channel).collect();
    assert_eq!(texts.len(), CHANNELS.len());
}

#[test]
fn a_channel_of_ones_own_is_kept_and_filed_under_other() {
    let kiosk: Channel = "village-kiosk-2".parse().unwrap();
    assert_eq!(kiosk.to_string(), "village-kiosk-2");
    assert_eq!(kiosk.zh(), None);
    assert_eq!(kiosk.handling_form(), HandlingForm::Other);
    assert_eq!(format!("{kiosk:?}"), "Channel(village-kiosk-2)");
}

#[test]
fn the_text_form_is_1_to_24_of_37_characters_beginning_with_a_letter() {
    for byte in 0..=0x7f_u8 {
        let letter = byte.is_ascii_lowercase();
        let follows = letter || byte.is_ascii_digit() || byte == b'-';
        let text = |prefix: &str| format!("{prefix}{}", char::from(byte));
        assert_eq!(Channel::parse(&text("")).is_ok(), letter, "{byte}");
        assert_eq!(Channel::parse(&text("a")).is_ok(), follows, "{byte}");
    }
    assert!(Channel::parse(&"a".repeat(24)).is_ok());
    for (text, fault, position) in [
        ("", Fault::Length { expected: 1, found: 0 }, 1),
        ("aaaaaaaaaaaaaaaaaaaaaaaaa", Fault::Length { expected: 24, found: 25 }, 25),
        ("Window", Fault::Character, 1),
        ("win dow", Fault::Character, 4),
        ("窗口", Fault::Character, 1),
    ] {
        let error = Channel::parse(text).unwrap_err();
        assert_eq!((error.fault(), *error.positions().start()), (fault, position), "{text}");
    }
    let error = Channel::parse("Window").unwrap_err();
    assert_eq!(error.to_string(), "channel: a character that is not allowed there (character 1)");
    assert_eq!(error.zh().to_string(), "办理渠道第1位：此处不允许该字符");
}

#[test]
fn forms_are_those_of_the_standard() {
    let forms = HandlingForm::ALL.map(|form| (form.code(), form.zh()));
    assert_eq!(
        forms,
        [("1", "窗口"), ("2", "电脑端"), ("3", "移动端"), ("4", "邮寄"), ("9", "其他")],
    );
}
