//! A license on paper or on the screen of a phone.

pub(crate) mod base45;
pub(crate) mod chain_left_away;
pub(crate) mod error;

use std::fmt;

use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_zlib_with_limit};
use qrcode::render::svg;
use qrcode::{EcLevel, QrCode, Version};

pub use self::error::QrError;
use crate::presentation::Presentation;
use crate::sd_jwt::ReadLimits;
use crate::signed_license::SignedLicense;

/// What a QR code (二维码) says of a license: `GL1:` and, in base 45 (RFC 9285),
/// the zlib (RFC 1950) of what is shown with the issuing body's certificate
/// alone.
///
/// The certificates above it are left away, since whoever scans codes has them
/// and room is scarce: [`complete`](Self::complete) puts them back, byte for
/// byte, so that the signature is over the same text as before.
///
/// Choose [few elements](SignedLicense::show). A text of 1,024 bytes, counted
/// without the certificates above, becomes a symbol of version 25 or lower; a
/// license of some 3 KiB, as bodies issue them with certificate and digests, one
/// of version 36 to 40, which wants a print of 8 cm. `Debug` shows no text.
///
/// ```
/// use gov_license::{Presentation, QrLicense, SignedLicense};
/// # use gov_license::{ObjectId, TrustPolicy, TrustStore};
/// # const ROOT: &[u8] = include_bytes!("../tests/data/root.der");
/// # const INTERMEDIATE: &[u8] = include_bytes!("../tests/data/intermediate.der");
/// # let license = SignedLicense::parse(include_str!("../tests/data/license.sd-jwt"))?;
/// # let at = chrono::DateTime::parse_from_rfc3339("2026-06-01T10:00:00+08:00")?;
/// # let mut trust = TrustStore::new(TrustPolicy::new(ObjectId::parse("2.999.36903.1").unwrap()));
/// # trust.add_anchor_der(ROOT)?;
///
/// let printed = QrLicense::of(&Presentation::of(license.show(&["face.经营项目"])?))?;
/// let picture = printed.symbol()?.to_svg();
/// # assert!(picture.starts_with("<?xml"));
///
/// // Elsewhere, offline, after the scan.
/// let scanned = QrLicense::parse(printed.as_str())?;
/// let shown = scanned.complete([INTERMEDIATE]);
/// assert!(shown.unverified().verify(&trust, at).is_ok());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "二维码")]
#[derive(Clone, Eq, PartialEq)]
pub struct QrLicense {
    text: String,
    shown: Presentation,
}

impl QrLicense {
    /// How the text of this form begins: the first version.
    pub const PREFIX: &str = "GL1:";

    /// The longest text, in characters: what the largest symbol holds.
    pub const MAX_CHARACTERS: usize = 4296;

    /// The code of what a holder shows.
    ///
    /// # Errors
    ///
    /// When the header of the license is not written as this crate writes it, so
    /// that its certificates cannot be left away and put back; when the outcome
    /// is longer than [`MAX_CHARACTERS`](Self::MAX_CHARACTERS).
    pub fn of(presentation: &Presentation) -> Result<Self, QrError> {
        let chain: Vec<_> = presentation.unverified().unverified_chain().collect();
        let compact = presentation.to_text();
        let alone = chain_left_away::leave_away(&compact, &chain).ok_or(QrError::Header)?;
        let compressed = compress_to_vec_zlib(alone.as_bytes(), 10);
        Self::parse(&format!("{}{}", Self::PREFIX, base45::encode(&compressed)))
    }

    /// Reads the text of a code.
    ///
    /// # Errors
    ///
    /// The first of these, in this order:
    ///
    /// - longer than [`MAX_CHARACTERS`](Self::MAX_CHARACTERS)
    /// - without [`PREFIX`](Self::PREFIX)
    /// - not base 45, not zlib, or longer than 64 KiB once decompressed
    /// - what [`Presentation::parse`] refuses
    /// - with another number of certificates than one
    pub fn parse(text: &str) -> Result<Self, QrError> {
        if text.len() > Self::MAX_CHARACTERS {
            return Err(QrError::TooLong { limit: Self::MAX_CHARACTERS });
        }
        let body = text.strip_prefix(Self::PREFIX).ok_or(QrError::Prefix)?;
        let compressed = base45::decode(body).ok_or(QrError::Base45)?;
        let shown = Presentation::parse(&decompress(&compressed)?).map_err(QrError::Unreadable)?;
        if shown.unverified().unverified_chain().len() != 1 {
            return Err(QrError::Certificates);
        }
        Ok(Self { text: text.to_owned(), shown })
    }

    /// The text that the code holds. It holds personal information.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// What the license says. Fit for display, not for decisions.
    #[must_use]
    pub const fn unverified(&self) -> &SignedLicense {
        self.shown.unverified()
    }

    /// What was shown, with the certificates above the issuing body's put back:
    /// those among the known ones, in DER, under which its signature holds.
    ///
    /// Nothing is trusted by being known here: verify what comes out, which also
    /// says whether a certificate is missing or the signature holds under none.
    #[must_use]
    pub fn complete<'a>(&self, known: impl IntoIterator<Item = &'a [u8]>) -> Presentation {
        let known: Vec<_> = known.into_iter().collect();
        let compact = self.shown.to_text();
        let Some(leaf) = self.unverified().unverified_chain().next() else {
            return self.shown.clone();
        };
        let mut longest = self.shown.clone();
        for above in chain_left_away::chains_above(leaf, &known) {
            let whole = chain_left_away::put_back(&compact, leaf, &above);
            let Some(Ok(whole)) = whole.map(|text| Presentation::parse(&text)) else { continue };
            if whole.unverified().is_signed_by_its_certificate() {
                return whole;
            }
            longest = whole;
        }
        longest
    }

    /// The symbol (ISO/IEC 18004) at level M, which a stain of a seventh does not
    /// make unreadable, or at level L where M has no room.
    ///
    /// # Errors
    ///
    /// None that [`MAX_CHARACTERS`](Self::MAX_CHARACTERS) leaves.
    pub fn symbol(&self) -> Result<QrSymbol, QrError> {
        let at_level = |level| QrCode::with_error_correction_level(&self.text, level);
        let code = at_level(EcLevel::M).or_else(|_| at_level(EcLevel::L));
        code.map(QrSymbol).map_err(|_| QrError::TooLong { limit: Self::MAX_CHARACTERS })
    }
}

fn decompress(bytes: &[u8]) -> Result<String, QrError> {
    let limit = ReadLimits::default().max_bytes;
    let bytes = decompress_to_vec_zlib_with_limit(bytes, limit).map_err(|error| {
        let is_too_long = error.status == TINFLStatus::HasMoreOutput;
        if is_too_long { QrError::Expands { limit } } else { QrError::Compression }
    })?;
    String::from_utf8(bytes).map_err(|_| QrError::Compression)
}

/// The symbol to print (二维码图形).
///
/// ```
/// # let text = include_str!("../tests/data/license.sd-jwt");
/// use gov_license::{Presentation, QrLicense, SignedLicense};
///
/// let license = SignedLicense::parse(text)?.show(&[])?;
/// let symbol = QrLicense::of(&Presentation::of(license))?.symbol()?;
/// assert_eq!((symbol.version(), symbol.level()), (36, 'M'));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "二维码图形")]
#[derive(Clone)]
pub struct QrSymbol(QrCode);

impl QrSymbol {
    /// Its version, 1 to 40: each is four modules wider than the one before.
    #[must_use]
    pub fn version(&self) -> u8 {
        match self.0.version() {
            Version::Normal(version) | Version::Micro(version) => {
                version.try_into().unwrap_or_default()
            }
        }
    }

    /// How much may be unreadable: `M` (15 %) or `L` (7 %).
    #[must_use]
    pub fn level(&self) -> char {
        if self.0.error_correction_level() == EcLevel::L { 'L' } else { 'M' }
    }

    /// A picture in SVG: black on white, with the quiet zone that scanners need,
    /// one module four units wide. A printed module should have 0.4 mm at least.
    #[must_use]
    pub fn to_svg(&self) -> String {
        self.0.render::<svg::Color<'_>>().module_dimensions(4, 4).build()
    }
}

impl fmt::Debug for QrLicense {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("QrLicense").field("shown", &self.shown).finish_non_exhaustive()
    }
}

impl fmt::Debug for QrSymbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("QrSymbol")
            .field("version", &self.version())
            .field("level", &self.level())
            .finish_non_exhaustive()
    }
}
