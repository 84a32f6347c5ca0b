//! Texts made to exhaust whoever reads them. The tests hold their memory, the
//! bench `hostile` their time; none of them carries a signature, and none needs
//! one, since reading comes before.

use base64ct::{Base64UrlUnpadded, Encoding};
use gov_license::{
    AnnotatedCopy, Presentation, ReadError, ReadLimits, SignedLicense, SignedStatusList,
};
use miniz_oxide::MZFlush;
use miniz_oxide::deflate::core::CompressorOxide;
use miniz_oxide::deflate::stream::deflate;

/// A text, how it is read, and the code of the error that answers it.
pub(crate) struct Hostile {
    pub(crate) name: &'static str,
    pub(crate) text: String,
    pub(crate) read: fn(&str) -> Option<&'static str>,
    pub(crate) code: &'static str,
}

/// All but those that need the feature `qr`.
pub(crate) fn inputs() -> Vec<Hostile> {
    let license = |name, payload: &str, code| Hostile {
        name,
        text: format!("{}~", jws("dc+sd-jwt", payload)),
        read: read_license,
        code,
    };
    let list = |name, payload: &str, code| Hostile {
        name,
        text: jws("statuslist+jwt", payload),
        read: |text| SignedStatusList::parse(text).err().map(|error| error.code()),
        code,
    };
    let many = |piece: &str, room: usize| piece.repeat(room / piece.len());
    let fields: Vec<_> = (0..4_000).map(|number| format!("\"{number:x}\":\"1\"")).collect();
    let face = CLAIMS.replace("{}", &format!("{{{}}}", fields.join(",")));
    vec![
        license("nested arrays, 64 KiB", &many("[", 48_000), "json-depth"),
        license("nested objects, 64 KiB", &many("{\"a\":", 48_000), "json-depth"),
        license("many values, 64 KiB", &format!("[{}0]", many("0,", 48_000)), "not-an-object"),
        license("many face fields, 64 KiB", &face, "claim-missing"),
        Hostile {
            name: "nested arrays in a disclosure, 64 KiB",
            text: format!("{}~{}~", jws("dc+sd-jwt", "{}"), encode(&many("[", 47_000))),
            read: read_license,
            code: "json-depth",
        },
        Hostile {
            name: "65,000 empty disclosures",
            text: format!("{}{}", jws("dc+sd-jwt", "{}"), "~".repeat(65_000)),
            read: read_license,
            code: "json-syntax",
        },
        Hostile {
            name: "100,000 disclosures",
            text: disclosures(100_000),
            read: read_license,
            code: "too-long",
        },
        Hostile {
            name: "100,000 disclosures where 16 MiB are allowed",
            text: disclosures(100_000),
            read: |text| {
                let limits = ReadLimits { max_bytes: 16 << 20, ..ReadLimits::default() };
                SignedLicense::parse_within(text, limits).err().map(|error| error.code())
            },
            code: "disclosure-unreferenced",
        },
        Hostile {
            name: "100,000 disclosures as a presentation",
            text: disclosures(100_000),
            read: |text| Presentation::parse(text).err().map(|error| error.code()),
            code: "too-long",
        },
        Hostile {
            name: "nested arrays in a copy, 128 KiB",
            text: jws("copy+jwt", &many("[", 97_000)),
            read: |text| AnnotatedCopy::parse(text).err().map(|error| error.code()),
            code: "json-depth",
        },
        list("status list, 1 GiB once decompressed", &list_of(&bomb(1 << 10)), "list-too-long"),
        list(
            "status list, many values, 2 MiB",
            &format!("[{}0]", many("0,", 1_500_000)),
            "json-values",
        ),
        list("status list, nested arrays, 2 MiB", &many("[", 1_500_000), "json-depth"),
        list(
            "status list, one long name, 2 MiB",
            &format!("{{\"{}\":0}}", "\\u4e00".repeat(260_000)),
            "claim-missing",
        ),
    ]
}

/// So many MiB of zeros as zlib: the same block over and over.
pub(crate) fn bomb(mebibytes: usize) -> Vec<u8> {
    let (zeros, mut room) = (vec![0; 1 << 20], vec![0; 1 << 14]);
    let mut compressor = CompressorOxide::default();
    let mut block = || {
        let written = deflate(&mut compressor, &zeros, &mut room, MZFlush::Full).bytes_written;
        room.get(..written).unwrap_or_default().to_vec()
    };
    let (first, next) = (block(), block());
    [first, next.repeat(mebibytes - 1)].concat()
}

fn read_license(text: &str) -> Option<&'static str> {
    SignedLicense::parse(text).err().map(|error: ReadError| error.code())
}

/// Each with a salt and a name of its own.
fn disclosures(number: usize) -> String {
    let disclosure = |number| encode(&format!("[\"{number:022}\",\"{number}\",1]"));
    let all: Vec<_> = (0..number).map(disclosure).collect();
    format!("{}~{}~", jws("dc+sd-jwt", "{}"), all.join("~"))
}

fn list_of(compressed: &[u8]) -> String {
    let list = Base64UrlUnpadded::encode_string(compressed);
    let rest = r#""sub":"https://status.example.cn/1","iat":1,"exp":2"#;
    format!(r#"{{{rest},"status_list":{{"bits":2,"lst":"{list}"}}}}"#)
}

/// Everything a license needs before its face is looked at.
const CLAIMS: &str = r#"{"CertificateEffectiveDate":"2026-01-05","face":{}}"#;

fn jws(kind: &str, payload: &str) -> String {
    let header = format!(r#"{{"alg":"EdDSA","typ":"{kind}","x5c":["MAA="]}}"#);
    format!("{}.{}.{}", encode(&header), encode(payload), "A".repeat(86))
}

fn encode(text: &str) -> String {
    Base64UrlUnpadded::encode_string(text.as_bytes())
}
