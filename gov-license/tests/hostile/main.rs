//! Hostile texts are answered by an error, within 10 MB. (Within 50 ms as well:
//! the bench `hostile` shows that, since a test that waits for a clock is one
//! that fails on a busy machine.)
#![cfg(test)]

#[cfg(feature = "qr")]
#[path = "../../src/qr/base45.rs"]
mod base45;
mod inputs;

use crate::inputs::{Hostile, inputs};

const MOST_BYTES: u64 = 10_000_000;

#[track_caller]
fn check(hostile: &Hostile) {
    let Hostile { name, text, read, code } = hostile;
    let mut answer = None;
    let measured = allocation_counter::measure(|| answer = read(text));
    assert_eq!(answer, Some(*code), "{name}");
    assert!(measured.bytes_max <= MOST_BYTES, "{name}: {} bytes", measured.bytes_max);
    println!("{name}: {} bytes", measured.bytes_max);
}

#[test]
fn a_hostile_text_is_refused_within_10_megabytes() {
    for hostile in inputs() {
        check(&hostile);
    }
}

#[cfg(feature = "qr")]
#[test]
fn a_hostile_code_is_refused_within_10_megabytes() {
    use gov_license::QrLicense;

    let code = |name, bytes: &[u8], code| {
        let body = base45::encode(bytes);
        assert_eq!(base45::decode(&body).as_deref(), Some(bytes));
        let read = |text: &str| QrLicense::parse(text).err().map(|error| error.code());
        Hostile { name, text: format!("GL1:{body}"), read, code }
    };
    check(&code("QR code, 2 MiB once decompressed", &inputs::bomb(2), "qr-expands"));
    check(&code("QR code beyond every symbol", &inputs::bomb(64), "qr-too-long"));
    let nested = format!("e30.{}.AA~", "W1tb".repeat(16_000));
    let nested = miniz_oxide::deflate::compress_to_vec_zlib(nested.as_bytes(), 9);
    check(&code("QR code, nested arrays, 64 KiB", &nested, "qr-unreadable"));
}
