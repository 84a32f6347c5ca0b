//! Verifying a license against the least that verifying can be: one strict
//! Ed25519 check of the same bytes, and one SHA-256 over them.
//!
//! The bureau is made up; its certificates are those of the crate's tests.

use std::error::Error;
use std::hint::black_box;
use std::sync::Barrier;
use std::thread;
use std::time::{Duration, Instant};

use base64ct::{Base64UrlUnpadded, Encoding};
use chrono::{DateTime, FixedOffset};
use criterion::{Criterion, SamplingMode, Throughput};
use ed25519_dalek::{Signature, VerifyingKey};
use gov_benches::{Target, criterion, report};
use gov_license::gov_identity::{CreditCode, IdentityKey};
use gov_license::{
    ChainCache, Ed25519Signer, Issuer, License, LicenseId, LicenseTypeCode, ObjectId,
    SignedLicense, Signer, StatusBook, TrustPolicy, TrustStore,
};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use sha2::{Digest, Sha256};

const ROOT: &[u8] = include_bytes!("../gov-license/tests/data/root.der");
const INTERMEDIATE: &[u8] = include_bytes!("../gov-license/tests/data/intermediate.der");
const LEAF: &[u8] = include_bytes!("../gov-license/tests/data/leaf.der");

/// Groups by what the face holds, and how many bytes that is.
const SIZES: [(&str, usize); 3] =
    [("License of 1 KB", 1000), ("License of 10 KB", 10_000), ("License of 60 KB", 42_000)];

/// What the warm chain may cost beside the bare check, and the cold one.
const WARM: Target = Target::Within(1.15);
const COLD: Target = Target::Within(4.0);

fn main() -> Result<(), Box<dyn Error>> {
    let mut criterion = criterion();
    for (group, bytes) in SIZES {
        measure(&mut criterion, group, &Desk::with_face_of(bytes)?);
    }
    criterion.final_summary();
    let ratios: Vec<_> = SIZES
        .iter()
        .flat_map(|(group, _)| {
            [
                (*group, "warm", "bare", WARM),
                (*group, "cold", "bare", COLD),
                (*group, "warm on 2 threads", "bare on 2 threads", WARM),
                (*group, "cold on 2 threads", "bare on 2 threads", COLD),
                // What a window does from the text on.
                (*group, "read and warm", "bare", Target::Told),
            ]
        })
        .collect();
    report(1, &ratios)?;
    Ok(())
}

fn measure(criterion: &mut Criterion, name: &str, desk: &Desk) {
    let mut cache = ChainCache::new(16);
    assert!(desk.warm(&mut cache) && desk.cold() && desk.bare());
    let mut group = criterion.benchmark_group(name);
    group.throughput(Throughput::Elements(1));
    group.bench_function("bare", |bencher| bencher.iter(|| desk.bare()));
    group.bench_function("warm", |bencher| bencher.iter(|| desk.warm(&mut cache)));
    group.bench_function("cold", |bencher| bencher.iter(|| desk.cold()));
    group.bench_function("read and warm", |bencher| {
        bencher.iter(|| {
            let read = SignedLicense::parse(black_box(desk.signed.as_str()));
            read.is_ok_and(|read| {
                read.verify_with(&desk.trust, &desk.book, &mut cache, desk.at).is_ok()
            })
        });
    });
    // Short samples and many, so that some find both processors free.
    group.sampling_mode(SamplingMode::Flat).sample_size(1000).nresamples(2000);
    group.bench_function("bare on 2 threads", |bencher| {
        bencher.iter_custom(|rounds| on_two_threads(rounds, || || desk.bare()));
    });
    group.bench_function("warm on 2 threads", |bencher| {
        bencher.iter_custom(|rounds| {
            on_two_threads(rounds, || {
                let mut cache = ChainCache::new(16);
                move || desk.warm(&mut cache)
            })
        });
    });
    group.bench_function("cold on 2 threads", |bencher| {
        bencher.iter_custom(|rounds| on_two_threads(rounds, || || desk.cold()));
    });
    group.finish();
}

/// Each of two threads does the work so many times, both beginning together;
/// what the slower one takes.
fn on_two_threads<W: FnMut() -> bool>(rounds: u64, work: impl Fn() -> W + Sync) -> Duration {
    let together = Barrier::new(2);
    let run = || {
        let mut work = work();
        black_box(work());
        together.wait();
        let start = Instant::now();
        for _ in 0..rounds {
            black_box(work());
        }
        start.elapsed()
    };
    thread::scope(|scope| {
        let threads = [scope.spawn(run), scope.spawn(run)];
        let times = threads.map(|thread| thread.join().unwrap_or(Duration::MAX));
        times.into_iter().max().unwrap_or_default()
    })
}

/// A license, whoever trusts it, and what the bare check needs.
struct Desk {
    signed: SignedLicense,
    trust: TrustStore,
    book: StatusBook,
    at: DateTime<FixedOffset>,
    key: VerifyingKey,
    message: Vec<u8>,
    signature: [u8; 64],
}

impl Desk {
    fn with_face_of(bytes: usize) -> Result<Self, Box<dyn Error>> {
        let bureau = CreditCode::parse("11640200PDY00001XK")?;
        let own = Ed25519Signer::from_seed(&[3; 32]);
        let key = VerifyingKey::try_from(own.public_key().as_slice())?;
        let chain = vec![LEAF.to_vec(), INTERMEDIATE.to_vec()];
        let issuer = Issuer::try_new(bureau, own, chain)?;
        let kind = LicenseTypeCode::parse("11640200PDY00001XK001")?;
        let builder = License::builder(LicenseId::try_new(kind, bureau, "2026000001", 1)?)
            .name("食品经营许可证")
            .number("JY26402000000001")
            .issuing_authority_name("样例市审批服务管理局")
            .issued_on("2026-01-05".parse()?)
            .period("2026-01-05".parse()?, Some("2031-01-04".parse()?))
            .holder(IdentityKey::parse("111:11010519491231002X")?, "样例人");
        // Fields of a kilobyte, as long remarks and lists of items are.
        let fields = bytes.div_ceil(1000);
        let value = "热食类食品制售，".repeat(1000 / 24);
        let filled = (0..fields)
            .fold(builder, |builder, field| builder.face(format!("字段{field}"), &*value));
        let at = DateTime::parse_from_rfc3339("2026-01-05T09:00:00+08:00")?;
        let mut random = ChaCha20Rng::from_seed([9; 32]);
        let signed = issuer.issue(&filled.build()?, at, &mut random)?;

        let purpose = ObjectId::parse("2.999.36903.1").ok_or("a purpose")?;
        let mut trust = TrustStore::new(TrustPolicy::new(purpose));
        trust.add_root_der(ROOT)?;
        let (jws, _) = signed.as_str().split_once('~').ok_or("a signed part")?;
        let (message, signature) = jws.rsplit_once('.').ok_or("a signature")?;
        let signature = Base64UrlUnpadded::decode_vec(signature).map_err(|_| "base64url")?;
        let signature = <[u8; 64]>::try_from(signature).map_err(|_| "64 bytes")?;
        let message = message.as_bytes().to_vec();
        let at = DateTime::parse_from_rfc3339("2026-06-01T10:00:00+08:00")?;
        println!(
            "{bytes} bytes of face: {} bytes of text, {} signed",
            signed.as_str().len(),
            message.len()
        );
        Ok(Self { signed, trust, book: StatusBook::new(), at, key, message, signature })
    }

    /// One strict signature check and one digest, nothing else.
    fn bare(&self) -> bool {
        let message = black_box(self.message.as_slice());
        black_box(Sha256::digest(message));
        let signature = Signature::from_bytes(black_box(&self.signature));
        self.key.verify_strict(message, &signature).is_ok()
    }

    fn warm(&self, cache: &mut ChainCache) -> bool {
        black_box(&self.signed).verify_with(&self.trust, &self.book, cache, self.at).is_ok()
    }

    /// Root, intermediate and bureau, looked at from the beginning.
    fn cold(&self) -> bool {
        black_box(&self.signed).verify_with_status(&self.trust, &self.book, self.at).is_ok()
    }
}
