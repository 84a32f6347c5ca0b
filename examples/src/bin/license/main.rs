//! Electronic licenses (电子证照) on the command line: look into them, verify them,
//! show them, copy them, print them as QR codes.
//!
//! Every rule is in `gov-license`; this program only reads and writes files.

mod copy;
mod inspect;
mod mask;
mod paper;
mod present;
mod qr;
#[path = "../catalog/tell.rs"]
mod tell;
mod trust;
mod verify;

use std::path::PathBuf;
use std::process::ExitCode;

use chrono::{DateTime, FixedOffset};
use clap::{Args, Parser, Subcommand};
use gov_identity::CreditCode;

use crate::paper::Failure;
use crate::tell::Teller;
use crate::trust::Trust;

/// Electronic licenses (电子证照).
///
/// Reads licenses, presentations, annotated copies, status lists and the text of
/// QR codes, whichever the file holds; `-` is the standard input. Ends with 0
/// when all is well, 1 when something was refused, 2 when the command line is
/// wrong or a file cannot be read.
#[derive(Parser)]
#[command(name = "license", version, about)]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Tells what a file says; nobody has verified it (查看).
    Inspect {
        /// The file.
        #[arg(default_value = "-")]
        file: PathBuf,
        /// Shows numbers of persons whole.
        #[arg(long)]
        reveal: bool,
        /// One JSON document instead of text.
        #[arg(long)]
        json: bool,
    },
    /// Checks signature, chain, right, period and status (核验); of a presentation
    /// and a copy, also for whom they were made.
    Verify(VerifyOptions),
    /// Shows chosen elements to one window, signed by the holder's key (出示).
    Present {
        /// The license.
        #[arg(default_value = "-")]
        file: PathBuf,
        /// The holder's private key, PKCS #8 in PEM.
        #[arg(long)]
        key: PathBuf,
        #[command(flatten)]
        chosen: Chosen,
        #[command(flatten)]
        challenge: ChallengeOptions,
        #[command(flatten)]
        output: Output,
    },
    /// Makes an annotated copy for one user and one purpose (加注).
    Copy {
        /// The license.
        #[arg(default_value = "-")]
        file: PathBuf,
        /// The library's private key, PKCS #8 in PEM.
        #[arg(long)]
        key: PathBuf,
        /// The library's certificates in PEM, its own first.
        #[arg(long)]
        chain: PathBuf,
        /// The credit code of the library's body; left out, the issuer of the license.
        #[arg(long)]
        maker: Option<CreditCode>,
        #[command(flatten)]
        chosen: Chosen,
        /// For whom it is made.
        #[arg(long)]
        user: String,
        /// What it is made for.
        #[arg(long)]
        purpose: String,
        /// How many days it is worth something.
        #[arg(long, default_value_t = 1)]
        days: u64,
        #[command(flatten)]
        output: Output,
    },
    /// Makes a QR code of a license or presentation, or reads one back (二维码).
    Qr {
        /// The license, the presentation, or the text of a code.
        #[arg(default_value = "-")]
        file: PathBuf,
        #[command(flatten)]
        chosen: Chosen,
        /// Writes the picture here, as SVG.
        #[arg(long)]
        svg: Option<PathBuf>,
        /// Certificates in PEM that a code that was read is completed with.
        #[arg(long)]
        known: Vec<PathBuf>,
        /// Writes the text here and not to the standard output.
        #[arg(long)]
        out: Option<PathBuf>,
    },
}

#[derive(Args)]
pub(crate) struct VerifyOptions {
    /// The file.
    #[arg(default_value = "-")]
    file: PathBuf,
    #[command(flatten)]
    trust: Trust,
    /// The moment to judge at, such as 2027-01-31T12:00:00+08:00; left out, now.
    #[arg(long)]
    at: Option<DateTime<FixedOffset>>,
    /// The audience a presentation has to be meant for.
    #[arg(long, requires = "nonce")]
    audience: Option<String>,
    /// The nonce a presentation has to answer.
    #[arg(long, requires = "audience")]
    nonce: Option<String>,
    /// The user an annotated copy has to be made for.
    #[arg(long, requires = "purpose")]
    user: Option<String>,
    /// The purpose an annotated copy has to be made for.
    #[arg(long, requires = "user")]
    purpose: Option<String>,
    /// One JSON document instead of text.
    #[arg(long)]
    json: bool,
}

/// Which elements of a license are seen.
#[derive(Args)]
pub(crate) struct Chosen {
    /// An element to show, such as `CertificateHolderName` or `face.经营项目`; as often
    /// as needed. Without one, none of those that can be left away.
    #[arg(long)]
    show: Vec<String>,
    /// Shows all that is there.
    #[arg(long, conflicts_with = "show")]
    all: bool,
}

#[derive(Args)]
pub(crate) struct ChallengeOptions {
    /// Who asks, such as <https://window.example.cn>.
    #[arg(long)]
    audience: String,
    /// What the window gave out for this one answer.
    #[arg(long)]
    nonce: String,
}

/// When something is made and where it goes.
#[derive(Args)]
pub(crate) struct Output {
    /// The moment it is made; left out, now.
    #[arg(long)]
    at: Option<DateTime<FixedOffset>>,
    /// The file to write; left out, the standard output.
    #[arg(long)]
    out: Option<PathBuf>,
}

fn main() -> ExitCode {
    let ended = match CommandLine::parse().command {
        Command::Inspect { file, reveal, json } => inspect::run(&file, reveal, Teller::new(json)),
        Command::Verify(options) => verify::run(&options, Teller::new(options.json)),
        Command::Present { file, key, chosen, challenge, output } => {
            present::run(&file, &key, &chosen, &challenge, &output)
        }
        Command::Copy { file, key, chain, maker, chosen, user, purpose, days, output } => {
            copy::run(&file, (maker, &key, &chain), &chosen, (&user, &purpose), days, &output)
        }
        Command::Qr { file, chosen, svg, known, out } => {
            qr::run(&file, &chosen, svg.as_deref(), &known, out.as_deref())
        }
    };
    match ended {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(Failure { code, zh, en }) => {
            anstream::eprintln!("license: {zh}\n         {en}");
            ExitCode::from(code)
        }
    }
}
